//! `aktkoll backup`: a copy of a study that is right while people code, and grows with it.

use super::Context;
use crate::base::fault::{Fault, Faults, Result, Told};
use crate::base::files;
use crate::base::suggest::listed;
use crate::msg;
use crate::study::folder::{Folder, STUDY_FILE};
use crate::study::ledger::Ledger;
use crate::study::ledger::backup::{BackedUp, HEADS_FILE};
use std::ffi::{OsStr, OsString};
use std::fs;
use std::io;
use std::path::Path;

/// The largest file of a study that is copied, in bytes.
const LARGEST: u64 = 1 << 30;

pub(crate) fn run(study: &Path, to: &Path, context: &mut Context<'_>) -> Result<u8> {
    let folder = context.open_whole(study)?;
    let mut ledger = folder.ledger();
    let reading = context.reading(&folder, || ledger.read(&mut |_| {}));
    context.tell_left_out(&ledger, &reading)?;
    context.left_out.exit = reading.exit();
    let done = context.working("work-writing", || copy(&folder, &ledger, to))?;
    if !done.refused.is_empty() {
        return Err(Faults(done.refused));
    }
    let (dir, files, written) = (to.display().to_string(), done.files, done.written);
    let over: Vec<&str> = done.passed_over.iter().map(String::as_str).collect();
    let message = match over.as_slice() {
        [] => msg!("backup-done", dir = dir, files = files, written = written),
        over => msg!("backup-part", dir = dir, files = files, written = written, names = listed(over)),
    };
    context.say(&message).map(|()| 0)
}

/// Copies a study into a folder that is new, or a backup of it.
pub(crate) fn copy(folder: &Folder, ledger: &Ledger, to: &Path) -> Result<BackedUp> {
    let refused = |message| Err(Fault::new(message).in_file(to.display()).into());
    fs::create_dir_all(to).told(msg!("file-unwritten"), to.display())?;
    let [from, into] = [&folder.path, to].map(|path| fs::canonicalize(path).unwrap_or_else(|_| path.to_owned()));
    if into.starts_with(&from) || from.starts_with(&into) {
        return refused(msg!("backup-inside"));
    }
    let mut names = names(&folder.path)?;
    if !is_begun(folder, to, &names)? && !Folder::open(to).is_ok_and(|old| old.settings.id == folder.settings.id) {
        return refused(msg!("backup-other"));
    }
    let done = ledger.back_up(to, folder.settings.shared)?;
    if !done.refused.is_empty() {
        return Ok(done);
    }
    // What makes it a study comes last: until then nobody takes it for one.
    names.sort_by_key(|name| name == STUDY_FILE);
    for name in names {
        let bytes = files::read_inside(&folder.path.join(&name), LARGEST)?;
        let path = to.join(&name);
        if !path.exists() || files::read_inside(&path, LARGEST)? != bytes {
            files::replace_like(&path, &bytes, &folder.path.join(&name))?;
        }
    }
    Ok(done)
}

/// The files of a study that are copied as they are.
fn names(study: &Path) -> Result<Vec<OsString>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(study).told(msg!("file-unread"), study.display())? {
        let entry = entry.told(msg!("file-unread"), study.display())?;
        let (name, kind) = (entry.file_name(), entry.file_type().told(msg!("file-unread"), study.display())?);
        if kind.is_file() && !is_unfinished(&name) && name != HEADS_FILE {
            names.push(name);
        }
    }
    Ok(names)
}

fn is_unfinished(name: &OsStr) -> bool {
    name.as_encoded_bytes().starts_with(b".")
}

/// Whether in a folder there is nothing, or what a backup of the study has put there that was cut off: no more than a
/// beginning of the ledger, and files that are as those of the study.
fn is_begun(folder: &Folder, to: &Path, names: &[OsString]) -> Result<bool> {
    let is_alike = |name: &OsString| {
        let read = |path: &Path| files::read_inside(&path.join(name), LARGEST).ok();
        names.contains(name) && read(to).is_some_and(|copy| read(&folder.path) == Some(copy))
    };
    let entries = fs::read_dir(to).told(msg!("file-unread"), to.display())?;
    let names = entries.map(|entry| entry.map(|entry| entry.file_name())).collect::<io::Result<Vec<_>>>();
    let names = names.told(msg!("file-unread"), to.display())?;
    Ok(names.iter().all(|name| name == "ledger" || name == HEADS_FILE || is_unfinished(name) || is_alike(name)))
}
