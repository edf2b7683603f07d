//! How far apart two answers are.

use crate::statistics::special::real;

/// A distance for every two choices of a scale: 0 from a choice to itself, the same in both directions.
///
/// The weights of the literature are 1 less these.
#[derive(Debug, Clone, PartialEq)]
pub struct Distance {
    scale: usize,
    cells: Vec<f64>,
}

impl Distance {
    /// The distances that a function gives.
    pub fn new(scale: usize, between: impl Fn(usize, usize) -> f64) -> Self {
        let between = &between;
        Self { scale, cells: (0..scale).flat_map(|one| (0..scale).map(move |other| between(one, other))).collect() }
    }

    /// Alike or not.
    pub fn nominal(scale: usize) -> Self {
        Self::new(scale, |one, other| f64::from(u8::from(one != other)))
    }

    /// Steps on the scale, the longest being 1 (D. V. Cicchetti and T. Allison 1971).
    pub fn linear(scale: usize) -> Self {
        Self::new(scale, |one, other| real(one.abs_diff(other)) / Self::longest(scale))
    }

    /// Squared steps on the scale, the longest being 1 (J. L. Fleiss and J. Cohen 1973).
    pub fn quadratic(scale: usize) -> Self {
        Self::new(scale, |one, other| (real(one.abs_diff(other)) / Self::longest(scale)).powi(2))
    }

    /// Pairs of choices that lie between, the longest being 1 (K. L. Gwet, *Handbook of Inter-Rater Reliability*, 2014).
    pub fn ordinal(scale: usize) -> Self {
        let pairs = |steps: f64| steps * (steps + 1.0) / 2.0;
        Self::new(scale, |one, other| pairs(real(one.abs_diff(other))) / pairs(Self::longest(scale)))
    }

    fn longest(scale: usize) -> f64 {
        real(scale.max(2) - 1)
    }

    /// How many choices the scale has.
    pub fn scale(&self) -> usize {
        self.scale
    }

    /// From one choice to another.
    pub fn between(&self, one: usize, other: usize) -> f64 {
        self.rows().nth(one).and_then(|row| row.get(other)).copied().unwrap_or_default()
    }

    /// The distances from each choice.
    pub(crate) fn rows(&self) -> impl Iterator<Item = &[f64]> {
        self.cells.chunks(self.scale.max(1))
    }

    /// All distances added up.
    pub(crate) fn sum(&self) -> f64 {
        self.cells.iter().sum()
    }

    /// From each choice, the distances to answers that fall on the choices so often, added up.
    pub(crate) fn sums_to(&self, answers: &[f64]) -> Vec<f64> {
        self.rows().map(|row| dot(row, answers)).collect()
    }

    /// The distances from some answers to others, added up.
    pub(crate) fn total(&self, some: &[f64], others: &[f64]) -> f64 {
        dot(&self.sums_to(others), some)
    }
}

/// The sum of the products of what stands in the same place.
pub(crate) fn dot(one: &[f64], other: &[f64]) -> f64 {
    one.iter().zip(other).map(|(a, b)| a * b).sum()
}
