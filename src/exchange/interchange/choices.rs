//! What choices are called in files.

use super::legend::Legend;
use crate::base::language::Message;
use crate::base::suggest::listed;
use crate::base::table::said::is_missing;
use crate::base::text::folded;
use crate::msg;
use crate::study::case::meaning::meant;
use crate::study::protocol::{Attribute, Choice, Role};

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

/// A name without what makes no difference: case, accents, blanks and the shape of quotation marks, which form servers
/// straighten in labels.
pub(crate) fn key(text: &str) -> String {
    let straight = folded(text).replace(['”', '“', '„', '»', '«'], "\"").replace(['’', '‘'], "'");
    straight.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The choice with a name: by id or label, or both as they are shown, else by what people write for its role.
pub(crate) fn named<'a>(choices: &'a [Choice], text: &str) -> Result<&'a Choice, Message> {
    let wanted = key(text);
    let both = |choice: &Choice| [with(&choice.id, &choice.label), with(&choice.label, &choice.id)];
    let is_called =
        |choice: &Choice| [&choice.id, &choice.label].into_iter().chain(&both(choice)).any(|name| key(name) == wanted);
    let called: Vec<&Choice> = choices.iter().filter(|choice| is_called(choice)).collect();
    // Ids that differ in case or accents only are told apart by them, alone or with the label; a label that is another's
    // id is nobody's.
    let is_exact = |choice: &Choice| choice.id == text || both(choice).iter().any(|name| name == text);
    let exact = called.iter().find(|choice| {
        let mut others = called.iter().filter(|other| other.id != choice.id);
        is_exact(choice) && others.all(|other| !is_exact(other) && key(&other.label) != wanted)
    });
    let is_word = |choice: &&Choice| choice.role.is_some_and(|role| words(role).contains(&wanted.as_str()));
    match (called.as_slice(), exact) {
        ([only], _) | (_, Some(only)) => Ok(only),
        ([], None) => {
            choices.iter().find(is_word).ok_or_else(|| msg!("answer-choice", found = text, allowed = allowed(choices)))
        }
        (several, None) => Err(ambiguous(text, several)),
    }
}

/// What a choice is called so that it is read as that one and as no other: by its label, its id, or both.
pub(crate) fn called(choices: &[Choice], place: usize) -> String {
    let Some(choice) = choices.get(place) else { return String::new() };
    let legends = [Legend::codebook(choices), Legend::keys(choices)];
    let means_it = |name: &String| {
        let other = |legend: &Legend| legend.choice(choices, name).is_some_and(|other| other.id != choice.id);
        let is_read = named(choices, name).is_ok_and(|found| found.id == choice.id);
        is_read && !legends.iter().any(other) && !is_missing(name)
    };
    let names = [choice.label.clone(), choice.id.clone()];
    names.into_iter().find(means_it).unwrap_or_else(|| with(&choice.label, &choice.id))
}

/// What a value of an attribute is called so that it is read as that one.
pub(crate) fn called_value<'a>(attribute: &'a Attribute, code: &'a str) -> &'a str {
    let names = [attribute.one_of(code), attribute.label_of(code)];
    names.into_iter().find(|name| meant(attribute, name) == Some(code)).unwrap_or(code)
}

/// A name with another behind it.
fn with(name: &str, other: &str) -> String {
    format!("{name} ({other})")
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_is_known_whatever_the_shape_of_its_quotation_marks() {
        let choices = [Choice::new("s", "”Skälig” nivå"), Choice::new("g", "God nivå enligt lagens ’bör’")];
        for (text, id) in [("\"Skälig\" nivå", "s"), ("“Skälig” nivå", "s"), ("God nivå enligt lagens 'bör'", "g")]
        {
            assert_eq!(named(&choices, text).map(|found| found.id.as_str()), Ok(id), "{text}");
        }
        let alike = [Choice::new("a", "”Ja”"), Choice::new("b", "\"Ja\"")];
        assert!(named(&alike, "\"Ja\"").is_err(), "nothing is guessed");
    }

    #[test]
    fn ids_that_differ_in_an_accent_only_are_told_apart_by_it() {
        let alike = [Choice::new("a", "same"), Choice::new("å", "same")];
        for (place, choice) in alike.iter().enumerate() {
            let name = called(&alike, place);
            assert_eq!(named(&alike, &name).map(|found| found.id.as_str()), Ok(choice.id.as_str()), "{name}");
            assert_eq!(named(&alike, &with("same", &choice.id)).map(|found| found.id.as_str()), Ok(choice.id.as_str()));
        }
        assert!(named(&alike, "same").is_err() && named(&alike, "same (A)").is_err(), "nothing is guessed");
        let labelled = [Choice::new("a", "b"), Choice::new("b", "a"), Choice::new("c", "a (b)")];
        assert!(named(&labelled, "a (b)").is_err(), "it is three things");
    }
}
