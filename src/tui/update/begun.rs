//! The text that a line to write began with: where it is taken away meanwhile, it leaves that line too.

use crate::msg;
use crate::study::ledger::entry::{BLANKED, Draft, Head};
use crate::tui::dialog::{Begun, Dialog, Field};
use crate::tui::effect::Effect;
use crate::tui::model::Model;
use tui_input::Input;

/// The line whose text is being written on, if one is.
pub(crate) fn line(model: &mut Model) -> Option<Head> {
    let (field, _) = model.dialog.as_mut()?.writing()?;
    let Field::Text { begun, .. } = field else { return None };
    begun.as_ref().map(|begun| begun.line)
}

/// Has it looked whether a text stands that somebody begins to write on; what else happened comes first.
pub(crate) fn look(model: &mut Model, before: Option<Head>, effect: Option<Effect>) -> Option<Effect> {
    let is_new = line(model).is_some_and(|line| before != Some(line));
    effect.or_else(|| is_new.then_some(Effect::Look))
}

/// What a line in the fold gives to write on: nothing where its text was taken away.
pub(crate) fn of(model: &Model, line: Head, text: &str) -> Option<Begun> {
    let stands = !text.is_empty() && text != BLANKED && !model.study.answers.is_blanked(line);
    stands.then(|| Begun { line, text: text.to_owned() })
}

/// Takes a text that is gone out of the line that was begun with it; what was written before or behind it stays.
pub(crate) fn forget(model: &mut Model, is_gone: impl Fn(&Model, Head) -> bool) {
    if !line(model).is_some_and(|line| is_gone(model, line)) {
        return;
    }
    let Some((Field::Text { begun, .. }, input)) = model.dialog.as_mut().and_then(Dialog::writing) else { return };
    if let Some(gone) = begun.take() {
        *input = Input::new(without(input.value(), &gone.text));
        model.refuse(msg!("screen-text-gone"));
    }
}

/// Opens the line of a draft again that was refused because its text began with one that is gone.
pub(crate) fn reopen(model: &mut Model, draft: &Draft) {
    let gone = draft.begun.and_then(|line| model.study.answers.text_of(line)).unwrap_or_default();
    let input = Input::new(without(&draft.value, gone));
    let question = model.protocol().question(&draft.question);
    let field = Field::Text { op: draft.op, question, item: draft.item.clone(), begun: None };
    model.dialog = Some(Dialog::Write { field, input });
    model.refuse(msg!("screen-text-gone"));
}

/// What somebody wrote around a text that is gone; where it was changed within, nothing can be told apart.
fn without(written: &str, gone: &str) -> String {
    let around = written.split_once(gone).filter(|(before, after)| !before.contains(gone) && !after.contains(gone));
    around.map(|(before, after)| format!("{before}{after}").trim().to_owned()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::without;

    #[test]
    fn only_what_was_written_around_a_text_outlives_it() {
        for (written, left) in [
            ("Anna moved", ""),
            ("Anna moved in May", "in May"),
            ("In May Anna moved", "In May"),
            ("In May Anna moved out", "In May  out"),
            ("Anna has moved", ""),
            ("Anna moved, and Anna moved", ""),
            ("", ""),
        ] {
            assert_eq!(without(written, "Anna moved"), left, "{written}");
        }
        assert_eq!(without("what it was is not known", ""), "");
    }
}
