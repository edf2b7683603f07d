//! What may have been typed, or be the rest of what a terminal says: time tells.
//!
//! A terminal says a thing at once. On its way it may be cut anywhere, and stop there for some seconds; but what a person
//! types comes key by key. So what comes key by key is held back for as long as anything stops, and heard if no end came.

use super::{BEL, Decoder, ESC, Input, LETTER, PARAMETERS, SEQUENCE, ST, STOP, State};
use crate::tui::msg::Unheard;
use std::time::Duration;

/// What may have begun, and how what came since did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Doubt {
    /// What may have begun: `[` a sequence, `O` a key of the keypad, anything else a string.
    of: u8,
    /// The letter that it may have begun with, where that has not been heard.
    letter: Option<u8>,
    /// Whether something has come just now.
    is_fresh: bool,
    /// Whether it began for certain: then its end may come whenever it likes.
    is_begun: bool,
}

impl Doubt {
    pub(crate) fn patience(self, is_empty: bool) -> Option<Duration> {
        match self {
            Self { is_fresh: true, .. } => Some(SEQUENCE),
            Self { letter: Some(_), .. } if is_empty => Some(LETTER),
            Self { is_begun: true, .. } if is_empty => None,
            _ => Some(STOP),
        }
    }

    /// Whether this byte is one of many that may follow.
    fn goes_on(self, byte: u8, is_first: bool) -> bool {
        match self.of {
            b'[' => matches!(byte, b' '..=b'?') || (byte == b'[' && is_first),
            b'O' => matches!(byte, b'0'..=b'9' | b';'),
            _ => true,
        }
    }
}

/// How many bytes of a character in UTF-8 are still to come.
pub(crate) fn left(before: u8, byte: u8) -> u8 {
    match byte {
        0x80..=0xbf => before.saturating_sub(1),
        0xc2..=0xdf => 1,
        0xe0..=0xef => 2,
        0xf0..=0xf4 => 3,
        _ => 0,
    }
}

impl Decoder {
    /// The letter that all began with, where that may have been typed and nothing is behind it.
    pub(crate) fn letter(&self) -> Option<u8> {
        match self.state {
            State::Keypad => Some(b'O'),
            State::Sequence if self.known => Some(b'['),
            State::Text { letter, .. } => letter,
            _ => None,
        }
        .filter(|_| self.length == 0)
    }

    /// Whether what has begun is given up by an Esc alone: what ends by itself, and a paste, which may be all answers.
    pub(crate) fn waits_for_its_end(&self) -> bool {
        match self.state {
            State::Ground | State::Paste { .. } | State::Coordinates { .. } => true,
            State::Sequence => b"200".starts_with(&self.held),
            _ => false,
        }
    }

    /// Nothing more came of what had begun.
    pub(crate) fn stopped(&mut self, out: &mut Vec<Input>) {
        let letter = self.letter();
        if letter.is_none() && !self.told {
            return self.tell(Unheard::Open, out);
        }
        if letter.is_some() && self.known && self.faded {
            return self.flush(letter, out);
        }
        let of = match self.state {
            State::Sequence | State::Function => b'[',
            State::Keypad => b'O',
            _ => letter.unwrap_or_default(),
        };
        if self.told {
            out.push(Input::Heard);
        }
        self.begin(State::Doubt(Doubt { of, letter, is_fresh: false, is_begun: letter.is_none() }));
    }

    pub(crate) fn doubt(&mut self, byte: u8, doubt: Doubt, out: &mut Vec<Input>) {
        let tail = self.held.iter().copied().fold(0, left);
        match byte {
            BEL => return self.end(out),
            ST if self.charset.ends_string(tail, self.held.last().copied().unwrap_or_default()) => {
                return self.end(out);
            }
            ESC if doubt.letter.is_some() || !self.held.is_empty() => {
                return self.state = State::TextEscape { letter: doubt.letter };
            }
            ESC => return self.leave(byte, out),
            0..=0x1f | 0x7f if !doubt.is_begun && self.held.is_empty() => return self.typed(byte, doubt, out),
            b'!'..=b'/' | b':' | b'<'..=b'?' | 0x80.. if doubt.of == b'O' => return self.typed(byte, doubt, out),
            _ => {}
        }
        let is_at_once = doubt.is_fresh && (tail == 0 || !matches!(byte, 0x80..=0xbf));
        if is_at_once || self.held.len() >= PARAMETERS || !doubt.goes_on(byte, self.held.is_empty()) {
            return self.said(byte, doubt, out);
        }
        self.held.push(byte);
        self.state = State::Doubt(Doubt { is_fresh: true, ..doubt });
    }

    /// Nothing that a terminal says goes on like this.
    fn typed(&mut self, byte: u8, doubt: Doubt, out: &mut Vec<Input>) {
        self.flush(doubt.letter, out);
        self.ground(byte, out);
    }

    /// It was the terminal, or must be taken for it.
    fn said(&mut self, byte: u8, doubt: Doubt, out: &mut Vec<Input>) {
        if self.told {
            out.push(Input::Heard);
        }
        let (held, came) = (std::mem::take(&mut self.held), out.len());
        self.begin(match doubt.of {
            b'[' => State::Sequence,
            b'O' => State::Keypad,
            _ => State::Text { letter: None, tail: 0, before: 0 },
        });
        self.known = true;
        if doubt.is_begun && doubt.of == b'[' {
            // Its first numbers are gone, so that the others mean nothing.
            self.hold(b'?');
        }
        for byte in held.into_iter().chain([byte]) {
            self.step(byte, out);
        }
        if self.state == State::Ground && out.len() == came {
            out.push(Input::Unheard(Unheard::Doubtful));
        }
    }

    /// What is in doubt, now that nothing more came for a while.
    pub(crate) fn doubted(&mut self, doubt: Doubt, out: &mut Vec<Input>) {
        self.state = State::Doubt(Doubt { is_fresh: false, ..doubt });
        if doubt.is_fresh {
            self.tell(Unheard::Waiting, out);
        } else if doubt.letter.is_some() && self.held.is_empty() {
            self.person(doubt.letter, out);
            self.state = State::Doubt(Doubt { letter: None, ..doubt });
        } else {
            self.flush(doubt.letter, out);
        }
    }

    /// All of it was typed.
    pub(crate) fn flush(&mut self, letter: Option<u8>, out: &mut Vec<Input>) {
        let (held, is_known) = (std::mem::take(&mut self.held), self.known);
        let length = self.length;
        self.end(out);
        (self.known, self.length) = (is_known, length);
        self.person(letter, out);
        (self.known, self.length) = (false, 0);
        for byte in held {
            self.ground(byte, out);
        }
    }
}
