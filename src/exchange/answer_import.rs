//! Reading answers coded elsewhere: one row an answer (`case,question,answer`), or one row a case and a column a
//! question.

pub mod codebook;
mod coder;
mod column;
mod file;
mod jsonl;
mod labelled;
mod long;
mod survey;
mod value;
mod wide;

use crate::base::fault::{Faults, Fix, Result};
use crate::base::language::Message;
use crate::base::progress;
use crate::base::spreadsheet::{Book, CellType, is_spreadsheet};
use crate::base::suggest::listed;
use crate::base::table::{Cell, Row, Table, decode_as, encoding, separator};
use crate::exchange::interchange::guard::unguard;
pub use crate::exchange::interchange::legend::Codes;
use crate::exchange::interchange::name::{CASE, PARTS_OF_DATES, RECORDS};
use crate::msg;
use crate::study::case::CaseList;
use crate::study::case::csv::ids::likeness;
use crate::study::case::identity::{Guard, guard_header, guard_others};
use crate::study::protocol::answer::ambiguous;
use crate::study::protocol::{Kind, Per, Protocol, Question};
use codebook::first_row;
pub use column::{How, Target};
use column::{Interpretation, Names, Own, key};
pub use file::{ColumnMapping, ParsedAnswers, Said, Sheet};
use std::cell::OnceCell;
use std::collections::HashMap;
use survey::Survey;

const QUESTION_HEADERS: [&str; 3] = ["question", "fraga", "question_id"];
const ANSWER_HEADERS: [&str; 3] = ["answer", "svar", "value"];
/// The last headers of this program's own table with one row an answer.
const LONG: [&str; 6] = ["question", "time", "standing", "answer", "code", "label"];
/// The sheets of this program's own workbook.
const SHEETS: [&str; 2] = ["svar", "kodbok"];
/// What a text begins with that a spreadsheet wrote, or that is written for one.
const MARK: &[u8] = "\u{feff}".as_bytes();

/// Reads the answers in the file `name`; either all of them are right or every wrong cell is listed.
pub fn read_answers(name: &str, bytes: &[u8], said: &Said, protocol: &Protocol, cases: &CaseList) -> Result<Sheet> {
    if is_spreadsheet(bytes) {
        let book = Book::read(name, bytes)?;
        let is_own = SHEETS.iter().all(|own| book.sheets.iter().any(|sheet| sheet.name == *own));
        let wanted = said.hints.sheet.as_deref().or(is_own.then_some(SHEETS[0]));
        let names = Names::of(protocol, said, &[])?.of_file(if is_own { Own::Plain } else { Own::No });
        let fits = |cells: &[Cell]| names.fit(cells);
        let sheet = book.sheet(name, wanted)?;
        let others = guard_others(name, &book, sheet);
        if !others.is_empty() {
            return Err(Faults(others));
        }
        let tables = || Table::sheet(name, sheet, &fits);
        let rows = sheet.rows.len();
        let read = coder::by_one(said, |said| Reading::new(protocol, cases, &names, said).read(tables, rows))?;
        return Ok(Sheet { has_macros: book.has_macros, unseen: book.unseen(sheet), ..read });
    }
    if let Some(text) = std::str::from_utf8(bytes).ok().filter(|text| jsonl::is_cases(text)) {
        let names = Names::of(protocol, said, &[])?;
        return Reading::new(protocol, cases, &names, said).cases(name, text);
    }
    let text = decode_as(name, bytes, said.hints.encoding)?;
    let separator = separator(&text);
    let text = labelled::told_apart(text.into(), separator);
    let first = first_row(&text, separator);
    let book = said.codebook.of(name, &first.iter().collect::<Vec<_>>());
    // What is written for a spreadsheet has guards before what it would take for something else.
    let is_guarded = bytes.starts_with(MARK) && separator == b';' && first.get(0) == Some(CASE);
    if !is_guarded && book.is_empty() {
        encoding::check_letters(name, &text, said.hints.encoding)?;
    }
    let names = Names::of(protocol, said, &book)?.of_file(if is_guarded { Own::Guarded } else { Own::No });
    let fits = |cells: &[Cell]| names.fit(cells);
    let tables = || {
        let mut table = Table::text(name, &text, &fits);
        if is_guarded {
            table.header.cells.iter_mut().for_each(|cell| unguard(&mut cell.raw));
        }
        table
    };
    let partner = book.iter().any(|known| known.file == RECORDS).then_some(PARTS_OF_DATES);
    // What this program wrote has no thousands apart.
    let is_exact = !book.is_empty();
    let rows = text.lines().count();
    let read = |said: &Said| Reading { is_exact, ..Reading::new(protocol, cases, &names, said) }.read(tables, rows);
    Ok(Sheet { partner, ..coder::by_one(said, read)? })
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
    said: &'a Said,
    survey: Survey,
    sheet: Sheet,
    /// Who watches for personal numbers, once the header is read.
    guard: Option<Guard>,
    /// The column that tells whose each row is.
    coders: Option<usize>,
    /// Whether numbers have nothing between thousands.
    is_exact: bool,
    /// The ids of the cases by what makes them look alike, once one is not found.
    alike: OnceCell<HashMap<String, &'a str>>,
    /// The same by their letters and numbers alone; nothing where several cases have these.
    bare: OnceCell<HashMap<String, Option<&'a str>>>,
    /// The line of each question that is answered.
    seen: HashMap<(String, String), usize>,
}

impl<'a> Reading<'a> {
    fn new(protocol: &'a Protocol, cases: &'a CaseList, names: &'a Names<'a>, said: &'a Said) -> Self {
        let (survey, sheet, seen) = (Survey::default(), Sheet::default(), HashMap::new());
        let (guard, coders, is_exact, alike, bare) = (None, None, false, OnceCell::new(), OnceCell::new());
        Self { protocol, cases, names, said, survey, sheet, guard, coders, is_exact, alike, bare, seen }
    }

    /// Reads a table of so many rows twice: first to see how its columns are to be read.
    fn read<'t>(mut self, tables: impl Fn() -> Table<'t>, rows: usize) -> Result<Sheet> {
        progress::begin(2 * rows as u64);
        let mut table = tables();
        self.sheet.origins.push(table.origin());
        guard_header(&mut table, &msg!("identity-cell-hint"));
        self.names.check(&mut table);
        self.guard = Some(Guard::new(&table, None, &[], msg!("identity-cell-hint")));
        self.coders = coder::column(&table.header.cells);
        let usable = |row| Some(self.unguarded(row)).filter(|row| !self.is_sum(&table, row));
        self.survey = Survey::of(self.protocol, self.names, self.said, tables(), usable);
        for fault in self.survey.faults.drain(..) {
            table.note(fault);
        }
        match self.names.form(&table.header.cells) {
            Form::Long(columns) => self.long(&mut table, columns),
            Form::Wide(case) => self.wide(&mut table, case),
            Form::Unclear => {
                table.wrong(table.header.line, None, msg!("coded-unclear"), Some(msg!("coded-unclear-hint")));
            }
            Form::None => self.no_form(&mut table),
        }
        self.sheet.contacts = self.guard.take().map(|guard| guard.end(&mut table)).unwrap_or_default();
        self.sheet.sums = table.sums();
        table.settle(self.sheet)
    }

    /// A row without guards, another of those that are to be read.
    fn unguarded(&self, mut row: Row) -> Row {
        progress::step(1);
        if self.names.own == Own::Guarded {
            row.cells.iter_mut().for_each(|cell| unguard(&mut cell.raw));
        }
        row
    }

    /// Whether a row sums up others: one that is about a case never does.
    fn is_sum(&self, table: &Table<'_>, row: &Row) -> bool {
        let [case, ..] = self.names.columns(&table.header.cells);
        let is_case = case.and_then(|case| row.cells.get(case)).is_some_and(|id| self.cases.place(&id.raw).is_some());
        row.is_sum() && !is_case
    }

    /// The next row that is no sum, in which no personal number may stand.
    fn next_row(&mut self, table: &mut Table<'_>) -> Option<Row> {
        loop {
            let row = self.unguarded(table.next_row()?);
            if self.is_sum(table, &row) {
                table.aside.push(row);
                continue;
            }
            self.guard.iter_mut().for_each(|guard| guard.row(table, &row));
            if !self.is_of_other(&row) {
                self.sheet.own += 1;
                return Some(row);
            }
        }
    }

    /// Whether a cell has no answer, as the user says.
    fn is_missing(&self, cell: &Cell) -> bool {
        self.said.missing.contains(&cell.raw)
    }

    /// Notes which columns are missing.
    fn no_form(&self, table: &mut Table<'_>) {
        let line = table.header.line;
        let [case, question, answer] = self.names.columns(&table.header.cells);
        if case.is_none() {
            let option = |cell: &Cell| {
                let header = cell.text().into_owned();
                (header.clone(), Fix::Column("case_id".to_owned(), header))
            };
            let free = table
                .header
                .cells
                .iter()
                .filter(|cell| matches!(self.names.meant(&cell.text()), Interpretation::Nothing));
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

    /// Takes the answer in a cell to the question that the name at `at` stands for.
    fn answer(&mut self, table: &mut Table<'_>, row: &Row, (case, cell, column): (&Cell, &Cell, usize), at: usize) {
        let Some(mapped) = self.sheet.mapped.get_mut(at) else { return };
        let Target::Question(place) = mapped.target else { return };
        let Some(asked) = self.protocol.questions.get(place) else { return };
        if self.survey.refuses(place) {
            return;
        }
        let legend = self.survey.legend(place);
        let unclear = unclear(asked, cell).filter(|_| !self.is_exact);
        match unclear.map_or_else(|| value::stored(asked, &cell.raw, legend), Err) {
            // What is computed is compared later, whatever stands there.
            found if asked.derive.is_some() => {
                let (case_id, question) = (case.raw.clone(), asked.id.clone());
                let answer = found.unwrap_or_else(|_| cell.text().into_owned());
                self.sheet.computed.push(ParsedAnswers { file: 0, line: row.line, column, case_id, question, answer });
            }
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
            None => {
                self.sheet.answers.push(ParsedAnswers { file: 0, line: row.line, column, case_id, question, answer });
            }
            Some(first) => {
                let message = msg!("answers-twice", id = case_id, question = question, line = first);
                table.wrong(row.line, Some(cell), message, Some(msg!("answers-twice-hint")));
            }
        }
    }

    /// Notes a question that is not answered about this case or entry.
    fn check_case(&self, table: &mut Table<'_>, line: usize, case: &Cell, asked: &Question) -> bool {
        let Some(message) = self.refuses(&case.raw, asked) else { return true };
        let hint = if asked.per == Per::Case {
            self.meant_case(&case.raw)
        } else {
            let entries = self.cases.entries().filter_map(|place| self.cases.cases.get(place));
            msg!("there-are", names = listed(&entries.map(|entry| entry.id.as_str()).collect::<Vec<_>>()))
        };
        table.wrong(line, Some(case), message, Some(hint));
        false
    }

    /// What to do about an id that no case has: one that looks the same is what was meant.
    fn meant_case(&self, id: &str) -> Message {
        let cases = || self.cases.cases.iter().map(|case| case.id.as_str());
        let alike = self.alike.get_or_init(|| cases().map(|id| (likeness(id), id)).collect());
        let bare_ids = || {
            let mut ids: HashMap<String, Option<&str>> = HashMap::new();
            for id in cases() {
                ids.entry(bare(id)).and_modify(|one| *one = None).or_insert(Some(id));
            }
            ids
        };
        let mangled = || self.bare.get_or_init(bare_ids).get(&bare(id)).copied().flatten();
        match alike.get(&likeness(id)).copied().or_else(mangled) {
            Some(meant) => msg!("answers-case-alike", name = meant),
            None => msg!("answers-case-hint"),
        }
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

/// What is left of an id that a spreadsheet or a person in a hurry has written: its letters, and its numbers without the
/// zeros before them.
fn bare(id: &str) -> String {
    let id = likeness(id.strip_suffix(".0").unwrap_or(id));
    let mut is_in_number = false;
    let mut is_kept = |c: &char| {
        let is_zero_before = *c == '0' && !is_in_number;
        is_in_number = c.is_ascii_digit() && !is_zero_before;
        !is_zero_before
    };
    id.chars().filter(|c| c.is_alphanumeric()).filter(|c| is_kept(c)).collect()
}

/// Why a number in text is not certain to be one; a cell that holds a number is.
fn unclear(asked: &Question, cell: &Cell) -> Option<Message> {
    let is_text = matches!(asked.kind, Kind::Number { .. }) && cell.of == CellType::Text;
    let [one, other] = ambiguous(&cell.raw).filter(|_| is_text)?;
    Some(msg!("answer-number-unclear", found = cell.raw.as_str(), one = one, other = other))
}

#[cfg(test)]
mod tests;
