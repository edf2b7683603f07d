//! How far a segment holds, where a later one says so: its process had to leave it, or it was recovered.
//!
//! What was recovered is known by what it held then. Where the file holds anything else by now, because the good one was
//! put back or because somebody was still writing to it, it is read like any other: no line in it is passed over.

use super::control_line::{Open, Poisoned};
use super::line::{blanked, is_blanked, unchained};
use super::segment::Segment;
use crate::base::digest::sha256;
use std::collections::BTreeMap;
use std::ops::Bound;

/// What a segment says of an earlier one.
pub(crate) struct Limit {
    pub(crate) poisoned: Poisoned,
    /// Where it was recovered: what tells the file as it was then from others.
    print: Option<String>,
}

impl Limit {
    /// What the first line of a segment says of earlier ones.
    pub(crate) fn of(open: &Open) -> impl Iterator<Item = Self> {
        let print = open.source.as_ref().map(|source| source.hash.clone());
        open.poisoned.iter().map(move |poisoned| Self { poisoned: *poisoned, print: print.clone() })
    }

    /// Whether it is about the file that is there now.
    pub(crate) fn binds(&self, segment: &Segment) -> bool {
        let is_same = |print: &String| {
            let bytes = segment.bytes_from(0);
            bytes.is_ok_and(|bytes| print_of(&bytes) == *print || sha256(&bytes) == *print)
        };
        self.poisoned.segment == segment.number && self.print.as_ref().is_none_or(is_same)
    }
}

/// What tells a damaged file from others: SHA-256 of its bytes, where each text that is as it was written is blanked, so
/// that it stays the same when a text is taken away.
pub(crate) fn print_of(bytes: &[u8]) -> String {
    let mut all = Vec::with_capacity(bytes.len());
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        let whole = line.strip_suffix(b"\n").filter(|line| unchained(line).is_ok() && !is_blanked(line));
        match whole.and_then(blanked) {
            Some(line) => all.extend([&line[..], b"\n"].concat()),
            None => all.extend_from_slice(line),
        }
    }
    sha256(&all)
}

/// Whether a later segment names this one as left or recovered and carries every entry that it should. One that was
/// recovered must still be as it was then.
pub(crate) fn is_replaced(segments: &BTreeMap<u32, Segment>, number: u32) -> bool {
    let found = segments.get(&number);
    later(segments, number).any(|(later, open)| {
        let is_meant = || match (&open.source, found) {
            (Some(source), None) => source.hash == print_of(b""),
            (Some(_), Some(found)) => found.limit.is_some(),
            (None, _) => true,
        };
        later.is_begun() && is_meant()
    })
}

/// The segment that has what was recovered of this one.
pub(crate) fn recovered_in(segments: &BTreeMap<u32, Segment>, number: u32) -> Option<&Segment> {
    let recovered = later(segments, number).filter(|(_, open)| open.source.is_some());
    recovered.map(|(later, _)| later).last().filter(|_| is_replaced(segments, number))
}

/// The later segments that say how far this one holds.
fn later(segments: &BTreeMap<u32, Segment>, number: u32) -> impl Iterator<Item = (&Segment, &Open)> {
    let later = segments.range((Bound::Excluded(number), Bound::Unbounded));
    later.filter_map(move |(_, later)| {
        let open = later.open.as_ref()?;
        open.poisoned.iter().any(|one| one.segment == number).then_some((later, open))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::study::ledger::fixture;

    #[test]
    fn a_recovered_file_is_the_same_when_a_text_is_taken_away_and_another_when_one_is_put_right() {
        let bytes = fixture::segment(1, &[], &[(2, "one"), (3, "two")]).0;
        let lines: Vec<&[u8]> = bytes.split_inclusive(|byte| *byte == b'\n').collect();
        let taken = [lines[0], &blanked(lines[1].strip_suffix(b"\n").unwrap()).unwrap(), b"\n", lines[2]].concat();
        assert_ne!(taken, bytes);
        assert_eq!(print_of(&taken), print_of(&bytes));
        let spoilt = String::from_utf8(bytes.clone()).unwrap().replace("\"two\"", "\"too\"").into_bytes();
        assert_ne!(print_of(&spoilt), print_of(&bytes), "a text that is not as it was written");
        let longer = [&bytes[..], b"x"].concat();
        assert_ne!(print_of(&longer), print_of(&bytes));
        assert_eq!(print_of(b""), sha256(b""));
    }
}
