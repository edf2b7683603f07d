//! Groups of the cases that were coded more than once: by who coded them, by wave, by unit.

use super::{CaseCodings, DoubleCoding};
use crate::base::language::Words;
use crate::base::names::names;
use crate::study::case::plan::Wave;
use std::collections::BTreeSet;

/// What cases are grouped by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Axis {
    /// Who took part in coding them; a case is in the group of each.
    Coder,
    /// When they were coded a second time.
    Wave,
    /// Their unit.
    Unit,
}

names!(Axis: Coder = "coder", Wave = "wave", Unit = "unit");

impl Axis {
    /// Its values in the order in which they are told.
    fn values(self, double: &DoubleCoding<'_>) -> Vec<String> {
        let known: BTreeSet<String> = double.cases.iter().flat_map(|doubled| self.of(double, doubled)).collect();
        let first = match self {
            Self::Coder => Vec::new(),
            Self::Wave => Wave::ALL.iter().map(|(_, name)| *name).collect(),
            Self::Unit => double.study().units(),
        };
        let first: Vec<String> = first.into_iter().map(str::to_owned).filter(|value| known.contains(value)).collect();
        let rest = known.into_iter().filter(|value| !first.contains(value)).collect();
        [first, rest].concat()
    }

    /// The values that a case has.
    fn of(self, double: &DoubleCoding<'_>, doubled: &CaseCodings) -> BTreeSet<String> {
        let study = double.study();
        let one = |value: &str| BTreeSet::from([value.to_owned()]);
        match self {
            Self::Coder => {
                let coded = double.raters.iter().zip(&doubled.cells).filter(|(_, cells)| cells.is_some());
                coded.map(|(rater, _)| rater.coder.clone()).collect()
            }
            Self::Wave => one(study.cases.wave(doubled.case).map_or("", Wave::name)),
            Self::Unit => one(study.protocol.unit().map_or("", |unit| study.cases.value(doubled.case, unit))),
        }
    }

    /// A value as people know it.
    pub fn label(self, double: &DoubleCoding<'_>, value: &str, words: &Words) -> String {
        match self {
            _ if value.is_empty() => words.get("agree-no-value"),
            Self::Coder => value.to_owned(),
            Self::Unit => double.study().unit_label(value).to_owned(),
            Self::Wave => {
                let wave = Wave::named(value);
                wave.map_or_else(String::new, |wave| words.get(wave.label()))
            }
        }
    }
}

/// Some of the cases.
pub struct Group<'a> {
    /// What they have in common, axis by axis.
    pub key: Vec<(Axis, String)>,
    /// They.
    pub double: DoubleCoding<'a>,
}

/// The groups that the axes make together: those that have cases.
pub fn groups<'a>(double: &DoubleCoding<'a>, axes: &[Axis]) -> Vec<Group<'a>> {
    let whole = vec![Group { key: Vec::new(), double: double.clone() }];
    axes.iter().fold(whole, |groups, &axis| {
        let values = axis.values(double);
        let split = |group: Group<'a>| {
            let parts = values.iter().map(|value| Group {
                key: group.key.iter().cloned().chain([(axis, value.clone())]).collect(),
                double: group.double.only(|doubled| axis.of(&group.double, doubled).contains(value)),
            });
            parts.filter(|part| !part.double.cases.is_empty()).collect::<Vec<_>>()
        };
        groups.into_iter().flat_map(split).collect()
    })
}
