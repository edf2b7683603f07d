//! What reaches the model from the world.

use crate::fault::Faults;
use crate::key::Key;
use crate::ledger::entry::Entry;

/// Something that happened.
#[derive(Debug)]
pub enum Msg {
    /// A key was pressed.
    Key {
        /// Which.
        key: Key,
        /// Whether it is being held down.
        held: bool,
    },
    /// Text was pasted.
    Paste(String),
    /// The terminal has a new size.
    Resized {
        /// Its columns.
        columns: u16,
        /// Its rows.
        rows: u16,
    },
    /// A line is on disk.
    Recorded(Entry<'static>),
    /// A line could not be written.
    NotSaved(Faults),
    /// Others wrote, or their ledgers could not be read.
    Foreign {
        /// What they wrote.
        entries: Vec<Entry<'static>>,
        /// What is wrong with their ledgers.
        faults: Option<Faults>,
    },
    /// A line has been on its way to the disk for this long.
    Waited {
        /// In whole seconds.
        seconds: u64,
    },
    /// The program was stopped and goes on.
    Resumed,
}
