//! The case list: the files under review, in coding order, with what is known about each.

pub mod answers_csv;
pub mod csv;
mod entry;
pub mod identity;
mod table;

use crate::protocol::{Part, Per, Protocol};
use std::collections::HashMap;
use std::ops::Range;

/// One file under review, or a unit's entry: what its questions are asked about.
#[derive(Debug, Clone)]
pub struct Case {
    /// Its id, such as `BRO-07`, or `unit:BRO:ledning` for an entry.
    pub id: String,
    /// Which of both it is.
    pub per: Per,
    /// What each column says, in the order of [`CaseList::columns`].
    pub values: Vec<Box<str>>,
}

/// All cases, in coding order, then the entries of the units.
#[derive(Debug, Clone, Default)]
pub struct CaseList {
    /// The columns beside the id: the protocol's attributes in its order, then every other column of the file.
    pub columns: Vec<String>,
    /// The cases, then the entries: one per unit and informant, where the protocol has questions per unit.
    pub cases: Vec<Case>,
    /// The informant's column, which only the entries fill and the file does not have.
    pub informant: Option<usize>,
    /// SHA-256 of the file's bytes, in hex.
    pub hash: String,
    /// The place of each case.
    pub places: HashMap<String, usize>,
}

impl CaseList {
    /// The places of the case files.
    pub fn files(&self) -> Range<usize> {
        0..self.cases.partition_point(|case| case.per == Per::Case)
    }

    /// The places of the units' entries.
    pub fn entries(&self) -> Range<usize> {
        self.files().end..self.cases.len()
    }

    /// The places of the case files or of the entries.
    pub fn of(&self, per: Per) -> Range<usize> {
        match per {
            Per::Case => self.files(),
            Per::Unit => self.entries(),
        }
    }

    /// Whether a place is a case file's or an entry's.
    pub fn per(&self, case: usize) -> Per {
        self.cases.get(case).map_or(Per::Case, |case| case.per)
    }

    /// The place of a case.
    pub fn place(&self, id: &str) -> Option<usize> {
        self.places.get(id).copied()
    }

    /// The place of a column.
    pub fn column(&self, id: &str) -> Option<usize> {
        self.columns.iter().position(|column| column == id)
    }

    /// What a column says about a case; nothing where either is not there.
    pub fn value(&self, case: usize, column: usize) -> &str {
        self.cases.get(case).and_then(|case| case.values.get(column)).map_or("", |value| value)
    }

    /// The coder a case is assigned to, from the column `coder`.
    pub fn assigned(&self, case: usize) -> Option<&str> {
        let column = self.column("coder")?;
        Some(self.value(case, column)).filter(|coder| !coder.is_empty())
    }

    /// The age group of a case, such as `(30, 39)`: by tens, in the year that the protocol names.
    pub fn age_group(&self, protocol: &Protocol, case: usize) -> Option<(i32, i32)> {
        let (column, at) =
            protocol.attributes.iter().enumerate().find_map(|(place, attribute)| match attribute.part {
                Some(Part::BirthYear { at }) => Some((place, at)),
                _ => None,
            })?;
        let age = at - self.value(case, column).parse::<i32>().ok()?;
        let from = age.div_euclid(10) * 10;
        (0..130).contains(&age).then_some((from, from + 9))
    }
}
