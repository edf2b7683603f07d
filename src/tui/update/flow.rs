//! On through the cases: to the next open question, the next case, or back to where one jumped from.

use super::navigation::{advance, go_to, open_case};
use super::{differences, spot};
use crate::msg;
use crate::study::ledger::entry::Round;
use crate::tui::dialog::Dialog;
use crate::tui::model::{Jump, Model};
use crate::tui::presenter;

/// Back to where one jumped from, else on. The answer just given can still be commented on.
pub(crate) fn onward(model: &mut Model) {
    let here = (model.case, model.question);
    let last = model.last;
    match model.return_point.take() {
        _ if model.resolving().is_some() => differences::next(model),
        Some(Jump { from: (case, question), to, passes }) if to == here => {
            if case == model.case {
                go_to(model, question);
            } else {
                open_case(model, case, Some(question));
            }
            let is_passed = passes && model.is_open(question) && !model.is_gap(question);
            if is_passed || !model.is_asked(question) {
                advance(model);
            }
        }
        _ => advance(model),
    }
    model.last = last;
}

/// Opens the next case that is one's own and not finished; from a unit's entry, the next entry first. The entries never
/// come between the cases.
pub(crate) fn next_case(model: &mut Model) {
    let next = model.others().find(|&case| model.is_mine(case) && !model.is_done(case));
    if let Some(case) = next {
        return open_case(model, case, None);
    }
    if model.round() == Round::Spot {
        return spot::result(model);
    }
    let left = model.study.cases.entries().filter(|&entry| model.is_mine(entry) && !model.is_done(entry)).count();
    model.dialog = Some(Dialog::Summary { cursor: 0 });
    model.tell(if left > 0 { msg!("screen-cases-done", n = left) } else { presenter::ahead(model) });
}
