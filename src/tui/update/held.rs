//! Keys that are held down: the first is taken, the rest offered, so that a book on the keyboard codes nothing and
//! typing ahead loses nothing.
//!
//! The second of a held key looks like one that is pressed again, until the third follows at the keyboard's pace: so two
//! that are typed ahead are two answers.
//! While keys are offered all others join them in their order, until the coder takes or drops them.

use super::{answer, handle_input, resolve_binding, resume};
use crate::msg;
use crate::tui::dialog::{Dialog, ListKind, SearchScope};
use crate::tui::effect::Effect;
use crate::tui::key::{Code, Key};
use crate::tui::keymap::{Action, Mode};
use crate::tui::model::{Focus, Model, Repeat};
use crate::tui::msg::Msg;
use crate::tui::pace::{SLOWEST, may_repeat};
use std::collections::VecDeque;
use std::time::Duration;

/// At most this many keys are kept.
const MOST: usize = 9_999;

/// Takes in a key at the pace that it came.
pub(crate) fn key(model: &mut Model, key: Key, after: Option<Duration>) -> Option<Effect> {
    let is_fast = after.is_some_and(|after| after <= SLOWEST);
    match model.repeat {
        Repeat::Doubtful(first) | Repeat::Held(first) if first == key && is_fast => {
            let is_held = is_deliberate(model, key);
            model.repeat = if is_held { Repeat::Held(key) } else { Repeat::Offered([key; 2].into()) };
            None
        }
        Repeat::Doubtful(first) => pressed(model, first, Msg::Key { key, after }),
        Repeat::Offered(_) => offered(model, key),
        Repeat::None | Repeat::Held(_) if may_repeat(after) && answers(model, key) => {
            model.repeat = Repeat::Doubtful(key);
            None
        }
        Repeat::Held(_) => {
            model.repeat = Repeat::None;
            resolve_binding(model, key)
        }
        Repeat::None | Repeat::Taken(_) => resolve_binding(model, key),
    }
}

/// Takes in a key of which the terminal tells that it is held down: it is never an answer. Where the terminal tells, one
/// that waits to be known was pressed.
pub(crate) fn repeat(model: &mut Model, key: Key) -> Option<Effect> {
    match model.repeat {
        Repeat::Doubtful(first) => return pressed(model, first, Msg::Repeat(key)),
        Repeat::Held(_) => model.repeat = Repeat::None,
        Repeat::None | Repeat::Offered(_) | Repeat::Taken(_) => {}
    }
    if is_deliberate(model, key) {
        return None;
    }
    if matches!(model.repeat, Repeat::Offered(_)) || answers(model, key) {
        hold(model, key);
        return None;
    }
    resolve_binding(model, key)
}

/// The key that waited to be known was pressed: it is heard before what follows.
fn pressed(model: &mut Model, first: Key, next: Msg) -> Option<Effect> {
    model.repeat = Repeat::None;
    resume(model, [Msg::Key { key: first, after: None }, next].into())
}

/// Nothing more was typed: a key that might have been repeated was pressed.
pub(crate) fn quiet(model: &mut Model) -> Option<Effect> {
    let Repeat::Doubtful(key) = model.repeat else { return None };
    model.repeat = Repeat::None;
    resolve_binding(model, key)
}

/// Esc and a key at once: that key with Alt where the mode has it, else the one after the other.
pub(crate) fn escaped(model: &mut Model, key: Key) -> Option<Effect> {
    let alt = Key { alt: true, ..key };
    let keys = if model.keymap.is_bound(model.mode(), alt) { vec![alt] } else { vec![Key::plain(Code::Esc), key] };
    resume(model, keys.into_iter().map(|key| Msg::Key { key, after: None }).collect())
}

/// Whether a key answers at once, or finishes the case.
fn answers(model: &Model, key: Key) -> bool {
    let action = model.keymap.action(model.mode(), key);
    let is_given = || answer::choice_of(model, key).is_some() || answer::begins_entry(model, key).is_some();
    match model.mode() {
        Mode::Code if model.focus == Focus::Questions && is_given() => true,
        Mode::Code => matches!(action, Some(Action::Answer(_) | Action::FirstAnswer | Action::SecondAnswer)),
        Mode::Summary | Mode::List | Mode::Text => is_deliberate(model, key),
        Mode::Tally => false,
    }
}

/// Whether a key finishes the case, or takes an answer from the list: a key held down does neither.
fn is_deliberate(model: &Model, key: Key) -> bool {
    let action = model.keymap.action(model.mode(), key);
    match model.dialog {
        Some(Dialog::Summary { .. }) => action == Some(Action::Next),
        Some(Dialog::Choose { about: ListKind::Answers, .. }) => {
            matches!(action, Some(Action::Open | Action::Next))
        }
        Some(Dialog::Find { realm: SearchScope::Answers, .. }) => action == Some(Action::Save),
        _ => false,
    }
}

/// Offers a key instead of taking it.
fn hold(model: &mut Model, key: Key) {
    match &mut model.repeat {
        Repeat::Offered(keys) | Repeat::Taken(keys) if keys.len() < MOST => keys.push_back(key),
        Repeat::Offered(_) | Repeat::Taken(_) => {}
        repeat => *repeat = Repeat::Offered([key].into()),
    }
}

/// A key while others are offered.
fn offered(model: &mut Model, key: Key) -> Option<Effect> {
    match model.keymap.action(Mode::List, key) {
        Some(Action::Open) => {
            if let Repeat::Offered(keys) = &mut model.repeat {
                model.repeat = Repeat::Taken(std::mem::take(keys));
            }
            model.notice = None;
            return resume(model, VecDeque::new());
        }
        Some(Action::Back) => model.repeat = Repeat::None,
        Some(Action::Suspend | Action::Redraw) => return resolve_binding(model, key),
        _ => hold(model, key),
    }
    None
}

/// The next of the keys that were taken. They never run over the end of a case, nor into what a key has opened.
pub(crate) fn next_taken(model: &mut Model) -> Option<Msg> {
    let Repeat::Taken(keys) = &mut model.repeat else { return None };
    let left = keys.len();
    if let Some(key) = keys.pop_front().filter(|_| model.dialog.is_none()) {
        return Some(Msg::Key { key, after: None });
    }
    model.repeat = Repeat::None;
    if left > 0 {
        model.refuse(msg!("screen-offer-left", n = left));
    }
    None
}

/// Drops the keys that were taken and not heard yet; returns how many.
pub(crate) fn drop_taken(model: &mut Model) -> usize {
    let Repeat::Taken(keys) = &model.repeat else { return 0 };
    let n = keys.len();
    model.repeat = Repeat::None;
    n
}

/// Takes in what was typed, one after the other, up to what has to be written first.
pub(crate) fn all(model: &mut Model, waiting: &mut VecDeque<Msg>) -> Option<Effect> {
    while let Some(msg) = next_taken(model).or_else(|| waiting.pop_front()) {
        let effect = handle_input(model, msg);
        if effect.is_some() {
            return effect;
        }
    }
    None
}
