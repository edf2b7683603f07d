//! One question through several studies, for programs.

use crate::analysis::comparison::Side;
use crate::analysis::comparison::series::{AllSeries, Series, Year};
use crate::analysis::progress::coverage::Coverage;
use crate::base::decimal::decimal;
use crate::base::language::Words;
use crate::base::table::written;
use crate::statistics::percent::percent;
use crate::study::protocol::Per;
use serde_json::{Value, json};

const HEAD: [&str; 7] = ["question", "choice", "study", "n", "base", "pct", "unfinished"];

/// As JSON: what each study has of a question stands in the order of the studies, and is null where it does not ask.
pub(crate) fn as_json(sides: &[Side<'_>], all: &AllSeries<'_>, words: &Words) -> Value {
    let studies = sides.iter().map(|side| {
        let protocol = &side.study.protocol;
        json!({
            "name": side.name, "protocol": protocol.id, "version": protocol.version,
            "coverage": Coverage::of(side.study, Per::Case).as_json(),
        })
    });
    let question = |series: &Series<'_>| {
        let first = series.first()?;
        let choices = series.rows.iter().filter_map(|&row| first.question.choices().get(row)).map(|choice| &choice.id);
        let year = |year: &Option<Year<'_>>| {
            year.as_ref().map(|Year { measured, .. }| {
                let mean = measured.mean.and_then(|mean| format!("{mean}e-3").parse::<f64>().ok());
                let pct: Vec<_> = measured.counts.iter().map(|&n| percent(n, measured.base)).collect();
                json!({ "base": measured.base, "n": measured.counts, "pct": pct, "mean": mean })
            })
        };
        Some(json!({
            "id": first.question.id, "text": first.question.text, "choices": choices.collect::<Vec<_>>(),
            "studies": series.years.iter().map(year).collect::<Vec<_>>(), "remarks": series.remarks,
        }))
    };
    let apart = all.apart.iter().map(|(what, why)| {
        let why = why.as_ref().map_or_else(|| words.get("compare-series-alone"), |why| words.say(why));
        json!({ "what": what, "why": why })
    });
    json!({
        "studies": studies.collect::<Vec<_>>(),
        "questions": all.series.iter().filter_map(question).collect::<Vec<_>>(),
        "apart": apart.collect::<Vec<_>>(),
    })
}

/// As CSV: a row per question, choice and study; of a number one a study, with its mean as the count.
pub(crate) fn as_csv(sides: &[Side<'_>], all: &AllSeries<'_>) -> String {
    written(HEAD) + &all.series.iter().map(|series| rows(sides, series)).collect::<String>()
}

fn rows(sides: &[Side<'_>], series: &Series<'_>) -> String {
    let Some(first) = series.first() else { return String::new() };
    let row = |choice: &str, side: &Side<'_>, base: u32, [n, pct]: [String; 2]| {
        let open = Coverage::of(side.study, Per::Case).open().to_string();
        let base = base.to_string();
        written([first.question.id.as_str(), choice, &side.name, &n, &base, &pct, &open])
    };
    let years = || sides.iter().zip(&series.years).filter_map(|(side, year)| Some((side, year.as_ref()?)));
    if series.rows.is_empty() {
        let mean = |measured: Option<i64>| measured.map_or_else(String::new, decimal);
        return years()
            .map(|(side, Year { measured, .. })| row("", side, measured.base, [mean(measured.mean), String::new()]))
            .collect();
    }
    let choices = series.rows.iter().enumerate();
    let of_choice = |(at, &place): (usize, &usize)| {
        let id = first.question.choices().get(place).map_or("", |choice| choice.id.as_str());
        let of_year = |(side, Year { measured, .. }): (&Side<'_>, &Year<'_>)| {
            let k = measured.chosen(at);
            let pct = percent(k, measured.base).map_or_else(String::new, |pct| pct.to_string());
            row(id, side, measured.base, [k.to_string(), pct])
        };
        years().map(of_year).collect::<String>()
    };
    choices.map(of_choice).collect()
}
