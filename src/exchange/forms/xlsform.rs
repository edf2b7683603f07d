//! XLSForm, the spreadsheet form of ODK, Kobo and others: read and written.
//!
//! What XLSForm has no word for stands in columns of our own, which other programs pass over: `aktkoll_role`,
//! `aktkoll_document` and the like.

mod choices;
mod column;
mod kind;
mod language;
mod list;
mod names;
mod question;
mod read;
mod settings;
#[cfg(test)]
mod tests;
mod write;

use super::workbook::Book;
pub use super::workbook::Form;
use super::{Exported, Imported, Wanted};
use crate::base::fault::{Fault, Faults, Result};
use crate::base::language::Message;
use crate::study::protocol::Protocol;

/// Reads a form.
pub fn import(file: &str, bytes: &[u8], wanted: &Wanted<'_>) -> Result<Imported> {
    let book = Book::read(file, bytes)?;
    let mut log = Log::default();
    let protocol = read::protocol(&book, wanted, &mut log);
    if log.faults.is_empty() {
        Ok(Imported { protocol, mapping: log.mapping, lost: log.lost })
    } else {
        // What could not be carried over may be why there is nothing left.
        Err(Faults([log.lost, log.faults].concat()))
    }
}

/// Writes a protocol as a form.
pub fn export(protocol: &Protocol, form: Form) -> Result<Exported> {
    let (book, lost) = write::book(protocol);
    Ok(Exported { bytes: book.write(form)?, lost })
}

/// What there is to tell about a form.
#[derive(Default)]
struct Log {
    /// How its parts were understood.
    mapping: Vec<Message>,
    /// What cannot be carried over.
    lost: Vec<Fault>,
    /// What is wrong in it.
    faults: Vec<Fault>,
}

impl Log {
    fn tell(&mut self, message: Message) {
        if !self.mapping.contains(&message) {
            self.mapping.push(message);
        }
    }

    /// Notes what cannot be carried over; what a group says is met once a question.
    fn lose(&mut self, fault: Fault) {
        if !self.lost.contains(&fault) {
            self.lost.push(fault);
        }
    }

    fn wrong(&mut self, fault: Fault) {
        self.faults.push(fault);
    }
}
