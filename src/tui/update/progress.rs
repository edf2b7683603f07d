//! How far the review is, and walking through one of its lists.

use super::{navigation, resolve, spot};
use crate::analysis::progress::{List, Place, Progress};
use crate::msg;
use crate::study::index::{CaseIx, QuestionIx};
use crate::tui::dialog::Dialog;
use crate::tui::model::{Model, Task, Walk};
use crate::tui::presenter::{self, Goal};

/// Counts how far the review is as this coder may see it, unless nothing has changed since.
pub(crate) fn count(model: &mut Model) {
    if model.cache.progress.is_none() {
        model.cache.progress = Some(Progress::of(&model.study, model.perspective(), None));
    }
}

/// Opens the page.
pub(crate) fn open(model: &mut Model) {
    count(model);
    model.dialog = Some(Dialog::Progress { cursor: presenter::first_list(model) });
}

/// Walks through the list that the cursor stands on; one that is walked through already is left for the gaps.
pub(crate) fn chosen(model: &mut Model) {
    let Some(Dialog::Progress { cursor }) = model.dialog else { return };
    let (columns, _) = presenter::extent(model);
    let lines = presenter::status(model, columns);
    let Some((_, Some(goal))) = lines.get(cursor) else {
        // The lists may be out of sight: this brings them up.
        let first = lines.iter().position(|(_, goal)| goal.is_some()).unwrap_or(cursor);
        model.dialog = Some(Dialog::Progress { cursor: first });
        return;
    };
    let Goal::List(list) = *goal else { return spot::result(model) };
    model.dialog = None;
    if list == List::Differences {
        return resolve::open(model);
    }
    let Task::Code { work_list, .. } = &mut model.task else {
        return model.refuse(msg!("resolve-unavailable-now"));
    };
    if work_list.take().is_some_and(|walk| walk.list == list) {
        return model.tell(msg!("screen-walk-gaps", key = presenter::walk_key(model)));
    }
    walk(model, Walk { list, at: None });
}

/// On to the next place of the list that is walked through, else to the next gap.
pub(crate) fn go_on(model: &mut Model) {
    match model.work_list() {
        Some(at) => walk(model, at),
        None => navigation::gap(model),
    }
}

/// On to the next place of a list; where it has none, to the gaps again.
fn walk(model: &mut Model, Walk { list, at }: Walk) {
    let name = list.name(&model.words);
    let key = presenter::walk_key(model);
    count(model);
    let mut places: Vec<&Place> = model.cache.progress.iter().flat_map(|counted| counted.list(list)).collect();
    // One's own first: a colleague's are for looking at, or for taking over.
    let turn = |(case, question): (CaseIx, Option<QuestionIx>)| (!model.is_mine(case), case, question);
    places.sort_by_key(|place| turn((place.case, place.question)));
    places.dedup_by_key(|place| (place.case, place.question));
    let after = |place: &&Place| at.is_none_or(|at| turn((place.case, place.question)) > turn(at));
    let next = places.iter().position(after).unwrap_or(0);
    let Some(place) = places.get(next) else {
        set(model, None);
        return model.tell(msg!("screen-walk-empty", list = name, key = key));
    };
    let (case, question) = (place.case, place.question);
    let first = || model.flow(model.study.cases.per(case)).first().copied().unwrap_or(0.into());
    let target = question.unwrap_or_else(first);
    let told = msg!("screen-walk", list = name, n = next + 1, of = places.len(), key = key);
    set(model, Some(Walk { list, at: Some((case, question)) }));
    if (case, target) == (model.case, model.question) {
        model.dialog = None;
    } else {
        navigation::walk_to(model, case, target);
    }
    model.tell(told);
}

/// Walks through another list, or through the gaps.
fn set(model: &mut Model, walk: Option<Walk>) {
    if let Task::Code { work_list, .. } = &mut model.task {
        *work_list = walk;
    }
}
