//! What holds of agreement whatever the answers are.

use aktkoll::statistics::agreement::{
    Chance, Disagreement, Distance, Level, NoInterval, Ratings, Undefined, alpha, gwet, kappa, percent,
};
use proptest::prelude::*;

type Cases = Vec<Vec<Option<usize>>>;

/// The choices of the scale, the coders and their answers.
fn cases() -> impl Strategy<Value = (usize, usize, Cases)> {
    (2_usize..6, 2_usize..6).prop_flat_map(|(scale, coders)| {
        let answer = prop_oneof![1 => Just(None), 4 => (0..scale).prop_map(Some)];
        let case = proptest::collection::vec(answer, coders);
        (Just(scale), Just(coders), proptest::collection::vec(case, 0..30))
    })
}

const LEVELS: [Level; 3] = [Level::Nominal, Level::Ordinal, Level::Interval];
const CHANCES: [Chance; 3] = [Chance::None, Chance::Fleiss, Chance::Gwet];

fn distances(scale: usize) -> [Distance; 4] {
    [Distance::nominal(scale), Distance::linear(scale), Distance::quadratic(scale), Distance::ordinal(scale)]
}

/// Every coefficient of the answers, in a fixed order.
fn coefficients(ratings: &Ratings) -> Vec<Result<f64, Undefined>> {
    let mut found: Vec<_> = LEVELS.iter().map(|&level| alpha::disagreement(ratings, level)).collect();
    for distance in distances(ratings.scale()) {
        found.extend(CHANCES.iter().map(|&chance| gwet::disagreement(ratings, &distance, chance)));
    }
    let mut values: Vec<_> = found.into_iter().map(|each| each.map(Disagreement::coefficient)).collect();
    values.extend(distances(ratings.scale()).map(|distance| kappa::light(ratings, &distance).map(|light| light.value)));
    values
}

fn same(one: &[Result<f64, Undefined>], other: &[Result<f64, Undefined>]) -> bool {
    one.len() == other.len()
        && one.iter().zip(other).all(|pair| match pair {
            (Ok(a), Ok(b)) => (a - b).abs() < 1e-9,
            (a, b) => a == b,
        })
}

proptest! {
    #[test]
    fn coefficients_are_numbers_up_to_one_and_their_intervals_hold_them((scale, coders, cases) in cases()) {
        let ratings = Ratings::new(scale, coders, cases).unwrap().pairable();
        for value in coefficients(&ratings).into_iter().flatten() {
            prop_assert!(value.is_finite() && value <= 1.0, "{value}");
        }
        for chance in CHANCES {
            let Ok(estimate) = gwet::estimate(&ratings, &Distance::linear(scale), chance) else { continue };
            prop_assert!(estimate.interval.is_ok_and(|i| i.low <= estimate.value && estimate.value <= i.high) == estimate.interval.is_ok());
            prop_assert_eq!(estimate.error.is_none(), estimate.cases < 2);
        }
    }

    #[test]
    fn it_does_not_matter_in_which_order_coders_or_cases_stand((scale, coders, cases) in cases(), turn in 0_usize..6) {
        let ratings = Ratings::new(scale, coders, cases.clone()).unwrap();
        let turned = cases.iter().rev().map(|case| {
            let mut case = case.clone();
            case.rotate_left(turn % coders);
            case.reverse();
            case
        });
        let turned = Ratings::new(scale, coders, turned).unwrap();
        prop_assert!(same(&coefficients(&ratings), &coefficients(&turned)));
        prop_assert_eq!(percent::pairs(&ratings), percent::pairs(&turned));
        prop_assert_eq!(percent::unanimous(&ratings), percent::unanimous(&turned));
    }

    #[test]
    fn a_scale_read_backwards_is_the_same_scale((scale, coders, cases) in cases()) {
        let ratings = Ratings::new(scale, coders, cases.clone()).unwrap();
        let turned = cases.into_iter().map(|case| case.into_iter().map(|each| each.map(|place| scale - 1 - place)).collect());
        prop_assert!(same(&coefficients(&ratings), &coefficients(&Ratings::new(scale, coders, turned).unwrap())));
    }

    #[test]
    fn choices_that_nobody_gave_have_no_influence_on_alpha_and_kappa((scale, coders, cases) in cases(), more in 1_usize..4) {
        let ratings = Ratings::new(scale, coders, cases.clone()).unwrap();
        let wider = Ratings::new(scale + more, coders, cases).unwrap();
        let alphas = |ratings: &Ratings| LEVELS.map(|level| alpha::disagreement(ratings, level).map(Disagreement::coefficient));
        prop_assert!(same(&alphas(&ratings), &alphas(&wider)));
        let kappa = |ratings: &Ratings| kappa::light(ratings, &Distance::nominal(ratings.scale())).map(|light| light.value);
        prop_assert!(same(&[kappa(&ratings)], &[kappa(&wider)]));
    }

    #[test]
    fn those_who_agree_throughout_have_one_or_nothing((scale, coders, answers) in (2_usize..6, 2_usize..6).prop_flat_map(|(scale, coders)| (Just(scale), Just(coders), proptest::collection::vec(0..scale, 1..20)))) {
        let cases = answers.iter().map(|&answer| vec![Some(answer); coders]);
        let ratings = Ratings::new(scale, coders, cases).unwrap();
        let alike = answers.iter().all(|answer| Some(answer) == answers.first());
        for value in coefficients(&ratings) {
            match value {
                Ok(value) => prop_assert!((value - 1.0).abs() < 1e-12),
                Err(reason) => prop_assert!(alike && reason == Undefined::AllAlike),
            }
        }
        prop_assert_eq!(alpha::disagreement(&ratings, Level::Ordinal).is_err(), alike);
        let estimate = gwet::estimate(&ratings, &Distance::nominal(scale), Chance::Gwet).unwrap();
        let reason = if estimate.cases < 2 { NoInterval::OneCase } else { NoInterval::NoSpread };
        prop_assert_eq!(estimate.interval, Err(reason));
    }

    /// For two coders and answers of two kinds, steps and squares are the same, the three readings of percent are one,
    /// and alpha is Fleiss' kappa but for the small-sample factor.
    #[test]
    fn measures_that_coincide_by_theory_coincide(cases in proptest::collection::vec((0_usize..2, 0_usize..2), 1..40)) {
        let ratings = Ratings::new(2, 2, cases.iter().map(|&(one, other)| vec![Some(one), Some(other)])).unwrap();
        let [nominal, linear, quadratic, ordinal] = distances(2).map(|distance| kappa::disagreement(&ratings.table(0, 1), &distance));
        prop_assert!(nominal == linear && linear == quadratic && quadratic == ordinal);
        let mean = 1.0 - gwet::disagreement(&ratings, &Distance::nominal(2), Chance::None).unwrap().observed;
        prop_assert!((percent::pairs(&ratings).share().unwrap() - mean).abs() < 1e-12);
        prop_assert_eq!(percent::pairs(&ratings), percent::unanimous(&ratings));
        let answers = f64::from(2 * ratings.answered_by(2));
        let fleiss = gwet::disagreement(&ratings, &Distance::nominal(2), Chance::Fleiss).map(Disagreement::coefficient);
        let alpha = alpha::disagreement(&ratings, Level::Nominal).map(Disagreement::coefficient);
        prop_assert!(same(&[alpha], &[fleiss.map(|fleiss| fleiss + (1.0 - fleiss) / answers)]));
    }

    /// Leaving a choice out is the same as never having got it.
    #[test]
    fn without_a_choice_its_answers_are_gaps((scale, coders, cases) in cases(), left_out in 0_usize..6) {
        let left_out = left_out % scale;
        let ratings = Ratings::new(scale, coders, cases.clone()).unwrap().without(left_out);
        let gaps = cases.into_iter().map(|case| {
            case.into_iter().map(|each| each.filter(|&place| place != left_out).map(|place| place - usize::from(place > left_out))).collect()
        });
        prop_assert_eq!(ratings, Ratings::new(scale - 1, coders, gaps).unwrap());
    }
}

#[test]
fn what_stands_outside_the_scale_or_the_coders_is_refused() {
    assert_eq!(Ratings::new(2, 2, [vec![Some(0), Some(2)]]), None);
    assert_eq!(Ratings::new(2, 2, [vec![Some(0)]]), None);
    assert!(Ratings::new(2, 2, []).is_some());
}

#[test]
fn who_answered_nothing_is_named_and_does_not_hinder() {
    let ratings = Ratings::new(2, 3, [vec![Some(0), None, Some(0)], vec![Some(1), None, Some(0)]]).unwrap();
    assert_eq!(ratings.silent(), [1]);
    assert_eq!(percent::unanimous(&ratings), percent::PercentAgreement { alike: 1, of: 2 });
}

/// Drawing cases again and again gives nearly the interval that the formula gives, and the same for the same seed.
#[test]
fn the_interval_of_drawn_cases_is_near_that_of_the_formula() {
    let cases = (0..200).map(|case| vec![Some(case % 3), Some(if case % 7 == 0 { (case + 1) % 3 } else { case % 3 })]);
    let ratings = Ratings::new(3, 2, cases).unwrap();
    let distance = Distance::quadratic(3);
    let drawn = kappa::light_estimate(&ratings, &distance, 7).unwrap();
    let formula = kappa::estimate(&ratings.table(0, 1), &distance).unwrap();
    assert!((drawn.value - formula.value).abs() < 1e-12);
    let (drawn, formula) = (drawn.interval.unwrap(), formula.interval.unwrap());
    assert!(
        (drawn.low - formula.low).abs() < 0.02 && (drawn.high - formula.high).abs() < 0.02,
        "{drawn:?} {formula:?}"
    );
    let again = |seed| kappa::light_estimate(&ratings, &distance, seed).unwrap().interval.unwrap();
    assert_eq!(again(7), drawn);
    assert_ne!(again(8), drawn);
    let (ordinal, nominal) =
        (alpha::estimate(&ratings, Level::Ordinal, 7), alpha::estimate(&ratings, Level::Nominal, 7));
    assert!(ordinal.unwrap().interval.is_ok() && nominal.unwrap().error.is_some());
}

#[test]
fn an_interval_that_the_cases_cannot_bear_is_refused() {
    let alike = |n: usize| Ratings::new(2, 2, (0..n).map(|case| vec![Some(case % 2); 2])).unwrap();
    let interval = |ratings: &Ratings| alpha::estimate(ratings, Level::Ordinal, 1).unwrap().interval;
    assert_eq!(interval(&alike(40)), Err(NoInterval::NoSpread));
    assert_eq!(interval(&alike(3)), Err(NoInterval::Unstable));
    let one = Ratings::new(2, 2, [vec![Some(0), Some(1)]]).unwrap();
    assert_eq!(interval(&one), Err(NoInterval::OneCase));
}

/// With one choice there is nothing to agree on: no coefficient may say that all agreed.
#[test]
fn a_scale_of_one_choice_has_no_coefficient() {
    let ratings = Ratings::new(1, 2, vec![vec![Some(0), Some(0)]; 3]).unwrap();
    for chance in [Chance::Fleiss, Chance::Gwet] {
        assert_eq!(gwet::disagreement(&ratings, &Distance::nominal(1), chance), Err(Undefined::AllAlike), "{chance:?}");
        assert_eq!(gwet::estimate(&ratings, &Distance::nominal(1), chance).err(), Some(Undefined::AllAlike));
    }
}
