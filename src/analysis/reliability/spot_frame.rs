//! A draw for a spot check: finished cases for one coder to code once more without seeing the first coding.
//!
//! One case of each unit in turn, each unit's in the order of their permanent random numbers under `seed|spot`: so a few
//! cases are spread over all units, and more of the same seed are the same cases and some after them.

use crate::base::language::Words;
use crate::msg;
use crate::study::Study;
use crate::study::answers::case_view::{Perspective, Row};
use crate::study::index::{At, CaseIx};
use crate::study::ledger::entry::{Draft, Op, Round};
use crate::study::protocol::filter::Filter;
use crate::study::sample::{number, strata};
use std::collections::BTreeMap;
use typed_index_collections::TiSlice;

/// So many cases are drawn where nobody says how many.
pub const USUAL: usize = 5;

/// So many days ago at least a case was finished that is drawn for a retest, where nobody says how many.
pub const DAYS: u32 = 14;

/// What a draw is asked for.
#[derive(Debug)]
pub struct Request<'a> {
    /// Who codes the cases once more.
    pub coder: &'a str,
    /// Which cases are meant, by what the case list says of them.
    pub among: &'a Filter,
    /// For a retest: one's own cases, finished at this time or before. Else those of others.
    pub retest: Option<jiff::Timestamp>,
}

/// Why a case cannot be drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ineligible {
    /// It is not meant.
    NotMeant,
    /// The coder has coded it blind, or is to.
    Blind,
    /// It is the coder's own, or has first answers by the coder.
    Own,
    /// It is somebody else's, and a retest is wanted.
    NotOwn,
    /// It is not finished, or cannot be reviewed.
    Unfinished,
    /// It was finished too short a time ago.
    Recent,
}

/// The cases that can be drawn, and how many cannot, by reason.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SamplingFrame {
    /// Those that can, by their places.
    pub cases: Vec<CaseIx>,
    /// How many cannot.
    pub barred: BTreeMap<Ineligible, usize>,
}

impl SamplingFrame {
    /// The cases of a study that can be drawn.
    pub fn of(study: &Study, request: &Request<'_>) -> Self {
        let mut pool = Self::default();
        for case in study.cases.files() {
            match barred(study, request, case) {
                None => pool.cases.push(case),
                Some(reason) => *pool.barred.entry(reason).or_default() += 1,
            }
        }
        pool
    }

    /// Why the others cannot, with how many each.
    pub fn reasons(&self, days: u32, words: &Words) -> String {
        let reasons = self.barred.iter().map(|(barred, &n)| {
            words.say(&match barred {
                Ineligible::NotMeant => msg!("spot-ineligible-not-meant", n = n),
                Ineligible::Blind => msg!("spot-ineligible-blind", n = n),
                Ineligible::Own => msg!("spot-ineligible-own", n = n),
                Ineligible::NotOwn => msg!("spot-ineligible-not-own", n = n),
                Ineligible::Unfinished => msg!("spot-ineligible-unfinished", n = n),
                Ineligible::Recent => msg!("spot-ineligible-recent", n = n, days = days),
            })
        });
        reasons.collect::<Vec<_>>().join(", ")
    }

    /// So many of them under a seed, or all where there are fewer, in drawn order.
    pub fn draw(&self, study: &Study, seed: &str, n: usize) -> Vec<CaseIx> {
        let seed = format!("{seed}|spot");
        let per: Vec<usize> = study.protocol.unit().into_iter().collect();
        let strata = strata(&study.cases, &study.protocol, &per, &seed);
        let id = |case: CaseIx| study.cases.cases.at(case).id.as_str();
        let in_turn = strata.iter().flat_map(|stratum| {
            let own = stratum.cases.iter().copied().filter(|case| self.cases.binary_search(case).is_ok());
            own.enumerate().map(|(turn, case)| (turn, number(&seed, id(case)), id(case), case))
        });
        let mut drawn: Vec<_> = in_turn.collect();
        drawn.sort_unstable();
        drawn.into_iter().take(n).map(|(.., case)| case).collect()
    }
}

fn barred(study: &Study, request: &Request<'_>, case: CaseIx) -> Option<Ineligible> {
    let (answers, coder) = (&study.answers, request.coder);
    let wrote = |round: Round, op: Op| answers.own(op, coder, round, case, None).is_some_and(|line| line.value != 0);
    let is_begun = |round: Round| {
        answers.answered_in(coder, round, case) > 0 || [Op::Done, Op::Drop, Op::Take].iter().any(|&op| wrote(round, op))
    };
    let is_own = answers.owner(case) == Some(coder);
    let done = answers.record(Perspective::Record, Op::Done, case, None);
    if !request.among.matches(&Row { answers, case, cells: TiSlice::from_ref(&[]) }) {
        Some(Ineligible::NotMeant)
    } else if study.cases.codes_again(case, coder) || [Round::Second, Round::Spot].into_iter().any(is_begun) {
        Some(Ineligible::Blind)
    } else if request.retest.is_some() && !is_own {
        Some(Ineligible::NotOwn)
    } else if request.retest.is_none() && (is_own || is_begun(Round::First)) {
        Some(Ineligible::Own)
    } else if !study.is_done(Perspective::Record, case) || answers.dropped(case).is_some() {
        Some(Ineligible::Unfinished)
    } else if request.retest.is_some_and(|until| done.is_some_and(|done| done.at > until.as_millisecond())) {
        Some(Ineligible::Recent)
    } else {
        None
    }
}

/// The line that takes a case on for a spot check.
pub fn take(case_id: &str, seed: &str) -> Draft {
    Draft {
        op: Op::Take,
        round: Round::Spot,
        case_id: case_id.to_owned(),
        question: String::new(),
        item: String::new(),
        value: seed.to_owned(),
        was: String::new(),
        undoes: None,
        begun: None,
    }
}

#[cfg(test)]
mod tests;
