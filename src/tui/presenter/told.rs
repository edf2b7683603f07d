//! What there is to tell, and whether the last answer is on disk.

use crate::base::text::{width, wrap};
use crate::msg;
use crate::tui::model::{Model, Notice, Saving};
use crate::tui::theme::{Mark, Tone};
use std::borrow::Cow;

/// What is told: first of all, that keys are offered.
pub fn notice(model: &Model) -> Option<Cow<'_, Notice>> {
    let offered = super::offered(model).map(|message| Cow::Owned(Notice { message, alarm: true }));
    offered.or(model.notice.as_ref().map(Cow::Borrowed))
}

/// The same in the lines that it takes beside the state.
pub fn told(model: &Model, columns: usize) -> Vec<String> {
    let left = columns.saturating_sub(width(&state(model).0) + 4);
    notice(model).map_or_else(Vec::new, |notice| wrap(&model.words.say(&notice.message), left))
}

/// Whether what was given last is on disk.
pub fn state(model: &Model) -> (String, Tone) {
    match &model.saving {
        Saving::Pending { seconds: 0, .. } => (model.words.get("screen-saving"), Tone::Plain),
        Saving::Pending { seconds, .. } => (model.words.say(&msg!("screen-saving-for", n = *seconds)), Tone::Alarm),
        _ if !model.writable => (model.words.get("screen-view-only"), Tone::Dim),
        _ if model.saved => {
            (format!("{} {}", model.words.get("screen-saved"), model.look.mark(Mark::Saved)), Tone::Saved)
        }
        _ => (String::new(), Tone::Plain),
    }
}
