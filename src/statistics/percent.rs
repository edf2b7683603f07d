//! Percent as the reports print it: whole numbers, half up, computed in integers.

/// The share `k` of `n` in whole percent, half up; nothing where `n` is 0.
///
/// `(200·k + n) / (2·n)` is `100·k/n + ½` rounded down, without a fraction ever being rounded twice.
pub fn percent(k: u32, n: u32) -> Option<u32> {
    let (k, n) = (u64::from(k), u64::from(n));
    let rounded = (200 * k + n).checked_div(2 * n)?;
    u32::try_from(rounded).ok()
}

/// The share as text without its sign: never 0 where there is something, never 100 where something is missing.
pub fn shown(k: u32, n: u32) -> String {
    match percent(k, n) {
        None => "–".to_owned(),
        Some(0) if k > 0 => "<1".to_owned(),
        Some(100) if k < n => ">99".to_owned(),
        Some(rounded) => rounded.to_string(),
    }
}

/// Whether the whole percents of parts that make up `n` sum to something else than 100, which a reader should be told.
pub fn is_bent(parts: impl Iterator<Item = u32>, n: u32) -> bool {
    n > 0 && parts.filter_map(|k| percent(k, n)).sum::<u32>() != 100
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn half_goes_up_and_nothing_of_nothing_is_no_number() {
        assert_eq!(percent(1, 8), Some(13));
        assert_eq!(percent(1, 200), Some(1));
        assert_eq!(percent(3, 0), None);
        assert_eq!(shown(0, 0), "–");
        assert_eq!(shown(1, 1000), "<1");
        assert_eq!(shown(999, 1000), ">99");
        assert_eq!(shown(0, 5), "0");
        assert_eq!(shown(5, 5), "100");
    }

    #[test]
    fn parts_that_do_not_sum_to_a_hundred_are_told() {
        assert!(is_bent([1, 1, 1].into_iter(), 3));
        assert!(!is_bent([1, 1, 2].into_iter(), 4));
        assert!(!is_bent([0, 0].into_iter(), 0));
    }

    proptest! {
        #[test]
        fn percent_is_within_half_a_point_and_a_tie_goes_up(k in 0u32..100_000, extra in 0u32..100_000) {
            let n = k + extra;
            prop_assume!(n > 0);
            let p = u64::from(percent(k, n).unwrap());
            let (k, n) = (u64::from(k), u64::from(n));
            prop_assert!(200 * k < (2 * p + 1) * n && (2 * p).saturating_sub(1) * n <= 200 * k);
        }
    }
}
