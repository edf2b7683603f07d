//! Lines that others wrote, and the fold from nothing: for when a line that counted turns out never to have been
//! acknowledged, or a text is gone.

use super::{begun, discussion, quotes, refresh, resolve};
use crate::base::fault::Faults;
use crate::msg;
use crate::study::answers::undo::Stacks;
use crate::study::ledger::entry::{BLANKED, Entry, Head, PICK};
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
    model.cache.invalidate();
    model.stacks = Stacks::of(&model.study.answers, &model.coder.slug, model.round());
    if let Some(Dialog::Choose { .. }) = model.dialog {
        // What it lists goes by the numbers of the old fold.
        model.dialog = None;
    }
    resolve::recount(model);
    model.recompute_all_progress();
    model.refresh_cells();
    // What is alarming is said for longer.
    if !model.notice.as_ref().is_some_and(|notice| notice.alarm) {
        model.tell(msg!("reloaded"));
    }
    begun::forget(model, |model, line| model.study.answers.is_blanked(line));
}

/// Lines that others wrote.
pub(crate) fn foreign(model: &mut Model, entries: &[Entry<'static>], faults: Option<Faults>) {
    let mine = model.study.answers.may_code(model.case, &model.coder.slug);
    for entry in entries {
        let change = model.study.apply(entry);
        refresh(model, change);
    }
    if entries.iter().any(|entry| entry.coder == model.coder.slug) {
        model.stacks = Stacks::of(&model.study.answers, &model.coder.slug, model.round());
    }
    resolve::follow(model, entries);
    if entries.iter().any(|entry| entry.item.starts_with(PICK)) {
        quotes::tell_own(model);
    }
    discussion::tell(model, entries);
    let owner = model.study.answers.owner(model.case).unwrap_or_default().to_owned();
    if mine && !model.study.answers.may_code(model.case, &model.coder.slug) && !model.round().is_blind() {
        model.refuse(msg!("screen-taken-from-you", coder = owner));
    }
    if let Some(fault) = faults.and_then(|faults| faults.0.into_iter().next()) {
        // Damage stops nobody; beside lines that this program does not understand it must not write.
        model.writable &= !model.study.left_out.is_newer;
        model.refuse(fault.message);
    }
}
