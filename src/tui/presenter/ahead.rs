//! What is next once all of one's own cases are done, and by which key.

use crate::analysis::progress::waiting::Waiting;
use crate::base::language::Message;
use crate::msg;
use crate::tui::keymap::{Action, Mode};
use crate::tui::model::Model;

/// That all are done, and what is next.
pub fn ahead(model: &Model) -> Message {
    let key = |action| model.key(Mode::Summary, action);
    if model.round().is_blind() {
        let (key_differences, key_agreement) = (key(Action::Differences), key(Action::Agreement));
        let key = key(Action::Palette);
        return msg!("ahead-blind", key = key, key_differences = key_differences, key_agreement = key_agreement);
    }
    let waiting = Waiting::of(&model.study, &model.coder.slug);
    let (left, is_blind) = (waiting.all - waiting.done, waiting.second + waiting.spot > 0);
    let (palette, spot) = (key(Action::Palette), key(Action::Spot));
    let (differences, discussions) = (key(Action::Differences), key(Action::Progress));
    let parts = [
        (waiting.second > 0, msg!("ahead-second", n = waiting.second, key = palette.as_str())),
        (waiting.spot > 0, msg!("ahead-spot", n = waiting.spot, key = spot)),
        (waiting.differences > 0, msg!("ahead-differences", n = waiting.differences, key = differences)),
        (waiting.discussions > 0, msg!("ahead-discussions", n = waiting.discussions, key = discussions)),
        // Who has cases left to code blind gets no report yet.
        (!is_blind && left == 0, msg!("ahead-report", key = palette.as_str())),
        (!is_blind && left > 0, msg!("ahead-draft", n = left, key = palette.as_str())),
    ];
    let next = parts.iter().filter(|(is_next, _)| *is_next).map(|(_, part)| model.words.say(part));
    msg!("screen-all-done", next = next.collect::<Vec<_>>().join("; "))
}
