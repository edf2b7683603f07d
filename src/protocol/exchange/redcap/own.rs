//! The tag of our own on a field: what REDCap has no word for, in the words of a protocol file.

use crate::protocol::exchange::toml::value::{Fields, inline, key, quoted};
use crate::protocol::{Choice, Per, Role};
use serde::Deserialize;
use std::collections::BTreeMap;
use toml::de::DeTable;

/// What a tag says of a field.
#[derive(Debug, Default)]
pub(super) struct Own {
    pub(super) told: Told,
    /// The fields of the question, each as TOML has it.
    pub(super) fields: Vec<(String, String)>,
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
        let table = DeTable::parse(text).ok()?;
        let field =
            |(name, item): (&toml::Spanned<std::borrow::Cow<'_, str>>, &toml::Spanned<toml::de::DeValue<'_>>)| {
                let name = name.get_ref().to_string();
                let own = !["choice", "attribute"].contains(&name.as_str());
                own.then(|| Some((name, text.get(item.span())?.to_owned())))
            };
        let fields = table.get_ref().iter().filter_map(field).collect::<Option<_>>()?;
        Some(Self { told, fields })
    }

    /// Whether it has a field.
    pub(super) fn has(&self, name: &str) -> bool {
        self.fields.iter().any(|(known, _)| known == name)
    }

    /// What the question is asked about.
    pub(super) fn per(&self) -> Per {
        if self.told.per.as_deref() == Some(Per::Unit.name()) { Per::Unit } else { Per::Case }
    }

    /// Puts what it says in the place of what the columns say.
    pub(super) fn applied(&self, fields: &mut Fields) {
        if self.has("choices") {
            fields.remove("scale");
        }
        for (name, value) in &self.fields {
            fields.set(name, value.clone());
        }
    }
}

impl ToldChoice {
    /// The id that is told.
    pub(super) fn id(&self) -> Option<&str> {
        self.id.as_deref()
    }

    /// The choice as it is told to be.
    pub(super) fn applied(&self, choice: Choice) -> Choice {
        let role = self.role.as_ref().map_or(choice.role, |name| Role::named(name));
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
    let all = [
        ("id", choice.id != taken.id, quoted(&choice.id)),
        ("label", choice.label != taken.label, quoted(&choice.label)),
        ("role", choice.role != taken.role, quoted(choice.role.map_or("", Role::name))),
        ("key", choice.key != taken.key, quoted(&choice.key.map(String::from).unwrap_or_default())),
        ("meaning", choice.meaning != taken.meaning, quoted(&choice.meaning)),
        ("exclusive", choice.exclusive != taken.exclusive, choice.exclusive.to_string()),
        ("in_base", choice.in_base != (choice.role != Some(Role::Na)), choice.in_base.to_string()),
    ];
    let fields: Vec<(&str, String)> =
        all.into_iter().filter(|(_, differs, _)| *differs).map(|(name, _, value)| (name, value)).collect();
    (!fields.is_empty()).then(|| format!("choice.{} = {}", key(code), inline(&fields)))
}

/// The choices' own fields of a question, which are told choice by choice.
const CHOICES: [&str; 7] = ["scale", "choices", "na", "unknown", "meaning", "in_base", "out_of_base"];

/// What must be told of a question that would else be taken for another, as lines of a tag.
pub(super) fn told_fields(fields: &Fields, taken: &Fields, choices_too: bool) -> Vec<String> {
    let counts = |name: &str| choices_too || !CHOICES.contains(&name);
    let value = |fields: &'_ Fields, name: &str| {
        fields.iter().find(|(known, _)| *known == name).map(|(_, value)| value.to_owned())
    };
    let news = fields.iter().filter(|(name, text)| counts(name) && value(taken, name).as_deref() != Some(*text));
    let gone = taken.iter().filter(|(name, text)| counts(name) && *text == "true" && value(fields, name).is_none());
    let news = news.map(|(name, text)| format!("{name} = {text}"));
    news.chain(gone.map(|(name, _)| format!("{name} = false"))).collect()
}
