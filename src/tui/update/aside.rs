//! What stands beside the answers: marks, finishing a case, taking back, and what the tally shows.

use super::{draft, flow, navigation, permission, record, text_entry};
use crate::msg;
use crate::study::Tallies;
use crate::study::answers::discussion::DISCUSS;
use crate::study::answers::escalation::MANAGER;
use crate::study::answers::undo::Blocked;
use crate::study::ledger::entry::{Draft, Op, Round};
use crate::tui::dialog::Dialog;
use crate::tui::effect::Effect;
use crate::tui::keymap::{Action, Mode};
use crate::tui::model::{By, Model};

/// The flag of an answer that its coder is not sure of.
const UNSURE: &str = "unsure";

/// Sets a flag of one's own, or takes it away.
pub(crate) fn flag(model: &mut Model, question: Option<usize>, item: &'static str) -> Option<Effect> {
    // Whether an answer is sure says who gives it; what is to be discussed or told, whoever has read the case.
    let may = if item == UNSURE { permission::may_code(model) } else { permission::may_write(model, Op::Flag) };
    if !may {
        permission::offer_takeover(model);
        return None;
    }
    let answers = &model.study.answers;
    let own = model.own(Op::Flag, question, item);
    let was = own.map_or("", |own| answers.text(own.value));
    let is_set = answers.has_flagged(&model.coder.slug, model.round, model.case, question, item);
    let draft = draft(model, Op::Flag, question, item, if is_set { "" } else { "yes" }, was);
    record(model, draft)
}

/// A flag is on disk: what the manager was told, and when, can be written at once; what is to be discussed, where the
/// flag was set.
pub(crate) fn flagged(model: &mut Model, item: &str) {
    if item == DISCUSS && !model.round.is_blind() {
        let (key, key_open) = (model.key(Mode::Code, Action::Flag), model.key(Mode::List, Action::Open));
        model.tell(msg!("discussion-raise", key = key, key_open = key_open));
    }
    if item == MANAGER && model.study.answers.told(model.lens(), model.case).is_none() {
        text_entry::open_text(model, Op::Note, None, MANAGER.to_owned());
    }
}

/// Marks the answer just given, or the open one, as unsure.
pub(crate) fn unsure(model: &mut Model) -> Option<Effect> {
    let here = (model.case, model.question);
    let (case, question) = model.last.unwrap_or(here);
    if case != model.case || model.answer(question).is_empty() {
        model.refuse(msg!("screen-unsure-what"));
        return None;
    }
    flag(model, Some(question), UNSURE)
}

/// Finishes the open case: the coder's decision, whatever is missing.
pub(crate) fn finish(model: &mut Model) -> Option<Effect> {
    if !model.writable || !permission::may_code(model) || model.is_done(model.case) {
        flow::next_case(model);
        return None;
    }
    let own = model.study.answers.own(Op::Done, &model.coder.slug, model.round, model.case, None);
    let was = own.map_or("", |own| model.study.answers.text(own.value));
    let draft = draft(model, Op::Done, None, "", "yes", was);
    record(model, draft)
}

/// Takes back the newest line of one's own, or does it again.
pub(crate) fn undo(model: &mut Model, back: bool) -> Option<Effect> {
    let answers = &model.study.answers;
    match if back { model.stacks.undo(answers) } else { model.stacks.redo(answers) } {
        Ok(draft) => record(model, draft),
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

/// Something was taken back or done again: shows what and where.
pub(crate) fn undone(model: &mut Model, draft: &Draft, case: usize, back: bool) {
    let question = model.protocol().question(&draft.question);
    if case != model.case {
        navigation::open_case(model, case, question);
    } else if let Some(question) = question {
        navigation::go_to(model, question);
    }
    if draft.op == Op::Take {
        navigation::relist(model);
    }
    let name = model.case_name(case);
    let place = match question.map(|place| model.number(place)) {
        Some(n) if draft.op.is_of_study() => model.words.say(&msg!("screen-question-number", n = n)),
        Some(n) => model.words.say(&msg!("screen-place", case_id = name, n = n)),
        None if draft.op.is_of_study() => model.study.title.clone(),
        None => name,
    };
    let what = model.words.get(match draft.op {
        Op::Answer => "op-answer",
        Op::Note => "op-note",
        Op::Quote => "op-quote",
        Op::Flag => "op-flag",
        Op::Done => "op-done",
        Op::Take if draft.round == Round::Spot => "op-spot",
        Op::Take => "op-take",
        Op::Drop => "op-drop",
        Op::Bookmark => "op-bookmark",
        Op::Rule => "op-rule",
        Op::Spelling => "op-spelling",
        Op::Item => "op-item",
    });
    model.tell(if back {
        msg!("screen-undone", what = what, place = place)
    } else {
        msg!("screen-redone", what = what, place = place)
    });
}

/// The tally by unit or by sex.
pub(crate) fn view(model: &mut Model) {
    model.by = match model.by {
        By::Sex => By::Unit,
        By::Unit => By::Sex,
    };
}

/// When the tally shows: always, after the case, never.
pub(crate) fn tallies_shown(model: &mut Model) {
    model.tallies = match model.tallies {
        Tallies::Always => Tallies::AfterCase,
        Tallies::AfterCase => Tallies::Never,
        Tallies::Never => Tallies::Always,
    };
    model.tell(match model.tallies {
        Tallies::Always => msg!("screen-tallies-always"),
        Tallies::AfterCase => msg!("screen-tallies-after-case"),
        Tallies::Never => msg!("screen-tallies-never", key = model.key(Mode::Code, Action::Tallies)),
    });
}

/// Shows every line of the open question.
pub(crate) fn history(model: &mut Model) {
    model.dialog = Some(Dialog::History { top: 0 });
}
