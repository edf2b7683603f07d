//! The order of lines: the same in every copy of a study, for it goes by what the lines say and never by their files.

use super::Answers;
use super::ownership::Ownership;
use super::record::Record;
use std::cmp::Ordering;

impl Answers {
    /// Which of two lines comes first: that of the lower number, then of the coder whose short name comes first.
    ///
    /// Where one coder has two lines under one number, written in two copies or windows, their time decides and then what
    /// they say. `h` tells such lines apart that say the same of the same thing: it may differ between two copies.
    pub(crate) fn compare(&self, one: &Record, other: &Record) -> Ordering {
        self.order(one.stint())
            .cmp(&self.order(other.stint()))
            .then(one.at.cmp(&other.at))
            .then_with(|| self.text(one.value).cmp(self.text(other.value)))
            .then_with(|| self.said(one).cmp(&self.said(other)))
            .then_with(|| one.h.cmp(&other.h))
    }

    /// Of what a line says it, and what it replaces; free texts are replaced by `h`, which is no word of the line's own.
    fn said<'a>(&'a self, line: &'a Record) -> impl Ord + 'a {
        let was = if line.slot.op.is_text() { "" } else { self.text(line.was) };
        let slot = line.slot;
        let place = (self.case_id(line), self.question_id(line), self.text(slot.item));
        (slot.op as usize, slot.round, place, was, line.undoes.is_some())
    }

    /// What orders the times that coders have a case: the lines that began them, by number and short name.
    pub(crate) fn order(&self, stint: Ownership) -> (u64, &str) {
        (stint.seq, self.coder_name(stint.coder))
    }

    /// The line that a value was first written with: one that undoes puts back a value of before.
    pub fn since<'a>(&'a self, line: &'a Record) -> &'a Record {
        self.origin(line).unwrap_or(line)
    }

    /// Which of two lines has its value from earlier on.
    pub(crate) fn compare_since(&self, one: &Record, other: &Record) -> Ordering {
        self.compare(self.since(one), self.since(other))
    }

    /// Whether a line has its value from later on than another.
    pub fn is_since(&self, line: &Record, other: &Record) -> bool {
        self.compare_since(line, other).is_gt()
    }
}
