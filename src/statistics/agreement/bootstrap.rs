//! An interval for what has no formula: cases are drawn again and again from those there are.
//!
//! B. Efron and R. J. Tibshirani, *An Introduction to the Bootstrap* (1993), ch. 13: the percentile interval. Drawing whole
//! cases keeps together what their coders answered.

use super::estimate::NoInterval;
use super::ratings::Ratings;
use crate::statistics::proportion::Interval;
use crate::statistics::random::Random;

/// How often the cases are drawn: enough for the first decimal of an interval's ends to stand still, where cases are many
/// for the second.
pub const DRAWS: usize = 2000;

/// The middle 95 per cent of a statistic over [`DRAWS`] draws from the cases that at least two coders answered.
pub fn percentiles(
    ratings: &Ratings,
    seed: u64,
    statistic: impl Fn(&Ratings) -> Option<f64>,
) -> Result<Interval, NoInterval> {
    let mut drawn = ratings.pairable();
    let cases: Vec<usize> =
        drawn.patterns.iter().enumerate().flat_map(|(place, p)| (0..p.cases).map(move |_| place)).collect();
    if cases.len() < 2 {
        return Err(NoInterval::OneCase);
    }
    let mut random = Random(seed);
    let mut values: Vec<f64> = (0..DRAWS)
        .filter_map(|_| {
            draw(&mut drawn, &cases, &mut random);
            statistic(&drawn)
        })
        .collect();
    values.sort_unstable_by(f64::total_cmp);
    middle(&values)
}

/// Draws as many cases as there are, each of them every time.
fn draw(drawn: &mut Ratings, cases: &[usize], random: &mut Random) {
    drawn.patterns.iter_mut().for_each(|pattern| pattern.cases = 0);
    for _ in cases {
        if let Some(pattern) = random.pick(cases).and_then(|&place| drawn.patterns.get_mut(place)) {
            pattern.cases += 1;
        }
    }
}

/// What lies between the lowest and the highest fortieth. Draws without a value are left out; where they are more than one in
/// twenty, those that have one do not speak for all.
fn middle(values: &[f64]) -> Result<Interval, NoInterval> {
    let cut = values.len() / 40;
    match (values.get(cut), values.iter().rev().nth(cut)) {
        _ if values.len() < DRAWS - DRAWS / 20 => Err(NoInterval::Unstable),
        (Some(&low), Some(&high)) if low < high => Ok(Interval { low, high }),
        _ => Err(NoInterval::NoSpread),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_leaves_out_a_fortieth_on_each_side() {
        let values: Vec<f64> = (0..2000_u32).map(f64::from).collect();
        assert_eq!(middle(&values), Ok(Interval { low: 50.0, high: 1949.0 }));
        assert_eq!(middle(values.get(100..).unwrap()), Ok(Interval { low: 147.0, high: 1952.0 }));
        assert_eq!(middle(values.get(101..).unwrap()), Err(NoInterval::Unstable));
        assert_eq!(middle(&[1.0; 2000]), Err(NoInterval::NoSpread));
    }

    #[test]
    fn two_cases_are_drawn_from_and_one_is_not() {
        let drawn = |cases: usize| {
            let answers = [[0, 1], [1, 1]].into_iter().take(cases).map(|case| case.map(Some).to_vec());
            let ratings = Ratings::new(2, 2, answers).unwrap();
            percentiles(&ratings, 1, |drawn| drawn.counts().first().map(|&n| f64::from(n)))
        };
        assert_eq!(drawn(1), Err(NoInterval::OneCase));
        assert_eq!(drawn(2), Ok(Interval { low: 0.0, high: 2.0 }));
    }
}
