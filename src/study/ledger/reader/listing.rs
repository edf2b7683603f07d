//! Which files there are: the coders' folders and their segments, and what is not read for its name.

use super::Ledger;
use crate::base::slug::is_slug;
use crate::msg;
use crate::study::ledger::finding::{Finding, Kind};
use crate::study::ledger::segment::Segment;
use crate::study::ledger::segment_of;
use crate::study::ledger::storage::special;
use std::fs;
use std::io::{self, ErrorKind};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

/// How far below the ledger's folder files are looked for that are not read for their names.
const DEEPEST: usize = 4;

impl Ledger {
    /// Lists what is there now.
    pub(super) fn list_all(&mut self) {
        self.strays.clear();
        self.passed_over.clear();
        self.folders.clear();
        self.unlisted.clear();
        for (name, path, kind) in self.twins() {
            files(&name, path, kind, &mut self.passed_over);
        }
        if let Err(error) = self.list() {
            self.strays.push(Finding::unread(&self.folder.display().to_string(), &error));
            self.unlisted.push((self.folder.clone(), error));
        }
    }

    /// Finds the coders' folders and their segments.
    fn list(&mut self) -> io::Result<()> {
        match fs::symlink_metadata(&self.folder) {
            Ok(about) if !about.is_dir() => {
                let name = self.folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
                self.stray(Kind::Damage, &name, special(about.file_type()));
                return Ok(());
            }
            _ => {}
        }
        for (name, path, kind) in names(&self.folder)? {
            match (is_slug(&name), kind.is_dir()) {
                (true, true) => {
                    if let Err(error) = self.list_coder(&name) {
                        self.strays.push(Finding::unread(&name, &error));
                        self.unlisted.push((self.folder.join(&name), error));
                    }
                }
                (true, false) if !kind.is_file() => self.stray(Kind::Damage, &name, special(kind)),
                _ => self.pass_over(&name, path, kind),
            }
        }
        Ok(())
    }

    /// The folders that are called as that of all is, but for capitals.
    pub(crate) fn twins(&self) -> Vec<(String, PathBuf, fs::FileType)> {
        let (Some(study), Some(own)) = (self.folder.parent(), self.folder.file_name()) else { return Vec::new() };
        let own = own.to_string_lossy();
        let mut twins = names(study).unwrap_or_default();
        twins.retain(|(name, _, kind)| *name != own && name.to_lowercase() == own.to_lowercase() && kind.is_dir());
        twins
    }

    fn list_coder(&mut self, coder: &str) -> io::Result<()> {
        let folder = self.folder.join(coder);
        self.folders.insert(coder.to_owned(), fs::symlink_metadata(&folder)?.uid());
        for (name, path, kind) in names(&folder)? {
            let file = format!("{coder}/{name}");
            match segment_of(&name) {
                Some(_) if !kind.is_file() => self.stray(Kind::Damage, &file, special(kind)),
                Some(number) => {
                    let segments = self.coders.entry(coder.to_owned()).or_default();
                    segments.entry(number).or_insert_with(|| Segment::new(path, coder, number));
                }
                None => self.pass_over(&file, path, kind),
            }
        }
        Ok(())
    }

    /// Why it is not known which files a coder has, if it is not.
    pub(crate) fn unlisted(&self, coder: &str) -> Option<&(PathBuf, io::Error)> {
        let own = self.folder.join(coder);
        self.unlisted.iter().find(|(folder, _)| *folder == own || *folder == self.folder)
    }

    /// Notes what is not read for its name, with the files below it.
    fn pass_over(&mut self, file: &str, path: PathBuf, kind: fs::FileType) {
        self.stray(Kind::Note, file, msg!("ledger-note-name"));
        files(file, path, kind, &mut self.passed_over);
    }

    fn stray(&mut self, kind: Kind, file: &str, message: crate::base::language::Message) {
        self.strays.push(Finding::file(kind, file, message));
    }
}

/// The plain files of a name, each with where it is: itself, or those in a folder. What cannot be listed has none that are
/// known.
fn files(file: &str, path: PathBuf, kind: fs::FileType, found: &mut Vec<(String, PathBuf)>) {
    if kind.is_file() {
        found.push((file.to_owned(), path));
    } else if kind.is_dir() && file.split('/').count() < DEEPEST {
        for (name, path, kind) in names(&path).unwrap_or_default() {
            files(&format!("{file}/{name}"), path, kind, found);
        }
    }
}

/// What a folder holds, by name, but for names that begin with a dot: those are unfinished.
fn names(folder: &Path) -> io::Result<Vec<(String, PathBuf, fs::FileType)>> {
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries?,
    };
    let mut found = Vec::new();
    for entry in entries {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if !name.starts_with('.') {
            found.push((name, entry.path(), entry.file_type()?));
        }
    }
    found.sort_by(|(one, ..), (other, ..)| one.cmp(other));
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_has_files_that_could_not_be_listed_begins_nothing_new() {
        use crate::study::ledger::storage::Cause;
        let folder = tempfile::tempdir().unwrap();
        let mut ledger = Ledger::new(folder.path(), "bs");
        let mut refused = |unlisted: PathBuf| {
            ledger.unlisted = vec![(unlisted, io::Error::from_raw_os_error(13))];
            ["carina", "lotta"].map(|coder| match ledger.standing(coder) {
                Err(Cause::Unread(path, error)) => Some((path, error.kind())),
                _ => None,
            })
        };
        let denied = |path: &Path| Some((path.to_owned(), ErrorKind::PermissionDenied));
        let own = folder.path().join("carina");
        assert_eq!(refused(own.clone()), [denied(&own), None]);
        assert_eq!(refused(folder.path().to_owned()), [denied(folder.path()), denied(folder.path())], "that of all");
    }

    #[test]
    fn a_folder_that_is_not_there_is_empty_and_one_that_cannot_be_listed_is_not() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["b", "a", ".c"] {
            fs::create_dir(folder.path().join(name)).unwrap();
        }
        let found = names(folder.path()).unwrap();
        assert_eq!(found.iter().map(|(name, ..)| name.as_str()).collect::<Vec<_>>(), ["a", "b"]);
        assert_eq!(names(&folder.path().join("none")).unwrap().len(), 0);
        assert!(names(&std::env::current_exe().unwrap()).is_err());
    }
}
