//! Counts: per question and group the answers, the base, and the numbers outside it.
//!
//! A tally follows each answer: what changes is the question answered and the questions whose conditions depend on it,
//! in one case. The cost never depends on the number of cases.

mod entries;
mod grouping;
mod quantile;

use crate::study::answers::case_view::{Cell, CellStatus, Perspective, Row, asks_nothing};
use crate::study::answers::{Answers, Change};
use crate::study::index::{At, CaseIx, QuestionIx};
use crate::study::protocol::filter::{Filter, number};
use crate::study::protocol::{Kind, Per, Question};
use foldhash::HashMap;
pub use grouping::{Group, grouping};
use std::collections::BTreeMap;
use std::ops::Range;
use typed_index_collections::{TiSlice, TiVec};

/// What is counted for one question in one group.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Counts {
    /// Per choice, the cases that have it; empty for numbers, dates and texts.
    pub choices: Vec<u32>,
    /// The values of numbers, in thousandths, with the cases that have each.
    pub values: BTreeMap<i64, u32>,
    /// The texts as they were written, with the cases that have each.
    pub texts: BTreeMap<String, u32>,
    /// The years of dates, with the cases that have each.
    pub years: BTreeMap<u16, u32>,
    /// The base (underlag): cases to which the question applies with an answer that counts.
    pub base: u32,
    /// Outside the base: answered as not applicable.
    pub na: u32,
    /// Outside the base: its condition does not hold.
    pub not_asked: u32,
    /// Outside the base: its condition depends on an answer that is not there yet.
    pub not_known: u32,
    /// Outside the base: asked and unanswered.
    pub unanswered: u32,
    /// Of those not asked and of those not known, the cases in which there is no entry at the question's place.
    pub absent: [u32; 2],
}

impl Counts {
    fn blank(question: &Question) -> Self {
        Self { choices: vec![0; question.choices().len()], ..Self::default() }
    }

    /// Adds (or takes away) so many cases that stand alike.
    #[expect(clippy::indexing_slicing, reason = "of a place that there is not, any figure would be wrong")]
    fn count(&mut self, question: &Question, cell: Cell, answer: &str, cases: i32) {
        let step = |count: &mut u32| *count = count.saturating_add_signed(cases);
        let [not_asked, not_known] = &mut self.absent;
        match cell.status {
            CellStatus::NotAsked if !cell.there => step(not_asked),
            CellStatus::NotKnown if !cell.there => step(not_known),
            _ => {}
        }
        match cell.status {
            CellStatus::NotAsked => step(&mut self.not_asked),
            CellStatus::NotKnown => step(&mut self.not_known),
            CellStatus::Unanswered => step(&mut self.unanswered),
            CellStatus::Answered => {
                for (place, _) in question.chosen(answer) {
                    step(&mut self.choices[place]);
                }
                step(if question.is_in_base(answer) { &mut self.base } else { &mut self.na });
                match &question.kind {
                    Kind::Number { .. } => {
                        if let Some(value) = thousandths(answer) {
                            tick(&mut self.values, &value, step);
                        }
                    }
                    Kind::Text => tick(&mut self.texts, &answer.to_owned(), step),
                    Kind::Date => year(answer).iter().for_each(|year| tick(&mut self.years, year, step)),
                    Kind::Choice(_) | Kind::Choices(_) => {}
                }
            }
        }
    }

    /// How many gave a choice of the question; none where nothing was counted.
    #[expect(clippy::indexing_slicing, reason = "of a place that there is not, any figure would be wrong")]
    pub fn chosen(&self, choice: usize) -> u32 {
        if self.choices.is_empty() { 0 } else { self.choices[choice] }
    }

    /// Both counts together.
    #[must_use]
    pub fn plus(mut self, other: &Self) -> Self {
        self.choices.resize(self.choices.len().max(other.choices.len()), 0);
        self.choices.iter_mut().zip(&other.choices).for_each(|(sum, count)| *sum += count);
        other.values.iter().for_each(|(value, count)| *self.values.entry(*value).or_default() += count);
        other.texts.iter().for_each(|(text, count)| *self.texts.entry(text.clone()).or_default() += count);
        other.years.iter().for_each(|(year, count)| *self.years.entry(*year).or_default() += count);
        self.base += other.base;
        self.na += other.na;
        self.not_asked += other.not_asked;
        self.not_known += other.not_known;
        self.unanswered += other.unanswered;
        self.absent.iter_mut().zip(other.absent).for_each(|(sum, count)| *sum += count);
        self
    }

    /// Whether the percents as they are printed do not sum to 100, although every case has one answer.
    pub fn is_bent(&self, question: &Question) -> bool {
        let parts = question.choices().iter().zip(&self.choices).filter(|(choice, _)| choice.in_base);
        matches!(question.kind, Kind::Choice(_))
            && crate::statistics::percent::is_bent(parts.map(|(_, &k)| k), self.base)
    }

    /// The mean of the numbers, in thousandths, half away from zero.
    pub fn mean(&self) -> Option<i64> {
        let n: i64 = self.values.values().map(|&count| i64::from(count)).sum();
        let sum: i64 = self.values.iter().map(|(value, &count)| value * i64::from(count)).sum();
        (n > 0).then(|| (2 * sum + sum.signum() * n) / (2 * n))
    }

    /// The mean as people read it: in thousandths still, but rounded to tenths.
    pub fn shown_mean(&self) -> Option<i64> {
        self.mean().map(|mean| (mean + mean.signum() * 50) / 100 * 100)
    }

    /// The smallest and the largest number, in thousandths.
    pub fn range(&self) -> Option<(i64, i64)> {
        Some((*self.values.keys().next()?, *self.values.keys().next_back()?))
    }
}

/// Steps the count of one thing; what nobody has is not kept.
fn tick<T: Ord + Clone>(counts: &mut BTreeMap<T, u32>, thing: &T, step: impl Fn(&mut u32)) {
    let count = counts.entry(thing.clone()).or_default();
    step(count);
    if *count == 0 {
        counts.remove(thing);
    }
}

/// The year of a date.
fn year(answer: &str) -> Option<u16> {
    answer.split('-').next()?.parse().ok()
}

/// A number in thousandths, so that sums are exact.
#[expect(clippy::cast_possible_truncation, reason = "bounded by the check before it")]
pub(crate) fn thousandths(answer: &str) -> Option<i64> {
    let scaled = number(answer)? * 1000.0;
    (scaled.abs() < 1e15).then(|| scaled.round() as i64)
}

/// How a case stands in a tally.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// The filter leaves it out, or it is closed to the coder who reads.
    Outside,
    /// It was dropped with a reason.
    Dropped,
    /// Nothing is asked about it.
    Unasked,
    /// It counts.
    Counted,
}

/// The live counts of a study, per group of cases.
pub struct Tally {
    filter: Filter,
    /// The columns whose values make the groups.
    by: Vec<usize>,
    /// In the order they are shown.
    groups: Vec<Group>,
    group_of: TiVec<CaseIx, usize>,
    places: TiVec<CaseIx, Place>,
    /// Those of all cases, one case after the other.
    cells: Vec<Cell>,
    /// Per group.
    counts: Vec<TiVec<QuestionIx, Counts>>,
}

impl Tally {
    /// Counts every case, grouped by the cross of `by`.
    pub fn new(answers: &Answers, by: &[usize]) -> Self {
        Self::filtered(answers, by, Filter::default())
    }

    /// Counts the cases that a filter matches.
    pub fn filtered(answers: &Answers, by: &[usize], filter: Filter) -> Self {
        let cases = &answers.cases().cases;
        let mut tally = Self {
            filter,
            by: Vec::new(),
            counts: Vec::new(),
            groups: Vec::new(),
            group_of: TiVec::new(),
            places: cases.iter().map(|_| Place::Outside).collect(),
            cells: vec![Cell::BLANK; cases.len() * answers.protocol().questions.len()],
        };
        cases.keys().for_each(|case| tally.judge(answers, case));
        tally.grouped(answers, by)
    }

    /// The same cases, grouped by the cross of `by`.
    #[must_use]
    pub fn grouped(&self, answers: &Answers, by: &[usize]) -> Self {
        let (groups, group_of) = grouping(answers, by);
        let blank: TiVec<QuestionIx, Counts> = answers.protocol().questions.iter().map(Counts::blank).collect();
        let mut tally = Self {
            filter: self.filter.clone(),
            by: by.to_vec(),
            counts: vec![blank; groups.len()],
            groups,
            group_of,
            places: self.places.clone(),
            cells: self.cells.clone(),
        };
        // What stands alike is counted at once.
        let mut alike: HashMap<(usize, QuestionIx, Cell), i32> = HashMap::default();
        for case in self.places.keys().filter(|&case| self.is_counted(case)) {
            let group = *tally.group_of.at(case);
            for (question, cell) in tally.asked(answers, case) {
                *alike.entry((group, question, cell)).or_default() += 1;
            }
        }
        for ((group, question, cell), cases) in alike {
            tally.count(answers, group, question, cell, cases);
        }
        tally
    }

    /// Follows a change of the answers.
    pub fn follow(&mut self, answers: &Answers, change: Change) {
        match change {
            Change::Answer { case, question } if self.is_counted(case) && self.filter.is_empty() => {
                self.recount(answers, case, question);
                let dependents = &answers.protocol().questions.at(question).dependents;
                for &dependent in dependents {
                    self.recount(answers, case, dependent);
                }
            }
            Change::Answer { case, .. } | Change::Case(case) => {
                self.leave(answers, case);
                self.enter(answers, case);
            }
            Change::Question(_) => {
                for case in self.places.keys() {
                    self.leave(answers, case);
                    self.enter(answers, case);
                }
            }
            Change::Annotation => {}
        }
    }

    fn enter(&mut self, answers: &Answers, case: CaseIx) {
        self.judge(answers, case);
        self.count_all(answers, case, 1);
    }

    fn leave(&mut self, answers: &Answers, case: CaseIx) {
        self.count_all(answers, case, -1);
    }

    /// Finds out how a case stands, which must not be among the counted ones.
    fn judge(&mut self, answers: &Answers, case: CaseIx) {
        let cells = answers.sheet(Perspective::Record, case);
        let place = if answers.is_closed(case) || !self.filter.matches(&Row { answers, case, cells: &cells }) {
            Place::Outside
        } else if answers.dropped(case).is_some() {
            Place::Dropped
        } else if asks_nothing(&answers.protocol().questions, &cells) {
            Place::Unasked
        } else {
            Place::Counted
        };
        *self.places.at_mut(case) = place;
        self.cells_mut(case).raw.copy_from_slice(&cells.raw);
    }

    fn count_all(&mut self, answers: &Answers, case: CaseIx, cases: i32) {
        if self.is_counted(case) {
            let group = *self.group_of.at(case);
            let asked: Vec<(QuestionIx, Cell)> = self.asked(answers, case).collect();
            for (question, cell) in asked {
                self.count(answers, group, question, cell, cases);
            }
        }
    }

    fn recount(&mut self, answers: &Answers, case: CaseIx, question: QuestionIx) {
        let value = answers.stored(Perspective::Record, case, question);
        let cell = Row { answers, case, cells: self.cells(case) }.judge(question, value);
        let before = std::mem::replace(self.cells_mut(case).at_mut(question), cell);
        if answers.protocol().questions.at(question).per == answers.cases().per(case) {
            let group = *self.group_of.at(case);
            self.count(answers, group, question, before, -1);
            self.count(answers, group, question, cell, 1);
        }
    }

    /// The cells of the questions that are about such a case.
    fn asked(&self, answers: &Answers, case: CaseIx) -> impl Iterator<Item = (QuestionIx, Cell)> {
        let per = answers.cases().per(case);
        let questions = answers.protocol().questions.iter_enumerated().zip(self.cells(case));
        questions.filter(move |((_, asked), _)| asked.per == per).map(|((question, _), cell)| (question, *cell))
    }

    fn count(&mut self, answers: &Answers, group: usize, question: QuestionIx, cell: Cell, cases: i32) {
        let asked = answers.protocol().questions.at(question);
        if let Some(counts) = self.counts.get_mut(group) {
            counts.at_mut(question).count(asked, cell, answers.text(cell.value), cases);
        }
    }

    /// The answers of record of a case, as they are counted.
    #[expect(clippy::indexing_slicing, reason = "of a place that there is not, any figure would be wrong")]
    pub fn cells(&self, case: CaseIx) -> &TiSlice<QuestionIx, Cell> {
        TiSlice::from_ref(&self.cells[self.range(case)])
    }

    #[expect(clippy::indexing_slicing, reason = "of a place that there is not, any figure would be wrong")]
    fn cells_mut(&mut self, case: CaseIx) -> &mut TiSlice<QuestionIx, Cell> {
        let range = self.range(case);
        TiSlice::from_mut(&mut self.cells[range])
    }

    /// Where the cells of a case are.
    fn range(&self, case: CaseIx) -> Range<usize> {
        let questions = self.cells.len() / self.places.len().max(1);
        let start = usize::from(case) * questions;
        start..start + questions
    }

    /// Whether a case counts: it is matched and not dropped, and something is asked about it.
    pub fn is_counted(&self, case: CaseIx) -> bool {
        *self.places.at(case) == Place::Counted
    }

    /// Whether a case is matched and not dropped, although nothing may be asked about it: what stands in lists.
    pub fn is_listed(&self, case: CaseIx) -> bool {
        matches!(self.places.at(case), Place::Counted | Place::Unasked)
    }

    /// How many of some cases were dropped with a reason.
    pub fn dropped(&self, cases: impl Iterator<Item = CaseIx>) -> usize {
        cases.filter(|&case| *self.places.at(case) == Place::Dropped).count()
    }

    /// About how many of some cases nothing is asked.
    pub fn unasked(&self, cases: impl Iterator<Item = CaseIx>) -> usize {
        cases.filter(|&case| *self.places.at(case) == Place::Unasked).count()
    }

    /// The columns whose values make the groups.
    pub fn by(&self) -> &[usize] {
        &self.by
    }

    /// The groups in the order they are shown, those of cases first.
    pub fn groups(&self) -> &[Group] {
        &self.groups
    }

    /// What is counted for a question in one group.
    pub fn of_group(&self, question: QuestionIx, group: usize) -> Counts {
        self.group(question, group).cloned().unwrap_or_default()
    }

    fn group(&self, question: QuestionIx, group: usize) -> Option<&Counts> {
        self.counts.get(group).map(|counts| counts.at(question))
    }

    /// What is counted for a question over all groups whose values `holds` accepts.
    pub fn sum(&self, question: QuestionIx, holds: impl Fn(&[String]) -> bool) -> Counts {
        let matching = self.groups.iter().enumerate().filter(|(_, group)| holds(&group.values));
        matching.filter_map(|(group, _)| self.group(question, group)).fold(Counts::default(), Counts::plus)
    }

    /// What is counted for a question over all cases.
    pub fn total(&self, question: QuestionIx) -> Counts {
        self.sum(question, |_| true)
    }

    /// The values that the groups of cases or of entries have in their `axis`-th column, in the order they are shown.
    pub fn values(&self, axis: usize, per: Per) -> Vec<&str> {
        let mut values: Vec<&str> = Vec::new();
        let groups = self.groups.iter().filter(|group| group.per == per);
        for value in groups.filter_map(|group| group.values.get(axis)) {
            if !values.contains(&value.as_str()) {
                values.push(value);
            }
        }
        values
    }
}

#[cfg(test)]
mod tests;
