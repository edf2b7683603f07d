//! A question counted on its own base and on that of another study.

use super::Asked;
use super::condition::Translation;
use super::scale::Common;
use crate::study::answers::case_view::{Cell, CellStatus, Row};
use crate::study::index::CaseIx;
use crate::study::protocol::filter::Filter;
use crate::study::tally::{Counts, thousandths};

/// What is counted of a question on some base.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Measured {
    /// The base.
    pub base: u32,
    /// Those of the base that were never asked.
    pub unasked: u32,
    /// How many have each of the choices that are compared.
    pub counts: Vec<u32>,
    /// The mean of the numbers, in thousandths, as people read it.
    pub mean: Option<i64>,
}

impl Measured {
    /// How many have the answer of a row.
    #[expect(clippy::indexing_slicing, reason = "of a place that there is not, any figure would be wrong")]
    pub fn chosen(&self, row: usize) -> u32 {
        self.counts[row]
    }
}

/// What the base of one study is made of that the other does not have, in words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lacking {
    /// The conditions that it has no answer to.
    pub conditions: Vec<String>,
    /// The answers that a condition names and that it does not offer.
    pub values: Vec<String>,
}

impl Lacking {
    /// Whether nothing is lacking.
    pub fn is_empty(&self) -> bool {
        self.conditions.is_empty() && self.values.is_empty()
    }
}

/// What makes a base.
struct Rule<'r> {
    /// Whether a case is in it.
    holds: &'r dyn Fn(&Row<'_>) -> bool,
    /// Whether a choice is in it.
    in_base: &'r dyn Fn(usize) -> bool,
    /// Whether cases that were not asked are in it.
    with_unasked: bool,
}

/// A question on its own base. `common` is seen from it, here and below.
pub(crate) fn own(asked: Asked<'_>, common: &Common) -> Measured {
    let rule = Rule { holds: &|_| true, in_base: &|place| in_own_base(asked, place), with_unasked: false };
    measured(asked, common, &rule)
}

/// A question on the base of another study's: with the condition and the choices that count there. The terms of the
/// condition that could not be held against these cases come back in words; then the own condition holds in their place.
///
/// A case that the other study would have asked has the answer not, and is told of.
pub(crate) fn on(
    asked: Asked<'_>,
    rule_of: Asked<'_>,
    common: &Common,
    translation: &Translation<'_, '_>,
) -> (Measured, Lacking) {
    let (filter, lacking): (Filter, Vec<String>) = translation.filter(&rule_of.question.when);
    let in_base = |place: usize| {
        let there = common.matched().iter().find(|[own, _]| *own == place);
        there.is_some_and(|[_, other]| in_own_base(rule_of, *other))
    };
    let is_shared = matches!(common, Common::Choices { .. });
    let rule =
        Rule { holds: &|row| filter.matches(row), in_base: &in_base, with_unasked: is_shared && lacking.is_empty() };
    let values = translation.left_out(&rule_of.question.when);
    (measured(asked, common, &rule), Lacking { conditions: lacking, values })
}

/// Two questions on the cases that are in the base of both.
pub(crate) fn both([one, other]: [Asked<'_>; 2], common: &Common) -> [Measured; 2] {
    let counts = |asked: Asked<'_>, case: CaseIx| {
        let cell = asked.study.tally().cells(case)[asked.place];
        is_counted(asked, cell, &|place| in_own_base(asked, place))
    };
    let holds = |row: &Row<'_>| counts(one, row.case) && counts(other, row.case);
    let of = |asked: Asked<'_>, common: &Common| {
        let rule = Rule { holds: &holds, in_base: &|place| in_own_base(asked, place), with_unasked: false };
        measured(asked, common, &rule)
    };
    [of(one, common), of(other, &common.turned())]
}

fn in_own_base(asked: Asked<'_>, place: usize) -> bool {
    asked.question.choices().get(place).is_some_and(|choice| choice.in_base)
}

/// Whether an answer is there and in the base.
fn is_counted(asked: Asked<'_>, cell: Cell, in_base: &dyn Fn(usize) -> bool) -> bool {
    let answer = asked.study.answers.text(cell.value);
    let counts =
        || asked.question.choices().is_empty() || asked.question.chosen(answer).any(|(place, _)| in_base(place));
    cell.status == CellStatus::Answered && counts()
}

fn measured(asked: Asked<'_>, common: &Common, rule: &Rule<'_>) -> Measured {
    let Asked { study, question, place, .. } = asked;
    let mut found = Measured { counts: vec![0; common.rows().len()], ..Measured::default() };
    let mut numbers = Counts::default();
    for case in study.cases.of(question.per).filter(|&case| study.tally().is_counted(case)) {
        let cells = study.tally().cells(case);
        let cell = cells[place];
        if !(rule.holds)(&Row { answers: &study.answers, case, cells }) {
            continue;
        }
        if is_counted(asked, cell, rule.in_base) {
            let answer = study.answers.text(cell.value);
            let has = |row: usize| question.chosen(answer).any(|(place, _)| place == row);
            let rows = found.counts.iter_mut().zip(common.rows());
            rows.for_each(|(count, &[row, _])| *count += u32::from(has(row)));
            found.base += 1;
            if let Some(value) = thousandths(answer) {
                *numbers.values.entry(value).or_default() += 1;
            }
        } else if rule.with_unasked && cell.status == CellStatus::NotAsked {
            found.base += 1;
            found.unasked += 1;
        }
    }
    found.mean = numbers.shown_mean().filter(|_| *common == Common::Numbers && !question.is_year());
    found
}
