//! The report's tables.

use super::condition::{Domain, Scope, filter};
use super::reader::Reader;
use crate::base::fault::Fault;
use crate::base::suggest::suggestion;
use crate::msg;
use crate::study::index::QuestionIx;
use crate::study::protocol::filter::{Filter, Key};
use crate::study::protocol::{Attribute, Part, Question, Table};
use toml::Spanned;
use typed_index_collections::TiSlice;

/// The fields of a table.
pub(crate) const TABLE: [&str; 7] = ["id", "title", "by", "across", "base", "rows", "notes"];
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
    let scope = Scope::of_cases(attributes, questions);
    let condition = |table: &Reader<'_>, field: &str| {
        table.get(field).map_or_else(Filter::default, |item| filter(table.source, item, field, &scope))
    };
    let table = |(table, id): (&Reader<'_>, Spanned<String>)| Table {
        id: id.into_inner(),
        title: table.required("title"),
        by: by(table, attributes),
        across: across(table, &scope),
        base: condition(table, "base"),
        rows: rows(table, &condition),
        notes: table.words("notes").iter().map(|note| crate::base::text::visible(note.get_ref())).collect(),
    };
    tables.iter().zip(ids).map(table).collect()
}

fn rows(table: &Reader<'_>, condition: &impl Fn(&Reader<'_>, &str) -> Filter) -> Vec<(String, Filter)> {
    let rows = table.tables("rows", &ROW);
    if rows.is_empty() {
        table.missing("rows");
    }
    let row = |row: &Reader<'_>| {
        if row.get("where").is_none() {
            row.missing("where");
        }
        (row.required("label"), condition(row, "where"))
    };
    rows.iter().map(row).collect()
}

/// What its lines are split by across: something that has few values, which are known.
fn across(table: &Reader<'_>, scope: &Scope<'_>) -> Option<Key> {
    table.get("across")?;
    let (name, span) = (table.required("across"), table.span("across"));
    match scope.key(&name) {
        Ok((key, Domain::Listed(_))) => return Some(key),
        Ok(_) => table.source.wrong(span, msg!("protocol-across", name = name), msg!("protocol-across-hint")),
        Err(faults) => table.source.faults(&span, faults),
    }
    None
}

/// The attributes that its columns are; the sex where it names none.
fn by(table: &Reader<'_>, attributes: &[Attribute]) -> Vec<usize> {
    if table.get("by").is_none() {
        return attributes.iter().position(|attribute| attribute.part == Some(Part::Sex)).into_iter().collect();
    }
    let place = |word: &Spanned<String>| {
        let place = attributes.iter().position(|attribute| attribute.id == *word.get_ref());
        if place.is_none() {
            let message = msg!("protocol-unknown", what = "attribute", name = word.get_ref().as_str());
            let known = attributes.iter().map(|attribute| attribute.id.as_str());
            table.source.wrong(word.span(), message, suggestion(word.get_ref(), known));
        }
        place
    };
    table.words("by").iter().filter_map(place).collect()
}
