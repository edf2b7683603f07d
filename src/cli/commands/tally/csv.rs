//! A tally as CSV.

use super::{Tallied, table};
use crate::analysis::progress::coverage::Coverage;
use crate::base::language::Words;
use crate::base::table::written;
use crate::statistics::percent::percent;
use crate::study::Study;
use crate::study::index::{At, QuestionIx};
use crate::study::protocol::{Per, Question, Table};
use crate::study::tally::Counts;

/// What stands in every row behind the question and the columns that it is grouped by.
const FIXED: [&str; 9] = ["choice", "n", "pct", "base", "na", "unanswered", "not_known", "not_asked", "unfinished"];

impl Tallied<'_> {
    /// One row per question or table, group, and choice, row or name of a text; a question without either has one row a
    /// group.
    pub(crate) fn as_csv(&self, words: &Words) -> String {
        let columns = self.columns();
        let names = columns.iter().filter_map(|&column| self.folder.cases.columns.get(column));
        let head: Vec<&str> = ["question"].into_iter().chain(names.map(String::as_str)).chain(FIXED).collect();
        let questions = self.places.iter().flat_map(|&place| self.question_rows(place, &columns));
        let counted = self.counted();
        let unfinished = self.unfinished(Per::Case);
        let is_cross = |table: &Table| self.tables.iter().all(|own| own.id != table.id);
        let tables = counted.iter().flat_map(|(table, counted)| {
            let rest = words.get(if is_cross(table) { "table-rest-across" } else { "table-rest" });
            table::as_rows(table, counted, &columns, [&rest, &unfinished])
        });
        let rows = questions.chain(tables).map(|row| written(row.iter().map(String::as_str)));
        written(head) + &rows.collect::<String>()
    }

    /// How many cases, or entries of units, are not finished in the whole study: what makes every figure preliminary.
    fn unfinished(&self, per: Per) -> String {
        Coverage::of(self.study, per).open().to_string()
    }

    /// Every column that something is grouped by.
    fn columns(&self) -> Vec<usize> {
        let tables = self.tables.iter().flat_map(|table| &table.by);
        let mut columns: Vec<usize> = self.grouped.iter().flat_map(|one| &one.columns).chain(tables).copied().collect();
        columns.sort_unstable();
        columns.dedup();
        columns
    }

    fn question_rows(&self, place: QuestionIx, columns: &[usize]) -> Vec<Vec<String>> {
        let question = self.folder.protocol.questions.at(place);
        let mut rows = Vec::new();
        for (by, key, _, counts) in self.groups(place) {
            let start = table::start(self.id(place), columns, by, key);
            let outside = [counts.base, counts.na, counts.unanswered, counts.not_known, counts.not_asked];
            let rest: Vec<String> = outside.iter().map(u32::to_string).chain([self.unfinished(question.per)]).collect();
            for part in parts(self.study, question, place, &counts) {
                rows.push(start.iter().cloned().chain(part).chain(rest.clone()).collect());
            }
        }
        rows
    }
}

/// The choices of a question, or the names of its texts, each with count and percent; where it has neither, a blank.
fn parts(study: &Study, question: &Question, place: QuestionIx, counts: &Counts) -> Vec<[String; 3]> {
    let part = |name: &str, n: u32, in_base: bool| {
        let pct = percent(n, counts.base).filter(|_| in_base);
        [name.to_owned(), n.to_string(), pct.map_or_else(String::new, |pct| pct.to_string())]
    };
    let choices = question.choices().iter().zip(&counts.choices);
    let choices = choices.map(|(choice, &n)| part(&choice.id, n, choice.in_base));
    let names = study.answers.names(place, &counts.texts).into_iter();
    let names = names.map(|name| part(study.answers.text(name.name), name.n, true));
    let all: Vec<_> = choices.chain(names).collect();
    if all.is_empty() { vec![<[String; 3]>::default()] } else { all }
}
