//! The history of each slot: its records chained newest first, whatever the order in which they arrive.

use super::Answers;
use super::record::{NONE, Names, Record, Slot};
use crate::study::index::{CaseIx, QuestionIx};
use crate::study::ledger::entry::{Op, Round};

impl Answers {
    /// Puts a record into its slot's history, newest first; false where the history stays as it was.
    ///
    /// A line that stands in two segments counts once, where its newest copy stands; both its `h` name it.
    pub(crate) fn link(&mut self, record: Record) -> bool {
        let newest = self.heads.get(&record.slot);
        if self.records.get(newest as usize).is_none_or(|newest| newest.seq < record.seq) {
            self.heads.set(&record.slot, Names::wide(self.records.len()));
            self.records.push(Record { previous: newest, ..record });
            if newest == NONE {
                self.first_of_slot(record.slot);
            }
            return true;
        }
        let Some((number, kept)) = self.copy_of(&record) else {
            let number = Names::wide(self.records.len());
            self.records.push(record);
            self.insert(number, record);
            return true;
        };
        self.aliases.extend([(kept.h, number), (record.h, number)]);
        let newer = (record.segment, record.h) > (kept.segment, kept.h);
        if newer {
            self.chain(self.newer_than(&kept).0, kept.slot, kept.previous);
            self.insert(number, record);
        }
        newer
    }

    /// The record that is the same entry as this one, with its number.
    fn copy_of(&self, record: &Record) -> Option<(u32, Record)> {
        let mut number = self.heads.get(&record.slot);
        loop {
            let other = self.records.get(number as usize).filter(|other| other.seq >= record.seq)?;
            if other.is_same(record) {
                return Some((number, *other));
            }
            number = other.previous;
        }
    }

    fn insert(&mut self, number: u32, record: Record) {
        let (newer, older) = self.newer_than(&record);
        let ties = |other: u32| self.records.get(other as usize).is_some_and(|other| other.seq == record.seq);
        if ties(newer) || ties(older) {
            self.ties.insert(record.slot);
        }
        if let Some(place) = self.records.get_mut(number as usize) {
            *place = Record { previous: older, ..record };
        }
        self.chain(newer, record.slot, number);
    }

    /// The oldest record of the slot that is newer than this one, and the newest that is not.
    fn newer_than(&self, record: &Record) -> (u32, u32) {
        let (mut newer, mut older) = (NONE, self.heads.get(&record.slot));
        while let Some(other) = self.records.get(older as usize).filter(|other| self.compare(other, record).is_gt()) {
            (newer, older) = (older, other.previous);
        }
        (newer, older)
    }

    /// Lets `next` follow a record, or be the newest of its slot.
    fn chain(&mut self, newer: u32, slot: Slot, next: u32) {
        match self.records.get_mut(newer as usize) {
            Some(newer) => newer.previous = next,
            None => self.heads.set(&slot, next),
        }
    }

    /// Every line of a slot, newest first.
    pub fn history(&self, slot: Slot) -> impl Iterator<Item = &Record> {
        let mut next = self.heads.get(&slot);
        std::iter::from_fn(move || {
            let record = self.records.get(next as usize)?;
            next = record.previous;
            Some(record)
        })
    }

    /// Every line of a comment on a question of a case, or on the case as a whole, in a round, of any coder (or of `only`).
    pub fn notes<'a>(
        &'a self,
        case: CaseIx,
        question: QuestionIx,
        round: Round,
        only: Option<&str>,
    ) -> impl Iterator<Item = &'a Record> {
        let is_meant = move |slot: &&Slot| {
            let is_here = slot.question.is_none_or(|place| place == question);
            let is_of = only.is_none_or(|only| self.coder_name(slot.coder) == only);
            slot.op == Op::Note && slot.round == round && is_here && is_of
        };
        self.annotations.get(&case).into_iter().flatten().filter(is_meant).flat_map(|slot| self.history(*slot))
    }
}
