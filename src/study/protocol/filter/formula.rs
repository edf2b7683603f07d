//! What is computed from answers: `round(${a} + ${b}, 1)`, in the syntax of `XForms` (`XPath` 1.0 with `${id}`).
//!
//! One tree, read by [`parse`](Expr::parse), written by its `Display` and computed by `compute`. What
//! functions there are and what each does stands in `function`. Forms of other programs are read into the same tree.
//! Source of the rules: the `OpenRosa` `XForms` specification and its functions as ODK computes them (`JavaRosa`).

mod call;
mod day;
mod eval;
mod function;
mod parse;
mod print;
mod regex;
#[cfg(test)]
mod tests;
mod token;
mod value;

pub use eval::Outcome;
pub use function::{Function, Gives};

use super::Key;
use crate::study::index::QuestionIx;
use std::convert::Infallible;

/// The name that stands for the question itself, in a constraint of a form.
pub(crate) const ITSELF: &str = ".";

/// An expression over fields: names while it is read, places once it is known what they mean.
#[derive(Debug, Clone, PartialEq)]
pub enum Expr<F = Place> {
    /// A text.
    Text(String),
    /// A number, not below 0.
    Number(f64),
    /// What stands in a field.
    Field(F),
    /// A number with the other sign.
    Negative(Box<Self>),
    /// Two parts with an operator between them.
    Pair(Box<Self>, Operator, Box<Self>),
    /// A function of its arguments.
    Call(Function, Vec<Self>),
}

/// What stands between two parts, by how tightly it binds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Operator {
    /// `or`
    Or,
    /// `and`
    And,
    /// `=`
    Equal,
    /// `!=`
    Unequal,
    /// `<`
    Below,
    /// `<=`
    AtMost,
    /// `>`
    Above,
    /// `>=`
    AtLeast,
    /// `+`
    Plus,
    /// `-`
    Minus,
    /// `*`
    Times,
    /// `div`
    Div,
    /// `mod`
    Mod,
}

/// A field of the protocol.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// The question or the column.
    pub key: Key,
    /// What stands there.
    pub holds: Holds,
    /// Whether it may stay unanswered.
    pub optional: bool,
}

/// What a field or an expression holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// A number.
    Number,
    /// A date.
    Date,
    /// A text.
    Text,
    /// Yes or no.
    Truth,
    /// A choice, by its id.
    Choice,
    /// Several choices.
    Choices,
    /// Whatever a column says.
    Column,
}

impl Operator {
    /// Every operator with what it is written as and how tightly it binds.
    pub(crate) const ALL: [(Self, &'static str, u8); 13] = [
        (Self::Or, "or", 1),
        (Self::And, "and", 2),
        (Self::Equal, "=", 3),
        (Self::Unequal, "!=", 3),
        (Self::AtMost, "<=", 4),
        (Self::AtLeast, ">=", 4),
        (Self::Below, "<", 4),
        (Self::Above, ">", 4),
        (Self::Plus, "+", 5),
        (Self::Minus, "-", 5),
        (Self::Times, "*", 6),
        (Self::Div, "div", 6),
        (Self::Mod, "mod", 6),
    ];

    /// What it is written as, and how tightly it binds.
    pub(crate) fn sign(self) -> (&'static str, u8) {
        Self::ALL.iter().find(|(known, ..)| *known == self).map_or(("", 0), |(_, sign, binds)| (sign, *binds))
    }

    /// Whether it gives a truth.
    pub(crate) fn is_test(self) -> bool {
        self.sign().1 < 5
    }
}

impl<F> Expr<F> {
    /// Two parts with an operator between them.
    #[must_use]
    pub fn pair(left: Self, operator: Operator, right: Self) -> Self {
        Self::Pair(Box::new(left), operator, Box::new(right))
    }

    /// A text.
    pub fn text(text: &str) -> Self {
        Self::Text(text.to_owned())
    }

    /// It does not hold.
    #[must_use]
    pub fn negated(self) -> Self {
        Self::Call(Function::Not, vec![self])
    }

    /// All of them with an operator between them, if there is one at all.
    pub fn joined(parts: impl IntoIterator<Item = Self>, operator: Operator) -> Option<Self> {
        parts.into_iter().reduce(|left, right| Self::pair(left, operator, right))
    }

    /// The parts that an operator joins at the top.
    pub fn split(self, operator: Operator) -> Vec<Self> {
        let (mut parts, mut open) = (Vec::new(), vec![self]);
        while let Some(part) = open.pop() {
            match part {
                Self::Pair(left, between, right) if between == operator => open.extend([*right, *left]),
                other => parts.push(other),
            }
        }
        parts
    }

    /// Its direct parts.
    pub fn parts(&self) -> Vec<&Self> {
        match self {
            Self::Text(_) | Self::Number(_) | Self::Field(_) => Vec::new(),
            Self::Negative(part) => vec![part],
            Self::Pair(left, _, right) => vec![left, right],
            Self::Call(_, parts) => parts.iter().collect(),
        }
    }

    /// Itself and everything that it consists of.
    pub fn walk(&self) -> Vec<&Self> {
        let (mut all, mut open) = (Vec::new(), vec![self]);
        while let Some(part) = open.pop() {
            all.push(part);
            open.extend(part.parts().into_iter().rev());
        }
        all
    }

    /// The fields in it, as often as they stand there.
    pub fn fields(&self) -> Vec<&F> {
        self.walk()
            .into_iter()
            .filter_map(|part| if let Self::Field(field) = part { Some(field) } else { None })
            .collect()
    }

    /// The same with an expression in the place of each field.
    pub fn replaced<G, E>(&self, with: &mut impl FnMut(&F) -> Result<Expr<G>, E>) -> Result<Expr<G>, E> {
        Ok(match self {
            Self::Text(text) => Expr::Text(text.clone()),
            Self::Number(number) => Expr::Number(*number),
            Self::Field(field) => with(field)?,
            Self::Negative(part) => Expr::Negative(Box::new(part.replaced(with)?)),
            Self::Pair(left, operator, right) => Expr::pair(left.replaced(with)?, *operator, right.replaced(with)?),
            Self::Call(function, parts) => {
                let parts = parts.iter().map(|part| part.replaced(with));
                Expr::Call(*function, parts.collect::<Result<_, E>>()?)
            }
        })
    }

    /// The same with an expression in the place of each field, which there is for every one.
    #[must_use]
    pub fn mapped<G>(&self, with: impl Fn(&F) -> Expr<G>) -> Expr<G> {
        let Ok(expr) = self.replaced(&mut |field| Ok::<_, Infallible>(with(field)));
        expr
    }
}

impl Expr {
    /// What it looks at, as often as it looks there.
    pub fn keys(&self) -> Vec<Key> {
        self.fields().into_iter().map(|place| place.key).collect()
    }

    /// The questions among that.
    pub(crate) fn questions(&self) -> Vec<QuestionIx> {
        self.keys().into_iter().filter_map(Key::question).collect()
    }

    /// The same with names for its places.
    pub fn named(&self, name: impl Fn(Key) -> String) -> Expr<String> {
        self.mapped(|place| Expr::Field(name(place.key)))
    }

    /// The same over other keys, if each has a counterpart.
    pub fn moved(&self, key: impl Fn(Key) -> Option<Key>) -> Option<Self> {
        self.replaced(&mut |place: &Place| key(place.key).map(|key| Self::Field(Place { key, ..*place })).ok_or(()))
            .ok()
    }
}

impl<F> Expr<F> {
    /// What it gives, where each field holds what it does.
    pub fn holds(&self, field: &impl Fn(&F) -> Holds) -> Holds {
        match self {
            Self::Text(_) => Holds::Text,
            Self::Field(place) => field(place),
            Self::Pair(_, operator, _) if operator.is_test() => Holds::Truth,
            Self::Number(_) | Self::Negative(_) | Self::Pair(..) => Holds::Number,
            Self::Call(function, parts) => match function.gives() {
                Gives::One(holds) => holds,
                Gives::From(first) => {
                    let is_empty = |part: &&Self| matches!(part, Self::Text(text) if text.is_empty());
                    let told = parts.iter().skip(first).filter(|part| !is_empty(part)).map(|part| part.holds(field));
                    told.reduce(|one, other| if one == other { one } else { Holds::Text }).unwrap_or(Holds::Text)
                }
            },
        }
    }
}
