//! A field of a form, of the kind that has no result in the text: a box, or a list of which an entry is chosen.

use super::super::signs::ticked;
use super::styles::is_on;
use crate::base::package::attribute;
use quick_xml::events::BytesStart;

#[derive(Default)]
pub(super) struct Field {
    of_box: Option<BoxState>,
    list: Option<List>,
}

#[derive(Default)]
struct BoxState {
    checked: Option<bool>,
    default: bool,
}

#[derive(Default)]
struct List {
    entries: Vec<String>,
    chosen: Option<usize>,
    default: usize,
}

impl Field {
    /// Whether it is a box.
    pub(super) fn is_box(&self) -> bool {
        self.of_box.is_some()
    }

    /// What is said of it.
    pub(super) fn described(&mut self, name: &str, element: &BytesStart<'_>) {
        let value = attribute(element, "val");
        let number = || value.as_ref().and_then(|value| value.parse().ok());
        match (name, &mut self.of_box, &mut self.list) {
            ("checkBox", ..) => self.of_box = Some(BoxState::default()),
            ("ddList", ..) => self.list = Some(List::default()),
            ("checked", Some(state), _) => state.checked = Some(is_on(value.as_deref())),
            ("default", Some(state), _) => state.default = is_on(value.as_deref()),
            ("default", _, Some(list)) => list.default = number().unwrap_or(0),
            ("result", _, Some(list)) => list.chosen = number(),
            ("listEntry", _, Some(list)) => list.entries.push(value.unwrap_or_default().into_owned()),
            _ => {}
        }
    }

    /// What it shows, once.
    pub(super) fn said(&mut self) -> Option<String> {
        if let Some(state) = self.of_box.take() {
            return Some(ticked(state.checked.unwrap_or(state.default)).to_owned());
        }
        let list = self.list.take()?;
        list.entries.get(list.chosen.unwrap_or(list.default)).cloned()
    }
}
