//! The report's tables.

use super::condition::{Domain, Scope, filter};
use super::reader::Reader;
use crate::base::fault::Fault;
use crate::base::suggest::suggestion;
use crate::msg;
use crate::study::index::QuestionIx;
use crate::study::protocol::filter::{Filter, Key};
use crate::study::protocol::{Attribute, Part, Per, Question, Table};
use toml::Spanned;
use typed_index_collections::TiSlice;

/// The fields of a table.
pub(crate) const TABLE: [&str; 9] = ["id", "title", "per", "by", "across", "base", "rows", "list", "notes"];
/// The fields of a row.
pub(crate) const ROW: [&str; 2] = ["label", "where"];

/// The tables of a file.
pub(crate) fn tables(
    root: &Reader<'_>,
    attributes: &[Attribute],
    questions: &TiSlice<QuestionIx, Question>,
) -> Vec<Table> {
    let tables = root.tables("table", &TABLE);
    let ids: Vec<_> = tables.iter().map(Reader::id).collect();
    root.source.unique("table", &ids);
    for id in ids.iter().filter(|id| questions.iter().any(|question| question.id == *id.get_ref())) {
        root.source
            .fault(id.span(), Fault::new(msg!("protocol-id-clash", what = "table", name = id.get_ref().as_str())));
    }
    let table = |(table, id): (&Reader<'_>, Spanned<String>)| {
        let per = per(table);
        let scope = match per {
            Per::Case => Scope::of_cases(attributes, questions),
            Per::Unit => Scope::of_units(attributes, questions),
        };
        of(table, id, per, attributes, &scope)
    };
    tables.iter().zip(ids).map(table).collect()
}

/// A table whose conditions may look at what a scope has.
fn of(table: &Reader<'_>, id: Spanned<String>, per: Per, attributes: &[Attribute], scope: &Scope<'_>) -> Table {
    let condition = |table: &Reader<'_>, field: &str| {
        table.get(field).map_or_else(Filter::default, |item| filter(table.source, item, field, scope))
    };
    let across = across(table, scope);
    Table {
        id: id.into_inner(),
        title: table.required("title"),
        by: by(table, attributes, &across),
        across,
        base: condition(table, "base"),
        rows: rows(table, &condition),
        per,
        list: list(table, attributes, per, scope),
        notes: table.words("notes").iter().map(|note| crate::base::text::visible(note.get_ref())).collect(),
    }
}

/// What a table is about; what is counted is always cases.
fn per(table: &Reader<'_>) -> Per {
    let name = table.text("per");
    let per = match name.as_str() {
        "" | "case" => Some(Per::Case),
        "unit" => Some(Per::Unit),
        _ => None,
    };
    let is_right = per.is_some_and(|per| per == Per::Case || table.get("list").is_some());
    if !is_right {
        table.source.wrong(table.span("per"), msg!("protocol-table-per", name = name), msg!("protocol-table-per-hint"));
    }
    per.unwrap_or(Per::Case)
}

fn rows(table: &Reader<'_>, condition: &impl Fn(&Reader<'_>, &str) -> Filter) -> Vec<(String, Filter)> {
    let rows = table.tables("rows", &ROW);
    match (rows.as_slice(), table.get("list")) {
        ([], None) => {
            table.missing("rows");
        }
        ([_, ..], Some(_)) => {
            table.source.wrong(table.span("list"), msg!("protocol-list-rows"), msg!("protocol-list-rows-hint"));
        }
        _ => {}
    }
    let row = |row: &Reader<'_>| {
        if row.get("where").is_none() {
            row.missing("where");
        }
        (row.required("label"), condition(row, "where"))
    };
    rows.iter().map(row).collect()
}

/// What it tells of each case, where it lists them: a report names things in this way, and never people.
fn list(table: &Reader<'_>, attributes: &[Attribute], per: Per, scope: &Scope<'_>) -> Vec<(String, Key)> {
    if table.get("list").is_none() {
        return Vec::new();
    }
    let (source, span) = (table.source, table.span("list"));
    let is_of_people = |attribute: &Attribute| matches!(attribute.part, Some(Part::Sex | Part::BirthYear { .. }));
    if per == Per::Case && attributes.iter().any(is_of_people) {
        source.wrong(span.clone(), msg!("protocol-list-people"), msg!("protocol-list-people-hint"));
    }
    let entries = table.named_texts("list");
    if entries.is_empty() {
        source.wrong(span, msg!("protocol-list-empty"), msg!("protocol-list-empty-hint"));
    }
    let key = |(label, name): (Spanned<String>, String)| match scope.key(&name) {
        Ok((key, _)) => Some((crate::base::text::visible(label.get_ref()), key)),
        Err(faults) => {
            source.faults(&label.span(), faults);
            None
        }
    };
    entries.into_iter().filter_map(key).collect()
}

/// What its lines are split by across: things that have few values, which are known, each once.
fn across(table: &Reader<'_>, scope: &Scope<'_>) -> Vec<Key> {
    let mut keys = Vec::new();
    for word in table.words("across") {
        let name = word.get_ref().as_str();
        match scope.key(name) {
            Ok((key, Domain::Listed(_))) if keys.contains(&key) => {
                table.source.wrong(
                    word.span(),
                    msg!("protocol-across-twice", name = name),
                    msg!("protocol-across-hint"),
                );
            }
            Ok((key, Domain::Listed(_))) => keys.push(key),
            Ok(_) => {
                table.source.wrong(word.span(), msg!("protocol-across", name = name), msg!("protocol-across-hint"));
            }
            Err(faults) => table.source.faults(&word.span(), faults),
        }
    }
    keys
}

/// The attributes that its columns are; where it names none the sex, unless its lines are split by that.
fn by(table: &Reader<'_>, attributes: &[Attribute], across: &[Key]) -> Vec<usize> {
    if table.get("by").is_none() {
        let sex = attributes.iter().position(|attribute| attribute.part == Some(Part::Sex));
        return sex.filter(|&sex| !across.contains(&Key::Column(sex))).into_iter().collect();
    }
    let place = |word: &Spanned<String>| {
        let place = attributes.iter().position(|attribute| attribute.id == *word.get_ref());
        if place.is_none() {
            let message = msg!("protocol-unknown", what = "attribute", name = word.get_ref().as_str());
            let known = attributes.iter().map(|attribute| attribute.id.as_str());
            table.source.wrong(word.span(), message, suggestion(word.get_ref(), known));
        }
        if place.and_then(|place| attributes.get(place)).is_some_and(|attribute| attribute.private) {
            let message = msg!("condition-private", name = word.get_ref().as_str());
            table.source.wrong(word.span(), message, msg!("protocol-private-hint"));
        }
        place
    };
    table.words("by").iter().filter_map(place).collect()
}
