//! Named sheets of rows: what a spreadsheet, a CSV file with sheet names in its first column, and a Markdown table
//! have in common.

mod excel;
mod text;

use crate::base::fault::{Fault, Place, Result};
use crate::base::spreadsheet::{Letters, is_spreadsheet};
use crate::msg;
use std::fmt;

/// Reading stops after so many empty columns in the header.
const EMPTY_COLUMNS: usize = 20;
/// Reading stops after so many empty rows.
const EMPTY_ROWS: usize = 60;
/// No row and no column beyond this one is looked at.
const MOST: usize = 10_000;

/// The sheets of a file.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Book {
    /// The file as the user named it.
    pub(crate) file: String,
    pub(crate) sheets: Vec<Sheet>,
}

/// A sheet; its first row is the header.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Sheet {
    pub(crate) name: String,
    pub(crate) rows: Vec<Row>,
}

/// A row that is not empty.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Row {
    /// Its number, from 1.
    pub(crate) number: usize,
    pub(crate) cells: Vec<String>,
}

/// The form of a file with sheets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A spreadsheet.
    Xlsx,
    /// Comma-separated.
    Csv,
    /// A Markdown table.
    Markdown,
}

impl Book {
    /// Reads a file in whichever form it is.
    pub(crate) fn read(file: &str, bytes: &[u8]) -> Result<Self> {
        let sheets = if is_spreadsheet(bytes) {
            excel::read(file, bytes)?
        } else {
            text::read(&crate::base::table::decode(file, bytes)?)
        };
        let sheets = sheets.into_iter().map(Sheet::trimmed).filter(|sheet| !sheet.rows.is_empty());
        Ok(Self { file: file.to_owned(), sheets: sheets.collect() })
    }

    /// The file in a form.
    pub(crate) fn write(&self, form: Form) -> Result<Vec<u8>> {
        match form {
            Form::Xlsx => excel::write(self),
            Form::Csv => Ok(text::csv(self).into_bytes()),
            Form::Markdown => Ok(text::markdown(self).into_bytes()),
        }
    }

    /// The sheet with a name, whatever its case.
    pub(crate) fn sheet(&self, name: &str) -> Option<&Sheet> {
        self.sheets.iter().find(|sheet| sheet.name.to_lowercase() == name)
    }

    /// A fault in a row of a sheet, or in a cell: its column's place and title, and what it holds.
    pub(crate) fn fault(&self, fault: Fault, sheet: &str, row: usize, cell: Option<(usize, &str, &str)>) -> Fault {
        if let Some((column, title, text)) = cell {
            return fault.at(format!("{}, {sheet}, {} {title}", self.file, Letters(column)), row, text, None);
        }
        let place = Place { file: format!("{}, {sheet}", self.file), line: Some(row), source: None, span: None };
        Fault { place: Some(Box::new(place)), ..fault }
    }
}

impl Sheet {
    /// A sheet of rows of texts, the header first.
    pub(crate) fn of(name: &str, rows: Vec<Vec<String>>) -> Self {
        let rows = rows.into_iter().enumerate().map(|(place, cells)| Row { number: place + 1, cells });
        Self { name: name.to_owned(), rows: rows.collect() }
    }

    /// The same without what stands beyond a run of empty columns or rows, and without empty rows.
    fn trimmed(mut self) -> Self {
        let empty = |cell: &String| cell.is_empty();
        self.rows.retain(|row| !row.cells.iter().all(empty));
        let far = self.rows.windows(2).position(|pair| match pair {
            [one, next] => next.number - one.number > EMPTY_ROWS,
            _ => false,
        });
        if let Some(last) = far {
            self.rows.truncate(last + 1);
        }
        let header = self.rows.first().map_or(&[][..], |row| &row.cells);
        let run = |columns: &[String]| columns.iter().all(empty);
        let end = header.windows(EMPTY_COLUMNS).position(run).unwrap_or(header.len());
        let end = header.iter().take(end).rposition(|cell| !cell.is_empty()).map_or(0, |last| last + 1);
        for row in &mut self.rows {
            row.cells.truncate(end);
        }
        self
    }
}

/// What makes a file with sheets unreadable.
fn unreadable(file: &str, cause: &dyn fmt::Display) -> Fault {
    Fault::new(msg!("exchange-unreadable", cause = cause.to_string())).in_file(file)
}

#[cfg(test)]
mod tests;
