//! A table of the report, counted: each row a condition, each column a group of cases and the last one all of them.

use crate::study::answers::Answers;
use crate::study::answers::case_view::{CellStatus, Row};
use crate::study::index::{At, CaseIx, QuestionIx};
use crate::study::protocol::filter::{Filter, Key, Term, Test};
use crate::study::protocol::{Per, Protocol, Table};
use crate::study::tally::{Tally, grouping};

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
    for case in answers.cases().files().filter(|&case| tally.is_counted(case)) {
        let row = Row { answers, case, cells: tally.cells(case) };
        let group = group_of.get(case).copied();
        if is_missing(tally, &row, table) {
            all.missing += 1;
            group.and_then(|group| groups.get_mut(group)).into_iter().for_each(|group| group.missing += 1);
        }
        if !table.base.matches(&row) {
            continue;
        }
        let counts: Vec<bool> = table.rows.iter().map(|(_, filter)| filter.matches(&row)).collect();
        if !counts.contains(&true) && is_any_open(tally, &row, table) {
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
    count(answers, tally, table.per, |row| is_missing(tally, row, table))
}

/// Whether an answer is missing that says whether a case is in a table or, where it is, what counts it there.
fn is_missing(tally: &Tally, row: &Row<'_>, table: &Table) -> bool {
    is_open(tally, row, &table.base) || table.base.matches(row) && is_any_open(tally, row, table)
}

/// Whether an answer may still come that says which row, or which value across, counts a case.
fn is_any_open(tally: &Tally, row: &Row<'_>, table: &Table) -> bool {
    table.rows.iter().any(|(_, filter)| is_open(tally, row, filter))
        || table.across.iter().filter_map(|key| key.question()).any(|place| awaits(tally, row.case, place))
}

/// Whether a filter hangs on an answer that may still come: what is known already does not say no.
fn is_open(tally: &Tally, row: &Row<'_>, filter: &Filter) -> bool {
    filter.hangs_on(row, |place| awaits(tally, row.case, place))
}

/// Whether an answer may still come.
fn awaits(tally: &Tally, case: CaseIx, place: QuestionIx) -> bool {
    matches!(tally.cells(case).at(place).status, CellStatus::Unanswered | CellStatus::NotKnown)
}

/// The same of anything that is counted: a base, and what is counted in it.
pub fn awaited(answers: &Answers, tally: &Tally, per: Per, among: &Filter, wanted: &Filter) -> u32 {
    count(answers, tally, per, |row| is_open(tally, row, among) || among.matches(row) && is_open(tally, row, wanted))
}

/// How many cases stand in a row of a cross and under none of what it is split by across.
pub fn outside_columns(answers: &Answers, tally: &Tally, rows: &[&Table]) -> u32 {
    let is_in_none = |row: &Row<'_>, part: &Table| {
        part.base.matches(row)
            && !part.rows.iter().any(|(_, filter)| filter.matches(row))
            && !is_any_open(tally, row, part)
    };
    count(answers, tally, Per::Case, |row| rows.iter().any(|part| is_in_none(row, part)))
}

/// How many of the cases that a tally counts are such.
fn count(answers: &Answers, tally: &Tally, per: Per, is_such: impl Fn(&Row<'_>) -> bool) -> u32 {
    let is_such = |&case: &CaseIx| is_such(&Row { answers, case, cells: tally.cells(case) });
    let cases = answers.cases().of(per).filter(|&case| tally.is_counted(case)).filter(is_such);
    u32::try_from(cases.count()).unwrap_or(u32::MAX)
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
