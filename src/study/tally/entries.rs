//! Counts over the entries of a repeat: all its places together, and the cases in which any entry has an answer.

use super::{Counts, Tally};
use crate::study::answers::Answers;
use crate::study::answers::case_view::CellStatus;
use crate::study::index::{At, CaseIx, QuestionIx};

impl Counts {
    /// The same without the places at which there is no entry.
    #[must_use]
    pub fn of_entries(mut self) -> Self {
        let [not_asked, not_known] = std::mem::take(&mut self.absent);
        self.not_asked -= not_asked;
        self.not_known -= not_known;
        self
    }

    /// How many cases, or entries, there are in all.
    pub fn all(&self) -> u32 {
        self.base + self.na + self.not_asked + self.not_known + self.unanswered
    }
}

impl Tally {
    /// What is counted over the entries of a repeat for a question that is asked at these places, over all groups whose
    /// values `holds` accepts.
    pub fn entries(&self, places: &[QuestionIx], holds: impl Fn(&[String]) -> bool) -> Counts {
        let all = places.iter().fold(Counts::default(), |sum, &place| sum.plus(&self.sum(place, &holds)));
        all.of_entries()
    }

    /// In how many cases any entry has each answer to a question that is asked at these places. A case counts as the best
    /// known of its entries does: in the base where one of them is.
    pub fn cases_with(&self, answers: &Answers, places: &[QuestionIx], holds: impl Fn(&[String]) -> bool) -> Counts {
        let Some(&first) = places.first() else { return Counts::default() };
        let question = answers.protocol().questions.at(first);
        let is_of = |case: &CaseIx| {
            self.is_counted(*case)
                && self.groups.get(*self.group_of.at(*case)).is_some_and(|group| holds(&group.values))
        };
        let mut counts = Counts::blank(question);
        for case in self.places.keys().filter(is_of).filter(|&case| answers.cases().per(case) == question.per) {
            let there = places.iter().map(|&place| (place, self.cells(case).at(place))).filter(|(_, cell)| cell.there);
            let there: Vec<_> = there.collect();
            let is_any = |status: CellStatus| there.iter().any(|(_, cell)| cell.status == status);
            let given = || {
                let answered = there.iter().filter(|(_, cell)| cell.status == CellStatus::Answered);
                answered.map(|&(place, cell)| answers.text(answers.counted_as(place, cell.value)))
            };
            for (place, choice) in question.choices().iter().enumerate() {
                let has = |answer: &str| question.chosen(answer).any(|(_, chosen)| chosen.id == choice.id);
                if let Some(count) = counts.choices.get_mut(place).filter(|_| given().any(has)) {
                    *count += 1;
                }
            }
            let count = if given().any(|answer| question.is_in_base(answer)) {
                &mut counts.base
            } else if is_any(CellStatus::Answered) {
                &mut counts.na
            } else if is_any(CellStatus::Unanswered) {
                &mut counts.unanswered
            } else if is_any(CellStatus::NotKnown) || self.is_unknown(case, places) {
                &mut counts.not_known
            } else {
                &mut counts.not_asked
            };
            *count += 1;
        }
        counts
    }

    /// In how many cases there is any entry.
    pub fn cases_of_entries(&self, answers: &Answers, places: &[QuestionIx]) -> u32 {
        let has_any =
            |case: &CaseIx| self.is_counted(*case) && places.iter().any(|&place| self.cells(*case).at(place).there);
        let per = places.first().map(|&first| answers.protocol().questions.at(first).per);
        let cases = self.places.keys().filter(|&case| Some(answers.cases().per(case)) == per);
        u32::try_from(cases.filter(has_any).count()).unwrap_or(u32::MAX)
    }

    /// Whether it is not known yet whether a case has entries at these places.
    fn is_unknown(&self, case: CaseIx, places: &[QuestionIx]) -> bool {
        places.iter().any(|&place| self.cells(case).at(place).status == CellStatus::NotKnown)
    }
}

#[cfg(test)]
mod tests;
