//! Each coder's share of favourable answers beside that of the others, in the same strata.
//!
//! It rests on what each coder answered in the own cases in the first round, never on what was settled together.

use crate::statistics::contrast::{Contrast, Share, Stratified, contrasted};
use crate::study::Study;
use crate::study::answers::case_view::{CellStatus, Perspective};
use crate::study::index::{At, QuestionIx};
use crate::study::ledger::entry::Round;
use crate::study::protocol::{Choice, Per, Question};
use std::collections::{BTreeMap, BTreeSet};

/// One coder's favourable answers to a question beside those of the others, in the units and sexes of which both have
/// answers.
#[derive(Debug, Clone, PartialEq)]
pub struct Apart {
    /// The coder.
    pub coder: String,
    /// The other coder, where there is just one.
    pub other: Option<String>,
    /// The question.
    pub question: QuestionIx,
    /// The coder and the others, in strata of unit and sex.
    pub contrast: Stratified,
}

/// The shares of one coder, by unit and sex.
type Strata<'a> = BTreeMap<[&'a str; 2], Share>;

/// Every coder beside the others, question by question; of two coders, the first beside the second.
pub(crate) fn apart(study: &Study) -> Vec<Apart> {
    let counts = counts(study);
    let coders: BTreeSet<&str> = counts.values().flat_map(|of| of.keys().copied()).collect();
    let beside = |&coder: &&str| {
        let mut others = coders.iter().filter(|other| **other != coder);
        let other = others.next().filter(|_| coders.len() == 2).map(|&other| other.to_owned());
        let of = counts.iter().filter_map(|(question, of)| of_question(*question, coder, of));
        of.map(|apart| Apart { other: other.clone(), ..apart }).collect::<Vec<_>>()
    };
    coders.iter().take(contrasted(coders.len())).flat_map(beside).collect()
}

/// The favourable choices of a question about cases with one answer that a coder gives.
pub fn favourable(question: &Question) -> impl Iterator<Item = &Choice> {
    let is_meant = !question.is_multi() && question.per == Per::Case && question.derive.is_none();
    question.favourable_choices().filter(move |_| is_meant).map(|(_, choice)| choice)
}

/// Per question and coder, the favourable answers and the base of every stratum.
fn counts(study: &Study) -> BTreeMap<QuestionIx, BTreeMap<&str, Strata<'_>>> {
    let answers = &study.answers;
    let mut counts: BTreeMap<QuestionIx, BTreeMap<&str, Strata<'_>>> = BTreeMap::new();
    let questions = study.protocol.questions.iter_enumerated();
    let questions: Vec<(QuestionIx, &Question)> =
        questions.filter(|(_, asked)| favourable(asked).next().is_some()).collect();
    for case in study.cases.files().filter(|&case| study.tally().is_counted(case)) {
        let Some(coder) = answers.owner(case) else { continue };
        let stratum = [study.protocol.unit(), study.protocol.sex()]
            .map(|column| column.map_or("", |column| study.cases.value(case, column)));
        let cells = answers.sheet(Perspective::Own(coder, Round::First), case);
        for (place, asked) in &questions {
            let answered = Some(*cells.at(*place)).filter(|cell| cell.status == CellStatus::Answered);
            let choice = answered.and_then(|cell| asked.chosen(answers.text(cell.value)).next());
            let Some((_, choice)) = choice.filter(|(_, choice)| choice.in_base) else { continue };
            let share = counts.entry(*place).or_default().entry(coder).or_default().entry(stratum).or_default();
            share.0 += u32::from(asked.is_favourable(&choice.id));
            share.1 += 1;
        }
    }
    counts
}

/// One coder beside the others in one question; nothing where they have no stratum in common.
fn of_question(question: QuestionIx, coder: &str, of: &BTreeMap<&str, Strata<'_>>) -> Option<Apart> {
    let strata = of.get(coder)?.iter().map(|(stratum, own)| {
        let others = of.iter().filter(|(other, _)| **other != coder).filter_map(|(_, strata)| strata.get(stratum));
        Contrast { one: *own, other: others.fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1)) }
    });
    Some(Apart { coder: coder.to_owned(), other: None, question, contrast: Stratified::new(strata)? })
}
