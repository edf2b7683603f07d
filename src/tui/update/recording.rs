//! A line on its way to the disk: what waits for it, and what follows once it is there, or is not.

use super::{
    answer, begun, entries, flags, flow, gold, handle_input, held, quotes, reason, refresh, resolve, resume, rules,
    send, spellings, strengths, undo,
};
use crate::base::fault::Faults;
use crate::msg;
use crate::study::ledger::entry::{Entry, Op, PICK};
use crate::tui::effect::{Effect, Recording};
use crate::tui::keymap::{Action, Mode};
use crate::tui::model::{Model, Saving};
use crate::tui::msg::Msg;
use std::collections::VecDeque;

/// A key waits while a line is on its way to the disk; where one failed, only another try or leaving is possible.
pub(crate) fn queue_or_handle(model: &mut Model, msg: Msg) -> Option<Effect> {
    let key = if let Msg::Key { key, .. } = msg { Some(key) } else { None };
    let action = key.and_then(|key| model.keymap.action(Mode::Code, key));
    let leaves = key.is_some_and(|key| model.keymap.leaving().contains(&key));
    match &mut model.saving {
        Saving::Idle | Saving::Saved => handle_input(model, msg),
        Saving::Pending { .. } | Saving::Failed { .. } if leaves => Some(Effect::Quit),
        Saving::Pending { .. } | Saving::Failed { .. } if action == Some(Action::Redraw) => Some(Effect::Redraw),
        Saving::Pending { seconds: 0, waiting, .. } => {
            waiting.push_back(msg);
            None
        }
        // The disk does not answer: who has seen that may go.
        Saving::Pending { .. } if action == Some(Action::Quit) => Some(Effect::Quit),
        Saving::Pending { .. } if msg == Msg::Quiet => None,
        Saving::Pending { dropped, .. } => {
            *dropped += 1;
            let n = *dropped;
            model.refuse(msg!("screen-keys-dropped", n = n));
            None
        }
        // Whatever lies over the questions, the keys are those that the message names.
        Saving::Failed { recording, .. } => match action {
            Some(Action::Open | Action::Next | Action::Save) => {
                let recording = recording.clone();
                Some(send(model, recording))
            }
            _ => None,
        },
    }
}

/// A line is on disk, and what was written with it: now everything moves, and the keys that waited are heard.
pub(crate) fn recorded(model: &mut Model, entries: &[Entry<'static>]) -> Option<Effect> {
    let Saving::Pending { recording, waiting, .. } = std::mem::replace(&mut model.saving, Saving::Saved) else {
        return None;
    };
    for entry in entries {
        let change = model.study.apply(entry);
        model.written.push(entry.clone());
        if let Some(record) = model.study.answers.record_of(entry).copied() {
            model.stacks.push(&model.study.answers, record);
        }
        refresh(model, change);
    }
    if entries.len() > 1 && entries.iter().all(|entry| entry.op == Op::Answer) {
        model.sets.push(entries.iter().map(|entry| entry.h).collect());
    }
    if let Some(entry) = entries.last() {
        after_record(model, &recording, entry);
    }
    resume(model, waiting)
}

/// Where the cursor goes after a line.
fn after_record(model: &mut Model, Recording { before, draft }: &Recording, entry: &Entry<'static>) {
    if before.iter().any(|draft| draft.op == Op::Evidence) {
        model.file.forget_marks();
    }
    let case = model.study.cases.place(&draft.case_id).unwrap_or(model.case);
    if draft.undoes.is_some() {
        let back = model.stacks.took_back(entry.h);
        return undo::undone(model, draft, case, back);
    }
    match draft.op {
        Op::Answer if entries::counted(model, draft) => {}
        Op::Answer => answer::given(model, draft),
        Op::Done | Op::Drop if !draft.value.is_empty() => {
            flow::next_case(model);
            gold::finished(model, case);
            if draft.op == Op::Drop {
                flags::dropped(model, case, &draft.value);
            }
        }
        Op::Take => model.tell(msg!("screen-taken", case_id = model.case_name(case))),
        Op::Rule if !draft.value.is_empty() => rules::saved(model),
        Op::Spelling => spellings::open(model),
        Op::Note => reason::noted(model, draft),
        Op::Item => strengths::decided(model, draft),
        Op::Flag if draft.item.starts_with(PICK) => quotes::picked(model, draft),
        Op::Flag if !draft.value.is_empty() && model.resolving().is_some() => resolve::flagged(model, &draft.item),
        Op::Flag if !draft.value.is_empty() => flags::flagged(model, &draft.item),
        Op::Drop => model.tell(msg!("screen-restored", case_id = model.case_name(case))),
        Op::Quote | Op::Flag | Op::Bookmark | Op::Done | Op::Rule | Op::Evidence => {}
    }
}

/// Why the writer refuses a line before it tries to write it.
const REFUSALS: [&str; 2] = ["redact-again", "ledger-too-long"];

/// Why it refuses a text that was begun with one which is gone.
const BEGUN: &str = "redact-begun";

/// A line could not be written: what was to follow on it is dropped, and counted.
pub(crate) fn failed(model: &mut Model, faults: Faults) {
    if let Saving::Pending { recording, waiting, .. } = std::mem::replace(&mut model.saving, Saving::Idle) {
        let n = typed_in(&waiting) + held::drop_taken(model);
        if n > 0 {
            model.refuse(msg!("screen-keys-dropped", n = n));
        }
        match faults.0.first() {
            Some(fault) if fault.message.key == BEGUN => begun::reopen(model, &recording.draft),
            // Nothing was tried: another try would be refused like the first.
            Some(fault) if REFUSALS.contains(&fault.message.key) => {
                let cause = model.words.say(&fault.message);
                model.refuse(msg!("screen-refused", cause = cause));
            }
            _ => model.saving = Saving::Failed { recording, faults },
        }
    }
}

/// A line has been on its way for a while: after a second the keys that waited are dropped, and counted.
pub(crate) fn waited(model: &mut Model, elapsed: u64) {
    let Saving::Pending { seconds, waiting, dropped, .. } = &mut model.saving else { return };
    *seconds = elapsed;
    let emptied = typed_in(&std::mem::take(waiting));
    *dropped += emptied;
    let n = *dropped;
    if emptied > 0 {
        model.refuse(msg!("screen-keys-dropped", n = n));
    }
}

/// How many keys and pastes wait.
fn typed_in(waiting: &VecDeque<Msg>) -> usize {
    waiting.iter().filter(|msg| **msg != Msg::Quiet).count()
}
