//! The report's tables as the page of all counts shows them.

use super::line;
use super::tallies::{COLUMN, counted};
use crate::protocol::Table;
use crate::tally::remark;
use crate::tally::table::{Column, columns as count};
use crate::text::{fit, padded, right, wrap};
use crate::tui::model::Model;
use crate::tui::theme::Tone;
use ratatui::text::Line;

/// A table with its columns, as many beside each other as there is room for, and its notes.
pub(super) fn block(model: &Model, table: &Table, columns: usize) -> Vec<Line<'static>> {
    let texts = |tone: Tone, text: &str| {
        let lines = wrap(text, columns).into_iter();
        lines.map(|text| line(model, tone, text)).collect::<Vec<_>>()
    };
    let mut lines = texts(Tone::Heading, &table.title);
    let groups = count(&model.study.answers, &model.study.tally, table);
    let label = (columns / 3).clamp(10, 40);
    for part in groups.chunks((columns.saturating_sub(label) / COLUMN).max(1)) {
        let heads: String =
            part.iter().map(|group| right(&fit(&name(model, table, group), COLUMN - 2), COLUMN)).collect();
        lines.push(line(model, Tone::Dim, format!("{}{heads}", " ".repeat(label))));
        let mut row = |name: &str, k: &dyn Fn(&Column) -> u32| {
            let cell = |group: &Column| right(&counted(model, k(group), group.base), COLUMN);
            let cells: String = part.iter().map(cell).collect();
            lines.push(line(model, Tone::Plain, format!("{}{cells}", padded(&fit(name, label - 1), label))));
        };
        for (place, (name, _)) in table.rows.iter().enumerate() {
            row(name, &|group| group.rows.get(place).copied().unwrap_or(0));
        }
        if groups.iter().any(|group| group.rest > 0) {
            row(&model.words.get("table-rest"), &|group| group.rest);
        }
        row(&model.words.get("tally-base"), &|group| group.base);
    }
    lines.extend(table.notes.iter().flat_map(|note| texts(Tone::Dim, note)));
    let remark = remark::of_table(&groups, model.study.percent_from);
    lines.extend(remark.iter().flat_map(|remark| texts(Tone::Dim, &model.words.say(remark))));
    lines.push(Line::default());
    lines
}

fn name(model: &Model, table: &Table, group: &Column) -> String {
    if group.key.is_empty() {
        return model.words.get("tally-total");
    }
    let attributes = table.by.iter().filter_map(|&by| model.protocol().attributes.get(by));
    attributes.zip(&group.key).map(|(attribute, value)| attribute.label_of(value)).collect::<Vec<_>>().join(" ")
}
