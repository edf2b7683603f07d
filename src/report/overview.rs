//! What the report is about: how many cases, of which units and sexes.

use super::grid::{Cell, Grid, Head, Line, Sort};
use super::{Block, Section, Source};
use crate::msg;

/// The cases that count, by unit and sex.
pub fn section(source: Source<'_>) -> Section {
    let words = source.words;
    let mut section = Section::new("overview", words.get("report-overview"));
    let (study, protocol) = (source.study, source.protocol());
    let counted: Vec<usize> = study.cases.files().filter(|&case| study.tally.is_counted(case)).collect();
    section.blocks.push(Block::Text(words.say(&msg!("report-cases", n = counted.len()))));
    let Some(unit) = protocol.unit() else { return section };
    let of = |attribute: usize| {
        let mut values: Vec<&str> = Vec::new();
        let known = protocol.attributes.get(attribute).into_iter().flat_map(|known| &known.values);
        let known = known.map(|(code, _)| code.as_str());
        for value in known.chain(counted.iter().map(|&case| study.cases.value(case, attribute))) {
            if !values.contains(&value) && counted.iter().any(|&case| study.cases.value(case, attribute) == value) {
                values.push(value);
            }
        }
        values
    };
    let count = |holds: &dyn Fn(usize) -> bool| {
        Cell::Count(u32::try_from(counted.iter().filter(|&&case| holds(case)).count()).unwrap_or(u32::MAX))
    };
    let sexes: Vec<(usize, &str)> =
        protocol.sex().into_iter().flat_map(|sex| of(sex).into_iter().map(move |value| (sex, value))).collect();
    let cells = |inside: &dyn Fn(usize) -> bool| {
        let sexes =
            sexes.iter().map(|(sex, value)| count(&|case| inside(case) && study.cases.value(case, *sex) == *value));
        sexes.chain([count(inside)]).collect::<Vec<_>>()
    };
    let mut lines: Vec<Line> = of(unit)
        .into_iter()
        .map(|value| Line {
            label: source.label(unit, value),
            sort: Sort::Part,
            cells: cells(&|case| study.cases.value(case, unit) == value),
        })
        .collect();
    lines.push(Line { label: words.get("tally-total"), sort: Sort::Total, cells: cells(&|_| true) });
    let names = sexes.iter().map(|(sex, value)| source.label(*sex, value)).chain([words.get("tally-total")]);
    let heads = names.map(|name| Head { name, columns: vec![String::new()] }).collect();
    let title = words.get("report-overview-table");
    section.blocks.push(Block::Grid(Grid { id: "overview".to_owned(), title, heads, lines, notes: Vec::new() }));
    section
}
