//! The screen as a function of the model: header, case list, questions, tally, footer.
//!
//! Nothing is decided here: what is drawn comes from the model and its pages. The terminal's cursor is set last and stands
//! on what has the focus, so that braille displays and screen readers can follow it.

mod body;
mod footer;
mod overlay;

use super::layout::{beneath_header, beside_told, over, panes};
use super::model::{Focus, Model};
use super::presenter::{case_parts, closing_tally, counts, progress};
use super::theme::{Mark, Tone};
use crate::base::text::plain::plain_mark;
use crate::base::text::{fit, padded, width};
use crate::study::ledger::entry::Round;
use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;

/// Draws the model.
pub fn view(model: &Model, frame: &mut Frame<'_>) {
    let area = frame.area();
    if area.width < 4 || area.height < 3 {
        return;
    }
    // What is told takes its lines from the lists above: the tally's last row and the choices stay in sight.
    let (beside, told) = beside_told(model, area);
    let panes = panes(model, beside);
    header(model, frame, panes.header);
    let cursor = if let Some(dialog) = model.over() {
        let whole = beneath_header(&panes);
        body::put_tally(model, frame, &closing_tally(model, dialog, whole), whole);
        overlay::draw(model, dialog, frame, over(model, dialog, &panes))
    } else {
        let cases = body::cases(model, frame, panes.cases);
        body::file(model, frame, &panes);
        let open = body::open_question(model, frame, &panes);
        // Over the rule beneath them stands how many follow.
        let questions = body::questions(model, frame, &panes);
        body::tally(model, frame, panes.tally, panes.cases.width);
        cases.filter(|_| model.focus == Focus::Cases).or(questions).unwrap_or(open)
    };
    let step = footer::draw(model, frame, Rect { y: area.bottom() - 1, height: 1, ..area }, told);
    let cursor = step.unwrap_or(cursor);
    if model.look.ascii {
        plain(frame);
    }
    frame.set_cursor_position(Position::new(cursor.x.min(area.right() - 1), cursor.y.min(area.bottom() - 1)));
}

/// Puts characters that every terminal has for those that texts bring along.
fn plain(frame: &mut Frame<'_>) {
    for cell in &mut frame.buffer_mut().content {
        if let Some(plain) = plain_mark(cell.symbol()) {
            cell.set_symbol(plain);
        }
    }
}

/// How many lines are hidden above those that are shown, and how many below.
fn hidden(model: &Model, above: usize, below: usize) -> String {
    let marked = [(Mark::Less, above), (Mark::More, below)].into_iter().filter(|(_, n)| *n > 0);
    marked.map(|(mark, n)| format!("{} {n}", model.look.mark(mark))).collect::<Vec<_>>().join(" ")
}

/// Writes lines into an area from one on; where not all fit, marks at its ends say how many are hidden there.
fn put_cut(model: &Model, frame: &mut Frame<'_>, area: Rect, lines: &[Line<'_>], from: usize) {
    put(frame, area, lines.get(from..).unwrap_or(&[]));
    if area.height == 0 {
        return;
    }
    let rows = usize::from(area.height);
    let below = lines.len().saturating_sub(rows + from);
    if from > 0 {
        mark_row(frame, model, Rect { height: 1, ..area }, lines.get(from), &hidden(model, from, 0));
    }
    if below > 0 {
        let last = Rect { y: area.bottom() - 1, height: 1, ..area };
        mark_row(frame, model, last, lines.get(from + rows - 1), &hidden(model, 0, below));
    }
}

/// Writes a mark at the end of a line.
fn mark_row(frame: &mut Frame<'_>, model: &Model, row: Rect, line: Option<&Line<'_>>, mark: &str) {
    let mark = format!(" {mark}");
    let room = usize::from(row.width).saturating_sub(width(&mark));
    // A word is not cut by the mark: it gives way whole.
    let text = line.map(Line::to_string).unwrap_or_default();
    if width(text.trim_end()) > room {
        let upto = text.match_indices(' ').filter_map(|(at, _)| text.get(..at)).map(width);
        let kept = upto.filter(|columns| *columns <= room).max().unwrap_or(0);
        let from = row.x + u16::try_from(kept).unwrap_or(0).min(row.width);
        let blank = " ".repeat(usize::from(row.right() - from));
        frame.buffer_mut().set_string(from, row.y, blank, model.look.style(Tone::Plain));
    }
    let column = row.x + u16::try_from(room).unwrap_or(0);
    frame.buffer_mut().set_string(column, row.y, mark, model.look.style(Tone::Key));
}

/// Writes lines into an area, top to bottom.
fn put(frame: &mut Frame<'_>, area: Rect, lines: &[Line<'_>]) {
    for (row, line) in (area.y..area.bottom()).zip(lines) {
        frame.buffer_mut().set_line(area.x, row, line, area.width);
    }
}

/// The study and the coder, the open case, and how far one is.
fn header(model: &Model, frame: &mut Frame<'_>, area: Rect) {
    let columns = usize::from(area.width);
    let progress = progress(model);
    let round = match model.round() {
        Round::First => String::new(),
        Round::Second => model.words.get("round-second"),
        Round::Spot => model.words.get("round-spot"),
        Round::Consensus => model.words.get("round-consensus"),
    };
    let between = if model.look.ascii { ", " } else { " · " };
    let coder = model.coder.all();
    let who = [coder.as_str(), &round].into_iter().filter(|part| !part.is_empty());
    let mut who = who.fold(String::new(), |who, part| who + between + part);
    let mut parts = case_parts(model);
    let rest = |parts: &[String]| columns.saturating_sub(width(&parts.join(between)) + width(&progress) + 6);
    let is_cut = |who: &str, parts: &[String]| rest(parts) < width(who.trim_start_matches(between));
    // In a round of its own, what the list says of the case gives way before who codes, and that before the round.
    while !round.is_empty() && parts.len() > 1 && is_cut(&who, &parts) {
        parts.pop();
    }
    if !round.is_empty() && is_cut(&who, &parts) {
        who = format!("{between}{round}");
    }
    let (case, rest) = (parts.join(between), rest(&parts));
    // The title gives way first: who codes, and whether it is blind, must be seen.
    let who = match rest.checked_sub(width(&who)) {
        Some(space @ 4..) => fit(&model.study.title, space) + &who,
        _ => who.trim_start_matches(between).to_owned(),
    };
    let line = if rest >= 12 {
        format!(" {}  {case}  {progress} ", padded(&who, rest))
    } else {
        let space = columns.saturating_sub(width(&progress) + 3);
        let case = [round, case].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(between);
        format!(" {} {progress} ", padded(&fit(&case, space), space))
    };
    let style = model.look.style(Tone::Heading).add_modifier(ratatui::style::Modifier::REVERSED);
    frame.buffer_mut().set_stringn(area.x, area.y, padded(&line, columns), columns, style);
    for (row, text) in (area.y + 1..area.bottom()).zip(counts(model, columns)) {
        frame.buffer_mut().set_stringn(area.x + 1, row, text, columns - 2, model.look.style(Tone::Heading));
    }
}

/// A horizontal line over an area's first row, with a mark where a vertical one ends or begins.
fn rule(model: &Model, frame: &mut Frame<'_>, area: Rect, joint: Option<(u16, Mark)>) {
    let text = model.look.mark(Mark::Horizontal).repeat(usize::from(area.width));
    frame.buffer_mut().set_string(area.x, area.y, text, model.look.style(Tone::Dim));
    if let Some((column, mark)) = joint {
        frame.buffer_mut().set_string(column, area.y, model.look.mark(mark), model.look.style(Tone::Dim));
    }
}
