//! What happens to the model.

use crate::base::fault::Faults;
use crate::base::files::named::Named;
use crate::study::ledger::entry::{Entry, Head};
use crate::study::ledger::left_out::LeftOut;
use crate::tui::file_pane::Came;
use crate::tui::key::Key;
use crate::tui::mouse::Mouse;
use std::time::Duration;

/// Something that happened.
#[derive(Debug, Clone, PartialEq)]
pub enum Msg {
    /// A key was pressed.
    Key {
        /// Which.
        key: Key,
        /// How long after the same key, if that was the last one.
        after: Option<Duration>,
    },
    /// A key that is held down came again, as the terminal tells.
    Repeat(Key),
    /// Esc and a key came at once: that key with Alt, or the one after the other.
    Escaped(Key),
    /// Something was done with a mouse.
    Mouse {
        /// What and where.
        mouse: Mouse,
        /// How long after the last press of its button, if there was one.
        after: Option<Duration>,
    },
    /// A text was pasted.
    Paste(String),
    /// After a key that was pressed again nothing was typed for longer than a keyboard takes to repeat it.
    Quiet,
    /// Something was typed or said that is no key.
    Unheard(Unheard),
    /// That is over.
    Heard,
    /// The screen has this size now.
    Resized {
        /// Its columns.
        columns: u16,
        /// Its rows.
        rows: u16,
    },
    /// What was to be recorded is on disk.
    Recorded(Vec<Entry<'static>>),
    /// Something went wrong with the ledger and was overcome: all is saved.
    Recovered(Faults),
    /// What was to be recorded could not be saved.
    NotSaved(Faults),
    /// Others have written something.
    Foreign {
        /// What they wrote.
        entries: Vec<Entry<'static>>,
        /// What could not be read.
        faults: Option<Faults>,
        /// What the figures lack from now on, where that has changed.
        left_out: Option<LeftOut>,
    },
    /// Something that counted was never acknowledged, or a text was taken away: everything but this sitting's own lines,
    /// read once more.
    Reloaded {
        /// All of it.
        entries: Vec<Entry<'static>>,
        /// The lines of this sitting whose text was taken away, by segment and `h`.
        gone: Vec<(u32, Head)>,
        /// What could not be read.
        faults: Option<Faults>,
        /// What the figures lack from now on, where that has changed.
        left_out: Option<LeftOut>,
    },
    /// The texts of these lines were taken away in other windows.
    Gone(Vec<Head>),
    /// A document of a case's file has come.
    Read(Came),
    /// A command has run.
    Ran(Ran),
    /// What a path that was begun may become.
    Completed {
        /// As it was begun.
        begun: String,
        /// What there is.
        named: Named,
    },
    /// A save has been under way for so long.
    Waited {
        /// Whole seconds.
        seconds: u64,
    },
    /// The program runs again after it was suspended.
    Resumed,
    /// It was to be suspended, and nobody is there to bring it back.
    NotSuspended,
}

/// What a command said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ran {
    /// The command as it was written.
    pub line: String,
    /// What it said: its result, or what went wrong.
    pub text: String,
    /// Whether it was refused or has failed.
    pub failed: bool,
}

/// Why something is no key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unheard {
    /// The terminal says something that has not ended: until it has, for some seconds, or until Esc, no key is heard.
    Open,
    /// What came may be said by the terminal: it waits for some seconds. Esc drops it.
    Waiting,
    /// It was too long and is dropped.
    Dropped,
    /// One key may have been the end of what the terminal says.
    Doubtful,
    /// A character is not of the terminal's encoding.
    Unreadable,
}
