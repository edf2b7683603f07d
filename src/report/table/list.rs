//! A table that lists cases, or the entries of units: one line each, with what the protocol tells of it. Cases that are listed
//! are things, such as the activities of a plan; the loader refuses a list of people.

use super::super::Source;
use super::super::grid::{Cell, Grid, Head, Line, Sort};
use crate::base::text::visible;
use crate::msg;
use crate::study::answers::case_view::{CellStatus, Row};
use crate::study::index::{At, CaseIx};
use crate::study::protocol::filter::Key;
use crate::study::protocol::{Per, Table};
use crate::study::tally::Tally;

/// The cases that a table is about, in coding order, as far as lines of single cases may be printed.
pub(super) fn grid(source: Source<'_>, tally: &Tally, table: &Table, missing: Option<String>) -> Grid {
    let (study, words) = (source.study, source.words);
    let counted: Vec<CaseIx> = study.cases.of(table.per).filter(|&case| tally.is_counted(case)).collect();
    let is_meant =
        |case: &&CaseIx| table.base.matches(&Row { answers: &study.answers, case: **case, cells: tally.cells(**case) });
    let listed: Vec<CaseIx> = counted.iter().filter(is_meant).copied().collect();
    let is_hidden = table.per == Per::Case && source.options.min_cell.is_some();
    let told = match (is_hidden, listed.len()) {
        (true, _) => msg!("table-list-hidden"),
        (false, 0) => msg!("table-list-none", all = counted.len(), per = table.per.name()),
        (false, n) => msg!("table-list", n = n, all = counted.len(), per = table.per.name()),
    };
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
    let (study, words) = (source.study, source.words);
    match key {
        Key::Column(column) => match study.cases.value(case, column) {
            "" => Cell::Nothing,
            value => Cell::Text(visible(&source.label(column, value))),
        },
        Key::Question(place) => {
            let found = tally.cells(case).at(place);
            match found.status {
                CellStatus::Answered => {
                    let answer = study.answers.text(study.answers.counted_as(place, found.value));
                    Cell::Text(source.protocol().questions.at(place).in_words(answer, words).replace('\n', " "))
                }
                CellStatus::Unanswered | CellStatus::NotKnown => Cell::Text(words.get("table-list-open")),
                CellStatus::NotAsked => Cell::Nothing,
            }
        }
    }
}
