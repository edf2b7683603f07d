//! The answers on offer: built-in scales, the protocol's own, and choices given with a question.

use super::reader::{Reader, scalar};
use crate::base::fault::Fault;
use crate::base::language::Lang;
use crate::base::suggest::suggestion;
use crate::base::text::folded;
use crate::msg;
use crate::study::protocol::code::{folded_code, may_be_code};
use crate::study::protocol::filter::Filter;
use crate::study::protocol::{Choice, Role};
use std::collections::HashMap;
use toml::Spanned;
use toml::de::DeValue;

/// At most this many choices are on offer: as many as a list of all places of a country has.
pub(crate) const MOST: usize = 5000;
/// The fields of a scale.
pub(crate) const SCALE: [&str; 1] = ["choices"];
/// The fields of a choice.
pub(crate) const CHOICE: [&str; 7] = ["id", "label", "role", "meaning", "key", "code", "exclusive"];

/// The fields of a choice of a question that is asked: a scale, which any question may name, knows no other questions.
pub(crate) const ASKED_CHOICE: [&str; 8] = ["id", "label", "role", "meaning", "key", "code", "exclusive", "when"];

type BuiltIn = (&'static str, &'static str, Role);

const BUILT_IN: [(&str, &[BuiltIn]); 4] = [
    ("ja_delvis_nej", &[("ja", "Ja", Role::Yes), ("delvis", "Delvis", Role::Partly), ("nej", "Nej", Role::No)]),
    ("ja_nej", &[("ja", "Ja", Role::Yes), ("nej", "Nej", Role::No)]),
    ("yes_partly_no", &[("yes", "Yes", Role::Yes), ("partly", "Partly", Role::Partly), ("no", "No", Role::No)]),
    ("yes_no", &[("yes", "Yes", Role::Yes), ("no", "No", Role::No)]),
];

/// The scale of a question that names none.
pub(crate) fn default_scale(lang: Lang) -> &'static str {
    match lang {
        Lang::Sv => "ja_delvis_nej",
        Lang::En => "yes_partly_no",
    }
}

/// The choice that `na = true` or `unknown = true` adds.
pub(crate) fn added(lang: Lang, role: Role) -> Choice {
    let (id, label) = match (lang, role) {
        (Lang::Sv, Role::Na) => ("ej_aktuellt", "Ej aktuellt"),
        (Lang::Sv, _) => ("framgar_ej", "Framgår ej"),
        (Lang::En, Role::Na) => ("na", "Not applicable"),
        (Lang::En, _) => ("unknown", "Not stated"),
    };
    built_in(&(id, label, role))
}

/// The name of the built-in scale that offers these choices.
pub(crate) fn built_in_name(choices: &[Choice]) -> Option<&'static str> {
    let offers = |scale: &[BuiltIn]| {
        let same = |(choice, built_in): (&Choice, &BuiltIn)| choice.looks_like(&self::built_in(built_in));
        scale.len() == choices.len() && choices.iter().zip(scale).all(same)
    };
    BUILT_IN.iter().find(|(_, scale)| offers(scale)).map(|(name, _)| *name)
}

/// The choice that is offered under a label in any built-in scale, or added to one.
pub(crate) fn known(label: &str) -> Option<Choice> {
    let scales = BUILT_IN.iter().flat_map(|(_, scale)| scale.iter().map(built_in));
    let langs = [Lang::Sv, Lang::En].into_iter();
    let extra = langs.flat_map(|lang| [Role::Na, Role::Unknown].map(|role| added(lang, role)));
    scales.chain(extra).find(|choice| folded(&choice.label) == folded(label))
}

/// Whether a built-in scale has this name.
pub(crate) fn is_built_in(name: &str) -> bool {
    BUILT_IN.iter().any(|(known, _)| *known == name)
}

fn built_in((id, label, role): &BuiltIn) -> Choice {
    Choice { role: Some(*role), in_base: *role != Role::Na, ..Choice::new(id, label) }
}

/// Every scale by its name.
pub(crate) struct Scales(HashMap<String, Vec<Choice>>);

impl Scales {
    /// The built-in scales and those of the protocol.
    pub(crate) fn read(root: &Reader<'_>) -> Self {
        let own = root.entries("scale").into_iter().filter_map(|(name, item)| {
            root.clean(&name);
            if is_built_in(name.get_ref()) {
                let message = msg!("protocol-scale-built-in", name = name.get_ref().as_str());
                root.source.fault(name.span(), Fault::new(message));
            }
            let scale = Reader::of(root.source, item, name.get_ref(), &SCALE)?;
            let choices = choices(&scale, &CHOICE);
            if choices.is_empty() {
                let message = msg!("protocol-scale-empty", name = name.get_ref().as_str());
                root.source.wrong(name.span(), message, msg!("protocol-scale-hint"));
            }
            Some((name.into_inner(), choices))
        });
        let shipped = BUILT_IN.iter().map(|(name, scale)| ((*name).to_owned(), scale.iter().map(built_in).collect()));
        Self(shipped.chain(own).collect())
    }

    /// The choices of a scale.
    pub(crate) fn get(&self, name: &str) -> Option<&[Choice]> {
        self.0.get(name).map(Vec::as_slice)
    }

    /// The names there are.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        let mut names: Vec<&str> = self.0.keys().map(String::as_str).collect();
        names.sort_unstable();
        names.into_iter()
    }
}

/// The field `choices` of a scale or a question, each choice with the fields `known`.
pub(crate) fn choices(reader: &Reader<'_>, known: &[&str]) -> Vec<Choice> {
    let tables = reader.tables("choices", known);
    let ids: Vec<Spanned<String>> = tables.iter().map(Reader::id).collect();
    reader.source.unique("choice", &ids);
    if tables.len() > MOST {
        let message = msg!("protocol-choices-many", count = tables.len(), most = MOST);
        reader.source.fault(reader.span("choices"), Fault::new(message));
    }
    let mut choices: Vec<Choice> = Vec::new();
    let mut codes: HashMap<String, String> = HashMap::new();
    for (table, id) in tables.iter().zip(ids) {
        let choice = choice(table, id.into_inner());
        let same_key = choices.iter().find(|other| choice.key.is_some() && other.key == choice.key);
        if let (Some(other), Some(key)) = (same_key, choice.key) {
            let message = msg!("protocol-key-taken", key = key.to_string(), name = other.id.as_str());
            table.source.wrong(table.span("key"), message, msg!("protocol-key-taken-hint"));
        }
        let taken = choice.code.as_ref().and_then(|code| Some((code, codes.get(&folded_code(code))?)));
        if let Some((code, other)) = taken {
            let message = msg!("protocol-code-taken", code = code.as_str(), name = other.as_str());
            table.source.wrong(table.span("code"), message, msg!("protocol-code-taken-hint"));
        } else if let Some(code) = &choice.code {
            codes.insert(folded_code(code), choice.id.clone());
        }
        if let Some(other) = choices.iter().find(|other| choice.role.is_some() && other.role == choice.role) {
            let message = msg!("protocol-role-taken", role = table.text("role"), name = other.id.as_str());
            table.source.wrong(table.span("role"), message, msg!("protocol-role-taken-hint"));
        }
        choices.push(choice);
    }
    choices
}

fn choice(table: &Reader<'_>, id: String) -> Choice {
    let label = table.text("label");
    let role = role(table);
    Choice {
        label: if label.is_empty() { id.clone() } else { label },
        template: None,
        id,
        role,
        meaning: table.lines("meaning"),
        key: key(table),
        code: code(table),
        exclusive: table.flag("exclusive"),
        in_base: role != Some(Role::Na),
        when: Filter::default(),
    }
}

fn role(table: &Reader<'_>) -> Option<Role> {
    let name = Some(table.text("role")).filter(|name| !name.is_empty())?;
    let role = Role::named(&name);
    if role.is_none() {
        let message = msg!("protocol-unknown", what = "role", name = name.as_str());
        table.source.wrong(table.span("role"), message, suggestion(&name, Role::ALL.map(|(_, known)| known)));
    }
    role
}

fn key(table: &Reader<'_>) -> Option<char> {
    let name = table.text("key");
    table.get("key")?;
    let mut characters = name.chars();
    match (characters.next(), characters.next()) {
        (Some(key), None) if key.is_ascii_digit() || key.is_lowercase() => Some(key),
        _ => {
            let message = msg!("protocol-key", key = name);
            table.source.fault(table.span("key"), Fault::new(message));
            None
        }
    }
}

/// What stands for the choice elsewhere: a whole number, or a word of few characters.
fn code(table: &Reader<'_>) -> Option<String> {
    let item = table.get("code")?;
    let text = match item.get_ref() {
        DeValue::Integer(_) | DeValue::String(_) => scalar(item),
        _ => table.source.wrong_type(item, "code", "value"),
    }?;
    if may_be_code(&text) {
        return Some(text);
    }
    table.source.wrong(table.span("code"), msg!("protocol-code", code = text), msg!("protocol-code-hint"));
    None
}
