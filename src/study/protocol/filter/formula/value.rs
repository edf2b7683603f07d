//! What parts of a formula come to, and how one kind of value is taken for another.

use super::{Operator, Place, day};
use crate::study::protocol::answer::decimal;
use crate::study::protocol::filter;
use crate::study::protocol::filter::formula::Holds;

/// Numbers that differ by less are equal, as in `JavaRosa`.
const NEAR: f64 = 1e-12;
/// A longer text is no answer, so that texts of texts stay within bounds.
const LONGEST: usize = 20_000;

/// A value.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Value {
    Text(String),
    Number(f64),
    Truth(bool),
    /// A day by its number.
    Day(f64),
    /// A date without a day, or without a month: a text that is no number.
    Part(String),
    /// Choices, as they are stored.
    Chosen(String),
}

impl Value {
    /// Nothing.
    pub(crate) fn empty() -> Self {
        Self::Text(String::new())
    }

    /// A text that a function made.
    pub(crate) fn made(text: String) -> Self {
        if text.len() > LONGEST { Self::empty() } else { Self::Text(text) }
    }

    /// What an answer says in a field.
    pub(crate) fn of(answer: &str, place: &Place) -> Self {
        let text = || Self::Text(answer.to_owned());
        let day = || day::number(answer).map(Self::Day);
        match place.holds {
            Holds::Number => filter::number(answer).map_or_else(text, Self::Number),
            Holds::Date => day().unwrap_or_else(|| Self::Part(answer.to_owned())),
            Holds::Choice | Holds::Choices => Self::Chosen(answer.to_owned()),
            // A decimal comma makes a number of a text in no program.
            Holds::Column if answer.contains(',') => filter::number(answer).map_or_else(text, Self::Number),
            Holds::Column => day().unwrap_or_else(text),
            Holds::Text | Holds::Truth => text(),
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        match self {
            Self::Text(text) | Self::Part(text) | Self::Chosen(text) => text.is_empty(),
            Self::Number(number) => number.is_nan(),
            Self::Truth(_) | Self::Day(_) => false,
        }
    }

    /// As a number; NaN where it is none.
    pub(crate) fn number(&self) -> f64 {
        match self {
            Self::Number(number) | Self::Day(number) => *number,
            Self::Truth(holds) => f64::from(u8::from(*holds)),
            Self::Text(text) | Self::Chosen(text) => {
                let text = text.trim();
                let is_plain = text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'-' | b'.'));
                text.parse().ok().filter(|_| is_plain).unwrap_or(f64::NAN)
            }
            Self::Part(_) => f64::NAN,
        }
    }

    pub(crate) fn truth(&self) -> bool {
        match self {
            Self::Truth(holds) => *holds,
            Self::Number(number) => !number.is_nan() && number.abs() > NEAR,
            Self::Day(_) => true,
            Self::Text(text) | Self::Part(text) | Self::Chosen(text) => !text.is_empty(),
        }
    }

    pub(crate) fn text(&self) -> String {
        match self {
            Self::Text(text) | Self::Part(text) => text.clone(),
            Self::Chosen(ids) => ids.replace(';', " "),
            Self::Truth(holds) => holds.to_string(),
            Self::Day(number) => day::text(*number),
            Self::Number(number) if number.abs() < NEAR => "0".to_owned(),
            Self::Number(number) if number.is_infinite() => {
                if *number < 0.0 { "-Infinity" } else { "Infinity" }.to_owned()
            }
            Self::Number(number) => written(*number).unwrap_or_else(|| number.to_string()),
        }
    }

    /// As a day: of a date, of a text that is one, of a number of days.
    pub(crate) fn day(&self) -> Option<f64> {
        match self {
            Self::Day(number) => Some(*number),
            Self::Text(text) if day::number(text).is_some() => day::number(text),
            Self::Part(_) | Self::Truth(_) => None,
            other => Some(other.number()).filter(|number| day::civil(*number).is_some()),
        }
    }

    /// The choices given: by id, or the words of a text.
    pub(crate) fn choices(&self) -> Vec<String> {
        match self {
            Self::Chosen(ids) => ids.split(';').filter(|id| !id.is_empty()).map(str::to_owned).collect(),
            other => other.text().split_whitespace().map(str::to_owned).collect(),
        }
    }
}

/// A number as answers are stored: six decimals, as what adding binary fractions leaves beyond them is nobody's answer.
pub(crate) fn written(number: f64) -> Option<String> {
    decimal(&format!("{number:.6}"))
}

/// Whether one value is so to another.
pub(crate) fn compared(left: &Value, operator: Operator, right: &Value) -> bool {
    use Operator::{Above, AtLeast, AtMost, Below, Equal, Unequal};
    // A text beside a day is a date where it can be one.
    let beside = |one: &Value, other: &Value| match (one, other) {
        (Value::Text(text), Value::Day(_)) => day::number(text).unwrap_or(f64::NAN),
        (one, _) => one.number(),
    };
    let (one, other) = (beside(left, right), beside(right, left));
    let is_number = |value: &Value| matches!(value, Value::Number(_) | Value::Day(_));
    let equal = || match (left, right) {
        (Value::Truth(_), _) | (_, Value::Truth(_)) => left.truth() == right.truth(),
        _ if is_number(left) || is_number(right) => (one - other).abs() < NEAR,
        _ => left.text() == right.text(),
    };
    match operator {
        Equal => equal(),
        Unequal => !equal(),
        Below => one < other,
        AtMost => one <= other,
        Above => one > other,
        AtLeast => one >= other,
        _ => false,
    }
}
