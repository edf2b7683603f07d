//! `aktkoll compare`: studies, or two times of one, question by question; or several studies area by area.

mod csv;
mod json;
mod series;

use super::report::{free, guard, of_file, templates};
use super::{Context, WIDE, written};
use crate::analysis::comparison::series::AllSeries;
use crate::analysis::comparison::{Comparison, Side};
use crate::base::fault::{Exit, Fault, Result};
use crate::base::files;
use crate::base::language::Message;
use crate::base::suggest::listed;
use crate::cli::args::compare::{CompareArgs, Form};
use crate::msg;
use crate::report::Report;
use crate::report::comparison::{areas, document, series as years};
use crate::report::format::plain::Plain;
use crate::report::format::{Format, Paper, mark};
use crate::study::Study;
use crate::study::folder::Folder;
use std::path::Path;

pub(crate) fn run(args: &CompareArgs, context: &mut Context<'_>) -> Result<u8> {
    context.counts()?;
    let form = form(args)?;
    check(args, form)?;
    let mut folders = Vec::new();
    for (at, study) in args.studies.iter().enumerate() {
        folders.push(if at == 0 { context.open(study)? } else { context.blinded(Folder::open(study)?)? });
    }
    if let Some(first) = folders.first().filter(|_| paper(form).is_some()) {
        context.write_in(first.protocol.lang);
    }
    let studies = folders.iter().map(|folder| Ok(context.read(folder)?.0)).collect::<Result<Vec<Study>>>()?;
    let paths = args.studies.iter().zip(&studies);
    paths.into_iter().try_for_each(|(path, study)| Context::only_whole(study, path))?;
    let sides = if args.times.is_empty() { sides(&folders, &studies) } else { times(&folders, &studies, &args.times)? };
    let bytes = if args.areas {
        let paths = args.studies.iter().zip(&studies);
        paths.into_iter().try_for_each(|(path, study)| guard::all_kept(study, path, context))?;
        printed(areas::report(&sides, &context.words), form, context)?
    } else {
        match <[Side<'_>; 2]>::try_from(sides) {
            Ok(two) => compared(&Comparison::of(two, &args.map)?, form, context)?,
            Err(sides) => followed(&sides, form, context)?,
        }
    };
    let Some((output, paper)) = args.output.as_ref().zip(paper(form)) else {
        return written(context.out.write_all(&bytes).and_then(|()| context.out.flush())).map(|()| 0);
    };
    args.studies.iter().try_for_each(|study| free(output, study))?;
    files::replace(output, &mark::marked(bytes, paper))?;
    context.tell(&msg!("compare-written", file = output.display().to_string()))?;
    Ok(0)
}

/// The form that is asked for, else the one that the file's ending names, else text.
fn form(args: &CompareArgs) -> Result<Form> {
    let document = args.format.map(paper);
    match (&args.output, document) {
        (Some(output), None | Some(Some(_))) => Ok(match of_file(document.flatten(), output)? {
            Paper::Md => Form::Md,
            Paper::Html => Form::Html,
            Paper::Docx => Form::Docx,
            Paper::Xlsx => Form::Xlsx,
        }),
        _ => Ok(args.format.unwrap_or(Form::Text)),
    }
}

/// The form of a document; nothing for the others.
fn paper(form: Form) -> Option<Paper> {
    match form {
        Form::Text | Form::Json | Form::Csv => None,
        Form::Md => Some(Paper::Md),
        Form::Html => Some(Paper::Html),
        Form::Docx => Some(Paper::Docx),
        Form::Xlsx => Some(Paper::Xlsx),
    }
}

/// Refuses what goes together in no way.
fn check(args: &CompareArgs, form: Form) -> Result<()> {
    let n = args.studies.len();
    let message = match (args.areas, args.times.is_empty()) {
        (true, _) if n < 2 => msg!("compare-several"),
        (false, true) if n < 2 => msg!("compare-two"),
        (false, true) if n > 2 && !args.map.is_empty() => msg!("compare-map-two"),
        (false, false) if n != 1 => msg!("compare-times-one"),
        (true, _) if matches!(form, Form::Json | Form::Csv) => msg!("command-no-such-format"),
        _ if args.output.is_some() && paper(form).is_none() => msg!("compare-no-file"),
        _ if args.output.is_none() && paper(form).is_some_and(|paper| !paper.is_text()) => {
            msg!("report-terminal")
        }
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

fn compared(comparison: &Comparison<'_>, form: Form, context: &Context<'_>) -> Result<Vec<u8>> {
    let text = match form {
        Form::Json => context.json_text(&json::of(comparison, &context.words)) + "\n",
        Form::Csv => context.csv_text(&csv::of(comparison)),
        _ => return printed(document::report(comparison, &context.words), form, context),
    };
    Ok(text.into_bytes())
}

/// More than two studies.
fn followed(sides: &[Side<'_>], form: Form, context: &Context<'_>) -> Result<Vec<u8>> {
    let all = AllSeries::of(sides, &context.words)?;
    let text = match form {
        Form::Json => context.json_text(&series::as_json(sides, &all, &context.words)) + "\n",
        Form::Csv => context.csv_text(&series::as_csv(sides, &all)),
        _ => return printed(years::report(sides, &all, &context.words), form, context),
    };
    Ok(text.into_bytes())
}

/// A document for the terminal, or as a file.
fn printed(report: Report, form: Form, context: &Context<'_>) -> Result<Vec<u8>> {
    let report = context.complete(report);
    match paper(form) {
        Some(paper) => paper.write(&report, &context.words, &templates()?),
        None => Plain { columns: WIDE }.write(&report, &context.words),
    }
}
