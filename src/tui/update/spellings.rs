//! Spellings: which of the texts that answer a question count as one.

use super::{draft, record};
use crate::msg;
use crate::study::ledger::entry::Op;
use crate::study::protocol::Kind;
use crate::tui::dialog::{Dialog, Field, ListKind};
use crate::tui::effect::Effect;
use crate::tui::model::Model;
use crate::tui::presenter;
use tui_input::Input;

/// Lists the texts that answer the open question.
pub(crate) fn open(model: &mut Model) {
    if model.round().is_blind() {
        model.refuse(msg!("screen-blind"));
    } else if !model.asked().is_some_and(|asked| matches!(asked.kind, Kind::Text)) {
        model.refuse(msg!("screen-no-spellings"));
    } else if presenter::choices(model, ListKind::Spellings).is_empty() {
        model.tell(msg!("screen-no-texts"));
    } else {
        model.dialog = Some(Dialog::Choose { about: ListKind::Spellings, cursor: 0 });
    }
}

/// Opens the line for a name that nobody has written, beginning with the text itself.
pub(crate) fn rename(model: &mut Model, text: u32) {
    let text = model.study.answers.text(text).to_owned();
    model.dialog = Some(Dialog::Write { field: Field::Name(text.clone()), input: Input::new(text) });
}

/// Lets a text count under a name, or as it is written where the name is empty or the text itself.
pub(crate) fn count_as(model: &mut Model, text: &str, name: &str) -> Option<Effect> {
    let answers = &model.study.answers;
    let name = if name == text { "" } else { name };
    let was = answers.text_number(text).map_or("", |text| answers.text(answers.merged_into(model.question, text)));
    if name == was {
        open(model);
        return None;
    }
    let draft = draft(model, Op::Spelling, Some(model.question), text, name, was);
    record(model, draft)
}
