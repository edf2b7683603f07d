//! Answers coded elsewhere, added as one segment: all of them or none.

use super::control_line::{Open, Sitting, Source};
use super::entry::{Draft, Entry};
use super::reader::Ledger;
use super::segment::HIGHEST_SEQ;
use super::storage::{Cause, Disk, Own};
use super::writer::{Confirmed, StartState, entry, imported};
use super::{MOST_SEGMENTS, segment_name};
use crate::base::env::Stamp;
use crate::base::fault::Result;
use crate::base::files::{create_beside, rename_new, sync_folder, unfinished};
use std::fs;
use std::io::{ErrorKind, Write};
use std::os::unix::fs::MetadataExt;
use std::path::Path;

impl Ledger {
    /// Adds answers as a segment of their own, which is either there whole or not at all.
    pub fn import(
        &self,
        sitting: &Sitting,
        source: &Source,
        drafts: &[(Draft, Stamp)],
        group: bool,
        stamp: &Stamp,
    ) -> Result<Vec<Entry<'static>>> {
        let fault = |cause: Cause| self.fault(&cause);
        let standing = self.standing(&sitting.coder).map_err(fault)?;
        let disk = Disk::study(&self.folder, &sitting.coder, group, Own::default()).map_err(fault)?;
        self.place_next(&disk, standing.newest, |segment| built(&standing, segment, sitting, source, drafts, stamp))
    }

    /// Puts a whole file of a coder's in its place, unless there is one already.
    pub fn put(&self, coder: &str, segment: u32, bytes: &[u8], group: bool) -> Result<bool> {
        let disk = Disk::study(&self.folder, coder, group, Own::default()).map_err(|cause| self.fault(&cause))?;
        Ok(place(&disk, segment, bytes).map_err(|cause| self.fault(&cause))?)
    }

    /// Puts what is built for a segment in the first place after `newest` that is free.
    pub(crate) fn place_next<T>(
        &self,
        disk: &Disk,
        newest: u32,
        mut build: impl FnMut(u32) -> Result<(Vec<u8>, T)>,
    ) -> Result<T> {
        for segment in newest + 1..=MOST_SEGMENTS {
            let (bytes, placed) = build(segment)?;
            if place(disk, segment, &bytes).map_err(|cause| self.fault(&cause))? {
                return Ok(placed);
            }
        }
        Err(Cause::Full.fault(&disk.folder().display().to_string()).into())
    }

    /// The lines that an import would add; nothing is written.
    pub fn rehearse(
        &self,
        sitting: &Sitting,
        source: &Source,
        drafts: &[(Draft, Stamp)],
        stamp: &Stamp,
    ) -> Result<Vec<Entry<'static>>> {
        let standing = self.standing(&sitting.coder).map_err(|cause| self.fault(&cause))?;
        Ok(built(&standing, standing.newest + 1, sitting, source, drafts, stamp)?.1)
    }
}

/// A segment's bytes and entries.
fn built(
    standing: &StartState,
    segment: u32,
    sitting: &Sitting,
    source: &Source,
    drafts: &[(Draft, Stamp)],
    stamp: &Stamp,
) -> Result<(Vec<u8>, Vec<Entry<'static>>)> {
    let mut open = Open::new(sitting, segment, standing.seq + 1, &stamp.ts).from(source.clone());
    open.previous.clone_from(&standing.previous);
    open.witnessed.clone_from(&standing.witnessed);
    let kept = drafts
        .iter()
        .zip(open.seq + 1..)
        .map(|((draft, stamp), seq)| Confirmed { entry: entry(draft, stamp, sitting, segment, seq), salt: stamp.salt });
    if open.seq + drafts.len() as u64 > HIGHEST_SEQ {
        return Err(Cause::Numbers.fault(&sitting.coder).into());
    }
    let (bytes, kept) = imported(&open, kept.collect())?;
    Ok((bytes, kept.into_iter().map(|kept| kept.entry).collect()))
}

/// Puts a whole segment in its place, unless there is one already.
pub(crate) fn place(disk: &Disk, segment: u32, bytes: &[u8]) -> std::result::Result<bool, Cause> {
    let path = disk.folder().join(segment_name(segment));
    let beside = unfinished(&path);
    let placed = write_beside(disk, &beside, bytes).and_then(|()| rename(&beside, &path));
    if !matches!(placed, Ok(true)) {
        // What is left of the attempt is no use to anyone; that it cannot be removed is no news either.
        let _ = fs::remove_file(&beside);
        return placed;
    }
    sync_folder(&path)?;
    Ok(true)
}

fn write_beside(disk: &Disk, beside: &Path, bytes: &[u8]) -> std::result::Result<(), Cause> {
    let mut file = create_beside(beside, 0o600)?;
    disk.guard(file.metadata()?.uid(), false)?;
    file.write_all(bytes)?;
    disk.settle_file(&file)
}

/// Whether the name was free, and is now the file's.
fn rename(from: &Path, to: &Path) -> std::result::Result<bool, Cause> {
    match rename_new(from, to) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(false),
        renamed => Ok(renamed.map(|()| true)?),
    }
}
