//! A condition as an inline table.

use super::value::{inline, one_or_list, quoted};
use crate::protocol::answer::decimal;
use crate::protocol::filter::{Bound, Filter, Key, Term, Test};
use crate::protocol::{Kind, Protocol};

/// What places are called in conditions.
pub(super) struct Names<'a> {
    pub(super) protocol: &'a Protocol,
}

impl Names<'_> {
    /// What a question is called.
    pub(super) fn question(&self, place: usize) -> &str {
        self.protocol.questions.get(place).map_or("", |question| &question.id)
    }

    fn name(&self, key: Key) -> &str {
        match key {
            Key::Question(place) => self.question(place),
            Key::Column(place) => self.protocol.attributes.get(place).map_or("", |attribute| &attribute.id),
        }
    }

    /// The condition as an inline table; one that can be loaded has every key once, and so `any`.
    pub(super) fn condition(&self, filter: &Filter) -> String {
        let fields: Vec<(&str, String)> = filter.terms.iter().map(|term| self.term(term)).collect();
        inline(&fields)
    }

    fn term(&self, term: &Term) -> (&str, String) {
        match term {
            Term::Is(key, test) => (self.name(*key), self.test(test, self.is_number(*key, test))),
            Term::Any(filters) => {
                let either: Vec<String> = filters.iter().map(|filter| self.condition(filter)).collect();
                ("any", format!("[{}]", either.join(", ")))
            }
        }
    }

    /// Whether the values of a test are numbers, which need no quotation marks.
    fn is_number(&self, key: Key, test: &Test) -> bool {
        let kind = key.question().and_then(|place| self.protocol.questions.get(place)).map(|question| &question.kind);
        kind.map_or_else(|| matches!(test, Test::Between { .. }), |kind| matches!(kind, Kind::Number { .. }))
    }

    fn test(&self, test: &Test, number: bool) -> String {
        let one = |text: &String| value(text, number);
        let several = |values: &[String]| one_or_list(&values.iter().map(one).collect::<Vec<_>>());
        match test {
            Test::In(wanted) => several(wanted),
            Test::NotIn(unwanted) => inline(&[("not", several(unwanted))]),
            Test::Between { min, max } => {
                let bound = |bound: &Bound| match bound {
                    Bound::Value(bound) => value(bound, number),
                    Bound::Of(key) => inline(&[("of", quoted(self.name(*key)))]),
                };
                let bounds = [("min", min), ("max", max)];
                let given = bounds.iter().filter_map(|(name, one)| Some((*name, bound(one.as_ref()?))));
                inline(&given.collect::<Vec<_>>())
            }
            Test::Answered(wanted) => inline(&[("answered", wanted.to_string())]),
        }
    }
}

fn value(text: &str, number: bool) -> String {
    if number && decimal(text).as_deref() == Some(text) { text.to_owned() } else { quoted(text) }
}
