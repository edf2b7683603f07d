//! What one byte does to what has come before.

use super::charset::Piece;
use super::{BEL, Decoder, ESC, Input, LONGEST, PARAMETERS, PASTE_END, ST, State, doubt, sequence};
use crate::tui::key::Key;
use crate::tui::msg::Unheard;

impl Decoder {
    pub(crate) fn ground(&mut self, byte: u8, out: &mut Vec<Input>) {
        match byte {
            _ if byte >= 0x80 || self.charset.is_open() => self.character(byte, out),
            ESC => {
                (self.known, self.faded) = (false, false);
                self.begin(State::Escape);
            }
            b' '..=b'~' => self.emit(Key::char(char::from(byte)), out),
            _ => {
                self.ended_line = byte == b'\r';
                self.emit(sequence::control(byte), out);
            }
        }
    }

    fn character(&mut self, byte: u8, out: &mut Vec<Input>) {
        match self.charset.push(byte) {
            Piece::Open => {}
            Piece::Text(text) => {
                self.told = false;
                for c in text.chars() {
                    self.emit(Key::char(c), out);
                }
            }
            Piece::Control(control) => {
                self.settle(out);
                self.known = false;
                self.control(control, out);
            }
            Piece::Wrong { is_used } => {
                self.settle(out);
                self.tell(Unheard::Unreadable, out);
                self.told = false;
                if !is_used {
                    self.ground(byte, out);
                }
            }
        }
    }

    /// A control character of eight bits.
    fn control(&mut self, byte: u8, out: &mut Vec<Input>) {
        match byte {
            0x8f => self.begin(State::Keypad),
            0x90 | 0x98 | 0x9d..=0x9f => self.begin(State::Text { letter: None, tail: 0, before: 0 }),
            0x9b => self.begin(State::Sequence),
            ST => out.clear(),
            _ => {}
        }
    }

    pub(crate) fn escape(&mut self, byte: u8, out: &mut Vec<Input>) {
        match byte {
            ESC if self.known => self.known = false,
            ESC => {
                self.settle(out);
                self.prefix = true;
            }
            b'[' => self.begin(State::Sequence),
            b'O' => self.begin(State::Keypad),
            b'P' | b'X' => self.begin(State::Text { letter: Some(byte), tail: 0, before: 0 }),
            b']' | b'^' | b'_' => {
                self.settle(out);
                self.begin(State::Text { letter: self.known.then_some(byte), tail: 0, before: 0 });
            }
            b'\\' => {
                // The end of a string whose beginning somebody else has read: so was what came right before it.
                if !self.known {
                    out.clear();
                }
                self.settle(out);
                self.end(out);
            }
            _ => {
                if !self.known {
                    self.settle(out);
                    self.prefix = true;
                }
                self.end(out);
                self.ground(byte, out);
            }
        }
    }

    pub(crate) fn sequence(&mut self, byte: u8, out: &mut Vec<Input>) {
        match byte {
            b'[' if self.length == 0 => self.begin(State::Function),
            b'$' if sequence::is_shifted(&self.held) => self.finish(sequence::meaning(&self.held, byte), out),
            b' '..=b'?' => self.hold(byte),
            b'~' if self.held == b"200" => {
                self.settle(out);
                self.begin(State::Paste { matched: 0 });
            }
            b'M' | b'T' | b't' if self.length == 0 => {
                self.settle(out);
                let left = match byte {
                    b'M' => 3,
                    b'T' => 6,
                    _ => 2,
                };
                self.begin(State::Coordinates { left, is_wide: false });
            }
            b'@'..=b'~' if self.length <= PARAMETERS => self.finish(sequence::meaning(&self.held, byte), out),
            b'@'..=b'~' => self.finish(Vec::new(), out),
            _ => self.leave(byte, out),
        }
    }

    pub(crate) fn hold(&mut self, byte: u8) {
        self.length += 1;
        if self.length > LONGEST {
            self.begin(State::Flood);
        } else if self.held.len() < PARAMETERS {
            self.held.push(byte);
        }
    }

    pub(crate) fn keypad(&mut self, byte: u8, out: &mut Vec<Input>) {
        match byte {
            b'0'..=b'9' | b';' => self.hold(byte),
            b' ' | b'@'..=b'~' => {
                let mut keys = sequence::keypad(&self.held, byte);
                // What may have been an Esc, an O and this key gives no answer.
                let came = keys.len();
                if self.known {
                    keys.retain(|key| !matches!(key, Input::Key(key) if key.typed().is_some()));
                }
                let is_whole = keys.len() == came;
                self.finish(keys, out);
                if !is_whole {
                    out.push(Input::Unheard(Unheard::Doubtful));
                }
            }
            _ => {
                self.person(Some(b'O'), out);
                self.leave(byte, out);
            }
        }
    }

    /// Coordinates are bytes, or characters of UTF-8.
    pub(crate) fn coordinate(&mut self, byte: u8, (left, is_wide): (u8, bool), out: &mut Vec<Input>) {
        let (left, is_wide) = match byte {
            0x80..=0xbf if is_wide => (left, false),
            _ if left == 0 || byte == ESC => return self.leave(byte, out),
            _ => (left - 1, matches!(byte, 0xc2..=0xdf)),
        };
        self.state = State::Coordinates { left, is_wide };
        if left == 0 && !is_wide {
            self.end(out);
        }
    }

    pub(crate) fn text(&mut self, byte: u8, (letter, tail, before): (Option<u8>, u8, u8), out: &mut Vec<Input>) {
        if self.length == 0 && byte < b' ' && !matches!(byte, ESC | BEL) && letter.is_some() {
            self.person(letter, out);
            return self.leave(byte, out);
        }
        match byte {
            ESC => return self.state = State::TextEscape { letter },
            _ if byte == BEL || (byte == ST && self.charset.ends_string(tail, before)) => {
                self.settle(out);
                return self.end(out);
            }
            _ => {}
        }
        self.settle(out);
        self.length += 1;
        let tail = doubt::left(tail, byte);
        self.state = State::Text { letter, tail, before: byte };
        if self.length > LONGEST {
            self.begin(State::Flood);
        }
    }

    pub(crate) fn paste(&mut self, byte: u8, matched: usize, out: &mut Vec<Input>) {
        self.length += 1;
        if self.held.len() < LONGEST {
            self.held.push(byte);
        }
        let matched = if PASTE_END.get(matched) == Some(&byte) { matched + 1 } else { usize::from(byte == ESC) };
        self.state = State::Paste { matched };
        if matched == PASTE_END.len() {
            self.pasted(matched, out);
        }
    }

    /// A paste is over; the last bytes of it are not its text.
    pub(crate) fn pasted(&mut self, over: usize, out: &mut Vec<Input>) {
        let kept = self.held.len().min(self.length.saturating_sub(over));
        let (text, is_read) = self.charset.read(self.held.get(..kept).unwrap_or_default());
        out.push(Input::Paste(text.replace("\r\n", "\n").replace('\r', "\n")));
        if !is_read {
            out.push(Input::Unheard(Unheard::Unreadable));
        }
        self.end(out);
    }
}
