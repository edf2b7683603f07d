//! Rows of a form that are computed, and constraints that no bound can say.

use super::Reading;
use super::condition::Condition;
use crate::base::fault::{Faults, Result};
use crate::exchange::forms::extension_columns::ExtensionFields;
use crate::exchange::forms::logic::Logic;
use crate::exchange::forms::xlsform::column::{DERIVED, Line};
use crate::exchange::forms::xlsform::kind::Type;
use crate::exchange::forms::xlsform::names::Became;
use crate::msg;
use crate::study::protocol::condition::Scope;
use crate::study::protocol::filter::formula::{Expr, Function, Holds, ITSELF, Operator};
use crate::study::protocol::{Derive, Kind, Per, Question};

/// What a device notes of when a form is filled in: the day of the answers.
const DAYS: [&str; 3] = ["today", "start", "end"];

impl<'a> Reading<'a> {
    /// A row that is computed: a question of the kind that is asked for, or that its formula gives. One that looks at no
    /// answer stands for its formula wherever it is named.
    pub(crate) fn calculated(&mut self, line: Line<'a>, name: String, kind: Option<Kind>) {
        let text = line.get("calculation");
        if text.trim().is_empty() {
            // What another program would set: nothing is in it here.
            self.log.leave_alike(&line, msg!("xlsform-computed-left"), "type");
            return self.names.add(name, None);
        }
        match self.formula(&text) {
            Ok((expr, _)) if expr.fields().is_empty() => {
                self.tell_left(&line, &name);
                self.names.constant(name, expr);
            }
            Ok((named, expr)) => {
                let Some(id) = self.id(&line, &name) else { return };
                let kind = kind.unwrap_or_else(|| kind_of(expr.holds(&|place| place.holds)));
                let label = self.language.text(&line, "label", self.log);
                let text = if label.is_empty() { id.clone() } else { label };
                self.log.tell(msg!("xlsform-computed", name = id.as_str(), formula = named.to_string()));
                self.names.add(name, Some(Became { id: id.clone(), codes: Vec::new(), whole: false }));
                let question = Question { derive: Some(Derive::Formula(expr)), ..Question::new(id, text, kind) };
                self.add(question, ExtensionFields::default(), vec![Condition::of(line)]);
            }
            Err(faults) => {
                self.uncomputed(&line, &name, faults);
                self.names.add(name, None);
            }
        }
    }

    /// A formula over the ids of the protocol, and over its places.
    fn formula(&self, text: &str) -> Result<(Expr<String>, Expr)> {
        let protocol = &self.protocol;
        let named = self.names.formula(&Expr::parse(text)?)?;
        let named = self.in_repeat(Logic::Formula(named), protocol.questions.next_key())?.expr();
        let scope = Scope::new(&protocol.attributes, &protocol.questions, protocol.questions.next_key(), Per::Case);
        let expr = named.resolved(&scope)?;
        Ok((named, expr))
    }

    /// Notes what cannot be computed: left out where nothing depends on it, and told
    /// once where no answer is in it either.
    fn uncomputed(&mut self, line: &Line<'a>, name: &str, faults: Faults) {
        let text = line.get("calculation");
        let is_needed = is_needed(line, name);
        if !is_needed && !self.names.answered().any(|known| text.contains(&format!("${{{known}}}"))) {
            return self.log.leave_alike(line, msg!("xlsform-computed-left"), "calculation");
        }
        for fault in faults.0 {
            let fault = line.placed(fault, "calculation");
            if is_needed { self.log.lose(fault) } else { self.log.leave(fault) }
        }
    }

    /// Tells of a row that nothing depends on and no answer is in.
    fn tell_left(&mut self, line: &Line<'a>, name: &str) {
        if !is_needed(line, name) {
            self.log.tell_alike(line, msg!("xlsform-computed-none"));
        }
    }

    /// What a device notes: days can be computed with.
    pub(crate) fn noted(&mut self, line: &Line<'_>, name: &str) -> bool {
        let is_day = DAYS.contains(&Type::name(&line.get("type")).to_lowercase().as_str());
        if is_day {
            self.names.constant(name.to_owned(), Expr::Call(Function::Today, Vec::new()));
        }
        is_day
    }

    /// A constraint that no bound can say: a check, which finds an answer that does not meet it.
    pub(crate) fn check_constraint(&mut self, line: Line<'a>, name: &str) {
        let expr = match Expr::parse(&line.get("constraint")) {
            Ok(expr) => expr,
            Err(faults) => {
                return faults.0.into_iter().for_each(|fault| self.log.lose(line.placed(fault, "constraint")));
            }
        };
        let meant = expr.mapped(|field| Expr::Field(if field == ITSELF { name.to_owned() } else { field.clone() }));
        let given = Expr::pair(Expr::Field(name.to_owned()), Operator::Unequal, Expr::text(""));
        let text = Expr::pair(given, Operator::And, meant.negated()).to_string();
        let message = self.language.text(&line, "constraint_message", self.log);
        let message = if message.is_empty() { format!("{name}: {expr}") } else { message };
        self.checks.push((Condition { text, line, column: "constraint" }, message));
    }
}

/// Whether another row of the form names a row.
fn is_needed(line: &Line<'_>, name: &str) -> bool {
    let names = [format!("${{{name}}}"), format!("/{name}")];
    let others = line.of.lines().filter(|other| other.row.number != line.row.number);
    let mut cells = others.flat_map(|other| other.cells());
    cells.any(|(_, text)| names.iter().any(|name| text.contains(name.as_str())))
}

/// The kind of a question that is computed although its type asks for an answer.
pub(crate) fn computed_kind(line: &Line<'_>, kind: &Type) -> Option<Kind> {
    if line.get("calculation").is_empty() || !line.get(DERIVED).is_empty() {
        return None;
    }
    match kind {
        Type::Number { .. } => Some(kind_of(Holds::Number)),
        Type::Date => Some(Kind::Date),
        Type::Text => Some(Kind::Text),
        _ => None,
    }
}

/// The kind of question for what a formula gives.
fn kind_of(holds: Holds) -> Kind {
    match holds {
        Holds::Number => Kind::Number { unit: String::new(), min: None, max: None },
        Holds::Date => Kind::Date,
        Holds::Text | Holds::Truth | Holds::Choice | Holds::Choices | Holds::Column => Kind::Text,
    }
}
