//! What the keys do here that matter most.

use super::{Goal, TOUR, choices, colleague, completions, extent, may_reword, spot_page, status};
use crate::msg;
use crate::study::index::QuestionIx;
use crate::study::ledger::entry::Round;
use crate::tui::dialog::{Choice, Dialog, Field, ListKind, SearchScope};
use crate::tui::keymap::{Action, InFile, Mode};
use crate::tui::model::{Focus, Model, Saving};

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
    if model.mode() == Mode::Code && model.focus == Focus::Questions {
        let file = in_file(model).iter().map(|(what, text)| (Action::File(*what), model.words.get(text)));
        wanted.splice(wanted.len().min(1)..wanted.len().min(1), file);
    }
    let is_commented = model.mode() == Mode::Code && wanted.iter().any(|(action, _)| *action == Action::Note);
    if let Some(last) = last_elsewhere(model).filter(|_| is_commented) {
        // A comment may be meant for the answer just given: behind the help, which stands on the narrowest screen too.
        let text = model.words.say(&msg!("footer-note-last", n = model.number(last)));
        let help = wanted.iter().position(|(action, _)| *action == Action::Help).map_or(wanted.len(), |at| at + 1);
        wanted.insert(help, (Action::NoteLast, text));
    }
    wanted
}

/// What one does with the file of the case, where there are files.
fn in_file(model: &Model) -> &'static [(InFile, &'static str)] {
    match () {
        () if !model.file.has_source => &[],
        () if model.file.is_open() => {
            &[(InFile::Down, "footer-read"), (InFile::Mark, "footer-mark"), (InFile::Find, "footer-find")]
        }
        () => &[(InFile::Show, "footer-file")],
    }
}

/// The question that was just answered, where another one is open now.
fn last_elsewhere(model: &Model) -> Option<QuestionIx> {
    let (_, last) = model.last.filter(|(case, _)| *case == model.case)?;
    Some(last).filter(|_| last != model.question)
}

/// What the cursor of a list stands on.
fn chosen(model: &Model) -> Option<Choice> {
    let Some(Dialog::Choose { about, cursor }) = model.dialog else { return None };
    choices(model, about).into_iter().nth(cursor)
}

/// Whether what the cursor of a list stands on leads to a case.
fn leads_away(model: &Model) -> bool {
    let Some(Dialog::Choose { about, .. }) = model.dialog else { return false };
    match about {
        ListKind::Marks | ListKind::Differences | ListKind::Differing(_) => true,
        ListKind::Rules => matches!(chosen(model), Some(Choice::Again(_))),
        _ => false,
    }
}

/// What the line of the cursor leads to on the page of progress.
fn goal(model: &Model) -> Option<Goal> {
    let Some(Dialog::Progress { cursor }) = model.dialog else { return None };
    status(model, extent(model).0).get(cursor)?.1
}

/// Whether there is a difference to go to in the result of a spot check.
fn has_difference(model: &Model) -> bool {
    !spot_page(model, extent(model).0).body.is_empty()
}

/// The actions that matter most, each with the catalogue's key of its short name.
fn usual(model: &Model) -> &'static [(Action, &'static str)] {
    match model.mode() {
        Mode::Code => coding(model),
        Mode::Summary if !model.writable => &[
            (Action::Open, "footer-go"),
            (Action::Gap, "footer-gap"),
            (Action::Back, "footer-back"),
            (Action::Help, "footer-help"),
        ],
        Mode::Summary => &[
            (Action::Next, "footer-finish"),
            (Action::Open, "footer-go"),
            (Action::Gap, "footer-gap"),
            (Action::Back, "footer-back"),
            (Action::Help, "footer-help"),
        ],
        Mode::Tally => &[(Action::View, "footer-view"), (Action::Back, "footer-back"), (Action::Help, "footer-help")],
        Mode::List if !model.writable && writes(model) => &[(Action::Back, "footer-back")],
        Mode::List if matches!(model.dialog, Some(Dialog::Choose { about: ListKind::Strengths, .. })) => {
            match chosen(model) {
                Some(Choice::Item(_)) => {
                    &[(Action::Open, "footer-keep"), (Action::Strike, "footer-strike"), (Action::Back, "footer-back")]
                }
                Some(Choice::Own(..)) => &[(Action::Open, "footer-add"), (Action::Back, "footer-back")],
                _ => &[(Action::Back, "footer-back")],
            }
        }
        Mode::List if matches!(model.dialog, Some(Dialog::Choose { about: ListKind::Quotes, .. })) => {
            match chosen(model) {
                Some(Choice::Quote(quote)) if may_reword(model, &quote) => {
                    &[(Action::Open, "footer-pick"), (Action::Reword, "footer-reword"), (Action::Back, "footer-back")]
                }
                _ => &[(Action::Open, "footer-pick"), (Action::Back, "footer-back")],
            }
        }
        Mode::List if leads_away(model) => &[(Action::Open, "footer-go"), (Action::Back, "footer-back")],
        Mode::List if matches!(model.dialog, Some(Dialog::Choose { .. })) => {
            &[(Action::Open, "footer-choose"), (Action::Back, "footer-back")]
        }
        Mode::List if matches!(model.dialog, Some(Dialog::Progress { .. })) => match goal(model) {
            Some(Goal::List(_)) => &[(Action::Open, "footer-walk"), (Action::Back, "footer-back")],
            Some(Goal::Spot) => &[(Action::Open, "footer-go"), (Action::Back, "footer-back")],
            None => &[(Action::Back, "footer-back")],
        },
        Mode::List if matches!(model.dialog, Some(Dialog::Spot { .. })) => match () {
            () if has_difference(model) => &[(Action::Open, "footer-there"), (Action::Back, "footer-back")],
            () if model.round().is_blind() => &[(Action::Open, "footer-first"), (Action::Back, "footer-back")],
            () => &[(Action::Back, "footer-back")],
        },
        Mode::List if matches!(model.dialog, Some(Dialog::Tour { .. })) => touring(model),
        Mode::List => &[(Action::Back, "footer-back")],
        Mode::Text
            if matches!(
                model.dialog,
                Some(
                    Dialog::Write { field: Field::Number | Field::InFile, .. }
                        | Dialog::Find { realm: SearchScope::Study, .. }
                )
            ) =>
        {
            &[(Action::Save, "footer-go"), (Action::Back, "footer-back")]
        }
        Mode::Text if matches!(model.dialog, Some(Dialog::Write { field: Field::Command, .. })) => &[
            (Action::Save, "footer-run"),
            (Action::Complete, "footer-path"),
            (Action::Back, "footer-back"),
            (Action::Help, "footer-help"),
        ],
        Mode::Text if matches!(model.dialog, Some(Dialog::Find { .. } | Dialog::Write { field: Field::Cases, .. })) => {
            &[(Action::Save, "footer-choose"), (Action::Back, "footer-back")]
        }
        Mode::Text if !completions(model).is_empty() => &[
            (Action::Complete, "footer-complete"),
            (Action::Save, "footer-save"),
            (Action::Back, "footer-back"),
            (Action::Help, "footer-help"),
        ],
        Mode::Text if !matches!(model.dialog, Some(Dialog::Write { field: Field::Text { .. }, .. })) => {
            &[(Action::Save, "footer-save"), (Action::Back, "footer-back"), (Action::Help, "footer-help")]
        }
        Mode::Text => &[
            (Action::Save, "footer-save"),
            (Action::Newline, "footer-newline"),
            (Action::Back, "footer-back"),
            (Action::Help, "footer-help"),
        ],
    }
}

/// Whether choosing from the list that is open writes a line.
fn writes(model: &Model) -> bool {
    let Some(Dialog::Choose { about, .. }) = model.dialog else { return false };
    match about {
        ListKind::Answers
        | ListKind::Flag
        | ListKind::Take
        | ListKind::CountAs(_)
        | ListKind::Strengths
        | ListKind::Quotes
        | ListKind::Source(_) => true,
        ListKind::Rules => !leads_away(model),
        ListKind::Show
        | ListKind::Marks
        | ListKind::Spellings
        | ListKind::Differences
        | ListKind::Settings
        | ListKind::Values(_)
        | ListKind::Agreement
        | ListKind::Differing(_) => false,
    }
}

/// The same in the tour.
fn touring(model: &Model) -> &'static [(Action, &'static str)] {
    match model.dialog {
        Some(Dialog::Tour { step: 0, .. }) => &[(Action::Open, "footer-next"), (Action::Back, "footer-skip-tour")],
        Some(Dialog::Tour { step, .. }) if step + 1 == TOUR => {
            &[(Action::Open, "footer-done"), (Action::Up, "footer-step-back")]
        }
        _ => &[(Action::Open, "footer-next"), (Action::Up, "footer-step-back"), (Action::Back, "footer-skip-tour")],
    }
}

/// The same where nothing is written.
fn viewing(model: &Model) -> &'static [(Action, &'static str)] {
    match () {
        () if model.resolving().is_some() => &[
            (Action::Next, "footer-skip"),
            (Action::Differences, "footer-list"),
            (Action::Help, "footer-help"),
            (Action::Quit, "footer-quit"),
        ],
        () if model.round().is_blind() => &[
            (Action::Next, "footer-next"),
            (Action::Find, "footer-find"),
            (Action::Help, "footer-help"),
            (Action::Quit, "footer-quit"),
        ],
        () => &[
            (Action::Next, "footer-next"),
            (Action::Find, "footer-find"),
            (Action::Tallies, "footer-tally"),
            (Action::Help, "footer-help"),
            (Action::Quit, "footer-quit"),
        ],
    }
}

/// The same where one codes: on the narrowest screen help stands there too.
fn coding(model: &Model) -> &'static [(Action, &'static str)] {
    match () {
        () if model.focus == Focus::Cases => &[
            (Action::Open, "footer-go"),
            (Action::Focus, "footer-questions"),
            (Action::Help, "footer-help"),
            (Action::Find, "footer-find"),
            (Action::Quit, "footer-quit"),
        ],
        () if !model.writable => viewing(model),
        () if model.resolving().is_some() => &[
            (Action::Next, "footer-skip"),
            (Action::Flag, "footer-discuss"),
            (Action::Rule, "footer-rule"),
            (Action::Note, "footer-reason"),
            (Action::Undo, "footer-undo"),
            (Action::Differences, "footer-list"),
            (Action::Help, "footer-help"),
            (Action::Quit, "footer-quit"),
        ],
        () if colleague(model).is_some() => &[
            (Action::Next, "footer-next"),
            (Action::Take, "footer-take"),
            (Action::Note, "footer-note"),
            (Action::Help, "footer-help"),
            (Action::Find, "footer-find"),
            (Action::Quit, "footer-quit"),
        ],
        () if model.round() == Round::Spot => &[
            (Action::Next, "footer-next"),
            (Action::Note, "footer-note"),
            (Action::Undo, "footer-undo"),
            (Action::Help, "footer-help"),
            (Action::Spot, "footer-spot"),
            (Action::Unsure, "footer-unsure"),
            (Action::Quit, "footer-quit"),
        ],
        () => &[
            (Action::Next, "footer-next"),
            (Action::Note, "footer-note"),
            (Action::Undo, "footer-undo"),
            (Action::Help, "footer-help"),
            (Action::Unsure, "footer-unsure"),
            (Action::Find, "footer-find"),
            (Action::Quit, "footer-quit"),
        ],
    }
}
