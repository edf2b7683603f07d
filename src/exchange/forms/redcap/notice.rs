//! What is said of a dictionary once for all of its fields.

use super::sheet::{Column, Losses, Row};
use crate::base::fault::Fault;
use crate::base::language::Message;
use crate::exchange::forms::left::Alike;

/// What is said of fields that stay, and of those that are left out, kind by kind.
#[derive(Debug, Default)]
pub(crate) struct Notices {
    told: Alike,
    left: Alike,
}

impl Notices {
    /// Says something of a field that stays.
    pub(crate) fn tell(&mut self, row: &Row, message: Message) {
        self.told.add(Fault::new(message), &row.get(Column::Name));
    }

    /// Says that a field is left out.
    pub(crate) fn leave(&mut self, row: &Row, message: Message, losses: &Losses) {
        self.left.add(losses.at(row.line, message, None), &row.get(Column::Name));
    }

    /// A message for each kind that stays, and a fault for each that is left out.
    pub(crate) fn all(self) -> (Vec<Message>, Vec<Fault>) {
        (self.told.messages(), self.left.whole())
    }
}
