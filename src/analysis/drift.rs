//! Drift: whether coders agree less as time goes, and whether one of them answers differently from the others.
//!
//! Nothing here is about how fast anybody codes.

pub mod coder_effects;
mod json;
#[cfg(test)]
mod tests;

use crate::analysis::reliability::DoubleCoding;
use crate::statistics::agreement::percent::PercentAgreement;
use crate::statistics::contrast::{Contrast, largest_first};
use crate::study::Study;
use crate::study::case::plan::Wave;
use crate::study::ledger::entry::Round;
use coder_effects::Apart;

/// What shows whether the coding moved.
pub struct Drift<'a> {
    pub(crate) study: &'a Study,
    /// How often the second coding agrees with the first, wave by wave; a wave that nobody has coded twice is left out.
    pub waves: Vec<(Wave, PercentAgreement)>,
    /// Each coder's answers beside those of the others.
    pub apart: Vec<Apart>,
}

/// How agreement moved from the first of the waves that follow the gold cases to the last.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Change {
    /// Earlier.
    pub from: (Wave, PercentAgreement),
    /// Later.
    pub to: (Wave, PercentAgreement),
    /// How likely so large a difference is by chance alone, if every answer stood for itself.
    pub p_value: f64,
}

impl<'a> Drift<'a> {
    /// The drift of a study.
    pub fn of(study: &'a Study) -> Self {
        let alike = |(wave, _): (Wave, _)| {
            let pairs = DoubleCoding::pairs(study, Round::Second, |case| study.cases.wave(case) == Some(wave));
            Some((wave, pairs.shared())).filter(|(_, alike)| alike.of > 0)
        };
        Self { study, waves: Wave::ALL.into_iter().filter_map(alike).collect(), apart: coder_effects::apart(study) }
    }

    /// How agreement moved; nothing where there are not two waves.
    ///
    /// The gold cases are left aside: whoever is trained on them agrees more often afterwards, as is meant.
    pub fn change(&self) -> Option<Change> {
        let mut waves = self.waves.iter().copied().filter(|(wave, _)| *wave != Wave::Gold);
        let (from, to) = (waves.next()?, waves.next_back()?);
        let [one, other] = [from, to].map(|(_, PercentAgreement { alike, of })| (alike, of));
        Some(Change { from, to, p_value: Contrast { one, other }.p_value() })
    }

    /// The comparisons whose groups carry percents, the largest difference first.
    pub fn large(&self) -> Vec<&Apart> {
        let mut large: Vec<&Apart> = self.apart.iter().filter(|one| self.is_large(one)).collect();
        largest_first(&mut large, |one| one.contrast.difference());
        large
    }

    /// Whether both sides of a comparison carry percents.
    pub fn is_large(&self, apart: &Apart) -> bool {
        apart.contrast.sums.is_large(self.study.percent_from)
    }
}
