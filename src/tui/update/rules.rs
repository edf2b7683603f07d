//! Coding rules: written, reworded, and the cases to look at again for their sake.

use super::text_entry;
use crate::msg;
use crate::study::answers::record::Slot;
use crate::tui::dialog::{Dialog, ListKind};
use crate::tui::keymap::Action;
use crate::tui::model::Model;
use crate::tui::presenter;

/// Lists the rules for the open question; where there are none, opens the line for the first.
pub(crate) fn open(model: &mut Model) {
    if model.study.answers.rules(model.question).is_empty() {
        text_entry::open(model, Action::Rule);
    } else {
        model.dialog = Some(Dialog::Choose { about: ListKind::Rules, cursor: 0 });
    }
}

/// Opens a rule to reword or withdraw it, which only who wrote it may, in the same round.
pub(crate) fn reword(model: &mut Model, rule: Slot) {
    let coder = model.study.answers.coder_name(rule.coder);
    if coder != model.coder.slug || rule.round != model.round() {
        let coder = model.called(coder);
        return model.refuse(msg!("screen-rule-of-other", coder = coder));
    }
    let item = model.study.answers.text(rule.item).to_owned();
    text_entry::open_text(model, rule.op, Some(model.question), item);
}

/// A rule is on disk: lists the cases that were coded before it.
pub(crate) fn saved(model: &mut Model) {
    let again = presenter::again(model).len();
    if again == 0 {
        return model.tell(msg!("screen-rule-saved"));
    }
    let cursor = presenter::choices(model, ListKind::Rules).len() - again;
    model.dialog = Some(Dialog::Choose { about: ListKind::Rules, cursor });
    model.tell(msg!("screen-rule-again", n = again));
}
