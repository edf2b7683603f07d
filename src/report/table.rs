//! The tables that the protocol declares: each row a condition.

use super::grid::{Cell, Grid, Head, Line, Sort};
use super::{Block, Section, Source};
use crate::protocol::Table;
use crate::tally::remark;
use crate::tally::table::{Column, columns};

/// The protocol's tables.
pub fn section(source: Source<'_>) -> Section {
    let mut section = Section::new("tables", source.words.get("report-tables"));
    let tables = source.protocol().tables.iter();
    section.blocks.extend(tables.map(|table| Block::Grid(grid(source, table))));
    section
}

/// A table of the protocol, counted.
pub fn grid(source: Source<'_>, table: &Table) -> Grid {
    let (words, from) = (source.words, source.study.percent_from);
    let columns = columns(&source.study.answers, &source.study.tally, table);
    let line = |label: String, sort: Sort, of: &dyn Fn(&Column) -> u32| {
        let cells = columns.iter().flat_map(|column| {
            let k = of(column);
            [Cell::share(k, column.base, from), Cell::Count(k)]
        });
        Line { label, sort, cells: cells.collect() }
    };
    let row = |(place, (label, _)): (usize, &(String, _))| {
        line(label.clone(), Sort::Part, &|column| column.rows.get(place).copied().unwrap_or(0))
    };
    let mut lines: Vec<Line> = table.rows.iter().enumerate().map(row).collect();
    if columns.iter().any(|column| column.rest > 0) {
        lines.push(line(words.get("table-rest"), Sort::Rest, &|column| column.rest));
    }
    lines.push(line(words.get("tally-base"), Sort::Total, &|column| column.base));
    let heads = columns.iter().map(|column| pair(source, name(source, table, column))).collect();
    let remark = remark::of_table(&columns, from).map(|remark| words.say(&remark));
    let notes = table.notes.iter().cloned().chain(remark).collect();
    Grid { id: table.id.clone(), title: table.title.clone(), heads, lines, notes }
}

/// A group of columns: share, then count.
pub fn pair(source: Source<'_>, name: String) -> Head {
    Head { name, columns: vec![source.words.get("table-share"), source.words.get("table-count")] }
}

fn name(source: Source<'_>, table: &Table, column: &Column) -> String {
    if column.key.is_empty() {
        return source.words.get("tally-total");
    }
    let values = table.by.iter().zip(&column.key).map(|(&by, value)| source.label(by, value));
    values.collect::<Vec<_>>().join(" ")
}
