//! What passes between the run loop and its threads: events to the loop, orders to the one that saves.

use crate::base::fault::{Faults, Result};
use crate::base::files::named::Named;
use crate::study::ledger::entry::{Entry, Head};
use crate::study::ledger::left_out::LeftOut;
use crate::tui::Msg;
use crate::tui::effect::Recording;
use crate::tui::file_pane::Came;
use crate::tui::msg::Ran;

/// Something that happened in the world.
pub(crate) enum Event {
    Typed(Msg),
    /// Nothing more will be typed.
    Silent,
    Signal(i32),
    Saved(Result<Vec<Entry<'static>>>),
    Recovered(Faults),
    Closed(Result<()>),
    Foreign(News),
    Gone(Vec<Head>),
    Read(Came),
    Ran(Ran),
    /// What a path that was begun may become.
    Completed(String, Named),
}

/// What others have written since one last asked.
#[derive(Debug, Default)]
pub struct News {
    /// What they wrote.
    pub entries: Vec<Entry<'static>>,
    /// Whether that is all there is: what was told before does not stand.
    pub afresh: bool,
    /// The lines of this sitting whose text was taken away in another window, by segment and `h`.
    pub gone: Vec<(u32, Head)>,
    /// What could not be read.
    pub faults: Option<Faults>,
    /// What the figures lack from now on, where that has changed.
    pub left_out: Option<LeftOut>,
}

/// What the saving thread is asked to do.
pub(crate) enum Order {
    Save(Recording),
    Look,
    Seen(u64),
    Close(String, String),
}

/// What the thread that runs commands is asked to do.
pub(crate) enum Job {
    Run(String),
    Complete(String),
}
