//! A table that lists cases, or the entries of units: one line each, with what the protocol tells of it. Cases that are listed
//! are things, such as the activities of a plan; the loader refuses a list of people.

use super::super::Source;
use super::super::grid::{Cell, Grid, Head, Line, Sort};
use crate::analysis::tables::table::missing;
use crate::base::text::visible;
use crate::msg;
use crate::study::answers::case_view::{CellStatus, Perspective, Row};
use crate::study::index::{At, CaseIx, QuestionIx};
use crate::study::protocol::Table;
use crate::study::protocol::filter::Key;
use crate::study::tally::Tally;

/// The cases that a table is about, in coding order, as far as lines of single cases may be printed.
pub(super) fn grid(source: Source<'_>, tally: &Tally, table: &Table) -> Grid {
    let (study, words) = (source.study, source.words);
    let counted: Vec<CaseIx> = study.cases.of(table.per).filter(|&case| tally.is_counted(case)).collect();
    let is_meant =
        |case: &&CaseIx| table.base.matches(&Row { answers: &study.answers, case: **case, cells: tally.cells(**case) });
    let listed: Vec<CaseIx> = counted.iter().filter(is_meant).copied().collect();
    let is_hidden = source.options.min_cell.is_some();
    let (all, per, awaited) = (counted.len(), table.per.name(), missing(&study.answers, tally, table));
    let told = match (is_hidden, listed.len()) {
        (true, _) => msg!("table-list-hidden", per = per),
        (false, 0) if awaited > 0 => msg!("table-list-none-yet", all = all, per = per, missing = awaited),
        (false, 0) => msg!("table-list-none", all = all, per = per),
        (false, n) => msg!("table-list", n = n, all = all, per = per),
    };
    let missing =
        (is_hidden || !listed.is_empty() && awaited > 0).then(|| super::awaited(source, tally, table)).flatten();
    let condition = (!table.base.is_empty()).then(|| {
        words.say(&msg!("table-list-condition", condition = source.protocol().condition_in_full(&table.base, words)))
    });
    let lines = listed.iter().filter(|_| !is_hidden).map(|&case| line(source, tally, table, case));
    let notes = table.notes.iter().cloned().chain([words.say(&told)]).chain(condition).chain(missing);
    Grid {
        id: table.id.clone(),
        title: table.title.clone(),
        heads: table.list.iter().skip(1).map(|(label, _)| head(label)).collect(),
        lines: lines.collect(),
        notes: notes.collect(),
    }
}

fn head(label: &str) -> Head {
    Head { name: label.to_owned(), columns: vec![String::new()] }
}

fn line(source: Source<'_>, tally: &Tally, table: &Table, case: CaseIx) -> Line {
    let mut cells = table.list.iter().map(|(_, key)| cell(source, tally, case, *key));
    let label = cells.next().map_or_else(String::new, |first| first.shown(source.words));
    Line { label, sort: Sort::Part, cells: cells.collect() }
}

/// What is known of a case under a key; of a question without an answer, why there is none.
fn cell(source: Source<'_>, tally: &Tally, case: CaseIx, key: Key) -> Cell {
    let study = source.study;
    match key {
        Key::Column(column) => match study.cases.value(case, column) {
            "" => Cell::Nothing,
            value => Cell::Text(visible(&source.label(column, value))),
        },
        Key::Question(place) => {
            let found = tally.cells(case).at(place);
            let answer = study.answers.text(study.answers.counted_as(place, found.value));
            let told = || source.protocol().questions.at(place).in_words(answer, source.words).replace('\n', " ");
            let told = if found.status == CellStatus::Answered { Some(told()) } else { open(source, case, place) };
            told.map_or(Cell::Nothing, Cell::Text)
        }
    }
}

/// Why a case has no answer to a question that may be asked about it, in words: of a finished case, that it has none, and
/// nothing of what need not be answered.
pub(in crate::report) fn open(source: Source<'_>, case: CaseIx, place: QuestionIx) -> Option<String> {
    let (study, asked) = (source.study, source.protocol().questions.at(place));
    let is_done = study.is_done(Perspective::Record, case);
    let key = match study.tally().cells(case).at(place).status {
        CellStatus::Unanswered | CellStatus::NotKnown if !is_done => "table-list-open",
        CellStatus::Unanswered if !asked.optional => "table-list-unanswered",
        _ => return None,
    };
    Some(source.words.get(key))
}
