//! What coders discuss: somebody marks a question, replies follow in a line each, and one mark ends it.
//!
//! All of it is of a place, a question of a case: marks of several coders raise the same discussion.

use super::Answers;
use super::case_view::Perspective;
use super::record::{Record, Slot};
use crate::study::index::{CaseIx, QuestionIx};
use crate::study::ledger::entry::{Op, Round};

/// The flag that raises a discussion.
pub const DISCUSS: &str = "discuss";

/// The flag that ends what was raised before it.
pub const SETTLED: &str = "settled";

/// What the item of a note begins with that is a line of a discussion; its own id follows.
pub const REPLY: &str = "discuss|";

/// What is said on one place.
#[derive(Debug)]
pub struct Discussion<'a> {
    /// The case.
    pub case: CaseIx,
    /// The question; none for the case as a whole.
    pub question: Option<QuestionIx>,
    /// The marks that raise it and are not ended, oldest first.
    pub raised: Vec<&'a Record>,
    /// What was written, oldest first.
    pub replies: Vec<&'a Record>,
    /// The newest mark that ended it.
    pub settled: Option<&'a Record>,
}

impl Discussion<'_> {
    /// Whether somebody still wants to discuss it.
    pub fn is_open(&self) -> bool {
        !self.raised.is_empty()
    }
}

impl Answers {
    /// What is discussed of a case, question by question.
    pub fn discussions(&self, perspective: Perspective<'_>, case: CaseIx) -> Vec<Discussion<'_>> {
        let mut found: Vec<Discussion<'_>> = Vec::new();
        let mut lines: Vec<&Record> =
            self.beside(perspective, case).filter(|line| self.is_discussed(line.slot)).collect();
        // What is said of the case as a whole comes last.
        let place = |line: &Record| (line.slot.question.is_none(), line.slot.question);
        lines.sort_by(|one, other| place(one).cmp(&place(other)).then_with(|| self.compare_since(one, other)));
        for line in lines {
            let question = line.slot.question;
            if found.last().is_none_or(|last| last.question != question) {
                found.push(Discussion { case, question, raised: Vec::new(), replies: Vec::new(), settled: None });
            }
            let Some(last) = found.last_mut() else { continue };
            match (line.slot.op, self.text(line.slot.item)) {
                (Op::Note, _) => last.replies.push(line),
                (_, SETTLED) => last.settled = Some(line),
                _ if self.is_ended(line) => {}
                _ => last.raised.push(line),
            }
        }
        found
    }

    /// What is discussed on a question of a case.
    pub fn discussion(
        &self,
        perspective: Perspective<'_>,
        case: CaseIx,
        question: QuestionIx,
    ) -> Option<Discussion<'_>> {
        self.discussions(perspective, case).into_iter().find(|one| one.question == Some(question))
    }

    /// Whether a coder has marked a question, and no discussion that the mark raised was ended since.
    pub fn has_flagged(
        &self,
        coder: &str,
        round: Round,
        case: CaseIx,
        question: Option<QuestionIx>,
        item: &str,
    ) -> bool {
        let own = self.item(Op::Flag, coder, round, case, question, item);
        own.is_some_and(|own| own.value != 0 && !self.is_ended(own))
    }

    /// Whether a line is one of a discussion.
    pub fn is_discussed(&self, slot: Slot) -> bool {
        match slot.op {
            Op::Flag => matches!(self.text(slot.item), DISCUSS | SETTLED),
            Op::Note => self.text(slot.item).starts_with(REPLY),
            _ => false,
        }
    }

    /// Whether a mark does not show: it raised a discussion that was ended since, or is what ended one.
    pub fn is_ended(&self, line: &Record) -> bool {
        let slot = line.slot;
        let ends = |other: &&Record| {
            let place = other.slot.op == Op::Flag && other.slot.question == slot.question;
            place && self.text(other.slot.item) == SETTLED && self.is_since(other, line)
        };
        match self.text(slot.item) {
            SETTLED => slot.op == Op::Flag,
            // What others say of the place must not reach into a blind round.
            DISCUSS if slot.op == Op::Flag && !slot.round.is_blind() => {
                self.beside(Perspective::Record, slot.case).any(|line| ends(&line))
            }
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests;
