//! The disk as the ledger's writer uses it: create, write, sync, and look whether the file is still the same.
//!
//! A trait, so that tests can put a failing disk in its place. Every call is one system call's worth: the rules of
//! what counts as saved are the writer's.

mod cause;

pub use cause::Cause;

use crate::base::files::{is_on_share, open_to_read, set_mode, set_mode_of, sweep, sync_names};
use crate::base::language::Message;
use crate::msg;
use rustix::fs::{CWD, Mode, OFlags};
use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Read, Seek, SeekFrom};
use std::os::unix::fs::{DirBuilderExt, FileTypeExt, MetadataExt};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

/// What the writer needs of a disk.
pub trait Storage {
    /// An open segment.
    type File;
    /// Makes the file of a segment that did not exist before; if this fails, no file was made.
    fn create(&mut self, segment: u32) -> Result<Self::File, Cause>;
    /// Sets the file's mode and puts its name on the disk.
    fn settle(&mut self, file: &Self::File) -> Result<(), Cause>;
    /// Writes some bytes at the end, as many as the system takes at once.
    fn write(&mut self, file: &mut Self::File, bytes: &[u8]) -> io::Result<usize>;
    /// Puts what was written on the disk.
    fn sync(&mut self, file: &Self::File) -> io::Result<()>;
    /// Makes sure that the segment's name still leads to this file alone, of this size.
    fn confirm(&mut self, file: &Self::File, segment: u32, size: u64) -> Result<(), Cause>;
    /// What a segment's file holds from some byte on, if there is one.
    fn read(&mut self, segment: u32, from: u64) -> io::Result<Option<Vec<u8>>>;
    /// The segment's file as shown to people.
    fn name(&self, segment: u32) -> String;
}

/// The segments that this process writes, so that its reader passes them over.
pub type Own = Arc<Mutex<BTreeSet<u32>>>;

/// The real disk: one coder's folder.
pub struct Disk {
    folder: PathBuf,
    name: Box<dyn Fn(u32) -> String + Send>,
    group: bool,
    own: Own,
    is_guarded: bool,
    is_handed_over: bool,
}

/// The bits of a mode that let others write.
pub(crate) const OTHERS_WRITE: u32 = 0o022;

/// The mode of a coder's folder.
fn folder_mode(group: bool) -> u32 {
    if group { 0o2750 } else { 0o750 }
}

impl Disk {
    /// The folder of a coder in a ledger, made where it is missing; with `group`, the study's group may read.
    pub fn study(ledger: &Path, coder: &str, group: bool, own: Own) -> Result<Self, Cause> {
        let folder = ledger.join(coder);
        // Colleagues make their own folders beside this one; the sticky bit keeps them from touching it.
        make_folder(ledger, if group { 0o3770 } else { 0o750 })?;
        make_folder(&folder, folder_mode(group))?;
        sync_names(rustix::fs::fsync(open_folder(ledger)?))?;
        sweep(&folder);
        Ok(Self { folder, name: Box::new(super::segment_name), group, own, is_guarded: false, is_handed_over: false })
    }

    /// Any folder, with segments named by `name`.
    pub fn beside(folder: PathBuf, name: impl Fn(u32) -> String + Send + 'static) -> Self {
        Self {
            folder,
            name: Box::new(name),
            group: true,
            own: Own::default(),
            is_guarded: false,
            is_handed_over: false,
        }
    }

    /// The same refusing to write in a folder of somebody else, who could change what stands in it.
    #[must_use]
    pub(crate) fn guarded(self) -> Self {
        Self { is_guarded: true, ..self }
    }

    /// The same with what root writes given to whoever the folder is of, who has to be able to redact it.
    #[must_use]
    pub(crate) fn handed_over(self) -> Self {
        Self { is_handed_over: true, ..self }
    }

    /// Refuses a folder of another user; one's own that others can write in is closed to them. On a disk that keeps no
    /// owners a new file belongs to whoever its folder does. Root may write where only another user can too, when it
    /// brings lines that are not its own.
    pub(crate) fn guard(&self, uid: u32, is_own: bool) -> Result<(), Cause> {
        let folder = fs::symlink_metadata(&self.folder)?;
        let is_open = folder.mode() & OTHERS_WRITE != 0;
        let may_root = !is_own && !is_open && rustix::process::geteuid().is_root();
        if folder.uid() != uid && !may_root {
            return Err(Cause::Foreign(self.folder.clone(), folder.uid()));
        }
        if is_open {
            // Closing it over what another has put there would leave no trace of how that came.
            if let Some((file, owner)) = self.planted(folder.uid())? {
                return Err(Cause::Planted(file, owner));
            }
            set_mode(&self.folder, folder_mode(self.group))?;
        }
        Ok(())
    }

    /// A file in the folder that is another user's than the folder, and not root's, who brings files back.
    fn planted(&self, uid: u32) -> io::Result<Option<(PathBuf, u32)>> {
        for entry in fs::read_dir(&self.folder)? {
            let entry = entry?;
            let owner = entry.metadata()?.uid();
            if owner != uid && owner != 0 {
                return Ok(Some((entry.path(), owner)));
            }
        }
        Ok(None)
    }

    /// Why a file could not be made: where the folder is another user's, that is why.
    fn refused(&self, error: rustix::io::Errno) -> Cause {
        is_of_other(&self.folder).map_or_else(|| error.into(), |owner| Cause::Foreign(self.folder.clone(), owner))
    }

    /// The folder of the segments.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    fn path(&self, segment: u32) -> PathBuf {
        self.folder.join((self.name)(segment))
    }

    /// Gives a file its mode, whatever the umask, and puts it and its name on the disk.
    pub(crate) fn settle_file(&self, file: &File) -> Result<(), Cause> {
        if self.is_handed_over && rustix::process::geteuid().is_root() {
            let owner = fs::symlink_metadata(&self.folder)?.uid();
            if file.metadata()?.uid() != owner {
                std::os::unix::fs::fchown(file, Some(owner), None)?;
            }
        }
        set_mode_of(file, if self.group { 0o640 } else { 0o600 })?;
        file.sync_all()?;
        Ok(sync_names(rustix::fs::fsync(open_folder(&self.folder)?))?)
    }
}

/// Makes a folder where there is none; refuses anything else in its place.
fn make_folder(path: &Path, mode: u32) -> Result<(), Cause> {
    match fs::DirBuilder::new().mode(0o700).create(path) {
        Ok(()) => Ok(set_mode(path, mode)?),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            let kind = fs::symlink_metadata(path)?.file_type();
            if kind.is_dir() { Ok(()) } else { Err(Cause::Special(special(kind))) }
        }
        Err(error) => Err(error.into()),
    }
}

/// The user whose a folder is, if it is another one's.
pub(crate) fn is_of_other(folder: &Path) -> Option<u32> {
    let owner = fs::symlink_metadata(folder).ok()?.uid();
    (owner != rustix::process::geteuid().as_raw()).then_some(owner)
}

/// Opens a plain file, and nothing else.
pub(crate) fn open_plain(path: &Path) -> io::Result<File> {
    let file = open_to_read(path, OFlags::NOFOLLOW)?;
    if file.metadata()?.is_file() { Ok(file) } else { Err(io::ErrorKind::InvalidInput.into()) }
}

/// All that is in a plain file.
pub(crate) fn read_plain(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    open_plain(path)?.read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn open_folder(path: &Path) -> rustix::io::Result<rustix::fd::OwnedFd> {
    rustix::fs::open(path, OFlags::RDONLY | OFlags::DIRECTORY | OFlags::NOFOLLOW | OFlags::CLOEXEC, Mode::empty())
}

/// What something is that should be a plain file.
pub(crate) fn special(kind: fs::FileType) -> Message {
    if kind.is_symlink() {
        msg!("ledger-special-link")
    } else if kind.is_fifo() {
        msg!("ledger-special-fifo")
    } else if kind.is_dir() {
        msg!("ledger-special-folder")
    } else if kind.is_file() {
        msg!("ledger-special-file")
    } else {
        msg!("ledger-special-device")
    }
}

impl Storage for Disk {
    type File = File;

    fn create(&mut self, segment: u32) -> Result<File, Cause> {
        let path = self.path(segment);
        if self.is_guarded && !self.folder.exists() {
            // Somebody took it away under the sitting, which writes anew all that it has saved.
            make_folder(&self.folder, folder_mode(self.group))?;
        }
        // With `EXCL` a link or a pipe of that name is neither followed nor waited for.
        let flags = OFlags::WRONLY | OFlags::CREATE | OFlags::EXCL | OFlags::APPEND | OFlags::CLOEXEC;
        match rustix::fs::openat(CWD, &path, flags, Mode::from_raw_mode(0o600)) {
            Ok(file) => {
                self.own.lock().unwrap_or_else(PoisonError::into_inner).insert(segment);
                let file = File::from(file);
                if self.is_guarded
                    && let Err(cause) = file.metadata().map_err(Cause::from).and_then(|one| self.guard(one.uid(), true))
                {
                    // It is empty, and nobody reads it.
                    let _ = fs::remove_file(&path);
                    return Err(cause);
                }
                // A courtesy that tells other logins who is here; safety comes from `EXCL`, so a refusal is no matter.
                if !is_on_share(&file) {
                    let _ = file.try_lock();
                }
                Ok(file)
            }
            Err(rustix::io::Errno::EXIST) => {
                let kind = fs::symlink_metadata(&path)?.file_type();
                Err(if kind.is_file() { Cause::Taken } else { Cause::Special(special(kind)) })
            }
            Err(error @ (rustix::io::Errno::ACCESS | rustix::io::Errno::PERM)) => Err(self.refused(error)),
            Err(error) => Err(error.into()),
        }
    }

    fn settle(&mut self, file: &File) -> Result<(), Cause> {
        self.settle_file(file)
    }

    fn write(&mut self, file: &mut File, bytes: &[u8]) -> io::Result<usize> {
        io::Write::write(file, bytes)
    }

    fn sync(&mut self, file: &File) -> io::Result<()> {
        // Once, and once only: after an error the second call says that all is well while the bytes are gone.
        file.sync_data()
    }

    fn confirm(&mut self, file: &File, segment: u32, size: u64) -> Result<(), Cause> {
        let held = file.metadata()?;
        let named = fs::symlink_metadata(self.path(segment)).map_err(|error| match error.kind() {
            ErrorKind::NotFound => Cause::Moved,
            _ => error.into(),
        })?;
        if (held.dev(), held.ino()) != (named.dev(), named.ino()) {
            return Err(Cause::Moved);
        }
        if held.nlink() != 1 {
            return Err(Cause::Linked(held.nlink()));
        }
        if held.len() != size {
            return Err(Cause::Size { found: held.len(), expected: size });
        }
        Ok(())
    }

    fn read(&mut self, segment: u32, from: u64) -> io::Result<Option<Vec<u8>>> {
        let mut file = match open_plain(&self.path(segment)) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            file => file?,
        };
        file.seek(SeekFrom::Start(from))?;
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes)?;
        Ok(Some(bytes))
    }

    fn name(&self, segment: u32) -> String {
        self.path(segment).display().to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rustix::fs::fcntl_getfl;
    use rustix::io::{FdFlags, fcntl_getfd};
    use std::os::unix::fs::symlink;

    #[test]
    fn a_new_file_is_ones_own_is_only_added_to_and_goes_to_no_other_program() {
        let folder = tempfile::tempdir().unwrap();
        let mut disk = Disk::beside(folder.path().to_owned(), |number| number.to_string());
        let file = disk.create(1).unwrap();
        assert_eq!(fcntl_getfd(&file).unwrap(), FdFlags::CLOEXEC);
        assert!(fcntl_getfl(&file).unwrap().contains(OFlags::WRONLY | OFlags::APPEND));
        assert_eq!(file.metadata().unwrap().mode() & 0o777, 0o600);
        assert!(matches!(disk.create(1), Err(Cause::Taken)));
        symlink("nowhere", folder.path().join("2")).unwrap();
        fs::create_dir(folder.path().join("3")).unwrap();
        let key = |cause| if let Err(Cause::Special(message)) = cause { message.key } else { "" };
        assert_eq!([2, 3].map(|number| key(disk.create(number))), ["ledger-special-link", "ledger-special-folder"]);
        assert!(!folder.path().join("nowhere").exists());
    }

    #[test]
    fn a_folder_of_ones_own_is_closed_where_others_could_write_in_it_and_else_left_as_it_is() {
        let folder = tempfile::tempdir().unwrap();
        let disk = Disk::beside(folder.path().to_owned(), |number| number.to_string());
        let mode = || fs::metadata(folder.path()).unwrap().mode() & 0o777;
        let own = rustix::process::geteuid().as_raw();
        for (was, is) in [(0o700, 0o700), (0o755, 0o755), (0o770, 0o750), (0o702, 0o750)] {
            set_mode(folder.path(), was).unwrap();
            disk.guard(own, true).unwrap();
            assert_eq!(mode(), is, "{was:o}");
        }
        assert!(matches!(disk.guard(own + 1, true), Err(Cause::Foreign(_, uid)) if uid == own));
    }
}
