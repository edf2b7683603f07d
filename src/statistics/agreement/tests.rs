//! What a standard error is: by how much each case moves the coefficient, reckoned by adding one.

use super::*;
use proptest::prelude::*;

/// So many copies of all cases that one more moves a coefficient by as much as its derivative says.
const MANY: u32 = 1000;

/// A coefficient with its error, and what it is made of.
type Coefficient = (fn(&Ratings) -> Result<Estimate, Undefined>, fn(&Ratings) -> Result<Disagreement, Undefined>);

/// All that have a formula for their error, for the answers of two coders to four choices.
const COEFFICIENTS: [Coefficient; 7] = [
    (
        |all| kappa::estimate(&all.table(0, 1), &Distance::nominal(4)),
        |all| kappa::disagreement(&all.table(0, 1), &Distance::nominal(4)),
    ),
    (
        |all| kappa::estimate(&all.table(0, 1), &Distance::quadratic(4)),
        |all| kappa::disagreement(&all.table(0, 1), &Distance::quadratic(4)),
    ),
    (
        |all| gwet::estimate(all, &Distance::nominal(4), Chance::None),
        |all| gwet::disagreement(all, &Distance::nominal(4), Chance::None),
    ),
    (
        |all| gwet::estimate(all, &Distance::linear(4), Chance::Gwet),
        |all| gwet::disagreement(all, &Distance::linear(4), Chance::Gwet),
    ),
    (
        |all| gwet::estimate(all, &Distance::ordinal(4), Chance::Fleiss),
        |all| gwet::disagreement(all, &Distance::ordinal(4), Chance::Fleiss),
    ),
    (|all| alpha::estimate(all, Level::Nominal, 1), |all| alpha::disagreement(all, Level::Nominal)),
    (|all| alpha::estimate(all, Level::Interval, 1), |all| alpha::disagreement(all, Level::Interval)),
];

/// The same cases so many times each, and one of them once more.
fn repeated(ratings: &Ratings, more: Option<usize>) -> Ratings {
    let mut many = ratings.clone();
    for (place, pattern) in many.patterns.iter_mut().enumerate() {
        pattern.cases = pattern.cases * MANY + u32::from(more == Some(place));
    }
    many
}

/// The mean square of what a case moves a coefficient by.
fn moved(ratings: &Ratings, made_of: fn(&Ratings) -> Result<Disagreement, Undefined>) -> f64 {
    let cases = ratings.answered_by(0);
    let value = |more| made_of(&repeated(ratings, more)).unwrap().coefficient();
    let square = |place| ((value(Some(place)) - value(None)) * f64::from(cases * MANY + 1)).powi(2);
    let squares = ratings.patterns.iter().enumerate().map(|(place, pattern)| pattern.weight() * square(place));
    squares.sum::<f64>() / f64::from(cases)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]
    #[test]
    fn an_error_is_what_each_case_moves_the_coefficient_by(
        cases in proptest::collection::vec((0_usize..4, 0_usize..4), 4..20)
    ) {
        let ratings = Ratings::new(4, 2, cases.iter().map(|&(one, other)| vec![Some(one), Some(other)])).unwrap();
        for (place, (estimate, made_of)) in COEFFICIENTS.into_iter().enumerate() {
            let Ok(found) = estimate(&repeated(&ratings, None)) else { continue };
            let error = found.error.unwrap() * f64::from(found.cases).sqrt();
            let expected = moved(&ratings, made_of).sqrt();
            prop_assert!((error - expected).abs() < 5e-3 * expected.max(0.1), "{place}: {error} {expected}");
        }
    }
}
