//! Reading and writing the case list as CSV.

use super::table::{Cell, Row, Table, decode, written};
use super::{Case, CaseList};
use crate::digest::sha256;
use crate::fault::Result;
use crate::msg;
use crate::nearest::{listed, suggestion};
use crate::protocol::{Attribute, Part, Per, Protocol};
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
    /// The header of each attribute that is about cases, in the protocol's order.
    pub attributes: Vec<String>,
    /// The headers of the further columns.
    pub others: Vec<String>,
}

/// The places of the columns in the file.
struct Columns {
    id: usize,
    /// Those of the attributes, then the others; the informant has none.
    values: Vec<Option<usize>>,
}

impl CaseList {
    /// Reads the case list in the file `name`, with what its columns were taken for.
    pub fn read(name: &str, bytes: &[u8], protocol: &Protocol) -> Result<(Self, Matched)> {
        let text = decode(name, bytes)?;
        let mut table = Table::open(name, &text);
        let Some((columns, matched)) = columns(&mut table, protocol) else { return table.settle(<_>::default()) };
        let names = protocol.attributes.iter().map(|attribute| attribute.id.clone());
        let columns_of_list = names.chain(matched.others.clone()).collect();
        let informant = protocol.informant();
        let mut list = Self { columns: columns_of_list, informant, hash: sha256(bytes), ..Self::default() };
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
        list.add_entries(protocol);
        table.settle((list, matched))
    }

    /// How many different values a column has.
    fn values(&self, column: usize) -> usize {
        let values = self.cases.iter().filter_map(|case| case.values.get(column));
        values.collect::<std::collections::HashSet<_>>().len()
    }

    /// The cases as a file that reads back the same.
    pub fn to_csv(&self) -> Vec<u8> {
        let columns = || (0..self.columns.len()).filter(|column| Some(*column) != self.informant);
        let name = |column: usize| self.columns.get(column).map_or("", String::as_str);
        let header = written(std::iter::once("case_id").chain(columns().map(name)));
        let row = |place: usize| {
            let id = self.cases.get(place).map_or("", |case| &case.id);
            written(std::iter::once(id).chain(columns().map(|column| self.value(place, column))))
        };
        (header + &self.files().map(row).collect::<String>()).into_bytes()
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
    let is_right = are_right(table, protocol, &headers, &found);
    let id = id.filter(|_| is_right)?;
    let others = (0..headers.len()).filter(|place| *place != id && !found.contains(&Some(*place)));
    let others: Vec<Option<usize>> = others.map(Some).collect();
    let names = |places: &[Option<usize>]| -> Vec<String> {
        places.iter().flatten().filter_map(|place| headers.get(*place).cloned()).collect()
    };
    let matched =
        Matched { id: headers.get(id).cloned().unwrap_or_default(), attributes: names(&found), others: names(&others) };
    Some((Columns { id, values: [found, others].concat() }, matched))
}

/// Whether every attribute that is about cases has its column, and the informant none; others are noted.
fn are_right(table: &mut Table<'_>, protocol: &Protocol, headers: &[String], found: &[Option<usize>]) -> bool {
    let mut is_right = true;
    for (attribute, found) in protocol.attributes.iter().zip(found) {
        let is_listed = attribute.is_about(Per::Case);
        if is_listed == found.is_some() {
            continue;
        }
        let (name, label) = (attribute.id.as_str(), attribute.label.as_str());
        let (message, hint) = if is_listed {
            let hint = suggestion(name, headers.iter().map(String::as_str));
            (msg!("cases-column", name = name, label = label), hint)
        } else {
            (msg!("cases-informant", name = name, label = label), msg!("cases-informant-hint"))
        };
        table.wrong(table.header.line, None, message, Some(hint));
        is_right = false;
    }
    is_right
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
    let mut value = |place: usize, column: Option<usize>| -> Box<str> {
        match (column.and_then(|column| row.cells.get(column)), attributes.get(place)) {
            (Some(cell), Some(attribute)) => attribute_value(table, row.line, cell, attribute),
            (Some(cell), None) => cell.text().into(),
            (None, _) => "".into(),
        }
    };
    let values = columns.values.iter().enumerate().map(|(place, column)| value(place, *column)).collect();
    Case { id, per: Per::Case, values }
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
