//! Spreadsheets: every sheet of one, and one of sheets.

use super::{Book, Row, Sheet, unreadable};
use crate::base::fault::{Faults, Result};
use crate::base::spreadsheet;
use rust_xlsxwriter::XlsxError;

pub(crate) fn read(file: &str, bytes: &[u8]) -> Result<Vec<Sheet>> {
    let book = spreadsheet::Book::read(file, bytes)?;
    let is_read = |sheet: &&spreadsheet::Sheet| {
        book.sheets.len() == 1 || ["survey", "choices", "settings"].contains(&sheet.name.to_lowercase().as_str())
    };
    let faults: Vec<_> = book.sheets.iter().filter(is_read).flat_map(|sheet| sheet.faults(file)).collect();
    if !faults.is_empty() {
        return Err(Faults(faults));
    }
    let cells = |row: &spreadsheet::Row| row.cells.iter().map(|cell| cell.text.trim().to_owned()).collect();
    let row = |row: &spreadsheet::Row| Row { number: row.number, cells: cells(row) };
    let sheet = |sheet: spreadsheet::Sheet| Sheet { rows: sheet.rows.iter().map(row).collect(), name: sheet.name };
    Ok(book.sheets.into_iter().map(sheet).collect())
}

pub(crate) fn write(book: &Book) -> Result<Vec<u8>> {
    filled(book).map_err(|error| unreadable(&book.file, &error).into())
}

fn filled(book: &Book) -> std::result::Result<Vec<u8>, XlsxError> {
    // One protocol gives one file, whenever it is written.
    let (mut workbook, properties) = spreadsheet::workbook("2000-01-01")?;
    workbook.set_properties(&properties);
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
