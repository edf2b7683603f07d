//! What the screen knows: the study, where one is in it, and what is under way.
//!
//! The model holds no clock, file or terminal. Only [`super::update::update`] changes it, and nothing that is not on disk
//! moves its answers.

mod read;
mod setting;

pub use setting::Setting;

use super::agreement_cache::Agreed;
use super::dialog::Dialog;
use super::effect::Recording;
use super::file_pane::FilePane;
use super::list::{Row, Show};
use super::msg::Msg;
use crate::analysis::progress::List;
use crate::analysis::reliability::differences::{Differences, State};
use crate::base::fault::Faults;
use crate::base::language::{Message, Words};
use crate::study::answers::case_view::Cell;
use crate::study::answers::undo::Stacks;
use crate::study::index::{CaseIx, QuestionIx};
use crate::study::ledger::entry::{Entry, Head, Round};
use crate::study::protocol::Per;
use crate::study::{Study, Tallies};
use crate::tui::key::Key;
use crate::tui::keymap::{Action, Keymap};
use crate::tui::palette::Palette;
use std::collections::VecDeque;
use typed_index_collections::TiVec;

/// Who sits at the screen.
#[derive(Debug, Clone)]
pub struct Coder {
    /// The slug that the ledger knows.
    pub slug: String,
    /// The name that people know.
    pub name: String,
    /// The name of whoever codes at the same screen.
    pub with: Option<String>,
}

impl Coder {
    /// Everybody who sits there: `Carina + Lotta`.
    pub fn all(&self) -> String {
        self.with.iter().fold(self.name.clone(), |all, with| format!("{all} + {with}"))
    }
}

/// How what the model shows reaches whoever is at it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Form {
    /// A screen to look at.
    #[default]
    Drawn,
    /// A screen that a program reads aloud: rows are written whole, and marks are words.
    WholeRows,
    /// Lines one after the other, to be read aloud or felt.
    Lines,
}

/// How the screen is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// For eyes, ears or fingers.
    pub form: Form,
    /// Only characters that every terminal has.
    pub ascii: bool,
    /// Colours beside the marks.
    pub palette: Palette,
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
    /// Women and men; of questions per unit, the informants.
    Sex,
    /// The units.
    Unit,
}

/// What is being written.
#[derive(Debug)]
pub enum Saving {
    /// Nothing.
    Idle,
    /// Nothing, and what was written last is on disk.
    Saved,
    /// A line is on its way to the disk.
    Pending {
        /// The line, and what is written with it.
        recording: Recording,
        /// For how long, in whole seconds.
        seconds: u64,
        /// The keys typed and the texts pasted meanwhile.
        waiting: VecDeque<Msg>,
        /// How many keys were dropped.
        dropped: usize,
    },
    /// A line could not be written: it stands on the screen, and nothing else is taken until it can.
    Failed {
        /// The line, and what is written with it.
        recording: Recording,
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

/// What a key that may be held down has led to.
#[derive(Debug)]
pub enum Repeat {
    /// Nothing.
    None,
    /// It waits for what follows.
    Doubtful(Key),
    /// It is known to be held down, and does nothing.
    Held(Key),
    /// It is offered with all that followed: the coder takes or drops them.
    Offered(VecDeque<Key>),
    /// They were taken, and are being heard one by one.
    Taken(VecDeque<Key>),
}

/// A jump from one place to another, each a case and a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Jump {
    /// Where one came from.
    pub from: (CaseIx, QuestionIx),
    /// Where one went.
    pub to: (CaseIx, QuestionIx),
    /// Whether one left to walk on: then what needs no answer there was passed.
    pub passes: bool,
}

/// The list that is walked through, instead of the gaps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Walk {
    /// Which.
    pub list: List,
    /// Where one is in it: case and question, if one has been anywhere.
    pub at: Option<(CaseIx, Option<QuestionIx>)>,
}

/// What is under way.
#[derive(Debug)]
pub enum Task {
    /// Cases are coded.
    Code {
        /// In which round, which is not the consensus.
        round: Round,
        /// The list that is walked through, if it is not the gaps.
        work_list: Option<Walk>,
    },
    /// Differences are settled.
    Resolve(Resolving),
}

/// The differences that are being settled.
#[derive(Debug)]
pub struct Resolving {
    /// Of which blind rounds.
    pub rounds: Vec<Round>,
    /// Where codings differ.
    pub found: Differences,
    /// Those that there is something to settle in, by their places, with how they stand now.
    pub list: Vec<(usize, State)>,
    /// Where one was in the coding: case, question and what the case list showed.
    pub came_from: (CaseIx, QuestionIx, Show),
    /// Whether the program was started for this: then no key leads back to the coding.
    pub stays: bool,
    /// Whether the answer that is on its way is one of the codings', taken with one key.
    pub is_taken: bool,
}

/// The sitting that follows on one that ends for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Next {
    /// So many cases are drawn for a spot check, and coded.
    Spot(usize),
    /// Another round is coded.
    Round(Round),
    /// The first coding is looked at in a place, which is not where one left.
    Place(CaseIx, QuestionIx),
    /// The same goes on with what was set.
    Again,
}

/// How far the study is coded, kept per case so that a key never counts all cases.
#[derive(Debug, Default)]
pub struct Progress {
    pub(crate) mine: TiVec<CaseIx, bool>,
    pub(crate) done: TiVec<CaseIx, bool>,
    /// Whether it is said who codes which case a second time.
    is_doubled: bool,
    /// The seed of the spot check that is coded now.
    seed: String,
    /// How many cases are one's own; the units' entries are not among them.
    pub own: usize,
    /// How many of them are finished.
    pub finished: usize,
}

/// What was counted over the whole study for a page; nothing where it was not counted since the last change.
#[derive(Default)]
pub struct Cache {
    /// How far all is.
    pub progress: Option<crate::analysis::progress::Progress>,
    /// How alike the codings are.
    pub agreement: Option<Agreed>,
}

impl Cache {
    /// Lets everything be counted anew, for something has changed that it was counted from.
    pub(crate) fn invalidate(&mut self) {
        *self = Self::default();
    }
}

/// The state of the screen.
pub struct Model {
    /// The study with all its answers.
    pub study: Study,
    /// Who codes.
    pub coder: Coder,
    /// What is under way.
    pub task: Task,
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
    /// The cases in the order in which this coder comes to them.
    pub case_order: Vec<CaseIx>,
    /// Which cases the list shows.
    pub show: Show,
    /// The lines of the case list.
    pub rows: Vec<Row>,
    /// The columns that its longest line needs, with marks; of the units' entries, whose names may be squeezed, none.
    pub widest: u16,
    /// The line that the list's cursor stands on.
    pub cursor: usize,
    /// The case that is open.
    pub case: CaseIx,
    /// Its cells, as this coder sees them.
    pub cells: TiVec<QuestionIx, Cell>,
    /// The question that is open.
    pub question: QuestionIx,
    /// How far the open question's panel is scrolled, in lines.
    pub panel: usize,
    /// Whether the open question or its choices did not all show when the key came that is heard now.
    pub is_covered: bool,
    /// Where the arrows move.
    pub focus: Focus,
    /// In which order the questions stand.
    pub order: Order,
    /// The questions about the open case, or entry, in that order.
    pub question_order: Vec<QuestionIx>,
    /// What the tally is split by.
    pub by: By,
    /// When the tally shows.
    pub tallies: Tallies,
    /// What lies over the questions.
    pub dialog: Option<Dialog>,
    /// The jump that an answer returns from.
    pub return_point: Option<Jump>,
    /// When this sitting began, where the coder wants to see the own pace.
    pub pace: Option<jiff::Timestamp>,
    /// The key that may be held down.
    pub repeat: Repeat,
    /// The answer just given: case and question.
    pub last: Option<(CaseIx, QuestionIx)>,
    /// What can be taken back.
    pub stacks: Stacks,
    /// The answers that this sitting has written at once, by their lines: they are taken back at once too.
    pub sets: Vec<Vec<Head>>,
    /// What follows when the sitting ends, if it ends for that.
    pub next: Option<Next>,
    /// What files that are made of the study are called, up to what they are: folder and the study's id.
    pub files: String,
    /// What the coder has set for every study.
    pub settings: Vec<Setting>,
    /// The file of the open case beside the questions.
    pub file: FilePane,
    /// What is being written.
    pub saving: Saving,
    /// The lines that this sitting has written, in their order.
    pub written: Vec<Entry<'static>>,
    /// What the footer tells.
    pub notice: Option<Notice>,
    /// Whether a mouse is heard.
    pub mouse: bool,
    /// Where its button was pressed and not yet let go.
    pub pressed: Option<(u16, u16)>,
    /// In which time zone times are shown.
    pub zone: jiff::tz::TimeZone,
    /// What was warned of, and is done when it is asked for once more: to leave a text unsaved, or to save it.
    pub pending_confirmation: Option<Action>,
    /// How far one is.
    pub progress: Progress,
    /// What pages show of the whole study.
    pub cache: Cache,
}

impl Model {
    /// Reckons anew whether a case is one's own and finished.
    pub(crate) fn recompute_progress(&mut self, case: CaseIx) {
        let answers = &self.study.answers;
        let coder = &self.coder.slug;
        let mine = match self.round() {
            Round::Spot => {
                answers.drawn(coder, case).is_some_and(|line| answers.text(line.value) == self.progress.seed)
            }
            Round::Second if self.progress.is_doubled => self.study.cases.codes_again(case, coder),
            Round::Second => answers.owner(case) != Some(coder),
            Round::First | Round::Consensus => answers.may_code(case, coder),
        };
        let mine = mine && self.dropped(case).is_none();
        let is_unasked = self.study.asks_nothing(case);
        let done = is_unasked || self.study.is_done(self.perspective(), case);
        let is_file = self.study.cases.per(case) == Per::Case && !is_unasked;
        let known = &mut self.progress;
        let Some((was_mine, was_done)) = known.mine.get_mut(case).zip(known.done.get_mut(case)) else { return };
        if is_file {
            known.own = known.own + usize::from(mine) - usize::from(*was_mine);
            known.finished = known.finished + usize::from(mine && done) - usize::from(*was_mine && *was_done);
        }
        (*was_mine, *was_done) = (mine, done);
    }

    /// Reckons every case from nothing.
    pub(crate) fn recompute_all_progress(&mut self) {
        let cases = self.study.cases.cases.keys();
        let none: TiVec<CaseIx, bool> = cases.clone().map(|_| false).collect();
        let is_doubled = self.study.cases.is_doubled();
        let check = self.study.answers.spot_check(&self.coder.slug);
        let seed = check.map_or_else(String::new, |check| check.seed.to_owned());
        self.progress = Progress { mine: none.clone(), done: none, is_doubled, seed, ..Progress::default() };
        cases.for_each(|case| self.recompute_progress(case));
    }

    /// Reads the open case anew.
    pub(crate) fn refresh_cells(&mut self) {
        self.cells = self.study.answers.sheet(self.perspective(), self.case);
        self.question_order = self.visible();
    }

    /// What lies over the questions: all but the tour, which stands beside them.
    pub fn over(&self) -> Option<&Dialog> {
        self.dialog.as_ref().filter(|dialog| !matches!(dialog, Dialog::Tour { .. }))
    }

    /// Tells something in the footer.
    pub(crate) fn tell(&mut self, message: Message) {
        self.notice = Some(Notice { message, alarm: false });
    }

    /// Refuses something in the footer.
    pub(crate) fn refuse(&mut self, message: Message) {
        self.notice = Some(Notice { message, alarm: true });
    }
}
