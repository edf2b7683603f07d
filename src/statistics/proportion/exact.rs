//! How many of all files are of a kind when some of them were drawn: exact bounds from the hypergeometric distribution.

use super::{Confidence, Interval};
use crate::statistics::special::{first, ln_choose};

/// A draw without putting back: `found` files of the kind among `drawn` of `population`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Draw {
    found: u32,
    drawn: u32,
    population: u32,
}

impl Draw {
    /// A draw; nothing where none were drawn, more were found than drawn, or more drawn than there are.
    pub fn new(found: u32, drawn: u32, population: u32) -> Option<Self> {
        (found <= drawn && 0 < drawn && drawn <= population).then_some(Self { found, drawn, population })
    }

    /// The least and the greatest number of files of the kind, among all, that the draw leaves room for.
    ///
    /// M is left out when the draw would have had so many, or so few, with at most half the chance of missing: as attribute
    /// sampling in auditing does; J. P. Buonaccorsi, *A note on confidence intervals for proportions in finite populations*,
    /// Am. Stat. 41 (1987).
    pub fn bounds(self, confidence: Confidence) -> (u32, u32) {
        let half = confidence.miss() / 2.0;
        let least = first(self.found, self.most(), |all| self.at_least(all) > half);
        (least, self.upper(half))
    }

    /// The greatest number of files of the kind that the draw leaves room for, all of the chance of missing lying there:
    /// "at most 12 files" when none was found.
    pub fn at_most(self, confidence: Confidence) -> u32 {
        self.upper(confidence.miss())
    }

    /// The bounds as shares of all files.
    pub fn shares(self, confidence: Confidence) -> Interval {
        let (least, most) = self.bounds(confidence);
        let all = f64::from(self.population);
        Interval { low: f64::from(least) / all, high: f64::from(most) / all }
    }

    /// All that were found, and all that were not drawn.
    fn most(self) -> u32 {
        self.population - self.drawn + self.found
    }

    fn upper(self, miss: f64) -> u32 {
        first(self.found + 1, self.most() + 1, |all| self.chance(all, 0..=self.found) <= miss) - 1
    }

    fn at_least(self, all: u32) -> f64 {
        self.chance(all, self.found..=self.drawn)
    }

    /// The chance to find one of `counts` if `all` files are of the kind.
    fn chance(self, all: u32, counts: std::ops::RangeInclusive<u32>) -> f64 {
        let others = self.population - all;
        let ways = ln_choose(self.population, self.drawn);
        counts
            .filter(|&k| k <= all && self.drawn - k <= others)
            .map(|k| (ln_choose(all, k) + ln_choose(others, self.drawn - k) - ways).exp())
            .sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn none_of_twenty_leaves_room_for_twelve_of_a_hundred_and_three() {
        let draw = Draw::new(0, 20, 103).unwrap();
        assert_eq!((draw.bounds(Confidence::NinetyFive), draw.at_most(Confidence::NinetyFive)), ((0, 15), 12));
        assert_eq!(Draw::new(14, 20, 103).unwrap().bounds(Confidence::NinetyFive), (50, 89));
    }

    #[test]
    fn what_cannot_be_drawn_is_no_draw() {
        assert_eq!(Draw::new(0, 0, 10), None);
        assert_eq!(Draw::new(4, 3, 10), None);
        assert_eq!(Draw::new(3, 11, 10), None);
    }

    proptest! {
        #[test]
        fn bounds_hold_what_was_seen_and_a_census_leaves_no_doubt(found in 0u32..40, more in 0u32..40, left in 0u32..100) {
            let drawn = found + more;
            prop_assume!(drawn > 0);
            let draw = Draw::new(found, drawn, drawn + left).unwrap();
            let (least, most) = draw.bounds(Confidence::NinetyFive);
            prop_assert!(found <= least && least <= most && most <= found + left);
            prop_assert!(draw.at_most(Confidence::NinetyFive) <= most);
            prop_assert!(left > 0 || (least, most) == (found, found));
        }

        /// The kind and its opposite: what one leaves room for, the other does.
        #[test]
        fn counting_the_other_kind_turns_the_bounds_round(found in 0u32..40, more in 0u32..40, left in 0u32..100) {
            let drawn = found + more;
            prop_assume!(drawn > 0);
            let all = drawn + left;
            let (least, most) = Draw::new(found, drawn, all).unwrap().bounds(Confidence::NinetyFive);
            let turned = Draw::new(more, drawn, all).unwrap().bounds(Confidence::NinetyFive);
            prop_assert_eq!(turned, (all - most, all - least));
        }
    }
}
