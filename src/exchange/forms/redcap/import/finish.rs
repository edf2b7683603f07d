//! What is done with a dictionary once all of its rows are read.

use super::Import;
use crate::base::fault::{Fault, Faults, Result};
use crate::exchange::forms::Imported;
use crate::exchange::forms::extension_columns::{ExtensionFields, loaded, separated};
use crate::exchange::forms::redcap::sheet::{Column, Row};
use crate::exchange::forms::redcap::{days, kept, written};
use crate::msg;
use crate::study::protocol::Protocol;

impl Import {
    /// Checks the days that dates may have, unless the dictionary tells its checks itself.
    pub(crate) fn days(&mut self) {
        let rows: Vec<_> = self.protocol.questions.keys().zip(self.rows.iter().map(|(row, _)| row.clone())).collect();
        for (place, row) in rows {
            let checks = days::checks(&row, place, &self.protocol, &mut self.notices);
            if self.after.is_empty() {
                self.protocol.checks.extend(checks);
            }
        }
    }

    /// The protocol as the loader takes it. Tags that do not fit the dictionary any more are lost.
    pub(crate) fn finish(mut self, name: &str, first: &Row) -> Result<Imported> {
        if self.rows.is_empty() {
            let none = Fault::new(msg!("redcap-none")).in_file(name);
            return Err(Faults(self.losses.list.into_iter().chain([none]).collect()));
        }
        let mut protocol = match self.load(name, true, true) {
            Ok(protocol) => protocol,
            Err(faults) => self.unfit(name, faults)?,
        };
        if let Some(message) = separated(&mut protocol) {
            self.losses.on_line(1, message, None);
        }
        self.keep(&mut protocol, first);
        let (told, left) = self.notices.all();
        let mapping = [self.mapping, told].concat();
        Ok(Imported { protocol, mapping, lost: self.losses.list, left })
    }

    /// Keeps what the dictionary says that would not be written of the protocol alone.
    fn keep(&self, protocol: &mut Protocol, first: &Row) {
        let (record, rows) = written::rows(&protocol.as_written());
        let mut form = Vec::new();
        if !first.get(Column::Name).is_empty() {
            form = kept::kept(first, &record, &[]);
            if first.get(Column::Name) != record.get(Column::Name) {
                form.insert(0, (Column::Name.name().to_owned(), first.get(Column::Name).to_owned()));
            }
        }
        if !self.aside.is_empty() {
            form.push((kept::AFTER_ALL.to_owned(), kept::lines(&self.aside)));
        }
        protocol.form = form;
        let rows = self.rows.iter().zip(&self.before).zip(rows);
        for (question, (((row, _), before), written)) in protocol.questions.iter_mut().zip(rows) {
            question.form = kept::kept(row, &written, before);
        }
    }

    /// The protocol without the tags that do not fit.
    fn unfit(&mut self, name: &str, faults: Faults) -> Result<Protocol> {
        let cause = faults.0.into_iter().next().map(|fault| fault.message);
        if let Ok(protocol) = self.load(name, false, true) {
            self.losses.on_line(1, msg!("redcap-lost-after"), cause);
            return Ok(protocol);
        }
        let protocol = self.load(name, false, false)?;
        self.losses.on_line(1, msg!("redcap-lost-own"), cause);
        Ok(protocol)
    }

    fn load(&self, name: &str, after: bool, own: bool) -> Result<Protocol> {
        let none = ExtensionFields::default();
        let told = self.rows.iter().map(|(_, told)| if own { &told.fields } else { &none });
        loaded(&self.protocol, told, if after { &self.after } else { "" }, name)
    }
}
