//! Answers that are others than they were at a certain line, and what was said of why.

use super::Answers;
use super::case_view::Perspective;
use super::record::Record;
use crate::study::index::{CaseIx, QuestionIx};
use crate::study::ledger::entry::{BLANKED, Op};
use std::collections::BTreeSet;

/// An answer of record that is another than it was; texts by their numbers, 0 where there is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Revision {
    /// The case.
    pub case: CaseIx,
    /// The question.
    pub question: QuestionIx,
    /// The answer that stood.
    pub was: u32,
    /// The answer that stands.
    pub is: u32,
    /// The comment written on the question after the change.
    pub reason: u32,
}

impl Answers {
    /// The answers of record that are others than with the lines up to `seq`, in coding order.
    pub fn revisions(&self, seq: u64) -> Vec<Revision> {
        let moves = |line: &&Record| matches!(line.slot.op, Op::Answer | Op::Take) && !line.slot.round.is_blind();
        let later = self.records.iter().filter(|line| line.seq > seq).filter(moves);
        let cases: BTreeSet<CaseIx> = later.map(|line| line.slot.case).collect();
        let known = cases.into_iter().filter(|&case| case < self.cases.cases.next_key());
        let questions = self.protocol.questions.keys();
        let places = known.flat_map(|case| questions.clone().map(move |question| (case, question)));
        places.filter_map(|(case, question)| self.revision(case, question, seq)).collect()
    }

    /// The answer of record to a question, if it is another than with the lines up to `seq`. A case that cannot be
    /// reviewed has none.
    pub fn revision(&self, case: CaseIx, question: QuestionIx, seq: u64) -> Option<Revision> {
        let at = |seq| self.of_stints(&self.stints_upto(case, seq), Op::Answer, case, Some(question), seq);
        let value = |line: Option<&Record>| line.map_or(0, |line| line.value);
        let (was, line) = (value(at(seq)), at(u64::MAX));
        let is_changed = value(line) != was && self.dropped(case).is_none();
        let reason = || value(line.and_then(|line| self.reason(line, seq)));
        is_changed.then(|| Revision { case, question, was, is: value(line), reason: reason() })
    }

    /// The newest comment on an answer's question that was written after its value was first given, and after `seq`.
    fn reason(&self, line: &Record, seq: u64) -> Option<&Record> {
        let same = self.history(line.slot).skip_while(|one| !one.is_same(line));
        let first = same.take_while(|one| one.value == line.value).last().unwrap_or(line);
        let is_meant = |note: &&Record| self.is_reason(note) && note.slot.question == line.slot.question;
        let notes = self.seen(Perspective::Record, line.slot.case).filter(is_meant);
        let is_told = |note: &&Record| note.seq > seq && self.text(note.value) != BLANKED;
        notes.filter(is_told).filter(|note| self.compare(note, self.since(first)).is_gt()).last()
    }
}

#[cfg(test)]
mod tests;
