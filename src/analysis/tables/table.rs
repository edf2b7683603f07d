//! A table of the report, counted: each row a condition, each column a group of cases and the last one all of them.

use crate::study::answers::Answers;
use crate::study::answers::case_view::{CellStatus, Row};
use crate::study::index::{At, CaseIx, QuestionIx};
use crate::study::protocol::filter::{Filter, Key, Term, Test};
use crate::study::protocol::{Per, Protocol, Table};
use crate::study::tally::{Tally, grouping};
use std::collections::BTreeSet;

/// What a column of a table counts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Column {
    /// The values of the table's attributes; none for all cases.
    pub key: Vec<String>,
    /// The cases that the table is about, but for those whose place in it is still open.
    pub base: u32,
    /// Per row, those of them that it counts.
    pub rows: Vec<u32>,
    /// Those that no row counts, and none may come to count.
    pub rest: u32,
    /// The cases that have no right place in it yet, as answers that it rests on may still come: those to its base or, where
    /// a case is in that, to its rows.
    pub missing: u32,
}

/// Counts a table over the cases that a tally counts: a column for each group, then one for all.
pub fn columns(answers: &Answers, tally: &Tally, table: &Table) -> Vec<Column> {
    let (keys, group_of) = grouping(answers, &table.by);
    let blank = |key: Vec<String>| Column { key, rows: vec![0; table.rows.len()], ..Column::default() };
    let cases = keys.iter().filter(|group| group.per == Per::Case && !table.by.is_empty());
    let mut groups: Vec<Column> = cases.map(|group| blank(group.values.clone())).collect();
    let mut all = blank(Vec::new());
    let (base, rests_on) = (table.base.questions().into_iter().collect(), questions_of(table));
    for case in answers.cases().files().filter(|&case| tally.is_counted(case)) {
        let row = Row { answers, case, cells: tally.cells(case) };
        let group = group_of.get(case).copied();
        if is_missing(tally, &row, &base, &table.base, &rests_on) {
            all.missing += 1;
            group.and_then(|group| groups.get_mut(group)).into_iter().for_each(|group| group.missing += 1);
        }
        if !table.base.matches(&row) {
            continue;
        }
        let counts: Vec<bool> = table.rows.iter().map(|(_, filter)| filter.matches(&row)).collect();
        if !counts.contains(&true) && rests_on.iter().any(|&place| awaits(tally, case, place)) {
            continue;
        }
        all.add(&counts);
        if let Some(group) = group.and_then(|group| groups.get_mut(group)) {
            group.add(&counts);
        }
    }
    groups.push(all);
    groups
}

/// How many of the cases that a tally counts have no right place in a table, as answers that it rests on may still come:
/// those to its base or, where a case is in that, to its rows.
pub fn missing(answers: &Answers, tally: &Tally, table: &Table) -> u32 {
    awaited(answers, tally, table.per, (&table.base, questions_of(table)))
}

/// The questions that a case's place in a table rests on.
fn questions_of(table: &Table) -> BTreeSet<QuestionIx> {
    let rows = table.rows.iter().flat_map(|(_, filter)| filter.questions());
    rows.chain(table.across.iter().filter_map(|key| key.question())).collect()
}

/// Whether an answer may still come.
fn awaits(tally: &Tally, case: CaseIx, place: QuestionIx) -> bool {
    matches!(tally.cells(case).at(place).status, CellStatus::Unanswered | CellStatus::NotKnown)
}

/// The same of anything that is counted: a base, and the questions that what is counted in it rests on.
pub fn awaited(
    answers: &Answers,
    tally: &Tally,
    per: Per,
    (among, rows): (&Filter, impl IntoIterator<Item = QuestionIx>),
) -> u32 {
    let base: BTreeSet<QuestionIx> = among.questions().into_iter().collect();
    let rows: BTreeSet<QuestionIx> = rows.into_iter().collect();
    let row = |case: CaseIx| Row { answers, case, cells: tally.cells(case) };
    let is_missing = |&case: &CaseIx| is_missing(tally, &row(case), &base, among, &rows);
    let cases = answers.cases().of(per).filter(|&case| tally.is_counted(case)).filter(is_missing);
    u32::try_from(cases.count()).unwrap_or(u32::MAX)
}

/// Whether an answer is missing that says whether a case is in a base or, where it is, which rows count it.
fn is_missing(
    tally: &Tally,
    row: &Row<'_>,
    of_base: &BTreeSet<QuestionIx>,
    base: &Filter,
    of_rows: &BTreeSet<QuestionIx>,
) -> bool {
    let any_awaits = |places: &BTreeSet<QuestionIx>| places.iter().any(|&place| awaits(tally, row.case, place));
    any_awaits(of_base) || base.matches(row) && any_awaits(of_rows)
}

/// A table as it is counted: itself, or of a cross a table for each row, whose rows are what the cross is split by across;
/// by two things, each value of the first with each of the second.
pub fn parts(protocol: &Protocol, table: &Table) -> Vec<Table> {
    if table.across.is_empty() {
        return vec![table.clone()];
    }
    let mut rows = vec![(String::new(), Filter::default())];
    for &key in &table.across {
        let values = values(protocol, key);
        let split = |(label, filter): &(String, Filter)| {
            let with = |(value, name): &(String, String)| {
                let term = Term::Is(key, Test::In(vec![value.clone()]));
                let terms = filter.terms.iter().cloned().chain([term]).collect();
                (format!("{label} {name}").trim_start().to_owned(), Filter { terms })
            };
            values.iter().map(with).collect::<Vec<_>>()
        };
        rows = rows.iter().flat_map(split).collect();
    }
    let part = |(label, filter): &(String, Filter)| Table {
        id: format!("{}: {label}", table.id),
        title: label.clone(),
        base: Filter { terms: [table.base.terms.as_slice(), &filter.terms].concat() },
        rows: rows.clone(),
        across: Vec::new(),
        per: Per::Case,
        list: Vec::new(),
        notes: Vec::new(),
        by: table.by.clone(),
    };
    table.rows.iter().map(part).collect()
}

/// The values that something has, each with its words.
pub fn values(protocol: &Protocol, key: Key) -> Vec<(String, String)> {
    match key {
        Key::Question(place) => {
            let choices = protocol.questions.at(place).choices();
            let inside = choices.iter().filter(|choice| choice.in_base);
            inside.map(|choice| (choice.id.clone(), choice.label.clone())).collect()
        }
        Key::Column(place) => protocol.attributes.get(place).map_or_else(Vec::new, |known| known.values.clone()),
    }
}

impl Column {
    fn add(&mut self, counts: &[bool]) {
        self.base += 1;
        self.rest += u32::from(!counts.contains(&true));
        self.rows.iter_mut().zip(counts).for_each(|(row, &counted)| *row += u32::from(counted));
    }

    /// Whether some case stands in several rows.
    pub fn overlaps(&self) -> bool {
        self.rows.iter().sum::<u32>() + self.rest > self.base
    }
}
