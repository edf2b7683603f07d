//! `aktkoll backup`: a copy of a study that is right while people code, and grows with it.

use super::Context;
use crate::base::fault::{Fault, Faults, Result, Told};
use crate::base::files;
use crate::msg;
use crate::study::folder::{Folder, STUDY_FILE};
use crate::study::ledger::Ledger;
use crate::study::ledger::backup::{BackedUp, HEADS_FILE};
use std::fs;
use std::path::Path;

/// The largest file of a study that is copied, in bytes.
const LARGEST: u64 = 1 << 30;

pub(crate) fn run(study: &Path, to: &Path, context: &mut Context<'_>) -> Result<u8> {
    let folder = context.open_whole(study)?;
    let mut ledger = folder.ledger();
    let reading = ledger.read(&mut |_| {});
    context.tell_left_out(&ledger, &reading)?;
    context.left_out.exit = reading.exit();
    let done = copy(&folder, &ledger, to)?;
    if !done.refused.is_empty() {
        return Err(Faults(done.refused));
    }
    context.say(&msg!("backup-done", dir = to.display().to_string(), files = done.files, written = done.written))?;
    Ok(0)
}

/// Copies a study into a folder that is new, or a backup of it.
pub(crate) fn copy(folder: &Folder, ledger: &Ledger, to: &Path) -> Result<BackedUp> {
    let refused = |message| Err(Fault::new(message).in_file(to.display()).into());
    fs::create_dir_all(to).told(msg!("file-unwritten"), to.display())?;
    let [from, into] = [&folder.path, to].map(|path| fs::canonicalize(path).unwrap_or_else(|_| path.to_owned()));
    if into.starts_with(&from) || from.starts_with(&into) {
        return refused(msg!("backup-inside"));
    }
    let is_empty = fs::read_dir(to).told(msg!("file-unread"), to.display())?.next().is_none();
    if !is_empty && !Folder::open(to).is_ok_and(|old| old.settings.id == folder.settings.id) {
        return refused(msg!("backup-other"));
    }
    let done = ledger.back_up(to, folder.settings.shared)?;
    let entries = fs::read_dir(&folder.path).told(msg!("file-unread"), folder.path.display())?.flatten();
    let names =
        entries.filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_file())).map(|entry| entry.file_name());
    let mut names: Vec<_> =
        names.filter(|name| !name.as_encoded_bytes().starts_with(b".") && name != HEADS_FILE).collect();
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
