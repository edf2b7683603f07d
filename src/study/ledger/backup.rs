//! A copy of a ledger that is right while people write: whole lines as far as they were read, and what each file ended with.

use super::chain::split;
use super::control_line::Repair;
use super::entry::Head;
use super::finding::{Finding, Kind};
use super::limit::recovered_in;
use super::line::carry::{Carried, Identity};
use super::line::{Line, unchained};
use super::merge::places::lines;
use super::reader::Ledger;
use super::segment::Segment;
use super::storage::{Disk, Own, read_plain};
use crate::base::fault::{Exit, Fault, Faults, Result, Told};
use crate::base::files;
use crate::base::progress;
use crate::msg;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashSet};
use std::fs;
use std::io;
use std::os::unix::fs::MetadataExt;
use std::path::Path;

/// The file of a backup that says how far each ledger file went.
pub const HEADS_FILE: &str = "heads.csv";

/// The largest such file, in bytes.
const LARGEST: u64 = 1 << 26;

/// How far a file of a ledger goes.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileHead {
    /// Whose file it is.
    pub coder: String,
    /// Its number.
    pub segment: u32,
    /// How many lines it has.
    pub lines: usize,
    /// The `h` of the last.
    pub head: String,
}

/// By coder and segment: how many lines it had, and its head.
type Heads = BTreeMap<(String, u32), (usize, String)>;

/// What a backup did.
#[derive(Debug, Clone, Default)]
pub struct BackedUp {
    /// How many ledger files there are.
    pub files: usize,
    /// How many of them were new or had grown.
    pub written: usize,
    /// What is there and was not copied: it cannot be read, or is not read for its name.
    pub passed_over: Vec<String>,
    /// The files of the backup that have what is not here: then nothing is written.
    pub refused: Vec<Fault>,
}

impl Ledger {
    /// Copies what was read into another folder. What that holds already must be the beginning of it, or stand in it
    /// elsewhere: else it is refused, and all files stay as they are.
    ///
    /// Of a text that is taken away meanwhile another file tells, which may have been looked at before: then it is copied
    /// once more.
    pub fn back_up(&self, to: &Path, group: bool) -> Result<BackedUp> {
        let done = self.copy_to(to, group)?;
        let mut now = self.anew();
        now.read(&mut |_| {});
        if !done.refused.is_empty() || now.told == self.told {
            return Ok(done);
        }
        let again = now.back_up(to, group)?;
        Ok(BackedUp { written: (done.written + again.written).min(again.files), ..again })
    }

    fn copy_to(&self, to: &Path, group: bool) -> Result<BackedUp> {
        let mut done = BackedUp::default();
        let owner = fs::metadata(to).told(msg!("file-unread"), to.display())?.uid();
        let known = self.places()?.into_known();
        // Of what cannot be read now it stays known how far it went.
        let mut heads = self.unread_heads(&to.join(HEADS_FILE))?;
        // What is copied is read again there, to see whether it has more.
        let bytes = self.coders.values().flat_map(BTreeMap::values).map(|segment| segment.offset).sum::<u64>();
        progress::begin(2 * bytes);
        let mut due = Vec::new();
        for (coder, segments) in &self.coders {
            let disk = Disk::study(&to.join("ledger"), coder, group, Own::default()).map_err(|one| self.fault(&one))?;
            disk.guard(owner, false).map_err(|cause| cause.fault(&disk.folder().display().to_string()))?;
            let (unread, segments_read): (Vec<_>, Vec<_>) =
                segments.values().partition(|segment| segment.unread.is_some());
            done.passed_over.extend(unread.iter().map(|segment| segment.file.clone()));
            for segment in segments_read {
                let bytes = copied(segment, segments).told(msg!("file-unread"), &segment.file)?;
                let path = disk.folder().join(super::segment_name(segment.number));
                done.files += 1;
                match read_plain(&path) {
                    Ok(old) if old == bytes => {}
                    Ok(old) if is_beginning(&old, &bytes) || self.stands(&old, segment, &known) => {
                        due.push((path, segment, segments, false));
                    }
                    Ok(_) => done.refused.push(more(&path)),
                    Err(error) if error.kind() == io::ErrorKind::NotFound => due.push((path, segment, segments, true)),
                    Err(error) => return Err(error).told(msg!("file-unread"), path.display()),
                }
                progress::step(bytes.len() as u64);
                let (lines, head) = (segment.heads.len(), segment.heads.last().copied().unwrap_or_default());
                heads.insert((coder.clone(), segment.number), (lines, head.to_string()));
            }
        }
        done.passed_over.extend(self.strays.iter().filter(|one| one.kind > Kind::Note).map(|one| one.file.clone()));
        done.refused.extend(self.only_in(to, &known));
        if !done.refused.is_empty() {
            // Files of two states side by side would not be a copy of either.
            return Ok(done);
        }
        done.written = due.len();
        for (path, segment, segments, is_new) in due {
            let bytes = copied(segment, segments).told(msg!("file-unread"), &segment.file)?;
            let write = if is_new { files::create } else { files::replace };
            write(&path, &bytes)?;
            progress::step(bytes.len() as u64);
        }
        let rows = heads.iter().map(|((coder, number), (lines, head))| format!("{coder},{number},{lines},{head}\n"));
        let heads = format!("coder,segment,lines,head\n{}", rows.collect::<String>());
        files::replace(&to.join(HEADS_FILE), heads.as_bytes())?;
        Ok(done)
    }

    /// What a backup says of the files that cannot be read now.
    fn unread_heads(&self, heads: &Path) -> Result<Heads> {
        let mut rows = rows(heads)?;
        rows.retain(|(coder, number), _| {
            let segment = self.coders.get(coder).and_then(|segments| segments.get(number));
            self.unlisted(coder).is_some() || segment.is_some_and(|segment| segment.unread.is_some())
        });
        Ok(rows)
    }

    /// The files of a backup that are none of the study's, and have lines that it lacks.
    fn only_in(&self, backup: &Path, known: &HashSet<Identity>) -> Vec<Fault> {
        let mut there = Self::new(&backup.join("ledger"), &self.study);
        there.read(&mut |_| {});
        let is_here = |coder: &str, number: u32| self.coders.get(coder).is_some_and(|own| own.contains_key(&number));
        let has = |coder: &str, number: u32| self.unlisted(coder).is_some() || is_here(coder, number);
        let segments = there.coders.iter().flat_map(|(coder, own)| own.values().map(move |one| (coder, one)));
        let others = segments.filter(|(coder, segment)| !has(coder, segment.number));
        let lacks = |coder, segment: &Segment| segment.bytes_from(0).is_ok_and(|old| !self.knows(coder, &old, known));
        others.filter(|(coder, segment)| lacks(coder, segment)).map(|(_, segment)| more(&segment.path)).collect()
    }

    /// Whether what a backup holds of a file that was recovered stands elsewhere by now.
    fn stands(&self, old: &[u8], segment: &Segment, known: &HashSet<Identity>) -> bool {
        let (coder, _) = segment.file.split_once('/').unwrap_or_default();
        let segments = self.coders.get(coder);
        segments.is_some_and(|segments| recovered_in(segments, segment.number).is_some())
            && self.knows(coder, old, known)
    }

    /// Whether a coder has all that some bytes say: each line does something to a slot, and is known, or tells of a text
    /// that is known to be gone, or is about its file alone.
    fn knows(&self, coder: &str, bytes: &[u8], known: &HashSet<Identity>) -> bool {
        let told = self.told.get(coder);
        let is_slot = |line| Carried::read(line).is_some_and(|line| known.contains(&line.identity));
        let is_other = |line| match unchained(line) {
            Ok((Line::Redact(one), _)) => told.is_some_and(|told| told.contains(&(one.in_segment, one.redacts))),
            Ok((Line::Slot(_), _)) | Err(_) => false,
            Ok(_) => true,
        };
        lines(bytes).all(|line| is_slot(line) || is_other(line))
    }

    /// How far each file goes.
    pub fn file_heads(&self) -> Vec<FileHead> {
        let segments = self.coders.iter().flat_map(|(coder, own)| own.values().map(move |one| (coder, one)));
        let head = |(coder, segment): (&String, &Segment)| FileHead {
            coder: coder.clone(),
            segment: segment.number,
            lines: segment.heads.len(),
            head: segment.heads.last().copied().unwrap_or_default().to_string(),
        };
        segments.map(head).collect()
    }

    /// Whether every line that another ledger has of coders whom this one knows, or of all, stands here too.
    pub fn has_all_of(&self, other: &Self, of_all: bool) -> Result<bool> {
        let known = self.places()?.into_known();
        for (coder, segments) in &other.coders {
            if !of_all && !self.coders.contains_key(coder) {
                continue;
            }
            for segment in segments.values() {
                let bytes = copied(segment, segments).told(msg!("file-unread"), &segment.file)?;
                if !self.knows(coder, &bytes, &known) {
                    return Ok(false);
                }
            }
        }
        Ok(true)
    }

    /// Refuses a ledger of which files do not reach to where they went when they were backed up.
    pub fn reaches(&self, heads: &Path) -> Result<()> {
        Faults(self.against(heads)?.iter().map(Fault::from).collect()).settled()
    }

    /// The files that begin as those of another copy and then say something else: one of both was changed.
    pub fn forked(&self, other: &Self) -> Vec<String> {
        let segments = self.coders.iter().flat_map(|(coder, segments)| segments.values().map(move |one| (coder, one)));
        let both = segments.filter_map(|(coder, one)| Some((one, other.coders.get(coder)?.get(&one.number)?)));
        let is_forked = |(one, other): &(&Segment, &Segment)| {
            let mut lines = one.heads.iter().zip(&other.heads);
            lines.next().is_some_and(|(one, other)| one == other) && lines.any(|(one, other)| one != other)
        };
        both.filter(is_forked).map(|(one, _)| one.file.clone()).collect()
    }

    /// The files that do not reach to where they went when they were backed up.
    pub fn against(&self, heads: &Path) -> Result<Vec<Finding>> {
        let rows = rows(heads)?;
        let short = rows.iter().filter_map(|((coder, number), (lines, head))| {
            let (number, lines) = (*number, *lines);
            let found = self.coders.get(coder).and_then(|segments| segments.get(&number)?.head_at(lines));
            let file = format!("{coder}/{}", super::segment_name(number));
            let holds = lines == 0 || found == Head::from_hex(head.as_bytes()) || self.is_excused(&file);
            (!holds).then(|| Finding::file(Kind::Damage, &file, msg!("ledger-damage-heads", lines = lines)))
        });
        Ok(short.collect())
    }
}

/// What a file says of how far each ledger file went; nothing where there is none.
fn rows(heads: &Path) -> Result<Heads> {
    if !heads.exists() {
        return Ok(Heads::new());
    }
    let text = files::read_text_inside(heads, LARGEST)?;
    let row = |row: &str| {
        let [coder, number, lines, head] = <[&str; 4]>::try_from(row.split(',').collect::<Vec<_>>()).ok()?;
        Some(((coder.to_owned(), number.parse().ok()?), (lines.parse().ok()?, head.to_owned())))
    };
    Ok(text.lines().skip(1).filter_map(row).collect())
}

/// The bytes of a segment that a backup holds: its whole lines, and an unfinished end that a later line speaks of. One
/// that was recovered is known by all that it holds.
fn copied(segment: &Segment, segments: &BTreeMap<u32, Segment>) -> io::Result<Vec<u8>> {
    if recovered_in(segments, segment.number).is_some() {
        return segment.bytes_from(0);
    }
    let mut repairs = segments.values().flat_map(|other| &other.repairs);
    let is_noted = |one: &&Repair| (one.in_segment, one.offset) == (segment.number, segment.offset);
    match repairs.find(is_noted).filter(|_| segment.limit.is_none()) {
        None => segment.bytes(),
        Some(repair) => {
            let mut bytes = segment.bytes_from(0)?;
            bytes.truncate(usize::try_from(repair.offset + repair.bytes).unwrap_or(usize::MAX));
            Ok(bytes)
        }
    }
}

/// What there is to say of a file of a backup that has what the study lacks.
fn more(path: &Path) -> Fault {
    let more = Fault::new(msg!("backup-more")).hint(msg!("backup-more-hint"));
    more.in_file(path.display()).exit(Exit::Damaged)
}

/// Whether some bytes are the beginning of others, but for texts that were taken away since.
fn is_beginning(old: &[u8], new: &[u8]) -> bool {
    let covered = |line: &[u8]| split(line).map(|(covered, head, _)| (covered.to_vec(), head));
    new.starts_with(old)
        || old.len() <= new.len()
            && old
                .split(|byte| *byte == b'\n')
                .zip(new.split(|byte| *byte == b'\n'))
                .all(|(old, new)| new.starts_with(old) || covered(old).is_some_and(|old| Some(old) == covered(new)))
}
