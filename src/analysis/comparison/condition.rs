//! A condition of one study as it is held against the cases of another.

use super::Side;
use super::scale::counterpart;
use crate::study::index::QuestionIx;
use crate::study::protocol::Question;
use crate::study::protocol::filter::{Bound, Filter, Key, Term, Test};

/// From one study to another.
pub(crate) struct Translation<'t, 'a> {
    pub(crate) from: &'t Side<'a>,
    pub(crate) to: &'t Side<'a>,
    /// The places of the questions that are the same, in the one and in the other.
    pub(crate) pairs: Vec<[QuestionIx; 2]>,
    /// The choices that somebody says are the same: the places of their questions, and theirs in these.
    pub(crate) choices: Vec<SameChoice>,
}

/// A choice of one study's question that is said to be one of another's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct SameChoice {
    pub(crate) questions: [QuestionIx; 2],
    pub(crate) choices: [usize; 2],
}

impl SameChoice {
    /// The same seen from the other study.
    pub(crate) fn turned(self) -> Self {
        let Self { questions: [a, b], choices: [c, d] } = self;
        Self { questions: [b, a], choices: [d, c] }
    }

    /// Those of two questions, by the places of the choices.
    pub(crate) fn of(all: &[Self], questions: [QuestionIx; 2]) -> Vec<[usize; 2]> {
        all.iter().filter(|same| same.questions == questions).map(|same| same.choices).collect()
    }
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
        }
    }

    fn key(&self, key: Key) -> Option<Key> {
        match key {
            Key::Question(place) => self.question(place).map(Key::Question),
            Key::Column(place) => {
                let name = self.from.study.cases.columns.get(place)?;
                self.to.study.cases.column(name).map(Key::Column)
            }
        }
    }

    fn question(&self, place: QuestionIx) -> Option<QuestionIx> {
        let paired = self.pairs.iter().find(|[from, _]| *from == place).map(|[_, to]| *to);
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

    /// The values of a filter that the other study does not offer although it has something of the condition: what is left
    /// out of the base there, in words.
    pub(crate) fn left_out(&self, filter: &Filter) -> Vec<String> {
        let of_term = |term: &Term| match term {
            Term::Is(key, Test::In(values)) if self.term(term).is_some() => {
                let gone = values.iter().filter(|value| self.values(*key, std::slice::from_ref(value)).is_empty());
                let gone: Vec<String> = gone.cloned().collect();
                let told = || self.from.study.protocol.told_term(&Term::Is(*key, Test::In(gone.clone())));
                (!gone.is_empty()).then(told).into_iter().collect()
            }
            Term::Is(..) => Vec::new(),
            Term::Any(filters) => filters.iter().flat_map(|filter| self.left_out(filter)).collect(),
        };
        filter.terms.iter().flat_map(of_term).collect()
    }

    /// The values as the other study has them; those that it does not offer are left out.
    fn values(&self, key: Key, values: &[String]) -> Vec<String> {
        let (from, to) = (&self.from.study.protocol, &self.to.study.protocol);
        match key {
            Key::Question(place) => {
                let there = self.question(place);
                let other = there.and_then(|there| Some((there, to.questions.get(there)?)));
                let Some((one, (there, other))) = from.questions.get(place).zip(other) else { return Vec::new() };
                let mapped = SameChoice::of(&self.choices, [place, there]);
                values.iter().filter_map(|value| value_of(value, one, other, &mapped)).collect()
            }
            Key::Column(place) => {
                let id = self.from.study.cases.columns.get(place);
                let attribute = id.and_then(|id| to.attributes.iter().find(|attribute| attribute.id == *id));
                let listed = attribute.map_or(&[][..], |attribute| &attribute.values);
                let offers = |value: &&String| listed.is_empty() || listed.iter().any(|(code, _)| code == *value);
                values.iter().filter(offers).cloned().collect()
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
