//! The numbers of list items.

use super::super::numerals::Numerals;
use crate::base::package::attribute;
use quick_xml::events::BytesStart;
use std::borrow::Cow;
use std::collections::HashMap;

/// A list has so many levels.
const LEVELS: usize = 10;

#[derive(Default)]
pub(super) struct Lists {
    styles: HashMap<String, Vec<Level>>,
    /// The style that is being read.
    reading: String,
    /// The lists that one is in.
    open: Vec<List>,
    /// How many items each list has had, by its id or its style.
    given: HashMap<String, Vec<usize>>,
    /// The item whose first paragraph comes.
    is_item: bool,
}

#[derive(Debug, Clone)]
struct Level {
    is_bullet: bool,
    numerals: Numerals,
    before: String,
    after: String,
    start: usize,
    shown: usize,
}

struct List {
    style: String,
    /// What the numbers are kept under.
    key: String,
    level: usize,
}

impl Lists {
    pub(super) fn begin(&mut self, name: &str, element: &BytesStart<'_>) {
        let text = |name: &str| attribute(element, name).unwrap_or_default().into_owned();
        let number = |name: &str| attribute(element, name).and_then(|value| value.parse::<usize>().ok());
        match name {
            "list-style" => self.reading = text("style:name"),
            "list-level-style-number" | "list-level-style-bullet" => {
                let level = Level {
                    is_bullet: name == "list-level-style-bullet",
                    numerals: numerals(&text("style:num-format")),
                    before: text("style:num-prefix"),
                    after: text("style:num-suffix"),
                    start: number("text:start-value").unwrap_or(1),
                    shown: number("text:display-levels").unwrap_or(1),
                };
                let levels = self.styles.entry(self.reading.clone()).or_default();
                if number("text:level") == Some(levels.len() + 1) && levels.len() < LEVELS {
                    levels.push(level);
                }
            }
            "list" => self.begin_list(element),
            "numbered-paragraph" => {
                let level = number("text:level").unwrap_or(1).saturating_sub(1);
                let key = text("text:list-id");
                self.open.push(List { style: text("text:style-name"), key, level });
                self.is_item = true;
                self.count(number("text:start-value"));
            }
            "list-item" => {
                self.is_item = true;
                self.count(number("text:start-value"));
            }
            "list-header" => self.is_item = false,
            _ => {}
        }
    }

    fn begin_list(&mut self, element: &BytesStart<'_>) {
        let text = |name: &str| attribute(element, name).map(Cow::into_owned);
        let level = self.open.len();
        let outer = self.open.last();
        let style = text("text:style-name").or_else(|| outer.map(|list| list.style.clone())).unwrap_or_default();
        let key = outer.map_or_else(|| style.clone(), |list| list.key.clone());
        let goes_on =
            text("text:continue-list").is_some() || text("text:continue-numbering").as_deref() == Some("true");
        if level == 0 && !goes_on {
            self.given.remove(&key);
        } else if level > 0 {
            self.given.entry(key.clone()).or_default().truncate(level);
        }
        self.open.push(List { style, key, level });
    }

    pub(super) fn end(&mut self, name: &str) {
        if matches!(name, "list" | "numbered-paragraph") {
            self.open.pop();
            self.is_item = false;
        }
    }

    /// Counts an item.
    fn count(&mut self, start: Option<usize>) {
        let Some(list) = self.open.last().filter(|list| list.level < LEVELS) else { return };
        let given = self.given.entry(list.key.clone()).or_default();
        let levels = self.styles.get(&list.style).map_or(&[][..], Vec::as_slice);
        let first = |level: usize| levels.get(level).map_or(1, |level| level.start);
        while given.len() < list.level {
            given.push(first(given.len()));
        }
        given.truncate(list.level + 1);
        match (given.get_mut(list.level), start) {
            (Some(number), None) => *number = number.saturating_add(1),
            (Some(number), Some(start)) => *number = start,
            (None, start) => given.push(start.unwrap_or_else(|| first(list.level))),
        }
    }

    /// The number of the item whose first paragraph this is, with a blank behind it.
    pub(super) fn number(&mut self) -> Option<String> {
        if !std::mem::take(&mut self.is_item) {
            return None;
        }
        let list = self.open.last()?;
        let levels = self.styles.get(&list.style)?;
        let own = levels.get(list.level)?;
        if own.is_bullet {
            return Some("• ".to_owned());
        }
        let given = self.given.get(&list.key)?;
        let from = (list.level + 1).saturating_sub(own.shown);
        let numbers = levels.iter().zip(given).skip(from).map(|(level, number)| level.numerals.write(*number));
        let number = numbers.filter(|number| !number.is_empty()).collect::<Vec<_>>().join(".");
        (!number.is_empty()).then(|| format!("{}{number}{} ", own.before, own.after))
    }
}

fn numerals(format: &str) -> Numerals {
    match format {
        "a" => Numerals::Letters,
        "A" => Numerals::Capitals,
        "i" => Numerals::Roman,
        "I" => Numerals::RomanCapitals,
        "" => Numerals::None,
        _ => Numerals::Digits,
    }
}
