//! Answers: one key each.

use super::{differences, draft, flow, permission, reason, record};
use crate::msg;
use crate::study::ledger::entry::{Draft, Op};
use crate::study::protocol::{Kind, Question, Role};
use crate::tui::dialog::{Dialog, ListKind};
use crate::tui::effect::{Effect, Recording};
use crate::tui::key::Key;
use crate::tui::keymap::{Action, Mode, choice_keys};
use crate::tui::model::Model;

/// The choice of the open question that a key gives.
pub(crate) fn choice_of(model: &Model, key: Key) -> Option<usize> {
    let keys = choice_keys(model.asked()?, &model.keymap);
    keys.iter().position(|keys| keys.contains(&key))
}

/// Whether the open question is answered by writing.
pub(crate) fn is_entry(model: &Model) -> bool {
    model.asked().is_some_and(|asked| {
        asked.derive.is_none() && matches!(asked.kind, Kind::Number { .. } | Kind::Date | Kind::Text)
    })
}

/// The digit that opens the entry line of a number or a date.
pub(crate) fn begins_entry(model: &Model, key: Key) -> Option<char> {
    let digit = key.typed().filter(char::is_ascii_digit)?;
    let asked = model.asked()?;
    (asked.derive.is_none() && matches!(asked.kind, Kind::Number { .. } | Kind::Date)).then_some(digit)
}

/// Whether a choice of the open question has no key, as there are more of them than keys.
pub(crate) fn has_keyless(model: &Model) -> bool {
    let is_asked = |asked: &&Question| asked.derive.is_none();
    model.asked().filter(is_asked).is_some_and(|asked| choice_keys(asked, &model.keymap).iter().any(Vec::is_empty))
}

/// Lists the choices of the open question, the cursor on the answer that it has.
pub(crate) fn list(model: &mut Model) {
    if permission::may_choose(model) {
        let held = model.held(model.question);
        let given = model.asked().and_then(|asked| asked.chosen(held).next()).map(|(place, _)| place);
        let cursor = model.on_offer().position(|(place, _)| Some(place) == given).unwrap_or(0);
        model.dialog = Some(Dialog::Choose { about: ListKind::Answers, cursor });
    }
}

/// Gives a choice as the answer by its key.
pub(crate) fn give(model: &mut Model, place: usize) -> Option<Effect> {
    if permission::may_answer(model) { take(model, place) } else { None }
}

/// Gives a choice as the answer from the list of all.
pub(crate) fn choose(model: &mut Model, place: usize) -> Option<Effect> {
    if permission::may_choose(model) { take(model, place) } else { None }
}

/// Makes a choice the answer; of a multi-answer, puts it in or takes it out.
fn take(model: &mut Model, place: usize) -> Option<Effect> {
    let asked = model.asked()?;
    let choice = asked.choices().get(place)?;
    if !model.is_on_offer(choice) {
        let condition = model.protocol().condition(&choice.when, &model.words);
        let message = msg!("screen-choice-not-on-offer", choice = choice.label.as_str(), condition = condition);
        model.refuse(message);
        return None;
    }
    let current = model.held(model.question);
    let value = if asked.is_multi() {
        let had = asked.chosen(current).any(|(other, _)| other == place);
        let stays = |other: usize, exclusive: bool| !(choice.exclusive || exclusive) && other != place;
        let kept = asked.choices().iter().enumerate().filter(|(other, one)| {
            let chosen = asked.chosen(current).any(|(chosen, _)| chosen == *other);
            if *other == place { !had } else { chosen && (had || stays(*other, one.exclusive)) }
        });
        kept.map(|(_, one)| one.id.as_str()).collect::<Vec<_>>().join(";")
    } else {
        choice.id.clone()
    };
    if value == current && model.file.marks(model.case).is_empty() && !model.needs_another_look(model.question) {
        flow::onward(model);
        return None;
    }
    answer(model, &value)
}

/// Asks for an answer to the open question to be recorded, behind where it was found.
pub(crate) fn answer(model: &mut Model, value: &str) -> Option<Effect> {
    let draft = draft(model, Op::Answer, Some(model.question), "", value, model.held(model.question));
    let evidence = if value.is_empty() { Vec::new() } else { evidence(model, value) };
    record(model, Recording { before: evidence, draft })
}

/// The lines that say where an answer to the open question was found, as far as it is not said of this answer yet.
fn evidence(model: &Model, answer: &str) -> Vec<Draft> {
    let (case, question) = (model.case, model.question);
    let said = if answer == model.held(question) {
        model.study.answers.evidence(model.perspective(), case, question)
    } else {
        Vec::new()
    };
    let lines = model.file.marks(case).into_iter().filter(|found| !said.contains(found)).map(|found| {
        let (item, value) = (found.item(), found.value());
        let own = model.own(Op::Evidence, Some(question), &item);
        let was = own.map_or("", |own| model.study.answers.text(own.value));
        draft(model, Op::Evidence, Some(question), &item, &value, was)
    });
    lines.collect()
}

/// Makes the open question unanswered again.
pub(crate) fn clear(model: &mut Model) -> Option<Effect> {
    if model.held(model.question).is_empty() {
        model.tell(msg!("screen-nothing-to-clear"));
        return None;
    }
    if permission::may_answer(model) { answer(model, "") } else { None }
}

/// An answer is on disk: on to where one came from, or to the next open question, unless it is asked why it was changed.
pub(crate) fn given(model: &mut Model, draft: &Draft) {
    model.last = (!draft.value.is_empty()).then_some((model.case, model.question));
    let is_whole = differences::was_taken(model) || !model.asked().is_some_and(Question::is_multi);
    if is_whole && !reason::ask(model) && !draft.value.is_empty() {
        flow::onward(model);
    }
}

/// Says that the open question does not offer a role, and what it does offer.
pub(crate) fn refuse_role(model: &mut Model, role: Role) {
    let Some(asked) = model.asked() else { return };
    if asked.derive.is_some() {
        return model.refuse(msg!("answer-derived"));
    }
    let offered: Vec<&str> = model.on_offer().map(|(_, choice)| choice.label.as_str()).collect();
    let offered = offered.join(", ");
    if is_entry(model) {
        return model.refuse(msg!("screen-write-instead", key = model.key(Mode::Code, Action::Open)));
    }
    let role = model.words.get(match role {
        Role::Yes => "role-yes",
        Role::Partly => "role-partly",
        Role::No => "role-no",
        Role::Na => "role-na",
        Role::Unknown => "role-unknown",
    });
    model.refuse(msg!("screen-role-not-offered", role = role, offered = offered));
}
