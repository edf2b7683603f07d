//! The pane of the file: moving in it, finding, marking where an answer was found. Nothing here gives an answer.

mod hits;
mod quote;

pub(crate) use hits::{count, look_for_text};
pub(crate) use quote::quotable;

use super::{draft, record};
use crate::exchange::documents::Document;
use crate::msg;
use crate::study::ledger::entry::Op;
use crate::study::ledger::evidence::Evidence;
use crate::tui::effect::Effect;
use crate::tui::file_pane::{BESIDE, Came, Extent, Place, Rows, Seek, Wanted};
use crate::tui::keymap::{Action, InFile, Mode};
use crate::tui::layout::file_room;
use crate::tui::model::{Focus, Form, Model};
use crate::tui::presenter;
use std::cmp::{max_by_key, min_by_key};

/// So many rows a turn of the wheel moves.
const WHEEL: usize = 3;

/// What is wanted for the pane now, if anything is.
pub(crate) fn wanted(model: &mut Model) -> Option<Wanted> {
    let case = model.case;
    let index = model.file.wanted(case)?;
    Some(Wanted { case, case_id: model.case_id(case).to_owned(), index })
}

/// A document has come.
pub(crate) fn came(model: &mut Model, came: Came) {
    let notices: Vec<_> = match &came.document {
        Some(Ok(document)) => document.notices.clone(),
        _ => Vec::new(),
    };
    if model.file.take_in(came) {
        if !notices.is_empty() {
            let told: Vec<String> = notices.iter().map(|notice| model.words.say(notice)).collect();
            model.tell(msg!("file-notices", text = told.join(" ")));
        }
        if let Some(seek) = model.file.seek.take() {
            hits::sought(model, seek);
        }
    }
}

/// Does what a key of the pane says; whatever it is, the pane opens for it.
pub(crate) fn act(model: &mut Model, action: InFile) -> Option<Effect> {
    if !model.file.has_source {
        model.refuse(msg!("file-none"));
        return None;
    }
    let before = model.file.place(model.case).here;
    let was_open = model.file.is_open();
    open_or_move(model, action);
    if model.look.form == Form::Lines && was_open {
        say(model, before);
    }
    None
}

fn open_or_move(model: &mut Model, action: InFile) {
    if action == InFile::Show {
        model.file.extent = next_extent(model);
        return;
    }
    if !model.file.is_open() {
        model.file.extent = Extent::Beside;
        return;
    }
    match action {
        InFile::Down | InFile::Up | InFile::LineDown | InFile::LineUp => scroll(model, action),
        InFile::NextDocument => next_document(model),
        InFile::Find => hits::find(model),
        InFile::NextHit => hits::step_hit(model, true),
        InFile::PreviousHit => hits::step_hit(model, false),
        InFile::Mark => mark(model),
        InFile::Fold => fold(model),
        InFile::Raw => raw(model),
        InFile::Evidence => show_evidence(model),
        InFile::Show => {}
    }
}

/// Says the lines that were gone over, where they are heard and not seen; back up, the one that one is at.
fn say(model: &mut Model, before: usize) {
    let case = model.case;
    let here = model.file.place(case).here;
    let Some(text) = model.file.text(case).filter(|_| here != before) else { return };
    let lines = if here > before { before + 1..here + 1 } else { here..here + 1 };
    let said: Vec<String> =
        lines.map(|line| text.line(line)).map(|line| format!("{} {}", line.margin, line.text)).collect();
    model.tell(msg!("file-said", n = here + 1, text = said.join(" ").trim()));
}

/// Off, beside, whole; where there is no room beside, off and whole are all there is.
fn next_extent(model: &Model) -> Extent {
    let has_room = model.size.0 >= BESIDE;
    match model.file.extent {
        Extent::Off => Extent::Beside,
        Extent::Beside if has_room => Extent::Whole,
        Extent::Beside | Extent::Whole => Extent::Off,
    }
}

/// What is shown of the file, in rows, if it is there and has any.
fn rows_of<'a>(model: &'a Model, text: &'a Document) -> (Rows<'a>, usize) {
    let room = file_room(model);
    (model.file.rows(text, room.columns), room.rows)
}

/// Changes the place in the text that is shown.
fn with_place(model: &mut Model, change: impl Fn(&Rows<'_>, usize, Place) -> Place) {
    let case = model.case;
    let Some(text) = model.file.text(case).filter(|text| !text.is_empty()) else { return };
    let (rows, height) = rows_of(model, text);
    let place = change(&rows, height, rows.clamped(model.file.place(case)));
    model.file.go(case, place);
}

fn scroll(model: &mut Model, action: InFile) {
    with_place(model, |rows, height, place| match action {
        InFile::LineDown => {
            let here = rows.after(place.here).unwrap_or(place.here);
            rows.following(Place { here, ..place }, height)
        }
        InFile::LineUp => {
            let here = rows.before(place.here).unwrap_or(place.here);
            rows.following(Place { here, ..place }, height)
        }
        InFile::Down => {
            let last = rows.last_top(height);
            let down = min_by_key(rows.down(place, height.div_ceil(2)), last, Place::top);
            let top = max_by_key(down, place, Place::top);
            // At the end the line that one is at goes on alone.
            let is_end = top.top() == place.top();
            let here = if is_end { last.here } else { top.line.max(place.here) };
            Place { here, ..top }
        }
        _ => {
            let top = rows.up(place, height.div_ceil(2));
            let page = rows.page(top, height);
            let lowest = page.last().map_or(top.line, |(line, ..)| *line);
            let is_first = top.top() == place.top();
            Place { here: if is_first { top.line } else { place.here.min(lowest) }, ..top }
        }
    });
}

/// The wheel moves the page, and the line that one is at with it.
pub(crate) fn wheel(model: &mut Model, is_up: bool) {
    with_place(model, |rows, height, place| {
        let top = if is_up {
            rows.up(place, WHEEL)
        } else {
            min_by_key(rows.down(place, WHEEL), rows.last_top(height), Place::top)
        };
        let page = rows.page(top, height);
        let lowest = page.last().map_or(top.line, |(line, ..)| *line);
        Place { here: place.here.clamp(top.line, lowest.max(top.line)), ..top }
    });
}

fn next_document(model: &mut Model) {
    let case = model.case;
    let n = model.file.headings(case).len();
    if n < 2 {
        return model.tell(msg!("file-only-document", n = n));
    }
    let next = (model.file.index(case) + 1) % n;
    model.file.show(case, next);
}

/// Goes to a line, unfolded where it is folded away.
pub(crate) fn go_to_line(model: &mut Model, line: usize) {
    model.file.reveal(model.case, line);
    with_place(model, |rows, height, place| {
        let moved = rows.clamped(Place { here: line, ..place });
        let shown = rows.following(moved, height);
        // What is found stands with some of what is before it.
        if shown.top() == place.top() {
            return shown;
        }
        let top = rows.up(Place { line: shown.here, row: 0, ..shown }, height / 3);
        Place { here: shown.here, ..min_by_key(top, rows.last_top(height), Place::top) }
    });
}

fn mark(model: &mut Model) {
    let case = model.case;
    if model.file.is_raw || model.file.whole(case).is_none_or(Document::is_empty) {
        return model.refuse(msg!("file-nothing-to-mark"));
    }
    model.file.mark(case);
    let [key, key_down] = [InFile::Mark, InFile::LineDown].map(|what| model.key(Mode::Code, Action::File(what)));
    model.tell(match model.file.begun {
        Some(_) => msg!("file-marking", key = key, key_down = key_down),
        None => msg!("file-marked", n = model.file.marked.len()),
    });
}

/// Goes to where the answer was found: the first place, or the one after that which one is at.
fn show_evidence(model: &mut Model) {
    let found = presenter::found(model);
    let (case, key) = (model.case, model.file.whole(model.case).map(|document| &document.heading.key));
    let here = model.file.place(case).here;
    let at = found.iter().position(|one| Some(&one.document) == key && one.lines().contains(&here));
    let Some(next) = found.get(at.map_or(0, |at| (at + 1) % found.len().max(1))) else {
        return model.tell(msg!("file-no-evidence"));
    };
    let headings = model.file.headings(case);
    let Some(index) = headings.iter().position(|heading| heading.key == next.document) else {
        return model.refuse(msg!("file-evidence-gone", document = next.document.as_str()));
    };
    let next = next.clone();
    if index == model.file.index(case) {
        at_evidence(model, &next);
    } else {
        model.file.seek = Some(Seek::Evidence(next));
        model.file.show(case, index);
    }
}

/// Goes to a place of the document that is shown; where its file was another then, that is told.
fn at_evidence(model: &mut Model, found: &Evidence) {
    model.file.is_raw = false;
    go_to_line(model, found.lines().start);
    let is_same = |document: &Document| document.print() == found.print && document.extractor == found.extractor;
    if !model.file.whole(model.case).is_some_and(is_same) {
        model.refuse(msg!("file-evidence-changed"));
    }
}

fn fold(model: &mut Model) {
    let case = model.case;
    let here = model.file.place(case).here;
    match model.file.fold(case, here) {
        Some(first) => with_place(model, |rows, height, place| {
            rows.following(rows.clamped(Place { here: first, ..place }), height)
        }),
        None => model.tell(msg!("file-nothing-to-fold")),
    }
}

fn raw(model: &mut Model) {
    let case = model.case;
    if model.file.whole(case).is_none_or(|text| text.raw().is_none()) {
        return model.tell(msg!("file-always-raw"));
    }
    model.file.is_raw = !model.file.is_raw;
    model.file.go(case, Place::default());
}

/// Notes where one is in the file, without a word of it.
pub(crate) fn bookmark(model: &mut Model) -> Option<Effect> {
    let case = model.case;
    let index = model.file.index(case);
    let heading = model.file.headings(case).get(index)?;
    let text =
        model.words.say(&msg!("file-place", document = heading.key.as_str(), n = model.file.place(case).here + 1));
    let own = model.own(Op::Bookmark, None, "");
    let was = own.filter(|own| own.value != 0).map_or_else(String::new, |own| own.h.to_string());
    record(model, draft(model, Op::Bookmark, None, "", &text, &was))
}

/// Lets go of the marked lines or, where there are none, of what is looked for; whether there was anything, with nothing over it.
pub(crate) fn lets_go(model: &mut Model) -> bool {
    let is_seen = model.dialog.is_none() && model.focus == Focus::Questions;
    let pane = &mut model.file;
    if !is_seen || !pane.is_open() {
        return false;
    }
    if pane.begun.is_some() || !pane.marked.is_empty() {
        pane.forget_marks();
        return true;
    }
    pane.query.take().is_some()
}
