//! Each coder's share of favourable answers beside that of the others, in the same strata.
//!
//! It rests on what each coder answered in the own cases in the first round, never on what was settled together.

use crate::statistics::proportion::fisher::{Table, stratified};
use crate::study::Study;
use crate::study::answers::case_view::{CellStatus, Perspective};
use crate::study::ledger::entry::Round;
use crate::study::protocol::{Choice, Per, Question};
use std::collections::{BTreeMap, BTreeSet};

/// How many of how many.
pub type Share = (u32, u32);

/// One coder's favourable answers to a question beside those of the others, in the units and sexes of which both have
/// answers.
#[derive(Debug, Clone, PartialEq)]
pub struct Apart {
    /// The coder.
    pub coder: String,
    /// The other coder, where there is just one.
    pub other: Option<String>,
    /// The question.
    pub question: usize,
    /// The coder's.
    pub own: Share,
    /// The others'.
    pub others: Share,
    /// The others' share if their cases were of units and sexes as the coder's are (direct standardisation).
    pub expected: f64,
    /// How likely so large a difference is by chance alone, stratum by stratum.
    pub chance: f64,
}

impl Apart {
    /// The coder's share less that of the others.
    pub fn between(&self) -> f64 {
        f64::from(self.own.0) / f64::from(self.own.1.max(1)) - self.expected
    }
}

/// The shares of one coder, by unit and sex.
type Strata<'a> = BTreeMap<[&'a str; 2], Share>;

/// Every coder beside the others, question by question; of two coders, the first beside the second.
pub(crate) fn apart(study: &Study) -> Vec<Apart> {
    let counts = counts(study);
    let coders: BTreeSet<&str> = counts.values().flat_map(|of| of.keys().copied()).collect();
    let compared = if coders.len() == 2 { 1 } else { coders.len() };
    let beside = |&coder: &&str| {
        let mut others = coders.iter().filter(|other| **other != coder);
        let other = others.next().filter(|_| coders.len() == 2).map(|&other| other.to_owned());
        let of = counts.iter().filter_map(|(question, of)| of_question(*question, coder, of));
        of.map(|apart| Apart { other: other.clone(), ..apart }).collect::<Vec<_>>()
    };
    coders.iter().take(compared).flat_map(beside).collect()
}

/// The favourable choices of a question about cases with one answer that a coder gives.
pub fn favourable(question: &Question) -> impl Iterator<Item = &Choice> {
    let is_meant = !question.is_multi() && question.per == Per::Case && question.derive.is_none();
    question.favourable_choices().filter(move |_| is_meant).map(|(_, choice)| choice)
}

/// Per question and coder, the favourable answers and the base of every stratum.
fn counts(study: &Study) -> BTreeMap<usize, BTreeMap<&str, Strata<'_>>> {
    let answers = &study.answers;
    let mut counts: BTreeMap<usize, BTreeMap<&str, Strata<'_>>> = BTreeMap::new();
    let questions = study.protocol.questions.iter().enumerate();
    let questions: Vec<(usize, &Question)> =
        questions.filter(|(_, asked)| favourable(asked).next().is_some()).collect();
    for case in study.cases.files().filter(|&case| study.tally.is_counted(case)) {
        let Some(coder) = answers.owner(case) else { continue };
        let stratum = [study.protocol.unit(), study.protocol.sex()]
            .map(|column| column.map_or("", |column| study.cases.value(case, column)));
        let cells = answers.sheet(Perspective::Own(coder, Round::First), case);
        for (place, asked) in &questions {
            let answered = cells.get(*place).filter(|cell| cell.status == CellStatus::Answered);
            let choice = answered.and_then(|cell| asked.chosen(answers.text(cell.value)).next());
            let Some((_, choice)) = choice.filter(|(_, choice)| choice.in_base) else { continue };
            let share = counts.entry(*place).or_default().entry(coder).or_default().entry(stratum).or_default();
            share.0 += u32::from(asked.is_favourable(&choice.id));
            share.1 += 1;
        }
    }
    counts
}

/// One coder beside the others in one question; nothing where they have no stratum in common.
fn of_question(question: usize, coder: &str, of: &BTreeMap<&str, Strata<'_>>) -> Option<Apart> {
    let mut tables: Vec<(Share, Share)> = Vec::new();
    for (stratum, own) in of.get(coder)? {
        let others = of.iter().filter(|(other, _)| **other != coder).filter_map(|(_, strata)| strata.get(stratum));
        tables.push((*own, others.fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1))));
    }
    tables.retain(|(_, others)| others.1 > 0);
    let sum = |side: fn(&(Share, Share)) -> Share| {
        tables.iter().map(side).fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1))
    };
    let (own, others) = (sum(|table| table.0), sum(|table| table.1));
    let weighed = tables.iter().map(|(own, others)| f64::from(own.1) * f64::from(others.0) / f64::from(others.1));
    let expected = weighed.sum::<f64>() / f64::from(own.1.max(1));
    let split = |(k, n): Share| (k, n - k);
    let strata: Vec<Table> = tables.iter().map(|(own, others)| (split(*own), split(*others))).collect();
    let apart =
        Apart { coder: coder.to_owned(), other: None, question, own, others, expected, chance: stratified(&strata) };
    (own.1 > 0).then_some(apart)
}
