//! A condition as an inline table.

use super::value::{inline, one_or_list, quoted};
use crate::study::index::QuestionIx;
use crate::study::protocol::answer::decimal;
use crate::study::protocol::filter::formula::Expr;
use crate::study::protocol::filter::{Bound, Filter, Key, Term, Test};
use crate::study::protocol::repeat::Instance;
use crate::study::protocol::{Kind, Protocol, Question};

/// What places are called in conditions.
pub(crate) struct Names<'a> {
    pub(crate) protocol: &'a Protocol,
    /// Where names as they are declared are meant.
    own: Option<&'a Instance>,
}

impl<'a> Names<'a> {
    /// The ids of a protocol.
    pub(crate) fn of(protocol: &'a Protocol) -> Self {
        Self { protocol, own: None }
    }

    /// The same, but for the questions of an instance, which are called what they are declared as.
    pub(crate) fn within(protocol: &'a Protocol, own: &'a Instance) -> Self {
        Self { protocol, own: Some(own) }
    }

    /// What a question is called.
    pub(crate) fn question(&self, place: QuestionIx) -> &'a str {
        self.id(Key::Question(place))
    }

    fn id(&self, key: Key) -> &'a str {
        let question = key.question().and_then(|place| self.protocol.questions.get(place));
        let is_own = |question: &&Question| {
            let instance = question.instance();
            instance.zip(self.own).is_some_and(|(one, own)| (&one.at, one.mark) == (&own.at, own.mark))
        };
        question.filter(is_own).map_or_else(|| self.protocol.id_of(key), Question::declared_id)
    }

    /// The condition as an inline table; one that can be loaded has every key once, and so `any`.
    pub(crate) fn condition(&self, filter: &Filter) -> String {
        let fields: Vec<(&str, String)> = filter.terms.iter().map(|term| self.term(term)).collect();
        inline(&fields)
    }

    /// A formula.
    pub(crate) fn formula(&self, expr: &Expr) -> String {
        expr.named(|key| self.id(key).to_owned()).to_string()
    }

    fn term(&self, term: &Term) -> (&str, String) {
        match term {
            Term::Is(key, test) => (self.id(*key), self.test(test, self.is_number(*key, test))),
            Term::Any(filters) => {
                let either: Vec<String> = filters.iter().map(|filter| self.condition(filter)).collect();
                ("any", format!("[{}]", either.join(", ")))
            }
            Term::Formula(expr) => ("formula", quoted(&self.formula(expr))),
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
                    Bound::Of(key) => inline(&[("of", quoted(self.id(*key)))]),
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
