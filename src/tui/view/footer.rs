//! The last line: what the keys do here, or what there is to tell, and whether the last answer is on disk.

use crate::base::text::{padded, width};
use crate::tui::layout::step_lines;
use crate::tui::model::Model;
use crate::tui::presenter::{hints, names_keys, not_saved, notice, span, state, told};
use crate::tui::theme::{Mark, Tone};
use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

/// Draws the footer, and above it what is told in more than one line, at most so many in all, or the step of the tour,
/// whose place it gives.
pub(crate) fn draw(model: &Model, frame: &mut Frame<'_>, area: Rect, most: usize) -> Option<Position> {
    let columns = usize::from(area.width);
    if let Some(lines) = not_saved(model, columns) {
        above(model, frame, area, Tone::Alarm, &cut(lines, usize::from(area.y)));
        return None;
    }
    let step = cut(step_lines(model, columns), usize::from(area.y));
    above(model, frame, Rect { height: 0, ..area }, Tone::Plain, &step);
    let (state, tone) = state(model);
    let left = columns.saturating_sub(width(&state) + 2);
    let mut spans = match notice(model) {
        Some(notice) => {
            let tone = if notice.alarm { Tone::Alarm } else { Tone::Plain };
            let mut lines = cut(told(model, columns), most.min(usize::from(area.y) + 1));
            let last = lines.pop().unwrap_or_default();
            above(model, frame, Rect { height: 0, ..area }, tone, &lines);
            let told = span(model, tone, format!(" {last} "));
            let beside = keys_beside(model, left.saturating_sub(told.width()));
            [vec![told], beside].concat()
        }
        None => keys(model, left),
    };
    let used: usize = spans.iter().map(Span::width).sum();
    spans.push(span(model, Tone::Plain, " ".repeat(left.saturating_sub(used) + 1)));
    spans.push(span(model, tone, state));
    frame.buffer_mut().set_line(area.x, area.y, &Line::from(spans), area.width);
    let rows = step.len().checked_sub(1).and_then(|rows| u16::try_from(rows).ok())?;
    Some(Position::new(area.x + 1, area.y.saturating_sub(rows)))
}

/// As many lines as there are rows for; the last one says that there are more.
fn cut(mut lines: Vec<String>, rows: usize) -> Vec<String> {
    if lines.len() > rows {
        lines.truncate(rows);
        lines.last_mut().into_iter().for_each(|line| line.push('…'));
    }
    lines
}

/// Lines that end where an area ends, as far up as they need: what is told stands whole.
fn above(model: &Model, frame: &mut Frame<'_>, area: Rect, tone: Tone, lines: &[String]) {
    let height = u16::try_from(lines.len()).unwrap_or(u16::MAX).min(area.y);
    for (row, text) in (area.bottom().saturating_sub(height)..area.bottom()).zip(lines) {
        let line = span(model, tone, padded(&format!(" {text}"), usize::from(area.width)));
        frame.buffer_mut().set_line(area.x, row, &Line::from(line), area.width);
    }
}

/// The keys beside what is told, as many as fit; none where it names those that count now.
fn keys_beside(model: &Model, columns: usize) -> Vec<Span<'static>> {
    let mark = span(model, Tone::Dim, model.look.mark(Mark::Vertical));
    let beside = if names_keys(model) { Vec::new() } else { keys(model, columns.saturating_sub(mark.width())) };
    if beside.is_empty() { beside } else { [vec![mark], beside].concat() }
}

/// The keys that matter most in a mode, as many as fit.
fn keys(model: &Model, columns: usize) -> Vec<Span<'static>> {
    let mut spans = Vec::new();
    let mut used = 0;
    for (key, text) in hints(model) {
        let text = format!(" {text} ");
        let columns_of_pair = 1 + width(&key) + width(&text);
        if used + columns_of_pair > columns {
            break;
        }
        used += columns_of_pair;
        spans.push(span(model, Tone::Key, format!(" {key}")));
        spans.push(span(model, Tone::Plain, text));
    }
    spans
}
