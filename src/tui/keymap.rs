//! Which key does what, mode by mode.
//!
//! A [`Keymap`] is right once it is loaded: every action stands in a mode where it means something, and a key means
//! one thing in a mode. Answers are bound by role, so that a keymap fits every protocol; digits belong to the choices
//! and to nothing else. Help, footer and the tables people read are drawn from here.

mod action;
mod card;
mod choice;
mod load;
mod purpose;
#[cfg(test)]
mod tests;

pub use action::{Action, InFile};
pub use choice::choice_keys;
pub use purpose::Purpose;

use crate::base::language::{Lang, Message, Words};
use crate::tui::key::Key;
use std::collections::HashMap;

/// What the keys are about at the moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Mode {
    /// The questions of a case.
    Code,
    /// Case summary, after its last question.
    Summary,
    /// The tallies.
    Tally,
    /// A list to choose from.
    List,
    /// A text being written.
    Text,
}

impl Mode {
    /// Every mode with its name in files and the catalogue's key of its title.
    pub const ALL: [(Self, &'static str, &'static str); 5] = [
        (Self::Code, "code", "mode-code"),
        (Self::Summary, "summary", "mode-summary"),
        (Self::Tally, "tally", "mode-tally"),
        (Self::List, "list", "mode-list"),
        (Self::Text, "text", "mode-text"),
    ];

    /// Its title in a language.
    pub fn title(self, words: &Words) -> String {
        let known = Self::ALL.iter().find(|(mode, ..)| *mode == self);
        known.map_or_else(String::new, |(.., key)| words.say(&Message { key, args: Vec::new() }))
    }
}

/// Which key does what.
#[derive(Debug, Clone)]
pub struct Keymap {
    /// In the order they were bound: the first key of an action is the one to show.
    bindings: Vec<(Mode, Key, Action)>,
    index: HashMap<(Mode, Key), Action>,
}

impl Keymap {
    /// The keymap that fits a language.
    pub fn of_language(lang: Lang) -> &'static str {
        match lang {
            Lang::Sv => "sv",
            Lang::En => "default",
        }
    }

    /// What a key does in a mode.
    pub fn action(&self, mode: Mode, key: Key) -> Option<Action> {
        self.index.get(&(mode, key)).copied()
    }

    /// Whether a key does anything in a mode.
    pub fn is_bound(&self, mode: Mode, key: Key) -> bool {
        self.index.contains_key(&(mode, key))
    }

    /// The keys that do something in a mode; the one to show comes first.
    pub fn keys(&self, mode: Mode, action: Action) -> Vec<Key> {
        let bound = self.bindings.iter().filter(|(m, _, a)| (*m, *a) == (mode, action));
        bound.map(|(_, key, _)| *key).collect()
    }

    /// The key of an action as messages name it: of several the one with the shortest label; `key-none` where it has none.
    pub fn label(&self, mode: Mode, action: Action, words: &Words) -> String {
        self.shown(mode, action, words).unwrap_or_else(|| words.get("key-none"))
    }

    /// The shortest label of an action's keys, if it has any.
    pub fn shown(&self, mode: Mode, action: Action, words: &Words) -> Option<String> {
        let labels = self.keys(mode, action).into_iter().map(|key| key.label(words));
        labels.min_by_key(|label| crate::base::text::width(label))
    }

    /// The keys that end the program whatever is under way: those of quitting that nobody presses by mistake.
    pub fn leaving(&self) -> Vec<Key> {
        let keys = self.keys(Mode::Code, Action::Quit);
        let with_ctrl: Vec<Key> = keys.iter().copied().filter(|key| key.ctrl).collect();
        if with_ctrl.is_empty() { keys } else { with_ctrl }
    }

    /// Everything that the keys do: per mode its title and, in the order of help, the keys with what they do.
    pub fn table(&self, words: &Words) -> Vec<(String, Vec<(String, String)>)> {
        Mode::ALL.iter().map(|(mode, ..)| (mode.title(words), self.rows(*mode, words))).collect()
    }

    /// The rows of one mode: the keys, and what they do.
    pub fn rows(&self, mode: Mode, words: &Words) -> Vec<(String, String)> {
        Action::ALL.iter().filter_map(|(action, ..)| self.row(mode, *action, words)).collect()
    }

    /// The keys of an action in a mode, and what it does.
    fn row(&self, mode: Mode, action: Action, words: &Words) -> Option<(String, String)> {
        let keys: Vec<String> = self.keys(mode, action).into_iter().map(|key| key.label(words)).collect();
        (!keys.is_empty()).then(|| (keys.join(", "), words.get(action.help())))
    }

    /// The rows of one mode by what one wants to do, of the actions that are offered.
    pub fn grouped(
        &self,
        mode: Mode,
        words: &Words,
        is_offered: impl Fn(Action) -> bool,
    ) -> Vec<(String, Vec<(String, String)>)> {
        let of = |purpose| {
            let own = Action::ALL.iter().filter(|(action, ..)| is_offered(*action));
            let own = own.filter(move |(action, ..)| Purpose::of(*action) == purpose);
            own.filter_map(|(action, ..)| self.row(mode, *action, words)).collect::<Vec<_>>()
        };
        let groups = Purpose::ALL.iter().map(|(purpose, title)| (words.get(title), of(*purpose)));
        groups.filter(|(_, rows)| !rows.is_empty()).collect()
    }

    /// The table as plain text.
    pub fn plain(&self, words: &Words) -> String {
        self.sections(words, |title, rows| {
            let widest = rows.iter().map(|(keys, _)| crate::base::text::width(keys)).max().unwrap_or(0);
            let line = |(keys, help): &(String, String)| {
                format!("  {keys}{}  {help}\n", " ".repeat(widest - crate::base::text::width(keys)))
            };
            format!("{title}\n{}", rows.iter().map(line).collect::<String>())
        })
    }

    /// The table in Markdown.
    pub fn markdown(&self, words: &Words) -> String {
        self.sections(words, |title, rows| {
            let heads = (words.get("keys-column"), words.get("keys-help-column"));
            let line = |(keys, help): &(String, String)| format!("| {} | {help} |\n", keys.replace('|', "\\|"));
            let body: String = rows.iter().map(line).collect();
            format!("### {title}\n\n| {} | {} |\n|---|---|\n{body}", heads.0, heads.1)
        })
    }

    fn sections(&self, words: &Words, shown: impl Fn(&str, &[(String, String)]) -> String) -> String {
        let sections: Vec<String> = self.table(words).iter().map(|(title, rows)| shown(title, rows)).collect();
        sections.join("\n")
    }
}
