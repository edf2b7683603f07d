//! Which answers a question takes, found out once per text.

use super::Answers;
use crate::study::index::QuestionIx;
use std::cell::Cell;

/// Only the texts with the lowest numbers are kept in mind: what people choose among comes early, free texts keep coming.
const TEXTS: usize = 1024;

/// What is known of each question and text: nothing yet, or whether the question takes it.
pub(crate) struct Offered(Vec<Cell<Option<bool>>>);

impl Offered {
    pub(crate) fn new(questions: usize) -> Self {
        Self(vec![Cell::new(None); questions * TEXTS])
    }
}

impl Answers {
    /// Whether a question takes an answer; true of a question that the protocol does not have.
    pub(crate) fn offers(&self, question: QuestionIx, value: u32) -> bool {
        let find = || self.protocol.questions.get(question).is_none_or(|asked| asked.offers(self.text(value)));
        let (question, text) = (usize::from(question), value as usize);
        let known = self.offered.0.get(question * TEXTS + text).filter(|_| text < TEXTS);
        let Some(known) = known else { return find() };
        known.get().unwrap_or_else(|| {
            let found = find();
            known.set(Some(found));
            found
        })
    }
}
