//! The differences as JSON.

use super::Listed;
use crate::analysis::reliability::differences::{Difference, Said, State};
use serde_json::{Value, json};

impl Listed<'_> {
    pub(crate) fn as_json(&self) -> Value {
        let counts = self.counts();
        let one = |(difference, state): &(&Difference, State)| self.one(difference, *state);
        json!({
            "all": counts.all(),
            "settled": counts.settled,
            "discuss": counts.discuss,
            "rule": counts.rule,
            "open": counts.open,
            "unfinished": self.unfinished,
            "differences": self.all.iter().map(one).collect::<Vec<_>>(),
        })
    }

    fn one(&self, difference: &Difference, state: State) -> Value {
        let answers = &self.study.answers;
        let reason = difference.reason(self.study).map(|line| answers.text(line.value));
        let joint = difference.settled(self.study).map(|line| {
            json!({ "coder": answers.coder_name(line.slot.coder), "answer": answers.text(line.value), "reason": reason })
        });
        json!({
            "case_id": self.case_id(difference),
            "question": self.question_id(difference),
            "state": state.names().0,
            "codings": difference.said.iter().map(|said| self.coding(difference, said)).collect::<Vec<_>>(),
            "joint": joint,
        })
    }

    /// A coding; an answer that is not there is null.
    fn coding(&self, difference: &Difference, said: &Said) -> Value {
        let remarks = difference.remarks(self.study, said);
        let remarks: Vec<&str> = remarks.into_iter().map(|line| self.study.answers.text(line.value)).collect();
        json!({
            "coder": said.coder, "round": said.round.name(), "answer": said.answer(self.study),
            "evidence": said.found, "remarks": remarks,
        })
    }
}
