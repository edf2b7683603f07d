//! What functions give for values.

use super::Function;
use super::value::Value;
use super::{day, regex};

/// A year has so many days and a month so many, as REDCap's `datediff` has them.
const UNITS: [(&str, f64); 6] =
    [("y", 365.2425), ("M", 30.44), ("d", 1.0), ("h", 1.0 / 24.0), ("m", 1.0 / 1440.0), ("s", 1.0 / 86400.0)];
/// What binary fractions leave behind where a decimal fraction was meant.
const NOISE: f64 = 1e-9;

/// The value of a function whose arguments are all computed.
pub(crate) fn call(function: Function, parts: &[Value]) -> Value {
    let truth = truths(function, parts).map(Value::Truth);
    let number = || numbers(function, parts).map(Value::Number);
    truth.or_else(number).unwrap_or_else(|| texts(function, parts))
}

fn nth(parts: &[Value], place: usize) -> Value {
    parts.get(place).cloned().unwrap_or_else(Value::empty)
}

fn truths(function: Function, parts: &[Value]) -> Option<bool> {
    let text = |place| nth(parts, place).text();
    Some(match function {
        Function::Not => !nth(parts, 0).truth(),
        Function::True => true,
        Function::False => false,
        Function::Boolean => nth(parts, 0).truth(),
        Function::BooleanFromString => ["1", "true"].contains(&text(0).to_lowercase().as_str()),
        Function::Selected => {
            let wanted = text(1);
            nth(parts, 0).choices().iter().any(|choice| choice == wanted.trim())
        }
        Function::Contains => text(0).contains(&text(1)),
        Function::StartsWith => text(0).starts_with(&text(1)),
        Function::EndsWith => text(0).ends_with(&text(1)),
        Function::Regex => regex::compiled(&text(1)).is_some_and(|regex| regex.is_match(&text(0))),
        Function::Checklist => {
            let holding = parts.iter().skip(2).filter(|part| part.truth()).fold(0.0, |sum, _| sum + 1.0);
            within(parts, holding)
        }
        Function::WeightedChecklist => {
            let pairs = parts.get(2..).unwrap_or_default().chunks(2);
            let weights = pairs.filter(|pair| nth(pair, 0).truth()).map(|pair| nth(pair, 1).number());
            within(parts, weights.sum())
        }
        _ => return None,
    })
}

/// Whether a number lies between the first two arguments, of which -1 is no limit.
fn within(parts: &[Value], number: f64) -> bool {
    let limit = |place| Some(nth(parts, place).number()).filter(|limit| *limit >= 0.0);
    limit(0).is_none_or(|least| number >= least) && limit(1).is_none_or(|most| number <= most)
}

fn numbers(function: Function, parts: &[Value]) -> Option<f64> {
    let number = |place| nth(parts, place).number();
    #[expect(clippy::cast_precision_loss, reason = "lengths of texts and lists")]
    let count = |count: usize| count as f64;
    Some(match function {
        Function::Number => number(0),
        Function::Int => number(0).trunc(),
        Function::Round | Function::RoundUp | Function::RoundDown => {
            let decimals = if parts.len() > 1 { number(1) } else { 0.0 };
            rounded(function, number(0), decimals)
        }
        Function::Floor => number(0).floor(),
        Function::Ceiling => number(0).ceil(),
        Function::Abs => number(0).abs(),
        Function::Pow => number(0).powf(number(1)),
        Function::Sqrt => number(0).sqrt(),
        Function::Exp => number(0).exp(),
        Function::Log => number(0).ln(),
        Function::Log10 => number(0).log10(),
        Function::Sum | Function::Mean | Function::Min | Function::Max => gathered(function, parts),
        Function::CountNonEmpty => count(parts.iter().filter(|part| !part.is_empty()).count()),
        Function::CountSelected => count(nth(parts, 0).choices().len()),
        Function::StringLength => count(nth(parts, 0).text().chars().count()),
        Function::DecimalDateTime => nth(parts, 0).day().unwrap_or(f64::NAN),
        Function::DateDiff => difference(parts),
        Function::Year | Function::Month | Function::Day => {
            let date = nth(parts, 0).day().and_then(day::civil);
            date.map_or(f64::NAN, |date| match function {
                Function::Year => f64::from(date.year()),
                Function::Month => f64::from(date.month()),
                _ => f64::from(date.day()),
            })
        }
        _ => return None,
    })
}

/// A number with so many decimals.
fn rounded(function: Function, number: f64, decimals: f64) -> f64 {
    let scale = 10_f64.powf(decimals.trunc());
    let scaled = number * scale;
    let near = scaled.round();
    let is_near = |to: f64| (scaled - to).abs() < NOISE * scaled.abs().max(1.0);
    let whole = match function {
        Function::RoundUp if !is_near(near) => scaled.ceil(),
        Function::RoundDown if !is_near(near) => scaled.floor(),
        Function::RoundUp | Function::RoundDown => near,
        // 1.005 is a little less than a half as a binary fraction, and a half to whoever wrote it.
        _ if is_near(scaled.floor() + 0.5) => scaled.floor() + 1.0,
        _ => near,
    };
    if whole.is_finite() && scale.is_finite() { whole / scale } else { number }
}

/// Of the numbers that are there; nothing where none is.
fn gathered(function: Function, parts: &[Value]) -> f64 {
    // What is empty is passed over; what is no number makes the whole none.
    let there = parts.iter().filter(|part| matches!(part, Value::Number(_)) || !part.is_empty());
    let all: Vec<f64> = there.map(Value::number).collect();
    let sum = all.iter().sum::<f64>();
    if all.is_empty() || all.iter().any(|number| number.is_nan()) {
        return f64::NAN;
    }
    match function {
        Function::Sum => sum,
        Function::Mean => sum / all.iter().fold(0.0, |count, _| count + 1.0),
        Function::Min => all.into_iter().fold(f64::INFINITY, f64::min),
        _ => all.into_iter().fold(f64::NEG_INFINITY, f64::max),
    }
}

/// The time between two days.
fn difference(parts: &[Value]) -> f64 {
    let (one, other) = (nth(parts, 0).day(), nth(parts, 1).day());
    let unit = nth(parts, 2).text();
    let unit = UNITS.iter().find(|(name, _)| *name == unit).map(|(_, days)| *days);
    let signed = nth(parts, 3).truth();
    let days = one.zip(other).map(|(one, other)| if signed { other - one } else { (other - one).abs() });
    days.zip(unit).map_or(f64::NAN, |(days, unit)| days / unit)
}

fn texts(function: Function, parts: &[Value]) -> Value {
    let text = |place| nth(parts, place).text();
    let cut = |at: Option<(&str, &str)>, behind: bool| {
        at.map_or("", |(one, other)| if behind { other } else { one }).to_owned()
    };
    let all = |from: usize| parts.iter().skip(from).map(Value::text).collect::<Vec<_>>();
    Value::made(match function {
        Function::Once => return nth(parts, 0),
        Function::Date => {
            let day = nth(parts, 0).day().map(f64::floor);
            return day.map_or_else(Value::empty, Value::Day);
        }
        Function::SelectedAt => {
            let place = nth(parts, 1).number();
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked not to be below 0")]
            let place = (place >= 0.0).then_some(place as usize);
            place.and_then(|place| nth(parts, 0).choices().get(place).cloned()).unwrap_or_default()
        }
        Function::FormatDate => nth(parts, 0).day().map_or_else(String::new, |day| day::formatted(day, &text(1))),
        Function::String => text(0),
        Function::Concat => all(0).concat(),
        Function::Join => all(1).join(&text(0)),
        Function::Substr => substr(&text(0), &nth(parts, 1), parts.get(2)),
        Function::SubstringBefore => cut(text(0).split_once(&text(1)), false),
        Function::SubstringAfter => cut(text(0).split_once(&text(1)), true),
        Function::NormalizeSpace => text(0).split_whitespace().collect::<Vec<_>>().join(" "),
        Function::UpperCase => text(0).to_uppercase(),
        Function::LowerCase => text(0).to_lowercase(),
        Function::Translate => {
            let (from, to): (Vec<char>, Vec<char>) = (text(1).chars().collect(), text(2).chars().collect());
            let one =
                |c: char| from.iter().position(|other| *other == c).map_or(Some(c), |place| to.get(place).copied());
            text(0).chars().filter_map(one).collect()
        }
        _ => String::new(),
    })
}

/// From one character to before another; from the end where a place is below 0.
fn substr(text: &str, from: &Value, to: Option<&Value>) -> String {
    let characters: Vec<char> = text.chars().collect();
    #[expect(clippy::cast_precision_loss, reason = "the length of a text")]
    let length = characters.len() as f64;
    let place = |value: f64| {
        let place = if value < 0.0 { value + length } else { value };
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "within the text")]
        let place = place.clamp(0.0, length) as usize;
        place
    };
    let end = to.map_or(characters.len(), |to| place(to.number()));
    characters.get(place(from.number())..end).map_or_else(String::new, |part| part.iter().collect())
}
