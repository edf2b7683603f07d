//! Whether a condition can hold at all. "Never" is certain; where it is not, nothing is said.
//!
//! A condition holds only if every question that it needs an answer to is asked, so those questions' conditions must
//! hold too. All of them together are taken apart into tests of one question or column each, and the condition can
//! hold if, in one way through its alternatives, every question and column has a value that passes all of its tests.

use crate::study::index::QuestionIx;
use crate::study::protocol::filter::{Bound, Filter, Key, Seen, Subject, Term, Test, Truth, number};
use crate::study::protocol::{Choice, Kind, Protocol};

/// After this many steps a condition is assumed to be possible.
const MOST: usize = 2000;

/// A test of a question or column.
type Fact<'a> = (Key, &'a Test);

impl Protocol {
    /// The question or column whose tests contradict each other, if a condition can certainly never hold.
    pub(crate) fn never(&self, filter: &Filter) -> Option<&str> {
        let mut search = Search { protocol: self, steps: 0, clash: None };
        let open: Vec<&Term> = filter.terms.iter().collect();
        if search.can_hold(&open, &[]) {
            return None;
        }
        search.clash.map(|key| self.id_of(key))
    }
}

/// The search for a way in which a condition can hold.
struct Search<'a> {
    protocol: &'a Protocol,
    steps: usize,
    /// What the last way failed at.
    clash: Option<Key>,
}

impl<'a> Search<'a> {
    /// Whether the open terms can hold beside the facts that are settled.
    fn can_hold(&mut self, open: &[&'a Term], known: &[Fact<'a>]) -> bool {
        self.steps += 1;
        let Some((term, rest)) = open.split_first().filter(|_| self.steps <= MOST) else { return true };
        match term {
            Term::Any(filters) => filters.iter().any(|filter| {
                let open: Vec<&Term> = filter.terms.iter().chain(rest.iter().copied()).collect();
                self.can_hold(&open, known)
            }),
            // What a formula comes to is found for a case, not beforehand.
            Term::Formula(_) => self.can_hold(rest, known),
            Term::Is(key, test) => {
                let tests: Vec<&Test> =
                    known.iter().filter(|(other, _)| other == key).map(|(_, test)| *test).chain([test]).collect();
                if !passes_all(self.protocol, *key, &tests) {
                    self.clash = Some(*key);
                    return false;
                }
                let needed = self.needed(*key, &tests);
                let open: Vec<&Term> = needed.iter().chain(rest.iter().copied()).collect();
                self.can_hold(&open, &[known, &[(*key, test)]].concat())
            }
        }
    }

    /// What must hold for the question to be asked, the first time that it needs an answer.
    fn needed(&self, key: Key, tests: &[&Test]) -> &'a [Term] {
        let Key::Question(place) = key else { return &[] };
        match tests {
            [first] if **first != Test::Answered(false) => {
                self.protocol.questions.get(place).map_or(&[], |question| &question.when.terms)
            }
            _ => &[],
        }
    }
}

/// Whether some answer, or none, passes all tests.
fn passes_all(protocol: &Protocol, key: Key, tests: &[&Test]) -> bool {
    let open = tests.iter().filter(|test| ***test == Test::Answered(false)).count();
    if open > 0 {
        return open == tests.len();
    }
    let Some(answers) = answers(protocol, key, tests) else { return true };
    // A bound that names another place is open: it may always be passed.
    let may_pass = |test: &&Test, answer: &str| test.judge(Seen::Answer(answer), &Nothing) != Truth::False;
    answers.iter().any(|answer| tests.iter().all(|test| may_pass(test, answer)))
}

/// A case of which nothing is known.
struct Nothing;

impl Subject for Nothing {
    fn question(&self, _: QuestionIx) -> Seen<'_> {
        Seen::Unanswered
    }
    fn column(&self, _: usize) -> &'static str {
        ""
    }
}

/// Answers among which there is one that passes all tests, if any answer does; nothing where that cannot be told.
fn answers(protocol: &Protocol, key: Key, tests: &[&Test]) -> Option<Vec<String>> {
    let place = match key {
        Key::Question(place) => place,
        Key::Column(place) => {
            let values = &protocol.attributes.get(place)?.values;
            return (!values.is_empty()).then(|| values.iter().map(|(code, _)| code.clone()).collect());
        }
    };
    match &protocol.questions.get(place)?.kind {
        Kind::Choice(choices) => Some(choices.iter().map(|choice| choice.id.clone()).collect()),
        Kind::Choices(choices) => Some(combinations(choices, tests)),
        Kind::Number { min, max, .. } => Some(numbers(*min, *max, tests)),
        Kind::Date => tests.iter().find_map(|test| match test {
            Test::In(values) => Some(values.clone()),
            _ => None,
        }),
        Kind::Text => None,
    }
}

/// Each choice alone, and all together that are not refused: no other combination passes more.
fn combinations(choices: &[Choice], tests: &[&Test]) -> Vec<String> {
    let refused = |id: &String| tests.iter().any(|test| matches!(test, Test::NotIn(values) if values.contains(id)));
    let together = choices.iter().filter(|choice| !choice.exclusive && !refused(&choice.id));
    let together: Vec<&str> = together.map(|choice| choice.id.as_str()).collect();
    choices.iter().map(|choice| choice.id.clone()).chain([together.join(";")]).filter(|ids| !ids.is_empty()).collect()
}

/// The number or date of a bound that is one.
fn value(bound: &Bound) -> Option<&String> {
    if let Bound::Value(value) = bound { Some(value) } else { None }
}

/// Every number that is named, one between each two, and one beyond either end; within the question's bounds.
fn numbers(min: Option<f64>, max: Option<f64>, tests: &[&Test]) -> Vec<String> {
    let written: Vec<&String> = tests
        .iter()
        .flat_map(|test| match test {
            Test::In(values) | Test::NotIn(values) => values.iter().collect::<Vec<_>>(),
            Test::Between { min, max } => min.iter().chain(max).filter_map(value).collect(),
            Test::Answered(_) => Vec::new(),
        })
        .collect();
    let mut named: Vec<f64> = written.iter().filter_map(|text| number(text)).chain(min).chain(max).collect();
    named.sort_by(f64::total_cmp);
    let between = named.windows(2).filter_map(|pair| Some(f64::midpoint(*pair.first()?, *pair.last()?)));
    let beyond = [named.first().map_or(0.0, |least| least - 1.0), named.last().map_or(0.0, |most| most + 1.0)];
    let all = named.iter().copied().chain(between).chain(beyond);
    all.filter(|one| min.is_none_or(|min| *one >= min) && max.is_none_or(|max| *one <= max))
        .map(|one| one.to_string())
        .collect()
}
