//! Discussions: answered in a line, made a rule of, and told of where others write in them.

use super::{begun, text_entry};
use crate::msg;
use crate::study::answers::discussion::{DISCUSS, REPLY};
use crate::study::answers::record::Record;
use crate::study::index::QuestionIx;
use crate::study::ledger::entry::{Entry, Op};
use crate::tui::dialog::{Dialog, Field};
use crate::tui::model::Model;
use crate::tui::presenter;
use tui_input::Input;

/// Opens a line for the discussion of the open question.
pub(crate) fn reply(model: &mut Model) {
    let item = format!("{REPLY}{}", text_entry::own_id(model));
    text_entry::open_text(model, Op::Note, Some(model.question), item);
}

/// Opens the line of a rule for the open question, beginning with what was said last.
pub(crate) fn rule(model: &mut Model) {
    let answers = &model.study.answers;
    let found = answers.discussion(model.perspective(), model.case, model.question);
    let said = found.iter().flat_map(|found| &found.replies);
    let last = said.filter_map(|reply| begun::of(model, reply.h, answers.text(reply.value))).last();
    text_entry::open_text(model, Op::Rule, Some(model.question), text_entry::own_id(model));
    if let Some((Field::Text { begun, .. }, input)) = model.dialog.as_mut().and_then(Dialog::writing) {
        *input = last.as_ref().map_or_else(Input::default, |last| Input::new(last.text.clone()));
        *begun = last;
    }
}

/// Tells of what others have written: in a discussion that concerns this coder, or as a rule that answers were given before.
pub(crate) fn tell(model: &mut Model, entries: &[Entry<'static>]) {
    if model.round().is_blind() {
        return;
    }
    let others = entries.iter().rev().filter(|entry| entry.coder != model.coder.slug && !entry.value.is_empty());
    let mut lines = others.filter_map(|entry| model.study.answers.record_of(entry));
    if let Some(told) = lines.find_map(|line| news(model, line)) {
        model.tell(told);
    }
}

fn news(model: &Model, line: &Record) -> Option<crate::base::language::Message> {
    let answers = &model.study.answers;
    let (case, question) = (line.slot.case, line.slot.question);
    let question = question.filter(|&question| question < model.protocol().questions.next_key())?;
    let coder = answers.coder_name(line.slot.coder);
    if line.slot.op == Op::Rule {
        let looks = looks(model, question);
        let key = presenter::walk_key(model);
        return (looks > 0)
            .then(|| msg!("discussion-new-rule", coder = coder, n = model.number(question), looks = looks, key = key));
    }
    let found = answers.discussion(model.perspective(), case, question)?;
    let is_part = found.is_open() && answers.is_discussed(line.slot) && !line.slot.round.is_blind();
    let own = |line: &&Record| answers.coder_name(line.slot.coder) == model.coder.slug;
    let concerns = model.is_mine(case) || found.raised.iter().chain(&found.replies).copied().any(|line| own(&line));
    let raises = answers.text(line.slot.item) == DISCUSS;
    let (place, n) = (model.case_name(case), model.number(question));
    (is_part && concerns).then(|| {
        if raises {
            msg!("discussion-new", coder = coder, case_id = place, n = n)
        } else {
            msg!("discussion-new-reply", coder = coder, case_id = place, n = n)
        }
    })
}

/// How many of one's own answers to a question need another look.
fn looks(model: &Model, question: QuestionIx) -> usize {
    let cases = model.study.cases.cases.keys().filter(|&case| model.is_mine(case));
    cases.filter(|&case| model.needs_another_look_in(&model.sheet(case), case, question)).count()
}
