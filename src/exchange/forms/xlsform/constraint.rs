//! Constraints that say bounds, and which choices exclude the others.

use super::column::Line;
use super::kind::Type;
use super::names;
use crate::exchange::forms::logic::{Ask, Logic, Order};
use crate::exchange::forms::xpath;
use crate::study::protocol::Choice;
use crate::study::protocol::filter::formula::ITSELF;
use crate::study::protocol::filter::number;

/// Whether a constraint says more than bounds and choices that exclude others do.
pub(crate) fn needs_check(line: &Line<'_>, kind: &Type, codes: &[String], choices: &[Choice]) -> bool {
    match kind {
        _ if line.get("constraint").is_empty() => false,
        Type::Number { whole, .. } => bounds(line, *whole).is_none(),
        Type::Choice { several, .. } => exclude(line, *several, codes, &mut choices.to_vec()),
        _ => true,
    }
}

/// The bounds that a constraint sets; nothing where it says anything else.
pub(crate) fn bounds(line: &Line<'_>, whole: bool) -> Option<(Option<f64>, Option<f64>)> {
    let text = line.get("constraint");
    if text.is_empty() {
        return Some((None, None));
    }
    let read = xpath::parse(&text).ok().and_then(|logic| both(&logic, whole));
    read.filter(|(min, max)| min.zip(*max).is_none_or(|(min, max)| min <= max))
}

/// A lower and an upper bound.
fn both(logic: &Logic, whole: bool) -> Option<(Option<f64>, Option<f64>)> {
    match logic {
        Logic::And(parts) => parts.iter().try_fold((None, None), |(min, max), part| match both(part, whole)? {
            (Some(_), _) if min.is_some() => None,
            (_, Some(_)) if max.is_some() => None,
            (lower, upper) => Some((min.or(lower), max.or(upper))),
        }),
        Logic::Field(field, Ask::Is(order, bound)) if field == ITSELF => {
            let ask = if whole { names::whole(*order, bound.clone()) } else { Ask::Is(*order, bound.clone()) };
            match ask {
                Ask::Is(Order::AtLeast, bound) => Some((Some(number(&bound)?), None)),
                Ask::Is(Order::AtMost, bound) => Some((None, Some(number(&bound)?))),
                _ => None,
            }
        }
        _ => None,
    }
}

/// Marks the choices that a constraint lets nobody combine with others; whether it says anything else.
pub(crate) fn exclude(line: &Line<'_>, several: bool, codes: &[String], choices: &mut [Choice]) -> bool {
    let bare = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>().replace('"', "'");
    let mut left = bare(&line.get("constraint"));
    for (code, choice) in codes.iter().zip(choices).filter(|_| several) {
        let one = bare(&exclusive(code));
        if left.contains(&one) {
            choice.exclusive = true;
            left = left.replacen(&one, "", 1);
        }
    }
    !left.replace("and", "").is_empty()
}

/// The constraint that lets nobody combine a choice with others.
pub(crate) fn exclusive(code: &str) -> String {
    format!("not(selected(., '{code}') and count-selected(.) > 1)")
}
