//! The report's tables as the page of all counts shows them.

use super::line;
use crate::base::text::wrap;
use crate::report::text::{Row, rows};
use crate::report::{Options, Source, table::grid};
use crate::study::protocol::Table;
use crate::tui::model::Model;
use crate::tui::theme::Tone;
use ratatui::text::Line;

/// A table with its columns, as many beside each other as there is room for, and its notes.
pub(crate) fn block(model: &Model, table: &Table, columns: usize) -> Vec<Line<'static>> {
    let texts = |tone: Tone, text: &str| {
        let lines = wrap(text, columns).into_iter();
        lines.map(|text| line(model, tone, text)).collect::<Vec<_>>()
    };
    let options = Options::default();
    let source = Source { study: &model.study, draw: None, words: &model.words, options: &options };
    let grid = grid(source, model.study.tally(), table);
    let row = |row: Row| match row {
        Row::Head(text) => line(model, Tone::Dim, text),
        Row::Line(text) => line(model, Tone::Plain, text),
    };
    let mut lines = texts(Tone::Heading, &grid.title);
    lines.extend(rows(&grid, &model.words, columns).into_iter().map(row));
    lines.extend(grid.notes.iter().flat_map(|note| texts(Tone::Dim, note)));
    lines.push(Line::default());
    lines
}
