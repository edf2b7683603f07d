//! What protocols need of a list, and what its header has of that: before one of them is chosen.

use super::{Found, Hints, Wanted, assign, fit, keys};
use crate::base::fault::Result;
use crate::base::spreadsheet::{Book, is_spreadsheet};
use crate::base::table::{Cell, Table, decode_as};
use crate::study::case::meaning::FileName;
use crate::study::protocol::{Per, Protocol};

/// What the header of a list has of what a protocol needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fit {
    /// The column with the ids of the cases.
    pub id: Option<String>,
    /// The column of each attribute that is about cases, or the name of the file where that says it.
    pub columns: Vec<Option<String>>,
}

impl Fit {
    /// Whether the list has everything.
    pub fn is_whole(&self) -> bool {
        self.id.is_some() && self.columns.iter().all(Option::is_some)
    }
}

/// What a list has of what each of some protocols needs.
pub fn fits(name: &str, bytes: &[u8], hints: &Hints, protocols: &[Protocol]) -> Result<Vec<Fit>> {
    if is_spreadsheet(bytes) {
        let book = Book::read(name, bytes)?;
        let sheet = book.sheet(name, hints.sheet.as_deref())?;
        let of = |protocol| fit_of(&Table::sheet(name, sheet, &fitting(protocol, hints)), name, hints, protocol);
        return Ok(protocols.iter().map(of).collect());
    }
    let text = decode_as(name, bytes, hints.encoding)?;
    let of = |protocol| fit_of(&Table::text(name, &text, &fitting(protocol, hints)), name, hints, protocol);
    Ok(protocols.iter().map(of).collect())
}

fn fitting(protocol: &Protocol, hints: &Hints) -> impl Fn(&[Cell]) -> usize {
    move |cells| fit(cells, protocol, hints)
}

fn fit_of(table: &Table<'_>, name: &str, hints: &Hints, protocol: &Protocol) -> Fit {
    let cells = &table.header.cells;
    let found = assign(&Wanted::of(protocol), &keys(cells), hints);
    let header = |found: &Found| {
        let place = match found {
            Found::One(place, _) => Some(*place),
            // Which one it is, is asked when the list is read.
            Found::Several(places) => places.first().copied(),
            Found::None => None,
        };
        place.and_then(|place| cells.get(place)).map(|cell| cell.text().into_owned())
    };
    let file = FileName { name, is_one_of_several: false };
    let listed = protocol.attributes.iter().zip(found.iter().skip(1));
    let listed = listed.filter(|(attribute, _)| attribute.is_about(Per::Case));
    let columns =
        listed.map(|(attribute, found)| header(found).or_else(|| file.says(attribute).map(|_| name.to_owned())));
    Fit { id: found.first().and_then(header), columns: columns.collect() }
}
