//! Strengths and development areas: kept, reworded, struck, added.

use super::{begun, record};
use crate::analysis::findings::{Item, Place, Side, State};
use crate::msg;
use crate::study::answers::record::Record;
use crate::study::ledger::entry::{Draft, Head, Op, STRUCK};
use crate::tui::dialog::{Choice, Dialog, Field, ListKind};
use crate::tui::effect::Effect;
use crate::tui::model::Model;
use crate::tui::presenter;
use tui_input::Input;

/// Lists them; in a blind round they would tell what others have answered.
pub(crate) fn open(model: &mut Model) {
    if model.round().is_blind() {
        return model.refuse(msg!("screen-blind"));
    }
    let is_one = |choice: &Choice| matches!(choice, Choice::Item(_));
    let first = presenter::choices(model, ListKind::Strengths).iter().position(is_one);
    model.dialog = Some(Dialog::Choose { about: ListKind::Strengths, cursor: first.unwrap_or(0) });
}

/// Opens the words of one, to keep or reword them.
pub(crate) fn reword(model: &mut Model, item: &Item) {
    let text = model.study.strength_words(item, &model.words);
    write(model, &item.place, text);
}

/// Opens the line for one in one's own words.
pub(crate) fn add(model: &mut Model, side: Side, unit: String) {
    let own = format!("{}-{}", model.coder.slug, model.study.answers.newest() + 1);
    write(model, &Place { side, unit, question: String::new(), own }, String::new());
}

fn write(model: &mut Model, place: &Place, text: String) {
    if !model.writable {
        return model.refuse(msg!("screen-viewing"));
    }
    let question = model.protocol().question(&place.question);
    let line = model.study.answers.item_line(&place.question, &place.item());
    let is_shown = |line: &&Record| model.study.answers.text(line.value) == text;
    let begun = line.filter(is_shown).and_then(|line| begun::of(model, line.h, &text));
    let field = Field::Text { op: Op::Item, question, item: place.item(), begun };
    model.dialog = Some(Dialog::Write { field, input: Input::new(text) });
}

/// Keeps one with these words, begun with those of a line; with none it is as it is proposed.
pub(crate) fn keep(model: &mut Model, item: &Item, text: &str, begun: Option<Head>) -> Option<Effect> {
    let is_same = match &item.state {
        State::Proposed | State::Struck => text.is_empty(),
        State::Kept(words) => words == text && !item.is_changed,
    };
    if is_same && item.state != State::Struck {
        back(model, &item.place);
        return None;
    }
    decide(model, &item.place, text, begun)
}

/// Takes one out of the report, or back to what is proposed where it was taken out.
pub(crate) fn strike(model: &mut Model) -> Option<Effect> {
    let Some(Dialog::Choose { about: ListKind::Strengths, cursor }) = model.dialog else { return None };
    let choice = presenter::choices(model, ListKind::Strengths).into_iter().nth(cursor);
    let Some(Choice::Item(item)) = choice else { return None };
    let value = match item.state {
        State::Struck => "",
        // One's own words are no proposal: without them nothing is left to strike.
        _ if item.place.question.is_empty() => "",
        _ => STRUCK,
    };
    decide(model, &item.place, value, None)
}

fn decide(model: &mut Model, place: &Place, value: &str, begun: Option<Head>) -> Option<Effect> {
    let item = place.item();
    let line = model.study.answers.item_line(&place.question, &item);
    let was = line.filter(|line| line.value != 0).map_or_else(String::new, |line| line.h.to_string());
    let (round, question) = (model.round(), place.question.clone());
    let (op, case_id, value) = (Op::Item, String::new(), value.to_owned());
    record(model, Draft { op, round, case_id, question, item, value, was, undoes: None, begun })
}

/// A line on one is on disk: the list again, where it stands.
pub(crate) fn decided(model: &mut Model, draft: &Draft) {
    if let Some(place) = Place::read(&draft.question, &draft.item) {
        back(model, &place);
    }
}

/// The list, with the cursor on one of it or, where it is gone, on its group.
fn back(model: &mut Model, place: &Place) {
    let rows = presenter::choices(model, ListKind::Strengths);
    let at = rows.iter().position(|row| matches!(row, Choice::Item(item) if item.place == *place));
    let group = || rows.iter().position(|row| matches!(row, Choice::Group(unit) if *unit == place.unit));
    let cursor = at.or_else(group).unwrap_or(0);
    model.dialog = Some(Dialog::Choose { about: ListKind::Strengths, cursor });
}
