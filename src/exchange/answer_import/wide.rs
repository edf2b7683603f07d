//! One row a case, one column a question, or one a choice of a multi-answer.

use super::{ColumnMapping, Interpretation, Reading, Target, key, value};
use crate::base::fault::Fix;
use crate::base::table::said::is_missing;
use crate::base::table::{Cell, Row, Table};
use crate::msg;
use crate::study::case::csv::attribute_value;

/// A column, and where what it was taken for stands among what was mapped.
struct Column {
    place: usize,
    target: Target,
    at: usize,
}

impl Reading<'_> {
    /// Reads one row a case. An empty cell is no answer.
    pub(crate) fn wide(&mut self, table: &mut Table<'_>, case: usize) {
        let columns = self.map(table);
        while let Some(row) = self.next_row(table) {
            let Some(id) = row.cells.get(case) else { continue };
            if self.cases.place(&id.raw).is_none() {
                let message = msg!("answers-case", id = id.raw.as_str());
                table.wrong(row.line, Some(id), message, Some(self.meant_case(&id.raw)));
                continue;
            }
            for column in &columns {
                let filled = |cell: &&Cell| !cell.raw.is_empty() && !self.is_missing(cell);
                let Some(cell) = row.cells.get(column.place).filter(filled) else { continue };
                match column.target {
                    Target::Question(_) => self.answer(table, &row, (id, cell, column.place), column.at),
                    Target::Attribute(attribute) => self.compare(table, &row, (id, cell, column.place), attribute),
                    Target::Case | Target::Part(..) => {}
                }
            }
            self.marks(table, &row, id, &columns);
        }
    }

    /// What every column is; those that are nothing are passed over.
    fn map(&mut self, table: &mut Table<'_>) -> Vec<Column> {
        let mut columns: Vec<Column> = Vec::new();
        let headers: Vec<String> = table.header.cells.iter().map(|cell| cell.text().into_owned()).collect();
        for (place, header) in headers.iter().enumerate() {
            let (target, how) = match self.names.meant(header) {
                Interpretation::One(target, how) => (target, how),
                Interpretation::Several(names) => {
                    let message = msg!("coded-ambiguous", name = header.as_str(), names = names.join(", "));
                    let option = |name: &String| (name.clone(), Fix::Column(name.clone(), header.clone()));
                    let ask = (msg!("ask-target", header = header.as_str()), names.iter().map(option).collect());
                    table.unclear(message, msg!("coded-ambiguous-hint"), ask);
                    continue;
                }
                Interpretation::Nothing => {
                    self.sheet.passed.push(header.clone());
                    continue;
                }
            };
            if let Some(other) = columns.iter().find(|other| is_same(other.target, target)) {
                let message = msg!(
                    "coded-column-twice",
                    one = headers.get(other.place).map_or("", String::as_str),
                    other = header.as_str(),
                    name = self.names.name(target)
                );
                table.wrong(table.header.line, None, message, Some(msg!("coded-column-twice-hint")));
            }
            columns.push(Column { place, target, at: self.sheet.mapped.len() });
            self.sheet.mapped.push(ColumnMapping::new(header, target, how));
        }
        columns
    }

    /// Notes an attribute that is not what the case list says.
    fn compare(&self, table: &mut Table<'_>, row: &Row, (id, cell, column): (&Cell, &Cell, usize), attribute: usize) {
        let (Some(known), Some(case)) = (self.protocol.attributes.get(attribute), self.cases.place(&id.raw)) else {
            return;
        };
        let before = table.faults();
        let header = table.header.cells.get(column).map_or("", |header| header.raw.as_str());
        let found: Box<str> = match self.names.value(header, &cell.raw) {
            Some(value) => value.into(),
            None => attribute_value(table, row.line, cell, known, None),
        };
        let expected = self.cases.value(case, attribute);
        if table.faults() == before && !expected.is_empty() && key(&found) != key(expected) {
            let message = msg!(
                "coded-attribute",
                id = id.raw.as_str(),
                label = known.label.as_str(),
                found = cell.raw.as_str(),
                expected = known.one_of(expected)
            );
            table.wrong(row.line, Some(cell), message, Some(msg!("coded-attribute-hint")));
        }
    }

    /// Takes the answers whose choices have a column each: those that are marked, and nothing where none is.
    fn marks(&mut self, table: &mut Table<'_>, row: &Row, id: &Cell, columns: &[Column]) {
        let protocol = self.protocol;
        for (place, asked) in protocol.questions.iter_enumerated() {
            let mut marked = Vec::new();
            for column in columns {
                let Target::Part(of, part) = column.target else { continue };
                let (Some(choice), Some(cell)) = (asked.choices().get(part), row.cells.get(column.place)) else {
                    continue;
                };
                if of != place {
                    continue;
                }
                if self.is_missing(cell) {
                    continue;
                }
                match value::is_marked(choice, &cell.raw) {
                    Ok(true) => marked.push((choice.id.as_str(), cell, column.place)),
                    Ok(false) => {}
                    Err(_) if is_missing(&cell.raw) => {
                        let (question, found) = (asked.id.as_str(), cell.raw.as_str());
                        let message = msg!("coded-missing", question = question, found = found, n = 1_usize);
                        table.wrong(row.line, Some(cell), message, Some(msg!("coded-missing-hint", found = found)));
                    }
                    Err(message) => table.wrong(row.line, Some(cell), message, Some(msg!("coded-mark-hint"))),
                }
            }
            let Some(&(_, cell, column)) = marked.first() else { continue };
            let ids: Vec<&str> = marked.iter().map(|(id, ..)| *id).collect();
            match asked.accept(&ids.join(";")) {
                Ok(answer) => self.keep(table, row, (id, cell, column), (asked, answer)),
                Err(message) => table.wrong(row.line, Some(cell), message, None),
            }
        }
    }
}

/// Whether two columns would give the same answer.
fn is_same(one: Target, other: Target) -> bool {
    match (one, other) {
        (Target::Question(one), Target::Part(other, _)) | (Target::Part(one, _), Target::Question(other)) => {
            one == other
        }
        (one, other) => one == other,
    }
}
