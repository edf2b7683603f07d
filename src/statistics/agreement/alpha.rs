//! Krippendorff's alpha: any number of coders, gaps, and answers without order, in order or with equal steps.
//!
//! K. Krippendorff, *Computing Krippendorff's Alpha-Reliability* (2011). Cases that one coder answered have no influence, and
//! neither have choices that nobody gave.

use super::bootstrap::percentiles;
use super::distance::{Distance, dot};
use super::estimate::{Disagreement, Estimate, Undefined};
use super::ratings::{Pattern, Ratings};
use crate::statistics::special::real;

/// What the places on the scale mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// Names without an order.
    Nominal,
    /// An order: two choices are as far apart as there are answers between them.
    Ordinal,
    /// An order with equal steps.
    Interval,
}

impl Level {
    /// The squared differences between choices that were given so often.
    fn distance(self, given: &[f64]) -> Distance {
        match self {
            Self::Nominal => Distance::nominal(given.len()),
            Self::Ordinal => Distance::new(given.len(), |one, other| {
                let (low, high) = (one.min(other), one.max(other));
                let ends = [low, high].iter().filter_map(|&end| given.get(end)).sum::<f64>();
                let span: f64 = given.iter().skip(low).take(high - low + 1).sum();
                (span - ends / 2.0).powi(2)
            }),
            Self::Interval => Distance::new(given.len(), |one, other| real(one.abs_diff(other)).powi(2)),
        }
    }
}

/// How often each choice was given to cases that at least two coders answered.
fn given(pairable: &Ratings) -> Result<Vec<f64>, Undefined> {
    if pairable.answered_by(2) == 0 {
        return Err(Undefined::NothingPaired);
    }
    if pairable.all_alike() {
        return Err(Undefined::AllAlike);
    }
    Ok(pairable.counts().iter().map(|&n| f64::from(n)).collect())
}

/// Observed and expected disagreement of answers that are so far apart.
fn between(pairable: &Ratings, given: &[f64], distance: &Distance) -> Disagreement {
    let answers: f64 = given.iter().sum();
    let seen = pairable.patterns().iter().map(|pattern| pattern.weight() * apart(pattern, distance));
    let expected = distance.total(given, given) / (answers * (answers - 1.0));
    Disagreement { observed: seen.sum::<f64>() / answers, expected }
}

/// What the answers to a case differ by, summed over the answers.
fn apart(pattern: &Pattern, distance: &Distance) -> f64 {
    pattern.disagreement(distance).map_or(0.0, |seen| seen * pattern.size())
}

/// Observed and expected disagreement.
pub fn disagreement(ratings: &Ratings, level: Level) -> Result<Disagreement, Undefined> {
    let pairable = ratings.pairable();
    let given = given(&pairable)?;
    Ok(between(&pairable, &given, &level.distance(&given)))
}

/// Alpha for distances that do not depend on the answers, with its linearised standard error: what each case moves the
/// ratio of disagreements by, answers being paired with themselves too (Gwet 2014; irrCAC).
pub fn of_distance(ratings: &Ratings, distance: &Distance) -> Result<Estimate, Undefined> {
    let pairable = ratings.pairable();
    let given = given(&pairable)?;
    let found = between(&pairable, &given, distance);
    let (cases, answers) = (pairable.answered_by(2), given.iter().sum::<f64>());
    let (from_each, all) = (distance.sums_to(&given), distance.total(&given, &given));
    let ratio = found.observed * answers * answers / all;
    let influence = |pattern: &Pattern| {
        let expected = 2.0 * dot(&pattern.spread(), &from_each) / all - pattern.size() / answers;
        f64::from(cases) * (apart(pattern, distance) * answers / all - ratio * expected)
    };
    let squares = pairable.patterns().iter().map(|pattern| pattern.weight() * influence(pattern).powi(2)).sum();
    Ok(Estimate::linearised(found.coefficient(), cases, squares))
}

/// Alpha of names or equal steps with its standard error; of an order, whose distances the answers themselves make, with an
/// interval from resampled cases.
pub fn estimate(ratings: &Ratings, level: Level, seed: u64) -> Result<Estimate, Undefined> {
    if level != Level::Ordinal {
        return of_distance(ratings, &level.distance(&vec![0.0; ratings.scale()]));
    }
    let value = disagreement(ratings, level)?.coefficient();
    let interval = percentiles(ratings, seed, |drawn| Some(disagreement(drawn, level).ok()?.coefficient()));
    Ok(Estimate { value, cases: ratings.answered_by(2), error: None, interval })
}
