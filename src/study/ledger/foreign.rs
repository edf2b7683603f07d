//! Files that another user than their coder may have written: their lines count, and every figure says so.

use super::finding::{Finding, Kind};
use super::reader::Ledger;
use super::storage::OTHERS_WRITE;
use crate::base::env::host;
use crate::base::language::Message;
use crate::msg;
use std::fs;
use std::os::unix::fs::MetadataExt;

/// The user who can write everywhere, and who brings files back: what is theirs tells nothing.
const ROOT: u32 = 0;

impl Ledger {
    /// The files of other users than whom they should be of.
    ///
    /// In a copy all is whoever's who made it. So what the first line of a file says of its writer is held against the
    /// file only in a ledger that several write in, on the computer that gave the writer that number.
    pub(crate) fn foreign(&self) -> Vec<Finding> {
        let (is_common, host) = (self.is_common(), host());
        let segments = self.coders.iter().flat_map(|(coder, segments)| segments.values().map(move |one| (coder, one)));
        segments
            .filter_map(|(coder, segment)| {
                let open = segment.open.as_ref().filter(|open| is_common && open.host == host);
                let message = told(segment.uid, *self.folders.get(coder)?, open.map(|open| open.uid))?;
                Some(Finding::file(Kind::Foreign, &segment.file, message))
            })
            .collect()
    }

    /// Whether several may write in the ledger, each in a folder of their own. A backup is one user's.
    fn is_common(&self) -> bool {
        let mode = fs::symlink_metadata(&self.folder).map_or(0, |about| about.mode());
        mode & OTHERS_WRITE != 0 && !self.folder.with_file_name(super::backup::HEADS_FILE).exists()
    }
}

/// What there is to say of a file of a user, in a folder of one, that a user has written.
fn told(file: u32, folder: u32, wrote: Option<u32>) -> Option<Message> {
    if file == ROOT {
        return None;
    }
    if file != folder && folder != ROOT {
        return Some(msg!("ledger-foreign", found = file.to_string(), owner = folder.to_string()));
    }
    let wrote = wrote.filter(|wrote| *wrote != file)?;
    Some(msg!("ledger-note-owner", found = file.to_string(), recorded = wrote.to_string()))
}

#[cfg(test)]
mod tests {
    use super::told;

    #[test]
    fn a_file_is_its_writers_in_the_folder_of_its_writer() {
        let key = |file, folder, wrote| told(file, folder, wrote).map(|message| message.key);
        assert_eq!(key(5, 5, Some(5)), None);
        assert_eq!(key(5, 5, None), None, "a copy, or another computer");
        assert_eq!(key(6, 5, Some(5)), Some("ledger-foreign"), "planted in a folder that was open");
        assert_eq!(key(6, 5, Some(6)), Some("ledger-foreign"));
        assert_eq!(key(5, 6, Some(5)), Some("ledger-foreign"), "in a folder that another made for it");
        assert_eq!(key(6, 6, Some(5)), Some("ledger-note-owner"), "with another folder in the place of the coder's");
        assert_eq!(key(6, 0, Some(5)), Some("ledger-note-owner"));
        assert_eq!((key(0, 5, Some(5)), key(5, 0, Some(5))), (None, None), "root brings back what it did not write");
    }
}
