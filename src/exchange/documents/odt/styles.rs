//! What the styles of a document say of the paragraphs and texts that have them.

use crate::base::package::attribute;
use quick_xml::events::BytesStart;
use std::collections::HashMap;

/// So many styles may stand on one another.
const DEPTH: usize = 12;

#[derive(Default)]
struct Look {
    parent: Option<String>,
    begins_page: bool,
    is_hidden: bool,
    /// Whether it is struck through, where the style says so.
    is_struck: Option<bool>,
}

#[derive(Default)]
pub(super) struct Styles {
    looks: HashMap<String, Look>,
    open: String,
}

impl Styles {
    pub(super) fn begin(&mut self, name: &str, element: &BytesStart<'_>) {
        match name {
            "style" => {
                self.open = attribute(element, "style:name").unwrap_or_default().into_owned();
                let parent = attribute(element, "style:parent-style-name").map(Into::into);
                // A style that asks for a page of another look begins one.
                let begins_page = attribute(element, "style:master-page-name").is_some_and(|name| !name.is_empty());
                self.looks.insert(self.open.clone(), Look { parent, begins_page, ..Look::default() });
            }
            "paragraph-properties" => {
                let begins = attribute(element, "fo:break-before").as_deref() == Some("page");
                self.set(|look| look.begins_page |= begins);
            }
            "text-properties" => {
                let is_hidden = attribute(element, "text:display").as_deref() == Some("none");
                let line = attribute(element, "style:text-line-through-style").map(|line| line != "none");
                self.set(|look| {
                    look.is_hidden = is_hidden;
                    look.is_struck = line;
                });
            }
            _ => {}
        }
    }

    fn set(&mut self, set: impl FnOnce(&mut Look)) {
        if let Some(look) = self.looks.get_mut(&self.open) {
            set(look);
        }
    }

    pub(super) fn is_hidden(&self, name: Option<&str>) -> bool {
        self.any(name, |_, look| look.is_hidden)
    }

    /// Whether a style strikes its text through, as the nearest says that says it.
    pub(super) fn is_struck(&self, name: Option<&str>) -> Option<bool> {
        let mut said = None;
        self.any(name, |_, look| {
            said = look.is_struck;
            said.is_some()
        });
        said
    }

    pub(super) fn begins_page(&self, name: Option<&str>) -> bool {
        name.and_then(|name| self.looks.get(name)).is_some_and(|look| look.begins_page)
    }

    pub(super) fn is_title(&self, name: Option<&str>) -> bool {
        matches!(name, Some("Title" | "Subtitle"))
            || self.any(name, |_, look| matches!(look.parent.as_deref(), Some("Title" | "Subtitle")))
    }

    /// Whether a style, or one that it stands on, is of some kind.
    fn any(&self, name: Option<&str>, mut is_it: impl FnMut(&str, &Look) -> bool) -> bool {
        let mut next = name;
        for _ in 0..DEPTH {
            let Some((name, look)) = next.and_then(|name| self.looks.get_key_value(name)) else { return false };
            if is_it(name, look) {
                return true;
            }
            next = look.parent.as_deref();
        }
        false
    }
}
