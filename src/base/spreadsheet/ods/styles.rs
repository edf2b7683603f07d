//! The styles of an ODS file, as far as they say what a sheet shows: how dates are written, and whether it is hidden.

use super::super::format::Format;
use crate::base::package::{Node, attribute};
use quick_xml::events::BytesStart;
use std::collections::{HashMap, HashSet};

/// A style refers to others at most so often.
const DEEP: usize = 10;
/// What an element of a date style shows.
const SHOWN: [(&str, &str); 8] = [
    ("year", "yyyy-"),
    ("era", "yyyy-"),
    ("month", "mm-"),
    ("day", "dd "),
    ("day-of-week", "ddd "),
    ("hours", "h:"),
    ("minutes", "mm:"),
    ("seconds", "ss"),
];

/// The styles by their names.
#[derive(Default)]
pub(crate) struct Styles {
    /// How a date style shows dates.
    dates: HashMap<String, String>,
    /// The date style of a cell's style, or else the style that it is like.
    cells: HashMap<String, [Option<String>; 2]>,
    hidden: HashSet<String>,
    /// The style that is being read.
    open: String,
}

impl Styles {
    pub(crate) fn read(&mut self, node: &Node<'_>) {
        match node {
            Node::Start("date-style", element) => {
                self.open = name(element, "style:name").unwrap_or_default();
                self.dates.insert(self.open.clone(), String::new());
            }
            // The style of a time has the same parts, and shows no date.
            Node::End("date-style") => self.open.clear(),
            Node::Start("style", element) => {
                self.open = name(element, "style:name").unwrap_or_default();
                let like = ["style:data-style-name", "style:parent-style-name"].map(|key| name(element, key));
                self.cells.insert(self.open.clone(), like);
            }
            Node::Start("table-properties", element)
                if attribute(element, "table:display").is_some_and(|shown| shown == "false") =>
            {
                self.hidden.insert(self.open.clone());
            }
            Node::Start(part, _) => {
                let shown = SHOWN.iter().find(|(known, _)| known == part).map(|(_, shown)| *shown);
                if let (Some(code), Some(shown)) = (self.dates.get_mut(&self.open), shown) {
                    code.push_str(shown);
                }
            }
            _ => {}
        }
    }

    /// How a style shows dates: as they are where it says nothing of that.
    pub(crate) fn format(&self, style: &str) -> Format {
        let mut style = style;
        for _ in 0..DEEP {
            match self.cells.get(style) {
                Some([Some(date), _]) => {
                    return self.dates.get(date).map_or_else(Format::default, |code| Format::of(code));
                }
                Some([None, Some(like)]) => style = like,
                _ => break,
            }
        }
        Format::default()
    }

    pub(crate) fn is_hidden(&self, style: &str) -> bool {
        self.hidden.contains(style)
    }
}

fn name(element: &BytesStart<'_>, key: &str) -> Option<String> {
    attribute(element, key).map(std::borrow::Cow::into_owned)
}
