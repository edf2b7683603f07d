//! A coefficient with its uncertainty, or the reason why there is none.

use crate::statistics::proportion::{Confidence, Interval};
use crate::statistics::special::student_95;

/// A variance below this is rounding and stands for none: cases by the million would leave more.
const ROUNDING: f64 = 1e-14;

/// Why a coefficient has no value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Undefined {
    /// No case was answered by two coders.
    NothingPaired,
    /// Every answer is the same: no disagreement could be expected, so nothing can be compared with it.
    AllAlike,
}

/// Why a value has no interval.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoInterval {
    /// It rests on one case.
    OneCase,
    /// The cases do not differ in what they tell of it, as when all coders agree: that is no certainty about other cases.
    NoSpread,
    /// Too many draws from the cases have no value.
    Unstable,
}

/// Observed and expected disagreement: what every coefficient is made of.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Disagreement {
    /// The mean distance of the answers that belong together.
    pub observed: f64,
    /// The mean distance that chance would leave.
    pub expected: f64,
}

impl Disagreement {
    /// 1 where all agree, 0 where they agree as often as by chance, less where they agree less often.
    pub fn coefficient(self) -> f64 {
        1.0 - self.observed / self.expected
    }
}

/// A coefficient and how sure it is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Estimate {
    /// The coefficient.
    pub value: f64,
    /// The number of cases that it rests on.
    pub cases: u32,
    /// Its standard error, where there is a formula for it and more than one case.
    pub error: Option<f64>,
    /// Its interval at 95 per cent.
    pub interval: Result<Interval, NoInterval>,
}

impl Estimate {
    /// With the variance of a large sample: the normal distribution gives the interval, cut to what is possible.
    pub(crate) fn normal(value: f64, cases: u32, variance: f64) -> Self {
        let reach = Confidence::NinetyFive.z();
        Self::spread(value, cases, variance, |error| around(value, reach * error).within(-1.0, 1.0))
    }

    /// With the influence of each case on the value, as sums of squares: Student's t gives the interval, its upper end cut
    /// at 1 (Gwet 2014; irrCAC).
    pub(crate) fn linearised(value: f64, cases: u32, squares: f64) -> Self {
        let Some(freedom) = cases.checked_sub(1).filter(|&n| n > 0) else {
            return Self { value, cases, error: None, interval: Err(NoInterval::OneCase) };
        };
        let variance = squares / (f64::from(cases) * f64::from(freedom));
        let reach = student_95(freedom);
        Self::spread(value, cases, variance, |error| around(value, reach * error).within(f64::NEG_INFINITY, 1.0))
    }

    fn spread(value: f64, cases: u32, variance: f64, interval: impl Fn(f64) -> Interval) -> Self {
        if variance < ROUNDING {
            return Self { value, cases, error: Some(0.0), interval: Err(NoInterval::NoSpread) };
        }
        let error = variance.sqrt();
        Self { value, cases, error: Some(error), interval: Ok(interval(error)) }
    }
}

fn around(value: f64, reach: f64) -> Interval {
    Interval { low: value - reach, high: value + reach }
}
