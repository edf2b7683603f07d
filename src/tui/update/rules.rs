//! Coding rules: written, reworded, and the cases to look at again for their sake.

use super::write;
use crate::answers::record::Slot;
use crate::keymap::Action;
use crate::msg;
use crate::tui::dialog::{About, Dialog};
use crate::tui::model::Model;
use crate::tui::page;

/// Lists the rules for the open question; where there are none, opens the line for the first.
pub(super) fn open(model: &mut Model) {
    if model.study.answers.rules(model.question).is_empty() {
        write::open(model, Action::Rule);
    } else {
        model.dialog = Some(Dialog::Choose { about: About::Rules, cursor: 0 });
    }
}

/// Opens a rule to reword or withdraw it, which only who wrote it may, in the same round.
pub(super) fn reword(model: &mut Model, rule: Slot) {
    let coder = model.study.answers.coder_name(rule.coder);
    if coder != model.coder.slug || rule.round != model.round {
        let coder = coder.to_owned();
        return model.refuse(msg!("screen-rule-of-other", coder = coder));
    }
    let item = model.study.answers.text(rule.item).to_owned();
    write::open_text(model, rule.op, Some(model.question), item);
}

/// A rule is on disk: lists the cases that were coded before it.
pub(super) fn saved(model: &mut Model) {
    let again = page::again(model).len();
    if again == 0 {
        return model.tell(msg!("screen-rule-saved"));
    }
    let cursor = page::choices(model, About::Rules).len() - again;
    model.dialog = Some(Dialog::Choose { about: About::Rules, cursor });
    model.tell(msg!("screen-rule-again", n = again));
}
