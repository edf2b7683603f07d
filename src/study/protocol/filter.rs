//! The one matcher: conditions over answers and case columns, in protocols and on the command line alike.
//!
//! Matching is three-valued (Kleene): a condition on a question that is asked but not yet answered is neither true nor
//! false, so that "not asked" and "not yet known" can be told apart. Only *true* matches.

pub mod formula;

use crate::study::index::QuestionIx;
use formula::Expr;
use std::cmp::Ordering;

/// The outcome of a condition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Truth {
    /// It does not hold.
    False,
    /// It depends on an answer that is not there yet.
    Unknown,
    /// It holds.
    True,
}

impl From<bool> for Truth {
    fn from(holds: bool) -> Self {
        if holds { Self::True } else { Self::False }
    }
}

/// What a condition sees of a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seen<'a> {
    /// Its own condition does not hold.
    Masked,
    /// It is asked, or may be, and has no answer.
    Unanswered,
    /// Its answer, as stored.
    Answer(&'a str),
}

/// What a filter is held against: one case.
pub trait Subject {
    /// A question by its place.
    fn question(&self, place: QuestionIx) -> Seen<'_>;
    /// A column of the case list by its place: attributes first, as in the protocol.
    fn column(&self, place: usize) -> &str;
    /// The day on which the newest of the answers to these questions was given, counted from 1970-01-01; nothing where
    /// none is there, or where it is not known when.
    fn day(&self, _: &[QuestionIx]) -> Option<i64> {
        None
    }
}

/// What a condition looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    /// A question by its place.
    Question(QuestionIx),
    /// A column of the case list by its place.
    Column(usize),
}

/// What an answer is held against.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Bound {
    /// A number or a date.
    Value(String),
    /// What stands in another place of the same case.
    Of(Key),
}

impl Bound {
    /// Whether nothing can be at least this and at most the other.
    pub fn is_above(&self, other: &Self) -> bool {
        let (Self::Value(one), Self::Value(other)) = (self, other) else { return false };
        number(one).zip(number(other)).map_or(one > other, |(one, other)| one > other)
    }
}

/// What must hold of it.
#[derive(Debug, Clone, PartialEq)]
pub enum Test {
    /// It is one of these; a multi-answer contains one of them.
    In(Vec<String>),
    /// It has an answer that is none of these; a multi-answer contains none of them.
    NotIn(Vec<String>),
    /// It lies between the bounds, both included: numbers as numbers, dates by the precision of the bound.
    Between {
        /// The lower bound.
        min: Option<Bound>,
        /// The upper bound.
        max: Option<Bound>,
    },
    /// It has an answer, or has none.
    Answered(bool),
}

/// One part of a filter.
#[derive(Debug, Clone, PartialEq)]
pub enum Term {
    /// A condition on one key.
    Is(Key, Test),
    /// One of these filters.
    Any(Vec<Filter>),
    /// A formula holds.
    Formula(Expr),
}

/// Conditions that must all hold; the empty filter always does.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Filter {
    /// The conditions.
    pub terms: Vec<Term>,
}

impl Filter {
    /// Whether it is the empty filter.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// The outcome for a case.
    pub fn judge(&self, subject: &impl Subject) -> Truth {
        self.terms.iter().map(|term| term.judge(subject)).min().unwrap_or(Truth::True)
    }

    /// Whether it holds for a case.
    pub fn matches(&self, subject: &impl Subject) -> bool {
        self.judge(subject) == Truth::True
    }

    /// Whether it hangs on a question that is meant: what else it looks at does not say no.
    pub fn hangs_on(&self, subject: &impl Subject, is_meant: impl Fn(QuestionIx) -> bool) -> bool {
        let looks_there = |term: &&Term| term.keys().into_iter().filter_map(Key::question).any(&is_meant);
        let (open, known): (Vec<&Term>, Vec<&Term>) = self.terms.iter().partition(looks_there);
        !open.is_empty() && known.iter().all(|term| term.judge(subject) == Truth::True)
    }

    /// Whether it computes anything.
    pub fn has_formula(&self) -> bool {
        self.terms.iter().any(|term| match term {
            Term::Is(..) => false,
            Term::Any(filters) => filters.iter().any(Self::has_formula),
            Term::Formula(_) => true,
        })
    }

    /// What it looks at, as often as it looks there.
    pub fn keys(&self) -> Vec<Key> {
        self.terms.iter().flat_map(Term::keys).collect()
    }

    /// The questions among that.
    pub fn questions(&self) -> Vec<QuestionIx> {
        self.keys().into_iter().filter_map(Key::question).collect()
    }
}

impl Term {
    pub(crate) fn judge(&self, subject: &impl Subject) -> Truth {
        match self {
            Self::Is(key, test) => test.judge(key.seen(subject), subject),
            Self::Any(filters) => filters.iter().map(|filter| filter.judge(subject)).max().unwrap_or(Truth::False),
            Self::Formula(expr) => expr.judge(subject),
        }
    }

    fn keys(&self) -> Vec<Key> {
        match self {
            Self::Is(key, Test::Between { min, max }) => {
                let bounds = [min, max].into_iter().flatten();
                let others = bounds.filter_map(|bound| if let Bound::Of(key) = bound { Some(*key) } else { None });
                [*key].into_iter().chain(others).collect()
            }
            Self::Is(key, _) => vec![*key],
            Self::Any(filters) => filters.iter().flat_map(Filter::keys).collect(),
            Self::Formula(expr) => expr.keys(),
        }
    }
}

impl Key {
    /// The place of the question, if it is one.
    pub fn question(self) -> Option<QuestionIx> {
        if let Self::Question(place) = self { Some(place) } else { None }
    }

    /// What stands there. An empty column is like a question that is not asked: nothing will come.
    pub(crate) fn seen(self, subject: &impl Subject) -> Seen<'_> {
        match self {
            Self::Question(place) => subject.question(place),
            Self::Column(place) => match subject.column(place) {
                "" => Seen::Masked,
                value => Seen::Answer(value),
            },
        }
    }
}

impl Test {
    /// The outcome where this is seen.
    pub(crate) fn judge(&self, seen: Seen<'_>, subject: &impl Subject) -> Truth {
        match (self, seen) {
            (Self::Answered(wanted), seen) => (*wanted == matches!(seen, Seen::Answer(_))).into(),
            (_, Seen::Masked) => Truth::False,
            (_, Seen::Unanswered) => Truth::Unknown,
            (Self::In(wanted), Seen::Answer(answer)) => wanted.iter().any(|one| contains(answer, one)).into(),
            (Self::NotIn(unwanted), Seen::Answer(answer)) => (!unwanted.iter().any(|one| contains(answer, one))).into(),
            (Self::Between { min, max }, Seen::Answer(answer)) => {
                let holds = |bound: &Option<Bound>, side: fn(Ordering) -> bool| {
                    bound.as_ref().map_or(Truth::True, |bound| bound.judge(answer, side, subject))
                };
                holds(min, Ordering::is_ge).min(holds(max, Ordering::is_le))
            }
        }
    }
}

impl Bound {
    /// Whether an answer lies on the right side of it.
    fn judge(&self, answer: &str, side: fn(Ordering) -> bool, subject: &impl Subject) -> Truth {
        let bound = match self {
            Self::Value(value) => Seen::Answer(value),
            Self::Of(key) => key.seen(subject),
        };
        match bound {
            Seen::Answer(bound) => compare(answer, bound).is_some_and(side).into(),
            Seen::Unanswered => Truth::Unknown,
            Seen::Masked => Truth::False,
        }
    }
}

/// Whether an answer is `one`, or a multi-answer contains it.
fn contains(answer: &str, one: &str) -> bool {
    answer == one || answer.split(';').any(|part| part == one)
}

/// An answer beside a bound: as numbers where both are, else as dates by as much of the answer as the bound has.
fn compare(answer: &str, bound: &str) -> Option<Ordering> {
    if let (Some(answer), Some(bound)) = (number(answer), number(bound)) {
        return answer.partial_cmp(&bound);
    }
    let precise = answer.char_indices().nth(bound.chars().count()).and_then(|(end, _)| answer.get(..end));
    Some(precise.unwrap_or(answer).cmp(bound))
}

/// A decimal number, with a point or a comma.
pub fn number(text: &str) -> Option<f64> {
    text.trim().replace(',', ".").parse().ok().filter(|number: &f64| number.is_finite())
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Case<'a>(&'a [Seen<'a>], &'a [&'a str]);

    impl Subject for Case<'_> {
        fn question(&self, place: QuestionIx) -> Seen<'_> {
            self.0[usize::from(place)]
        }
        fn column(&self, place: usize) -> &str {
            self.1[place]
        }
    }

    fn is(place: usize, test: Test) -> Filter {
        Filter { terms: vec![Term::Is(Key::Question(place.into()), test)] }
    }

    fn words(list: &[&str]) -> Vec<String> {
        list.iter().map(|&word| word.to_owned()).collect()
    }

    fn judge(test: Test, seen: Seen<'_>) -> Truth {
        is(0, test).judge(&Case(&[seen], &[]))
    }

    #[test]
    fn an_unanswered_question_leaves_a_condition_open_and_a_masked_one_settles_it() {
        for test in [Test::In(words(&["ja"])), Test::NotIn(words(&["ja"])), Test::Answered(true)] {
            let open = judge(test.clone(), Seen::Unanswered);
            assert!(open != Truth::True, "{test:?} must not match an unanswered question");
            assert_eq!(judge(test, Seen::Masked), Truth::False);
        }
        assert_eq!(judge(Test::In(words(&["ja"])), Seen::Unanswered), Truth::Unknown);
        assert_eq!(judge(Test::Answered(false), Seen::Unanswered), Truth::True);
        assert_eq!(judge(Test::Answered(false), Seen::Masked), Truth::True);
    }

    #[test]
    fn not_needs_an_answer_that_is_none_of_these() {
        let test = Test::NotIn(words(&["a", "b"]));
        assert_eq!(judge(test.clone(), Seen::Answer("c")), Truth::True);
        assert_eq!(judge(test.clone(), Seen::Answer("a;c")), Truth::False);
        assert_eq!(judge(test, Seen::Answer("c;d")), Truth::True);
    }

    #[test]
    fn bounds_compare_numbers_as_numbers_and_dates_by_the_precision_of_the_bound() {
        let between = |min: Option<&str>, max: Option<&str>| Test::Between {
            min: min.map(|min| Bound::Value(min.to_owned())),
            max: max.map(|max| Bound::Value(max.to_owned())),
        };
        assert_eq!(judge(between(Some("9"), None), Seen::Answer("10")), Truth::True);
        assert_eq!(judge(between(None, Some("7,5")), Seen::Answer("7.5")), Truth::True);
        assert_eq!(judge(between(None, Some("2019-05")), Seen::Answer("2019-05-14")), Truth::True);
        assert_eq!(judge(between(None, Some("2019-05")), Seen::Answer("2019-06-01")), Truth::False);
    }

    #[test]
    fn a_bound_may_be_what_stands_elsewhere() {
        let until = is(0, Test::Between { min: None, max: Some(Bound::Of(Key::Column(0))) });
        let judge = |answer, deadline| until.judge(&Case(&[Seen::Answer(answer)], &[deadline]));
        assert_eq!(judge("2016-05-31", "2016-05"), Truth::True);
        assert_eq!(judge("2016-06-01", "2016-05"), Truth::False);
        assert_eq!(judge("2016-06-01", ""), Truth::False);
        let since = is(0, Test::Between { min: Some(Bound::Of(Key::Question(1.into()))), max: None });
        assert_eq!(since.judge(&Case(&[Seen::Answer("10"), Seen::Answer("9")], &[])), Truth::True);
        assert_eq!(since.judge(&Case(&[Seen::Answer("10"), Seen::Unanswered], &[])), Truth::Unknown);
        assert_eq!(since.questions(), [0, 1].map(QuestionIx::new));
    }

    #[test]
    fn all_terms_must_hold_and_any_needs_one() {
        let either = Filter {
            terms: vec![
                Term::Is(Key::Column(0), Test::In(words(&["K"]))),
                Term::Any(vec![is(0, Test::In(words(&["x"]))), is(1, Test::In(words(&["ja"])))]),
            ],
        };
        let answers = [Seen::Unanswered, Seen::Answer("ja")];
        assert_eq!(either.judge(&Case(&answers, &["K"])), Truth::True);
        assert_eq!(either.judge(&Case(&answers, &["M"])), Truth::False);
        let open = [Seen::Unanswered, Seen::Answer("nej")];
        assert_eq!(either.judge(&Case(&open, &["K"])), Truth::Unknown);
        assert_eq!(either.questions(), [0, 1].map(QuestionIx::new));
    }
}
