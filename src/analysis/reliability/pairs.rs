//! The first coding beside each other one: pairs, so that cases coded by two and by many are compared alike.

use super::{CaseCodings, DoubleCoding, Rater, is_summed};
use crate::statistics::agreement::percent::PercentAgreement;
use crate::study::Study;
use crate::study::answers::case_view::Cell;
use crate::study::index::{CaseIx, QuestionIx};
use crate::study::ledger::entry::Round;
use typed_index_collections::TiVec;

impl<'a> DoubleCoding<'a> {
    /// Each coding of a blind round beside the first, in some cases.
    pub fn pairs(study: &'a Study, round: Round, is_meant: impl Fn(CaseIx) -> bool) -> Self {
        let cases = study.cases.files().filter(|&case| is_meant(case)).flat_map(|case| {
            let (first, others): (Vec<_>, Vec<_>) =
                study.answers.codings(case, round).into_iter().partition(|coding| coding.round == Round::First);
            let first = first.into_iter().next().map(|coding| coding.cells);
            others.into_iter().filter_map(move |other| Some((case, [first.clone()?, other.cells])))
        });
        Self::paired(study, round, cases)
    }

    /// Two codings of each case side by side; whose they are is not told.
    pub(crate) fn paired(
        study: &'a Study,
        round: Round,
        pairs: impl Iterator<Item = (CaseIx, [TiVec<QuestionIx, Cell>; 2])>,
    ) -> Self {
        let raters = [false, true].map(|again| Rater { again, coder: String::new() });
        let cases = pairs.map(|(case, cells)| CaseCodings { case, cells: cells.map(Some).into(), found: Vec::new() });
        Self { study, round, raters: raters.into(), cases: cases.collect() }
    }

    /// How many of all answers agree: to all questions but those that are answered in free words, or by the program.
    pub fn shared(&self) -> PercentAgreement {
        let questions = self.study.protocol.questions.iter_enumerated();
        let compared = questions.filter(|(_, asked)| is_summed(asked));
        compared.map(|(place, _)| self.question(place).alike()).sum()
    }
}
