//! The page that tells how alike the codings are.

use crate::msg;
use crate::study::index::QuestionIx;
use crate::study::ledger::entry::Round;
use crate::tui::agreement_cache::Agreed;
use crate::tui::dialog::{Dialog, ListKind};
use crate::tui::model::Model;

/// Compares the codings, unless nothing has changed since: in a blind round those of that round, else the second codings.
pub(crate) fn compare(model: &mut Model) {
    let is_open =
        matches!(model.dialog, Some(Dialog::Choose { about: ListKind::Agreement | ListKind::Differing(_), .. }));
    if is_open && model.cache.agreement.is_none() {
        let round = if model.round().is_blind() { model.round() } else { Round::Second };
        model.cache.agreement = Some(Agreed::of(&model.study, round));
    }
}

/// Opens the page.
pub(crate) fn open(model: &mut Model) {
    model.dialog = Some(Dialog::Choose { about: ListKind::Agreement, cursor: 0 });
    compare(model);
}

/// Opens the cases in which the coders differ on a question.
pub(crate) fn differing(model: &mut Model, question: QuestionIx, cursor: usize) {
    let differs =
        model.cache.agreement.as_ref().and_then(|agreed| agreed.question(question)?.differing().next()).is_some();
    let (about, cursor) = if differs { (ListKind::Differing(question), 0) } else { (ListKind::Agreement, cursor) };
    model.dialog = Some(Dialog::Choose { about, cursor });
    if !differs {
        model.tell(msg!("screen-all-alike"));
    }
}
