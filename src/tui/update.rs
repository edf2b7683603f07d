//! What happens next: a message changes the model, and may ask for one thing to be done in the world.
//!
//! An answer key changes no answer. It asks for a line to be recorded; only when the line comes back from the disk do
//! answers, tally and cursor move. Keys typed meanwhile wait in order.

mod agreement;
mod answer;
mod begun;
mod commands;
mod differences;
mod discussion;
mod display;
mod entries;
mod file;
mod find;
mod flags;
mod flow;
mod gold;
mod held;
mod mouse;
mod navigation;
mod permission;
mod pick_list;
mod progress;
mod quotes;
mod reason;
mod recording;
mod reload;
mod resolve;
mod rules;
mod save;
mod searched;
mod settings;
mod spellings;
mod spot;
mod step;
mod strengths;
mod text_entry;
mod tour;
mod undo;
mod unfinished;

use crate::study::index::QuestionIx;
pub use commands::{Second, second};
pub(crate) use file::wanted;
pub use navigation::{open_case, rows, turns};
pub use unfinished::Unfinished;

use super::dialog::Dialog;
use super::effect::{Effect, Recording};
use super::model::{Focus, Model, Saving};
use super::msg::{Msg, Unheard};
use crate::msg;
use crate::study::answers::Change;
use crate::study::ledger::entry::{Draft, Op};
use crate::study::protocol::Question;
use crate::tui::key::{Code, Key};
use crate::tui::keymap::{Action, Mode};
use crate::tui::layout;
use std::collections::VecDeque;
use std::ops::ControlFlow;

/// Takes a message in and tells what is to be done.
pub fn update(model: &mut Model, msg: Msg) -> Option<Effect> {
    let before = begun::line(model);
    let effect = handle(model, msg);
    let effect = begun::look(model, before, effect);
    if let Some(Dialog::Progress { .. }) = model.dialog {
        progress::count(model);
    }
    agreement::compare(model);
    file::count(model);
    effect
}

fn handle(model: &mut Model, msg: Msg) -> Option<Effect> {
    match msg {
        Msg::Key { .. } | Msg::Repeat(_) | Msg::Escaped(_) | Msg::Paste(_) | Msg::Quiet => {
            recording::queue_or_handle(model, msg)
        }
        Msg::Mouse { mouse, after } => mouse::mouse(model, mouse, after),
        Msg::Unheard(what) => {
            unheard(model, what);
            None
        }
        Msg::Heard => {
            model.notice = None;
            None
        }
        Msg::Resized { columns, rows } => {
            // Where one has read to in the open question is somewhere else now.
            model.panel = if model.size == (columns, rows) { model.panel } else { 0 };
            model.size = (columns, rows);
            None
        }
        Msg::Recorded(entries) => recording::recorded(model, &entries),
        Msg::Recovered(faults) => {
            let cause = faults.0.first().map_or_else(String::new, |fault| model.words.say(&fault.message));
            model.refuse(msg!("save-recovered", cause = cause));
            None
        }
        Msg::NotSaved(faults) => {
            recording::failed(model, faults);
            None
        }
        Msg::Foreign { entries, faults, left_out } => {
            model.study.left_out = left_out.unwrap_or(std::mem::take(&mut model.study.left_out));
            reload::foreign(model, &entries, faults);
            None
        }
        Msg::Reloaded { entries, gone, faults, left_out } => {
            model.study.left_out = left_out.unwrap_or(std::mem::take(&mut model.study.left_out));
            reload::refold(model, &entries, &gone);
            reload::foreign(model, &[], faults);
            None
        }
        Msg::Gone(lines) => {
            begun::forget(model, |_, line| lines.contains(&line));
            None
        }
        Msg::Read(came) => {
            file::came(model, came);
            None
        }
        Msg::Ran(ran) => {
            let changed = (!ran.failed).then(|| ran.line.clone());
            commands::ran(model, ran);
            if let Some(line) = changed {
                settings::changed(model, &line);
            }
            None
        }
        Msg::Completed { begun, named } => {
            commands::completed(model, &begun, &named);
            None
        }
        Msg::Waited { seconds } => {
            recording::waited(model, seconds);
            None
        }
        Msg::Resumed => None,
        Msg::NotSuspended => {
            model.refuse(msg!("screen-no-suspend"));
            None
        }
    }
}

/// Takes in a key or a pasted text, now that nothing is under way.
fn handle_input(model: &mut Model, msg: Msg) -> Option<Effect> {
    match msg {
        Msg::Key { key, after } => held::key(model, key, after),
        Msg::Repeat(key) => held::repeat(model, key),
        Msg::Escaped(key) => held::escaped(model, key),
        Msg::Quiet => held::quiet(model),
        Msg::Paste(text) => {
            text_entry::paste(model, &text);
            None
        }
        other => update(model, other),
    }
}

/// Takes in what was typed, one after the other; what follows on something to write waits until that is on disk.
fn resume(model: &mut Model, mut waiting: VecDeque<Msg>) -> Option<Effect> {
    let effect = held::all(model, &mut waiting);
    if let Saving::Pending { waiting: later, .. } = &mut model.saving {
        later.extend(waiting);
    }
    effect
}

fn resolve_binding(model: &mut Model, key: Key) -> Option<Effect> {
    let mode = model.mode();
    // What is told goes with this key; without it the choices are looked for where one is given.
    model.is_covered = mode == Mode::Code && layout::tells(model) && layout::hides_choices(model);
    model.notice = None;
    if mode == Mode::Code && model.focus == Focus::Questions {
        if let Some(choice) = answer::choice_of(model, key) {
            return answer::give(model, choice);
        }
        if let Some(typed) = answer::begins_entry(model, key) {
            text_entry::open_answer(model, Some(typed));
            return None;
        }
    }
    let action = model.keymap.action(mode, key);
    if mode == Mode::Summary && action != Some(Action::Next) {
        model.pending_confirmation = None;
    }
    if let Some(action) = action {
        return act(model, action);
    }
    match mode {
        Mode::Text => match step::in_search(model, key) {
            Some(action) => step::step(model, action),
            None => text_entry::typed(model, key),
        },
        Mode::List if matches!(model.dialog, Some(Dialog::Help { over: None, .. })) => typed_in_help(model, key),
        // Whoever tries the keys that it names is not answered: the tour stays, and nothing is taken.
        Mode::List if matches!(model.dialog, Some(Dialog::Tour { .. })) => {}
        Mode::List if pick_list::digit(model, key) => {}
        Mode::Summary if key.typed().is_some() => {
            let [key, key_open] = [Action::Next, Action::Open].map(|action| model.key(Mode::Summary, action));
            model.tell(msg!("screen-closing-page", key = key, key_open = key_open));
        }
        Mode::Code | Mode::Summary | Mode::Tally | Mode::List => unknown(model, mode, key),
    }
    None
}

/// Says that a key means nothing here, and where the keys stand.
fn unknown(model: &mut Model, mode: Mode, key: Key) {
    let key_help = model.key(mode, Action::Help);
    model.tell(msg!("screen-unknown-key", key = key.label(&model.words), key_help = key_help));
}

/// Does what an action says.
pub(crate) fn act(model: &mut Model, action: Action) -> Option<Effect> {
    if let ControlFlow::Break(effect) = resolve::act(model, action) {
        return effect;
    }
    match action {
        Action::Quit => return Some(Effect::Quit),
        Action::Suspend => return Some(Effect::Suspend),
        Action::Redraw => return Some(Effect::Redraw),
        Action::Back => return close(model),
        Action::Help => help(model),
        Action::Tallies => navigation::tallies(model),
        Action::Progress => progress::open(model),
        Action::Agreement => agreement::open(model),
        Action::TalliesShown => display::tallies_shown(model),
        Action::View => display::view(model),
        Action::History => display::history(model),
        Action::Order => navigation::order(model),
        Action::Focus => navigation::focus(model),
        Action::Find | Action::Palette | Action::Number => find::open(model, action),
        Action::Filter | Action::Flag | Action::Marks => pick_list::open(model, action),
        Action::Take => permission::offer_takeover(model),
        Action::Drop => return flags::drop_or_restore(model),
        Action::Bookmark if model.file.is_open() => return file::bookmark(model),
        Action::Note | Action::NoteLast | Action::NoteCase | Action::Quote | Action::Bookmark => {
            text_entry::open(model, action);
        }
        Action::AddEntry => return entries::add(model),
        Action::RemoveEntry => return entries::remove(model),
        Action::Rule => rules::open(model),
        Action::Spellings => spellings::open(model),
        Action::Strengths => strengths::open(model),
        Action::Quotes => quotes::open(model),
        Action::Strike => return strengths::strike(model),
        Action::Reword => quotes::reword(model),
        Action::Gap => progress::go_on(model),
        Action::Differences => resolve::open(model),
        Action::FirstAnswer | Action::SecondAnswer => model.refuse(msg!("resolve-unavailable-outside")),
        Action::Spot => return spot::open(model),
        Action::File(what) => return file::act(model, what),
        Action::Up
        | Action::Down
        | Action::Left
        | Action::Right
        | Action::First
        | Action::Last
        | Action::PageUp
        | Action::PageDown
        | Action::NextCase
        | Action::PreviousCase => step::step(model, action),
        Action::Complete if commands::is_open(model) => return commands::complete(model),
        Action::Newline | Action::Mask | Action::Complete => text_entry::edit(model, action),
        Action::Open | Action::Next | Action::Save => return confirm(model, action),
        Action::Answer(_) if model.focus == Focus::Cases => {
            model.tell(msg!("screen-in-cases", key = model.key(Mode::Code, Action::Focus)));
        }
        Action::Answer(role) => answer::refuse_role(model, role),
        Action::Clear => return answer::clear(model),
        Action::Unsure => return flags::unsure(model),
        Action::Undo | Action::Redo => return undo::undo(model, action == Action::Undo),
    }
    None
}

/// Shows what the keys do here, over what is open: a text that is being written stays.
fn help(model: &mut Model) {
    if !matches!(model.dialog, Some(Dialog::Help { .. })) {
        let mode = model.mode();
        model.dialog = Some(Dialog::Help { mode, top: 0, over: model.dialog.take().map(Box::new) });
    }
}

/// What is typed in the help is looked for among what the program can do.
fn typed_in_help(model: &mut Model, key: Key) {
    if key.typed().is_some() {
        find::open(model, Action::Palette);
        text_entry::typed(model, key);
    }
}

/// Says why something typed is no key.
fn unheard(model: &mut Model, what: Unheard) {
    let key = Key::plain(Code::Esc).label(&model.words);
    model.refuse(match what {
        Unheard::Open => msg!("screen-unheard", key = key),
        Unheard::Waiting => msg!("screen-unheard-yet", key = key),
        Unheard::Dropped => msg!("screen-unheard-long"),
        Unheard::Doubtful => msg!("screen-unheard-key"),
        Unheard::Unreadable => msg!("screen-unreadable"),
    });
}

/// Esc: closes what lies over the questions, else brings the arrows back to them.
fn close(model: &mut Model) -> Option<Effect> {
    let asked = reason::is_asked(model);
    if let Some(Dialog::Help { over, .. }) = &mut model.dialog {
        model.dialog = over.take().map(|dialog| *dialog);
    } else if matches!(model.dialog, Some(Dialog::Output { .. })) {
        return commands::close(model);
    } else if matches!(model.dialog, Some(Dialog::Tour { .. })) {
        tour::end(model);
    } else if !file::lets_go(model) && !text_entry::keeps(model) {
        model.dialog = None;
        model.focus = Focus::Questions;
        if asked {
            reason::later(model);
        }
    }
    None
}

/// Space and Enter: on with whatever is open.
fn confirm(model: &mut Model, action: Action) -> Option<Effect> {
    match &model.dialog {
        None if model.focus == Focus::Cases => navigation::open_row(model),
        None if action == Action::Open && answer::is_entry(model) => text_entry::open_answer(model, None),
        None if action == Action::Open && answer::has_keyless(model) => {
            let is_long = model.asked().is_some_and(Question::is_long);
            if is_long { searched::open(model) } else { answer::list(model) }
        }
        None => reason::onward(model),
        Some(Dialog::Summary { .. }) if action == Action::Open => navigation::open_line(model),
        Some(Dialog::Summary { .. }) => return flags::finish(model),
        Some(Dialog::Spot { .. }) if action == Action::Open => return spot::chosen(model),
        Some(Dialog::Tally { .. } | Dialog::History { .. } | Dialog::Spot { .. }) => model.dialog = None,
        Some(Dialog::Help { .. } | Dialog::Output { .. }) => return close(model),
        Some(Dialog::Tour { .. }) => tour::onward(model),
        Some(Dialog::Choose { .. }) => return pick_list::chosen(model),
        Some(Dialog::Progress { .. }) => progress::chosen(model),
        Some(Dialog::Find { .. }) if searched::is_open(model) => return searched::chosen(model),
        Some(Dialog::Find { .. }) => return find::chosen(model),
        Some(Dialog::Write { .. }) => return save::save(model),
    }
    None
}

/// A line on a slot of the open case, or of the study.
pub(crate) fn draft(model: &Model, op: Op, question: Option<QuestionIx>, item: &str, value: &str, was: &str) -> Draft {
    Draft {
        op,
        round: model.round(),
        case_id: if op.is_of_study() { "" } else { model.case_id(model.case) }.to_owned(),
        question: question.map_or("", |question| model.question_id(question)).to_owned(),
        item: item.to_owned(),
        value: value.to_owned(),
        was: was.to_owned(),
        undoes: None,
        begun: None,
    }
}

/// Sends a line to the disk, with what is written at once with it.
pub(crate) fn send(model: &mut Model, recording: Recording) -> Effect {
    model.saving = Saving::Pending { recording: recording.clone(), seconds: 0, waiting: VecDeque::new(), dropped: 0 };
    Effect::Record(recording)
}

/// Asks for a line to be recorded on a slot of the open case, if answers may be given here at all.
pub(crate) fn record(model: &mut Model, recording: impl Into<Recording>) -> Option<Effect> {
    if !model.writable {
        model.refuse(msg!("screen-viewing"));
        return None;
    }
    Some(send(model, recording.into()))
}

/// Follows a change in what the screen keeps of it.
fn refresh(model: &mut Model, change: Change) {
    model.cache.invalidate();
    resolve::restate(model);
    let case = match change {
        Change::Answer { case, .. } => case,
        Change::Case(case) => {
            model.recompute_progress(case);
            case
        }
        Change::Question(_) => model.case,
        Change::Annotation => return,
    };
    if case == model.case {
        model.refresh_cells();
    }
}
