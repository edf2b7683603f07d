//! A comparison as CSV.

use crate::analysis::comparison::scale::Common;
use crate::analysis::comparison::{Basis, Compared, Comparison};
use crate::analysis::progress::coverage::Coverage;
use crate::base::decimal::decimal;
use crate::base::table::written;
use crate::statistics::percent::percent;
use crate::study::protocol::Per;

const HEAD: [&str; 18] = [
    "question_1",
    "question_2",
    "base",
    "choice_1",
    "choice_2",
    "n_1",
    "base_1",
    "pct_1",
    "unasked_1",
    "n_2",
    "base_2",
    "pct_2",
    "unasked_2",
    "change",
    "interval",
    "unfinished_1",
    "unfinished_2",
    "lacking",
];

/// One row per question, base and choice; a question about a number has one row a base, with the means as counts.
pub(crate) fn of(comparison: &Comparison<'_>) -> String {
    let bases = comparison.compared.iter().flat_map(|one| one.bases.iter().map(move |basis| (one, basis)));
    written(HEAD) + &bases.map(|(one, basis)| rows(comparison, one, basis)).collect::<String>()
}

fn rows(comparison: &Comparison<'_>, compared: &Compared, basis: &Basis) -> String {
    let [a, b] = compared.places;
    let [one, other] = &comparison.sides;
    let (Some(one), Some(other)) = (one.asked(a), other.asked(b)) else { return String::new() };
    let start = [one.question.id.as_str(), other.question.id.as_str(), basis.on.name()];
    let unfinished = comparison.sides.each_ref().map(|side| Coverage::of(side.study, Per::Case).open().to_string());
    let lacking = [basis.lacking.conditions.as_slice(), &basis.lacking.values].concat().join(" & ");
    let row = |choices: [&str; 2], mut cells: Vec<String>| {
        cells.extend(unfinished.clone());
        cells.push(lacking.clone());
        written(start.into_iter().chain(choices).chain(cells.iter().map(String::as_str)))
    };
    if compared.common == Common::Numbers {
        let cells = basis.sides.iter().flat_map(|side| {
            let mean = side.mean.map_or_else(String::new, decimal);
            [mean, side.base.to_string(), String::new(), side.unasked.to_string()]
        });
        return row(["", ""], cells.chain([String::new(), String::new()]).collect());
    }
    let choices = compared.common.rows().iter().enumerate();
    choices
        .map(|(at, &[a, b])| {
            let id = |choices: &[crate::study::protocol::Choice], at: usize| {
                choices.get(at).map_or_else(String::new, |choice| choice.id.clone())
            };
            let ids = [id(one.question.choices(), a), id(other.question.choices(), b)];
            let cells = basis.sides.iter().flat_map(|side| {
                let k = side.chosen(at);
                let pct = percent(k, side.base).map_or_else(String::new, |pct| pct.to_string());
                [k.to_string(), side.base.to_string(), pct, side.unasked.to_string()]
            });
            let change = comparison.change(compared, basis, at);
            let points = change.map_or_else(String::new, |change| change.points.to_string());
            let interval = change.and_then(|change| change.interval);
            let interval = interval.map_or_else(String::new, |(low, high)| format!("{low}..{high}"));
            row([&ids[0], &ids[1]], cells.chain([points, interval]).collect())
        })
        .collect()
}
