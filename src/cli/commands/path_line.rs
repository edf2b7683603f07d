//! A line with a path, typed at a terminal: Tab completes the names of files and folders, as in a shell.

use super::context::{fitted, written};
use super::{Context, session};
use crate::base::env::{self, columns};
use crate::base::fault::Result;
use crate::base::files::named::{Named, completed};
use crate::base::language::Message;
use crate::base::suggest::listed;
use crate::base::text::{visible, width};
use crate::msg;
use crate::tui::model::Form;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::process::{Signal, getpid, kill_process};
use rustix::stdio::{stderr, stdin};
use rustix::termios::{LocalModes, OptionalActions, SpecialCodeIndex, Termios, isatty, tcgetattr, tcsetattr};

/// What stands before the line, and before one of which only the end is shown.
const MARKS: [&str; 2] = ["> ", "< "];
/// The bytes of a key that is one sequence come within this time.
const SEQUENCE: Timespec = Timespec { tv_sec: 0, tv_nsec: 50_000_000 };

impl Context<'_> {
    /// The path that somebody types, if anybody does. Where what is on a screen is read aloud, it is a line like any other.
    pub(super) fn path(&mut self, question: &Message) -> Result<Option<String>> {
        let is_plain = self.global.accessible || session::form(self) != Form::Drawn;
        let is_seen = isatty(stdin()) && isatty(stderr()) && env::variable("TERM").is_some_and(|term| term != "dumb");
        let held = Some(()).filter(|()| self.asks && is_seen && !is_plain).and_then(|()| Held::take());
        let Some(held) = held else { return self.line(question) };
        let asked = msg!("path-ask", question = self.words.say(question));
        self.tell(&asked)?;
        let mut line = Line { text: String::new(), begun: Vec::new() };
        let typed = loop {
            line.draw(self)?;
            match next() {
                Some(b'\n' | b'\r') => break Some(line.text.trim().to_owned()),
                None => break None,
                Some(b'\x04') if line.text.is_empty() => break None,
                Some(b'\t') => self.complete_path(&mut line)?,
                Some(b'\x03') => held.signal(Signal::INT),
                Some(b'\x1a') => held.signal(Signal::TSTP),
                Some(b'\x1b') => pass_over(),
                Some(byte) => line.byte(byte),
            }
        };
        written(writeln!(self.err))?;
        Ok(typed)
    }

    /// Completes the path, or tells what it may become.
    fn complete_path(&mut self, line: &mut Line) -> Result<()> {
        let Named { path, names } = completed(&line.text);
        if path == line.text {
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            let told = if names.is_empty() { self.words.get("path-none") } else { listed(&names) };
            written(write!(self.err, "\r\n{}\r\n", fitted(&told, stderr())))?;
        }
        line.text = path;
        Ok(())
    }
}

/// What is typed.
struct Line {
    text: String,
    /// The first bytes of a character whose others have not come yet.
    begun: Vec<u8>,
}

impl Line {
    /// Takes a byte that is typed: a piece of a character, or a key that takes something away.
    fn byte(&mut self, byte: u8) {
        match byte {
            b'\x7f' | b'\x08' => drop(self.text.pop()),
            b'\x15' => self.text.clear(),
            b'\x17' => {
                let kept = self.text.trim_end_matches(|c: char| c != '/' && !c.is_whitespace()).len();
                let kept = if kept == self.text.len() { kept.saturating_sub(1) } else { kept };
                self.text.truncate(self.text.floor_char_boundary(kept));
            }
            _ => {
                self.begun.push(byte);
                match std::str::from_utf8(&self.begun) {
                    Ok(text) => self.text.extend(text.chars().filter(|c| !c.is_control())),
                    Err(error) if error.error_len().is_none() => return,
                    Err(_) => {}
                }
                self.begun.clear();
            }
        }
    }

    /// Writes it in the place of what stood there: its end, where there is no room for all of it.
    fn draw(&self, context: &mut Context<'_>) -> Result<()> {
        let room = columns(stderr()).unwrap_or(80).saturating_sub(3);
        let text = visible(&self.text);
        let cut = text.char_indices().map(|(at, _)| text.get(at..).unwrap_or("")).find(|end| width(end) <= room);
        let shown = cut.unwrap_or("");
        let [whole, end] = MARKS;
        let mark = if shown.len() == text.len() { whole } else { end };
        written(write!(context.err, "\r\x1b[K{mark}{shown}").and_then(|()| context.err.flush()))
    }
}

/// The next byte that is typed.
fn next() -> Option<u8> {
    let mut byte = [0];
    rustix::io::read(stdin(), &mut byte).is_ok_and(|n| n == 1).then(|| byte[0])
}

/// Passes over the rest of a key that is a sequence, such as an arrow.
fn pass_over() {
    let is_ready = || {
        let mut fds = [PollFd::from_borrowed_fd(stdin(), PollFlags::IN)];
        poll(&mut fds, Some(&SEQUENCE)).is_ok_and(|n| n > 0)
    };
    let mut is_first = true;
    while is_ready() {
        match next() {
            Some(b'[' | b'O') if is_first => is_first = false,
            Some(byte) if !is_first && !(0x40..=0x7e).contains(&byte) => {}
            _ => return,
        }
    }
}

/// A terminal that gives every key as it is pressed, until this is dropped.
struct Held {
    found: Termios,
    keys: Termios,
}

impl Held {
    fn take() -> Option<Self> {
        let found = tcgetattr(stdin()).ok()?;
        let mut keys = found.clone();
        keys.local_modes.remove(LocalModes::ICANON | LocalModes::ECHO | LocalModes::ISIG | LocalModes::IEXTEN);
        keys.special_codes[SpecialCodeIndex::VMIN] = 1;
        keys.special_codes[SpecialCodeIndex::VTIME] = 0;
        let held = Self { found, keys };
        Self::set(&held.keys).then_some(held)
    }

    fn set(modes: &Termios) -> bool {
        tcsetattr(stdin(), OptionalActions::Now, modes).is_ok()
    }

    /// Does what the key does elsewhere, with the terminal as it was.
    fn signal(&self, signal: Signal) {
        Self::set(&self.found);
        let _ = kill_process(getpid(), signal);
        Self::set(&self.keys);
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        Self::set(&self.found);
    }
}
