//! What the sequences of keys mean, whichever terminal sends them and in whichever of its modes.

use super::Input;
use crate::tui::key::{Code, Key};
use crate::tui::mouse::Mouse;

/// What was held with a key, and whether it was pressed, held down or let go.
#[derive(Debug, Clone, Copy, Default)]
#[expect(clippy::struct_excessive_bools, reason = "they are bits as terminals send them")]
struct Held {
    shift: bool,
    alt: bool,
    ctrl: bool,
    caps: bool,
    /// With a key that no command is bound with.
    other: bool,
    again: bool,
    released: bool,
}

impl Held {
    /// From `1 + Shift 1 + Alt 2 + Ctrl 4 + others 8, 16, 32 + Caps Lock 64 + Num Lock 128`, and 1 to 3 for the event.
    fn of(field: Option<&Vec<Option<u32>>>) -> Self {
        let part = |at: usize| field.and_then(|field| field.get(at).copied().flatten());
        let bits = part(0).map_or(0, |bits| bits.max(1) - 1);
        Self {
            shift: bits & 1 != 0,
            alt: bits & 2 != 0,
            ctrl: bits & 4 != 0,
            caps: bits & 0x40 != 0,
            other: bits & 0x38 != 0,
            again: part(1) == Some(2),
            released: part(1) == Some(3),
        }
    }

    fn key(self, code: Code) -> Option<Input> {
        self.input(Key { code, ctrl: self.ctrl, alt: self.alt })
    }

    fn input(self, key: Key) -> Option<Input> {
        match self {
            Self { released: true, .. } | Self { other: true, .. } => None,
            Self { again: true, .. } => Some(Input::Held(key)),
            _ => Some(Input::Key(key)),
        }
    }
}

/// The key of a control character.
pub(crate) fn control(byte: u8) -> Key {
    match byte {
        b'\r' => Key::plain(Code::Enter),
        b'\t' => Key::plain(Code::Tab),
        0x08 | 0x7f => Key::plain(Code::Backspace),
        0x1b => Key::plain(Code::Esc),
        0 => Key { code: Code::Char(' '), ctrl: true, alt: false },
        _ => Key { code: Code::Char(char::from(byte | 0x40).to_ascii_lowercase()), ctrl: true, alt: false },
    }
}

/// Whether these parameters are those of a key with Shift in urxvt, which ends them with `$`.
pub(crate) fn is_shifted(numbers: &[u8]) -> bool {
    !numbers.is_empty() && numbers.iter().all(u8::is_ascii_digit)
}

/// `ESC [ numbers last`; nothing where it is no key.
pub(crate) fn meaning(numbers: &[u8], last: u8) -> Vec<Input> {
    if let Some(mouse) = Mouse::told(numbers, last) {
        return vec![Input::Mouse(mouse)];
    }
    let Some(fields) = fields(numbers) else { return Vec::new() };
    let number = |at: usize| fields.get(at).and_then(|field| field.first().copied().flatten());
    let held = Held::of(fields.get(1));
    match (last, number(0), fields.len()) {
        (b'u', _, _) => unicode(&fields, held),
        (b'~', Some(27), 3) => {
            number(2).map_or_else(Vec::new, |code| sent(code, Held { shift: held.shift && code == 9, ..held }))
        }
        (b'~', Some(n), 1 | 2) => numbered(n).and_then(|code| held.key(code)).into_iter().collect(),
        // urxvt: with Shift, Ctrl, or both.
        (b'$', Some(n), 1) => numbered(n).and_then(|code| held.key(code)).into_iter().collect(),
        (b'^' | b'@', Some(n), 1) => {
            numbered(n).and_then(|code| Held { ctrl: true, ..held }.key(code)).into_iter().collect()
        }
        // st: Delete, where the keypad is the usual one; elsewhere F1 always has numbers here, or comes as `ESC O P`.
        (b'P', None, 1) => held.key(Code::Delete).into_iter().collect(),
        (_, first, 1 | 2) => {
            // Old xterms put what is held first.
            let held = if fields.len() == 1 && first > Some(1) { Held::of(fields.first()) } else { held };
            lettered(last).and_then(|code| held.key(code)).into_iter().collect()
        }
        _ => Vec::new(),
    }
}

/// The numbers between semicolons, each with those after colons; nothing where there is anything else.
fn fields(numbers: &[u8]) -> Option<Vec<Vec<Option<u32>>>> {
    let text = std::str::from_utf8(numbers).ok()?;
    let is_number = |c: char| c.is_ascii_digit() || c == ';' || c == ':';
    text.chars()
        .all(is_number)
        .then(|| text.split(';').map(|field| field.split(':').map(|number| number.parse().ok()).collect()).collect())
}

fn numbered(number: u32) -> Option<Code> {
    Some(match number {
        1 | 7 => Code::Home,
        3 => Code::Delete,
        4 | 8 => Code::End,
        5 => Code::PageUp,
        6 => Code::PageDown,
        11..=15 | 17..=21 | 23..=26 | 28 | 29 | 31..=34 => {
            let gaps = [16, 22, 27, 30].iter().filter(|gap| number > **gap).count();
            Code::F(u8::try_from(number - 10).ok()? - u8::try_from(gaps).ok()?)
        }
        _ => return None,
    })
}

fn lettered(last: u8) -> Option<Code> {
    Some(match last {
        b'A' | b'a' => Code::Up,
        b'B' | b'b' => Code::Down,
        b'C' | b'c' => Code::Right,
        b'D' | b'd' => Code::Left,
        b'H' => Code::Home,
        b'F' => Code::End,
        b'Z' => Code::BackTab,
        // `R` is left out: it is also how a terminal tells where its cursor stands.
        b'P' | b'Q' | b'S' => Code::F(last - b'O'),
        _ => return None,
    })
}

/// `ESC O numbers last`: arrows, F1 to F4, and the keypad where it sends sequences of its own.
pub(crate) fn keypad(numbers: &[u8], last: u8) -> Vec<Input> {
    let held = fields(numbers).map_or_else(Held::default, |fields| Held::of(fields.last()));
    let code = match last {
        b'R' => Some(Code::F(3)),
        b'M' => Some(Code::Enter),
        b'I' => Some(Code::Tab),
        b' ' => Some(Code::Char(' ')),
        b'X' => Some(Code::Char('=')),
        b'j'..=b'y' => Some(Code::Char(char::from(last - 0x40))),
        // urxvt: the arrows with Ctrl.
        b'a'..=b'd' => {
            return lettered(last).and_then(|code| Held { ctrl: true, ..held }.key(code)).into_iter().collect();
        }
        _ => lettered(last),
    };
    code.and_then(|code| held.key(code)).into_iter().collect()
}

/// `ESC [ [ letter`: F1 to F5 on the Linux console.
pub(crate) fn function(last: u8) -> Vec<Input> {
    let code = matches!(last, b'A'..=b'E').then(|| Code::F(last - b'@'));
    code.map(|code| Input::Key(Key::plain(code))).into_iter().collect()
}

/// `ESC [ code:shifted:base ; held:event ; text u`: the keyboards of kitty, and of xterm in its other form.
fn unicode(fields: &[Vec<Option<u32>>], held: Held) -> Vec<Input> {
    let part = |at: usize| fields.first().and_then(|field| field.get(at).copied().flatten());
    let Some(code) = part(0) else { return Vec::new() };
    let text = fields.get(2).into_iter().flatten().filter_map(|code| code.and_then(char::from_u32));
    let text: Vec<char> = text.filter(|c| !c.is_control()).collect();
    if !text.is_empty() && !held.ctrl && !held.alt {
        return text.into_iter().filter_map(|c| held.input(Key::char(c))).collect();
    }
    let is_letter = char::from_u32(code).is_some_and(char::is_alphabetic);
    match (part(1), part(2)) {
        (Some(shifted), _) if held.shift => sent(shifted, Held { shift: false, caps: false, ..held }),
        // On a keyboard of other letters, commands are where they stand on the usual one.
        (_, Some(base)) if held.ctrl && code > 0x7f => sent(base, held),
        // What Shift makes of it, only the keyboard knows.
        _ if held.shift && !is_letter && named(code).is_none() => Vec::new(),
        _ => sent(code, held),
    }
}

/// A key by the character or the number that was sent.
fn sent(code: u32, held: Held) -> Vec<Input> {
    if let Some(named) = named(code) {
        let named = if named == Code::Tab && held.shift { Code::BackTab } else { named };
        return held.key(named).into_iter().collect();
    }
    let Some(c) = char::from_u32(code).filter(|c| !c.is_control() && !matches!(c, '\u{e000}'..='\u{f8ff}')) else {
        return Vec::new();
    };
    if held.ctrl && matches!(c, '@'..='_' | 'a'..='z') {
        // As everywhere else: Ctrl-M is Enter, Ctrl-[ is Esc.
        let key = control(u8::try_from(c).unwrap_or_default() & 0x1f);
        return held.input(Key { alt: held.alt, ..key }).into_iter().collect();
    }
    let c = if held.shift == held.caps { c } else { c.to_uppercase().next().unwrap_or(c) };
    held.key(Code::Char(c)).into_iter().collect()
}

/// The keys that have a number of their own.
fn named(code: u32) -> Option<Code> {
    let digit = |from: u32| u8::try_from(code - from).ok();
    Some(match code {
        8 | 127 => Code::Backspace,
        9 => Code::Tab,
        13 | 57414 => Code::Enter,
        27 => Code::Esc,
        57376..=57387 => Code::F(13 + digit(57376)?),
        57399..=57408 => Code::Char(char::from(b'0' + digit(57399)?)),
        57409 => Code::Char('.'),
        57410 => Code::Char('/'),
        57411 => Code::Char('*'),
        57412 => Code::Char('-'),
        57413 => Code::Char('+'),
        57415 => Code::Char('='),
        57416 => Code::Char(','),
        57417 => Code::Left,
        57418 => Code::Right,
        57419 => Code::Up,
        57420 => Code::Down,
        57421 => Code::PageUp,
        57422 => Code::PageDown,
        57423 => Code::Home,
        57424 => Code::End,
        57426 => Code::Delete,
        _ => return None,
    })
}
