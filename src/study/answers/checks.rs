//! What is missing or doubtful in a case, from one perspective: a colleague's eyes and one's own are told the same way.

use super::Answers;
use super::case_view::{Cell, CellStatus, Perspective, Row};
use super::record::Record;
use crate::study::ledger::entry::{Op, Round};
use crate::study::protocol::{Check, Per, Protocol};

/// Whether a question is asked, must be answered and is not, in a case with these cells.
pub(crate) fn is_gap(protocol: &Protocol, cells: &[Cell], question: usize) -> bool {
    let optional = protocol.questions.get(question).is_none_or(|asked| asked.optional);
    !optional && cells.get(question).is_some_and(|cell| cell.status == CellStatus::Unanswered)
}

fn is_answered(cells: &[Cell], question: usize) -> bool {
    cells.get(question).is_some_and(|cell| cell.status == CellStatus::Answered)
}

impl Answers {
    /// What stands beside a case's answers, without marks whose discussion is ended: in a blind round only one's own of
    /// that round, else nobody's of a blind one.
    pub fn seen(&self, perspective: Perspective<'_>, case: usize) -> impl Iterator<Item = &Record> {
        self.beside(perspective, case).filter(|record| !self.is_ended(record))
    }

    /// As [`Answers::seen`], with those marks.
    pub(crate) fn beside(&self, perspective: Perspective<'_>, case: usize) -> impl Iterator<Item = &Record> {
        self.annotations(case).filter(move |record| match perspective {
            Perspective::Record => !record.slot.round.is_blind(),
            Perspective::Own(coder, round) => self.coder_name(record.slot.coder) == coder && record.slot.round == round,
        })
    }

    /// Why a case cannot be reviewed.
    pub fn dropped_in(&self, perspective: Perspective<'_>, case: usize) -> Option<&Record> {
        match perspective {
            Perspective::Record => self.dropped(case),
            Perspective::Own(coder, round) => self.own(Op::Drop, coder, round, case, None).filter(|own| own.value != 0),
        }
    }

    /// Whether a question is asked, must be answered and is not, in a case with these cells.
    pub fn is_gap(&self, cells: &[Cell], question: usize) -> bool {
        is_gap(self.protocol(), cells, question)
    }

    /// Whether an answer of a case with these cells was given to another wording, or before a rule.
    pub fn needs_another_look(
        &self,
        perspective: Perspective<'_>,
        cells: &[Cell],
        case: usize,
        question: usize,
    ) -> bool {
        is_answered(cells, question)
            && (self.earlier_wording(perspective, case, question).is_some()
                || self.is_before_rule(perspective, case, question))
    }

    /// Whether an answer of a case with these cells asks for a comment that is not there.
    pub fn is_unexplained(&self, perspective: Perspective<'_>, cells: &[Cell], case: usize, question: usize) -> bool {
        let known = self.protocol().questions.get(question).zip(cells.get(question));
        let Some((asked, cell)) = known.filter(|(asked, _)| !asked.note_on.is_empty()) else { return false };
        let wants = || asked.chosen(self.text(cell.value)).any(|(_, choice)| asked.note_on.contains(&choice.id));
        let is_note = |line: &Record| self.is_reason(line) && usize::from(line.slot.question) == question;
        is_answered(cells, question) && wants() && !self.seen(perspective, case).any(is_note)
    }

    /// Whether a line is a comment that can say why an answer is what it is: one of those who code the case, and no line
    /// of a discussion.
    pub(crate) fn is_reason(&self, line: &Record) -> bool {
        let is_comment = line.slot.op == Op::Note && line.slot.item == 0;
        is_comment && (line.slot.round != Round::First || self.has_owned(line.slot.case as usize, line.slot.coder))
    }

    /// The plausibility checks that a case with these cells fails. They are about cases, not about units.
    pub fn failed_checks<'a>(&'a self, cells: &'a [Cell], case: usize) -> impl Iterator<Item = &'a Check> {
        let checks = self.protocol().checks.iter().filter(move |_| self.cases().per(case) == Per::Case);
        checks.filter(move |check| check.when.matches(&Row { answers: self, case, cells }))
    }
}
