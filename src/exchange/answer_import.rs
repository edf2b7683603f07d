//! Reading answers coded elsewhere: one row an answer (`case,question,answer`), or one row a case and a column a
//! question.

mod column;
mod value;
mod wide;

use crate::base::fault::{Faults, Remedy, Result};
use crate::base::language::Message;
use crate::base::spreadsheet::{Book, is_spreadsheet};
use crate::base::suggest::{listed, suggestion};
use crate::base::table::{Cell, Origin, Row, Table, decode};
use crate::msg;
use crate::study::case::CaseList;
use crate::study::case::identity::{Contacts, guard_aside, guard_header, guard_others, guard_row};
use crate::study::case::matching::Hints;
use crate::study::protocol::{Per, Protocol, Question};
pub use column::{How, Target};
use column::{Meant, Names, key};
use std::collections::{BTreeMap, HashMap};

const QUESTION_HEADERS: [&str; 3] = ["question", "fraga", "question_id"];
const ANSWER_HEADERS: [&str; 3] = ["answer", "svar", "value"];

/// What the user says about a file of answers.
#[derive(Debug, Clone, Default)]
pub struct Said {
    /// Its sheet, and which columns are what.
    pub hints: Hints,
    /// The headers of columns to pass over.
    pub ignored: Vec<String>,
}

/// One answer of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coded {
    /// The line of the file or the row of the sheet, from 1.
    pub line: usize,
    /// The column, from 0.
    pub column: usize,
    /// The case, or the unit's entry for a question asked per unit.
    pub case_id: String,
    /// The question's id.
    pub question: String,
    /// The answer as it is stored.
    pub answer: String,
}

/// What a name in the file was taken for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mapped {
    /// The name: the header of a column, or what stands in the column of the questions.
    pub header: String,
    /// What it was taken for.
    pub target: Target,
    /// By what.
    pub how: How,
    /// What stood for a choice without being its id: what it became, and how often.
    pub forms: BTreeMap<String, (String, usize)>,
}

/// What was read from a file.
#[derive(Debug, Clone)]
pub struct Sheet {
    /// The answers, row by row.
    pub answers: Vec<Coded>,
    /// What the names in it were taken for.
    pub mapped: Vec<Mapped>,
    /// The headers of the columns that were passed over.
    pub passed: Vec<String>,
    /// The rows of sums, which are about no case.
    pub sums: Vec<usize>,
    /// Whether it has macros, which were left alone.
    pub has_macros: bool,
    /// What in it leads to persons without being a personal number.
    pub contacts: Contacts,
    origin: Origin,
}

impl Sheet {
    /// Where an answer stands: `coded.csv:3`, or `coded.xlsx: Blad1!C3`.
    pub fn place(&self, coded: &Coded) -> String {
        self.origin.place(coded.line, coded.column)
    }
}

/// Reads the answers in the file `name`; either all of them are right or every wrong cell is listed.
pub fn read_answers(name: &str, bytes: &[u8], said: &Said, protocol: &Protocol, cases: &CaseList) -> Result<Sheet> {
    let names = Names::of(protocol, said)?;
    let fits = |cells: &[Cell]| names.fit(cells);
    let reading = |table: Table<'_>| Reading::new(protocol, cases, &names, table.origin()).read(table);
    if is_spreadsheet(bytes) {
        let book = Book::read(name, bytes)?;
        let sheet = book.sheet(name, said.hints.sheet.as_deref())?;
        let others = guard_others(name, &book, sheet);
        if !others.is_empty() {
            return Err(Faults(others));
        }
        return Ok(Sheet { has_macros: book.has_macros, ..reading(Table::sheet(name, sheet, &fits))? });
    }
    let text = decode(name, bytes)?;
    reading(Table::text(name, &text, &fits))
}

/// How the answers stand in a table, as its header tells.
enum Form {
    /// One row an answer: the columns of the case, the question and the answer.
    Long([usize; 3]),
    /// One row a case.
    Wide(usize),
    /// Both would fit.
    Unclear,
    /// Neither fits.
    None,
}

/// A file that is being read.
struct Reading<'a> {
    protocol: &'a Protocol,
    cases: &'a CaseList,
    names: &'a Names<'a>,
    sheet: Sheet,
    /// The line of each question that is answered.
    seen: HashMap<(String, String), usize>,
}

impl<'a> Reading<'a> {
    fn new(protocol: &'a Protocol, cases: &'a CaseList, names: &'a Names<'a>, origin: Origin) -> Self {
        let sheet = Sheet {
            answers: Vec::new(),
            mapped: Vec::new(),
            passed: Vec::new(),
            sums: Vec::new(),
            has_macros: false,
            contacts: Contacts::default(),
            origin,
        };
        Self { protocol, cases, names, sheet, seen: HashMap::new() }
    }

    fn read(mut self, mut table: Table<'_>) -> Result<Sheet> {
        guard_header(&mut table, &msg!("identity-cell-hint"));
        self.names.check(&mut table);
        match self.names.form(&table.header.cells) {
            Form::Long(columns) => self.long(&mut table, columns),
            Form::Wide(case) => self.wide(&mut table, case),
            Form::Unclear => {
                table.wrong(table.header.line, None, msg!("coded-unclear"), Some(msg!("coded-unclear-hint")));
            }
            Form::None => self.no_form(&mut table),
        }
        guard_aside(&mut table, &msg!("identity-cell-hint"), &mut self.sheet.contacts);
        self.sheet.sums = table.sums();
        table.settle(self.sheet)
    }

    /// The next row that is no sum, in which no personal number may stand.
    fn next_row(&mut self, table: &mut Table<'_>) -> Option<Row> {
        loop {
            let row = table.next_row()?;
            if row.is_sum() {
                table.aside.push(row);
                continue;
            }
            guard_row(table, &row, None, &msg!("identity-cell-hint"), &mut self.sheet.contacts);
            return Some(row);
        }
    }

    /// Notes which columns are missing.
    fn no_form(&self, table: &mut Table<'_>) {
        let line = table.header.line;
        let [case, question, answer] = self.names.columns(&table.header.cells);
        if case.is_none() {
            let option = |cell: &Cell| {
                let header = cell.text().into_owned();
                (header.clone(), Remedy::Column("case_id".to_owned(), header))
            };
            let free =
                table.header.cells.iter().filter(|cell| matches!(self.names.meant(&cell.text()), Meant::Nothing));
            let ask = (msg!("ask-id-column"), free.map(option).collect());
            table.unclear(msg!("answers-column", name = "case_id"), msg!("answers-column-hint"), ask);
        }
        for (column, name) in [(question, "question"), (answer, "answer")] {
            if column.is_none() && question.or(answer).is_some() {
                table.wrong(line, None, msg!("answers-column", name = name), Some(msg!("answers-column-hint")));
            }
        }
        if case.is_some() && question.or(answer).is_none() {
            table.wrong(line, None, msg!("coded-no-question"), Some(msg!("coded-no-question-hint")));
        }
    }

    /// Reads one row an answer.
    fn long(&mut self, table: &mut Table<'_>, columns: [usize; 3]) {
        let mut places = HashMap::new();
        while let Some(row) = self.next_row(table) {
            let [Some(case), Some(question), Some(answer)] = columns.map(|column| row.cells.get(column)) else {
                continue;
            };
            let Some((place, how)) = self.question(table, row.line, question) else { continue };
            let at = *places.entry(question.raw.clone()).or_insert(self.sheet.mapped.len());
            if at == self.sheet.mapped.len() {
                self.sheet.mapped.push(Mapped::new(&question.text(), Target::Question(place), how));
            }
            self.answer(table, &row, (case, answer, columns[2]), at);
        }
    }

    /// The question that a cell names.
    fn question(&self, table: &mut Table<'_>, line: usize, cell: &Cell) -> Option<(usize, How)> {
        let (message, hint) = match self.names.meant(&cell.text()) {
            Meant::One(Target::Question(place), how) => return Some((place, how)),
            Meant::Several(names) => (
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

    /// Takes the answer in a cell to the question that the name at `at` stands for.
    fn answer(&mut self, table: &mut Table<'_>, row: &Row, (case, cell, column): (&Cell, &Cell, usize), at: usize) {
        let Some(mapped) = self.sheet.mapped.get_mut(at) else { return };
        let Target::Question(place) = mapped.target else { return };
        let Some(asked) = self.protocol.questions.get(place) else { return };
        match value::stored(asked, &cell.raw) {
            Ok(answer) => {
                mapped.count(asked, &cell.text(), &answer);
                self.keep(table, row, (case, cell, column), (asked, answer));
            }
            Err(message) => {
                self.check_case(table, row.line, case, asked);
                let hint = msg!("answers-of", question = asked.id.as_str(), id = case.raw.as_str());
                table.wrong(row.line, Some(cell), message, Some(hint));
                table.about(&asked.id);
            }
        }
    }

    /// Keeps an answer, unless it is not asked about such a case or is there already.
    fn keep(
        &mut self,
        table: &mut Table<'_>,
        row: &Row,
        (case, cell, column): (&Cell, &Cell, usize),
        (asked, answer): (&Question, String),
    ) {
        if !self.check_case(table, row.line, case, asked) {
            return;
        }
        let (case_id, question) = (case.raw.clone(), asked.id.clone());
        match self.seen.insert((case_id.clone(), question.clone()), row.line) {
            None => self.sheet.answers.push(Coded { line: row.line, column, case_id, question, answer }),
            Some(first) => {
                let message = msg!("answers-twice", id = case_id, question = question, line = first);
                table.wrong(row.line, Some(cell), message, None);
            }
        }
    }

    /// Notes a question that is not answered about this case or entry.
    fn check_case(&self, table: &mut Table<'_>, line: usize, case: &Cell, asked: &Question) -> bool {
        let Some(message) = self.refuses(&case.raw, asked) else { return true };
        let hint = if asked.per == Per::Case {
            msg!("answers-case-hint")
        } else {
            let entries = self.cases.entries().filter_map(|place| self.cases.cases.get(place));
            msg!("there-are", names = listed(&entries.map(|entry| entry.id.as_str()).collect::<Vec<_>>()))
        };
        table.wrong(line, Some(case), message, Some(hint));
        false
    }

    /// Why a question is not answered about this case or entry.
    fn refuses(&self, id: &str, question: &Question) -> Option<Message> {
        let per = self.cases.place(id).map(|place| self.cases.per(place));
        match (per, question.per) {
            (Some(per), asked) if per == asked => None,
            (Some(_), Per::Case) => Some(msg!("answers-per-case", question = question.id.as_str(), id = id)),
            (Some(_), Per::Unit) => Some(msg!("answers-per-unit", question = question.id.as_str(), id = id)),
            (None, _) => Some(msg!("answers-case", id = id)),
        }
    }
}

impl Mapped {
    fn new(header: &str, target: Target, how: How) -> Self {
        Self { header: header.to_owned(), target, how, forms: BTreeMap::new() }
    }

    /// Counts what a cell stood for, where it is not the id itself.
    fn count(&mut self, asked: &Question, text: &str, answer: &str) {
        if text != answer && !asked.choices().is_empty() {
            self.forms.entry(text.to_owned()).or_insert_with(|| (answer.to_owned(), 0)).1 += 1;
        }
    }
}

#[cfg(test)]
mod tests;
