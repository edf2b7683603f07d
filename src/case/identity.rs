//! The identity guard: no personal number gets into a study with a file, and ids can be replaced on the way.

use super::csv::ID_HEADERS;
use super::table::{Cell, Row, Table, decode, written};
use crate::fault::{Faults, Result};
use crate::identity::{contact, numbers};
use crate::language::Message;
use crate::msg;
use crate::protocol::{Attribute, Part, Per, Protocol};
use crate::text::folded;
use jiff::civil::Date;
use std::collections::HashMap;
use unicode_normalization::UnicodeNormalization;

/// Headers of a column with personal numbers, folded: ids too where they are replaced.
const NUMBER_HEADERS: [&str; 4] = ["personnummer", "personnr", "pnr", "samordningsnummer"];
/// What stands for women and men, folded.
const WOMAN: [&str; 8] = ["k", "kv", "kvinna", "kvinnor", "f", "female", "woman", "women"];
const MAN: [&str; 5] = ["m", "man", "male", "men", "mans"];

/// How ids are replaced.
#[derive(Debug, Clone)]
pub struct Pseudonyms {
    /// The attributes to take from the number also where the file has a column for them.
    pub from_number: Vec<String>,
    /// The day by which a number of ten digits has its century.
    pub today: Date,
}

/// A case list whose ids are replaced.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Replaced {
    /// The list with its new ids, each row on the line that it had.
    pub list: Vec<u8>,
    /// The key, a table of new and old ids.
    pub key: Vec<u8>,
    /// The labels of the attributes that were taken from the numbers.
    pub taken: Vec<String>,
}

/// Refuses a file that has a personal number in any of its cells; tells of addresses and telephone numbers.
pub fn guard(name: &str, bytes: &[u8], hint: &Message) -> Result<Option<Message>> {
    let text = decode(name, bytes)?;
    guard_table(Table::open(name, &text), hint)
}

/// The same for a table, wherever its rows come from.
pub(super) fn guard_table(mut table: Table<'_>, hint: &Message) -> Result<Option<Message>> {
    let header = std::mem::replace(&mut table.header, Row { line: 1, cells: Vec::new() });
    for cell in header.cells.iter().filter(|cell| !numbers(&cell.raw).is_empty()) {
        table.wrong(header.line, Some(cell), msg!("identity-header"), Some(hint.clone()));
    }
    table.header = header;
    let mut contacts = Vec::new();
    while let Some(row) = table.next_row() {
        for cell in &row.cells {
            if !numbers(&cell.raw).is_empty() {
                table.wrong(row.line, Some(cell), msg!("identity-number"), Some(hint.clone()));
            } else if contact(&cell.raw).is_some() {
                contacts.push(row.line);
            }
        }
    }
    let told = contacts.first().map(|line| msg!("identity-contacts", n = contacts.len(), line = *line));
    // What else is wrong with the table is told by who reads it.
    match table.settle(told) {
        Err(Faults(mut faults)) => {
            faults.retain(|fault| fault.message.key.starts_with("identity-"));
            if faults.is_empty() { Ok(None) } else { Err(Faults(faults)) }
        }
        told => told,
    }
}

/// The columns that replacing ids is about.
struct Columns<'a> {
    id: usize,
    unit: Option<(usize, &'a Attribute)>,
    /// The attributes to take from the number, each with its column if it has one.
    taken: Vec<(&'a Attribute, Option<usize>)>,
}

/// Replaces the ids of a case list by running numbers per unit, in the order of the list.
pub fn pseudonymise(name: &str, bytes: &[u8], protocol: &Protocol, how: &Pseudonyms) -> Result<Replaced> {
    let text = decode(name, bytes)?;
    pseudonymise_table(Table::open(name, &text), protocol, how)
}

/// The same for a table, wherever its rows come from.
pub(super) fn pseudonymise_table(mut table: Table<'_>, protocol: &Protocol, how: &Pseudonyms) -> Result<Replaced> {
    let columns = columns(&mut table, protocol, how);
    let rows: Vec<Row> = std::iter::from_fn(|| table.next_row()).collect();
    let ids = new_ids(&rows, &columns);
    let mut list = Lined { text: String::new(), line: 1 };
    list.add(table.header.line, &headers(&table, &columns));
    let mut key = written(["case_id", "id"]);
    let mut seen = HashMap::new();
    for (row, id) in rows.iter().zip(&ids) {
        let Some(old) = row.cells.get(columns.id) else { continue };
        let first = *seen.entry(same(&old.raw)).or_insert(row.line);
        if first != row.line {
            table.wrong(row.line, Some(old), msg!("cases-id-twice", id = old.raw.as_str(), line = first), None);
        }
        let mut cells: Vec<String> = row.cells.iter().map(|cell| cell.raw.clone()).collect();
        take(&mut table, row, &mut cells, &columns, how.today);
        if let Some(cell) = cells.get_mut(columns.id).filter(|cell| !cell.is_empty()) {
            key.push_str(&written([id, cell.as_str()]));
            cell.clone_from(id);
        }
        list.add(row.line, &cells);
    }
    let taken = columns.taken.iter().map(|(attribute, _)| attribute.label.clone()).collect();
    table.settle(Replaced { list: list.text.into_bytes(), key: key.into_bytes(), taken })
}

fn columns<'a>(table: &mut Table<'_>, protocol: &'a Protocol, how: &Pseudonyms) -> Columns<'a> {
    let keys: Vec<String> = table.header.cells.iter().map(|cell| folded(&cell.text())).collect();
    let place = |name: &str| keys.iter().position(|key| *key == folded(name));
    let column = |attribute: &Attribute| place(&attribute.id).or_else(|| place(&attribute.label));
    let id = ID_HEADERS.iter().chain(&NUMBER_HEADERS).find_map(|name| place(name)).unwrap_or(0);
    let is_asked = |attribute: &Attribute| how.from_number.contains(&attribute.id);
    let told = protocol.attributes.iter().filter(|attribute| is_told(attribute) && attribute.is_about(Per::Case));
    let taken: Vec<_> = told.map(|attribute| (attribute, column(attribute))).collect();
    let taken: Vec<_> = taken.into_iter().filter(|(one, column)| column.is_none() || is_asked(one)).collect();
    let line = table.header.line;
    for name in how.from_number.iter().filter(|name| taken.iter().all(|(attribute, _)| attribute.id != **name)) {
        table.wrong(line, None, msg!("identity-from", name = name.as_str()), Some(msg!("identity-from-hint")));
    }
    for (attribute, _) in &taken {
        if attribute.part == Some(Part::Sex) && [true, false].iter().any(|woman| sex(attribute, *woman).is_none()) {
            let message = msg!("identity-no-sex", attribute = attribute.label.as_str());
            table.wrong(line, None, message, Some(msg!("identity-not-taken-hint")));
        }
    }
    let unit = protocol.unit().and_then(|unit| protocol.attributes.get(unit));
    Columns { id, unit: unit.and_then(|unit| Some((column(unit)?, unit))), taken }
}

/// Whether a number tells it.
fn is_told(attribute: &Attribute) -> bool {
    matches!(attribute.part, Some(Part::Sex | Part::BirthYear { .. }))
}

/// The headers of the list with its new ids.
fn headers(table: &Table<'_>, columns: &Columns<'_>) -> Vec<String> {
    let name =
        |(place, cell): (usize, &Cell)| if place == columns.id { "case_id".to_owned() } else { cell.raw.clone() };
    let new = columns.taken.iter().filter(|(_, column)| column.is_none()).map(|(attribute, _)| attribute.id.clone());
    table.header.cells.iter().enumerate().map(name).chain(new).collect()
}

/// The new id of every row.
fn new_ids(rows: &[Row], columns: &Columns<'_>) -> Vec<String> {
    let units: Vec<String> = rows.iter().map(|row| unit(row, columns)).collect();
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for unit in &units {
        *counts.entry(unit).or_default() += 1;
    }
    let mut numbers: HashMap<String, usize> = HashMap::new();
    let id = |unit: &String| {
        let digits = counts.get(unit.as_str()).map_or(0, |of| of.to_string().len()).max(2);
        let number = numbers.entry(unit.clone()).or_default();
        *number += 1;
        format!("{unit}-{number:0digits$}")
    };
    units.iter().map(id).collect()
}

/// The code of a row's unit; `A` where there are no units.
fn unit(row: &Row, columns: &Columns<'_>) -> String {
    let Some((cell, attribute)) = columns.unit.and_then(|(column, one)| Some((row.cells.get(column)?, one))) else {
        return "A".to_owned();
    };
    let text = cell.text();
    let is_meant = |name: &str| folded(name) == folded(&text);
    let code = attribute.values.iter().find(|(code, label)| is_meant(code) || is_meant(label));
    code.map_or_else(|| text.into_owned(), |(code, _)| code.clone())
}

/// Takes from the number in the id what is to be taken; where the id is none, a column keeps what it says.
fn take(table: &mut Table<'_>, row: &Row, cells: &mut Vec<String>, columns: &Columns<'_>, today: Date) {
    let id = row.cells.get(columns.id);
    let number = id.and_then(|id| numbers(&id.raw).into_iter().next());
    for (attribute, column) in &columns.taken {
        let value = number.as_ref().and_then(|number| match attribute.part {
            Some(Part::Sex) => sex(attribute, number.is_woman()).map(str::to_owned),
            _ => Some(number.birth_year(today).to_string()),
        });
        match (column.and_then(|column| cells.get_mut(column)), value) {
            (Some(cell), Some(value)) => *cell = value,
            (Some(_), None) => {}
            (None, Some(value)) => cells.push(value),
            (None, None) => {
                let message = msg!("identity-not-taken", attribute = attribute.label.as_str());
                table.wrong(row.line, id, message, Some(msg!("identity-not-taken-hint")));
            }
        }
    }
}

/// The code that stands for women or men.
fn sex(attribute: &Attribute, woman: bool) -> Option<&str> {
    let is_meant = |name: &str| {
        let name = folded(name);
        if woman { WOMAN.contains(&name.as_str()) } else { MAN.contains(&name.as_str()) }
    };
    let mut values = attribute.values.iter();
    values.find(|(code, label)| is_meant(label) || is_meant(code)).map(|(code, _)| code.as_str())
}

/// What two ids of one person have in common: the last ten digits of the number, else the text without its case.
fn same(id: &str) -> String {
    let number = numbers(id).into_iter().next();
    number.map_or_else(|| id.nfkc().collect::<String>().to_lowercase(), |number| number.short())
}

/// A list whose rows stand on the lines that they had in the file, so that faults name lines that the user finds.
struct Lined {
    text: String,
    line: usize,
}

impl Lined {
    fn add(&mut self, line: usize, cells: &[String]) {
        let row = written(cells.iter().map(String::as_str));
        self.text.push_str(&"\n".repeat(line.saturating_sub(self.line)));
        self.line = self.line.max(line) + row.matches('\n').count();
        self.text.push_str(&row);
    }
}

#[cfg(test)]
mod tests;
