//! The quartiles of numbers.

use super::Counts;

impl Counts {
    /// The lower quartile, the median and the upper quartile of the numbers, in thousandths, half away from zero.
    ///
    /// Between two numbers a quartile lies as far as its place does: type 7 of Hyndman and Fan (1996, "Sample quantiles
    /// in statistical packages", *The American Statistician* 50), which R, `NumPy` and the spreadsheets' `QUARTILE` use
    /// too. The halves' medians that schools teach can differ from it where there are few numbers.
    pub fn quartiles(&self) -> Option<[i64; 3]> {
        let n: u64 = self.values.values().map(|&count| u64::from(count)).sum();
        let steps = n.checked_sub(1)?;
        let quartile = |quarter: u64| {
            let (place, rest) = (steps * quarter / 4, steps * quarter % 4);
            let (low, high) = (self.ranked(place)?, self.ranked((place + 1).min(steps))?);
            let weight = i64::try_from(rest).ok()?;
            let quarters = (4 - weight) * low + weight * high;
            Some((quarters + quarters.signum() * 2) / 4)
        };
        Some([quartile(1)?, quartile(2)?, quartile(3)?])
    }

    /// The median of the numbers, in thousandths.
    pub fn median(&self) -> Option<i64> {
        self.quartiles().map(|[_, median, _]| median)
    }

    /// The number that so many are before, in order.
    fn ranked(&self, before: u64) -> Option<i64> {
        let mut passed = 0;
        self.values.iter().find_map(|(&value, &count)| {
            passed += u64::from(count);
            (passed > before).then_some(value)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn counts(values: &[i64]) -> Counts {
        let mut counts = Counts::default();
        for &value in values {
            *counts.values.entry(value).or_default() += 1;
        }
        counts
    }

    /// What R's `quantile` says, in thousandths.
    #[test]
    fn quartiles_are_those_of_r() {
        let of = |values: &[i64]| counts(&values.iter().map(|value| value * 1000).collect::<Vec<_>>()).quartiles();
        assert_eq!(of(&[]), None);
        assert_eq!(of(&[7]), Some([7000, 7000, 7000]));
        assert_eq!(of(&[1, 2]), Some([1250, 1500, 1750]));
        assert_eq!(of(&[1, 3, 8, 8, 10, 12, 18]), Some([5500, 8000, 11_000]));
        assert_eq!(of(&[10, 12, 15, 15, 17, 18, 20, 21, 21, 23, 30, 39]), Some([15_000, 19_000, 21_500]));
        assert_eq!(counts(&[1, 2]).median(), Some(2), "half goes away from zero");
        assert_eq!(counts(&[-1, -2]).median(), Some(-2));
    }

    proptest! {
        #[test]
        fn a_quartile_cuts_the_numbers_where_it_should(values in prop::collection::vec(-50_000i64..50_000, 1..60)) {
            let found = counts(&values).quartiles().unwrap();
            for (quartile, quarters) in found.into_iter().zip(1..) {
                let below = values.iter().filter(|&&value| value < quartile).count();
                let upto = values.iter().filter(|&&value| value <= quartile).count();
                prop_assert!(4 * below <= quarters * (values.len() - 1) + 4, "{below} below {quartile}");
                prop_assert!(4 * upto >= quarters * (values.len() - 1), "{upto} up to {quartile}");
            }
            prop_assert!(found.is_sorted());
            let moved: Vec<i64> = values.iter().map(|value| value + 4000).collect();
            prop_assert!(counts(&moved).quartiles().unwrap().iter().zip(found).all(|(a, b)| (a - b - 4000).abs() <= 1));
        }
    }
}
