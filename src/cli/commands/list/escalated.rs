//! `aktkoll list --told`: the cases that the manager must be told of, and what was told.

use crate::base::fault::Result;
use crate::base::text::{padded, visible, visible_lines, width};
use crate::cli::args::Format;
use crate::cli::commands::{Context, label};
use crate::study::Study;
use crate::study::answers::case_view::Perspective;
use crate::study::answers::record::Record;
use crate::study::folder::Folder;
use crate::study::index::{At, CaseIx};
use serde_json::json;
use std::path::Path;

/// A case, and what was told of it if anything was.
struct Told<'a> {
    case: CaseIx,
    note: Option<&'a Record>,
}

/// Prints the cases, those that nothing is noted of first.
pub(crate) fn run(study: &Path, format: Format, context: &mut Context<'_>) -> Result<u8> {
    context.only(Some(study), format, &[Format::Text, Format::Json])?;
    context.counts()?;
    let folder = context.open(study)?;
    let (read, ..) = context.read(&folder)?;
    context.tell_closed(&read, study)?;
    let cases = read.cases.cases.keys();
    let is_meant = |case: &CaseIx| {
        let answers = &read.answers;
        answers.to_tell(Perspective::Record, *case).next().is_some()
            || answers.told(Perspective::Record, *case).is_some()
    };
    let told = |case| Told { case, note: read.answers.told(Perspective::Record, case) };
    let mut all: Vec<Told<'_>> = cases.filter(is_meant).map(told).collect();
    all.sort_by_key(|told| told.note.is_some());
    if format == Format::Json {
        let cases: Vec<_> = all.iter().map(|told| as_json(told, &read, &folder)).collect();
        context.json(&json!({ "cases": cases }))?;
        return Ok(0);
    }
    print(&all, &read, &folder, context)?;
    Ok(0)
}

fn print(all: &[Told<'_>], study: &Study, folder: &Folder, context: &mut Context<'_>) -> Result<()> {
    if all.is_empty() {
        let nothing = context.words.get("escalation-none");
        return context.print(&nothing);
    }
    let name = |told: &Told<'_>| visible(&study.cases.name(&study.protocol, told.case).join(" "));
    let unit = |told: &Told<'_>| visible(&unit(study, folder, told.case).unwrap_or_default());
    let widest = |of: &dyn Fn(&Told<'_>) -> String| all.iter().map(|told| width(&of(told))).max().unwrap_or(0);
    let (names, units) = (widest(&name), widest(&unit));
    for told in all {
        let text = match told.note {
            Some(note) => format!("{}  {}", day(note), visible_lines(study.answers.text(note.value))),
            None => context.words.get("escalation-not-noted"),
        };
        let line = format!("{}  {}  ", padded(&name(told), names), padded(&unit(told), units));
        let indent = format!("\n{}", " ".repeat(width(&line)));
        context.print(&format!("{line}{}", text.replace('\n', &indent)))?;
    }
    Ok(())
}

/// How the unit of a case is called, where cases are of units.
fn unit(study: &Study, folder: &Folder, case: CaseIx) -> Option<String> {
    let unit = study.protocol.unit()?;
    Some(label(folder, unit, study.cases.value(case, unit)))
}

fn as_json(told: &Told<'_>, study: &Study, folder: &Folder) -> serde_json::Value {
    json!({
        "case_id": study.cases.cases.at(told.case).id,
        "unit": unit(study, folder, told.case),
        "date": told.note.map(day),
        "coder": told.note.map(|note| study.answers.coder_name(note.slot.coder)),
        "text": told.note.map(|note| study.answers.text(note.value)),
    })
}

fn day(note: &Record) -> String {
    jiff::Timestamp::from_millisecond(note.at).unwrap_or_default().strftime("%Y-%m-%d").to_string()
}
