//! The differences between codings: walking them, and settling each with one key.

use super::{answer, differences, flags, flow, navigation, permission, rules, text_entry};
use crate::analysis::reliability::differences::{Differences, RULE, State};
use crate::msg;
use crate::study::answers::discussion::DISCUSS;
use crate::study::answers::undo::Stacks;
use crate::study::ledger::entry::{Entry, Op, Round};
use crate::tui::effect::Effect;
use crate::tui::keymap::Action;
use crate::tui::list::Show;
use crate::tui::model::{Focus, Model, Resolving, Task};
use std::ops::ControlFlow;

/// The key that leads here: begins with the differences, or lists them where one is there already.
pub(crate) fn open(model: &mut Model) {
    if model.resolving().is_some() {
        differences::list(model);
    } else if model.round().is_blind() {
        model.refuse(msg!("screen-blind"));
    } else {
        let found = found(model, &Round::BLIND, false);
        if found.list.is_empty() {
            return model.tell(found.found.none());
        }
        begin(model, found);
    }
}

impl Model {
    /// Begins with the differences of some blind rounds, where the program was started for that.
    pub fn resolve(&mut self, rounds: &[Round]) {
        let found = found(self, rounds, true);
        begin(self, found);
        match self.study.answers.closed() {
            _ if self.resolving().is_some_and(|resolving| resolving.list.is_empty()) => {
                self.dialog = None;
                let none = self.resolving().map(|resolving| resolving.found.none());
                if let Some(none) = none {
                    self.tell(none);
                }
            }
            0 => {}
            n => self.tell(msg!("blind-withheld", n = n)),
        }
    }
}

fn found(model: &Model, rounds: &[Round], stays: bool) -> Resolving {
    let found = Differences::of(&model.study, rounds);
    let list = found.standing(&model.study);
    let known = model.resolving().map(|resolving| resolving.came_from.clone());
    let came_from = known.unwrap_or_else(|| (model.case, model.question, model.show.clone()));
    Resolving { rounds: rounds.to_vec(), found, list, came_from, stays, is_taken: false }
}

fn begin(model: &mut Model, found: Resolving) {
    let place = found.list.iter().find(|(_, state)| *state == State::Open).or(found.list.first());
    let place = place.and_then(|(place, _)| found.found.all.get(*place)).map(|first| (first.case, first.question));
    let is_open = found.list.iter().any(|(_, state)| *state == State::Open);
    turn(model, Task::Resolve(found), Show::Differences);
    if let Some((case, question)) = place {
        navigation::open_case(model, case, Some(question));
    }
    if is_open {
        model.tell(msg!("resolve-begun"));
    } else {
        differences::list(model);
    }
}

/// Takes up another task, with what belongs to its round.
fn turn(model: &mut Model, task: Task, show: Show) {
    model.task = task;
    model.return_point = None;
    model.case_order = navigation::turns(model);
    model.cache.invalidate();
    model.stacks = Stacks::of(&model.study.answers, &model.coder.slug, model.round());
    model.recompute_all_progress();
    model.rows = navigation::rows(model, &show);
    model.show = show;
}

/// Back to the coding, to where one came from.
fn leave(model: &mut Model) {
    let Some(Resolving { came_from, stays: false, .. }) = model.resolving() else { return };
    let (case, question, show) = came_from.clone();
    turn(model, Task::Code { round: Round::First, work_list: None }, show);
    navigation::open_case(model, case, Some(question));
    model.tell(msg!("resolve-left"));
}

/// Reads anew how the differences stand.
pub(crate) fn restate(model: &mut Model) {
    if let Task::Resolve(resolving) = &mut model.task {
        resolving.list = resolving.found.standing(&model.study);
    }
}

/// Follows what others have written: a coding that is finished or opened again brings and takes differences.
pub(crate) fn follow(model: &mut Model, entries: &[Entry<'static>]) {
    let moves = |entry: &Entry<'static>| {
        entry.round != Round::Consensus && matches!(entry.op, Op::Answer | Op::Done | Op::Drop | Op::Take)
    };
    if entries.iter().any(moves) {
        recount(model);
    }
}

/// Compares the codings anew.
pub(crate) fn recount(model: &mut Model) {
    let Some((rounds, stays)) = model.resolving().map(|own| (own.rounds.clone(), own.stays)) else { return };
    model.task = Task::Resolve(found(model, &rounds, stays));
    model.rows = navigation::rows(model, &model.show);
}

/// What an action does here, where it does something of its own.
pub(crate) fn act(model: &mut Model, action: Action) -> ControlFlow<Option<Effect>> {
    if model.resolving().is_none() || model.dialog.is_some() {
        return ControlFlow::Continue(());
    }
    match action {
        Action::FirstAnswer => return ControlFlow::Break(take(model, 0)),
        Action::SecondAnswer => return ControlFlow::Break(take(model, 1)),
        Action::Flag | Action::Rule | Action::Note if model.difference().is_none() => {
            model.refuse(msg!("resolve-unavailable-no-difference"));
        }
        Action::Flag => return ControlFlow::Break(flags::flag(model, Some(model.question), DISCUSS)),
        Action::Rule => return ControlFlow::Break(needs_rule(model)),
        Action::NoteLast => note_last(model),
        Action::Gap => differences::again(model),
        Action::Back if model.focus == Focus::Questions => leave(model),
        Action::Unsure
        | Action::Quote
        | Action::Bookmark
        | Action::NoteCase
        | Action::Drop
        | Action::Take
        | Action::AddEntry
        | Action::RemoveEntry => {
            model.refuse(msg!("resolve-unavailable-now"));
        }
        _ => return ControlFlow::Continue(()),
    }
    ControlFlow::Break(None)
}

/// Takes a coding's answer for the joint one.
fn take(model: &mut Model, place: usize) -> Option<Effect> {
    if !permission::may_answer(model) {
        return None;
    }
    let said = model.difference()?.said.get(place)?;
    let Some(value) = said.answer(&model.study).map(str::to_owned) else {
        model.refuse(msg!("resolve-no-answer", coder = model.called(&said.coder)));
        return None;
    };
    if value == model.held(model.question) && !model.needs_another_look(model.question) {
        flow::onward(model);
        return None;
    }
    if let Task::Resolve(resolving) = &mut model.task {
        resolving.is_taken = true;
    }
    answer::answer(model, &value)
}

/// Marks that a rule is needed, and opens the rules.
fn needs_rule(model: &mut Model) -> Option<Effect> {
    if model.own(Op::Flag, Some(model.question), RULE).is_some_and(|flag| flag.value != 0) {
        rules::open(model);
        return None;
    }
    flags::flag(model, Some(model.question), RULE)
}

/// A flag is on disk: on, or to the rule that is needed.
pub(crate) fn flagged(model: &mut Model, item: &str) {
    match item {
        RULE => rules::open(model),
        _ => flow::onward(model),
    }
}

/// The reason for the answer just given: back to it.
fn note_last(model: &mut Model) {
    match model.last {
        Some((case, question)) => {
            differences::go(model, case, question);
            text_entry::open(model, Action::Note);
        }
        None => model.refuse(msg!("screen-unsure-what")),
    }
}
