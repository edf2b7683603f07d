//! A program in a terminal that a test can read, resize, freeze and close.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "test helper"
)]

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use rustix::process::{Pid, Signal, kill_process};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

/// Long enough for anything on a busy machine; what takes so long has failed.
const PATIENCE: Duration = Duration::from_secs(20);

/// The toy beside the test binary.
pub(super) fn toy_path() -> PathBuf {
    let own = std::env::current_exe().unwrap();
    own.parent().and_then(Path::parent).unwrap().join("examples/screen")
}

/// A program in a terminal.
pub(super) struct Pty {
    pub(super) master: Option<Box<dyn MasterPty + Send>>,
    pub(super) writer: Option<Box<dyn Write + Send>>,
    child: Box<dyn Child + Send + Sync>,
    bytes: Arc<Mutex<Vec<u8>>>,
    pub(super) before: String,
    reader: Option<(Arc<AtomicBool>, JoinHandle<()>)>,
}

/// The terminal's settings in a form that can be compared.
pub(super) fn settings(pty: &Pty) -> String {
    settings_of(&**pty.master.as_ref().unwrap())
}

fn settings_of(master: &dyn MasterPty) -> String {
    let found = master.get_termios().unwrap();
    format!(
        "{:?} {:?} {:?} {:?} {:?}",
        found.input_flags, found.output_flags, found.control_flags, found.local_flags, found.control_chars
    )
}

pub(super) fn size(columns: u16, rows: u16) -> PtySize {
    PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 }
}

/// Whether a process is stopped.
pub(super) fn is_stopped(pid: Pid) -> bool {
    let status = std::fs::read_to_string(format!("/proc/{}/stat", pid.as_raw_nonzero())).unwrap_or_default();
    status.rsplit(')').next().is_some_and(|rest| rest.trim_start().starts_with('T'))
}

impl Pty {
    pub(super) fn start() -> Self {
        Self::run(&[], &[], true)
    }

    pub(super) fn run(before: &[&str], args: &[&str], read: bool) -> Self {
        Self::run_in(before, args, read, true)
    }

    /// The toy, behind other words, with its output read or not, in a terminal that sends it signals or not.
    pub(super) fn run_in(before: &[&str], args: &[&str], read: bool, controlling: bool) -> Self {
        let toy = toy_path();
        let mut words: Vec<&str> = before.to_vec();
        words.push(toy.to_str().unwrap());
        words.extend(args);
        Self::spawn(&words, &[], read, controlling)
    }

    /// Any program, with more in its environment.
    pub(super) fn spawn(words: &[&str], env: &[(&str, &str)], read: bool, controlling: bool) -> Self {
        let pair = native_pty_system().openpty(size(80, 24)).unwrap();
        let mut command = CommandBuilder::new(words[0]);
        command.args(&words[1..]);
        command.env("TERM", "xterm-256color");
        command.env("NO_COLOR", "1");
        for (name, value) in env {
            command.env(name, value);
        }
        command.set_controlling_tty(controlling);
        let settings = settings_of(&*pair.master);
        let child = pair.slave.spawn_command(command).unwrap();
        let writer = pair.master.take_writer().unwrap();
        let bytes = Arc::new(Mutex::new(Vec::new()));
        let mut pty =
            Self { master: Some(pair.master), writer: Some(writer), child, bytes, before: settings, reader: None };
        if read {
            pty.read();
        }
        pty
    }

    pub(super) fn read(&mut self) {
        let mut reader = self.master.as_ref().unwrap().try_clone_reader().unwrap();
        let bytes = Arc::clone(&self.bytes);
        let stop = Arc::new(AtomicBool::new(false));
        let told = Arc::clone(&stop);
        let thread = thread::spawn(move || {
            let mut buffer = [0; 4096];
            while let Ok(read @ 1..) = reader.read(&mut buffer) {
                bytes.lock().unwrap().extend_from_slice(&buffer[..read]);
                if told.load(Ordering::SeqCst) {
                    return;
                }
            }
        });
        self.reader = Some((stop, thread));
    }

    /// Closes the terminal. What the program is made to write by `nudge` ends the reading of it.
    pub(super) fn close(&mut self, nudge: &str) {
        let (stop, thread) = self.reader.take().unwrap();
        stop.store(true, Ordering::SeqCst);
        self.type_in(nudge);
        self.until("the reading ended", |_| thread.is_finished());
        self.writer = None;
        self.master = None;
    }

    pub(super) fn type_in(&mut self, keys: &str) {
        self.writer.as_mut().unwrap().write_all(keys.as_bytes()).unwrap();
    }

    pub(super) fn pid(&self) -> Pid {
        Pid::from_raw(i32::try_from(self.child.process_id().unwrap()).unwrap()).unwrap()
    }

    pub(super) fn signal(&self, signal: Signal) {
        kill_process(self.pid(), signal).unwrap();
    }

    pub(super) fn bytes(&self) -> Vec<u8> {
        self.bytes.lock().unwrap().clone()
    }

    pub(super) fn screen(&self) -> vt100::Screen {
        let mut parser = vt100::Parser::new(24.try_into().unwrap(), 80.try_into().unwrap(), 0);
        parser.process(&self.bytes());
        parser.screen().clone()
    }

    pub(super) fn until(&mut self, what: &str, mut holds: impl FnMut(&mut Self) -> bool) {
        let start = Instant::now();
        while !holds(self) {
            assert!(start.elapsed() < PATIENCE, "waited for: {what}\n{}", self.screen().contents());
            thread::sleep(Duration::from_millis(5));
        }
    }

    pub(super) fn shows(&mut self, text: &str) {
        self.until(text, |pty| pty.screen().contents().contains(text));
    }

    /// The process below it, through as many others as there are.
    pub(super) fn last_child(&self) -> Pid {
        let below = |pid: Pid| {
            let pid = pid.as_raw_nonzero();
            let children = std::fs::read_to_string(format!("/proc/{pid}/task/{pid}/children")).unwrap_or_default();
            Pid::from_raw(children.split_whitespace().next()?.parse().ok()?)
        };
        std::iter::successors(Some(self.pid()), |pid| below(*pid)).last().unwrap()
    }

    /// How it ended.
    pub(super) fn code(&mut self) -> u32 {
        let mut code = None;
        self.until("the end", |pty| {
            code = pty.child.try_wait().unwrap().map(|status| status.exit_code());
            code.is_some()
        });
        code.unwrap()
    }

    /// How it ended, having given the terminal back as it was and asked it nothing.
    pub(super) fn ended(mut self) -> (u32, String) {
        let code = self.code();
        self.until("the screen given back", |pty| !pty.screen().alternate_screen());
        let bytes = self.bytes();
        let written = String::from_utf8_lossy(&bytes).into_owned();
        for query in ["[6n", "[5n", "[c", "[0c", "[>c", "[?u", "]11;?", "[18t"] {
            assert!(!written.contains(&format!("\x1b{query}")), "asked the terminal: {query}");
        }
        assert_eq!(settings(&self), self.before, "the settings are back");
        assert!(!self.screen().hide_cursor() && !self.screen().bracketed_paste());
        (code, self.screen().contents())
    }
}

impl Drop for Pty {
    fn drop(&mut self) {
        let _ = self.child.kill();
    }
}
