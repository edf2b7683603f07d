//! The full check of a ledger: every line, every file, every claim that they make about each other.

use super::control_line::Repair;
use super::entry::Head;
use super::finding::{Finding, Kind};
use super::limit::recovered_in;
use super::reader::{Ledger, Reading};
use super::segment::Segment;
use crate::msg;
use std::collections::BTreeMap;

impl Ledger {
    /// Everything that is to be said about a ledger that was just read, the gravest first.
    pub fn verify(&self, reading: &Reading) -> Vec<Finding> {
        let mut findings = reading.findings.clone();
        for segments in self.coders.values() {
            for segment in segments.values() {
                findings.extend(repairs(segments, segment));
                // Where lines of the file are known to be missing, its end was one of them.
                let is_damaged = reading.grave().any(|one| one.file == segment.file);
                findings.extend(unfinished(segments, segment).filter(|_| !is_damaged));
                findings.extend(unlogged(segments, segment));
                findings.extend(unblanked(segments, segment));
                findings.extend(left(segments, segment));
                findings.extend(recovered(segments, segment));
                // Where the figures say it, it is said already.
                let is_told = |one: &Finding| one.kind == Kind::Foreign && one.file == segment.file;
                findings.extend(owner(segment).filter(|_| !reading.findings.iter().any(is_told)));
            }
        }
        findings.sort_by_key(|finding| std::cmp::Reverse(finding.kind));
        findings
    }
}

/// Torn bytes that are no longer what they were when they were noted.
fn repairs(segments: &BTreeMap<u32, Segment>, segment: &Segment) -> Vec<Finding> {
    let is_changed =
        |repair: &&Repair| segments.get(&repair.in_segment).is_some_and(|target| !has_torn_end(target, repair));
    let changed = segment.repairs.iter().filter(is_changed);
    changed
        .map(|repair| {
            let file = format!("{}/{}", repair.coder, super::segment_name(repair.in_segment));
            let message = msg!("ledger-damage-repair", by = segment.file.as_str());
            Finding { byte: repair.offset, ..Finding::file(Kind::Damage, &file, message) }
        })
        .collect()
}

/// Whether the torn end of a file is what it was when it was noted.
pub(super) fn has_torn_end(target: &Segment, repair: &Repair) -> bool {
    // A line that another login of the coder was just writing was not torn: it has its end now.
    let was_torn = target.limit.is_none() && target.offset <= repair.offset;
    // Where it held a text that was taken away, it is all blanks.
    let is_blank = |bytes: &[u8]| bytes.len() as u64 == repair.bytes && bytes.iter().all(|byte| *byte == b' ');
    let same = |bytes: Vec<u8>| is_blank(&bytes) || crate::base::digest::sha256(&bytes) == repair.sha256;
    !was_torn || target.bytes_from(repair.offset).is_ok_and(same)
}

/// An unfinished last line: never acknowledged, or just being written.
fn unfinished(segments: &BTreeMap<u32, Segment>, segment: &Segment) -> Option<Finding> {
    let noted = segments
        .values()
        .flat_map(|other| &other.repairs)
        .any(|repair| (repair.in_segment, repair.offset) == (segment.number, segment.offset));
    (segment.tail > 0 && segment.limit.is_none() && !noted && !segment.is_stopped())
        .then(|| segment.here(Kind::Note, msg!("ledger-note-unfinished", bytes = segment.tail)))
}

/// Texts that were blanked, and no line tells that their coder had it done.
fn unlogged<'a>(segments: &'a BTreeMap<u32, Segment>, segment: &'a Segment) -> impl Iterator<Item = Finding> + 'a {
    let is_told = |head: Head| {
        let mut told = segments.values().flat_map(|other| &other.redacts);
        told.any(|redact| (redact.in_segment, redact.redacts) == (segment.number, head))
    };
    segment.blanked.iter().filter(move |(head, _)| !is_told(*head)).map(|(_, finding)| finding.clone())
}

/// Texts that still stand although a line tells that they were blanked: it was cut off between the two.
fn unblanked<'a>(segments: &'a BTreeMap<u32, Segment>, segment: &'a Segment) -> impl Iterator<Item = Finding> + 'a {
    segment.redacts.iter().filter_map(|redact| {
        let target = segments.get(&redact.in_segment)?;
        let line = target.heads.iter().position(|head| *head == redact.redacts)? + 1;
        let stands = target.blanked.iter().all(|(head, _)| *head != redact.redacts);
        let finding = Finding::file(Kind::Note, &target.file, msg!("ledger-note-redact"));
        stands.then_some(Finding { line, ..finding })
    })
}

/// A segment that its process had to leave.
fn left(segments: &BTreeMap<u32, Segment>, segment: &Segment) -> Option<Finding> {
    let limit = segment.limit.filter(|_| recovered_in(segments, segment.number).is_none())?;
    Some(Finding::file(Kind::Note, &segment.file, msg!("ledger-note-left", bytes = limit.length)))
}

/// The files that were recovered into a segment, and are damaged or gone as they were then.
fn recovered<'a>(segments: &'a BTreeMap<u32, Segment>, by: &'a Segment) -> impl Iterator<Item = Finding> + 'a {
    let poisoned = by.open.iter().flat_map(|open| &open.poisoned);
    let here = poisoned.filter(|one| recovered_in(segments, one.segment).is_some_and(|last| last.number == by.number));
    here.map(|one| {
        let coder = by.file.rsplit_once('/').map_or("", |(coder, _)| coder);
        let file = format!("{coder}/{}", super::segment_name(one.segment));
        let message = msg!("ledger-note-recovered", bytes = one.length, by = by.file.as_str(), n = one.lines);
        Finding::file(Kind::Note, &file, message)
    })
}

/// A file that belongs to another user than the one who wrote it by its first line.
fn owner(segment: &Segment) -> Option<Finding> {
    let recorded = segment.open.as_ref()?.uid;
    (recorded != segment.uid)
        .then(|| segment.at_open(Kind::Note, msg!("ledger-note-owner", found = segment.uid, recorded = recorded)))
}
