//! Where the newest record of each slot is: by place for what is answered about the cases of the study, looked up for
//! everything else.

use super::record::{NONE, Slot};
use crate::study::index::CaseIx;
use crate::study::ledger::entry::{Op, Round};
use foldhash::HashMap;
use typed_index_collections::TiVec;

/// With more questions than these most stay open in each case, and places for all of them would take too much memory.
const DENSE: usize = 256;

/// What one coder answers about one case in one round.
#[derive(Debug, Clone, Copy)]
struct Row {
    coder: u16,
    round: Round,
    /// The row of another coder or round on the case.
    next: u32,
}

/// The number of the newest record of each slot.
#[derive(Default)]
pub(crate) struct Slots {
    /// How many questions have places.
    questions: usize,
    /// The first row on each case.
    first: TiVec<CaseIx, u32>,
    rows: Vec<Row>,
    /// As many places for each row as there are questions.
    answers: Vec<u32>,
    others: HashMap<Slot, u32>,
}

impl Slots {
    pub(crate) fn new(cases: usize, questions: usize) -> Self {
        let questions = if questions > DENSE { 0 } else { questions };
        Self { questions, first: vec![NONE; cases].into(), ..Self::default() }
    }

    /// The newest record of a slot; [`NONE`] where there is none.
    pub(crate) fn get(&self, slot: &Slot) -> u32 {
        let found = match self.place(slot) {
            Some(question) => self.row(slot).and_then(|row| self.answers.get(row * self.questions + question)),
            None => self.others.get(slot),
        };
        found.copied().unwrap_or(NONE)
    }

    /// Makes a record the newest of its slot.
    pub(crate) fn set(&mut self, slot: &Slot, number: u32) {
        let Some(question) = self.place(slot) else {
            self.others.insert(*slot, number);
            return;
        };
        let row = self.row(slot).unwrap_or_else(|| self.begin(slot));
        if let Some(place) = self.answers.get_mut(row * self.questions + question) {
            *place = number;
        }
    }

    /// The place of a slot in its row, if it has one.
    fn place(&self, slot: &Slot) -> Option<usize> {
        let question = usize::from(slot.question?);
        let is_dense = slot.op == Op::Answer && slot.item == 0 && slot.case < self.first.next_key();
        (is_dense && question < self.questions).then_some(question)
    }

    fn row(&self, slot: &Slot) -> Option<usize> {
        let mut at = *self.first.get(slot.case)?;
        loop {
            let row = self.rows.get(at as usize)?;
            if (row.coder, row.round) == (slot.coder, slot.round) {
                return Some(at as usize);
            }
            at = row.next;
        }
    }

    fn begin(&mut self, slot: &Slot) -> usize {
        let at = self.rows.len();
        if let Some(first) = self.first.get_mut(slot.case) {
            self.rows.push(Row { coder: slot.coder, round: slot.round, next: *first });
            self.answers.resize(self.answers.len() + self.questions, NONE);
            *first = super::record::Names::wide(at);
        }
        at
    }
}
