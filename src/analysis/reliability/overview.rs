//! How far double coding is, in numbers alone: what anybody may know who is still to code a case.

use super::{DoubleCoding, Rater};
use crate::study::index::CaseIx;
use crate::study::ledger::entry::Round;
use std::collections::{BTreeMap, BTreeSet};

/// What a coder has answered in cases that are not finished.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Begun {
    /// The coder.
    pub coder: String,
    /// How many answers.
    pub answers: usize,
    /// In how many cases.
    pub cases: usize,
}

/// How far it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Overview {
    /// The blind round.
    pub round: Round,
    /// Who coded, each with the number of cases that another coded too.
    pub raters: Vec<(Rater, usize)>,
    /// How many cases at least two finished.
    pub doubled: usize,
    /// The most that finished one of them.
    pub most: usize,
    /// How many cases are still to be finished by a second one.
    pub waiting: usize,
    /// How many cases were coded again by one who sat beside the first coder: they are not compared.
    pub joint: usize,
    /// What is answered in cases that are not finished.
    pub begun: Vec<Begun>,
    /// How many cases the study has, without those that cannot be reviewed.
    pub all: usize,
}

impl Overview {
    /// How far the double coding is.
    pub fn of(double: &DoubleCoding<'_>) -> Self {
        let (study, answers) = (double.study(), &double.study().answers);
        let is_coded =
            |doubled: &super::CaseCodings, place: usize| doubled.cells.get(place).is_some_and(Option::is_some);
        let of = |place: usize| double.cases.iter().filter(|doubled| is_coded(doubled, place)).count();
        let raters = double.raters.iter().enumerate().map(|(place, rater)| (rater.clone(), of(place)));
        let most = double.cases.iter().map(|doubled| doubled.cells.iter().flatten().count()).max();
        let mut begun: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
        let underway = double.underway();
        for one in underway.iter().filter(|one| one.answered > 0) {
            let own = begun.entry(one.coder).or_default();
            *own = (own.0 + one.answered, own.1 + 1);
        }
        let coders = answers.known_coders();
        let has_coded = |coder: &str, case: CaseIx| answers.answered_in(coder, double.round, case) > 0;
        let sat_beside = |coder: &str, case: CaseIx| answers.sat_beside(coder, case);
        let has_blind = |case| coders.iter().any(|coder| !sat_beside(coder, case) && has_coded(coder, case));
        let is_joint = |&case: &CaseIx| coders.iter().any(|coder| sat_beside(coder, case) && has_coded(coder, case));
        let due: BTreeSet<CaseIx> = underway.iter().map(|one| one.case).collect();
        let doubled: BTreeSet<CaseIx> = double.cases.iter().map(|doubled| doubled.case).collect();
        let is_waiting = |case: &CaseIx| !doubled.contains(case) && (due.contains(case) || has_blind(*case));
        let files = || study.cases.files().filter(|&case| answers.dropped(case).is_none());
        let begun = begun.into_iter();
        Self {
            round: double.round,
            raters: raters.collect(),
            doubled: double.cases.len(),
            most: most.unwrap_or_default(),
            waiting: files().filter(is_waiting).count(),
            joint: files().filter(is_joint).count(),
            begun: begun.map(|(coder, (answers, cases))| Begun { coder: coder.to_owned(), answers, cases }).collect(),
            all: files().count(),
        }
    }
}
