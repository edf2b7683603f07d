//! What lies over the questions, by its title.

use super::{TOUR, alike};
use crate::analysis::findings::Place;
use crate::analysis::reliability::spot_frame::USUAL;
use crate::msg;
use crate::study::answers::discussion::REPLY;
use crate::study::answers::escalation::MANAGER;
use crate::study::ledger::entry::Op;
use crate::study::protocol::Per;
use crate::tui::dialog::{Dialog, Field, ListKind, SearchScope};
use crate::tui::keymap::{Action, Mode};
use crate::tui::model::Model;

/// What a dialog is about.
pub fn title(model: &Model, dialog: &Dialog) -> String {
    let words = &model.words;
    match dialog {
        Dialog::Summary { .. } => {
            words.get(if model.per() == Per::Case { "title-summary" } else { "title-summary-unit" })
        }
        Dialog::Tally { .. } => figures(model, "title-tally"),
        // The page itself counts what is to be coded blind.
        Dialog::Progress { .. } => figures_but(model, "title-progress", 0),
        Dialog::History { .. } => {
            let text = model.asked().map_or("", |asked| asked.text.as_str());
            words.say(&msg!("title-history", n = model.number(model.question), text = text))
        }
        Dialog::Spot { .. } => words.get("title-spot"),
        Dialog::Output { line, .. } => words.say(&msg!("title-output", line = line.as_str())),
        Dialog::Help { .. } => words.get("title-help"),
        Dialog::Tour { step, .. } => words.say(&msg!("title-tour", n = step + 1, of = TOUR)),
        Dialog::Choose { about, .. } => choice_title(model, *about),
        Dialog::Find { realm: SearchScope::Study, .. } => words.get("title-find"),
        Dialog::Find { realm: SearchScope::Actions, .. } => words.get("title-palette"),
        Dialog::Find { realm: SearchScope::Answers, .. } => {
            words.say(&msg!("title-find-answer", n = model.number(model.question)))
        }
        Dialog::Write { field, .. } => write_title(model, field),
    }
}

/// The title of a page with figures, which says where they lack something: what cannot be read, or what is to be coded
/// blind.
fn figures(model: &Model, title: &'static str) -> String {
    figures_but(model, title, model.study.answers.closed())
}

fn figures_but(model: &Model, title: &'static str, closed: usize) -> String {
    let title = model.words.get(title);
    let left_out = &model.study.left_out;
    match (left_out.exit, closed) {
        (Some(_), _) if left_out.is_lacking() => model.words.say(&msg!("title-incomplete", title = title)),
        (Some(_), _) => model.words.say(&msg!("title-doubtful", title = title)),
        (None, 0) => title,
        (None, n) => model.words.say(&msg!("title-closed", title = title, n = n)),
    }
}

/// What there is to choose.
fn choice_title(model: &Model, about: ListKind) -> String {
    let words = &model.words;
    match about {
        ListKind::Answers => words.say(&msg!("title-answers", n = model.number(model.question))),
        ListKind::Flag => words.say(&msg!("title-flag", n = model.number(model.question))),
        ListKind::Take => {
            let owner = model.study.answers.owner(model.case).unwrap_or_default();
            words.say(&if model.study.answers.is_closed(model.case) {
                msg!("title-take-closed", coder = owner)
            } else {
                msg!("title-take", coder = owner)
            })
        }
        ListKind::Show => words.get("title-show"),
        ListKind::Marks => words.get("title-marks"),
        ListKind::Strengths => figures(model, "title-strengths-signs"),
        ListKind::Quotes => words.get("title-quotes"),
        ListKind::Differences => words.get("title-differences"),
        ListKind::Source(_) => words.get("title-source"),
        ListKind::Settings => words.get("title-settings"),
        ListKind::Values(place) => {
            let name = model.settings.get(place).map(|setting| setting.called(&model.words));
            name.unwrap_or_else(|| words.get("title-settings"))
        }
        ListKind::Agreement => figures(model, "title-agreement"),
        ListKind::Differing(question) => {
            words.say(&msg!("title-differing", n = model.number(question), alike = alike(model, question)))
        }
        ListKind::Rules => words.say(&msg!("title-rules", n = model.number(model.question))),
        ListKind::Spellings => words.say(&msg!("title-spellings", n = model.number(model.question))),
        ListKind::CountAs(text) => words.say(&msg!("title-count-as", text = model.study.answers.text(text))),
    }
}

/// What there is to write.
fn write_title(model: &Model, field: &Field) -> String {
    match field {
        Field::Answer { .. } => model.words.get("title-answer"),
        Field::Name(text) => model.words.say(&msg!("title-count-as", text = text.as_str())),
        Field::Number => model.words.get("title-number"),
        Field::InFile => model.words.get("title-in-file"),
        Field::Command => model.words.get("title-command"),
        Field::Cases => model.words.say(&msg!("title-cases", n = USUAL, key = model.key(Mode::Text, Action::Save))),
        Field::Text { op: Op::Quote, .. } => match model.study.cases.meeting(model.protocol(), model.case) {
            Some(meeting) => model.words.say(&msg!("title-quote-meeting", meeting = model.words.say(&meeting))),
            None => model.words.get("title-quote"),
        },
        Field::Text { op: Op::Item, item, .. } => {
            let is_own = Place::read("", item).is_some_and(|place| !place.own.is_empty());
            model.words.get(if is_own { "title-item-own" } else { "title-item" })
        }
        Field::Text { op: Op::Bookmark, .. } => model.words.get("title-bookmark"),
        Field::Text { op: Op::Drop, .. } => model.words.get("title-drop"),
        Field::Text { op: Op::Rule, .. } => model.words.say(&msg!("title-rule", n = model.number(model.question))),
        Field::Text { op: Op::Note, item, .. } if item == MANAGER => model.words.get("escalation-title"),
        Field::Text { op: Op::Note, item, .. } if item.starts_with(REPLY) => model.words.get("title-discussion"),
        Field::Text { question: Some(place), .. } if model.is_unreasoned(*place) => {
            model.words.say(&msg!("title-reason", key = model.key(Mode::Text, Action::Back)))
        }
        Field::Text { question: Some(place), .. } if model.resolving().is_some() => {
            model.words.say(&msg!("title-resolve-reason", n = model.number(*place)))
        }
        Field::Text { question: None, .. } => {
            model.words.say(&msg!("title-note-case", case_id = model.case_name(model.case)))
        }
        Field::Text { question: Some(place), .. } => {
            let text = model.protocol().questions.get(*place).map_or("", |asked| asked.text.as_str());
            let n = model.number(*place);
            let is_last = model.question != *place && model.last == Some((model.case, *place));
            model.words.say(&if is_last {
                msg!("title-note-last", n = n, text = text)
            } else {
                msg!("title-note", n = n, text = text)
            })
        }
    }
}
