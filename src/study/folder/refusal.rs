//! Why a folder cannot be opened as a study, and what to do.

use super::STUDY_FILE;
use crate::base::fault::Fault;
use crate::base::language::Arg;
use crate::msg;
use std::io::ErrorKind;
use std::path::Path;

/// What is told of a folder that is no study, or cannot be read.
pub(crate) fn of(path: &Path) -> Fault {
    let (folder, file) = (path.metadata(), path.join(STUDY_FILE).metadata());
    let is_there = folder.is_ok();
    match folder.err().or(file.err()).map(|error| (error.kind(), error)) {
        Some((ErrorKind::PermissionDenied, _)) => Fault::new(msg!("study-closed")).hint(msg!("study-closed-hint")),
        Some((ErrorKind::NotFound | ErrorKind::NotADirectory, _)) if !is_there => {
            Fault::new(msg!("study-not-there")).hint(msg!("study-not-there-hint"))
        }
        _ if path.is_file() => Fault::new(msg!("study-is-file")).hint(msg!("study-not-a-study-hint")),
        None | Some((ErrorKind::NotFound | ErrorKind::NotADirectory, _)) => {
            Fault::new(msg!("study-not-a-study")).hint(msg!("study-not-a-study-hint"))
        }
        Some((_, error)) => Fault::new(msg!("study-gone", cause = Arg::cause(&error))).hint(msg!("study-gone-hint")),
    }
}
