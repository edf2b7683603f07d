//! What the model asks of the world.

use crate::study::ledger::entry::Draft;

/// Something to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Write this; answered by [`super::Msg::Recorded`] or [`super::Msg::NotSaved`].
    Record(Draft),
    /// Look which texts were taken away in other windows; answered by [`super::Msg::Gone`].
    Look,
    /// Run this command for the open study; answered by [`super::Msg::Ran`].
    Command(String),
    /// Stop until the user brings the program back.
    Suspend,
    /// Draw everything anew.
    Redraw,
    /// End the program.
    Quit,
}
