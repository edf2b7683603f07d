//! The choices of a form.

use super::super::signs::ticked;
use super::element::{Element, collapsed};

/// A list to choose from that is being read.
pub(super) struct Choosing {
    takes_several: bool,
    options: Vec<Choice>,
}

#[derive(Default)]
struct Choice {
    text: String,
    label: Option<String>,
    is_chosen: bool,
}

impl Choosing {
    pub(super) fn new(element: &Element) -> Self {
        Self { takes_several: element.get("multiple").is_some(), options: Vec::new() }
    }

    pub(super) fn option(&mut self, element: &Element) {
        let label = element.get("label").map(str::to_owned);
        self.options.push(Choice { label, is_chosen: element.get("selected").is_some(), ..Choice::default() });
    }

    pub(super) fn text(&mut self, text: &str) {
        if let Some(choice) = self.options.last_mut() {
            choice.text += text;
        }
    }

    /// What a browser shows: where one is chosen that one, the last of several and else the first; of a list that takes
    /// several each with its box.
    pub(super) fn shown(&self) -> String {
        if self.takes_several {
            let all = self.options.iter().map(|choice| format!("{} {}", ticked(choice.is_chosen), choice.said()));
            return all.collect::<Vec<_>>().join(" ");
        }
        let chosen = self.options.iter().rfind(|choice| choice.is_chosen).or(self.options.first());
        chosen.map(Choice::said).unwrap_or_default()
    }
}

impl Choice {
    fn said(&self) -> String {
        let text = collapsed(self.label.as_ref().unwrap_or(&self.text), true);
        text.trim_end().to_owned()
    }
}
