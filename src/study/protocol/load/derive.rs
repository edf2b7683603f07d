//! How the answer of a derived question follows from others.

use super::Item;
use super::condition::{Scope, filter};
use super::reader::Reader;
use crate::study::index::QuestionIx;

use crate::msg;
use crate::study::protocol::condition::Domain;
use crate::study::protocol::filter::{Bound, Filter, Key, Term, Test};
use crate::study::protocol::{Attribute, Derive, Part, Question, Role};
use toml::Spanned;

/// The fields that say what it follows from.
pub(crate) const DERIVED: [&str; 4] = ["parts", "sum", "of", "at"];
/// The fields of a choice that say when it is the answer.
pub(crate) const DERIVED_CHOICE: [&str; 3] = ["when", "min", "max"];

/// Reads how `question`, all of whose other fields are read, follows from those before it.
pub(crate) fn derive(
    table: &Reader<'_>,
    question: &Question,
    scope: &Scope<'_>,
    attributes: &[Attribute],
) -> Option<Derive> {
    let forms: Vec<&str> = ["parts", "sum", "of"].into_iter().filter(|form| table.get(form).is_some()).collect();
    match forms.as_slice() {
        ["parts"] => parts(table, question, scope),
        ["sum"] => Some(Derive::Sum(places(table, "sum", scope, "number", |domain| matches!(domain, Domain::Number)))),
        ["of"] => groups(table, scope, attributes),
        [] => Some(Derive::First(firsts(table, scope))),
        _ => {
            table.source.wrong(table.span("kind"), msg!("protocol-derived-forms"), msg!("protocol-derived-hint"));
            None
        }
    }
}

fn parts(table: &Reader<'_>, question: &Question, scope: &Scope<'_>) -> Option<Derive> {
    if [Role::Yes, Role::No].into_iter().any(|role| question.role(role).is_none()) {
        table.source.wrong(table.span("parts"), msg!("protocol-derived-roles"), msg!("protocol-derived-hint"));
        return None;
    }
    Some(Derive::Parts(places(table, "parts", scope, "choice", |domain| matches!(domain, Domain::Listed(_)))))
}

/// The questions that a field names, all of one kind.
fn places(
    table: &Reader<'_>,
    field: &'static str,
    scope: &Scope<'_>,
    kind: &str,
    fits: impl Fn(&Domain<'_>) -> bool,
) -> Vec<QuestionIx> {
    let words = table.words(field);
    table.source.unique("question", &words);
    if words.is_empty() {
        table.source.wrong(table.span(field), msg!("protocol-derived-empty"), msg!("protocol-derived-hint"));
    }
    let place = |word: &Spanned<String>| match scope.key(word.get_ref()) {
        Ok((Key::Question(place), domain)) if fits(&domain) => Some(place),
        Ok(_) => {
            let message = msg!("protocol-derived-part", name = word.get_ref().as_str(), kind = kind);
            table.source.wrong(word.span(), message, msg!("protocol-derived-hint"));
            None
        }
        Err(faults) => {
            table.source.faults(&word.span(), faults);
            None
        }
    };
    words.iter().filter_map(place).collect()
}

/// Groups of a number; of a year of birth, groups of ages in the year `at`.
fn groups(table: &Reader<'_>, scope: &Scope<'_>, attributes: &[Attribute]) -> Option<Derive> {
    let name = table.required("of");
    let span = table.get("of").map_or_else(|| table.span("of"), Spanned::span);
    let (key, domain) = scope.key(&name).map_err(|faults| table.source.faults(&span, faults)).ok()?;
    if !matches!(domain, Domain::Number | Domain::Column) {
        let message = msg!("protocol-derived-part", name = name.as_str(), kind = "number");
        table.source.wrong(span, message, msg!("protocol-derived-hint"));
        return None;
    }
    let born = match key {
        Key::Column(place) => attributes.get(place).and_then(|attribute| match attribute.part {
            Some(Part::BirthYear { at }) => Some(f64::from(at)),
            _ => None,
        }),
        Key::Question(_) => None,
    };
    let at = table.number("at").or(born);
    let group = |table: &Reader<'_>| {
        let (min, max) = (table.number("min"), table.number("max"));
        if min.is_none() && max.is_none() {
            table.source.wrong(table.span("id"), msg!("protocol-derived-group"), msg!("protocol-derived-hint"));
        }
        let (min, max) = match at {
            Some(at) => (max.map(|max| at - max), min.map(|min| at - min)),
            None => (min, max),
        };
        let bound = |bound: Option<f64>| bound.map(|bound| Bound::Value(bound.to_string()));
        Filter { terms: vec![Term::Is(key, Test::Between { min: bound(min), max: bound(max) })] }
    };
    Some(Derive::First(choices(table).iter().map(group).collect()))
}

/// The condition of each choice. The last may have none: it stands for everything else.
fn firsts(table: &Reader<'_>, scope: &Scope<'_>) -> Vec<Filter> {
    let choices = choices(table);
    let last = choices.len().saturating_sub(1);
    if choices.is_empty() || choices.iter().all(|choice| choice.get("when").is_none()) {
        table.source.wrong(table.span("kind"), msg!("protocol-derived-forms"), msg!("protocol-derived-hint"));
    }
    let when = |(place, choice): (usize, &Reader<'_>)| {
        if let Some(item) = choice.get("when") {
            return filter(table.source, item, "when", scope);
        }
        if place < last {
            table.source.wrong(choice.span("id"), msg!("protocol-derived-group"), msg!("protocol-derived-hint"));
        }
        Filter::default()
    };
    choices.iter().enumerate().map(when).collect()
}

/// The choices once more, for the fields that say when they are the answer.
fn choices<'a>(table: &Reader<'a>) -> Vec<Reader<'a>> {
    let items = table.get("choices").and_then(|item| item.get_ref().as_array());
    let known = [&super::scale::CHOICE[..], &DERIVED_CHOICE].concat();
    let read = |item: &'a Item<'a>| Reader::of(table.source, item, "choices", &known);
    items.into_iter().flat_map(|items| items.iter()).filter_map(read).collect()
}
