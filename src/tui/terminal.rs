//! The terminal as a device: taken, written to, and given back as it was, whatever happens.
//!
//! Writing never blocks for good. The terminal is opened anew without blocking, and a write that has to wait for a
//! screen nobody reads also waits for the word to stop. So a frozen line cannot keep the program from ending.

use crate::base::fault::{Exit, Fault, Result};
use crate::base::language::Arg;
use crate::msg;
use crate::tui::model::Form;
use crossterm::Command;
use crossterm::cursor::Show;
use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::style::{Attribute, SetAttribute};
use crossterm::terminal::{EnterAlternateScreen, LeaveAlternateScreen};
use ratatui::layout::Size;
use rustix::event::{EventfdFlags, PollFd, PollFlags, Timespec, eventfd, poll};
use rustix::fd::{AsFd, BorrowedFd, OwnedFd};
use rustix::fs::{Mode, OFlags};
use rustix::io::Errno;
use rustix::process::{DumpableBehavior, Resource, Rlimit, set_dumpable_behavior, setrlimit};
use rustix::stdio::{stderr, stdin, stdout};
use rustix::termios::{
    OptionalActions, OutputModes, QueueSelector, Termios, isatty, tcflush, tcgetattr, tcgetwinsize, tcsetattr,
};
use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// CAN: ends a sequence that was cut off.
const CANCEL: &str = "\x18";

/// A terminal of unknown size is taken to be this large.
const USUAL: (u16, u16) = (80, 24);

/// Clicks and the wheel are told, with numbers that never look like keys; movements are not.
const MOUSE_ON: &str = "\x1b[?1000;1006h";

/// What the program takes hold of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hold {
    /// The whole screen of a terminal.
    Screen,
    /// The same where a program reads it aloud, which would read what it does not know.
    Heard,
    /// The keys of a terminal that understands control sequences, for lines.
    Keys,
    /// Lines and nothing else: no control sequence is written.
    Plain,
}

impl Hold {
    /// What a form needs on a terminal that calls itself `term`.
    pub fn of(form: Form, term: Option<&str>) -> Self {
        let obeys = isatty(stdout()) && term.is_some_and(|term| !matches!(term, "" | "dumb"));
        match form {
            Form::Drawn => Self::Screen,
            Form::WholeRows => Self::Heard,
            Form::Lines if obeys => Self::Keys,
            Form::Lines => Self::Plain,
        }
    }

    fn is_screen(self) -> bool {
        matches!(self, Self::Screen | Self::Heard)
    }

    /// What switches off what others may have left on.
    fn modes_off(self) -> String {
        match self {
            Self::Screen => [MODES_OFF, KEYBOARDS_OFF].concat(),
            Self::Heard | Self::Keys => MODES_OFF.to_owned(),
            Self::Plain => String::new(),
        }
    }

    /// Other screen, bracketed paste, plain pen, cursor shown. Where the mouse is not wanted it stays the terminal's own,
    /// for selecting and copying.
    fn taking(self, mouse: bool) -> String {
        let mut bytes = self.modes_off();
        if self.is_screen() {
            sequence(EnterAlternateScreen, &mut bytes);
            // The other screen has a keyboard of its own.
            bytes.push_str(&self.modes_off());
        }
        if self != Self::Plain {
            sequence(EnableBracketedPaste, &mut bytes);
        }
        if self.is_screen() {
            sequence(SetAttribute(Attribute::Reset), &mut bytes);
            sequence(Show, &mut bytes);
            bytes.push_str(if mouse { MOUSE_ON } else { "" });
        }
        bytes
    }

    /// The same backwards.
    fn giving_back(self) -> String {
        if self == Self::Plain {
            return "\n".to_owned();
        }
        let mut bytes = CANCEL.to_owned() + &self.modes_off();
        if self.is_screen() {
            sequence(SetAttribute(Attribute::Reset), &mut bytes);
        }
        sequence(DisableBracketedPaste, &mut bytes);
        if self.is_screen() {
            sequence(Show, &mut bytes);
            sequence(LeaveAlternateScreen, &mut bytes);
        } else {
            bytes.push('\n');
        }
        bytes
    }
}

/// The terminal that the program runs in, or the pipes that it has instead.
#[derive(Debug)]
pub struct Terminal {
    hold: Hold,
    mouse: bool,
    tty: OwnedFd,
    /// Its settings before it was taken; nothing where what is typed comes through a pipe.
    found: Option<Termios>,
    stop: OwnedFd,
    taken: AtomicBool,
}

/// Refuses to go on where there is no screen to draw on.
pub fn check() -> Result<()> {
    for (fd, name) in [(stdin(), "stdin"), (stdout(), "stdout")] {
        if !isatty(fd) {
            let fault = Fault::new(msg!("terminal-no-tty", stream = name)).hint(msg!("terminal-no-tty-hint"));
            return Err(fault.exit(Exit::Usage).into());
        }
    }
    Ok(())
}

/// Keeps what is in memory out of core dumps and from other processes of the user: it is secret.
pub fn keep_secret() {
    let _ = setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) });
    let _ = set_dumpable_behavior(DumpableBehavior::NotDumpable);
}

/// What is said of an operation on the terminal that failed.
pub(crate) fn failed(error: impl Into<io::Error>) -> Fault {
    Fault::new(msg!("terminal-failed", cause = Arg::cause(&error.into())))
}

/// Appends a control sequence to what is going to be written.
pub(crate) fn sequence(command: impl Command, into: &mut String) {
    // A string takes everything.
    let _ = command.write_ansi(into);
}

/// What another program may have left on is switched off, so that keys come as keys: the mouse in its old forms and its
/// new ones, tellings of focus, keyboards that tell more than keys, cursor keys and keypad of applications, and an
/// Enter of two characters.
const MODES_OFF: &str = "\x1b[?1;9;66;1000;1001;1002;1003;1004;1005;1006;1015;1016;9001l\x1b[20l\x1b>";

/// The same for the keyboards of xterm and of kitty.
const KEYBOARDS_OFF: &str = "\x1b[>4m\x1b[=0;1u";

/// What waiting for the keyboard ended with.
pub(crate) enum Heard {
    /// Something was typed.
    Something,
    /// Nothing was, for so long.
    Nothing,
    /// Nothing will be heard any more: the terminal is gone, or the program leaves it.
    End,
}

impl Terminal {
    /// The terminal of standard input and output; it is not yet touched.
    pub fn open(hold: Hold, mouse: bool) -> Result<Self> {
        let is_typed = isatty(stdin()) || hold.is_screen();
        let found = is_typed.then(|| tcgetattr(stdin())).transpose().map_err(failed)?;
        let stop = eventfd(0, EventfdFlags::CLOEXEC | EventfdFlags::NONBLOCK).map_err(failed)?;
        Ok(Self { hold, mouse, tty: open_anew().map_err(failed)?, found, stop, taken: AtomicBool::new(false) })
    }

    /// Whether what is typed comes through a pipe: no keyboard is at its other end that repeats a key held down.
    pub(crate) fn is_piped(&self) -> bool {
        self.found.is_none()
    }

    /// Takes the terminal: raw keys, its other screen.
    pub fn enter(&self) -> Result<()> {
        self.taken.store(true, Ordering::SeqCst);
        let raw = self.found.clone().map(|mut raw| {
            raw.make_raw();
            if !self.hold.is_screen() {
                // Lines end as they do elsewhere.
                raw.output_modes |= OutputModes::OPOST | OutputModes::ONLCR;
            }
            raw
        });
        let set = raw.map_or(Ok(()), |raw| tcsetattr(stdin(), OptionalActions::Now, &raw)).map_err(io::Error::from);
        set.and_then(|()| self.write_out(self.hold.taking(self.mouse).as_bytes())).map_err(|error| {
            self.leave();
            failed(error).into()
        })
    }

    /// Gives it back as it was found. Never waits, so that it can be called from anywhere at any time.
    pub fn leave(&self) {
        if !self.taken.swap(false, Ordering::SeqCst) {
            return;
        }
        self.write_now(self.hold.giving_back().as_bytes());
        if let Some(found) = &self.found {
            let _ = tcflush(stdin(), QueueSelector::IFlush);
            let _ = tcsetattr(stdin(), OptionalActions::Now, found);
        }
    }

    /// Its size.
    pub fn size(&self) -> Size {
        let found = tcgetwinsize(&self.tty).map_or(USUAL, |size| (size.ws_col, size.ws_row));
        Size::from(if found == (0, 0) { USUAL } else { found })
    }

    /// From now on no write waits.
    pub fn stop(&self) {
        let _ = rustix::io::write(&self.stop, &1u64.to_ne_bytes());
    }

    /// Waits for something to be typed, at most so long.
    pub(crate) fn listen(&self, patience: Option<&Timespec>) -> Heard {
        let mut fds = [PollFd::from_borrowed_fd(stdin(), PollFlags::IN), PollFd::new(&self.stop, PollFlags::IN)];
        loop {
            let waited = poll(&mut fds, patience);
            let [keys, stop] = &fds;
            return match waited {
                Err(Errno::INTR) => continue,
                Ok(0) => Heard::Nothing,
                Ok(_) if stop.revents().is_empty() && keys.revents() == PollFlags::IN => Heard::Something,
                // The end of a pipe is read as such, behind all that came before.
                Ok(_) if stop.revents().is_empty() && self.is_piped() => Heard::Something,
                Ok(_) | Err(_) => Heard::End,
            };
        }
    }

    /// Waits until the other side of the terminal is gone.
    pub(crate) fn wait_for_hang_up(&self) {
        while !self.hangs_up(None) {}
    }

    /// Whether the other side of the terminal is gone.
    pub(crate) fn is_gone(&self) -> bool {
        self.hangs_up(Some(&Timespec::default()))
    }

    fn hangs_up(&self, patience: Option<&Timespec>) -> bool {
        let gone = PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL;
        let mut fds = [PollFd::new(&self.tty, PollFlags::empty())];
        poll(&mut fds, patience).is_ok() && fds.iter().any(|fd| fd.revents().intersects(gone))
    }

    /// Says something after the program has left the screen, as far as that can be done without waiting.
    pub fn say(&self, text: &str) {
        if isatty(stderr()) {
            self.write_now(text.as_bytes());
        } else {
            let mut fds = [PollFd::from_borrowed_fd(stderr(), PollFlags::OUT)];
            if poll(&mut fds, Some(&Timespec::default())).is_ok_and(|ready| ready > 0) {
                let _ = rustix::io::write(stderr(), text.as_bytes());
            }
        }
    }

    /// From now on a panic in any thread gives the terminal back and ends the program, saying `bug` and where, but
    /// nothing of the panic's own words: they may quote a case.
    pub fn end_on_panic(self: &Arc<Self>, bug: String) {
        let terminal = Arc::clone(self);
        std::panic::set_hook(Box::new(move |panic| {
            terminal.leave();
            let place = panic.location().map(|at| format!("{}:{}", at.file(), at.line())).unwrap_or_default();
            terminal.say(&format!("{bug} {place}\n"));
            end(101);
        }));
    }

    /// Writes as much as goes out without waiting; a full line is emptied first, for nobody reads it.
    fn write_now(&self, bytes: &[u8]) {
        if rustix::io::write(&self.tty, bytes) != Ok(bytes.len()) {
            let _ = tcflush(&self.tty, QueueSelector::OFlush);
            let _ = rustix::io::write(&self.tty, bytes);
        }
    }

    /// Writes everything, waiting for the terminal or the word to stop.
    fn write_out(&self, mut bytes: &[u8]) -> io::Result<()> {
        while !bytes.is_empty() {
            match rustix::io::write(&self.tty, bytes) {
                Ok(written) => bytes = bytes.get(written..).unwrap_or_default(),
                Err(Errno::INTR) => {}
                Err(Errno::AGAIN) => self.wait_for_room()?,
                Err(error) => return Err(error.into()),
            }
        }
        Ok(())
    }

    fn wait_for_room(&self) -> io::Result<()> {
        let mut fds = [PollFd::new(&self.tty, PollFlags::OUT), PollFd::new(&self.stop, PollFlags::IN)];
        match poll(&mut fds, None) {
            Ok(_) | Err(Errno::INTR) => {}
            Err(error) => return Err(error.into()),
        }
        let [_, stop] = &fds;
        if stop.revents().is_empty() { Ok(()) } else { Err(io::ErrorKind::WouldBlock.into()) }
    }
}

/// A description of the terminal of our own, so that not blocking is nobody else's matter; the shell's if there is none.
/// Of a pipe there is but the one.
fn open_anew() -> rustix::io::Result<OwnedFd> {
    let flags = OFlags::RDWR | OFlags::NONBLOCK | OFlags::NOCTTY | OFlags::CLOEXEC;
    if !isatty(stdout()) {
        return rustix::io::fcntl_dupfd_cloexec(stdout(), 3);
    }
    let named = rustix::termios::ttyname(stdout(), Vec::new());
    named
        .and_then(|name| rustix::fs::open(name, flags, Mode::empty()))
        .or_else(|_| rustix::fs::open("/dev/tty", flags, Mode::empty()))
        .or_else(|_| rustix::io::fcntl_dupfd_cloexec(stdout(), 3))
}

/// Ends the program at once: for when it cannot return to `main`.
#[expect(clippy::disallowed_methods, reason = "after a panic, or when stuck, no way leads back to main")]
pub(crate) fn end(code: i32) -> ! {
    std::process::exit(code)
}

impl io::Write for &Terminal {
    /// All of it: a frame is never left half written unless the program ends.
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.write_out(bytes).map(|()| bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl AsFd for Terminal {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.tty.as_fd()
    }
}
