//! The choices of a field: `1, Ja | 2, Nej`, and the codes that choices get.

use crate::base::language::Message;
use crate::base::text::folded;
use crate::msg;
use crate::study::protocol::code::{is_number, may_be_code, numbers};
use crate::study::protocol::load::scale::{MOST, known};
use crate::study::protocol::{self, Choice, Role};

use super::html;

/// Further words for a role.
const SYNONYMS: [(&str, Role); 9] = [
    ("partial", Role::Partly),
    ("partially", Role::Partly),
    ("ej relevant", Role::Na),
    ("inte aktuellt", Role::Na),
    ("inte relevant", Role::Na),
    ("n/a", Role::Na),
    ("na", Role::Na),
    ("framgar inte", Role::Unknown),
    ("not documented", Role::Unknown),
];

/// The codes with their labels.
pub(crate) fn split(text: &str) -> Result<Vec<(String, String)>, Message> {
    let parts = text.split('|').map(str::trim).filter(|part| !part.is_empty());
    let mut choices: Vec<(String, String)> = Vec::new();
    for part in parts {
        // A code alone is its own label.
        let pair = part.split_once(',').or_else(|| may_be_code(part).then_some((part, part)));
        let Some((code, label)) = pair else { return Err(msg!("redcap-choice-comma", found = part)) };
        let (code, label) = (code.trim().to_owned(), html::line(label));
        if choices.iter().any(|known| *known == (code.clone(), label.clone())) {
            continue;
        }
        let bad = code.is_empty() || code == "any" || code.contains([';', '=']) || code.chars().any(char::is_control);
        if bad || choices.iter().any(|(known, _)| *known == code) {
            return Err(msg!("redcap-choice-code", found = code));
        }
        choices.push((code, label));
    }
    match choices.len() {
        0 => Err(msg!("redcap-choice-none")),
        n if n > MOST => Err(msg!("protocol-choices-many", count = n, most = MOST)),
        _ => Ok(choices),
    }
}

/// What a code with its label offers: a choice that every protocol knows by its label, else one of its own.
fn offered(code: &str, label: &str, single: bool) -> Choice {
    let own = Choice::new(code, label);
    if !single {
        return own;
    }
    let synonym = SYNONYMS.iter().find(|(word, _)| *word == folded(label));
    match (known(label), synonym) {
        (Some(known), _) => Choice { label: own.label, ..known },
        (None, Some((_, role))) => Choice { role: Some(*role), in_base: *role != Role::Na, ..own },
        (None, None) => own,
    }
}

/// All that is on offer; what would stand twice is told apart by its code, and codes that no choice would get are kept.
pub(crate) fn all(choices: &[(String, String)], single: bool) -> Vec<Choice> {
    let mut all: Vec<Choice> = Vec::new();
    for (code, label) in choices {
        let choice = offered(code, label, single);
        let clash = |other: &Choice| other.id == choice.id || (choice.role.is_some() && other.role == choice.role);
        let taken = choices.iter().any(|(other, _)| other != code && *other == choice.id);
        all.push(if taken || all.iter().any(clash) { offered(code, label, false) } else { choice });
    }
    let read: Vec<&String> = choices.iter().map(|(code, _)| code).collect();
    let numbers = numbers(&all);
    let is_usual = |(code, number): (&&String, &String)| *code == number || !is_number(code);
    if !codes(&all, !single).iter().eq(read.iter().copied()) || !read.iter().zip(&numbers).all(is_usual) {
        all.iter_mut()
            .zip(read)
            .for_each(|(choice, code)| choice.code = Some(code.clone()).filter(|code| may_be_code(code)));
    }
    all
}

/// A code for each choice: where the protocol gives none, the id if it can be one.
pub(crate) fn codes(choices: &[Choice], multi: bool) -> Vec<String> {
    // Codes of checkboxes become parts of names.
    let fits = |c: char| c == '_' || c.is_ascii_digit() || c.is_ascii_lowercase() || !multi && c.is_ascii_uppercase();
    protocol::code::codes(choices, |_, choice| Some(choice.id.clone()).filter(|id| id.chars().all(fits)))
}

/// The column that offers the codes with their labels.
pub(crate) fn joined(choices: &[(String, String)]) -> String {
    let one = |(code, label): &(String, String)| format!("{code}, {}", html::escaped(label).replace('|', "/"));
    choices.iter().map(one).collect::<Vec<_>>().join(" | ")
}
