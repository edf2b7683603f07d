//! Which answer is meant by what stands in a cell.

use crate::base::language::Message;
use crate::base::suggest::listed;
use crate::base::text::folded;
use crate::msg;
use crate::study::protocol::{Choice, Kind, Question, Role};

/// How a mark for a choice is written, folded, and how none.
const MARKED: [&str; 10] = ["x", "1", "ja", "j", "yes", "y", "sant", "true", "checked", "markerad"];
const UNMARKED: [&str; 9] = ["", "0", "nej", "n", "no", "falskt", "false", "unchecked", "-"];

/// How a role is written by people, folded.
fn words(role: Role) -> &'static [&'static str] {
    match role {
        Role::Yes => &["ja", "j", "yes", "y", "sant", "true"],
        Role::Partly => &["delvis", "partly", "partially"],
        Role::No => &["nej", "n", "no", "falskt", "false"],
        Role::Na => &["ej aktuellt", "inte aktuellt", "ej relevant", "ej tillampligt", "na", "n/a", "not applicable"],
        Role::Unknown => &["framgar ej", "framgar inte", "vet ej", "vet inte", "okant", "unknown", "not known"],
    }
}

fn key(text: &str) -> String {
    folded(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The answer as it is stored, or why it is none.
pub(crate) fn stored(question: &Question, text: &str) -> Result<String, Message> {
    let text = text.trim();
    match &question.kind {
        Kind::Choice(choices) if !text.is_empty() && question.derive.is_none() => {
            one(choices, text).map(|choice| choice.id.clone())
        }
        Kind::Choices(choices) if question.derive.is_none() => question.accept(&several(choices, text)?),
        Kind::Date => question.accept(&day(text)).or_else(|_| question.accept(text)),
        _ => question.accept(text),
    }
}

/// The choice that is meant: by id or label, else by what people write for its role, its digit or its key.
fn one<'a>(choices: &'a [Choice], text: &str) -> Result<&'a Choice, Message> {
    let wanted = key(text);
    let is_called = |choice: &Choice| [&choice.id, &choice.label].into_iter().any(|name| key(name) == wanted);
    let called: Vec<&Choice> = choices.iter().filter(|choice| is_called(choice)).collect();
    // Ids that differ in their case only are told apart by it; a label that is another's id is nobody's.
    let exact = called.iter().find(|choice| {
        choice.id == text && called.iter().all(|other| other.id == choice.id || key(&other.label) != wanted)
    });
    match (called.as_slice(), exact) {
        ([only], _) | (_, Some(only)) => return Ok(only),
        ([], None) => {}
        (several, None) => return Err(ambiguous(text, several)),
    }
    let keyed = keyed(choices, &wanted);
    match keyed.as_slice() {
        [only] => Ok(only),
        [] => Err(msg!("answer-choice", found = text, allowed = allowed(choices))),
        several => Err(ambiguous(text, several)),
    }
}

/// The choices that people mean by a word of their role, by a digit or by a key.
fn keyed<'a>(choices: &'a [Choice], wanted: &str) -> Vec<&'a Choice> {
    let begins_with_digit = |name: &String| name.starts_with(|c: char| c.is_ascii_digit());
    let is_numbered = choices.iter().any(|choice| [&choice.id, &choice.label].into_iter().any(begins_with_digit));
    let has_roles = choices.iter().any(|choice| choice.role.is_some());
    let digit = |place: usize, choice: &Choice| match choice.role {
        // Where the choices are numbers, a digit is one of them or wrong.
        _ if is_numbered => None,
        Some(role) => Some(role.digit().to_string()),
        None if has_roles => None,
        None => Some((place + 1).to_string()),
    };
    let is_meant = |(place, choice): &(usize, &Choice)| {
        choice.role.is_some_and(|role| words(role).contains(&wanted))
            || digit(*place, choice).is_some_and(|digit| digit == wanted)
            || choice.key.is_some_and(|own| own.to_string() == wanted)
    };
    choices.iter().enumerate().filter(is_meant).map(|(_, choice)| choice).collect()
}

/// The ids of several choices. A comma separates them, unless it may stand in the name of one.
fn several(choices: &[Choice], text: &str) -> Result<String, Message> {
    if let Ok(only) = one(choices, text) {
        return Ok(only.id.clone());
    }
    let wanted = key(text);
    let is_there = |name: &String| name.contains(',') && wanted.contains(&key(name));
    let has_comma = choices.iter().any(|choice| is_there(&choice.id) || is_there(&choice.label));
    let separates = |c: char| matches!(c, ';' | '\n') || c == ',' && !has_comma && !text.contains(';');
    let parts = text.split(separates).map(str::trim).filter(|part| !part.is_empty());
    let ids: Result<Vec<&str>, Message> =
        parts.map(|part| one(choices, part).map(|choice| choice.id.as_str())).collect();
    Ok(ids?.join(";"))
}

/// Whether a choice is marked in the column that it has to itself.
pub(crate) fn is_marked(choice: &Choice, text: &str) -> Result<bool, Message> {
    let wanted = key(text);
    let is_it = |names: &[&str]| names.contains(&wanted.as_str());
    match () {
        () if is_it(&MARKED) || wanted == key(&choice.id) || wanted == key(&choice.label) => Ok(true),
        () if is_it(&UNMARKED) => Ok(false),
        () => Err(msg!("coded-mark", found = text, choice = choice.label.as_str())),
    }
}

/// A day as a spreadsheet or a register has it, in the form of the ledger.
fn day(text: &str) -> String {
    let day = text.strip_suffix(" 00:00:00").or_else(|| text.strip_suffix(" 00:00")).unwrap_or(text);
    let is_plain = day.len() == 8 && day.bytes().all(|byte| byte.is_ascii_digit());
    match (day.get(..4), day.get(4..6), day.get(6..)) {
        (Some(year), Some(month), Some(day)) if is_plain => format!("{year}-{month}-{day}"),
        _ => day.replace('/', "-"),
    }
}

fn ambiguous(found: &str, several: &[&Choice]) -> Message {
    let ids: Vec<&str> = several.iter().map(|choice| choice.id.as_str()).collect();
    msg!("coded-choice-ambiguous", found = found, ids = listed(&ids))
}

/// The ids on offer, each with its label where that is another word.
fn allowed(choices: &[Choice]) -> String {
    let shown = |choice: &Choice| {
        let is_same = key(&choice.id) == key(&choice.label);
        if is_same { choice.id.clone() } else { format!("{} ({})", choice.id, choice.label) }
    };
    let shown: Vec<String> = choices.iter().map(shown).collect();
    listed(&shown.iter().map(String::as_str).collect::<Vec<_>>())
}
