//! The tour of the screen: step by step, until it is over or skipped.

use crate::base::language::Message;
use crate::msg;
use crate::tui::dialog::Dialog;
use crate::tui::keymap::{Action, Mode};
use crate::tui::model::Model;
use crate::tui::presenter::TOUR;

impl Model {
    /// Begins the tour; what there is to tell is told when it is over.
    pub fn begin_tour(&mut self, then: Option<Message>) {
        self.dialog = Some(Dialog::Tour { step: 0, then });
    }
}

/// The next step; after the last one it is over.
pub(crate) fn onward(model: &mut Model) {
    match &mut model.dialog {
        Some(Dialog::Tour { step, .. }) if *step + 1 < TOUR => *step += 1,
        _ => end(model),
    }
}

/// Ends it, and tells what was to be told, or where it can be found again.
pub(crate) fn end(model: &mut Model) {
    let Some(Dialog::Tour { then, .. }) = model.dialog.take() else { return };
    let again = msg!("tour-over", key = model.key(Mode::Code, Action::Palette));
    model.tell(then.unwrap_or(again));
}
