//! JSON Lines: one object a case, every answer as the ledger has it.

use super::Export;
use super::data::{Data, Source, coded};
use super::tables::{Table, standing};
use crate::study::answers::case_view::Perspective;
use crate::study::index::CaseIx;
use serde_json::{Map, Value, json};

/// The cases: what is known of each, its answers, and per reason the questions that have none that counts.
pub(crate) fn cases(export: &Export<'_>, data: &Data<'_>) -> String {
    data.counted().map(|case| case_json(export, data, case).to_string() + "\n").collect()
}

fn case_json(export: &Export<'_>, data: &Data<'_>, case: CaseIx) -> Value {
    let mut object = Map::new();
    for variable in &data.variables {
        if !matches!(variable.source, Source::Question(_) | Source::Choice(..)) {
            object.insert(variable.name.clone(), coded(variable, &data.datum(case, variable)).into());
        }
    }
    object.insert("done".into(), export.study.is_done(Perspective::Record, case).into());
    let mut answers = Map::new();
    let mut without: Map<String, Value> =
        ["unanswered", "not_known", "not_asked"].map(|name| (name.to_owned(), json!([]))).into_iter().collect();
    for (place, question) in export.study.protocol.questions.iter_enumerated() {
        if question.per != data.per {
            continue;
        }
        if let Some(answer) = data.answer(case, place) {
            answers.insert(question.id.clone(), answer.into());
        } else if let Some(Value::Array(list)) = without.get_mut(standing(data, case, place, question)) {
            list.push(question.id.as_str().into());
        }
    }
    object.insert("answers".into(), answers.into());
    object.extend(without);
    object.into()
}

/// A table, one object a row.
pub(crate) fn rows(table: &Table) -> String {
    let row = |row: &Vec<String>| {
        let cells = table.head.iter().zip(row).map(|(name, cell)| (name.clone(), cell.as_str().into()));
        Value::from(cells.collect::<Map<_, _>>()).to_string() + "\n"
    };
    table.rows.iter().map(row).collect()
}
