//! Two copies of a ledger that were written apart, joined: this one gets what the other has and it lacks.
//!
//! A segment of the other copy is taken as it is where none of it is here and all that it says of other segments holds
//! here too. Where its coder has written in both copies, or where it has seen what is not here, its lines follow in a
//! segment of their own, under the numbers and times that they have. A text that was taken away in one of the copies is
//! taken away here; else no file that is here is touched. To merge twice adds nothing.

pub(crate) mod places;
mod retyped;

use super::control_line::{Open, Redact, Sitting, Source};
use super::entry::Head;
use super::import::place;
use super::line::carry::{Carried, Identity, Text};
use super::line::{Sought, blanked, write_record};
use super::reader::Ledger;
use super::redact::{LOOKS, busy};
use super::segment::Segment;
use super::storage::{Cause, Disk, Own};
use super::verify::has_torn_end;
use super::writer::fits;
use crate::base::env::Stamp;
use crate::base::fault::{Faults, Result};
use crate::base::progress;
use places::lines;
use retyped::Retyped;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

pub use retyped::Doubtful;

/// Texts by coder.
type Texts = BTreeMap<String, Vec<Sought>>;

/// Where stamps come from.
type Clock<'a> = &'a mut dyn FnMut() -> Stamp;

/// What a merge brought.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Merged {
    /// The segments of the other copy that something came from.
    pub brought: Vec<Brought>,
    /// How many lines that were here had their text taken away in the other copy.
    pub blanked: usize,
    /// Where a text came that may be one which was taken away here, or stands here and may be one that was taken away there.
    pub doubtful: BTreeSet<Doubtful>,
}

/// What came from a segment of the other copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Brought {
    /// The segment.
    pub file: String,
    /// How many lines came from it.
    pub entries: usize,
    /// Whether it was taken as it is; else its lines stand in a new segment.
    pub whole: bool,
}

/// What the two copies have to be for each other, read once.
struct MergeState {
    /// The lines that are here.
    known: HashSet<Identity>,
    /// The `h` that lines have here, by that which they have in the other copy.
    heads: HashMap<Head, Head>,
    /// The lines whose text was taken away in one of the copies.
    gone: HashSet<Identity>,
}

impl Ledger {
    /// Brings every line here that the other copy has and this one lacks.
    ///
    /// Nothing is brought unless both can be read whole.
    pub fn merge(&mut self, other: &mut Self, group: bool, stamp: Clock<'_>) -> Result<Merged> {
        self.read(&mut |_| {}).whole()?;
        other.read(&mut |_| {}).whole()?;
        let (here, there) = (self.places()?, other.places()?);
        let mut gone: HashSet<Identity> = here.gone.union(&there.gone).copied().collect();
        // What was taken away in one copy may have been written again in the other before that was known there.
        let Retyped { lines, doubtful } = Retyped::of([(self, &here), (other, &there)], &gone)?;
        gone.extend(lines);
        let mut texts = Texts::new();
        self.note_texts(&gone, &mut texts)?;
        other.note_texts(&gone, &mut texts)?;
        gone.extend(self.lines_with(&texts)?.into_iter().chain(other.lines_with(&texts)?));
        let uid = rustix::process::geteuid().as_raw();
        here.to_blank(&gone).iter().try_for_each(|(coder, lines)| self.may_blank(coder, lines, uid))?;
        let mut joining = MergeState { heads: here.heads_of(&there), known: here.into_known(), gone };
        let mut segments: Vec<(&Segment, &Open)> = other
            .coders
            .values()
            .flat_map(BTreeMap::values)
            .filter_map(|segment| Some((segment, segment.open.as_ref()?)))
            .collect();
        segments.sort_by_key(|(segment, open)| (open.seq, &open.coder, segment.number));
        let mut merged = Merged { doubtful, ..Merged::default() };
        // What is brought is counted when it is read here.
        progress::begin(segments.iter().map(|(segment, _)| segment.offset).sum());
        for (segment, open) in segments {
            match self.bring(segment, open, &mut joining, group, stamp)? {
                Some(brought) => merged.brought.push(brought),
                None => progress::step(segment.offset),
            }
            self.read(&mut |_| {}).whole()?;
        }
        merged.blanked = self.take_away_here(other, joining.gone, texts, group, stamp)?;
        Ok(merged)
    }

    /// Brings one segment of the other copy.
    fn bring(
        &self,
        segment: &Segment,
        open: &Open,
        joining: &mut MergeState,
        group: bool,
        stamp: Clock<'_>,
    ) -> Result<Option<Brought>> {
        let here = self.coders.get(&open.coder).and_then(|segments| segments.get(&segment.number));
        if here.is_some_and(|here| here.heads.starts_with(&segment.heads)) {
            return Ok(None);
        }
        let fault = |cause: Cause| Faults::from(self.fault(&cause));
        let disk = Disk::study(&self.folder, &open.coder, group, Own::default()).map_err(fault)?.handed_over();
        let bytes = segment.bytes_from(0).map_err(|error| fault(error.into()))?;
        let read = bytes.get(..usize::try_from(segment.offset).unwrap_or(usize::MAX)).unwrap_or_default();
        let all = lines(read).filter_map(Carried::read);
        let (known, lacking): (Vec<_>, Vec<_>) = all.partition(|line| joining.known.contains(&line.identity));
        let brought = |whole| Some(Brought { file: segment.file.clone(), entries: lacking.len(), whole });
        joining.known.extend(lacking.iter().map(|line| line.identity));
        let is_free = lacking.iter().all(|line| line.text != Text::Stands || !joining.gone.contains(&line.identity));
        let is_new = known.is_empty() && is_free && self.holds(segment, open);
        if is_new && place(&disk, segment.number, &bytes).map_err(fault)? {
            return Ok(brought(true));
        }
        if lacking.is_empty() {
            return Ok(None);
        }
        let source = Source { file: segment.path.display().to_string(), hash: crate::base::digest::sha256(&bytes) };
        let standing = self.standing(&open.coder).map_err(fault)?;
        self.place_next(&disk, standing.newest, |number| {
            let mut first = Open::new(&sitting(open), number, standing.seq + 1, &stamp().ts).from(source.clone());
            first.previous.clone_from(&standing.previous);
            first.witnessed.clone_from(&standing.witnessed);
            Ok((joining.written(&first, &lacking)?, ()))
        })?;
        Ok(brought(false))
    }

    /// Whether a segment of the other copy can stand here as it is: it is its coder's next, and what it says of others
    /// holds. One that its process had to leave holds only as far as another segment says.
    fn holds(&self, segment: &Segment, open: &Open) -> bool {
        let newest = self.coders.get(&open.coder).and_then(|segments| segments.keys().last().copied()).unwrap_or(0);
        let found = |coder: &str, number: u32| self.coders.get(coder).and_then(|segments| segments.get(&number));
        let is_there = |coder: &str, number: u32, head: Head, lines: usize| {
            found(coder, number).is_some_and(|found| lines == 0 || found.head_at(lines) == Some(head))
        };
        let mut witnessed = open.witnessed.iter();
        let mut redacts = segment.redacts.iter();
        segment.number == newest + 1
            && segment.limit.is_none()
            && open.poisoned.is_empty()
            && open.previous.iter().all(|own| is_there(&open.coder, own.segment, own.head, own.lines))
            && witnessed.all(|other| is_there(&other.coder, other.segment, other.head, other.lines))
            && segment
                .repairs
                .iter()
                .all(|repair| found(&open.coder, repair.in_segment).is_some_and(|target| has_torn_end(target, repair)))
            && redacts.all(|redact| {
                let target = if redact.in_segment == segment.number {
                    Some(segment)
                } else {
                    found(&open.coder, redact.in_segment)
                };
                target.is_some_and(|target| target.heads.contains(&redact.redacts))
            })
    }

    /// Takes the texts of lines away wherever they stand here, and tells of each; gives how many stood. What is taken away
    /// in another window meanwhile goes from the lines that were brought too, so it is looked until nothing more is found or
    /// nothing helps.
    fn take_away_here(
        &self,
        other: &Self,
        mut gone: HashSet<Identity>,
        mut texts: Texts,
        group: bool,
        stamp: Clock<'_>,
    ) -> Result<usize> {
        let uid = rustix::process::geteuid().as_raw();
        let (mut done, mut told) = (BTreeMap::new(), BTreeMap::new());
        let mut n = 0;
        for _ in 0..LOOKS {
            let mut ledger = self.anew();
            ledger.read(&mut |_| {}).whole()?;
            let places = ledger.places()?;
            gone.extend(&places.gone);
            ledger.note_texts(&gone, &mut texts)?;
            other.note_texts(&gone, &mut texts)?;
            gone.extend(ledger.lines_with(&texts)?);
            let mut standing = places.to_blank(&gone);
            // Behind the damage of a file that was recovered they stand as well.
            for (coder, sought) in &texts {
                for (segment, heads) in ledger.carrying(coder, sought)? {
                    standing.entry(coder.clone()).or_default().entry(segment).or_default().extend(heads);
                }
            }
            let untold = places.untold(&gone);
            if untold.is_empty() && (standing.is_empty() || standing == done) {
                for coder in ledger.coders.keys() {
                    ledger.sweep(coder, texts_of(&texts, coder))?;
                    ledger.left_in_damage(coder, texts_of(&texts, coder))?;
                }
                return Ok(n);
            }
            if !untold.is_empty() && untold == told {
                break;
            }
            told.clone_from(&untold);
            standing.iter().try_for_each(|(coder, lines)| ledger.may_blank(coder, lines, uid))?;
            for (coder, lines) in untold {
                let Some(last) = ledger.sittings().filter(|open| open.coder == coder).last() else { continue };
                let sitting = sitting(last);
                let mut teller = self.anew();
                teller.read(&mut |_| {}).whole()?;
                teller.tell_of(&sitting, &lines, group, &stamp())?;
            }
            for (coder, files) in &standing {
                ledger.blank(coder, files, texts_of(&texts, coder))?;
            }
            n += standing.values().flat_map(BTreeMap::values).map(HashSet::len).sum::<usize>();
            done = standing;
        }
        let coders: BTreeSet<&String> = told.keys().chain(done.keys()).collect();
        Err(Faults(coders.into_iter().map(|coder| busy(coder)).collect()))
    }
}

/// The texts of a coder.
fn texts_of<'a>(texts: &'a Texts, coder: &str) -> &'a [Sought] {
    texts.get(coder).map_or(&[], Vec::as_slice)
}

impl Ledger {
    /// Notes the texts of lines, as far as they stand here.
    fn note_texts(&self, lines: &HashSet<Identity>, texts: &mut Texts) -> Result<()> {
        if lines.is_empty() {
            return Ok(());
        }
        self.carried(|coder, line, carried| {
            let is_meant = carried.text == Text::Stands && lines.contains(&carried.identity);
            if let Some(text) = is_meant.then(|| Sought::of(line)).flatten() {
                let known = texts.entry(coder.to_owned()).or_default();
                if !known.contains(&text) {
                    known.push(text);
                }
            }
        })
    }

    /// The lines that carry one of the texts.
    fn lines_with(&self, texts: &Texts) -> Result<HashSet<Identity>> {
        let mut lines = HashSet::new();
        if texts.is_empty() {
            return Ok(lines);
        }
        self.carried(|coder, line, carried| {
            let sought = texts.get(coder).into_iter().flatten();
            let has = carried.text == Text::Stands && sought.into_iter().any(|text| text.stands_in(line));
            lines.extend(has.then_some(carried.identity));
        })?;
        Ok(lines)
    }

    /// Looks at every line of every file that does something to a slot.
    fn carried(&self, mut look: impl FnMut(&str, &[u8], &Carried<'_>)) -> Result<()> {
        for (coder, segments) in &self.coders {
            for segment in segments.values() {
                let bytes = segment.bytes_from(0).map_err(|error| self.fault(&error.into()))?;
                lines(&bytes)
                    .filter_map(|line| Some((line, Carried::read(line)?)))
                    .for_each(|(line, one)| look(coder, line, &one));
            }
        }
        Ok(())
    }
}

impl MergeState {
    /// A segment with these lines. What they say of each other they say by the `h` that each has here. A text that is
    /// gone is blanked and told of there at once: a merge may be cut off.
    fn written(&mut self, open: &Open, lines: &[Carried<'_>]) -> Result<Vec<u8>> {
        let unwritten = |error: std::io::Error| Cause::from(error).fault("");
        let mut bytes = Vec::new();
        let mut head = write_record(open, Head::default(), &mut bytes).map_err(unwritten)?;
        let (mut seq, mut told) = (open.seq, Vec::new());
        for line in lines {
            let start = bytes.len();
            head = line.write(open.segment, &self.heads, head, &mut bytes).map_err(unwritten)?;
            fits(bytes.len() - start)?;
            self.heads.insert(line.head, head);
            seq = seq.max(line.seq);
            if line.text != Text::None && self.gone.contains(&line.identity) {
                let written = bytes.split_off(start);
                bytes.extend(written.strip_suffix(b"\n").and_then(blanked).unwrap_or_default());
                bytes.push(b'\n');
                told.push(head);
            }
        }
        for redacts in told {
            seq += 1;
            head = write_record(&Redact::new(open, seq, redacts), head, &mut bytes).map_err(unwritten)?;
        }
        Ok(bytes)
    }
}

/// Who wrote a segment, under what.
pub(crate) fn sitting(open: &Open) -> Sitting {
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
