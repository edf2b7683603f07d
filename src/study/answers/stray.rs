//! Lines that the study has no place for: kept, and not counted.

use super::Answers;
use super::record::Record;
use crate::study::ledger::entry::Op;
use crate::study::protocol::Question;

impl Answers {
    /// Current records on cases, questions or choices that the study does not have: kept, and not counted.
    pub fn strays(&self) -> impl Iterator<Item = &Record> {
        let current = self.strays.iter().filter_map(|&slot| self.current(slot));
        self.in_order(current.filter(|record| self.is_stray(record) && !self.was_known(record))).into_iter()
    }

    /// Whether the study has no place for a line: its case, its question, or the choice that it names is not there, or
    /// the question is not asked about such a case.
    pub(crate) fn is_stray(&self, record: &Record) -> bool {
        let slot = record.slot;
        let question = slot.question.and_then(|question| self.protocol.questions.get(question));
        let offered = || slot.question.is_none_or(|question| self.offers(question, record.value));
        let per = self.cases.cases.get(slot.case).map(|case| case.per);
        let known_case = if slot.op.is_of_study() { slot.case == self.study_place() } else { per.is_some() };
        let of_kind = |question: &Question| slot.op.is_of_study() || Some(question.per) == per;
        let known_question = slot.question.is_none() || question.is_some_and(of_kind);
        let is_unread = slot.op == Op::Answer && record.value != 0 && !offered() || self.is_unread_evidence(record);
        !known_case || !known_question || is_unread
    }
}
