//! The panes of the coding screen.

use super::{hidden, put, put_cut, rule};
use crate::base::text::{fit, width};
use crate::tui::layout::{Panes, panel_lines, shown_cases, shown_questions, text_room};
use crate::tui::list::Row;
use crate::tui::model::{Focus, Model};
use crate::tui::presenter::{case_line, file_lines, file_title, line, strip, unit_label, wave_label};
use crate::tui::theme::{Mark, Tone};
use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;

/// Draws the case list and gives the place of its cursor.
pub(crate) fn cases(model: &Model, frame: &mut Frame<'_>, area: Rect) -> Option<Position> {
    if area.width < 4 {
        return None;
    }
    let columns = usize::from(area.width) - 1;
    let height = usize::from(area.height);
    let (rows, top, here) = shown_cases(model, height);
    let lines: Vec<_> = rows
        .into_iter()
        .map(|row| match row {
            Row::Units => line(model, Tone::Heading, fit(&format!(" {}", model.words.get("units")), columns)),
            Row::Wave(wave) => line(model, Tone::Heading, fit(&wave_label(model, *wave), columns)),
            Row::Heading(unit) => line(model, Tone::Heading, fit(&format!(" {}", unit_label(model, unit)), columns)),
            Row::Case(case) => case_line(model, *case, columns),
        })
        .collect();
    put(frame, Rect { width: area.width - 1, ..area }, &lines);
    let mut edge = |row, mark, tone| {
        frame.buffer_mut().set_string(area.right() - 1, row, model.look.mark(mark), model.look.style(tone));
    };
    if area.right() < model.size.0 {
        (area.y..area.bottom()).for_each(|row| edge(row, Mark::Vertical, Tone::Dim));
    }
    if top > 0 && height > 0 {
        edge(area.y, Mark::Less, Tone::Key);
    }
    if model.rows.len() > top + height && height > 0 {
        edge(area.bottom() - 1, Mark::More, Tone::Key);
    }
    let row = area.y + u16::try_from(here.saturating_sub(top)).unwrap_or(0);
    if model.focus == Focus::Cases {
        let style = model.look.style(Tone::Plain).add_modifier(ratatui::style::Modifier::REVERSED);
        if model.rows.get(here) != Some(&Row::Case(model.case)) {
            frame.buffer_mut().set_string(area.x, row, model.look.mark(Mark::Cursor), style);
        }
        frame.buffer_mut().set_style(Rect { y: row, height: 1, width: area.width - 1, ..area }, style);
    }
    Some(Position::new(area.x, row.min(area.bottom().saturating_sub(1))))
}

/// Draws the file of the open case under its title.
pub(crate) fn file(model: &Model, frame: &mut Frame<'_>, panes: &Panes) {
    let area = panes.file;
    if area.height == 0 || area.width < 4 {
        return;
    }
    let is_beside = area.right() < model.size.0;
    let columns = usize::from(area.width) - usize::from(is_beside);
    let lines = [vec![file_title(model, columns)], file_lines(model, text_room(model, panes))].concat();
    put(frame, Rect { width: area.width - u16::from(is_beside), ..area }, &lines);
    if is_beside {
        let style = model.look.style(Tone::Dim);
        (area.y..area.bottom()).for_each(|row| {
            frame.buffer_mut().set_string(area.right() - 1, row, model.look.mark(Mark::Vertical), style);
        });
    }
}

/// Draws the questions and gives the place of the cursor, if there is room for them.
pub(crate) fn questions(model: &Model, frame: &mut Frame<'_>, panes: &Panes) -> Option<Position> {
    let area = panes.questions;
    let (list, top, here) = shown_questions(model, panes);
    let hidden = hidden(model, top, list.len().saturating_sub(area.height.into()));
    if !hidden.is_empty() && area.height > 0 {
        let column = area.right().saturating_sub(u16::try_from(width(&hidden)).unwrap_or(0) + 3);
        frame.buffer_mut().set_string(column, area.bottom(), format!(" {hidden} "), model.look.style(Tone::Key));
    }
    let shown: Vec<Line<'_>> = list.into_iter().map(|(_, line)| line).collect();
    put(frame, area, &shown);
    let row = area.y + u16::try_from(here.saturating_sub(top)).unwrap_or(0);
    (row < area.bottom()).then(|| Position::new(area.x + 1, row))
}

/// Draws the open question, under a rule where others stand above it, and gives the place of its first line.
pub(crate) fn open_question(model: &Model, frame: &mut Frame<'_>, panes: &Panes) -> Position {
    let area = panes.panel;
    if panes.has_rule() {
        let joint = (area.x > 0).then(|| (area.x - 1, Mark::Branch));
        rule(model, frame, Rect { height: 1, ..area }, joint);
    }
    let (inner, from, lines) = panel_lines(model, panes);
    put_cut(model, frame, inner, &lines, from);
    inner.as_position()
}

/// Draws the tally of the open question under its rule.
pub(crate) fn tally(model: &Model, frame: &mut Frame<'_>, area: Rect, list: u16) {
    if area.height < 2 {
        return;
    }
    let is_beside = list > 0 && list < area.width;
    rule(model, frame, Rect { height: 1, ..area }, is_beside.then(|| (list - 1, Mark::Foot)));
    let inner = Rect { x: area.x + 1, y: area.y + 1, width: area.width.saturating_sub(2), height: area.height - 1 };
    put(frame, inner, &strip(model, model.question, usize::from(inner.width)));
}

/// Draws the closing page's tally at the foot of an area, its first line as a rule.
pub(crate) fn put_tally(model: &Model, frame: &mut Frame<'_>, lines: &[Line<'static>], area: Rect) {
    let height = u16::try_from(lines.len()).unwrap_or(0);
    if height > 0 {
        let foot = Rect { y: area.bottom() - height, height, ..area };
        rule(model, frame, Rect { height: 1, ..foot }, None);
        let inner = Rect { x: foot.x + 1, y: foot.y + 1, width: foot.width.saturating_sub(2), height: height - 1 };
        put(frame, inner, lines.get(1..).unwrap_or(&[]));
    }
}
