//! Saving what was written in a text line.

use super::text_entry::written;
use super::{answer, commands, draft, file, flow, navigation, permission, reason, record, spellings, spot, strengths};
use crate::base::pii::{Contact, contact, has_number};
use crate::msg;
use crate::study::ledger::entry::{BLANKED, Draft, Op, STRUCK};
use crate::tui::dialog::{Dialog, Field};
use crate::tui::effect::Effect;
use crate::tui::keymap::{Action, Mode};
use crate::tui::model::Model;
use crate::tui::presenter;

/// Saves what is written.
pub(crate) fn save(model: &mut Model) -> Option<Effect> {
    let Some(Dialog::Write { field, input }) = &model.dialog else { return None };
    let (field, text) = (field.clone(), input.value().trim().to_owned());
    let is_told = model.pending_confirmation.take() == Some(Action::Save);
    if !matches!(field, Field::Number | Field::InFile | Field::Cases | Field::Command) && is_held(model, &text, is_told)
    {
        return None;
    }
    // In the ledger they are marks, not words: what was struck, and what was blanked.
    if text == BLANKED || (text == STRUCK && matches!(field, Field::Text { op: Op::Item, .. })) {
        model.refuse(msg!("screen-no-words", text = text));
        return None;
    }
    match field {
        Field::Number => {
            go_to_number(model, &text);
            None
        }
        Field::InFile => {
            file::look_for_text(model, &text);
            None
        }
        Field::Cases => spot::begin(model, &text),
        Field::Command => Some(commands::run(model, &text)),
        Field::Name(spelling) => {
            model.dialog = None;
            let name = model.asked()?.accept(&text).unwrap_or_default();
            spellings::count_as(model, &spelling, &name)
        }
        Field::Answer { .. } => save_answer(model, &text),
        Field::Text { op: Op::Item, begun, .. } => {
            let item = presenter::item_of(model)?;
            model.dialog = None;
            strengths::keep(model, &item, &text, begun.map(|begun| begun.line))
        }
        Field::Text { op, question, item, begun } => {
            let own = model.own(op, question, &item);
            let was = own.filter(|own| own.value != 0).map_or_else(String::new, |own| own.h.to_string());
            let (same, asked) = (text == written(model), reason::is_asked(model));
            if op == Op::Rule && !same && !is_told {
                tell_rule(model, text.is_empty());
                return None;
            }
            model.dialog = None;
            if same {
                if asked {
                    reason::later(model);
                }
                return None;
            }
            let draft = draft(model, op, question, &item, &text, &was);
            record(model, Draft { begun: begun.map(|begun| begun.line), ..draft })
        }
    }
}

/// Whether a text may not be saved as it stands: a personal number never, an address or a telephone number only where
/// one asks for it twice.
fn is_held(model: &mut Model, text: &str, warned: bool) -> bool {
    let key = model.key(Mode::Text, Action::Save);
    let message = match contact(text).filter(|_| !warned) {
        _ if has_number(text) => msg!("screen-number-refused"),
        Some(Contact::Email) => msg!("screen-email-warned", key = key),
        Some(Contact::Phone) => msg!("screen-phone-warned", key = key),
        None => return false,
    };
    model.pending_confirmation = Some(Action::Save);
    model.refuse(message);
    true
}

/// A rule is everybody's: what it does is told before it is written or withdrawn, which the same key once more does.
fn tell_rule(model: &mut Model, is_withdrawn: bool) {
    let key = model.key(Mode::Text, Action::Save);
    let again = presenter::rule_applies_to(model);
    model.pending_confirmation = Some(Action::Save);
    model.tell(if is_withdrawn {
        msg!("screen-rule-withdraws", key = key)
    } else {
        msg!("screen-rule-binds", n = again, key = key)
    });
}

fn save_answer(model: &mut Model, text: &str) -> Option<Effect> {
    if text.is_empty() {
        model.dialog = None;
        return None;
    }
    match model.asked()?.accept(text) {
        Ok(value) if value == model.held(model.question) && !model.needs_another_look(model.question) => {
            model.dialog = None;
            flow::onward(model);
            None
        }
        Ok(value) => {
            model.dialog = None;
            if permission::may_answer(model) { answer::answer(model, &value) } else { None }
        }
        Err(message) => {
            model.refuse(message);
            None
        }
    }
}

fn go_to_number(model: &mut Model, text: &str) {
    let wanted = text.parse::<usize>().ok();
    let place = model.question_order.iter().copied().find(|&place| Some(model.number(place)) == wanted);
    match place {
        Some(place) => navigation::jump(model, model.case, place),
        None => model.refuse(msg!("screen-no-such-number", n = model.question_order.len())),
    }
}
