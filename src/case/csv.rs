//! Reading and writing the case list as CSV.

use super::table::{Cell, Row, Table, decode, written};
use super::{Case, CaseList};
use crate::digest::sha256;
use crate::fault::Result;
use crate::msg;
use crate::nearest::{listed, suggestion};
use crate::protocol::{Attribute, Part, Protocol};
use crate::text::{folded, is_hidden};
use std::collections::HashMap;
use unicode_normalization::UnicodeNormalization;

/// At most this many units: more are a column that means something else.
const UNITS: usize = 1000;
/// At most this many cases.
const CASES: usize = 200_000;
/// An id has at most this many characters.
const ID: usize = 64;
/// What stands before a unit where a case id could stand.
pub const UNIT_PREFIX: &str = "unit:";
/// Headers of the column with the cases' ids, folded; the first of them that is there.
pub(super) const ID_HEADERS: [&str; 10] =
    ["case_id", "case", "id", "arende", "arende-id", "arendeid", "arendenummer", "akt", "aktnummer", "case id"];

/// Which column of the file was taken for what.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Matched {
    /// The header of the column with the ids.
    pub id: String,
    /// The header of each attribute's column, in the protocol's order.
    pub attributes: Vec<String>,
    /// The headers of the further columns.
    pub others: Vec<String>,
}

/// The places of the columns in the file.
struct Columns {
    id: usize,
    /// Those of the attributes, then the others.
    values: Vec<usize>,
}

impl CaseList {
    /// Reads the case list in the file `name`, with what its columns were taken for.
    pub fn read(name: &str, bytes: &[u8], protocol: &Protocol) -> Result<(Self, Matched)> {
        let text = decode(name, bytes)?;
        let mut table = Table::open(name, &text);
        let Some((columns, matched)) = columns(&mut table, protocol) else { return table.settle(<_>::default()) };
        let names = protocol.attributes.iter().map(|attribute| attribute.id.clone());
        let mut list =
            Self { columns: names.chain(matched.others.clone()).collect(), hash: sha256(bytes), ..Self::default() };
        let mut seen = HashMap::new();
        while let Some(row) = table.next_row() {
            check_id(&mut table, &row, columns.id, &mut seen);
            if list.cases.len() < CASES {
                let case = case(&mut table, &row, &columns, &protocol.attributes);
                list.places.insert(case.id.clone(), list.cases.len());
                list.cases.push(case);
            } else {
                table.wrong(row.line, None, msg!("cases-many", most = CASES), None);
                break;
            }
        }
        if list.cases.is_empty() && table.is_right() {
            table.wrong(table.header.line, None, msg!("cases-none"), Some(msg!("cases-none-hint")));
        }
        let units = protocol.unit().map_or(0, |unit| list.values(unit));
        if units > UNITS {
            let message = msg!("cases-units-many", n = units, most = UNITS);
            table.wrong(table.header.line, None, message, Some(msg!("cases-units-many-hint")));
        }
        list.share();
        table.settle((list, matched))
    }

    /// How many different values a column has.
    fn values(&self, column: usize) -> usize {
        let values = self.cases.iter().filter_map(|case| case.values.get(column));
        values.collect::<std::collections::HashSet<_>>().len()
    }

    /// The list as a file that reads back the same.
    pub fn to_csv(&self) -> Vec<u8> {
        let header = written(std::iter::once("case_id").chain(self.columns.iter().map(String::as_str)));
        let row = |case: &Case| written(std::iter::once(&*case.id).chain(case.values.iter().map(|value| &**value)));
        (header + &self.cases.iter().map(row).collect::<String>()).into_bytes()
    }
}

/// Finds the column of the ids, of every attribute, and the others; what is missing is noted.
fn columns(table: &mut Table<'_>, protocol: &Protocol) -> Option<(Columns, Matched)> {
    let headers: Vec<String> = table.header.cells.iter().map(|cell| cell.text().into_owned()).collect();
    if headers.is_empty() {
        return None;
    }
    let keys: Vec<String> = headers.iter().map(|header| folded(header)).collect();
    let place = |name: &str| keys.iter().position(|key| *key == folded(name));
    let found: Vec<Option<usize>> =
        protocol.attributes.iter().map(|attribute| place(&attribute.id).or_else(|| place(&attribute.label))).collect();
    let free = |place: &usize| !found.contains(&Some(*place));
    let id = ID_HEADERS.iter().filter_map(|name| place(name)).find(free).or(Some(0).filter(free));
    let line = table.header.line;
    if id.is_none() {
        table.wrong(line, None, msg!("cases-id-column"), Some(msg!("cases-id-column-hint")));
    }
    for (attribute, _) in protocol.attributes.iter().zip(&found).filter(|(_, found)| found.is_none()) {
        let message = msg!("cases-column", name = attribute.id.as_str(), label = attribute.label.as_str());
        let hint = suggestion(&attribute.id, headers.iter().map(String::as_str));
        table.wrong(line, None, message, Some(hint));
    }
    let id = id?;
    let attributes: Vec<usize> = found.iter().copied().collect::<Option<_>>()?;
    let others: Vec<usize> = (0..headers.len()).filter(|place| *place != id && !attributes.contains(place)).collect();
    let name = |place: &usize| headers.get(*place).cloned().unwrap_or_default();
    let matched = Matched {
        id: name(&id),
        attributes: attributes.iter().map(name).collect(),
        others: others.iter().map(name).collect(),
    };
    Some((Columns { id, values: [attributes, others].concat() }, matched))
}

/// Notes an id that cannot be one, or is there already.
fn check_id(table: &mut Table<'_>, row: &Row, column: usize, seen: &mut HashMap<String, usize>) {
    let Some(cell) = row.cells.get(column) else { return };
    let id = cell.raw.as_str();
    let message = if id.is_empty() {
        msg!("cases-id-empty")
    } else if id.chars().any(|c| c.is_control() || is_hidden(c)) {
        msg!("cases-id-hidden", id = id)
    } else if id.len() > ID && id.chars().count() > ID {
        msg!("cases-id-long", most = ID)
    } else if id.starts_with(UNIT_PREFIX) || id == "any" {
        msg!("cases-id-reserved", id = id)
    } else {
        let first = *seen.entry(same(id)).or_insert(row.line);
        if first == row.line {
            return;
        }
        msg!("cases-id-twice", id = id, line = first)
    };
    table.wrong(row.line, Some(cell), message, Some(msg!("cases-id-hint")));
}

/// What two ids have in common that a person would take for the same.
fn same(id: &str) -> String {
    if id.is_ascii() { id.to_ascii_lowercase() } else { id.nfkc().collect::<String>().to_lowercase() }
}

fn case(table: &mut Table<'_>, row: &Row, columns: &Columns, attributes: &[Attribute]) -> Case {
    let id = row.cells.get(columns.id).map(|cell| cell.raw.clone()).unwrap_or_default();
    let mut value = |place: usize, column: usize| -> Box<str> {
        match (row.cells.get(column), attributes.get(place)) {
            (Some(cell), Some(attribute)) => attribute_value(table, row.line, cell, attribute),
            (Some(cell), None) => cell.text().into(),
            (None, _) => "".into(),
        }
    };
    let values = columns.values.iter().enumerate().map(|(place, column)| value(place, *column)).collect();
    Case { id, values }
}

/// The code that a cell stands for; one that it cannot stand for is noted.
pub(super) fn attribute_value(table: &mut Table<'_>, line: usize, cell: &Cell, attribute: &Attribute) -> Box<str> {
    let text = cell.text();
    let known = |code: &str, label: &str| folded(code) == folded(&text) || folded(label) == folded(&text);
    let values = &attribute.values;
    let found = values
        .iter()
        .find(|(code, _)| *code == text)
        .or_else(|| values.iter().find(|(_, label)| *label == text))
        .or_else(|| values.iter().find(|(code, label)| known(code, label)))
        .map(|(code, _)| code.as_str());
    let label = attribute.label.as_str();
    let (message, hint) = match (found, attribute.part) {
        (Some(code), _) => return code.into(),
        (None, Some(Part::Unit)) if text.is_empty() => (msg!("cases-unit-empty"), msg!("cases-unit-hint")),
        (None, Some(Part::BirthYear { .. })) if !text.is_empty() && !is_year(&text) => {
            (msg!("cases-year", label = label, found = text.as_ref()), msg!("cases-year-hint"))
        }
        (None, _) if values.is_empty() => return text.into(),
        (None, _) => {
            let known: Vec<String> = values.iter().map(|(code, label)| format!("{code} ({label})")).collect();
            let known = listed(&known.iter().map(String::as_str).collect::<Vec<_>>());
            (msg!("cases-value", label = label, found = text.as_ref()), msg!("there-are", names = known))
        }
    };
    table.wrong(line, Some(cell), message, Some(hint));
    text.into()
}

fn is_year(text: &str) -> bool {
    text.len() == 4 && text.parse().is_ok_and(|year: u16| (1880..=2100).contains(&year))
}

#[cfg(test)]
mod tests;
