//! The cells of a sheet of an XLS.

use super::Shared;
use super::record::{self, Record, Records, f64_at, u16_at, u32_at};
use crate::base::fault::{Fault, Result};
use crate::base::spreadsheet::format::{Format, Shown};
use crate::base::spreadsheet::grid::{Budget, Grid};
use crate::base::spreadsheet::{Area, CellType, Sheet, failed, too_long};

const ROW: u16 = 0x0208;
const COLUMNS: u16 = 0x007d;
const MERGED: u16 = 0x00e5;
const SHARED: u16 = 0x00fd;
const LABEL: u16 = 0x0204;
const RICH: u16 = 0x00d6;
const NUMBER: u16 = 0x0203;
const SHORT: u16 = 0x027e;
const SHORTS: u16 = 0x00bd;
const TRUTH: u16 = 0x0205;
const FORMULA: u16 = 0x0006;
const RESULT: u16 = 0x0207;
/// What errors are called, by their codes.
const ERRORS: [(u8, &str); 7] =
    [(0, "#NULL!"), (7, "#DIV/0!"), (15, "#VALUE!"), (23, "#REF!"), (29, "#NAME?"), (36, "#NUM!"), (42, "#N/A")];

/// Where a cell is, and its style.
#[derive(Clone, Copy)]
struct Spot {
    row: usize,
    column: usize,
    style: usize,
}

impl Spot {
    fn of(data: &[u8]) -> Option<Self> {
        let [row, column, style] = [0, 2, 4].map(|place| u16_at(data, place).map(usize::from));
        Some(Self { row: row?, column: column?, style: style? })
    }
}

/// A sheet that is being read. Cells may come in any order.
struct Reading<'a> {
    shared: &'a Shared,
    grid: Grid<'a>,
    cells: Vec<(usize, usize, Shown)>,
    /// The formula whose text is still to come.
    open: Option<Spot>,
}

pub(crate) fn sheet(
    file: &str,
    named: Sheet,
    records: Records<'_>,
    shared: &Shared,
    budget: &mut Budget,
) -> Result<Sheet> {
    let mut reading = Reading { shared, grid: Grid::new(file, named), cells: Vec::new(), open: None };
    // What is drawn on a sheet has a beginning and an end of its own.
    let mut depth = 0_usize;
    for record in records {
        match record.kind {
            record::BEGIN => depth += 1,
            record::END if depth <= 1 => break,
            record::END => depth -= 1,
            _ if depth == 1 => reading.read(&record, budget)?,
            _ => {}
        }
    }
    reading.done(budget)
}

impl Reading<'_> {
    fn read(&mut self, record: &Record<'_>, budget: &mut Budget) -> Result<()> {
        let data = record.data();
        match record.kind {
            ROW if data.get(12).is_some_and(|flags| flags & 0x20 != 0) => {
                if let Some(row) = u16_at(data, 0) {
                    self.grid.hide_row(usize::from(row));
                }
                Ok(())
            }
            COLUMNS => {
                let (from, to, flags) = (u16_at(data, 0), u16_at(data, 2), u16_at(data, 8));
                if let (Some(from), Some(to), true) = (from, to, flags.is_some_and(|flags| flags & 1 != 0)) {
                    self.grid.hide_columns(usize::from(from), usize::from(to) + 1);
                }
                Ok(())
            }
            MERGED => {
                let areas = data.get(2..).unwrap_or_default().chunks_exact(8).filter_map(area);
                areas.for_each(|area| self.grid.merge(area));
                Ok(())
            }
            SHORTS => self.shorts(data, budget),
            RESULT => match self.open.take() {
                Some(spot) => self.text(spot, &record.pieces(0).string(), budget),
                None => Ok(()),
            },
            _ => Spot::of(data).map_or(Ok(()), |spot| self.cell(record, spot, budget)),
        }
    }

    fn cell(&mut self, record: &Record<'_>, spot: Spot, budget: &mut Budget) -> Result<()> {
        let data = record.data();
        match record.kind {
            SHARED => {
                let place = u32_at(data, 6).and_then(|place| usize::try_from(place).ok());
                let text = place.and_then(|place| self.shared.strings.get(place)).map_or("", String::as_str);
                self.text(spot, text, budget)
            }
            LABEL | RICH => self.text(spot, &record.pieces(6).string(), budget),
            SHORT => self.number(spot, u32_at(data, 6).map(short), budget),
            TRUTH => self.truth(spot, data.get(6).copied(), data.get(7) == Some(&1), budget),
            FORMULA if u16_at(data, 12) == Some(u16::MAX) => match data.get(6) {
                Some(0) => {
                    self.uncomputed();
                    self.open = Some(spot);
                    Ok(())
                }
                Some(1) => self.truth(spot, data.get(8).copied(), false, budget),
                Some(2) => self.truth(spot, data.get(8).copied(), true, budget),
                _ => Ok(()),
            },
            NUMBER | FORMULA => self.number(spot, f64_at(data, 6), budget),
            _ => Ok(()),
        }
    }

    /// Several numbers of a row.
    fn shorts(&mut self, data: &[u8], budget: &mut Budget) -> Result<()> {
        let (Some(row), Some(first)) = (u16_at(data, 0), u16_at(data, 2)) else { return Ok(()) };
        let numbers = data.get(4..data.len().saturating_sub(2)).unwrap_or_default().chunks_exact(6);
        for (column, number) in (usize::from(first)..).zip(numbers) {
            let style = u16_at(number, 0).map_or(0, usize::from);
            self.number(Spot { row: usize::from(row), column, style }, u32_at(number, 2).map(short), budget)?;
        }
        Ok(())
    }

    fn format(&self, spot: Spot) -> Format {
        self.shared.formats.get(spot.style).cloned().unwrap_or_default()
    }

    fn text(&mut self, spot: Spot, text: &str, budget: &mut Budget) -> Result<()> {
        let shown = (self.format(spot).text(text), CellType::Text);
        self.put(spot, shown, budget)
    }

    fn truth(&mut self, spot: Spot, value: Option<u8>, is_error: bool, budget: &mut Budget) -> Result<()> {
        if is_error {
            let name = ERRORS.iter().find(|(code, _)| Some(*code) == value).map_or("#?", |(_, name)| name);
            self.grid.fail(spot.row, spot.column, failed(name));
            return Ok(());
        }
        self.text(spot, if value == Some(1) { "TRUE" } else { "FALSE" }, budget)
    }

    fn number(&mut self, spot: Spot, value: Option<f64>, budget: &mut Budget) -> Result<()> {
        let fault = |fault: Fault, grid: &mut Grid<'_>| grid.fail(spot.row, spot.column, fault);
        let Some(value) = value.filter(|value| value.is_finite()) else {
            fault(failed("#NUM!"), &mut self.grid);
            return Ok(());
        };
        let text = value.to_string();
        if let Some(shown) = self.format(spot).number(&text, self.shared.from_1904) {
            return self.put(spot, shown, budget);
        }
        fault(too_long(&text), &mut self.grid);
        Ok(())
    }

    fn put(&mut self, spot: Spot, shown: Shown, budget: &mut Budget) -> Result<()> {
        if !budget.take(1, shown.0.len()) {
            // There is no room, and the sheet says where.
            return self.grid.put(spot.row, spot.column, shown, budget);
        }
        self.cells.push((spot.row, spot.column, shown));
        Ok(())
    }

    /// Notes a formula whose text did not come.
    fn uncomputed(&mut self) {
        if let Some(spot) = self.open.take() {
            self.grid.fail(spot.row, spot.column, failed(""));
        }
    }

    fn done(mut self, budget: &mut Budget) -> Result<Sheet> {
        self.uncomputed();
        self.cells.sort_by_key(|(row, column, _)| (*row, *column));
        for (row, column, shown) in self.cells {
            self.grid.put(row, column, shown, budget)?;
        }
        Ok(self.grid.done())
    }
}

/// A number in 30 bits: a whole one or the upper half of one, and of either a hundredth.
fn short(packed: u32) -> f64 {
    let number = if packed & 2 == 0 {
        f64::from_bits(u64::from(packed & !3) << 32)
    } else {
        f64::from(packed.cast_signed() >> 2)
    };
    if packed & 1 == 0 { number } else { number / 100.0 }
}

/// Rows and columns from the first to the last.
fn area(data: &[u8]) -> Option<Area> {
    let [top, bottom, left, right] = [0, 2, 4, 6].map(|place| u16_at(data, place).map(usize::from));
    Some(Area { rows: top? + 1..bottom? + 2, columns: left?..right? + 1 })
}
