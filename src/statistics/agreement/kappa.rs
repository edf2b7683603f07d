//! Cohen's kappa of two coders, plain or weighted, and Light's mean of it over every two of several.

use super::bootstrap::percentiles;
use super::distance::{Distance, dot};
use super::estimate::{Disagreement, Estimate, Undefined};
use super::ratings::{Ratings, Table};

/// Observed disagreement, and the expected one if both had shared out their answers independently of the case.
///
/// J. Cohen, *A coefficient of agreement for nominal scales*, Educ. Psychol. Meas. 20 (1960); weighted: *Weighted kappa*,
/// Psychol. Bull. 70 (1968). The places on the declared scale count, those of unused choices too.
pub fn disagreement(table: &Table, distance: &Distance) -> Result<Disagreement, Undefined> {
    let cases = f64::from(table.cases());
    if table.cases() == 0 {
        return Err(Undefined::NothingPaired);
    }
    if table.all_alike() {
        return Err(Undefined::AllAlike);
    }
    let seen = table.rows().zip(distance.rows()).map(|(row, distances)| dot(&shares(row, cases), distances));
    let (first, second) = margins(table, cases);
    Ok(Disagreement { observed: seen.sum(), expected: distance.total(&first, &second) })
}

/// Kappa with its standard error.
///
/// The error is that of J. L. Fleiss, J. Cohen and B. S. Everitt, *Large sample standard errors of kappa and weighted
/// kappa*, Psychol. Bull. 72 (1969), written as the mean square of what each case moves kappa by.
pub fn estimate(table: &Table, distance: &Distance) -> Result<Estimate, Undefined> {
    let disagreement = disagreement(table, distance)?;
    let (kappa, cases) = (disagreement.coefficient(), f64::from(table.cases()));
    let (first, second) = margins(table, cases);
    let (from_first, from_second) = (distance.sums_to(&second), distance.sums_to(&first));
    let mut squares = 0.0;
    for ((row, distances), one) in table.rows().zip(distance.rows()).zip(&from_first) {
        for ((share, apart), other) in shares(row, cases).iter().zip(distances).zip(&from_second) {
            let influence = (1.0 - kappa) * (one + other - disagreement.expected) - apart;
            squares += share * influence * influence;
        }
    }
    let variance = squares / (cases * disagreement.expected * disagreement.expected);
    Ok(Estimate::normal(kappa, table.cases(), variance))
}

fn shares(counts: &[u32], of: f64) -> Vec<f64> {
    counts.iter().map(|&n| f64::from(n) / of).collect()
}

fn margins(table: &Table, cases: f64) -> (Vec<f64>, Vec<f64>) {
    let (first, second) = table.margins();
    (shares(&first, cases), shares(&second, cases))
}

/// The mean of the kappas of every two coders.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Light {
    /// The mean.
    pub value: f64,
    /// The pairs of coders whose kappa is defined: the mean is theirs.
    pub used: u32,
    /// All pairs.
    pub pairs: u32,
}

/// Light's kappa: each two coders over the cases that both answered.
///
/// R. J. Light, *Measures of response agreement for qualitative data*, Psychol. Bull. 76 (1971).
pub fn light(ratings: &Ratings, distance: &Distance) -> Result<Light, Undefined> {
    let (mut sum, mut used, mut pairs) = (0.0, 0, 0);
    let mut reason = Undefined::NothingPaired;
    for (one, other) in ratings.pairs() {
        pairs += 1;
        match disagreement(&ratings.table(one, other), distance) {
            Ok(found) => {
                sum += found.coefficient();
                used += 1;
            }
            Err(Undefined::AllAlike) => reason = Undefined::AllAlike,
            Err(Undefined::NothingPaired) => {}
        }
    }
    if used == 0 { Err(reason) } else { Ok(Light { value: sum / f64::from(used), used, pairs }) }
}

/// Light's kappa with an interval from resampled cases; there is no formula for its error.
pub fn light_estimate(ratings: &Ratings, distance: &Distance, seed: u64) -> Result<Estimate, Undefined> {
    let value = light(ratings, distance)?.value;
    let interval = percentiles(ratings, seed, |drawn| light(drawn, distance).ok().map(|light| light.value));
    Ok(Estimate { value, cases: ratings.answered_by(2), error: None, interval })
}
