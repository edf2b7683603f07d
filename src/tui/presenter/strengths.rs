//! Strengths and development areas as the screen lists them.

use super::line;
use crate::analysis::findings::{Item, Place, Share, Side, State};
use crate::base::text::{fit, padded, visible, visible_lines, width, wrap};
use crate::msg;
use crate::study::ledger::entry::Op;
use crate::tui::dialog::{Choice, Dialog, Field, ListKind};
use crate::tui::model::Model;
use crate::tui::theme::Tone;
use ratatui::text::Line;

/// The joint ones, then unit by unit, each group with a line to add one in one's own words.
pub(crate) fn rows(model: &Model) -> Vec<Choice> {
    let items = model.study.strengths();
    let mut units: Vec<String> = vec![String::new()];
    units.extend(model.study.units().into_iter().map(str::to_owned));
    for item in &items {
        if !units.contains(&item.place.unit) {
            units.push(item.place.unit.clone());
        }
    }
    let mut rows = Vec::new();
    for unit in units {
        let own = items.iter().filter(|item| item.place.unit == unit).cloned();
        rows.push(Choice::Group(unit.clone()));
        rows.extend(own.map(|item| Choice::Item(Box::new(item))));
        rows.extend(Side::ALL.map(|(side, _)| Choice::Own(side, unit.clone())));
    }
    rows
}

/// What a group is of.
pub(crate) fn group_name(model: &Model, unit: &str) -> String {
    if unit.is_empty() { model.words.get("strengths-joint") } else { visible(model.study.unit_label(unit)) }
}

/// One in a line: what it is, its words, its counts and how far it is decided, which are never cut.
pub(crate) fn item_line(model: &Model, item: &Item) -> String {
    let sign = match item.place.side {
        Side::Strength => "+",
        Side::Development => "-",
    };
    let text = visible(&model.study.strength_words(item, &model.words).replace('\n', " "));
    let counts = Some(counted(model, item.share())).filter(|_| !item.shares.is_empty());
    let end: Vec<String> = counts.into_iter().chain([state(model, item)]).collect();
    let end = end.join(", ");
    let room = super::extent(model).0.saturating_sub(width(&end) + 6);
    format!("{sign} {}  {end}", padded(&fit(&text, room), room))
}

fn counted(model: &Model, share: Share) -> String {
    model.words.say(&msg!("strength-count", k = share.k, n = share.n))
}

/// How far it is decided, in a word.
fn state(model: &Model, item: &Item) -> String {
    model.words.get(match &item.state {
        State::Proposed => "strength-is-proposed",
        State::Struck => "strength-is-struck",
        State::Kept(_) if item.is_changed => "strength-is-changed",
        State::Kept(_) => "strength-is-kept",
    })
}

/// What stands above a list, about the line that the cursor is on: as many lines for each, so that the list stays.
pub fn detail(model: &Model, about: ListKind, choice: Option<&Choice>, columns: usize) -> Vec<Line<'static>> {
    match about {
        ListKind::Strengths | ListKind::Quotes => {}
        // The list and what frames it must stand too.
        ListKind::Flag => return super::thread(model, columns, super::extent(model).1.saturating_sub(11).max(2)),
        ListKind::Differences => return super::resolve::above(model, columns),
        ListKind::Agreement => return super::agreement::head(model, columns),
        ListKind::Differing(question) => return super::agreement::question_head(model, question, columns),
        _ => return Vec::new(),
    }
    let room = if model.size.1 < 20 { 4 } else { 5 };
    let mut lines = match choice {
        Some(Choice::Item(item)) => item_detail(model, item, columns),
        Some(Choice::Quote(quote)) => super::quote_detail(model, quote, columns, room),
        _ => {
            let how = wrap(&model.words.get("strengths-how"), columns).into_iter();
            how.map(|text| line(model, Tone::Dim, text)).collect()
        }
    };
    lines.resize(room, Line::default());
    lines
}

/// One whole: its words, and the counts of its unit and of the others.
pub fn item_detail(model: &Model, item: &Item, columns: usize) -> Vec<Line<'static>> {
    let text = visible_lines(&model.study.strength_words(item, &model.words));
    let side = model.words.get(match item.place.side {
        Side::Strength => "strength-one",
        Side::Development => "development-one",
    });
    if is_new(item) {
        return wrap(&new_one(model, item), columns).into_iter().map(|text| line(model, Tone::Plain, text)).collect();
    }
    let mut parts = vec![format!("{side}, {}", state(model, item))];
    if let Some(question) = model.protocol().question(&item.place.question) {
        let number = msg!("screen-question-number", n = model.number(question));
        parts.push(format!("{}, {}", model.words.say(&number), counted(model, item.share())));
    }
    let share = |(unit, share): &(String, Share)| {
        format!("{} {}", visible(model.study.unit_label(unit)), counted(model, *share))
    };
    parts.extend(item.beside().map(share));
    if item.is_changed {
        parts.push(model.words.get("strength-changed"));
    }
    let (words, facts) = (wrap(&text, columns), wrap(&parts.join("; "), columns));
    let words = words.into_iter().map(|text| line(model, Tone::Answer, text));
    words.chain(facts.into_iter().map(|text| line(model, Tone::Plain, text))).collect()
}

/// Whether it is being added in one's own words.
fn is_new(item: &Item) -> bool {
    !item.place.own.is_empty() && matches!(&item.state, State::Kept(words) if words.is_empty())
}

/// What is being added, and of which unit.
fn new_one(model: &Model, item: &Item) -> String {
    let unit = match item.place.unit.as_str() {
        "" => model.words.get("strengths-joint-short"),
        unit => visible(model.study.unit_label(unit)),
    };
    model.words.say(&match item.place.side {
        Side::Strength => msg!("strength-new", unit = unit),
        Side::Development => msg!("development-new", unit = unit),
    })
}

/// The strength or development area that is being written: the listed one, or a new one.
pub fn item_of(model: &Model) -> Option<Item> {
    let Some(Dialog::Write { field: Field::Text { op: Op::Item, question, item, .. }, .. }) = &model.dialog else {
        return None;
    };
    let place = Place::read(question.map_or("", |question| model.question_id(question)), item)?;
    let known = model.study.strengths().into_iter().find(|item| item.place == place);
    let blank = || Item { place, state: State::Kept(String::new()), shares: Vec::new(), is_changed: false };
    Some(known.unwrap_or_else(blank))
}
