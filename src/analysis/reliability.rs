//! Double coding: what several coders answered about the same cases, each without seeing the others' answers.
//!
//! It rests on the original codings ([`crate::study::answers::coding`]), never on what was settled together. A question is compared
//! in the cases in which anybody was asked it. That it is not asked, by a coder's own answers, and that it was answered
//! with n.a. are one and the same thing here: to that coder it does not apply.

pub mod spot_frame;

pub mod agreement;
pub mod differences;
pub mod figure;
pub mod gold;
pub mod group;
pub mod overlap;
pub mod overview;
mod pairs;
pub mod spot;

use crate::base::text::folded;
use crate::statistics::agreement::Ratings;
use crate::statistics::agreement::percent::PercentAgreement;
use crate::study::Study;
use crate::study::answers::case_view::{Cell, CellStatus};
use crate::study::index::{At, CaseIx, QuestionIx};
use crate::study::ledger::entry::Round;
use crate::study::ledger::evidence::Evidence;
use crate::study::protocol::{Kind, Question, Role};
use crate::study::tally::thousandths;
use std::collections::{BTreeMap, BTreeSet};
use typed_index_collections::TiVec;

/// Who coded: a column of the comparison.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rater {
    /// Whether it is the second coding of one who coded the same case first, as in a retest.
    pub again: bool,
    /// The coder.
    pub coder: String,
}

/// A case that at least two finished.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseCodings {
    /// The case.
    pub case: CaseIx,
    /// What each rater answered; nothing where it was not the rater's to code.
    pub cells: Vec<Option<TiVec<QuestionIx, Cell>>>,
    /// Where each rater found the answers, where the raters are told apart.
    pub found: Vec<BTreeMap<QuestionIx, Vec<Evidence>>>,
}

/// A blind coding that is not finished.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Underway<'a> {
    /// The case.
    pub case: CaseIx,
    /// Whose it is.
    pub coder: &'a str,
    /// How many questions are answered so far.
    pub answered: usize,
}

/// The cases of a study that were coded more than once.
#[derive(Clone)]
pub struct DoubleCoding<'a> {
    study: &'a Study,
    /// The blind round that is compared with the first.
    pub round: Round,
    /// Who coded.
    pub raters: Vec<Rater>,
    /// The cases, in the order of the case list.
    pub cases: Vec<CaseCodings>,
}

/// What a coding says to a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Said {
    /// Nothing yet.
    Nothing,
    /// By its own answers it is not asked.
    NotAsked,
    /// It does not apply.
    Na,
    /// An answer, by its number.
    Answer(u32),
}

/// What can be said to a question.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Category {
    /// A choice of the question, by its place.
    Choice(usize),
    /// A number in thousandths.
    Number(i64),
    /// A date, a text or a set of choices, as it is compared.
    Text(String),
    /// The question applies.
    Applies,
    /// A choice is among those given.
    Given,
    /// It is not.
    NotGiven,
    /// The question does not apply.
    DoesNotApply,
}

/// A case in which a question is compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The case.
    pub case: CaseIx,
    /// What each rater said, as a place among the categories.
    pub said: Vec<Option<usize>>,
}

impl Row {
    /// Whether at least two said something.
    fn is_compared(&self) -> bool {
        self.said.iter().flatten().count() >= 2
    }

    /// Whether all who said anything said the same.
    pub fn is_alike(&self) -> bool {
        let mut said = self.said.iter().flatten();
        let first = said.next();
        said.all(|other| Some(other) == first)
    }
}

/// The codings of a question side by side.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Compared {
    /// What can be said: the choices as declared, or all that was written; last that it does not apply, where it may not.
    pub categories: Vec<Category>,
    /// The cases that at least two said something of.
    pub rows: Vec<Row>,
    raters: usize,
}

/// Whether the answers to a question are among those that are summed up: those in free words are hardly ever the same, and
/// what the program computes is nobody's answer.
pub fn is_summed(question: &Question) -> bool {
    question.kind != Kind::Text && question.derive.is_none()
}

impl<'a> DoubleCoding<'a> {
    /// The cases that were finished in the first round and in a blind one.
    pub fn of(study: &'a Study, round: Round) -> Self {
        let codings = study.cases.cases.keys().map(|case| (case, study.answers.codings(case, round)));
        let doubled: Vec<_> = codings.filter(|(_, codings)| codings.len() >= 2).collect();
        let rater = |place: usize, codings: &[crate::study::answers::coding::Coding<'_>]| {
            let coder = codings.get(place).map_or("", |coding| coding.coder);
            let again =
                place > 0 && codings.first().is_some_and(|first| first.round == Round::First && first.coder == coder);
            Rater { again, coder: coder.to_owned() }
        };
        let named = doubled.iter().flat_map(|(_, codings)| (0..codings.len()).map(|place| rater(place, codings)));
        let raters: Vec<Rater> = named.collect::<BTreeSet<Rater>>().into_iter().collect();
        let cases = doubled.iter().map(|(case, codings)| {
            let of = |wanted: &Rater| (0..codings.len()).find(|&place| rater(place, codings) == *wanted);
            let cells = raters.iter().map(|wanted| codings.get(of(wanted)?).map(|coding| coding.cells.clone()));
            let found = raters.iter().map(|wanted| codings.get(of(wanted)?).map(|coding| coding.found.clone()));
            CaseCodings { case: *case, cells: cells.collect(), found: found.map(Option::unwrap_or_default).collect() }
        });
        Self { study, round, cases: cases.collect(), raters }
    }

    /// The same, of some cases alone.
    #[must_use]
    pub fn only(&self, keep: impl Fn(&CaseCodings) -> bool) -> Self {
        let cases = self.cases.iter().filter(|doubled| keep(doubled)).cloned().collect();
        Self { cases, raters: self.raters.clone(), ..*self }
    }

    /// The study.
    pub fn study(&self) -> &'a Study {
        self.study
    }

    /// The blind codings of the round that are asked for or begun, and not finished; of a case that was dropped, there is
    /// nothing to finish.
    pub fn underway(&self) -> Vec<Underway<'a>> {
        let answers = &self.study.answers;
        let coders = answers.known_coders();
        let due = |case: CaseIx| {
            let coders = coders.iter().copied();
            coders.filter(move |coder| answers.is_due_blind(coder, self.round, case)).map(move |coder| Underway {
                case,
                coder,
                answered: answers.answered_in(coder, self.round, case),
            })
        };
        self.study.cases.files().filter(|&case| answers.dropped(case).is_none()).flat_map(due).collect()
    }

    /// The codings of a question side by side.
    pub fn question(&self, question: QuestionIx) -> Compared {
        let asked = self.study.protocol.questions.at(question);
        let is_single = matches!(asked.kind, Kind::Choice(_));
        let choices = asked.choices().iter().enumerate().filter(|(_, choice)| choice.role != Some(Role::Na));
        let mut declared: Vec<Category> =
            choices.filter(|_| is_single).map(|(place, _)| Category::Choice(place)).collect();
        if asked.choices().iter().any(|choice| choice.role == Some(Role::Na)) || !asked.when.is_empty() {
            declared.push(Category::DoesNotApply);
        }
        let said = self.rows(question, |said| match said {
            Said::Nothing => None,
            Said::NotAsked | Said::Na => Some(Category::DoesNotApply),
            Said::Answer(value) => Some(self.category(question, asked, value)),
        });
        Compared::new(declared, &said, self.raters.len())
    }

    /// The cases in which one coder alone answered a question that is summed up, and all others left it open: there is
    /// nothing to compare, but they did not say the same either.
    pub fn one_sided(&self, question: QuestionIx) -> Vec<CaseIx> {
        if !is_summed(self.study.protocol.questions.at(question)) {
            return Vec::new();
        }
        let said = self.rows(question, |said| (said != Said::Nothing).then_some(Category::Given));
        let alone = said.iter().filter(|(_, said)| said.iter().flatten().count() == 1);
        alone.map(|(case, _)| *case).collect()
    }

    /// Whether each choice of a multi-answer was given, among those to whom the question applies.
    pub fn choices(&self, question: QuestionIx) -> Vec<(usize, Compared)> {
        let asked = self.study.protocol.questions.at(question);
        let places = 0..if asked.is_multi() { asked.choices().len() } else { 0 };
        let compared = places.map(|place| {
            let said = self.rows(question, |said| match said {
                Said::Nothing | Said::NotAsked | Said::Na => None,
                Said::Answer(value) => {
                    let is_given = asked.chosen(self.study.answers.text(value)).any(|(given, _)| given == place);
                    Some(if is_given { Category::Given } else { Category::NotGiven })
                }
            });
            (place, Compared::new(vec![Category::Given, Category::NotGiven], &said, self.raters.len()))
        });
        compared.collect()
    }

    /// What each rater said in each case in which anybody was asked.
    fn rows(
        &self,
        question: QuestionIx,
        category: impl Fn(Said) -> Option<Category>,
    ) -> Vec<(CaseIx, Vec<Option<Category>>)> {
        let rows = self.cases.iter().filter_map(|doubled| {
            let said = |cells: &Option<TiVec<QuestionIx, Cell>>| {
                cells.as_ref().map_or(Said::Nothing, |cells| self.said(question, *cells.at(question)))
            };
            let said: Vec<Said> = doubled.cells.iter().map(said).collect();
            let is_asked = said.iter().any(|said| matches!(said, Said::Na | Said::Answer(_)));
            is_asked.then(|| (doubled.case, said.into_iter().map(&category).collect()))
        });
        rows.collect()
    }

    fn said(&self, question: QuestionIx, cell: Cell) -> Said {
        let asked = self.study.protocol.questions.at(question);
        let role = |cell: Cell| {
            let asked = Some(asked).filter(|asked| matches!(asked.kind, Kind::Choice(_)))?;
            asked.chosen(self.study.answers.text(cell.value)).find_map(|(_, choice)| choice.role)
        };
        match cell.status {
            CellStatus::NotAsked => Said::NotAsked,
            CellStatus::NotKnown | CellStatus::Unanswered => Said::Nothing,
            CellStatus::Answered if role(cell) == Some(Role::Na) => Said::Na,
            CellStatus::Answered => Said::Answer(cell.value),
        }
    }

    fn category(&self, question: QuestionIx, asked: &Question, value: u32) -> Category {
        let answers = &self.study.answers;
        let text = || answers.text(answers.counted_as(question, value));
        match &asked.kind {
            Kind::Choice(_) => asked
                .chosen(text())
                .next()
                .map_or_else(|| Category::Text(text().to_owned()), |(place, _)| Category::Choice(place)),
            Kind::Number { .. } => {
                thousandths(text()).map_or_else(|| Category::Text(text().to_owned()), Category::Number)
            }
            Kind::Text => Category::Text(folded(text())),
            Kind::Choices(_) | Kind::Date => Category::Text(text().to_owned()),
        }
    }
}

impl Compared {
    fn new(declared: Vec<Category>, said: &[(CaseIx, Vec<Option<Category>>)], raters: usize) -> Self {
        let written: BTreeSet<&Category> = said.iter().flat_map(|(_, said)| said.iter().flatten()).collect();
        let more: Vec<Category> = written.into_iter().filter(|found| !declared.contains(found)).cloned().collect();
        let mut categories: Vec<Category> = declared.into_iter().chain(more).collect();
        categories.sort_by_key(|category| *category == Category::DoesNotApply);
        let place = |said: &Option<Category>| categories.iter().position(|known| Some(known) == said.as_ref());
        let rows = said.iter().map(|(case, said)| Row { case: *case, said: said.iter().map(place).collect() });
        let rows = rows.filter(Row::is_compared).collect();
        Self { categories, rows, raters }
    }

    /// In how many cases all said the same.
    pub fn alike(&self) -> PercentAgreement {
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        PercentAgreement {
            alike: count(self.rows.iter().filter(|row| row.is_alike()).count()),
            of: count(self.rows.len()),
        }
    }

    /// The cases in which not all said the same.
    pub fn differing(&self) -> impl Iterator<Item = &Row> {
        self.rows.iter().filter(|row| !row.is_alike())
    }

    /// What was said, for the coefficients.
    pub fn ratings(&self) -> Ratings {
        let said = self.rows.iter().map(|row| row.said.clone());
        Ratings::new(self.categories.len(), self.raters, said).unwrap_or_default()
    }

    /// The first step: whether the question applies. Nothing where it always does.
    pub fn applies(&self) -> Option<Self> {
        self.categories.contains(&Category::DoesNotApply).then(|| {
            self.mapped(vec![Category::Applies, Category::DoesNotApply], |category| match category {
                Category::DoesNotApply => Some(Category::DoesNotApply),
                _ => Some(Category::Applies),
            })
        })
    }

    /// The second step: which answer, among those to whom it applies.
    #[must_use]
    pub fn answers(&self) -> Self {
        self.keeping(|category| *category != Category::DoesNotApply)
    }

    /// The second step on the scale no, partly, yes, which has steps where all three are on offer: what has no place on it
    /// is no answer here.
    pub fn ordered(&self, question: &Question) -> Option<Self> {
        let role = |category: &Category| match category {
            Category::Choice(place) => question.choices().get(*place)?.role,
            _ => None,
        };
        let steps = [Role::No, Role::Partly, Role::Yes];
        let scale = steps.map(|step| self.categories.iter().find(|category| role(category) == Some(step)).cloned());
        let [Some(no), Some(partly), Some(yes)] = scale else { return None };
        let mut others = self.categories.iter().filter(|category| **category != Category::DoesNotApply);
        let is_scale = others.all(|other| role(other).is_some());
        let scale = vec![no, partly, yes];
        let kept = |category: &Category| Some(category.clone()).filter(|category| scale.contains(category));
        is_scale.then(|| self.mapped(scale.clone(), kept))
    }

    fn keeping(&self, keep: impl Fn(&Category) -> bool) -> Self {
        let categories = self.categories.iter().filter(|category| keep(category)).cloned().collect();
        self.mapped(categories, |category| Some(category.clone()).filter(&keep))
    }

    /// The same in other categories.
    fn mapped(&self, categories: Vec<Category>, to: impl Fn(&Category) -> Option<Category>) -> Self {
        let said = |said: &Option<usize>| to(self.categories.get((*said)?)?);
        let rows = self.rows.iter().map(|row| (row.case, row.said.iter().map(said).collect()));
        Self::new(categories, &rows.collect::<Vec<_>>(), self.raters)
    }
}

#[cfg(test)]
mod tests;
