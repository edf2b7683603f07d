//! What made-up answers count, without a line being read: from what was chosen for each case.

use super::acts::is_asked;
use super::{MadeUp, Recipe};
use crate::base::table::written;
use crate::statistics::percent::percent;
use crate::study::index::{At, QuestionIx};
use crate::study::protocol::filter::Truth as Asked;
use crate::study::protocol::{Kind, Part, Question};
use std::collections::BTreeMap;
use typed_index_collections::TiVec;

/// What counts in one group of one question.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Sums {
    choices: BTreeMap<String, u32>,
    base: u32,
    na: u32,
    unanswered: u32,
    not_known: u32,
    not_asked: u32,
}

/// What counts in some studies.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Truth {
    /// By the place of the grouping and the values that make the group.
    groups: BTreeMap<(usize, Vec<String>), TiVec<QuestionIx, Sums>>,
    /// How many cases are not finished.
    unfinished: u32,
}

/// The groupings: by unit, by sex, by both, and all together.
fn groupings(recipe: &Recipe<'_>) -> Vec<Vec<usize>> {
    let place = |part| recipe.protocol.attributes.iter().position(|attribute| attribute.part == Some(part));
    let (unit, sex) = (place(Part::Unit), place(Part::Sex));
    let single = |column: Option<usize>| column.map(|column| vec![column]);
    let both = unit.zip(sex).map(|(unit, sex)| vec![unit, sex]);
    [single(unit), single(sex), both, Some(Vec::new())].into_iter().flatten().collect()
}

impl Truth {
    /// What counts in a study.
    pub fn of(study: &MadeUp<'_>) -> Self {
        let mut truth = Self::default();
        (0..study.recipe.cases).for_each(|case| truth.add_case(study, case));
        truth
    }

    fn add_case(&mut self, study: &MadeUp<'_>, case: usize) {
        let (row, story) = (study.row(case), study.story(case));
        let questions = &study.recipe.protocol.questions;
        let mut cells: TiVec<QuestionIx, (Asked, String)> = TiVec::new();
        for (question, answer) in questions.iter().zip(&story.answers) {
            let asked = is_asked(&question.when, &cells, &row);
            cells.push((asked, answer.clone()));
        }
        let counts = !story.is_dropped && cells.iter().any(|(asked, _)| *asked != Asked::False);
        self.unfinished += u32::from(counts && !story.is_done);
        for (place, columns) in groupings(&study.recipe).into_iter().enumerate() {
            let key = columns.iter().map(|&column| row.get(column).cloned().unwrap_or_default()).collect();
            let blank = || questions.iter().map(|_| Sums::default()).collect();
            let group = self.groups.entry((place, key)).or_insert_with(blank);
            if counts {
                let all = group.iter_mut().zip(questions).zip(&cells);
                all.for_each(|((sums, question), (asked, answer))| sums.add(question, *asked, answer));
            }
        }
    }

    /// Adds what counts in other studies.
    pub fn add(&mut self, other: Self) {
        self.unfinished += other.unfinished;
        for (key, sums) in other.groups {
            let blank = || sums.iter().map(|_| Sums::default()).collect();
            let own: &mut TiVec<_, Sums> = self.groups.entry(key).or_insert_with(blank);
            own.iter_mut().zip(sums).for_each(|(own, sums)| own.plus(&sums));
        }
    }

    /// The rows of `tally --format csv` by unit, by sex, by both and of all.
    pub fn as_csv(&self, recipe: &Recipe<'_>) -> String {
        let groupings = groupings(recipe);
        let mut columns: Vec<usize> = groupings.iter().flatten().copied().collect();
        columns.sort_unstable();
        columns.dedup();
        let names =
            columns.iter().filter_map(|&column| recipe.protocol.attributes.get(column)).map(|one| one.id.as_str());
        let last = ["choice", "n", "pct", "base", "na", "unanswered", "not_known", "not_asked", "unfinished"];
        let mut text = written(["question"].into_iter().chain(names).chain(last));
        for (place, question) in recipe.protocol.questions.iter_enumerated() {
            for ((grouping, key), sums) in &self.groups {
                let by = groupings.get(*grouping).map_or(&[][..], Vec::as_slice);
                let value = |column| by.iter().position(|own| own == column).and_then(|at| key.get(at)).cloned();
                let group: Vec<String> = columns.iter().map(|column| value(column).unwrap_or_default()).collect();
                let sums = sums.at(place);
                let numbers = [sums.base, sums.na, sums.unanswered, sums.not_known, sums.not_asked, self.unfinished];
                for part in sums.parts(question) {
                    let row = [question.id.clone()].into_iter().chain(group.clone()).chain(part);
                    let row: Vec<String> = row.chain(numbers.map(|number| number.to_string())).collect();
                    text.push_str(&written(row.iter().map(String::as_str)));
                }
            }
        }
        text
    }
}

impl Sums {
    fn add(&mut self, question: &Question, asked: Asked, answer: &str) {
        match asked {
            Asked::False => self.not_asked += 1,
            Asked::Unknown => self.not_known += 1,
            Asked::True if answer.is_empty() => self.unanswered += 1,
            Asked::True => {
                let of_base = |id: &str| question.choices().iter().any(|choice| choice.id == id && choice.in_base);
                let is_in_base = question.choices().is_empty() || answer.split(';').any(of_base);
                *(if is_in_base { &mut self.base } else { &mut self.na }) += 1;
                let parts: Vec<&str> = match question.kind {
                    Kind::Choice(_) | Kind::Text => vec![answer],
                    Kind::Choices(_) => answer.split(';').collect(),
                    Kind::Number { .. } | Kind::Date => Vec::new(),
                };
                for part in parts {
                    *self.choices.entry(part.to_owned()).or_default() += 1;
                }
            }
        }
    }

    fn plus(&mut self, other: &Self) {
        self.base += other.base;
        self.na += other.na;
        self.unanswered += other.unanswered;
        self.not_known += other.not_known;
        self.not_asked += other.not_asked;
        other.choices.iter().for_each(|(choice, n)| *self.choices.entry(choice.clone()).or_default() += n);
    }

    /// The choices or the texts, each with its count and percent; a blank where there are none.
    fn parts(&self, question: &Question) -> Vec<[String; 3]> {
        let part = |name: &str, n: u32, in_base: bool| {
            let pct = percent(n, self.base).filter(|_| in_base);
            [name.to_owned(), n.to_string(), pct.map_or_else(String::new, |pct| pct.to_string())]
        };
        let of = |id: &str| self.choices.get(id).copied().unwrap_or_default();
        let choices = question.choices().iter().map(|choice| part(&choice.id, of(&choice.id), choice.in_base));
        let texts = self.choices.iter().filter(|_| question.kind == Kind::Text);
        let all: Vec<_> = choices.chain(texts.map(|(text, n)| part(text, *n, true))).collect();
        if all.is_empty() { vec![<[String; 3]>::default()] } else { all }
    }
}
