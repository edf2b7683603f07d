//! How often coders agree, chance left aside: three readings that are the same for two coders and differ for more.
//!
//! The third, the mean over cases of the pairs that agree, has a standard error and stands in [`super::gwet`] as
//! [`super::Chance::None`].

use super::ratings::Ratings;
use crate::statistics::proportion::{Confidence, Interval, share, wilson};
use std::iter::Sum;

/// How many pairs are alike, and of how many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PercentAgreement {
    /// Those in which the coders agree.
    pub alike: u32,
    /// All.
    pub of: u32,
}

impl PercentAgreement {
    /// The share; nothing where there are none.
    pub fn share(self) -> Option<f64> {
        share(self.alike, self.of)
    }

    /// The Wilson interval at 95 per cent. It holds for cases; pairs of one case are not independent of each other.
    pub fn interval(self) -> Option<Interval> {
        wilson(self.alike, self.of, Confidence::NinetyFive)
    }
}

impl Sum for PercentAgreement {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self { alike: 0, of: 0 }, |sum, one| Self { alike: sum.alike + one.alike, of: sum.of + one.of })
    }
}

/// The cases in which all coders agree, of those that every coder answered.
pub fn unanimous(ratings: &Ratings) -> PercentAgreement {
    let complete = ratings.complete();
    let alike = complete.patterns().iter().filter(|p| p.counts.contains(&p.answered())).map(|p| p.cases).sum();
    PercentAgreement { alike, of: complete.answered_by(1) }
}

/// The pairs of answers that agree, of all pairs: a case that more coders answered counts for more.
pub fn pairs(ratings: &Ratings) -> PercentAgreement {
    let pairs = |n: u32| n * n.saturating_sub(1) / 2;
    let sum = |of: &dyn Fn(&super::Pattern) -> u32| ratings.patterns().iter().map(|p| p.cases * of(p)).sum();
    PercentAgreement { alike: sum(&|p| p.counts.iter().map(|&n| pairs(n)).sum()), of: sum(&|p| pairs(p.answered())) }
}
