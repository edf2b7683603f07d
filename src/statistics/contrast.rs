//! Two groups contrasted: how far apart their shares of an answer are, and how likely that is by chance alone.

use super::proportion::fisher::{Table, fisher, stratified};
use super::proportion::{Confidence, Interval, difference, share};

/// How many of how many.
pub type Share = (u32, u32);

/// The share of an answer in one group beside that in another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Contrast {
    /// The one group.
    pub one: Share,
    /// The other.
    pub other: Share,
}

impl Contrast {
    /// Whether both groups carry percents, which a base carries from `percent_from` on.
    pub fn is_large(self, percent_from: u32) -> bool {
        self.one.1.min(self.other.1) >= percent_from.max(1)
    }

    /// The share of the one less that of the other; an empty group counts as a share of 0.
    pub fn difference(self) -> f64 {
        let of = |(k, n): Share| share(k, n).unwrap_or(0.0);
        of(self.one) - of(self.other)
    }

    /// The difference in percentage points, rounded once, half away from zero.
    pub fn points(self) -> i64 {
        let [(k, n), (l, m)] = [self.one, self.other].map(|(k, n)| (i64::from(k), i64::from(n.max(1))));
        let (above, below) = (100 * (k * m - l * n), n * m);
        (2 * above + above.signum() * below) / (2 * below)
    }

    /// How likely so large a difference is by chance alone.
    pub fn p_value(self) -> f64 {
        let (one, other) = self.table();
        fisher(one, other)
    }

    /// Where the difference lies in 95 of 100 samples; nothing where a group is empty.
    pub fn interval(self) -> Option<Interval> {
        difference(self.one, self.other, Confidence::NinetyFive)
    }

    fn table(self) -> Table {
        let split = |(k, n): Share| (k, n.saturating_sub(k));
        (split(self.one), split(self.other))
    }
}

/// Two groups contrasted stratum by stratum, for they may be made up differently.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stratified {
    /// Both groups in all strata that they have in common.
    pub sums: Contrast,
    /// The share that the other group would have with the composition of the one (direct standardisation).
    pub expected: f64,
    /// How likely so large a difference is by chance alone.
    pub p_value: f64,
}

impl Stratified {
    /// The contrast in the strata in which both groups have answers; nothing where there are none.
    pub fn new(strata: impl IntoIterator<Item = Contrast>) -> Option<Self> {
        let strata: Vec<Contrast> = strata.into_iter().filter(|each| each.is_large(1)).collect();
        let sum = |side: fn(&Contrast) -> Share| {
            strata.iter().map(side).fold((0, 0), |sum: Share, one| (sum.0 + one.0, sum.1 + one.1))
        };
        let sums = Contrast { one: sum(|each| each.one), other: sum(|each| each.other) };
        let weighted =
            strata.iter().map(|Contrast { one, other: (k, n) }| f64::from(one.1) * f64::from(*k) / f64::from(*n));
        let expected = weighted.sum::<f64>() / f64::from(sums.one.1.max(1));
        let tables: Vec<Table> = strata.iter().map(|each| each.table()).collect();
        (!strata.is_empty()).then(|| Self { sums, expected, p_value: stratified(&tables) })
    }

    /// The share of the one less the expected share of the other.
    pub fn difference(self) -> f64 {
        let (k, n) = self.sums.one;
        share(k, n).unwrap_or(0.0) - self.expected
    }
}

/// How many of so many groups are contrasted with the others: the second of two would say what the first says.
pub fn contrasted(groups: usize) -> usize {
    if groups == 2 { 1 } else { groups }
}

/// Whether a difference with this p-value is told in words.
pub fn is_rare(p_value: f64) -> bool {
    p_value < 0.05
}

/// How many of so many differences are rare by chance alone.
pub fn rare_by_chance(differences: usize) -> usize {
    (differences + 10) / 20
}

/// Orders by the size of a difference, the largest first.
pub fn largest_first<T>(found: &mut [T], difference: impl Fn(&T) -> f64) {
    found.sort_by(|one, other| difference(other).abs().total_cmp(&difference(one).abs()));
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn contrast(one: Share, other: Share) -> Contrast {
        Contrast { one, other }
    }

    #[test]
    fn both_groups_must_carry_percents() {
        assert!(contrast((1, 10), (2, 10)).is_large(10));
        assert!(!contrast((1, 10), (2, 9)).is_large(10));
        assert!(!contrast((1, 9), (2, 10)).is_large(10));
        assert!(!contrast((0, 0), (2, 10)).is_large(0), "nothing of nothing is no share");
    }

    #[test]
    fn the_second_of_two_groups_says_what_the_first_says() {
        assert_eq!([0, 1, 2, 3].map(contrasted), [0, 1, 1, 3]);
    }

    #[test]
    fn one_of_twenty_is_rare_by_chance() {
        assert_eq!([0, 9, 10, 29, 30].map(rare_by_chance), [0, 0, 1, 1, 2]);
        assert!(is_rare(0.049) && !is_rare(0.05));
    }

    #[test]
    fn strata_without_one_of_the_groups_say_nothing() {
        let told = contrast((3, 4), (1, 2));
        let all = Stratified::new([told, contrast((5, 5), (0, 0)), contrast((0, 0), (7, 9))]);
        assert_eq!(all, Stratified::new([told]));
        assert_eq!(all.map(|all| all.sums), Some(told));
        assert_eq!(Stratified::new([contrast((5, 5), (0, 0))]), None);
    }

    #[test]
    fn the_largest_difference_is_first_whichever_way_it_goes() {
        let mut found = [1, -3, 2];
        largest_first(&mut found, |each| f64::from(*each));
        assert_eq!(found, [-3, 2, 1]);
    }

    proptest! {
        #[test]
        fn points_are_within_half_a_point_and_turn_their_sign(k in 0u32..90, n in 90u32..200, l in 0u32..90, m in 90u32..200) {
            let there = contrast((k, n), (l, m));
            let exact = 100.0 * there.difference();
            prop_assert!((exact - f64::from(i32::try_from(there.points()).unwrap())).abs() <= 0.5 + 1e-9);
            prop_assert_eq!(there.points(), -contrast((l, m), (k, n)).points());
        }
    }
}
