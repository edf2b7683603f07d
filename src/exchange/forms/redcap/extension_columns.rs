//! The tag of our own on a field: what REDCap has no word for, in the words of a protocol file.

use crate::exchange::forms::extension_columns::ExtensionFields;
use crate::exchange::forms::toml::value::{inline, key, quoted};
use crate::study::protocol::{Choice, Per, Role};
use serde::Deserialize;
use std::collections::BTreeMap;

/// What a tag says of a field.
#[derive(Debug, Default)]
pub(crate) struct Own {
    pub(crate) told: Told,
    /// The fields of the question.
    pub(crate) fields: ExtensionFields,
}

/// What is needed before the question is whole.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Told {
    /// The id, where the variable has another name.
    pub(crate) id: Option<String>,
    /// The attribute that the field stands for instead of a question.
    pub(crate) attribute: Option<String>,
    per: Option<String>,
    /// The time that it is asked for, with which the id ends.
    pub(crate) time: String,
    /// What is to be said of choices, by their codes.
    pub(crate) choice: BTreeMap<String, ToldChoice>,
}

/// What is to be said of a choice.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct ToldChoice {
    id: Option<String>,
    label: Option<String>,
    role: Option<String>,
    key: Option<char>,
    code: Option<String>,
    meaning: Option<String>,
    exclusive: Option<bool>,
    in_base: Option<bool>,
}

impl Own {
    /// Reads the value of a tag.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let told = toml::from_str(text).ok()?;
        Some(Self { told, fields: ExtensionFields::read(text, &["choice", "attribute", "time"])? })
    }

    /// What the question is asked about.
    pub(crate) fn per(&self) -> Per {
        if self.told.per.as_deref() == Some(Per::Unit.name()) { Per::Unit } else { Per::Case }
    }
}

impl ToldChoice {
    /// The id that is told.
    pub(crate) fn id(&self) -> Option<&str> {
        self.id.as_deref()
    }

    /// The choice as it is told to be.
    pub(crate) fn applied(&self, choice: Choice) -> Choice {
        let role = self.role.as_ref().map_or(choice.role, |name| Role::named(name));
        Choice {
            id: self.id.clone().unwrap_or(choice.id),
            label: self.label.clone().unwrap_or(choice.label),
            template: choice.template,
            role,
            meaning: self.meaning.clone().unwrap_or(choice.meaning),
            key: self.key.or(choice.key),
            code: self.code.clone().map_or(choice.code, |code| Some(code).filter(|code| !code.is_empty())),
            exclusive: self.exclusive.unwrap_or(choice.exclusive),
            in_base: self.in_base.unwrap_or(role != Some(Role::Na)),
            when: choice.when.clone(),
        }
    }
}

/// What must be told of a choice that would else be taken for another, as a line of a tag.
pub(crate) fn told_choice(code: &str, choice: &Choice, taken: &Choice) -> Option<String> {
    let all = [
        ("id", choice.id != taken.id, quoted(&choice.id)),
        ("label", choice.label != taken.label, quoted(&choice.label)),
        ("role", choice.role != taken.role, quoted(choice.role.map_or("", Role::name))),
        ("key", choice.key != taken.key, quoted(&choice.key.map(String::from).unwrap_or_default())),
        ("code", choice.code != taken.code, quoted(choice.code.as_deref().unwrap_or_default())),
        ("meaning", choice.meaning != taken.meaning, quoted(&choice.meaning)),
        ("exclusive", choice.exclusive != taken.exclusive, choice.exclusive.to_string()),
        ("in_base", choice.in_base != (choice.role != Some(Role::Na)), choice.in_base.to_string()),
    ];
    let fields: Vec<(&str, String)> =
        all.into_iter().filter(|(_, differs, _)| *differs).map(|(name, _, value)| (name, value)).collect();
    (!fields.is_empty()).then(|| format!("choice.{} = {}", key(code), inline(&fields)))
}
