//! What is filled in in the controls and fields of forms.

use super::super::signs::ticked;
use crate::base::package::attribute;
use quick_xml::events::BytesStart;
use std::borrow::Cow;
use std::collections::HashMap;

#[derive(Default)]
pub(super) struct Forms {
    /// What the controls say, by their ids.
    said: HashMap<String, String>,
    /// The list whose entries are read.
    list: Option<String>,
    field: Option<Field>,
}

/// A field that a form of Word has.
#[derive(Default)]
struct Field {
    kind: String,
    is_ticked: bool,
    entries: Vec<String>,
    chosen: usize,
}

impl Forms {
    pub(super) fn begin(&mut self, name: &str, element: &BytesStart<'_>) {
        let text = |name: &str| attribute(element, name).map(Cow::into_owned);
        let is_set = |name: &str, value: &str| attribute(element, name).as_deref() == Some(value);
        let id = || text("xml:id").or_else(|| text("form:id"));
        let said = match name {
            "checkbox" => Some(ticked(is_set("form:current-state", "checked")).to_owned()),
            "radio" => Some(ticked(is_set("form:current-selected", "true")).to_owned()),
            "textarea" | "combobox" | "formatted-text" | "number" | "text" => text("form:current-value"),
            "listbox" => {
                self.list = id();
                None
            }
            "option" if is_set("form:current-selected", "true") => {
                let label = text("form:label");
                self.said.extend(self.list.clone().zip(label));
                None
            }
            _ => None,
        };
        let label = || text("form:label").map_or_else(String::new, |label| format!(" {label}"));
        if let Some((id, said)) = id().zip(said) {
            let is_box = matches!(name, "checkbox" | "radio");
            self.said.insert(id, if is_box { said + &label() } else { said });
        }
        self.field(name, element);
    }

    /// What is said of a field.
    fn field(&mut self, name: &str, element: &BytesStart<'_>) {
        let text = |name: &str| attribute(element, name).map(Cow::into_owned);
        match (name, &mut self.field) {
            ("fieldmark" | "fieldmark-start", _) => {
                let kind = text("field:type").unwrap_or_default();
                self.field = Some(Field { kind, ..Field::default() });
            }
            ("param", Some(field)) => {
                let value = text("field:value").unwrap_or_default();
                match text("field:name").unwrap_or_default().as_str() {
                    "Checkbox_Checked" => field.is_ticked = value == "true",
                    "Dropdown_ListEntry" => field.entries.push(value),
                    "Dropdown_Selected" => field.chosen = value.parse().unwrap_or(0),
                    _ => {}
                }
            }
            _ => {}
        }
    }

    /// What a field says that ends.
    pub(super) fn end(&mut self, name: &str) -> Option<String> {
        match name {
            "listbox" => {
                self.list = None;
                None
            }
            "fieldmark" | "fieldmark-start" => {
                let field = self.field.take()?;
                match field.kind.rsplit('.').next() {
                    Some("FORMCHECKBOX") => Some(ticked(field.is_ticked).to_owned()),
                    Some("FORMDROPDOWN") => field.entries.get(field.chosen).cloned(),
                    _ => None,
                }
            }
            _ => None,
        }
    }

    /// What a control says.
    pub(super) fn said(&self, id: &str) -> Option<String> {
        self.said.get(id).cloned()
    }
}
