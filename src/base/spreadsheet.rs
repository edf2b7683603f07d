//! Spreadsheets, XLSX, XLS and ODS: each sheet as rows of the texts that it shows, within bounds whatever the file says.
//!
//! Parts are unpacked as a stream whose bytes are counted, and cells are kept one by one: neither a size that a file
//! claims nor the rectangle between two cells ever decides how much memory is taken. Macros and formulas are not run.

mod day;
mod format;
mod grid;
mod new;
mod ods;
mod xls;
mod xlsx;

use crate::base::fault::{Fault, Faults, Fix, Result};
use crate::base::language::Message;
use crate::base::package::{Package, Trouble, is_container, is_encrypted};
use crate::base::suggest::listed;
use crate::msg;
pub(crate) use new::workbook;
use std::fmt;
use std::ops::Range;

/// What an archive begins with.
const ARCHIVE: &[u8] = b"PK\x03\x04";

/// The sheets of a file, in its order.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Book {
    /// The sheets.
    pub sheets: Vec<Sheet>,
    /// Whether there are macros in it, which nobody runs.
    pub has_macros: bool,
}

/// A sheet.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// Whether it is not shown.
    pub is_hidden: bool,
    /// Its rows that are not empty.
    pub rows: Vec<Row>,
    /// The numbers of the rows among them that are not shown, by a filter or otherwise.
    pub hidden_rows: Vec<usize>,
    /// The columns that are not shown, from 0.
    pub hidden_columns: Vec<usize>,
    /// The areas whose cells are one.
    pub merged: Vec<Area>,
    /// The cells, such as `C7`, that say nothing certain, and why.
    errors: Vec<(String, Fault)>,
}

/// A row that is not empty.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Row {
    /// Its number in the sheet, from 1.
    pub number: usize,
    /// Its cells from the first column to the last that holds anything.
    pub cells: Vec<Cell>,
}

/// A cell.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Cell {
    /// What it says.
    pub text: String,
    /// What it holds.
    pub of: CellType,
}

/// What a cell holds, whatever it shows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum CellType {
    /// Text.
    #[default]
    Text,
    /// A number.
    Number,
    /// A date or a time.
    Date,
}

/// A rectangle of cells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Area {
    /// The numbers of its rows, from 1.
    pub rows: Range<usize>,
    /// Its columns, from 0.
    pub columns: Range<usize>,
}

impl Area {
    /// Its name, such as `A3:B5`.
    pub fn name(&self) -> String {
        let last = cell_name(self.columns.end.saturating_sub(1), self.rows.end.saturating_sub(1));
        format!("{}:{last}", cell_name(self.columns.start, self.rows.start))
    }
}

/// Whether a file is a spreadsheet, readable or not.
pub fn is_spreadsheet(bytes: &[u8]) -> bool {
    bytes.starts_with(ARCHIVE) || is_container(bytes)
}

impl Book {
    /// Reads the spreadsheet in the file `name`.
    pub fn read(name: &str, bytes: &[u8]) -> Result<Self> {
        if is_container(bytes) {
            if is_encrypted(bytes) {
                return Err(encrypted(name).into());
            }
            let (sheets, has_macros) = xls::read(name, bytes)?;
            return Ok(Self { sheets, has_macros });
        }
        let mut package = Package::open(name, bytes, trouble)?;
        if package.has("xl/workbook.bin") {
            return Err(old(name).into());
        }
        let has_macros = package.has("xl/vbaProject.bin");
        // One that is encrypted as a whole has its parts in another part.
        let is_ods = ["content.xml", "encrypted-package"].into_iter().any(|part| package.has(part));
        let sheets = if is_ods { ods::read(&mut package)? } else { xlsx::read(&mut package)? };
        Ok(Self { sheets, has_macros })
    }

    /// The sheet that is asked for by name, else the only one with rows that is shown, or that there is.
    pub fn sheet(&self, file: &str, name: Option<&str>) -> Result<&Sheet> {
        let filled: Vec<&Sheet> = self.sheets.iter().filter(|sheet| !sheet.rows.is_empty()).collect();
        let shown: Vec<&Sheet> = filled.iter().copied().filter(|sheet| !sheet.is_hidden).collect();
        let known = filled.iter().map(|sheet| sheet.name.as_str()).collect::<Vec<_>>().join(", ");
        let found = match (name, shown.as_slice(), filled.as_slice()) {
            (None, [only], _) | (None, [], [only]) => Ok(*only),
            (None, _, []) => Err(Fault::new(msg!("table-empty"))),
            (None, shown, filled) => {
                let names =
                    |sheets: &[&Sheet]| sheets.iter().map(|sheet| sheet.name.as_str()).collect::<Vec<_>>().join(", ");
                let several = if shown.is_empty() { filled } else { shown };
                let option = |sheet: &&Sheet| (sheet.name.clone(), Fix::Sheet(sheet.name.clone()));
                let fault = Fault::new(msg!("sheet-several", names = names(several))).hint(msg!("sheet-several-hint"));
                Err(fault.ask(msg!("ask-sheet"), several.iter().map(option).collect()))
            }
            (Some(name), ..) => {
                let same = |sheet: &&&Sheet| sheet.name.to_lowercase() == name.trim().to_lowercase();
                let missing = || Fault::new(msg!("sheet-missing", name = name)).hint(msg!("there-are", names = known));
                filled.iter().find(same).copied().ok_or_else(missing)
            }
        };
        let sheet = found.map_err(|fault| Faults::from(fault.in_file(file)))?;
        let faults = sheet.faults(file);
        if faults.is_empty() { Ok(sheet) } else { Err(Faults(faults)) }
    }

    /// What a person who looks at the sheet does not see, but which is there: hidden rows and columns, which are read, and
    /// hidden sheets, which are not.
    pub fn unseen(&self, read: &Sheet) -> Vec<Message> {
        let place = |names: &[String]| {
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            format!("{}: {}", read.name, listed(&names))
        };
        let rows: Vec<String> = read.hidden_rows.iter().map(ToString::to_string).collect();
        let columns: Vec<String> = read.hidden_columns.iter().map(|column| Letters(*column).to_string()).collect();
        let others = self.sheets.iter().filter(|sheet| sheet.is_hidden && !sheet.rows.is_empty());
        let sheet = |sheet: &Sheet| {
            if std::ptr::eq(sheet, read) {
                msg!("sheet-hidden-read", name = sheet.name.as_str())
            } else {
                msg!("sheet-hidden", name = sheet.name.as_str())
            }
        };
        let (n, m) = (rows.len(), columns.len());
        let rows = (n > 0).then(|| msg!("sheet-hidden-rows", n = n, rows = place(&rows)));
        let columns = (m > 0).then(|| msg!("sheet-hidden-columns", n = m, columns = place(&columns)));
        rows.into_iter().chain(columns).chain(others.map(sheet)).collect()
    }
}

impl Sheet {
    /// A fault for every cell that says nothing certain.
    pub fn faults(&self, file: &str) -> Vec<Fault> {
        let fault = |(cell, fault): &(String, Fault)| fault.clone().in_file(format!("{file}: {}!{cell}", self.name));
        self.errors.iter().map(fault).collect()
    }
}

/// A cell whose formula gave an error, which it shows, or was never computed.
fn failed(shown: &str) -> Fault {
    match shown.trim() {
        "" => Fault::new(msg!("sheet-uncomputed")).hint(msg!("sheet-uncomputed-hint")),
        found => Fault::new(msg!("sheet-error", found = found)).hint(msg!("sheet-error-hint")),
    }
}

/// A number of more digits than a spreadsheet keeps.
fn too_long(number: &str) -> Fault {
    Fault::new(msg!("sheet-digits", found = number)).hint(msg!("sheet-digits-hint"))
}

/// What a spreadsheet calls a cell: its column, from 0, and the number of its row.
pub fn cell_name(column: usize, row: usize) -> String {
    format!("{}{row}", Letters(column))
}

/// The letters that a spreadsheet has for a column, from 0.
pub(crate) struct Letters(pub(crate) usize);

impl fmt::Display for Letters {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(before) = (self.0 / 26).checked_sub(1) {
            write!(f, "{}", Self(before))?;
        }
        let letter = u8::try_from(self.0 % 26).map_or('?', |place| char::from(b'A' + place));
        write!(f, "{letter}")
    }
}

/// A workbook that cannot be read.
fn trouble(name: &str, trouble: Trouble) -> Faults {
    let fault = match trouble {
        Trouble::Broken(cause) => Fault::new(msg!("sheet-broken", cause = cause)).hint(msg!("sheet-broken-hint")),
        Trouble::Large(most) => Fault::new(msg!("sheet-large", most = most)).hint(msg!("sheet-large-hint")),
    };
    fault.in_file(name).into()
}

fn broken(name: &str, cause: &dyn fmt::Display) -> Faults {
    trouble(name, Trouble::Broken(cause.to_string()))
}

fn encrypted(name: &str) -> Fault {
    Fault::new(msg!("sheet-encrypted")).hint(msg!("sheet-encrypted-hint")).in_file(name)
}

fn old(name: &str) -> Fault {
    Fault::new(msg!("sheet-old")).hint(msg!("sheet-old-hint")).in_file(name)
}

#[cfg(test)]
mod tests;
