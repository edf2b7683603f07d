//! The guard at a file's door: what in its columns and cells is a personal number, looks like one, or names a person.

use super::Contacts;
use crate::base::fault::Fault;
use crate::base::language::Message;
use crate::base::pii::{contact, has_lost_zeros, has_number, is_doubtful, numbers};
use crate::base::spreadsheet::{Book, Sheet, cell_name};
use crate::base::table::{Cell, Row, Table};
use crate::msg;
use crate::study::case::synonyms::{NUMBER_HEADERS, squeezed};

/// Headers of columns that name persons or lead to them, squeezed.
const PERSONAL: [&str; 47] = [
    "namn",
    "fornamn",
    "efternamn",
    "mellannamn",
    "tilltalsnamn",
    "fullstandigtnamn",
    "klientnamn",
    "klientensnamn",
    "brukarnamn",
    "brukarensnamn",
    "barnetsnamn",
    "namnpaklient",
    "namnpabrukare",
    "name",
    "firstname",
    "givenname",
    "lastname",
    "surname",
    "familyname",
    "fullname",
    "adress",
    "gatuadress",
    "postadress",
    "hemadress",
    "bostadsadress",
    "boendeadress",
    "folkbokforingsadress",
    "address",
    "streetaddress",
    "telefon",
    "telefonnummer",
    "telefonnr",
    "tfn",
    "tel",
    "mobil",
    "mobilnummer",
    "mobilnr",
    "mobiltelefonnummer",
    "mobiltelefon",
    "phone",
    "phonenumber",
    "mobile",
    "epost",
    "epostadress",
    "email",
    "mail",
    "mejl",
];
/// What the header of a column begins with, squeezed, whose numbers of ten digits are no personal numbers.
const OTHER_NUMBERS: [&str; 10] =
    ["telefon", "tel", "tfn", "mobil", "fax", "phone", "mobile", "omradeskod", "areacode", "riktnummer"];

/// What is watched over while a file is read.
pub(crate) struct Guard {
    /// The column whose ids are replaced, if they are.
    replaced: Option<usize>,
    /// What to do about a number.
    hint: Message,
    columns: Vec<Column>,
    contacts: Contacts,
}

/// What is known of a column.
#[derive(Default)]
struct Column {
    /// Whether its numbers of ten digits are others.
    has_others: bool,
    /// Whether the user knows of it and wants it kept.
    is_kept: bool,
    /// How many numbers of seven to nine digits it has.
    short: usize,
    /// Where those of them stand that are personal numbers without their zeros.
    lost: Vec<(usize, Cell)>,
}

impl Guard {
    /// Of a table under its header, in which columns the user wants kept.
    pub(crate) fn new(table: &Table<'_>, replaced: Option<usize>, keep: &[String], hint: Message) -> Self {
        let column = |cell: &Cell| {
            let name = squeezed(&cell.text());
            let has_others = OTHER_NUMBERS.iter().any(|begins| name.starts_with(begins));
            Column { has_others, is_kept: is_kept(&name, keep), ..Column::default() }
        };
        let columns = table.header.cells.iter().map(column).collect();
        Self { replaced, hint, columns, contacts: Contacts::default() }
    }

    /// Notes personal numbers, and parts of the one that is replaced, in all other cells of a row, and counts what else
    /// leads to persons.
    pub(crate) fn row(&mut self, table: &mut Table<'_>, row: &Row) {
        let id = self.replaced.and_then(|id| row.cells.get(id));
        let replaced_numbers = id.map(|id| numbers(&id.raw)).unwrap_or_default();
        let replaced = self.replaced;
        for (place, cell) in row.cells.iter().enumerate().filter(|(place, _)| Some(*place) != replaced) {
            let nothing = Column::default();
            let column = self.columns.get(place).unwrap_or(&nothing);
            let is_other =
                column.has_others && cell.raw.len() == 10 && cell.raw.bytes().all(|byte| byte.is_ascii_digit());
            if replaced_numbers.iter().any(|number| number.is_partly_in(&cell.raw)) {
                table.wrong(row.line, Some(cell), msg!("identity-part"), Some(msg!("identity-part-hint")));
            } else if !is_other && !numbers(&cell.raw).is_empty() {
                table.wrong(row.line, Some(cell), msg!("identity-number"), Some(self.hint.clone()));
            } else if !column.is_kept && is_doubtful(&cell.raw) {
                table.wrong(row.line, Some(cell), msg!("identity-doubtful"), Some(self.hint.clone()));
            } else if contact(&cell.raw).is_some() && !column.is_kept {
                if self.contacts.cells == 0 {
                    self.contacts.first = table.origin().place(row.line, place);
                }
                self.contacts.cells += 1;
            }
            self.count(place, row.line, cell);
        }
    }

    /// Counts a number that may have lost its zeros.
    fn count(&mut self, place: usize, line: usize, cell: &Cell) {
        let is_short = (7..=9).contains(&cell.raw.len()) && cell.raw.bytes().all(|byte| byte.is_ascii_digit());
        if let Some(column) = self.columns.get_mut(place).filter(|column| is_short && !column.has_others) {
            column.short += 1;
            if has_lost_zeros(&cell.raw) {
                column.lost.push((line, cell.clone()));
            }
        }
    }

    /// Notes personal numbers in the rows that were put aside, and in columns of which half would be one by more than
    /// chance; gives what else leads to persons.
    pub(crate) fn end(mut self, table: &mut Table<'_>) -> Contacts {
        let aside = std::mem::take(&mut table.aside);
        for row in &aside {
            self.row(table, row);
        }
        table.aside = aside;
        for column in self.columns.iter().filter(|column| column.lost.len() * 2 >= column.short) {
            for (line, cell) in &column.lost {
                table.wrong(*line, Some(cell), msg!("identity-zeros"), Some(self.hint.clone()));
            }
        }
        self.contacts
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

/// Notes columns that are called personal numbers or name persons, whatever stands in them: but the one whose ids are
/// replaced, and of those that name persons the ones that are an attribute or that the user wants kept.
pub(crate) fn guard_columns(table: &mut Table<'_>, replaced: Option<usize>, others: &[usize], keep: &[String]) {
    let header = std::mem::replace(&mut table.header, Row { line: 1, cells: Vec::new() });
    for (place, cell) in header.cells.iter().enumerate().filter(|(place, _)| Some(*place) != replaced) {
        let (name, title) = (squeezed(&cell.text()), cell.text());
        if NUMBER_HEADERS.contains(&name.as_str()) {
            let message = msg!("identity-column", header = title.as_ref());
            table.wrong(header.line, Some(cell), message, Some(msg!("identity-number-hint")));
        } else if others.contains(&place) && PERSONAL.contains(&name.as_str()) && !is_kept(&name, keep) {
            let message = msg!("identity-person", header = title.as_ref());
            table.wrong(header.line, Some(cell), message, Some(msg!("identity-person-hint", header = title.as_ref())));
        }
    }
    table.header = header;
}

fn is_kept(name: &str, keep: &[String]) -> bool {
    keep.iter().any(|kept| squeezed(kept) == name)
}

/// A fault for every other sheet of a file that has personal numbers, at the first of them.
pub(crate) fn guard_others(file: &str, book: &Book, read: &Sheet) -> Vec<Fault> {
    let fault = |sheet: &Sheet| {
        let cells = sheet.rows.iter().flat_map(|row| row.cells.iter().enumerate().map(move |cell| (row, cell)));
        let mut found =
            cells.filter(|(_, (_, cell))| has_number(&cell.text)).map(|(row, (at, _))| cell_name(at, row.number));
        let first = found.next()?;
        let fault = Fault::new(msg!("identity-sheet", n = found.count() + 1)).hint(msg!("identity-sheet-hint"));
        Some(fault.in_file(format!("{file}: {}!{first}", sheet.name)))
    };
    book.sheets.iter().filter(|sheet| !std::ptr::eq(*sheet, read)).filter_map(fault).collect()
}
