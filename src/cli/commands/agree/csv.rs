//! Agreement as CSV.

use super::{Agreed, Told};
use crate::analysis::reliability::agreement::Agreement;
use crate::analysis::reliability::figure::{Figure, Measure, Method, Part, Value, Why};
use crate::analysis::reliability::group::Axis;
use crate::base::table::written;
use crate::statistics::agreement::percent::PercentAgreement;

/// What stands in every row behind the question and what it is grouped by.
const FIXED: [&str; 11] =
    ["part", "choice", "measure", "value", "se", "low", "high", "method", "n", "lost_pairs", "reason"];

impl Agreed<'_> {
    /// One row per group, question, part and measure; of all questions together, under an empty id, the share alone.
    pub(crate) fn as_csv(&self) -> String {
        let axes = Axis::ALL.iter().map(|(_, name)| *name);
        let head = ["question"].into_iter().chain(axes).chain(FIXED);
        written(head) + &self.groups.iter().map(rows).collect::<String>()
    }
}

fn rows(told: &Told<'_>) -> String {
    let of = |one: &Agreement<'_>| one.figures().iter().map(|figure| row(told, Some(one), figure)).collect::<String>();
    let all = told.agreements.iter().map(of).collect::<String>();
    pooled(told.total()).map_or(String::new(), |figure| row(told, None, &figure)) + &all
}

/// The share of all answers that are alike: a count of answers, of which those about one case hang together.
fn pooled(all: PercentAgreement) -> Option<Figure> {
    let value = Value { value: all.share()?, error: None, interval: Err(Why::Pooled), method: Method::Wilson };
    Some(Figure { part: Part::Whole, measure: Measure::Alike, cases: all.of, lost: 0, pairs: None, told: Ok(value) })
}

fn row(told: &Told<'_>, one: Option<&Agreement<'_>>, figure: &Figure) -> String {
    let key = |(axis, _): &(Axis, &str)| {
        let own = told.key.iter().find(|(own, _)| own == axis);
        own.map_or_else(String::new, |(_, value)| value.clone())
    };
    let choice = one.and_then(|one| one.choice(figure.part)).map(|choice| choice.id.clone());
    let id = one.map_or("", |one| &one.question.id).to_owned();
    let start = [id].into_iter().chain(Axis::ALL.iter().map(key));
    let named = [figure.part.name().to_owned(), choice.unwrap_or_default(), figure.measure.name().to_owned()];
    let cells = start.chain(named).chain(numbers(figure)).collect::<Vec<String>>();
    written(cells.iter().map(String::as_str))
}

/// What is told of it, and why something is not.
fn numbers(figure: &Figure) -> [String; 8] {
    let number = |value: Option<f64>| {
        value.map_or_else(String::new, |value| crate::statistics::special::decimals(value).to_string())
    };
    let told = figure.told.ok();
    let interval = told.and_then(|told| told.interval.ok());
    let why = figure.told.map_or_else(Some, |told| told.interval.err());
    [
        number(told.map(|told| told.value)),
        number(told.and_then(|told| told.error)),
        number(interval.map(|interval| interval.low)),
        number(interval.map(|interval| interval.high)),
        told.filter(|_| interval.is_some()).map_or_else(String::new, |told| told.method.name()),
        figure.cases.to_string(),
        figure.lost.to_string(),
        why.map_or("", Why::name).to_owned(),
    ]
}
