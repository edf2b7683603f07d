//! XLSForm, the spreadsheet form of ODK, Kobo and others: read and written.
//!
//! What XLSForm has no word for stands in columns of our own, which other programs pass over: `aktkoll_role`,
//! `aktkoll_document` and the like.

mod choices;
mod column;
mod constraint;
mod kind;
mod language;
mod list;
mod names;
mod question;
mod range;
mod read;
mod settings;
#[cfg(test)]
mod tests;
mod write;

use super::left::Alike;
use super::workbook::Book;
pub use super::workbook::Form;
use super::{Exported, Imported, Wanted};
use crate::base::fault::{Fault, Faults, Result};
use crate::base::language::Message;
use crate::study::protocol::Protocol;
use column::Line;

/// Reads a form.
pub fn import(file: &str, bytes: &[u8], wanted: &Wanted<'_>) -> Result<Imported> {
    let book = Book::read(file, bytes)?;
    let mut log = Log::default();
    let protocol = read::protocol(&book, wanted, &mut log);
    if log.faults.is_empty() {
        Ok(log.imported(protocol))
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
    /// How parts were understood that are many and alike.
    alike: Alike,
    /// What cannot be carried over.
    lost: Vec<Fault>,
    /// What is left out, cell by cell, while all else keeps its meaning.
    left: Vec<Fault>,
    /// The same where it is many and alike.
    left_alike: Alike,
    /// What is wrong in it.
    faults: Vec<Fault>,
    /// The fields that texts name, each with what is to be said where there is no such question.
    piped: Vec<(String, Fault)>,
}

impl Log {
    fn tell(&mut self, message: Message) {
        if !self.mapping.contains(&message) {
            self.mapping.push(message);
        }
    }

    /// Tells of a row what is told once for all rows of which it is true.
    fn tell_alike(&mut self, line: &Line<'_>, message: Message) {
        self.alike.add(Fault::new(message), &line.row.number);
    }

    /// Notes a cell that is left out while all else keeps its meaning.
    fn leave(&mut self, fault: Fault) {
        if !self.left.contains(&fault) {
            self.left.push(fault);
        }
    }

    /// Notes what a row has that is left out wherever it is met, told once.
    fn leave_alike(&mut self, line: &Line<'_>, message: Message, column: &str) {
        self.left_alike.add(line.fault(message, column), &line.row.number);
    }

    /// The protocol with all that there is to tell.
    fn imported(self, protocol: Protocol) -> Imported {
        let mapping = [self.mapping, self.alike.messages()].concat();
        let left = [self.left_alike.faults(), self.left].concat();
        Imported { protocol, mapping, lost: self.lost, left }
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
