//! Reading answers coded elsewhere: one row an answer, `case,question,answer`.

use super::CaseList;
use super::matching::ID_HEADERS;
use super::table::{Row, Table, decode};
use crate::fault::Result;
use crate::language::Message;
use crate::msg;
use crate::nearest::{listed, suggestion};
use crate::protocol::{Per, Protocol, Question};
use crate::text::folded;
use std::collections::HashMap;

const QUESTION_HEADERS: [&str; 3] = ["question", "fraga", "question_id"];
const ANSWER_HEADERS: [&str; 3] = ["answer", "svar", "value"];

/// One answer of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coded {
    /// The line of the file, from 1.
    pub line: usize,
    /// The case, or the unit's entry for a question asked per unit.
    pub case_id: String,
    /// The question's id.
    pub question: String,
    /// The answer as it is stored.
    pub answer: String,
}

/// What the rows refer to.
struct Known<'a> {
    protocol: &'a Protocol,
    cases: &'a CaseList,
}

/// Reads the answers in the file `name`; either all of them are right or every wrong row is listed.
pub fn read_answers(name: &str, bytes: &[u8], protocol: &Protocol, cases: &CaseList) -> Result<Vec<Coded>> {
    let text = decode(name, bytes)?;
    let mut table = Table::open(name, &text);
    let Some(columns) = columns(&mut table) else { return table.settle(Vec::new()) };
    let known = Known { protocol, cases };
    let mut answers = Vec::new();
    let mut seen = HashMap::new();
    while let Some(row) = table.next_row() {
        let Some(coded) = coded(&mut table, &row, columns, &known) else { continue };
        let first = *seen.entry((coded.case_id.clone(), coded.question.clone())).or_insert(row.line);
        if first == row.line {
            answers.push(coded);
        } else {
            let message = msg!("answers-twice", id = coded.case_id, question = coded.question, line = first);
            table.wrong(row.line, row.cells.first(), message, None);
        }
    }
    table.settle(answers)
}

/// The places of the case, the question and the answer in a row.
fn columns(table: &mut Table<'_>) -> Option<[usize; 3]> {
    let headers: Vec<String> = table.header.cells.iter().map(|cell| folded(&cell.text())).collect();
    let line = table.header.line;
    let mut find = |names: &[&str], column: &str| {
        let place = names.iter().find_map(|name| headers.iter().position(|header| header == name));
        if place.is_none() {
            table.wrong(line, None, msg!("answers-column", name = column), Some(msg!("answers-column-hint")));
        }
        place
    };
    let found = [find(&ID_HEADERS, "case_id"), find(&QUESTION_HEADERS, "question"), find(&ANSWER_HEADERS, "answer")];
    let [case, question, answer] = found;
    Some([case?, question?, answer?])
}

fn coded(table: &mut Table<'_>, row: &Row, columns: [usize; 3], known: &Known<'_>) -> Option<Coded> {
    let [case, question, answer] = columns.map(|column| row.cells.get(column));
    let (case, question, answer) = (case?, question?, answer?);
    let asked = known.protocol.question(&question.raw).and_then(|place| known.protocol.questions.get(place));
    let Some(asked) = asked else {
        let ids = known.protocol.questions.iter().map(|question| question.id.as_str());
        let message = msg!("answers-question", name = question.raw.as_str());
        table.wrong(row.line, Some(question), message, Some(suggestion(&question.raw, ids)));
        return None;
    };
    let stranger = known.refuses(&case.raw, asked);
    let accepted = asked.accept(&answer.raw);
    if let Some(message) = &stranger {
        table.wrong(row.line, Some(case), message.clone(), Some(known.hint(asked)));
    }
    match accepted {
        Ok(text) if stranger.is_none() => {
            Some(Coded { line: row.line, case_id: case.raw.clone(), question: asked.id.clone(), answer: text })
        }
        Ok(_) => None,
        Err(message) => {
            let hint = msg!("answers-of", question = asked.id.as_str(), id = case.raw.as_str());
            table.wrong(row.line, Some(answer), message, Some(hint));
            None
        }
    }
}

impl Known<'_> {
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

    /// What a question is answered about.
    fn hint(&self, question: &Question) -> Message {
        if question.per == Per::Case {
            return msg!("answers-case-hint");
        }
        let entries = self.cases.entries().filter_map(|place| self.cases.cases.get(place));
        msg!("there-are", names = listed(&entries.map(|entry| entry.id.as_str()).collect::<Vec<_>>()))
    }
}

#[cfg(test)]
mod tests;
