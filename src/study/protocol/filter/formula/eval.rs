//! Computing a formula for a case.
//!
//! A part that is unanswered, or not asked, is empty: in arithmetic that gives nothing. It is noted whether anything
//! unanswered was needed, so that what is not yet known is never taken for what is not so.

use super::call::call;
use super::value::{Value, compared, written};
use super::{Expr, Function, Operator, Place, day};
use crate::study::protocol::Kind;
use crate::study::protocol::filter::{Seen, Subject, Truth};

/// Whether what was found may change with an answer that is not there yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Open {
    /// It does not.
    No,
    /// Only with one that may stay away.
    Optional,
    /// It does.
    Yes,
}

/// A value, and whether it is settled.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Found {
    pub(crate) value: Value,
    pub(crate) open: Open,
}

/// What a formula comes to as an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// This, as answers are stored.
    Answer(String),
    /// Nothing.
    Nothing,
    /// It waits for an answer.
    Waiting,
}

impl Expr {
    /// What it is for a case, as an answer of this kind.
    pub(crate) fn compute(&self, kind: &Kind, subject: &impl Subject) -> Outcome {
        let found = self.found(subject);
        let value = &found.value;
        let text = match kind {
            _ if value.is_empty() => String::new(),
            Kind::Number { .. } => written(value.number()).unwrap_or_default(),
            Kind::Date => value.day().map(day::text).unwrap_or_default(),
            Kind::Text | Kind::Choice(_) | Kind::Choices(_) => value.text(),
        };
        match found.open {
            Open::Yes => Outcome::Waiting,
            _ if text.is_empty() => Outcome::Nothing,
            Open::No | Open::Optional => Outcome::Answer(text),
        }
    }

    /// Whether it holds for a case.
    pub(crate) fn judge(&self, subject: &impl Subject) -> Truth {
        let found = self.found(subject);
        match (found.value.truth(), found.open) {
            (true, _) => Truth::True,
            (false, Open::No) => Truth::False,
            (false, Open::Optional | Open::Yes) => Truth::Unknown,
        }
    }

    fn found(&self, subject: &impl Subject) -> Found {
        Case { subject, whole: self }.found(self)
    }
}

/// A case, and all that is computed for it.
struct Case<'s, S> {
    subject: &'s S,
    whole: &'s Expr,
}

impl<S: Subject> Case<'_, S> {
    fn found(&self, expr: &Expr) -> Found {
        let settled = |value| Found { value, open: Open::No };
        match expr {
            Expr::Text(text) => settled(Value::Text(text.clone())),
            Expr::Number(number) => settled(Value::Number(*number)),
            Expr::Field(place) => self.field(place),
            Expr::Negative(part) => {
                let found = self.found(part);
                Found { value: Value::Number(-found.value.number()), open: found.open }
            }
            Expr::Pair(left, Operator::And, right) => self.settled_by(false, left, right),
            Expr::Pair(left, Operator::Or, right) => self.settled_by(true, left, right),
            Expr::Pair(left, operator, right) => {
                let (left, right) = (self.found(left), self.found(right));
                let open = left.open.max(right.open);
                Found { value: between(&left.value, *operator, &right.value), open }
            }
            Expr::Call(function, parts) => self.call(*function, parts),
        }
    }

    fn field(&self, place: &Place) -> Found {
        match place.key.seen(self.subject) {
            Seen::Masked => Found { value: Value::empty(), open: Open::No },
            Seen::Unanswered => {
                Found { value: Value::empty(), open: if place.optional { Open::Optional } else { Open::Yes } }
            }
            Seen::Answer(answer) => Found { value: Value::of(answer, place), open: Open::No },
        }
    }

    /// Both or either: one part that is settled may settle it.
    fn settled_by(&self, by: bool, left: &Expr, right: &Expr) -> Found {
        let (left, right) = (self.found(left), self.found(right));
        let meets = |found: &Found| found.value.truth() == by;
        let open = match (meets(&left), meets(&right)) {
            (true, true) => left.open.min(right.open),
            (true, false) => left.open,
            (false, true) => right.open,
            (false, false) => left.open.max(right.open),
        };
        Found { value: Value::Truth((meets(&left) || meets(&right)) == by), open }
    }

    fn call(&self, function: Function, parts: &[Expr]) -> Found {
        match (function, parts) {
            (Function::If, [test, one, other]) => {
                let test = self.found(test);
                let taken = self.found(if test.value.truth() { one } else { other });
                Found { value: taken.value, open: taken.open.max(test.open) }
            }
            (Function::Coalesce, parts) => {
                let mut open = Open::No;
                let mut last = Value::empty();
                for part in parts {
                    let found = self.found(part);
                    open = open.max(found.open);
                    last = found.value;
                    if !last.is_empty() {
                        break;
                    }
                }
                Found { value: last, open }
            }
            (Function::Today | Function::Now, _) => {
                let today = self.subject.day(&self.whole.questions());
                #[expect(clippy::cast_precision_loss, reason = "days of a calendar")]
                let value = today.map_or_else(Value::empty, |today| Value::Day(today as f64));
                Found { value, open: Open::No }
            }
            (function, parts) => {
                let found: Vec<Found> = parts.iter().map(|part| self.found(part)).collect();
                let open = found.iter().map(|found| found.open).max().unwrap_or(Open::No);
                let values: Vec<Value> = found.into_iter().map(|found| found.value).collect();
                Found { value: call(function, &values), open }
            }
        }
    }
}

fn between(left: &Value, operator: Operator, right: &Value) -> Value {
    let (one, other) = (left.number(), right.number());
    Value::Number(match operator {
        Operator::Plus => one + other,
        Operator::Minus => one - other,
        Operator::Times => one * other,
        Operator::Div => one / other,
        Operator::Mod => one % other,
        _ => return Value::Truth(compared(left, operator, right)),
    })
}
