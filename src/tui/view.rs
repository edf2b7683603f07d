//! The screen as a function of the model: header, case list, questions, tally, footer.
//!
//! Nothing is decided here: what is drawn comes from the model and its pages. The terminal's cursor is set last and stands
//! on what has the focus, so that braille displays and screen readers can follow it.

mod body;
mod footer;
mod overlay;

use super::model::{Focus, Model};
use super::page::{case_title, padded, strip};
use super::theme::{Mark, Tone};
use crate::ledger::entry::Round;
use crate::msg;
use crate::text::{fit, width};
use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;

/// Where the panes stand.
#[derive(Debug, Clone, Copy, Default)]
struct Panes {
    header: Rect,
    cases: Rect,
    questions: Rect,
    tally: Rect,
    footer: Rect,
}

/// Draws the model.
pub fn view(model: &Model, frame: &mut Frame<'_>) {
    let area = frame.area();
    if area.width < 4 || area.height < 3 {
        return;
    }
    let panes = panes(model, area);
    header(model, frame, panes.header);
    let cursor = match &model.dialog {
        Some(dialog) => {
            let whole = Rect { y: panes.header.bottom(), height: panes.footer.y - panes.header.bottom(), ..area };
            overlay::draw(model, dialog, frame, whole)
        }
        None => {
            let cases = body::cases(model, frame, panes.cases);
            let questions = body::questions(model, frame, panes.questions);
            body::tally(model, frame, panes.tally, panes.cases.width);
            if model.focus == Focus::Cases { cases.or(questions) } else { questions }
        }
    };
    footer::draw(model, frame, panes.footer);
    if model.look.ascii {
        dot_the_ellipses(frame);
    }
    frame.set_cursor_position(cursor.unwrap_or(Position::new(0, panes.footer.y)));
}

/// Writes lines into an area, top to bottom.
fn put(frame: &mut Frame<'_>, area: Rect, lines: &[Line<'_>]) {
    for (row, line) in (area.y..area.bottom()).zip(lines) {
        frame.buffer_mut().set_line(area.x, row, line, area.width);
    }
}

/// The panes for this size: the case list goes first where it is narrow, the tally where it is low.
fn panes(model: &Model, area: Rect) -> Panes {
    let header = Rect { height: 1, ..area };
    let footer = Rect { y: area.bottom() - 1, height: 1, ..area };
    let body = Rect { y: 1, height: area.height - 2, ..area };
    let list = match area.width {
        0..70 => 0,
        70..100 => 18,
        100..140 => 26,
        _ => 34,
    };
    let needed = body::needed(model, usize::from(body.width - list).saturating_sub(2));
    let tally = if model.shows_tally() { strip(model, usize::from(area.width) - 2).len() + 1 } else { 0 };
    let spare = usize::from(body.height).saturating_sub(needed + 4);
    let tally = u16::try_from(if tally <= spare { tally } else { 0 }).unwrap_or(0);
    let upper = body.height - tally;
    Panes {
        header,
        cases: Rect { width: list, height: upper, ..body },
        questions: Rect { x: body.x + list, width: body.width - list, height: upper, ..body },
        tally: Rect { y: body.y + upper, height: tally, ..body },
        footer,
    }
}

/// Where only ASCII can be shown, what was left out is marked by a full stop.
fn dot_the_ellipses(frame: &mut Frame<'_>) {
    for cell in &mut frame.buffer_mut().content {
        if cell.symbol() == "…" {
            cell.set_symbol(".");
        }
    }
}

/// How many lines of the open question's panel do not fit on the screen.
pub fn panel_overflow(model: &Model) -> usize {
    let area = Rect::new(0, 0, model.size.0, model.size.1);
    if area.width < 4 || area.height < 3 {
        return 0;
    }
    let panes = panes(model, area);
    let needed = body::needed(model, usize::from(panes.questions.width).saturating_sub(2));
    needed.saturating_sub(usize::from(panes.questions.height))
}

/// The study and the coder, the open case, and how far one is.
fn header(model: &Model, frame: &mut Frame<'_>, area: Rect) {
    let columns = usize::from(area.width);
    let progress = model.words.say(&msg!("screen-progress", done = model.progress.finished, all = model.progress.own));
    let case = case_title(model);
    let round = match model.round {
        Round::First => String::new(),
        Round::Second => model.words.get("round-second"),
        Round::Spot => model.words.get("round-spot"),
        Round::Consensus => model.words.get("round-consensus"),
    };
    let who = [model.study.title.as_str(), model.coder.name.as_str(), &round];
    let who: Vec<&str> = who.into_iter().filter(|part| !part.is_empty()).collect();
    let who = who.join(if model.look.ascii { ", " } else { " · " });
    let rest = columns.saturating_sub(width(&case) + width(&progress) + 6);
    let line = if rest >= 12 {
        format!(" {}  {case}  {progress} ", padded(&who, rest))
    } else {
        let space = columns.saturating_sub(width(&progress) + 3);
        format!(" {} {progress} ", padded(&fit(&case, space), space))
    };
    let style = model.look.style(Tone::Heading).add_modifier(ratatui::style::Modifier::REVERSED);
    frame.buffer_mut().set_stringn(area.x, area.y, padded(&line, columns), columns, style);
}

/// A horizontal line over an area's first row, with a mark where a vertical one ends or begins.
fn rule(model: &Model, frame: &mut Frame<'_>, area: Rect, joint: Option<(u16, Mark)>) {
    let text = model.look.mark(Mark::Horizontal).repeat(usize::from(area.width));
    frame.buffer_mut().set_string(area.x, area.y, text, model.look.style(Tone::Dim));
    if let Some((column, mark)) = joint {
        frame.buffer_mut().set_string(column, area.y, model.look.mark(mark), model.look.style(Tone::Dim));
    }
}
