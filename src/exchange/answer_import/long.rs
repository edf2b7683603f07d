//! One row an answer.

use super::column::{How, Interpretation, Names, Target};
use super::{ColumnMapping, Reading};
use crate::base::suggest::suggestion;
use crate::base::table::{Cell, Table};
use crate::msg;
use crate::study::index::QuestionIx;
use std::collections::HashMap;

/// What a question without an answer is called in this program's own table; others have one.
const WITHOUT: [&str; 3] = ["not_asked", "not_known", "unanswered"];

impl Reading<'_> {
    /// Reads one row an answer.
    pub(crate) fn long(&mut self, table: &mut Table<'_>, columns: [usize; 3]) {
        let mut places = HashMap::new();
        let is_own = Names::is_own_long(&table.header.cells);
        let others = table.header.cells.iter().filter(|cell| !columns.contains(&cell.column()));
        self.sheet.passed = others.map(|cell| cell.text().into_owned()).collect();
        while let Some(row) = self.next_row(table) {
            let [Some(case), Some(question), Some(answer)] = columns.map(|column| row.cells.get(column)) else {
                continue;
            };
            let standing = row.cells.get(columns[1] + 2).filter(|_| is_own);
            if standing.is_some_and(|cell| WITHOUT.contains(&cell.raw.as_str())) || self.is_missing(answer) {
                continue;
            }
            let Some((place, how)) = self.question(table, row.line, question) else { continue };
            let at = *places.entry(question.raw.clone()).or_insert(self.sheet.mapped.len());
            if at == self.sheet.mapped.len() {
                self.sheet.mapped.push(ColumnMapping::new(&question.text(), Target::Question(place), how));
            }
            let is_more = is_own && self.add_choice(place, case, answer);
            if !is_more {
                self.answer(table, &row, (case, answer, columns[2]), at);
            }
        }
    }

    /// Adds a further choice to the answer in the row before, where each has a row of its own.
    fn add_choice(&mut self, place: QuestionIx, case: &Cell, answer: &Cell) -> bool {
        let Some(asked) = self.protocol.questions.get(place).filter(|asked| asked.is_multi()) else { return false };
        let Some(last) = self.sheet.answers.last_mut() else { return false };
        let is_same = last.case_id == case.raw && last.question == asked.id;
        match asked.stored(&format!("{};{}", last.answer, answer.raw)) {
            Ok(both) if is_same => last.answer = both,
            _ => return false,
        }
        true
    }

    /// The question that a cell names.
    fn question(&self, table: &mut Table<'_>, line: usize, cell: &Cell) -> Option<(QuestionIx, How)> {
        let (message, hint) = match self.names.meant(&cell.text()) {
            Interpretation::One(Target::Question(place), how) => return Some((place, how)),
            Interpretation::Several(names) => (
                msg!("coded-ambiguous", name = cell.raw.as_str(), names = names.join(", ")),
                msg!("coded-ambiguous-hint"),
            ),
            _ => {
                let ids = self.protocol.questions.iter().map(|question| question.id.as_str());
                (msg!("answers-question", name = cell.raw.as_str()), suggestion(&cell.raw, ids))
            }
        };
        table.wrong(line, Some(cell), message, Some(hint));
        None
    }
}
