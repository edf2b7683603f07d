//! Blanking texts: with the import the only change to what was written. It is told of first, and then done.

use super::chain::split;
use super::control_line::Sitting;
use super::entry::Head;
use super::line::{Sought, blanked};
use super::reader::Ledger;
use super::segment::{Segment, open_plain};
use crate::base::env::Stamp;
use crate::base::fault::{Fault, Result, Told};
use crate::base::files;
use crate::msg;
use std::fs::{File, TryLockError};
use std::io::Read;
use std::path::PathBuf;

/// A file with its blanked lines, locked until they are in place.
struct Cleared {
    path: PathBuf,
    bytes: Vec<u8>,
    lines: Vec<(u32, Head)>,
    _lock: File,
}

impl Ledger {
    /// Blanks texts of the sitting's coder in every line that carries them, and tells of it in a segment of its own.
    /// Gives the number of lines. Only the user who owns the files can, and only while nobody writes in them.
    pub fn redact(&mut self, sitting: &Sitting, sought: &[Sought], group: bool, stamp: &Stamp) -> Result<usize> {
        let segments = self.coders.get(&sitting.coder).into_iter().flat_map(|segments| segments.values());
        let cleared: Vec<Cleared> = segments
            .map(|segment| cleared(segment, sought, sitting.uid))
            .collect::<Result<Vec<_>>>()?
            .into_iter()
            .flatten()
            .collect();
        let lines: Vec<(u32, Head)> = cleared.iter().flat_map(|file| file.lines.iter().copied()).collect();
        if lines.is_empty() {
            return Ok(0);
        }
        let left = self.left_at(&sitting.coder).map(|(case, question)| (case.to_owned(), question.to_owned()));
        let (case, question) = left.unwrap_or_default();
        let mut writer = self.begin(sitting.clone(), group, stamp)?;
        writer.redact(&lines, stamp)?;
        writer.close(&case, &question, stamp)?;
        cleared.iter().try_for_each(|file| files::replace(&file.path, &file.bytes))?;
        Ok(lines.len())
    }
}

/// What a segment is to become, if it carries one of the texts.
fn cleared(segment: &Segment, sought: &[Sought], uid: u32) -> Result<Option<Cleared>> {
    let unread = || msg!("file-unread");
    let mut file = open_plain(&segment.path).told(unread(), &segment.file)?;
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes).told(unread(), &segment.file)?;
    let mut lines = Vec::new();
    let mut out = Vec::with_capacity(bytes.len());
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        let whole = line.strip_suffix(b"\n").filter(|line| sought.iter().any(|text| text.stands_in(line)));
        match whole.and_then(|line| Some((split(line)?.1, blanked(line)?))) {
            Some((head, blank)) => {
                lines.push((segment.number, head));
                out.extend(blank);
                out.push(b'\n');
            }
            None => out.extend_from_slice(line),
        }
    }
    if lines.is_empty() {
        return Ok(None);
    }
    let refused = |message| Fault::new(message).in_file(&segment.file);
    if segment.uid != uid {
        return Err(refused(msg!("redact-owner")).hint(msg!("redact-owner-hint")).into());
    }
    // A writer holds the lock of its segment as long as it writes there.
    if matches!(file.try_lock(), Err(TryLockError::WouldBlock)) {
        return Err(refused(msg!("redact-open")).hint(msg!("redact-open-hint")).into());
    }
    Ok(Some(Cleared { path: segment.path.clone(), bytes: out, lines, _lock: file }))
}
