//! A setting of the coder: what it is called, its value, and those that it can have.

use crate::base::language::Words;
use crate::base::text::visible;

/// Something that a coder sets for every study.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Setting {
    /// Its name in the file.
    pub name: &'static str,
    /// The catalogue's key of what it does.
    pub about: &'static str,
    /// Its value, where it is set.
    pub value: Option<String>,
    /// The values that it can have; none where it is written.
    pub values: Vec<String>,
}

impl Setting {
    /// What it is called for people.
    pub fn called(&self, words: &Words) -> String {
        words.find(&format!("setting-{}", self.name)).unwrap_or_else(|| self.name.to_owned())
    }

    /// A value of it in words; a name of a file as it is.
    pub fn value_called(&self, value: &str, words: &Words) -> String {
        words.find(&format!("setting-{}-{value}", self.name)).unwrap_or_else(|| visible(value))
    }
}
