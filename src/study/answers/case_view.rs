//! A case as it is read: for each question whether it is asked, and its answer.

use super::Answers;
use super::record::{Record, Slot};
use crate::study::index::{At, CaseIx, QuestionIx};
use crate::study::ledger::entry::{Op, Round};
use crate::study::protocol::filter::{Key, Seen, Subject, Truth};
use crate::study::protocol::{Derive, Question};
use std::collections::BTreeSet;
use typed_index_collections::{TiSlice, TiVec};

/// So many milliseconds are a day: days are those of the ledger's times, which are in UTC.
const DAY: i64 = 86_400_000;

/// Whose answers are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Perspective<'a> {
    /// The answers of record.
    Record,
    /// One coder's own of a round, and nothing else.
    Own(&'a str, Round),
}

/// How a question stands in a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CellStatus {
    /// Its condition does not hold.
    NotAsked,
    /// Its condition depends on an answer that is not there yet.
    NotKnown,
    /// It is asked and has no answer.
    Unanswered,
    /// It is asked and answered.
    Answered,
}

/// A question in a case: how it stands, and the number of its answer, which is kept also while it is masked. Of an answer
/// that is only partly on offer, it is the part that counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Cell {
    /// How it stands.
    pub status: CellStatus,
    /// The stored answer; 0 is empty.
    pub value: u32,
    /// Whether the entry that it is asked of is there; so it is for every question of no repeat.
    pub there: bool,
}

impl Cell {
    /// A question that is not asked and has no answer.
    pub const BLANK: Self = Self { status: CellStatus::NotAsked, value: 0, there: true };
}

/// The cells of one case with what its conditions look at.
pub struct Row<'a> {
    /// The state that the cells' values come from.
    pub answers: &'a Answers,
    /// The case.
    pub case: CaseIx,
    /// Its cells; only those before a question are read for its condition.
    pub cells: &'a TiSlice<QuestionIx, Cell>,
}

impl Subject for Row<'_> {
    fn question(&self, place: QuestionIx) -> Seen<'_> {
        match self.cells.get(place) {
            Some(Cell { status: CellStatus::Answered, value, .. }) => {
                Seen::Answer(self.answers.text(self.answers.counted_as(place, *value)))
            }
            Some(Cell { status: CellStatus::Unanswered | CellStatus::NotKnown, .. }) => Seen::Unanswered,
            Some(Cell { status: CellStatus::NotAsked, .. }) | None => Seen::Masked,
        }
    }

    fn column(&self, place: usize) -> &str {
        self.answers.cases().value(self.case, place)
    }

    fn day(&self, questions: &[QuestionIx]) -> Option<i64> {
        let (mut open, mut seen, mut newest) = (questions.to_vec(), BTreeSet::new(), None);
        while let Some(place) = open.pop() {
            if !seen.insert(place) {
                continue;
            }
            // What is computed has the day of what it is computed from.
            let derive = self.answers.protocol().questions.get(place).and_then(|question| question.derive.as_ref());
            open.extend(derive.map(Derive::keys).unwrap_or_default().into_iter().filter_map(Key::question));
            if let Some(Cell { status: CellStatus::Answered, value, .. }) = self.cells.get(place) {
                newest = newest.max(self.answers.given_at(self.case, place, *value));
            }
        }
        newest.map(|at| at.div_euclid(DAY))
    }
}

impl Row<'_> {
    /// How a question stands, given the cells before it and its stored answer. An answer that the question does not
    /// offer is none, and that of a derived question is computed. A question per unit is not asked about a case, nor the
    /// other way round.
    pub fn judge(&self, place: QuestionIx, value: u32) -> Cell {
        let question = self.answers.protocol().questions.at(place);
        let own = question.per == self.answers.cases().per(self.case);
        let there = question.gate().is_none_or(|gate| gate.judge(self) == Truth::True);
        let status = match (if own { question.when.judge(self) } else { Truth::False }, &question.derive) {
            (Truth::False, _) => CellStatus::NotAsked,
            (Truth::Unknown, _) => CellStatus::NotKnown,
            (Truth::True, Some(derive)) => return Cell { there, ..self.derived(question, derive) },
            (Truth::True, None) if question.has_filtered() => {
                return Cell { there, ..self.filtered(question, value) };
            }
            (Truth::True, None) if value == 0 || !self.answers.offers(place, value) => CellStatus::Unanswered,
            (Truth::True, None) => CellStatus::Answered,
        };
        Cell { status, value, there }
    }
}

/// Whether nothing is asked about a case with these cells. Conditions read what is answered, so that is settled by what the
/// case list says, such as that the case is the same as another.
pub fn asks_nothing(questions: &TiSlice<QuestionIx, Question>, cells: &TiSlice<QuestionIx, Cell>) -> bool {
    let mut asked = questions.iter().zip(cells).filter(|(question, _)| question.derive.is_none());
    asked.all(|(_, cell)| cell.status == CellStatus::NotAsked)
}

impl Answers {
    /// When an answer was given last, by anybody, in milliseconds since 1970.
    fn given_at(&self, case: CaseIx, question: QuestionIx, value: u32) -> Option<i64> {
        let rounds = Round::ALL.iter().map(|(round, _)| *round);
        let slots = rounds.flat_map(|round| {
            let coders = self.coders.numbers();
            coders.map(move |coder| Slot::plain(Op::Answer, round, coder, case, Some(question)))
        });
        let lines = slots.filter_map(|slot| self.current(slot)).filter(|record| record.value == value);
        lines.map(|record| record.at).max()
    }

    /// The line that gives the answer to a question.
    pub fn given(&self, perspective: Perspective<'_>, case: CaseIx, question: QuestionIx) -> Option<&Record> {
        self.record(perspective, Op::Answer, case, Some(question))
    }

    /// The number of the stored answer to a question.
    pub fn stored(&self, perspective: Perspective<'_>, case: CaseIx, question: QuestionIx) -> u32 {
        self.given(perspective, case, question).map_or(0, |record| record.value)
    }

    /// What counts from one perspective for a question, or for the case as a whole.
    pub fn record(
        &self,
        perspective: Perspective<'_>,
        op: Op,
        case: CaseIx,
        question: Option<QuestionIx>,
    ) -> Option<&Record> {
        match perspective {
            Perspective::Record => self.of_record(op, case, question),
            Perspective::Own(coder, round) => self.own(op, coder, round, case, question),
        }
    }

    /// A case from one perspective. Masking is settled in question order, so it is transitive.
    pub fn sheet(&self, perspective: Perspective<'_>, case: CaseIx) -> TiVec<QuestionIx, Cell> {
        let stints = self.stints(case);
        self.judged(case, |place| match perspective {
            Perspective::Record => {
                let record = self.of_stints(&stints, Op::Answer, case, Some(place), u64::MAX);
                record.map_or(0, |record| record.value)
            }
            Perspective::Own(..) => self.stored(perspective, case, place),
        })
    }

    /// The cells of a case with these stored answers.
    pub(crate) fn judged(&self, case: CaseIx, stored: impl Fn(QuestionIx) -> u32) -> TiVec<QuestionIx, Cell> {
        let mut cells = TiVec::with_capacity(self.protocol().questions.len());
        for place in self.protocol().questions.keys() {
            let cell = Row { answers: self, case, cells: &cells }.judge(place, stored(place));
            cells.push(cell);
        }
        cells
    }
}
