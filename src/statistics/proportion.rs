//! What `k` of `n` tells about all files: intervals, the size of a sample, the difference between two groups.

pub mod exact;
pub mod fisher;

use crate::statistics::special::first;

/// How sure an interval is to hold what it is meant to hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Confidence {
    /// 90 per cent.
    Ninety,
    /// 95 per cent.
    NinetyFive,
    /// 99 per cent.
    NinetyNine,
}

impl Confidence {
    /// How many standard errors of a normal distribution stand on each side.
    pub fn z(self) -> f64 {
        match self {
            Self::Ninety => 1.644_853_626_951_472_6,
            Self::NinetyFive => 1.959_963_984_540_054,
            Self::NinetyNine => 2.575_829_303_548_900_4,
        }
    }

    /// The chance of missing, on both sides together.
    pub fn miss(self) -> f64 {
        match self {
            Self::Ninety => 0.10,
            Self::NinetyFive => 0.05,
            Self::NinetyNine => 0.01,
        }
    }
}

/// From where to where a value may lie.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// The lower end.
    pub low: f64,
    /// The upper end.
    pub high: f64,
}

impl Interval {
    /// The same, cut to what is possible.
    #[must_use]
    pub fn within(self, low: f64, high: f64) -> Self {
        Self { low: self.low.clamp(low, high), high: self.high.clamp(low, high) }
    }
}

/// The share `k` of `n`; nothing where `n` is 0.
pub fn share(k: u32, n: u32) -> Option<f64> {
    (n > 0).then(|| f64::from(k) / f64::from(n))
}

/// The score interval of a share `p` among `size` answers (Wilson 1927).
///
/// E. B. Wilson, *Probable inference, the law of succession, and statistical inference*, J. Am. Stat. Assoc. 22; method 3 of
/// R. G. Newcombe, *Two-sided confidence intervals for the single proportion*, Stat. Med. 17 (1998). The size need not be
/// whole: see [`effective_size`].
pub fn score(p: f64, size: f64, confidence: Confidence) -> Interval {
    let z = confidence.z();
    let centre = size * p + z * z / 2.0;
    let reach = z * (size * p * (1.0 - p) + z * z / 4.0).sqrt();
    let whole = size + z * z;
    Interval { low: (centre - reach) / whole, high: (centre + reach) / whole }.within(0.0, 1.0)
}

/// The interval of `k` of `n` where the files are a small part of all there are, or where it is not known how many there are.
pub fn wilson(k: u32, n: u32, confidence: Confidence) -> Option<Interval> {
    Some(score(share(k, n)?, f64::from(n), confidence))
}

/// How many files drawn from endlessly many would tell as much as `n` drawn from `population`; nothing where all were drawn.
///
/// B. O'Neill, *Mathematical properties and finite-population correction for the Wilson score interval* (2021),
/// arXiv 2109.12464. The population need not be whole: of a question that applies to some files only, it is estimated.
pub fn effective_size(n: u32, population: f64) -> Option<f64> {
    let n = f64::from(n);
    (n < population).then(|| n * (population - 1.0) / (population - n))
}

/// The interval of `k` of `n` files that were drawn from `population`; a single point where all were drawn.
///
/// The Wilson interval at the [`effective_size`], cut to what is possible when `k` files are known to be one way and `n - k`
/// the other.
pub fn wilson_finite(k: u32, n: u32, population: f64, confidence: Confidence) -> Option<Interval> {
    let p = share(k, n)?;
    let Some(size) = effective_size(n, population) else { return Some(Interval { low: p, high: p }) };
    let least = f64::from(k) / population;
    let most = 1.0 - f64::from(n.saturating_sub(k)) / population;
    Some(score(p, size, confidence).within(least, most))
}

/// The standard error of the share `k` of `n` files drawn from `population` without putting any back.
///
/// √((1 − n/N)·p(1 − p)/(n − 1)): W. G. Cochran, *Sampling Techniques*, 3rd ed. (1977), ch. 3. Needs two files.
pub fn standard_error(k: u32, n: u32, population: u32) -> Option<f64> {
    let p = share(k, n).filter(|_| n >= 2)?;
    let left = 1.0 - f64::from(n.min(population)) / f64::from(population);
    Some((left * p * (1.0 - p) / f64::from(n - 1)).sqrt())
}

/// How many files to draw so that a share near `p` is known to `reach` on each side; `None` stands for endlessly many files.
///
/// n₀ = z²p(1 − p)/d², n = n₀/(1 + (n₀ − 1)/N), rounded up: Cochran (1977), ch. 4.
pub fn sample_size(p: f64, reach: f64, population: Option<u32>, confidence: Confidence) -> u32 {
    let endless = confidence.z().powi(2) * p * (1.0 - p) / (reach * reach);
    let needed = population.map_or(endless, |all| endless / (1.0 + (endless - 1.0) / f64::from(all)));
    first(0, population.unwrap_or(u32::MAX), |n| f64::from(n) >= needed)
}

/// The interval of the share `k` of `n` in one group less that in another; nothing where a group is empty.
///
/// Method 10 of R. G. Newcombe, *Interval estimation for the difference between independent proportions*, Stat. Med. 17
/// (1998): the Wilson intervals of both, squared and added.
pub fn difference(one: (u32, u32), other: (u32, u32), confidence: Confidence) -> Option<Interval> {
    let (p, q) = (share(one.0, one.1)?, share(other.0, other.1)?);
    let (a, b) = (wilson(one.0, one.1, confidence)?, wilson(other.0, other.1, confidence)?);
    let down = (p - a.low).hypot(b.high - q);
    let up = (a.high - p).hypot(q - b.low);
    Some(Interval { low: p - q - down, high: p - q + up }.within(-1.0, 1.0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const NINETY_FIVE: Confidence = Confidence::NinetyFive;

    fn near(interval: Interval, low: f64, high: f64) {
        assert!((interval.low - low).abs() < 5e-5 && (interval.high - high).abs() < 5e-5, "{interval:?}");
    }

    #[test]
    fn differences_are_those_that_newcombe_printed() {
        near(difference((56, 70), (48, 80), NINETY_FIVE).unwrap(), 0.0524, 0.3339);
        near(difference((9, 10), (3, 10), NINETY_FIVE).unwrap(), 0.1705, 0.8090);
        near(difference((10, 10), (0, 10), NINETY_FIVE).unwrap(), 0.6075, 1.0);
        assert_eq!(difference((0, 0), (3, 10), NINETY_FIVE), None);
    }

    #[test]
    fn a_census_has_a_point_and_nothing_of_nothing_has_none() {
        assert_eq!(wilson_finite(3, 10, 10.0, NINETY_FIVE), Some(Interval { low: 0.3, high: 0.3 }));
        assert_eq!(wilson_finite(0, 0, 10.0, NINETY_FIVE), None);
        assert_eq!(wilson(0, 0, NINETY_FIVE), None);
        assert_eq!(standard_error(1, 1, 10), None);
        assert_eq!(standard_error(5, 10, 10), Some(0.0));
    }

    #[test]
    fn a_sample_is_never_larger_than_what_there_is() {
        assert_eq!(sample_size(0.5, 0.000_1, Some(103), NINETY_FIVE), 103);
        assert_eq!(sample_size(0.5, 0.0, Some(103), NINETY_FIVE), 103);
        assert_eq!(sample_size(0.5, 0.1, None, NINETY_FIVE), 97);
    }

    proptest! {
        #[test]
        fn an_interval_holds_its_share_and_narrows_as_more_of_all_is_seen(k in 0u32..50, more in 0u32..50, left in 1u32..200) {
            let n = k + more;
            prop_assume!(n > 0);
            let p = share(k, n).unwrap();
            let wide = wilson(k, n, NINETY_FIVE).unwrap();
            let narrow = wilson_finite(k, n, f64::from(n + left), NINETY_FIVE).unwrap();
            prop_assert!(wide.low <= p && p <= wide.high);
            prop_assert!(narrow.low <= p + 1e-12 && p <= narrow.high + 1e-12);
            prop_assert!(narrow.high - narrow.low <= wide.high - wide.low + 1e-12);
        }

        #[test]
        fn a_difference_turned_round_is_the_same_with_the_other_sign(a in 0u32..30, b in 0u32..30, m in 30u32..60, n in 30u32..60) {
            let there = difference((a, m), (b, n), NINETY_FIVE).unwrap();
            let back = difference((b, n), (a, m), NINETY_FIVE).unwrap();
            prop_assert!((there.low + back.high).abs() < 1e-12 && (there.high + back.low).abs() < 1e-12);
        }
    }
}
