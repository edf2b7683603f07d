//! Days as numbers since 1970-01-01, and back.

use jiff::civil::{Date, date};
use jiff::{Span, Unit};

const START: Date = date(1970, 1, 1);

/// The number of a whole date, `YYYY-MM-DD`, also where a time of day stands behind it.
pub(crate) fn number(text: &str) -> Option<f64> {
    let day = text.get(..10).filter(|_| text.len() == 10 || text.get(10..11) == Some("T"))?;
    let known = crate::study::protocol::answer::date(day)?;
    let days = known.parse::<Date>().ok()?.since((Unit::Day, START)).ok()?.get_days();
    Some(f64::from(days))
}

/// The day with a number.
pub(crate) fn civil(number: f64) -> Option<Date> {
    #[expect(clippy::cast_possible_truncation, reason = "within a million days of 1970")]
    let days = (number.is_finite() && number.abs() < 1e6).then(|| number.floor() as i64)?;
    START.checked_add(Span::new().try_days(days).ok()?).ok()
}

/// The day with a number, as it is stored.
pub(crate) fn text(number: f64) -> String {
    civil(number).map_or_else(String::new, |day| day.to_string())
}

/// A day by a pattern, as ODK has them: `%e` and `%n` have no leading zero, and no time of day is known.
pub(crate) fn formatted(number: f64, pattern: &str) -> String {
    let Some(day) = civil(number) else { return String::new() };
    let mut text = String::new();
    let mut characters = pattern.chars();
    while let Some(c) = characters.next() {
        match (c, if c == '%' { characters.next() } else { None }) {
            ('%', Some('Y')) => text += &format!("{:04}", day.year()),
            ('%', Some('y')) => text += &format!("{:02}", day.year().rem_euclid(100)),
            ('%', Some('m')) => text += &format!("{:02}", day.month()),
            ('%', Some('n')) => text += &day.month().to_string(),
            ('%', Some('d')) => text += &format!("{:02}", day.day()),
            ('%', Some('e')) => text += &day.day().to_string(),
            ('%', Some('b')) => text += &day.strftime("%b").to_string(),
            ('%', Some('a')) => text += &day.strftime("%a").to_string(),
            ('%', Some('H' | 'M' | 'S')) => text += "00",
            ('%', Some('h')) => text.push('0'),
            ('%', Some('3')) => text += "000",
            ('%', other) => text.extend(other),
            (c, _) => text.push(c),
        }
    }
    text
}
