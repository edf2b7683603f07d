//! The answers that the texts of a form name, `${name}`, by the ids that these have here.

use super::Reading;
use crate::msg;
use crate::study::protocol::piped::{named, replaced};
use crate::study::protocol::{Kind, Question};
use std::collections::HashMap;

/// What stands for an answer that is not there.
const GONE: &str = "…";

impl Reading<'_> {
    /// Puts ids for the names in texts. Where there is no such question, and where a text is of no case, a mark to read over
    /// stands for the answer, and that is told.
    pub(crate) fn name_answers(&mut self) {
        for (name, fault) in std::mem::take(&mut self.log.piped) {
            if self.names.id(&name).is_none() {
                self.log.leave(fault);
            }
        }
        let strip = |text: &mut String| *text = replaced(text, |_| GONE.to_owned());
        self.protocol.repeats.iter_mut().for_each(|repeat| strip(&mut repeat.label));
        self.protocol.areas.iter_mut().for_each(|area| strip(&mut area.label));
        self.protocol.checks.iter_mut().for_each(|check| strip(&mut check.message));
        for attribute in &mut self.protocol.attributes {
            strip(&mut attribute.label);
            attribute.values.iter_mut().for_each(|(_, label)| strip(label));
        }
        let mut questions = std::mem::take(&mut self.protocol.questions);
        let repeats: HashMap<String, Option<usize>> =
            questions.iter().map(|one| (one.id.clone(), one.place.as_ref().map(|place| place.repeat))).collect();
        for question in &mut questions {
            let own = question.place.as_ref().map(|place| place.repeat);
            // Of all entries of a repeat, outside of it none is meant.
            let is_met = |id: &&str| repeats.get(*id).is_none_or(|repeat| repeat.is_none() || *repeat == own);
            self.name_in(question, &is_met);
        }
        self.protocol.questions = questions;
    }

    fn name_in(&mut self, question: &mut Question, is_met: &dyn Fn(&&str) -> bool) {
        let choices = match &mut question.kind {
            Kind::Choice(choices) | Kind::Choices(choices) => choices.as_mut_slice(),
            Kind::Number { .. } | Kind::Date | Kind::Text => &mut [],
        };
        let labels = choices.iter_mut().map(|choice| &mut choice.label);
        let texts = [&mut question.text, &mut question.guidance].into_iter().chain(labels);
        for text in texts.filter(|text| text.contains("${")) {
            for name in named(text).into_iter().filter(|name| self.names.id(name).is_some_and(|id| !is_met(&id))) {
                self.log.tell(msg!("xlsform-reference-entry", question = question.id.as_str(), name = name));
            }
            *text = replaced(text, |name| {
                let id = self.names.id(name).filter(is_met);
                id.map_or(GONE.to_owned(), |id| format!("${{{id}}}"))
            });
        }
    }
}
