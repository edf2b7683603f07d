//! Sheets in a text file: the first column names the sheet, in CSV or in a Markdown table.

use super::{Book, MOST, Row, Sheet};
use csv::{ReaderBuilder, StringRecord, Terminator, WriterBuilder};

/// A line break in a cell of a Markdown table.
const BREAK: &str = "<br>";

pub(crate) fn read(text: &str) -> Vec<Sheet> {
    let is_table = text.lines().any(|line| line.trim_start().starts_with('|'));
    sheets(if is_table { table_rows(text) } else { csv_rows(text) })
}

/// Rows under the sheets that their first cells name.
fn sheets(rows: Vec<Row>) -> Vec<Sheet> {
    let mut sheets: Vec<Sheet> = Vec::new();
    for mut row in rows {
        let name = row.cells.first_mut().map(std::mem::take).unwrap_or_default();
        if !name.is_empty() {
            sheets.push(Sheet { name, rows: Vec::new() });
        }
        if let Some(sheet) = sheets.last_mut() {
            sheet.rows.push(row);
        }
    }
    sheets
}

fn csv_rows(text: &str) -> Vec<Row> {
    let wide = text.lines().find(|line| line.contains([',', ';', '\t'])).unwrap_or_default();
    let mut reader = ReaderBuilder::new()
        .delimiter(crate::base::table::separator(wide))
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut record = StringRecord::new();
    let mut rows = Vec::new();
    while rows.len() < MOST && reader.read_record(&mut record).unwrap_or(false) {
        let number = record.position().map_or(0, |place| usize::try_from(place.line()).unwrap_or(usize::MAX));
        rows.push(Row { number, cells: record.iter().map(|cell| cell.trim().to_owned()).collect() });
    }
    rows
}

fn table_rows(text: &str) -> Vec<Row> {
    let row = |(place, line): (usize, &str)| {
        let line = line.trim();
        let inner = line.strip_prefix('|')?;
        let inner = inner.rfind('|').and_then(|end| inner.get(..end)).unwrap_or(inner);
        let rule = inner.chars().all(|c| matches!(c, '|' | '-' | ':' | ' ')) && inner.contains("--");
        (!rule).then(|| Row { number: place + 1, cells: cells(inner) })
    };
    text.lines().enumerate().filter_map(row).take(MOST).collect()
}

/// The cells of a line, in which `\|` is a bar.
fn cells(line: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut escaped = false;
    for c in line.chars() {
        match (c, cells.last_mut()) {
            ('|', Some(last)) if escaped => {
                last.pop();
                last.push('|');
            }
            ('|', _) => cells.push(String::new()),
            (_, Some(last)) => last.push(c),
            (_, None) => {}
        }
        escaped = c == '\\';
    }
    cells.iter().map(|cell| unbroken(cell.trim())).collect()
}

/// A text on one line. What only looks like a line break is told from one as in HTML: `&lt;br>`.
fn broken(text: &str) -> String {
    text.replace("lt;br>", "amp;lt;br>").replace(BREAK, "&lt;br>").replace('\n', BREAK)
}

/// The text that was put on one line.
fn unbroken(line: &str) -> String {
    line.replace(BREAK, "\n").replace("&lt;br>", BREAK).replace("amp;lt;br>", "lt;br>")
}

/// Each sheet's name on a row of its own, its rows with an empty first column.
fn named_rows<'b>(book: &'b Book) -> Vec<Vec<&'b str>> {
    let width = book.sheets.iter().flat_map(|sheet| &sheet.rows).map(|row| row.cells.len()).max().unwrap_or(0);
    let padded = |cells: Vec<&'b str>| {
        let mut row = cells;
        row.resize(width + 1, "");
        row
    };
    let sheet = |sheet: &'b Sheet| {
        let cells = |row: &'b Row| padded(std::iter::once("").chain(row.cells.iter().map(String::as_str)).collect());
        std::iter::once(padded(vec![sheet.name.as_str()])).chain(sheet.rows.iter().map(cells)).collect::<Vec<_>>()
    };
    book.sheets.iter().flat_map(sheet).collect()
}

pub(crate) fn csv(book: &Book) -> String {
    let mut bytes = Vec::new();
    let mut writer = WriterBuilder::new().terminator(Terminator::Any(b'\n')).from_writer(&mut bytes);
    for row in named_rows(book) {
        // Writing to memory cannot fail.
        let _ = writer.write_record(row);
    }
    drop(writer);
    String::from_utf8(bytes).unwrap_or_default()
}

pub(crate) fn markdown(book: &Book) -> String {
    let cell = |text: &str| broken(&text.replace('|', "\\|"));
    let line = |row: Vec<&str>| format!("| {} |\n", row.into_iter().map(cell).collect::<Vec<_>>().join(" | "));
    named_rows(book).into_iter().map(line).collect()
}
