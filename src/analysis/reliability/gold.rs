//! The gate behind the gold cases: whether a coder has finished them, and agrees often enough to code on.

use super::DoubleCoding;
use crate::base::language::Message;
use crate::msg;
use crate::statistics::agreement::percent::PercentAgreement;
use crate::statistics::percent::{percent, shown};
use crate::study::Study;
use crate::study::answers::case_view::Perspective;
use crate::study::index::CaseIx;
use crate::study::ledger::entry::Round;

/// What keeps a coder from coding on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Gate {
    /// Nothing.
    Open,
    /// Gold cases that the coder has not finished.
    Own {
        /// How many are finished.
        done: usize,
        /// Of how many.
        all: usize,
    },
    /// Gold cases that the one whom the coder is compared with has not finished.
    Others {
        /// Who that is.
        coder: String,
        /// How many are finished.
        done: usize,
        /// Of how many.
        all: usize,
    },
    /// Too few of the answers agree.
    Below(PercentAgreement),
}

impl Study {
    /// What keeps a coder from the cases after the gold cases: those to code again, until they are finished and agree
    /// with the answers of record as often as is asked for. Percents are compared as they are printed.
    pub fn gate(&self, coder: &str) -> Gate {
        // Who has taken a gold case over is the one whom the others are compared with there.
        let again = self.cases.gold().filter(|&case| self.cases.codes_again(case, coder));
        let again: Vec<CaseIx> = again.filter(|&case| self.answers.owner(case) != Some(coder)).collect();
        let is_finished = |perspective: Perspective<'_>, case: CaseIx| {
            self.is_done(perspective, case) || self.answers.dropped_in(perspective, case).is_some()
        };
        let count =
            |cases: &[CaseIx], perspective| cases.iter().filter(|&&case| is_finished(perspective, case)).count();
        let (done, all) = (count(&again, Perspective::Own(coder, Round::Second)), again.len());
        if done < all {
            return Gate::Own { done, all };
        }
        if self.gold.required == 0 {
            return Gate::Open;
        }
        if let Some(other) = again.iter().find(|&&case| !is_finished(Perspective::Record, case)) {
            let other = self.answers.owner(*other).unwrap_or_default();
            let theirs: Vec<CaseIx> =
                again.iter().copied().filter(|&case| self.answers.owner(case) == Some(other)).collect();
            let (done, all) = (count(&theirs, Perspective::Record), theirs.len());
            return Gate::Others { coder: other.to_owned(), done, all };
        }
        let found = DoubleCoding::gold(self, coder).shared();
        match percent(found.alike, found.of) {
            Some(reached) if reached < self.gold.required => Gate::Below(found),
            _ => Gate::Open,
        }
    }
}

impl<'a> DoubleCoding<'a> {
    /// A coder's codings of the gold cases, each beside the answers of record.
    ///
    /// They are compared as they stood when the coder could first see the others': see [`crate::study::answers::coding`].
    pub fn gold(study: &'a Study, coder: &str) -> Self {
        let cases = study.cases.gold().filter(|&case| study.cases.codes_again(case, coder)).filter_map(|case| {
            let codings = study.answers.codings(case, Round::Second);
            let own = codings.into_iter().find(|own| own.round == Round::Second && own.coder == coder)?;
            Some((case, [study.tally().cells(case).to_vec(), own.cells]))
        });
        Self::paired(study, Round::Second, cases)
    }
}

impl Gate {
    /// What there is to tell: what is missing, and how to go on.
    pub fn message(&self, required: u32) -> Option<Message> {
        Some(match self {
            Self::Open => return None,
            Self::Own { done, all } => msg!("gold-own", done = *done, all = *all),
            Self::Others { coder, done, all } => {
                msg!("gold-others", coder = coder.as_str(), done = *done, all = *all)
            }
            Self::Below(PercentAgreement { alike, of }) => {
                msg!("gold-below", alike = *alike, of = *of, percent = shown(*alike, *of), required = required)
            }
        })
    }
}

#[cfg(test)]
mod tests;
