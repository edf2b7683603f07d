//! The steps of the tour.

use crate::base::language::Message;
use crate::base::text::wrap;
use crate::msg;
use crate::tui::dialog::Dialog;
use crate::tui::keymap::{Action, Mode};
use crate::tui::model::Model;

/// How many steps the tour has.
pub const TOUR: usize = 6;

/// The step that one is at, line by line; nothing where there is no tour.
pub fn tour(model: &Model, columns: usize) -> Vec<String> {
    let Some(Dialog::Tour { step, .. }) = model.dialog else { return Vec::new() };
    let title = model.words.say(&msg!("title-tour", n = step + 1, of = TOUR));
    wrap(&format!("{title}: {}", model.words.say(&said(model, step))), columns)
}

/// What a step says.
fn said(model: &Model, step: usize) -> Message {
    let key = |action| model.key(Mode::Code, action);
    match step {
        0 => msg!("tour-answer", key = key(Action::Undo)),
        1 => msg!("tour-move", key = key(Action::Next), key_focus = key(Action::Focus), key_find = key(Action::Find)),
        2 => msg!(
            "tour-write",
            key = key(Action::Note),
            key_last = key(Action::NoteLast),
            key_flag = key(Action::Flag),
            key_unsure = key(Action::Unsure),
        ),
        3 => msg!("tour-finish", key = key(Action::Gap), key_next = model.key(Mode::Summary, Action::Next)),
        4 => msg!("tour-count", key = key(Action::Tallies), key_progress = key(Action::Progress)),
        _ => {
            msg!("tour-help", key = key(Action::Help), key_palette = key(Action::Palette), key_quit = key(Action::Quit))
        }
    }
}
