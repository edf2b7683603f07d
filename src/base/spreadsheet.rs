//! Spreadsheets, XLSX and ODS: each sheet as rows of the texts that it shows, within bounds whatever the file says.
//!
//! Parts are unpacked as a stream whose bytes are counted, and cells are kept one by one: neither a size that a file
//! claims nor the rectangle between two cells ever decides how much memory is taken. Macros and formulas are not run.

mod format;
mod grid;
mod ods;
mod package;
mod xlsx;

use crate::base::fault::{Fault, Faults, Remedy, Result};
use crate::msg;
use package::Package;
use std::fmt;

/// What an archive begins with.
const ARCHIVE: &[u8] = b"PK\x03\x04";
/// What the container of old and of encrypted files begins with.
const CONTAINER: &[u8] = b"\xd0\xcf\x11\xe0";

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
    /// Its rows that are not empty.
    pub rows: Vec<Row>,
    /// The cells, such as `C7`, whose formula failed, with what they show: nothing where it was never computed.
    errors: Vec<(String, String)>,
}

/// A row that is not empty.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Row {
    /// Its number in the sheet, from 1.
    pub number: usize,
    /// Its cells from the first column to the last that holds anything.
    pub cells: Vec<String>,
}

/// Whether a file is a spreadsheet, readable or not.
pub fn is_spreadsheet(bytes: &[u8]) -> bool {
    bytes.starts_with(ARCHIVE) || bytes.starts_with(CONTAINER)
}

impl Book {
    /// Reads the spreadsheet in the file `name`.
    pub fn read(name: &str, bytes: &[u8]) -> Result<Self> {
        if bytes.starts_with(CONTAINER) {
            return Err(contained(name, bytes).into());
        }
        let mut package = Package::open(name, bytes)?;
        if package.has("xl/workbook.bin") {
            return Err(old(name).into());
        }
        let has_macros = package.has("xl/vbaProject.bin");
        // One that is encrypted as a whole has its parts in another part.
        let is_ods = ["content.xml", "encrypted-package"].into_iter().any(|part| package.has(part));
        let sheets = if is_ods { ods::read(&mut package)? } else { xlsx::read(&mut package)? };
        Ok(Self { sheets, has_macros })
    }

    /// The sheet that is asked for by name, else the only one with rows.
    pub fn sheet(&self, file: &str, name: Option<&str>) -> Result<&Sheet> {
        let filled: Vec<&Sheet> = self.sheets.iter().filter(|sheet| !sheet.rows.is_empty()).collect();
        let known = filled.iter().map(|sheet| sheet.name.as_str()).collect::<Vec<_>>().join(", ");
        let found = match (name, filled.as_slice()) {
            (None, [only]) => Ok(*only),
            (None, []) => Err(Fault::new(msg!("table-empty"))),
            (None, several) => {
                let option = |sheet: &&Sheet| (sheet.name.clone(), Remedy::Sheet(sheet.name.clone()));
                let fault = Fault::new(msg!("sheet-several", names = known)).hint(msg!("sheet-several-hint"));
                Err(fault.ask(msg!("ask-sheet"), several.iter().map(option).collect()))
            }
            (Some(name), _) => {
                let same = |sheet: &&&Sheet| sheet.name.to_lowercase() == name.trim().to_lowercase();
                let missing = || Fault::new(msg!("sheet-missing", name = name)).hint(msg!("there-are", names = known));
                filled.iter().find(same).copied().ok_or_else(missing)
            }
        };
        let sheet = found.map_err(|fault| Faults::from(fault.in_file(file)))?;
        let faults = sheet.faults(file);
        if faults.is_empty() { Ok(sheet) } else { Err(Faults(faults)) }
    }
}

impl Sheet {
    /// A fault for every cell whose formula failed.
    pub fn faults(&self, file: &str) -> Vec<Fault> {
        let fault = |(cell, found): &(String, String)| {
            let fault = if found.is_empty() {
                Fault::new(msg!("sheet-uncomputed")).hint(msg!("sheet-uncomputed-hint"))
            } else {
                Fault::new(msg!("sheet-error", found = found.as_str())).hint(msg!("sheet-error-hint"))
            };
            fault.in_file(format!("{file}: {}!{cell}", self.name))
        };
        self.errors.iter().map(fault).collect()
    }
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

/// Why a container is not read: what it holds is encrypted, or in the form of before 2007.
fn contained(name: &str, bytes: &[u8]) -> Fault {
    let stream: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let is_encrypted = bytes.windows(stream.len()).any(|window| window == stream);
    if is_encrypted { encrypted(name) } else { old(name) }
}

fn encrypted(name: &str) -> Fault {
    Fault::new(msg!("sheet-encrypted")).hint(msg!("sheet-encrypted-hint")).in_file(name)
}

fn old(name: &str) -> Fault {
    Fault::new(msg!("sheet-old")).hint(msg!("sheet-old-hint")).in_file(name)
}

#[cfg(test)]
mod tests;
