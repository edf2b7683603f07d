//! Unfinished files and folders next to the place that they are meant for, and what attempts have left that were cut off.

use crate::base::digest::sha256;
use crate::base::env;
use rustix::io::Errno;
use rustix::process::{Pid, test_kill_process};
use std::fs;
use std::path::{Path, PathBuf};

/// An unfinished file or folder next to the place that it is meant for; what is left of it goes when it is dropped.
pub(super) struct Beside {
    pub(super) path: PathBuf,
}

impl Beside {
    /// The place for what will be `path`, with nothing left around it of attempts that were cut off.
    pub(super) fn new(path: &Path) -> Self {
        sweep(path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new(".")));
        Self { path: unfinished(path) }
    }

    /// Removes it. Nobody has a use for what is left, nor for knowing that it could not be removed.
    pub(super) fn remove(&self) {
        remove(&self.path);
    }
}

impl Drop for Beside {
    fn drop(&mut self) {
        // Once renamed there is nothing left.
        self.remove();
    }
}

fn remove(path: &Path) {
    let is_folder = fs::symlink_metadata(path).is_ok_and(|about| about.is_dir());
    let _ = if is_folder { fs::remove_dir_all(path) } else { fs::remove_file(path) };
}

/// What the name of something unfinished ends with where it is a second name of what is there.
const SECOND: &str = ".old";

/// The second name of a file as long as another takes its place.
pub(crate) fn second_name(path: &Path) -> PathBuf {
    let mut name = unfinished(path).into_os_string();
    name.push(SECOND);
    name.into()
}

/// The file that a second name was given to.
pub(crate) fn original(path: &Path) -> Option<PathBuf> {
    let name = path.file_name()?.to_str()?.strip_prefix('.')?.strip_suffix(SECOND)?;
    Some(path.with_file_name(name.rsplit_once('.')?.0))
}

/// What will be `path` is called so until it is finished: by what makes it, on which computer and in which process.
pub(crate) fn unfinished(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.{}{}", maker(), std::process::id()))
}

/// Removes what processes of this computer have left unfinished in a folder that are no more. Those of another computer
/// may still be at it.
pub(crate) fn sweep(folder: &Path) {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.map(|entry| entry.path()).filter(|path| is_left(path)).for_each(|path| remove(&path));
}

/// Whether something unfinished stands here whose process is no more. The second name of a file that is gone is the last
/// that there is of it, and stays.
fn is_left(path: &Path) -> bool {
    let process = || {
        let name = path.file_name()?.to_str()?.strip_prefix('.')?;
        let (_, process) = name.strip_suffix(SECOND).unwrap_or(name).rsplit_once('.')?;
        process.strip_prefix(&maker())?.parse().ok()
    };
    let is_spare = || original(path).is_none_or(|file| file.exists());
    process().and_then(Pid::from_raw).is_some_and(|pid| test_kill_process(pid) == Err(Errno::SRCH) && is_spare())
}

/// The program where a process number means one process, as names of files tell it.
fn maker() -> String {
    let host: String = env::host().chars().filter(char::is_ascii_alphanumeric).take(24).collect();
    format!("aktkoll-{host}-{:.8}-", sha256(env::process_space().as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_process_has_left_goes_once_it_is_no_more() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        let mut child = std::process::Command::new("true").spawn().unwrap();
        let (maker, gone) = (maker(), child.id());
        child.wait().unwrap();
        let left = [".plan.csv.", ".a.b.", ".kept."].map(|name| format!("{name}{maker}{gone}"));
        let left = [&left[0], &left[1], &format!("{}.old", left[2])];
        let own = unfinished(&path("plan.csv"));
        let elsewhere = maker.replacen(maker.rsplit('-').nth(1).unwrap(), "00000000", 1);
        let others = [
            "kept".to_owned(),
            format!(".plan.csv.{elsewhere}{gone}"),
            format!("plan.csv.{maker}{gone}"),
            format!(".plan.csv.{gone}"),
            format!(".plan.csv.aktkoll-elsewhere-{gone}"),
            format!(".plan.csv.{maker}{gone}.old"),
            format!(".plan.csv.{maker}1"),
        ];
        let kept = others.iter().map(|name| path(name)).chain([own.clone()]);
        let kept: Vec<PathBuf> = kept.collect();
        kept.iter().chain([&path(left[0]), &path(left[2])]).for_each(|path| drop(fs::File::create(path).unwrap()));
        fs::create_dir(path(left[1])).unwrap();
        drop(fs::File::create(path(left[1]).join("in")).unwrap());
        let beside = Beside::new(&path("plan.csv"));
        assert!(left.iter().all(|name| !path(name).exists()), "what was left");
        assert!(kept.iter().all(|path| path.exists()), "what was not");
        assert_eq!(beside.path, own);
        drop(beside);
        assert!(!own.exists());
        assert_eq!(original(&second_name(&path("0001.jsonl"))), Some(path("0001.jsonl")));
        assert_eq!((original(&own), original(&path("0001.jsonl"))), (None, None));
    }
}
