//! A text as the signs that a number is made of, whatever characters they are written with.

use crate::base::text::{is_dash, is_hidden};
use std::ops::Range;
use unicode_normalization::UnicodeNormalization;

/// What a character is to a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sign {
    /// A digit of any script.
    Digit(u8),
    /// A dash of any length.
    Dash,
    /// A plus.
    Plus,
    /// A blank of any width.
    Blank,
    /// Anything else.
    Other(char),
}

impl Sign {
    /// Whether it may stand before the last four digits.
    pub(crate) fn joins(self) -> bool {
        matches!(self, Self::Dash | Self::Plus | Self::Blank | Self::Other('.' | '/' | '_' | '·'))
    }
}

/// A sign with the bytes that it stands for.
pub(crate) struct Place {
    pub(crate) sign: Sign,
    pub(crate) bytes: Range<usize>,
}

/// The zeros of the scripts that have digits of their own and that no compatibility form makes plain.
const ZEROS: [char; 58] = [
    '\u{660}',
    '\u{6f0}',
    '\u{7c0}',
    '\u{966}',
    '\u{9e6}',
    '\u{a66}',
    '\u{ae6}',
    '\u{b66}',
    '\u{be6}',
    '\u{c66}',
    '\u{ce6}',
    '\u{d66}',
    '\u{de6}',
    '\u{e50}',
    '\u{ed0}',
    '\u{f20}',
    '\u{1040}',
    '\u{1090}',
    '\u{17e0}',
    '\u{1810}',
    '\u{1946}',
    '\u{19d0}',
    '\u{1a80}',
    '\u{1a90}',
    '\u{1b50}',
    '\u{1bb0}',
    '\u{1c40}',
    '\u{1c50}',
    '\u{a620}',
    '\u{a8d0}',
    '\u{a900}',
    '\u{a9d0}',
    '\u{a9f0}',
    '\u{aa50}',
    '\u{abf0}',
    '\u{104a0}',
    '\u{10d30}',
    '\u{11066}',
    '\u{110f0}',
    '\u{11136}',
    '\u{111d0}',
    '\u{112f0}',
    '\u{11450}',
    '\u{114d0}',
    '\u{11650}',
    '\u{116c0}',
    '\u{11730}',
    '\u{118e0}',
    '\u{11950}',
    '\u{11c50}',
    '\u{11d50}',
    '\u{11da0}',
    '\u{16a60}',
    '\u{16ac0}',
    '\u{16b50}',
    '\u{1e140}',
    '\u{1e2f0}',
    '\u{1e950}',
];

/// The signs of a text, without invisible characters and without what is shown in their place.
pub(crate) fn signs(text: &str) -> Vec<Place> {
    let mut passed = 0;
    let seen = text.char_indices().filter(|(at, c)| {
        passed = passed.max(at + stand_in(text.get(*at..).unwrap_or_default()));
        passed <= *at && (c.is_ascii() || !is_hidden(*c))
    });
    seen.map(|(at, c)| Place { sign: sign(c), bytes: at..at + c.len_utf8() }).collect()
}

/// How many bytes of what a text begins with stand for an invisible character: `⟨U+200B⟩`.
fn stand_in(text: &str) -> usize {
    let Some((number, _)) = text.strip_prefix("⟨U+").and_then(|rest| rest.split_once('⟩')) else { return 0 };
    let is_number = (4..=6).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_hexdigit());
    if is_number { "⟨U+⟩".len() + number.len() } else { 0 }
}

/// The digit that a character is.
pub(crate) fn digit(c: char) -> Option<u8> {
    match sign(c) {
        Sign::Digit(digit) => Some(digit),
        _ => None,
    }
}

fn sign(c: char) -> Sign {
    let plain = if c.is_ascii() { c } else { compatible(c) };
    match plain {
        '0'..='9' => u8::try_from(u32::from(plain) - u32::from('0')).map_or(Sign::Other(c), Sign::Digit),
        _ if is_dash(plain) => Sign::Dash,
        '+' => Sign::Plus,
        _ if plain.is_whitespace() => Sign::Blank,
        _ => of_script(plain).map_or(Sign::Other(plain), Sign::Digit),
    }
}

/// The plain character that one is a form of: a full-width digit is a digit.
fn compatible(c: char) -> char {
    let mut forms = std::iter::once(c).nfkc();
    match (forms.next(), forms.next()) {
        (Some(only), None) => only,
        _ => c,
    }
}

fn of_script(c: char) -> Option<u8> {
    let above = |zero: &char| u32::from(c).checked_sub(u32::from(*zero)).filter(|digit| *digit < 10);
    ZEROS.iter().find_map(above).and_then(|digit| u8::try_from(digit).ok())
}
