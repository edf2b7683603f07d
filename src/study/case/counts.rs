//! A small table of numbers: how many cases are wanted, or stated, of those with certain values.

use super::csv::attribute_value;
use super::matching::is_called;
use crate::base::fault::{Fault, Place, Result};
use crate::base::language::Message;
use crate::base::table::{Cell, Table, decode};
use crate::msg;
use crate::study::protocol::Protocol;

/// A number for the cases with certain values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count {
    /// The attributes' places and the codes.
    pub values: Vec<(usize, String)>,
    /// The number.
    pub n: usize,
    line: usize,
    place: Place,
}

impl Count {
    /// A fault of its line.
    pub fn fault(&self, message: Message) -> Fault {
        Fault { place: Some(Box::new(self.place.clone())), ..Fault::new(message) }
    }

    /// Reads a table whose columns are attributes of the protocol but for one, which has the numbers.
    pub fn read(name: &str, bytes: &[u8], protocol: &Protocol) -> Result<Vec<Self>> {
        let text = decode(name, bytes)?;
        let mut table = Table::open(name, &text);
        let attribute = |header: &str| protocol.attributes.iter().position(|known| is_called(known, header));
        let columns: Vec<Option<usize>> = table.header.cells.iter().map(|header| attribute(&header.text())).collect();
        if columns.iter().filter(|column| column.is_none()).count() != 1 || columns.len() < 2 {
            let names: Vec<&str> = protocol.attributes.iter().map(|attribute| attribute.id.as_str()).collect();
            let hint = msg!("counts-columns-hint", names = names.join(", "));
            table.wrong(table.header.line, None, msg!("counts-columns"), Some(hint));
            return table.settle(Vec::new());
        }
        let mut counts: Vec<Self> = Vec::new();
        while let Some(row) = table.next_row() {
            let (mut values, mut n) = (Vec::new(), 0);
            for (cell, column) in row.cells.iter().zip(&columns) {
                match column.and_then(|column| Some((column, protocol.attributes.get(column)?))) {
                    Some((column, attribute)) => {
                        values.push((column, attribute_value(&mut table, row.line, cell, attribute, None).into()));
                    }
                    None => n = number(&mut table, row.line, cell),
                }
            }
            if let Some(known) = counts.iter().find(|known| known.values == values) {
                table.wrong(row.line, None, msg!("counts-twice", line = known.line), None);
            }
            counts.push(Self { values, n, line: row.line, place: table.place(row.line, None) });
        }
        table.settle(counts)
    }
}

/// The number in a cell; what is none is noted.
fn number(table: &mut Table<'_>, line: usize, cell: &Cell) -> usize {
    let number = cell.raw.parse();
    if number.is_err() {
        let message = msg!("counts-number", found = cell.text().as_ref());
        table.wrong(line, Some(cell), message, Some(msg!("counts-number-hint")));
    }
    number.unwrap_or_default()
}
