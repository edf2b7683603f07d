//! The tables that the protocol declares: each row a condition, or each a case that is listed.

pub(super) mod list;

use super::grid::{Cell, Grid, Head, Line, Sort};
use super::split::Breakdown;
use super::{Block, Section, Source};
use crate::analysis::tables::footnotes;
use crate::analysis::tables::table::{Column, columns as counted, missing, outside_columns, parts, values};
use crate::base::language::prose::lowered;
use crate::msg;
use crate::study::index::QuestionIx;
use crate::study::protocol::Table;
use crate::study::protocol::filter::{Filter, Key};
use crate::study::tally::Tally;
use std::collections::BTreeSet;

/// The protocol's tables.
pub fn section(source: Source<'_>) -> Section {
    let mut section = Section::new("tables", source.words.get("report-tables"));
    let tables = source.protocol().tables.iter();
    section.blocks.extend(tables.map(|table| Block::Grid(grid(source, source.study.tally(), table))));
    section
}

/// A table of the protocol, counted over the cases that a tally counts.
pub fn grid(source: Source<'_>, tally: &Tally, table: &Table) -> Grid {
    if !table.list.is_empty() {
        return list::grid(source, tally, table);
    }
    let count = |part: Table| {
        let columns = counted(&source.study.answers, tally, &part);
        (part, columns)
    };
    let parts: Vec<(Table, Vec<Column>)> = parts(source.protocol(), table).into_iter().map(count).collect();
    let (heads, lines) = match parts.as_slice() {
        [(_, columns)] if table.across.is_empty() => down(source, tally, table, columns),
        _ if table.across.len() > 1 => across_each(source, tally, table, &parts),
        _ => across(source, tally, &parts),
    };
    let notes = notes(source, tally, table, &parts);
    let mut grid = Grid { id: table.id.clone(), title: table.title.clone(), heads, lines, notes };
    if table.notes.iter().any(|note| note.starts_with('*')) {
        grid.star();
    }
    grid
}

/// A column as far as it may be printed: the base, the rows, and those that no row counts.
struct Shown<'c> {
    column: &'c Column,
    base: Option<u32>,
    rows: Vec<Option<u32>>,
    rest: Option<u32>,
}

impl<'c> Shown<'c> {
    /// The columns of a table. Its rows come from several questions that have tables of their own, so where a count
    /// must be hidden in a group, nothing is told of any group, and of all cases only if nothing is hidden there.
    fn of(source: Source<'_>, tally: &Tally, table: &Table, columns: &'c [Column]) -> Vec<Self> {
        let all = columns.len().saturating_sub(1);
        let (of_groups, of_all) = hidden_in(source, tally, table, columns);
        let shown = |(at, column): (usize, &'c Column)| {
            let of = |n: u32| (!(of_all || of_groups && at < all)).then_some(n);
            let rows = column.rows.iter().map(|&n| of(n)).collect();
            Shown { column, base: of(column.base), rows, rest: of(column.rest) }
        };
        columns.iter().enumerate().map(shown).collect()
    }

    /// The share of its base, then the count.
    fn pair(&self, source: Source<'_>, k: Option<u32>) -> [Cell; 2] {
        let share = k.zip(self.base).map(|(k, base)| Cell::share(k, base, source.study.percent_from));
        [share.unwrap_or(Cell::Hidden), k.map_or(Cell::Hidden, Cell::Count)]
    }
}

/// Whether some count must be hidden in a group of a table, and whether one must be hidden in what it says of all cases.
fn hidden_in(source: Source<'_>, tally: &Tally, table: &Table, columns: &[Column]) -> (bool, bool) {
    let Some((min, (total, groups))) = source.options.min_cell.zip(columns.split_last()) else { return (false, false) };
    let everybody = Table { base: Filter::default(), rows: Vec::new(), ..table.clone() };
    let cases = counted(&source.study.answers, tally, &everybody);
    let outside = |column: &Column| {
        let cases = cases.iter().find(|cases| cases.key == column.key);
        cases.map_or(0, |cases| cases.base.saturating_sub(column.base))
    };
    let is_small = |n: u32| (1..min).contains(&n);
    let has_small = |column: &Column| column.rows.iter().copied().chain([column.rest, column.base]).any(is_small);
    let of_groups = groups.iter().any(|group| has_small(group) || is_small(outside(group)));
    (of_groups || has_hidden(source, table) || is_small(outside(total)), has_small(total))
}

/// Whether the tables of the questions that a table counts hide something by what it is split by: it would tell that.
fn has_hidden(source: Source<'_>, table: &Table) -> bool {
    let is_by = |attribute: Option<usize>| attribute.is_some_and(|attribute| table.by.contains(&attribute));
    let (by_unit, by_sex) = (is_by(source.protocol().unit()), is_by(source.protocol().sex()));
    let filters = table.rows.iter().map(|(_, filter)| filter).chain([&table.base]);
    let places: BTreeSet<QuestionIx> = filters.flat_map(Filter::questions).collect();
    let mut splits = places.into_iter().flat_map(|place| Breakdown::together(source, &[place]));
    splits.any(|split| !split.is_whole(by_unit, by_sex))
}

/// A line for each row, with the groups beside each other.
fn down(source: Source<'_>, tally: &Tally, table: &Table, columns: &[Column]) -> (Vec<Head>, Vec<Line>) {
    let shown = Shown::of(source, tally, table, columns);
    let line = |label: String, sort: Sort, of: &dyn Fn(&Shown<'_>) -> Option<u32>| {
        let cells = shown.iter().flat_map(|column| column.pair(source, of(column)));
        Line { label, sort, cells: cells.collect() }
    };
    let row = |(place, (label, _)): (usize, &(String, _))| {
        line(label.clone(), Sort::Part, &|column| column.rows.get(place).copied().flatten())
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
fn across(source: Source<'_>, tally: &Tally, counted: &[(Table, Vec<Column>)]) -> (Vec<Head>, Vec<Line>) {
    let has_rest = counted.iter().flat_map(|(_, columns)| columns).any(|column| column.rest > 0);
    let line = |part: &Table, shown: &Shown<'_>| {
        let rest = has_rest.then_some(shown.rest);
        let counts = shown.rows.iter().copied().chain(rest).chain([shown.base]);
        let cells = counts.flat_map(|k| shown.pair(source, k)).collect();
        match group(source, part, shown.column) {
            Some(group) => Line { label: format!("{}, {}", part.title, lowered(&group)), sort: Sort::Part, cells },
            None => Line { label: part.title.clone(), sort: Sort::Total, cells },
        }
    };
    let lines = counted.iter().flat_map(|(part, columns)| {
        Shown::of(source, tally, part, columns).iter().map(|shown| line(part, shown)).collect::<Vec<_>>()
    });
    let values = counted.first().into_iter().flat_map(|(part, _)| part.rows.iter().map(|(label, _)| label.clone()));
    let rest = has_rest.then(|| source.words.get("table-rest-across"));
    let names = values.chain(rest).chain([source.words.get("tally-total")]);
    (names.map(|name| pair(source, name)).collect(), lines.collect())
}

/// The same split by several things across: the last one under the others. That many columns leave no room for share and
/// count beside each other, so each stands in a line of its own.
fn across_each(
    source: Source<'_>,
    tally: &Tally,
    table: &Table,
    counted: &[(Table, Vec<Column>)],
) -> (Vec<Head>, Vec<Line>) {
    let words = source.words;
    let labels = |key: &Key| values(source.protocol(), *key).into_iter().map(|(_, label)| label).collect::<Vec<_>>();
    let (below, above) = table.across.split_last().map_or((Vec::new(), &[][..]), |(last, above)| (labels(last), above));
    let mut names = vec![String::new()];
    for key in above {
        let joined =
            |name: &String| labels(key).into_iter().map(|label| format!("{name} {label}").trim().to_owned()).collect();
        names = names.iter().flat_map(|name| -> Vec<String> { joined(name) }).collect();
    }
    let has_rest = counted.iter().flat_map(|(_, columns)| columns).any(|column| column.rest > 0);
    let single = |key| Head { name: words.get(key), columns: vec![String::new()] };
    let heads = names.into_iter().map(|name| Head { name, columns: below.clone() });
    let heads = heads.chain(has_rest.then(|| single("table-rest-across"))).chain([single("tally-total")]);
    let lines = |part: &Table, shown: &Shown<'_>| {
        let group = group(source, part, shown.column).map(|group| format!(", {}", lowered(&group)));
        let label = part.title.clone() + &group.unwrap_or_default();
        let counts = || shown.rows.iter().copied().chain(has_rest.then_some(shown.rest)).chain([shown.base]);
        let (shares, numbers): (Vec<Cell>, Vec<Cell>) =
            counts().map(|k| shown.pair(source, k)).map(|[share, n]| (share, n)).unzip();
        let line =
            |what, cells| Line { label: format!("{label}, {}", lowered(&words.get(what))), sort: Sort::Part, cells };
        let has_shares = shares.iter().any(|cell| *cell != Cell::Blank);
        let shares = has_shares.then(|| line("table-share", shares));
        shares.into_iter().chain([line("table-count", numbers)]).collect::<Vec<_>>()
    };
    let lines = counted.iter().flat_map(|(part, columns)| {
        Shown::of(source, tally, part, columns).iter().flat_map(|shown| lines(part, shown)).collect::<Vec<_>>()
    });
    (heads.collect(), lines.collect())
}

/// What stands below: the author's notes, whom the table is about, who is in none of its rows, and what a reader of the
/// sums should know.
fn notes(source: Source<'_>, tally: &Tally, table: &Table, counted: &[(Table, Vec<Column>)]) -> Vec<String> {
    let (words, from) = (source.words, source.study.percent_from);
    let cases = source.study.cases.files().filter(|&case| tally.is_counted(case)).count();
    let all = || counted.iter().filter_map(|(_, columns)| columns.last());
    let whole = all().next().filter(|_| table.across.is_empty());
    let rest = whole.map_or_else(
        || {
            let rows: Vec<&Table> = counted.iter().map(|(part, _)| part).collect();
            outside_columns(&source.study.answers, tally, &rows)
        },
        |column| column.rest,
    );
    let is_open = counted.iter().all(|(part, columns)| !hidden_in(source, tally, part, columns).1);
    let is_told = |n: u32| is_open && n > 0 && source.options.min_cell.is_none_or(|min| n >= min);
    let is_about = |column: &&Column| {
        let outside = cases.saturating_sub(column.base as usize);
        is_open
            && !table.base.is_empty()
            && outside > 0
            && source.options.min_cell.is_none_or(|min| outside >= min as usize)
    };
    let about = whole.filter(is_about).map(|column| {
        let condition = source.protocol().condition_in_full(&table.base, words);
        let (missing, n) = (u32::from(column.missing > 0), if is_told(column.missing) { column.missing } else { 0 });
        msg!("table-about", base = column.base, all = cases, missing = missing, n = n, condition = condition)
    });
    let outside = is_told(rest).then(|| match whole {
        Some(column) => msg!("table-outside-rows", n = rest, base = column.base),
        None => msg!("table-outside-columns", n = rest),
    });
    let remark = counted.iter().find_map(|(_, columns)| footnotes::of_table(columns, from));
    // Whom the table is about tells it already.
    let missing = awaited(source, tally, table).filter(|_| is_open && about.is_none());
    let say = |note| words.say(&note);
    let ours = about.map(say).into_iter().chain(missing).chain(outside.into_iter().chain(remark).map(say));
    table.notes.iter().cloned().chain(ours).collect()
}

/// In how many cases an answer is missing that a table rests on.
fn awaited(source: Source<'_>, tally: &Tally, table: &Table) -> Option<String> {
    let n = missing(&source.study.answers, tally, table);
    let all = source.study.cases.of(table.per).filter(|&case| tally.is_counted(case)).count();
    let is_told = n > 0 && source.options.min_cell.is_none_or(|min| n >= min);
    is_told.then(|| source.words.say(&msg!("table-missing", n = n, all = all, per = table.per.name())))
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
