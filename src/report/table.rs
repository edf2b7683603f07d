//! The tables that the protocol declares: each row a condition.

use super::grid::{Cell, Grid, Head, Line, Sort};
use super::{Block, Section, Source};
use crate::msg;
use crate::protocol::Table;
use crate::tally::table::{Column, columns, parts};
use crate::tally::{Tally, remark};

/// The protocol's tables.
pub fn section(source: Source<'_>) -> Section {
    let mut section = Section::new("tables", source.words.get("report-tables"));
    let tables = source.protocol().tables.iter();
    section.blocks.extend(tables.map(|table| Block::Grid(grid(source, &source.study.tally, table))));
    section
}

/// A table of the protocol, counted over the cases that a tally counts.
pub fn grid(source: Source<'_>, tally: &Tally, table: &Table) -> Grid {
    let counted: Vec<(Table, Vec<Column>)> = parts(source.protocol(), table)
        .into_iter()
        .map(|part| {
            let columns = columns(&source.study.answers, tally, &part);
            (part, columns)
        })
        .collect();
    let (heads, lines) = match (table.across, counted.as_slice()) {
        (None, [(_, columns)]) => down(source, table, columns),
        _ => across(source, &counted),
    };
    let notes = notes(source, tally, table, &counted);
    let mut grid = Grid { id: table.id.clone(), title: table.title.clone(), heads, lines, notes };
    if table.notes.iter().any(|note| note.starts_with('*')) {
        grid.star();
    }
    grid
}

/// The share of a column's base, then the count.
fn share(source: Source<'_>, k: u32, base: u32) -> [Cell; 2] {
    [Cell::share(k, base, source.study.percent_from), Cell::Count(k)]
}

/// A line for each row, with the groups beside each other.
fn down(source: Source<'_>, table: &Table, columns: &[Column]) -> (Vec<Head>, Vec<Line>) {
    let line = |label: String, sort: Sort, of: &dyn Fn(&Column) -> u32| {
        let cells = columns.iter().flat_map(|column| share(source, of(column), column.base));
        Line { label, sort, cells: cells.collect() }
    };
    let row = |(place, (label, _)): (usize, &(String, _))| {
        line(label.clone(), Sort::Part, &|column| column.rows.get(place).copied().unwrap_or(0))
    };
    let mut lines: Vec<Line> = table.rows.iter().enumerate().map(row).collect();
    if columns.iter().any(|column| column.rest > 0) {
        lines.push(line(source.words.get("table-rest"), Sort::Rest, &|column| column.rest));
    }
    lines.push(line(source.words.get("tally-base"), Sort::Total, &|column| column.base));
    let name = |column| group(source, table, column).unwrap_or_else(|| source.words.get("tally-total"));
    (columns.iter().map(|column| pair(source, name(column))).collect(), lines)
}

/// A line for each row and group, with the values of what the cross is split by beside each other.
fn across(source: Source<'_>, counted: &[(Table, Vec<Column>)]) -> (Vec<Head>, Vec<Line>) {
    let has_rest = counted.iter().flat_map(|(_, columns)| columns).any(|column| column.rest > 0);
    let line = |part: &Table, column: &Column| {
        let rest = has_rest.then_some(column.rest);
        let counts = column.rows.iter().copied().chain(rest).chain([column.base]);
        let cells = counts.flat_map(|k| share(source, k, column.base)).collect();
        match group(source, part, column) {
            Some(group) => Line { label: format!("{}, {group}", part.title), sort: Sort::Part, cells },
            None => Line { label: part.title.clone(), sort: Sort::Total, cells },
        }
    };
    let lines = counted.iter().flat_map(|(part, columns)| columns.iter().map(move |column| line(part, column)));
    let values = counted.first().into_iter().flat_map(|(part, _)| part.rows.iter().map(|(label, _)| label.clone()));
    let rest = has_rest.then(|| source.words.get("table-rest-across"));
    let names = values.chain(rest).chain([source.words.get("tally-total")]);
    (names.map(|name| pair(source, name)).collect(), lines.collect())
}

/// What stands below: the author's notes, whom the table is about, who is in none of its rows, and what a reader of the
/// sums should know.
fn notes(source: Source<'_>, tally: &Tally, table: &Table, counted: &[(Table, Vec<Column>)]) -> Vec<String> {
    let (words, from) = (source.words, source.study.percent_from);
    let cases = source.study.cases.files().filter(|&case| tally.is_counted(case)).count();
    let all = || counted.iter().filter_map(|(_, columns)| columns.last());
    let rest: u32 = all().map(|column| column.rest).sum();
    let whole = all().next().filter(|_| table.across.is_none());
    let about = whole.filter(|column| !table.base.is_empty() && (column.base as usize) < cases).map(|column| {
        let condition = source.protocol().condition(&table.base, words);
        msg!("table-about", base = column.base, all = cases, condition = condition)
    });
    let outside = (rest > 0).then(|| match whole {
        Some(column) => msg!("table-outside-rows", n = rest, base = column.base),
        None => msg!("table-outside-columns", n = rest),
    });
    let remark = counted.iter().find_map(|(_, columns)| remark::of_table(columns, from));
    let ours = about.into_iter().chain(outside).chain(remark).map(|note| words.say(&note));
    table.notes.iter().cloned().chain(ours).collect()
}

/// A group of columns: share, then count.
pub fn pair(source: Source<'_>, name: String) -> Head {
    Head { name, columns: vec![source.words.get("table-share"), source.words.get("table-count")] }
}

/// The group that a column counts; nothing where it counts all.
fn group(source: Source<'_>, table: &Table, column: &Column) -> Option<String> {
    let values = table.by.iter().zip(&column.key).map(|(&by, value)| source.label(by, value));
    (!column.key.is_empty()).then(|| values.collect::<Vec<_>>().join(" "))
}
