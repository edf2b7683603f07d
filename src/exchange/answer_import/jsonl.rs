//! This program's own JSON Lines: one object a case, every answer as the ledger has it.

use super::{ColumnMapping, How, ParsedAnswers, Reading, Sheet, Target};
use crate::base::fault::{Fault, Faults, Result};
use crate::base::language::Message;
use crate::base::progress;
use crate::base::table::Origin;
use crate::msg;
use serde::Deserialize;
use std::collections::BTreeMap;

/// What is read of a case.
#[derive(Deserialize)]
struct Case {
    case_id: String,
    answers: BTreeMap<String, String>,
}

/// Whether a text begins as such a file.
pub(crate) fn is_cases(text: &str) -> bool {
    text.lines().next().is_some_and(|line| serde_json::from_str::<Case>(line).is_ok())
}

impl Reading<'_> {
    /// Reads the cases in the file `name`.
    pub(crate) fn cases(mut self, name: &str, text: &str) -> Result<Sheet> {
        self.sheet.origins.push(Origin { file: name.to_owned(), sheet: None });
        let mut faults = Vec::new();
        let mut wrong = |line: usize, message: Message| faults.push(Fault::new(message).at(name, line, "", None));
        let lines: Vec<&str> = text.lines().collect();
        for (line, text) in (1..).zip(progress::counted(lines.into_iter())) {
            match serde_json::from_str::<Case>(text) {
                Ok(case) => case.answers.iter().for_each(|(question, answer)| {
                    if let Err(message) = self.case_answer(line, &case.case_id, question, answer) {
                        wrong(line, message);
                    }
                }),
                Err(error) => wrong(line, msg!("coded-json", cause = error.to_string())),
            }
        }
        if faults.is_empty() { Ok(self.sheet) } else { Err(Faults(faults)) }
    }

    fn case_answer(
        &mut self,
        line: usize,
        case: &str,
        question: &str,
        answer: &str,
    ) -> std::result::Result<(), Message> {
        let known = self.protocol.question(question);
        let Some((place, asked)) = known.and_then(|place| Some((place, self.protocol.questions.get(place)?))) else {
            return Err(msg!("answers-question", name = question));
        };
        if let Some(message) = self.refuses(case, asked) {
            return Err(message);
        }
        let coded = ParsedAnswers {
            file: 0,
            line,
            column: 0,
            case_id: case.to_owned(),
            question: question.to_owned(),
            answer: asked.stored(answer)?,
        };
        if !self.sheet.mapped.iter().any(|mapped| mapped.target == Target::Question(place)) {
            self.sheet.mapped.push(ColumnMapping::new(question, Target::Question(place), How::Id));
        }
        let list = if asked.derive.is_some() { &mut self.sheet.computed } else { &mut self.sheet.answers };
        list.push(coded);
        Ok(())
    }
}
