//! A table as spreadsheets save it: decoded, split at its own separator, row by row.

use crate::fault::{Fault, Faults, Result};
use crate::language::Message;
use crate::msg;
use crate::text::{folded, visible};
use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};
use std::borrow::Cow;
use std::collections::HashSet;
use std::ops::Range;
use unicode_normalization::{UnicodeNormalization, is_nfc};

/// At most this many columns.
const COLUMNS: usize = 1000;

/// The text of a file, from whatever encoding it is in.
pub(super) fn decode<'a>(name: &str, bytes: &'a [u8]) -> Result<Cow<'a, str>> {
    let encoding = match Encoding::for_bom(bytes) {
        Some((encoding, _)) => encoding,
        None if std::str::from_utf8(bytes).is_ok() => UTF_8,
        None => WINDOWS_1252,
    };
    let (text, _, broken) = encoding.decode(bytes);
    if broken {
        return Err(Fault::new(msg!("table-encoding", encoding = encoding.name())).in_file(name).into());
    }
    if let Some(place) = text.bytes().position(|byte| byte == 0) {
        let line = text.bytes().take(place).filter(|byte| *byte == b'\n').count() + 1;
        return Err(Fault::new(msg!("table-binary")).hint(msg!("table-binary-hint")).at(name, line, "", None).into());
    }
    Ok(text)
}

/// One cell.
#[derive(Debug)]
pub(super) struct Cell<'a> {
    /// Its text, composed and without blanks around it.
    pub(super) raw: Cow<'a, str>,
    /// Where it stands in the file, and on which line it begins.
    span: Range<usize>,
    line: usize,
}

impl Cell<'_> {
    /// Its text as a person may see it.
    pub(super) fn text(&self) -> Cow<'_, str> {
        if plain(&self.raw) { Cow::Borrowed(&self.raw) } else { Cow::Owned(visible(&self.raw)) }
    }
}

/// Whether a text is of the kind that needs no care: nearly all are.
fn plain(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b' '..=b'~'))
}

/// One row.
#[derive(Debug)]
pub(super) struct Row<'a> {
    /// The line it begins on, from 1.
    pub(super) line: usize,
    /// Its cells.
    pub(super) cells: Vec<Cell<'a>>,
}

impl Row<'_> {
    fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| cell.raw.is_empty())
    }
}

/// A file of rows under a header.
pub(super) struct Table<'a> {
    name: &'a str,
    /// The header cells, without empty ones at the end.
    pub(super) header: Row<'a>,
    rest: Scanner<'a>,
    faults: Vec<Fault>,
}

impl<'a> Table<'a> {
    /// Finds the separator and reads the header.
    pub(super) fn open(name: &'a str, text: &'a str) -> Self {
        let first = text.lines().next().unwrap_or_default();
        let told = first.strip_prefix("sep=").and_then(|rest| rest.bytes().next());
        let (place, line) =
            if told.is_some() { (text.find('\n').map_or(text.len(), |end| end + 1), 2) } else { (0, 1) };
        let separator = told.unwrap_or_else(|| sniff(text));
        let rest = Scanner { text, separator, place, line };
        let mut table = Self { name, header: Row { line, cells: Vec::new() }, rest, faults: Vec::new() };
        if let Some(header) = table.row() {
            table.header = header;
        }
        while table.header.cells.last().is_some_and(|cell| cell.raw.is_empty()) {
            table.header.cells.pop();
        }
        table.check_header();
        table
    }

    fn check_header(&mut self) {
        let header = std::mem::take(&mut self.header.cells);
        let mut seen = HashSet::new();
        for (place, cell) in header.iter().enumerate() {
            let name = cell.text();
            if name.is_empty() {
                self.wrong(self.header.line, Some(cell), msg!("table-header-empty", column = place + 1), None);
            } else if !seen.insert(folded(&name)) {
                self.wrong(self.header.line, Some(cell), msg!("table-header-twice", name = name.as_ref()), None);
            }
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
    fn row(&mut self) -> Option<Row<'a>> {
        loop {
            match self.rest.next()? {
                Ok(row) if row.is_blank() => {}
                Ok(row) => return Some(row),
                Err(line) => self.wrong(line, None, msg!("table-quote"), Some(msg!("table-quote-hint"))),
            }
        }
    }

    /// The next row under the header with as many cells as the header; others are noted.
    pub(super) fn next_row(&mut self) -> Option<Row<'a>> {
        loop {
            let mut row = self.row()?;
            let columns = self.header.cells.len();
            while row.cells.len() > columns && row.cells.last().is_some_and(|cell| cell.raw.is_empty()) {
                row.cells.pop();
            }
            if row.cells.len() == columns {
                return Some(row);
            }
            let message = msg!("table-ragged", found = row.cells.len(), expected = columns);
            self.wrong(row.line, row.cells.first(), message, Some(msg!("table-ragged-hint")));
        }
    }

    /// Notes what is wrong on a line, or with a cell.
    pub(super) fn wrong(&mut self, line: usize, cell: Option<&Cell<'_>>, message: Message, hint: Option<Message>) {
        let mut fault = Fault::new(message);
        fault.hint = hint;
        let text = self.rest.text;
        let fault = match cell {
            None => fault.at(self.name, line, text.lines().nth(line.saturating_sub(1)).unwrap_or(""), None),
            Some(cell) => {
                let head = text.get(..cell.span.start).unwrap_or_default();
                let start = head.rfind('\n').map_or(0, |end| end + 1);
                let source = text.get(start..).and_then(|rest| rest.lines().next()).unwrap_or_default();
                let before = head.get(start..).map_or(0, |part| part.chars().count());
                let length = text.get(cell.span.clone()).map_or(0, |part| part.chars().count());
                let end = source.chars().count().saturating_sub(before);
                fault.at(self.name, cell.line, source, Some((before, length.min(end))))
            }
        };
        self.faults.push(fault);
    }

    /// Whether nothing is wrong so far.
    pub(super) fn is_right(&self) -> bool {
        self.faults.is_empty()
    }

    /// The value, unless something is wrong: then all of it, in the order of the file.
    pub(super) fn settle<T>(mut self, value: T) -> Result<T> {
        self.faults.sort_by_key(|fault| fault.place.as_ref().and_then(|place| place.line));
        if self.is_right() { Ok(value) } else { Err(Faults(self.faults)) }
    }
}

/// The separator that stands most often in the first line, outside quotes.
fn sniff(text: &str) -> u8 {
    let mut quoted = false;
    let mut counts = [(b',', 0usize), (b';', 0), (b'\t', 0)];
    for byte in text.trim_start().bytes() {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' | b'\r' if !quoted => break,
            _ if quoted => {}
            _ => counts.iter_mut().filter(|(separator, _)| *separator == byte).for_each(|(_, count)| *count += 1),
        }
    }
    // The first of equals, so that a header of one column is taken to be separated by commas.
    counts.iter().rev().max_by_key(|(_, count)| *count).map_or(b',', |(separator, _)| *separator)
}

/// Walks through the rows of a text.
struct Scanner<'a> {
    text: &'a str,
    separator: u8,
    place: usize,
    line: usize,
}

impl<'a> Iterator for Scanner<'a> {
    /// A row, or the line of a quote that is never closed.
    type Item = std::result::Result<Row<'a>, usize>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.place >= self.text.len() {
            return None;
        }
        let mut row = Row { line: self.line, cells: Vec::new() };
        loop {
            let Some(cell) = self.cell() else {
                self.place = self.text.len();
                return Some(Err(self.line));
            };
            row.cells.push(cell);
            let end = self.text.as_bytes().get(self.place).copied();
            self.place += 1;
            if end == Some(self.separator) {
                continue;
            }
            if end == Some(b'\r') && self.text.as_bytes().get(self.place) == Some(&b'\n') {
                self.place += 1;
            }
            self.line += 1;
            return Some(Ok(row));
        }
    }
}

impl<'a> Scanner<'a> {
    /// The cell that begins here, up to the separator or line break after it; nothing where its quote is never closed.
    fn cell(&mut self) -> Option<Cell<'a>> {
        let (start, line) = (self.place, self.line);
        let quoted = self.text.as_bytes().get(start) == Some(&b'"');
        let quote_end = if quoted { start + 1 + closing(self.text.get(start + 1..)?)? } else { start };
        let rest = self.text.as_bytes().get(quote_end..).unwrap_or_default();
        let ends = |byte: &u8| *byte == self.separator || matches!(byte, b'\n' | b'\r');
        let end = quote_end + rest.iter().position(ends).unwrap_or(rest.len());
        self.place = end;
        let raw = if quoted {
            let inside = self.text.get(start + 1..quote_end - 1)?;
            self.line += inside.bytes().filter(|byte| *byte == b'\n').count();
            let after = self.text.get(quote_end..end)?;
            if inside.contains('"') || !after.is_empty() {
                Cow::Owned(inside.replace("\"\"", "\"") + after)
            } else {
                Cow::Borrowed(inside)
            }
        } else {
            Cow::Borrowed(self.text.get(start..end)?)
        };
        Some(Cell { raw: composed(raw), span: start..end, line })
    }
}

/// Where the text after an opening quote goes on after the closing one.
fn closing(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut place = 0;
    loop {
        place += bytes.get(place..)?.iter().position(|byte| *byte == b'"')? + 1;
        match bytes.get(place) {
            Some(b'"') => place += 1,
            _ => return Some(place),
        }
    }
}

fn composed(text: Cow<'_, str>) -> Cow<'_, str> {
    let text = match text {
        Cow::Borrowed(text) => Cow::Borrowed(text.trim()),
        Cow::Owned(text) => Cow::Owned(text.trim().to_owned()),
    };
    if plain(&text) || is_nfc(&text) { text } else { Cow::Owned(text.nfc().collect()) }
}

/// A row as a file of this program has it.
pub(super) fn written<'a>(cells: impl IntoIterator<Item = &'a str>) -> String {
    let quoted = |cell: &str| {
        if cell.contains([',', ';', '\t', '"', '\n', '\r']) {
            format!("\"{}\"", cell.replace('"', "\"\""))
        } else {
            cell.to_owned()
        }
    };
    cells.into_iter().map(quoted).collect::<Vec<_>>().join(",") + "\n"
}
