//! Files as a whole: read with a limit, replaced without ever being half there.

mod beside;
mod mode;
pub mod named;
pub(crate) mod opened;
mod share;
pub(crate) mod tree;

use crate::base::fault::{Fault, Faults, Result, Told};
use crate::base::language::Message;
use crate::msg;
use rustix::fs::{Mode, OFlags};
use rustix::io::Errno;
use std::fs::{self, File};
use std::io::{Read, Write};
use std::os::unix::fs::{DirBuilderExt, MetadataExt};
use std::path::Path;

use beside::Beside;
pub(crate) use beside::{original, second_name, sweep, unfinished};
use mode::mode_known;
pub(crate) use mode::{set_group, set_mode, set_mode_of};
pub(crate) use share::{bring_back, is_on_share};
use share::{open_settled, rename_past};

/// Reads a plain file that the user named, of at most `most` bytes.
pub fn read(path: &Path, most: u64) -> Result<Vec<u8>> {
    read_with(path, most, OFlags::empty())
}

/// Reads a plain file of a study folder: one that is no link to somewhere else.
pub fn read_inside(path: &Path, most: u64) -> Result<Vec<u8>> {
    read_with(path, most, OFlags::NOFOLLOW)
}

/// Reads a plain file as text in UTF-8.
pub fn read_text(path: &Path, most: u64) -> Result<String> {
    String::from_utf8(read(path, most)?).told(msg!("file-not-utf8"), path.display())
}

/// Reads a plain file of a study folder as text in UTF-8.
pub fn read_text_inside(path: &Path, most: u64) -> Result<String> {
    String::from_utf8(read_inside(path, most)?).told(msg!("file-not-utf8"), path.display())
}

fn read_with(path: &Path, most: u64, flags: OFlags) -> Result<Vec<u8>> {
    let refused = || msg!("file-unread");
    let name = path.display();
    let special = || Faults::from(Fault::new(msg!("file-special")).in_file(path.display()));
    // A socket cannot be opened at all; the folder of a study has no place for a folder of that name either.
    if flags.contains(OFlags::NOFOLLOW) && fs::symlink_metadata(path).is_ok_and(|about| !about.is_file()) {
        return Err(special());
    }
    let file = open_settled(path, || open_to_read(path, flags)).told(refused(), name)?;
    let about = file.metadata().told(refused(), path.display())?;
    if about.is_dir() {
        return Err(Fault::new(msg!("file-folder")).in_file(path.display()).into());
    }
    if !about.is_file() {
        return Err(special());
    }
    let mut bytes = Vec::new();
    file.take(most + 1).read_to_end(&mut bytes).told(refused(), path.display())?;
    if bytes.len() as u64 > most {
        return Err(Fault::new(msg!("file-large", most = most)).in_file(path.display()).into());
    }
    Ok(bytes)
}

/// Opens for reading; a pipe in the place of a file does not make it wait.
pub(crate) fn open_to_read(path: &Path, flags: OFlags) -> std::io::Result<File> {
    let flags = OFlags::RDONLY | OFlags::NONBLOCK | OFlags::NOCTTY | OFlags::CLOEXEC | flags;
    Ok(rustix::fs::open(path, flags, Mode::empty())?.into())
}

/// Replaces a file, or makes it: whoever looks sees the old bytes or the new ones, and a power cut changes nothing of
/// that. Mode and group of the old file stay.
pub fn replace(path: &Path, bytes: &[u8]) -> Result<()> {
    replace_like(path, bytes, path)
}

/// The same with the mode and the group of another file.
pub fn replace_like(path: &Path, bytes: &[u8], like: &Path) -> Result<()> {
    let beside = Beside::new(path);
    write_beside(&beside.path, path, bytes, like).told(msg!("file-unwritten"), path.display())
}

fn write_beside(beside: &Path, path: &Path, bytes: &[u8], like: &Path) -> std::io::Result<()> {
    let mut file = create_beside(beside, 0o640)?;
    if let Ok(old) = fs::metadata(like) {
        if old.gid() != file.metadata()?.gid() {
            rustix::fs::fchown(&file, None, Some(rustix::fs::Gid::from_raw(old.gid())))?;
        }
        mode_known(rustix::fs::fchmod(&file, Mode::from_raw_mode(old.mode())))?;
    }
    file.write_all(bytes)?;
    file.sync_all()?;
    drop(file);
    match fs::symlink_metadata(path) {
        Ok(_) if is_on_share(&File::open(beside)?) => rename_past(beside, path)?,
        _ => fs::rename(beside, path)?,
    }
    sync_folder(path)
}

/// Makes a new file, whole or not at all; one that is there stays as it is.
pub fn create(path: &Path, bytes: &[u8]) -> Result<()> {
    create_by(path, |file| file.write_all(bytes))
}

/// The same with what is written to it piece by piece.
pub(crate) fn create_by(path: &Path, write: impl FnOnce(&mut File) -> std::io::Result<()>) -> Result<()> {
    let beside = Beside::new(path);
    match create_whole(&beside.path, path, write) {
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
            Err(Fault::new(msg!("file-exists")).in_file(path.display()).hint(msg!("file-exists-hint")).into())
        }
        made => made.told(msg!("file-unwritten"), path.display()),
    }
}

/// Makes a folder, whole or not at all: it is made and filled beside its place and renamed into it.
pub fn create_folder(path: &Path, unmade: &Message, fill: impl FnOnce(&Path) -> Result<()>) -> Result<()> {
    let beside = Beside::new(path);
    // What an attempt that was cut off has left under the same process id.
    beside.remove();
    let made = fill(&beside.path).and_then(|()| {
        rename_new(&beside.path, path).told(unmade.clone(), path.display())?;
        sync_folder(path).told(unmade.clone(), path.display())
    });
    made.map_err(|faults| faults.of_file(&beside.path.display().to_string(), &path.display().to_string()))
}

/// Does something in a folder of its own beside a path, for its owner alone; it goes when that is done.
pub(crate) fn in_scratch<T>(path: &Path, work: impl FnOnce(&Path) -> Result<T>) -> Result<T> {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".unpacked");
    let beside = Beside::new(&path.with_file_name(name));
    beside.remove();
    create_folders(&beside.path).told(msg!("file-unwritten"), path.display())?;
    work(&beside.path).map_err(|faults| faults.of_file(&beside.path.display().to_string(), &path.display().to_string()))
}

/// Makes a folder, and those above it that are missing, for their owner alone.
pub(crate) fn create_folders(path: &Path) -> std::io::Result<()> {
    fs::DirBuilder::new().recursive(true).mode(0o700).create(path)
}

fn create_whole(
    beside: &Path,
    path: &Path,
    write: impl FnOnce(&mut File) -> std::io::Result<()>,
) -> std::io::Result<()> {
    let mut file = create_beside(beside, 0o640)?;
    write(&mut file)?;
    file.sync_all()?;
    drop(file);
    rename_new(beside, path)?;
    sync_folder(path)
}

/// Renames a file or a folder to a name that nothing has yet; what is there stays, and is an error.
///
/// NFS, FUSE file systems (sshfs, ntfs-3g, davfs2) and some SMB servers cannot rename without replacing (renameat2(2),
/// `RENAME_NOREPLACE`: EINVAL); there the name is taken first, and then the thing put in its place.
pub(crate) fn rename_new(from: &Path, to: &Path) -> std::io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    match renameat_with(CWD, from, CWD, to, RenameFlags::NOREPLACE) {
        Err(error) if is_lacking(error) => rename_to_taken(from, to),
        renamed => Ok(renamed?),
    }
}

/// Whether an error says that the file system cannot do it at all.
fn is_lacking(error: Errno) -> bool {
    matches!(error, Errno::INVAL | Errno::NOSYS | Errno::NOTSUP)
}

/// By a second name for the file, or by taking the name with an empty file or folder that the rename then replaces.
fn rename_to_taken(from: &Path, to: &Path) -> std::io::Result<()> {
    if from.is_dir() {
        fs::create_dir(to)?;
        return fs::rename(from, to).inspect_err(|_| {
            let _ = fs::remove_dir(to);
        });
    }
    match fs::hard_link(from, to) {
        Ok(()) => return fs::remove_file(from),
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => return Err(error),
        // A file system without second names.
        Err(_) => {}
    }
    rename_over_own(from, to)
}

/// Makes an empty file of that name, and lets the rename replace it.
fn rename_over_own(from: &Path, to: &Path) -> std::io::Result<()> {
    File::create_new(to)?;
    fs::rename(from, to).inspect_err(|_| {
        let _ = fs::remove_file(to);
    })
}

/// Makes an unfinished file, in the place of what an earlier attempt may have left.
pub(crate) fn create_beside(beside: &Path, mode: u32) -> std::io::Result<File> {
    match fs::remove_file(beside) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let flags = OFlags::WRONLY | OFlags::CREATE | OFlags::EXCL | OFlags::NOFOLLOW | OFlags::CLOEXEC;
    Ok(rustix::fs::open(beside, flags, Mode::from_raw_mode(mode))?.into())
}

/// Makes a file that only its owner may read, in the place of nothing.
pub(crate) fn create_secret(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let flags = OFlags::WRONLY | OFlags::CREATE | OFlags::EXCL | OFlags::NOFOLLOW | OFlags::CLOEXEC;
    let mut file = File::from(rustix::fs::open(path, flags, Mode::from_raw_mode(0o600))?);
    file.write_all(bytes).and_then(|()| file.sync_all()).inspect_err(|_| {
        // What is left of the attempt is no use to anyone; that it cannot be removed is no news either.
        let _ = fs::remove_file(path);
    })?;
    sync_folder(path)
}

/// Makes a file that only its owner may read. One that an attempt has left which was cut off, with the same bytes or the
/// first of them, is taken for it; tells whether the file is new.
pub(crate) fn create_secret_again(path: &Path, bytes: &[u8]) -> std::io::Result<bool> {
    let Err(error) = create_secret(path, bytes) else { return Ok(true) };
    let is_there = error.kind() == std::io::ErrorKind::AlreadyExists;
    let Some(left) = is_there.then(|| left_by_us(path, bytes.len())).flatten() else { return Err(error) };
    if left == bytes {
        return Ok(false);
    }
    if !bytes.starts_with(&left) {
        return Err(error);
    }
    fs::remove_file(path)?;
    create_secret(path, bytes).map(|()| true)
}

/// What is in a file that this user alone may read and write, if it has at most so many bytes.
fn left_by_us(path: &Path, most: usize) -> Option<Vec<u8>> {
    let about = fs::symlink_metadata(path).ok()?;
    let is_ours = about.is_file()
        && Mode::from_raw_mode(about.mode()).intersection(Mode::RWXG | Mode::RWXO).is_empty()
        && about.uid() == rustix::process::geteuid().as_raw();
    read_inside(path, most as u64).ok().filter(|_| is_ours)
}

/// Puts the names in a file's folder on the disk.
pub(crate) fn sync_folder(path: &Path) -> std::io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    sync_names(rustix::fs::fsync(File::open(folder)?))
}

/// How putting names on the disk went. Older SMB clients and some FUSE file systems have no such call for folders: there
/// a name goes out with the operation that makes it.
pub(crate) fn sync_names(synced: rustix::io::Result<()>) -> std::io::Result<()> {
    match synced {
        Err(error) if is_lacking(error) || error == Errno::BADF => Ok(()),
        synced => Ok(synced?),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt;

    #[test]
    fn a_file_is_replaced_whole_and_keeps_its_mode() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("cases.csv");
        replace(&path, b"one").unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o604)).unwrap();
        replace(&path, b"two").unwrap();
        assert_eq!(read(&path, 3).unwrap(), b"two");
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o604);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_new_file_can_take_mode_and_group_from_another() {
        let folder = tempfile::tempdir().unwrap();
        let (old, new) = (folder.path().join("protocol.toml"), folder.path().join("protocol-0.toml"));
        replace(&old, b"one").unwrap();
        fs::set_permissions(&old, fs::Permissions::from_mode(0o604)).unwrap();
        let group = fs::metadata(&old).unwrap().gid() + u32::from(rustix::process::getuid().is_root());
        rustix::fs::chown(&old, None, Some(rustix::fs::Gid::from_raw(group))).unwrap();
        replace_like(&new, b"two", &old).unwrap();
        let about = fs::metadata(&new).unwrap();
        assert_eq!((about.permissions().mode() & 0o777, about.gid()), (0o604, group));
    }

    #[test]
    fn a_new_file_takes_the_place_of_none() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("p.toml");
        create(&path, b"one").unwrap();
        assert_eq!(create(&path, b"two").unwrap_err().0[0].message.key, "file-exists");
        assert_eq!(read(&path, 3).unwrap(), b"one");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn without_a_rename_that_spares_the_target_nothing_is_replaced_either() {
        let folder = tempfile::tempdir().unwrap();
        let [file, dir, taken, full] = ["file", "dir", "taken", "full"].map(|name| folder.path().join(name));
        replace(&file, b"new").unwrap();
        fs::create_dir(&dir).unwrap();
        replace(&dir.join("in"), b"it").unwrap();
        replace(&taken, b"old").unwrap();
        fs::create_dir(&full).unwrap();
        for (is_for_folders, rename) in
            [(true, rename_new as fn(&Path, &Path) -> _), (true, rename_to_taken), (false, rename_over_own)]
        {
            let folders = is_for_folders.then_some(&dir);
            for from in [Some(&file), folders].into_iter().flatten() {
                for to in [&taken, &full] {
                    assert_eq!(rename(from, to).unwrap_err().kind(), std::io::ErrorKind::AlreadyExists);
                }
            }
            let moved = folder.path().join("moved");
            rename(&file, &moved).unwrap();
            assert_eq!(fs::read(&moved).unwrap(), b"new");
            rename(&moved, &file).unwrap();
            if is_for_folders {
                rename(&dir, &moved).unwrap();
                assert_eq!(fs::read(moved.join("in")).unwrap(), b"it");
                rename(&moved, &dir).unwrap();
            }
        }
        assert_eq!(fs::read(&taken).unwrap(), b"old");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 4);
    }

    #[test]
    fn what_a_file_system_lacks_stops_nothing_and_what_fails_does() {
        assert!([Errno::PERM, Errno::OPNOTSUPP, Errno::NOSYS].into_iter().all(|error| mode_known(Err(error)).is_ok()));
        assert!([Errno::IO, Errno::ROFS, Errno::STALE].into_iter().all(|error| mode_known(Err(error)).is_err()));
        assert!([Errno::INVAL, Errno::NOSYS, Errno::OPNOTSUPP].into_iter().all(is_lacking));
        assert!(![Errno::EXIST, Errno::IO, Errno::ACCESS, Errno::NOSPC, Errno::PERM].into_iter().any(is_lacking));
        assert!([Errno::INVAL, Errno::BADF, Errno::OPNOTSUPP].into_iter().all(|error| sync_names(Err(error)).is_ok()));
        assert!([Errno::IO, Errno::NOSPC, Errno::DQUOT].into_iter().all(|error| sync_names(Err(error)).is_err()));
    }

    #[test]
    fn a_new_file_is_for_its_owner_and_the_group_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("p.toml");
        for make in [create, replace] {
            make(&path, b"one").unwrap();
            let mode = fs::metadata(&path).unwrap().permissions().mode();
            assert_eq!(mode & 0o137, 0, "{mode:o}: others may not read it, nor the group write");
            fs::remove_file(&path).unwrap();
        }
    }

    #[test]
    fn what_is_too_large_special_or_missing_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("f");
        replace(&path, b"four").unwrap();
        assert!(read(&path, 3).is_err());
        assert!(read(folder.path(), 9).is_err());
        assert!(read(&folder.path().join("none"), 9).is_err());
        let fifo = folder.path().join("fifo");
        rustix::fs::mkfifoat(rustix::fs::CWD, &fifo, Mode::from_raw_mode(0o600)).unwrap();
        assert!(read(&fifo, 9).is_err());
    }

    #[test]
    fn a_link_is_followed_only_where_the_user_named_it() {
        let folder = tempfile::tempdir().unwrap();
        let (path, link) = (folder.path().join("f"), folder.path().join("l"));
        replace(&path, b"four").unwrap();
        std::os::unix::fs::symlink(&path, &link).unwrap();
        assert_eq!(read(&link, 9).unwrap(), b"four");
        assert!(read_inside(&link, 9).is_err());
    }

    #[test]
    fn a_failed_replacement_leaves_the_old_file_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("d");
        fs::create_dir(&path).unwrap();
        assert!(replace(&path, b"x").is_err());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}
