//! Shares of Windows (SMB, CIFS), where the server takes away what is replaced while somebody has it open, and puts nothing
//! in its place.

use super::beside::{original, second_name};
use super::rename_new;
use std::fs::{self, File};
use std::io;
use std::path::Path;
use std::thread::sleep;
use std::time::Duration;

/// So long what has stepped aside is given to come back by itself.
const MOMENT: Duration = Duration::from_millis(300);

/// Whether a file is on such a share: there a lock keeps others from reading, too.
pub(crate) fn is_on_share(file: &File) -> bool {
    let kind = rustix::fs::fstatfs(file).ok().and_then(|found| u64::try_from(found.f_type).ok());
    kind.is_some_and(|kind| matches!(kind, 0x517b | 0xff53_4d42 | 0xfe53_4d42))
}

/// Puts a file in the place of another that steps aside first, and comes back where the new one cannot follow.
pub(super) fn rename_past(from: &Path, to: &Path) -> io::Result<()> {
    let old = second_name(to);
    rename_new(to, &old)?;
    fs::rename(from, to).inspect_err(|_| {
        let _ = rename_new(&old, to);
    })?;
    // Where somebody has it open, it goes once they close it; what is left the next replacement removes.
    let _ = fs::remove_file(old);
    Ok(())
}

/// Opens a file, once more after a moment where one that steps aside has left its place to no other yet.
pub(super) fn open_settled(path: &Path, open: impl Fn() -> io::Result<File>) -> io::Result<File> {
    open().or_else(|error| {
        let mut names = fs::read_dir(path.parent().unwrap_or(Path::new("."))).into_iter().flatten().flatten();
        let mut is_aside = || names.any(|name| original(&name.path()).as_deref() == Some(path));
        if error.kind() != io::ErrorKind::NotFound || !is_aside() {
            return Err(error);
        }
        sleep(MOMENT);
        open()
    })
}

/// Gives files of a folder their names back that stepped aside for others which never came: the program was killed, or the
/// link was cut, between the two.
pub(crate) fn bring_back(folder: &Path) {
    let aside = |path: &Path| original(path).filter(|file| fs::symlink_metadata(file).is_err());
    let names = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let left: Vec<_> = names.filter(|path| aside(path).is_some()).collect();
    if left.is_empty() {
        return;
    }
    sleep(MOMENT);
    for path in left {
        if let Some(file) = aside(&path) {
            // Where it may not be renamed, opening says what is missing.
            let _ = rename_new(&path, &file);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::replace;
    use super::*;

    #[test]
    fn the_old_file_steps_aside_and_comes_back_where_the_new_one_cannot_follow() {
        let folder = tempfile::tempdir().unwrap();
        let [old, new] = ["plan.csv", "new"].map(|name| folder.path().join(name));
        replace(&old, b"old").unwrap();
        assert!(rename_past(&new, &old).is_err(), "there is no new one");
        assert_eq!(fs::read(&old).unwrap(), b"old");
        replace(&new, b"new").unwrap();
        rename_past(&new, &old).unwrap();
        assert_eq!(fs::read(&old).unwrap(), b"new");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is left beside it");
    }

    #[test]
    fn what_stepped_aside_for_nothing_gets_its_name_back_and_nothing_else_does() {
        let folder = tempfile::tempdir().unwrap();
        let [one, two] = ["cases.csv", "plan.csv"].map(|name| folder.path().join(name));
        replace(&second_name(&one), b"cases").unwrap();
        replace(&second_name(&two), b"old").unwrap();
        replace(&two, b"new").unwrap();
        bring_back(folder.path());
        assert_eq!((fs::read(&one).unwrap(), fs::read(&two).unwrap()), (b"cases".to_vec(), b"new".to_vec()));
        assert!(second_name(&two).exists() && !second_name(&one).exists());
    }

    #[test]
    fn a_file_is_waited_for_while_another_is_about_to_take_its_place() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("plan.csv");
        assert_eq!(super::super::read(&path, 9).unwrap_err().0[0].message.key, "file-unread");
        replace(&second_name(&path), b"old").unwrap();
        let new = path.clone();
        let follows = std::thread::spawn(move || {
            sleep(MOMENT / 3);
            replace(&new, b"new").unwrap();
        });
        assert_eq!(super::super::read(&path, 9).unwrap(), b"new");
        follows.join().unwrap();
    }
}
