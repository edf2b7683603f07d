//! The identity guard: no personal number gets into a study with a file, and ids can be replaced on the way.

mod guard;

use super::Case;
use super::meaning::meant;
use crate::base::fault::{Exit, Fault};
use crate::base::language::Message;
use crate::base::pii::numbers;
use crate::base::table::{Cell, written};
use crate::msg;
use crate::study::index::CaseIx;
use crate::study::protocol::{Attribute, Part, Per, Protocol};
pub(crate) use guard::{Guard, guard_columns, guard_header, guard_others};
use jiff::civil::Date;
use std::collections::HashMap;
use typed_index_collections::TiSlice;

/// How ids are replaced.
#[derive(Debug, Clone)]
pub struct Pseudonyms {
    /// The attributes to take from the number also where the file has a column for them.
    pub from_number: Vec<String>,
    /// The day by which a number of ten digits has its century.
    pub today: Date,
}

/// The cells that seem to have an e-mail address or a telephone number.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Contacts {
    /// How many.
    pub cells: usize,
    /// Where the first of them stands.
    pub first: String,
}

impl Contacts {
    /// What there is to tell of them.
    pub fn message(&self) -> Option<Message> {
        (self.cells > 0).then(|| msg!("identity-contacts", n = self.cells, place = self.first.as_str()))
    }
}

impl Pseudonyms {
    /// What is asked to be taken from the numbers but that no number tells.
    pub(crate) fn unknown(&self, protocol: &Protocol) -> Vec<Fault> {
        let is_known = |name: &String| protocol.attributes.iter().any(|one| one.id == *name && is_told(one));
        let names = self.from_number.iter().filter(|name| !is_known(name));
        let fault = |name: &String| Fault::new(msg!("identity-from", name = name.as_str()));
        names.map(|name| fault(name).hint(msg!("identity-from-hint")).exit(Exit::Usage)).collect()
    }

    /// Whether an attribute is taken from the numbers: they tell it, and it has no column or is asked for.
    pub(crate) fn take(&self, attribute: &Attribute, has_column: bool) -> bool {
        is_told(attribute) && (!has_column || self.from_number.contains(&attribute.id))
    }
}

/// Whether a number tells it.
fn is_told(attribute: &Attribute) -> bool {
    matches!(attribute.part, Some(Part::Sex | Part::BirthYear { .. })) && attribute.is_about(Per::Case)
}

/// Whether what a number tells can be said in the protocol's values.
pub(crate) fn is_sayable(attribute: &Attribute) -> bool {
    attribute.part != Some(Part::Sex) || [true, false].iter().all(|woman| meant(attribute, sex(*woman)).is_some())
}

/// What stands for the sex in any protocol that has words for it.
fn sex(woman: bool) -> &'static str {
    if woman { "kvinna" } else { "man" }
}

/// What the number in an id tells about an attribute, as a cell; where the id is none, there is nothing.
pub(crate) fn told(id: &Cell, attribute: &Attribute, today: Date) -> Option<Cell> {
    let number = numbers(&id.raw).into_iter().next().filter(|_| is_told(attribute))?;
    Some(Cell::of(match attribute.part {
        Some(Part::Sex) => sex(number.is_woman()).to_owned(),
        _ => number.birth_year(today).to_string(),
    }))
}

/// A new id for every case: running numbers per unit, in the order of the list; `A` stands where there are no units.
pub(crate) fn new_ids(cases: &TiSlice<CaseIx, Case>, unit: Option<usize>) -> Vec<String> {
    let unit = |case: &Case| unit.map_or("A".into(), |column| case.values.get(column).cloned().unwrap_or_default());
    let units: Vec<Box<str>> = cases.iter().map(unit).collect();
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for unit in &units {
        *counts.entry(unit).or_default() += 1;
    }
    let mut numbers: HashMap<&str, usize> = HashMap::new();
    let mut ids = Vec::with_capacity(units.len());
    for unit in &units {
        let digits = counts.get(&**unit).map_or(0, |of| of.to_string().len()).max(2);
        let number = numbers.entry(unit).or_default();
        *number += 1;
        ids.push(format!("{unit}-{number:0digits$}"));
    }
    ids
}

/// The key to replaced ids, a table of new and old ones.
pub fn key<'a>(replaced: impl Iterator<Item = &'a (String, String)>) -> Vec<u8> {
    let rows = replaced.map(|(new, old)| written([new.as_str(), old.as_str()]));
    std::iter::once(written(["case_id", "id"])).chain(rows).collect::<String>().into_bytes()
}

#[cfg(test)]
mod tests;
