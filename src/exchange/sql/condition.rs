//! Conditions in three values: 0 does not hold, 1 depends on an answer that is not there yet, 2 holds.

use super::engine::Engine;
use crate::study::index::{At, QuestionIx};
use crate::study::protocol::filter::{Bound, Filter, Key, Term, Test, number};
use crate::study::protocol::{Per, Protocol};

/// What conditions are said in.
#[derive(Clone, Copy)]
pub(crate) struct Say<'a> {
    pub(crate) engine: Engine,
    pub(crate) protocol: &'a Protocol,
}

impl Say<'_> {
    /// A filter.
    pub(crate) fn filter(self, filter: &Filter) -> String {
        all("least", "2", filter.terms.iter().map(|term| self.term(term)).collect())
    }

    fn term(self, term: &Term) -> String {
        match term {
            Term::Is(key, test) => self.test(*key, test),
            Term::Any(filters) => all("greatest", "0", filters.iter().map(|filter| self.filter(filter)).collect()),
            // A protocol with formulas is refused before anything is said of it.
            Term::Formula(_) => "1".to_owned(),
        }
    }

    fn test(self, key: Key, test: &Test) -> String {
        match test {
            Test::Answered(wanted) => {
                let (yes, no) = if *wanted { (2, 0) } else { (0, 2) };
                let standing = self.standing(key);
                format!("CASE WHEN {standing} = 'answered' THEN {yes} ELSE {no} END")
            }
            Test::In(wanted) => self.seen(key, &holds(&self.one_of(key, wanted))),
            Test::NotIn(unwanted) => self.seen(key, &holds(&format!("NOT ({})", self.one_of(key, unwanted)))),
            Test::Between { min, max } => {
                let sides = [(min, ">="), (max, "<=")].into_iter();
                let sides = sides.filter_map(|(bound, side)| Some(self.bound(key, side, bound.as_ref()?)));
                self.seen(key, &all("least", "2", sides.collect()))
            }
        }
    }

    /// What is found of a key that has an answer; one that is not asked does not hold.
    fn seen(self, key: Key, found: &str) -> String {
        let standing = self.standing(key);
        format!("CASE {standing} WHEN 'answered' THEN {found} WHEN 'not_asked' THEN 0 ELSE 1 END")
    }

    fn one_of(self, key: Key, values: &[String]) -> String {
        let value = self.value(key);
        let tests = values.iter().map(|one| self.contains(&value, one));
        tests.collect::<Vec<_>>().join(" OR ")
    }

    /// Whether an answer is a value, or has it among several.
    pub(crate) fn contains(self, value: &str, one: &str) -> String {
        format!("position({} IN concat(';', {value}, ';')) > 0", self.engine.text(&format!(";{one};")))
    }

    fn bound(self, key: Key, side: &str, bound: &Bound) -> String {
        let value = self.value(key);
        match bound {
            Bound::Value(bound) => {
                let text = self.engine.text(bound);
                let as_text = format!("substring({value}, 1, {}) {side} {text}", bound.chars().count());
                let Some(number) = number(bound) else { return holds(&as_text) };
                let found = self.engine.number(&value);
                let as_number = format!("{found} {side} {}", real(number));
                format!("CASE WHEN CASE WHEN {found} IS NOT NULL THEN {as_number} ELSE {as_text} END THEN 2 ELSE 0 END")
            }
            Bound::Of(other) => {
                let with = self.value(*other);
                let (one, two) = (self.engine.number(&value), self.engine.number(&with));
                let as_text = format!("substring({value}, 1, char_length({with})) {side} {with}");
                let found = format!(
                    "CASE WHEN CASE WHEN {one} IS NOT NULL AND {two} IS NOT NULL THEN {one} {side} {two} \
                     ELSE {as_text} END THEN 2 ELSE 0 END"
                );
                self.seen(*other, &found)
            }
        }
    }

    fn standing(self, key: Key) -> String {
        match key {
            Key::Question(place) if self.is_asked(place) => standing(place),
            Key::Question(_) => "'not_asked'".to_owned(),
            Key::Column(place) => format!("CASE WHEN {} = '' THEN 'not_asked' ELSE 'answered' END", column(place)),
        }
    }

    fn value(self, key: Key) -> String {
        match key {
            Key::Question(place) if self.is_asked(place) => value(place),
            Key::Question(_) => "''".to_owned(),
            Key::Column(place) => column(place),
        }
    }

    /// Whether it is asked about cases: only these are counted.
    pub(crate) fn is_asked(self, place: QuestionIx) -> bool {
        self.protocol.questions.at(place).per == Per::Case
    }
}

/// The column that says how a question stands.
pub(crate) fn standing(place: QuestionIx) -> String {
    format!("s{}", usize::from(place) + 1)
}

/// The column of its answer.
pub(crate) fn value(place: QuestionIx) -> String {
    format!("a{}", usize::from(place) + 1)
}

/// The column of an attribute.
pub(crate) fn column(place: usize) -> String {
    format!("c{}", place + 1)
}

/// A number, as one of any length of digits.
pub(crate) fn real(number: f64) -> String {
    format!("CAST('{number}' AS DOUBLE)")
}

fn holds(test: &str) -> String {
    format!("CASE WHEN {test} THEN 2 ELSE 0 END")
}

fn all(how: &str, none: &str, mut parts: Vec<String>) -> String {
    match parts.len() {
        0 => none.to_owned(),
        1 => parts.remove(0),
        _ => format!("{how}({})", parts.join(", ")),
    }
}
