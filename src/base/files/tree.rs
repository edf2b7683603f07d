//! A folder and what lies below it: found and read without leaving it. Links are not followed, and nothing but plain files
//! is opened.

use crate::base::fault::{Fault, Result, Told};
use crate::msg;
use rustix::fd::{AsFd, BorrowedFd, OwnedFd};
use rustix::fs::{AtFlags, CWD, Dir, FileType, Mode, OFlags, fstat, openat, statat};
use std::fs::File;
use std::io::Read;
use std::path::Path;
use unicode_normalization::UnicodeNormalization;

/// So many folders may lie in each other.
const DEEP: usize = 8;
/// So many files are found at most.
const FILES: usize = 200_000;

/// An open folder: what is put in its place later is not seen.
pub(crate) struct Tree {
    root: OwnedFd,
}

/// A file below the folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Found {
    /// The names that lead to it.
    names: Vec<String>,
}

/// What is below a folder.
#[derive(Debug, Default)]
pub(crate) struct Listing {
    /// The plain files.
    pub(crate) files: Vec<Found>,
    /// How many links there are, which are not followed.
    pub(crate) links: usize,
    /// How many names lead to something else than text: pipes, devices, names that are no text, folders that cannot be
    /// looked into or lie too deep.
    pub(crate) others: usize,
    /// Whether there are more files than are looked at.
    pub(crate) is_cut: bool,
}

impl Found {
    /// The names that lead to it, composed.
    pub(crate) fn composed(&self) -> Vec<String> {
        self.names.iter().map(|name| name.nfc().collect()).collect()
    }
}

impl Tree {
    /// Opens a folder that the user named.
    pub(crate) fn open(path: &Path) -> Result<Self> {
        let root = folder(CWD, path, OFlags::empty()).told(msg!("file-unread"), path.display())?;
        Ok(Self { root })
    }

    /// All files below it but hidden ones and those that programs keep beside a file that is open.
    pub(crate) fn list(&self) -> Listing {
        let mut listing = Listing::default();
        if list(self.root.as_fd(), &mut Vec::new(), &mut listing).is_err() {
            listing.others += 1;
        }
        listing
    }

    /// Reads a file whole, of at most `most` bytes. What is told of it names no file.
    pub(crate) fn read(&self, found: &Found, most: u64) -> Result<Vec<u8>> {
        let file = self.file(found).map_err(|error| {
            let cause = crate::base::language::Arg::cause(&error);
            Fault::new(msg!("file-unread").with("cause", cause))
        })?;
        let special = || Fault::new(msg!("file-special"));
        let about = fstat(&file).map_err(|_| special())?;
        if !FileType::from_raw_mode(about.st_mode).is_file() {
            return Err(special().into());
        }
        let size = u64::try_from(about.st_size).unwrap_or(0).min(most);
        let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or(0) + 1);
        file.take(most + 1).read_to_end(&mut bytes).map_err(|error| {
            Fault::new(msg!("file-unread").with("cause", crate::base::language::Arg::cause(&error)))
        })?;
        if bytes.len() as u64 > most {
            return Err(Fault::new(msg!("file-large", most = most)).into());
        }
        Ok(bytes)
    }

    /// Opens a file by way of its folders, none of which may be a link now either.
    fn file(&self, found: &Found) -> std::io::Result<File> {
        let Some((last, folders)) = found.names.split_last() else {
            return Err(std::io::ErrorKind::NotFound.into());
        };
        let mut at = None;
        for name in folders {
            let from = at.as_ref().map_or(self.root.as_fd(), OwnedFd::as_fd);
            at = Some(folder(from, name, OFlags::NOFOLLOW)?);
        }
        let from = at.as_ref().map_or(self.root.as_fd(), OwnedFd::as_fd);
        // A pipe in the place of a file does not make it wait.
        let flags = OFlags::RDONLY | OFlags::NONBLOCK | OFlags::NOCTTY | OFlags::CLOEXEC | OFlags::NOFOLLOW;
        Ok(openat(from, last.as_str(), flags, Mode::empty())?.into())
    }
}

fn folder(at: impl AsFd, name: impl rustix::path::Arg, flags: OFlags) -> std::io::Result<OwnedFd> {
    let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC | flags;
    Ok(openat(at, name, flags, Mode::empty())?)
}

fn list(at: BorrowedFd<'_>, names: &mut Vec<String>, into: &mut Listing) -> std::io::Result<()> {
    for entry in Dir::read_from(at)? {
        let entry = entry?;
        let Ok(name) = entry.file_name().to_str() else {
            into.others += 1;
            continue;
        };
        if name.starts_with('.') || name.starts_with("~$") {
            continue;
        }
        // Some file systems do not say in the folder what a name leads to.
        let kind = match entry.file_type() {
            FileType::Unknown => match statat(at, name, AtFlags::SYMLINK_NOFOLLOW) {
                Ok(about) => FileType::from_raw_mode(about.st_mode),
                Err(_) => FileType::Unknown,
            },
            known => known,
        };
        names.push(name.to_owned());
        match kind {
            FileType::RegularFile if into.files.len() < FILES => into.files.push(Found { names: names.clone() }),
            FileType::RegularFile => into.is_cut = true,
            FileType::Symlink => into.links += 1,
            FileType::Directory if names.len() < DEEP => {
                let inner = folder(at, name, OFlags::NOFOLLOW).and_then(|inner| list(inner.as_fd(), names, into));
                into.others += usize::from(inner.is_err());
            }
            _ => into.others += 1,
        }
        names.pop();
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::files::replace;
    use std::os::unix::fs::symlink;

    /// A folder of files with links out of it, a pipe and a hidden file, and the folder beside it.
    fn made() -> (tempfile::TempDir, Tree) {
        let temp = tempfile::tempdir().unwrap();
        let path = |name: &str| temp.path().join(name);
        for name in ["in/A-1", "in/deep", "out"] {
            std::fs::create_dir_all(path(name)).unwrap();
        }
        for name in ["in/A-1/one.txt", "in/A-1/.hidden", "in/~$two.docx", "out/secret.txt", "in/A-2.txt"] {
            replace(&path(name), name.as_bytes()).unwrap();
        }
        symlink(path("out"), path("in/A-3")).unwrap();
        symlink("../out/secret.txt", path("in/A-4.txt")).unwrap();
        rustix::fs::mkfifoat(CWD, path("in/A-5.txt"), Mode::from_raw_mode(0o600)).unwrap();
        let tree = Tree::open(&path("in")).unwrap();
        (temp, tree)
    }

    fn names(tree: &Tree) -> Vec<String> {
        let mut names: Vec<String> = tree.list().files.iter().map(|found| found.names.join("/")).collect();
        names.sort();
        names
    }

    #[test]
    fn what_lies_below_a_folder_is_found_and_nothing_else() {
        let (_temp, tree) = made();
        assert_eq!(names(&tree), ["A-1/one.txt", "A-2.txt"]);
        let listing = tree.list();
        assert_eq!((listing.links, listing.others, listing.is_cut), (2, 1, false));
        let bytes: Vec<Vec<u8>> = listing.files.iter().map(|found| tree.read(found, 99).unwrap()).collect();
        assert!(bytes.contains(&b"in/A-1/one.txt".to_vec()));
    }

    #[test]
    fn what_takes_the_place_of_a_file_or_a_folder_later_is_not_followed() {
        let (temp, tree) = made();
        let path = |name: &str| temp.path().join(name);
        let find = |name: &str| {
            let names = name.split('/').map(str::to_owned).collect();
            tree.read(&Found { names }, 99).map_err(|faults| faults.0[0].message.key)
        };
        assert_eq!(find("A-4.txt"), Err("file-unread"), "a link to a file");
        assert_eq!(find("A-3/secret.txt"), Err("file-unread"), "a link to a folder");
        assert_eq!(find("A-5.txt"), Err("file-special"), "a pipe");
        assert_eq!(find("A-1"), Err("file-special"), "a folder");
        std::fs::remove_dir_all(path("in/A-1")).unwrap();
        replace(&path("out/one.txt"), b"secret").unwrap();
        symlink(path("out"), path("in/A-1")).unwrap();
        assert_eq!(find("A-1/one.txt"), Err("file-unread"));
    }

    #[test]
    fn what_is_too_large_or_too_deep_is_left_and_told_without_a_name() {
        let (temp, tree) = made();
        let found = Found { names: vec!["A-2.txt".to_owned()] };
        let fault = tree.read(&found, 3).unwrap_err();
        assert_eq!((fault.0[0].message.key, &fault.0[0].place), ("file-large", &None));
        let deep = temp.path().join("in").join(["d"; DEEP].join("/"));
        std::fs::create_dir_all(&deep).unwrap();
        replace(&deep.join("x.txt"), b"x").unwrap();
        assert_eq!((names(&tree).len(), tree.list().others), (2, 2));
    }

    #[test]
    fn a_file_is_no_folder() {
        let (temp, _tree) = made();
        assert!(Tree::open(&temp.path().join("in/A-2.txt")).is_err());
        assert!(Tree::open(&temp.path().join("in/A-5.txt")).is_err(), "and a pipe is not waited for");
    }
}
