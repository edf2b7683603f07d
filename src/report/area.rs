//! The quality areas: every question with its answers.

use super::chart::{Bar, Chart, Panel};
use super::grid::{Cell, Grid, Head, Line, Sort};
use super::table::pair;
use super::{Block, Section, Source};
use crate::msg;
use crate::protocol::{Kind, Per, Question};
use crate::tally::{Counts, remark};

/// The areas in file order, with the questions about cases.
pub fn sections(source: Source<'_>) -> Vec<Section> {
    let areas = source.protocol().areas.iter().enumerate();
    let section = |(at, area): (usize, &crate::protocol::Area)| {
        let questions = source.protocol().questions.iter().enumerate();
        let own = questions.filter(|(_, question)| question.area == at && question.per == Per::Case);
        let parts = own.map(|(place, question)| part(source, place, question)).collect();
        Section { parts, ..Section::new(format!("area-{}", area.id), area.label.clone()) }
    };
    areas.map(section).collect()
}

fn part(source: Source<'_>, place: usize, question: &Question) -> Section {
    let heading = format!("{} {}", source.protocol().number(place), question.text);
    let groups = by_sex(source, place);
    let blocks =
        [Block::Grid(grid(source, question, &groups))].into_iter().chain(chart(question, &groups).map(Block::Chart));
    let blocks = blocks.collect();
    Section { blocks, ..Section::new(format!("question-{}", question.id), heading) }
}

/// A picture of a question's answers, where it has choices and anybody answered.
fn chart(question: &Question, groups: &[(String, Counts)]) -> Option<Chart> {
    let parts: Vec<(usize, String)> = question
        .choices()
        .iter()
        .enumerate()
        .filter(|(_, choice)| choice.in_base)
        .map(|(place, choice)| (place, choice.label.clone()))
        .collect();
    let counted = |counts: &Counts| parts.iter().map(|&(place, _)| counts.choices.get(place).copied()).collect();
    let bar =
        |(label, counts): &(String, Counts)| Bar { label: label.clone(), counts: counted(counts), base: counts.base };
    let bars: Vec<Bar> = groups.iter().map(bar).collect();
    let is_drawn = !parts.is_empty() && bars.iter().any(|bar| bar.base > 0);
    is_drawn.then(|| Chart {
        id: format!("chart-{}", question.id),
        title: question.text.clone(),
        parts: parts.into_iter().map(|(_, label)| label).collect(),
        stacked: !question.is_multi(),
        panels: vec![Panel { title: String::new(), bars }],
    })
}

/// A question's answers by sex, then for all.
fn by_sex(source: Source<'_>, place: usize) -> Vec<(String, Counts)> {
    let (tally, protocol) = (&source.study.tally, source.protocol());
    let axis = protocol.sex().and_then(|sex| Some((sex, tally.by().iter().position(|&by| by == sex)?)));
    let mut groups: Vec<(String, Counts)> = Vec::new();
    if let Some((sex, axis)) = axis {
        for value in tally.values(axis, Per::Case) {
            let own = |values: &[String]| values.get(axis).is_some_and(|own| own == value);
            groups.push((source.label(sex, value), tally.sum(place, own)));
        }
    }
    groups.push((source.words.get("tally-total"), tally.total(place)));
    groups
}

/// A question's answers in some groups, of which the last one is all of them.
pub fn grid(source: Source<'_>, question: &Question, groups: &[(String, Counts)]) -> Grid {
    let id = format!("table-{}", question.id);
    let (heads, lines) = match question.kind {
        Kind::Number { .. } => numbers(source, groups),
        _ => choices(source, question, groups),
    };
    let mut notes: Vec<String> = groups.last().into_iter().map(|(_, total)| outside(source, total)).collect();
    let counts = groups.iter().map(|(_, counts)| counts);
    notes.extend(
        remark::of_question(question, counts, source.study.percent_from).map(|remark| source.words.say(&remark)),
    );
    Grid { id, title: question.text.clone(), heads, lines, notes }
}

/// A line a choice that is in the base, then the base.
fn choices(source: Source<'_>, question: &Question, groups: &[(String, Counts)]) -> (Vec<Head>, Vec<Line>) {
    let from = source.study.percent_from;
    let line = |label: String, sort: Sort, of: &dyn Fn(&Counts) -> u32| {
        let cells = groups.iter().flat_map(|(_, counts)| {
            let k = of(counts);
            [Cell::share(k, counts.base, from), Cell::Count(k)]
        });
        Line { label, sort, cells: cells.collect() }
    };
    let parts = question.choices().iter().enumerate().filter(|(_, choice)| choice.in_base);
    let mut lines: Vec<Line> = parts
        .map(|(place, choice)| {
            line(choice.label.clone(), Sort::Part, &|counts| counts.choices.get(place).copied().unwrap_or(0))
        })
        .collect();
    lines.push(line(source.words.get("tally-base"), Sort::Total, &|counts| counts.base));
    (groups.iter().map(|(name, _)| pair(source, name.clone())).collect(), lines)
}

/// How many numbers, their mean and their range.
fn numbers(source: Source<'_>, groups: &[(String, Counts)]) -> (Vec<Head>, Vec<Line>) {
    let line = |key: &'static str, of: &dyn Fn(&Counts) -> Cell| Line {
        label: source.words.get(key),
        sort: if key == "tally-base" { Sort::Total } else { Sort::Part },
        cells: groups.iter().map(|(_, counts)| of(counts)).collect(),
    };
    let number = |value: Option<i64>| value.map_or(Cell::Nothing, Cell::Number);
    let lines = vec![
        line("head-mean", &|counts| number(counts.shown_mean())),
        line("report-least", &|counts| number(counts.range().map(|(least, _)| least))),
        line("report-most", &|counts| number(counts.range().map(|(_, most)| most))),
        line("tally-base", &|counts| Cell::Count(counts.base)),
    ];
    let head = |(name, _): &(String, Counts)| Head { name: name.clone(), columns: vec![String::new()] };
    (groups.iter().map(head).collect(), lines)
}

/// Who is outside the base.
fn outside(source: Source<'_>, total: &Counts) -> String {
    source.words.say(&msg!(
        "tally-outside",
        not_asked = total.not_asked,
        not_known = total.not_known,
        na = total.na,
        unanswered = total.unanswered
    ))
}
