//! The case list: the files under review, in coding order, with what is known about each.

pub mod answers_csv;
pub mod counts;
pub mod csv;
pub mod plan;
mod table;

use crate::digest::sha256;
use crate::protocol::{Part, Protocol};
use plan::{Share, Wave};
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
    /// Who codes each case, from the plan or the columns `coder` and `second`; empty where nothing is said.
    pub shares: Vec<Share>,
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

    /// The coder a case is assigned to.
    pub fn assigned(&self, case: usize) -> Option<&str> {
        self.shares.get(case).map(|share| &*share.coder).filter(|coder| !coder.is_empty())
    }

    /// Who codes a case a second time.
    pub fn second(&self, case: usize) -> Option<&str> {
        self.shares.get(case).map(|share| &*share.second).filter(|coder| !coder.is_empty())
    }

    /// In which wave a case is coded a second time.
    pub fn wave(&self, case: usize) -> Option<Wave> {
        self.shares.get(case).and_then(|share| share.wave)
    }

    /// Takes the shares from the columns `coder` and `second`, where there are such.
    fn share(&mut self) {
        let columns = ["coder", "second"].map(|name| self.column(name));
        if columns == [None, None] {
            return;
        }
        let cell = |case: usize, column: Option<usize>| column.map_or("", |column| self.value(case, column)).into();
        let [coder, second] = columns;
        let share = |case| Share { coder: cell(case, coder), second: cell(case, second), wave: None };
        self.shares = (0..self.cases.len()).map(share).collect();
    }

    /// A list of these cases, as it is written to a file.
    pub fn from_cases(columns: Vec<String>, cases: Vec<Case>) -> Self {
        let places = cases.iter().enumerate().map(|(place, case)| (case.id.clone(), place)).collect();
        let mut list = Self { columns, cases, places, ..Self::default() };
        list.hash = sha256(&list.to_csv());
        list.share();
        list
    }

    /// The list of some of its cases, in the order given.
    #[must_use]
    pub fn select(&self, places: &[usize]) -> Self {
        let cases = places.iter().filter_map(|&place| self.cases.get(place).cloned());
        Self::from_cases(self.columns.clone(), cases.collect())
    }

    /// The list with one more column, in the place of one that has its name.
    #[must_use]
    pub fn with_column(mut self, name: &str, values: impl Iterator<Item = String>) -> Self {
        let at = self.column(name).unwrap_or(self.columns.len());
        if at == self.columns.len() {
            self.columns.push(name.to_owned());
        }
        for (case, value) in self.cases.iter_mut().zip(values) {
            case.values.resize(self.columns.len(), "".into());
            case.values.iter_mut().skip(at).take(1).for_each(|cell| *cell = value.as_str().into());
        }
        Self::from_cases(self.columns, self.cases)
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
