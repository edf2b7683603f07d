//! Texts that name answers, with the answers of the open case.

use super::answer_text;
use crate::study::answers::case_view::CellStatus;
use crate::study::protocol::Question;
use crate::study::protocol::filter::Key;
use crate::study::protocol::piped::replaced;
use crate::tui::model::Model;

/// A text of a question with the answers that it names; what is unanswered is called what it is.
pub(super) fn filled(model: &Model, question: &Question, text: &str) -> String {
    replaced(text, |id| {
        let known = match model.protocol().piped(id, question) {
            Some(Key::Question(place)) if model.cell(place).status == CellStatus::Answered => {
                answer_text(model, place, model.answer(place))
            }
            Some(Key::Column(place)) => {
                let value = model.study.cases.value(model.case, place);
                model.protocol().attributes.get(place).map_or(value, |attribute| attribute.one_of(value)).to_owned()
            }
            Some(Key::Question(_)) | None => String::new(),
        };
        if known.is_empty() { model.protocol().plain(question, &format!("${{{id}}}")) } else { known }
    })
}
