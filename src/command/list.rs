//! `aktkoll list`: the cases, also as a sheet for the register numbers, which are never stored.

use super::{Context, label};
use crate::answers::sheet::{Lens, Standing};
use crate::cli::Format;
use crate::fault::Result;
use crate::study::Study;
use crate::study::folder::Folder;
use crate::text::{padded, width};
use serde_json::json;
use std::path::Path;

pub(super) fn run(study: &Path, key_sheet: bool, format: Format, context: &mut Context<'_>) -> Result<u8> {
    Context::only(format, &[Format::Text, Format::Json])?;
    let folder = context.open(study)?;
    let (read, ..) = folder.read()?;
    if format == Format::Json {
        let cases: Vec<_> = (0..folder.cases.cases.len()).map(|case| case_json(&folder, &read, case)).collect();
        context.json(&json!({ "cases": cases }))?;
        return Ok(0);
    }
    let ids = folder.cases.cases.iter().map(|case| width(&case.id)).max().unwrap_or(0);
    let unit = folder.protocol.unit();
    let mut heading = None;
    for (place, case) in folder.cases.cases.iter().enumerate() {
        let value = unit.map(|unit| folder.cases.value(place, unit).to_owned());
        if value != heading {
            let name = unit.zip(value.as_deref()).map_or_else(String::new, |(unit, value)| label(&folder, unit, value));
            context.print(&format!("{}{name}", if place > 0 { "\n" } else { "" }))?;
            heading = value;
        }
        let sex =
            folder.protocol.sex().map_or_else(String::new, |sex| label(&folder, sex, folder.cases.value(place, sex)));
        let end = if key_sheet { "_".repeat(30) } else { state(context, &read, place) };
        let line = format!("{}  {}  {end}", padded(&case.id, ids), padded(&sex, width(&sex).max(10)));
        context.print(line.trim_end())?;
    }
    Ok(0)
}

fn state(context: &Context<'_>, study: &Study, case: usize) -> String {
    let cells = study.tally.cells(case);
    let asked = study.protocol.questions.iter().zip(cells).filter(|(question, _)| question.derive.is_none());
    let answered = asked.filter(|(_, cell)| cell.standing == Standing::Answered).count();
    let owner = study.answers.owner(case).unwrap_or_default();
    let word = match () {
        () if study.answers.dropped(case).is_some() => context.words.get("list-dropped"),
        () if study.is_done(Lens::Record, case) => context.words.get("list-done"),
        () if answered > 0 => context.words.get("list-begun"),
        () => String::new(),
    };
    format!("{word:<14} {owner}")
}

fn case_json(folder: &Folder, study: &Study, case: usize) -> serde_json::Value {
    let cells = study.tally.cells(case);
    let count = |wanted: Standing| cells.iter().filter(|cell| cell.standing == wanted).count();
    let values: serde_json::Map<String, serde_json::Value> = folder
        .cases
        .columns
        .iter()
        .enumerate()
        .map(|(column, name)| (name.clone(), folder.cases.value(case, column).into()))
        .collect();
    json!({
        "case_id": folder.cases.cases.get(case).map(|case| &case.id),
        "columns": values,
        "owner": study.answers.owner(case),
        "answered": count(Standing::Answered),
        "unanswered": count(Standing::Unanswered),
        "done": study.is_done(Lens::Record, case),
        "dropped": study.answers.dropped(case).map(|drop| study.answers.text(drop.value)),
    })
}
