//! The gold cases, which are coded before the rest.

use crate::analysis::reliability::gold::Gate;
use crate::base::language::Message;
use crate::msg;
use crate::study::case::plan::Wave;
use crate::study::index::CaseIx;
use crate::study::ledger::entry::Round;
use crate::study::protocol::Per;
use crate::tui::model::Model;

/// Why the open case cannot be coded yet, if it is none of the gold cases and these come first.
pub(crate) fn before(model: &Model) -> Option<Message> {
    let is_gold = model.study.cases.wave(model.case) == Some(Wave::Gold);
    if model.per() != Per::Case || is_gold {
        return None;
    }
    model.gate()
}

/// After a gold case that was coded again: when it was the last, how it went and how to go on.
pub(crate) fn finished(model: &mut Model, case: CaseIx) {
    let (study, coder) = (&model.study, &model.coder.slug);
    let is_gold = study.cases.wave(case) == Some(Wave::Gold) && study.cases.codes_again(case, coder);
    if model.round() != Round::Second || !is_gold {
        return;
    }
    let gate = study.gate(coder);
    let message = gate.message(study.gold.required).unwrap_or_else(|| msg!("gold-passed"));
    if !matches!(gate, Gate::Own { .. }) {
        model.tell(message);
    }
}
