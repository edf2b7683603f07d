//! A seal: the head of a coder's chain, short enough for a diary. Who has it written down elsewhere can tell later whether
//! what was sealed has been changed; that nothing is changed it cannot do.

use super::limit::recovered_in;
use super::reader::Ledger;
use super::segment::Segment;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// So many hex digits of a head are written down: whoever wants others to match has to try 2^64 times.
const DIGITS: usize = 16;

/// The head of a file of a coder's after so many lines, written as `carina-214-9f3a77c15e0b42d1`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seal {
    /// Whose file it is.
    pub coder: String,
    /// How many lines the file had.
    pub lines: usize,
    /// The first digits of the head after them.
    pub head: String,
}

impl fmt::Display for Seal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}-{}", self.coder, self.lines, self.head)
    }
}

impl Seal {
    /// A seal as it was written down.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim().to_lowercase();
        let (rest, head) = text.rsplit_once('-')?;
        let (coder, lines) = rest.rsplit_once('-')?;
        let is_head = head.len() == DIGITS && head.bytes().all(|digit| digit.is_ascii_hexdigit());
        let lines = lines.parse().ok().filter(|lines| *lines > 0)?;
        let seal = Self { coder: coder.to_owned(), lines, head: head.to_owned() };
        (is_head && crate::base::slug::is_slug(coder)).then_some(seal)
    }

    fn of(coder: &str, segment: &Segment) -> Option<Self> {
        let lines = segment.heads.len();
        let head = segment.head_at(lines)?.to_string().chars().take(DIGITS).collect();
        Some(Self { coder: coder.to_owned(), lines, head })
    }

    fn fits(&self, segment: &Segment) -> bool {
        segment.head_at(self.lines).is_some_and(|head| head.to_string().starts_with(&self.head))
    }
}

impl Ledger {
    /// The seals of all that was read: of each coder the newest file, whose first line names the head of the one before,
    /// and so on; a file that none names has a seal of its own.
    pub fn seals(&self) -> Vec<Seal> {
        let mut seals = Vec::new();
        for (coder, segments) in &self.coders {
            let previous = segments.values().filter_map(|segment| segment.open.as_ref()?.previous.as_ref());
            let named: BTreeSet<(u32, usize)> = previous.map(|named| (named.segment, named.lines)).collect();
            let is_last = |segment: &&Segment| !named.contains(&(segment.number, segment.heads.len()));
            seals.extend(segments.values().filter(is_last).filter_map(|segment| Seal::of(coder, segment)));
        }
        seals
    }

    /// Whether what was sealed stands as it was then: gives the file that it is in, and the file before it that does not
    /// stand as it was, if there is one.
    pub fn sealed(&self, seal: &Seal) -> Option<(&str, Option<String>)> {
        let segments = self.coders.get(&seal.coder)?;
        let segment = segments.values().find(|segment| seal.fits(segment))?;
        let changed = changed_before(segments, segment);
        let file = |number| format!("{}/{}", seal.coder, super::segment_name(number));
        Some((segment.file.as_str(), changed.map(file)))
    }
}

/// The nearest of the files before one, each of which the next one names, that is not as it was then. One that its own
/// process left has all its lines in the next; of one that was recovered nobody knows what it held.
fn changed_before(segments: &BTreeMap<u32, Segment>, segment: &Segment) -> Option<u32> {
    let previous = segment.open.as_ref()?.previous.as_ref().filter(|previous| previous.segment < segment.number)?;
    let was_left = |found: &Segment| found.limit.is_some() && recovered_in(segments, found.number).is_none();
    let stands = |found: &&Segment| {
        previous.lines == 0 || found.head_at(previous.lines) == Some(previous.head) || was_left(found)
    };
    match segments.get(&previous.segment).filter(stands) {
        Some(before) => changed_before(segments, before),
        None => Some(previous.segment),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seal_is_read_as_it_is_written() {
        for text in ["carina-214-9f3a77c15e0b42d1", "anna-lena-1-0000000000000000"] {
            assert_eq!(Seal::parse(text).unwrap().to_string(), text);
        }
        assert_eq!(Seal::parse(" CARINA-214-9F3A77C15E0B42D1\n"), Seal::parse("carina-214-9f3a77c15e0b42d1"));
        for wrong in [
            "",
            "carina",
            "carina-214",
            "carina-0-9f3a77c15e0b42d1",
            "carina-214-9f3a77c15e0b42d",
            "-1-9f3a77c15e0b42d1",
            "carina-214-9f3a77c15e0b42dx",
            "../x-1-9f3a77c15e0b42d1",
        ] {
            assert_eq!(Seal::parse(wrong), None, "{wrong}");
        }
    }
}
