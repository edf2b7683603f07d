//! A key press by its name: `j`, `C`, `å`, `space`, `ctrl-z`.
//!
//! The character counts, not the keys held to make it: Shift is part of `C` and of `!`, `AltGr` of `@`.

use crate::base::fault::{Exit, Fault, Result};
use crate::base::language::{Message, Words};
use crate::msg;
use std::fmt;
use std::str::FromStr;

/// What was pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Code {
    /// A character; the space bar is `Char(' ')`.
    Char(char),
    /// Enter.
    Enter,
    /// Escape.
    Esc,
    /// Tab.
    Tab,
    /// Shift-Tab.
    BackTab,
    /// Backspace.
    Backspace,
    /// Delete.
    Delete,
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
    /// Home.
    Home,
    /// End.
    End,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
    /// A function key, from 1.
    F(u8),
}

/// The keys that have a name: what they are, the name in files, and the catalogue's key for what people call them.
const NAMES: [(Code, &str, &str); 15] = [
    (Code::Char(' '), "space", "key-space"),
    (Code::Enter, "enter", "key-enter"),
    (Code::Esc, "esc", "key-esc"),
    (Code::Tab, "tab", "key-tab"),
    (Code::BackTab, "backtab", "key-backtab"),
    (Code::Backspace, "backspace", "key-backspace"),
    (Code::Delete, "delete", "key-delete"),
    (Code::Up, "up", "key-up"),
    (Code::Down, "down", "key-down"),
    (Code::Left, "left", "key-left"),
    (Code::Right, "right", "key-right"),
    (Code::Home, "home", "key-home"),
    (Code::End, "end", "key-end"),
    (Code::PageUp, "pageup", "key-pageup"),
    (Code::PageDown, "pagedown", "key-pagedown"),
];

/// A key press.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key {
    /// What was pressed.
    pub code: Code,
    /// With Ctrl.
    pub ctrl: bool,
    /// With Alt.
    pub alt: bool,
}

impl Key {
    /// A key without Ctrl and Alt.
    pub const fn plain(code: Code) -> Self {
        Self { code, ctrl: false, alt: false }
    }

    /// The key that types a character.
    pub const fn char(c: char) -> Self {
        Self::plain(Code::Char(c))
    }

    /// The character that the key types, if it types one.
    pub fn typed(self) -> Option<char> {
        match self {
            Self { code: Code::Char(c), ctrl: false, alt: false } => Some(c),
            _ => None,
        }
    }

    /// What people call it: `mellanslag`, `Ctrl-Z`, `j`.
    pub fn label(self, words: &Words) -> String {
        let name = match (self.code, NAMES.iter().find(|(code, ..)| *code == self.code)) {
            (_, Some((_, _, key))) => words.say(&Message { key, args: Vec::new() }),
            (Code::Char(c), None) if self.ctrl || self.alt => c.to_uppercase().to_string(),
            (Code::F(number), None) => format!("F{number}"),
            _ => Self::plain(self.code).to_string(),
        };
        format!("{}{}{name}", if self.ctrl { "Ctrl-" } else { "" }, if self.alt { "Alt-" } else { "" })
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.ctrl { "ctrl-" } else { "" })?;
        f.write_str(if self.alt { "alt-" } else { "" })?;
        match (self.code, NAMES.iter().find(|(code, ..)| *code == self.code)) {
            (_, Some((_, name, _))) => f.write_str(name),
            (Code::Char(c), None) => write!(f, "{c}"),
            (Code::F(number), None) => write!(f, "f{number}"),
            (_, None) => Ok(()),
        }
    }
}

/// A name that is no key's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnknownKey;

impl FromStr for Key {
    type Err = UnknownKey;

    fn from_str(text: &str) -> std::result::Result<Self, UnknownKey> {
        let (ctrl, rest) = prefix(text, "ctrl-");
        let (alt, name) = prefix(rest, "alt-");
        let code = match (one_char(name), name.to_ascii_lowercase()) {
            (Some(' '), _) => Code::Char(' '),
            (Some(c), _) if c.is_control() || c.is_whitespace() => return Err(UnknownKey),
            (Some(c), _) => Code::Char(if ctrl { c.to_ascii_lowercase() } else { c }),
            (None, name) => named(&name).ok_or(UnknownKey)?,
        };
        Ok(Self { code, ctrl, alt })
    }
}

/// Whether `text` starts with `prefix` and has more, and what is left.
fn prefix<'a>(text: &'a str, prefix: &str) -> (bool, &'a str) {
    match text.split_at_checked(prefix.len()) {
        Some((start, rest)) if start.eq_ignore_ascii_case(prefix) && !rest.is_empty() => (true, rest),
        _ => (false, text),
    }
}

/// The only character of a text.
fn one_char(text: &str) -> Option<char> {
    let mut chars = text.chars();
    chars.next().filter(|_| chars.next().is_none())
}

fn named(name: &str) -> Option<Code> {
    let function = || name.strip_prefix('f')?.parse().ok().filter(|number| (1..=24).contains(number)).map(Code::F);
    NAMES.iter().find(|(_, known, _)| *known == name).map(|(code, ..)| *code).or_else(function)
}

/// The name of a key that `name` was perhaps meant to be.
pub fn similar(name: &str) -> Option<&'static str> {
    let bare = name.rsplit('-').next().unwrap_or(name).to_ascii_lowercase();
    crate::base::suggest::nearest(&bare, NAMES.iter().map(|(_, known, _)| *known))
}

/// Something that is typed: a key, or a text pasted at once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Typed {
    /// A key press.
    Key(Key),
    /// A pasted text.
    Paste(String),
}

/// The keys of a script such as `jjn<enter><space>text`: characters stand for themselves, `<name>` for a named key,
/// `<lt>` for `<`, and `<paste:…>` for a text pasted at once.
pub fn parse_script(script: &str) -> Result<Vec<Typed>> {
    let mut typed = Vec::new();
    let mut rest = script;
    while let Some(c) = rest.chars().next() {
        let after = rest.get(c.len_utf8()..).unwrap_or_default();
        rest = if c == '<' {
            let (name, left) = after.split_once('>').ok_or_else(|| unclosed(after))?;
            typed.push(bracketed(name)?);
            left
        } else {
            typed.push(Typed::Key(c.to_string().parse().map_err(|UnknownKey| unknown(&c.to_string()))?));
            after
        };
    }
    Ok(typed)
}

fn bracketed(name: &str) -> Result<Typed> {
    if let Some(text) = name.strip_prefix("paste:") {
        return Ok(Typed::Paste(text.to_owned()));
    }
    let key = if name == "lt" { Ok(Key::char('<')) } else { name.parse() };
    key.map(Typed::Key).map_err(|UnknownKey| unknown(name).into())
}

fn unknown(name: &str) -> Fault {
    let fault = Fault::new(msg!("script-unknown-key", key = name)).exit(Exit::Usage);
    match similar(name) {
        Some(similar) => fault.hint(msg!("did-you-mean-key", name = similar)),
        None => fault.hint(msg!("key-names")),
    }
}

fn unclosed(rest: &str) -> Fault {
    Fault::new(msg!("script-unclosed", text = rest)).exit(Exit::Usage).hint(msg!("script-unclosed-hint"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::language::Lang;
    use proptest::prelude::*;

    fn key(name: &str) -> Key {
        name.parse().unwrap_or_else(|_| panic!("{name} is a key"))
    }

    fn keys() -> impl Strategy<Value = Key> {
        let code = prop_oneof![
            proptest::sample::select(NAMES.iter().map(|(code, ..)| *code).collect::<Vec<_>>()),
            any::<char>().prop_filter("shown", |c| !c.is_control() && !c.is_whitespace()).prop_map(Code::Char),
            (1u8..=24).prop_map(Code::F),
        ];
        (code, any::<bool>(), any::<bool>()).prop_map(|(code, ctrl, alt)| match code {
            Code::Char(c) if ctrl => Key { code: Code::Char(c.to_ascii_lowercase()), ctrl, alt },
            _ => Key { code, ctrl, alt },
        })
    }

    #[test]
    fn the_character_counts_and_names_do_not_depend_on_case() {
        assert_eq!(key("C"), Key::char('C'));
        assert_ne!(key("C"), key("c"));
        assert_eq!(key("å").typed(), Some('å'));
        assert_eq!(key("PageDown"), Key::plain(Code::PageDown));
        assert_eq!(key("Ctrl-S"), key("ctrl-s"));
        assert_eq!(key("ctrl--"), Key { code: Code::Char('-'), ctrl: true, alt: false });
        assert_eq!(key("space"), key(" "));
        assert_eq!(key("f"), Key::char('f'));
        assert_eq!(key("f12"), Key::plain(Code::F(12)));
    }

    #[test]
    fn what_is_no_key_is_refused() {
        for name in ["", "pagedwn", "ctrl-", "f0", "f99", "\t", "\u{9b}", "ab"] {
            assert_eq!(name.parse::<Key>(), Err(UnknownKey), "{name:?}");
        }
        assert_eq!(similar("ctrl-pagedwn"), Some("pagedown"));
    }

    #[test]
    fn every_named_key_has_a_label_in_both_languages() {
        for words in [Words::new(Lang::Sv), Words::new(Lang::En)] {
            for (code, _, fluent) in NAMES {
                assert_ne!(Key::plain(code).label(&words), fluent);
            }
        }
        let words = Words::new(Lang::Sv);
        assert_eq!(key("space").label(&words), "mellanslag");
        assert_eq!(key("ctrl-z").label(&words), "Ctrl-Z");
        assert_eq!(key("f1").label(&words), "F1");
    }

    #[test]
    fn a_script_names_keys_and_pastes() {
        let typed = parse_script("jå<enter><lt> <ctrl-z><paste:ja\nnej>").expect("a right script");
        let expected: Vec<Typed> = ["j", "å", "enter", "<", "space", "ctrl-z"].map(|name| Typed::Key(key(name))).into();
        assert_eq!(typed, [expected, vec![Typed::Paste("ja\nnej".into())]].concat());
    }

    #[test]
    fn a_wrong_script_says_what_to_write() {
        let words = Words::new(Lang::En);
        let faults = parse_script("j<entr>").expect_err("no such key");
        assert_eq!(faults.exit(), Exit::Usage);
        let told = faults.describe(&words);
        assert!(told.contains("entr") && told.contains("“enter”"), "{told}");
        assert!(parse_script("j<enter").is_err());
        assert!(parse_script("j\n").is_err());
    }

    proptest! {
        #[test]
        fn a_key_is_read_as_it_is_written(key in keys()) {
            prop_assert_eq!(key.to_string().parse(), Ok(key));
        }

        #[test]
        fn no_script_breaks_the_reader(script in any::<String>()) {
            let _ = parse_script(&script);
        }
    }
}
