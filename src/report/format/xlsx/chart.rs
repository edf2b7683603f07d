//! The charts that Excel draws, and the sheet that they take their numbers from.

use super::style::{Style, text};
use super::{A4, short};
use crate::base::language::Words;
use crate::report::chart::Chart;
use crate::report::format::palette::PALETTE;
use crate::report::format::plot::{Plot, WIDTH};
use rust_xlsxwriter::{
    Chart as Drawn, ChartAxisLabelPosition, ChartFont, ChartFormat, ChartLegendPosition, ChartLine, ChartSolidFill,
    ChartType, Format, Workbook, Worksheet, XlsxError,
};

/// How wide the column of captions is.
const CAPTION: usize = 40;
/// What a line of a sheet takes of a chart's height.
const LINE: u32 = 20;

/// The numbers of all charts, one block a chart.
pub(crate) struct Data {
    /// The sheet's name.
    name: String,
    plots: Vec<Plot>,
    /// How many lines they take.
    lines: u32,
}

impl Data {
    /// No numbers yet.
    pub(crate) fn new(name: String) -> Self {
        Self { name, plots: Vec::new(), lines: 0 }
    }

    /// A chart whose numbers are among these from now on, and how many lines of a sheet it covers.
    pub(crate) fn chart(&mut self, chart: &Chart, words: &Words) -> (Drawn, u32) {
        let plot = Plot::of(chart, words);
        let height = plot.height();
        let mut drawn = self.drawn(chart, &plot);
        drawn.set_width(WIDTH).set_height(height);
        self.lines += lines(&plot);
        self.plots.push(plot);
        (drawn, height.div_ceil(LINE) + 1)
    }

    fn drawn(&self, chart: &Chart, plot: &Plot) -> Drawn {
        let mut drawn = Drawn::new(if plot.is_stacked { ChartType::BarPercentStacked } else { ChartType::Bar });
        let (name, head) = (self.name.as_str(), self.lines);
        let range = |from: u16, to: u16| (name, head + 1, from, head + lines(plot) - 1, to);
        // Places of several panels are told apart by a second name.
        let is_one = plot.lines.iter().all(|line| line.panel.is_empty());
        for (column, colour) in (2..).zip(PALETTE.iter().cycle()).take(plot.columns.len()) {
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
        if self.plots.is_empty() {
            return Ok(());
        }
        let sheet = workbook.add_worksheet().set_name(&self.name)?;
        sheet.set_column_width(0, 40)?.set_column_width(1, 30)?.set_freeze_panes(0, 2)?;
        sheet.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0);
        let mut row = 0;
        for plot in &self.plots {
            written(plot, sheet, row)?;
            row += lines(plot);
        }
        Ok(())
    }
}

/// How many lines of the sheet a chart takes.
fn lines(plot: &Plot) -> u32 {
    u32::try_from(plot.lines.len() + 1).unwrap_or(u32::MAX)
}

fn written(plot: &Plot, sheet: &mut Worksheet, head: u32) -> Result<(), XlsxError> {
    // A caption that wraps would lie over the first line below it.
    sheet.set_row_height(head, Style::Label.height(&plot.title, CAPTION))?;
    text(sheet, (head, 0), &plot.title, Style::Label)?;
    (2..).zip(&plot.columns).try_for_each(|(column, name)| text(sheet, (head, column), name, Style::Label))?;
    let format = Format::new().set_num_format(if plot.is_stacked { "0" } else { "0.00" });
    for (row, line) in (head + 1..).zip(&plot.lines) {
        (0..)
            .zip([&line.panel, &line.name])
            .try_for_each(|(column, name)| text(sheet, (row, column), name, Style::Plain))?;
        for (column, value) in (2..).zip(&line.values).filter_map(|(column, value)| Some((column, (*value)?))) {
            sheet.write_number_with_format(row, column, value, &format)?;
        }
    }
    Ok(())
}
