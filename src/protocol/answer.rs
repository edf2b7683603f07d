//! Answers as they are typed or imported, brought to the form in which they are stored.

use super::{Choice, Kind, Question};
use crate::language::Message;
use crate::msg;
use crate::nearest::listed;
use crate::text::visible_lines;
use unicode_normalization::UnicodeNormalization;

/// A text answer may have this many characters.
const LONGEST: usize = 10_000;

impl Question {
    /// The answer as it is stored, or why it is none.
    ///
    /// Blanks around it go, a decimal comma becomes a point, several choices come into the protocol's order.
    pub fn accept(&self, text: &str) -> Result<String, Message> {
        let text: String = text.trim().nfc().collect();
        if text.is_empty() {
            return Err(msg!("answer-empty"));
        }
        match &self.kind {
            Kind::Choice(choices) if choices.iter().any(|choice| choice.id == text) => Ok(text),
            Kind::Choice(choices) => Err(not_offered(&text, choices)),
            Kind::Choices(choices) => several(&text, choices),
            Kind::Number { min, max, .. } => bounded(&text, *min, *max),
            Kind::Date => date(&text).ok_or_else(|| msg!("answer-date", found = text)),
            Kind::Text if text.chars().count() > LONGEST => Err(msg!("answer-long", most = LONGEST)),
            Kind::Text => Ok(visible_lines(&text)),
        }
    }
}

fn not_offered(found: &str, choices: &[Choice]) -> Message {
    let ids: Vec<&str> = choices.iter().map(|choice| choice.id.as_str()).collect();
    msg!("answer-choice", found = found, allowed = listed(&ids))
}

fn several(text: &str, choices: &[Choice]) -> Result<String, Message> {
    let wanted: Vec<&str> = text.split(';').map(str::trim).filter(|id| !id.is_empty()).collect();
    if let Some(other) = wanted.iter().find(|id| choices.iter().all(|choice| choice.id != **id)) {
        return Err(not_offered(other, choices));
    }
    let chosen: Vec<&Choice> = choices.iter().filter(|choice| wanted.contains(&choice.id.as_str())).collect();
    match chosen.iter().find(|choice| choice.exclusive) {
        _ if chosen.is_empty() => Err(msg!("answer-empty")),
        Some(alone) if chosen.len() > 1 => Err(msg!("answer-exclusive", name = alone.id.as_str())),
        _ => Ok(chosen.iter().map(|choice| choice.id.as_str()).collect::<Vec<_>>().join(";")),
    }
}

fn bounded(text: &str, min: Option<f64>, max: Option<f64>) -> Result<String, Message> {
    let stored = decimal(text).ok_or_else(|| msg!("answer-number", found = text))?;
    let number = super::filter::number(&stored).unwrap_or_default();
    match (min, max) {
        (Some(min), _) if number < min => Err(msg!("answer-small", found = stored, min = min.to_string())),
        (_, Some(max)) if number > max => Err(msg!("answer-large", found = stored, max = max.to_string())),
        _ => Ok(stored),
    }
}

/// A decimal number in its shortest form: no sign on zero, no zeros that say nothing, a point for a comma.
pub(super) fn decimal(text: &str) -> Option<String> {
    let (sign, digits) = text.trim().strip_prefix(['-', '−']).map_or(("", text.trim()), |digits| ("-", digits));
    let (whole, part) = digits.split_once(['.', ',']).unwrap_or((digits, "0"));
    let plain = |digits: &str| (1..=15).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    if !plain(whole) || !plain(part) {
        return None;
    }
    let whole = Some(whole.trim_start_matches('0')).filter(|whole| !whole.is_empty()).unwrap_or("0");
    Some(match (sign, whole, part.trim_end_matches('0')) {
        (_, "0", "") => "0".to_owned(),
        (sign, whole, "") => format!("{sign}{whole}"),
        (sign, whole, part) => format!("{sign}{whole}.{part}"),
    })
}

/// A real date, or its year or month: `YYYY`, `YYYY-MM`, `YYYY-MM-DD`.
pub(super) fn date(text: &str) -> Option<String> {
    let text = text.trim();
    let mut parts = text.split('-');
    let mut next = |length, default| match parts.next() {
        Some(digits) if digits.len() == length && digits.bytes().all(|byte| byte.is_ascii_digit()) => {
            digits.parse().ok()
        }
        Some(_) => None,
        None => Some(default),
    };
    let (year, month, day): (i16, i16, i16) = (next(4, 0)?, next(2, 1)?, next(2, 1)?);
    let real = jiff::civil::Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).is_ok();
    (real && year >= 1000 && parts.next().is_none()).then(|| text.to_owned())
}
