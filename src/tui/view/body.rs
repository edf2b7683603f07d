//! The panes of the coding screen.

use super::{put, rule};
use crate::text::fit;
use crate::tui::model::{Focus, Model, Row};
use crate::tui::page::{case_line, line, panel, question_lines, strip, unit_label};
use crate::tui::theme::{Mark, Tone};
use ratatui::Frame;
use ratatui::layout::{Position, Rect};

/// How many rows the open question's panel takes, its rule included.
pub(super) fn needed(model: &Model, columns: usize) -> usize {
    panel(model, columns).len() + 1
}

/// The first line of a page that shows a line with some of what stands around it: pages turn, they do not scroll, so
/// that a step costs few bytes.
pub(super) fn page_top(here: usize, height: usize, all: usize) -> usize {
    if all <= height || height == 0 {
        return 0;
    }
    let step = height.saturating_sub(2).max(1);
    let top = if here == 0 { 0 } else { (here - 1) / step * step };
    top.min(all - height)
}

/// Draws the case list and gives the place of its cursor.
pub(super) fn cases(model: &Model, frame: &mut Frame<'_>, area: Rect) -> Option<Position> {
    if area.width < 4 {
        return None;
    }
    let columns = usize::from(area.width) - 1;
    let height = usize::from(area.height);
    let open = model.rows.iter().position(|row| *row == Row::Case(model.case)).unwrap_or(model.cursor);
    let here = if model.focus == Focus::Cases { model.cursor } else { open };
    let top = page_top(here, height, model.rows.len());
    let lines: Vec<_> = model
        .rows
        .iter()
        .skip(top)
        .take(height)
        .map(|row| match row {
            Row::Heading(unit) => line(model, Tone::Heading, fit(&format!(" {}", unit_label(model, unit)), columns)),
            Row::Case(case) => case_line(model, *case, columns),
        })
        .collect();
    put(frame, Rect { width: area.width - 1, ..area }, &lines);
    for row in area.y..area.bottom() {
        let style = model.look.style(Tone::Dim);
        frame.buffer_mut().set_string(area.right() - 1, row, model.look.mark(Mark::Vertical), style);
    }
    let row = area.y + u16::try_from(here.saturating_sub(top)).unwrap_or(0);
    if model.focus == Focus::Cases {
        let style = model.look.style(Tone::Plain).add_modifier(ratatui::style::Modifier::REVERSED);
        if here != open {
            frame.buffer_mut().set_string(area.x, row, model.look.mark(Mark::Cursor), style);
        }
        frame.buffer_mut().set_style(Rect { y: row, height: 1, width: area.width - 1, ..area }, style);
    }
    Some(Position::new(area.x, row.min(area.bottom().saturating_sub(1))))
}

/// Draws the questions with the open one's panel below them, and gives the place of the cursor.
pub(super) fn questions(model: &Model, frame: &mut Frame<'_>, area: Rect) -> Position {
    let columns = usize::from(area.width).saturating_sub(2);
    let lines = panel(model, columns);
    let height = usize::from(area.height);
    let below = (lines.len() + 1).min(height);
    let above = if height - below < 2 { 0 } else { height - below };
    let (list, here) = question_lines(model, columns);
    let top = page_top(here, above, list.len());
    let shown: Vec<_> = list.into_iter().skip(top).take(above).collect();
    let split = u16::try_from(above).unwrap_or(0);
    put(frame, Rect { height: split, ..area }, &shown);
    let mut lower = Rect { y: area.y + split, height: area.height - split, ..area };
    if above > 0 {
        let joint = (area.x > 0).then(|| (area.x - 1, Mark::Branch));
        rule(model, frame, Rect { height: 1, ..lower }, joint);
        lower = Rect { y: lower.y + 1, height: lower.height - 1, ..lower };
    }
    let fits = usize::from(lower.height);
    let hidden = lines.len().saturating_sub(fits);
    let from = model.panel.min(hidden);
    let inner = Rect { x: lower.x + 1, width: lower.width.saturating_sub(2), ..lower };
    put(frame, inner, lines.get(from..).unwrap_or(&[]));
    if hidden > from {
        let more = format!("{} {}", model.look.mark(Mark::More), hidden - from);
        let column = lower.right().saturating_sub(u16::try_from(crate::text::width(&more)).unwrap_or(4) + 1);
        frame.buffer_mut().set_string(column, lower.bottom() - 1, more, model.look.style(Tone::Key));
    }
    let row = if above > 0 { area.y + u16::try_from(here.saturating_sub(top)).unwrap_or(0) } else { lower.y };
    Position::new(area.x + 1, row)
}

/// Draws the tally of the open question under its rule.
pub(super) fn tally(model: &Model, frame: &mut Frame<'_>, area: Rect, list: u16) {
    if area.height < 2 {
        return;
    }
    rule(model, frame, Rect { height: 1, ..area }, (list > 0).then(|| (list - 1, Mark::Foot)));
    let inner = Rect { x: area.x + 1, y: area.y + 1, width: area.width.saturating_sub(2), height: area.height - 1 };
    put(frame, inner, &strip(model, usize::from(inner.width)));
}
