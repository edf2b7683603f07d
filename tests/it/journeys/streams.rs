//! What a person types and what a terminal says, in one stream that is cut anywhere: what is recorded is what was typed.
//!
//! `AKTKOLL_STREAMS=200000 cargo test --test it journeys::streams` tries so many streams.

use super::sitting::{Setup, Sitting, plain};
use aktkoll::tui::Msg;
use aktkoll::tui::decode::{Charset, Decoder, Input, LONGEST};
use std::time::Duration;

/// How many streams are tried where nobody says.
const USUAL: u64 = 400;

/// How many questions there are to answer.
const QUESTIONS: usize = 200;

/// Chance, repeatable.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % n
    }

    fn one<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }

    fn bytes(&mut self, most: usize, of: &[u8]) -> Vec<u8> {
        (0..self.below(most)).map(|_| self.one(of)).collect()
    }
}

/// A piece of the stream.
struct Piece {
    bytes: Vec<u8>,
    /// The answers that are typed with it.
    answers: Vec<&'static str>,
    /// Whether it may be cut with a delay: what a key sends comes at once.
    is_cut: bool,
    /// Whether nothing more comes for a while.
    ends_quiet: bool,
}

/// Everything that stands in replies, answer keys among it.
const TEXT: &[u8] = b"jn130 9deo;:/?=rgbPX[]O_^$|+ \t\r~\xc3\xa5";

fn typed(dice: &mut Dice) -> Piece {
    let (key, answer) = dice.one(&[("j", "ja"), ("n", "nej"), ("1", "ja"), ("3", "nej")]);
    let code = u32::from(key.chars().next().unwrap());
    let (bytes, answers) = match dice.below(9) {
        0 => (format!("\x1b[{code}u\x1b[{code};1:3u"), vec![answer]),
        1 => (format!("\x1b[27;1;{code}~"), vec![answer]),
        2 => (dice.one(&["\x1bOq", "\x1b[57400u"]).to_owned(), vec!["ja"]),
        3 => (format!("\x1b{key}"), vec![answer]),
        4 => ("å".to_owned(), vec![]),
        5 => (dice.one(&["\x1b[24~", "\x1bOC", "\x0c", "\x1b[1;2D"]).to_owned(), vec![]),
        _ => (key.to_owned(), vec![answer]),
    };
    Piece { bytes: bytes.into_bytes(), answers, is_cut: false, ends_quiet: false }
}

fn string(dice: &mut Dice) -> Vec<u8> {
    let begin: &[u8] = dice.one(&[b"\x1b]", b"\x1bP", b"\x1b_", b"\x1b^", b"\x1bX", b"\xc2\x9d", b"\x9f"]);
    let end: &[u8] = dice.one(&[b"\x1b\\", b"\x07", b"\xc2\x9c"]);
    // A letter behind an Esc is a key where nothing but a control key follows.
    [begin, b"1", &dice.bytes(40, TEXT), b"j", end].concat()
}

fn said(dice: &mut Dice) -> Vec<u8> {
    match dice.below(8) {
        0 => [b"\x1b[M".as_slice(), &[dice.one(b" !\"#@"), dice.one(b"!19jn\x7f"), dice.one(b"!19jn")]].concat(),
        1 => format!("\x1b[<{};{};{}{}", dice.below(70), dice.below(300), dice.below(99), dice.one(&["M", "m"])).into(),
        2 => format!("\x1b[{};{};{}M", 32 + dice.below(70), dice.below(300), dice.below(99)).into(),
        3 => dice.one(&["\x1b[I", "\x1b[O", "\x1b[?62;22c", "\x1b[>0;276;0c", "\x1b[0n", "\x1b[3;9R"]).into(),
        4 => dice.one(&["\x1b[?2004;1$y", "\x1b[20;3$y", "\x1b[8;24;80t", "\x1b[?0u", "\x1b[?997;1n"]).into(),
        5 => [b"\x1b[200~", dice.bytes(20, TEXT).as_slice(), b"j\x1b[201~"].concat(),
        _ => string(dice),
    }
}

fn piece(dice: &mut Dice) -> Piece {
    let quiet = |bytes| Piece { bytes, answers: Vec::new(), is_cut: false, ends_quiet: true };
    match dice.below(40) {
        0 => quiet(b"\x1b".to_vec()),
        1 => quiet([b"\x1b]4;1;".as_slice(), &dice.bytes(9, b"jn13"), b"\x1b"].concat()),
        2 if dice.below(50) == 0 => quiet([b"\x1b]".as_slice(), &vec![b'j'; LONGEST + dice.below(99) + 1]].concat()),
        n if n % 2 == 0 => Piece { bytes: said(dice), answers: Vec::new(), is_cut: true, ends_quiet: false },
        _ => typed(dice),
    }
}

/// How long nothing comes: at once, between two keys, and where a line stops.
const DELAYS: [Duration; 3] = [Duration::ZERO, Duration::from_millis(150), Duration::from_millis(2900)];

fn hear(sitting: &mut Sitting, inputs: Vec<Input>) {
    for input in inputs {
        sitting.screen.send(match input {
            Input::Key(key) => Msg::Key { key, after: None },
            Input::Mouse(mouse) => Msg::Mouse { mouse, after: None },
            Input::Held(key) => Msg::Repeat(key),
            Input::Escaped(key) => Msg::Escaped(key),
            Input::Paste(text) => Msg::Paste(text),
            Input::Unheard(what) => Msg::Unheard(what),
            Input::Heard => Msg::Heard,
        });
    }
}

fn pause(sitting: &mut Sitting, decoder: &mut Decoder, mut left: Duration) {
    while let Some(patience) = decoder.patience().filter(|patience| *patience <= left) {
        left -= patience;
        let inputs = decoder.quiet();
        hear(sitting, inputs);
    }
}

/// Sends a stream and gives the answers that were typed in it.
fn sent(sitting: &mut Sitting, decoder: &mut Decoder, dice: &mut Dice) -> (Vec<&'static str>, Vec<u8>) {
    let (mut answers, mut stream, mut read) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..=dice.below(12) {
        let piece = piece(dice);
        for (at, byte) in piece.bytes.iter().enumerate() {
            read.push(*byte);
            let is_last = at + 1 == piece.bytes.len();
            let cut = if is_last { dice.below(3) == 0 } else { dice.below(6) == 0 };
            let delay = match (is_last && piece.ends_quiet, dice.one(&DELAYS)) {
                (true, _) => Duration::MAX,
                // A letter alone behind its Esc was typed.
                (_, delay) if piece.is_cut && at == 1 => delay.min(DELAYS[1]),
                (_, delay) if piece.is_cut || is_last => delay,
                _ => Duration::ZERO,
            };
            if cut || (is_last && piece.ends_quiet) {
                let inputs = decoder.feed(&read);
                stream.append(&mut read);
                stream.extend(if delay == Duration::ZERO { "|" } else { "/" }.bytes());
                hear(sitting, inputs);
                pause(sitting, decoder, delay);
            }
        }
        answers.extend(piece.answers);
    }
    hear(sitting, decoder.feed(&read));
    pause(sitting, decoder, Duration::MAX);
    stream.extend(read);
    (answers, stream)
}

#[test]
#[allow(clippy::disallowed_methods, reason = "how many streams is asked of whoever runs the test")]
fn what_is_recorded_is_what_was_typed() {
    let wanted = std::env::var("AKTKOLL_STREAMS").ok().and_then(|n| n.parse().ok()).unwrap_or(USUAL);
    let setup = Setup { protocol: plain(QUESTIONS), ..Setup::default() };
    let (mut sitting, mut recorded) = (setup.clone().open(), 0);
    let mut all = 0;
    for seed in 0..wanted {
        if recorded + 20 > QUESTIONS {
            (sitting, recorded) = (setup.clone().open(), 0);
        }
        let mut decoder = Decoder::new(Charset::named("UTF-8"));
        let mut dice = Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
        let (answers, stream) = sent(&mut sitting, &mut decoder, &mut dice);
        let log: Vec<String> = sitting.log().split_off(recorded);
        let log: Vec<&str> = log.iter().map(|line| line.rsplit('=').next().unwrap()).collect();
        assert_eq!(log, answers, "stream {seed}: {:?}", String::from_utf8_lossy(&stream));
        recorded += log.len();
        all += log.len();
    }
    assert!(all as u64 > wanted, "{all} answers in {wanted} streams");
}
