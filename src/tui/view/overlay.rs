//! What lies over the questions: pages, lists, and lines to write.

use super::{hidden, put, put_cut, rule};
use crate::base::text::{fit, padded, visible_lines, width, wrap};
use crate::study::answers::discussion::REPLY;
use crate::study::ledger::entry::Op;
use crate::tui::dialog::{Dialog, Field};
use crate::tui::file_pane::Room;
use crate::tui::layout::list_of;
use crate::tui::model::Model;
use crate::tui::presenter::{
    Listing, beneath, compact, file_lines, file_title, item_detail, item_of, line, listing, other_question, page,
    panel, span, thread_page, title,
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
    if let Dialog::Write { field, input } = dialog {
        return write(model, frame, inner, &title, (field, input));
    }
    let Some(listing) = listing(model, dialog, columns) else {
        let (lines, top) = page(model, dialog, columns);
        return scrolled(model, frame, inner, &title, &lines, top);
    };
    let Dialog::Find { input, .. } = dialog else { return listed(model, frame, area, &title, &listing) };
    listed(model, frame, area, &format!("{title} {}", input.value()), &listing);
    let column = width(&title) + 1 + input.visual_cursor();
    Position::new(inner.x + u16::try_from(column).unwrap_or(0).min(inner.width.saturating_sub(1)), inner.y)
}

/// A title, some lines, and a list with a cursor.
fn listed(model: &Model, frame: &mut Frame<'_>, area: Rect, title: &str, listing: &Listing) -> Position {
    let (list, first) = list_of(listing, area);
    let above = Rect { x: list.x, width: list.width, ..area };
    let left = listing.body.len().saturating_sub(first + usize::from(list.height));
    let title = titled(model, title, &hidden(model, first, left), list.width.into());
    put(frame, above, &[&[title][..], &listing.head].concat());
    if let Some(row) = list.y.checked_sub(1).filter(|row| *row > area.y) {
        rule(model, frame, Rect { y: row, height: 1, ..above }, None);
    }
    put(frame, list, listing.body.get(first..).unwrap_or(&[]));
    let row = list.y + u16::try_from(listing.cursor.saturating_sub(first)).unwrap_or(0);
    if row < list.bottom() && !listing.body.is_empty() {
        let style = model.look.style(Tone::Plain).add_modifier(ratatui::style::Modifier::REVERSED);
        frame.buffer_mut().set_string(list.x.saturating_sub(1), row, model.look.mark(Mark::Here), style);
        frame.buffer_mut().set_style(Rect { y: row, height: 1, ..list }, style);
    }
    Position::new(list.x, row.min(area.bottom().saturating_sub(1)))
}

/// A title, and at its end what is hidden of the lines below it.
fn titled(model: &Model, title: &str, hidden: &str, columns: usize) -> Line<'static> {
    let room = columns.saturating_sub(width(hidden));
    let title = fit(title, room.saturating_sub(usize::from(!hidden.is_empty())));
    Line::from(vec![span(model, Tone::Heading, padded(&title, room)), span(model, Tone::Key, hidden.to_owned())])
}

/// A title and lines that scroll.
fn scrolled(model: &Model, frame: &mut Frame<'_>, area: Rect, title: &str, lines: &[Line<'_>], top: usize) -> Position {
    let inner = Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area };
    // After the screen became wider the page may have fewer lines than were scrolled past.
    let top = top.min(lines.len().saturating_sub(inner.height.into()));
    let left = lines.len().saturating_sub(top + usize::from(inner.height));
    put(frame, area, &[titled(model, title, &hidden(model, top, left), area.width.into())]);
    rule(model, frame, Rect { y: area.y + 1, height: 1, ..area }, None);
    put(frame, inner, lines.get(top..).unwrap_or(&[]));
    Position::new(inner.x, inner.y)
}

/// The file with the open question above it: what is written is about both.
fn file_context(model: &Model, columns: usize, rows: usize) -> Vec<Line<'static>> {
    let question = compact(model, columns).into_iter().take(1);
    let columns_of_text = columns.saturating_sub(2 + model.file.margin(model.case)).max(2);
    let room = Room { columns: columns_of_text, rows: rows.saturating_sub(2) };
    question.chain([file_title(model, columns)]).chain(file_lines(model, room)).collect()
}

/// A line to write, under the question that it belongs to.
fn write(model: &Model, frame: &mut Frame<'_>, area: Rect, title: &str, (field, input): (&Field, &Input)) -> Position {
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
        Field::Text { op: Op::Note, question: Some(place), .. } if *place != model.question => {
            other_question(model, *place, columns)
        }
        _ if model.file.is_open() => file_context(model, columns, split.into()),
        _ => item_of(model).map_or_else(|| panel(model, columns), |item| item_detail(model, &item, columns)),
    };
    put_cut(model, frame, Rect { height: split, ..area }, &context, 0);
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
