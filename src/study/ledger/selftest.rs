//! Tries what a folder's disk can do of that which the ledger relies on, with the calls that are used at work.

use super::storage::{Cause, Disk, Own, Storage};
use crate::base::env;
use crate::base::files;
use crate::base::language::Message;
use crate::msg;
use rustix::fs::{statfs, statvfs};
use std::fs::{self, File};
use std::io::{self, Write};
use std::os::unix::fs::{DirBuilderExt, MetadataExt};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// How a trial went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// What was tried is guaranteed.
    Guaranteed,
    /// The disk lacks it, and no promise hangs on that.
    Lacking,
    /// It is not guaranteed.
    Refused,
    /// It could not be tried.
    Untried,
}

/// What was tried, and what came of it.
#[derive(Debug, Clone)]
pub struct Trial {
    /// A name for programs.
    pub name: &'static str,
    /// How it went.
    pub outcome: Outcome,
    /// The same for people.
    pub message: Message,
}

impl Trial {
    /// A trial that is guaranteed or else is another outcome, each with its words.
    pub fn new(name: &'static str, holds: bool, yes: Message, (otherwise, no): (Outcome, Message)) -> Self {
        let (outcome, message) = if holds { (Outcome::Guaranteed, yes) } else { (otherwise, no) };
        Self { name, outcome, message }
    }
}

/// A folder to try in, of this process alone; it goes when it is dropped.
struct Bench(PathBuf);

impl Bench {
    fn new(folder: &Path) -> io::Result<Self> {
        files::sweep(folder);
        let bench = Self(files::unfinished(&folder.join("selftest")));
        fs::DirBuilder::new().mode(0o700).create(&bench.0)?;
        Ok(bench)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    /// A small file of that name.
    fn file(&self, name: &str) -> io::Result<PathBuf> {
        let path = self.path(name);
        File::create_new(&path)?.write_all(name.as_bytes())?;
        Ok(path)
    }
}

impl Drop for Bench {
    fn drop(&mut self) {
        // Nobody has a use for what is left, nor for knowing that it could not be removed.
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// What decides whether a study can be kept in a folder.
pub fn quick(folder: &Path) -> Vec<Trial> {
    tried(folder, 2, |bench, _| {
        vec![replaced(bench), taken(bench), links(bench), locks(bench), permissions(bench), room(folder)]
    })
}

/// The same, many answers saved, and what else is good to know of the disk.
pub fn whole(folder: &Path) -> Vec<Trial> {
    tried(folder, 100, |bench, kind| {
        let first = vec![replaced(bench), taken(bench), links(bench), locks(bench), permissions(bench)];
        let more = vec![names(bench), capitals(bench), room(folder), lasting(folder, kind), clock(bench)];
        [first, more].concat()
    })
}

/// Saves some lines as at work; only where that is possible the rest is tried.
fn tried(folder: &Path, lines: usize, rest: impl FnOnce(&Bench, &str) -> Vec<Trial>) -> Vec<Trial> {
    let bench = match Bench::new(folder) {
        Ok(bench) => bench,
        Err(error) => return vec![saved(folder, Err(error.into()))],
    };
    let saved = saved(folder, save(&bench, lines));
    if saved.outcome == Outcome::Refused {
        return vec![saved];
    }
    let kind = kind(folder);
    without_room([vec![saved], rest(&bench, &kind)].concat())
}

/// The same where there is hardly any room: what failed by writing has not shown what the disk can do.
fn without_room(trials: Vec<Trial>) -> Vec<Trial> {
    let failed = |trial: &Trial| matches!(trial.outcome, Outcome::Refused | Outcome::Lacking);
    if !trials.iter().any(|trial| trial.name == "room" && failed(trial)) {
        return trials;
    }
    let wrote = |trial: &Trial| !["room", "lasting"].contains(&trial.name);
    let untried = |trial: Trial| Trial { outcome: Outcome::Untried, message: msg!("selftest-no-room"), ..trial };
    trials.into_iter().map(|trial| if wrote(&trial) && failed(&trial) { untried(trial) } else { trial }).collect()
}

fn saved(folder: &Path, done: Result<(), Cause>) -> Trial {
    let message = match done {
        Ok(()) => return Trial::new("saved", true, msg!("selftest-saved"), (Outcome::Refused, msg!("selftest-saved"))),
        Err(cause) => cause.fault(&folder.display().to_string()).message,
    };
    Trial { name: "saved", outcome: Outcome::Refused, message }
}

/// Writes lines, each synced and looked for under its name before the next.
fn save(bench: &Bench, lines: usize) -> Result<(), Cause> {
    let mut disk = Disk::study(&bench.path("ledger"), "selftest", false, Own::default())?.guarded();
    let mut file = disk.create(1)?;
    disk.settle(&file)?;
    let line = [b'-'; 300];
    for n in 1..=lines {
        let mut rest = line.as_slice();
        while !rest.is_empty() {
            let written = disk.write(&mut file, rest)?;
            rest = rest.get(written..).unwrap_or_default();
        }
        disk.sync(&file)?;
        disk.confirm(&file, 1, (n * line.len()) as u64)?;
    }
    Ok(())
}

fn replaced(bench: &Bench) -> Trial {
    let path = bench.path("replaced");
    let is_new = |bytes: &[u8]| files::replace(&path, bytes).is_ok() && fs::read(&path).is_ok_and(|read| read == bytes);
    let holds = is_new(b"one") && is_new(b"another");
    Trial::new("replaced", holds, msg!("selftest-replaced"), (Outcome::Refused, msg!("selftest-replaced-not")))
}

fn taken(bench: &Bench) -> Trial {
    let holds = || {
        let (one, other) = (bench.file("one")?, bench.file("other")?);
        let is_kept = files::rename_new(&one, &other).is_err() && fs::read(&other)? == b"other";
        files::rename_new(&one, &bench.path("free"))?;
        io::Result::Ok(is_kept && !one.exists())
    };
    let not = (Outcome::Refused, msg!("selftest-taken-not"));
    Trial::new("new_names", holds().unwrap_or(false), msg!("selftest-taken"), not)
}

fn links(bench: &Bench) -> Trial {
    let holds = || {
        let path = bench.file("linked")?;
        fs::hard_link(&path, bench.path("link"))?;
        Ok::<_, io::Error>(fs::metadata(path)?.nlink() == 2)
    };
    let not = (Outcome::Lacking, msg!("selftest-links-not"));
    Trial::new("links", holds().unwrap_or(false), msg!("selftest-links"), not)
}

fn locks(bench: &Bench) -> Trial {
    let holds = || {
        let path = bench.file("locked")?;
        let open = || fs::OpenOptions::new().append(true).open(&path);
        let (one, other) = (open()?, open()?);
        let is_free = !crate::base::files::is_on_share(&one) && one.try_lock().is_ok();
        Ok::<_, io::Error>(is_free && other.try_lock().is_err())
    };
    let not = (Outcome::Lacking, msg!("selftest-locks-not"));
    Trial::new("locks", holds().unwrap_or(false), msg!("selftest-locks"), not)
}

fn permissions(bench: &Bench) -> Trial {
    let holds = || {
        let path = bench.file("secret")?;
        let is_set = |mode: u32| {
            files::set_mode(&path, mode)?;
            Ok::<_, io::Error>(fs::metadata(&path)?.mode() & 0o777 == mode)
        };
        Ok::<_, io::Error>(is_set(0o640)? && is_set(0o600)?)
    };
    let not = (Outcome::Refused, msg!("selftest-permissions-not"));
    Trial::new("permissions", holds().unwrap_or(false), msg!("selftest-permissions"), not)
}

fn names(bench: &Bench) -> Trial {
    let long = format!("åäö {}", "n".repeat(150));
    let holds = || {
        let folder = bench.path("names");
        fs::create_dir(&folder)?;
        File::create_new(folder.join(&long))?;
        let mut found = fs::read_dir(&folder)?.flatten().map(|entry| entry.file_name());
        Ok::<_, io::Error>(found.any(|name| *name == *long))
    };
    let not = (Outcome::Refused, msg!("selftest-names-not"));
    Trial::new("names", holds().unwrap_or(false), msg!("selftest-names"), not)
}

fn capitals(bench: &Bench) -> Trial {
    let holds = bench.file("capitals").is_ok() && !bench.path("CAPITALS").exists();
    Trial::new("capitals", holds, msg!("selftest-capitals"), (Outcome::Lacking, msg!("selftest-capitals-not")))
}

/// The least room that a study should have, in megabytes and in names.
const ROOM: u64 = 10;

fn room(folder: &Path) -> Trial {
    let found = statvfs(folder).ok();
    let free = found.as_ref().map_or(0, |found| found.f_bavail.saturating_mul(found.f_frsize) >> 20);
    let names = found.map(|found| (found.f_files, found.f_favail));
    let not = (Outcome::Refused, msg!("selftest-room-not", free = free));
    Trial::new("room", is_enough(free, names), msg!("selftest-room", free = free), not)
}

/// Whether so many megabytes are enough, with so many names in all and left. A file system that makes room for names as it
/// goes counts none.
fn is_enough(free: u64, names: Option<(u64, u64)>) -> bool {
    free >= ROOM && names.is_none_or(|(all, left)| all == 0 || left >= ROOM)
}

/// Whether the disk is there after a restart: memory is not, nor is what a container adds to its image.
fn lasting(folder: &Path, kind: &str) -> Trial {
    let found = statfs(folder).ok().and_then(|found| u64::try_from(found.f_type).ok());
    let passes = found.is_some_and(|found| matches!(found, 0x0102_1994 | 0x8584_58f6 | 0x794c_7630));
    let not = (Outcome::Refused, msg!("selftest-lasting-not", kind = kind));
    Trial::new("lasting", !passes, msg!("selftest-lasting"), not)
}

/// Whether the disk's clock is about as the computer's: a server has its own.
fn clock(bench: &Bench) -> Trial {
    let path = bench.file("now");
    let found = path.and_then(|path| fs::metadata(path)?.modified()).unwrap_or(SystemTime::UNIX_EPOCH);
    let off = jiff::Timestamp::try_from(found).map_or(0, |found| env::now().duration_since(found).as_mins().abs());
    let not = (Outcome::Lacking, msg!("selftest-disk-clock-not", minutes = off));
    Trial::new("disk_clock", off < 3, msg!("selftest-disk-clock"), not)
}

/// What the system calls the file system that a folder is on.
pub fn kind(folder: &Path) -> String {
    let folder = fs::canonicalize(folder).unwrap_or_default();
    let mounts = fs::read_to_string("/proc/self/mounts").unwrap_or_default();
    let mounts = mounts.lines().filter_map(|line| {
        let mut fields = line.split(' ').skip(1);
        Some((PathBuf::from(fields.next()?.replace("\\040", " ")), fields.next()?))
    });
    let around = mounts.filter(|(place, _)| folder.starts_with(place));
    around.max_by_key(|(place, _)| place.as_os_str().len()).map_or("?", |(_, kind)| kind).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_is_room_where_megabytes_and_names_are_left() {
        for (free, names, expected) in [
            (10, Some((100, 10)), true),
            (9, Some((100, 100)), false),
            (10, Some((100, 9)), false),
            (10, Some((0, 0)), true),
            (10, None, true),
            (0, None, false),
        ] {
            assert_eq!(is_enough(free, names), expected, "{free} {names:?}");
        }
    }

    #[test]
    fn without_room_what_fails_by_writing_is_not_tried_and_else_it_is_lacking() {
        let trial = |name, outcome| Trial { name, outcome, message: msg!("selftest-links-not") };
        let names = ["replaced", "links", "locks", "lasting", "room"];
        let [untried, lacking, refused] = [Outcome::Untried, Outcome::Lacking, Outcome::Refused];
        let found = [refused, lacking, Outcome::Guaranteed, refused];
        for (room, expected) in
            [(refused, [untried, untried, Outcome::Guaranteed, refused]), (Outcome::Guaranteed, found)]
        {
            let trials =
                names.into_iter().zip(found.into_iter().chain([room])).map(|(name, outcome)| trial(name, outcome));
            let told: Vec<Outcome> = without_room(trials.collect()).iter().map(|trial| trial.outcome).collect();
            assert_eq!(told, [expected.as_slice(), &[room]].concat());
        }
    }

    #[test]
    fn a_plain_folder_is_guaranteed_and_nothing_is_left_in_it() {
        let folder = tempfile::tempdir().unwrap();
        let trials = quick(folder.path());
        let names: Vec<&str> = trials.iter().map(|trial| trial.name).collect();
        assert_eq!(names, ["saved", "replaced", "new_names", "links", "locks", "permissions", "room"]);
        assert!(trials.iter().all(|trial| trial.outcome == Outcome::Guaranteed), "{trials:?}");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
        let none = quick(&folder.path().join("none"));
        assert_eq!(none.iter().map(|trial| trial.outcome).collect::<Vec<_>>(), [Outcome::Refused]);
    }
}
