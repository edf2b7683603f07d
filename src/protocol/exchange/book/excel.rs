//! Spreadsheets: cells as the texts that a form means by them.

use super::{Book, MOST, Row, Sheet, unreadable};
use crate::fault::{Fault, Faults, Result};
use crate::msg;
use calamine::{DataType, Reader, Sheets, open_workbook_auto_from_rs};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};
use std::collections::BTreeMap;
use std::fmt;
use std::io::Cursor;

/// Texts by row and column, from 0.
type Cells = BTreeMap<(usize, usize), String>;

pub(super) fn read(file: &str, bytes: &[u8]) -> Result<Vec<Sheet>> {
    let broken = |cause: &dyn fmt::Display| unreadable(file, cause).hint(msg!("exchange-unreadable-hint"));
    let mut book = open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(|error| broken(&error))?;
    let mut sheets = Vec::new();
    let mut faults = Vec::new();
    for name in book.sheet_names() {
        let cells = match cells(&mut book, &name) {
            Ok(cells) => cells,
            Err(cause) => return Err(broken(&cause).into()),
        };
        for (row, column) in cells.errors {
            let book = Book { file: file.to_owned(), sheets: Vec::new() };
            faults.push(book.fault(Fault::new(msg!("exchange-cell-error")), &name, row + 1, Some((column, "", ""))));
        }
        sheets.push(Sheet { name, rows: rows(cells.texts) });
    }
    if faults.is_empty() { Ok(sheets) } else { Err(Faults(faults)) }
}

/// What the cells of a sheet hold.
#[derive(Default)]
struct Held {
    texts: Cells,
    /// Where a formula failed.
    errors: Vec<(usize, usize)>,
}

impl Held {
    fn add(&mut self, row: u32, column: u32, value: &impl DataType) {
        let index = |place: u32| usize::try_from(place).ok().filter(|place| *place < MOST);
        let (Some(row), Some(column)) = (index(row), index(column)) else { return };
        if value.is_error() {
            self.errors.push((row, column));
        } else {
            self.texts.insert((row, column), text(value));
        }
    }
}

/// The cells of a sheet, one after the other where the form allows it: a single cell in the last row and column would
/// else make a table of all the empty ones before it.
fn cells(book: &mut Sheets<Cursor<&[u8]>>, name: &str) -> std::result::Result<Held, String> {
    let mut held = Held::default();
    if let Sheets::Xlsx(book) = book {
        let mut cells = book.worksheet_cells_reader(name).map_err(|error| error.to_string())?;
        while let Some(cell) = cells.next_cell().map_err(|error| error.to_string())? {
            let (row, column) = cell.get_position();
            held.add(row, column, cell.get_value());
        }
        return Ok(held);
    }
    let range = book.worksheet_range(name).map_err(|error| error.to_string())?;
    let (top, left) = range.start().unwrap_or_default();
    for (row, column, value) in range.used_cells() {
        let index = |start: u32, place: usize| start.saturating_add(u32::try_from(place).unwrap_or(u32::MAX));
        held.add(index(top, row), index(left, column), value);
    }
    Ok(held)
}

fn rows(texts: Cells) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for ((row, column), text) in texts {
        if rows.last().is_none_or(|last| last.number != row + 1) {
            rows.push(Row { number: row + 1, cells: Vec::new() });
        }
        if let Some(last) = rows.last_mut() {
            last.cells.resize(column, String::new());
            last.cells.push(text.trim().to_owned());
        }
    }
    rows
}

/// A cell as a form means it: `1`, not `1.0`; `TRUE` as the spreadsheet shows it.
fn text(value: &impl DataType) -> String {
    if let Some(date) = value.get_datetime() {
        let (year, month, day, ..) = date.to_ymd_hms_milli();
        return format!("{year:04}-{month:02}-{day:02}");
    }
    let number = value.get_int().map(|number| number.to_string());
    let number = number.or_else(|| value.get_float().map(|number| number.to_string()));
    let flag = value.get_bool().map(|flag| flag.to_string().to_uppercase());
    let text = value.get_string().or_else(|| value.get_datetime_iso()).or_else(|| value.get_duration_iso());
    number.or(flag).or_else(|| text.map(str::to_owned)).unwrap_or_default()
}

pub(super) fn write(book: &Book) -> Result<Vec<u8>> {
    filled(book).map_err(|error| unreadable(&book.file, &error).into())
}

fn filled(book: &Book) -> std::result::Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // One protocol gives one file, whenever it is written.
    let date = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&date));
    for sheet in &book.sheets {
        let worksheet = workbook.add_worksheet();
        worksheet.set_name(&sheet.name)?;
        for (row, cells) in (0..).zip(&sheet.rows) {
            for (column, text) in (0..).zip(&cells.cells).filter(|(_, text)| !text.is_empty()) {
                worksheet.write_string(row, column, text)?;
            }
        }
    }
    workbook.save_to_buffer()
}
