//! Which answers a question takes, found out once per text.

use super::Answers;
use super::case_view::{self, CellStatus, Row};
use crate::study::index::QuestionIx;
use crate::study::protocol::filter::Truth;
use crate::study::protocol::{Choice, Question};
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

impl Row<'_> {
    /// Whether a choice is on offer in the case.
    pub fn is_on_offer(&self, choice: &Choice) -> bool {
        choice.when.matches(self)
    }

    /// The cell of a question that is asked, of whose choices some are on offer only under a condition. What of its answer
    /// is on offer counts. Where nothing is, nothing can be asked: not yet, or not at all.
    pub(crate) fn filtered(&self, question: &Question, value: u32) -> case_view::Cell {
        let stands = |status, value| case_view::Cell { status, value, ..case_view::Cell::BLANK };
        let text = self.answers.text(value);
        let given: Vec<&str> = question.chosen(text).map(|(_, choice)| choice.id.as_str()).collect();
        let kept = question.chosen(text).filter(|(_, choice)| self.is_on_offer(choice));
        let kept: Vec<&str> = kept.map(|(_, choice)| choice.id.as_str()).collect();
        if kept.is_empty() {
            let mut best = Truth::False;
            for choice in question.choices() {
                best = best.max(choice.when.judge(self));
                if best == Truth::True {
                    break;
                }
            }
            return match best {
                Truth::False => stands(CellStatus::NotAsked, value),
                Truth::Unknown => stands(CellStatus::NotKnown, value),
                Truth::True => stands(CellStatus::Unanswered, value),
            };
        }
        let counted = if kept == given { value } else { self.answers.texts.number(&kept.join(";")) };
        stands(CellStatus::Answered, counted)
    }
}

#[cfg(test)]
mod tests;
