//! Answers of long lists, found by what is written.

use super::{answer, find, permission};
use crate::msg;
use crate::study::protocol::Question;
use crate::tui::dialog::{Dialog, Hit, SearchScope};
use crate::tui::effect::Effect;
use crate::tui::model::Model;

/// Whether choices are being searched.
pub(crate) fn is_open(model: &Model) -> bool {
    matches!(model.dialog, Some(Dialog::Find { realm: SearchScope::Answers, .. }))
}

/// Opens the search among the choices of the open question, the cursor on the answer that it has.
pub(crate) fn open(model: &mut Model) {
    if !permission::may_choose(model) {
        return;
    }
    let mut dialog = find::search(model, SearchScope::Answers);
    let given = model.asked().and_then(|asked| asked.chosen(model.held(model.question)).next());
    if let (Some((place, _)), Dialog::Find { hits, cursor, .. }) = (given, &mut dialog) {
        *cursor = hits.iter().position(|hit| *hit == Hit::Answer(place)).unwrap_or(0);
    }
    model.dialog = Some(dialog);
}

/// Gives the choice that the cursor stands on.
pub(crate) fn chosen(model: &mut Model) -> Option<Effect> {
    let Some(Dialog::Find { hits, cursor, .. }) = &model.dialog else { return None };
    let Some(Hit::Answer(place)) = hits.get(*cursor).cloned() else {
        model.tell(msg!("screen-nothing-found"));
        return None;
    };
    let search = model.dialog.take();
    let effect = answer::choose(model, place);
    // Of several answers one may give more: what was found, and where one was in it, stays.
    if model.asked().is_some_and(Question::is_multi) {
        model.dialog = search;
    }
    effect
}
