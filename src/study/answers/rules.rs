//! Coding rules: what the coders have agreed on for a question, and which answers were given before that.

use super::Answers;
use super::case_view::Perspective;
use super::record::{Record, Slot};
use crate::study::index::{CaseIx, QuestionIx};
use crate::study::ledger::entry::Op;

impl Answers {
    /// Where the slots of the study as a whole stand, as a case's place: after those of the cases.
    pub fn study_place(&self) -> CaseIx {
        self.cases.cases.next_key()
    }

    /// The slots of the study on a question, or on none.
    pub(crate) fn agreed(&self, op: Op, question: Option<QuestionIx>) -> impl Iterator<Item = Slot> {
        let slots = self.agreed.get(&question).into_iter().flatten();
        slots.copied().filter(move |slot| slot.op == op)
    }

    /// The rules for a question that stand, of all coders and rounds, oldest first.
    pub fn rules(&self, question: QuestionIx) -> Vec<&Record> {
        let slots = self.agreed(Op::Rule, Some(question));
        let mut rules: Vec<&Record> =
            slots.filter_map(|slot| self.current(slot)).filter(|line| line.value != 0).collect();
        rules.sort_by(|one, other| self.compare_since(one, other));
        rules
    }

    /// Whether an answer was given before the newest rule for its question.
    pub fn is_before_rule(&self, perspective: Perspective<'_>, case: CaseIx, question: QuestionIx) -> bool {
        let rules = self.rules(question);
        let given = || self.given(perspective, case, question).filter(|line| line.value != 0);
        rules.last().is_some_and(|rule| given().is_some_and(|answer| self.is_since(rule, answer)))
    }
}
