//! Quotes for the report: picked, and reworded by who wrote them.

use super::{navigation, record, text_entry};
use crate::analysis::findings::quote::Quote;
use crate::msg;
use crate::study::answers::record::Slot;
use crate::study::ledger::entry::Draft;
use crate::tui::dialog::{Choice, Dialog, ListKind};
use crate::tui::effect::Effect;
use crate::tui::model::Model;
use crate::tui::presenter;

/// Lists them; in a blind round they would tell what others have written.
pub(crate) fn open(model: &mut Model) {
    if model.round().is_blind() {
        return model.refuse(msg!("screen-blind"));
    }
    if presenter::choices(model, ListKind::Quotes).is_empty() {
        return model.tell(msg!("screen-no-quotes"));
    }
    model.dialog = Some(Dialog::Choose { about: ListKind::Quotes, cursor: 0 });
    tell_own(model);
}

/// Tells who wrote them that quotes which are picked may give somebody away: nobody else can reword them.
pub(crate) fn tell_own(model: &mut Model) {
    let n = presenter::telling(model);
    if n > 0 && !model.round().is_blind() {
        model.refuse(msg!("screen-own-names", n = n));
    }
}

/// Picks a quote or takes it back; where it may be from several documents, these are listed first.
pub(crate) fn toggle(model: &mut Model, quote: &Quote) -> Option<Effect> {
    let documents = model.study.documents_of(quote);
    if quote.picked.is_none() && documents.len() > 1 {
        model.dialog = Some(Dialog::Choose { about: ListKind::Source(quote.slot), cursor: 0 });
        return None;
    }
    let document = documents.first().cloned();
    pick(model, quote, document.as_deref())
}

/// Picks a quote as from a document.
pub(crate) fn pick(model: &mut Model, quote: &Quote, document: Option<&str>) -> Option<Effect> {
    let draft = model.study.pick_draft(quote, model.round(), document);
    back(model, quote.slot);
    record(model, draft)
}

/// The list, with the cursor on a quote.
fn back(model: &mut Model, slot: Slot) {
    let is_it = |choice: &Choice| matches!(choice, Choice::Quote(quote) if quote.slot == slot);
    let cursor = presenter::choices(model, ListKind::Quotes).iter().position(is_it).unwrap_or(0);
    model.dialog = Some(Dialog::Choose { about: ListKind::Quotes, cursor });
}

/// Opens the text of the quote that the cursor stands on, which only who wrote it may change, in the same round.
pub(crate) fn reword(model: &mut Model) {
    let Some(Dialog::Choose { about: ListKind::Quotes, cursor }) = model.dialog else { return };
    let Some(Choice::Quote(quote)) = presenter::choices(model, ListKind::Quotes).into_iter().nth(cursor) else {
        return;
    };
    let slot = quote.slot;
    let coder = model.study.answers.coder_name(slot.coder).to_owned();
    if !presenter::may_reword(model, &quote) {
        return model.refuse(msg!("screen-quote-of-other", coder = model.called(&coder)));
    }
    if !model.writable {
        return model.refuse(msg!("screen-viewing"));
    }
    let item = model.study.answers.text(slot.item).to_owned();
    navigation::jump(model, quote.case(), quote.question);
    text_entry::open_text(model, slot.op, Some(quote.question), item);
}

/// A line on a quote's place in the report is on disk.
pub(crate) fn picked(model: &mut Model, draft: &Draft) {
    let quotes = model.study.quotes();
    let Some(quote) = quotes.iter().find(|quote| model.study.answers.pick_item(quote.slot) == draft.item) else {
        return;
    };
    if quote.picked.is_some() && !model.study.likely_names(&quote.text).is_empty() {
        model.tell(msg!("screen-quote-names"));
    }
}
