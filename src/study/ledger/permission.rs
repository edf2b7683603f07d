//! Who else can write in a study: what stands in such a place can have been changed by them.

use super::finding::{Finding, Kind};
use super::reader::Ledger;
use super::segment::Segment;
use super::storage::OTHERS_WRITE;
use crate::msg;
use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::Path;

/// The bit of a folder in which each may remove only what is that user's own.
const STICKY: u32 = 0o1000;

impl Ledger {
    /// The files and folders of the study that others than their owner can write, from the top down: what stands in such
    /// a folder is not named one by one. In a shared study everybody may make a folder beside the others'.
    pub fn open_to_others(&self, shared: bool) -> Vec<Finding> {
        let study = self.folder.parent().unwrap_or(Path::new("."));
        if let Some(found) = writable(study, ".", false) {
            return vec![found];
        }
        let names = fs::read_dir(study).into_iter().flatten().flatten().map(|entry| entry.path());
        let is_file = |path: &std::path::PathBuf| fs::symlink_metadata(path).is_ok_and(|about| about.is_file());
        let mut found: Vec<Finding> =
            names.filter(is_file).filter_map(|path| writable(&path, &name(&path), false)).collect();
        found.sort_by(|one, other| one.file.cmp(&other.file));
        if let Some(ledger) = writable(&self.folder, &name(&self.folder), shared) {
            found.push(ledger);
            return found;
        }
        for (coder, segments) in &self.coders {
            let path = self.folder.join(coder);
            let foreign = segments.values().find_map(|segment| foreign(&path, coder, segment));
            match writable(&path, coder, false) {
                Some(open) => found.push(open),
                None => found.extend(segments.values().filter_map(|one| writable(&one.path, &one.file, false))),
            }
            found.extend(foreign);
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

/// A folder that belongs to another user than a file in it: its owner can put other files in the place of those.
fn foreign(path: &Path, coder: &str, segment: &Segment) -> Option<Finding> {
    let found = fs::symlink_metadata(path).ok()?.uid();
    let message = msg!("ledger-note-folder", found = found.to_string(), owner = segment.uid.to_string());
    (found != segment.uid).then(|| Finding::file(Kind::Note, coder, message))
}
