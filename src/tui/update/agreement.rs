//! The page that tells how alike the codings are.

use crate::msg;
use crate::study::ledger::entry::Round;
use crate::tui::agreement_cache::Agreed;
use crate::tui::dialog::{About, Dialog};
use crate::tui::model::Model;

/// Compares the codings, unless nothing has changed since: in a blind round those of that round, else the second codings.
pub(crate) fn compare(model: &mut Model) {
    let is_open = matches!(model.dialog, Some(Dialog::Choose { about: About::Agreement | About::Differing(_), .. }));
    if is_open && model.agreed.is_none() {
        let round = if model.round.is_blind() { model.round } else { Round::Second };
        model.agreed = Some(Agreed::of(&model.study, round));
    }
}

/// Opens the page.
pub(crate) fn open(model: &mut Model) {
    model.dialog = Some(Dialog::Choose { about: About::Agreement, cursor: 0 });
    compare(model);
}

/// Opens the cases in which the coders differ on a question.
pub(crate) fn differing(model: &mut Model, question: usize, cursor: usize) {
    let differs = model.agreed.as_ref().and_then(|agreed| agreed.question(question)?.differing().next()).is_some();
    let (about, cursor) = if differs { (About::Differing(question), 0) } else { (About::Agreement, cursor) };
    model.dialog = Some(Dialog::Choose { about, cursor });
    if !differs {
        model.tell(msg!("screen-all-alike"));
    }
}
