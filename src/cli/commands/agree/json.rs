//! Agreement as JSON.

use super::{Agreed, Told};
use crate::analysis::reliability::agreement::{Agreement, Cross};
use crate::analysis::reliability::figure::{Figure, Why};
use crate::analysis::reliability::overview::Overview;
use crate::base::language::Words;
use crate::statistics::agreement::percent::PercentAgreement;
use crate::statistics::percent::percent;
use crate::statistics::special::decimals;
use crate::study::index::CaseIx;
use serde_json::{Map, Value, json};

impl Agreed<'_> {
    pub(crate) fn as_json(&self, words: &Words) -> Value {
        let Overview { round, raters, doubled, waiting, joint, begun, all, .. } = &self.overview;
        let rater = |(rater, n): &(crate::analysis::reliability::Rater, usize)| json!({ "coder": rater.coder, "again": rater.again, "cases": n });
        let begun = begun.iter().map(|one| json!({ "coder": one.coder, "answers": one.answers, "cases": one.cases }));
        json!({
            "round": round.name(),
            "cases": doubled, "waiting": waiting, "joint": joint, "all": all,
            "coders": raters.iter().map(rater).collect::<Vec<_>>(),
            "underway": begun.collect::<Vec<_>>(),
            "sentence": self.sentence(words),
            "groups": self.groups.iter().map(group).collect::<Vec<_>>(),
        })
    }
}

fn group(told: &Told<'_>) -> Value {
    let key: Map<String, Value> =
        told.key.iter().map(|(axis, value)| (axis.name().to_owned(), value.as_str().into())).collect();
    let questions: Vec<Value> = told.agreements.iter().map(|one| question(told, one)).collect();
    let counts = [("key", key.into()), ("cases", told.double.cases.len().into()), ("questions", questions.into())];
    crate::cli::commands::with(alike(told.total()), counts)
}

fn alike(PercentAgreement { alike, of }: PercentAgreement) -> Value {
    json!({ "alike": alike, "of": of, "pct": percent(alike, of) })
}

fn question(told: &Told<'_>, one: &Agreement<'_>) -> Value {
    let cases = &told.double.study().cases.cases;
    let ids = |found: Vec<CaseIx>| -> Value { found.into_iter().map(|case| cases[case].id.as_str()).collect() };
    let cross = one.cross(&told.double.raters).map(|cross| table(one, &cross));
    let figures = one.figures();
    let more = [
        ("id", one.question.id.as_str().into()),
        ("text", one.question.text.as_str().into()),
        ("differing", ids(one.whole.differing().map(|row| row.case).collect())),
        ("one_sided", ids(told.double.one_sided(one.place))),
        ("table", cross.into()),
        ("figures", figures.iter().map(|known| figure(one, known)).collect::<Vec<_>>().into()),
    ];
    crate::cli::commands::with(alike(one.whole.alike()), more)
}

fn table(one: &Agreement<'_>, cross: &Cross<'_>) -> Value {
    let [rows, columns] = cross.raters.map(|rater| json!({ "coder": rater.coder, "again": rater.again }));
    let categories: Vec<String> = cross.categories.iter().map(|known| known.name(one.question)).collect();
    json!({ "rows": rows, "columns": columns, "categories": categories, "counts": cross.counts })
}

fn figure(one: &Agreement<'_>, figure: &Figure) -> Value {
    let choice = one.choice(figure.part).map(|choice| choice.id.as_str());
    let told = figure.told.ok();
    let interval = told.and_then(|told| told.interval.ok());
    json!({
        "part": figure.part.name(), "choice": choice, "measure": figure.measure.name(),
        "value": told.map(|told| decimals(told.value)),
        "se": told.and_then(|told| told.error).map(decimals),
        "low": interval.map(|interval| decimals(interval.low)),
        "high": interval.map(|interval| decimals(interval.high)),
        "method": told.filter(|_| interval.is_some()).map(|told| told.method.name()),
        "n": figure.cases, "lost_pairs": figure.lost,
        "pairs_used": figure.pairs.map(|(used, _)| used), "pairs": figure.pairs.map(|(_, all)| all),
        "reason": figure.told.map_or_else(Some, |told| told.interval.err()).map(Why::name),
    })
}
