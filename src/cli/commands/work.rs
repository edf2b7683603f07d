//! A bar on standard error for what takes longer than a second, where a terminal is there to show it. It is gone before
//! anything is told or printed.

use super::Context;
use crate::base::paths::speaks_utf8;
use crate::base::progress::Count;
use crate::base::text::{fit, width};
use crate::base::{env, progress};
use crate::study::folder::Folder;
use rustix::stdio::stderr;
use rustix::termios::{isatty, tcgetwinsize};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::time::Duration;

/// How often the bar is drawn.
const TICK: Duration = Duration::from_millis(250);
/// So often within a second.
const SECOND: u64 = 4;
/// The columns of the bar itself.
const BAR: usize = 20;

impl Context<'_> {
    /// Reads studies, and shows how far that is.
    pub(super) fn reading<T>(&self, folder: &Folder, read: impl FnOnce() -> T) -> T {
        let _shown = self.shown("work-reading", || size(&folder.path.join("ledger")));
        read()
    }

    /// Does something that takes its time, and shows that it is under way, with the share of it that is done where that is
    /// counted.
    pub(super) fn working<T>(&self, what: &'static str, work: impl FnOnce() -> T) -> T {
        let _shown = self.shown(what, || 0);
        work()
    }

    /// Shows what is under way, of how many steps, where somebody looks at a terminal that can take it away again.
    fn shown(&self, what: &'static str, all: impl FnOnce() -> u64) -> Option<Shown> {
        let is_plain = self.global.accessible || env::variable("TERM").is_none_or(|term| term == "dumb");
        let is_seen = self.asks && isatty(stderr()) && !is_plain;
        is_seen.then(|| Shown::begin(self.words.get(what), all(), speaks_utf8() && !self.global.ascii))
    }
}

/// How many bytes the files of a ledger have.
fn size(ledger: &Path) -> u64 {
    let entries = |path: PathBuf| fs::read_dir(path).into_iter().flatten().flatten().map(|entry| entry.path());
    let files = entries(ledger.to_owned()).flat_map(entries);
    files.filter_map(|file| fs::metadata(file).ok()).map(|about| about.len()).sum()
}

/// Something that is under way and shown; dropped when it is done.
struct Shown(Option<(Sender<()>, JoinHandle<()>)>);

impl Shown {
    /// Something begins, in words, of so many steps; of 0 where they are not known yet.
    fn begin(what: String, all: u64, utf8: bool) -> Self {
        progress::begin(all);
        let count = progress::own();
        let (done, told) = mpsc::channel();
        Self(Some((done, thread::spawn(move || show(&what, utf8, &count, &told)))))
    }
}

impl Drop for Shown {
    fn drop(&mut self) {
        if let Some((done, thread)) = self.0.take() {
            drop(done);
            // Whatever it may have failed at, what it shows is over.
            let _ = thread.join();
        }
    }
}

/// Draws the bar from the first second on until it is told that all is done, and takes it away.
fn show(what: &str, utf8: bool, count: &Count, told: &Receiver<()>) {
    let mut ticks = 0;
    while told.recv_timeout(TICK) == Err(RecvTimeoutError::Timeout) {
        ticks += 1;
        if ticks >= SECOND {
            let columns = tcgetwinsize(stderr()).map_or(0, |size| usize::from(size.ws_col));
            put(&bar(what, count.share(), ticks, (columns, utf8)));
        }
    }
    if ticks >= SECOND {
        put("");
    }
}

/// Puts a text in the place of the line that the cursor is in. A bar that cannot be drawn is no reason to stop.
fn put(text: &str) {
    let mut err = std::io::stderr();
    let _ = write!(err, "\r{text}\x1b[K").and_then(|()| err.flush());
}

/// What is under way, a bar of how much is done, and how much or, where nobody counts, for how long it has been so.
fn bar(what: &str, done: Option<(u64, u64)>, ticks: u64, (columns, utf8): (usize, bool)) -> String {
    let (full, empty) = if utf8 { ('█', '░') } else { ('#', '.') };
    let seconds = ticks / SECOND;
    let (is_full, figure): (Box<dyn Fn(usize) -> bool>, String) = match done {
        Some((done, all)) => {
            let cells = usize::try_from(done * BAR as u64 / all.max(1)).unwrap_or(BAR);
            (Box::new(move |at| at < cells), format!("{:>3} %", done * 100 / all.max(1)))
        }
        // A mark that goes round.
        None => (Box::new(move |at| at as u64 == ticks % BAR as u64), format!("{seconds} s")),
    };
    let cells: String = (0..BAR).map(|at| if is_full(at) { full } else { empty }).collect();
    let whole = format!("{what}  {cells}  {figure}");
    // The last column stays free: there a terminal would go on in the next line.
    match columns.saturating_sub(1) {
        room if width(&whole) <= room => whole,
        room => fit(&format!("{what}  {figure}"), room),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_says_how_much_is_done_and_never_fills_a_line() {
        assert_eq!(bar("Läser", Some((1, 4)), 4, (80, true)), "Läser  █████░░░░░░░░░░░░░░░   25 %");
        assert_eq!(bar("Läser", Some((4, 4)), 4, (80, false)), "Läser  ####################  100 %");
        assert_eq!(bar("Räknar", None, 9, (80, false)), "Räknar  .........#..........  2 s");
        assert_eq!(bar("Räknar", None, 9, (30, false)), "Räknar  2 s");
        for columns in 0..50 {
            for done in [None, Some((u64::MAX / 200, u64::MAX / 100)), Some((1, 3))] {
                assert!(width(&bar("Räknar", done, 4000, (columns, true))) < columns.max(1), "{columns}");
            }
        }
    }
}
