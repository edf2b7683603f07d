//! The tag of our own on a field: what REDCap has no word for, in the words of a protocol file.

use crate::protocol::exchange::own::OwnFields;
use crate::protocol::exchange::toml::value::{inline, key, quoted};
use crate::protocol::{Choice, Per, Role};
use serde::Deserialize;
use std::collections::BTreeMap;

/// What a tag says of a field.
#[derive(Debug, Default)]
pub(super) struct Own {
    pub(super) told: Told,
    /// The fields of the question.
    pub(super) fields: OwnFields,
}

/// What is needed before the question is whole.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Told {
    /// The id, where the variable has another name.
    pub(super) id: Option<String>,
    /// The attribute that the field stands for instead of a question.
    pub(super) attribute: Option<String>,
    per: Option<String>,
    /// The time that it is asked for, with which the id ends.
    pub(super) time: String,
    /// What is to be said of choices, by their codes.
    pub(super) choice: BTreeMap<String, ToldChoice>,
}

/// What is to be said of a choice.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct ToldChoice {
    id: Option<String>,
    label: Option<String>,
    role: Option<String>,
    key: Option<char>,
    meaning: Option<String>,
    exclusive: Option<bool>,
    in_base: Option<bool>,
}

impl Own {
    /// Reads the value of a tag.
    pub(super) fn read(text: &str) -> Option<Self> {
        let told = toml::from_str(text).ok()?;
        Some(Self { told, fields: OwnFields::read(text, &["choice", "attribute", "time"])? })
    }

    /// What the question is asked about.
    pub(super) fn per(&self) -> Per {
        if self.told.per.as_deref() == Some("unit") { Per::Unit } else { Per::Case }
    }
}

impl ToldChoice {
    /// The id that is told.
    pub(super) fn id(&self) -> Option<&str> {
        self.id.as_deref()
    }

    /// The choice as it is told to be.
    pub(super) fn applied(&self, choice: Choice) -> Choice {
        let named = |name: &String| Role::ALL.iter().find(|(_, known)| known == name).map(|(role, _)| *role);
        let role = self.role.as_ref().map_or(choice.role, named);
        Choice {
            id: self.id.clone().unwrap_or(choice.id),
            label: self.label.clone().unwrap_or(choice.label),
            role,
            meaning: self.meaning.clone().unwrap_or(choice.meaning),
            key: self.key.or(choice.key),
            exclusive: self.exclusive.unwrap_or(choice.exclusive),
            in_base: self.in_base.unwrap_or(role != Some(Role::Na)),
        }
    }
}

/// What must be told of a choice that would else be taken for another, as a line of a tag.
pub(super) fn told_choice(code: &str, choice: &Choice, taken: &Choice) -> Option<String> {
    let name =
        |role: Option<Role>| Role::ALL.iter().find(|(known, _)| Some(*known) == role).map_or("", |(_, name)| name);
    let all = [
        ("id", choice.id != taken.id, quoted(&choice.id)),
        ("label", choice.label != taken.label, quoted(&choice.label)),
        ("role", choice.role != taken.role, quoted(name(choice.role))),
        ("key", choice.key != taken.key, quoted(&choice.key.map(String::from).unwrap_or_default())),
        ("meaning", choice.meaning != taken.meaning, quoted(&choice.meaning)),
        ("exclusive", choice.exclusive != taken.exclusive, choice.exclusive.to_string()),
        ("in_base", choice.in_base != (choice.role != Some(Role::Na)), choice.in_base.to_string()),
    ];
    let fields: Vec<(&str, String)> =
        all.into_iter().filter(|(_, differs, _)| *differs).map(|(name, _, value)| (name, value)).collect();
    (!fields.is_empty()).then(|| format!("choice.{} = {}", key(code), inline(&fields)))
}
