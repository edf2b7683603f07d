//! Whether a line may be written here and now, and the offer to take a case over where it may not.

use super::gold;
use crate::msg;
use crate::study::answers::case_view::CellStatus;
use crate::study::ledger::entry::{Op, Round};
use crate::tui::dialog::{Dialog, ListKind};
use crate::tui::keymap::{Action, Mode};
use crate::tui::layout;
use crate::tui::model::Model;

/// Whether the open question can be answered here and now by its keys; says why if it cannot.
pub(crate) fn may_answer(model: &mut Model) -> bool {
    if !may_choose(model) {
        return false;
    }
    let shows = !model.is_covered && !layout::hides_choices(model);
    if !shows {
        model.refuse(msg!("screen-too-small", key = model.key(Mode::Code, Action::Right)));
    }
    shows
}

/// The same where the choices are listed, whatever of them the question's own panel shows.
pub(crate) fn may_choose(model: &mut Model) -> bool {
    if !model.writable {
        model.refuse(msg!("screen-viewing"));
    } else if model.asked().is_some_and(|asked| asked.derive.is_some()) {
        model.refuse(msg!("answer-derived"));
    } else if !may_code(model) {
        offer_takeover(model);
    } else if model.dropped(model.case).is_some() {
        model.refuse(msg!("screen-dropped", key = model.key(Mode::Code, Action::Drop)));
    } else if let Some(message) = gold::before(model) {
        model.refuse(message);
    } else if !model.is_asked(model.question) {
        model.refuse(match model.cell(model.question).status {
            CellStatus::NotKnown => msg!("screen-not-known"),
            CellStatus::NotAsked | CellStatus::Unanswered | CellStatus::Answered => msg!("screen-not-asked"),
        });
    } else if model.resolving().is_some() && model.difference().is_none() {
        model.refuse(msg!("resolve-unavailable-no-difference"));
    } else {
        return true;
    }
    false
}

/// Whether the open case is one's own to code in this round.
pub(crate) fn may_code(model: &Model) -> bool {
    let (answers, coder) = (&model.study.answers, &model.coder.slug);
    match model.round() {
        Round::First => answers.may_code(model.case, coder),
        Round::Spot => answers.drawn(coder, model.case).is_some(),
        Round::Second => answers.owner(model.case) != Some(coder) || model.is_mine(model.case),
        Round::Consensus => true,
    }
}

/// Whether one may write such a line here: comments and marks also on a colleague's case, but not on one that is closed.
pub(crate) fn may_write(model: &Model, op: Op) -> bool {
    let is_open = op.is_of_study() || !model.study.answers.is_closed(model.case);
    may_code(model) || op.is_for_all() && is_open
}

/// Asks why the open case is to be taken over, unless it is one's own or may not be seen yet.
pub(crate) fn offer_takeover(model: &mut Model) {
    let is_drawn = model.study.answers.is_due_blind(&model.coder.slug, Round::Spot, model.case);
    if model.round() == Round::Spot && !may_code(model) {
        model.refuse(msg!("spot-not-drawn"));
    } else if model.round() == Round::Second && !may_code(model) {
        model.refuse(msg!("screen-second-own"));
    } else if model.round() == Round::First && is_drawn {
        model.refuse(msg!("screen-withheld", coder = model.coder.slug.as_str()));
    } else if may_code(model) {
        model.tell(msg!("screen-already-yours"));
    } else {
        model.dialog = Some(Dialog::Choose { about: ListKind::Take, cursor: 0 });
    }
}
