//! The one matcher: conditions over answers and case columns, in protocols and on the command line alike.
//!
//! Matching is three-valued (Kleene): a condition on a question that is asked but not yet answered is neither true nor
//! false, so that "not asked" and "not yet known" can be told apart. Only *true* matches.

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
    fn question(&self, place: usize) -> Seen<'_>;
    /// A column of the case list by its place: attributes first, as in the protocol.
    fn column(&self, place: usize) -> &str;
}

/// What a condition looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    /// A question by its place.
    Question(usize),
    /// A column of the case list by its place.
    Column(usize),
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
        min: Option<String>,
        /// The upper bound.
        max: Option<String>,
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

    /// The questions it looks at, as often as it looks at them.
    pub fn questions(&self) -> Vec<usize> {
        self.terms
            .iter()
            .flat_map(|term| match term {
                Term::Is(Key::Question(place), _) => vec![*place],
                Term::Is(Key::Column(_), _) => Vec::new(),
                Term::Any(filters) => filters.iter().flat_map(Self::questions).collect(),
            })
            .collect()
    }
}

impl Term {
    fn judge(&self, subject: &impl Subject) -> Truth {
        match self {
            Self::Is(Key::Question(place), test) => test.of_question(subject.question(*place)),
            Self::Is(Key::Column(place), test) => test.of_column(subject.column(*place)),
            Self::Any(filters) => filters.iter().map(|filter| filter.judge(subject)).max().unwrap_or(Truth::False),
        }
    }
}

impl Test {
    fn of_question(&self, seen: Seen<'_>) -> Truth {
        match (seen, self) {
            (Seen::Answer(answer), _) => self.of_answer(answer).into(),
            (_, Self::Answered(wanted)) => (!wanted).into(),
            (Seen::Masked, _) => Truth::False,
            (Seen::Unanswered, _) => Truth::Unknown,
        }
    }

    fn of_column(&self, value: &str) -> Truth {
        let holds = match self {
            Self::Answered(wanted) => *wanted != value.is_empty(),
            _ => !value.is_empty() && self.of_answer(value),
        };
        holds.into()
    }

    /// Whether it holds of an answer.
    pub(super) fn of_answer(&self, answer: &str) -> bool {
        match self {
            Self::In(wanted) => wanted.iter().any(|one| contains(answer, one)),
            Self::NotIn(unwanted) => !unwanted.iter().any(|one| contains(answer, one)),
            Self::Between { min, max } => {
                min.as_deref().is_none_or(|min| compare(answer, min).is_some_and(std::cmp::Ordering::is_ge))
                    && max.as_deref().is_none_or(|max| compare(answer, max).is_some_and(std::cmp::Ordering::is_le))
            }
            Self::Answered(wanted) => *wanted,
        }
    }
}

/// Whether an answer is `one`, or a multi-answer contains it.
fn contains(answer: &str, one: &str) -> bool {
    answer == one || answer.split(';').any(|part| part == one)
}

/// An answer beside a bound: as numbers where both are, else as dates by as much of the answer as the bound has.
fn compare(answer: &str, bound: &str) -> Option<std::cmp::Ordering> {
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
        fn question(&self, place: usize) -> Seen<'_> {
            self.0[place]
        }
        fn column(&self, place: usize) -> &str {
            self.1[place]
        }
    }

    fn is(place: usize, test: Test) -> Filter {
        Filter { terms: vec![Term::Is(Key::Question(place), test)] }
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
            min: min.map(str::to_owned),
            max: max.map(str::to_owned),
        };
        assert_eq!(judge(between(Some("9"), None), Seen::Answer("10")), Truth::True);
        assert_eq!(judge(between(None, Some("7,5")), Seen::Answer("7.5")), Truth::True);
        assert_eq!(judge(between(None, Some("2019-05")), Seen::Answer("2019-05-14")), Truth::True);
        assert_eq!(judge(between(None, Some("2019-05")), Seen::Answer("2019-06-01")), Truth::False);
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
        assert_eq!(either.questions(), [0, 1]);
    }
}
