//! Numbers as a spreadsheet shows them: dates, percent, leading zeros, and no `.0`.

use jiff::ToSpan;
use jiff::civil::{Date, Time};

/// How the numbers of a cell are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shown {
    /// As a number.
    Number,
    /// As a date, a time, or both.
    Date,
    /// In percent.
    Percent,
    /// With at least so many digits.
    Digits(usize),
}

impl Shown {
    /// What a built-in number format means.
    pub(crate) fn built_in(id: u32) -> Self {
        match id {
            9 | 10 => Self::Percent,
            14..=22 | 27..=36 | 45..=47 | 50..=58 => Self::Date,
            _ => Self::Number,
        }
    }

    /// What a number format means, such as `yyyy\-mm\-dd` or `0000`.
    pub(crate) fn of(code: &str) -> Self {
        let code = code.split(';').next().unwrap_or_default();
        if code.len() > 1 && code.bytes().all(|byte| byte == b'0') {
            return Self::Digits(code.len());
        }
        let (mut quoted, mut bracket, mut escaped) = (false, false, false);
        let part = |c: char| {
            let is_skipped = escaped || quoted || bracket || matches!(c, '"' | '[' | '\\');
            match c {
                _ if escaped => escaped = false,
                '"' => quoted = !quoted,
                _ if quoted => {}
                '\\' | '_' | '*' => escaped = true,
                '[' => bracket = true,
                ']' => bracket = false,
                _ => {}
            }
            match c {
                _ if is_skipped => None,
                'y' | 'Y' | 'm' | 'M' | 'd' | 'D' | 'h' | 'H' | 's' | 'S' => Some(Self::Date),
                '%' => Some(Self::Percent),
                _ => None,
            }
        };
        if code == "General" { Self::Number } else { code.chars().find_map(part).unwrap_or(Self::Number) }
    }

    /// A number as text.
    pub(crate) fn text(self, number: &str, from_1904: bool) -> String {
        let Ok(value) = number.parse::<f64>() else { return number.to_owned() };
        match self {
            Self::Date => date(value, from_1904).unwrap_or_else(|| plain(number, value)),
            Self::Percent => percent(value),
            Self::Digits(width) => format!("{:0>width$}", plain(number, value)),
            Self::Number => plain(number, value),
        }
    }
}

/// A number without `.0`, with the fifteen digits that a spreadsheet counts with.
pub(crate) fn plain(number: &str, value: f64) -> String {
    let is_whole = number.bytes().all(|byte| byte.is_ascii_digit());
    if is_whole {
        return number.to_owned();
    }
    format!("{value:.14e}").parse().unwrap_or(value).to_string()
}

/// A share as it is shown: a half is `50%`.
pub(crate) fn percent(share: f64) -> String {
    let hundredths = share * 100.0;
    format!("{}%", plain(&hundredths.to_string(), hundredths))
}

/// The day, the time of day, or both, that a number of days stands for.
fn date(value: f64, from_1904: bool) -> Option<String> {
    // Beyond the years that can be shown.
    if !(0.0..3_000_000.0).contains(&value) {
        return None;
    }
    #[expect(clippy::cast_possible_truncation, reason = "bounded above")]
    let seconds = (value * 86_400.0).round() as i64;
    let (days, rest) = (seconds.div_euclid(86_400), seconds.rem_euclid(86_400));
    let time = Time::midnight().checked_add(rest.seconds()).ok()?;
    if days == 0 && !from_1904 {
        return Some(time.to_string());
    }
    let first = match (from_1904, days) {
        (true, _) => Date::new(1904, 1, 1),
        // Excel has a 29 February 1900.
        (false, ..60) => Date::new(1899, 12, 31),
        (false, _) => Date::new(1899, 12, 30),
    };
    let day = first.ok()?.checked_add(days.days()).ok()?;
    Some(if rest == 0 { day.to_string() } else { format!("{day} {time}") })
}
