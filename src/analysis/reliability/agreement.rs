//! The agreement on one question: how many said the same, in two steps where the question may not apply, with coefficients
//! below.

use super::figure::{Figure, Part, named, numbers, open, ordered, shares};
use super::{Category, Compared, DoubleCoding, Rater, is_summed};
use crate::statistics::agreement::percent::PercentAgreement;
use crate::study::index::QuestionIx;
use crate::study::protocol::{Choice, Kind, Per, Question};

/// The codings of a question side by side, with what is told of them.
pub struct Agreement<'a> {
    /// Its place in the protocol.
    pub place: QuestionIx,
    /// The question.
    pub question: &'a Question,
    /// All that was said.
    pub whole: Compared,
    choices: Vec<(usize, Compared)>,
}

/// What two coders said against each other.
pub struct Cross<'a> {
    /// The coder of the rows, and that of the columns.
    pub raters: [&'a Rater; 2],
    /// What can be said.
    pub categories: &'a [Category],
    /// How often, row by row.
    pub counts: Vec<Vec<u32>>,
}

impl<'a> DoubleCoding<'a> {
    /// The questions that were asked of the coders; those that follow from other answers are no answers of theirs, and those
    /// about units are told only where anybody coded them twice.
    pub fn agreements(&self) -> Vec<Agreement<'a>> {
        let questions = self.study().protocol.questions.iter_enumerated();
        let asked = questions.filter(|(_, question)| question.derive.is_none());
        let told = asked.map(|(place, question)| self.agreement(place, question));
        told.filter(|told| told.question.per == Per::Case || !told.whole.rows.is_empty()).collect()
    }

    fn agreement(&self, place: QuestionIx, question: &'a Question) -> Agreement<'a> {
        Agreement { place, question, whole: self.question(place), choices: self.choices(place) }
    }
}

/// How many answers of all were alike, those in free words left aside.
pub fn total(agreements: &[Agreement<'_>]) -> PercentAgreement {
    agreements.iter().filter(|one| is_summed(one.question)).map(|one| one.whole.alike()).sum()
}

/// Whether there are answers in free words among them, which are compared and not summed up.
pub fn has_free_words(agreements: &[Agreement<'_>]) -> bool {
    agreements.iter().any(|one| !is_summed(one.question) && !one.whole.rows.is_empty())
}

impl Agreement<'_> {
    /// The choice that a part is about, if it is about one.
    pub fn choice(&self, part: Part) -> Option<&Choice> {
        let Part::Choice(place) = part else { return None };
        self.question.choices().get(place)
    }

    /// The parts of what was said: all of it; in two steps where the question may not apply; each choice of a multi-answer.
    pub fn parts(&self) -> Vec<(Part, Compared)> {
        let steps =
            self.whole.applies().map(|applies| [(Part::Applies, applies), (Part::Answer, self.whole.answers())]);
        let choices = self.choices.iter().map(|(place, compared)| (Part::Choice(*place), compared.clone()));
        [(Part::Whole, self.whole.clone())].into_iter().chain(steps.into_iter().flatten()).chain(choices).collect()
    }

    /// Everything that can be told of it.
    pub fn figures(&self) -> Vec<Figure> {
        let parts = self.parts();
        // On a scale or among numbers "does not apply" has no place: what rests on them stands with the second step.
        let step = if parts.iter().any(|(part, _)| *part == Part::Answer) { Part::Answer } else { Part::Whole };
        let of = |(part, compared): &(Part, Compared)| {
            let mut figures = shares(*part, compared);
            figures.extend(self.names(*part, compared));
            if *part == step {
                figures.extend(self.steps(*part));
            }
            figures
        };
        parts.iter().flat_map(of).collect()
    }

    /// The coefficients of a part whose answers are taken as names.
    pub fn names(&self, part: Part, compared: &Compared) -> Vec<Figure> {
        let is_open = matches!(part, Part::Whole | Part::Answer) && !matches!(self.question.kind, Kind::Choice(_));
        if is_open { vec![open(part, compared)] } else { named(part, compared) }
    }

    /// The coefficients that know how far apart two answers are.
    fn steps(&self, part: Part) -> Vec<Figure> {
        match &self.question.kind {
            Kind::Number { .. } => vec![numbers(part, &self.whole)],
            _ => self.whole.ordered(self.question).map_or_else(Vec::new, |scale| ordered(part, &self.whole, &scale)),
        }
    }

    /// The cross-table of two coders, where the question has choices and no third coded it.
    pub fn cross<'c>(&'c self, raters: &'c [Rater]) -> Option<Cross<'c>> {
        let ratings = self.whole.ratings();
        let silent = ratings.silent();
        let active: Vec<usize> = (0..raters.len()).filter(|place| !silent.contains(place)).collect();
        let [one, other] = active.as_slice() else { return None };
        let counts = ratings.table(*one, *other).rows().map(<[u32]>::to_vec).collect();
        let is_listed = matches!(self.question.kind, Kind::Choice(_));
        let raters = [raters.get(*one)?, raters.get(*other)?];
        is_listed.then(|| Cross { raters, categories: &self.whole.categories, counts })
    }
}

#[cfg(test)]
mod tests;
