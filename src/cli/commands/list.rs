//! `aktkoll list`: the units' entries and the cases, these also as a sheet for the register numbers, which are never
//! stored.

pub(crate) mod comments;
pub(crate) mod escalated;
pub(crate) mod rules;

use super::{Context, label, with};
use crate::base::fault::Result;
use crate::base::text::{padded, width};
use crate::cli::args::Format;
use crate::study::Study;
use crate::study::answers::case_view::{CellStatus, Perspective};
use crate::study::folder::Folder;
use crate::study::index::{At, CaseIx};
use crate::study::protocol::Per;
use serde_json::json;
use std::path::Path;

pub(crate) fn run(study: &Path, key_sheet: bool, format: Format, context: &mut Context<'_>) -> Result<u8> {
    context.only(Some(study), format, &[Format::Text, Format::Json])?;
    let folder = context.open(study)?;
    let (read, ..) = context.read(&folder)?;
    context.tell_closed(&read, study)?;
    if format == Format::Json {
        let all = |per| folder.cases.of(per).map(|case| case_json(context, &folder, &read, case)).collect::<Vec<_>>();
        let json = json!({ "cases": all(Per::Case), "units": all(Per::Unit) });
        context.json(&json)?;
        return Ok(0);
    }
    if !key_sheet && folder.cases.entries().len() > 0 {
        print_entries(context, &folder, &read)?;
    }
    print_cases(context, &folder, &read, key_sheet)?;
    Ok(0)
}

/// The widest id of some cases.
fn widest(folder: &Folder, per: Per) -> usize {
    let cases = folder.cases.of(per).filter_map(|case| folder.cases.cases.get(case));
    cases.map(|case| width(&case.id)).max().unwrap_or(0)
}

/// The units' entries: by their ids, which an import names, and as people know them.
fn print_entries(context: &mut Context<'_>, folder: &Folder, study: &Study) -> Result<()> {
    let name = |place: CaseIx| folder.cases.name(&folder.protocol, place).join(" · ");
    let names = folder.cases.entries().map(|place| width(&name(place))).max().unwrap_or(0);
    let ids = widest(folder, Per::Unit);
    let heading = context.words.get("units");
    context.print(&heading)?;
    for place in folder.cases.entries() {
        let id = folder.cases.cases.at(place).id.as_str();
        let state = state(context, study, place);
        let line = format!("{}  {}  {state}", padded(id, ids), padded(&name(place), names));
        context.print(line.trim_end())?;
    }
    context.print("")
}

fn print_cases(context: &mut Context<'_>, folder: &Folder, study: &Study, key_sheet: bool) -> Result<()> {
    let ids = widest(folder, Per::Case);
    let unit = folder.protocol.unit();
    let mut heading = None;
    for (place, case) in folder.cases.files().zip(&folder.cases.cases) {
        let value = unit.map(|unit| folder.cases.value(place, unit).to_owned());
        if value != heading {
            let name = unit.zip(value.as_deref()).map_or_else(String::new, |(unit, value)| label(folder, unit, value));
            context.print(&format!("{}{name}", if heading.is_some() { "\n" } else { "" }))?;
            heading = value;
        }
        let sex =
            folder.protocol.sex().map_or_else(String::new, |sex| label(folder, sex, folder.cases.value(place, sex)));
        let end = if key_sheet { "_".repeat(30) } else { state(context, study, place) };
        let line = format!("{}  {}  {end}", padded(&case.id, ids), padded(&sex, width(&sex).max(10)));
        context.print(line.trim_end())?;
    }
    Ok(())
}

fn state(context: &Context<'_>, study: &Study, case: CaseIx) -> String {
    let cells = study.tally().cells(case);
    let owner = study.answers.owner(case).unwrap_or_default();
    let word = match () {
        () if study.answers.is_closed(case) => context.words.get("list-withheld"),
        () if study.answers.dropped(case).is_some() => context.words.get("list-dropped"),
        () if study.asks_nothing(case) => context.words.get("list-unasked"),
        () if study.is_done(Perspective::Record, case) => context.words.get("list-done"),
        () if study.is_begun(cells) => context.words.get("list-begun"),
        () => String::new(),
    };
    format!("{word:<14} {owner}")
}

fn case_json(context: &Context<'_>, folder: &Folder, study: &Study, case: CaseIx) -> serde_json::Value {
    let cells = study.tally().cells(case);
    let count = |wanted: CellStatus| cells.iter().filter(|cell| cell.status == wanted).count();
    let values: serde_json::Map<String, serde_json::Value> = folder
        .cases
        .columns
        .iter()
        .enumerate()
        .filter(|(column, _)| super::is_about(folder, *column, folder.cases.per(case)))
        .map(|(column, name)| (name.clone(), folder.cases.value(case, column).into()))
        .collect();
    let json = json!({
        "case_id": folder.cases.cases.at(case).id,
        "columns": values,
        "owner": study.answers.owner(case),
        "closed": study.answers.is_closed(case),
        "answered": count(CellStatus::Answered),
        "unanswered": count(CellStatus::Unanswered),
        "done": study.is_done(Perspective::Record, case),
        "dropped": study.answers.dropped(case).map(|drop| study.answers.text(drop.value)),
    });
    let meeting = folder.cases.meeting(&folder.protocol, case);
    with(json, meeting.map(|meeting| ("source", context.words.say(&meeting).into())))
}
