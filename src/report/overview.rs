//! What the report is about: how many cases, of which units and sexes, and how its figures are to be read.

mod age;

use super::grid::{Cell, Grid, Head, Line, Sort};
use super::split::Axis;
use super::{Block, Section, Source};
use crate::analysis::progress::coverage::Coverage;
use crate::analysis::tables::footnotes;
use crate::analysis::tables::suppress::{Group, Hidden, hidden};
use crate::msg;
use crate::study::protocol::Per;

/// The cases that count, by unit and sex.
pub fn section(source: Source<'_>) -> Section {
    let words = source.words;
    let mut section = Section::new("overview", words.get("report-overview"));
    let study = source.study;
    let coverage = Coverage::of(study, Per::Case);
    let entries = Coverage::of(study, Per::Unit);
    // A review may ask about units alone.
    let kinds = [coverage, entries].into_iter().filter(|one| one.all > 0 || one.per == Per::Case && entries.all == 0);
    let included = |one: Coverage| match (one.per.name(), one.open()) {
        (per, 0) => msg!("report-cases", n = one.all, per = per),
        (per, open) => msg!("report-cases-open", n = one.all, done = one.all - open, per = per),
    };
    section.blocks.extend(kinds.map(|one| Block::Text(words.say(&included(one)))));
    let dropped = (coverage.dropped > 0).then(|| msg!("tally-dropped", n = coverage.dropped));
    let unasked = (coverage.unasked > 0 && coverage.all > 0).then(|| msg!("tally-unasked", n = coverage.unasked));
    section.blocks.extend(dropped.into_iter().chain(unasked).map(|told| Block::Text(words.say(&told))));
    let small = (study.percent_from > 1).then(|| msg!("report-percent-from", from = study.percent_from));
    let hidden = source.options.min_cell.map(|min| msg!("report-min-cell", min = min));
    section.blocks.extend(small.into_iter().chain(hidden).map(|told| Block::Text(words.say(&told))));
    let strata = source.draw.map_or(&[][..], |draw| &draw.strata);
    let strata: Vec<(usize, usize)> = strata.iter().map(|stratum| (stratum.drawn, stratum.frame)).collect();
    section.blocks.extend(footnotes::of_sample(&strata).map(|told| Block::Warning(words.say(&told))));
    section.blocks.extend(grid(source).map(Block::Grid));
    section.blocks.extend(age::blocks(source));
    section
}

/// How many cases there are, unit by unit and sex by sex.
fn grid(source: Source<'_>) -> Option<Grid> {
    let (words, protocol) = (source.words, source.protocol());
    let units = Axis::new(source, Some(protocol.unit()?), Per::Case);
    let sexes = Axis::new(source, protocol.sex(), Per::Case);
    let cases = Cases::count(source, &units, &sexes);
    let is_empty = cases.cases.iter().flatten().all(|n| *n == 0);
    let columns: Vec<Option<usize>> = (0..sexes.names.len()).map(Some).chain([None]).collect();
    let line = |label: &String, sort: Sort, unit: Option<usize>| Line {
        label: label.clone(),
        sort,
        cells: columns.iter().map(|&sex| cases.cell(unit, sex)).collect(),
    };
    let total = words.get("tally-total");
    let own = units.names.iter().enumerate().map(|(at, name)| line(name, Sort::Part, Some(at)));
    let lines = own.chain([line(&total, Sort::Total, None)]).collect();
    let names = sexes.names.iter().chain([&total]);
    let heads = names.map(|name| Head { name: name.clone(), columns: vec![String::new()] }).collect();
    let is_open = Coverage::of(source.study, Per::Case).is_open();
    let title = words.get(if is_open { "report-overview-open" } else { "report-overview-table" });
    (!is_empty).then(|| Grid { id: "overview".to_owned(), title, heads, lines, notes: Vec::new() })
}

/// The cases of each unit and in it of each sex.
struct Cases {
    cases: Vec<Vec<u32>>,
    hidden: Option<Hidden>,
}

impl Cases {
    fn count(source: Source<'_>, units: &Axis, sexes: &Axis) -> Self {
        let study = source.study;
        let mut cases = vec![vec![0u32; sexes.names.len().max(1)]; units.names.len().max(1)];
        for case in study.cases.files().filter(|&case| study.tally().is_counted(case)) {
            let values: Vec<String> =
                study.tally().by().iter().map(|&column| study.cases.value(case, column).to_owned()).collect();
            let row = cases.iter_mut().skip(units.place(&values)).take(1);
            row.flat_map(|row| row.iter_mut().skip(sexes.place(&values)).take(1)).for_each(|n| *n += 1);
        }
        Self { hidden: source.options.min_cell.map(|min| suppressed(&cases, min)), cases }
    }

    /// Those of a unit and a sex; of all where nothing is said.
    fn cell(&self, unit: Option<usize>, sex: Option<usize>) -> Cell {
        if self.hidden.as_ref().is_some_and(|hidden| hidden.is(unit, sex, None)) {
            return Cell::Hidden;
        }
        let is_meant = |wanted: Option<usize>, at: usize| wanted.is_none_or(|wanted| wanted == at);
        let rows = self.cases.iter().enumerate().filter(|(at, _)| is_meant(unit, *at));
        let cells = rows.flat_map(|(_, row)| row.iter().enumerate().filter(|(at, _)| is_meant(sex, *at)));
        Cell::Count(cells.map(|(_, n)| n).sum())
    }
}

fn suppressed(cases: &[Vec<u32>], min: u32) -> Hidden {
    let group = |&base: &u32| Group { parts: Vec::new(), base };
    let groups: Vec<Vec<Group>> = cases.iter().map(|row| row.iter().map(group).collect()).collect();
    hidden(&groups, false, |_, _| true, min)
}
