//! Taking back what one wrote, and doing it again.

use super::{navigation, record};
use crate::msg;
use crate::study::answers::undo::Blocked;
use crate::study::index::CaseIx;
use crate::study::ledger::entry::{Draft, Op, Round};
use crate::tui::effect::{Effect, Recording};
use crate::tui::keymap::{Action, Mode};
use crate::tui::model::Model;

/// Takes back the newest line of one's own, or does it again.
pub(crate) fn undo(model: &mut Model, back: bool) -> Option<Effect> {
    match turned(model, back) {
        Ok(recording) => record(model, recording),
        Err(Blocked::Empty) if back => {
            model.tell(msg!("screen-nothing-to-undo"));
            None
        }
        Err(Blocked::Empty) => {
            model.tell(msg!("screen-nothing-to-redo"));
            None
        }
        Err(Blocked::Changed) => {
            model.refuse(msg!("screen-changed-since", key = model.key(Mode::Code, Action::History)));
            None
        }
    }
}

/// What takes the newest line back or does it again, with all that was written at once with it.
fn turned(model: &Model, back: bool) -> Result<Recording, Blocked> {
    let answers = &model.study.answers;
    let newest = model.stacks.newest(back).map(|line| line.h);
    let set = model.sets.iter().find(|set| set.last().copied() == newest);
    let mut before = model.stacks.turn(answers, back, set.map_or(1, Vec::len))?;
    let draft = before.pop().ok_or(Blocked::Empty)?;
    Ok(Recording { before, draft })
}

/// Something was taken back or done again: shows what and where.
pub(crate) fn undone(model: &mut Model, draft: &Draft, case: CaseIx, back: bool) {
    let question = model.protocol().question(&draft.question);
    if case != model.case {
        navigation::open_case(model, case, question);
    } else if let Some(question) = question {
        navigation::go_to(model, question);
    }
    if draft.op == Op::Take {
        navigation::refresh_list(model);
    }
    let name = model.case_name(case);
    let place = match question.map(|place| model.number(place)) {
        Some(n) if draft.op.is_of_study() => model.words.say(&msg!("screen-question-number", n = n)),
        Some(n) => model.words.say(&msg!("screen-place", case_id = name, n = n)),
        None if draft.op.is_of_study() => model.study.title.clone(),
        None => name,
    };
    let is_draw = draft.op == Op::Take && draft.round == Round::Spot;
    let what = model.words.get(if is_draw { "op-spot" } else { draft.op.words() });
    model.tell(if back {
        msg!("screen-undone", what = what, place = place)
    } else {
        msg!("screen-redone", what = what, place = place)
    });
}
