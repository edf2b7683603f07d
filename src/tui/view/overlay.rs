//! What lies over the questions: pages, lists, and lines to write.

use super::body::page_top;
use super::{put, rule};
use crate::base::text::{fit, visible_lines, width, wrap};
use crate::study::answers::discussion::REPLY;
use crate::study::ledger::entry::Op;
use crate::tui::dialog::{Choice, Dialog, Field, Hit};
use crate::tui::model::Model;
use crate::tui::presenter::{
    beneath, choice_line, choices, detail, hit_line, item_detail, item_of, line, page, panel, status, summary,
    thread_page, title,
};
use crate::tui::theme::{Mark, Tone};
use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;
use tui_input::Input;

/// Draws a dialog over the body and gives the place of its cursor.
pub(crate) fn draw(model: &Model, dialog: &Dialog, frame: &mut Frame<'_>, area: Rect) -> Position {
    let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    let columns = usize::from(inner.width);
    let title = title(model, dialog);
    match dialog {
        Dialog::Summary { cursor } => {
            let (head, body) = summary(model, columns);
            listed(model, frame, inner, &title, head, &body, *cursor)
        }
        Dialog::Tally { .. } | Dialog::History { .. } | Dialog::Spot { .. } | Dialog::Help { .. } => {
            let (lines, top) = page(model, dialog, columns);
            scrolled(model, frame, inner, &title, &lines, top)
        }
        Dialog::Progress { cursor } => {
            let body: Vec<Line<'_>> = status(model, columns).into_iter().map(|(line, _)| line).collect();
            // Others' lines may have made it shorter.
            let cursor = (*cursor).min(body.len().saturating_sub(1));
            listed(model, frame, inner, &title, Vec::new(), &body, cursor)
        }
        Dialog::Choose { about, cursor } => {
            let body: Vec<Line<'_>> =
                choices(model, *about).iter().enumerate().map(|(at, choice)| row(model, at, choice, columns)).collect();
            // Others' lines may have made it shorter.
            let cursor = (*cursor).min(body.len().saturating_sub(1));
            listed(
                model,
                frame,
                inner,
                &title,
                detail(model, *about, choices(model, *about).get(cursor), columns),
                &body,
                cursor,
            )
        }
        Dialog::Find { input, hits, cursor, .. } => find(model, frame, inner, (&title, input), hits, *cursor),
        Dialog::Write { field, input } => write(model, frame, inner, &title, (field, input)),
    }
}

/// A line of a list: numbered, but where the list has headings or marks of its own.
fn row(model: &Model, at: usize, choice: &Choice, columns: usize) -> Line<'static> {
    let text = choice_line(model, choice);
    let (tone, text) = match choice {
        Choice::Group(_) => (Tone::Heading, text),
        Choice::Item(_) | Choice::Own(..) => (Tone::Plain, format!("  {text}")),
        Choice::Quote(_) | Choice::Difference(_) | Choice::Agreement(_) | Choice::Differing(..) => (Tone::Plain, text),
        _ => (Tone::Plain, format!(" {:>2} {text}", at + 1)),
    };
    line(model, tone, fit(&text, columns))
}

/// A title, some lines, and a list with a cursor.
fn listed(
    model: &Model,
    frame: &mut Frame<'_>,
    area: Rect,
    title: &str,
    head: Vec<Line<'_>>,
    body: &[Line<'_>],
    cursor: usize,
) -> Position {
    let mut top = vec![line(model, Tone::Heading, fit(title, usize::from(area.width)))];
    top.extend(head);
    put(frame, area, &top);
    let used = u16::try_from(top.len()).unwrap_or(area.height).min(area.height);
    if used < area.height {
        rule(model, frame, Rect { y: area.y + used, height: 1, ..area }, None);
    }
    let used = (used + 1).min(area.height);
    let list = Rect { y: area.y + used, height: area.height - used, ..area };
    let first = page_top(cursor, usize::from(list.height), body.len());
    put(frame, list, body.get(first..).unwrap_or(&[]));
    let row = list.y + u16::try_from(cursor.saturating_sub(first)).unwrap_or(0);
    if row < list.bottom() && !body.is_empty() {
        let style = model.look.style(Tone::Plain).add_modifier(ratatui::style::Modifier::REVERSED);
        frame.buffer_mut().set_string(area.x.saturating_sub(1), row, model.look.mark(Mark::Here), style);
        frame.buffer_mut().set_style(Rect { y: row, height: 1, ..list }, style);
    }
    Position::new(list.x, row.min(area.bottom().saturating_sub(1)))
}

/// A title and lines that scroll.
fn scrolled(model: &Model, frame: &mut Frame<'_>, area: Rect, title: &str, lines: &[Line<'_>], top: usize) -> Position {
    put(frame, area, &[line(model, Tone::Heading, fit(title, usize::from(area.width)))]);
    rule(model, frame, Rect { y: area.y + 1, height: 1, ..area }, None);
    let inner = Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area };
    // After the screen became wider the page may have fewer lines than were scrolled past.
    let top = top.min(lines.len().saturating_sub(1));
    put(frame, inner, lines.get(top..).unwrap_or(&[]));
    let left = lines.len().saturating_sub(top + usize::from(inner.height));
    if left > 0 {
        let more = format!("{} {left}", model.look.mark(Mark::More));
        let column = area.right().saturating_sub(u16::try_from(width(&more)).unwrap_or(0));
        frame.buffer_mut().set_string(column, area.y, more, model.look.style(Tone::Key));
    }
    Position::new(inner.x, inner.y)
}

/// A search line with its hits below.
fn find(
    model: &Model,
    frame: &mut Frame<'_>,
    area: Rect,
    (title, input): (&str, &Input),
    hits: &[Hit],
    cursor: usize,
) -> Position {
    let columns = usize::from(area.width);
    let shown = |hit| line(model, Tone::Plain, fit(&format!(" {}", hit_line(model, hit)), columns));
    let body: Vec<Line<'_>> = hits.iter().map(shown).collect();
    listed(model, frame, area, &format!("{title} {}", input.value()), Vec::new(), &body, cursor);
    let column = width(title) + 1 + input.visual_cursor();
    Position::new(area.x + u16::try_from(column).unwrap_or(0).min(area.width.saturating_sub(1)), area.y)
}

/// A line to write, under the question that it belongs to.
fn write(
    model: &Model,
    frame: &mut Frame<'_>,
    area: Rect,
    title: &str,
    (field, input): (&Field, &Input),
) -> Position {
    let columns = usize::from(area.width).max(1);
    let text = visible_lines(input.value());
    let before: String = input.value().chars().take(input.cursor()).collect();
    // A full stop stands for the cursor, so that a blank before it is not swallowed by the wrapping.
    let upto = wrap(&format!("{}.", visible_lines(&before)), columns);
    let written = wrap(&text, columns);
    let lines: Vec<Line<'_>> = written.into_iter().map(|text| line(model, Tone::Answer, text)).collect();
    let offered = beneath(model, field, input, columns);
    let height = lines.len().max(upto.len());
    let title: Vec<Line<'_>> = wrap(title, columns).into_iter().map(|text| line(model, Tone::Heading, text)).collect();
    let titled = u16::try_from(title.len()).unwrap_or(1);
    let wanted = u16::try_from(height + 1 + title.len() + offered.len()).unwrap_or(area.height).min(area.height);
    let split = area.height - wanted;
    let context = match field {
        Field::Text { op: Op::Note, item, .. } if item.starts_with(REPLY) => thread_page(model, columns, split.into()),
        _ => item_of(model).map_or_else(|| panel(model, columns), |item| item_detail(model, &item, columns)),
    };
    put(frame, Rect { height: split, ..area }, &context);
    let lower = Rect { y: area.y + split, height: wanted, ..area };
    rule(model, frame, Rect { height: 1, ..lower }, None);
    put(frame, Rect { y: lower.y + 1, height: titled.min(lower.height.saturating_sub(1)), ..lower }, &title);
    let below = u16::try_from(offered.len()).unwrap_or(0).min(lower.height.saturating_sub(2 + titled));
    put(frame, Rect { y: lower.bottom() - below, height: below, ..lower }, &offered);
    let field = Rect { y: lower.y + 1 + titled, height: lower.height.saturating_sub(1 + titled + below), ..lower };
    let skipped = upto.len().saturating_sub(usize::from(field.height).max(1));
    put(frame, field, lines.get(skipped..).unwrap_or(&[]));
    let row = field.y + u16::try_from(upto.len().saturating_sub(1 + skipped)).unwrap_or(0);
    let column = upto.last().map_or(0, |last| width(last).saturating_sub(1));
    Position::new(field.x + u16::try_from(column).unwrap_or(0), row.min(area.bottom().saturating_sub(1)))
}
