//! Arrows: a step in whatever has the cursor.

use super::navigation::{go_to, other_case};
use super::{differences, text_entry};
use crate::study::index::QuestionIx;
use crate::tui::dialog::Dialog;
use crate::tui::key::{Code, Key};
use crate::tui::keymap::Action;
use crate::tui::layout::panel_overflow;
use crate::tui::list::Row;
use crate::tui::model::{Focus, Form, Model};
use crate::tui::presenter;

/// Moves a step in whatever has the cursor.
pub(crate) fn step(model: &mut Model, action: Action) {
    match action {
        Action::NextCase => other_case(model, true),
        Action::PreviousCase => other_case(model, false),
        _ if model.dialog.is_some() => step_dialog(model, action),
        _ if model.focus == Focus::Cases => {
            let cases: Vec<usize> =
                (0..model.rows.len()).filter(|&row| matches!(model.rows.get(row), Some(Row::Case(_)))).collect();
            let at = cases.iter().position(|&row| row == model.cursor).unwrap_or(0);
            model.cursor = cases.get(moved(action, at, cases.len(), page(model))).copied().unwrap_or(0);
        }
        Action::Left => model.panel = model.panel.saturating_sub(1),
        Action::Right => model.panel = (model.panel + 1).min(panel_overflow(model)),
        _ if model.resolving().is_some() => differences::step(model, action),
        _ => {
            let asked: Vec<QuestionIx> =
                model.question_order.iter().copied().filter(|&place| model.is_asked(place)).collect();
            let at = asked.iter().position(|&place| place == model.question);
            let at = at.unwrap_or_else(|| asked.iter().filter(|&&place| place < model.question).count());
            if let Some(&question) = asked.get(moved(action, at, asked.len(), page(model))) {
                go_to(model, question);
            }
        }
    }
}

/// How far a page goes: as many lines as are shown, so that none is passed over.
fn page(model: &Model) -> usize {
    let (_, shown) = presenter::extent(model);
    shown.max(1)
}

/// A place in a list of `length` after a step.
fn moved(action: Action, at: usize, length: usize, page: usize) -> usize {
    let last = length.saturating_sub(1);
    match action {
        Action::Up | Action::Left => at.saturating_sub(1),
        Action::Down | Action::Right => (at + 1).min(last),
        Action::PageUp => at.saturating_sub(page),
        Action::PageDown => (at + page).min(last),
        Action::First => 0,
        Action::Last => last,
        _ => at,
    }
}

fn step_dialog(model: &mut Model, action: Action) {
    let length = presenter::dialog_length(model);
    let page = page(model);
    let (_, shown) = presenter::extent(model);
    match &mut model.dialog {
        Some(
            Dialog::Summary { cursor }
            | Dialog::Choose { cursor, .. }
            | Dialog::Find { cursor, .. }
            | Dialog::Progress { cursor }
            | Dialog::Spot { cursor },
        ) => {
            *cursor = moved(action, *cursor, length, page);
        }
        Some(
            Dialog::Tally { top } | Dialog::History { top } | Dialog::Output { top, .. } | Dialog::Help { top, .. },
        ) => {
            let last = length.saturating_sub(shown);
            // What is heard may have been opened further down than its last full screen: it stays there.
            let most = if model.look.form == Form::Lines { last.max(*top) } else { last };
            *top = moved(action, (*top).min(most), most + 1, page);
        }
        Some(Dialog::Write { .. }) => text_entry::step(model, action),
        Some(Dialog::Tour { step, .. }) => *step = moved(action, *step, length, page),
        None => {}
    }
}

/// The step among the hits of a search that a key makes.
pub(crate) fn in_search(model: &Model, key: Key) -> Option<Action> {
    if !matches!(model.dialog, Some(Dialog::Find { .. })) {
        return None;
    }
    match key.code {
        Code::Up => Some(Action::Up),
        Code::Down => Some(Action::Down),
        Code::PageUp => Some(Action::PageUp),
        Code::PageDown => Some(Action::PageDown),
        _ => None,
    }
}
