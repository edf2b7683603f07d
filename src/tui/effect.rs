//! What the model asks of the world.

use crate::study::ledger::entry::Draft;
use crate::tui::file_pane::Wanted;

/// What is to be written at once: all of it or nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recording {
    /// Lines that stand before it, so that it is never there without them: where an answer was found, or the answers that
    /// move with an entry.
    pub before: Vec<Draft>,
    /// The line that the screen goes on from.
    pub draft: Draft,
}

impl Recording {
    /// Its lines in the order in which they are written.
    pub fn drafts(&self) -> impl Iterator<Item = &Draft> {
        self.before.iter().chain([&self.draft])
    }
}

impl From<Draft> for Recording {
    fn from(draft: Draft) -> Self {
        Self { before: Vec::new(), draft }
    }
}

/// Something to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Write this; answered by [`super::Msg::Recorded`] or [`super::Msg::NotSaved`].
    Record(Recording),
    /// Look which texts were taken away in other windows; answered by [`super::Msg::Gone`].
    Look,
    /// Read a document of a case's file; answered by [`super::Msg::Read`].
    Read(Wanted),
    /// Run this command for the open study; answered by [`super::Msg::Ran`].
    Command(String),
    /// Look what a path that was begun may become; answered by [`super::Msg::Completed`].
    Complete(String),
    /// Stop until the user brings the program back.
    Suspend,
    /// Draw everything anew.
    Redraw,
    /// End the program.
    Quit,
}
