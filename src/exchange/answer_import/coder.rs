//! Whose answers a file has, where a column tells: those of several coders are never taken for those of one.

use super::column::key;
use super::{Reading, Said, Sheet};
use crate::base::fault::{Fault, Faults, Result};
use crate::base::suggest::listed;
use crate::base::table::{Cell, Row};
use crate::base::text::folded;
use crate::msg;

const HEADERS: [&str; 3] = ["coder", "granskare", "kodare"];

/// The column that tells whose an answer is.
pub(crate) fn column(header: &[Cell]) -> Option<usize> {
    header.iter().position(|cell| HEADERS.contains(&key(&cell.text()).as_str()))
}

/// The rows of the coder who is wanted; if there are none, those of the only other one.
pub(crate) fn by_one(said: &Said, read: impl Fn(&Said) -> Result<Sheet>) -> Result<Sheet> {
    let sheet = read(said)?;
    let other = sheet.coders.keys().next().cloned();
    match sheet.coders.len() {
        1 if sheet.own == 0 => Ok(Sheet { other, ..read(&Said { coder: None, ..said.clone() })? }),
        2.. if sheet.own == 0 => Err(several_coders(&sheet)),
        _ => Ok(sheet),
    }
}

/// Refuses to take the answers of several coders for those of one who is none of them.
fn several_coders(sheet: &Sheet) -> Faults {
    let names: Vec<&str> = sheet.coders.keys().map(String::as_str).collect();
    let fault = Fault::new(msg!("coded-coders", names = listed(&names))).hint(msg!("coded-coders-hint"));
    fault.in_file(sheet.origins.first().map_or("", |origin| &origin.file)).into()
}

impl Reading<'_> {
    /// Whether a row is another coder's, who is counted.
    pub(crate) fn is_of_other(&mut self, row: &Row) -> bool {
        let (Some(coder), Some(column)) = (self.said.coder.as_deref(), self.coders) else { return false };
        let named = row.cells.get(column).map_or("", |cell| cell.raw.as_str());
        let is_other = !named.is_empty() && folded(named) != folded(coder);
        if is_other {
            *self.sheet.coders.entry(named.to_owned()).or_default() += 1;
        }
        is_other
    }
}
