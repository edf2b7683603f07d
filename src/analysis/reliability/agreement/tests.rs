use super::*;
use crate::analysis::reliability::figure::{Measure, Method, Value, Weights, Why};
use crate::analysis::reliability::group::{Axis, groups};
use crate::statistics::agreement::{Level, NoInterval, Undefined};
use crate::study::answers::tests::fixture::{BESLUT, KONTAKTER, NAMN, PLAN, TIMMAR, blank};
use crate::study::index::{CaseIx, QuestionIx};
use crate::study::protocol::Protocol;
use proptest::prelude::*;
use std::sync::Arc;

/// What each said in so many cases, as places among the categories.
type Counted<'a> = (&'a [Option<usize>], usize);

fn protocol() -> Arc<Protocol> {
    Arc::clone(blank().protocol())
}

/// The codings of a question with these categories.
fn agreement<'a>(
    protocol: &'a Protocol,
    place: QuestionIx,
    categories: &[Category],
    rows: &[Counted<'_>],
) -> Agreement<'a> {
    let row =
        |said: &[Option<usize>]| said.iter().map(|said| said.map(|at| categories[at].clone())).collect::<Vec<_>>();
    let said = rows.iter().flat_map(|(said, n)| std::iter::repeat_n(row(said), *n));
    let said: Vec<_> = said.enumerate().map(|(case, said)| (CaseIx::from(case), said)).collect();
    let raters = rows.first().map_or(2, |(said, _)| said.len());
    let whole = Compared::new(categories.to_vec(), &said, raters);
    Agreement { place, question: &protocol.questions[place], whole, choices: Vec::new() }
}

fn value(agreement: &Agreement<'_>, part: Part, measure: Measure) -> Result<Value, Why> {
    let figures = agreement.figures();
    let found = figures.iter().find(|figure| figure.part == part && figure.measure == measure);
    found.unwrap_or_else(|| panic!("{measure:?} is not told: {figures:?}")).told
}

fn near(told: Result<Value, Why>, expected: f64) {
    let value = told.unwrap().value;
    assert!((value - expected).abs() < 1e-6, "{value} for {expected}");
}

const YES: Option<usize> = Some(0);
const NO: Option<usize> = Some(1);
const DECIDED: [Category; 4] = [Category::Choice(0), Category::Choice(1), Category::Choice(3), Category::DoesNotApply];
/// Yes, partly, no, and that it does not apply.
const PLANNED: [Category; 4] = [Category::Choice(0), Category::Choice(1), Category::Choice(2), Category::DoesNotApply];
const KAPPA: Measure = Measure::Kappa(Weights::None);
const ALPHA: Measure = Measure::Alpha(Level::Nominal);

#[test]
fn the_coefficients_are_those_reckoned_by_hand() {
    let protocol = protocol();
    let rows: [Counted<'_>; 4] = [(&[YES, YES], 20), (&[YES, NO], 5), (&[NO, YES], 10), (&[NO, NO], 15)];
    let one = agreement(&protocol, BESLUT, &DECIDED, &rows);
    near(value(&one, Part::Whole, Measure::Alike), 0.7);
    near(value(&one, Part::Whole, KAPPA), 0.4);
    near(value(&one, Part::Whole, ALPHA), 0.4);
    // 1 − 0.3/(1 − 0.165): four answers are on offer, though two were given.
    near(value(&one, Part::Whole, Measure::Ac1), 0.640_719);
    // In the second step three are left.
    near(value(&one, Part::Answer, Measure::Ac1), (0.7 - 0.2475) / 0.7525);
    let share = value(&one, Part::Whole, Measure::Alike).unwrap();
    let interval = share.interval.unwrap();
    assert!((interval.low - 0.5625).abs() < 1e-4 && (interval.high - 0.8090).abs() < 1e-4, "{interval:?}");
    assert_eq!((share.method, value(&one, Part::Whole, KAPPA).unwrap().method), (Method::Wilson, Method::Normal));
    let coders = ["anna", "bo"].map(|coder| Rater { again: false, coder: coder.to_owned() });
    let cross = one.cross(&coders).unwrap();
    assert_eq!(cross.counts, [[20, 5, 0, 0], [10, 15, 0, 0], [0; 4], [0; 4]], "the first coder's answers are the rows");
}

#[test]
fn what_is_not_defined_is_a_reason() {
    let protocol = protocol();
    let alike = agreement(&protocol, BESLUT, &DECIDED, &[(&[YES, YES], 10)]);
    for measure in [KAPPA, ALPHA] {
        assert_eq!(value(&alike, Part::Whole, measure), Err(Why::NoValue(Undefined::AllAlike)));
    }
    let ac1 = value(&alike, Part::Whole, Measure::Ac1).unwrap();
    assert_eq!((ac1.value, ac1.error, ac1.interval), (1.0, None, Err(Why::NoInterval(NoInterval::NoSpread))));
    assert!(value(&alike, Part::Whole, Measure::Alike).unwrap().interval.is_ok(), "10 of 10 is no certainty");
    let perfect = agreement(&protocol, BESLUT, &DECIDED, &[(&[YES, YES], 5), (&[NO, NO], 5)]);
    let kappa = value(&perfect, Part::Whole, KAPPA).unwrap();
    assert_eq!((kappa.value, kappa.interval.is_err(), kappa.error), (1.0, true, None));
    let one = agreement(&protocol, BESLUT, &DECIDED, &[(&[YES, NO], 1)]);
    assert_eq!(value(&one, Part::Whole, ALPHA), Err(Why::OneCase));
    let share = value(&one, Part::Whole, Measure::Alike).unwrap();
    assert_eq!((share.value, share.interval), (0.0, Err(Why::NoInterval(NoInterval::OneCase))));
    let none = agreement(&protocol, BESLUT, &DECIDED, &[(&[YES, None], 3)]);
    for measure in [Measure::Alike, KAPPA, ALPHA, Measure::Ac1] {
        assert_eq!(value(&none, Part::Whole, measure), Err(Why::NoValue(Undefined::NothingPaired)));
    }
}

#[test]
fn an_interval_of_few_cases_ends_where_the_coefficient_does() {
    let protocol = protocol();
    let rows: [Counted<'_>; 2] = [(&[YES, YES, YES], 1), (&[YES, NO, NO], 1)];
    let one = agreement(&protocol, BESLUT, &DECIDED, &rows);
    let low = |measure| value(&one, Part::Whole, measure).unwrap().interval.unwrap().low;
    for (measure, least) in [(Measure::Pairs, 0.0), (ALPHA, -1.0), (Measure::Ac1, -1.0)] {
        assert!((low(measure) - least).abs() < 1e-12, "{measure:?}: {}", low(measure));
    }
}

#[test]
fn an_order_leaves_out_what_has_no_place_in_it_and_counts_the_pairs_that_are_lost() {
    let protocol = protocol();
    let rows: [Counted<'_>; 4] =
        [(&[YES, YES], 4), (&[NO, Some(2)], 2), (&[Some(2), Some(2)], 4), (&[Some(3), YES], 3)];
    let one = agreement(&protocol, PLAN, &PLANNED, &rows);
    let figures = one.figures();
    let linear = figures.iter().find(|figure| figure.measure == Measure::Kappa(Weights::Linear)).unwrap();
    assert_eq!((linear.part, linear.cases, linear.lost), (Part::Answer, 10, 3));
    // Observed 2·½/10; expected by the margins (no 4, partly 2, yes 4) and (no 6, partly 0, yes 4).
    near(linear.told, 1.0 - 0.1 / ((4.0 * 4.0 + 2.0 * 0.5 * 6.0 + 2.0 * 0.5 * 4.0 + 4.0 * 6.0) / 100.0));
    near(value(&one, Part::Whole, Measure::Alike), 8.0 / 13.0);
    near(value(&one, Part::Applies, Measure::Alike), 10.0 / 13.0);
    near(value(&one, Part::Answer, Measure::Alike), 0.8);
    let ordinal = value(&one, Part::Answer, Measure::Alpha(Level::Ordinal)).unwrap();
    assert_eq!(ordinal.method.name(), "bootstrap draws=2000 seed=1");
}

#[test]
fn answers_without_choices_have_counts_and_numbers_their_distance() {
    let protocol = protocol();
    let number = |n: i64| Category::Number(n * 1000);
    let values = [1, 2, 3, 5].map(number);
    let one =
        agreement(&protocol, TIMMAR, &values, &[(&[Some(0), Some(1)], 1), (&[Some(2); 2], 1), (&[Some(3); 2], 1)]);
    near(value(&one, Part::Whole, Measure::Alpha(Level::Interval)), 1.0 - (2.0 / 6.0) / (154.0 / 30.0));
    assert_eq!(value(&one, Part::Whole, Measure::Ac1), Err(Why::Open));
    for place in [NAMN, KONTAKTER] {
        let text = |text: &str| Category::Text(text.to_owned());
        let one = agreement(&protocol, place, &[text("a"), text("b")], &[(&[Some(0), Some(1)], 1), (&[Some(0); 2], 4)]);
        let told: Vec<Measure> = one.figures().iter().map(|figure| figure.measure).collect();
        assert_eq!(told, [Measure::Alike, Measure::Ac1]);
        assert!(one.cross(&[]).is_none());
    }
}

#[test]
fn three_coders_have_pairs_and_the_mean_of_their_kappas() {
    let protocol = protocol();
    let rows: [Counted<'_>; 4] =
        [(&[YES, YES, YES], 6), (&[YES, NO, YES], 2), (&[NO, NO, NO], 5), (&[NO, NO, None], 2)];
    let one = agreement(&protocol, BESLUT, &DECIDED, &rows);
    near(value(&one, Part::Whole, Measure::Alike), 13.0 / 15.0);
    near(value(&one, Part::Whole, Measure::Pairs), (13.0 + 2.0 / 3.0) / 15.0);
    let figures = one.figures();
    let light = figures.iter().find(|figure| figure.measure == Measure::Light(Weights::None)).unwrap();
    assert_eq!((light.pairs, light.told.unwrap().method), (Some((3, 3)), Method::Bootstrap));
    let coders = ["anna", "bo", "cia"].map(|coder| Rater { again: false, coder: coder.to_owned() });
    assert!(one.cross(&coders).is_none());
    let two = agreement(&protocol, BESLUT, &DECIDED, &[(&[YES, None, NO], 3), (&[NO, None, NO], 9)]);
    assert_eq!(two.cross(&coders).unwrap().raters, [&coders[0], &coders[2]], "who said nothing has no column");
    assert!(two.figures().iter().any(|figure| figure.measure == KAPPA));
}

fn check(figure: &Figure) -> Result<(), TestCaseError> {
    let Ok(told) = figure.told else { return Ok(()) };
    prop_assert!(told.value.is_finite() && told.value <= 1.0 + 1e-9, "{figure:?}");
    prop_assert!(told.error.is_none_or(|error| error.is_finite() && error > 0.0), "{figure:?}");
    if let Ok(interval) = told.interval {
        prop_assert!(
            interval.low.is_finite() && interval.high <= 1.0 + 1e-9 && interval.low < interval.high,
            "{figure:?}"
        );
    }
    prop_assert!(figure.cases > 1 || figure.measure == Measure::Alike, "a coefficient of one case: {figure:?}");
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn every_number_is_one_and_the_steps_rest_on_the_cases_of_the_whole(
        rows in (2usize..5).prop_flat_map(|raters| {
            let said = prop::collection::vec(prop::option::weighted(0.8, 0usize..4), raters);
            prop::collection::vec(said, 1..14)
        })
    ) {
        let protocol = protocol();
        let counted: Vec<Counted<'_>> = rows.iter().map(|said| (said.as_slice(), 1)).collect();
        let number = [1, 2, 7, 40].map(Category::Number);
        let text = ["a", "b", "c", "d"].map(|text| Category::Text(text.to_owned()));
        for (place, categories) in [(PLAN, &PLANNED), (BESLUT, &DECIDED), (TIMMAR, &number), (NAMN, &text)] {
            let one = agreement(&protocol, place, categories, &counted);
            let whole = one.whole.alike();
            for figure in one.figures() {
                check(&figure)?;
                prop_assert!(figure.cases <= whole.of);
            }
        }
    }
}

#[test]
fn a_case_is_in_the_group_of_each_who_coded_it() {
    use crate::study::answers::tests::fixture::{ASSIGNED, FREE, act, answer, fold, in_round};
    use crate::study::ledger::entry::{Op, Round};
    let coded = |round, coder, case| {
        [answer(1, coder, case, BESLUT, "ja"), act(9, Op::Done, coder, case, "yes")].map(|line| in_round(round, line))
    };
    let lines = [
        coded(Round::First, "anna", ASSIGNED),
        coded(Round::Second, "bo", ASSIGNED),
        coded(Round::First, "bo", FREE),
        coded(Round::Second, "cia", FREE),
    ];
    let study = crate::study::Study::new("T".to_owned(), fold(&lines.concat()));
    let double = DoubleCoding::of(&study, Round::Second);
    let told = |axes: &[Axis]| {
        let groups = groups(&double, axes);
        let name = |(_, value): &(Axis, String)| value.clone();
        groups
            .iter()
            .map(|group| (group.key.iter().map(name).collect(), group.double.cases.len()))
            .collect::<Vec<(Vec<String>, usize)>>()
    };
    let one = |value: &str, n: usize| (vec![value.to_owned()], n);
    assert_eq!(told(&[Axis::Coder]), [one("anna", 1), one("bo", 2), one("cia", 1)]);
    assert_eq!(told(&[Axis::Unit]), [one("BRO", 2)]);
    assert_eq!(told(&[Axis::Wave]), [one("", 2)]);
    assert_eq!(told(&[Axis::Unit, Axis::Coder]).len(), 3);
}
