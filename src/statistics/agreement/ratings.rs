//! Who answered what about which case, with gaps.

use super::distance::Distance;
use crate::statistics::special::real;
use std::collections::BTreeMap;

/// Cases that were answered in the same way by the same coders.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern {
    /// Each coder's answer as its place on the scale.
    pub answers: Vec<Option<usize>>,
    /// How many coders gave each answer.
    pub counts: Vec<u32>,
    /// How many cases look like this.
    pub cases: u32,
}

impl Pattern {
    fn new(answers: Vec<Option<usize>>, scale: usize, cases: u32) -> Self {
        let mut counts = vec![0; scale];
        for &place in answers.iter().flatten() {
            if let Some(count) = counts.get_mut(place) {
                *count += 1;
            }
        }
        Self { answers, counts, cases }
    }

    /// How many coders answered.
    pub fn answered(&self) -> u32 {
        self.counts.iter().sum()
    }

    /// How many answered, as a real number.
    pub(crate) fn size(&self) -> f64 {
        f64::from(self.answered())
    }

    /// How many cases, as a real number.
    pub(crate) fn weight(&self) -> f64 {
        f64::from(self.cases)
    }

    /// How many coders gave each answer, as real numbers.
    pub(crate) fn spread(&self) -> Vec<f64> {
        self.counts.iter().map(|&n| f64::from(n)).collect()
    }

    /// The mean distance of two answers to the case; nothing where there are not two.
    pub(crate) fn disagreement(&self, distance: &Distance) -> Option<f64> {
        let (counts, size) = (self.spread(), self.size());
        (self.answered() >= 2).then(|| distance.total(&counts, &counts) / (size * (size - 1.0)))
    }
}

/// The answers of several coders to one question about the same cases, on the scale as it was declared.
///
/// Cases that look alike are kept once with their number: the order in which they stood has no influence on anything.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Ratings {
    scale: usize,
    coders: usize,
    pub(crate) patterns: Vec<Pattern>,
}

impl Ratings {
    /// The answers of `coders` to each case, as places on a scale of `scale` choices; nothing where a case has another
    /// number of coders or an answer stands outside the scale.
    pub fn new(scale: usize, coders: usize, cases: impl IntoIterator<Item = Vec<Option<usize>>>) -> Option<Self> {
        let mut seen: BTreeMap<Vec<Option<usize>>, u32> = BTreeMap::new();
        for answers in cases {
            if answers.len() != coders || answers.iter().flatten().any(|&place| place >= scale) {
                return None;
            }
            *seen.entry(answers).or_default() += 1;
        }
        Some(Self::of(scale, coders, seen))
    }

    fn of(scale: usize, coders: usize, seen: BTreeMap<Vec<Option<usize>>, u32>) -> Self {
        let patterns = seen.into_iter().map(|(answers, cases)| Pattern::new(answers, scale, cases)).collect();
        Self { scale, coders, patterns }
    }

    /// How many choices the scale has.
    pub fn scale(&self) -> usize {
        self.scale
    }

    /// How many coders there are, those without an answer too.
    pub fn coders(&self) -> usize {
        self.coders
    }

    /// The cases, those that look alike together.
    pub fn patterns(&self) -> &[Pattern] {
        &self.patterns
    }

    /// How many cases at least so many coders answered.
    pub fn answered_by(&self, coders: u32) -> u32 {
        self.patterns.iter().filter(|pattern| pattern.answered() >= coders).map(|pattern| pattern.cases).sum()
    }

    /// How often each choice was given.
    pub fn counts(&self) -> Vec<u32> {
        let mut counts = vec![0; self.scale];
        for pattern in &self.patterns {
            for (count, &given) in counts.iter_mut().zip(&pattern.counts) {
                *count += given * pattern.cases;
            }
        }
        counts
    }

    /// Whether no two answers differ.
    pub fn all_alike(&self) -> bool {
        self.counts().iter().filter(|&&n| n > 0).count() <= 1
    }

    /// The coders who answered nothing.
    pub fn silent(&self) -> Vec<usize> {
        let answers = |coder: usize| {
            self.patterns.iter().any(|p| p.cases > 0 && p.answers.get(coder).is_some_and(Option::is_some))
        };
        (0..self.coders).filter(|&coder| !answers(coder)).collect()
    }

    /// The cases that at least two coders answered.
    #[must_use]
    pub fn pairable(&self) -> Self {
        self.only(|pattern| pattern.answered() >= 2)
    }

    /// The cases that every coder answered who answered any.
    #[must_use]
    pub fn complete(&self) -> Self {
        let active = self.coders - self.silent().len();
        self.only(|pattern| real(active) <= pattern.size() && active > 0)
    }

    fn only(&self, keep: impl Fn(&Pattern) -> bool) -> Self {
        let patterns = self.patterns.iter().filter(|pattern| keep(pattern)).cloned().collect();
        Self { patterns, ..*self }
    }

    /// The same without a choice that has no place on the scale, as "n.a." has none between yes and no: whoever gave it
    /// gave no answer.
    #[must_use]
    pub fn without(&self, choice: usize) -> Self {
        let mut seen: BTreeMap<Vec<Option<usize>>, u32> = BTreeMap::new();
        let moved = |place: usize| (place != choice).then(|| place - usize::from(place > choice));
        for pattern in &self.patterns {
            let answers = pattern.answers.iter().map(|answer| answer.and_then(moved)).collect();
            *seen.entry(answers).or_default() += pattern.cases;
        }
        Self::of(self.scale - usize::from(choice < self.scale), self.coders, seen)
    }

    /// Every two coders.
    pub fn pairs(&self) -> impl Iterator<Item = (usize, usize)> + use<> {
        let coders = self.coders;
        (0..coders).flat_map(move |one| (one + 1..coders).map(move |other| (one, other)))
    }

    /// What one coder answered against what another answered, over the cases that both did.
    pub fn table(&self, one: usize, other: usize) -> Table {
        let mut counts = vec![0; self.scale * self.scale];
        for pattern in &self.patterns {
            let answer = |coder: usize| pattern.answers.get(coder).copied().flatten();
            let (Some(row), Some(column)) = (answer(one), answer(other)) else { continue };
            if let Some(count) = counts.get_mut(row * self.scale + column) {
                *count += pattern.cases;
            }
        }
        Table { scale: self.scale, counts }
    }
}

/// The cross-table of two coders.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    scale: usize,
    counts: Vec<u32>,
}

impl Table {
    /// The rows, one per choice of the first coder.
    pub fn rows(&self) -> impl Iterator<Item = &[u32]> {
        self.counts.chunks(self.scale.max(1))
    }

    /// How many cases both answered.
    pub fn cases(&self) -> u32 {
        self.counts.iter().sum()
    }

    /// How often the first coder gave each choice, and how often the second.
    pub fn margins(&self) -> (Vec<u32>, Vec<u32>) {
        let first = self.rows().map(|row| row.iter().sum()).collect();
        let second = (0..self.scale).map(|place| self.rows().filter_map(|row| row.get(place)).sum()).collect();
        (first, second)
    }

    /// Whether both gave one and the same answer throughout.
    pub fn all_alike(&self) -> bool {
        let (first, second) = self.margins();
        let all = self.cases();
        first.iter().zip(&second).any(|(&one, &other)| one == all && other == all)
    }
}
