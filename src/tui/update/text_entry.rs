//! Lines to write: answers that are no choice, notes, quotes, bookmarks, reasons, and a question's number.

use super::{begun, file, find, permission};
use crate::base::text::{harmless, visible_lines};
use crate::msg;
use crate::study::index::QuestionIx;
use crate::study::ledger::entry::{BLANKED, Op};
use crate::tui::dialog::{Dialog, Field};
use crate::tui::key::{Code, Key};
use crate::tui::keymap::{Action, Mode};
use crate::tui::model::Model;
use crate::tui::presenter;
use std::borrow::Cow;
use std::ops::Range;
use tui_input::{Input, InputRequest};

/// At most this many characters are taken: with every one escaped, a line of the ledger still holds them.
const LONGEST: usize = 5000;

/// Opens the entry line of the open question, beginning with `typed` or with the answer it has.
pub(crate) fn open_answer(model: &mut Model, typed: Option<char>) {
    if permission::may_answer(model) {
        let text = typed.map_or_else(|| model.held(model.question).to_owned(), String::from);
        model.dialog = Some(Dialog::Write { field: Field::Answer { pick: 0 }, input: Input::new(text) });
    }
}

/// Opens the line that an action asks for, with what is written there already.
pub(crate) fn open(model: &mut Model, action: Action) {
    if !model.writable {
        return model.refuse(msg!("screen-viewing"));
    }
    let (op, question) = match action {
        Action::Note => (Op::Note, Some(model.question)),
        Action::NoteLast => match model.last.filter(|(case, _)| *case == model.case) {
            Some((_, question)) => (Op::Note, Some(question)),
            None => return model.refuse(msg!("screen-note-what", key = model.key(Mode::Code, Action::Note))),
        },
        Action::NoteCase => (Op::Note, None),
        Action::Quote => (Op::Quote, Some(model.question)),
        Action::Bookmark => (Op::Bookmark, None),
        Action::Rule => (Op::Rule, Some(model.question)),
        _ => (Op::Drop, None),
    };
    if !permission::may_write(model, op) {
        return permission::offer_takeover(model);
    }
    let item = if matches!(op, Op::Quote | Op::Rule) { own_id(model) } else { String::new() };
    open_text(model, op, question, item);
}

/// An id for a text of which one may write several in one place.
pub(crate) fn own_id(model: &Model) -> String {
    format!("{}-{}", model.coder.slug, model.study.answers.newest() + 1)
}

/// Opens the line of one's own text in a slot, with what is written there already.
pub(crate) fn open_text(model: &mut Model, op: Op, question: Option<QuestionIx>, item: String) {
    let own = model.own(op, question, &item);
    let begun = own.and_then(|own| begun::of(model, own.h, model.study.answers.text(own.value)));
    let marked = (op == Op::Quote && begun.is_none()).then(|| file::quotable(model)).flatten();
    let text = begun.as_ref().map(|begun| begun.text.clone()).or(marked);
    let input = text.map_or_else(Input::default, Input::new);
    model.dialog = Some(Dialog::Write { field: Field::Text { op, question, item, begun }, input });
}

/// A key that is bound to nothing is text.
pub(crate) fn typed(model: &mut Model, key: Key) {
    if key.code == Code::Right && !key.ctrl && is_at_end(model) && !presenter::completions(model).is_empty() {
        return complete(model);
    }
    let request = match (key.code, key.ctrl) {
        (Code::Char('a'), true) => InputRequest::GoToStart,
        (Code::Char('e'), true) => InputRequest::GoToEnd,
        (Code::Char('u'), true) => return cut(model, |_| false),
        (Code::Char('w'), true) => return cut(model, char::is_whitespace),
        (Code::Backspace, false) => InputRequest::DeletePrevChar,
        (Code::Backspace, true) => InputRequest::DeletePrevWord,
        (Code::Delete, _) => InputRequest::DeleteNextChar,
        (Code::Left, false) => InputRequest::GoToPrevChar,
        (Code::Left, true) => return leap(model, true),
        (Code::Right, false) => InputRequest::GoToNextChar,
        (Code::Right, true) => return leap(model, false),
        _ => match key.typed() {
            Some(c) => InputRequest::InsertChar(c),
            None => return,
        },
    };
    insert(model, request);
}

/// Deletes what stands before the cursor, back to the line's start or to what a word begins after, as readline does.
fn cut(model: &mut Model, ends_word: fn(char) -> bool) {
    let Some(input) = model.dialog.as_mut().and_then(Dialog::input) else { return };
    let before: Vec<char> = input.value().chars().take(input.cursor()).collect();
    let stops = |c: &char| *c == '\n' || ends_word(*c);
    let blanks = before.iter().rev().take_while(|c| **c != '\n' && ends_word(**c)).count();
    let word = before.iter().rev().skip(blanks).take_while(|c| !stops(c)).count();
    for _ in 0..blanks + word {
        insert(model, InputRequest::DeletePrevChar);
    }
}

/// Moves over a word and what stands between, as readline does: back to its first letter, or on to behind its last.
fn leap(model: &mut Model, back: bool) {
    let Some(input) = model.dialog.as_mut().and_then(Dialog::input) else { return };
    let written: Vec<char> = input.value().chars().collect();
    let (before, after) = written.split_at(input.cursor().min(written.len()));
    let cursor = if back { before.len() - word(before.iter().rev()) } else { before.len() + word(after.iter()) };
    insert(model, InputRequest::SetCursor(cursor));
}

/// How many characters there are to the end of the next word.
fn word<'a>(text: impl Iterator<Item = &'a char> + Clone) -> usize {
    let gap = text.clone().take_while(|c| !c.is_alphanumeric()).count();
    gap + text.skip(gap).take_while(|c| c.is_alphanumeric()).count()
}

fn insert(model: &mut Model, request: InputRequest) {
    let Some(input) = model.dialog.as_mut().and_then(Dialog::input) else { return };
    if matches!(request, InputRequest::InsertChar(_)) && input.value().chars().count() >= LONGEST {
        return model.refuse(msg!("screen-too-long", n = LONGEST));
    }
    model.pending_confirmation = None;
    if input.handle(request).is_some_and(|changed| changed.value) {
        pick(model, 0);
        find::again(model);
    }
}

/// Offers another of the texts that were written before.
fn pick(model: &mut Model, place: usize) {
    if let Some(Dialog::Write { field: Field::Answer { pick }, .. }) = &mut model.dialog {
        *pick = place;
    }
}

/// Whether the cursor stands behind what is written.
fn is_at_end(model: &Model) -> bool {
    matches!(&model.dialog, Some(Dialog::Write { input, .. }) if input.cursor() == input.value().chars().count())
}

/// Takes the text that is offered.
fn complete(model: &mut Model) {
    let mut offered = presenter::completions(model);
    if let Some(Dialog::Write { field: Field::Answer { pick }, input }) = &mut model.dialog
        && *pick < offered.len()
    {
        *input = Input::new(offered.swap_remove(*pick));
        *pick = 0;
    }
}

/// Pasted text goes into a line that is open, and nowhere else.
pub(crate) fn paste(model: &mut Model, text: &str) {
    let one_line = !matches!(model.dialog, Some(Dialog::Write { field: Field::Text { .. }, .. }));
    if model.dialog.as_mut().and_then(Dialog::input).is_none() {
        return model.refuse(msg!("screen-pasted"));
    }
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let is_stored = matches!(model.dialog, Some(Dialog::Write { .. }));
    for c in (if is_stored { harmless(&text) } else { visible_lines(&text) }).chars() {
        let c = if c == '\n' && one_line { ' ' } else { c };
        insert(model, InputRequest::InsertChar(c));
    }
}

/// Changes what is written in a way of its own.
pub(crate) fn edit(model: &mut Model, action: Action) {
    match action {
        Action::Newline => newline(model),
        Action::Mask => mask(model),
        _ => complete(model),
    }
}

/// A line break, in texts that may have several lines.
fn newline(model: &mut Model) {
    if matches!(model.dialog, Some(Dialog::Write { field: Field::Text { .. }, .. })) {
        insert(model, InputRequest::InsertChar('\n'));
    }
}

/// Moves within what is written, or among the texts that are offered.
pub(crate) fn step(model: &mut Model, action: Action) {
    let offered = presenter::completions(model).len();
    if let (Some(Dialog::Write { field: Field::Answer { pick: at }, .. }), 1..) = (&model.dialog, offered) {
        match action {
            Action::Up => return pick(model, at.saturating_sub(1)),
            Action::Down => return pick(model, (at + 1).min(offered - 1)),
            _ => {}
        }
    }
    let request = match action {
        Action::Left => InputRequest::GoToPrevChar,
        Action::Right => InputRequest::GoToNextChar,
        Action::Up | Action::First | Action::PageUp => InputRequest::GoToStart,
        _ => InputRequest::GoToEnd,
    };
    insert(model, request);
}

/// Whether going back would throw a text away that was not saved; the first time says so, the second does it.
pub(crate) fn keeps(model: &mut Model) -> bool {
    let Some(Dialog::Write { field: Field::Text { .. }, input }) = &model.dialog else { return false };
    let warned = model.pending_confirmation.take() == Some(Action::Back);
    if warned || input.value().trim().is_empty() || input.value() == first(model) {
        return false;
    }
    model.pending_confirmation = Some(Action::Back);
    let (key, key_back) = (model.key(Mode::Text, Action::Save), model.key(Mode::Text, Action::Back));
    model.refuse(msg!("screen-unsaved-text", key = key, key_back = key_back));
    true
}

/// What the open line began with.
pub(crate) fn first(model: &Model) -> Cow<'_, str> {
    match presenter::item_of(model) {
        Some(item) => model.study.strength_words(&item, &model.words).into(),
        None => written(model).into(),
    }
}

/// What the open line's slot holds already.
pub(crate) fn written(model: &Model) -> &str {
    let Some(Dialog::Write { field: Field::Text { op, question, item, .. }, .. }) = &model.dialog else { return "" };
    let own = model.own(*op, *question, item).map_or("", |own| model.study.answers.text(own.value));
    if own == BLANKED { "" } else { own }
}

/// Puts X in the place of the name nearest to the cursor.
fn mask(model: &mut Model) {
    let names = presenter::names(model);
    let Some(input) = model.dialog.as_mut().and_then(Dialog::input) else { return };
    let at = input.value().char_indices().nth(input.cursor()).map_or(input.value().len(), |(at, _)| at);
    let distance = |name: &Range<usize>| name.start.saturating_sub(at).max(at.saturating_sub(name.end));
    let Some(name) = names.into_iter().min_by_key(distance) else { return };
    let (before, after) = (input.value().get(..name.start), input.value().get(name.end..));
    let (before, after) = (before.unwrap_or_default(), after.unwrap_or_default());
    let cursor = before.chars().count() + 1;
    // Whoever writes goes on where they were, behind the name or at the end of the text.
    let cursor = if at > name.end {
        cursor + input.value().get(name.end..at).map_or(0, |rest| rest.chars().count())
    } else {
        cursor
    };
    *input = Input::new(format!("{before}X{after}")).with_cursor(cursor);
    model.pending_confirmation = None;
}
