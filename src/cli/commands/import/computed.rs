//! What a file says of questions whose answers are computed, beside what they come to here.

use super::super::Context;
use crate::base::fault::Result;
use crate::exchange::answer_import::{ParsedAnswers, Sheet};
use crate::msg;
use crate::study::Study;
use crate::study::answers::case_view::{CellStatus, Perspective};
use crate::study::index::QuestionIx;
use std::collections::BTreeMap;

/// So many places of a question are named.
const NAMED: usize = 3;

/// The values that are equal, and by question those that differ, with what is computed here.
pub(crate) struct Computed<'a> {
    equal: usize,
    differing: BTreeMap<QuestionIx, Vec<(&'a ParsedAnswers, String)>>,
}

impl<'a> Computed<'a> {
    /// Of all that a file says, beside the answers as they are once it is read.
    pub(crate) fn of(study: &Study, sheet: &'a Sheet, perspective: Perspective<'_>) -> Self {
        let mut computed = Self { equal: 0, differing: BTreeMap::new() };
        for of_case in sheet.computed.chunk_by(|one, next| one.case_id == next.case_id) {
            let case = of_case.first().and_then(|coded| study.cases.place(&coded.case_id));
            let cells = case.map(|case| study.answers.sheet(perspective, case)).unwrap_or_default();
            for coded in of_case {
                let Some(place) = study.protocol.question(&coded.question) else { continue };
                let cell = cells.get(place).filter(|cell| cell.status == CellStatus::Answered);
                let here = cell.map_or("", |cell| study.answers.text(cell.value));
                if here == coded.answer {
                    computed.equal += 1;
                } else {
                    computed.differing.entry(place).or_default().push((coded, here.to_owned()));
                }
            }
        }
        computed
    }

    /// Tells how many are equal, and of each question how many differ and where the first ones stand.
    pub(crate) fn tell(&self, sheet: &Sheet, context: &mut Context<'_>) -> Result<()> {
        if self.equal > 0 {
            context.say(&msg!("import-computed", n = self.equal))?;
        }
        for differing in self.differing.values() {
            let Some((first, _)) = differing.first() else { continue };
            let none = context.words.get("import-computed-none");
            let place = |(coded, here): &(&ParsedAnswers, String)| {
                let here = if here.is_empty() { none.as_str() } else { here };
                format!("{} {}: {} ({here})", sheet.place(coded), coded.case_id, coded.answer)
            };
            let places = differing.iter().take(NAMED).map(place).collect::<Vec<_>>().join("; ");
            let question = first.question.as_str();
            context.tell(&msg!(
                "import-computed-differs",
                n = differing.len(),
                question = question,
                places = places
            ))?;
        }
        Ok(())
    }
}
