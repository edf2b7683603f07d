//! What gives a person away in a text: Swedish personal and coordination numbers, however they are written, and the
//! weaker signs of e-mail addresses and telephone numbers.
//!
//! A number is ten or twelve digits with a date that exists (or the day + 60) and the right check digit. Digits of any
//! script count; blanks, dashes of any kind, dots, slashes and underscores may stand before the last four and within the
//! date, a blank in the midst of the last four, and invisible characters are seen through. Organisation numbers have a month of 20 or more and are not personal numbers.
//! Reserve numbers and numbers with a wrong check digit look like one, and are treated as one.

mod contact;
mod doubtful;
mod names;
mod sign;

pub use contact::{Contact, contact};
pub use names::{names, names_in_id};

use jiff::civil::Date;
use sign::{Place, Sign, signs};
use std::ops::Range;

/// At most this many characters separate the date from the last four digits.
const JOINT: usize = 3;

/// A personal or coordination number in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Number {
    /// The bytes of the text from its first digit to its last.
    pub place: Range<usize>,
    digits: Vec<u8>,
    over_hundred: bool,
}

/// The personal numbers in a text.
pub fn numbers(text: &str) -> Vec<Number> {
    if has_few_digits(text, 10) {
        return Vec::new();
    }
    let signs = signs(text);
    let starts = (0..signs.len()).filter(|&at| at.checked_sub(1).is_none_or(|before| digit(&signs, before).is_none()));
    starts.filter_map(|at| number_at(&signs, at)).collect()
}

/// Whether a text plainly has fewer digits than a number of these: nearly every text has.
pub(crate) fn has_few_digits(text: &str, least: usize) -> bool {
    text.len() < least || text.is_ascii() && text.bytes().filter(u8::is_ascii_digit).count() < least
}

/// Whether a text holds a personal number, or what looks like one.
pub fn has_number(text: &str) -> bool {
    !numbers(text).is_empty() || is_doubtful(text)
}

/// Whether a text holds what looks like a personal number but is not certain to be one.
pub fn is_doubtful(text: &str) -> bool {
    !doubtful::doubtful(text).is_empty()
}

/// Whether a text is nothing but a personal number that lost the zeros before it, as in a spreadsheet.
pub fn has_lost_zeros(text: &str) -> bool {
    let digits: Vec<u8> = format!("{text:0>10}").bytes().filter(u8::is_ascii_digit).map(|digit| digit - b'0').collect();
    (7..=9).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit()) && is_right(&digits)
}

/// A text with a dot for every digit of a personal number: what may be shown of it.
pub fn masked(text: &str) -> String {
    let certain = numbers(text).into_iter().map(|number| number.place);
    let places: Vec<Range<usize>> = certain.chain(doubtful::doubtful(text)).collect();
    if places.is_empty() {
        return text.to_owned();
    }
    let hides = |at: usize, c: char| places.iter().any(|place| place.contains(&at)) && sign::digit(c).is_some();
    text.char_indices().map(|(at, c)| if hides(at, c) { '•' } else { c }).collect()
}

impl Number {
    /// The year of birth; where the number does not tell the century, the latest one that is not after `today`.
    pub fn birth_year(&self, today: Date) -> i32 {
        let year = value(self.digits.get(..self.digits.len() - 8).unwrap_or_default());
        if self.digits.len() == 12 {
            return year;
        }
        let [month, day] = [2..4, 4..6].map(|part| self.digits.get(part).map_or(0, value));
        let this = i32::from(today.year());
        let is_past = |year: &i32| (*year, month, day % 60) <= (this, i32::from(today.month()), i32::from(today.day()));
        let latest = [2000, 1900, 1800].map(|century| century + year).into_iter().find(is_past).unwrap_or(year);
        if self.over_hundred && this - latest < 100 { latest - 100 } else { latest }
    }

    /// Its last ten digits: the same for one person with and without century.
    pub fn short(&self) -> String {
        let digits = self.digits.iter().skip(self.digits.len().saturating_sub(10));
        digits.map(|digit| char::from(b'0' + digit)).collect()
    }

    /// Whether a text has its date or is its last four digits, so that one could put it together again. What may be a
    /// year is no sign of it.
    pub fn is_partly_in(&self, text: &str) -> bool {
        let digits: String = text.chars().filter_map(sign::digit).map(|digit| char::from(b'0' + digit)).collect();
        let short = self.short();
        let Some((date, last)) = short.split_at_checked(6) else { return false };
        let is_last = digits == last && text.trim().chars().count() == last.len();
        digits.contains(date) || is_last && !("1880"..="2100").contains(&last)
    }

    /// Whether the number is a woman's.
    pub fn is_woman(&self) -> bool {
        self.digits.iter().rev().nth(1).is_some_and(|digit| digit % 2 == 0)
    }
}

fn digit(signs: &[Place], at: usize) -> Option<u8> {
    match signs.get(at)?.sign {
        Sign::Digit(digit) => Some(digit),
        _ => None,
    }
}

/// The digits that follow each other from a place on.
fn run(signs: &[Place], at: usize) -> Vec<u8> {
    (at..).map_while(|at| digit(signs, at)).collect()
}

/// The number that begins at a place.
fn number_at(signs: &[Place], start: usize) -> Option<Number> {
    let mut digits = run(signs, start);
    let mut end = start + digits.len();
    let mut over_hundred = false;
    if !matches!(digits.len(), 10 | 12) {
        let sign = |at: usize| signs.get(at).map(|place| place.sign).filter(|sign| sign.joins());
        let apart = sign(end).filter(|_| matches!(digits.len(), 2 | 4));
        if apart.is_some() {
            for _ in 0..2 {
                let part = run(signs, end + 1);
                (sign(end) == apart && part.len() == 2).then_some(())?;
                digits.extend(part);
                end += 3;
            }
        }
        let joint = joint(signs, end, apart)?;
        let (last, length) = last_four(signs, end + joint);
        (matches!(digits.len(), 6 | 8) && last.len() == 4).then_some(())?;
        over_hundred = signs.get(end..end + joint)?.iter().any(|place| place.sign == Sign::Plus);
        digits.extend(last);
        end += joint + length;
    }
    let place = signs.get(start)?.bytes.start..signs.get(end - 1)?.bytes.end;
    is_right(&digits).then_some(Number { place, digits, over_hundred })
}

/// The last four digits, also in two pairs with a blank between, and how many characters they take.
fn last_four(signs: &[Place], at: usize) -> (Vec<u8>, usize) {
    let mut digits = run(signs, at);
    let is_pair = digits.len() == 2 && signs.get(at + 2).is_some_and(|place| place.sign == Sign::Blank);
    let second = if is_pair { run(signs, at + 3) } else { Vec::new() };
    let length = digits.len() + if second.is_empty() { 0 } else { second.len() + 1 };
    digits.extend(second);
    (digits, length)
}

/// How many signs stand between the date and the last four digits: blanks around at most one dash or the like; behind a
/// date whose parts stand apart exactly one dash, plus or what is between these, since a time of day may follow a date too.
fn joint(signs: &[Place], at: usize, apart: Option<Sign>) -> Option<usize> {
    let between: Vec<Sign> =
        (at..).map_while(|at| signs.get(at)).map(|place| place.sign).take_while(|sign| sign.joins()).collect();
    let marks = between.iter().filter(|sign| **sign != Sign::Blank).count();
    let fits = match (apart, between.as_slice()) {
        (None, _) => marks <= 1 && between.len() <= JOINT,
        (Some(apart), [only]) => matches!(only, Sign::Dash | Sign::Plus) || *only == apart,
        _ => false,
    };
    (fits && !between.is_empty()).then_some(between.len())
}

/// Whether the date exists and the check digit is right.
fn is_right(digits: &[u8]) -> bool {
    let short = digits.get(digits.len().saturating_sub(10)..).unwrap_or_default();
    has_date(digits.get(..digits.len().saturating_sub(4)).unwrap_or_default()) && checks(short)
}

/// Whether six or eight digits are a date that exists, or one with the day + 60.
fn has_date(digits: &[u8]) -> bool {
    let Some((century, short)) = digits.split_at_checked(digits.len().saturating_sub(6)) else { return false };
    let [year, month, day] = [0..2, 2..4, 4..6].map(|part| short.get(part).map_or(0, value));
    let day = if day > 60 { day - 60 } else { day };
    let centuries = if century.is_empty() { 18..=20 } else { value(century)..=value(century) };
    let exists = |century: i32| {
        let [year, month, day] = [century * 100 + year, month, day].map(|part| i16::try_from(part).unwrap_or_default());
        let [month, day] = [month, day].map(|part| i8::try_from(part).unwrap_or_default());
        (1800..2100).contains(&year) && Date::new(year, month, day).is_ok()
    };
    centuries.into_iter().any(exists)
}

/// Luhn's check: every other digit doubled, the digits of all of them summed to a multiple of ten.
fn checks(digits: &[u8]) -> bool {
    let doubled = |(at, digit): (usize, &u8)| if at % 2 == 0 { digit * 2 / 10 + digit * 2 % 10 } else { *digit };
    digits.iter().enumerate().map(doubled).sum::<u8>() % 10 == 0
}

fn value(digits: impl AsRef<[u8]>) -> i32 {
    digits.as_ref().iter().fold(0, |value, digit| value * 10 + i32::from(*digit))
}

#[cfg(test)]
mod tests;
