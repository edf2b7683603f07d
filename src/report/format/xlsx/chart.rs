//! The charts that Excel draws, and the sheet that they take their numbers from.

use super::style::{Style, text};
use super::{A4, short};
use crate::base::language::Words;
use crate::msg;
use crate::report::chart::{Bar, Chart, Panel};
use crate::report::format::palette::PALETTE;
use rust_xlsxwriter::{
    Chart as Drawn, ChartAxisLabelPosition, ChartFont, ChartFormat, ChartLegendPosition, ChartLine, ChartSolidFill,
    ChartType, Format, Workbook, Worksheet, XlsxError,
};

/// The size of a chart: what is around its bars, what a bar takes, and what a line of a sheet takes.
const WIDTH: u32 = 640;
const AROUND: u32 = 130;
const BAR: u32 = 24;
const LINE: u32 = 20;

/// The numbers of all charts, one block a chart.
pub(crate) struct Data {
    /// The sheet's name.
    name: String,
    blocks: Vec<Block>,
    /// How many lines they take.
    lines: u32,
}

/// The numbers of one chart: a line a place on its axis, a column a colour.
struct Block {
    title: String,
    columns: Vec<String>,
    lines: Vec<Line>,
    /// How its numbers look.
    shape: &'static str,
}

/// The panel and the name of a place on the axis, and a number a colour; nothing where it is hidden.
struct Line([String; 2], Vec<Option<f64>>);

impl Data {
    /// No numbers yet.
    pub(crate) fn new(name: String) -> Self {
        Self { name, blocks: Vec::new(), lines: 0 }
    }

    /// A chart whose numbers are among these from now on, and how many lines of a sheet it covers.
    pub(crate) fn chart(&mut self, chart: &Chart, words: &Words) -> (Drawn, u32) {
        let block = if chart.is_stacked() { stacked(chart, words) } else { side_by_side(chart, words) };
        let thick = block.lines.len() * if chart.is_stacked() { 1 } else { block.columns.len() };
        let height = AROUND + BAR * u32::try_from(thick).unwrap_or(0);
        let mut drawn = self.drawn(chart, &block);
        drawn.set_width(WIDTH).set_height(height);
        self.lines += block.height();
        self.blocks.push(block);
        (drawn, height.div_ceil(LINE) + 1)
    }

    fn drawn(&self, chart: &Chart, block: &Block) -> Drawn {
        let mut drawn = Drawn::new(if chart.is_stacked() { ChartType::BarPercentStacked } else { ChartType::Bar });
        let (name, head) = (self.name.as_str(), self.lines);
        let range = |from: u16, to: u16| (name, head + 1, from, head + block.height() - 1, to);
        // Places of several panels are told apart by a second name.
        let is_one = block.lines.iter().all(|Line([panel, _], _)| panel.is_empty());
        for (column, colour) in (2..).zip(PALETTE.iter().cycle()).take(block.columns.len()) {
            let mut format = ChartFormat::new();
            format.set_solid_fill(ChartSolidFill::new().set_color(colour.fill));
            format.set_border(ChartLine::new().set_color("#404040").set_width(0.75));
            let series = drawn.add_series().set_name((name, head, column)).set_categories(range(u16::from(is_one), 1));
            series.set_values(range(column, column)).set_gap(60).set_format(&mut format);
        }
        // A text that looks like a formula would be one here: the title is that of the sheet's cell.
        drawn.title().set_name((name, head, 0)).set_font(ChartFont::new().set_bold().set_size(11));
        drawn.set_alt_text(short(&chart.title)).legend().set_position(ChartLegendPosition::Bottom);
        drawn.y_axis().set_reverse();
        drawn.x_axis().set_min(0).set_max(1).set_num_format("0\\ %").set_label_position(ChartAxisLabelPosition::High);
        drawn
    }

    /// Writes the sheet after all others.
    pub(crate) fn write(&self, workbook: &mut Workbook) -> Result<(), XlsxError> {
        if self.blocks.is_empty() {
            return Ok(());
        }
        let sheet = workbook.add_worksheet().set_name(&self.name)?;
        sheet.set_column_width(0, 40)?.set_column_width(1, 30)?.set_freeze_panes(0, 2)?;
        sheet.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0);
        let mut row = 0;
        for block in &self.blocks {
            block.write(sheet, row)?;
            row += block.height();
        }
        Ok(())
    }
}

impl Block {
    /// How many lines of the sheet it takes.
    fn height(&self) -> u32 {
        u32::try_from(self.lines.len() + 1).unwrap_or(u32::MAX)
    }

    fn write(&self, sheet: &mut Worksheet, head: u32) -> Result<(), XlsxError> {
        text(sheet, (head, 0), &self.title, Style::Label)?;
        (2..).zip(&self.columns).try_for_each(|(column, name)| text(sheet, (head, column), name, Style::Label))?;
        let format = Format::new().set_num_format(self.shape);
        for (row, Line(names, values)) in (head + 1..).zip(&self.lines) {
            (0..).zip(names).try_for_each(|(column, name)| text(sheet, (row, column), name, Style::Plain))?;
            for (column, value) in (2..).zip(values).filter_map(|(column, value)| Some((column, (*value)?))) {
                sheet.write_number_with_format(row, column, value, &format)?;
            }
        }
        Ok(())
    }
}

/// The bars on the axis and a colour a part: counts, which Excel stacks up to 100 %. What is hidden is one part more.
fn stacked(chart: &Chart, words: &Words) -> Block {
    let hidden = chart.has_hidden().then(|| words.get("report-hidden"));
    let line = |(panel, bar): (&Panel, &Bar)| {
        let known: u32 = bar.counts.iter().flatten().sum();
        let rest = bar.has_hidden().then(|| bar.base.saturating_sub(known));
        let values = bar.counts.iter().chain([&rest]).map(|count| count.map(f64::from)).collect();
        Line([panel.title.clone(), named(bar, words)], values)
    };
    Block {
        title: chart.title.clone(),
        columns: chart.parts.iter().cloned().chain(hidden).collect(),
        lines: bars(chart).map(line).collect(),
        shape: "0",
    }
}

/// The parts on the axis and a colour a bar: shares.
fn side_by_side(chart: &Chart, words: &Words) -> Block {
    let value = |bar: &Bar, part: usize| {
        let count = bar.counts.get(part).copied().flatten().filter(|_| bar.base > 0)?;
        Some(f64::from(count) / f64::from(bar.base))
    };
    let line = |(part, name): (usize, &String)| {
        Line([String::new(), name.clone()], bars(chart).map(|(_, bar)| value(bar, part)).collect())
    };
    let name = |(panel, bar): (&Panel, &Bar)| format!("{} {}", panel.title, named(bar, words)).trim().to_owned();
    Block {
        title: chart.title.clone(),
        columns: bars(chart).map(name).collect(),
        lines: chart.parts.iter().enumerate().map(line).collect(),
        shape: "0.00",
    }
}

fn bars(chart: &Chart) -> impl Iterator<Item = (&Panel, &Bar)> {
    chart.panels.iter().flat_map(|panel| panel.bars.iter().map(move |bar| (panel, bar)))
}

/// The group of a bar, and of how many it is.
fn named(bar: &Bar, words: &Words) -> String {
    format!("{} ({})", bar.label, words.say(&msg!("report-of", n = bar.base)))
}
