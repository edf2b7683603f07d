//! A condition of one study as it is held against the cases of another.

use super::Side;
use super::same::{Same, SameChoice};
use super::scale::counterpart;
use crate::study::index::QuestionIx;
use crate::study::protocol::Question;
use crate::study::protocol::filter::{Bound, Filter, Key, Term, Test};

/// From one study to another.
pub(crate) struct Translation<'t, 'a> {
    pub(crate) from: &'t Side<'a>,
    pub(crate) to: &'t Side<'a>,
    /// What is the same, seen from the one.
    pub(crate) same: &'t Same,
}

impl Translation<'_, '_> {
    /// The terms of a filter that the other study has answers to, and the others in words.
    pub(crate) fn filter(&self, filter: &Filter) -> (Filter, Vec<String>) {
        let (mut terms, mut lacking) = (Vec::new(), Vec::new());
        for term in &filter.terms {
            match self.term(term) {
                Some(term) => terms.push(term),
                None => lacking.push(self.from.study.protocol.told_term(term)),
            }
        }
        (Filter { terms }, lacking)
    }

    fn term(&self, term: &Term) -> Option<Term> {
        match term {
            Term::Is(key, test) => Some(Term::Is(self.key(*key)?, self.test(*key, test)?)),
            Term::Any(filters) => {
                let whole = |filter| Some(self.filter(filter)).filter(|(_, lacking)| lacking.is_empty());
                let filters: Option<Vec<Filter>> = filters.iter().map(|filter| Some(whole(filter)?.0)).collect();
                filters.map(Term::Any)
            }
            Term::Formula(expr) => expr.moved(|key| self.key(key)).map(Term::Formula),
        }
    }

    fn key(&self, key: Key) -> Option<Key> {
        match key {
            Key::Question(place) => self.question(place).map(Key::Question),
            Key::Column(place) => self.column(place).map(Key::Column),
        }
    }

    fn column(&self, place: usize) -> Option<usize> {
        let paired = self.same.columns.iter().find(|[from, _]| *from == place).map(|[_, to]| *to);
        paired.or_else(|| self.to.study.cases.column(self.from.study.cases.columns.get(place)?))
    }

    fn question(&self, place: QuestionIx) -> Option<QuestionIx> {
        let paired = self.same.questions.iter().find(|[from, _]| *from == place).map(|[_, to]| *to);
        paired.or_else(|| self.to.place(self.from.asked(place)?.name()))
    }

    fn test(&self, key: Key, test: &Test) -> Option<Test> {
        match test {
            Test::In(values) => {
                let known = self.values(key, values);
                (!known.is_empty()).then_some(Test::In(known))
            }
            // What is not on offer is nobody's answer.
            Test::NotIn(values) => Some(Test::NotIn(self.values(key, values))),
            Test::Between { min, max } => {
                let bound = |bound: &Option<Bound>| match bound {
                    Some(Bound::Of(key)) => self.key(*key).map(|key| Some(Bound::Of(key))),
                    known => Some(known.clone()),
                };
                Some(Test::Between { min: bound(min)?, max: bound(max)? })
            }
            Test::Answered(answered) => Some(Test::Answered(*answered)),
        }
    }

    /// The values that a filter lets into the base and that the other study does not offer, although it has something of the
    /// condition: what is left out of the base there, in words.
    pub(crate) fn left_out(&self, filter: &Filter) -> Vec<String> {
        let of_term = |term: &Term| match term {
            Term::Is(key, test) if self.term(term).is_some() => {
                let gone = self.admitted(*key, test).into_iter();
                let gone: Vec<String> =
                    gone.filter(|value| self.values(*key, std::slice::from_ref(value)).is_empty()).collect();
                let told = || self.from.study.protocol.told_term(&Term::Is(*key, Test::In(gone.clone())));
                (!gone.is_empty()).then(told).into_iter().collect()
            }
            Term::Is(..) | Term::Formula(_) => Vec::new(),
            Term::Any(filters) => filters.iter().flat_map(|filter| self.left_out(filter)).collect(),
        };
        filter.terms.iter().flat_map(of_term).collect()
    }

    /// The values of a key that a test lets in, as far as they are known beforehand.
    fn admitted(&self, key: Key, test: &Test) -> Vec<String> {
        let offered = || -> Vec<String> {
            let protocol = &self.from.study.protocol;
            match key {
                Key::Question(place) => {
                    let choices = protocol.questions.get(place).map_or(&[][..], |question| question.choices());
                    choices.iter().map(|choice| choice.id.clone()).collect()
                }
                Key::Column(place) => {
                    let id = self.from.study.cases.columns.get(place);
                    let attribute = protocol.attributes.iter().find(|attribute| Some(&attribute.id) == id);
                    attribute.map_or_else(Vec::new, |known| known.values.iter().map(|(code, _)| code.clone()).collect())
                }
            }
        };
        match test {
            Test::In(values) => values.clone(),
            Test::NotIn(values) => offered().into_iter().filter(|value| !values.contains(value)).collect(),
            Test::Answered(true) => offered(),
            Test::Answered(false) | Test::Between { .. } => Vec::new(),
        }
    }

    /// The values as the other study has them; those that it does not offer are left out.
    fn values(&self, key: Key, values: &[String]) -> Vec<String> {
        let (from, to) = (&self.from.study.protocol, &self.to.study.protocol);
        match key {
            Key::Question(place) => {
                let there = self.question(place);
                let other = there.and_then(|there| Some((there, to.questions.get(there)?)));
                let Some((one, (there, other))) = from.questions.get(place).zip(other) else { return Vec::new() };
                let mapped = SameChoice::of(&self.same.choices, [place, there]);
                values.iter().filter_map(|value| value_of(value, one, other, &mapped)).collect()
            }
            Key::Column(place) => {
                let Some(there) = self.column(place) else { return Vec::new() };
                let id = self.to.study.cases.columns.get(there);
                let attribute = to.attributes.iter().find(|attribute| Some(&attribute.id) == id);
                let listed = attribute.map_or(&[][..], |attribute| &attribute.values);
                let value = |value: &String| {
                    let value = self.same.value([place, there], value).unwrap_or(value);
                    let cases = &self.to.study.cases;
                    let is_used = || cases.cases.keys().any(|case| cases.value(case, there) == value);
                    let is_offered = listed.iter().any(|(code, _)| code == value) || listed.is_empty() && is_used();
                    is_offered.then(|| value.to_owned())
                };
                values.iter().filter_map(value).collect()
            }
        }
    }
}

/// A value of one question as another has it.
fn value_of(value: &str, one: &Question, other: &Question, mapped: &[[usize; 2]]) -> Option<String> {
    let Some((here, _)) = one.choice(value) else { return Some(value.to_owned()) };
    let place = counterpart(here, one, other, mapped)?;
    other.choices().get(place).map(|choice| choice.id.clone())
}
