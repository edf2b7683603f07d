//! The case list: the files under review, in coding order, with what is known about each.

pub mod answers_csv;
pub mod csv;
pub(crate) mod table;

pub(crate) use table::{decode, separator};

use crate::protocol::{Part, Protocol};
use std::collections::HashMap;

/// One file under review.
#[derive(Debug, Clone)]
pub struct Case {
    /// Its id, such as `BRO-07`.
    pub id: String,
    /// What each column says, in the order of [`CaseList::columns`].
    pub values: Vec<Box<str>>,
}

/// All cases, in coding order.
#[derive(Debug, Clone, Default)]
pub struct CaseList {
    /// The columns beside the id: the protocol's attributes in its order, then every other column of the file.
    pub columns: Vec<String>,
    /// The cases.
    pub cases: Vec<Case>,
    /// SHA-256 of the file's bytes, in hex.
    pub hash: String,
    /// The place of each case.
    pub places: HashMap<String, usize>,
}

impl CaseList {
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
