//! How answers stood when a line was written: whether what was said of the counts still holds.

use super::Answers;
use super::case_view::CellStatus;
use super::record::Record;
use crate::study::index::{At, CaseIx, QuestionIx};
use crate::study::ledger::entry::Op;
use std::collections::BTreeSet;

/// All lines there are.
const NOW: u64 = u64::MAX;

impl Answers {
    /// Whether the answer of record to a question has changed since the lines up to `seq`, in any case of some. A case
    /// that is dropped has none.
    pub fn differs_since(&self, seq: u64, question: QuestionIx, is_meant: impl Fn(CaseIx) -> bool) -> bool {
        let questions = &self.protocol().questions;
        let leads = |place: QuestionIx| questions.get(place).is_some_and(|asked| asked.dependents.contains(&question));
        let touches = |line: &&Record| match line.slot.op {
            Op::Answer => line.slot.question == Some(question) || line.slot.question.is_some_and(leads),
            Op::Drop | Op::Take => true,
            _ => false,
        };
        let later = self.records.iter().filter(|line| line.seq > seq && !line.slot.round.is_blind());
        let cases: BTreeSet<CaseIx> = later.filter(touches).map(|line| line.slot.case).collect();
        let mut known = cases.into_iter().filter(|&case| case < self.cases().cases.next_key() && is_meant(case));
        known.any(|case| self.answer_at(case, question, seq) != self.answer_at(case, question, NOW))
    }

    /// The answer of record to a question as it was with the lines up to `seq`; nothing while the case was dropped.
    fn answer_at(&self, case: CaseIx, question: QuestionIx, seq: u64) -> Option<u32> {
        let stints = self.stints_upto(case, seq);
        let line = |op: Op, question: Option<QuestionIx>| self.of_stints(&stints, op, case, question, seq);
        let is_dropped = line(Op::Drop, None).is_some_and(|line| line.value != 0);
        let cells = self.judged(case, |place| line(Op::Answer, Some(place)).map_or(0, |line| line.value));
        let cell = cells.at(question);
        (!is_dropped && cell.status == CellStatus::Answered).then_some(cell.value)
    }
}

#[cfg(test)]
mod tests {
    use crate::study::answers::tests::fixture::{BESLUT, FREE, NAMN, PLAN, act, answer, fold, in_round};
    use crate::study::ledger::entry::{Entry, Op, Round};

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

    #[test]
    fn what_may_move_an_answer_is_its_own_lines_those_before_it_and_those_of_the_case() {
        let lines = vec![answer(1, "anna", FREE, BESLUT, "ja"), answer(2, "anna", FREE, PLAN, "ja")];
        let moved = |line: Entry<'static>| {
            let answers = fold(&[lines.clone(), vec![line]].concat());
            assert!(!answers.differs_since(2, PLAN, |case| case != FREE), "another case is meant");
            answers.differs_since(2, PLAN, |_| true)
        };
        assert!(moved(answer(3, "anna", FREE, PLAN, "nej")));
        assert!(moved(answer(3, "anna", FREE, BESLUT, "nej")), "it is asked no longer");
        assert!(moved(act(3, Op::Drop, "anna", FREE, "sekretess")));
        assert!(!moved(answer(3, "anna", FREE, PLAN, "ja")), "the same again");
        assert!(!moved(answer(3, "anna", FREE, NAMN, "Alfa")));
        assert!(!moved(in_round(Round::Second, answer(3, "anna", FREE, PLAN, "nej"))));
    }
}
