//! A condition as an inline table, in which every key stands once.

use super::value::{inline, one_or_list, quoted};
use crate::protocol::answer::decimal;
use crate::protocol::filter::{Filter, Key, Term, Test};
use crate::protocol::{Kind, Protocol};

/// The condition as an inline table.
pub(super) fn written(protocol: &Protocol, filter: &Filter) -> String {
    let terms = once_each(&filter.terms);
    let fields: Vec<(&str, String)> = terms
        .iter()
        .map(|term| match term {
            Term::Is(key, test) => (name(protocol, *key), value(test, is_number(protocol, *key, test))),
            Term::Any(filters) => {
                let either: Vec<String> = filters.iter().map(|filter| written(protocol, filter)).collect();
                ("any", format!("[{}]", either.join(", ")))
            }
        })
        .collect();
    inline(&fields)
}

/// The same terms such that each key, and `any`, stands once: what is left over goes into `any`.
fn once_each(terms: &[Term]) -> Vec<Term> {
    let mut kept: Vec<Term> = Vec::new();
    let mut over: Vec<Term> = Vec::new();
    for term in terms {
        let stands = |other: &Term| match (other, term) {
            (Term::Is(other, _), Term::Is(key, _)) => other == key,
            (Term::Any(_), Term::Any(_)) => true,
            _ => false,
        };
        if kept.iter().any(stands) { over.push(term.clone()) } else { kept.push(term.clone()) }
    }
    if over.is_empty() {
        return kept;
    }
    let with = |filter: &Filter| Filter { terms: [&filter.terms[..], &over].concat() };
    match kept.iter_mut().find(|term| matches!(term, Term::Any(_))) {
        Some(Term::Any(filters)) => *filters = filters.iter().map(with).collect(),
        _ => kept.push(Term::Any(vec![Filter { terms: over }])),
    }
    kept
}

fn name(protocol: &Protocol, key: Key) -> &str {
    match key {
        Key::Question(place) => protocol.questions.get(place).map_or("", |question| &question.id),
        Key::Column(place) => protocol.attributes.get(place).map_or("", |attribute| &attribute.id),
    }
}

/// Whether the values of a test are numbers, which need no quotation marks.
fn is_number(protocol: &Protocol, key: Key, test: &Test) -> bool {
    match key {
        Key::Question(place) => {
            protocol.questions.get(place).is_some_and(|one| matches!(one.kind, Kind::Number { .. }))
        }
        Key::Column(_) => matches!(test, Test::Between { .. }),
    }
}

fn value(test: &Test, number: bool) -> String {
    let one = |text: &String| if number && decimal(text).as_ref() == Some(text) { text.clone() } else { quoted(text) };
    let several = |values: &[String]| one_or_list(&values.iter().map(one).collect::<Vec<_>>());
    match test {
        Test::In(wanted) => several(wanted),
        Test::NotIn(unwanted) => inline(&[("not", several(unwanted))]),
        Test::Between { min, max } => {
            let bounds = [("min", min), ("max", max)];
            let given = bounds.iter().filter_map(|(name, bound)| Some((*name, one(bound.as_ref()?))));
            inline(&given.collect::<Vec<_>>())
        }
        Test::Answered(wanted) => inline(&[("answered", wanted.to_string())]),
    }
}
