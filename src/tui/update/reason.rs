//! After the feedback: whoever changes an answer is asked why, before the cursor goes on.

use super::{flow, text_entry};
use crate::msg;
use crate::study::ledger::entry::{Draft, Op};
use crate::study::protocol::Question;
use crate::tui::dialog::{Dialog, Field};
use crate::tui::keymap::Action;
use crate::tui::model::Model;

/// Opens the comment on the open question if its answer was changed and nobody has said why.
pub(crate) fn ask(model: &mut Model) -> bool {
    let is_wanted = model.is_unreasoned(model.question);
    if is_wanted {
        text_entry::open_text(model, Op::Note, Some(model.question), String::new());
    }
    is_wanted
}

/// Space on a question: a multi-answer is changed key by key, and only now known to be whole.
pub(crate) fn onward(model: &mut Model) {
    let is_multi = model.asked().is_some_and(Question::is_multi);
    if !(is_multi && is_just_given(model) && ask(model)) {
        flow::onward(model);
    }
}

/// Whether the line that is open asks why the answer to the open question was changed.
pub(crate) fn is_asked(model: &Model) -> bool {
    let Some(Dialog::Write { field: Field::Text { op: Op::Note, question, .. }, .. }) = &model.dialog else {
        return false;
    };
    *question == Some(model.question) && model.is_unreasoned(model.question)
}

/// The reason was left for later: on from the answer that was just given.
pub(crate) fn left(model: &mut Model) {
    if is_just_given(model) {
        flow::onward(model);
    }
}

/// The same, where it says so.
pub(crate) fn later(model: &mut Model) {
    left(model);
    let key = model.key(model.mode(), Action::Progress);
    model.tell(msg!("reason-later", key = key));
}

/// A comment is on disk: on from the answer that was just given, where it is the reason for its change.
pub(crate) fn noted(model: &mut Model, draft: &Draft) {
    let is_here = model.protocol().question(&draft.question) == Some(model.question);
    if is_here && model.revision(model.question).is_some() {
        left(model);
    }
}

fn is_just_given(model: &Model) -> bool {
    model.last == Some((model.case, model.question))
}
