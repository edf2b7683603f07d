//! E-mail addresses and telephone numbers as they are written in Sweden.

use super::sign::{Sign, signs};

/// What leads to a person without naming them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Contact {
    /// An e-mail address.
    Email,
    /// A telephone number.
    Phone,
}

/// The first e-mail address or else telephone number in a text, if there is one.
pub fn contact(text: &str) -> Option<Contact> {
    if is_email(text) {
        return Some(Contact::Email);
    }
    let signs: Vec<Sign> = signs(text).into_iter().map(|place| place.sign).collect();
    let free = |at: &usize| match at.checked_sub(1).and_then(|before| signs.get(before)) {
        Some(Sign::Other(before)) => !before.is_alphanumeric(),
        Some(before) => *before == Sign::Blank,
        None => true,
    };
    let mut starts = (0..signs.len()).filter(free);
    starts.any(|at| is_phone(signs.get(at..).unwrap_or_default())).then_some(Contact::Phone)
}

/// Whether something of the form `a@b.c` stands in a text.
fn is_email(text: &str) -> bool {
    let part = |c: char| c.is_alphanumeric() || "._%+-".contains(c);
    text.match_indices('@').any(|(at, sign)| {
        let name = text.get(..at).and_then(|before| before.chars().next_back());
        let host: String = text.get(at + sign.len()..).unwrap_or_default().chars().take_while(|c| part(*c)).collect();
        let (host, end) = host.trim_end_matches('.').rsplit_once('.').unwrap_or_default();
        name.is_some_and(part) && !host.is_empty() && end.chars().count() > 1
    })
}

/// Whether a telephone number begins here: `0…` with eight to ten digits, or `+46` or `0046` before seven to nine.
fn is_phone(signs: &[Sign]) -> bool {
    let abroad = signs.first() == Some(&Sign::Plus);
    let signs = if abroad { signs.get(1..).unwrap_or_default() } else { signs };
    if !matches!(signs.first(), Some(Sign::Digit(_))) {
        return false;
    }
    let mut digits = Vec::new();
    let mut gap = 0;
    for sign in signs {
        match sign {
            Sign::Digit(digit) => {
                digits.push(*digit);
                gap = 0;
            }
            Sign::Blank | Sign::Dash | Sign::Other('(' | ')' | '/') if gap < 3 => gap += 1,
            // Digits before a letter are part of a code, such as the id of a trace.
            Sign::Other(letter) if gap == 0 && letter.is_alphabetic() => return false,
            _ => break,
        }
    }
    let national = match digits.as_slice() {
        [4, 6, 0, rest @ ..] | [0, 0, 4, 6, 0, rest @ ..] if abroad || digits.first() == Some(&0) => rest.len() + 1,
        [4, 6, rest @ ..] if abroad => rest.len() + 1,
        [0, 0, 4, 6, rest @ ..] => rest.len() + 1,
        [0, 1..=9, ..] if !abroad => digits.len(),
        _ => 0,
    };
    (8..=10).contains(&national)
}
