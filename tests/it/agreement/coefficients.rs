//! Coefficients of agreement and their errors.

use super::rows;
use super::sheet::Sheet;
use aktkoll::statistics::agreement::{
    Chance, Disagreement, Distance, Estimate, Level, NoInterval, Ratings, Table, Undefined, alpha, gwet, kappa, percent,
};
use aktkoll::statistics::proportion::Interval;
use serde_json::Value;

type Found = Result<Disagreement, Undefined>;
type Estimated = Result<Estimate, Undefined>;
type Kind = (&'static str, fn(usize) -> Distance);

/// The ratings of a row on a scale of these categories.
fn ratings(case: &Value, scale: &[Value]) -> Ratings {
    let coders = rows(case, "ratings");
    let cases = (0..coders[0].as_array().unwrap().len())
        .map(|unit| coders.iter().map(|coder| scale.iter().position(|category| *category == coder[unit])).collect());
    Ratings::new(scale.len(), coders.len(), cases).unwrap()
}

/// The categories with those between them that are not declared: alpha of equal steps goes by their numbers.
fn in_equal_steps(scale: &[Value]) -> Vec<Value> {
    let ends = [scale.first(), scale.last()].map(|end| end.unwrap().as_i64().unwrap());
    (ends[0]..=ends[1]).map(Value::from).collect()
}

/// All values of a row.
pub(super) fn check(case: &Value) -> Sheet {
    let mut sheet = Sheet::new(&case["id"], &case["expected"]);
    let scale = rows(case, "categories");
    let all = ratings(case, scale);
    let observed: Vec<Value> = scale.iter().zip(all.counts()).filter(|(_, n)| *n > 0).map(|(c, _)| c.clone()).collect();
    counts(case, &all, &observed);
    let as_observed = ratings(case, &observed);
    readings(&mut sheet, &all);
    alphas(&mut sheet, &ratings(case, &in_equal_steps(scale)));
    gwets(&mut sheet, &all, &as_observed);
    fleiss(&mut sheet, &all);
    if all.coders() == 2 {
        cohens(&mut sheet, &all, &as_observed, case);
    }
    lights(&mut sheet, &all, case);
    sheet.printed();
    sheet
}

fn counts(case: &Value, all: &Ratings, observed: &[Value]) {
    let expected = &case["counts"];
    let complete = if all.silent().is_empty() { all.complete().answered_by(1) } else { 0 };
    let answers: u32 = all.counts().iter().sum();
    let ours = [
        ("units", all.answered_by(0)),
        ("units_rated", all.answered_by(1)),
        ("units_rated_twice", all.answered_by(2)),
        ("complete_units", complete),
        ("ratings", answers),
        ("missing", all.answered_by(0) * u32::try_from(all.coders()).unwrap() - answers),
    ];
    for (key, ours) in ours {
        assert_eq!(expected[key].as_u64(), Some(u64::from(ours)), "{} {key}", case["id"]);
    }
    assert_eq!(rows(expected, "observed_categories"), observed, "{}", case["id"]);
}

/// A value or why there is none.
fn value(sheet: &mut Sheet, name: &str, found: Result<f64, Undefined>) {
    let at = |key: &str| format!("{name}/{key}");
    match found {
        Ok(value) => {
            sheet.text(&at("status"), &["ok"]);
            sheet.near(&at("value"), value, 1e-9);
            sheet.fraction(&at("exact"), value);
        }
        Err(reason) => {
            sheet.text(&at("status"), &["undefined"]);
            assert!(sheet.take(&at("value")).is_none_or(|value| value.is_null()), "{name} {}", sheet.id);
            let words: &[&str] = match reason {
                Undefined::NothingPaired => &["no unit rated twice", "no unit rated by both", "no pairable values"],
                Undefined::AllAlike => &["pe = 1", "De = 0", "no pair of raters with a defined kappa"],
            };
            sheet.text(&at("reason"), words);
        }
    }
}

/// A standard error of Gwet and its interval; `name` says where they stand.
fn linearised(sheet: &mut Sheet, name: &str, estimate: Estimated) {
    let Ok(estimate) = estimate else { return };
    let at = |key: &str| format!("{name}/se/gwet_linearised/{key}");
    let Some(error) = estimate.error else {
        return assert!(!sheet.expects(&format!("{name}/se")), "{} {name}: an error is expected", sheet.id);
    };
    sheet.near(&at("value"), error, 1e-6);
    let n = f64::from(estimate.cases);
    let by_n = format!("{name}/se/contingency_table_version_(n_instead_of_n-1)/value");
    sheet.near(&by_n, error * ((n - 1.0) / n).sqrt(), 1e-6);
    sheet.count(&at("df"), estimate.cases - 1);
    interval(sheet, &at("ci95_t"), estimate, f64::NEG_INFINITY);
}

fn interval(sheet: &mut Sheet, path: &str, estimate: Estimate, least: f64) {
    match estimate.interval {
        Ok(Interval { low, high }) => {
            let Some(value) = sheet.take(path) else { panic!("{} {path}: none and not {low} to {high}", sheet.id) };
            let expected = [&value[0], &value[1]].map(|end| end.as_f64().unwrap());
            for (expected, ours) in expected.into_iter().zip([low, high]) {
                assert!((expected.clamp(least, 1.0) - ours).abs() <= 1e-6, "{} {path}: {value}", sheet.id);
            }
            sheet.remember(expected);
        }
        Err(NoInterval::NoSpread) => {
            if let Some(value) = sheet.take(path) {
                assert!((value[0].as_f64().unwrap() - value[1].as_f64().unwrap()).abs() < 1e-6, "{} {path}", sheet.id);
            }
        }
        Err(_) => assert!(!sheet.expects(path), "{} {path}", sheet.id),
    }
}

fn readings(sheet: &mut Sheet, all: &Ratings) {
    let nominal = Distance::nominal(all.scale());
    let name = "percent_agreement";
    value(sheet, name, gwet::disagreement(all, &nominal, Chance::None).map(Disagreement::coefficient));
    linearised(sheet, name, gwet::estimate(all, &nominal, Chance::None));
    if let Ok(clean) = gwet::estimate(&all.pairable(), &nominal, Chance::None) {
        sheet.near("percent_agreement/se_pairable_units_only/value", clean.error.unwrap_or(f64::NAN), 1e-6);
    }
    let unanimous = percent::unanimous(all);
    if let Some(Interval { low, high }) = unanimous.interval() {
        sheet.count("percent_agreement/wilson95_two_raters/agreeing", unanimous.alike);
        sheet.count("percent_agreement/wilson95_two_raters/files_coded_by_both", unanimous.of);
        sheet.ends("percent_agreement/wilson95_two_raters/value", low, high);
    }
    let pairs = percent::pairs(all);
    sheet.count("percent_agreement_pooled_pairs/matching_pairs", pairs.alike);
    sheet.count("percent_agreement_pooled_pairs/pairs", pairs.of);
    value(sheet, "percent_agreement_pooled_pairs", pairs.share().ok_or(Undefined::NothingPaired));
    let name = "all_raters_agree_complete_units";
    sheet.count(&format!("{name}/unanimous"), unanimous.alike);
    sheet.count(&format!("{name}/complete_units"), unanimous.of);
    value(sheet, name, unanimous.share().ok_or(Undefined::NothingPaired));
}

fn alphas(sheet: &mut Sheet, all: &Ratings) {
    let levels = [("nominal", Level::Nominal), ("ordinal", Level::Ordinal), ("interval", Level::Interval)];
    for (level_name, level) in levels {
        let name = format!("krippendorff_alpha_{level_name}");
        let found = alpha::disagreement(all, level);
        value(sheet, &name, found.map(Disagreement::coefficient));
        let estimate = alpha::estimate(all, level, 1);
        value(sheet, &name, estimate.map(|estimate| estimate.value));
        linearised(sheet, &name, estimate);
        sheet.count(&format!("{name}/n_pairable_values"), all.pairable().counts().iter().sum());
        if let Ok(Disagreement { observed, expected }) = found {
            sheet.near(&format!("{name}/Do"), observed, 1e-9);
            sheet.near(&format!("{name}/De"), expected, 1e-9);
            assert!((estimate.unwrap().value - (1.0 - observed / expected)).abs() < 1e-12);
        }
    }
    if let Ok(other) = alpha::of_distance(all, &Distance::ordinal(all.scale())) {
        let path = "krippendorff_alpha_ordinal/irrCAC_alpha_with_gwet_ordinal_weights (a different coefficient)";
        sheet.near(path, other.value, 1e-9);
    }
}

fn distances(scale: usize) -> [(&'static str, Distance); 4] {
    [
        ("ac1", Distance::nominal(scale)),
        ("ac2_linear", Distance::linear(scale)),
        ("ac2_quadratic", Distance::quadratic(scale)),
        ("ac2_ordinal", Distance::ordinal(scale)),
    ]
}

fn gwets(sheet: &mut Sheet, all: &Ratings, as_observed: &Ratings) {
    // Choices that were left out of the scale leave the others where they stood, but for the ordinal distances, which rank.
    let kept: Vec<f64> =
        (0_u8..).zip(all.counts()).filter(|(_, n)| *n > 0).map(|(place, _)| f64::from(place)).collect();
    let widest = kept.last().zip(kept.first()).map_or(0.0, |(last, first)| last - first);
    let steps = |one: usize, other: usize| (kept[one] - kept[other]).abs() / widest;
    let [nominal, _, _, ordinal] = distances(kept.len()).map(|(_, distance)| distance);
    let linear = Distance::new(kept.len(), steps);
    let quadratic = Distance::new(kept.len(), |one, other| steps(one, other).powi(2));
    let narrow = [nominal, linear, quadratic, ordinal];
    for ((name, distance), narrow) in distances(all.scale()).into_iter().zip(narrow) {
        let name = format!("gwet_{name}");
        corrected(sheet, &name, all, &distance, Chance::Gwet);
        if let Ok(found) = gwet::disagreement(as_observed, &narrow, Chance::Gwet) {
            sheet.near(&format!("{name}/value_if_only_observed_categories_counted"), found.coefficient(), 1e-9);
        }
    }
}

/// A chance-corrected coefficient on all answers and on those of cases that two coders answered.
fn corrected(sheet: &mut Sheet, name: &str, all: &Ratings, distance: &Distance, chance: Chance) {
    let found: Found = gwet::disagreement(all, distance, chance);
    if let Ok(Disagreement { observed, expected }) = found {
        sheet.near(&format!("{name}/pa"), 1.0 - observed, 1e-9);
        sheet.near(&format!("{name}/pe"), 1.0 - expected, 1e-9);
    }
    value(sheet, name, found.map(Disagreement::coefficient));
    linearised(sheet, name, gwet::estimate(all, distance, chance));
    let name = format!("{name}/pairable_units_only");
    if sheet.expects(&name) {
        let clean = all.pairable();
        value(sheet, &name, gwet::disagreement(&clean, distance, chance).map(Disagreement::coefficient));
        linearised(sheet, &name, gwet::estimate(&clean, distance, chance));
    }
}

fn fleiss(sheet: &mut Sheet, all: &Ratings) {
    let nominal = Distance::nominal(all.scale());
    corrected(sheet, "fleiss_kappa", all, &nominal, Chance::Fleiss);
    let (clean, name) = (all.complete(), "fleiss_kappa_complete_units");
    sheet.count(&format!("{name}/n"), clean.answered_by(1));
    if sheet.expects(name) {
        value(sheet, name, gwet::disagreement(&clean, &nominal, Chance::Fleiss).map(Disagreement::coefficient));
    }
    if let Ok(found) = gwet::disagreement(all, &nominal, Chance::Fleiss) {
        let error = fleiss_if_zero(all);
        sheet.near("fleiss_kappa/se/null_fleiss_nee_landis_1979/value", error, 1e-6);
        sheet.near("fleiss_kappa/z_null", found.coefficient() / error, 1e-6);
    }
}

/// The error that Fleiss' kappa would have if it were 0: for testing that, never for an interval, and so not in the program.
fn fleiss_if_zero(all: &Ratings) -> f64 {
    let (cases, counts) = (f64::from(all.answered_by(1)), all.counts());
    let answers = f64::from(counts.iter().sum::<u32>());
    let coders = answers / cases;
    let shares: Vec<f64> = counts.iter().map(|&n| f64::from(n) / answers).collect();
    let both: f64 = shares.iter().map(|p| p * (1.0 - p)).sum();
    let skew: f64 = shares.iter().map(|p| p * (1.0 - p) * (1.0 - 2.0 * p)).sum();
    (2.0 * (both * both - skew) / (cases * coders * (coders - 1.0))).sqrt() / both
}

fn cohens(sheet: &mut Sheet, all: &Ratings, as_observed: &Ratings, case: &Value) {
    let kinds: [Kind; 3] = [
        ("cohen_kappa", Distance::nominal),
        ("weighted_kappa_linear", Distance::linear),
        ("weighted_kappa_quadratic", Distance::quadratic),
    ];
    for (name, distance) in kinds {
        cohen(sheet, name, &all.table(0, 1), &distance(all.scale()));
        let narrow = kappa::disagreement(&as_observed.table(0, 1), &distance(as_observed.scale()));
        if let Ok(found) = narrow {
            let path = format!("{name}/value_if_unused_categories_dropped_and_reranked");
            sheet.near(&path, found.coefficient(), 1e-9);
        }
    }
    if let Some(weights) = case.get("custom_disagreement_weights") {
        let distance = Distance::new(all.scale(), |one, other| weights[one][other].as_f64().unwrap());
        cohen(sheet, "cohen_kappa_custom", &all.table(0, 1), &distance);
    }
}

fn cohen(sheet: &mut Sheet, name: &str, table: &Table, distance: &Distance) {
    let at = |key: &str| format!("{name}/{key}");
    sheet.count(&at("n"), table.cases());
    let found = kappa::disagreement(table, distance);
    value(sheet, name, found.map(Disagreement::coefficient));
    let Ok(Disagreement { observed, expected }) = found else { return };
    sheet.near(&at("po"), 1.0 - observed, 1e-9);
    sheet.near(&at("pe"), 1.0 - expected, 1e-9);
    let estimate = kappa::estimate(table, distance).unwrap();
    sheet.near(&at("se/fleiss_cohen_everitt_1969/value"), estimate.error.unwrap(), 1e-6);
    interval(sheet, &at("se/fleiss_cohen_everitt_1969/ci95_z"), estimate, -1.0);
    sheet.near(&at("se/under_H0/value"), kappa_if_zero(table, distance, expected), 1e-6);
}

/// The error that kappa would have if it were 0: for testing that, never for an interval, and so not in the program.
fn kappa_if_zero(table: &Table, distance: &Distance, expected: f64) -> f64 {
    let cases = f64::from(table.cases());
    let shares = |counts: Vec<u32>| counts.into_iter().map(|n| f64::from(n) / cases).collect::<Vec<_>>();
    let (first, second) = table.margins();
    let (first, second) = (shares(first), shares(second));
    let places = || 0..first.len();
    let from_first = |one: usize| places().map(|k| distance.between(one, k) * second[k]).sum::<f64>();
    let from_second = |other: usize| places().map(|k| distance.between(k, other) * first[k]).sum::<f64>();
    let cell = |one: usize, other: usize| {
        let influence = from_first(one) + from_second(other) - distance.between(one, other) - expected;
        first[one] * second[other] * influence * influence
    };
    let squares: f64 = places().flat_map(|one| places().map(move |other| (one, other))).map(|(a, b)| cell(a, b)).sum();
    (squares / cases).sqrt() / expected
}

fn lights(sheet: &mut Sheet, all: &Ratings, case: &Value) {
    let kinds = [
        ("light_kappa", "cohen_kappa", Distance::nominal(all.scale())),
        ("light_kappa_linear", "weighted_kappa_linear", Distance::linear(all.scale())),
        ("light_kappa_quadratic", "weighted_kappa_quadratic", Distance::quadratic(all.scale())),
    ];
    for (name, pairwise, distance) in kinds {
        if sheet.expects(name) {
            let light = kappa::light(all, &distance);
            value(sheet, name, light.map(|light| light.value));
            if let Ok(light) = light {
                sheet.count(&format!("{name}/pairs_used"), light.used);
                sheet.count(&format!("{name}/pairs_total"), light.pairs);
            }
        }
        for pair in case["pairwise"].as_array().into_iter().flatten() {
            let coder = |place: usize| usize::try_from(pair["raters"][place].as_u64().unwrap()).unwrap();
            let table = all.table(coder(0), coder(1));
            assert_eq!(pair["n"].as_u64(), Some(u64::from(table.cases())), "{}", case["id"]);
            let found = kappa::disagreement(&table, &distance).ok().map(Disagreement::coefficient);
            sheet.same(&format!("{pairwise} of {coder:?}", coder = pair["raters"]), pair[pairwise].as_f64(), found);
        }
    }
}
