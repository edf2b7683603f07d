//! What stands behind the damage of all damaged files, line by line: which segment each belongs to, and whether it is whole.

use super::{Lost, Name};
use crate::study::ledger::chain::{FIELD, split};
use crate::study::ledger::entry::Head;
use crate::study::ledger::limit::print_of;
use crate::study::ledger::line::carry::{Carried, Identity, Text};
use crate::study::ledger::line::fragment::{number, value};
use crate::study::ledger::line::{LONGEST, Line, unchained};
use crate::study::ledger::reader::Ledger;
use crate::study::ledger::segment::{HIGHEST_SEQ, Segment};
use lost::Anchor;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::io;

mod lost;

/// How a line of the ledger begins.
const START: &[u8] = b"{\"v\":1,\"op\":\"";

/// A whole line, or one that seems to be.
#[derive(Debug, Clone)]
pub(crate) struct Piece {
    bytes: Vec<u8>,
    pub(super) at: Lost,
    /// Whose it says that it is.
    coder: String,
    segment: u32,
    /// Its `h`.
    pub(crate) head: Head,
    /// Whether its text was blanked.
    pub(crate) is_blanked: bool,
    /// The line whose text is gone, if it tells of that.
    pub(crate) redacts: Option<(u32, Head)>,
    /// What the line before it in the file leads to.
    leads: Vec<Head>,
    /// The head that it follows.
    pub(super) after: Option<Head>,
}

/// The lines behind the damage.
#[derive(Default)]
pub(crate) struct Pool {
    /// The whole lines of each damaged segment, in their order.
    pub(crate) kept: BTreeMap<Name, Vec<Piece>>,
    /// The lines that are lost.
    pub(crate) lost: Vec<Lost>,
    /// What tells each damaged file from others, as it was read.
    pub(crate) prints: BTreeMap<Name, String>,
    /// The numbers of the lines that are as they were written, by coder.
    proven: HashMap<String, BTreeSet<u64>>,
    /// How far each segment holds: the last line before the damage.
    held: BTreeMap<Name, Anchor>,
    /// By file what stands there of lines that are not as they were written, and the heads that each may lead to.
    rows: HashMap<String, Vec<(Lost, Vec<Head>)>>,
    /// The heads that stand before or behind a segment's lines, as far as they can be read.
    heads: HashMap<Name, HashSet<Head>>,
    /// The last file of which nothing is left, and how many lines are named with it beyond those that it had for sure.
    gone: Option<(Name, usize)>,
}

impl Piece {
    /// Whether it does something to a slot.
    pub(crate) fn is_slot(&self) -> bool {
        Carried::read(&self.bytes).is_some()
    }

    /// Whether it is none of the lines that are known, as far as it does something to a slot.
    pub(crate) fn is_new(&self, known: &HashSet<Identity>) -> bool {
        Carried::read(&self.bytes).is_none_or(|line| !known.contains(&line.identity))
    }

    /// Writes it as a line of another segment.
    pub(crate) fn write(
        &self,
        segment: u32,
        names: &HashMap<Head, Head>,
        before: Head,
        out: &mut Vec<u8>,
    ) -> io::Result<Head> {
        let line = Carried::read(&self.bytes).ok_or(io::ErrorKind::InvalidData)?;
        line.write(segment, names, before, out)
    }

    /// A line that reads as one, with its place and what the line before it leads to.
    fn read(bytes: &[u8], at: &Lost, leads: &[Head]) -> Option<Self> {
        let (line, head) = unchained(bytes).ok()?;
        let (coder, segment, redacts) = match &line {
            Line::Slot(entry) => (entry.coder.as_ref(), entry.segment, None),
            Line::Redact(redact) => (redact.coder.as_str(), redact.segment, Some((redact.in_segment, redact.redacts))),
            Line::Open(open) => (open.coder.as_str(), open.segment, None),
            Line::Close(close) => (close.coder.as_str(), close.segment, None),
            Line::Repair(repair) => (repair.coder.as_str(), repair.segment, None),
        };
        // What no reader takes is none.
        at.seq.filter(|_| bytes.len() < LONGEST)?;
        let (at, coder) = (at.clone(), coder.to_owned());
        let is_blanked = Carried::read(bytes).is_some_and(|line| line.text == Text::Blanked);
        let (leads, bytes) = (leads.to_vec(), bytes.to_vec());
        Some(Self { bytes, at, coder, segment, head, is_blanked, redacts, leads, after: None })
    }

    fn follows(&self, head: Head) -> bool {
        split(&self.bytes).is_some_and(|(covered, h, _)| head.after(covered) == h)
    }
}

impl Pool {
    /// The lines behind the damage of some segments.
    pub(crate) fn of(ledger: &Ledger, damaged: &BTreeSet<Name>) -> io::Result<Self> {
        let mut pool = Self::default();
        let mut pieces: BTreeMap<Name, Vec<Piece>> = BTreeMap::new();
        for (coder, segments) in &ledger.coders {
            for segment in segments.values().filter(|segment| segment.unread.is_none()) {
                let bytes = segment.bytes_from(0)?;
                let hold = usize::try_from(segment.offset).unwrap_or(usize::MAX).min(bytes.len());
                let is_damaged = damaged.contains(&(coder.clone(), segment.number));
                let (whole, rest) = bytes.split_at(if is_damaged { hold } else { bytes.len() });
                if is_damaged {
                    pool.prints.insert((coder.clone(), segment.number), print_of(&bytes));
                }
                pool.hold(coder, segment, whole);
                let rest = claimed(rest, &ledger.claimed(&(coder.clone(), segment.number)));
                for piece in pool.cut(rest, coder, segment) {
                    pieces.entry((piece.coder.clone(), piece.segment)).or_default().push(piece);
                }
            }
        }
        for (name, found) in pieces {
            let kept = pool.sort(&name, found);
            if damaged.contains(&name) {
                pool.proven.entry(name.0.clone()).or_default().extend(kept.iter().filter_map(|piece| piece.at.seq));
                pool.kept.insert(name, kept);
            }
        }
        for name in damaged {
            pool.find_lost(name, &ledger.claimed(name));
        }
        pool.lost.sort();
        Ok(pool)
    }

    /// Notes the lines of a segment before its damage.
    fn hold(&mut self, coder: &str, segment: &Segment, whole: &[u8]) {
        let name = (coder.to_owned(), segment.number);
        let numbers: BTreeSet<u64> =
            whole.split(|byte| *byte == b'\n').filter_map(|line| number(line, "seq")).collect();
        let head = segment.heads.last().copied().unwrap_or_default();
        if let Some(last) = numbers.last() {
            self.held.insert(name.clone(), (*last, head, segment.heads.len()));
        }
        self.proven.entry(coder.to_owned()).or_default().extend(numbers);
        self.heads.entry(name).or_default().extend(segment.heads.iter().copied().chain([Head::default()]));
    }

    /// The last number of a coder's before another.
    fn earlier(&self, coder: &str, seq: u64) -> u64 {
        let own = self.proven.get(coder);
        own.and_then(|own| own.range(..seq).next_back()).copied().unwrap_or_default()
    }

    /// The last number of a coder's segments before one of which nothing is left.
    fn end_before(&self, (coder, number): &Name) -> u64 {
        let held = self.held.range((coder.clone(), 0)..(coder.clone(), *number)).map(|(_, (seq, ..))| *seq);
        let kept = self.kept.range((coder.clone(), 0)..(coder.clone(), *number)).flat_map(|(_, kept)| kept);
        // Those that are lost are found file by file, a coder's one after the other.
        let named = self.lost.iter().filter(|lost| lost.coder == *coder && lost.line == 0).filter_map(|lost| lost.to);
        held.chain(kept.filter_map(|piece| piece.at.seq)).chain(named).max().unwrap_or_default()
    }

    /// Cuts what stands behind the damage of a file into lines that read as such; of the others it notes what they say.
    fn cut(&mut self, rest: &[u8], coder: &str, segment: &Segment) -> Vec<Piece> {
        let start = Lost { file: segment.file.clone(), coder: coder.to_owned(), ..Lost::default() };
        let (mut pieces, mut leads) = (Vec::new(), vec![segment.heads.last().copied().unwrap_or_default()]);
        for (row, line) in rest.split(|byte| *byte == b'\n').enumerate() {
            for part in parts(line) {
                let place = Lost { line: segment.heads.len() + row + 1, ..said(part, &start) };
                let piece = Piece::read(part, &place, &leads);
                // What is left of a line may say nothing of it but its hash, which the next one follows.
                leads = leading(part, &leads);
                self.heads.entry((coder.to_owned(), segment.number)).or_default().extend(&leads);
                if piece.is_none() && !part.starts_with(START) && place.seq.is_none() {
                    // Bytes that say nothing of any line were put in between.
                    continue;
                }
                match piece {
                    Some(piece) => pieces.push(piece),
                    None => self.rows.entry(segment.file.clone()).or_default().push((place, leads.clone())),
                }
            }
        }
        pieces
    }

    /// The lines of a segment that are as they were written, in order; the others are lost.
    ///
    /// A line that follows no head is damaged, or nothing can say that it is not.
    fn sort(&mut self, name: &Name, found: Vec<Piece>) -> Vec<Piece> {
        let mut known = self.heads.get(name).cloned().unwrap_or_default();
        known.extend(found.iter().flat_map(|piece| piece.leads.iter().copied().chain([piece.head])));
        let mut kept: BTreeMap<(u64, Head), Piece> = BTreeMap::new();
        for mut piece in found {
            piece.after = piece.leads.iter().chain(&known).find(|head| piece.follows(**head)).copied();
            match piece.after {
                Some(_) => drop(kept.entry((piece.at.seq.unwrap_or_default(), piece.head)).or_insert(piece)),
                None => self.rows.entry(piece.at.file.clone()).or_default().push((piece.at, vec![piece.head])),
            }
        }
        kept.into_values().collect()
    }
}

/// The lines behind the damage of a file: what stands behind the last newline is one only if others saw it as such.
fn claimed<'a>(rest: &'a [u8], claims: &[(usize, Head)]) -> &'a [u8] {
    let whole = rest.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
    let (lines, tail) = rest.split_at(whole);
    let is_claimed = |head| claims.iter().any(|(_, claimed)| *claimed == head);
    if unchained(tail).is_ok_and(|(_, head)| is_claimed(head)) { rest } else { lines }
}

/// The parts of a line that each begin as a line does, or behind one that reads as such: where bytes were cut out or put in,
/// two may stand in one.
fn parts(line: &[u8]) -> Vec<&[u8]> {
    let (mut parts, mut from) = (Vec::new(), 0);
    for at in 1..line.len() {
        let (part, rest) = (line.get(from..at).unwrap_or_default(), line.get(at..).unwrap_or_default());
        if rest.starts_with(START) || (part.ends_with(b"\"}") && unchained(part).is_ok()) {
            parts.push(part);
            from = at;
        }
    }
    parts.push(line.get(from..).unwrap_or_default());
    parts.retain(|part| !part.is_empty());
    parts
}

/// The heads that a line may lead to: those that it states, and those that follow from the bytes before them.
fn leading(line: &[u8], leads: &[Head]) -> Vec<Head> {
    let mut heads = Vec::new();
    for at in (0..line.len()).filter(|at| line.get(*at..).is_some_and(|rest| rest.starts_with(FIELD))) {
        let stated = line.get(at + FIELD.len()..at + FIELD.len() + 32).and_then(Head::from_hex);
        heads.extend(stated);
        heads.extend(leads.iter().map(|head| head.after(line.get(..at).unwrap_or_default())));
    }
    if heads.is_empty() { leads.to_vec() } else { heads }
}

/// What a line says of itself, as far as it can be read.
fn said(line: &[u8], start: &Lost) -> Lost {
    let text = |field: &str| value(line, field).unwrap_or_default();
    Lost {
        op: text("op"),
        seq: number(line, "seq").filter(|seq| *seq <= HIGHEST_SEQ),
        case_id: text("case_id"),
        question: text("question"),
        ..start.clone()
    }
}

#[cfg(test)]
mod tests;
