//! Spot checks: how many cases to draw, and how they came out.

use crate::analysis::reliability::spot::Outcome;
use crate::analysis::reliability::spot_frame::{DAYS, Request, SamplingFrame, USUAL};
use crate::msg;
use crate::study::ledger::entry::Round;
use crate::study::protocol::filter::Filter;
use crate::tui::dialog::{Dialog, Field};
use crate::tui::effect::Effect;
use crate::tui::model::{Model, Next};
use tui_input::Input;

/// Asks how many cases to draw; where a draw is open, goes on with it, and in the spot check shows how it came out.
pub(crate) fn open(model: &mut Model) -> Option<Effect> {
    if model.round() == Round::Spot {
        result(model);
        return None;
    }
    if !model.writable {
        model.refuse(msg!("screen-viewing"));
        return None;
    }
    let coder = model.coder.slug.as_str();
    if model.study.answers.spot_check(coder).is_some_and(|check| !check.left.is_empty()) {
        return Some(leave(model, USUAL));
    }
    let request = Request { coder, among: &Filter::default(), retest: None };
    let pool = SamplingFrame::of(&model.study, &request);
    if pool.cases.is_empty() {
        let reasons = pool.reasons(DAYS, &model.words);
        model.refuse(msg!("spot-none", reasons = reasons));
    } else {
        model.dialog = Some(Dialog::Write { field: Field::Cases, input: Input::default() });
    }
    None
}

/// Draws as many cases as are written, or as usual.
pub(crate) fn begin(model: &mut Model, text: &str) -> Option<Effect> {
    let n = if text.is_empty() { Some(USUAL) } else { text.parse().ok().filter(|n| *n > 0) };
    if n.is_none() {
        model.refuse(msg!("spot-number"));
    }
    Some(leave(model, n?))
}

/// Ends the sitting: the spot check is one of its own, whose cases are closed from its first frame on.
fn leave(model: &mut Model, n: usize) -> Effect {
    end_for(model, Next::Spot(n))
}

/// Leaves the spot check for the first coding.
pub(crate) fn back(model: &mut Model) -> Effect {
    end_for(model, Next::Round(Round::First))
}

fn end_for(model: &mut Model, next: Next) -> Effect {
    model.dialog = None;
    model.next = Some(next);
    Effect::Quit
}

/// Shows how the newest spot check came out.
pub(crate) fn result(model: &mut Model) {
    if Outcome::of(&model.study, &model.coder.slug).is_some() {
        model.dialog = Some(Dialog::Spot { top: 0 });
    } else {
        model.tell(msg!("spot-never-how"));
    }
}
