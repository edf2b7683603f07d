//! What can lie over the questions: a page, a list to choose from, or a line to write. A dialog is data, so that it can
//! be tested, drawn and left half-way.

use crate::analysis::findings::quote::Quote;
use crate::analysis::findings::{Item, Side};
use crate::base::language::Message;
use crate::base::search::Finder;
use crate::study::answers::record::Slot;
use crate::study::index::{CaseIx, QuestionIx};
use crate::study::ledger::entry::{Head, Op, Round};
use crate::tui::keymap::{Action, Mode};
use crate::tui::list::Show;
use tui_input::Input;

/// What lies over the questions.
#[derive(Debug)]
pub enum Dialog {
    /// The whole case on one page, before it is finished.
    Summary {
        /// The line the cursor stands on.
        cursor: usize,
    },
    /// All questions with all counts.
    Tally {
        /// The first line shown.
        top: usize,
    },
    /// How far the review is, with the lists to walk through below.
    Progress {
        /// The line the cursor stands on.
        cursor: usize,
    },
    /// Every line of a question's history.
    History {
        /// The first line shown.
        top: usize,
    },
    /// How a spot check came out, difference by difference.
    Spot {
        /// The line the cursor stands on.
        cursor: usize,
    },
    /// What a command says.
    Output {
        /// The command as it was written.
        line: String,
        /// What it says, once it has run.
        text: Option<String>,
        /// Whether it was refused or has failed.
        failed: bool,
        /// The first line shown.
        top: usize,
    },
    /// Which key does what.
    Help {
        /// The mode whose keys it explains first.
        mode: Mode,
        /// The first line shown.
        top: usize,
        /// What lies under it, to come back to.
        over: Option<Box<Self>>,
    },
    /// A step of the tour, beside the questions that it is about.
    Tour {
        /// Which, from 0 on.
        step: usize,
        /// What is told when it is over.
        then: Option<Message>,
    },
    /// A list to choose from.
    Choose {
        /// What the choice is for.
        about: ListKind,
        /// The line the cursor stands on.
        cursor: usize,
    },
    /// A search with its hits.
    Find {
        /// What is searched.
        realm: SearchScope,
        /// What can be found there.
        finder: Finder<Hit>,
        /// What is looked for.
        input: Input,
        /// What was found, best first.
        hits: Vec<Hit>,
        /// The hit the cursor stands on.
        cursor: usize,
    },
    /// Something to write.
    Write {
        /// What it is for.
        field: Field,
        /// What is written so far.
        input: Input,
    },
}

/// What a choice from a list is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ListKind {
    /// The answers to the open question, of which some have no key.
    Answers,
    /// Which flag to set or take away.
    Flag,
    /// Why a colleague's case is taken over.
    Take,
    /// Which cases the list shows.
    Show,
    /// Where to jump: unsure answers and flags.
    Marks,
    /// The rules for the open question, and the cases to look at again.
    Rules,
    /// The texts that answer the open question.
    Spellings,
    /// What one of them, by its number, should count as.
    CountAs(u32),
    /// Strengths and development areas for the report.
    Strengths,
    /// Quotes for the report.
    Quotes,
    /// The differences between codings.
    Differences,
    /// Which document a quote is from.
    Source(Slot),
    /// What the coder has set for every study.
    Settings,
    /// The values of one of these, by its place.
    Values(usize),
    /// How alike the codings are, question by question.
    Agreement,
    /// The cases in which the coders differ on a question.
    Differing(QuestionIx),
}

/// What can be searched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SearchScope {
    /// Cases and questions.
    Study,
    /// What the program can do.
    Actions,
    /// The choices of the open question, of which there are too many for keys.
    Answers,
}

/// A hit of a search.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hit {
    /// A case.
    Case(CaseIx),
    /// A question.
    Question(QuestionIx),
    /// A choice of the open question, by its place.
    Answer(usize),
    /// Something to do.
    Action(Action),
    /// A command of the command line, by its name.
    Command(&'static str),
    /// The list of the comments behind the figures.
    Comments,
    /// Another round to code in.
    Round(Round),
    /// How one's newest spot check came out.
    Spot,
    /// The page of what the coder has set.
    Settings,
    /// The tour.
    Tour,
}

/// The commands that can be run while the study is open: those that change neither its cases nor its lines. What `plan`
/// changes is who codes which case: the study is opened anew after that.
pub const OFFERED: [&str; 12] =
    ["report", "export", "backup", "plan", "agree", "tally", "count", "status", "list", "compare", "verify", "seal"];

/// Whether the command of a name can be run while the study is open.
pub fn is_offered(name: &str) -> bool {
    OFFERED.contains(&name) || name == "settings"
}

/// What something written is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Field {
    /// The answer to the open question.
    Answer {
        /// Which of the texts written before is offered, if any are.
        pick: usize,
    },
    /// The text of a slot of the open case: a note, a quote, a bookmark, or why it cannot be
    /// reviewed; or a rule, which is of no case.
    Text {
        /// What is written.
        op: Op,
        /// On which question, if on one.
        question: Option<QuestionIx>,
        /// The own id of a quote or a rule; else empty.
        item: String,
        /// The text that it began with, as long as that stands.
        begun: Option<Begun>,
    },
    /// The name that a text answer should count under.
    Name(String),
    /// The number of the question to go to.
    Number,
    /// What to look for in the file of the case.
    InFile,
    /// How many cases to draw for a spot check.
    Cases,
    /// A command of the command line for the open study.
    Command,
}

/// A text that somebody writes on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Begun {
    /// The line that it stands in.
    pub line: Head,
    /// The text.
    pub text: String,
}

/// A choice of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Choice {
    /// An answer to the open question.
    Answer(usize),
    /// A flag.
    Flag(&'static str),
    /// What the manager was told of the case.
    Told,
    /// To answer in the discussion of the open question.
    Reply,
    /// To make a rule of what it has come to.
    Outcome,
    /// To end it.
    Settle,
    /// To leave things as they are.
    Nothing,
    /// A reason to take over.
    Take(&'static str),
    /// A selection of cases.
    Show(Show),
    /// A difference, by its place among all.
    Difference(usize),
    /// A marked place.
    Mark(Slot),
    /// A rule for the open question, or a new one.
    Rule(Option<Slot>),
    /// A case whose answer was given before the newest rule.
    Again(CaseIx),
    /// A text by its number, with how many answers there are.
    Spelling(u32, u32),
    /// To let a text count as another, both by their numbers; as 0 for as it is written.
    CountAs(u32, u32),
    /// To let a text count under a name that nobody has written.
    NewName(u32),
    /// What the following strengths and development areas are of: a unit, or all where it is empty.
    Group(String),
    /// A strength or development area.
    Item(Box<Item>),
    /// To add one of a unit, or of all, in one's own words.
    Own(Side, String),
    /// A quote.
    Quote(Box<Quote>),
    /// To pick a quote as from a document.
    Source(Box<Quote>, String),
    /// A question that is compared.
    Agreement(QuestionIx),
    /// A case in which the coders differ on a question.
    Differing(CaseIx, QuestionIx),
    /// A setting, by its place.
    Setting(usize),
    /// A value for it, by its place; behind the last one, none.
    Value(usize, usize),
    /// To open the study anew with what was set.
    Reopen,
}

impl Dialog {
    /// The mode whose keys apply while it lies there.
    pub fn mode(&self) -> Mode {
        match self {
            Self::Summary { .. } => Mode::Summary,
            Self::Tally { .. } => Mode::Tally,
            Self::Progress { .. }
            | Self::History { .. }
            | Self::Spot { .. }
            | Self::Output { .. }
            | Self::Help { .. }
            | Self::Tour { .. }
            | Self::Choose { .. } => Mode::List,
            Self::Find { .. } | Self::Write { .. } => Mode::Text,
        }
    }

    /// What is being written, also while the help lies over it.
    pub fn writing(&mut self) -> Option<(&mut Field, &mut Input)> {
        match self {
            Self::Write { field, input } => Some((field, input)),
            Self::Help { over, .. } => over.as_mut()?.writing(),
            _ => None,
        }
    }

    /// Whether text that is pasted belongs in it.
    pub fn input(&mut self) -> Option<&mut Input> {
        match self {
            Self::Find { input, .. } | Self::Write { input, .. } => Some(input),
            Self::Summary { .. }
            | Self::Tally { .. }
            | Self::Progress { .. }
            | Self::History { .. }
            | Self::Spot { .. }
            | Self::Output { .. }
            | Self::Help { .. }
            | Self::Tour { .. }
            | Self::Choose { .. } => None,
        }
    }
}
