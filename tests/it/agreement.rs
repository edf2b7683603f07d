//! Statistics against values that other programs and publications give for the same numbers.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

mod coefficients;
mod properties;
mod proportions;
mod sheet;

use serde_json::Value;
use sheet::Sheet;
use std::collections::BTreeMap;

/// The values that the statistics must have: `tests/data/agreement.json`.
fn vectors() -> Value {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/agreement.json");
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

fn rows<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value[key].as_array().unwrap_or_else(|| panic!("no rows of {key}"))
}

/// Where two programs disagree, ours gives what the original formula gives: the values named there are among those
/// that were checked for the same data.
fn disagreements(vectors: &Value, checked: &BTreeMap<String, Sheet>) -> usize {
    let ours =
        ["original_formula", "gwet", "gwet_2014", "pairable_units_only", "complete_units", "declared", "observed"];
    let mut compared = 0;
    for row in rows(vectors, "disagreements") {
        for example in rows(row, "examples").iter().filter(|example| example.is_object()) {
            let sheet = &checked[example["case"].as_str().unwrap()];
            for value in ours.iter().filter_map(|key| example[key].as_f64()) {
                assert!(sheet.has_checked(value), "{}, {}: {value}", row["id"], sheet.id);
                compared += 1;
            }
        }
    }
    compared
}

#[test]
fn every_value_is_that_of_the_published_formulas() {
    let vectors = vectors();
    let sections = ["cases", "disagreements", "meta", "proportions", "rounding", "tallies"];
    assert!(vectors.as_object().unwrap().keys().all(|key| sections.contains(&key.as_str())), "a section is not read");
    let mut checked = BTreeMap::new();
    let mut values = 0;
    for case in rows(&vectors, "cases") {
        let sheet = coefficients::check(case);
        values += sheet.done();
        checked.insert(sheet.id.clone(), sheet);
    }
    assert_eq!(checked.len(), 44);
    assert!(values > 4000, "{values}");
    assert_eq!(disagreements(&vectors, &checked), 46);
}

#[test]
fn every_proportion_is_that_of_the_published_formulas() {
    let vectors = vectors();
    let cases = rows(&vectors["proportions"], "cases");
    let values: usize = cases.iter().map(|case| proportions::check(case).done()).sum();
    assert_eq!(cases.len(), 25);
    assert!(values > 150, "{values}");
    assert_eq!(each(rows(&vectors["proportions"]["sample_size"], "cases"), proportions::size), 8);
}

#[test]
fn every_percent_and_tally_is_the_expected_one() {
    let vectors = vectors();
    assert_eq!(each(rows(&vectors["rounding"], "cases"), proportions::rounding), 29);
    assert_eq!(each(rows(&vectors["rounding"], "sum_to_100"), proportions::parts), 13);
    assert_eq!(each(rows(&vectors["tallies"], "cases"), proportions::tally), 3);
}

fn each(rows: &[Value], check: fn(&Value)) -> usize {
    rows.iter().inspect(|row| check(row)).count()
}
