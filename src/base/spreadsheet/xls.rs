//! XLS, the format of Excel 97 to 2003 (BIFF8): the sheets in the workbook's order, each cell as it is shown.
//!
//! The container is read by the crate `cfb`; the records are those of [MS-XLS]. No size that a file claims is believed.

mod cell;
mod record;
#[cfg(test)]
mod tests;

use super::format::Format;
use super::grid::Budget;
use super::{Sheet, broken, encrypted, old};
use crate::base::fault::{Fault, Result};
use crate::msg;
use record::{Pieces, Record, Records, u16_at, u32_at};
use std::collections::HashMap;
use std::io::{Cursor, Read};

/// At most this many bytes of the workbook are read.
const MOST: u64 = 1 << 27;
/// The version of the format that is read.
const BIFF8: u16 = 0x0600;

/// What the cells of all sheets refer to.
#[derive(Default)]
pub(crate) struct Shared {
    pub(crate) strings: Vec<String>,
    pub(crate) formats: Vec<Format>,
    pub(crate) from_1904: bool,
}

/// What the workbook says of itself before its sheets.
#[derive(Default)]
struct Globals {
    shared: Shared,
    own: HashMap<u32, Format>,
    /// The number of the format of each style.
    styles: Vec<u32>,
    /// The sheets with the place of each in the stream.
    sheets: Vec<(Sheet, usize)>,
}

/// The sheets of a container, and whether there are macros in it.
pub(crate) fn read(file: &str, bytes: &[u8]) -> Result<(Vec<Sheet>, bool)> {
    let mut container = cfb::CompoundFile::open(Cursor::new(bytes)).map_err(|error| broken(file, &error))?;
    let has_macros = container.exists("/_VBA_PROJECT_CUR");
    if !container.exists("/Workbook") {
        return Err(old(file).into());
    }
    let mut stream = Vec::new();
    let workbook = container.open_stream("/Workbook").map_err(|error| broken(file, &error))?;
    workbook.take(MOST).read_to_end(&mut stream).map_err(|error| broken(file, &error))?;
    let mut budget = Budget::new();
    let Globals { shared, sheets, .. } = globals(file, &stream, &mut budget)?;
    let mut read = Vec::new();
    for (sheet, place) in sheets {
        let records = Records::at(&stream, place);
        read.push(cell::sheet(file, sheet, records, &shared, &mut budget)?);
    }
    Ok((read, has_macros))
}

fn globals(file: &str, stream: &[u8], budget: &mut Budget) -> Result<Globals> {
    let mut globals = Globals::default();
    let mut records = Records::at(stream, 0);
    let first = records.next().filter(|record| record.kind == record::BEGIN);
    let Some(first) = first else { return Err(broken(file, &"BOF")) };
    if u16_at(first.data(), 0) != Some(BIFF8) {
        return Err(old(file).into());
    }
    for record in records.take_while(|record| record.kind != record::END) {
        if record.kind == record::PASSWORD {
            return Err(encrypted(file).into());
        }
        if !globals.read(&record, budget) {
            return Err(Fault::new(msg!("sheet-cells")).hint(msg!("sheet-large-hint")).in_file(file).into());
        }
    }
    let Globals { shared, own, styles, .. } = &mut globals;
    shared.formats = styles.iter().map(|id| own.get(id).cloned().unwrap_or_else(|| Format::built_in(*id))).collect();
    Ok(globals)
}

impl Globals {
    /// Takes over what a record says; `false` where there is more text than is read.
    fn read(&mut self, record: &Record<'_>, budget: &mut Budget) -> bool {
        let data = record.data();
        match record.kind {
            record::FROM_1904 => self.shared.from_1904 = u16_at(data, 0) == Some(1),
            record::FORMAT => {
                let code = record.pieces(2).string();
                self.own.extend(u16_at(data, 0).map(|id| (u32::from(id), Format::of(&code))));
            }
            record::STYLE => self.styles.push(u32::from(u16_at(data, 2).unwrap_or_default())),
            record::SHEET => self.sheets.extend(sheet(record)),
            record::STRINGS => return self.strings(record.pieces(8), budget),
            _ => {}
        }
        true
    }

    /// The texts that cells share.
    fn strings(&mut self, mut pieces: Pieces<'_>, budget: &mut Budget) -> bool {
        while !pieces.is_at_end() {
            let string = pieces.string();
            if !budget.take(1, string.len()) {
                return false;
            }
            self.shared.strings.push(string);
        }
        true
    }
}

/// A sheet of cells, and where it begins in the stream; a chart is none.
fn sheet(record: &Record<'_>) -> Option<(Sheet, usize)> {
    let place = usize::try_from(u32_at(record.data(), 0)?).ok()?;
    let (state, kind) = (*record.data().get(4)?, *record.data().get(5)?);
    let name = record.pieces(6).short_string();
    let sheet = Sheet { name, is_hidden: state & 3 != 0, ..Sheet::default() };
    (kind == 0).then_some((sheet, place))
}
