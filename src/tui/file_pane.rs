//! The file of the open case beside its questions: which of its documents is shown, and where one is in it.
//!
//! The text is in memory for as long as it is shown, and nothing of it goes into the study: only a coder's own words do,
//! and where an answer was found.

mod position;

use crate::base::fault::Faults;
use crate::exchange::documents::{Document, Heading};
use crate::study::index::{CaseIx, QuestionIx};
use crate::study::ledger::evidence::Evidence;
use std::cell::RefCell;
use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::Arc;

pub use position::{Place, Rows};

/// How much of the screen the file has.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Extent {
    /// Nothing.
    #[default]
    Off,
    /// A half of it, beside the questions; above the open one where there is no room beside.
    Beside,
    /// All but the open question and its choices.
    Whole,
}

/// From so many columns on it stands beside the questions.
pub(crate) const BESIDE: u16 = 100;

/// The columns of who speaks, in a conversation.
const SPEAKER: usize = 13;

/// The rows and columns of the text itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Room {
    /// The columns of its rows, without the marks before them.
    pub columns: usize,
    /// How many of them show.
    pub rows: usize,
}

/// A document that is wanted from the place where the files lie.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// Of which case.
    pub case: CaseIx,
    /// The case by its id.
    pub case_id: String,
    /// Which of its documents, from 0 on.
    pub index: usize,
}

/// What came of it.
#[derive(Debug, Clone)]
pub struct Came {
    /// What was wanted.
    pub wanted: Wanted,
    /// The documents of the case.
    pub headings: Vec<Heading>,
    /// The one that was wanted, or why it cannot be shown; nothing where the case has none.
    pub document: Option<Result<Arc<Document>, Faults>>,
}

/// The same document came, not one that reads the same.
impl PartialEq for Came {
    fn eq(&self, other: &Self) -> bool {
        let is_same = match (&self.document, &other.document) {
            (Some(Ok(one)), Some(Ok(other))) => Arc::ptr_eq(one, other),
            (Some(Err(one)), Some(Err(other))) => one == other,
            (None, None) => true,
            _ => false,
        };
        is_same && self.wanted == other.wanted
    }
}

/// Where one goes as soon as the document is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Seek {
    /// To where an answer was found.
    Evidence(Evidence),
    /// To the first hit.
    FirstHit,
    /// To the last hit.
    LastHit,
}

/// In which lines of a document something is that is looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted {
    /// What was looked through, and what for.
    pub of: Looked,
    /// The lines, in their order.
    pub lines: Vec<usize>,
    /// Whether all of it was looked through.
    pub is_all: bool,
}

/// A document, and what is looked for in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Looked {
    /// The case, the document by its place, and the question whose words are looked for.
    pub at: (CaseIx, usize, QuestionIx),
    /// Whether the document shows as it is written.
    pub is_raw: bool,
    /// What somebody looks for in place of these words, folded.
    pub query: Option<String>,
}

/// The pane's own state.
#[derive(Debug, Default)]
pub struct FilePane {
    /// Whether somebody has said where the files lie.
    pub has_source: bool,
    /// How much of the screen it has.
    pub extent: Extent,
    /// What came last.
    came: Option<Came>,
    /// What was asked for last, whether or not it has come.
    asked: Option<(CaseIx, usize)>,
    /// Which document of a case is shown, where it is not the first.
    indices: HashMap<CaseIx, usize>,
    /// Where one is in each document.
    places: HashMap<(CaseIx, usize), Place>,
    /// What was marked in the file of the open case: where the next answer was found.
    pub marked: Vec<Evidence>,
    /// Where the lines begin that are being marked.
    pub begun: Option<usize>,
    /// What is looked for in the file, folded; nothing where nobody looks for anything.
    pub query: Option<String>,
    /// Where what is looked for is in the document that is shown.
    pub counted: Option<Counted>,
    /// The question whose words are walked through.
    pub walked: Option<(CaseIx, QuestionIx)>,
    /// Where one goes as soon as the document is there.
    pub seek: Option<Seek>,
    /// The first lines of what is unfolded in the document that is shown.
    unfolded: HashSet<usize>,
    /// Whether a record shows as it is written.
    pub is_raw: bool,
}

impl FilePane {
    /// Whether it has any of the screen.
    pub fn is_open(&self) -> bool {
        self.has_source && self.extent != Extent::Off
    }

    /// Which document of a case is shown.
    pub fn index(&self, case: CaseIx) -> usize {
        self.indices.get(&case).copied().unwrap_or(0)
    }

    /// The documents of a case, where it is known which it has.
    pub fn headings(&self, case: CaseIx) -> &[Heading] {
        self.came.as_ref().filter(|came| came.wanted.case == case).map_or(&[], |came| &came.headings)
    }

    /// What came of the document that is shown of a case, if anything did yet.
    pub fn came(&self, case: CaseIx) -> Option<&Came> {
        self.came.as_ref().filter(|came| (came.wanted.case, came.wanted.index) == (case, self.index(case)))
    }

    /// The document as it is kept, by whose lines evidence is told.
    pub fn whole(&self, case: CaseIx) -> Option<&Document> {
        self.came(case)?.document.as_ref()?.as_ref().ok().map(Arc::as_ref)
    }

    /// The text that is shown of a case: its document, or the record as it is written.
    pub fn text(&self, case: CaseIx) -> Option<&Document> {
        let whole = self.whole(case)?;
        Some(whole.raw().filter(|_| self.is_raw).unwrap_or(whole))
    }

    /// The columns of who speaks in the text that is shown of a case: none where it is no conversation.
    pub fn margin(&self, case: CaseIx) -> usize {
        let text = self.text(case).filter(|text| !text.is_empty());
        if text.is_some_and(|text| !text.line(0).margin.is_empty()) { SPEAKER } else { 0 }
    }

    /// Where one is in the document that is shown of a case.
    pub fn place(&self, case: CaseIx) -> Place {
        self.places.get(&(case, self.index(case))).copied().unwrap_or_default()
    }

    /// Moves to a place in it.
    pub(crate) fn go(&mut self, case: CaseIx, place: Place) {
        self.places.insert((case, self.index(case)), place);
    }

    /// Shows another document of a case.
    pub(crate) fn show(&mut self, case: CaseIx, index: usize) {
        if index != self.index(case) {
            self.begun = None;
            (self.is_raw, self.unfolded) = (false, HashSet::new());
        }
        self.indices.insert(case, index);
    }

    /// What is to be asked for now, for the case that is open; once.
    pub(crate) fn wanted(&mut self, case: CaseIx) -> Option<usize> {
        let now = (case, self.index(case));
        if !self.is_open() || self.asked == Some(now) {
            return None;
        }
        self.asked = Some(now);
        Some(now.1)
    }

    /// Takes in what came, unless something else is asked for by now.
    pub(crate) fn take_in(&mut self, came: Came) -> bool {
        let is_meant = self.asked == Some((came.wanted.case, came.wanted.index));
        if is_meant {
            self.came = Some(came);
        }
        is_meant
    }

    /// Another case is opened: what was marked and looked at in this one is over. How much was marked is returned.
    pub(crate) fn leave_case(&mut self, case: CaseIx) -> usize {
        let left = self.marks(case).len();
        self.forget_marks();
        (self.is_raw, self.unfolded, self.seek) = (false, HashSet::new(), None);
        left
    }

    /// What was marked is over.
    pub(crate) fn forget_marks(&mut self) {
        (self.marked, self.begun) = (Vec::new(), None);
    }

    /// The lines that are being marked, up to the one that one is at.
    pub fn being_marked(&self, case: CaseIx) -> Option<Range<usize>> {
        let (begun, here) = (self.begun?, self.place(case).here);
        Some(begun.min(here)..begun.max(here) + 1)
    }

    /// Begins to mark lines, or ends it.
    pub(crate) fn mark(&mut self, case: CaseIx) {
        match self.being_found(case) {
            Some(found) => {
                if !self.marked.contains(&found) {
                    self.marked.push(found);
                }
                self.begun = None;
            }
            None => self.begun = Some(self.place(case).here),
        }
    }

    /// The lines that are being marked, as the ledger says them.
    fn being_found(&self, case: CaseIx) -> Option<Evidence> {
        let (lines, document) = (self.being_marked(case)?, self.whole(case)?);
        Some(Evidence {
            document: document.heading.key.clone(),
            first: lines.start + 1,
            last: lines.end,
            print: document.print().to_owned(),
            extractor: document.extractor.clone(),
        })
    }

    /// All that is marked in the file of a case, the lines that are being marked with it.
    pub fn marks(&self, case: CaseIx) -> Vec<Evidence> {
        self.marked.iter().cloned().chain(self.being_found(case)).collect()
    }

    /// Whether a line of the document that is shown is marked.
    pub fn is_marked(&self, case: CaseIx, line: usize) -> bool {
        let Some(document) = self.whole(case).filter(|_| !self.is_raw) else { return false };
        let is_here = |found: &&Evidence| found.document == document.heading.key;
        self.marked.iter().filter(is_here).any(|found| found.lines().contains(&line))
            || self.being_marked(case).is_some_and(|lines| lines.contains(&line))
    }

    /// The lines of the text that are shown.
    pub fn rows<'a>(&'a self, text: &'a Document, columns: usize) -> Rows<'a> {
        Rows { text, columns, unfolded: &self.unfolded, last: RefCell::new(None) }
    }

    /// Unfolds what is folded at a line, or folds it again; whether there is anything.
    pub(crate) fn fold(&mut self, case: CaseIx, line: usize) -> Option<usize> {
        let text = self.text(case)?;
        let first = text.folds().iter().find(|fold| fold.contains(&line))?.start;
        if !self.unfolded.remove(&first) {
            self.unfolded.insert(first);
        }
        Some(first)
    }

    /// Unfolds what a line is hidden in.
    pub(crate) fn reveal(&mut self, case: CaseIx, line: usize) {
        let first = |text: &Document| text.folds().iter().find(|fold| fold.contains(&line)).map(|fold| fold.start);
        if let Some(first) = self.text(case).and_then(first).filter(|first| *first != line) {
            self.unfolded.insert(first);
        }
    }

    /// Every place that is known, to be kept for the next sitting.
    pub fn places(&self) -> impl Iterator<Item = ((CaseIx, usize), Place)> + '_ {
        self.places.iter().map(|(at, place)| (*at, *place))
    }

    /// Takes up where one was in the documents of a case, and which of them was shown.
    pub fn take_up(&mut self, case: CaseIx, shown: usize, places: impl IntoIterator<Item = ((CaseIx, usize), Place)>) {
        self.indices.insert(case, shown);
        self.places.extend(places);
    }
}
