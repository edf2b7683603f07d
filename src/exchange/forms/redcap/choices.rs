//! The choices of a field: `1, Ja | 2, Nej`, and the codes that choices get.

use crate::base::language::{Lang, Message};
use crate::base::text::folded;
use crate::msg;
use crate::study::protocol::load::scale::{added, known};
use crate::study::protocol::{Choice, Role};

use super::html;

/// At most this many choices are on offer.
const MOST: usize = 64;

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
        let Some((code, label)) = part.split_once(',') else { return Err(msg!("redcap-choice-comma", found = part)) };
        let (code, label) = (code.trim().to_owned(), html::line(label));
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
pub(crate) fn offered(code: &str, label: &str, lang: Lang, single: bool) -> Choice {
    let own = Choice { id: code.to_owned(), label: label.to_owned(), key: None, ..added(lang, Role::Unknown) };
    let own = Choice { role: None, ..own };
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

/// All that is on offer; what would stand twice is told apart by its code.
pub(crate) fn all(choices: &[(String, String)], lang: Lang, single: bool) -> Vec<Choice> {
    let mut all: Vec<Choice> = Vec::new();
    for (code, label) in choices {
        let choice = offered(code, label, lang, single);
        let clash = |other: &Choice| other.id == choice.id || (choice.role.is_some() && other.role == choice.role);
        let taken = choices.iter().any(|(other, _)| other != code && *other == choice.id);
        all.push(if taken || all.iter().any(clash) { offered(code, label, lang, false) } else { choice });
    }
    all
}

/// A code for each choice: 1 yes, 2 partly, 3 no, 9 n.a., 8 unknown; else the id, if it can be a code; else a number.
pub(crate) fn codes(choices: &[(&str, Option<Role>)], is_code: fn(char) -> bool) -> Vec<String> {
    let mut codes: Vec<String> = Vec::new();
    for (id, role) in choices {
        let wished = role.map(|role| role.code().to_string());
        let own = Some((*id).to_owned()).filter(|id| !id.is_empty() && id.chars().all(is_code) && id != "any");
        let numbers = (10..).map(|number: u32| number.to_string());
        let reserved = |code: &String| {
            let by_role = choices
                .iter()
                .any(|(other, role)| other != id && role.is_some_and(|role| role.code().to_string() == *code));
            // The id of another choice: a code must not seem to mean that one.
            by_role || choices.iter().any(|(other, _)| other != id && other == code)
        };
        let free = |code: &String| !codes.contains(code) && !reserved(code);
        let code = wished.into_iter().chain(own).chain(numbers).find(free);
        codes.push(code.unwrap_or_default());
    }
    codes
}

/// The column that offers the codes with their labels.
pub(crate) fn joined(choices: &[(String, String)]) -> String {
    let one = |(code, label): &(String, String)| format!("{code}, {}", html::escaped(label).replace('|', "/"));
    choices.iter().map(one).collect::<Vec<_>>().join(" | ")
}
