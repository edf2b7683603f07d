//! One section on a sheet: its tables below each other, each with its chart under it.

use super::A4;
use super::chart::Data;
use super::pages::{Row, breaks, scale};
use super::style::{Done, Style, across, put};
use crate::base::language::Words;
use crate::base::text::width;
use crate::report::format::clean;
use crate::report::grid::{Cell, Grid, Head};
use crate::report::{Block, Section};
use crate::statistics::percent::{percent, shown};
use rust_xlsxwriter::{FormatAlign, Worksheet};
use std::collections::BTreeSet;

/// How many characters the name of a sheet holds.
const NAME: usize = 31;
/// How wide the columns are.
const LABEL: usize = 52;
const NUMBER: usize = 11;
/// A head makes its column so wide at most, for a word of its own.
const WIDEST: usize = 24;
/// Texts run over so many columns beside the labels, where no table has more.
const TEXT: usize = 6;
/// No row is higher, in points.
const HIGHEST: f64 = 400.0;

/// The names that sheets have so far.
#[derive(Default)]
pub(crate) struct Names(BTreeSet<String>);

impl Names {
    /// A name for a sheet that Excel takes, and that no other has.
    pub(crate) fn free(&mut self, heading: &str) -> String {
        let legal = |one: char| if "*?:[]\\/'".contains(one) { ' ' } else { one };
        let heading: String = clean(heading).replace('\n', " ").chars().map(legal).collect();
        let mut name = cut(&heading, NAME);
        let mut more = 1;
        // Excel keeps "History" for itself, in every language of its own.
        while name.is_empty() || name.eq_ignore_ascii_case("history") || !self.0.insert(name.to_lowercase()) {
            more += 1;
            let end = format!(" {more}");
            name = cut(&heading, NAME - end.len()) + &end;
        }
        name
    }
}

/// The beginning of a text, of so many characters as UTF-16 counts them.
fn cut(text: &str, most: usize) -> String {
    let mut used = 0;
    let fits = |one: &char| {
        used += one.len_utf16();
        used <= most
    };
    text.trim().chars().take_while(fits).collect::<String>().trim_end().to_owned()
}

/// A sheet as it is filled.
pub(crate) struct Sheet<'a> {
    out: &'a mut Worksheet,
    words: &'a Words,
    data: &'a mut Data,
    row: u32,
    /// How high the row must be for what stands in it so far, in points.
    height: f64,
    /// The rows as they are printed.
    rows: Vec<Row>,
    /// Whether the next one is to stand on the same page.
    stays: bool,
    /// How wide the columns are, in characters: labels, and as many of numbers as the widest table has.
    widths: Vec<usize>,
}

impl<'a> Sheet<'a> {
    /// An empty sheet of a workbook.
    pub(crate) fn new(sheet: &'a mut Worksheet, words: &'a Words, data: &'a mut Data) -> Self {
        Self { out: sheet, words, data, row: 0, height: 0.0, rows: Vec::new(), stays: false, widths: Vec::new() }
    }

    /// Fills it with a section and the parts under it.
    pub(crate) fn fill(mut self, section: &Section) -> Done {
        self.widths = widths(section);
        let scale = scale(&self.widths);
        // Where a sheet is to fit a page, programs pass over the breaks that are set.
        self.out.set_landscape().set_paper_size(A4).set_print_scale(scale);
        for (column, width) in (0..).zip(&self.widths) {
            self.out.set_column_width(column, u32::try_from(*width).unwrap_or(u32::MAX))?;
        }
        self.line(&section.heading, Style::Title)?;
        self.out.set_freeze_panes(self.row, 1)?.set_repeat_rows(0, self.row - 1)?;
        let repeated = self.rows.len();
        self.said(section)?;
        self.out.set_page_breaks(&breaks(&self.rows, repeated, scale)).map(|_| ())
    }

    fn said(&mut self, section: &Section) -> Done {
        section.blocks.iter().try_for_each(|block| self.block(block))?;
        section.parts.iter().try_for_each(|part| {
            self.blank(1);
            self.together(|sheet| sheet.line(&part.heading, Style::Heading))?;
            self.said(part)
        })
    }

    /// The last column.
    fn last(&self) -> u16 {
        u16::try_from(self.widths.len().saturating_sub(1)).unwrap_or(u16::MAX)
    }

    /// Words in cells that are one, from a column to another, which make the row as high as they need.
    fn words(&mut self, (from, to): (u16, u16), text: &str, style: Style) -> Done {
        let width = self.widths.get(usize::from(from)..=usize::from(to)).unwrap_or_default().iter().sum();
        self.height = self.height.max(style.height(text, width));
        across(self.out, self.row, (from, to), text, style)
    }

    /// Goes to the next row. A spreadsheet finds no height for cells that are one, and not each one for others.
    fn next(&mut self) -> Done {
        if self.height > 0.0 {
            self.out.set_row_height(self.row, self.height.min(HIGHEST))?;
        }
        self.rows.push(Row::new(self.height.min(HIGHEST), self.stays));
        (self.row, self.height) = (self.row + 1, 0.0);
        Ok(())
    }

    /// Rows with nothing in them, which stand on the page of what they are a part of.
    fn blank(&mut self, lines: u32) {
        self.rows.extend((0..lines).map(|_| if self.stays { Row::new(0.0, true) } else { Row::blank() }));
        self.row += lines;
    }

    /// Rows that stand on one page with each other and with the next one.
    fn together(&mut self, rows: impl FnOnce(&mut Self) -> Done) -> Done {
        self.stays = true;
        let done = rows(self);
        self.stays = false;
        done
    }

    /// A text on a line of its own.
    fn line(&mut self, text: &str, style: Style) -> Done {
        self.words((0, self.last()), text, style)?;
        self.next()
    }

    /// A name with what it is: a whole number is one, and a code with leading zeros is none.
    fn fact(&mut self, name: &str, fact: &str) -> Done {
        match fact.parse::<u32>() {
            Ok(n) if n.to_string() == fact => {
                self.out.write_number_with_format(self.row, 1, n, &Style::Number.format())?;
            }
            _ => self.words((1, self.last()), fact, Style::Plain)?,
        }
        self.words((0, 0), name, Style::Label)?;
        self.next()
    }

    fn block(&mut self, block: &Block) -> Done {
        match block {
            Block::Text(text) => self.line(text, Style::Plain),
            Block::Warning(text) => self.line(&format!("{} {text}", self.words.get("report-warning")), Style::Label),
            Block::Items(items) => items.iter().try_for_each(|item| self.line(item, Style::Plain)),
            Block::Facts(facts) => facts.iter().try_for_each(|(name, fact)| self.fact(name, fact)),
            Block::Quote { text, source } => {
                self.line(text, Style::Note)?;
                self.line(&format!("— {source}"), Style::Plain)
            }
            Block::Grid(grid) => self.grid(grid),
            Block::Chart(chart) => {
                let (chart, lines) = self.data.chart(chart, self.words);
                self.out.insert_chart(self.row + 1, 0, &chart)?;
                self.together(|sheet| {
                    sheet.blank(lines + 1);
                    Ok(())
                })?;
                self.ends();
                Ok(())
            }
        }
    }

    /// Says that what stands together is over.
    fn ends(&mut self) {
        self.rows.last_mut().into_iter().for_each(Row::ends);
    }

    /// A table on one page with its caption and its notes.
    fn grid(&mut self, grid: &Grid) -> Done {
        self.together(|sheet| sheet.tabled(grid))?;
        self.ends();
        Ok(())
    }

    fn tabled(&mut self, grid: &Grid) -> Done {
        self.blank(1);
        self.line(&grid.title, Style::Caption)?;
        self.names(&grid.heads)?;
        for line in &grid.lines {
            let style = Style::of(line.sort);
            self.words((0, 0), &line.label, style)?;
            for (column, cell) in (1..).zip(&line.cells) {
                self.cell(column, cell, style)?;
            }
            self.next()?;
        }
        grid.notes.iter().try_for_each(|note| self.line(note, Style::Note))
    }

    /// The names of columns: a line for those of the groups, and one for their own where they have any.
    fn names(&mut self, heads: &[Head]) -> Done {
        let groups = heads.iter().scan(1, |from, head| {
            let first = *from;
            *from += u16::try_from(head.columns.len()).unwrap_or(u16::MAX);
            Some(((first, from.saturating_sub(1).max(first)), head))
        });
        groups.clone().try_for_each(|(place, head)| self.words(place, &head.name, Style::Head))?;
        self.next()?;
        if heads.iter().flat_map(|head| &head.columns).all(String::is_empty) {
            return Ok(());
        }
        for ((first, _), head) in groups {
            (first..).zip(&head.columns).try_for_each(|(at, name)| self.words((at, at), name, Style::Head))?;
        }
        self.next()
    }

    /// A cell: a number is one, and shows what the report prints.
    fn cell(&mut self, column: u16, cell: &Cell, style: Style) -> Done {
        let format = style.format();
        let (value, shape) = match cell {
            Cell::Count(count) => (f64::from(*count), "0".to_owned()),
            Cell::Share { k, n } => (fraction(*k, *n), share(*k, *n)),
            #[expect(clippy::cast_precision_loss, reason = "a number of thousandths is far below 2^53")]
            Cell::Number(thousandths) => (*thousandths as f64 / 1000.0, "General".to_owned()),
            Cell::Text(text) => return self.words((column, column), text, style),
            Cell::Blank | Cell::Nothing | Cell::Hidden => {
                let shown = cell.shown(self.words);
                return put(self.out, (self.row, column), &shown, format.set_align(FormatAlign::Right));
            }
        };
        self.out.write_number_with_format(self.row, column, value, &format.set_num_format(shape)).map(|_| ())
    }
}

/// A share as a number. One that ends in a half is larger by what no program shows: the number nearest to 0.145 is a
/// little below it, and LibreOffice would show 14 %.
fn fraction(k: u32, n: u32) -> f64 {
    let nearest = f64::from(k) / f64::from(n);
    let is_half = (200 * u64::from(k) + u64::from(n)).is_multiple_of(2 * u64::from(n));
    if is_half { nearest * (1.0 + 4.0 * f64::EPSILON) } else { nearest }
}

/// How a share shows: as whole percent, which every program rounds half up as we do; nearly nothing and nearly all in
/// the words of the report, which no rounding gives.
fn share(k: u32, n: u32) -> String {
    let shown = shown(k, n);
    if percent(k, n).is_some_and(|percent| percent.to_string() == shown) {
        "0\\ %".to_owned()
    } else {
        format!("\"{shown} %\"")
    }
}

/// How wide the columns of a section are: those of its tables wide enough for the longest word of their heads.
fn widths(section: &Section) -> Vec<usize> {
    let mut numbers = vec![NUMBER; TEXT];
    for grid in grids(section) {
        let needed: Vec<usize> = grid.heads.iter().flat_map(needed).collect();
        numbers.resize(numbers.len().max(needed.len()), NUMBER);
        numbers.iter_mut().zip(needed).for_each(|(width, needed)| *width = needed.max(*width));
    }
    std::iter::once(LABEL).chain(numbers).collect()
}

/// How wide the columns under a head must be. The words of one over several have the room of all.
fn needed(head: &Head) -> impl Iterator<Item = usize> {
    let above = head.columns.len() == 1;
    head.columns.iter().map(move |column| {
        let words =
            column.split_inclusive([' ', '-']).chain(head.name.split_inclusive([' ', '-']).filter(move |_| above));
        words.map(width).max().unwrap_or(0).saturating_add(2).clamp(NUMBER, WIDEST)
    })
}

/// Every table of a section and the parts under it.
fn grids(section: &Section) -> Vec<&Grid> {
    let own = section.blocks.iter().filter_map(|block| if let Block::Grid(grid) = block { Some(grid) } else { None });
    own.chain(section.parts.iter().flat_map(grids)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_sheets_are_legal_and_differ() {
        let mut names = Names::default();
        let long = "Delaktighet och inflytande i vardagen";
        assert_eq!(names.free(long), "Delaktighet och inflytande i va");
        assert_eq!(names.free(long), "Delaktighet och inflytande i 2");
        assert_eq!(names.free("a/b:[c]*?\\'d'"), "a b  c     d");
        assert_eq!(names.free("ÅR"), "ÅR");
        assert_eq!(names.free("år"), "år 2");
        assert_eq!(names.free("History"), "History 2");
        assert_eq!(names.free("'''"), " 2");
        for wide in ["😀".repeat(40), "\u{1b}".repeat(40)] {
            let name = names.free(&wide);
            assert!(rust_xlsxwriter::utility::check_sheet_name(&name).is_ok(), "{name}");
        }
    }

    #[test]
    fn a_share_is_rounded_by_others_as_by_us() {
        for n in 1..=400 {
            for k in 0..=n {
                let rounded = (fraction(k, n) * 100.0).round();
                assert_eq!(Some(rounded), percent(k, n).map(f64::from), "{k} of {n}");
            }
        }
    }

    #[test]
    fn a_share_shows_as_the_report_prints_it() {
        assert_eq!(share(1, 8), "0\\ %");
        assert_eq!(share(0, 8), "0\\ %");
        assert_eq!(share(1, 1000), "\"<1 %\"");
        assert_eq!(share(999, 1000), "\">99 %\"");
    }
}
