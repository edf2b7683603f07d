//! Flags of answers and cases, and finishing a case.

use super::{draft, flow, permission, record, text_entry};
use crate::msg;
use crate::study::answers::discussion::DISCUSS;
use crate::study::answers::escalation::MANAGER;
use crate::study::index::{CaseIx, QuestionIx};
use crate::study::ledger::entry::Op;
use crate::tui::dialog::Dialog;
use crate::tui::effect::Effect;
use crate::tui::keymap::{Action, Mode};
use crate::tui::model::Model;
use crate::tui::presenter;

/// The flag of an answer that its coder is not sure of.
const UNSURE: &str = "unsure";

/// Sets a flag of one's own, or takes it away.
pub(crate) fn flag(model: &mut Model, question: Option<QuestionIx>, item: &'static str) -> Option<Effect> {
    // Whether an answer is sure says who gives it; what is to be discussed or told, whoever has read the case.
    let may = if item == UNSURE { permission::may_code(model) } else { permission::may_write(model, Op::Flag) };
    if !may {
        permission::offer_takeover(model);
        return None;
    }
    let answers = &model.study.answers;
    let own = model.own(Op::Flag, question, item);
    let was = own.map_or("", |own| answers.text(own.value));
    let is_set = answers.has_flagged(&model.coder.slug, model.round(), model.case, question, item);
    let draft = draft(model, Op::Flag, question, item, if is_set { "" } else { "yes" }, was);
    record(model, draft)
}

/// A flag is on disk: what the manager was told, and when, can be written at once; what is to be discussed, where the
/// flag was set.
pub(crate) fn flagged(model: &mut Model, item: &str) {
    if item == DISCUSS && !model.round().is_blind() {
        let (key, key_open) = (model.key(Mode::Code, Action::Flag), model.key(Mode::List, Action::Open));
        model.tell(msg!("discussion-raise", key = key, key_open = key_open));
    }
    if item == MANAGER && model.study.answers.told(model.perspective(), model.case).is_none() {
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

/// Takes back that the open case cannot be reviewed; else asks why it cannot.
pub(crate) fn drop_or_restore(model: &mut Model) -> Option<Effect> {
    let own = model.own(Op::Drop, None, "").filter(|own| own.value != 0).map(|own| own.h.to_string());
    let Some(was) = own.filter(|_| permission::may_write(model, Op::Drop)) else {
        text_entry::open(model, Action::Drop);
        return None;
    };
    let draft = draft(model, Op::Drop, None, "", "", &was);
    record(model, draft)
}

/// Says which case cannot be reviewed from now on, and why, before what is told of where one has come.
pub(crate) fn dropped(model: &mut Model, case: CaseIx, reason: &str) {
    let (name, key) = (model.case_name(case), model.key(Mode::Code, Action::Undo));
    let receipt = msg!("screen-dropped-now", case_id = name, reason = reason, key = key);
    let here = model.notice.take().map(|notice| model.words.say(&notice.message));
    let told = [model.words.say(&receipt)].into_iter().chain(here).collect::<Vec<_>>().join(" ");
    model.tell(msg!("command-told", text = told));
}

/// Finishes the open case: the coder's decision, whatever is missing. What is unanswered is told first: only the same
/// key once more finishes a case with gaps.
pub(crate) fn finish(model: &mut Model) -> Option<Effect> {
    if !model.writable || !permission::may_code(model) || model.is_done(model.case) {
        flow::next_case(model);
        return None;
    }
    let is_told = model.pending_confirmation.take() == Some(Action::Next);
    if !is_told && tell_gaps(model) {
        model.pending_confirmation = Some(Action::Next);
        return None;
    }
    let own = model.study.answers.own(Op::Done, &model.coder.slug, model.round(), model.case, None);
    let was = own.map_or("", |own| model.study.answers.text(own.value));
    let draft = draft(model, Op::Done, None, "", "yes", was);
    record(model, draft)
}

/// Says how many questions are unanswered, and leads the cursor to the first; tells whether any are.
fn tell_gaps(model: &mut Model) -> bool {
    let questions = presenter::summary_questions(model);
    let first = questions.iter().position(|&place| model.is_gap(place));
    let Some(cursor) = first.filter(|_| model.dropped(model.case).is_none()) else { return false };
    let n = questions.iter().filter(|&&place| model.is_gap(place)).count();
    let (key, key_open) = (model.key(Mode::Summary, Action::Next), model.key(Mode::Summary, Action::Open));
    model.dialog = Some(Dialog::Summary { cursor });
    model.refuse(msg!("screen-finish-gaps", n = n, key = key, key_open = key_open));
    true
}
