//! Two copies of a ledger that were written apart, joined: this one gets what the other has and it lacks.
//!
//! A segment of the other copy is taken as it is where none of it is here and all that it says of other segments holds
//! here too. Where its coder has written in both copies, or where it has seen what is not here, its entries follow in a
//! segment of their own, under the numbers and times that they have. No file that is here is touched, and to merge twice adds nothing.

use super::control_line::{Open, Sitting, Source};
use super::entry::{BLANKED, Entry, Head};
use super::import::place;
use super::line::{write_entry, write_record};
use super::reader::{Ledger, Reading};
use super::segment::Segment;
use super::storage::{Cause, Disk, Own};
use super::writer::fits;
use crate::base::env::Stamp;
use crate::base::fault::{Fault, Faults, Result};
use std::collections::{BTreeMap, HashMap, HashSet};

/// Where stamps come from.
type Clock<'a> = &'a mut dyn FnMut() -> Stamp;

/// What a merge brought.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Brought {
    /// The segment of the other copy.
    pub file: String,
    /// How many entries came from it.
    pub entries: usize,
    /// Whether it was taken as it is; else its entries stand in a new segment.
    pub whole: bool,
}

/// What the two copies have to be for each other, read once.
struct Joining {
    /// The entries that are here.
    known: HashSet<String>,
    /// The `h` that entries had in the other copy, where they have another one here.
    heads: HashMap<Head, Head>,
}

impl Ledger {
    /// Brings every entry here that the other copy has and this one lacks.
    ///
    /// Nothing is brought unless both can be read whole.
    pub fn merge(&mut self, other: &mut Self, group: bool, stamp: Clock<'_>) -> Result<Vec<Brought>> {
        let mut joining = Joining { known: HashSet::new(), heads: HashMap::new() };
        sound(&self.learn(&mut joining))?;
        let mut entries: BTreeMap<(String, u32), Vec<Entry<'static>>> = BTreeMap::new();
        sound(&other.read(&mut |entry| {
            entries.entry((entry.coder.to_string(), entry.segment)).or_default().push(entry.into_owned());
        }))?;
        let mut segments: Vec<(&Segment, &Open)> = other
            .coders
            .values()
            .flat_map(BTreeMap::values)
            .filter_map(|segment| Some((segment, segment.open.as_ref()?)))
            .collect();
        segments.sort_by_key(|(segment, open)| (open.seq, &open.coder, segment.number));
        let mut brought = Vec::new();
        for (segment, open) in segments {
            let entries = entries.remove(&(open.coder.clone(), segment.number)).unwrap_or_default();
            brought.extend(self.bring(segment, open, entries, &mut joining, group, stamp)?);
            sound(&self.learn(&mut joining))?;
        }
        Ok(brought)
    }

    /// Reads what is new here.
    fn learn(&mut self, joining: &mut Joining) -> Reading {
        self.read(&mut |entry| {
            joining.known.insert(said(&entry, Some(&entry.value)));
            if entry.op.is_text() {
                joining.known.insert(said(&entry, None));
            }
        })
    }

    /// Brings one segment of the other copy.
    fn bring(
        &self,
        segment: &Segment,
        open: &Open,
        entries: Vec<Entry<'static>>,
        joining: &mut Joining,
        group: bool,
        stamp: Clock<'_>,
    ) -> Result<Option<Brought>> {
        let here = self.coders.get(&open.coder).and_then(|segments| segments.get(&segment.number));
        if here.is_some_and(|here| here.heads.starts_with(&segment.heads)) {
            return Ok(None);
        }
        let fault = |cause: Cause| Faults::from(self.fault(&cause));
        let disk = Disk::study(&self.folder, &open.coder, group, Own::default()).map_err(fault)?;
        let bytes = segment.bytes_from(0).map_err(|error| fault(error.into()))?;
        let brought = |entries, whole| Some(Brought { file: segment.file.clone(), entries, whole });
        let (known, lacking): (Vec<_>, Vec<_>) = entries.into_iter().partition(|entry| joining.knows(entry));
        let is_new = known.is_empty() && self.holds(segment, open);
        if is_new && place(&disk, segment.number, &bytes).map_err(fault)? {
            return Ok(brought(lacking.len(), true));
        }
        if lacking.is_empty() {
            return Ok(None);
        }
        let source = Source { file: segment.path.display().to_string(), hash: crate::base::digest::sha256(&bytes) };
        let standing = self.standing(&open.coder).map_err(|error| fault(error.into()))?;
        self.place_next(&disk, standing.newest, |number| {
            let mut first = Open::new(&sitting(open), number, standing.seq + 1, &stamp().ts).from(source.clone());
            first.previous.clone_from(&standing.previous);
            first.witnessed.clone_from(&standing.witnessed);
            Ok((joining.written(&first, &lacking, stamp)?, ()))
        })?;
        Ok(brought(lacking.len(), false))
    }

    /// Whether a segment of the other copy can stand here as it is: it is its coder's next, and what it says of others
    /// holds. One that its process had to leave holds only as far as another segment says.
    fn holds(&self, segment: &Segment, open: &Open) -> bool {
        let newest = self.coders.get(&open.coder).and_then(|segments| segments.keys().last().copied()).unwrap_or(0);
        let is_there = |coder: &str, number: u32, head: Head, lines: usize| {
            let found = self.coders.get(coder).and_then(|segments| segments.get(&number));
            found.is_some_and(|found| lines == 0 || found.head_at(lines) == Some(head))
        };
        let mut witnessed = open.witnessed.iter();
        segment.number == newest + 1
            && segment.limit.is_none()
            && open.poisoned.is_empty()
            && open.previous.iter().all(|own| is_there(&open.coder, own.segment, own.head, own.lines))
            && witnessed.all(|other| is_there(&other.coder, other.segment, other.head, other.lines))
    }
}

impl Joining {
    /// Whether an entry is here already. A text may have been blanked in one of the copies.
    fn knows(&self, entry: &Entry<'_>) -> bool {
        let knows = |value| self.known.contains(&said(entry, value));
        let is_blanked = || if entry.value == BLANKED { knows(None) } else { knows(Some(BLANKED)) };
        knows(Some(&entry.value)) || entry.op.is_text() && is_blanked()
    }

    /// A segment with these entries. What they say of each other they say by the `h` that each has here.
    fn written(&mut self, open: &Open, entries: &[Entry<'static>], stamp: Clock<'_>) -> Result<Vec<u8>> {
        let unwritten = |error: std::io::Error| Cause::from(error).fault("");
        let mut bytes = Vec::new();
        let mut head = write_record(open, Head::default(), &mut bytes).map_err(unwritten)?;
        for entry in entries {
            let is_here = |was: &str| Head::from_hex(was.as_bytes()).and_then(|was| self.heads.get(&was));
            let was = is_here(&entry.was).map_or_else(|| entry.was.clone(), |was| was.to_string().into());
            let undoes = entry.undoes.map(|h| self.heads.get(&h).copied().unwrap_or(h));
            let start = bytes.len();
            let entry = Entry { segment: open.segment, was, undoes, ..entry.clone() };
            head = write_entry(&entry, stamp().salt, head, &mut bytes).map_err(unwritten)?;
            fits(bytes.len() - start)?;
            self.heads.insert(entry.h, head);
        }
        Ok(bytes)
    }
}

/// Refuses to join what cannot be read whole, or was written by a newer program.
fn sound(reading: &Reading) -> Result<()> {
    let faults: Vec<Fault> = reading.grave().chain(reading.newer()).map(Fault::from).collect();
    if faults.is_empty() { Ok(()) } else { Err(Faults(faults)) }
}

/// What tells an entry from every other, wherever it stands, with its value or whatever that is.
fn said(entry: &Entry<'_>, value: Option<&str>) -> String {
    let slot = (entry.op, entry.round, &entry.coder, &entry.case_id, &entry.question, &entry.item);
    crate::base::digest::sha256(format!("{:?}", (entry.seq, &entry.ts, slot, value)).as_bytes())
}

/// Who wrote a segment, under what.
fn sitting(open: &Open) -> Sitting {
    Sitting {
        study: open.study.clone(),
        coder: open.coder.clone(),
        name: open.name.clone(),
        uid: open.uid,
        login: open.login.clone(),
        host: open.host.clone(),
        program: open.program.clone(),
        protocol: open.protocol.clone(),
        cases: open.cases.clone(),
        with: open.with.clone(),
    }
}
