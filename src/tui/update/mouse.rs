//! A mouse, where it is wanted: what is clicked, and the wheel.
//!
//! A click is a press and a release at one place, so that no sequence that was cut or mixed up is one. It is about what is
//! seen: while a line is on its way to the disk, or keys are in doubt, it is none. Of two in quick succession the second
//! would be about what the first has led to: it is none either.

use super::{answer, confirm, file, navigation, step};
use crate::tui::dialog::Dialog;
use crate::tui::effect::Effect;
use crate::tui::hit::{self, Target};
use crate::tui::keymap::Action;
use crate::tui::layout;
use crate::tui::model::{Focus, Model, Repeat, Saving};
use crate::tui::mouse::{Act, Mouse};
use std::time::Duration;

/// Within this time two clicks are one.
const DOUBLE: Duration = Duration::from_millis(500);

/// Takes in what was done with a mouse, so long after the last press.
pub(crate) fn mouse(model: &mut Model, mouse: Mouse, after: Option<Duration>) -> Option<Effect> {
    let is_free = matches!(model.saving, Saving::Idle | Saving::Saved) && matches!(model.repeat, Repeat::None);
    let pressed = model.pressed.take();
    if !model.mouse || !is_free {
        return None;
    }
    let here = (mouse.column, mouse.row);
    match mouse.act {
        Act::Press => model.pressed = after.is_none_or(|after| after > DOUBLE).then_some(here),
        Act::Release if pressed == Some(here) => return click(model, mouse),
        Act::Release => {}
        Act::WheelUp | Act::WheelDown => wheel(model, mouse),
    }
    None
}

/// Does what a click is about.
fn click(model: &mut Model, mouse: Mouse) -> Option<Effect> {
    let target = hit::at(model, mouse.column, mouse.row)?;
    model.is_covered = model.dialog.is_none() && layout::tells(model) && layout::hides_choices(model);
    model.notice = None;
    match target {
        Target::Case(case) => navigation::open_case(model, case, None),
        Target::Question(question) => navigation::go_to(model, question),
        Target::Choice(place) => {
            model.focus = Focus::Questions;
            return answer::give(model, place);
        }
        Target::Line(line) => {
            if let Some(
                Dialog::Summary { cursor }
                | Dialog::Choose { cursor, .. }
                | Dialog::Find { cursor, .. }
                | Dialog::Progress { cursor }
                | Dialog::Spot { cursor },
            ) = &mut model.dialog
            {
                *cursor = line;
            }
            return confirm(model, Action::Open);
        }
        Target::Cases | Target::Panel | Target::File => {}
    }
    None
}

/// Moves what is under the wheel.
fn wheel(model: &mut Model, mouse: Mouse) {
    let is_up = mouse.act == Act::WheelUp;
    let [mut up, mut down] = [Action::Up, Action::Down];
    if model.dialog.is_none() {
        match hit::at(model, mouse.column, mouse.row) {
            Some(Target::Case(_) | Target::Cases) => model.focus = Focus::Cases,
            Some(Target::Question(_)) => model.focus = Focus::Questions,
            Some(Target::Choice(_) | Target::Panel) => [up, down] = [Action::Left, Action::Right],
            Some(Target::File) => return file::wheel(model, is_up),
            Some(Target::Line(_)) | None => return,
        }
    }
    step::step(model, if is_up { up } else { down });
}
