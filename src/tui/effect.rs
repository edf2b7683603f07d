//! What the model asks of the world.

use crate::ledger::entry::Draft;

/// Something to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// A line is to be written; [`super::msg::Msg::Recorded`] or [`super::msg::Msg::NotSaved`] answers.
    Record(Draft),
    /// The program is to be stopped, as by Ctrl-Z; [`super::msg::Msg::Resumed`] follows.
    Suspend,
    /// The program is to end.
    Quit,
}
