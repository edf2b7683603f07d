//! The first and the last day that a field takes, as checks: a date has no bounds of its own.

use super::kind::is_date;
use super::notice::Notices;
use super::sheet::{Column, Row};
use crate::base::language::Words;
use crate::msg;
use crate::study::index::QuestionIx;
use crate::study::protocol::filter::{Bound, Filter, Key, Term, Test};
use crate::study::protocol::{Check, Protocol};
use jiff::ToSpan;
use jiff::civil::Date;

/// The checks of a field that is the question at `place`.
pub(crate) fn checks(row: &Row, place: QuestionIx, protocol: &Protocol, notices: &mut Notices) -> Vec<Check> {
    if !is_date(row) {
        return Vec::new();
    }
    let words = Words::new(protocol.lang);
    let asked = protocol.questions.get(place).map_or("", |question| question.text.as_str());
    let mut found = Vec::new();
    for (column, step) in [(Column::Min, -1), (Column::Max, 1)] {
        let bound = row.get(column);
        // What lies beyond begins the day before or after.
        let day = day(bound, row.get(Column::Validation));
        match day.and_then(|day| Some((day, Bound::Value(day.checked_add(step.days()).ok()?.to_string())))) {
            Some((day, beyond)) => {
                let day = day.to_string();
                let (test, message) = if step > 0 {
                    let test = Test::Between { min: Some(beyond), max: None };
                    (test, msg!("redcap-day-late", text = asked, day = day))
                } else {
                    let test = Test::Between { min: None, max: Some(beyond) };
                    (test, msg!("redcap-day-early", text = asked, day = day))
                };
                let when = Filter { terms: vec![Term::Is(Key::Question(place), test)] };
                found.push(Check { when, message: words.say(&message) });
            }
            None if bound.is_empty() => {}
            None => notices.tell(row, msg!("redcap-mapped-bound", found = bound)),
        }
    }
    found
}

/// A day in the order of the file, or in that of the field.
fn day(text: &str, validation: &str) -> Option<Date> {
    if let Ok(day) = text.parse() {
        return Some(day);
    }
    let parts: Vec<i16> = text.split(['-', '/', '.']).map(str::parse).collect::<Result<_, _>>().ok()?;
    let [year, month, day] = match (validation, parts.as_slice()) {
        ("date_dmy", [day, month, year]) | ("date_mdy", [month, day, year]) | (_, [year, month, day]) => {
            [*year, *month, *day]
        }
        _ => return None,
    };
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}
