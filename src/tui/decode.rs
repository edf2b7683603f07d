//! What the bytes of a terminal mean: keys and pasted texts.
//!
//! Our own, because a sequence may arrive in pieces over a slow line, and no read may hang or spin when the line is
//! gone: this is a pure function of the bytes, and the run loop does the reading.

use crate::tui::key::{Code, Key, Typed};
use std::time::Duration;

/// How long the rest of a sequence may take; after that an Esc was the Esc key.
const SEQUENCE: Duration = Duration::from_millis(50);

/// How long a paste may pause; after that its end was lost.
const PASTE: Duration = Duration::from_secs(1);

/// A paste longer than this is cut off.
const LONGEST: usize = 1 << 20;

const PASTE_START: &[u8] = b"\x1b[200~";
const PASTE_END: &[u8] = b"\x1b[201~";

/// Bytes that wait for the rest of their key.
#[derive(Debug, Default)]
pub(crate) struct Decoder {
    bytes: Vec<u8>,
}

/// What the first bytes are.
enum First {
    /// Something typed, in so many bytes.
    Typed(Typed, usize),
    /// So many bytes that mean nothing here.
    Nothing(usize),
    /// The start of something.
    Open,
}

impl Decoder {
    /// What is typed, now that these bytes came.
    pub(crate) fn feed(&mut self, bytes: &[u8]) -> Vec<Typed> {
        self.bytes.extend_from_slice(bytes);
        let mut typed = Vec::new();
        while !self.bytes.is_empty() {
            let used = match first(&self.bytes) {
                First::Typed(one, used) => {
                    typed.push(one);
                    used
                }
                First::Nothing(used) => used,
                First::Open => break,
            };
            self.bytes.drain(..used.min(self.bytes.len()));
        }
        typed
    }

    /// How long to wait for the rest, if something is open.
    pub(crate) fn patience(&self) -> Option<Duration> {
        match self.bytes.starts_with(PASTE_START) {
            _ if self.bytes.is_empty() => None,
            true => Some(PASTE),
            false => Some(SEQUENCE),
        }
    }

    /// What is typed if nothing more comes.
    pub(crate) fn give_up(&mut self) -> Option<Typed> {
        let bytes = std::mem::take(&mut self.bytes);
        match bytes.strip_prefix(PASTE_START) {
            Some(text) => Some(pasted(text)),
            None => (bytes == [0x1b]).then_some(Typed::Key(Key::plain(Code::Esc))),
        }
    }
}

fn pasted(text: &[u8]) -> Typed {
    Typed::Paste(String::from_utf8_lossy(text).replace("\r\n", "\n").replace('\r', "\n"))
}

fn first(bytes: &[u8]) -> First {
    match bytes {
        [0x1b] => First::Open,
        [0x1b, 0x1b, ..] => key(Code::Esc, 1),
        [0x1b, b'[', b'[', rest @ ..] => rest.first().map_or(First::Open, |last| linux_function(*last)),
        [0x1b, b'[', rest @ ..] => control_sequence(bytes, rest),
        [0x1b, b'O', rest @ ..] => rest.first().map_or(First::Open, |last| keypad(*last)),
        [0x1b, rest @ ..] => match first(rest) {
            First::Typed(Typed::Key(key), used) => First::Typed(Typed::Key(Key { alt: true, ..key }), used + 1),
            First::Nothing(used) => First::Nothing(used + 1),
            other => other,
        },
        [byte, ..] if *byte < 0x20 || *byte == 0x7f => control(*byte),
        _ => character(bytes),
    }
}

fn key(code: Code, used: usize) -> First {
    First::Typed(Typed::Key(Key::plain(code)), used)
}

fn control(byte: u8) -> First {
    match byte {
        b'\r' => key(Code::Enter, 1),
        b'\t' => key(Code::Tab, 1),
        0x08 | 0x7f => key(Code::Backspace, 1),
        0 => First::Typed(Typed::Key(Key { code: Code::Char(' '), ctrl: true, alt: false }), 1),
        _ => {
            let code = Code::Char(char::from(byte + 0x40).to_ascii_lowercase());
            First::Typed(Typed::Key(Key { code, ctrl: true, alt: false }), 1)
        }
    }
}

fn character(bytes: &[u8]) -> First {
    let wanted = match bytes.first() {
        Some(0xc2..=0xdf) => 2,
        Some(0xe0..=0xef) => 3,
        Some(0xf0..=0xf4) => 4,
        _ => 1,
    };
    let Some(one) = bytes.get(..wanted) else { return First::Open };
    match std::str::from_utf8(one).ok().and_then(|text| text.chars().next()) {
        Some(c) if !crate::base::text::is_hidden(c) => key(Code::Char(c), wanted),
        Some(_) => First::Nothing(wanted),
        None => First::Nothing(1),
    }
}

/// `ESC [ numbers letter`.
fn control_sequence(bytes: &[u8], rest: &[u8]) -> First {
    if let Some(text) = bytes.strip_prefix(PASTE_START) {
        return match text.windows(PASTE_END.len()).position(|window| window == PASTE_END) {
            Some(end) => First::Typed(pasted(text.get(..end).unwrap_or_default()), end + 12),
            None if text.len() > LONGEST => First::Typed(pasted(text), bytes.len()),
            None => First::Open,
        };
    }
    let Some(length) = rest.iter().position(|byte| !(0x20..0x40).contains(byte)) else { return First::Open };
    let numbers = String::from_utf8_lossy(rest.get(..length).unwrap_or_default());
    let used = length + 3;
    match rest.get(length).and_then(|last| sequence_code(&numbers, *last)) {
        Some(code) => First::Typed(Typed::Key(modified(code, &numbers)), used),
        None => First::Nothing(used),
    }
}

fn sequence_code(numbers: &str, last: u8) -> Option<Code> {
    let number = numbers.split(';').next().and_then(|number| number.parse::<u8>().ok());
    Some(match (last, number) {
        (b'Z', _) => Code::BackTab,
        // `R` is left out: it is also how a terminal tells where its cursor stands.
        (b'P' | b'Q' | b'S', _) => Code::F(last - b'O'),
        (b'~', Some(1 | 7)) => Code::Home,
        (b'~', Some(4 | 8)) => Code::End,
        (b'~', Some(3)) => Code::Delete,
        (b'~', Some(5)) => Code::PageUp,
        (b'~', Some(6)) => Code::PageDown,
        (b'~', Some(number @ 11..=15)) => Code::F(number - 10),
        (b'~', Some(number @ 17..=21)) => Code::F(number - 11),
        (b'~', Some(number @ 23..=24)) => Code::F(number - 12),
        _ => return arrow(last),
    })
}

fn arrow(last: u8) -> Option<Code> {
    Some(match last {
        b'A' => Code::Up,
        b'B' => Code::Down,
        b'C' => Code::Right,
        b'D' => Code::Left,
        b'H' => Code::Home,
        b'F' => Code::End,
        _ => return None,
    })
}

/// The second number says what is held: 1 + Shift 1 + Alt 2 + Ctrl 4.
fn modified(code: Code, numbers: &str) -> Key {
    let held = numbers.split(';').nth(1).and_then(|number| number.parse::<u8>().ok()).map_or(0, |held| held.max(1) - 1);
    Key { code, ctrl: held & 4 != 0, alt: held & 2 != 0 }
}

/// `ESC O letter`: arrows, F1 to F4, and the number pad where it sends sequences of its own.
fn keypad(last: u8) -> First {
    match last {
        b'P'..=b'S' => key(Code::F(last - b'O'), 3),
        b'M' => key(Code::Enter, 3),
        b'j'..=b'y' => key(Code::Char(char::from(last - 0x40)), 3),
        _ => arrow(last).map_or(First::Nothing(3), |code| key(code, 3)),
    }
}

/// `ESC [ [ letter`: F1 to F5 on the Linux console.
fn linux_function(last: u8) -> First {
    match last {
        b'A'..=b'E' => key(Code::F(last - b'@'), 4),
        _ => First::Nothing(4),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn typed(bytes: &[u8]) -> String {
        let mut decoder = Decoder::default();
        let mut all = decoder.feed(bytes);
        all.extend(decoder.give_up());
        let shown = all.iter().map(|typed| match typed {
            Typed::Key(key) => key.to_string(),
            Typed::Paste(text) => format!("paste:{text}"),
        });
        shown.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn keys_are_told_apart() {
        assert_eq!(typed("jÅ€ \r\t".as_bytes()), "j Å € space enter tab");
        assert_eq!(typed(b"\x1a\x7f\x08\x03\x0e"), "ctrl-z backspace backspace ctrl-c ctrl-n");
        assert_eq!(typed(b"\x1b[A\x1b[1;5C\x1bOB\x1b[Z\x1b[5~\x1b[3~"), "up ctrl-right down backtab pageup delete");
        assert_eq!(typed(b"\x1bOP\x1b[[B\x1b[15~\x1b[24~\x1b[11;3~"), "f1 f2 f5 f12 alt-f1");
        assert_eq!(typed(b"\x1bOM\x1bOk\x1bOy"), "enter + 9");
        assert_eq!(typed(b"\x1b\r\x1bq"), "alt-enter alt-q");
        assert_eq!(typed(b"\x1b"), "esc");
        assert_eq!(typed(b"\x1b\x1b"), "esc esc");
    }

    #[test]
    fn what_means_nothing_is_passed_over() {
        assert_eq!(typed(b"a\x1b[I\x1b[?1;2c\x1b[12;40Rb\xff\xc2\x9bc\x1b[99~d"), "a b c d");
    }

    #[test]
    fn a_paste_is_one_text_and_none_of_its_letters_a_key() {
        assert_eq!(typed(b"\x1b[200~ja nej\r\nj\x1b[A\x1b[201~n"), "paste:ja nej\nj\x1b[A n");
        assert_eq!(typed(b"\x1b[200~lost end"), "paste:lost end");
    }

    #[test]
    fn an_open_sequence_waits_for_its_rest() {
        let mut decoder = Decoder::default();
        assert_eq!(decoder.patience(), None);
        assert_eq!(decoder.feed(b"\x1b["), []);
        assert_eq!(decoder.patience(), Some(SEQUENCE));
        assert_eq!(decoder.feed(b"A"), [Typed::Key(Key::plain(Code::Up))]);
        assert_eq!(decoder.patience(), None);
        decoder.feed(b"\x1b[200~ja");
        assert_eq!(decoder.patience(), Some(PASTE));
    }

    proptest! {
        #[test]
        fn no_bytes_break_the_decoder_and_pieces_make_the_whole(
            bytes in proptest::collection::vec(prop_oneof![Just(0x1b), Just(b'['), Just(b'O'), any::<u8>()], 0..60),
            cut in 0usize..60,
        ) {
            let (one, two) = bytes.split_at(cut.min(bytes.len()));
            let mut decoder = Decoder::default();
            let mut pieces = decoder.feed(one);
            pieces.extend(decoder.feed(two));
            prop_assert_eq!(pieces, Decoder::default().feed(&bytes));
        }
    }
}
