//! The cells of a sheet as they come, within bounds.

use super::package::broken;
use super::{Row, Sheet, cell_name};
use crate::base::fault::{Fault, Faults, Result};
use crate::base::language::Message;
use crate::msg;

/// At most this many columns.
pub(crate) const COLUMNS: usize = 1000;
/// At most this many rows: as many as there may be cases, and what stands above them.
const ROWS: usize = 200_100;
/// At most this many cells, empty ones before filled ones included.
const CELLS: usize = 2_000_000;
/// At most this many bytes of text.
const TEXT: usize = 1 << 26;
/// So many failed formulas are told.
const ERRORS: usize = 100;

/// What the sheets of a file may still hold.
pub(crate) struct Budget {
    cells: usize,
    text: usize,
}

impl Budget {
    pub(crate) fn new() -> Self {
        Self { cells: CELLS, text: TEXT }
    }

    /// Whether there was room for so many cells and so much text more.
    pub(crate) fn take(&mut self, cells: usize, text: usize) -> bool {
        let left = self.cells.checked_sub(cells).zip(self.text.checked_sub(text));
        if let Some(left) = left {
            (self.cells, self.text) = left;
        }
        left.is_some()
    }
}

/// A sheet that is being filled.
pub(crate) struct Grid<'f> {
    file: &'f str,
    sheet: Sheet,
}

impl<'f> Grid<'f> {
    pub(crate) fn new(file: &'f str, name: String) -> Self {
        Self { file, sheet: Sheet { name, ..Sheet::default() } }
    }

    pub(crate) fn done(self) -> Sheet {
        self.sheet
    }

    /// Puts a text into a cell, both counted from 0; an empty one is none.
    pub(crate) fn put(&mut self, row: usize, column: usize, text: &str, budget: &mut Budget) -> Result<()> {
        if text.trim().is_empty() {
            return Ok(());
        }
        if column >= COLUMNS {
            return Err(self.too_many(row, column, msg!("sheet-columns", most = COLUMNS)));
        }
        if row >= ROWS {
            return Err(self.too_many(row, column, msg!("sheet-rows", most = ROWS)));
        }
        let number = row + 1;
        let last = self.sheet.rows.last().map_or(0, |row| row.number);
        if last < number {
            self.sheet.rows.push(Row { number, cells: Vec::new() });
        }
        let filled = self.sheet.rows.last().map_or(0, |row| row.cells.len());
        if last > number || filled > column {
            return Err(broken(self.file, &format!("{}!{}", self.sheet.name, cell_name(column, number))));
        }
        if !budget.take(column + 1 - filled, text.len()) {
            return Err(self.too_many(row, column, msg!("sheet-cells")));
        }
        if let Some(row) = self.sheet.rows.last_mut() {
            row.cells.resize(column, String::new());
            row.cells.push(text.to_owned());
        }
        Ok(())
    }

    /// Notes a cell whose formula failed.
    pub(crate) fn fail(&mut self, row: usize, column: usize, shown: &str) {
        if self.sheet.errors.len() < ERRORS {
            self.sheet.errors.push((cell_name(column, row.saturating_add(1)), shown.to_owned()));
        }
    }

    fn too_many(&self, row: usize, column: usize, message: Message) -> Faults {
        let cell = cell_name(column, row.saturating_add(1));
        let place = format!("{}: {}!{cell}", self.file, self.sheet.name);
        Fault::new(message).hint(msg!("sheet-large-hint")).in_file(place).into()
    }
}
