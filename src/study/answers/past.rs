//! How answers stood when a line was written: whether what was said of the counts still holds.

use super::Answers;
use super::case_view::CellStatus;
use super::record::Record;
use crate::study::ledger::entry::Op;
use std::collections::BTreeSet;

/// All lines there are.
const NOW: u64 = u64::MAX;

impl Answers {
    /// Whether the answer of record to a question has changed since the lines up to `seq`, in any case of some. A case
    /// that is dropped has none.
    pub fn differs_since(&self, seq: u64, question: usize, is_meant: impl Fn(usize) -> bool) -> bool {
        let questions = &self.protocol().questions;
        let leads = |place: usize| questions.get(place).is_some_and(|asked| asked.dependents.contains(&question));
        let touches = |line: &&Record| match line.slot.op {
            Op::Answer => usize::from(line.slot.question) == question || leads(line.slot.question.into()),
            Op::Drop | Op::Take => true,
            _ => false,
        };
        let later = self.records.iter().filter(|line| line.seq > seq && !line.slot.round.is_blind());
        let cases: BTreeSet<usize> = later.filter(touches).map(|line| line.slot.case as usize).collect();
        let mut known = cases.into_iter().filter(|&case| case < self.cases().cases.len() && is_meant(case));
        known.any(|case| self.answer_at(case, question, seq) != self.answer_at(case, question, NOW))
    }

    /// The answer of record to a question as it was with the lines up to `seq`; nothing while the case was dropped.
    fn answer_at(&self, case: usize, question: usize, seq: u64) -> Option<u32> {
        let stints = self.stints_upto(case, seq);
        let line = |op: Op, question: Option<usize>| self.of_stints(&stints, op, case, question, seq);
        let is_dropped = line(Op::Drop, None).is_some_and(|line| line.value != 0);
        let cells = self.judged(case, |place| line(Op::Answer, Some(place)).map_or(0, |line| line.value));
        let cell = cells.get(question).filter(|cell| !is_dropped && cell.status == CellStatus::Answered)?;
        Some(cell.value)
    }
}

#[cfg(test)]
mod tests {
    use crate::study::answers::tests::fixture::{BESLUT, FREE, act, answer, fold};
    use crate::study::ledger::entry::Op;

    #[test]
    fn a_take_over_that_is_taken_back_later_held_until_then() {
        let mut lines = vec![
            answer(1, "anna", FREE, BESLUT, "ja"),
            act(2, Op::Take, "bo", FREE, "ill"),
            answer(3, "bo", FREE, BESLUT, "nej"),
        ];
        assert!(!fold(&lines).differs_since(3, BESLUT, |_| true));
        lines.push(act(4, Op::Take, "bo", FREE, ""));
        assert!(fold(&lines).differs_since(3, BESLUT, |_| true), "nej stood, and now ja does");
    }
}
