//! Fisher's exact test: whether two groups differ by more than chance, as a whole or stratum by stratum.

use crate::statistics::special::ln_choose;

/// How much less likely a table may seem by rounding alone and yet count as equally likely.
const ROUNDING: f64 = 1e-7;

/// The yes and the no of one group, and of the other.
pub type Table = ((u32, u32), (u32, u32));

/// The chance of a table at least as unlikely as this one, if yes and no fell on both groups alike.
///
/// `one` and `other` are the yes and the no of each group. R. A. Fisher, *Statistical Methods for Research Workers*, 5th ed.
/// (1934), § 21.02; two-sided by adding up all tables with the same margins that are no likelier, as `fisher.test` of R does.
pub fn fisher(one: (u32, u32), other: (u32, u32)) -> f64 {
    stratified(&[(one, other)])
}

/// The same where yes and no fell on both groups alike in each stratum: of the yes of the first group in all strata.
///
/// The exact conditional test of a common odds ratio of 1: D. R. Cox, *Analysis of Binary Data* (1970), ch. 5, as
/// `mantelhaen.test(exact = TRUE)` of R does it. The sum over independent strata has its chances multiplied out.
pub fn stratified(strata: &[Table]) -> f64 {
    let (mut chances, mut seen) = (vec![1.0], 0);
    for &(one, other) in strata {
        let (first, second) = (one.0 + one.1, other.0 + other.1);
        let yes = one.0 + other.0;
        let ways = ln_choose(first + second, yes);
        let least = yes.saturating_sub(second);
        let own: Vec<f64> =
            (least..=yes.min(first)).map(|k| (ln_choose(first, k) + ln_choose(second, yes - k) - ways).exp()).collect();
        chances = both(&chances, &own);
        seen += (one.0 - least) as usize;
    }
    let limit = chances.get(seen).copied().unwrap_or_default() * (1.0 + ROUNDING);
    chances.into_iter().filter(|&each| each <= limit).sum::<f64>().min(1.0)
}

/// The chances of the sums of two independent counts.
fn both(one: &[f64], other: &[f64]) -> Vec<f64> {
    let mut sums = vec![0.0; (one.len() + other.len()).saturating_sub(1)];
    for (at, chance) in one.iter().enumerate() {
        for (sum, other) in sums.iter_mut().skip(at).zip(other) {
            *sum += chance * other;
        }
    }
    sums
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

    const STRATA: [(&[Table], f64); 2] = [
        (&[((12, 3), (7, 9)), ((5, 5), (2, 8))], 0.021_335_325_046_954_203),
        (&[((30, 10), (44, 36)), ((8, 2), (9, 11)), ((0, 4), (1, 3))], 0.014_852_337_698_413_424),
    ];

    #[test]
    fn strata_are_added_up() {
        assert!((stratified(&[((1, 0), (0, 1)), ((1, 0), (0, 1))]) - 0.5).abs() < 1e-12, "1, 2 and 1 of 4 ways");
        assert!((stratified(&[((1, 0), (0, 1)), ((0, 1), (1, 0))]) - 1.0).abs() < 1e-12, "they cancel out");
        // From exact fractions, and as mantelhaen.test(exact = TRUE) of R prints them.
        for (strata, exact) in STRATA {
            assert!((stratified(strata) - exact).abs() < 1e-12, "{strata:?}: {}", stratified(strata));
        }
        assert!((stratified(&[]) - 1.0).abs() < 1e-12);
    }

    proptest! {
        #[test]
        fn strata_that_say_nothing_change_nothing(a in 0u32..20, b in 0u32..20, c in 0u32..20, d in 0u32..20, n in 0u32..20) {
            let table = ((a, b), (c, d));
            let p = stratified(&[table]);
            prop_assert!((p - stratified(&[((0, n), (0, n)), table, ((n, 0), (0, 0))])).abs() < 1e-9);
            let [there, back] = [[table, ((3, 4), (5, 1))], [((3, 4), (5, 1)), table]];
            prop_assert!((stratified(&there) - stratified(&back)).abs() < 1e-9);
        }

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
