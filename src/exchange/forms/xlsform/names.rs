//! The names of a form's questions and choices, and the ids they have in the protocol.

use crate::base::fault::{Fault, Result};
use crate::base::suggest::suggestion;
use crate::exchange::forms::logic::{Ask, Logic, Order};
use crate::msg;
use crate::study::protocol::Protocol;
use crate::study::protocol::filter::formula::Expr;
use crate::study::protocol::load::may_be_id;

/// A question of the form.
struct Field {
    name: String,
    /// What it became; nothing where it is not carried over.
    became: Option<Became>,
}

/// What a question of the form became.
pub(crate) struct Became {
    pub(crate) id: String,
    /// The ids of its choices by their names.
    pub(crate) codes: Vec<(String, String)>,
    /// Whether it is a whole number.
    pub(crate) whole: bool,
}

/// Every name of a form.
#[derive(Default)]
pub(crate) struct Names {
    fields: Vec<Field>,
    /// The names that stand for a formula without answers.
    constants: Vec<(String, Expr<String>)>,
}

impl Names {
    /// Adds a name.
    pub(crate) fn add(&mut self, name: String, became: Option<Became>) {
        self.fields.push(Field { name, became });
    }

    /// Adds a name that stands for a formula.
    pub(crate) fn constant(&mut self, name: String, expr: Expr<String>) {
        self.constants.push((name, expr));
    }

    /// The names of what is asked or computed.
    pub(crate) fn answered(&self) -> impl Iterator<Item = &str> {
        self.fields.iter().filter(|field| field.became.is_some()).map(|field| field.name.as_str())
    }

    /// An expression with the formulas that names stand for.
    pub(crate) fn meant(&self, expr: &Expr<String>) -> Expr<String> {
        let meant = |name: &String| {
            let constant = self.constants.iter().find(|(known, _)| known == name).map(|(_, expr)| expr.clone());
            constant.unwrap_or_else(|| Expr::Field(name.clone()))
        };
        expr.mapped(meant)
    }

    /// What an expression of the form says, on the form's names.
    pub(crate) fn read(&self, text: &str) -> Result<Logic> {
        Ok(Logic::from(self.meant(&Expr::parse(text)?)))
    }

    /// A formula on the form's names as one on the protocol's ids.
    pub(crate) fn formula(&self, expr: &Expr<String>) -> Result<Expr<String>> {
        self.condition(Logic::Formula(self.meant(expr))).map(|logic| logic.expr())
    }

    /// A condition on the form's names as one on the protocol's ids.
    pub(crate) fn condition(&self, logic: Logic) -> Result<Logic> {
        logic.replaced(&|field, ask| {
            let became = self.became(&field)?;
            let ask = match ask {
                Ask::Is(order @ (Order::Equal | Order::Unequal), code) => Ask::Is(order, became.code(code)),
                Ask::Is(order, bound) if became.whole => whole(order, bound),
                Ask::Beside(order, other) => Ask::Beside(order, self.became(&other)?.id.clone()),
                Ask::Selected(code) => Ask::Selected(became.code(code)),
                other => other,
            };
            Ok((became.id.clone(), ask))
        })
    }

    /// The questions whose answers are whole numbers to the form.
    pub(crate) fn whole_numbers(&self, protocol: &Protocol) -> Vec<&str> {
        let whole = self.fields.iter().filter_map(|field| field.became.as_ref()).filter(|became| became.whole);
        whole.map(|became| became.id.as_str()).filter(|id| protocol.question(id).is_some()).collect()
    }

    /// The id that a question of the form became.
    pub(crate) fn id(&self, name: &str) -> Option<&str> {
        self.became(name).ok().map(|became| became.id.as_str())
    }

    fn became(&self, name: &str) -> Result<&Became> {
        let Some(field) = self.fields.iter().find(|field| field.name == name) else {
            let hint = suggestion(name, self.fields.iter().map(|field| field.name.as_str()));
            return Err(Fault::new(msg!("xlsform-field-unknown", name = name)).hint(hint).into());
        };
        field.became.as_ref().ok_or_else(|| Fault::new(msg!("xlsform-field-lost", name = name)).into())
    }
}

impl Became {
    /// The id of a choice; a code that is none stays, and is refused where it is looked up.
    fn code(&self, code: String) -> String {
        self.codes.iter().find(|(known, _)| *known == code).map_or(code, |(_, id)| id.clone())
    }
}

/// Above 0 is at least 1 where the numbers are whole.
pub(crate) fn whole(order: Order, bound: String) -> Ask {
    let number: Option<i32> = bound.parse().ok();
    match (order, number.and_then(|number| number.checked_add(1)), number.and_then(|number| number.checked_sub(1))) {
        (Order::Above, Some(next), _) => Ask::Is(Order::AtLeast, next.to_string()),
        (Order::Below, _, Some(last)) => Ask::Is(Order::AtMost, last.to_string()),
        _ => Ask::Is(order, bound),
    }
}

/// A name as an id: what no id has becomes an underscore.
pub(crate) fn may_be(name: &str) -> String {
    if name.is_empty() || may_be_id(name) {
        return name.to_owned();
    }
    let bad = |c: char| !may_be_id(&format!("a{c}a")) || matches!(c, '!' | '<' | '>');
    let plain: String = name.chars().map(|c| if bad(c) { '_' } else { c }).collect();
    if may_be_id(&plain) { plain } else { format!("{plain}_") }
}
