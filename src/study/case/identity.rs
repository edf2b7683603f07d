//! The identity guard: no personal number gets into a study with a file, and ids can be replaced on the way.

use super::Case;
use super::meaning::meant;
use super::synonyms::NUMBER_HEADERS;
use crate::base::fault::{Exit, Fault};
use crate::base::language::Message;
use crate::base::pii::{contact, has_number, numbers};
use crate::base::spreadsheet::{Book, Sheet, cell_name};
use crate::base::table::{Cell, Row, Table, written};
use crate::base::text::folded;
use crate::msg;
use crate::study::protocol::{Attribute, Part, Per, Protocol};
use jiff::civil::Date;
use std::collections::HashMap;

/// How ids are replaced.
#[derive(Debug, Clone)]
pub struct Pseudonyms {
    /// The attributes to take from the number also where the file has a column for them.
    pub from_number: Vec<String>,
    /// The day by which a number of ten digits has its century.
    pub today: Date,
}

/// The cells that seem to have an e-mail address or a telephone number.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Contacts {
    /// How many.
    pub cells: usize,
    /// Where the first of them stands.
    pub first: String,
}

impl Contacts {
    /// What there is to tell of them.
    pub fn message(&self) -> Option<Message> {
        (self.cells > 0).then(|| msg!("identity-contacts", n = self.cells, place = self.first.as_str()))
    }
}

/// Notes personal numbers among the names of the columns.
pub(crate) fn guard_header(table: &mut Table<'_>, hint: &Message) {
    let header = std::mem::replace(&mut table.header, Row { line: 1, cells: Vec::new() });
    for cell in header.cells.iter().filter(|cell| has_number(&cell.raw)) {
        table.wrong(header.line, Some(cell), msg!("identity-header"), Some(hint.clone()));
    }
    table.header = header;
}

/// Notes columns that are called personal numbers, whatever stands in them, but the one whose ids are replaced.
pub(crate) fn guard_columns(table: &mut Table<'_>, replaced: Option<usize>) {
    let header = std::mem::replace(&mut table.header, Row { line: 1, cells: Vec::new() });
    let is_called = |cell: &Cell| NUMBER_HEADERS.contains(&folded(&cell.text()).as_str());
    let called = header.cells.iter().enumerate().filter(|(column, cell)| Some(*column) != replaced && is_called(cell));
    for (_, cell) in called {
        let message = msg!("identity-column", header = cell.text().as_ref());
        table.wrong(header.line, Some(cell), message, Some(msg!("identity-number-hint")));
    }
    table.header = header;
}

/// Notes personal numbers, and parts of the one that is replaced, in all other cells of a row, and counts what else leads
/// to persons.
pub(crate) fn guard_row(
    table: &mut Table<'_>,
    row: &Row,
    replaced: Option<usize>,
    hint: &Message,
    contacts: &mut Contacts,
) {
    let id = replaced.and_then(|id| row.cells.get(id));
    let replaced_numbers = id.map(|id| numbers(&id.raw)).unwrap_or_default();
    for (column, cell) in row.cells.iter().enumerate().filter(|(column, _)| Some(*column) != replaced) {
        if replaced_numbers.iter().any(|number| number.is_partly_in(&cell.raw)) {
            table.wrong(row.line, Some(cell), msg!("identity-part"), Some(msg!("identity-part-hint")));
        } else if has_number(&cell.raw) {
            table.wrong(row.line, Some(cell), msg!("identity-number"), Some(hint.clone()));
        } else if contact(&cell.raw).is_some() {
            if contacts.cells == 0 {
                contacts.first = table.origin().place(row.line, column);
            }
            contacts.cells += 1;
        }
    }
}

/// Notes personal numbers in the rows that were put aside.
pub(crate) fn guard_aside(table: &mut Table<'_>, hint: &Message, contacts: &mut Contacts) {
    let aside = std::mem::take(&mut table.aside);
    for row in &aside {
        guard_row(table, row, None, hint, contacts);
    }
    table.aside = aside;
}

/// A fault for every other sheet of a file that has personal numbers, at the first of them.
pub(crate) fn guard_others(file: &str, book: &Book, read: &Sheet) -> Vec<Fault> {
    let fault = |sheet: &Sheet| {
        let cells = sheet.rows.iter().flat_map(|row| row.cells.iter().enumerate().map(move |cell| (row, cell)));
        let mut found = cells.filter(|(_, (_, cell))| has_number(cell)).map(|(row, (at, _))| cell_name(at, row.number));
        let first = found.next()?;
        let fault = Fault::new(msg!("identity-sheet", n = found.count() + 1)).hint(msg!("identity-sheet-hint"));
        Some(fault.in_file(format!("{file}: {}!{first}", sheet.name)))
    };
    book.sheets.iter().filter(|sheet| !std::ptr::eq(*sheet, read)).filter_map(fault).collect()
}

impl Pseudonyms {
    /// What is asked to be taken from the numbers but that no number tells.
    pub(crate) fn unknown(&self, protocol: &Protocol) -> Vec<Fault> {
        let is_known = |name: &String| protocol.attributes.iter().any(|one| one.id == *name && is_told(one));
        let names = self.from_number.iter().filter(|name| !is_known(name));
        let fault = |name: &String| Fault::new(msg!("identity-from", name = name.as_str()));
        names.map(|name| fault(name).hint(msg!("identity-from-hint")).exit(Exit::Usage)).collect()
    }

    /// Whether an attribute is taken from the numbers: they tell it, and it has no column or is asked for.
    pub(crate) fn take(&self, attribute: &Attribute, has_column: bool) -> bool {
        is_told(attribute) && (!has_column || self.from_number.contains(&attribute.id))
    }
}

/// Whether a number tells it.
fn is_told(attribute: &Attribute) -> bool {
    matches!(attribute.part, Some(Part::Sex | Part::BirthYear { .. })) && attribute.is_about(Per::Case)
}

/// Whether what a number tells can be said in the protocol's values.
pub(crate) fn is_sayable(attribute: &Attribute) -> bool {
    attribute.part != Some(Part::Sex) || [true, false].iter().all(|woman| meant(attribute, sex(*woman)).is_some())
}

/// What stands for the sex in any protocol that has words for it.
fn sex(woman: bool) -> &'static str {
    if woman { "kvinna" } else { "man" }
}

/// What the number in an id tells about an attribute, as a cell; where the id is none, there is nothing.
pub(crate) fn told(id: &Cell, attribute: &Attribute, today: Date) -> Option<Cell> {
    let number = numbers(&id.raw).into_iter().next()?;
    Some(Cell::of(match attribute.part {
        Some(Part::Sex) => sex(number.is_woman()).to_owned(),
        _ => number.birth_year(today).to_string(),
    }))
}

/// A new id for every case: running numbers per unit, in the order of the list; `A` stands where there are no units.
pub(crate) fn new_ids(cases: &[Case], unit: Option<usize>) -> Vec<String> {
    let unit = |case: &Case| unit.map_or("A".into(), |column| case.values.get(column).cloned().unwrap_or_default());
    let units: Vec<Box<str>> = cases.iter().map(unit).collect();
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for unit in &units {
        *counts.entry(unit).or_default() += 1;
    }
    let mut numbers: HashMap<&str, usize> = HashMap::new();
    let mut ids = Vec::with_capacity(units.len());
    for unit in &units {
        let digits = counts.get(&**unit).map_or(0, |of| of.to_string().len()).max(2);
        let number = numbers.entry(unit).or_default();
        *number += 1;
        ids.push(format!("{unit}-{number:0digits$}"));
    }
    ids
}

/// The key to replaced ids, a table of new and old ones.
pub fn key<'a>(replaced: impl Iterator<Item = &'a (String, String)>) -> Vec<u8> {
    let rows = replaced.map(|(new, old)| written([new.as_str(), old.as_str()]));
    std::iter::once(written(["case_id", "id"])).chain(rows).collect::<String>().into_bytes()
}

#[cfg(test)]
mod tests;
