//! A report as its templates see it: flat, in words, with its pictures laid out.

mod columns;

use super::bars::{Picture, pictures};
use super::clean;
use super::palette::{Colour, PALETTE};
use super::plot::{Line, Plot, WIDTH};
use crate::base::language::{Lang, Words};
use crate::base::progress;
use crate::base::text::width;
use crate::report::chart::Chart;
use crate::report::grid::{Cell, Grid, Sort};
use crate::report::{Block, Report, Section};
use columns::Columns;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// More columns than these do not stand beside each other on an upright page.
const UPRIGHT: usize = 9;
/// Headings of a fourth kind are no help.
const LEVELS: usize = 3;

/// A report.
#[derive(Debug, Serialize)]
pub struct Page {
    lang: &'static str,
    locale: &'static str,
    title: String,
    subtitle: String,
    date: Option<String>,
    about: Vec<(String, String)>,
    words: BTreeMap<&'static str, String>,
    parts: Vec<Part>,
    /// How many charts it has.
    charts: usize,
}

/// A heading with what stands under it.
#[derive(Debug, Serialize)]
struct Part {
    number: usize,
    anchor: String,
    level: usize,
    heading: String,
    /// Whether its pages lie on their side, for a table that needs it.
    is_wide: bool,
    blocks: Vec<Piece>,
}

/// A thing that is said.
#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
enum Piece {
    Text { text: String },
    Warning { text: String },
    Items { items: Vec<String> },
    Facts { facts: Vec<(String, String)> },
    Grid(Table),
    Chart(Figure),
    Quote { text: String, source: String },
}

/// A table.
#[derive(Debug, Serialize)]
#[expect(clippy::struct_excessive_bools, reason = "each says something of its own")]
struct Table {
    /// Its number, unless its title has one already.
    number: Option<usize>,
    title: String,
    groups: Vec<Group>,
    is_grouped: bool,
    is_wide: bool,
    columns: usize,
    /// How wide the labels and the columns are, and whether heads stand upright.
    label: usize,
    widths: Vec<usize>,
    is_upright: bool,
    is_group_upright: bool,
    heads: Heads,
    rows: Vec<Row>,
    notes: Vec<String>,
}

/// How many letters the heads need: the longest word and the longest name over a single column, and over several, where the
/// letters of a word are shared by the columns below it.
#[derive(Debug, Serialize)]
struct Heads {
    word: usize,
    name: usize,
    group_word: usize,
    group_name: usize,
}

/// Columns under one name; a single one may have no name of its own.
#[derive(Debug, Serialize)]
struct Group {
    name: String,
    columns: Vec<String>,
    is_plain: bool,
    /// How wide its columns are.
    widths: Vec<usize>,
}

impl Group {
    /// What stands over each of its columns.
    fn heads(&self) -> impl Iterator<Item = &str> {
        let is_single = self.is_plain && self.columns.len() == 1;
        self.columns.iter().map(move |column| if is_single { self.name.as_str() } else { column.as_str() })
    }
}

#[derive(Debug, Serialize)]
struct Row {
    label: String,
    sort: &'static str,
    cells: Vec<Field>,
}

#[derive(Debug, Serialize)]
struct Field {
    text: String,
    is_number: bool,
}

/// A picture, or small ones of a kind under one legend.
#[derive(Debug, Serialize)]
struct Figure {
    number: usize,
    title: String,
    drawing: Drawing,
    legend: Vec<(String, &'static str)>,
    has_hidden: bool,
    pictures: Vec<Picture>,
}

/// A chart for a program that draws it itself: a series a colour.
#[derive(Debug, Serialize)]
pub(super) struct Drawing {
    is_stacked: bool,
    places: Vec<String>,
    series: Vec<Series>,
    width: u32,
    height: u32,
}

#[derive(Debug, Serialize)]
struct Series {
    name: String,
    fill: &'static str,
    ink: &'static str,
    values: Vec<Option<f64>>,
}

impl Page {
    /// The charts in order.
    pub(super) fn drawings(&self) -> impl Iterator<Item = &Drawing> {
        let blocks = self.parts.iter().flat_map(|part| &part.blocks);
        blocks.filter_map(|block| if let Piece::Chart(figure) = block { Some(&figure.drawing) } else { None })
    }

    /// A report in words.
    pub fn of(report: &Report, words: &Words) -> Self {
        let mut filler = Filler { words, anchors: BTreeSet::new(), parts: Vec::new(), tables: 0, charts: 0 };
        progress::counted(report.sections.iter()).for_each(|section| filler.part(section, 1));
        filler.turn();
        Self {
            lang: report.lang.tag(),
            locale: if report.lang == Lang::Sv { "sv-SE" } else { "en-GB" },
            title: clean(&report.title),
            subtitle: clean(&report.subtitle),
            date: report.date.clone(),
            about: pairs(&report.about),
            words: [
                ("contents", words.get("report-contents")),
                ("table", words.get("report-table")),
                ("chart", words.get("report-chart")),
                ("warning", words.get("report-warning")),
                ("bars", words.get("report-bars")),
                ("hidden", words.get("report-hidden")),
            ]
            .into(),
            parts: filler.parts,
            charts: filler.charts,
        }
    }
}

/// What puts the parts into words, one after the other.
struct Filler<'a> {
    words: &'a Words,
    anchors: BTreeSet<String>,
    parts: Vec<Part>,
    /// How many tables and charts there are so far.
    tables: usize,
    charts: usize,
}

impl Filler<'_> {
    fn part(&mut self, section: &Section, level: usize) {
        let anchor = self.anchor(&section.id);
        let blocks = section.blocks.iter().map(|block| self.piece(block)).collect();
        let (number, heading) = (self.parts.len() + 1, clean(&section.heading));
        let is_wide = false;
        self.parts.push(Part { number, anchor, level: level.min(LEVELS), heading, is_wide, blocks });
        section.parts.iter().for_each(|part| self.part(part, level + 1));
    }

    /// Turns the pages of a part with a wide table as a whole, and those of a heading with what it stands over: so that no
    /// page has a heading alone, or nothing.
    fn turn(&mut self) {
        let mut is_next_wide = false;
        for part in self.parts.iter_mut().rev() {
            let has_wide = part.blocks.iter().any(|block| matches!(block, Piece::Grid(table) if table.is_wide));
            part.is_wide = has_wide || part.blocks.is_empty() && is_next_wide;
            is_next_wide = part.is_wide;
        }
    }

    /// A name for links: letters, digits and dashes, given once.
    fn anchor(&mut self, id: &str) -> String {
        let plain: String =
            id.chars().map(|one| if one.is_ascii_alphanumeric() || one == '_' { one } else { '-' }).collect();
        let mut anchor = plain.clone();
        let mut more = 1;
        while !self.anchors.insert(anchor.clone()) {
            more += 1;
            anchor = format!("{plain}-{more}");
        }
        anchor
    }

    fn piece(&mut self, block: &Block) -> Piece {
        match block {
            Block::Text(text) => Piece::Text { text: clean(text) },
            Block::Warning(text) => Piece::Warning { text: clean(text) },
            Block::Items(items) => Piece::Items { items: items.iter().map(|item| clean(item)).collect() },
            Block::Facts(facts) => Piece::Facts { facts: pairs(facts) },
            Block::Grid(grid) => {
                let has_own = grid.title.starts_with(&format!("{} ", self.words.get("report-table")));
                self.tables += usize::from(!has_own);
                Piece::Grid(table(grid, (!has_own).then_some(self.tables), self.words))
            }
            Block::Chart(chart) => {
                self.charts += 1;
                Piece::Chart(figure(chart, self.charts, self.words))
            }
            Block::Quote { text, source } => Piece::Quote { text: clean(text), source: clean(source) },
        }
    }
}

fn table(grid: &Grid, number: Option<usize>, words: &Words) -> Table {
    let group = |head: &crate::report::grid::Head| {
        let columns: Vec<String> = head.columns.iter().map(|column| clean(column)).collect();
        Group { name: clean(&head.name), is_plain: columns.iter().all(String::is_empty), columns, widths: Vec::new() }
    };
    let mut groups: Vec<Group> = grid.heads.iter().map(group).collect();
    let columns = groups.iter().map(|group| group.columns.len()).sum();
    let field = |cell: &Cell| Field { text: clean(&cell.shown(words)), is_number: !matches!(cell, Cell::Text(_)) };
    let rows = grid.lines.iter().map(|line| Row {
        label: clean(&line.label),
        sort: match line.sort {
            Sort::Part => "part",
            Sort::Rest => "rest",
            Sort::Total => "total",
        },
        cells: line.cells.iter().map(field).collect(),
    });
    let (rows, is_wide): (Vec<Row>, bool) = (rows.collect(), columns > UPRIGHT);
    let page = if is_wide { columns::WIDE } else { columns::UPRIGHT };
    let Columns { widths, is_upright, is_group_upright } = columns::columns(page, &groups, &rows);
    let label = page - widths.iter().sum::<usize>();
    let mut own = widths.iter().copied();
    for group in &mut groups {
        group.widths = own.by_ref().take(group.columns.len()).collect();
    }
    Table {
        number,
        title: clean(&grid.title),
        is_grouped: !groups.iter().all(|group| group.is_plain),
        is_wide,
        columns,
        label,
        widths,
        is_upright,
        is_group_upright,
        heads: Heads::of(&groups),
        groups,
        rows,
        notes: grid.notes.iter().map(|note| clean(note)).collect(),
    }
}

impl Heads {
    fn of(groups: &[Group]) -> Self {
        let mut found = Self { word: 0, name: 0, group_word: 0, group_name: 0 };
        for group in groups {
            let (word, name) = longest(&group.name);
            if group.is_plain && group.columns.len() == 1 {
                (found.word, found.name) = (found.word.max(word), found.name.max(name));
            } else {
                found.group_word = found.group_word.max(word.div_ceil(group.columns.len().max(1)));
                found.group_name = found.group_name.max(name);
            }
            for (word, name) in group.columns.iter().map(|column| longest(column)) {
                (found.word, found.name) = (found.word.max(word), found.name.max(name));
            }
        }
        found
    }
}

/// The letters of the longest word of a text, which may break at a hyphen, and of all of it.
fn longest(text: &str) -> (usize, usize) {
    let words = text.split_inclusive([' ', '-']).map(|word| width(word.trim_end()));
    (words.max().unwrap_or(0), width(text))
}

fn figure(chart: &Chart, number: usize, words: &Words) -> Figure {
    let names = chart.parts.iter().map(|part| clean(part));
    let legend =
        if chart.is_stacked() { names.zip(PALETTE.iter().map(|colour| colour.fill)).collect() } else { Vec::new() };
    Figure {
        number,
        title: clean(&chart.title),
        drawing: drawing(&Plot::of(chart, words)),
        legend,
        has_hidden: chart.has_hidden(),
        pictures: pictures(chart, words),
    }
}

fn drawing(plot: &Plot) -> Drawing {
    let place = |line: &Line| {
        let name = if line.panel.is_empty() { line.name.clone() } else { format!("{}: {}", line.panel, line.name) };
        clean(&name)
    };
    let series = |(at, (name, colour)): (usize, (&String, &Colour))| Series {
        name: clean(name),
        fill: colour.fill.trim_start_matches('#'),
        ink: colour.ink.trim_start_matches('#'),
        values: plot.lines.iter().map(|line| line.values.get(at).copied().flatten()).collect(),
    };
    Drawing {
        is_stacked: plot.is_stacked,
        places: plot.lines.iter().map(place).collect(),
        series: plot.columns.iter().zip(PALETTE.iter().cycle()).enumerate().map(series).collect(),
        width: WIDTH,
        height: plot.height() * 7 / 10,
    }
}

fn pairs(facts: &[(String, String)]) -> Vec<(String, String)> {
    facts.iter().map(|(name, fact)| (clean(name), clean(fact))).collect()
}
