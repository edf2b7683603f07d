//! Blanking texts: with the import the only change to what was written. It is told of first, and then done.
//!
//! No lock is relied on. Whoever writes in a file that is replaced finds out before anything more is acknowledged in it,
//! and reads of what was taken away before the next file is begun; so it is looked again until no file carries the text.

pub mod still;

use super::chain::split;
use super::control_line::Sitting;
use super::entry::Head;
use super::line::{Sought, blanked};
use super::reader::Ledger;
use super::segment::Segment;
use super::storage::{open_plain, read_plain};
use crate::base::env::Stamp;
use crate::base::fault::{Exit, Fault, Faults, Result, Told};
use crate::base::files;
use crate::base::language::Arg;
use crate::msg;
use serde::Deserialize;
use std::collections::{BTreeMap, HashSet};
use std::fs;
use std::io;
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::Duration;

/// Lines of a coder: by segment their `h`.
pub(crate) type Lines = BTreeMap<u32, HashSet<Head>>;

/// How often it is looked whether a file that is just being begun carries the text, and how long between.
pub(super) const LOOKS: u32 = 150;
const BETWEEN: Duration = Duration::from_millis(20);

impl Ledger {
    /// Blanks texts of the sitting's coder in every line that carries them, and tells of it in a segment of its own.
    /// Gives the number of lines. Only the user who owns the files can.
    pub fn redact(&mut self, sitting: &Sitting, sought: &[Sought], group: bool, stamp: &Stamp) -> Result<usize> {
        let coder = &sitting.coder;
        let newest = self.coders.get(coder).and_then(|segments| segments.keys().last().copied()).unwrap_or(0);
        let mut n = 0;
        for look in 0..LOOKS {
            let mut ledger = self.anew();
            let reading = ledger.read(&mut |_| {});
            let faults: Vec<Fault> = reading.grave_of(coder).into_iter().map(Fault::from).collect();
            if !faults.is_empty() {
                return Err(Faults(faults));
            }
            ledger.is_read(coder).map_err(|cause| self.fault(&cause))?;
            let found = ledger.carrying(coder, sought)?;
            match (found.is_empty(), look == 0 || !ledger.is_beginning(coder, newest)) {
                (true, true) => {
                    ledger.sweep(coder, sought)?;
                    return ledger.left_in_damage(coder, sought).map(|()| n);
                }
                (true, false) => sleep(BETWEEN),
                (false, _) => n += ledger.take_away(sitting, found, sought, group, stamp)?,
            }
        }
        Err(busy(coder).into())
    }

    /// The texts of a coder that still stand although it was told that they are taken away: an attempt was cut off. What
    /// it has left beside the files goes.
    pub fn undone(&self, coder: &str) -> Result<Vec<Sought>> {
        self.is_read(coder).map_err(|cause| self.fault(&cause))?;
        files::sweep(&self.folder.join(coder));
        let lines = self.places()?.undone().remove(coder).unwrap_or_default();
        let mut found = Vec::new();
        for segment in self.coders.get(coder).into_iter().flat_map(BTreeMap::values) {
            let Some(heads) = lines.get(&segment.number) else { continue };
            let bytes = segment.bytes().told(msg!("file-unread"), &segment.file)?;
            let is_meant = |line: &&[u8]| split(line).is_some_and(|(_, head, _)| heads.contains(&head));
            found.extend(bytes.split(|byte| *byte == b'\n').filter(is_meant).filter_map(Sought::of));
        }
        Ok(found)
    }

    /// Tells of lines that their texts are taken away, and then does it; gives how many they are.
    fn take_away(
        &mut self,
        sitting: &Sitting,
        mut lines: Lines,
        sought: &[Sought],
        group: bool,
        stamp: &Stamp,
    ) -> Result<usize> {
        self.may_blank(&sitting.coder, &lines, sitting.uid)?;
        // A line that came just now is read with the next look; one behind where a file holds is none to tell of.
        for segment in self.coders.get(&sitting.coder).into_iter().flat_map(BTreeMap::values) {
            if let Some(found) = lines.get_mut(&segment.number).filter(|_| segment.limit.is_none()) {
                found.retain(|head| segment.heads.contains(head));
            }
        }
        let n = lines.values().map(HashSet::len).sum();
        self.tell_of(sitting, &lines, group, stamp)?;
        // Where a sitting has no end somebody may still be at it: a file in the place of theirs tells them.
        for segment in self.coders.get(&sitting.coder).into_iter().flat_map(BTreeMap::values) {
            if segment.close.is_none() && segment.uid == sitting.uid && segment.open.is_some() {
                lines.entry(segment.number).or_default();
            }
        }
        self.blank(&sitting.coder, &lines, sought)?;
        Ok(n)
    }

    /// Refuses to blank lines in files of another user.
    pub(crate) fn may_blank(&self, coder: &str, lines: &Lines, uid: u32) -> Result<()> {
        let segments = self.coders.get(coder).into_iter().flat_map(BTreeMap::values);
        let of_others = segments.filter(|segment| lines.contains_key(&segment.number) && segment.uid != uid);
        let refused = |segment: &Segment| Fault::new(msg!("redact-owner")).in_file(&segment.file);
        let faults: Vec<Fault> = of_others.map(|one| refused(one).hint(msg!("redact-owner-hint"))).collect();
        Faults(faults).settled()
    }

    /// Tells in a segment of its own that the texts of lines are taken away; where the coder was stays.
    pub(crate) fn tell_of(&mut self, sitting: &Sitting, lines: &Lines, group: bool, stamp: &Stamp) -> Result<()> {
        let left = self.left_at(&sitting.coder).map(|(case, question)| (case.to_owned(), question.to_owned()));
        let (case, question) = left.unwrap_or_default();
        let segments = self.coders.get(&sitting.coder).into_iter().flat_map(BTreeMap::values);
        let all = segments.flat_map(|segment| segment.heads.iter().map(|head| (segment.number, *head)));
        let is_meant = |(number, head): &(u32, Head)| lines.get(number).is_some_and(|heads| heads.contains(head));
        let lines: Vec<(u32, Head)> = all.filter(is_meant).collect();
        let mut writer = self.begin(sitting.clone(), group, stamp)?;
        writer.redact(&lines, stamp)?;
        writer.close(&case, &question, stamp)
    }

    /// Puts files with these lines blanked, and without torn ends that hold a text, in the place of a coder's.
    pub(crate) fn blank(&self, coder: &str, lines: &Lines, sought: &[Sought]) -> Result<()> {
        let segments = self.coders.get(coder).into_iter().flat_map(BTreeMap::values);
        for (segment, heads) in segments.filter_map(|segment| Some((segment, lines.get(&segment.number)?))) {
            swap(&segment.path, |old| cleared(old, heads, sought)).map_err(|faults| in_file(faults, &segment.file))?;
        }
        Ok(())
    }

    /// The lines of a coder's files that carry one of the texts and can be blanked; a file with none whose torn end carries
    /// one is among them.
    pub(super) fn carrying(&self, coder: &str, sought: &[Sought]) -> Result<Lines> {
        let mut found = Lines::new();
        for segment in self.coders.get(coder).into_iter().flat_map(BTreeMap::values) {
            let bytes = segment.bytes_from(0).told(msg!("file-unread"), &segment.file)?;
            let (whole, tail) = bytes.split_at(bytes.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1));
            let heads = lines_with(whole, sought);
            if !heads.is_empty() || sought.iter().any(|text| text.is_torn_in(tail)) {
                found.insert(segment.number, heads);
            }
        }
        Ok(found)
    }

    /// Refuses to say that a text is gone while one of the coder's damaged lines holds it: which text of which slot that
    /// is nothing proves.
    pub(super) fn left_in_damage(&self, coder: &str, sought: &[Sought]) -> Result<()> {
        let mut faults = Vec::new();
        for segment in self.coders.get(coder).into_iter().flat_map(BTreeMap::values) {
            let bytes = segment.bytes_from(0).told(msg!("file-unread"), &segment.file)?;
            for (at, line) in bytes.split(|byte| *byte == b'\n').enumerate() {
                if sought.iter().any(|text| text.is_left_in(line)) {
                    let left = Fault::new(msg!("redact-left")).at(&segment.file, at + 1, "", None);
                    faults.push(left.hint(msg!("redact-left-hint")).exit(Exit::Damaged));
                }
            }
        }
        Faults(faults).settled()
    }

    /// Whether a file is being begun into which lines of another are still to follow.
    fn is_beginning(&self, coder: &str, newest: u32) -> bool {
        let segments = self.coders.get(coder).into_iter().flat_map(|segments| segments.range(newest + 1..));
        segments.filter(|(_, segment)| segment.close.is_none()).any(|(_, segment)| !segment.is_begun())
    }

    /// Removes what attempts that were cut off have left of the texts, and what was being written on one of them.
    pub(super) fn sweep(&self, coder: &str, sought: &[Sought]) -> Result<()> {
        let folder = self.folder.join(coder);
        let names = fs::read_dir(&folder).into_iter().flatten().flatten().map(|entry| entry.path());
        let is_left = |path: &&Path| path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."));
        // The last that there is of a file which a disk took away is no rest of one.
        let is_rest = |path: &&Path| files::original(path).is_none_or(|file| file.exists());
        for path in names.collect::<Vec<_>>().iter().map(PathBuf::as_path).filter(is_left).filter(is_rest) {
            let Ok(bytes) = read_plain(path) else { continue };
            if is_kept_open(path) {
                // It cannot be removed under whoever has it open, and may outlive them.
                let change = |old: &[u8]| cleared(old, &lines_with(old, sought), sought);
                overwrite(path, change).told(msg!("file-unwritten"), path.display())?;
                continue;
            }
            let is_torn = |line: &[u8]| sought.iter().any(|text| text.is_torn_in(line));
            let is_torn = || bytes.split(|byte| *byte == b'\n').any(is_torn);
            if self.is_written_on(coder, sought, &bytes).unwrap_or_else(is_torn) {
                fs::remove_file(path).told(msg!("file-unwritten"), path.display())?;
            }
        }
        Ok(())
    }

    /// Whether a text that was being written was begun with one that is gone or holds one, if a file keeps such a text.
    fn is_written_on(&self, coder: &str, sought: &[Sought], bytes: &[u8]) -> Option<bool> {
        #[derive(Deserialize)]
        struct Unfinished {
            #[serde(default)]
            case_id: String,
            begun: Option<Head>,
            text: String,
        }
        let kept: Unfinished = serde_json::from_slice(bytes).ok()?;
        let is_there = |text: &Sought| text.case_id.is_empty() || text.case_id == kept.case_id;
        let is_begun = self.told.get(coder).into_iter().flatten().any(|(_, head)| kept.begun == Some(*head));
        Some(is_begun || sought.iter().any(|text| is_there(text) && kept.text.contains(&text.text)))
    }
}

/// What there is to say of a coder whose texts come back as often as they are taken away.
pub(super) fn busy(coder: &str) -> Fault {
    Fault::new(msg!("redact-busy")).in_file(coder).hint(msg!("redact-busy-hint"))
}

/// Whether a disk (NFS, FUSE) gave a file this name when it was replaced while somebody had it open.
fn is_kept_open(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().as_encoded_bytes();
    [b".nfs".as_slice(), b".fuse_hidden"].iter().any(|start| name.starts_with(start))
}

/// The lines that carry one of the texts and can be blanked.
fn lines_with(bytes: &[u8], sought: &[Sought]) -> HashSet<Head> {
    let carries = |line: &&[u8]| sought.iter().any(|text| text.stands_in(line)) && blanked(line).is_some();
    bytes.split(|byte| *byte == b'\n').filter(carries).filter_map(split).map(|(_, head, _)| head).collect()
}

/// The bytes of a file without the texts of some lines; each stays as long as it was.
fn cleared(old: &[u8], heads: &HashSet<Head>, sought: &[Sought]) -> Vec<u8> {
    let mut out = Vec::with_capacity(old.len());
    for line in old.split_inclusive(|byte| *byte == b'\n') {
        match line.strip_suffix(b"\n") {
            Some(whole) => {
                let is_meant = split(whole).is_some_and(|(_, head, _)| heads.contains(&head));
                out.extend(is_meant.then(|| blanked(whole)).flatten().unwrap_or_else(|| whole.to_vec()));
                out.push(b'\n');
            }
            None if sought.iter().any(|text| text.is_torn_in(line)) => out.resize(old.len(), b' '),
            None => out.extend_from_slice(line),
        }
    }
    out
}

/// Changes lines in a file itself, of which none becomes longer or shorter: what somebody writes behind them meanwhile stays.
fn overwrite(path: &Path, change: impl Fn(&[u8]) -> Vec<u8>) -> io::Result<()> {
    let file = fs::File::options().write(true).open(path)?;
    let old = read_plain(path)?;
    let new = change(&old);
    let lines = |bytes: &[u8]| bytes.split_inclusive(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect::<Vec<_>>();
    let mut at = 0;
    for (old, new) in lines(&old).iter().zip(&lines(&new)) {
        if old != new {
            file.write_all_at(new, at)?;
        }
        at += new.len() as u64;
    }
    file.sync_all()
}

/// Puts a changed file of the same length in the place of one that somebody may still be writing to.
fn swap(path: &Path, change: impl Fn(&[u8]) -> Vec<u8>) -> Result<()> {
    if open_plain(path).is_ok_and(|file| files::is_on_share(&file)) {
        return overwrite(path, change).told(msg!("file-unwritten"), path.display());
    }
    let kept = files::second_name(path);
    let unread = || msg!("file-unread");
    // With a second name nothing more is acknowledged in the file, so what is read from here on is all there is. Where
    // there are no such names, nobody else writes on the disk either, or a lock keeps this from reading.
    let _ = fs::remove_file(&kept);
    let is_kept = fs::hard_link(path, &kept).is_ok();
    let old = read_plain(path).told(unread(), path.display())?;
    let new = change(&old);
    // Nothing of ours has the old file open here: some disks take it away when what is open is renamed over.
    let mut replaced = files::replace(path, &new);
    if fs::symlink_metadata(path).is_err() {
        let back = if is_kept { fs::rename(&kept, path) } else { put_back(path, &old) };
        replaced = match back {
            Ok(()) => replaced.and_then(|()| Err(Fault::new(msg!("redact-back")).into())),
            Err(error) => {
                let gone = Fault::new(msg!("redact-gone", cause = Arg::cause(&error))).exit(Exit::NotSaved);
                // What has the second name is all that there is now.
                let file = kept.display().to_string();
                let hint = if is_kept { msg!("redact-gone-kept", file = file) } else { msg!("redact-gone-hint") };
                return Err(gone.hint(hint).into());
            }
        };
    } else if is_kept && replaced.is_ok() {
        // Where somebody still has the old file open it lives on without a name, or under one that the disk gave it.
        let scrubbed = fs::File::options().write(true).open(&kept).and_then(|file| {
            file.write_all_at(&new, 0)?;
            file.sync_all()
        });
        replaced = scrubbed.told(msg!("file-unwritten"), path.display());
    }
    if is_kept
        && let Err(error) = fs::remove_file(&kept)
        && error.kind() != io::ErrorKind::NotFound
    {
        replaced = replaced.and(Err(error).told(msg!("file-unwritten"), kept.display()));
    }
    replaced
}

/// Makes a file anew that a failed replacement has taken away.
fn put_back(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = files::create_beside(path, 0o640)?;
    io::Write::write_all(&mut file, bytes)?;
    file.sync_all()
}

/// The faults of a file by the name that people know.
fn in_file(faults: Faults, file: &str) -> Faults {
    Faults(faults.0.into_iter().map(|fault| fault.in_file(file)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_is_blanked_in_its_file_moves_no_other_and_spares_what_follows_meanwhile() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("0001.jsonl");
        files::replace(&path, b"one\ntwo\nthree\n").unwrap();
        let mut writer = fs::File::options().append(true).open(&path).unwrap();
        overwrite(&path, |old| {
            io::Write::write_all(&mut &writer, b"four\n").unwrap();
            String::from_utf8(old.to_vec()).unwrap().replace("two", "   ").into_bytes()
        })
        .unwrap();
        io::Write::write_all(&mut writer, b"five\n").unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "one\n   \nthree\nfour\nfive\n");
    }
}
