//! What the keys do here that matter most.

use super::completions;
use crate::tui::dialog::{Dialog, Field, ListKind};
use crate::tui::keymap::{Action, Mode};
use crate::tui::model::{Model, Saving};

/// The keys that matter most in a mode, each with what it does, the most important first.
pub fn hints(model: &Model) -> Vec<(String, String)> {
    let shown = |(action, text)| {
        let mode = if action == Action::Quit { Mode::Code } else { model.mode() };
        model.keymap.shown(mode, action, &model.words).map(|key| (key, text))
    };
    wanted(model).into_iter().filter_map(shown).collect()
}

/// The actions that matter most, each with its short name; the list that is walked through is named. While the disk does
/// not answer there is one.
fn wanted(model: &Model) -> Vec<(Action, String)> {
    if matches!(model.saving, Saving::Pending { seconds: 1.., .. }) {
        return vec![(Action::Quit, model.words.get("footer-quit"))];
    }
    let mut wanted: Vec<_> = usual(model).iter().map(|(action, text)| (*action, model.words.get(text))).collect();
    if let Some(walk) = model.work_list().filter(|_| matches!(model.mode(), Mode::Code | Mode::Summary)) {
        wanted.retain(|(action, _)| *action != Action::Gap);
        wanted.insert(1, (Action::Gap, walk.list.name(&model.words)));
    }
    wanted
}

/// The actions that matter most, each with the catalogue's key of its short name.
fn usual(model: &Model) -> &'static [(Action, &'static str)] {
    match model.mode() {
        Mode::Code if model.resolving().is_some() => &[
            (Action::Next, "footer-skip"),
            (Action::Flag, "footer-discuss"),
            (Action::Rule, "footer-rule"),
            (Action::Note, "footer-reason"),
            (Action::Undo, "footer-undo"),
            (Action::Differences, "footer-list"),
            (Action::Help, "footer-help"),
            (Action::Quit, "footer-quit"),
        ],
        Mode::Code => &[
            (Action::Next, "footer-next"),
            (Action::Note, "footer-note"),
            (Action::Unsure, "footer-unsure"),
            (Action::Undo, "footer-undo"),
            (Action::Find, "footer-find"),
            (Action::Help, "footer-help"),
            (Action::Quit, "footer-quit"),
        ],
        Mode::Summary => &[
            (Action::Next, "footer-finish"),
            (Action::Open, "footer-go"),
            (Action::Gap, "footer-gap"),
            (Action::Back, "footer-back"),
            (Action::Help, "footer-help"),
        ],
        Mode::Tally => &[(Action::View, "footer-view"), (Action::Back, "footer-back"), (Action::Help, "footer-help")],
        Mode::List if matches!(model.dialog, Some(Dialog::Choose { about: ListKind::Strengths, .. })) => {
            &[(Action::Open, "footer-keep"), (Action::Strike, "footer-strike"), (Action::Back, "footer-back")]
        }
        Mode::List if matches!(model.dialog, Some(Dialog::Choose { about: ListKind::Quotes, .. })) => {
            &[(Action::Open, "footer-pick"), (Action::Reword, "footer-reword"), (Action::Back, "footer-back")]
        }
        Mode::List if matches!(model.dialog, Some(Dialog::Choose { .. })) => {
            &[(Action::Open, "footer-choose"), (Action::Back, "footer-back")]
        }
        Mode::List if matches!(model.dialog, Some(Dialog::Progress { .. })) => {
            &[(Action::Open, "footer-walk"), (Action::Back, "footer-back")]
        }
        Mode::List => &[(Action::Back, "footer-back")],
        Mode::Text if matches!(model.dialog, Some(Dialog::Write { field: Field::Number | Field::Cases, .. })) => {
            &[(Action::Save, "footer-go"), (Action::Back, "footer-back")]
        }
        Mode::Text if matches!(model.dialog, Some(Dialog::Write { field: Field::Command, .. })) => {
            &[(Action::Save, "footer-run"), (Action::Back, "footer-back")]
        }
        Mode::Text if matches!(model.dialog, Some(Dialog::Find { .. })) => {
            &[(Action::Save, "footer-choose"), (Action::Back, "footer-back")]
        }
        Mode::Text if !completions(model).is_empty() => {
            &[(Action::Complete, "footer-complete"), (Action::Save, "footer-save"), (Action::Back, "footer-back")]
        }
        Mode::Text if !matches!(model.dialog, Some(Dialog::Write { field: Field::Text { .. }, .. })) => {
            &[(Action::Save, "footer-save"), (Action::Back, "footer-back")]
        }
        Mode::Text => {
            &[(Action::Save, "footer-save"), (Action::Newline, "footer-newline"), (Action::Back, "footer-back")]
        }
    }
}
