//! The answers that texts name: each must be one of a question or a column, and stands outside of a case under a name.

use super::reader::Reader;
use super::times::Declared;
use crate::base::suggest::suggestion;
use crate::msg;
use crate::study::index::QuestionIx;
use crate::study::protocol::piped::{named, placeholder, replaced};
use crate::study::protocol::repeat::Instance;
use crate::study::protocol::{Attribute, Kind, Question};
use std::collections::BTreeMap;
use typed_index_collections::TiSlice;

/// Puts names for the answers that texts name; the texts as they were written are kept beside them.
pub(crate) fn name_answers(
    asked: &[Declared<'_, '_>],
    questions: &mut TiSlice<QuestionIx, Question>,
    attributes: &[Attribute],
) {
    let of_questions = questions.iter().map(|one| (one.id.clone(), placeholder(&one.id, &one.caption, &one.text)));
    let of_columns = attributes.iter().map(|one| (one.id.clone(), placeholder(&one.id, &one.label, "")));
    let known: BTreeMap<String, String> = of_columns.chain(of_questions).collect();
    for (declared, question) in asked.iter().zip(questions.iter_mut()) {
        let names = Names { known: &known, instance: question.instance(), table: declared.table };
        names.check("guidance", &question.guidance);
        question.template = names.put("text", &mut question.text);
        if let Kind::Choice(choices) | Kind::Choices(choices) = &mut question.kind {
            let field = if declared.table.get("choices").is_some() { "choices" } else { "scale" };
            for choice in choices.iter_mut().filter(|choice| choice.label.contains("${")) {
                choice.template = names.put(field, &mut choice.label);
            }
        }
    }
}

/// The names of all answers, as the question of a table sees them.
struct Names<'a> {
    known: &'a BTreeMap<String, String>,
    /// The time or the place of a repeat that it is asked at.
    instance: Option<Instance>,
    table: &'a Reader<'a>,
}

impl Names<'_> {
    fn find(&self, id: &str) -> Option<&String> {
        self.known.get(id).or_else(|| self.known.get(&self.instance.as_ref()?.id(id)))
    }

    /// Notes the ids that are none.
    fn check(&self, field: &str, text: &str) {
        for id in named(text).into_iter().filter(|id| self.find(id).is_none()) {
            let hint = suggestion(id, self.known.keys().map(String::as_str));
            let span = self.table.get(field).map_or_else(|| self.table.span(field), toml::Spanned::span);
            self.table.source.wrong(span, msg!("protocol-text-answer", name = id), hint);
        }
    }

    /// Puts names into a text; the text as it was, if it names an answer.
    fn put(&self, field: &str, text: &mut String) -> Option<String> {
        self.check(field, text);
        let written = (!named(text).is_empty()).then(|| text.clone());
        *text = replaced(text, |id| self.find(id).cloned().unwrap_or_default());
        written
    }
}
