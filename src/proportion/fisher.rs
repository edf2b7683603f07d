//! Fisher's exact test: whether two groups differ by more than chance.

use crate::number::ln_choose;

/// How much less likely a table may seem by rounding alone and yet count as equally likely.
const ROUNDING: f64 = 1e-7;

/// The chance of a table at least as unlikely as this one, if yes and no fell on both groups alike.
///
/// `one` and `other` are the yes and the no of each group. R. A. Fisher, *Statistical Methods for Research Workers*, 5th ed.
/// (1934), § 21.02; two-sided by adding up all tables with the same margins that are no likelier, as `fisher.test` of R does.
pub fn fisher(one: (u32, u32), other: (u32, u32)) -> f64 {
    let (first, second) = (one.0 + one.1, other.0 + other.1);
    let yes = one.0 + other.0;
    let ways = ln_choose(first + second, yes);
    let chance = |k: u32| (ln_choose(first, k) + ln_choose(second, yes - k) - ways).exp();
    let limit = chance(one.0) * (1.0 + ROUNDING);
    let sum: f64 = (yes.saturating_sub(second)..=yes.min(first)).map(chance).filter(|&each| each <= limit).sum();
    sum.min(1.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn tables_have_the_values_that_r_prints() {
        for (table, printed) in [
            (((3, 1), (1, 3)), 0.485_714_285_714_285_7),
            (((10, 2), (3, 15)), 0.000_536_724_119_143_434_6),
            (((0, 5), (5, 0)), 0.007_936_507_936_507_936),
        ] {
            assert!((fisher(table.0, table.1) - printed).abs() < 1e-12, "{table:?}");
        }
    }

    #[test]
    fn groups_without_a_difference_differ_by_chance() {
        assert!((fisher((0, 0), (3, 4)) - 1.0).abs() < 1e-12);
        assert!((fisher((0, 9), (0, 4)) - 1.0).abs() < 1e-12);
        assert!((fisher((5, 5), (5, 5)) - 1.0).abs() < 1e-12);
    }

    proptest! {
        #[test]
        fn it_does_not_matter_which_group_or_answer_stands_first(a in 0u32..60, b in 0u32..60, c in 0u32..60, d in 0u32..60) {
            let p = fisher((a, b), (c, d));
            prop_assert!(p > 0.0 && p <= 1.0);
            prop_assert!((p - fisher((c, d), (a, b))).abs() < 1e-9);
            prop_assert!((p - fisher((b, a), (d, c))).abs() < 1e-9);
            prop_assert!((p - fisher((a, c), (b, d))).abs() < 1e-9);
        }
    }
}
