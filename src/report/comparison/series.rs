//! More than two studies side by side: each question of several of them in one table and one chart.

use super::document::{heading, of_studies};
use crate::analysis::comparison::Side;
use crate::analysis::comparison::series::{AllSeries, Series, Year};
use crate::base::language::Words;
use crate::report::chart::{Bar, Chart, Panel};
use crate::report::grid::{Cell, Grid, Head, Line, Sort};
use crate::report::{Block, Report, Section};

/// The questions that several studies have in common.
pub fn report(sides: &[Side<'_>], all: &AllSeries<'_>, words: &Words) -> Report {
    let mut studies = Section::new("studies", words.get("compare-studies"));
    studies.blocks.push(Block::Text(words.get("compare-series-note")));
    let mut common = Section::new("common", words.get("compare-common"));
    common.parts = all.series.iter().map(|series| section(sides, series, words)).collect();
    if common.parts.is_empty() {
        common.blocks.push(Block::Text(words.get("compare-nothing")));
    }
    of_studies(sides, [studies, common].into_iter().chain(apart(all, words)).collect(), words)
}

/// A question: a line a study.
fn section(sides: &[Side<'_>], series: &Series<'_>, words: &Words) -> Section {
    let (id, text) =
        series.first().map_or_else(Default::default, |asked| (asked.name().to_owned(), heading(asked, sides)));
    let mut section = Section::new(format!("question-{id}"), text.clone());
    section.blocks.extend(series.remarks.iter().cloned().map(Block::Text));
    let labels = labels(series);
    let columns = |names: &[&'static str]| names.iter().map(|&name| words.get(name)).collect::<Vec<_>>();
    let mut heads: Vec<Head> = labels
        .iter()
        .map(|label| Head { name: label.clone(), columns: columns(&["table-share", "table-count"]) })
        .collect();
    if series.rows.is_empty() {
        heads.push(Head { name: words.get("column-mean"), columns: vec![String::new()] });
    }
    heads.push(Head { name: words.get("tally-base"), columns: vec![String::new()] });
    section.blocks.push(Block::Grid(Grid {
        id: format!("series-{id}"),
        title: words.get("compare-own"),
        heads,
        lines: sides.iter().zip(&series.years).map(|(side, year)| line(side, year.as_ref(), series)).collect(),
        notes: Vec::new(),
    }));
    section.blocks.extend(chart(sides, series, &id, text, labels).map(Block::Chart));
    section
}

/// The choices that are counted, in the words of the first study that asks.
fn labels(series: &Series<'_>) -> Vec<String> {
    let choices = series.first().map_or(&[][..], |asked| asked.question.choices());
    series.rows.iter().filter_map(|&row| choices.get(row)).map(|choice| choice.label.clone()).collect()
}

fn line(side: &Side<'_>, year: Option<&Year<'_>>, series: &Series<'_>) -> Line {
    let cells = match year {
        None => vec![Cell::Blank; 2 * series.rows.len() + 1 + usize::from(series.rows.is_empty())],
        Some(Year { measured, .. }) => {
            let share = |row: usize| {
                let k = measured.chosen(row);
                [Cell::share(k, measured.base, side.study.percent_from), Cell::Count(k)]
            };
            let mean = series.rows.is_empty().then(|| measured.mean.map_or(Cell::Nothing, Cell::Number));
            let shares = (0..series.rows.len()).flat_map(share);
            shares.chain(mean).chain([Cell::Count(measured.base)]).collect()
        }
    };
    Line { label: side.name.clone(), sort: Sort::Part, cells }
}

/// A bar a study, where its base carries percents.
fn chart(sides: &[Side<'_>], series: &Series<'_>, id: &str, title: String, parts: Vec<String>) -> Option<Chart> {
    let bar = |(side, year): (&Side<'_>, &Option<Year<'_>>)| {
        let measured = &year.as_ref()?.measured;
        let counts = (0..series.rows.len()).map(|row| Some(measured.chosen(row))).collect();
        let is_large = measured.base >= side.study.percent_from.max(1);
        is_large.then(|| Bar { label: side.name.clone(), counts, base: measured.base })
    };
    let bars: Vec<Bar> = sides.iter().zip(&series.years).filter_map(bar).collect();
    let stacked = series.first().is_some_and(|asked| !asked.question.is_multi());
    let panels = vec![Panel { title: String::new(), bars }];
    let is_drawn = !series.rows.is_empty() && panels.iter().any(|panel| !panel.bars.is_empty());
    is_drawn.then(|| Chart { id: format!("chart-{id}"), title, parts, stacked, panels })
}

/// The questions that are not compared, those with a reason first.
fn apart(all: &AllSeries<'_>, words: &Words) -> Option<Section> {
    let mut section = Section::new("apart", words.get("compare-not-comparable"));
    let told = |(text, why): &(String, Option<_>)| {
        let why = why.as_ref().map_or_else(|| words.get("compare-series-alone"), |why| words.say(why));
        format!("{text}: {why}")
    };
    let (reasons, alone): (Vec<_>, Vec<_>) = all.apart.iter().partition(|(_, why)| why.is_some());
    let items: Vec<String> = reasons.into_iter().chain(alone).map(told).collect();
    (!items.is_empty()).then(|| {
        section.blocks.push(Block::Items(items));
        section
    })
}
