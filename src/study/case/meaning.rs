//! Which code a text stands for: the cell of a list, or the name of its file.

use super::synonyms::SEXES;
use crate::base::table::Cell;
use crate::base::text::{folded, visible};
use crate::study::protocol::{Attribute, Part};
use std::path::Path;

/// The name of a file, which may say which unit its cases belong to.
pub(crate) struct FileName<'a> {
    pub(crate) name: &'a str,
    /// Whether it is one of several.
    pub(crate) is_one_of_several: bool,
}

impl FileName<'_> {
    /// The name without its folder and its ending.
    pub(crate) fn stem(&self) -> Option<String> {
        Some(visible(Path::new(self.name).file_stem()?.to_string_lossy().trim()))
    }

    /// The unit, if the attribute is one: a listed one by its code or label, else any that one of several is called by.
    pub(crate) fn says(&self, attribute: &Attribute) -> Option<Cell> {
        let stem = self.stem()?;
        let is_known = meant(attribute, &stem).is_some();
        let is_one = attribute.values.is_empty() && self.is_one_of_several && !stem.is_empty();
        (attribute.part == Some(Part::Unit) && (is_known || is_one)).then(|| Cell::of(stem))
    }
}

/// The code that a text stands for, where the protocol lists them: by code, by label, or by another word for the sex.
pub(crate) fn meant<'a>(attribute: &'a Attribute, text: &str) -> Option<&'a str> {
    let values = &attribute.values;
    if values.is_empty() {
        return None;
    }
    let exact = values.iter().find(|(code, _)| code == text);
    let exact = exact.or_else(|| values.iter().find(|(_, label)| label == text));
    exact.or_else(|| roughly(attribute, &folded(text))).map(|(code, _)| code.as_str())
}

/// The value that has such a name but for its case and accents, or means that sex.
fn roughly<'a>(attribute: &'a Attribute, key: &str) -> Option<&'a (String, String)> {
    let values = &attribute.values;
    let is_called = |names: &[&str], (code, label): &(String, String)| {
        [code, label].iter().any(|name| names.contains(&folded(name).as_str()))
    };
    let sex = || {
        let words = SEXES.iter().find(|words| words.contains(&key)).filter(|_| attribute.part == Some(Part::Sex))?;
        let mut found = values.iter().filter(|value| is_called(words, value));
        found.next().filter(|_| found.next().is_none())
    };
    values.iter().find(|value| is_called(&[key], value)).or_else(sex)
}
