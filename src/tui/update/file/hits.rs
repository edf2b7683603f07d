//! What is looked for in the file of a case: found, counted, and walked through over its documents.

use super::{at_evidence, go_to_line};
use crate::base::text::folded;
use crate::exchange::documents::Document;
use crate::msg;
use crate::tui::dialog::{Dialog, Field};
use crate::tui::file_pane::{Counted, Looked, Seek};
use crate::tui::keymap::{Action, InFile, Mode};
use crate::tui::model::Model;
use crate::tui::presenter;
use tui_input::Input;

/// Opens the line for what to look for.
pub(super) fn find(model: &mut Model) {
    model.dialog = Some(Dialog::Write { field: Field::InFile, input: Input::default() });
}

/// Looks for what was written, from the line on that one is at.
pub(crate) fn look_for_text(model: &mut Model, text: &str) {
    model.dialog = None;
    let text = folded(text.trim());
    model.file.query = (!text.is_empty()).then_some(text);
    if model.file.query.is_some() {
        let case = model.case;
        let here = model.file.place(case).here;
        let all = hits(model);
        match all.iter().find(|line| **line >= here).or(all.first()).copied() {
            Some(line) => go_to_line(model, line),
            None => {
                model.refuse(msg!("file-not-found", key = model.key(Mode::Code, Action::File(InFile::NextDocument))));
            }
        }
    }
}

/// The lines in which what is looked for stands, in their order.
fn hits(model: &Model) -> Vec<usize> {
    let Some(text) = model.file.text(model.case) else { return Vec::new() };
    (0..text.len()).filter(|line| is_hit(model, text, *line)).collect()
}

fn is_hit(model: &Model, text: &Document, line: usize) -> bool {
    !presenter::file_hits(model, &text.line(line).text).is_empty()
}

/// At most so many lines are looked through to count.
const COUNTED: usize = 20_000;

/// Finds the lines that have what is looked for in the document that is shown, once for each.
pub(crate) fn count(model: &mut Model) {
    let case = model.case;
    let (is_raw, query) = (model.file.is_raw, model.file.query.clone());
    let of = Looked { at: (case, model.file.index(case), model.question), is_raw, query };
    if !model.file.is_open() || model.file.counted.as_ref().is_some_and(|counted| counted.of == of) {
        return;
    }
    let is_asked = of.query.is_some() || model.asked().is_some_and(|asked| !asked.look_for.is_empty());
    let text = model.file.text(case).filter(|_| is_asked);
    model.file.counted = text.map(|text| {
        let lines = (0..text.len().min(COUNTED)).filter(|line| is_hit(model, text, *line)).collect();
        Counted { of, lines, is_all: text.len() <= COUNTED }
    });
}

/// The documents in the order in which hits are walked through: those to look in for the open question before others,
/// unless somebody looks for something else.
fn walk_order(model: &Model) -> Vec<usize> {
    let headings = model.file.headings(model.case);
    let wanted = model.asked().filter(|_| model.file.query.is_none()).map_or(&[][..], |asked| &asked.documents);
    let is_other = |index: &usize| {
        let kind = headings.get(*index).and_then(|heading| heading.kind.as_ref());
        !kind.is_some_and(|kind| wanted.contains(kind))
    };
    let mut order: Vec<usize> = (0..headings.len()).collect();
    order.sort_by_key(is_other);
    order
}

/// Begins with the words of another question: in the first document to look in for it.
fn begins_walk(model: &mut Model) -> bool {
    let here = (model.case, model.question);
    if model.file.query.is_some() || model.file.walked.replace(here) == Some(here) {
        return false;
    }
    let first = walk_order(model).first().copied().unwrap_or(0);
    let is_elsewhere = first != model.file.index(model.case);
    if is_elsewhere {
        model.file.seek = Some(Seek::FirstHit);
        model.file.show(model.case, first);
    }
    is_elsewhere
}

/// To the next line in which it stands, or the one before; behind the last, on in the next document that has any.
pub(super) fn step_hit(model: &mut Model, forward: bool) {
    if forward && begins_walk(model) {
        return;
    }
    let case = model.case;
    let all = hits(model);
    let here = model.file.place(case).here;
    let found = if forward {
        all.iter().copied().find(|line| *line > here)
    } else {
        all.iter().copied().rev().find(|line| *line < here)
    };
    match found {
        Some(line) => go_to_line(model, line),
        None => elsewhere(model, forward, all.is_empty()),
    }
}

/// On to the hits of the next document, or back to those of the one before.
fn elsewhere(model: &mut Model, forward: bool, is_none_here: bool) {
    let case = model.case;
    let order = walk_order(model);
    let at = order.iter().position(|index| *index == model.file.index(case)).unwrap_or(0);
    let other = if forward { Some(at + 1) } else { at.checked_sub(1) };
    match other.and_then(|at| order.get(at).copied()) {
        Some(other) => {
            model.file.seek = Some(if forward { Seek::FirstHit } else { Seek::LastHit });
            model.file.show(case, other);
        }
        None if is_none_here => model.tell(msg!("file-no-hits")),
        None => model.tell(msg!("file-no-more-hits")),
    }
}

/// What was sought in a document that is there now.
pub(super) fn sought(model: &mut Model, seek: Seek) {
    let all = || hits(model);
    let is_forward = seek == Seek::FirstHit;
    let line = match seek {
        Seek::Evidence(found) => return at_evidence(model, &found),
        Seek::FirstHit => all().into_iter().next(),
        Seek::LastHit => all().into_iter().next_back(),
    };
    match line {
        Some(line) => go_to_line(model, line),
        None => step_hit(model, is_forward),
    }
}
