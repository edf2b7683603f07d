//! All segments of a study as they are read: what is new goes to the fold, what does not add up is found.
//!
//! The order in which files and lines are read is no promise: the fold must not depend on it. Entries that were
//! written again after an error come twice, and count once.

use super::ahead;
use super::control_line::Open;
use super::entry::Head;
use super::finding::{Finding, Kind};
use super::limit::Limit;
use super::segment::{Lock, Owner, Segment, Sink};
use super::set_aside::SetAside;
use super::storage::Own;
use crate::base::fault::{Exit, Fault, Faults, Result};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::PoisonError;

use misnamed::{Misnamed, Print};

mod listing;
mod misnamed;

/// The ledger of a study, as far as it has been read.
pub struct Ledger {
    pub(crate) folder: PathBuf,
    pub(crate) study: String,
    salvage: bool,
    pub(crate) coders: BTreeMap<String, BTreeMap<u32, Segment>>,
    own: Option<(String, Own)>,
    /// Per coder the lines whose text was taken away, by segment and `h`.
    pub(crate) told: BTreeMap<String, HashSet<(u32, Head)>>,
    pub(crate) strays: Vec<Finding>,
    /// The files that are not read for their names, each with where it is.
    pub(crate) passed_over: Vec<(String, PathBuf)>,
    /// Those of them with lines that count nowhere.
    pub(crate) misnamed: Vec<Misnamed>,
    /// Those that were found to have none.
    pub(crate) harmless: HashMap<String, Print>,
    /// The users who own the coders' folders, also of those that are empty.
    pub(crate) folders: BTreeMap<String, u32>,
    /// The folders that could not be listed, and why: of a coder, or that of all.
    unlisted: Vec<(PathBuf, io::Error)>,
}

/// What one reading brought.
#[derive(Debug, Default)]
pub struct Reading {
    /// How many entries went to the fold.
    pub entries: usize,
    /// What was found, the gravest first.
    pub findings: Vec<Finding>,
    /// Whether an entry went to the fold earlier that turned out never to have been acknowledged, or a text that was
    /// taken away since: fold once more, from [`Ledger::anew`].
    pub stale: bool,
}

impl Reading {
    /// What keeps the answers from being relied on: lines that are not as they were written, or that cannot be read.
    pub fn grave(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(|finding| finding.kind >= Kind::Unread)
    }

    /// The same with the files whose lines count nowhere for the names that they have.
    pub fn lacking(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(|finding| finding.kind >= Kind::Unread || finding.kind == Kind::Misnamed)
    }

    /// That all was read, and no newer program has written: else all that speaks against it.
    pub fn whole(&self) -> Result<()> {
        let faults: Vec<Fault> = self.lacking().chain(self.newer()).map(Fault::from).collect();
        Faults(faults).settled()
    }

    /// How many lines a newer program has written that are not understood.
    pub fn unknown(&self) -> usize {
        self.findings.iter().filter(|finding| finding.kind == Kind::Newer).count()
    }

    /// How a command ends that goes by what could be read.
    pub fn exit(&self) -> Option<Exit> {
        let is_there = |kind| self.findings.iter().any(|finding| finding.kind == kind);
        let is_doubtful = Kind::DOUBTFUL.into_iter().any(is_there);
        match (is_there(Kind::Damage), is_doubtful) {
            (true, _) => Some(Exit::Damaged),
            (false, true) => Some(Exit::Refused),
            (false, false) => None,
        }
    }

    /// What of a coder's own files cannot be relied on.
    pub fn grave_of(&self, coder: &str) -> Vec<&Finding> {
        self.grave().filter(|finding| finding.file.split('/').next() == Some(coder)).collect()
    }

    /// Why the study may only be read: a newer program has written to it.
    pub fn newer(&self) -> Option<&Finding> {
        self.findings.iter().find(|finding| finding.kind == Kind::Newer)
    }
}

impl Ledger {
    /// The ledger in a folder, of which nothing is read yet. A folder that is not there is an empty ledger.
    pub fn new(folder: &Path, study: &str) -> Self {
        Self {
            folder: folder.to_owned(),
            study: study.to_owned(),
            salvage: false,
            coders: BTreeMap::new(),
            own: None,
            told: BTreeMap::new(),
            strays: Vec::new(),
            passed_over: Vec::new(),
            misnamed: Vec::new(),
            harmless: HashMap::new(),
            folders: BTreeMap::new(),
            unlisted: Vec::new(),
        }
    }

    /// The same, reading on behind damage and leaving out only the damaged lines.
    #[must_use]
    pub fn salvage(self) -> Self {
        Self { salvage: true, ..self }
    }

    /// The same ledger with nothing read of it but which texts are gone; this process's own segments are passed over as
    /// before.
    #[must_use]
    pub fn anew(&self) -> Self {
        let (own, told) = (self.own.clone(), self.told.clone());
        Self { salvage: self.salvage, own, told, ..Self::new(&self.folder, &self.study) }
    }

    /// The lines of this process whose text was taken away in another window, by segment and `h`.
    pub fn taken_away(&self) -> Vec<(u32, Head)> {
        let own = self.own_segments();
        let told = own.first().and_then(|(coder, _)| self.told.get(coder)).into_iter().flatten();
        told.filter(|(number, _)| own.iter().any(|(_, own)| own == number)).copied().collect()
    }

    /// Gives every entry that is new since the last call to `sink`.
    pub fn read(&mut self, sink: Sink<'_>) -> Reading {
        let mut reading = Reading::default();
        let mut doubts = self.pass(&mut reading, sink);
        if !doubts.is_empty() {
            // A colleague may have written between our look at one file and at another: only what is still wrong
            // at a second look is wrong.
            let second = self.pass(&mut reading, sink);
            doubts.retain(|doubt| second.contains(doubt));
        }
        let segments = self.coders.values().flat_map(BTreeMap::values);
        let found = segments.flat_map(|segment| &segment.findings).chain(&self.strays);
        let mut findings: Vec<_> = found.filter(|finding| !self.is_excused(&finding.file)).cloned().collect();
        findings.append(&mut doubts);
        findings.sort_by_key(|finding| std::cmp::Reverse(finding.kind));
        Reading { findings, ..reading }
    }

    /// The highest `seq` read so far.
    pub fn seq(&self) -> u64 {
        let beside = self.misnamed.iter().map(Misnamed::seq);
        self.coders.values().flat_map(BTreeMap::values).map(|segment| segment.seq).chain(beside).max().unwrap_or(0)
    }

    /// How many lines there are, with those that begin and end a sitting.
    pub fn lines(&self) -> usize {
        self.coders.values().flat_map(BTreeMap::values).map(|segment| segment.heads.len()).sum()
    }

    /// The first line of every segment, by coder and segment: who wrote when, and from where.
    pub fn sittings(&self) -> impl Iterator<Item = &Open> {
        self.coders.values().flat_map(BTreeMap::values).filter_map(|segment| segment.open.as_ref())
    }

    /// The lines that are left out, by file.
    pub fn set_aside(&self) -> impl Iterator<Item = &SetAside> {
        let segments = self.coders.values().flat_map(BTreeMap::values);
        segments
            .filter(|segment| !self.is_excused(&segment.file))
            .filter_map(|segment: &Segment| segment.aside.as_ref())
            .chain(self.misnamed.iter().map(|one| &one.aside))
    }

    /// The coders that a user has sat down as.
    pub fn coders_of(&self, uid: u32) -> BTreeSet<String> {
        let own = self.sittings().filter(|open| open.uid == uid && open.source.is_none());
        own.map(|open| open.coder.clone()).collect()
    }

    /// The logins under which several names have coded, each with these. That is one person under two names, or several
    /// people who share a login.
    pub fn names_by_login(&self) -> BTreeMap<&str, BTreeSet<&str>> {
        let segments = self.coders.values().flat_map(BTreeMap::values).filter(|segment| segment.entries > 0);
        let opens = segments.filter_map(|segment| segment.open.as_ref());
        let mut names: BTreeMap<(u32, &str), BTreeSet<&str>> = BTreeMap::new();
        for open in opens.filter(|open| open.source.is_none() && !open.login.is_empty()) {
            names.entry((open.uid, &open.login)).or_default().insert(&open.coder);
        }
        let several = names.into_iter().filter(|(_, names)| names.len() > 1);
        several.map(|((_, login), names)| (login, names)).collect()
    }

    /// The sittings that someone has open for writing now, as far as locks tell; never rely on it.
    pub fn others_open(&self) -> impl Iterator<Item = &Open> {
        let own = self.own_segments();
        let segments = self.coders.iter().flat_map(|(coder, segments)| segments.values().map(move |one| (coder, one)));
        segments
            .filter(move |(coder, segment)| {
                !own.contains(&((*coder).clone(), segment.number)) && segment.lock() == Lock::Held
            })
            .filter_map(|(_, segment)| segment.open.as_ref())
    }

    /// The case and question that a coder last closed at.
    pub fn left_at(&self, coder: &str) -> Option<(&str, &str)> {
        let closes = self.coders.get(coder)?.values().filter_map(|segment| segment.close.as_ref());
        let last = closes.max_by_key(|close| (close.seq, close.segment))?;
        Some((&last.case_id, &last.question))
    }

    /// The segment of a coder's last sitting, if it has no end: it was cut off, or goes on in another terminal.
    pub fn cut_off(&self, coder: &str) -> Option<u32> {
        let sat = |segment: &&Segment| segment.open.as_ref().is_some_and(|open| open.source.is_none());
        let last = self.coders.get(coder)?.values().filter(sat).max_by_key(|segment| segment.number)?;
        last.close.is_none().then_some(last.number)
    }

    /// Passes over the segments that `own` names: this process writes them, and shows nothing before it is saved.
    pub(crate) fn own(&mut self, coder: &str) -> Own {
        let own = Own::default();
        self.own = Some((coder.to_owned(), own.clone()));
        own
    }

    pub(crate) fn own_segments(&self) -> Vec<(String, u32)> {
        let Some((coder, own)) = &self.own else { return Vec::new() };
        let numbers = own.lock().unwrap_or_else(PoisonError::into_inner);
        numbers.iter().map(|number| (coder.clone(), *number)).collect()
    }

    /// Lists the folder, reads every segment's new lines, and says what does not add up.
    fn pass(&mut self, reading: &mut Reading, sink: Sink<'_>) -> Vec<Finding> {
        self.list_all();
        let own = self.own_segments();
        let is_own =
            |coder: &str, segment: &Segment| own.iter().any(|(own, number)| own == coder && *number == segment.number);
        let mut counted = |entry: super::entry::Entry<'_>| {
            reading.entries += 1;
            sink(entry);
        };
        let of_others = self.coders.iter().flat_map(|(coder, segments)| {
            // The newest first: it says how far the ones before it hold.
            segments.values().rev().filter(|segment| !is_own(coder, segment))
        });
        ahead::read(of_others.filter_map(Segment::wanted).collect(), |pieces| {
            for (coder, segments) in &mut self.coders {
                let told = self.told.entry(coder.clone()).or_default();
                let mut limits: Vec<Limit> = Vec::new();
                let mut late: Vec<(u32, Head)> = Vec::new();
                for segment in segments.values_mut().rev().filter(|segment| !is_own(coder, segment)) {
                    let limit = limits.iter().find(|limit| limit.binds(segment)).map(|limit| limit.poisoned);
                    if let Some(limit) = limit.filter(|limit| segment.limit != Some(*limit)) {
                        reading.stale |= segment.offset > limit.length || !segment.findings.is_empty();
                    }
                    segment.limit = limit;
                    let known = segment.redacts.len();
                    let owner = Owner { study: &self.study, coder, salvage: self.salvage, told };
                    segment.read(&owner, pieces, &mut counted);
                    limits.extend(segment.open.iter().flat_map(Limit::of));
                    let more = segment.redacts.iter().skip(known).map(|redact| (redact.in_segment, redact.redacts));
                    late.extend(more.filter(|line| told.insert(*line)));
                }
                reading.stale |= late.iter().any(|(number, head)| {
                    let is_shown = |segment: &Segment| segment.shown.contains_key(head);
                    own.contains(&(coder.clone(), *number)) || segments.get(number).is_some_and(is_shown)
                });
            }
        });
        self.look_beside();
        [self.doubts(&own), self.foreign()].concat()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::msg;

    #[test]
    fn what_cannot_be_relied_on_is_told_by_whose_file_it_is_in() {
        let found = |kind, file| Finding::file(kind, file, msg!("ledger-note-name"));
        let mut reading = Reading {
            findings: vec![
                found(Kind::Damage, "carina/0001.jsonl"),
                found(Kind::Unread, "lotta"),
                found(Kind::Newer, "carina/0002.jsonl"),
                found(Kind::Misnamed, "carina/0002.JSONL"),
                found(Kind::Foreign, "carina/0002.jsonl"),
                found(Kind::Note, "carina/0003.jsonl"),
            ],
            ..Reading::default()
        };
        let files = |coder| reading.grave_of(coder).iter().map(|one| one.file.as_str()).collect::<Vec<_>>();
        assert_eq!((files("carina"), files("lotta")), (vec!["carina/0001.jsonl"], vec!["lotta"]));
        assert_eq!((files("carin").len(), reading.unknown(), reading.grave().count()), (0, 1, 2));
        assert_eq!(reading.lacking().count(), 3);
        assert_eq!(reading.newer().map(|one| one.file.as_str()), Some("carina/0002.jsonl"));
        let mut exits = Vec::new();
        while !reading.findings.is_empty() {
            exits.push(reading.exit());
            reading.findings.remove(0);
        }
        let refused = Some(Exit::Refused);
        assert_eq!(exits, [Some(Exit::Damaged), refused, refused, refused, refused, None]);
    }
}
