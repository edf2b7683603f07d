//! Where an answer was found: lines of a document of the case's file, and which bytes the document was read from.
//!
//! Nothing of the text, its path or its name is in it.

use crate::base::language::Message;
use crate::msg;
use serde::Serialize;
use std::ops::Range;

/// Lines of a document that an answer was found in, as a line of the ledger says it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Evidence {
    /// What the document is called: a type of document of the protocol, or a number.
    pub document: String,
    /// The first line, counted from 1.
    pub first: usize,
    /// The last line.
    pub last: usize,
    /// The fingerprint of the study and the document's bytes, 32 hex digits.
    pub print: String,
    /// What made lines of the bytes.
    pub extractor: String,
}

impl Evidence {
    /// The item of its line: the document and the lines.
    pub fn item(&self) -> String {
        format!("{}:{}-{}", self.document, self.first, self.last)
    }

    /// The value of its line: the fingerprint and the extractor.
    pub fn value(&self) -> String {
        format!("{} {}", self.print, self.extractor)
    }

    /// What a line of the ledger says, if it is written as [`Evidence::item`] and [`Evidence::value`] write it.
    pub fn parse(item: &str, value: &str) -> Option<Self> {
        let (document, lines) = item.rsplit_once(':')?;
        let (first, last) = lines.split_once('-')?;
        let (print, extractor) = value.split_once(' ')?;
        let found = Self {
            document: document.to_owned(),
            first: first.parse().ok()?,
            last: last.parse().ok()?,
            print: print.to_owned(),
            extractor: extractor.to_owned(),
        };
        // Numbers can be written in other ways; a slot has one name.
        (found.is_sound() && found.item() == item).then_some(found)
    }

    fn is_sound(&self) -> bool {
        let is_said = |text: &str| !text.is_empty() && !text.contains(char::is_control);
        let is_hex = |digit: u8| matches!(digit, b'0'..=b'9' | b'a'..=b'f');
        let is_print = self.print.len() == 32 && self.print.bytes().all(is_hex);
        let has_lines = 0 < self.first && self.first <= self.last;
        is_print && has_lines && is_said(&self.document) && is_said(&self.extractor)
    }

    /// The document and its lines in words.
    pub fn message(&self) -> Message {
        let document = self.document.as_str();
        let named = if document.bytes().all(|byte| byte.is_ascii_digit()) { "no" } else { "yes" };
        match (self.first, self.last) {
            (line, last) if line == last => msg!("evidence-line", named = named, document = document, line = line),
            (first, last) => {
                msg!("evidence-lines", named = named, document = document, first = first, last = last)
            }
        }
    }

    /// The lines, counted from 0.
    pub fn lines(&self) -> Range<usize> {
        self.first.saturating_sub(1)..self.last
    }

    /// Whether it is of the same bytes as another.
    pub fn is_of_same_bytes(&self, other: &Self) -> bool {
        (&self.print, &self.extractor) == (&other.print, &other.extractor)
    }

    /// Whether both have a line of the same bytes.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.is_of_same_bytes(other) && self.first <= other.last && other.first <= self.last
    }
}

#[cfg(test)]
mod tests {
    use super::Evidence;
    use proptest::prelude::*;

    fn evidence() -> impl Strategy<Value = Evidence> {
        let lines = (1..5000usize, 0..5000usize);
        ("[a-zåäö0-9: -]{1,12}", lines, "[0-9a-f]{32}", "[a-z][a-z0-9 .-]{0,12}").prop_map(
            |(document, (first, more), print, extractor)| Evidence {
                document,
                first,
                last: first + more,
                print,
                extractor,
            },
        )
    }

    proptest! {
        #[test]
        fn it_is_read_as_it_was_written(found in evidence()) {
            prop_assert_eq!(Evidence::parse(&found.item(), &found.value()), Some(found));
        }

        #[test]
        fn what_is_read_is_written_in_this_way_alone(
            item in "[a-z:]{0,3}:?[-+0-9]{0,3}-?[0-9]{0,2}", value in "[0-9a-fA-F]{31,33}[ a-z\u{1b}]{0,3}"
        ) {
            if let Some(found) = Evidence::parse(&item, &value) {
                prop_assert_eq!((found.item(), found.value()), (item, value));
                prop_assert!(0 < found.first && found.first <= found.last);
            }
        }

        #[test]
        fn two_overlap_where_a_line_is_in_both(one in evidence(), first in 1..5000usize, more in 0..5000usize) {
            let other = Evidence { first, last: first + more, document: "9".to_owned(), ..one.clone() };
            let both = (one.first..=one.last).any(|line| (other.first..=other.last).contains(&line));
            prop_assert_eq!((one.overlaps(&other), other.overlaps(&one)), (both, both));
            let elsewhere = Evidence { print: "0".repeat(32), ..other };
            prop_assert!(!one.overlaps(&elsewhere));
        }
    }

    #[test]
    fn what_is_no_evidence_is_not_read() {
        let print = "0123456789abcdef0123456789abcdef";
        let read = |item: &str, value: &str| Evidence::parse(item, value).is_some();
        assert!(read("journal:12-15", &format!("{print} text 1")));
        for item in
            ["journal", "journal:12", ":1-2", "journal:0-2", "journal:3-2", "journal:01-2", "journal:+1-2", "j\n:1-2"]
        {
            assert!(!read(item, &format!("{print} text 1")), "{item:?}");
        }
        for value in [print, &format!("{print} "), &format!("{} text 1", print.to_uppercase()), "0123 text 1", ""] {
            assert!(!read("journal:12-15", value), "{value:?}");
        }
    }
}
