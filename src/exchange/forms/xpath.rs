//! Expressions of XLSForm as conditions, and conditions as expressions.

use super::logic::{Ask, Logic};
use crate::base::fault::Result;
use crate::study::protocol::filter::formula::{Expr, Operator};

/// Reads an expression.
pub(crate) fn parse(text: &str) -> Result<Logic> {
    Ok(Expr::parse(text)?.into())
}

/// A condition as an expression.
pub(crate) fn written(logic: &Logic) -> String {
    let joined = |parts: &[Logic], word: &str, idle: &str| match parts {
        [] => idle.to_owned(),
        parts => parts.iter().map(part).collect::<Vec<_>>().join(&format!(" {word} ")),
    };
    match logic {
        Logic::And(parts) => joined(parts, "and", "true()"),
        Logic::Or(parts) => joined(parts, "or", "false()"),
        Logic::Not(inner) => match inner.as_ref() {
            Logic::Field(field, Ask::Answered) => {
                Expr::pair(Expr::Field(field.clone()), Operator::Equal, Expr::text("")).to_string()
            }
            inner => format!("not({})", written(inner)),
        },
        Logic::Field(..) | Logic::Formula(_) => logic.expr().to_string(),
    }
}

/// A part of a longer expression.
fn part(logic: &Logic) -> String {
    match logic {
        Logic::And(parts) | Logic::Or(parts) if parts.len() > 1 => format!("({})", written(logic)),
        Logic::Formula(Expr::Pair(_, Operator::And | Operator::Or, _)) => format!("({})", written(logic)),
        _ => written(logic),
    }
}

#[cfg(test)]
mod tests;
