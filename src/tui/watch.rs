//! Watching the study folder for what others write.

use super::event::{Event, News};
use rustix::event::{PollFd, PollFlags, poll};
use rustix::fd::OwnedFd;
use rustix::fs::inotify::{self, CreateFlags, WatchFlags};
use rustix::io::Errno;
use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;
use std::thread;
use std::time::Duration;

/// How often a folder is looked at that tells nothing by itself.
const EVERY: Duration = Duration::from_secs(1);

/// Lines that come close together are read together.
const TOGETHER: Duration = Duration::from_millis(100);

/// File systems on which other computers' writes are not told: NFS, SMB, CIFS, SMB2, FUSE, Ceph, 9P, AFS, Lustre, GFS2.
const REMOTE: [u64; 10] = [
    0x6969,
    0x517b,
    0xff53_4d42,
    0xfe53_4d42,
    0x6573_5546,
    0x00c3_6400,
    0x0102_1997,
    0x5346_414f,
    0x0bd0_0bd0,
    0x0116_1970,
];

/// The folder of all ledgers, with one folder a coder, and how to read what is new in it.
pub struct Watch {
    /// The folder.
    pub folder: PathBuf,
    /// Reads what is new.
    pub news: Box<dyn FnMut() -> News + Send>,
}

impl Watch {
    /// Tells what is new for as long as anybody listens.
    pub(crate) fn tell(mut self, events: &Sender<Event>) {
        let told = if is_remote(&self.folder) { None } else { inotify::init(CreateFlags::CLOEXEC).ok() };
        loop {
            // Every folder is watched before it is read, so that nothing falls between.
            let told = told.as_ref().filter(|told| watch_folders(told, &self.folder));
            if !self.send(events) {
                return;
            }
            match told {
                Some(told) => {
                    wait(told);
                    thread::sleep(TOGETHER);
                }
                None => thread::sleep(EVERY),
            }
        }
    }

    /// Sends what is new; tells whether anybody listens.
    fn send(&mut self, events: &Sender<Event>) -> bool {
        let news = (self.news)();
        let is_same = news.faults.is_none() && news.left_out.is_none();
        let nothing = news.entries.is_empty() && !news.afresh && is_same;
        nothing || events.send(Event::Foreign(news)).is_ok()
    }
}

fn is_remote(folder: &Path) -> bool {
    rustix::fs::statfs(folder).is_ok_and(|found| u64::try_from(found.f_type).is_ok_and(|kind| REMOTE.contains(&kind)))
}

/// Watches the folder and each folder in it; one that is watched already stays so. False where the system refuses, for
/// it has watches for so many folders only.
fn watch_folders(told: &OwnedFd, folder: &Path) -> bool {
    let flags = WatchFlags::MODIFY | WatchFlags::CREATE | WatchFlags::MOVED_TO;
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let folders = entries.filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir())).map(|entry| entry.path());
    let mut all = std::iter::once(folder.to_owned()).chain(folders);
    all.all(|folder| inotify::add_watch(told, folder, flags).is_ok())
}

/// Waits until something happens, and forgets what it was.
fn wait(told: &OwnedFd) {
    let mut buffer = [0; 4096];
    while poll(&mut [PollFd::new(told, PollFlags::IN)], None) == Err(Errno::INTR) {}
    let _ = rustix::io::read(told, &mut buffer);
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;
    use std::sync::mpsc::{self, Receiver};

    /// A watch whose news is a fault that names how many bytes all files have, if that has changed.
    fn watch(folder: &Path) -> Receiver<Event> {
        let (events, received) = mpsc::channel();
        let (mut known, seen) = (0, folder.to_owned());
        let news = move || {
            let folders = std::fs::read_dir(&seen).into_iter().flatten().flatten();
            let files = folders.flat_map(|folder| std::fs::read_dir(folder.path()).into_iter().flatten().flatten());
            let bytes: u64 = files.map(|file| file.metadata().map_or(0, |data| data.len())).sum();
            let changed = std::mem::replace(&mut known, bytes) != bytes;
            let fault = || crate::base::fault::Fault::new(crate::msg!("bytes", count = bytes)).into();
            News { faults: changed.then(fault), ..News::default() }
        };
        let watch = Watch { folder: folder.to_owned(), news: Box::new(news) };
        thread::spawn(move || watch.tell(&events));
        received
    }

    fn bytes(received: &Receiver<Event>) -> u64 {
        match received.recv_timeout(Duration::from_secs(20)) {
            Ok(Event::Foreign(News { faults: Some(faults), .. })) => match faults.0[0].message.args[0].1 {
                crate::base::language::Arg::Count(count) => u64::try_from(count).unwrap(),
                _ => panic!("a count"),
            },
            _ => panic!("nothing was told"),
        }
    }

    #[test]
    fn what_others_append_is_told_in_old_and_new_folders() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("lotta/0001.jsonl");
        std::fs::create_dir(folder.path().join("lotta")).unwrap();
        std::fs::File::create(&file).unwrap().write_all(b"1").unwrap();
        let received = watch(folder.path());
        assert_eq!(bytes(&received), 1, "what came before the watch is told too");
        std::fs::OpenOptions::new().append(true).open(&file).unwrap().write_all(b"23").unwrap();
        assert_eq!(bytes(&received), 3);
        std::fs::create_dir(folder.path().join("carina")).unwrap();
        std::fs::File::create(folder.path().join("carina/0001.jsonl")).unwrap().write_all(b"4567").unwrap();
        assert_eq!(bytes(&received), 7);
    }

    #[test]
    fn an_ordinary_folder_is_not_polled() {
        assert!(!is_remote(tempfile::tempdir().unwrap().path()));
        assert!(!is_remote(Path::new("/no/such/folder")));
    }
}
