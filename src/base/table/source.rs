//! What the rows of a table are read from: a text split at its separator, or a sheet.

use super::lines::Lines;
use super::{Cell, Row, composed};
use crate::base::spreadsheet::{CellType, Sheet};
use csv::{Position, Reader, ReaderBuilder, StringRecord};
use std::io::{self, Chain, ErrorKind, Read};

/// What may separate cells; the first of equals is taken, so that a header of one column is separated by commas.
pub(crate) const SEPARATORS: [u8; 3] = [b',', b';', b'\t'];
/// A row has at most so many bytes. One that goes on has a quote that is never closed, or is no row.
const LONGEST: usize = 1 << 22;
/// A row put after the last one. No text has this character, so a cell that goes on until it was never closed.
const END: &str = "\0";

/// What the rows are read from.
pub(crate) enum Source<'a> {
    /// A text.
    Text { lines: Lines<'a>, separator: u8, rest: Box<Reader<Bounded<'a>>>, record: StringRecord },
    /// A sheet.
    Sheet { sheet: &'a Sheet, next: usize },
}

/// How a row ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum End {
    /// As it should.
    Closed,
    /// Within a quote that is never closed.
    Open,
    /// Nowhere near.
    Far,
}

/// A text of which no more is read than a row may have.
pub(crate) struct Bounded<'a> {
    text: Chain<&'a [u8], &'static [u8]>,
    left: usize,
}

impl Read for Bounded<'_> {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        let room = bytes.len().min(self.left);
        let read = self.text.read(bytes.get_mut(..room).unwrap_or_default())?;
        if room == 0 && !bytes.is_empty() {
            return Err(ErrorKind::FileTooLarge.into());
        }
        self.left -= read;
        Ok(read)
    }
}

impl<'a> Source<'a> {
    pub(crate) fn of_text(text: &'a str, separator: u8) -> Self {
        let bounded = Bounded { text: text.as_bytes().chain(b"\n\0".as_slice()), left: LONGEST };
        let rest = ReaderBuilder::new().delimiter(separator).has_headers(false).flexible(true).from_reader(bounded);
        Self::Text { lines: Lines::of(text), separator, rest: Box::new(rest), record: StringRecord::new() }
    }

    /// The next row, and how it ends.
    pub(crate) fn next(&mut self) -> Option<(Row, End)> {
        match self {
            Self::Sheet { sheet, next } => {
                let row = sheet.rows.get(*next)?;
                *next += 1;
                let cells = row
                    .cells
                    .iter()
                    .enumerate()
                    .map(|(column, cell)| Cell { of: cell.of, ..Cell::at(composed(cell.text.trim()), column, 0..0) });
                Some((Row { line: row.number, cells: cells.collect() }, End::Closed))
            }
            Self::Text { lines, separator, rest, record } => {
                let start = rest.position().clone();
                rest.get_mut().left = LONGEST;
                match rest.read_record(record) {
                    Ok(true) => {}
                    Ok(false) => return None,
                    Err(_) => return Some(unended(lines.text, *separator, &start)),
                }
                let row = placed(lines.text, record, index(rest.position().byte()));
                let is_last = record.iter().next_back().is_some_and(|cell| cell.ends_with(END));
                let is_open = is_last && (record.len() > 1 || record.get(0) != Some(END));
                let end = if is_open { End::Open } else { End::Closed };
                (is_open || !is_last).then_some((row, end))
            }
        }
    }
}

/// The beginning of a row that goes on for too long, and why it does.
fn unended(text: &str, separator: u8, start: &Position) -> (Row, End) {
    let at = index(start.byte());
    let rest = text.get(at..).unwrap_or_default();
    let head = rest.get(..rest.floor_char_boundary(LONGEST / 2)).unwrap_or_default();
    let line = index(start.line());
    let Some((mut row, end)) = Source::of_text(head, separator).next() else {
        return (Row { line, cells: Vec::new() }, End::Far);
    };
    row.line += line - 1;
    for cell in &mut row.cells {
        cell.span = cell.span.start + at..cell.span.end + at;
    }
    (row, if end == End::Open { End::Open } else { End::Far })
}

/// A row that ends at `end`, each cell with its place: its text is looked for after the cell before it.
fn placed(text: &str, record: &StringRecord, end: usize) -> Row {
    let (mut place, mut line) = record.position().map_or((0, 1), |start| (index(start.byte()), index(start.line())));
    let end = end.min(text.len());
    // Empty lines before a row are read as part of it.
    let breaks = text.as_bytes().get(place..end).unwrap_or_default();
    let empty = breaks.iter().take_while(|byte| **byte == b'\n').count();
    (place, line) = (place + empty, line + empty);
    let cell = |(column, cell): (usize, &str)| {
        let cell = cell.trim();
        let rest = text.get(place..end);
        let found = rest.and_then(|rest| if rest.starts_with(cell) { Some(0) } else { rest.find(cell) });
        let start = place + found.unwrap_or_default();
        place = start + cell.len() + 1;
        Cell::at(composed(cell), column, start..start + cell.len())
    };
    Row { line, cells: record.iter().enumerate().map(cell).collect() }
}

/// What most separates the first row, outside of quotes.
pub(crate) fn separator(text: &str) -> u8 {
    let mut quoted = false;
    let outside = |c: &char| {
        quoted ^= *c == '"';
        !quoted
    };
    let row: String = text.trim_start().chars().take(LONGEST).filter(outside).take_while(|c| *c != '\n').collect();
    let count = |separator: &u8| row.matches(char::from(*separator)).count();
    SEPARATORS.into_iter().rev().max_by_key(count).unwrap_or(b',')
}

fn index(place: u64) -> usize {
    usize::try_from(place).unwrap_or(usize::MAX)
}

/// The columns that a row of a sheet lacks: a sheet has no end of a row, and what is not filled is empty.
pub(crate) fn fill(row: &mut Row, columns: usize) {
    let empty = |column| Cell { of: CellType::Text, ..Cell::at(String::new(), column, 0..0) };
    row.cells.extend((row.cells.len()..columns).map(empty));
}
