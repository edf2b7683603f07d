//! The line of record: which of all lines on a question, or on a case as a whole, counts.

use super::Answers;
use super::ownership::Ownership;
use super::record::{Record, Slot};
use crate::base::language::Message;
use crate::msg;
use crate::study::index::{CaseIx, QuestionIx};
use crate::study::ledger::entry::{Op, Round};

impl Answers {
    /// The record that counts for a case: the consensus if there is one, else that of the latest owner who has one.
    ///
    /// A line belongs to the stint in which its coder wrote it, so that a case that is taken over and given back keeps
    /// what was answered in between until its owner changes it.
    pub fn of_record(&self, op: Op, case: CaseIx, question: Option<QuestionIx>) -> Option<&Record> {
        self.of_stints(&self.stints(case), op, case, question, u64::MAX)
    }

    /// As [`Answers::of_record`], among the lines up to `seq`.
    pub(crate) fn of_stints(
        &self,
        stints: &[Ownership],
        op: Op,
        case: CaseIx,
        question: Option<QuestionIx>,
        seq: u64,
    ) -> Option<&Record> {
        self.newest_joint(op, case, question, seq)
            .or_else(|| self.of_coders(stints, Round::First, op, case, question, seq))
    }

    /// The newest line of a slot among those up to `seq`.
    pub(crate) fn upto(&self, slot: Slot, seq: u64) -> Option<&Record> {
        self.history(slot).find(|line| line.seq <= seq)
    }

    /// The newest record of the consensus, whosever it is, unless it is empty: whoever takes it back does so for all.
    fn newest_joint(&self, op: Op, case: CaseIx, question: Option<QuestionIx>, seq: u64) -> Option<&Record> {
        let slots = self.joint(Slot::plain(op, Round::Consensus, 0, case, question));
        let newest = slots.filter_map(|slot| self.upto(slot, seq)).max_by(|one, other| self.compare(one, other));
        newest.filter(|record| record.value != 0)
    }

    /// The record of a round of the latest of some coders who has one; the owners, if the round is the first.
    pub(crate) fn of_coders(
        &self,
        stints: &[Ownership],
        round: Round,
        op: Op,
        case: CaseIx,
        question: Option<QuestionIx>,
        seq: u64,
    ) -> Option<&Record> {
        let line = |stint: &Ownership| self.upto(Slot::plain(op, round, stint.coder, case, question), seq);
        if let [only] = stints {
            return line(only);
        }
        stints.iter().filter_map(line).max_by_key(|line| {
            let own = |stint: &Ownership| stint.coder == line.slot.coder;
            let during = stints.iter().rposition(|stint| own(stint) && stint.seq <= line.seq);
            during.or_else(|| stints.iter().position(own))
        })
    }

    /// Whether a case was dropped, and why.
    pub fn dropped(&self, case: CaseIx) -> Option<&Record> {
        self.of_record(Op::Drop, case, None).filter(|record| record.value != 0)
    }

    /// First-round answers that do not count: given by somebody who was not the latest owner to answer.
    pub fn uncounted(&self) -> Vec<&Record> {
        let known = self.answerers.iter().filter(|(case, _)| **case < self.cases.cases.next_key());
        let contested = known.filter(|(case, coders)| {
            let owner = self.owner(**case).and_then(|owner| self.coder(owner));
            coders.iter().any(|&coder| Some(coder) != owner)
        });
        let mut found: Vec<&Record> = contested
            .flat_map(|(&case, coders)| {
                let questions = self.protocol.questions.keys();
                questions.flat_map(move |question| coders.iter().map(move |&coder| (case, question, coder)))
            })
            .filter_map(|(case, question, coder)| {
                let slot = Slot::plain(Op::Answer, Round::First, coder, case, Some(question));
                let line = self.current(slot).filter(|line| line.value != 0)?;
                let stints = self.stints(case);
                let counts = self.of_coders(&stints, Round::First, Op::Answer, case, Some(question), u64::MAX);
                (!counts.is_some_and(|counts| counts.slot == slot)).then_some(line)
            })
            .collect();
        found.sort_unstable_by_key(|line| (line.slot.case, line.slot.question, self.coder_name(line.slot.coder)));
        found
    }

    /// An answer that does not count, in words.
    pub fn uncounted_line(&self, line: &Record) -> Message {
        msg!(
            "command-uncounted-one",
            coder = self.coder_name(line.slot.coder),
            case_id = self.case_id(line),
            question = self.question_id(line),
            answer = self.text(line.value)
        )
    }
}
