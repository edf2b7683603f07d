//! What the screen asks of its model.

use super::Model;
use crate::answers::record::Record;
use crate::answers::sheet::{Cell, Lens, Standing};
use crate::case::plan::Wave;
use crate::keymap::Mode;
use crate::ledger::entry::{Op, Round};
use crate::protocol::{Per, Protocol, Question};
use crate::study::Tallies;
use crate::tui::dialog::Dialog;
use std::borrow::Cow;

impl Model {
    /// The mode whose keys apply now.
    pub fn mode(&self) -> Mode {
        self.dialog.as_ref().map_or(Mode::Code, Dialog::mode)
    }

    /// The protocol.
    pub fn protocol(&self) -> &Protocol {
        &self.study.protocol
    }

    /// Whose answers this coder sees.
    pub fn lens(&self) -> Lens<'_> {
        match self.round {
            Round::First | Round::Consensus => Lens::Record,
            Round::Second | Round::Spot => Lens::Own(&self.coder.slug, self.round),
        }
    }

    /// The open question.
    pub fn asked(&self) -> Option<&Question> {
        self.protocol().questions.get(self.question)
    }

    /// How a question of the open case stands.
    pub fn cell(&self, question: usize) -> Cell {
        self.cells.get(question).copied().unwrap_or(Cell::BLANK)
    }

    /// The answer to a question of the open case; empty where there is none, kept also while it is masked.
    pub fn answer(&self, question: usize) -> &str {
        self.study.answers.text(self.cell(question).value)
    }

    /// Whether a question of the open case is asked.
    pub fn is_asked(&self, question: usize) -> bool {
        matches!(self.cell(question).standing, Standing::Unanswered | Standing::Answered)
    }

    /// Whether a question of the open case is asked, must be answered and is not.
    pub fn is_gap(&self, question: usize) -> bool {
        self.is_gap_in(&self.cells, question)
    }

    /// Whether a question is asked, must be answered and is not, in a case with these cells.
    pub fn is_gap_in(&self, cells: &[Cell], question: usize) -> bool {
        let optional = self.protocol().questions.get(question).is_none_or(|asked| asked.optional);
        !optional && cells.get(question).is_some_and(|cell| cell.standing == Standing::Unanswered)
    }

    /// The id of a case.
    pub fn case_id(&self, case: usize) -> &str {
        self.study.cases.cases.get(case).map_or("", |case| &case.id)
    }

    /// The id of a question.
    pub fn question_id(&self, question: usize) -> &str {
        self.protocol().questions.get(question).map_or("", |question| &question.id)
    }

    /// The cells of any case, as this coder sees them.
    pub fn sheet(&self, case: usize) -> Cow<'_, [Cell]> {
        match self.lens() {
            _ if case == self.case => self.cells.as_slice().into(),
            Lens::Record => self.study.tally.cells(case).into(),
            own @ Lens::Own(..) => self.study.answers.sheet(own, case).into(),
        }
    }

    /// Why a case cannot be reviewed, as far as this coder may know.
    pub fn dropped(&self, case: usize) -> Option<&Record> {
        match self.lens() {
            Lens::Record => self.study.answers.dropped(case),
            Lens::Own(coder, round) => {
                self.study.answers.own(Op::Drop, coder, round, case, None).filter(|own| own.value != 0)
            }
        }
    }

    /// Of the questions that are asked and not optional: how many are answered, and how many there are.
    pub fn filled(&self, cells: &[Cell]) -> (usize, usize) {
        let asked = self.protocol().questions.iter().zip(cells);
        let asked = asked.filter(|(question, _)| !question.optional && question.derive.is_none());
        asked.fold((0, 0), |(answered, all), (_, cell)| match cell.standing {
            Standing::Answered => (answered + 1, all + 1),
            Standing::Unanswered => (answered, all + 1),
            Standing::NotAsked | Standing::NotKnown => (answered, all),
        })
    }

    /// Whether this coder has finished a case.
    pub fn is_done(&self, case: usize) -> bool {
        self.progress.done.get(case) == Some(&true)
    }

    /// Whether a case is this coder's, or nobody's yet.
    pub fn is_mine(&self, case: usize) -> bool {
        self.progress.mine.get(case) == Some(&true)
    }

    /// In which wave a case is coded a second time: only the coder who does that may know.
    pub fn wave(&self, case: usize) -> Option<Wave> {
        self.study.cases.wave(case).filter(|_| self.round == Round::Second)
    }

    /// The other cases in the order in which this coder comes to them after the open one.
    pub fn others(&self) -> impl Iterator<Item = usize> {
        let here = self.turns.iter().position(|&case| case == self.case).unwrap_or(0);
        self.turns.iter().skip(here + 1).chain(self.turns.iter().take(here)).copied()
    }

    /// Whether the tally stands beside the questions now.
    pub fn shows_tally(&self) -> bool {
        !self.round.is_blind() && self.tallies == Tallies::Always
    }

    /// A question's number as people see it.
    pub fn number(&self, question: usize) -> usize {
        let before = self.protocol().questions.iter().take(question + 1);
        before.filter(|question| question.per == Per::Case).count()
    }
}
