//! What looks like a personal number and may not be one: reserve numbers, whose last four characters include letters, and
//! numbers whose check digit is wrong.

use super::sign::{Place, Sign, signs};
use super::{digit, has_date, has_few_digits, is_right, run, value};
use std::ops::Range;

/// The bytes of what looks like a personal number in a text.
pub(crate) fn doubtful(text: &str) -> Vec<Range<usize>> {
    // Of the ten characters of a reserve number two may be letters.
    if text.len() < 10 || has_few_digits(text, 8) {
        return Vec::new();
    }
    let signs = signs(text);
    let begins = |at: &usize| at.checked_sub(1).is_none_or(|before| !is_letter(&signs, before));
    (0..signs.len()).filter(begins).filter_map(|at| one_at(&signs, at)).collect()
}

/// Whether a digit or a letter stands at a place.
fn is_letter(signs: &[Place], at: usize) -> bool {
    signs.get(at).is_some_and(|place| match place.sign {
        Sign::Digit(_) => true,
        Sign::Other(c) => c.is_alphanumeric(),
        _ => false,
    })
}

/// What begins at a place: a date and, behind a dash or a plus, four digits or letters; a date with its century needs none.
fn one_at(signs: &[Place], start: usize) -> Option<Range<usize>> {
    let mut digits = run(signs, start);
    let is_long = digits.len() == 12;
    if is_long {
        digits.truncate(8);
    }
    let date = start + digits.len();
    let is_joined = matches!(signs.get(date)?.sign, Sign::Dash | Sign::Plus);
    let tail = if is_joined { date + 1 } else { date };
    let last = signs.get(tail..tail + 4)?;
    let is_over = !is_letter(signs, tail + 4) && (tail..tail + 4).all(|at| is_letter(signs, at));
    let letters = (tail..tail + 4).filter(|at| digit(signs, *at).is_none()).count();
    let numbers: Vec<u8> = (tail..tail + 4).filter_map(|at| digit(signs, at)).collect();
    let fits = match (letters, digits.len()) {
        (0, 8) if is_long => !is_time(&digits, &numbers),
        (0, 6 | 8) => is_joined && !is_right(&[digits.as_slice(), &numbers].concat()),
        (1 | 2, 8) => true,
        (1 | 2, 6) => is_joined,
        _ => false,
    };
    (is_over && fits && has_date(&digits)).then_some(signs.get(start)?.bytes.start..last.last()?.bytes.end)
}

/// Whether digits are a day of this century with a time of day, as programs stamp their files.
fn is_time(date: &[u8], last: &[u8]) -> bool {
    let [hour, minute] = [0..2, 2..4].map(|part| last.get(part).map_or(0, value));
    date.starts_with(&[2, 0]) && hour < 24 && minute < 60
}
