//! What is missing or doubtful in a case, from one perspective: a colleague's eyes and one's own are told the same way.

use super::Answers;
use super::case_view::{Cell, CellStatus, Perspective, Row};
use super::record::Record;
use crate::study::index::{At, CaseIx, QuestionIx};
use crate::study::ledger::entry::{Op, Round};
use crate::study::protocol::{Check, Per, Protocol};
use typed_index_collections::TiSlice;

/// Whether a question is asked, must be answered and is not, in a case with these cells.
pub(crate) fn is_gap(protocol: &Protocol, cells: &TiSlice<QuestionIx, Cell>, question: QuestionIx) -> bool {
    !protocol.questions.at(question).optional && cells.at(question).status == CellStatus::Unanswered
}

fn is_answered(cells: &TiSlice<QuestionIx, Cell>, question: QuestionIx) -> bool {
    cells.at(question).status == CellStatus::Answered
}

impl Answers {
    /// What stands beside a case's answers, without marks whose discussion is ended: in a blind round only one's own of
    /// that round, else nobody's of a blind one.
    pub fn seen(&self, perspective: Perspective<'_>, case: CaseIx) -> impl Iterator<Item = &Record> {
        self.beside(perspective, case).filter(|record| !self.is_ended(record))
    }

    /// As [`Answers::seen`], with those marks.
    pub(crate) fn beside(&self, perspective: Perspective<'_>, case: CaseIx) -> impl Iterator<Item = &Record> {
        self.annotations(case).filter(move |record| match perspective {
            Perspective::Record => !record.slot.round.is_blind(),
            Perspective::Own(coder, round) => self.coder_name(record.slot.coder) == coder && record.slot.round == round,
        })
    }

    /// Why a case cannot be reviewed.
    pub fn dropped_in(&self, perspective: Perspective<'_>, case: CaseIx) -> Option<&Record> {
        match perspective {
            Perspective::Record => self.dropped(case),
            Perspective::Own(coder, round) => self.own(Op::Drop, coder, round, case, None).filter(|own| own.value != 0),
        }
    }

    /// Whether a question is asked, must be answered and is not, in a case with these cells.
    pub fn is_gap(&self, cells: &TiSlice<QuestionIx, Cell>, question: QuestionIx) -> bool {
        is_gap(self.protocol(), cells, question)
    }

    /// Whether an answer of a case with these cells was given to another wording, or before a rule.
    pub fn needs_another_look(
        &self,
        perspective: Perspective<'_>,
        cells: &TiSlice<QuestionIx, Cell>,
        case: CaseIx,
        question: QuestionIx,
    ) -> bool {
        is_answered(cells, question)
            && (self.earlier_wording(perspective, case, question).is_some()
                || self.is_before_rule(perspective, case, question))
    }

    /// Whether an answer of a case with these cells asks for a comment that is not there.
    pub fn is_unexplained(
        &self,
        perspective: Perspective<'_>,
        cells: &TiSlice<QuestionIx, Cell>,
        case: CaseIx,
        question: QuestionIx,
    ) -> bool {
        let asked = self.protocol().questions.at(question);
        let answer = || self.text(cells[question].value);
        let wants = || asked.chosen(answer()).any(|(_, choice)| asked.note_on.contains(&choice.id));
        let is_note = |line: &Record| self.is_reason(line) && line.slot.question == Some(question);
        !asked.note_on.is_empty()
            && is_answered(cells, question)
            && wants()
            && !self.seen(perspective, case).any(is_note)
    }

    /// Whether a line is a comment that can say why an answer is what it is: one of those who code the case, and no line
    /// of a discussion.
    pub(crate) fn is_reason(&self, line: &Record) -> bool {
        let is_comment = line.slot.op == Op::Note && line.slot.item == 0;
        is_comment && (line.slot.round != Round::First || self.has_owned(line.slot.case, line.slot.coder))
    }

    /// The plausibility checks that a case with these cells fails. They are about cases, not about units.
    pub fn failed_checks<'a>(
        &'a self,
        cells: &'a TiSlice<QuestionIx, Cell>,
        case: CaseIx,
    ) -> impl Iterator<Item = &'a Check> {
        let checks = self.protocol().checks.iter().filter(move |_| self.cases().per(case) == Per::Case);
        checks.filter(move |check| check.when.matches(&Row { answers: self, case, cells }))
    }
}
