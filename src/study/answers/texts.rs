//! The free texts that coders have written: comments, quotes, bookmarks, reasons and rules.

use super::Answers;
use super::record::Record;
use crate::study::ledger::entry::{BLANKED, Head, Round};
use std::collections::HashMap;

impl Answers {
    /// The coders who have written anything.
    pub fn coders(&self) -> impl Iterator<Item = &str> {
        self.coders.numbers().map(|coder| self.coder_name(coder))
    }

    /// The text of a line, whatever file it stands in.
    pub fn text_of(&self, line: Head) -> Option<&str> {
        self.records.iter().find(|record| self.is_named(record, line)).map(|record| self.text(record.value))
    }

    /// Whether the text of a line was taken away.
    pub fn is_blanked(&self, line: Head) -> bool {
        self.text_of(line) == Some(BLANKED)
    }

    /// The texts that a coder has written, earlier wordings too, each once in its slot, oldest first. Those that are
    /// blanked are none.
    pub fn texts_of(&self, coder: &str) -> Vec<&Record> {
        let lines = Round::ALL.iter().flat_map(|(round, _)| self.written_by(coder, *round));
        let is_text = |line: &&Record| line.slot.op.is_text() && line.value != 0 && self.text(line.value) != BLANKED;
        let newest: HashMap<_, _> = lines.filter(is_text).map(|line| ((line.slot, line.value), line)).collect();
        self.in_order(newest.into_values())
    }
}
