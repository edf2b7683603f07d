//! Sums that the statistics share: log-factorials, the t distribution, a search.

use std::f64::consts::{FRAC_2_PI, FRAC_PI_2, TAU};

/// A count as a real number; no count here comes near the limit.
pub fn real(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::INFINITY, f64::from)
}

/// The nearest whole number, halves away from zero; no percent here comes near the limit.
#[expect(clippy::cast_possible_truncation, reason = "cut to what fits before it")]
pub fn rounded(value: f64) -> i64 {
    value.round().clamp(-1e15, 1e15) as i64
}

/// A value with six decimals, which is more than it can be trusted for and less than machines differ in.
pub fn decimals(value: f64) -> f64 {
    // Adding 0 makes a negative nothing plain.
    (value * 1e6).round() / 1e6 + 0.0
}

/// The first of `low..high` for which something holds that holds for all after it too; `high` where it holds for none.
pub fn first(mut low: u32, mut high: u32, holds: impl Fn(u32) -> bool) -> u32 {
    while low < high {
        let middle = low + (high - low) / 2;
        if holds(middle) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    low
}

/// The logarithm of `n`!: multiplied out where small, else by Stirling's series, which is then exact to the last digits.
pub fn ln_factorial(n: u32) -> f64 {
    if n < 32 {
        return (1..=n).map(f64::from).product::<f64>().ln();
    }
    let x = f64::from(n);
    let correction = (1.0 / 12.0 - (1.0 / 360.0 - (1.0 / 1260.0 - 1.0 / (1680.0 * x * x)) / (x * x)) / (x * x)) / x;
    (x + 0.5) * x.ln() - x + 0.5 * TAU.ln() + correction
}

/// The logarithm of the number of ways to choose `k` of `n`, `k` being at most `n`.
pub fn ln_choose(n: u32, k: u32) -> f64 {
    ln_factorial(n) - ln_factorial(k) - ln_factorial(n - k)
}

/// Between which values, plus and minus, Student's t with `freedom` degrees lies in 95 of 100 cases.
///
/// For whole degrees the distribution is a finite sum in the angle whose tangent is t/√ν: M. Abramowitz and I. A. Stegun,
/// *Handbook of Mathematical Functions* (1964), 26.7.3 and 26.7.4. The angle is found by halving.
pub fn student_95(freedom: u32) -> f64 {
    let (mut low, mut high) = (0.0, FRAC_PI_2);
    for _ in 0..64 {
        let angle = f64::midpoint(low, high);
        if within(angle, freedom) < 0.95 { low = angle } else { high = angle }
    }
    f64::from(freedom).sqrt() * low.tan()
}

/// The chance that |t| lies below √ν times the tangent of the angle.
fn within(angle: f64, freedom: u32) -> f64 {
    let (sine, cosine) = angle.sin_cos();
    let odd = freedom % 2 == 1;
    let mut term = 1.0;
    let mut sum = 1.0;
    for k in (if odd { 2 } else { 1 }..freedom.saturating_sub(2)).step_by(2) {
        term *= cosine * cosine * f64::from(k) / f64::from(k + 1);
        sum += term;
    }
    match freedom {
        1 => FRAC_2_PI * angle,
        _ if odd => FRAC_2_PI * (angle + sine * cosine * sum),
        _ => sine * sum,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn student_is_that_of_the_tables() {
        let printed =
            [(1, 12.706_205), (2, 4.302_653), (3, 3.182_446), (9, 2.262_157), (10, 2.228_139), (100, 1.983_972)];
        for (freedom, t) in printed {
            assert!((student_95(freedom) - t).abs() < 1e-6, "{freedom}: {}", student_95(freedom));
        }
        assert!((student_95(1_000_000) - 1.959_963_984_540_054).abs() < 1e-5);
    }

    #[test]
    fn both_ways_to_a_factorial_meet() {
        let step = |n: u32| ln_factorial(n) - ln_factorial(n - 1) - f64::from(n).ln();
        assert!((1..2000).all(|n| step(n).abs() < 1e-11));
        assert!((ln_choose(52, 5).exp() - 2_598_960.0).abs() < 1e-5);
    }

    #[test]
    fn a_value_is_printed_to_the_sixth_decimal_and_nothing_has_no_sign() {
        let printed = [1.234_567_8, -0.000_000_5, 2.0].map(|value| decimals(value).to_bits());
        assert_eq!(printed, [1.234_568, -0.000_001, 2.0].map(f64::to_bits));
        assert_eq!(decimals(-1e-9).to_bits(), 0.0_f64.to_bits());
    }

    #[test]
    fn the_first_is_found_wherever_it_is() {
        for at in 0..=10 {
            assert_eq!(first(0, 10, |n| n >= at), at);
        }
        assert_eq!(first(0, 10, |_| false), 10);
    }
}
