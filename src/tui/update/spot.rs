//! Spot checks: how many cases to draw, and how they came out.

use super::navigation;
use crate::analysis::reliability::spot::Outcome;
use crate::analysis::reliability::spot_frame::{DAYS, Request, SamplingFrame, USUAL};
use crate::msg;
use crate::study::index::{CaseIx, QuestionIx};
use crate::study::ledger::entry::Round;
use crate::study::protocol::filter::Filter;
use crate::tui::dialog::{Dialog, Field};
use crate::tui::effect::Effect;
use crate::tui::keymap::{Action, Mode};
use crate::tui::model::{Model, Next};
use crate::tui::presenter;
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

/// Goes to the difference that the cursor stands on. From a blind round that is in the first coding, which is a sitting
/// of its own; where nothing differs, on with one's own cases there.
pub(crate) fn chosen(model: &mut Model) -> Option<Effect> {
    let Some(Dialog::Spot { cursor }) = model.dialog else { return None };
    let (columns, _) = presenter::extent(model);
    match presenter::spot_page(model, columns).places.get(cursor).copied() {
        Some((case, question)) if model.round().is_blind() => return Some(end_for(model, Next::Place(case, question))),
        Some((case, question)) => navigation::jump(model, case, question),
        None if model.round().is_blind() => return Some(end_for(model, Next::Round(Round::First))),
        None => model.dialog = None,
    }
    None
}

impl Model {
    /// Begins at a place that one looks at from elsewhere, to come back to one's own from there.
    pub fn begin_at(&mut self, case: CaseIx, question: QuestionIx) {
        if self.study.cases.cases.get(case).is_some() {
            let own = self.case_name(self.case);
            navigation::jump(self, case, question);
            self.tell(msg!("spot-place", key = self.key(Mode::Code, Action::Next), case_id = own));
        }
    }

    /// Begins with how the newest spot check came out.
    pub fn begin_with_spot(&mut self) {
        result(self);
    }
}

fn end_for(model: &mut Model, next: Next) -> Effect {
    model.dialog = None;
    model.next = Some(next);
    Effect::Quit
}

/// Shows how the newest spot check came out.
pub(crate) fn result(model: &mut Model) {
    if Outcome::of(&model.study, &model.coder.slug).is_some() {
        model.dialog = Some(Dialog::Spot { cursor: 0 });
    } else {
        model.tell(msg!("spot-never-how"));
    }
}
