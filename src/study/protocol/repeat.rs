//! Repeats: entries of their own below a case, such as the children of a family, each asked the same questions.
//!
//! A repeat's questions are declared once and stand in the protocol once for each place that an entry may have. A place is
//! asked about where the case has that many entries, which the condition of each question says before anything else: so
//! what judges conditions knows nothing of repeats, and an answer at a place that is not there any more is kept and not
//! counted, as any masked answer.

use super::filter::{Bound, Filter, Key, Term, Test};
use super::{Kind, Protocol, Question, Time};
use crate::study::index::{At, QuestionIx};

/// The most entries that a repeat may have.
pub const MOST_ENTRIES: usize = 99;

/// Entries below a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repeat {
    /// Its id.
    pub id: String,
    /// What one entry is called: Child.
    pub label: String,
    /// The question that says how many entries a case has; where there is none, each case has all of them.
    pub count: Option<QuestionIx>,
    /// How many there may be.
    pub max: usize,
}

/// At which place of a repeat a question is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The place of the repeat among those of the protocol.
    pub repeat: usize,
    /// The id as declared; each question's own id is this one, `_` and the number.
    pub of: String,
    /// The number of the place, from 1; 0 where the question stands for itself at all of them.
    pub number: usize,
    /// Whether the first term of the question's condition asks whether the place is there.
    pub counted: bool,
}

/// One of several questions that are declared once: at a time, or at a place of a repeat.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Instance {
    /// The id as declared.
    pub(crate) of: String,
    /// The time, or the number of the place.
    pub(crate) at: String,
    /// What stands for that in texts.
    pub(crate) mark: &'static str,
}

impl Instance {
    /// The id in this instance of a question that is declared as `of`.
    pub(crate) fn id(&self, of: &str) -> String {
        format!("{of}_{}", self.at)
    }

    /// A text in this instance.
    pub(crate) fn text(&self, text: &str) -> String {
        text.replace(self.mark, &self.at)
    }
}

impl From<&Time> for Instance {
    fn from(time: &Time) -> Self {
        Self { of: time.of.clone(), at: time.at.clone(), mark: "{time}" }
    }
}

impl Place {
    /// Which of several questions stands there.
    pub(crate) fn instance(&self) -> Option<Instance> {
        let (of, at) = (self.of.clone(), self.number.to_string());
        (self.number > 0).then_some(Instance { of, at, mark: "{place}" })
    }
}

impl Repeat {
    /// Asks whether there is an entry at a place.
    pub(crate) fn gate(&self, number: usize) -> Option<Term> {
        let min = Some(Bound::Value(number.to_string()));
        self.count.map(|count| Term::Is(Key::Question(count), Test::Between { min, max: None }))
    }

    /// How many entries an answer to its question says.
    pub fn entries(answer: &str) -> usize {
        let number = super::filter::number(answer).unwrap_or_default().floor().max(0.0);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a whole number that is not negative"
        )]
        let entries = number as usize;
        entries
    }
}

impl Question {
    /// Which of several questions that are declared once it is, if it is one.
    pub(crate) fn instance(&self) -> Option<Instance> {
        self.time.as_ref().map(Instance::from).or_else(|| self.place.as_ref().and_then(Place::instance))
    }

    /// The id that the author gave.
    pub fn declared_id(&self) -> &str {
        let place = self.place.as_ref().map(|place| place.of.as_str());
        self.time.as_ref().map(|time| time.of.as_str()).or(place).unwrap_or(&self.id)
    }

    /// What asks whether there is an entry at its place, where that depends on the case.
    pub(crate) fn gate(&self) -> Option<&Term> {
        let is_counted = self.place.as_ref().is_some_and(|place| place.counted);
        self.when.terms.first().filter(|_| is_counted)
    }

    /// Its condition as the author wrote it: without the one that there is an entry at its place.
    pub fn own_when(&self) -> Filter {
        let gates = usize::from(self.gate().is_some());
        Filter { terms: self.when.terms.iter().skip(gates).cloned().collect() }
    }
}

impl Protocol {
    /// The repeat that a question belongs to, with the number of its place.
    pub fn repeat_of(&self, question: &Question) -> Option<(&Repeat, usize)> {
        let place = question.place.as_ref()?;
        Some((self.repeats.get(place.repeat)?, place.number))
    }

    /// The questions at a place of a repeat, in order.
    pub fn entry(&self, repeat: usize, number: usize) -> impl Iterator<Item = QuestionIx> {
        let is_there = move |question: &Question| {
            question.place.as_ref().is_some_and(|place| (place.repeat, place.number) == (repeat, number))
        };
        self.questions.iter_enumerated().filter(move |(_, question)| is_there(question)).map(|(place, _)| place)
    }

    /// The repeat whose number of entries a question says.
    pub fn counted_by(&self, question: QuestionIx) -> Option<usize> {
        self.repeats.iter().position(|repeat| repeat.count == Some(question))
    }

    /// Whether a person says how many entries a repeat has: its number is asked for.
    pub fn is_counted_by_hand(&self, repeat: &Repeat) -> bool {
        repeat.count.is_some_and(|count| self.questions.at(count).derive.is_none())
    }
}

/// The most entries that a number may say: its upper bound, where that is one.
pub(crate) fn most(kind: &Kind) -> Option<usize> {
    let Kind::Number { max, .. } = kind else { return None };
    max.and_then(whole)
}

/// A number of entries that there may be at most.
pub(crate) fn whole(max: f64) -> Option<usize> {
    let is_whole = max.fract() == 0.0 && (1.0..=99.0).contains(&max);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a whole number between 1 and 99")]
    is_whole.then_some(max as usize)
}
