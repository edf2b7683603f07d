//! `aktkoll list`: the units' entries and the cases, these also as a sheet for the register numbers, which are never
//! stored; or the coding rules.

use super::{Context, label};
use crate::answers::record::Record;
use crate::answers::sheet::{Lens, Standing};
use crate::cli::Format;
use crate::fault::Result;
use crate::msg;
use crate::protocol::Per;
use crate::study::Study;
use crate::study::folder::Folder;
use crate::text::{padded, visible_lines, width};
use serde_json::json;
use std::path::Path;

pub(super) fn run(study: &Path, key_sheet: bool, format: Format, context: &mut Context<'_>) -> Result<u8> {
    Context::only(format, &[Format::Text, Format::Json])?;
    let folder = context.open(study)?;
    let (read, ..) = folder.read()?;
    if format == Format::Json {
        let all = |per| folder.cases.of(per).map(|case| case_json(context, &folder, &read, case)).collect::<Vec<_>>();
        let json = json!({ "cases": all(Per::Case), "units": all(Per::Unit) });
        context.json(&json)?;
        return Ok(0);
    }
    if !key_sheet && !folder.cases.entries().is_empty() {
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
    let name = |place: usize| folder.cases.name(&folder.protocol, place).join(" · ");
    let names = folder.cases.entries().map(|place| width(&name(place))).max().unwrap_or(0);
    let ids = widest(folder, Per::Unit);
    let heading = context.words.get("units");
    context.print(&heading)?;
    for place in folder.cases.entries() {
        let id = folder.cases.cases.get(place).map_or("", |case| case.id.as_str());
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
            context.print(&format!("{}{name}", if place > 0 { "\n" } else { "" }))?;
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

fn case_json(context: &Context<'_>, folder: &Folder, study: &Study, case: usize) -> serde_json::Value {
    let cells = study.tally.cells(case);
    let count = |wanted: Standing| cells.iter().filter(|cell| cell.standing == wanted).count();
    let values: serde_json::Map<String, serde_json::Value> = folder
        .cases
        .columns
        .iter()
        .enumerate()
        .filter(|(column, _)| super::is_about(folder, *column, folder.cases.per(case)))
        .map(|(column, name)| (name.clone(), folder.cases.value(case, column).into()))
        .collect();
    let mut json = json!({
        "case_id": folder.cases.cases.get(case).map(|case| &case.id),
        "columns": values,
        "owner": study.answers.owner(case),
        "answered": count(Standing::Answered),
        "unanswered": count(Standing::Unanswered),
        "done": study.is_done(Lens::Record, case),
        "dropped": study.answers.dropped(case).map(|drop| study.answers.text(drop.value)),
    });
    let meeting = folder.cases.meeting(&folder.protocol, case);
    if let (Some(meeting), Some(object)) = (meeting, json.as_object_mut()) {
        object.insert("source".to_owned(), context.words.say(&meeting).into());
    }
    json
}

/// Prints the rules of every question, with the cases that were coded before the newest one.
pub(super) fn rules(study: &Path, format: Format, context: &mut Context<'_>) -> Result<u8> {
    Context::only(format, &[Format::Text, Format::Json])?;
    let folder = context.open(study)?;
    let (read, ..) = folder.read()?;
    let ruled = (0..folder.protocol.questions.len()).filter(|&place| !read.answers.rules(place).is_empty());
    if format == Format::Json {
        let questions: Vec<_> = ruled.map(|place| rules_json(&read, place)).collect();
        context.json(&json!({ "questions": questions }))?;
        return Ok(0);
    }
    for place in ruled {
        let Some(question) = folder.protocol.questions.get(place) else { continue };
        context.print(&format!("{}  [{}]", question.text, question.id))?;
        for rule in read.answers.rules(place) {
            let coder = read.answers.coder_name(rule.slot.coder);
            let text = visible_lines(read.answers.text(rule.value)).replace('\n', "\n    ");
            context.print(&format!("  {coder} {}: {text}", day(rule)))?;
        }
        let before = before(&read, place);
        if !before.is_empty() {
            context.say(&msg!("list-before-rule", cases = before.join(", ")))?;
        }
        context.print("")?;
    }
    Ok(0)
}

/// The cases whose answer of record was given before the newest rule.
fn before(study: &Study, question: usize) -> Vec<&str> {
    let cases = study.cases.cases.iter().enumerate();
    let stands = |case: usize| {
        let answered = study.tally.cells(case).get(question).is_some_and(|cell| cell.standing == Standing::Answered);
        answered && study.tally.is_counted(case) && study.answers.is_before_rule(Lens::Record, case, question)
    };
    cases.filter(|(place, _)| stands(*place)).map(|(_, case)| case.id.as_str()).collect()
}

fn rules_json(study: &Study, place: usize) -> serde_json::Value {
    let answers = &study.answers;
    let rules = answers.rules(place).into_iter().map(|rule| {
        json!({
            "coder": answers.coder_name(rule.slot.coder), "ts": instant(rule).to_string(), "text": answers.text(rule.value),
        })
    });
    let id = study.protocol.questions.get(place).map(|question| &question.id);
    json!({ "id": id, "rules": rules.collect::<Vec<_>>(), "before": before(study, place) })
}

fn day(rule: &Record) -> String {
    instant(rule).strftime("%Y-%m-%d").to_string()
}

fn instant(rule: &Record) -> jiff::Timestamp {
    jiff::Timestamp::from_millisecond(rule.at).unwrap_or_default()
}
