//! What a cell says: what its number format shows of it, but with all the digits that the format only rounds away.
//!
//! Dates come out as ISO writes them, with those of their parts that are shown: a month without a day stays one.

mod code;

use super::CellType;
use super::day::as_shown;
use code::{Part, Section};
use jiff::ToSpan;
use jiff::civil::{Date, DateTime, Time};

/// A number has at most so many digits that a spreadsheet counts with.
const DIGITS: f64 = 1e15;
/// What is written beside an amount of money.
const MONEY: [&str; 8] = ["kr", "kr.", ":-", "sek", "€", "eur", "$", "£"];

/// How a number format shows what is in a cell.
#[derive(Debug, Clone, Default)]
pub(crate) struct Format {
    sections: Vec<Section>,
}

/// What a cell shows.
pub(crate) type Shown = (String, CellType);

impl Format {
    /// A number format by its code, such as `yyyy\-mm\-dd` or `0000`.
    pub(crate) fn of(code: &str) -> Self {
        Self { sections: code::sections(code) }
    }

    /// A built-in number format by its number.
    pub(crate) fn built_in(id: u32) -> Self {
        Self::of(match id {
            1 => "0",
            2 | 4 => "0.00",
            9 | 10 => "0%",
            11 | 48 => "0.00E+00",
            12 | 13 => "# ?/?",
            14 | 27..=31 | 34..=36 | 50..=58 => "yyyy-mm-dd",
            15 => "d-mmm-yy",
            16 => "d-mmm",
            17 => "mmm-yy",
            18 | 20 | 32 => "h:mm",
            19 | 21 | 33 => "h:mm:ss",
            22 => "yyyy-mm-dd h:mm",
            45 | 47 => "mm:ss",
            46 => "[h]:mm:ss",
            49 => "@",
            _ => "General",
        })
    }

    /// What is shown of a number; nothing of one with more digits than a spreadsheet counts with.
    pub(crate) fn number(&self, number: &str, from_1904: bool) -> Option<Shown> {
        let Ok(value) = number.parse::<f64>() else { return Some((number.to_owned(), CellType::Text)) };
        let section = code::chosen(&self.sections, value);
        let shown = match section {
            Some(section) if section.has_date() => match dated(section, value, from_1904) {
                Some(date) => return Some((date, CellType::Date)),
                None => plain(number, value),
            },
            Some(section) => counted(section, number, value),
            None => plain(number, value),
        };
        (value.abs() < DIGITS).then_some((shown, CellType::Number))
    }

    /// What is shown of a text.
    pub(crate) fn text(&self, text: &str) -> String {
        let section = self.sections.get(3).or_else(|| self.sections.iter().find(|one| one.has(&Part::Text)));
        section.map_or_else(|| text.to_owned(), |section| section.with(&Part::Text, text))
    }

    /// What is shown of a day, or of a time of one; without a format for days, what its text shows of it.
    pub(crate) fn day(&self, when: DateTime, text: &str) -> String {
        let section = self.sections.first().filter(|section| section.has_date());
        section.map_or_else(|| as_shown(when, text), |section| parts(section, when))
    }
}

/// A number in a section that has places for its digits, or none: with what stands before and behind them.
fn counted(section: &Section, number: &str, value: f64) -> String {
    if section.is_general() {
        return section.with(&Part::General, &plain(number, value));
    }
    let Some((before, digits, behind)) = section.around_digits() else { return section.literal() };
    let share = section.has(&Part::Percent);
    let scaled = if share { value * 100.0 } else { value };
    let plain = if share { plain(&scaled.to_string(), scaled) } else { plain(number, value) };
    let whole = plain.trim_start_matches('-');
    let is_split = digits.iter().any(|part| matches!(part, Part::Literal(_)));
    let inner = if is_split && whole.bytes().all(|byte| byte.is_ascii_digit()) {
        code::filled(digits, whole)
    } else {
        let (width, point) = (code::width(digits), whole.find('.').unwrap_or(whole.len()));
        format!("{}{whole}", "0".repeat(width.saturating_sub(point)))
    };
    let percent = if share { "%" } else { "" };
    framed(&before, &format!("{inner}{percent}"), &behind, value < 0.0)
}

/// Digits with what stands before and behind them, where that is neither a sign nor money.
pub(crate) fn framed(before: &str, digits: &str, behind: &str, is_negative: bool) -> String {
    let kept = |text: &str| {
        let text = if is_negative { text.replace(['(', ')', '−'], "") } else { text.to_owned() };
        let bare = text.trim().trim_matches('-').trim();
        let is_nothing = bare.is_empty() || MONEY.contains(&bare.to_lowercase().as_str());
        if is_nothing { String::new() } else { text }
    };
    let sign = if is_negative { "-" } else { "" };
    format!("{}{sign}{digits}{}", kept(before).trim_start(), kept(behind).trim_end())
}

/// A number without `.0`, with the fifteen digits that a spreadsheet counts with.
pub(crate) fn plain(number: &str, value: f64) -> String {
    let is_whole = number.bytes().all(|byte| byte.is_ascii_digit());
    if is_whole {
        return number.to_owned();
    }
    format!("{value:.14e}").parse().unwrap_or(value).to_string()
}

/// What a program shows of a number, with the digits that it rounded away; nothing where it shows something else.
pub(crate) fn exact(shown: &str, number: &str) -> Option<Shown> {
    let Ok(value) = number.parse::<f64>() else { return Some((shown.to_owned(), CellType::Text)) };
    let is_digit = |c: char| c.is_ascii_digit();
    let (Some(first), Some(last)) = (shown.find(is_digit), shown.rfind(is_digit)) else {
        return Some((shown.to_owned(), CellType::Number));
    };
    let [before, core, behind] =
        [0..first, first..last + 1, last + 1..shown.len()].map(|part| shown.get(part).unwrap_or_default());
    let share = behind.trim_start().starts_with('%');
    let scaled = if share { value * 100.0 } else { value };
    let text = if share { plain(&scaled.to_string(), scaled) } else { plain(number, value) };
    let whole = text.trim_start_matches('-');
    let is_rounded =
        core.contains(['E', 'e', '/']) || readings(core).any(|(read, step)| (read - scaled.abs()).abs() <= step);
    let is_padded = core.len() > 1 && core.starts_with('0') && core.bytes().all(|byte| byte.is_ascii_digit());
    let digits = if is_padded || !is_rounded { core.to_owned() } else { whole.to_owned() };
    let percent = if share { "%" } else { "" };
    let shown = framed(before, &format!("{digits}{percent}"), &behind.replacen('%', "", share.into()), value < 0.0);
    (value.abs() < DIGITS).then_some((shown, CellType::Number))
}

/// The numbers that digits with marks between them may stand for, each with how far it may be rounded.
fn readings(core: &str) -> impl Iterator<Item = (f64, f64)> {
    let bare = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let point = core.rfind(['.', ',']);
    let (whole, part) = point.and_then(|at| Some((core.get(..at)?, core.get(at + 1..)?))).unwrap_or((core, ""));
    let is_grouped = |text: &str| {
        let mut groups = text.split(|c: char| !c.is_ascii_digit());
        groups.next().is_some_and(|first| first.len() <= 3) && groups.all(|group| group.len() == 3)
    };
    let is_plain = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit()) || is_grouped(text);
    let decimal = is_plain(whole).then(|| (format!("{}.{}", bare(whole), bare(part)), part.len()));
    let grouped = is_plain(core).then(|| (bare(core), 0));
    let read = |(text, places): (String, usize)| {
        Some((text.parse().ok()?, 0.500_001 * 0.1_f64.powi(i32::try_from(places).ok()?)))
    };
    [decimal, grouped].into_iter().flatten().filter_map(read)
}

/// The day, the time of day, or both, that a number of days stands for, as far as a section shows them.
fn dated(section: &Section, value: f64, from_1904: bool) -> Option<String> {
    // Beyond the years that can be shown.
    if !(0.0..3_000_000.0).contains(&value) {
        return None;
    }
    #[expect(clippy::cast_possible_truncation, reason = "bounded above")]
    let seconds = (value * 86_400.0).round() as i64;
    if section.has(&Part::Elapsed) {
        let time = format!("{}:{:02}", seconds / 3600, seconds / 60 % 60);
        return Some(if section.shows('s') { format!("{time}:{:02}", seconds % 60) } else { time });
    }
    let (days, rest) = (seconds.div_euclid(86_400), seconds.rem_euclid(86_400));
    let first = match (from_1904, days) {
        (true, _) => Date::new(1904, 1, 1),
        // Excel has a 29 February 1900.
        (false, ..60) => Date::new(1899, 12, 31),
        (false, _) => Date::new(1899, 12, 30),
    };
    let time = Time::midnight().checked_add(rest.seconds()).ok()?;
    if days == 0 && !from_1904 {
        return Some(time.strftime(if section.shows('s') { "%H:%M:%S" } else { "%H:%M" }).to_string());
    }
    Some(parts(section, first.ok()?.checked_add(days.days()).ok()?.to_datetime(time)))
}

/// The parts of a day and a time that a section shows, in the order of ISO.
fn parts(section: &Section, when: DateTime) -> String {
    let has = |letter: char| section.shows(letter);
    let (year, month, day) = (has('y'), has('m'), section.has_day());
    let (hour, second) = (has('h') || has('n') || has('s'), has('s'));
    // A day of the week alone stands for its date.
    let is_whole = has('d') && !(year || month || day);
    let day = [
        (year || is_whole).then(|| format!("{:04}", when.year())),
        (month || is_whole).then(|| format!("{:02}", when.month())),
        (day || is_whole).then(|| format!("{:02}", when.day())),
    ];
    let time = [
        hour.then(|| format!("{:02}", when.hour())),
        hour.then(|| format!("{:02}", when.minute())),
        second.then(|| format!("{:02}", when.second())),
    ];
    let joined =
        |parts: [Option<String>; 3], between: &str| parts.into_iter().flatten().collect::<Vec<_>>().join(between);
    format!("{} {}", joined(day, "-"), joined(time, ":")).trim().to_owned()
}

#[cfg(test)]
mod tests;
