//! Going from difference to difference, in order.

use super::navigation;
use crate::analysis::reliability::differences::State;
use crate::msg;
use crate::study::index::{CaseIx, QuestionIx};
use crate::tui::dialog::{Dialog, ListKind};
use crate::tui::keymap::Action;
use crate::tui::model::{Model, Task};

/// On to the next open difference; after the last, to the list of all.
pub(crate) fn next(model: &mut Model) {
    let here = (model.case, model.question);
    match model.difference_places(|state| state == State::Open).into_iter().find(|place| *place > here) {
        Some((case, question)) => go(model, case, question),
        None => list(model),
    }
}

/// On to the next open difference; after the last, to the first.
pub(crate) fn again(model: &mut Model) {
    let here = (model.case, model.question);
    let open = model.difference_places(|state| state == State::Open);
    match open.iter().find(|place| **place > here).or(open.first()) {
        Some(&(case, question)) => go(model, case, question),
        None => model.tell(msg!("resolve-no-open")),
    }
}

/// Moves from difference to difference, however they stand.
pub(crate) fn step(model: &mut Model, action: Action) {
    let (here, all) = ((model.case, model.question), model.difference_places(|_| true));
    let place = match action {
        Action::Up => all.iter().rev().find(|place| **place < here),
        Action::Down => all.iter().find(|place| **place > here),
        Action::First => all.first(),
        _ => all.last(),
    };
    if let Some(&(case, question)) = place {
        go(model, case, question);
    }
}

pub(crate) fn go(model: &mut Model, case: CaseIx, question: QuestionIx) {
    if case == model.case {
        navigation::go_to(model, question);
    } else {
        navigation::open_case(model, case, Some(question));
    }
}

/// Lists all differences with how they stand, at the first that is not settled.
pub(crate) fn list(model: &mut Model) {
    let cursor = model.differences().position(|(_, state)| state != State::Settled).unwrap_or(0);
    model.dialog = Some(Dialog::Choose { about: ListKind::Differences, cursor });
}

/// Goes to a difference that was chosen from the list.
pub(crate) fn chosen(model: &mut Model, place: usize) {
    let found = model.resolving().and_then(|resolving| resolving.found.all.get(place));
    if let Some((case, question)) = found.map(|difference| (difference.case, difference.question)) {
        go(model, case, question);
    }
}

/// Whether the answer that was just given is a coding's, so that it is whole whatever its kind.
pub(crate) fn was_taken(model: &mut Model) -> bool {
    match &mut model.task {
        Task::Code { .. } => false,
        Task::Resolve(resolving) => std::mem::take(&mut resolving.is_taken),
    }
}
