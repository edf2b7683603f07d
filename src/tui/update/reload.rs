//! The fold from nothing: for when a line that counted turns out never to have been acknowledged, or a text is gone.

use crate::msg;
use crate::study::answers::undo::Stacks;
use crate::study::ledger::entry::{BLANKED, Entry, Head};
use crate::tui::dialog::Dialog;
use crate::tui::model::Model;

/// Folds all that was read once more, with what this sitting has written but for the texts that are gone.
pub(crate) fn refold(model: &mut Model, entries: &[Entry<'static>], gone: &[(u32, Head)]) {
    for own in model.written.iter_mut().filter(|own| gone.contains(&(own.segment, own.h))) {
        own.value = BLANKED.into();
    }
    let old = &model.study;
    let answers = old.answers.refolded(&entries.iter().chain(&model.written));
    model.study = old.with(answers);
    (model.progress_cache, model.agreement_cache) = (None, None);
    model.stacks = Stacks::of(&model.study.answers, &model.coder.slug, model.round);
    if let Some(Dialog::Choose { .. }) = model.dialog {
        // What it lists goes by the numbers of the old fold.
        model.dialog = None;
    }
    super::resolve::recount(model);
    model.recompute_all_progress();
    model.refresh_cells();
    model.tell(msg!("reloaded"));
}
