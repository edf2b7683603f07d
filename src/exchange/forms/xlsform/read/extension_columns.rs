//! What columns of our own tell: computed questions, the tables of the report, times.

use super::Reading;
use crate::base::fault::Fault;
use crate::exchange::forms::extension_columns::{ExtensionFields, loaded, separated};
use crate::exchange::forms::xlsform::column::DERIVED;
use crate::exchange::forms::xlsform::column::Line;
use crate::exchange::forms::xlsform::kind::Type;
use crate::msg;
use crate::study::protocol::Protocol;

impl<'a> Reading<'a> {
    /// A question whose answer is computed.
    pub(crate) fn derived(&mut self, line: Line<'a>, name: String) {
        let Some(told) = ExtensionFields::read(&line.get(DERIVED), &[]) else {
            self.log.lose(line.fault(msg!("xlsform-derived"), DERIVED));
            self.names.add(name, None);
            return;
        };
        let list = line.get("aktkoll_list");
        let kind = match told.get("kind") {
            _ if !list.is_empty() => Type::Choice { list, several: false, other: false },
            Some("\"date\"") => Type::Date,
            Some("\"text\"") => Type::Text,
            _ => Type::Number { whole: false, percent: false },
        };
        self.asked(line, &name, &kind, told);
    }

    /// The protocol with what is told; what does not fit the form any more is noted.
    pub(crate) fn whole(mut self, tables: &str, file: &str) -> Protocol {
        self.drop_empty_repeats();
        let plain = self.told.iter().all(ExtensionFields::is_empty)
            && self.protocol.questions.iter().all(|question| question.time.is_none())
            && self.protocol.repeats.is_empty();
        if !self.log.faults.is_empty() || plain && tables.is_empty() {
            return self.protocol;
        }
        let read = |tables: &str| loaded(&self.protocol, self.told.iter(), tables, file);
        let mut protocol = read(tables).unwrap_or_else(|faults| {
            if !self.protocol.repeats.is_empty() && read("").is_err() {
                // Without its places there is no protocol: nothing can be given up.
                faults.0.into_iter().for_each(|fault| self.log.wrong(Fault { place: None, ..fault }.in_file(file)));
                return self.protocol.clone();
            }
            let (message, protocol) = match read("") {
                Ok(protocol) => (msg!("xlsform-own-tables"), protocol),
                Err(_) => (msg!("xlsform-own-derived"), self.protocol.clone()),
            };
            let cause = faults.0.into_iter().next().map(|fault| fault.message);
            self.log.lose(Fault { hint: cause, ..Fault::new(message).in_file(file) });
            protocol
        });
        if let Some(message) = separated(&mut protocol) {
            self.log.lose(Fault::new(message).in_file(file));
        }
        protocol
    }
}
