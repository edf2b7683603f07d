//! The result of a spot check: how far the two codings of its cases agree, and where they differ.

use super::{DoubleCoding, is_summed};
use crate::statistics::agreement::percent::PercentAgreement;
use crate::study::Study;
use crate::study::answers::case_view::{Cell, Perspective};
use crate::study::answers::coding::Coding;
use crate::study::index::{At, CaseIx, QuestionIx};
use crate::study::ledger::entry::{Op, Round};

/// A day in milliseconds.
const DAY: i64 = 24 * 60 * 60 * 1000;

/// One coding's answer to a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Voice<'a> {
    /// Whose it is.
    pub coder: &'a str,
    /// How the question stands in it, and its answer.
    pub cell: Cell,
    /// The coder's comment; empty where there is none.
    pub note: &'a str,
}

/// A question of a case to which the two codings say different things.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference<'a> {
    /// The case.
    pub case: CaseIx,
    /// The question.
    pub question: QuestionIx,
    /// What the first coding says.
    pub first: Voice<'a>,
    /// What the spot check says.
    pub spot: Voice<'a>,
    /// In a retest, how many days lie between the two.
    pub days: Option<i64>,
}

/// The result of a coder's newest spot check, as far as its cases are finished.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome<'a> {
    /// The seed of the draw.
    pub seed: &'a str,
    /// How many cases were drawn.
    pub drawn: usize,
    /// How many of them are still to be coded.
    pub left: usize,
    /// How many of them cannot be reviewed.
    pub dropped: usize,
    /// How many of them are compared.
    pub compared: usize,
    /// In how many of how many answers both say the same.
    pub alike: PercentAgreement,
    /// The first step: of how many they say alike whether the question applies.
    pub applies: PercentAgreement,
    /// The second step: how many are alike of those that both say it applies to.
    pub answers: PercentAgreement,
    /// Whether there are answers in free words too, which are compared and not summed up.
    pub has_free_words: bool,
    /// Where they differ, case by case.
    pub differences: Vec<Difference<'a>>,
}

impl<'a> Outcome<'a> {
    /// The result of a coder's newest spot check; nothing where none was drawn.
    pub fn of(study: &'a Study, coder: &'a str) -> Option<Self> {
        let check = study.answers.spot_check(coder)?;
        let pair = |&case: &CaseIx| Some((case, pair(study, case, coder)?));
        let pairs: Vec<_> = check.cases.iter().filter_map(pair).collect();
        let double = beside(study, &pairs);
        let lenses = [Perspective::Own(coder, Round::Spot), Perspective::Record];
        let is_dropped =
            |case: &CaseIx| lenses.iter().any(|&perspective| study.answers.dropped_in(perspective, *case).is_some());
        let dropped = check.cases.iter().filter(|case| !check.left.contains(case) && is_dropped(case)).count();
        let none = PercentAgreement { alike: 0, of: 0 };
        let mut outcome = Self {
            seed: check.seed,
            drawn: check.cases.len(),
            left: check.left.len(),
            dropped,
            compared: pairs.len(),
            alike: none,
            applies: none,
            answers: none,
            has_free_words: false,
            differences: Vec::new(),
        };
        for (question, _) in study.protocol.questions.iter_enumerated().filter(|(_, asked)| asked.derive.is_none()) {
            outcome.take(study, &double, question, &pairs);
        }
        outcome.differences.sort_by_key(|difference| (difference.case, difference.question));
        Some(outcome)
    }

    fn take(
        &mut self,
        study: &'a Study,
        double: &DoubleCoding<'_>,
        question: QuestionIx,
        pairs: &[(CaseIx, [Coding<'a>; 2])],
    ) {
        let compared = double.question(question);
        let alike = compared.alike();
        if is_summed(study.protocol.questions.at(question)) {
            add(&mut self.alike, alike);
            add(
                &mut self.applies,
                compared.applies().map_or(PercentAgreement { alike: alike.of, ..alike }, |step| step.alike()),
            );
            add(&mut self.answers, compared.answers().alike());
        } else {
            self.has_free_words |= alike.of > 0;
        }
        for row in compared.differing() {
            let Some((case, [first, spot])) = pairs.iter().find(|(case, _)| *case == row.case) else { continue };
            let voice = |coding: &Coding<'a>| Voice {
                coder: coding.coder,
                cell: *coding.cells.at(question),
                note: note(study, coding, *case, question),
            };
            let days = (first.coder == spot.coder).then(|| days(study, *case, spot.coder));
            let (first, spot) = (voice(first), voice(spot));
            self.differences.push(Difference { case: *case, question, first, spot, days });
        }
    }

    /// Whether the coders differ on whether a question applies, so that the two steps say more than the sum.
    pub fn has_steps(&self) -> bool {
        self.applies.alike < self.applies.of
    }
}

fn add(sum: &mut PercentAgreement, more: PercentAgreement) {
    *sum = [*sum, more].into_iter().sum();
}

/// The first coding of a case and a coder's spot check of it, if both are finished.
fn pair<'a>(study: &'a Study, case: CaseIx, coder: &str) -> Option<[Coding<'a>; 2]> {
    let codings = study.answers.codings(case, Round::Spot);
    let first = codings.iter().find(|coding| coding.round == Round::First)?.clone();
    let spot = codings.into_iter().find(|coding| coding.round == Round::Spot && coding.coder == coder)?;
    Some([first, spot])
}

/// Those pairs as two raters, whoever coded which case first.
fn beside<'a>(study: &'a Study, pairs: &[(CaseIx, [Coding<'a>; 2])]) -> DoubleCoding<'a> {
    let cells = |(case, [first, spot]): &(CaseIx, [Coding<'a>; 2])| (*case, [first.cells.clone(), spot.cells.clone()]);
    DoubleCoding::paired(study, Round::Spot, pairs.iter().map(cells))
}

/// A coder's comment on a question.
fn note<'a>(study: &'a Study, coding: &Coding<'a>, case: CaseIx, question: QuestionIx) -> &'a str {
    let own = study.answers.own(Op::Note, coding.coder, coding.round, case, Some(question));
    own.map_or("", |own| study.answers.text(own.value))
}

/// How many days lie between a coder's two codings of a case.
fn days(study: &Study, case: CaseIx, coder: &str) -> i64 {
    let done = |round: Round| study.answers.own(Op::Done, coder, round, case, None).map_or(0, |line| line.at);
    (done(Round::Spot) - done(Round::First)) / DAY
}

#[cfg(test)]
mod tests;
