//! What roles, parts, kinds and places are called in files.

use super::Derive;
use super::filter::Key;
use super::{Kind, Part, Per, Protocol, Question};
use crate::study::index::At;
use std::fmt;

impl Part {
    /// Every name in files.
    pub const NAMES: [&str; 4] = ["unit", "sex", "birth_year", "informant"];

    /// Its name in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Unit => "unit",
            Self::Sex => "sex",
            Self::BirthYear { .. } => "birth_year",
            Self::Informant => "informant",
        }
    }

    /// The part with a name in files; the year of birth is none without the year in which the age is meant.
    pub fn named(name: &str, at: Option<i32>) -> Option<Self> {
        match name {
            "unit" => Some(Self::Unit),
            "sex" => Some(Self::Sex),
            "birth_year" => at.map(|at| Self::BirthYear { at }),
            "informant" => Some(Self::Informant),
            _ => None,
        }
    }
}

/// The name, and the year where there is one: `birth_year 2021`.
impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::BirthYear { at } => write!(f, "{} {at}", self.name()),
            Self::Unit | Self::Sex | Self::Informant => f.write_str(self.name()),
        }
    }
}

impl Per {
    /// Its name in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Case => "case",
            Self::Unit => "unit",
        }
    }
}

impl Question {
    /// Every kind's name in files.
    pub const KINDS: [&str; 6] = ["choice", "choices", "number", "date", "text", "derived"];

    /// Its kind's name in files.
    pub fn kind_name(&self) -> &'static str {
        match &self.kind {
            // What a formula gives is of the kind that the question is.
            _ if self.derive.as_ref().is_some_and(|derive| !matches!(derive, Derive::Formula(_))) => "derived",
            Kind::Choice(_) => "choice",
            Kind::Choices(_) => "choices",
            Kind::Number { .. } => "number",
            Kind::Date => "date",
            Kind::Text => "text",
        }
    }
}

impl Protocol {
    /// The id of what a condition looks at.
    pub fn id_of(&self, key: Key) -> &str {
        let id = match key {
            Key::Question(place) => Some(&self.questions.at(place).id),
            Key::Column(place) => self.attributes.get(place).map(|attribute| &attribute.id),
        };
        id.map_or("", String::as_str)
    }
}
