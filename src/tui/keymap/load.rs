//! Reading keymaps from TOML: what is common, the map by its name, and the user's own file over both.

use super::{Action, Keymap, Mode};
use crate::base::fault::{Exit, Fault, Faults, Result};
use crate::base::suggest::nearest;
use crate::msg;
use crate::tui::key::{Key, similar};
use std::collections::HashMap;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

const COMMON: &str = include_str!("../../../keymaps/common.toml");

/// The word that frees a key.
const NONE: &str = "none";

/// The table that speaks of every mode in which its actions mean something.
const EVERY_MODE: &str = "all";

impl Keymap {
    /// The shipped keymaps: name and text.
    pub const SHIPPED: [(&'static str, &'static str); 5] = [
        ("default", include_str!("../../../keymaps/default.toml")),
        ("sv", include_str!("../../../keymaps/sv.toml")),
        ("numpad", include_str!("../../../keymaps/numpad.toml")),
        ("left-hand", include_str!("../../../keymaps/left-hand.toml")),
        ("vim", include_str!("../../../keymaps/vim.toml")),
    ];

    /// The keymap `name` with the user's file (path, text) over it; the file may name another to start from (`base`).
    pub fn load(name: &str, user: Option<(&str, &str)>) -> Result<Self> {
        let mut faults = Vec::new();
        let own = user.map(|(file, text)| Layer::read(file, text, &mut faults));
        let base = own.as_ref().and_then(|own| own.base).or_else(|| shipped(name));
        let Some((base, text)) = base else {
            faults.push(unknown_map(name).exit(Exit::Usage));
            return Err(Faults(faults));
        };
        let common = Layer::read("common", COMMON, &mut faults);
        let shipped = Layer::read(base, text, &mut faults);
        if !faults.is_empty() {
            return Err(Faults(faults));
        }
        Ok(Self::of_layers([Some(common), Some(shipped), own].into_iter().flatten()))
    }

    /// Later layers win, and within a layer a mode of its own over [`EVERY_MODE`].
    fn of_layers<'a>(layers: impl Iterator<Item = Layer<'a>>) -> Self {
        let mut bindings: Vec<(Mode, Key, Action)> = Vec::new();
        for layer in layers {
            for bound in layer.bindings {
                for mode in bound.modes() {
                    bindings.retain(|(m, key, _)| (*m, *key) != (mode, bound.key));
                    bindings.extend(bound.action.map(|action| (mode, bound.key, action)));
                }
            }
        }
        let index = bindings.iter().map(|(mode, key, action)| ((*mode, *key), *action)).collect();
        Self { bindings, index }
    }
}

fn shipped(name: &str) -> Option<(&'static str, &'static str)> {
    Keymap::SHIPPED.into_iter().find(|(known, _)| *known == name)
}

fn unknown_map(name: &str) -> Fault {
    let names = || Keymap::SHIPPED.iter().map(|(name, _)| *name);
    let fault = Fault::new(msg!("keymap-unknown", name = name));
    match nearest(name, names()) {
        Some(close) => fault.hint(msg!("did-you-mean-key", name = close)),
        None => fault.hint(msg!("keymap-names", names = names().collect::<Vec<_>>().join(", "))),
    }
}

/// One line of a keymap: in a mode, or in every one that its action means something in.
struct Bound {
    mode: Option<Mode>,
    key: Key,
    action: Option<Action>,
}

impl Bound {
    fn modes(&self) -> Vec<Mode> {
        match (self.mode, self.action) {
            (Some(mode), _) => vec![mode],
            (None, Some(action)) => action.modes().to_vec(),
            (None, None) => Mode::ALL.iter().map(|(mode, ..)| *mode).collect(),
        }
    }
}

/// One keymap file.
struct Layer<'a> {
    file: &'a str,
    text: &'a str,
    base: Option<(&'static str, &'static str)>,
    bindings: Vec<Bound>,
}

impl<'a> Layer<'a> {
    /// What a file binds; what is wrong with it is added to `into`, in the order of its lines.
    fn read(file: &'a str, text: &'a str, into: &mut Vec<Fault>) -> Self {
        let mut layer = Self { file, text, base: None, bindings: Vec::new() };
        let (table, errors) = DeTable::parse_recoverable(text);
        let mut faults: Vec<(usize, Fault)> = Vec::new();
        for error in errors {
            let fault = Fault::new(msg!("keymap-toml", cause = error.message())).hint(msg!("keymap-shape"));
            faults.push(layer.at(fault, &error.span().unwrap_or_default()));
        }
        for (name, value) in table.get_ref() {
            layer.read_entry(name, value, &mut faults);
        }
        layer.bindings.sort_by_key(|bound| bound.mode.is_some());
        faults.sort_by_key(|(offset, _)| *offset);
        into.extend(faults.into_iter().map(|(_, fault)| fault));
        layer
    }

    fn read_entry(&mut self, name: &Spanned<impl AsRef<str>>, value: &Spanned<DeValue<'_>>, faults: &mut Faulty) {
        match (name.get_ref().as_ref(), value.get_ref()) {
            ("base", DeValue::String(base)) => match shipped(base) {
                Some(found) => self.base = Some(found),
                None => faults.push(self.at(unknown_map(base), &value.span())),
            },
            (EVERY_MODE, DeValue::Table(table)) => self.read_mode(None, table, faults),
            (other, DeValue::Table(table)) => match Mode::ALL.iter().find(|(_, known, _)| *known == other) {
                Some((mode, ..)) => self.read_mode(Some(*mode), table, faults),
                None => faults.push(self.at(unknown_mode(other), &name.span())),
            },
            (other, _) => faults.push(self.at(unknown_mode(other), &name.span())),
        }
    }

    fn read_mode(&mut self, mode: Option<Mode>, table: &DeTable<'_>, faults: &mut Faulty) {
        let mut lines: Vec<_> = table.iter().collect();
        lines.sort_by_key(|(name, _)| name.span().start);
        let mut seen: HashMap<Key, (String, Option<Action>)> = HashMap::new();
        for (name, value) in lines {
            let key = match read_key(name.get_ref(), mode) {
                Ok(key) => key,
                Err(fault) => {
                    faults.push(self.at(*fault, &name.span()));
                    continue;
                }
            };
            let action = match read_action(value.get_ref(), mode) {
                Ok(action) => action,
                Err(fault) => {
                    faults.push(self.at(*fault, &value.span()));
                    continue;
                }
            };
            match seen.insert(key, (name.get_ref().to_string(), action)) {
                Some((first, other)) if other != action => {
                    faults.push(self.at(twice(&first, name.get_ref(), other, action), &name.span()));
                }
                _ => self.bindings.push(Bound { mode, key, action }),
            }
        }
    }

    /// A fault at bytes of the file, with where it starts.
    fn at(&self, fault: Fault, span: &Range<usize>) -> (usize, Fault) {
        let before = self.text.get(..span.start).unwrap_or(self.text);
        let start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let source = self.text.get(start..).and_then(|rest| rest.lines().next()).unwrap_or_default();
        let column = before.get(start..).map_or(0, |text| text.chars().count());
        let length = self.text.get(span.clone()).map_or(1, |text| text.chars().count());
        (span.start, fault.at(self.file, before.matches('\n').count() + 1, source, Some((column, length))))
    }
}

/// Faults with the byte at which they stand.
type Faulty = Vec<(usize, Fault)>;

fn read_key(name: &str, mode: Option<Mode>) -> std::result::Result<Key, Box<Fault>> {
    let refuse = |message, hint| Err(Box::new(Fault::new(message).hint(hint)));
    let Ok(key) = name.parse::<Key>() else {
        let hint = similar(name).map_or_else(|| msg!("key-names"), |similar| msg!("did-you-mean-key", name = similar));
        return refuse(msg!("keymap-unknown-key", key = name), hint);
    };
    match (key.typed(), mode) {
        (Some('0'..='9'), None | Some(Mode::Code)) => {
            refuse(msg!("keymap-digit", key = name), msg!("keymap-digit-hint"))
        }
        (Some(_), None | Some(Mode::Text | Mode::List)) => {
            refuse(msg!("keymap-typed", key = name), msg!("keymap-typed-hint"))
        }
        _ => Ok(key),
    }
}

fn read_action(value: &DeValue<'_>, mode: Option<Mode>) -> std::result::Result<Option<Action>, Box<Fault>> {
    let refuse = |message, hint| Err(Box::new(Fault::new(message).hint(hint)));
    let Some(name) = value.as_str() else {
        return refuse(msg!("keymap-not-an-action"), msg!("keymap-shape"));
    };
    if name == NONE {
        return Ok(None);
    }
    let Some(action) = Action::named(name) else {
        let close = nearest(name, Action::ALL.iter().map(|(_, known, ..)| *known));
        let hint = close.map_or_else(|| msg!("keymap-action-hint"), |close| msg!("did-you-mean-key", name = close));
        return refuse(msg!("keymap-unknown-action", name = name), hint);
    };
    match mode.filter(|mode| !action.modes().contains(mode)) {
        None => Ok(Some(action)),
        Some(mode) => refuse(
            msg!("keymap-wrong-mode", name = name, mode = mode_name(mode)),
            msg!("keymap-modes", names = mode_names(action.modes())),
        ),
    }
}

fn mode_name(mode: Mode) -> &'static str {
    Mode::ALL.iter().find(|(known, ..)| *known == mode).map_or("", |(_, name, _)| name)
}

fn mode_names(modes: &[Mode]) -> String {
    modes.iter().map(|mode| mode_name(*mode)).collect::<Vec<_>>().join(", ")
}

fn unknown_mode(name: &str) -> Fault {
    let names = || Mode::ALL.iter().map(|(_, name, _)| *name).chain([EVERY_MODE]);
    let fault = Fault::new(msg!("keymap-unknown-mode", name = name));
    match nearest(name, names()) {
        Some(close) => fault.hint(msg!("did-you-mean-key", name = close)),
        None => fault.hint(msg!("keymap-mode-hint", names = names().collect::<Vec<_>>().join(", "))),
    }
}

fn twice(first: &str, second: &str, one: Option<Action>, other: Option<Action>) -> Fault {
    let name = |action: Option<Action>| action.map_or(NONE, Action::name);
    Fault::new(msg!("keymap-twice", first = first, second = second, one = name(one), other = name(other)))
        .hint(msg!("keymap-twice-hint"))
}
