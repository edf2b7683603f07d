//! The marks of list items.

use super::super::numerals::Numerals;
use super::element::Element;

/// Lists within one another are told apart so deep.
const DEPTH: usize = 16;

/// The lists that one is in.
#[derive(Default)]
pub(super) struct Lists {
    open: Vec<List>,
    /// How many are open beyond those.
    beyond: usize,
    mark: Option<String>,
}

/// A list, and how its items are numbered; one with bullets is not.
struct List {
    numerals: Option<Numerals>,
    next: usize,
}

impl Lists {
    pub(super) fn begin(&mut self, element: &Element) {
        if self.open.len() >= DEPTH {
            self.beyond += 1;
            return;
        }
        let numerals = (element.name == "ol").then(|| match element.get("type") {
            Some("a") => Numerals::Letters,
            Some("A") => Numerals::Capitals,
            Some("i") => Numerals::Roman,
            Some("I") => Numerals::RomanCapitals,
            _ => Numerals::Digits,
        });
        let next = element.get("start").and_then(|start| start.trim().parse().ok()).unwrap_or(1);
        self.open.push(List { numerals, next });
    }

    pub(super) fn end(&mut self) {
        if self.beyond > 0 {
            self.beyond -= 1;
        } else {
            self.open.pop();
        }
        self.mark = None;
    }

    /// An item begins, and may say its number.
    pub(super) fn item(&mut self, value: Option<&str>) {
        let indent = "  ".repeat(self.open.len().saturating_sub(1));
        let Some(list) = self.open.last_mut() else {
            self.mark = Some("• ".to_owned());
            return;
        };
        if let Some(value) = value.and_then(|value| value.trim().parse().ok()) {
            list.next = value;
        }
        let mark = list.numerals.map_or_else(|| "•".to_owned(), |numerals| format!("{}.", numerals.write(list.next)));
        list.next = list.next.saturating_add(1);
        self.mark = Some(format!("{indent}{mark} "));
    }

    /// The mark of the item whose first line this is.
    pub(super) fn mark(&mut self) -> Option<String> {
        self.mark.take()
    }
}
