//! Reading a protocol from TOML: a right [`Protocol`], or all faults of the file.

mod condition;
mod derive;
mod frame;
mod kind;
mod piped;
pub(crate) mod question;
pub(crate) mod reader;
mod repeat;
pub(crate) mod scale;
pub(crate) mod source;
mod statement;
pub(crate) mod syntax;
mod table;
#[cfg(test)]
mod tests;
mod times;

use super::filter::Filter;
use super::{Area, Attribute, Check, Part, Protocol, Question};
use crate::base::digest::text_sha256;
use crate::base::fault::{Fault, Result};
use crate::base::language::Lang;
use crate::base::suggest::suggestion;
use crate::base::text::visible;
use crate::msg;
use crate::study::index::QuestionIx;
use frame::Frame;
use reader::Reader;
pub(crate) use reader::may_be_id;
use scale::Scales;
use source::Source;
use toml::Spanned;
use toml::de::{DeTable, DeValue};
use typed_index_collections::TiSlice;

pub(crate) type Item<'a> = Spanned<DeValue<'a>>;

/// A file may have this many bytes: some long lists, each choice with its condition.
const LIMIT: usize = 1 << 24;
const ROOT: [&str; 13] = [
    "id",
    "version",
    "language",
    "title",
    "documents",
    "attribute",
    "scale",
    "area",
    "repeat",
    "question",
    "check",
    "table",
    "form",
];
const ATTRIBUTE: [&str; 8] = ["id", "label", "role", "at", "values", "one", "shown", "private"];
const AREA: [&str; 2] = ["id", "label"];
const CHECK: [&str; 2] = ["when", "message"];

/// The fields of each kind of table.
pub(crate) const FIELDS: [(&str, &[&[&str]]); 13] = [
    ("protocol", &[&ROOT]),
    ("attribute", &[&ATTRIBUTE]),
    ("scale", &[&scale::SCALE]),
    ("choice", &[&scale::CHOICE, &derive::DERIVED_CHOICE]),
    ("area", &[&AREA]),
    ("repeat", &[&repeat::REPEAT]),
    ("question", &[&question::ANY, &kind::CHOICES, &kind::NUMBER, &derive::DERIVED]),
    ("statement", &[&statement::STATEMENT]),
    ("test", &[&condition::TEST]),
    ("bound", &[&condition::BOUND]),
    ("check", &[&CHECK]),
    ("table", &[&table::TABLE]),
    ("row", &[&table::ROW]),
];

impl Protocol {
    /// Reads the protocol in the file `name`.
    pub fn load(name: &str, text: &str) -> Result<Self> {
        Self::read_placed(name, text, true)
    }

    /// Reads a protocol with the questions of its repeats as they are declared, at no place: what other programs repeat
    /// themselves is written so.
    pub(crate) fn load_declared(name: &str, text: &str) -> Result<Self> {
        Self::read_placed(name, text, false)
    }

    fn read_placed(name: &str, text: &str, placed: bool) -> Result<Self> {
        if text.len() > LIMIT {
            let message = msg!("protocol-too-large", size = text.len(), limit = LIMIT);
            return Err(Fault::new(message).in_file(name).into());
        }
        let source = Source::new(name, text);
        let (root, errors) = DeTable::parse_recoverable(text);
        syntax::faults(&source, &errors);
        if !source.is_right() {
            return Err(source.into_faults());
        }
        let root = Reader::new(&source, root.get_ref(), 0..0, &ROOT);
        let protocol = read(&root, text_sha256(text.as_bytes()), placed);
        if source.is_right() { Ok(protocol) } else { Err(source.into_faults()) }
    }
}

fn read(root: &Reader<'_>, hash: String, placed: bool) -> Protocol {
    let lang = language(root);
    let documents = root.words("documents");
    root.source.unique("document", &documents);
    let documents: Vec<String> = documents.iter().map(|document| visible(document.get_ref())).collect();
    let attributes = attributes(root);
    let areas = areas(root);
    let scales = Scales::read(root);
    let frame = Frame { lang, documents: &documents, attributes: &attributes, areas: &areas, scales: &scales, placed };
    let (repeats, questions) = question::questions(root, &frame);
    Protocol {
        id: root.id().into_inner(),
        version: root.required("version"),
        lang,
        title: root.required("title"),
        checks: checks(root, &attributes, &questions),
        tables: table::tables(root, &attributes, &questions),
        documents,
        attributes,
        areas,
        repeats,
        questions,
        form: root.named("form"),
        hash,
    }
}

fn language(root: &Reader<'_>) -> Lang {
    let tag = root.required("language");
    Lang::from_tag(&tag).unwrap_or_else(|| {
        if !tag.is_empty() {
            let message = msg!("protocol-unknown", what = "language", name = tag.as_str());
            root.source.wrong(root.span("language"), message, suggestion(&tag, ["sv", "en"]));
        }
        Lang::Sv
    })
}

fn areas(root: &Reader<'_>) -> Vec<Area> {
    let tables = root.tables("area", &AREA);
    let ids: Vec<_> = tables.iter().map(Reader::id).collect();
    root.source.unique("area", &ids);
    tables.iter().zip(ids).map(|(table, id)| Area { id: id.into_inner(), label: table.required("label") }).collect()
}

fn attributes(root: &Reader<'_>) -> Vec<Attribute> {
    let tables = root.tables("attribute", &ATTRIBUTE);
    let ids: Vec<_> = tables.iter().map(Reader::id).collect();
    root.source.unique("attribute", &ids);
    let mut attributes: Vec<Attribute> = Vec::new();
    for id in ids.iter().filter(|id| id.get_ref() == "case_id") {
        let message = msg!("protocol-id-reserved", name = "case_id");
        root.source.wrong(id.span(), message, msg!("protocol-id-hint"));
    }
    for (table, id) in tables.iter().zip(ids) {
        let part = part(table);
        let same = |other: &&Attribute| part.is_some() && kind_of(other.part) == kind_of(part);
        if let Some(other) = attributes.iter().find(same) {
            let message = msg!("protocol-role-taken", role = table.text("role"), name = other.id.as_str());
            table.source.wrong(table.span("role"), message, msg!("protocol-role-taken-hint"));
        }
        let values = labels(table, "values");
        if part == Some(Part::Informant) {
            informants(table, &values);
        }
        let one = labels(table, "one");
        for (code, _) in one.iter().filter(|(code, _)| values.iter().all(|(known, _)| known != code)) {
            let hint = suggestion(code, values.iter().map(|(known, _)| known.as_str()));
            let message = msg!("protocol-unknown", what = "values", name = code.as_str());
            table.source.wrong(table.span("one"), message, hint);
        }
        let (label, shown, private) = (table.required("label"), table.flag("shown"), table.flag("private"));
        if private && !matches!(part, None | Some(Part::BirthYear { .. })) {
            let message = msg!("protocol-private-role", role = table.text("role"));
            table.source.wrong(table.span("private"), message, msg!("protocol-private-hint"));
        }
        attributes.push(Attribute { label, part, values, one, shown, private, id: id.into_inner() });
    }
    attributes
}

/// Notes informants that no entry could be named after.
fn informants(table: &Reader<'_>, values: &[(String, String)]) {
    if values.is_empty() {
        table.source.wrong(table.span("role"), msg!("protocol-informant"), msg!("protocol-informant-hint"));
    }
    for (code, _) in values.iter().filter(|(code, _)| code.contains(':')) {
        let message = msg!("protocol-id", name = code.as_str());
        table.source.wrong(table.span("values"), message, msg!("protocol-informant-hint"));
    }
}

/// A part without its year.
fn kind_of(part: Option<Part>) -> Option<std::mem::Discriminant<Part>> {
    part.as_ref().map(std::mem::discriminant)
}

fn part(table: &Reader<'_>) -> Option<Part> {
    let role = table.text("role");
    let at = table.number("at").filter(|at| at.fract() == 0.0 && (1900.0..2200.0).contains(at));
    #[expect(clippy::cast_possible_truncation, reason = "a whole number between 1900 and 2200")]
    let part = Part::named(&role, at.map(|at| at as i32));
    match role.as_str() {
        _ if part.is_some() => {}
        "" => {}
        "birth_year" => table.source.wrong(table.span("at"), msg!("protocol-at"), msg!("protocol-at-hint")),
        _ => {
            let message = msg!("protocol-unknown", what = "role", name = role.as_str());
            table.source.wrong(table.span("role"), message, suggestion(&role, Part::NAMES));
        }
    }
    part
}

/// Labels by code, in the order of the file.
fn labels(table: &Reader<'_>, field: &'static str) -> Vec<(String, String)> {
    let values = table.named_texts(field);
    for (code, _) in &values {
        table.clean(code);
    }
    values.into_iter().map(|(code, label)| (code.into_inner(), visible(&label))).collect()
}

fn checks(root: &Reader<'_>, attributes: &[Attribute], questions: &TiSlice<QuestionIx, Question>) -> Vec<Check> {
    let tables = root.tables("check", &CHECK);
    let scope = condition::Scope::of_cases(attributes, questions);
    let check = |table: &Reader<'_>| Check {
        when: table.get("when").map_or_else(
            || {
                table.missing("when");
                Filter::default()
            },
            |item| condition::filter(table.source, item, "when", &scope),
        ),
        message: table.required("message"),
    };
    tables.iter().map(check).collect()
}
