//! What there is to tell, and whether the last answer is on disk.

use crate::base::text::{width, wrap};
use crate::msg;
use crate::tui::dialog::{Dialog, Field};
use crate::tui::effect::Recording;
use crate::tui::keymap::{Action, Mode};
use crate::tui::model::{Model, Notice, Saving};
use crate::tui::theme::{Mark, Tone};
use std::borrow::Cow;

/// What is told: first of all, that keys are offered.
pub fn notice(model: &Model) -> Option<Cow<'_, Notice>> {
    let offered = super::offered(model).map(|message| Cow::Owned(Notice { message, alarm: true }));
    offered.or(model.notice.as_ref().map(Cow::Borrowed))
}

/// Whether what is told names the keys that count now, so that no others should stand beside it.
pub fn names_keys(model: &Model) -> bool {
    let is_unheard = |notice: &Notice| ["screen-unheard", "screen-unheard-yet"].contains(&notice.message.key);
    let is_asked = model.pending_confirmation.is_some();
    super::offered(model).is_some() || model.notice.as_ref().is_some_and(|notice| is_asked || is_unheard(notice))
}

/// That the line could not be written, where it could not: it stands instead of all else.
pub fn not_saved(model: &Model, columns: usize) -> Option<Vec<String>> {
    let Saving::Failed { recording: Recording { draft, .. }, faults } = &model.saving else { return None };
    let question = model.protocol().question(&draft.question);
    let value =
        question.map_or_else(|| draft.value.clone(), |question| super::answer_text(model, question, &draft.value));
    let cause = faults.0.first().map_or_else(String::new, |fault| model.words.say(&fault.message));
    let name = match model.study.cases.place(&draft.case_id) {
        _ if draft.op.is_of_study() => model.study.title.clone(),
        Some(place) => match question {
            Some(question) => {
                let (case_id, n) = (model.case_name(place), model.number(question));
                model.words.say(&msg!("screen-place", case_id = case_id, n = n))
            }
            None => model.case_name(place),
        },
        None => String::new(),
    };
    let key = model.key(Mode::Code, Action::Open);
    let key_quit = model.keymap.leaving().first().map(|key| key.label(&model.words)).unwrap_or_default();
    let told = msg!("screen-not-saved", value = value, case_id = name, cause = cause, key = key, key_quit = key_quit);
    Some(wrap(&model.words.say(&told), columns.saturating_sub(2)))
}

/// What is told in the lines that it takes beside the state.
pub fn told(model: &Model, columns: usize) -> Vec<String> {
    let left = columns.saturating_sub(width(&state(model).0) + 4);
    notice(model).map_or_else(Vec::new, |notice| wrap(&model.words.say(&notice.message), left))
}

fn is_writing(model: &Model) -> bool {
    let dialog = match &model.dialog {
        Some(Dialog::Help { over, .. }) => over.as_deref(),
        dialog => dialog.as_ref(),
    };
    matches!(dialog, Some(Dialog::Write { field: Field::Answer { .. } | Field::Text { .. } | Field::Name(_), .. }))
}

/// Whether what was given last is on disk.
pub fn state(model: &Model) -> (String, Tone) {
    match &model.saving {
        Saving::Pending { seconds: 0, .. } => (model.words.get("screen-saving"), Tone::Plain),
        Saving::Pending { seconds, .. } => (model.words.say(&msg!("screen-saving-for", n = *seconds)), Tone::Alarm),
        _ if !model.writable => (model.words.get("screen-view-only"), Tone::Dim),
        // What is being written is not saved yet.
        Saving::Saved if is_writing(model) => (String::new(), Tone::Plain),
        Saving::Saved => (format!("{} {}", model.words.get("screen-saved"), model.look.mark(Mark::Saved)), Tone::Saved),
        Saving::Idle | Saving::Failed { .. } => (String::new(), Tone::Plain),
    }
}
