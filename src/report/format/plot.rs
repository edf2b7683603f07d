//! The numbers of a chart that another program draws: a line a place on its axis, a column a colour.

use crate::base::language::Words;
use crate::msg;
use crate::report::chart::{Bar, Chart, Panel};

/// The size of a chart: what is around its bars, and what a bar takes.
pub(super) const WIDTH: u32 = 640;
const AROUND: u32 = 130;
const BAR: u32 = 24;

/// The numbers of one chart.
pub(super) struct Plot {
    pub(super) title: String,
    pub(super) columns: Vec<String>,
    pub(super) lines: Vec<Line>,
    /// Whether they are counts, which stand one after the other up to 100 %; else they are shares.
    pub(super) is_stacked: bool,
}

/// A place on the axis, and a number a colour; nothing where it is hidden.
pub(super) struct Line {
    pub(super) panel: String,
    pub(super) name: String,
    pub(super) values: Vec<Option<f64>>,
}

impl Plot {
    /// The numbers of a chart.
    pub(super) fn of(chart: &Chart, words: &Words) -> Self {
        if chart.is_stacked() { stacked(chart, words) } else { side_by_side(chart, words) }
    }

    /// How high its picture is.
    pub(super) fn height(&self) -> u32 {
        let thick = self.lines.len() * if self.is_stacked { 1 } else { self.columns.len() };
        AROUND + BAR * u32::try_from(thick).unwrap_or(0)
    }
}

/// The bars on the axis and a colour a part. What is hidden is one part more.
fn stacked(chart: &Chart, words: &Words) -> Plot {
    let hidden = chart.has_hidden().then(|| words.get("report-hidden"));
    let line = |(panel, bar): (&Panel, &Bar)| {
        let known: u32 = bar.counts.iter().flatten().sum();
        let rest = bar.has_hidden().then(|| bar.base.saturating_sub(known));
        let values = bar.counts.iter().chain([&rest]).map(|count| count.map(f64::from)).collect();
        Line { panel: panel.title.clone(), name: named(bar, words), values }
    };
    Plot {
        title: chart.title.clone(),
        columns: chart.parts.iter().cloned().chain(hidden).collect(),
        lines: bars(chart).map(line).collect(),
        is_stacked: true,
    }
}

/// The parts on the axis and a colour a bar.
fn side_by_side(chart: &Chart, words: &Words) -> Plot {
    let value = |bar: &Bar, part: usize| {
        let count = bar.counts.get(part).copied().flatten().filter(|_| bar.base > 0)?;
        Some(f64::from(count) / f64::from(bar.base))
    };
    let line = |(part, name): (usize, &String)| Line {
        panel: String::new(),
        name: name.clone(),
        values: bars(chart).map(|(_, bar)| value(bar, part)).collect(),
    };
    let name = |(panel, bar): (&Panel, &Bar)| format!("{} {}", panel.title, named(bar, words)).trim().to_owned();
    Plot {
        title: chart.title.clone(),
        columns: bars(chart).map(name).collect(),
        lines: chart.parts.iter().enumerate().map(line).collect(),
        is_stacked: false,
    }
}

fn bars(chart: &Chart) -> impl Iterator<Item = (&Panel, &Bar)> {
    chart.panels.iter().flat_map(|panel| panel.bars.iter().map(move |bar| (panel, bar)))
}

/// The group of a bar, and of how many it is.
fn named(bar: &Bar, words: &Words) -> String {
    format!("{} ({})", bar.label, words.say(&msg!("report-of", n = bar.base)))
}
