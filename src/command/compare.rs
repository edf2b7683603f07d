//! `aktkoll compare`: two studies, or two times of one, question by question; or several studies area by area.

mod csv;
mod json;

use super::Context;
use crate::cli::compare::{CompareArgs, Form};
use crate::compare::{Comparison, Side, areas, document};
use crate::fault::{Exit, Fault, Result};
use crate::files;
use crate::language::Message;
use crate::msg;
use crate::nearest::listed;
use crate::report::Report;
use crate::report::format::Format;
use crate::report::format::markdown::Markdown;
use crate::report::format::plain::Plain;
use crate::study::Study;
use crate::study::folder::Folder;
use std::path::Path;

/// The columns of a line where nobody can say how many there are.
const COLUMNS: usize = 100;

pub(super) fn run(args: &CompareArgs, context: &mut Context<'_>) -> Result<u8> {
    context.counts()?;
    check(args)?;
    let mut folders = Vec::new();
    for (at, study) in args.studies.iter().enumerate() {
        folders.push(if at == 0 { context.open(study)? } else { Folder::open(study)? });
    }
    let studies = folders.iter().map(|folder| Ok(folder.read()?.0)).collect::<Result<Vec<Study>>>()?;
    let sides = if args.times.is_empty() { sides(&folders, &studies) } else { times(&folders, &studies, &args.times)? };
    let text = if args.areas {
        printed(&areas::report(&sides, &context.words), args.format, context)?
    } else {
        let [one, other] = <[Side<'_>; 2]>::try_from(sides).map_err(|_| usage(msg!("compare-two")))?;
        compared(&Comparison::of([one, other], &args.map)?, args.format, context)?
    };
    match &args.output {
        None => context.print(text.trim_end())?,
        Some(output) => {
            files::replace(output, text.as_bytes())?;
            context.tell(&msg!("compare-written", file = output.display().to_string()))?;
        }
    }
    Ok(0)
}

/// Refuses what goes together in no way.
fn check(args: &CompareArgs) -> Result<()> {
    let n = args.studies.len();
    let message = match (args.areas, args.times.is_empty()) {
        (true, _) if n < 2 => msg!("compare-several"),
        (false, true) if n != 2 => msg!("compare-two"),
        (false, false) if n != 1 => msg!("compare-times-one"),
        (true, _) if matches!(args.format, Form::Json | Form::Csv) => msg!("command-no-such-format"),
        _ => return Ok(()),
    };
    Err(usage(message).into())
}

fn usage(message: Message) -> Fault {
    Fault::new(message).hint(msg!("compare-how")).exit(Exit::Usage)
}

/// Every study by its title; studies with the same one by their folders.
fn sides<'a>(folders: &'a [Folder], studies: &'a [Study]) -> Vec<Side<'a>> {
    let pairs = folders.iter().zip(studies);
    pairs
        .map(|(folder, study)| {
            let is_alone = folders.iter().filter(|other| other.settings.title == study.title).count() == 1;
            let name = if is_alone { study.title.clone() } else { last(&folder.path) };
            Side { name, study, draw: folder.settings.draw.as_ref(), time: None }
        })
        .collect()
}

/// The name of a folder, also of the one that one stands in.
fn last(path: &Path) -> String {
    let whole = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    whole.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned())
}

/// The times of a study.
fn times<'a>(folders: &'a [Folder], studies: &'a [Study], times: &'a [String]) -> Result<Vec<Side<'a>>> {
    let mut sides = Vec::new();
    for (folder, study) in folders.iter().zip(studies) {
        let known = folder.protocol.times();
        for time in times {
            if !known.contains(&time.as_str()) {
                let fault = Fault::new(msg!("study-time-unknown", time = time.as_str())).exit(Exit::Usage);
                let fault = fault.in_file(folder.path.display());
                return Err(match known.as_slice() {
                    [] => fault.hint(msg!("study-times-none")),
                    known => fault.hint(msg!("there-are", names = listed(known))),
                }
                .into());
            }
            let draw = folder.settings.draw.as_ref();
            sides.push(Side { name: time.clone(), study, draw, time: Some(time) });
        }
    }
    Ok(sides)
}

fn compared(comparison: &Comparison<'_>, form: Form, context: &Context<'_>) -> Result<String> {
    match form {
        Form::Json => Ok(super::harmless(&json::of(comparison, &context.words).to_string())),
        Form::Csv => Ok(csv::of(comparison)),
        Form::Text | Form::Md => printed(&document::report(comparison, &context.words), form, context),
    }
}

/// A document for the terminal, or as Markdown.
fn printed(report: &Report, form: Form, context: &Context<'_>) -> Result<String> {
    let format: &dyn Format = if form == Form::Md { &Markdown } else { &Plain { columns: COLUMNS } };
    let bytes = format.write(report, &context.words)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}
