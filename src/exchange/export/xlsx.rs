//! A workbook that a double click opens as it was meant: texts as texts, numbers as numbers, days as days.

use super::Export;
use super::data::{Data, Datum, Type, Variable, shown};
use super::tables::Table;
use crate::base::spreadsheet;
use crate::exchange::interchange::guard::is_day;
use rust_xlsxwriter::{ExcelDateTime, Format, Note, Worksheet, XlsxError};

/// A spreadsheet keeps so many digits of a number.
const DIGITS: usize = 15;
/// A cell has at most so many characters.
const LONGEST: usize = 32_767;
/// A note is so many pixels wide, which is room for so many characters, and a line of it so many high.
const NOTE_WIDTH: u32 = 300;
const NOTE_COLUMNS: usize = 45;
const NOTE_LINE: u32 = 18;

/// The workbook: the answers, those of the units, the codebook, and what stands beside them.
pub(crate) fn workbook(export: &Export<'_>, beside: &[(&str, Table)]) -> Result<Vec<u8>, XlsxError> {
    // The same answers give the same file, whenever it is written.
    let (mut workbook, properties) = spreadsheet::workbook("2000-01-01")?;
    workbook.set_properties(&properties);
    for data in &export.data {
        answers(workbook.add_worksheet(), data)?;
    }
    for (name, table) in beside {
        texts(workbook.add_worksheet().set_name(*name)?, table)?;
    }
    workbook.save_to_buffer()
}

fn answers(sheet: &mut Worksheet, data: &Data<'_>) -> Result<(), XlsxError> {
    sheet.set_name(data.sheet())?;
    head(sheet, data.variables.iter().map(|variable| variable.name.as_str()))?;
    // Programs read the names in the first row; for people the words are a note on each.
    for (column, variable) in (0..).zip(&data.variables) {
        sheet.insert_note(0, column, &note(&variable.label))?;
    }
    for (row, case) in (1..).zip(data.counted()) {
        for (column, variable) in (0..).zip(&data.variables) {
            cell(sheet, (row, column), variable, &data.datum(case, variable))?;
        }
    }
    Ok(())
}

/// A note that shows all of its text.
fn note(text: &str) -> Note {
    let lines = text.chars().count().div_ceil(NOTE_COLUMNS).max(1) + 1;
    let height = u32::try_from(lines).unwrap_or(u32::MAX).saturating_mul(NOTE_LINE);
    Note::new(text).add_author_prefix(false).set_width(NOTE_WIDTH).set_height(height)
}

/// A cell in the kind that its variable has.
fn cell(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    variable: &Variable,
    datum: &Datum<'_>,
) -> Result<(), XlsxError> {
    let text = match datum {
        Datum::Empty => return Ok(()),
        Datum::Text(number) if variable.kind == Type::Number => number.to_string(),
        other => shown(variable, other),
    };
    let number = text.parse::<f64>().ok().filter(|_| text.bytes().filter(u8::is_ascii_digit).count() <= DIGITS);
    match (variable.kind, number) {
        (Type::Number | Type::Flag, Some(number)) => sheet.write_number(row, column, number)?,
        (Type::Date, _) if is_day(&text) => {
            let format = Format::new().set_num_format("yyyy-mm-dd");
            sheet.write_datetime_with_format(row, column, ExcelDateTime::parse_from_str(&text)?, &format)?
        }
        _ => written(sheet, (row, column), &text)?,
    };
    Ok(())
}

fn texts(sheet: &mut Worksheet, table: &Table) -> Result<(), XlsxError> {
    head(sheet, table.head.iter().map(String::as_str))?;
    for (row, cells) in (1..).zip(&table.rows) {
        for (column, text) in (0..).zip(cells) {
            written(sheet, (row, column), text)?;
        }
    }
    Ok(())
}

/// The names of the columns, which stay in view.
fn head<'n>(sheet: &mut Worksheet, names: impl Iterator<Item = &'n str>) -> Result<(), XlsxError> {
    let bold = Format::new().set_bold();
    for (column, name) in (0..).zip(names) {
        sheet.write_string_with_format(0, column, name, &bold)?;
    }
    sheet.set_freeze_panes(1, 1)?.set_landscape().set_paper_size(9).set_repeat_rows(0, 0)?;
    Ok(())
}

/// A text that stays one when its cell is edited.
fn written<'s>(
    sheet: &'s mut Worksheet,
    (row, column): (u32, u16),
    text: &str,
) -> Result<&'s mut Worksheet, XlsxError> {
    if text.is_empty() {
        return Ok(sheet);
    }
    let text: String = text.chars().take(LONGEST).collect();
    sheet.write_string_with_format(row, column, text, &Format::new().set_num_format("@"))
}
