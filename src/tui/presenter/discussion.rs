//! What coders discuss on a question, line by line.

use super::line;
use crate::base::text::{visible_lines, wrap};
use crate::msg;
use crate::study::answers::discussion::{DISCUSS, Discussion};
use crate::study::answers::record::{Record, Slot};
use crate::tui::dialog::Choice;
use crate::tui::keymap::{Action, Mode};
use crate::tui::model::Model;
use crate::tui::theme::{Mark, Tone};
use ratatui::text::Line;

/// What is discussed on the open question, where others may know of it.
fn here(model: &Model) -> Option<Discussion<'_>> {
    let found = model.study.answers.discussion(model.perspective(), model.case, model.question);
    found.filter(|_| !model.round().is_blind())
}

/// What can be done about it: an open one is answered, and ended by who raised it or whose the case is.
pub(crate) fn choices(model: &Model) -> Vec<Choice> {
    let Some(found) = here(model) else { return Vec::new() };
    let answers = &model.study.answers;
    let raised = found.raised.iter().any(|flag| answers.coder_name(flag.slot.coder) == model.coder.slug);
    let may_settle = raised || answers.owner(model.case) == Some(&model.coder.slug);
    let open = found.is_open().then_some(Choice::Reply).into_iter();
    let outcome = (!found.replies.is_empty()).then_some(Choice::Outcome);
    open.chain(outcome).chain((found.is_open() && may_settle).then_some(Choice::Settle)).collect()
}

/// A mark that raises a discussion, with who set it and when.
pub(crate) fn mark_name(model: &Model, slot: Slot) -> Option<String> {
    let answers = &model.study.answers;
    let flag = answers.current(slot).filter(|_| answers.text(slot.item) == DISCUSS)?;
    Some(format!("{} ({})", model.words.get("flag-discuss"), who(model, flag)))
}

/// Who wrote a line, and when.
fn who(model: &Model, line: &Record) -> String {
    let at = jiff::Timestamp::from_millisecond(line.at).unwrap_or_default().to_zoned(model.zone.clone());
    let coder = model.called(model.study.answers.coder_name(line.slot.coder));
    format!("{coder} {}", at.strftime("%Y-%m-%d"))
}

/// What was said, oldest first. Whoever raised it and wrote what about is named once.
fn said(model: &Model, found: &Discussion<'_>) -> Vec<String> {
    let words = &model.words;
    let has_written = |flag: &Record| found.replies.iter().any(|reply| reply.slot.coder == flag.slot.coder);
    let bare = found.raised.iter().filter(|flag| !has_written(flag));
    let raised = bare.map(|flag| words.say(&msg!("discussion-raised", who = who(model, flag))));
    let text = |reply: &&Record| visible_lines(model.study.answers.text(reply.value));
    let replies = found.replies.iter().map(|reply| format!("{}: {}", who(model, reply), text(reply)));
    raised.chain(replies).chain(ended(model, found)).collect()
}

/// That it is ended, by whom and when.
fn ended(model: &Model, found: &Discussion<'_>) -> Option<String> {
    let settled = found.settled.filter(|_| !found.is_open())?;
    Some(model.words.say(&msg!("discussion-settled", who = who(model, settled))))
}

/// The discussion of the open question as it stands beneath it: an open one whole, of one that is ended only that.
pub(crate) fn told(model: &Model) -> Vec<String> {
    let Some(found) = here(model) else { return Vec::new() };
    if !found.is_open() {
        return ended(model, &found).into_iter().collect();
    }
    let mark = super::mark(model, Mark::Flag);
    let key = model.key(Mode::Code, Action::Flag);
    // Where differences are settled, the key takes the mark away.
    let how = model.resolving().is_none().then(|| model.words.say(&msg!("discussion-how", key = key)));
    said(model, &found).into_iter().map(|text| format!("{mark} {text}")).chain(how).collect()
}

/// The discussion of the open question, as much of its end as the lines hold.
pub fn thread(model: &Model, columns: usize, room: usize) -> Vec<Line<'static>> {
    let said = here(model).map_or_else(Vec::new, |found| said(model, &found));
    let lines: Vec<String> = said.iter().flat_map(|text| wrap(text, columns)).collect();
    let newest = lines.into_iter().rev().take(room).rev();
    newest.map(|text| line(model, Tone::Answer, text)).collect()
}

/// What an answer in it is written beneath: the question and what was said.
pub fn thread_page(model: &Model, columns: usize, room: usize) -> Vec<Line<'static>> {
    let asked = model.asked().map_or("", |asked| &asked.text);
    let heads = wrap(&format!("{} {asked}", model.number(model.question)), columns).into_iter();
    let mut lines: Vec<Line<'static>> = heads.map(|text| line(model, Tone::Heading, text)).collect();
    lines.extend(thread(model, columns, room.saturating_sub(lines.len())));
    lines
}
