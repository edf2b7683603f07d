//! What is told of how alike codings are: a measure of a part of what was said, with its uncertainty or the reason why there
//! is none.
//!
//! Every measure rests on the cases of which at least two said something, and names their number. One case has a count and
//! no coefficient.

use super::{Category, Compared};
use crate::base::language::Message;
use crate::msg;
use crate::statistics::agreement::bootstrap::DRAWS;
use crate::statistics::agreement::{
    Chance, Distance, Estimate, Level, NoInterval, Ratings, Undefined, alpha, gwet, kappa,
};
use crate::statistics::proportion::Interval;

/// Where the draws of an interval without a formula begin: the same on every machine, so that anybody gets the same.
pub const SEED: u64 = 1;

/// A part of what was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// All of it: that the question does not apply is an answer like the others.
    Whole,
    /// Whether the question applies.
    Applies,
    /// Which answer, where it applies.
    Answer,
    /// Whether a choice of a multi-answer is among those given, by its place.
    Choice(usize),
}

impl Part {
    /// Its name in data.
    pub fn name(self) -> &'static str {
        match self {
            Self::Whole => "whole",
            Self::Applies => "applies",
            Self::Answer => "answer",
            Self::Choice(_) => "choice",
        }
    }
}

/// How much two different steps of a scale differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weights {
    /// All alike.
    None,
    /// By the steps between them.
    Linear,
    /// By their square.
    Quadratic,
}

impl Weights {
    fn distance(self, scale: usize) -> Distance {
        match self {
            Self::None => Distance::nominal(scale),
            Self::Linear => Distance::linear(scale),
            Self::Quadratic => Distance::quadratic(scale),
        }
    }
}

/// A measure of agreement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// The share of cases in which all said the same.
    Alike,
    /// The mean over cases of the pairs that say the same; where more than two coded a case it is not the share of cases.
    Pairs,
    /// Cohen's kappa of two coders.
    Kappa(Weights),
    /// Light's mean of the kappas of every two of several coders.
    Light(Weights),
    /// Krippendorff's alpha.
    Alpha(Level),
    /// Gwet's AC1.
    Ac1,
    /// Gwet's AC2 with ordinal weights.
    Ac2,
}

impl Measure {
    /// Its name in data.
    pub fn name(self) -> &'static str {
        match self {
            Self::Alike => "alike",
            Self::Pairs => "pairs",
            Self::Kappa(Weights::None) => "kappa",
            Self::Kappa(Weights::Linear) => "kappa_linear",
            Self::Kappa(Weights::Quadratic) => "kappa_quadratic",
            Self::Light(Weights::None) => "light",
            Self::Light(Weights::Linear) => "light_linear",
            Self::Light(Weights::Quadratic) => "light_quadratic",
            Self::Alpha(Level::Nominal) => "alpha",
            Self::Alpha(Level::Ordinal) => "alpha_ordinal",
            Self::Alpha(Level::Interval) => "alpha_interval",
            Self::Ac1 => "ac1",
            Self::Ac2 => "ac2",
        }
    }

    /// What people call it.
    pub fn label(self) -> Message {
        match self {
            Self::Alike => msg!("agree-alike-share"),
            Self::Pairs => msg!("agree-pairs"),
            Self::Kappa(Weights::None) => msg!("agree-kappa"),
            Self::Kappa(Weights::Linear) => msg!("agree-kappa-linear"),
            Self::Kappa(Weights::Quadratic) => msg!("agree-kappa-quadratic"),
            Self::Light(Weights::None) => msg!("agree-light"),
            Self::Light(Weights::Linear) => msg!("agree-light-linear"),
            Self::Light(Weights::Quadratic) => msg!("agree-light-quadratic"),
            Self::Alpha(Level::Nominal) => msg!("agree-alpha"),
            Self::Alpha(Level::Ordinal) => msg!("agree-alpha-ordinal"),
            Self::Alpha(Level::Interval) => msg!("agree-alpha-interval"),
            Self::Ac1 => msg!("agree-ac1"),
            Self::Ac2 => msg!("agree-ac2"),
        }
    }

    /// The least that it can be: where few cases make an interval wide, it ends there.
    fn least(self) -> f64 {
        if matches!(self, Self::Alike | Self::Pairs) { 0.0 } else { -1.0 }
    }

    /// Whether it is a kappa, which the words of Landis and Koch are for.
    pub fn is_kappa(self) -> bool {
        matches!(self, Self::Kappa(_) | Self::Light(_))
    }
}

/// Where an interval comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// Wilson's score interval of a share.
    Wilson,
    /// The standard error of Fleiss, Cohen and Everitt, and the normal distribution.
    Normal,
    /// Gwet's linearised standard error, and Student's t.
    Linearised,
    /// Draws from the cases, the first number of which is [`SEED`].
    Bootstrap,
}

impl Method {
    /// Its name in data; of draws with their number and their seed.
    pub fn name(self) -> String {
        match self {
            Self::Wilson => "wilson".to_owned(),
            Self::Normal => "fleiss_cohen_everitt".to_owned(),
            Self::Linearised => "gwet".to_owned(),
            Self::Bootstrap => format!("bootstrap draws={DRAWS} seed={SEED}"),
        }
    }
}

/// Why there is no value, or no interval.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// There is no value.
    NoValue(Undefined),
    /// One case is no ground for a coefficient.
    OneCase,
    /// The measure counts the answers on offer, and this question offers none.
    Open,
    /// There is no interval.
    NoInterval(NoInterval),
    /// The answers to several questions about one case hang together.
    Pooled,
}

impl Why {
    /// Its name in data.
    pub fn name(self) -> &'static str {
        match self {
            Self::NoValue(Undefined::NothingPaired) => "nothing_paired",
            Self::NoValue(Undefined::AllAlike) => "all_alike",
            Self::OneCase | Self::NoInterval(NoInterval::OneCase) => "one_case",
            Self::Open => "open_answers",
            Self::NoInterval(NoInterval::NoSpread) => "no_spread",
            Self::NoInterval(NoInterval::Unstable) => "unstable",
            Self::Pooled => "pooled",
        }
    }

    /// The reason in words.
    pub fn message(self) -> Message {
        match self {
            Self::NoValue(why) => why.message(),
            Self::NoInterval(why) => why.message(),
            Self::OneCase => msg!("agree-one-case"),
            Self::Open => msg!("agree-open"),
            Self::Pooled => msg!("agree-pooled"),
        }
    }
}

/// A value with its uncertainty.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Value {
    /// The value.
    pub value: f64,
    /// Its standard error, where there is a formula for it that says something.
    pub error: Option<f64>,
    /// Its interval at 95 per cent.
    pub interval: Result<Interval, Why>,
    /// Where the interval comes from.
    pub method: Method,
}

/// A measure of a part of what was said.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Figure {
    /// The part.
    pub part: Part,
    /// The measure.
    pub measure: Measure,
    /// The number of cases that it rests on.
    pub cases: u32,
    /// How many pairs of answers have no place on its scale.
    pub lost: u32,
    /// Of the kappas of every two coders, how many have a value, and how many there are.
    pub pairs: Option<(u32, u32)>,
    /// Its value, or why there is none.
    pub told: Result<Value, Why>,
}

/// In how many cases all said the same, and where more than two coded a case the mean of the pairs.
pub(crate) fn shares(part: Part, compared: &Compared) -> Vec<Figure> {
    let alike = compared.alike();
    let value = |value| Value {
        value,
        error: None,
        interval: alike.interval().filter(|_| alike.of > 1).ok_or(Why::NoInterval(NoInterval::OneCase)),
        method: Method::Wilson,
    };
    let told = alike.share().map(value).ok_or(Why::NoValue(Undefined::NothingPaired));
    let share = Figure { part, measure: Measure::Alike, cases: alike.of, lost: 0, pairs: None, told };
    let has_more = compared.rows.iter().any(|row| row.said.iter().flatten().count() > 2);
    let pairs = has_more.then(|| {
        let ratings = compared.ratings();
        let distance = Distance::nominal(ratings.scale());
        estimated(part, Measure::Pairs, Method::Linearised, &ratings, |all| {
            gwet::estimate(all, &distance, Chance::None)
        })
    });
    [share].into_iter().chain(pairs).collect()
}

/// The coefficients of names without an order.
pub(crate) fn named(part: Part, compared: &Compared) -> Vec<Figure> {
    let ratings = compared.ratings().pairable();
    let distance = Distance::nominal(ratings.scale());
    let alpha = estimated(part, Measure::Alpha(Level::Nominal), Method::Linearised, &ratings, |all| {
        alpha::of_distance(all, &distance)
    });
    let ac1 =
        estimated(part, Measure::Ac1, Method::Linearised, &ratings, |all| gwet::estimate(all, &distance, Chance::Gwet));
    vec![kappa_of(part, Weights::None, &ratings), alpha, ac1]
}

/// The coefficients of an order, without the answers that have no place in it.
pub(crate) fn ordered(part: Part, whole: &Compared, scale: &Compared) -> Vec<Figure> {
    let ratings = scale.ratings().pairable();
    let distance = Distance::ordinal(ratings.scale());
    let alpha = estimated(part, Measure::Alpha(Level::Ordinal), Method::Bootstrap, &ratings, |all| {
        alpha::estimate(all, Level::Ordinal, SEED)
    });
    let ac2 =
        estimated(part, Measure::Ac2, Method::Linearised, &ratings, |all| gwet::estimate(all, &distance, Chance::Gwet));
    let weighted = [Weights::Linear, Weights::Quadratic].map(|weights| kappa_of(part, weights, &ratings));
    let lost = pairs(whole).saturating_sub(pairs(scale));
    weighted.into_iter().chain([alpha, ac2]).map(|figure| Figure { lost, ..figure }).collect()
}

/// The coefficient of numbers: how far apart two are counts as the square of their difference.
pub(crate) fn numbers(part: Part, whole: &Compared) -> Figure {
    let numbers = whole.keeping(|category| matches!(category, Category::Number(_)));
    let value = |category: &Category| match category {
        Category::Number(thousandths) => format!("{thousandths}e-3").parse().unwrap_or_default(),
        _ => 0.0,
    };
    let values: Vec<f64> = numbers.categories.iter().map(value).collect();
    let apart = |one: usize, other: usize| match (values.get(one), values.get(other)) {
        (Some(one), Some(other)) => (one - other).powi(2),
        _ => 0.0,
    };
    let distance = Distance::new(values.len(), apart);
    let measure = Measure::Alpha(Level::Interval);
    let figure =
        estimated(part, measure, Method::Linearised, &numbers.ratings(), |all| alpha::of_distance(all, &distance));
    Figure { lost: pairs(whole).saturating_sub(pairs(&numbers)), ..figure }
}

/// That there is no AC1 of answers which are not chosen from a list.
pub(crate) fn open(part: Part, compared: &Compared) -> Figure {
    let cases = compared.alike().of;
    Figure { part, measure: Measure::Ac1, cases, lost: 0, pairs: None, told: Err(Why::Open) }
}

/// Kappa of two coders, or the mean of the kappas of more.
fn kappa_of(part: Part, weights: Weights, ratings: &Ratings) -> Figure {
    let silent = ratings.silent();
    let active: Vec<usize> = (0..ratings.coders()).filter(|coder| !silent.contains(coder)).collect();
    let distance = weights.distance(ratings.scale());
    if active.len() > 2 {
        let light = kappa::light(ratings, &distance).ok();
        let figure = estimated(part, Measure::Light(weights), Method::Bootstrap, ratings, |all| {
            kappa::light_estimate(all, &distance, SEED)
        });
        return Figure { pairs: light.map(|light| (light.used, light.pairs)), ..figure };
    }
    estimated(part, Measure::Kappa(weights), Method::Normal, ratings, |all| match active.as_slice() {
        [one, other] => kappa::estimate(&all.table(*one, *other), &distance),
        _ => Err(Undefined::NothingPaired),
    })
}

fn estimated(
    part: Part,
    measure: Measure,
    method: Method,
    ratings: &Ratings,
    estimate: impl FnOnce(&Ratings) -> Result<Estimate, Undefined>,
) -> Figure {
    let cases = ratings.answered_by(2);
    let told = match cases {
        1 => Err(Why::OneCase),
        _ => estimate(ratings).map_err(Why::NoValue).map(|found| Value {
            value: found.value,
            // Without a spread the formula gives 0, which would read as certainty.
            error: found.error.filter(|_| found.interval.is_ok()),
            interval: found.interval.map(|interval| interval.within(measure.least(), 1.0)).map_err(Why::NoInterval),
            method,
        }),
    };
    Figure { part, measure, cases, lost: 0, pairs: None, told }
}

/// How many pairs of answers there are.
fn pairs(compared: &Compared) -> u32 {
    let of = |n: usize| n * n.saturating_sub(1) / 2;
    let all: usize = compared.rows.iter().map(|row| of(row.said.iter().flatten().count())).sum();
    u32::try_from(all).unwrap_or(u32::MAX)
}
