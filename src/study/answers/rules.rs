//! Coding rules: what the coders have agreed on for a question, and which answers were given before that.

use super::Answers;
use super::case_view::Perspective;
use super::record::{NONE, Names, Record, Slot};
use crate::study::ledger::entry::Op;

impl Answers {
    /// Where the slots of the study as a whole stand, as a case's place: after those of the cases.
    pub fn study_place(&self) -> usize {
        self.case_ids.find("").unwrap_or(NONE) as usize
    }

    /// The slots of the study on a question.
    pub(crate) fn agreed(&self, op: Op, question: usize) -> impl Iterator<Item = Slot> {
        let slots = self.agreed.get(&Names::narrow(Names::wide(question))).into_iter().flatten();
        slots.copied().filter(move |slot| slot.op == op)
    }

    /// The rules for a question that stand, of all coders and rounds, oldest first.
    pub fn rules(&self, question: usize) -> Vec<&Record> {
        let slots = self.agreed(Op::Rule, question);
        let mut rules: Vec<&Record> =
            slots.filter_map(|slot| self.current(slot)).filter(|line| line.value != 0).collect();
        rules.sort_by(|one, other| self.compare_since(one, other));
        rules
    }

    /// Whether an answer was given before the newest rule for its question.
    pub fn is_before_rule(&self, perspective: Perspective<'_>, case: usize, question: usize) -> bool {
        let rules = self.rules(question);
        let given = || self.given(perspective, case, question).filter(|line| line.value != 0);
        rules.last().is_some_and(|rule| given().is_some_and(|answer| self.is_since(rule, answer)))
    }
}
