//! Records for REDCap, by the names and codes of the dictionary that the protocol is exported as.

use super::Export;
use super::data::Data;
use super::tables::Table;
use crate::exchange::forms::redcap::{Variable as Field, fields, record};
use crate::exchange::interchange::name::RECORDS;
use crate::study::answers::case_view::Perspective;
use crate::study::index::{At, CaseIx, QuestionIx};
use crate::study::protocol::{Derive, Kind, Part};

/// A date that a field takes has this many characters.
const WHOLE_DATE: usize = 10;

/// What a column of the records is.
enum Column<'a> {
    /// An attribute of the case list.
    Attribute(usize, &'a Field),
    /// The answer to a question.
    Answer(QuestionIx, &'a Field),
    /// Whether a choice is given, by its code and id.
    Choice(QuestionIx, &'a Field, &'a (String, String)),
}

impl Column<'_> {
    fn name(&self) -> String {
        match self {
            Self::Attribute(_, field) | Self::Answer(_, field) => field.name.clone(),
            Self::Choice(_, field, (code, _)) => field.column(code),
        }
    }
}

/// What the columns of the records are, and what their codes stand for.
pub(crate) fn codebook(export: &Export<'_>) -> Table {
    let (fields, _) = fields(&export.study.protocol);
    let mut table = Table::new(&["file", "variable", "question", "choice", "code", "id"]);
    let mut add = |name: &str, [question, choice]: [&str; 2], codes: &[(String, String)]| {
        let none = [(String::new(), String::new())];
        let codes = if codes.is_empty() { &none } else { codes };
        let row =
            |(code, id): &(String, String)| [RECORDS, name, question, choice, code, id].map(str::to_owned).to_vec();
        table.rows.extend(codes.iter().map(row));
    };
    add(record(&export.study.protocol), ["", ""], &[]);
    for column in columns(export, &fields) {
        let name = column.name();
        match column {
            Column::Attribute(_, field) => add(&name, ["", ""], &field.codes),
            Column::Answer(_, field) => add(&name, [&field.id, ""], &field.codes),
            Column::Choice(_, field, (_, id)) => {
                add(&name, [&field.id, id], &["0", "1"].map(|one| (one.into(), one.into())));
            }
        }
    }
    table
}

/// The dates that REDCap does not take since they are not whole, a row each.
pub(crate) fn parts_of_dates(export: &Export<'_>) -> Table {
    let mut table = Table::new(&["case_id", "question", "answer"]);
    for data in &export.data {
        for case in data.counted() {
            let id = export.study.cases.cases.at(case).id.as_str();
            for (place, question) in export.study.protocol.questions.iter_enumerated() {
                let partial = |answer: &&str| question.kind == Kind::Date && answer.len() != WHOLE_DATE;
                let answer = data.answer(case, place).filter(partial);
                table.rows.extend(answer.map(|answer| [id, &question.id, answer].map(str::to_owned).to_vec()));
            }
        }
    }
    table
}

/// One record a case, then one an entry of a unit.
pub(crate) fn records(export: &Export<'_>) -> Table {
    let (fields, complete) = fields(&export.study.protocol);
    let columns = columns(export, &fields);
    let head = std::iter::once(record(&export.study.protocol).to_owned())
        .chain(columns.iter().map(Column::name))
        .chain(complete.iter().cloned())
        .collect();
    let mut table = Table { head, rows: Vec::new() };
    for data in &export.data {
        for case in data.counted() {
            let id = export.study.cases.cases.get(case).map(|case| case.id.clone());
            let done = if export.study.is_done(Perspective::Record, case) { "2" } else { "0" };
            let cells = columns.iter().map(|column| cell(export, data, case, column));
            table.rows.push(id.into_iter().chain(cells).chain(complete.iter().map(|_| done.to_owned())).collect());
        }
    }
    table
}

/// All that can be imported: what REDCap computes itself it does not take, and the year of birth stays here.
fn columns<'a>(export: &Export<'_>, fields: &'a [Field]) -> Vec<Column<'a>> {
    let protocol = &export.study.protocol;
    let mut columns = Vec::new();
    let is_kept = |place: usize| {
        let part = protocol.attributes.get(place).and_then(|attribute| attribute.part);
        matches!(part, Some(Part::BirthYear { .. })) && !export.wanted.birth_year
    };
    let attributes = fields.iter().take(protocol.attributes.len()).enumerate().filter(|(place, _)| !is_kept(*place));
    columns.extend(attributes.map(|(place, field)| Column::Attribute(place, field)));
    for ((place, question), field) in
        protocol.questions.iter_enumerated().zip(fields.iter().skip(protocol.attributes.len()))
    {
        if question.is_multi() {
            columns.extend(field.codes.iter().map(|code| Column::Choice(place, field, code)));
        } else if !matches!(question.derive, Some(Derive::Sum(_))) {
            columns.push(Column::Answer(place, field));
        }
    }
    columns
}

fn cell(export: &Export<'_>, data: &Data<'_>, case: CaseIx, column: &Column<'_>) -> String {
    let coded = |field: &Field, value: &str| {
        let code = field.codes.iter().find(|(_, id)| id == value);
        code.map_or_else(|| value.to_owned(), |(code, _)| code.clone())
    };
    match column {
        Column::Attribute(place, field) => coded(field, export.study.cases.value(case, *place)),
        Column::Answer(place, field) => {
            let is_date = export.study.protocol.questions.at(*place).kind == Kind::Date;
            let taken = |answer: &&str| !is_date || answer.len() == WHOLE_DATE;
            data.answer(case, *place).filter(taken).map_or_else(String::new, |answer| coded(field, answer))
        }
        Column::Choice(place, _, (_, id)) => {
            let question = export.study.protocol.questions.at(*place);
            let given = |answer| question.chosen(answer).any(|(_, choice)| choice.id == *id);
            data.answer(case, *place).map_or("", |answer| if given(answer) { "1" } else { "0" }).to_owned()
        }
    }
}
