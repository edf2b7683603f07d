//! One question through several studies: each on its own base, in rows that mean the same in all of them.

use super::base::{Measured, own};
use super::scale::{Common, common};
use super::{Asked, Comparison, Side};
use crate::base::fault::Result;
use crate::base::language::{Message, Words};
use crate::msg;
use std::collections::HashMap;
use std::collections::hash_map::Entry;

/// A question as one of the studies has it.
pub struct Year<'a> {
    /// The question.
    pub asked: Asked<'a>,
    /// What is counted of it, on its own base.
    pub measured: Measured,
}

/// A question that several studies ask.
pub struct Series<'a> {
    /// What each of the studies has of it; nothing where it does not ask.
    pub years: Vec<Option<Year<'a>>>,
    /// The places of the choices that are counted, in the first study that asks; none of a number.
    pub rows: Vec<usize>,
    /// What a reader must know before believing a difference.
    pub remarks: Vec<String>,
}

impl<'a> Series<'a> {
    /// The question of the first study that asks it.
    pub fn first(&self) -> Option<Asked<'a>> {
        self.years.iter().flatten().next().map(|year| year.asked)
    }
}

/// What several studies have in common.
pub struct AllSeries<'a> {
    /// The questions that at least two of them ask, in the order of the first that does.
    pub series: Vec<Series<'a>>,
    /// The questions of each study that stand alone, or why they cannot be compared.
    pub apart: Vec<(String, Option<Message>)>,
}

/// The same question in the studies that ask it, before it is counted.
struct Group<'a> {
    asked: Vec<Option<Asked<'a>>>,
}

impl<'a> Group<'a> {
    fn first(&self) -> Option<(usize, Asked<'a>)> {
        self.asked.iter().enumerate().find_map(|(at, asked)| Some((at, (*asked)?)))
    }
}

impl<'a> AllSeries<'a> {
    /// Follows the questions with the same id through the studies.
    pub fn of(sides: &[Side<'a>], words: &Words) -> Result<Self> {
        let (mut groups, mut apart): (Vec<Group<'a>>, Vec<(String, Option<Message>)>) = (Vec::new(), Vec::new());
        for (at, side) in sides.iter().enumerate() {
            for asked in side.questions().filter_map(|place| side.asked(place)) {
                let known =
                    groups.iter_mut().find(|group| group.first().is_some_and(|(_, own)| own.name() == asked.name()));
                let Some(group) = known else {
                    let own = |other: usize| (other == at).then_some(asked);
                    groups.push(Group { asked: (0..sides.len()).map(own).collect() });
                    continue;
                };
                match group.first().map(|(_, first)| common(first.question, asked.question, &[])) {
                    Some(Err(why)) => apart.push((told(asked, side), Some(why))),
                    _ => group.asked.iter_mut().skip(at).take(1).for_each(|own| *own = Some(asked)),
                }
            }
        }
        let mut pairs = Pairs { sides, found: HashMap::new() };
        let mut series = Vec::new();
        for group in groups {
            match group.asked.iter().flatten().count() {
                1 => apart.extend(group.first().and_then(|(at, asked)| Some((told(asked, sides.get(at)?), None)))),
                _ => series.extend(counted(&group, &mut pairs, words)?),
            }
        }
        Ok(Self { series, apart })
    }
}

/// A question with the study that it is of.
fn told(asked: Asked<'_>, side: &Side<'_>) -> String {
    format!("{}: {} [{}]", side.name, asked.question.text, asked.name())
}

/// A question counted in each study that asks it.
fn counted<'a>(group: &Group<'a>, pairs: &mut Pairs<'_, 'a>, words: &Words) -> Result<Option<Series<'a>>> {
    let Some((start, first)) = group.first() else { return Ok(None) };
    let commons: Vec<Option<Common>> = group
        .asked
        .iter()
        .map(|asked| asked.and_then(|asked| common(first.question, asked.question, &[]).ok()))
        .collect();
    let in_all = |row: &usize| commons.iter().flatten().all(|own| own.rows().iter().any(|[there, _]| there == row));
    let rows: Vec<usize> = (0..first.question.choices().len()).filter(in_all).collect();
    let year = |(asked, own_common): (&Option<Asked<'a>>, &Option<Common>)| {
        let (asked, own_common) = ((*asked)?, own_common.as_ref()?);
        let places = |&row: &usize| own_common.rows().iter().find(|[there, _]| *there == row).map(|&[a, b]| [b, a]);
        let rows: Vec<[usize; 2]> = rows.iter().filter_map(places).collect();
        let seen = match own_common {
            Common::Numbers => Common::Numbers,
            Common::Choices { .. } => Common::Choices { matched: own_common.turned().matched().to_vec(), rows },
        };
        Some(Year { asked, measured: own(asked, &seen) })
    };
    let years: Vec<Option<Year<'a>>> = group.asked.iter().zip(&commons).map(year).collect();
    let later = group.asked.iter().enumerate().skip(start + 1);
    let mut remarks = Vec::new();
    for (at, other) in later.filter_map(|(at, asked)| Some((at, (*asked)?))) {
        remarks.extend(pairs.remarks([start, at], [first, other], words)?);
    }
    Ok(Some(Series { years, rows, remarks }))
}

/// Two studies at a time, compared once each.
struct Pairs<'s, 'a> {
    sides: &'s [Side<'a>],
    found: HashMap<[usize; 2], Comparison<'a>>,
}

impl Pairs<'_, '_> {
    /// What stands between a question in two of the studies: other words, other guidance, another base.
    fn remarks(&mut self, pair: [usize; 2], [one, other]: [Asked<'_>; 2], words: &Words) -> Result<Vec<String>> {
        let [Some(a), Some(b)] = pair.map(|at| self.sides.get(at)) else { return Ok(Vec::new()) };
        let comparison = match self.found.entry(pair) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(free) => free.insert(Comparison::of([a.clone(), b.clone()], &[])?),
        };
        let Some(compared) = comparison.compared.iter().find(|found| found.places == [one.place, other.place]) else {
            return Ok(Vec::new());
        };
        let own = compared.remarks.iter().map(|remark| format!("{} – {}: {}", a.name, b.name, words.say(remark)));
        let differs = msg!("compare-series-bases", one = a.name.as_str(), other = b.name.as_str());
        Ok(own.chain((compared.bases.len() > 1).then(|| words.say(&differs))).collect())
    }
}
