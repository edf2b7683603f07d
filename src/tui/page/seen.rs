//! What of a study reaches this coder's eyes, and in which form.

use crate::answers::record::{Record, Slot};
use crate::language::Lang;
use crate::protocol::Kind;
use crate::text::{visible, visible_lines};
use crate::tui::model::Model;

/// Whether this coder may see a mark: in a blind round only one's own of that round, in others nobody's of a blind one.
pub fn sees(model: &Model, slot: &Slot) -> bool {
    let own = || model.study.answers.coder_name(slot.coder) == model.coder.slug && slot.round == model.round;
    if model.round.is_blind() { own() } else { !slot.round.is_blind() }
}

/// What stands beside a case's answers, as far as this coder may see it.
pub fn asides(model: &Model, case: usize) -> impl Iterator<Item = &Record> {
    model.study.answers.asides(case).filter(|record| sees(model, &record.slot))
}

/// An answer as it is read: labels for ids, numbers as the language writes them, nothing that a terminal obeys.
pub fn answer_text(model: &Model, question: usize, answer: &str) -> String {
    let Some(asked) = model.protocol().questions.get(question) else { return visible(answer) };
    match &asked.kind {
        Kind::Number { .. } if model.words.lang() == Lang::Sv => visible(answer).replace('.', ","),
        Kind::Number { .. } | Kind::Date => visible(answer),
        Kind::Text | Kind::Choice(_) | Kind::Choices(_) => visible_lines(&asked.shown(answer)),
    }
}
