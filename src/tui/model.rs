//! What the screen knows: the study, where one is in it, and what is under way.
//!
//! The model holds no clock, file or terminal. Only [`super::update::update`] changes it, and nothing that is not on disk
//! moves its answers.

use super::dialog::Dialog;
use super::update::{arrange, open_case, rows};
use crate::answers::sheet::{Cell, Lens, Standing};
use crate::answers::undo::Stacks;
use crate::fault::Faults;
use crate::key::Key;
use crate::keymap::Keymap;
use crate::language::{Message, Words};
use crate::ledger::entry::{Draft, Entry, Round};
use crate::protocol::{Protocol, Question};
use crate::study::{Study, Tallies};
use std::collections::VecDeque;

/// Who sits at the screen.
#[derive(Debug, Clone)]
pub struct Coder {
    /// The slug that the ledger knows.
    pub slug: String,
    /// The name that people know.
    pub name: String,
}

/// How the screen is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// Only characters that every terminal has.
    pub ascii: bool,
    /// Colours beside the marks.
    pub colour: bool,
}

/// Which pane the arrows move in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Focus {
    /// The questions.
    Questions,
    /// The case list.
    Cases,
}

/// In which order the questions stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// As in the protocol.
    File,
    /// By the document to look in.
    Documents,
}

/// What the tally on the screen is split by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// Women and men.
    Sex,
    /// The units.
    Unit,
}

/// Which cases the list shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Show {
    /// All of them.
    All,
    /// One's own and those that nobody has begun.
    Mine,
    /// Those that are not finished.
    Open,
    /// Those with a mark or an unsure answer.
    Flagged,
    /// Those of one unit.
    Unit(String),
}

/// A line of the case list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Row {
    /// The unit that the following cases belong to.
    Heading(String),
    /// A case by its place.
    Case(usize),
}

/// What is being written.
#[derive(Debug)]
pub enum Saving {
    /// Nothing.
    Idle,
    /// A line is on its way to the disk.
    Pending {
        /// The line.
        draft: Draft,
        /// For how long, in whole seconds.
        seconds: u64,
        /// The keys typed meanwhile.
        waiting: VecDeque<(Key, bool)>,
    },
    /// A line could not be written: it stands on the screen, and nothing else is taken until it can.
    Failed {
        /// The line.
        draft: Draft,
        /// Why.
        faults: Faults,
    },
}

/// Something told in the footer until the next key.
#[derive(Debug, Clone)]
pub struct Notice {
    /// What is told.
    pub message: Message,
    /// Whether it is a refusal or a failure.
    pub alarm: bool,
}

/// A jump from one place to another, each a case and a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Jump {
    /// Where one came from.
    pub from: (usize, usize),
    /// Where one went.
    pub to: (usize, usize),
}

/// How far the study is coded, kept per case so that a key never counts all cases.
#[derive(Debug, Default)]
pub struct Progress {
    pub(super) mine: Vec<bool>,
    pub(super) done: Vec<bool>,
    /// How many cases are one's own.
    pub own: usize,
    /// How many of them are finished.
    pub finished: usize,
}

/// The state of the screen.
pub struct Model {
    /// The study with all its answers.
    pub study: Study,
    /// Who codes.
    pub coder: Coder,
    /// In which round.
    pub round: Round,
    /// Whether answers can be given at all.
    pub writable: bool,
    /// The words of the interface.
    pub words: Words,
    /// The keys.
    pub keymap: Keymap,
    /// How it is drawn.
    pub look: Look,
    /// Columns and rows of the terminal.
    pub size: (u16, u16),
    /// Which cases the list shows.
    pub show: Show,
    /// The lines of the case list.
    pub rows: Vec<Row>,
    /// The line that the list's cursor stands on.
    pub cursor: usize,
    /// The case that is open.
    pub case: usize,
    /// Its cells, as this coder sees them.
    pub cells: Vec<Cell>,
    /// The question that is open.
    pub question: usize,
    /// How far the open question's panel is scrolled, in lines.
    pub panel: usize,
    /// Where the arrows move.
    pub focus: Focus,
    /// In which order the questions stand.
    pub order: Order,
    /// The questions in that order.
    pub sequence: Vec<usize>,
    /// What the tally is split by.
    pub by: By,
    /// When the tally shows.
    pub tallies: Tallies,
    /// What lies over the questions.
    pub dialog: Option<Dialog>,
    /// The jump that an answer returns from.
    pub jump: Option<Jump>,
    /// The answer just given: case and question.
    pub last: Option<(usize, usize)>,
    /// What can be taken back.
    pub stacks: Stacks,
    /// What is being written.
    pub saving: Saving,
    /// The lines that this sitting has written, in their order.
    pub written: Vec<Entry<'static>>,
    /// Whether the last thing written is on disk, for the mark in the footer.
    pub saved: bool,
    /// What the footer tells.
    pub notice: Option<Notice>,
    /// In which time zone times are shown.
    pub zone: jiff::tz::TimeZone,
    /// Whether Esc has warned that a text would be lost.
    pub warned: bool,
    /// How far one is.
    pub progress: Progress,
    /// First-round answers that do not count.
    pub uncounted: usize,
}

/// What a screen is opened with.
pub struct Opening {
    /// The study.
    pub study: Study,
    /// Who codes.
    pub coder: Coder,
    /// In which round.
    pub round: Round,
    /// Whether answers can be given.
    pub writable: bool,
    /// The words of the interface.
    pub words: Words,
    /// The keys.
    pub keymap: Keymap,
    /// How it is drawn.
    pub look: Look,
    /// In which time zone times are shown.
    pub zone: jiff::tz::TimeZone,
    /// Columns and rows of the terminal.
    pub size: (u16, u16),
    /// Where the coder left: case and question.
    pub place: Option<(usize, Option<usize>)>,
}

impl Model {
    /// The screen at its start.
    pub fn new(opening: Opening) -> Self {
        let Opening { study, coder, round, writable, words, keymap, look, zone, size, place } = opening;
        let stacks = Stacks::of(&study.answers, &coder.slug, round);
        let mut model = Self {
            sequence: arrange(&study.protocol, Order::File),
            uncounted: study.answers.uncounted().len(),
            tallies: study.tallies,
            by: if study.protocol.sex().is_some() { By::Sex } else { By::Unit },
            cells: Vec::new(),
            rows: Vec::new(),
            progress: Progress::default(),
            show: Show::All,
            cursor: 0,
            case: 0,
            question: 0,
            panel: 0,
            focus: Focus::Questions,
            order: Order::File,
            dialog: None,
            jump: None,
            last: None,
            saving: Saving::Idle,
            written: Vec::new(),
            saved: false,
            notice: None,
            warned: false,
            study,
            coder,
            round,
            writable,
            words,
            keymap,
            look,
            zone,
            size,
            stacks,
        };
        model.reckon_all();
        let assigned = model.study.cases.column("coder").is_some() || model.round.is_blind();
        model.show = if assigned && model.progress.own > 0 { Show::Mine } else { Show::All };
        model.rows = rows(&model, &model.show);
        let open = (0..model.study.cases.cases.len()).find(|&case| model.is_mine(case) && !model.is_done(case));
        let (case, question) = place.unwrap_or((open.unwrap_or(0), None));
        open_case(&mut model, case, question);
        model
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
        let optional = self.protocol().questions.get(question).is_none_or(|asked| asked.optional);
        !optional && self.cell(question).standing == Standing::Unanswered
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
    pub fn sheet(&self, case: usize) -> Vec<Cell> {
        if case == self.case {
            return self.cells.clone();
        }
        match self.lens() {
            Lens::Record => self.study.tally.cells(case).to_vec(),
            own @ Lens::Own(..) => self.study.answers.sheet(own, case),
        }
    }

    /// Of the questions that are asked and not optional: how many are answered, and how many there are.
    pub fn filled(&self, cells: &[Cell]) -> (usize, usize) {
        let asked = self.protocol().questions.iter().zip(cells).filter(|(question, _)| !question.optional);
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

    /// Whether the tally stands beside the questions now.
    pub fn shows_tally(&self) -> bool {
        !self.round.is_blind() && self.tallies == Tallies::Always
    }

    /// Reckons anew whether a case is one's own and finished.
    pub(super) fn reckon(&mut self, case: usize) {
        let answers = &self.study.answers;
        let mine = match self.study.cases.column("second").filter(|_| self.round.is_blind()) {
            Some(column) => self.study.cases.value(case, column) == self.coder.slug,
            None => self.round.is_blind() || answers.may_code(case, &self.coder.slug),
        };
        let mine = mine && answers.dropped(case).is_none();
        let done = answers.is_done(self.lens(), case);
        let known = &mut self.progress;
        let Some((was_mine, was_done)) = known.mine.get_mut(case).zip(known.done.get_mut(case)) else { return };
        known.own = known.own + usize::from(mine) - usize::from(*was_mine);
        known.finished = known.finished + usize::from(mine && done) - usize::from(*was_mine && *was_done);
        (*was_mine, *was_done) = (mine, done);
    }

    /// Reckons every case from nothing.
    pub(super) fn reckon_all(&mut self) {
        let cases = self.study.cases.cases.len();
        let none = vec![false; cases];
        self.progress = Progress { mine: none.clone(), done: none, ..Progress::default() };
        (0..cases).for_each(|case| self.reckon(case));
    }

    /// A question's number as people see it.
    pub fn number(&self, question: usize) -> usize {
        let before = self.protocol().questions.iter().take(question + 1);
        before.filter(|question| question.per == crate::protocol::Per::Case).count()
    }

    /// A number in thousandths as this language writes it.
    pub fn decimal(&self, thousandths: i64) -> String {
        let text = format!(
            "{}{}.{:03}",
            if thousandths < 0 { "-" } else { "" },
            thousandths.abs() / 1000,
            thousandths.abs() % 1000
        );
        let text = text.trim_end_matches('0').trim_end_matches('.');
        if self.words.lang() == crate::language::Lang::Sv { text.replace('.', ",") } else { text.to_owned() }
    }

    /// Tells something in the footer.
    pub(super) fn tell(&mut self, message: Message) {
        self.notice = Some(Notice { message, alarm: false });
    }

    /// Refuses something in the footer.
    pub(super) fn refuse(&mut self, message: Message) {
        self.notice = Some(Notice { message, alarm: true });
    }
}
