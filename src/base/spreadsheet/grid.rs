//! The cells of a sheet as they come, within bounds.

use super::broken;
use super::format::Shown;
use super::{Area, Cell, Letters, Row, Sheet, cell_name};
use crate::base::fault::{Fault, Faults, Result};
use crate::base::language::Message;
use crate::msg;
use std::collections::HashSet;

/// At most this many columns.
pub(crate) const COLUMNS: usize = 1000;
/// At most this many rows: as many as there may be cases, and what stands above them.
const ROWS: usize = 200_100;
/// At most this many cells, empty ones before filled ones included.
const CELLS: usize = 2_000_000;
/// At most this many bytes of text.
const TEXT: usize = 1 << 26;
/// So many cells that say nothing certain are kept.
const ERRORS: usize = 100_000;
/// So many merged areas are kept.
const AREAS: usize = 10_000;

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
    pub(crate) fn new(file: &'f str, sheet: Sheet) -> Self {
        Self { file, sheet }
    }

    /// The sheet; of its hidden rows and columns those that hold anything.
    pub(crate) fn done(mut self) -> Sheet {
        let rows: HashSet<usize> = self.sheet.rows.iter().map(|row| row.number).collect();
        let columns = self.sheet.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
        self.sheet.hidden_rows.retain(|row| rows.contains(row));
        self.sheet.hidden_columns.retain(|column| *column < columns);
        self.sheet.merged.sort_by_key(|area| area.rows.start);
        self.sheet
    }

    /// Notes that a row, from 0, is not shown.
    pub(crate) fn hide_row(&mut self, row: usize) {
        if row < ROWS {
            self.sheet.hidden_rows.push(row + 1);
        }
    }

    /// Notes that columns, from 0, are not shown.
    pub(crate) fn hide_columns(&mut self, from: usize, to: usize) {
        self.sheet.hidden_columns.extend(from..to.min(COLUMNS));
    }

    /// Notes that the cells of an area are one.
    pub(crate) fn merge(&mut self, area: Area) {
        if self.sheet.merged.len() < AREAS {
            self.sheet.merged.push(area);
        }
    }

    /// Puts what is shown into a cell, both counted from 0; where nothing is shown there is none.
    pub(crate) fn put(&mut self, row: usize, column: usize, shown: Shown, budget: &mut Budget) -> Result<()> {
        let (text, of) = shown;
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
            row.cells.resize(column, Cell::default());
            row.cells.push(Cell { text, of });
        }
        Ok(())
    }

    /// Notes a cell that says nothing certain.
    pub(crate) fn fail(&mut self, row: usize, column: usize, fault: Fault) {
        if self.sheet.errors.len() < ERRORS {
            let fault = fault.about(Letters(column).to_string());
            self.sheet.errors.push((cell_name(column, row.saturating_add(1)), fault));
        }
    }

    fn too_many(&self, row: usize, column: usize, message: Message) -> Faults {
        let cell = cell_name(column, row.saturating_add(1));
        let place = format!("{}: {}!{cell}", self.file, self.sheet.name);
        Fault::new(message).hint(msg!("sheet-large-hint")).in_file(place).into()
    }
}
