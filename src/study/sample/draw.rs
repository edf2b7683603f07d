//! A stratified draw and its record: which cases of the frame were drawn, and which are next in the reserve.

use super::{Stratum, rank};
use crate::base::fault::{Fault, Faults, Result};
use crate::msg;
use crate::study::case::CaseList;
use crate::study::case::counts::Count;
use crate::study::index::CaseIx;
use crate::study::protocol::Protocol;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashSet};

/// The column of `frame.csv` with a case's place in the drawn order of its stratum.
pub const ORDER: &str = "draw_order";

/// What `study.toml` says about a draw: with the frame, it gives the same cases again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Draw {
    /// The day of the first draw.
    pub date: String,
    /// The seed.
    pub seed: String,
    /// The columns whose values make the strata.
    pub per: Vec<String>,
    /// Cases that somebody chose: they were not drawn.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub added: Vec<String>,
    /// The strata.
    #[serde(rename = "stratum", default)]
    pub strata: Vec<Drawn>,
    /// The totals that were stated, beside what the frame has.
    #[serde(rename = "total", default, skip_serializing_if = "Vec::is_empty")]
    pub totals: Vec<Stated>,
}

/// How many cases were stated with certain values, and how many the frame has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stated {
    /// How many were stated.
    pub stated: usize,
    /// How many the frame has.
    pub counted: usize,
    /// The values, by their columns.
    pub values: BTreeMap<String, String>,
}

/// How many cases of a stratum were drawn. They are always the first of its drawn order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Drawn {
    /// Its values.
    pub values: Vec<String>,
    /// How many cases the frame has.
    pub frame: usize,
    /// How many were asked for.
    pub wanted: usize,
    /// How many were drawn, with those that replaced others.
    pub drawn: usize,
    /// The cases that were replaced.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub replaced: Vec<String>,
}

impl Drawn {
    /// Draws as many as are wanted or, where the frame has fewer, all.
    fn settle(&mut self) {
        self.drawn = (self.wanted + self.replaced.len()).min(self.frame);
    }

    /// By how many the frame falls short of what was wanted.
    pub fn short(&self) -> usize {
        (self.wanted + self.replaced.len()).saturating_sub(self.drawn)
    }
}

impl Draw {
    /// A draw of as many cases as are wanted of each stratum.
    pub fn new(date: String, seed: &str, per: Vec<String>, strata: &[Stratum], wanted: &[usize]) -> Self {
        let drawn = strata.iter().zip(wanted).map(|(stratum, &wanted)| {
            let (values, frame) = (stratum.values.clone(), stratum.cases.len());
            let mut drawn = Drawn { values, frame, wanted, drawn: 0, replaced: Vec::new() };
            drawn.settle();
            drawn
        });
        Self { date, seed: seed.to_owned(), per, added: Vec::new(), strata: drawn.collect(), totals: Vec::new() }
    }

    /// Draws so many more of every stratum.
    pub fn more(&mut self, more: usize) {
        for stratum in &mut self.strata {
            stratum.wanted = stratum.wanted.saturating_add(more);
            stratum.settle();
        }
    }

    /// Draws the next of the reserve for a case of the frame, and gives its place; nothing where the reserve is empty.
    pub fn replace(&mut self, strata: &[Stratum], frame: &CaseList, case: CaseIx) -> Option<CaseIx> {
        let at = strata.iter().position(|stratum| stratum.cases.contains(&case))?;
        let (stratum, drawn) = strata.get(at).zip(self.strata.get_mut(at))?;
        let next = *stratum.cases.get(drawn.drawn)?;
        drawn.replaced.extend(frame.cases.get(case).map(|case| case.id.clone()));
        drawn.settle();
        Some(next)
    }

    /// Whether a case was replaced by another one.
    pub fn is_replaced(&self, id: &str) -> bool {
        self.strata.iter().any(|stratum| stratum.replaced.iter().any(|replaced| replaced == id))
    }

    /// Whether the frame is still the one that was drawn from.
    pub fn is_of(&self, strata: &[Stratum]) -> bool {
        let same = |(drawn, stratum): (&Drawn, &Stratum)| {
            drawn.values == stratum.values && drawn.frame == stratum.cases.len() && drawn.drawn <= drawn.frame
        };
        self.strata.len() == strata.len() && self.strata.iter().zip(strata).all(same)
    }

    /// The cases of the frame that were drawn or added, in coding order: unit by unit, then by their drawn order, so
    /// that no group of a unit is coded before the others.
    pub fn sample(&self, strata: &[Stratum], frame: &CaseList, protocol: &Protocol) -> Vec<CaseIx> {
        let added: HashSet<CaseIx> = self.added.iter().filter_map(|id| frame.place(id)).collect();
        let mut chosen = Vec::new();
        for (at, (stratum, drawn)) in strata.iter().zip(&self.strata).enumerate() {
            let cases = stratum.cases.iter().copied().enumerate();
            let cases = cases.filter(|(nth, case)| *nth < drawn.drawn || added.contains(case));
            chosen.extend(cases.map(|(nth, case)| (unit_of(frame, protocol, case), nth, at, case)));
        }
        chosen.sort_unstable();
        chosen.into_iter().map(|(.., case)| case).collect()
    }
}

fn unit_of<'a>(list: &'a CaseList, protocol: &Protocol, case: CaseIx) -> Option<(usize, &'a str)> {
    protocol.unit().map(|unit| rank(protocol, unit, list.value(case, unit)))
}

/// The whole frame, stratum by stratum in drawn order, each case with its place in it.
pub fn ordered(strata: &[Stratum], frame: &CaseList) -> CaseList {
    let places: Vec<CaseIx> = strata.iter().flat_map(|stratum| stratum.cases.iter().copied()).collect();
    let numbers = strata.iter().flat_map(|stratum| (1..=stratum.cases.len()).map(|nth| nth.to_string()));
    frame.select(&places).with_column(ORDER, numbers)
}

/// The case list with further cases of the frame, each after the last case of its unit: what stands there keeps its order.
pub fn extended(list: &CaseList, frame: &CaseList, protocol: &Protocol, sample: &[CaseIx]) -> CaseList {
    let mut cases = list.file_cases().to_vec();
    let columns: Vec<Option<usize>> = list.columns.iter().map(|name| frame.column(name)).collect();
    for &place in sample {
        let Some(case) = frame.cases.get(place).filter(|case| list.place(&case.id).is_none()) else { continue };
        let values = columns.iter().map(|column| column.map_or("", |column| frame.value(place, column)).into());
        let case = crate::study::case::Case { id: case.id.clone(), per: case.per, values: values.collect() };
        let unit = protocol.unit();
        let same =
            |other: &crate::study::case::Case| unit.is_none_or(|unit| other.values.get(unit) == case.values.get(unit));
        let at = cases.iter().rposition(same).map_or(cases.next_key(), |last| CaseIx::from(last + 1));
        cases.insert(at, case);
    }
    list.of_cases(list.columns.clone(), cases)
}

/// How many cases are wanted of each stratum: what the closest row of `sizes` says, else `usual`.
///
/// A row that is about no stratum, and a stratum that nothing is said about, are faults.
pub fn wanted(
    strata: &[Stratum],
    per: &[usize],
    sizes: &[Count],
    usual: Option<usize>,
    name: impl Fn(&[String]) -> String,
) -> Result<Vec<usize>> {
    let value = |stratum: &Stratum, column: usize| {
        per.iter().position(|&known| known == column).and_then(|at| stratum.values.get(at).cloned())
    };
    let about = |size: &Count, stratum: &Stratum| {
        size.values.iter().all(|(column, wanted)| value(stratum, *column).as_ref() == Some(wanted))
    };
    let mut faults: Vec<Fault> = Vec::new();
    for size in sizes.iter().filter(|size| !strata.iter().any(|stratum| about(size, stratum))) {
        faults.push(size.fault(msg!("draw-size-stray")).hint(msg!("draw-size-stray-hint")));
    }
    let mut found = Vec::with_capacity(strata.len());
    for stratum in strata {
        let closest = sizes.iter().rev().filter(|size| about(size, stratum)).max_by_key(|size| size.values.len());
        match closest.map(|size| size.n).or(usual) {
            Some(n) => found.push(n),
            None => faults.push(
                Fault::new(msg!("draw-size-none", stratum = name(&stratum.values))).hint(msg!("draw-size-none-hint")),
            ),
        }
    }
    if faults.is_empty() { Ok(found) } else { Err(Faults(faults)) }
}

/// A stated total that the frame differs from.
#[derive(Debug, PartialEq, Eq)]
pub struct Difference {
    /// The values that the total is about: columns and codes.
    pub values: Vec<(usize, String)>,
    /// What the strata have.
    pub parts: Vec<usize>,
    /// What was stated.
    pub stated: usize,
}

/// The stated totals, each beside what the frame has, by the names of their columns.
pub fn stated(frame: &CaseList, totals: &[Count]) -> Vec<Stated> {
    let of = |total: &Count| {
        let is_meant = |case: &CaseIx| total.values.iter().all(|(column, value)| frame.value(*case, *column) == value);
        let named = total.values.iter().filter_map(|(column, value)| Some((frame.columns.get(*column)?, value)));
        let values = named.map(|(column, value)| (column.clone(), value.clone())).collect();
        Stated { stated: total.n, counted: frame.files().filter(is_meant).count(), values }
    };
    totals.iter().map(of).collect()
}

/// The stated totals that the frame differs from.
pub fn differences(strata: &[Stratum], frame: &CaseList, totals: &[Stated]) -> Vec<Difference> {
    let differs = |total: &Stated| {
        let named = total.values.iter().filter_map(|(name, value)| Some((frame.column(name)?, value.clone())));
        let values: Vec<(usize, String)> = named.collect();
        let is_meant = |case: &CaseIx| values.iter().all(|(column, value)| frame.value(*case, *column) == value);
        let parts = strata.iter().map(|stratum| stratum.cases.iter().filter(|case| is_meant(case)).count());
        let parts: Vec<usize> = parts.filter(|&n| n > 0).collect();
        let differs = parts.iter().sum::<usize>() != total.stated;
        differs.then_some(Difference { values, parts, stated: total.stated })
    };
    totals.iter().filter_map(differs).collect()
}
