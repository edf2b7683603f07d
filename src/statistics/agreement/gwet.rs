//! Agreement of any number of coders with gaps, less what chance would give: percent agreement, Fleiss' kappa, AC1 and AC2.
//!
//! The three are one formula with three ideas of chance, and share one standard error: K. L. Gwet, *Handbook of Inter-Rater
//! Reliability*, 4th ed. (2014). On all answers it is his, cases that one coder answered among them; on
//! [`Ratings::pairable`] the error is clean and every coefficient rests on the same cases.

use super::distance::{Distance, dot};
use super::estimate::{Disagreement, Estimate, Undefined};
use super::ratings::{Pattern, Ratings};
use crate::statistics::special::real;

/// What disagreement is expected by chance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Chance {
    /// Nothing is put down to chance: plain agreement, the mean over cases of the pairs that agree.
    None,
    /// As if every answer were drawn from all that were given: J. L. Fleiss, *Measuring nominal scale agreement among many
    /// raters*, Psychol. Bull. 76 (1971), extended to gaps by Gwet. For two coders it is Scott's pi, not Cohen's kappa.
    Fleiss,
    /// As if only hard cases were guessed, over all declared choices: AC1, with distances AC2; K. L. Gwet, *Computing
    /// inter-rater reliability and its variance in the presence of high agreement*, Br. J. Math. Stat. Psychol. 61 (2008).
    Gwet,
}

impl Chance {
    /// What an answer adds to the expected disagreement by falling on each choice, the answers falling so in the mean.
    fn of_each(self, distance: &Distance, means: &[f64]) -> Vec<f64> {
        let scale = real(distance.scale());
        let weight = (scale * scale - distance.sum()) / (scale * (scale - 1.0).max(1.0));
        match self {
            Self::None => vec![1.0; means.len()],
            Self::Fleiss => distance.sums_to(means),
            Self::Gwet => means.iter().map(|mean| 1.0 - weight * (1.0 - mean)).collect(),
        }
    }

    /// Whether the answers leave no chance to disagree.
    fn is_undefined(self, ratings: &Ratings) -> bool {
        match self {
            Self::None => false,
            Self::Fleiss => ratings.all_alike(),
            Self::Gwet => ratings.scale() < 2,
        }
    }
}

/// How the answers to a case fall on the choices, as shares.
fn shares(pattern: &Pattern) -> Vec<f64> {
    pattern.counts.iter().map(|&n| f64::from(n) / pattern.size()).collect()
}

/// The means of the shares over the cases that were answered.
fn means(ratings: &Ratings) -> Vec<f64> {
    let cases = f64::from(ratings.answered_by(1));
    let mut means = vec![0.0; ratings.scale()];
    for pattern in ratings.patterns().iter().filter(|pattern| pattern.answered() > 0) {
        for (mean, share) in means.iter_mut().zip(shares(pattern)) {
            *mean += share * pattern.weight() / cases;
        }
    }
    means
}

/// Observed and expected disagreement.
pub fn disagreement(ratings: &Ratings, distance: &Distance, chance: Chance) -> Result<Disagreement, Undefined> {
    let paired = ratings.answered_by(2);
    if paired == 0 {
        return Err(Undefined::NothingPaired);
    }
    if chance.is_undefined(ratings) {
        return Err(Undefined::AllAlike);
    }
    let seen = ratings.patterns().iter().filter_map(|p| Some(p.disagreement(distance)? * p.weight()));
    let means = means(ratings);
    let expected = dot(&chance.of_each(distance, &means), &means);
    Ok(Disagreement { observed: seen.sum::<f64>() / f64::from(paired), expected })
}

/// The coefficient with its linearised standard error.
pub fn estimate(ratings: &Ratings, distance: &Distance, chance: Chance) -> Result<Estimate, Undefined> {
    let found = disagreement(ratings, distance, chance)?;
    let value = found.coefficient();
    let cases = ratings.answered_by(1);
    let scaled = f64::from(cases) / f64::from(ratings.answered_by(2));
    let of_each = chance.of_each(distance, &means(ratings));
    let influence = |pattern: &Pattern| {
        let seen = pattern.disagreement(distance).map_or(0.0, |seen| scaled * (found.expected - seen));
        let expected = dot(&of_each, &shares(pattern));
        (seen - 2.0 * (1.0 - value) * (found.expected - expected)) / found.expected - value
    };
    let answered = ratings.patterns().iter().filter(|pattern| pattern.answered() > 0);
    let squares = answered.map(|pattern| pattern.weight() * influence(pattern).powi(2)).sum();
    Ok(Estimate::linearised(value, cases, squares))
}
