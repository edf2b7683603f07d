//! What happens to the model.

use crate::base::fault::Faults;
use crate::study::ledger::entry::Entry;
use crate::tui::key::Key;

/// Something that happened.
#[derive(Debug, Clone, PartialEq)]
pub enum Msg {
    /// A key was pressed.
    Key {
        /// Which.
        key: Key,
        /// Whether it is being held down.
        held: bool,
    },
    /// A text was pasted.
    Paste(String),
    /// The screen has this size now.
    Resized {
        /// Its columns.
        columns: u16,
        /// Its rows.
        rows: u16,
    },
    /// What was to be recorded is on disk.
    Recorded(Box<Entry<'static>>),
    /// Something went wrong with the ledger and was overcome: all is saved.
    Overcome(Faults),
    /// What was to be recorded could not be saved.
    NotSaved(Faults),
    /// Others have written something.
    Foreign {
        /// What they wrote.
        entries: Vec<Entry<'static>>,
        /// What could not be read.
        faults: Option<Faults>,
    },
    /// Something that counted was never acknowledged: everything but this sitting's own lines, read once more.
    Afresh {
        /// All of it.
        entries: Vec<Entry<'static>>,
        /// What could not be read.
        faults: Option<Faults>,
    },
    /// A save has been under way for so long.
    Waited {
        /// Whole seconds.
        seconds: u64,
    },
    /// The program runs again after it was suspended.
    Resumed,
}
