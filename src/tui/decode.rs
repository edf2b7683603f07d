//! What the bytes of a terminal mean: keys, pasted texts, and what the terminal itself says, which is never a key.
//!
//! A pure state machine over bytes, cut anywhere: strings and replies are swallowed whole however slowly they arrive.
//! Time is a call of [`Decoder::quiet`] when nothing came for as long as [`Decoder::patience`] says.
//!
//! - An Esc alone for a moment is the Esc key. What begins a sequence behind it does so all the same, however late: a
//!   reply cut off after its Esc gives an Esc and nothing else.
//! - A letter that begins one does so only with something right behind it: alone it was typed. What follows soon after is
//!   in doubt, as is all that follows what does not end (`doubt`): what comes at once is said by the terminal, what
//!   comes key by key waits, and is heard when nothing more comes for some seconds.
//! - A string ends at ST or BEL, or with the Esc key. Where it does not end, the coder is told; longer than
//!   [`LONGEST`] it is dropped to the next quiet moment.

mod charset;
mod doubt;
mod sequence;
mod step;
#[cfg(test)]
mod tests;

pub use charset::Charset;
pub(crate) use charset::named as encoding_named;

use self::doubt::Doubt;
use super::msg::Unheard;
use crate::tui::key::{Code, Key};
use crate::tui::mouse::Mouse;
use std::time::Duration;

/// How long an Esc waits for what it begins; after that it is the Esc key.
const SEQUENCE: Duration = Duration::from_millis(100);

/// How long a letter behind an Esc waits for what may have begun with it; after that it was typed.
const LETTER: Duration = Duration::from_millis(200);

/// A quiet moment: after it a string that has not ended is told of, and one that was too long is over.
const QUIET: Duration = Duration::from_secs(1);

/// Nothing that a terminal says stops in the middle for longer than this and then goes on byte by byte.
const STOP: Duration = Duration::from_secs(3);

/// So long behind an Esc a letter alone begins nothing.
const FADED: Duration = Duration::from_secs(4);

/// What the terminal says in one string is taken to be no longer; nor is a paste.
pub const LONGEST: usize = 1 << 16;

/// The parameters of a sequence are no longer.
const PARAMETERS: usize = 64;

const ESC: u8 = 0x1b;
const BEL: u8 = 0x07;
const ST: u8 = 0x9c;
const PASTE_END: &[u8] = b"\x1b[201~";

/// What has come from the terminal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// A key press.
    Key(Key),
    /// A key that is held down, where the terminal tells.
    Held(Key),
    /// Something done with a mouse.
    Mouse(Mouse),
    /// Esc and a key at once: that key with Alt, or the one after the other.
    Escaped(Key),
    /// A pasted text.
    Paste(String),
    /// Something that is no key.
    Unheard(Unheard),
    /// What was not heard is over.
    Heard,
}

/// Where one is in the bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// Between keys.
    Ground,
    /// Behind an Esc.
    Escape,
    /// `ESC [`, its parameters being held.
    Sequence,
    /// `ESC [ [`: a function key of the Linux console.
    Function,
    /// `ESC O`.
    Keypad,
    /// The raw coordinates of a mouse; the last one may have a second byte.
    Coordinates { left: u8, is_wide: bool },
    /// A string of the terminal: the letter that it began with, where it may have been typed, how many bytes of its
    /// character are still to come, and the byte before.
    Text { letter: Option<u8>, tail: u8, before: u8 },
    /// An Esc in it.
    TextEscape { letter: Option<u8> },
    /// What comes may have been typed, or go on with what may have begun.
    Doubt(Doubt),
    /// A pasted text, and how much of its end is there.
    Paste { matched: usize },
    /// Too long a string.
    Flood,
}

/// Puts the bytes of a terminal together.
#[expect(clippy::struct_excessive_bools, reason = "each is about one byte that came before, whatever the state")]
pub struct Decoder {
    charset: Charset,
    state: State,
    /// The parameters of a sequence, a pasted text, or what is in doubt.
    held: Vec<u8>,
    /// How many bytes came of it, or of a string.
    length: usize,
    /// Whether an Esc came right before: the key, or Alt.
    prefix: bool,
    /// Whether the Esc that all began with was told as the Esc key.
    known: bool,
    /// Whether that is long ago.
    faded: bool,
    /// Whether it was told that something is not heard.
    told: bool,
    /// Whether the byte before ended a line.
    ended_line: bool,
}

impl Decoder {
    /// Nothing has come yet.
    pub fn new(charset: Charset) -> Self {
        Self {
            charset,
            state: State::Ground,
            held: Vec::new(),
            length: 0,
            prefix: false,
            known: false,
            faded: false,
            told: false,
            ended_line: false,
        }
    }

    /// What has come, now that these bytes did.
    pub fn feed(&mut self, bytes: &[u8]) -> Vec<Input> {
        let mut out = Vec::new();
        for &byte in bytes {
            // A pasted CR LF, and the Enter of a terminal that sends both, is one line end.
            let is_rest = std::mem::replace(&mut self.ended_line, false) && byte == b'\n';
            if !(is_rest && self.state == State::Ground) {
                self.step(byte, &mut out);
            }
        }
        out
    }

    fn step(&mut self, byte: u8, out: &mut Vec<Input>) {
        match self.state {
            State::Ground => self.ground(byte, out),
            State::Escape => self.escape(byte, out),
            State::Sequence => self.sequence(byte, out),
            State::Function => match byte {
                0x40..=0x7e => self.finish(sequence::function(byte), out),
                _ => self.leave(byte, out),
            },
            State::Keypad => self.keypad(byte, out),
            State::Coordinates { left, is_wide } => self.coordinate(byte, (left, is_wide), out),
            State::Text { letter, tail, before } => self.text(byte, (letter, tail, before), out),
            State::TextEscape { .. } if byte == b'\\' => self.end(out),
            State::TextEscape { letter } => {
                self.flush(letter, out);
                (self.state, self.known, self.prefix) = (State::Escape, false, false);
                self.escape(byte, out);
            }
            State::Doubt(doubt) => self.doubt(byte, doubt, out),
            State::Paste { matched } => self.paste(byte, matched, out),
            State::Flood => {}
        }
    }

    /// How long to wait for more, if something is open.
    pub fn patience(&self) -> Option<Duration> {
        match self.state {
            State::Escape if self.known => (!self.faded).then_some(FADED),
            State::Escape
            | State::TextEscape { .. }
            | State::Paste { matched: 1 }
            | State::Coordinates { left: 0, .. } => Some(SEQUENCE),
            State::Flood => Some(QUIET),
            State::Doubt(doubt) => doubt.patience(self.held.is_empty()),
            State::Ground if !self.charset.is_open() => None,
            _ if self.letter().is_some() => Some(SEQUENCE),
            _ if self.waits_for_its_end() => (!self.told).then_some(QUIET),
            _ => Some(if self.told { STOP } else { QUIET }),
        }
    }

    /// What has come, now that nothing more did for so long.
    pub fn quiet(&mut self) -> Vec<Input> {
        let mut out = Vec::new();
        match self.state {
            State::Escape if self.known => self.faded = true,
            State::Escape => {
                self.settle(&mut out);
                out.push(Input::Key(Key::plain(Code::Esc)));
                (self.known, self.faded) = (true, false);
            }
            State::TextEscape { letter } => {
                // What waited is dropped by the Esc key.
                if letter.is_some() && self.length == 0 && self.held.is_empty() {
                    self.person(letter, &mut out);
                    out.push(Input::Key(Key::plain(Code::Esc)));
                }
                self.end(&mut out);
                (self.state, self.known, self.faded) = (State::Escape, true, false);
            }
            State::Paste { matched: 1 } => {
                self.pasted(1, &mut out);
                (self.state, self.known, self.faded) = (State::Escape, true, false);
            }
            State::Coordinates { left: 0, .. } => self.state = State::Ground,
            State::Flood => {
                self.state = State::Ground;
                out.push(Input::Unheard(Unheard::Dropped));
            }
            State::Doubt(doubt) => self.doubted(doubt, &mut out),
            State::Ground => self.tell(Unheard::Unreadable, &mut out),
            _ => self.stopped(&mut out),
        }
        out
    }

    fn tell(&mut self, what: Unheard, out: &mut Vec<Input>) {
        if !std::mem::replace(&mut self.told, true) {
            out.push(Input::Unheard(what));
        }
    }

    fn begin(&mut self, state: State) {
        self.state = state;
        self.held.clear();
        (self.length, self.told) = (0, false);
    }

    /// Back to the keys.
    fn end(&mut self, out: &mut Vec<Input>) {
        if std::mem::take(&mut self.told) {
            out.push(Input::Heard);
        }
        self.begin(State::Ground);
        self.known = false;
    }

    /// What was open is cut off: the byte is one of its own.
    fn leave(&mut self, byte: u8, out: &mut Vec<Input>) {
        self.settle(out);
        self.end(out);
        self.ground(byte, out);
    }

    /// The Esc before something that Alt makes nothing of.
    fn settle(&mut self, out: &mut Vec<Input>) {
        if std::mem::take(&mut self.prefix) {
            out.push(Input::Key(Key::plain(Code::Esc)));
        }
    }

    fn emit(&mut self, key: Key, out: &mut Vec<Input>) {
        let is_escaped = std::mem::take(&mut self.prefix);
        out.push(if is_escaped { Input::Escaped(key) } else { Input::Key(key) });
    }

    /// What a sequence came to.
    fn finish(&mut self, keys: Vec<Input>, out: &mut Vec<Input>) {
        for key in keys {
            match key {
                Input::Key(key) => self.emit(key, out),
                other => out.push(other),
            }
        }
        self.settle(out);
        self.end(out);
    }

    /// A letter behind an Esc with nothing behind it was typed.
    fn person(&mut self, letter: Option<u8>, out: &mut Vec<Input>) {
        let Some(letter) = letter.filter(|_| self.length == 0) else { return };
        if !self.known {
            self.settle(out);
            self.prefix = true;
        }
        self.emit(Key::char(char::from(letter)), out);
    }
}
