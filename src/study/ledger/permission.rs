//! Who else can write in a study: what stands in such a place can have been changed by them.

use super::finding::{Finding, Kind};
use super::reader::Ledger;
use super::storage::OTHERS_WRITE;
use crate::msg;
use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::Path;

/// The bit of a folder in which each may remove only what is that user's own.
const STICKY: u32 = 0o1000;

impl Ledger {
    /// The files and folders of the study that others than their owner can write, from the top down, and the coders'
    /// folders that are empty. In a shared study everybody may make a folder beside the others'.
    pub fn open_to_others(&self, shared: bool) -> Vec<Finding> {
        let study = self.folder.parent().unwrap_or(Path::new("."));
        let names = fs::read_dir(study).into_iter().flatten().flatten().map(|entry| entry.path());
        let is_file = |path: &std::path::PathBuf| fs::symlink_metadata(path).is_ok_and(|about| about.is_file());
        let mut files: Vec<Finding> =
            names.filter(is_file).filter_map(|path| writable(&path, &name(&path), false)).collect();
        files.sort_by(|one, other| one.file.cmp(&other.file));
        let mut found: Vec<Finding> = writable(study, ".", false).into_iter().chain(files).collect();
        // Of a link or a file in the place of the ledger its kind is told.
        if fs::symlink_metadata(&self.folder).is_ok_and(|about| about.is_dir()) {
            found.extend(writable(&self.folder, &name(&self.folder), shared));
        }
        for (coder, owner) in &self.folders {
            found.extend(writable(&self.folder.join(coder), coder, false));
            let segments = self.coders.get(coder).into_iter().flat_map(BTreeMap::values);
            found.extend(segments.filter_map(|one| writable(&one.path, &one.file, false)));
            let is_empty = |folder| fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_none());
            if !self.coders.contains_key(coder) && is_empty(self.folder.join(coder)) {
                found.push(Finding::file(Kind::Note, coder, msg!("ledger-note-empty", owner = owner.to_string())));
            }
        }
        found
    }
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// A place that others can write; a shared folder may be open to its group where each keeps what is that user's own.
fn writable(path: &Path, name: &str, shared: bool) -> Option<Finding> {
    let mode = fs::symlink_metadata(path).ok()?.mode() & 0o7777;
    let allowed = if shared && mode & STICKY != 0 { 0o020 } else { 0 };
    let is_open = mode & OTHERS_WRITE & !allowed != 0;
    is_open.then(|| Finding::file(Kind::Note, name, msg!("ledger-note-writable", mode = format!("{mode:04o}"))))
}
