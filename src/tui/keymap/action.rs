//! What a key can do, and in which modes.

use super::Mode;
use crate::study::protocol::Role;
use Mode::{Code, List, Summary, Tally, Text};

/// What a key does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Action {
    /// Answers the question by role.
    Answer(Role),
    /// Moves up one line.
    Up,
    /// Moves down one line.
    Down,
    /// Moves left.
    Left,
    /// Moves right.
    Right,
    /// Moves up one page.
    PageUp,
    /// Moves down one page.
    PageDown,
    /// Goes to the first line.
    First,
    /// Goes to the last line.
    Last,
    /// Goes to the next case.
    NextCase,
    /// Goes to the case before.
    PreviousCase,
    /// Moves between the case list and the questions.
    Focus,
    /// Goes to the next open question, or finishes the case.
    Next,
    /// Opens what the cursor is on.
    Open,
    /// Makes the question unanswered again.
    Clear,
    /// Comments on this question.
    Note,
    /// Comments on the answer just given.
    NoteLast,
    /// Comments on the case.
    NoteCase,
    /// Quotes the file.
    Quote,
    /// Marks the answer just given as unsure.
    Unsure,
    /// Sets or clears a flag.
    Flag,
    /// Notes how far the file is read.
    Bookmark,
    /// Undoes the last act.
    Undo,
    /// Does it again.
    Redo,
    /// Goes to the next gap.
    Gap,
    /// Finds a case or a question.
    Find,
    /// Goes to a question by its number.
    Number,
    /// Shows the tallies on the whole screen.
    Tallies,
    /// Chooses when the tallies are shown: always, after the case, never.
    TalliesShown,
    /// Shows how far the review is, with lists to walk through.
    Progress,
    /// Shows how alike the codings are.
    Agreement,
    /// Tallies by unit or by sex.
    View,
    /// Draws cases for a spot check, goes on with it, or shows how it came out.
    Spot,
    /// Shows what was done with this question.
    History,
    /// Shows the coding rules of the question, to add one or to look at cases again.
    Rule,
    /// Lists the texts that answer the question, to let several count as one.
    Spellings,
    /// Lists strengths and development areas for the report.
    Strengths,
    /// Lists the quotes, to pick some for the report.
    Quotes,
    /// Settles the differences between codings, or lists them.
    Differences,
    /// Takes the first coding's answer for the joint one.
    FirstAnswer,
    /// Takes the second coding's answer for the joint one.
    SecondAnswer,
    /// Takes a strength or development area out of the report.
    Strike,
    /// Opens one's own quote to reword it.
    Reword,
    /// Does something with the file of the case.
    File(InFile),
    /// Sets the case aside: it cannot be reviewed.
    Drop,
    /// Adds an entry to the open repeat.
    AddEntry,
    /// Takes the open entry out.
    RemoveEntry,
    /// Takes over a colleague's case.
    Take,
    /// Lists what is unsure or flagged, to jump there.
    Marks,
    /// Narrows the case list.
    Filter,
    /// Orders the questions by file or by document.
    Order,
    /// Finds a command by name.
    Palette,
    /// Shows what the keys do here.
    Help,
    /// Goes back.
    Back,
    /// Draws everything anew.
    Redraw,
    /// Quits.
    Quit,
    /// Suspends the program.
    Suspend,
    /// Saves the text.
    Save,
    /// Takes the text that was written before.
    Complete,
    /// Starts a new line.
    Newline,
    /// Replaces what may be a name by X.
    Mask,
}

/// What can be done with the file of a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum InFile {
    /// Shows it: beside the questions, whole, not at all.
    Show,
    /// Moves half a page down.
    Down,
    /// Moves half a page up.
    Up,
    /// Moves a line down.
    LineDown,
    /// Moves a line up.
    LineUp,
    /// Shows the next document of the case.
    NextDocument,
    /// Looks for something in it.
    Find,
    /// Goes to the next place where it stands.
    NextHit,
    /// Goes to the place before.
    PreviousHit,
    /// Marks lines, to be noted with the answer.
    Mark,
    /// Goes to where the answer was found.
    Evidence,
    /// Folds a part of it, or unfolds that.
    Fold,
    /// Shows a record as it is written.
    Raw,
}

const ALL: &[Mode] = &[Code, Summary, Tally, List, Text];
const CASES: &[Mode] = &[Code, Summary];
const LINES: &[Mode] = &[Code, Summary, Tally, List];
const MOVES: &[Mode] = ALL;
const PAGES: &[Mode] = &[Tally, List, Text];

/// An action, its name in files, the modes it has a meaning in, and the catalogue's key of its help.
type Row = (Action, &'static str, &'static [Mode], &'static str);

impl Action {
    /// Every action, in the order in which help shows them.
    pub const ALL: [Row; 77] = [
        (Self::Answer(Role::Yes), "answer yes", &[Code], "action-answer-yes"),
        (Self::Answer(Role::Partly), "answer partly", &[Code], "action-answer-partly"),
        (Self::Answer(Role::No), "answer no", &[Code], "action-answer-no"),
        (Self::Answer(Role::Na), "answer na", &[Code], "action-answer-na"),
        (Self::Answer(Role::Unknown), "answer unknown", &[Code], "action-answer-unknown"),
        (Self::Clear, "clear", &[Code], "action-clear"),
        (Self::Next, "next", CASES, "action-next"),
        (Self::Save, "save", &[Text], "action-save"),
        (Self::Complete, "complete", &[Text], "action-complete"),
        (Self::Newline, "newline", &[Text], "action-newline"),
        (Self::Mask, "mask", &[Text], "action-mask"),
        (Self::Up, "up", MOVES, "action-up"),
        (Self::Down, "down", MOVES, "action-down"),
        (Self::Left, "left", &[Code, Tally], "action-left"),
        (Self::Right, "right", &[Code, Tally], "action-right"),
        (Self::PageUp, "page-up", PAGES, "action-page-up"),
        (Self::PageDown, "page-down", PAGES, "action-page-down"),
        (Self::First, "first", MOVES, "action-first"),
        (Self::Last, "last", MOVES, "action-last"),
        (Self::PreviousCase, "previous-case", CASES, "action-previous-case"),
        (Self::NextCase, "next-case", CASES, "action-next-case"),
        (Self::Focus, "focus", &[Code, List], "action-focus"),
        (Self::Open, "open", LINES, "action-open"),
        (Self::Note, "note", &[Code], "action-note"),
        (Self::NoteLast, "note-last", CASES, "action-note-last"),
        (Self::NoteCase, "note-case", CASES, "action-note-case"),
        (Self::Quote, "quote", &[Code], "action-quote"),
        (Self::Unsure, "unsure", CASES, "action-unsure"),
        (Self::Flag, "flag", CASES, "action-flag"),
        (Self::Bookmark, "bookmark", CASES, "action-bookmark"),
        (Self::Undo, "undo", CASES, "action-undo"),
        (Self::Redo, "redo", CASES, "action-redo"),
        (Self::Gap, "gap", CASES, "action-gap"),
        (Self::Find, "find", CASES, "action-find"),
        (Self::Number, "number", &[Code], "action-number"),
        (Self::Tallies, "tallies", CASES, "action-tallies"),
        (Self::TalliesShown, "tallies-shown", &[Code, Tally], "action-tallies-shown"),
        (Self::Progress, "progress", CASES, "action-progress"),
        (Self::Agreement, "agreement", CASES, "action-agreement"),
        (Self::Spot, "spot", CASES, "action-spot"),
        (Self::View, "view", &[Code, Tally], "action-view"),
        (Self::History, "history", &[Code], "action-history"),
        (Self::Rule, "rule", &[Code], "action-rule"),
        (Self::Spellings, "spellings", &[Code], "action-spellings"),
        (Self::Strengths, "strengths", CASES, "action-strengths"),
        (Self::Quotes, "quotes", CASES, "action-quotes"),
        (Self::Differences, "differences", CASES, "action-differences"),
        (Self::FirstAnswer, "first-answer", &[Code], "action-first-answer"),
        (Self::SecondAnswer, "second-answer", &[Code], "action-second-answer"),
        (Self::Strike, "strike", &[List], "action-strike"),
        (Self::Reword, "reword", &[List], "action-reword"),
        (Self::AddEntry, "add-entry", &[Code], "action-add-entry"),
        (Self::RemoveEntry, "remove-entry", &[Code], "action-remove-entry"),
        (Self::Drop, "drop", CASES, "action-drop"),
        (Self::Take, "take", &[Code], "action-take"),
        (Self::Marks, "marks", CASES, "action-marks"),
        (Self::Filter, "filter", &[Code], "action-filter"),
        (Self::Order, "order", &[Code], "action-order"),
        (Self::File(InFile::Show), "file", &[Code], "action-file"),
        (Self::File(InFile::Down), "file-down", &[Code], "action-file-down"),
        (Self::File(InFile::Up), "file-up", &[Code], "action-file-up"),
        (Self::File(InFile::LineDown), "file-line-down", &[Code], "action-file-line-down"),
        (Self::File(InFile::LineUp), "file-line-up", &[Code], "action-file-line-up"),
        (Self::File(InFile::NextDocument), "next-document", &[Code], "action-next-document"),
        (Self::File(InFile::Find), "find-in-file", &[Code], "action-find-in-file"),
        (Self::File(InFile::NextHit), "next-hit", &[Code], "action-next-hit"),
        (Self::File(InFile::PreviousHit), "previous-hit", &[Code], "action-previous-hit"),
        (Self::File(InFile::Mark), "mark-lines", &[Code], "action-mark-lines"),
        (Self::File(InFile::Evidence), "show-evidence", &[Code], "action-show-evidence"),
        (Self::File(InFile::Fold), "fold", &[Code], "action-fold"),
        (Self::File(InFile::Raw), "raw", &[Code], "action-raw"),
        (Self::Palette, "palette", &[Code, Summary, Tally], "action-palette"),
        (Self::Help, "help", ALL, "action-help"),
        (Self::Back, "back", ALL, "action-back"),
        (Self::Suspend, "suspend", ALL, "action-suspend"),
        (Self::Redraw, "redraw", ALL, "action-redraw"),
        (Self::Quit, "quit", &[Code, Summary, Tally], "action-quit"),
    ];

    /// The action with a name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, known, ..)| *known == name).map(|(action, ..)| *action)
    }

    /// Its name in files.
    pub fn name(self) -> &'static str {
        self.row().map_or("", |(_, name, ..)| name)
    }

    /// The catalogue's key of its help.
    pub fn help(self) -> &'static str {
        self.row().map_or("", |(.., help)| help)
    }

    /// The modes in which it has a meaning.
    pub fn modes(self) -> &'static [Mode] {
        self.row().map_or(&[], |(_, _, modes, _)| modes)
    }

    fn row(self) -> Option<&'static Row> {
        Self::ALL.iter().find(|(action, ..)| *action == self)
    }
}
