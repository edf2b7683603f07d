//! A table as people have it: a text split at its own separator, or a sheet of a spreadsheet, row by row.

pub(crate) mod encoding;
mod kind;
mod lines;
pub(crate) mod said;
mod source;

use crate::base::fault::{Fault, Faults, Fix, Place, Result};
use crate::base::language::Message;
use crate::base::spreadsheet::{CellType, Sheet, cell_name};
use crate::base::text::{folded, is_plain, visible};
use crate::msg;
use csv::{QuoteStyle, WriterBuilder};
use encoding::Charset;
pub(crate) use source::separator;
use source::{End, SEPARATORS, Source};
use std::borrow::Cow;
use std::collections::HashSet;
use std::ops::Range;
use unicode_normalization::{UnicodeNormalization, is_nfc};

/// At most this many columns.
const COLUMNS: usize = 1000;
/// So many rows are looked at for the header: titles may stand above it.
const ABOVE: usize = 20;

/// The text of a file, in the one encoding that it must be in, with `\n` for every line break.
pub(crate) fn decode<'a>(name: &str, bytes: &'a [u8]) -> Result<Cow<'a, str>> {
    decode_as(name, bytes, None)
}

/// The same of a file whose encoding the user may have named.
pub(crate) fn decode_as<'a>(name: &str, bytes: &'a [u8], said: Option<Charset>) -> Result<Cow<'a, str>> {
    if let Some(kind) = kind::kind(bytes) {
        return Err(kind::refused(name, kind).into());
    }
    let text = encoding::text(name, bytes, said)?;
    if let Some(place) = text.bytes().position(|byte| byte == 0) {
        let line = text.bytes().take(place).filter(|byte| *byte == b'\n').count() + 1;
        return Err(Fault::new(msg!("table-binary")).hint(msg!("table-binary-hint")).at(name, line, "", None).into());
    }
    if text.contains('\r') { Ok(text.replace("\r\n", "\n").replace('\r', "\n").into()) } else { Ok(text) }
}

/// One cell.
#[derive(Debug, Clone)]
pub(crate) struct Cell {
    /// Its text, composed and without blanks around it.
    pub(crate) raw: String,
    /// What it holds, whatever it shows: all that stands in a text is text.
    pub(crate) of: CellType,
    /// Its column, from 0.
    column: usize,
    /// Where it stands in a text, in bytes.
    span: Range<usize>,
}

impl Cell {
    /// A cell of no file.
    pub(crate) fn of(raw: String) -> Self {
        Self::at(raw, 0, 0..0)
    }

    fn at(raw: String, column: usize, span: Range<usize>) -> Self {
        Self { raw, of: CellType::Text, column, span }
    }

    /// Its column, from 0.
    pub(crate) fn column(&self) -> usize {
        self.column
    }

    /// Its text as a person may see it.
    pub(crate) fn text(&self) -> Cow<'_, str> {
        if is_plain(&self.raw) { Cow::Borrowed(self.raw.as_str()) } else { Cow::Owned(visible(&self.raw)) }
    }
}

/// One row.
#[derive(Debug)]
pub(crate) struct Row {
    /// The line it begins on, or its number in a sheet, from 1.
    pub(crate) line: usize,
    /// Its cells.
    pub(crate) cells: Vec<Cell>,
}

impl Row {
    fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| cell.raw.is_empty())
    }

    /// Whether it sums up the rows above it: a word for that, and nothing but numbers behind it.
    pub(crate) fn is_sum(&self) -> bool {
        let mut filled = self.cells.iter().filter(|cell| !cell.raw.is_empty());
        let is_word = |cell: &Cell| said::is_sum(&cell.text());
        let is_number = |cell: &Cell| cell.raw.chars().all(|c| c.is_ascii_digit() || ".,-−% \u{a0}".contains(c));
        filled.next().is_some_and(is_word) && filled.all(is_number)
    }
}

/// The file, and its sheet, that a table is read from.
#[derive(Debug, Clone, Default)]
pub(crate) struct Origin {
    pub(crate) file: String,
    pub(crate) sheet: Option<String>,
}

impl Origin {
    /// What a cell is called: `cases.csv:3`, or `cases.xlsx: Blad1!C3`.
    pub(crate) fn place(&self, line: usize, column: usize) -> String {
        match &self.sheet {
            None => format!("{}:{line}", self.file),
            Some(sheet) => format!("{}: {sheet}!{}", self.file, cell_name(column, line)),
        }
    }
}

/// How well the cells of a row fit as a header: 0 if they do not.
pub(crate) type Fits<'f> = &'f dyn Fn(&[Cell]) -> usize;

/// Rows under a header.
pub(crate) struct Table<'a> {
    name: &'a str,
    source: Source<'a>,
    /// The header cells, without empty ones at the end.
    pub(crate) header: Row,
    /// The rows above the header, and those below it that are put aside.
    pub(crate) aside: Vec<Row>,
    faults: Vec<Fault>,
}

impl<'a> Table<'a> {
    /// Finds the separator and reads the header, in the first row.
    pub(crate) fn open(name: &'a str, text: &'a str) -> Self {
        Self::text(name, text, &|_| 0)
    }

    /// Finds the separator, and the header as the first of the rows that fit best; if none fits, it is the first row.
    pub(crate) fn text(name: &'a str, text: &'a str, fits: Fits<'_>) -> Self {
        let told = text
            .strip_prefix("sep=")
            .and_then(|rest| SEPARATORS.into_iter().find(|told| rest.as_bytes().first() == Some(told)));
        let likely = told.unwrap_or_else(|| separator(text));
        let begin = |separator: u8| {
            let mut table = Self::begin(name, Source::of_text(text, separator));
            if told.is_some() {
                table.row();
            }
            table
        };
        let others = SEPARATORS.into_iter().filter(|separator| told.is_none() && *separator != likely);
        let found = others.chain([likely]).map(|separator| (separator, begin(separator).above(fits)));
        let (separator, (_, above)) = found.max_by_key(|(_, (fit, _))| *fit).unwrap_or((likely, (0, 0)));
        begin(separator).under(above)
    }

    /// The same of a sheet.
    pub(crate) fn sheet(name: &'a str, sheet: &'a Sheet, fits: Fits<'_>) -> Self {
        let begin = || Self::begin(name, Source::Sheet { sheet, next: 0 });
        let (_, above) = begin().above(fits);
        begin().under(above)
    }

    fn begin(name: &'a str, source: Source<'a>) -> Self {
        Self { name, source, header: Row { line: 1, cells: Vec::new() }, aside: Vec::new(), faults: Vec::new() }
    }

    /// How well the header fits, and how many rows stand above it.
    fn above(mut self, fits: Fits<'_>) -> (usize, usize) {
        let mut best = (0, 0);
        for above in 0..ABOVE {
            let Some(row) = self.row() else { break };
            let fit = fits(&row.cells);
            if fit > best.0 {
                best = (fit, above);
            }
        }
        best
    }

    /// Reads the header that has so many rows above it.
    fn under(mut self, above: usize) -> Self {
        for _ in 0..above {
            let row = self.row();
            self.aside.extend(row);
        }
        if let Some(header) = self.row() {
            self.header = header;
        }
        for cell in &mut self.header.cells {
            cell.raw = said::header(&cell.raw);
        }
        while self.header.cells.last().is_some_and(|cell| cell.raw.is_empty()) {
            self.header.cells.pop();
        }
        self.check_header();
        self
    }

    fn check_header(&mut self) {
        let header = std::mem::take(&mut self.header.cells);
        let mut seen = HashSet::new();
        for (place, cell) in header.iter().enumerate() {
            let name = cell.text();
            let message = if name.is_empty() {
                msg!("table-header-empty", column = place + 1)
            } else if !seen.insert(folded(&name)) {
                msg!("table-header-twice", name = name.as_ref())
            } else {
                continue;
            };
            self.wrong(self.header.line, Some(cell), message, Some(msg!("table-header-hint")));
        }
        if header.is_empty() {
            self.wrong(self.header.line, None, msg!("table-empty"), None);
        }
        if header.len() > COLUMNS {
            let message = msg!("table-columns", count = header.len(), most = COLUMNS);
            self.wrong(self.header.line, None, message, None);
        }
        self.header.cells = header;
    }

    /// The next row that is not blank.
    fn row(&mut self) -> Option<Row> {
        loop {
            let (row, end) = self.source.next()?;
            let (message, hint) = match end {
                End::Closed if row.is_blank() => continue,
                End::Closed => return Some(row),
                End::Open => (msg!("table-quote"), msg!("table-quote-hint")),
                End::Far => (msg!("table-long"), msg!("table-kind-hint")),
            };
            self.wrong(row.line, row.cells.last(), message, Some(hint));
            return None;
        }
    }

    /// The next row under the header with as many cells as the header; others are noted.
    pub(crate) fn next_row(&mut self) -> Option<Row> {
        loop {
            let mut row = self.row()?;
            let columns = self.header.cells.len();
            while row.cells.len() > columns && row.cells.last().is_some_and(|cell| cell.raw.is_empty()) {
                row.cells.pop();
            }
            if let Source::Sheet { .. } = self.source {
                source::fill(&mut row, columns);
                self.check_merged(&row);
            }
            if row.cells.len() == columns {
                return Some(row);
            }
            let message = msg!("table-ragged", found = row.cells.len(), expected = columns);
            self.wrong(row.line, row.cells.first(), message, Some(msg!("table-ragged-hint")));
        }
    }

    /// Notes areas of cells that are one and begin on a row: all but the first of them have lost what they say.
    fn check_merged(&mut self, row: &Row) {
        let Source::Sheet { sheet, .. } = &self.source else { return };
        let columns = if row.is_sum() { 0 } else { self.header.cells.len() };
        let from = sheet.merged.partition_point(|area| area.rows.start < row.line);
        let here = sheet.merged.iter().skip(from).take_while(|area| area.rows.start == row.line);
        let covering = here.filter(|area| area.columns.start < columns);
        for (name, column) in covering.map(|area| (area.name(), area.columns.start)).collect::<Vec<_>>() {
            let message = msg!("table-merged", area = name);
            self.wrong(row.line, row.cells.get(column), message, Some(msg!("table-merged-hint")));
        }
    }

    /// Notes what is wrong on a line, or with a cell: what is wrong in a column is about it.
    pub(crate) fn wrong(&mut self, line: usize, cell: Option<&Cell>, message: Message, hint: Option<Message>) {
        let below = cell.filter(|_| line > self.header.line);
        let about = below.and_then(|cell| self.header.cells.get(cell.column)).map(|header| header.text().into_owned());
        let fault = Fault { hint, place: Some(Box::new(self.place(line, cell))), about, ..Fault::new(message) };
        self.faults.push(fault);
    }

    /// Says what the fault that was noted last is about, where that is not the column.
    pub(crate) fn about(&mut self, name: &str) {
        if let Some(last) = self.faults.last_mut() {
            last.about = Some(name.to_owned());
        }
    }

    /// Notes what is wrong.
    pub(crate) fn note(&mut self, fault: Fault) {
        self.faults.push(fault);
    }

    /// Where a line or a cell stands, as a fault tells it.
    pub(crate) fn place(&self, line: usize, cell: Option<&Cell>) -> Place {
        match &self.source {
            Source::Sheet { .. } => {
                let file = self.origin().place(line, cell.map_or(0, |cell| cell.column));
                Place { file, line: None, source: None, span: None }
            }
            Source::Text { lines, .. } => {
                let line = cell.map_or(line, |cell| lines.at(cell.span.start));
                let span = cell.map(|cell| lines.span(line, &cell.span));
                Place::on_line(self.name, line, lines.read(line), span)
            }
        }
    }

    /// Notes what is not clear about the header, and what to ask about it.
    pub(crate) fn unclear(&mut self, message: Message, hint: Message, ask: (Message, Vec<(String, Fix)>)) {
        self.wrong(self.header.line, None, message, Some(hint));
        if let Some(fault) = self.faults.pop() {
            self.faults.push(fault.ask(ask.0, ask.1));
        }
    }

    /// The lines of the rows that were put aside below the header.
    pub(crate) fn sums(&self) -> Vec<usize> {
        self.aside.iter().map(|row| row.line).filter(|line| *line > self.header.line).collect()
    }

    /// Whether it is a text, in which no cell tells what it holds.
    pub(crate) fn is_text(&self) -> bool {
        matches!(self.source, Source::Text { .. })
    }

    /// What is read.
    pub(crate) fn origin(&self) -> Origin {
        let sheet = match &self.source {
            Source::Text { .. } => None,
            Source::Sheet { sheet, .. } => Some(sheet.name.clone()),
        };
        Origin { file: self.name.to_owned(), sheet }
    }

    /// How much is wrong so far.
    pub(crate) fn faults(&self) -> usize {
        self.faults.len()
    }

    /// Whether nothing is wrong so far.
    pub(crate) fn is_right(&self) -> bool {
        self.faults.is_empty()
    }

    /// The value, unless something is wrong: then all of it, in the order of the file.
    pub(crate) fn settle<T>(mut self, value: T) -> Result<T> {
        self.faults.sort_by_key(|fault| fault.place.as_ref().and_then(|place| place.line));
        if self.is_right() { Ok(value) } else { Err(Faults(self.faults)) }
    }
}

fn composed(text: &str) -> String {
    if is_plain(text) || is_nfc(text) { text.to_owned() } else { text.nfc().collect() }
}

/// A table of comma-separated values with one more column, which has the same value in every row.
pub(crate) fn with_column(text: &str, name: &str, value: &str) -> String {
    let (mut out, mut is_quoted, mut cell) = (String::with_capacity(text.len()), false, name);
    for one in text.chars() {
        is_quoted ^= one == '"';
        if one == '\n' && !is_quoted {
            let end = if out.ends_with('\r') { out.pop().map_or("\n", |_| "\r\n") } else { "\n" };
            out.push_str(&format!(",{cell}{end}"));
            cell = value;
        } else {
            out.push(one);
        }
    }
    out
}

/// A row as a file of this program has it.
pub(crate) fn written<'a>(cells: impl IntoIterator<Item = &'a str>) -> String {
    let cells: Vec<&str> = cells.into_iter().collect();
    // A header with other separators in it would else be taken to be separated by them.
    let foreign = cells.iter().any(|cell| cell.contains([';', '\t']));
    let style = if foreign { QuoteStyle::Always } else { QuoteStyle::Necessary };
    let mut row = Vec::new();
    // Writing to memory cannot fail, and text stays text.
    let _ = WriterBuilder::new().quote_style(style).from_writer(&mut row).write_record(cells);
    String::from_utf8(row).unwrap_or_default()
}
