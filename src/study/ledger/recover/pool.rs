//! What stands behind the damage of all damaged files, line by line: which segment each belongs to, and whether it is whole.

use super::{Lost, Name};
use crate::study::ledger::chain::split;
use crate::study::ledger::entry::Head;
use crate::study::ledger::line::carry::{Carried, Text};
use crate::study::ledger::line::{Line, unchained};
use crate::study::ledger::reader::Ledger;
use crate::study::ledger::segment_name;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::io;

/// How a line of the ledger begins.
const START: &[u8] = b"{\"v\":1,\"op\":\"";

/// What stands before the hash.
const FIELD: &[u8] = b",\"h\":\"";

/// A whole line, or one that seems to be.
#[derive(Debug, Clone)]
pub(crate) struct Piece {
    bytes: Vec<u8>,
    at: Lost,
    segment: u32,
    /// Its `h`.
    pub(crate) head: Head,
    /// Whether its text was blanked.
    pub(crate) is_blanked: bool,
    /// The line whose text is gone, if it tells of that.
    pub(crate) redacts: Option<(u32, Head)>,
    /// What the line before it in the file leads to.
    leads: Vec<Head>,
}

/// The lines behind the damage.
#[derive(Default)]
pub(crate) struct Pool {
    /// The whole lines of each damaged segment, in their order.
    pub(crate) kept: HashMap<Name, Vec<Piece>>,
    /// The lines that are lost.
    pub(crate) lost: Vec<Lost>,
    /// The numbers of all lines, by coder.
    numbers: HashMap<String, BTreeSet<u64>>,
    /// The heads that damaged lines lead to.
    heads: HashSet<Head>,
}

impl Piece {
    /// Whether it does something to a slot.
    pub(crate) fn is_slot(&self) -> bool {
        Carried::read(&self.bytes).is_some()
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
        let at = Lost { coder: coder.to_owned(), ..at.clone() };
        let is_blanked = Carried::read(bytes).is_some_and(|line| line.text == Text::Blanked);
        let (leads, bytes) = (leads.to_vec(), bytes.to_vec());
        Some(Self { bytes, at, segment, head, is_blanked, redacts, leads })
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
        let mut heads: HashMap<Name, HashSet<Head>> = HashMap::new();
        let mut ends: BTreeMap<Name, u64> = BTreeMap::new();
        for (coder, segments) in &ledger.coders {
            for segment in segments.values() {
                let name = (coder.clone(), segment.number);
                let bytes = segment.bytes_from(0)?;
                let hold = usize::try_from(segment.offset).unwrap_or(usize::MAX).min(bytes.len());
                let (whole, rest) = bytes.split_at(if damaged.contains(&name) { hold } else { bytes.len() });
                let numbers = whole.split(|byte| *byte == b'\n').filter_map(|line| number(line, "seq"));
                pool.numbers.entry(coder.clone()).or_default().extend(numbers);
                let end = bytes.split(|byte| *byte == b'\n').filter_map(|line| number(line, "seq")).max();
                ends.insert(name.clone(), end.unwrap_or_default());
                heads.entry(name).or_default().extend(segment.heads.iter().copied().chain([Head::default()]));
                let last = segment.heads.last().copied().unwrap_or_default();
                let start = Lost { file: segment.file.clone(), coder: coder.clone(), ..Lost::default() };
                for piece in pool.cut(rest, &start, segment.heads.len(), last) {
                    pieces.entry((piece.at.coder.clone(), piece.segment)).or_default().push(piece);
                }
            }
        }
        for (name, found) in pieces {
            let known = heads.remove(&name).unwrap_or_default();
            let kept = pool.sort(&name.0, found, known);
            if damaged.contains(&name) {
                pool.kept.insert(name, kept);
            }
        }
        let last = pool.numbers.values().filter_map(|numbers| numbers.last().copied()).max();
        for ((coder, number), end) in ends {
            if damaged.contains(&(coder.clone(), number)) && !pool.is_taken(end + 1) && last > Some(end) {
                pool.miss(&format!("{coder}/{}", segment_name(number)), &coder, end);
            }
        }
        pool.lost.sort();
        pool.lost.dedup();
        Ok(pool)
    }

    fn is_taken(&self, number: u64) -> bool {
        self.numbers.values().any(|numbers| numbers.contains(&number))
    }

    /// Notes that lines of a coder are not there at all, after a number.
    fn miss(&mut self, file: &str, coder: &str, before: u64) {
        let (file, coder) = (file.to_owned(), coder.to_owned());
        self.lost.push(Lost { file, coder, seq: Some(before), ..Lost::default() });
    }

    /// Cuts what stands behind the damage of a file into lines that read as such; of the others it notes what they say.
    fn cut(&mut self, rest: &[u8], start: &Lost, held: usize, last: Head) -> Vec<Piece> {
        let (mut pieces, mut leads) = (Vec::new(), vec![last]);
        let whole = rest.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
        for (row, line) in rest.get(..whole).unwrap_or_default().split(|byte| *byte == b'\n').enumerate() {
            let parts = parts(line);
            let end = parts.len().saturating_sub(1);
            for (at, part) in parts.into_iter().enumerate() {
                let place = Lost { line: held + row + 1, ..said(part, start) };
                let piece = Piece::read(part, &place, &leads).filter(|_| at == end);
                if piece.is_none() && !part.starts_with(START) && place.seq.is_none() {
                    // Bytes that say nothing of any line were put in between.
                    continue;
                }
                if let Some(seq) = place.seq {
                    self.numbers.entry(place.coder.clone()).or_default().insert(seq);
                }
                leads = leading(part, &leads);
                self.heads.extend(&leads);
                match piece {
                    Some(piece) => pieces.push(piece),
                    None => self.lost.push(place),
                }
            }
        }
        pieces
    }

    /// The lines of a segment that are as they were written, in order; the others are lost.
    ///
    /// A line that follows no head is damaged, or nothing can say that it is not.
    fn sort(&mut self, coder: &str, found: Vec<Piece>, mut known: HashSet<Head>) -> Vec<Piece> {
        known.extend(found.iter().flat_map(|piece| piece.leads.iter().copied().chain([piece.head])));
        known.extend(&self.heads);
        let mut kept: BTreeMap<(u64, Head), Piece> = BTreeMap::new();
        for piece in found {
            let seq = piece.at.seq.unwrap_or_default();
            let own = self.numbers.get(coder).and_then(|numbers| numbers.range(..seq).next_back());
            let before = own.copied().unwrap_or_default();
            // A number that nobody has is that of a line that is gone.
            let is_gap = (before + 1..seq).any(|number| !self.is_taken(number));
            if is_gap {
                self.miss(&piece.at.file, coder, before);
            }
            if !piece.leads.iter().chain(&known).any(|head| piece.follows(*head)) {
                self.lost.push(piece.at);
                continue;
            }
            kept.entry((seq, piece.head)).or_insert(piece);
        }
        kept.into_values().collect()
    }
}

/// The parts of a line that each begin as a line does: where bytes were cut out or put in, two may stand in one.
fn parts(line: &[u8]) -> Vec<&[u8]> {
    let mut cuts: Vec<usize> =
        (1..line.len()).filter(|at| line.get(*at..).is_some_and(|rest| rest.starts_with(START))).collect();
    cuts.push(line.len());
    let mut from = 0;
    let parts = cuts.into_iter().filter_map(|to| line.get(std::mem::replace(&mut from, to)..to));
    parts.filter(|part| !part.is_empty()).collect()
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
        seq: number(line, "seq"),
        case_id: text("case_id"),
        question: text("question"),
        ..start.clone()
    }
}

/// The bytes behind a field's name.
fn behind<'a>(line: &'a [u8], field: &str) -> Option<&'a [u8]> {
    let name = format!("\"{field}\":");
    let at = line.windows(name.len()).position(|window| window == name.as_bytes())?;
    line.get(at + name.len()..)
}

fn number(line: &[u8], field: &str) -> Option<u64> {
    let digits = behind(line, field)?;
    let end = digits.iter().position(|byte| !byte.is_ascii_digit())?;
    std::str::from_utf8(digits.get(..end)?).ok()?.parse().ok()
}

fn value(line: &[u8], field: &str) -> Option<String> {
    let text = behind(line, field)?.strip_prefix(b"\"")?;
    let end = text.iter().position(|byte| *byte == b'"')?;
    serde_json::from_slice(&[b"\"", text.get(..end)?, b"\""].concat()).ok()
}
