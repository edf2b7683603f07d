//! A table in columns of characters, for a terminal.

use super::grid::{Grid, Head, Line};
use crate::base::language::Words;
use crate::base::text::{fit, padded, right, width, wrap};

/// The room that a group's name may take beyond its columns.
const NAME: usize = 16;

/// A line of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Row {
    /// The names of columns.
    Head(String),
    /// A line of the table.
    Line(String),
}

/// A group of columns as it is printed: its name, and the columns with their width and their cells, line by line.
struct Group<'a> {
    name: &'a str,
    columns: Vec<Column<'a>>,
}

struct Column<'a> {
    name: &'a str,
    width: usize,
    cells: Vec<String>,
}

impl<'a> Group<'a> {
    fn new(head: &'a Head, lines: &[Line], start: usize, words: &Words) -> Self {
        let column = |(at, name): (usize, &'a String)| {
            let cells: Vec<String> = lines
                .iter()
                .map(|line| line.cells.get(start + at).map_or_else(String::new, |cell| cell.shown(words)))
                .collect();
            let width = cells.iter().map(|cell| width(cell)).chain([width(name)]).max().unwrap_or(0) + 2;
            Column { name, width, cells }
        };
        let mut group = Self { name: &head.name, columns: head.columns.iter().enumerate().map(column).collect() };
        let missing = (width(&head.name).min(NAME) + 2).saturating_sub(group.width());
        group.columns.iter_mut().take(1).for_each(|column| column.width += missing);
        group
    }

    fn width(&self) -> usize {
        self.columns.iter().map(|column| column.width).sum()
    }
}

/// The table over as many parts as it needs to be no wider than `room`, each with its heads. A long name takes several lines,
/// the last of them with the numbers.
pub fn rows(grid: &Grid, words: &Words, room: usize) -> Vec<Row> {
    let longest = grid.lines.iter().map(|line| width(&line.label)).max().unwrap_or(0);
    let label = longest.min((room / 3).max(10));
    let mut start = 0;
    let mut parts: Vec<Vec<Group<'_>>> = vec![Vec::new()];
    for head in &grid.heads {
        let group = Group::new(head, &grid.lines, start, words);
        start += head.columns.len();
        let used: usize = parts.last().map_or(0, |part| part.iter().map(Group::width).sum());
        match parts.last_mut() {
            Some(part) if used == 0 || label + used + group.width() <= room => part.push(group),
            _ => parts.push(vec![group]),
        }
    }
    parts.iter().flat_map(|part| printed(grid, part, label)).collect()
}

fn printed(grid: &Grid, part: &[Group<'_>], label: usize) -> Vec<Row> {
    let names: String = part.iter().map(|group| right(&fit(group.name, group.width() - 2), group.width())).collect();
    let columns = || part.iter().flat_map(|group| &group.columns);
    let under: String = columns().map(|column| right(column.name, column.width)).collect();
    let heads = [names, under].into_iter().filter(|head| !head.trim().is_empty());
    let heads = heads.map(|head| Row::Head(format!("{}{head}", " ".repeat(label))));
    let lines = |(at, line): (usize, &Line)| {
        let cells = columns().map(|column| right(column.cells.get(at).map_or("", |cell| cell), column.width));
        let mut names = wrap(&line.label, label);
        let last = names.pop().unwrap_or_default();
        let last = format!("{}{}", padded(&last, label), cells.collect::<String>());
        names.into_iter().chain([last]).map(Row::Line).collect::<Vec<_>>()
    };
    heads.chain(grid.lines.iter().enumerate().flat_map(lines)).collect()
}
