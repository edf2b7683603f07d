//! `aktkoll export`: what is counted, in files for other programs.

use super::Context;
use super::tally::tell_uncounted;
use crate::base::fault::{Exit, Fault, Faults, Result, Told};
use crate::base::files;
use crate::base::language::Message;
use crate::base::progress;
use crate::cli::args::export::{ExportArgs, Pack};
use crate::exchange::documents::{Put, merged};
use crate::exchange::export::disclosure_risk::Exposure;
use crate::exchange::export::{Export, File, Wanted};
use crate::msg;
use crate::study::folder::Folder;
use crate::study::protocol::Per;
use crate::study::protocol::filter::Filter;
use crate::study::tally::Tally;
use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};

pub(crate) fn run(args: &ExportArgs, context: &mut Context<'_>) -> Result<u8> {
    context.counts()?;
    let format = format(args)?;
    let folder = context.open(&args.study)?;
    let per = Per::of(&args.filter, &folder.protocol);
    let filter = Filter::parse_conditions(&args.filter, &folder.protocol, &folder.cases.columns, per)?;
    let (study, ..) = context.read(&folder)?;
    Context::only_whole(&study, &args.study)?;
    let tally = Tally::filtered(&study.answers, &[], filter);
    let ExportArgs { birth_year, texts, evidence, coders, .. } = *args;
    let wanted = Wanted { birth_year, texts, evidence, coders };
    let export = Export::new(&study, &tally, wanted, &context.words);
    let files = context.working("work-writing", || made(&export, format))?;
    let (files, put) = match &args.into {
        Some(into) => put_into(into, args, format, &files)?,
        None => (files, None),
    };
    let preliminary = export.preliminary();
    let partial = if matches!(format, Pack::Redcap | Pack::All) { export.partial_dates() } else { 0 };
    let places = places(args, &folder, &files)?;
    put.map_or(Ok(()), |told| context.tell(&told))?;
    for told in preliminary {
        context.tell(&msg!("export-preliminary", told = told))?;
    }
    for message in Exposure::of(&study, &tally, &context.words).advice() {
        context.tell(&message)?;
    }
    if partial > 0 {
        context.tell(&msg!("export-partial-dates", n = partial))?;
    }
    let texts = study.texts_of_export(&tally, args.texts);
    let named = study.named_ids(&tally, &context.words).into_iter().chain(study.named(&texts, &context.words));
    context.tell_names(&named.collect::<Vec<_>>(), "export")?;
    tell_uncounted(context, &study.answers)?;
    write(&places, &folder)?;
    for (path, _) in &places {
        context.print(&path.display().to_string())?;
    }
    Ok(0)
}

/// The files of a format, each row of a table with one a case being a step.
fn made(export: &Export<'_>, format: Pack) -> Result<Vec<File>> {
    progress::begin((tables(format) * export.rows()) as u64);
    match format {
        Pack::Csv => Ok(export.csv()),
        Pack::Excel => Ok(export.excel()),
        Pack::Xlsx => export.xlsx(),
        Pack::Jsonl => Ok(export.jsonl()),
        Pack::Stat => Ok(export.stat()),
        Pack::Redcap => Ok(export.redcap()),
        Pack::Datapackage => Ok(export.datapackage()),
        Pack::All => export.all(),
    }
}

/// The records of a file with the answers about each in it.
fn put_into(into: &Path, args: &ExportArgs, format: Pack, files: &[File]) -> Result<(Vec<File>, Option<Message>)> {
    let usage = |message| Faults::from(Fault::new(message).exit(Exit::Usage));
    let out = args.out.as_deref().unwrap_or(into);
    if format != Pack::Jsonl {
        return Err(usage(msg!("export-into-format")));
    }
    if out.canonicalize().is_ok_and(|out| into.canonicalize().is_ok_and(|into| into == out)) {
        return Err(usage(msg!("export-into-itself")));
    }
    let cases = files.iter().filter(|file| !file.is_aside).flat_map(|file| file.bytes.split(|byte| *byte == b'\n'));
    let object = |line: &[u8]| {
        let case: serde_json::Value = serde_json::from_slice(line).ok()?;
        let has_answers = case.get("answers")?.as_object().is_some_and(|answers| !answers.is_empty());
        let put = Put { object: String::from_utf8(line.to_vec()).ok()?, has_answers };
        Some((case.get("case_id")?.as_str()?.to_owned(), put))
    };
    let puts: BTreeMap<String, Put> = cases.filter_map(object).collect();
    let made = merged(into, args.id.as_deref(), &puts)?;
    let told = msg!("export-into", n = made.filled, others = made.others);
    let name = out.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let main = File { name, bytes: made.bytes, is_aside: false };
    let aside = files.iter().filter(|file| file.is_aside).cloned();
    Ok((std::iter::once(main).chain(aside).collect(), Some(told)))
}

/// How many tables a format has that go through all cases.
fn tables(format: Pack) -> usize {
    match format {
        Pack::Csv | Pack::Redcap => 2,
        Pack::All => 9,
        Pack::Excel | Pack::Xlsx | Pack::Jsonl | Pack::Stat | Pack::Datapackage => 1,
    }
}

/// The format that is asked for, else the one that the file's ending names.
fn format(args: &ExportArgs) -> Result<Pack> {
    let ending = args.out.as_ref().and_then(|out| out.extension()).unwrap_or_default().to_string_lossy();
    args.format.or_else(|| Pack::of_ending(&ending)).ok_or_else(|| {
        let fault =
            Fault::new(msg!("export-format", ending = if ending.is_empty() { "empty" } else { ending.as_ref() }));
        fault.hint(msg!("export-format-hint")).exit(Exit::Usage).into()
    })
}

/// Where each file goes: all into one folder, or the only one to the file that is named.
fn places(args: &ExportArgs, folder: &Folder, files: &[File]) -> Result<Vec<(PathBuf, Vec<u8>)>> {
    let name = || PathBuf::from(format!("{}-export", folder.settings.id));
    let out = args.out.clone().unwrap_or_else(name);
    let ends_alike = |file: &File| out.extension().is_some_and(|end| Path::new(&file.name).extension() == Some(end));
    let main: Vec<&File> = files.iter().filter(|file| !file.is_aside).collect();
    let places: Vec<(PathBuf, Vec<u8>)> = match main.as_slice() {
        [file] if ends_alike(file) && !out.is_dir() => {
            let beside = files.iter().filter(|file| file.is_aside);
            let beside = beside.map(|file| (out.with_file_name(&file.name), file.bytes.clone()));
            [(out.clone(), file.bytes.clone())].into_iter().chain(beside).collect()
        }
        several if !out.is_dir() && several.iter().any(|file| ends_alike(file)) => {
            let fault = Fault::new(msg!("export-several", n = several.len())).hint(msg!("export-several-hint"));
            return Err(fault.in_file(out.display()).exit(Exit::Usage).into());
        }
        _ => files.iter().map(|file| (out.join(&file.name), file.bytes.clone())).collect(),
    };
    let taken = places.iter().filter(|(path, _)| !args.replace && path.symlink_metadata().is_ok());
    let fault = |(path, _): &(PathBuf, _)| {
        Fault::new(msg!("export-there")).in_file(path.display()).hint(msg!("export-there-hint"))
    };
    let faults: Vec<Fault> = taken.map(fault).collect();
    if faults.is_empty() { Ok(places) } else { Err(Faults(faults)) }
}

/// Writes each file whole, for those who may read the study; a new folder only with all of them in it.
fn write(places: &[(PathBuf, Vec<u8>)], folder: &Folder) -> Result<()> {
    let like = folder.path.join("study.toml");
    let unwritten = msg!("file-unwritten");
    let parent = places.first().and_then(|(path, _)| path.parent()).filter(|parent| !parent.as_os_str().is_empty());
    let Some(parent) = parent.filter(|parent| !parent.exists()) else {
        return places.iter().try_for_each(|(path, bytes)| files::replace_like(path, bytes, &like));
    };
    files::create_folder(parent, &unwritten, |beside| {
        fs::DirBuilder::new().mode(0o750).create(beside).told(unwritten.clone(), beside.display())?;
        let mut named = places.iter().filter_map(|(path, bytes)| Some((path.file_name()?, bytes)));
        named.try_for_each(|(name, bytes)| files::replace_like(&beside.join(name), bytes, &like))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::language::{Lang, Words};
    use crate::study::Study;
    use crate::study::answers::tests::fixture::fold;
    use clap::ValueEnum;

    #[test]
    fn every_row_of_an_export_is_a_step_and_is_known_before() {
        let study = Study::new("T".to_owned(), fold(&[]));
        let (tally, words) = (Tally::new(&study.answers, &[]), Words::new(Lang::Sv));
        let wanted = Wanted { birth_year: false, texts: false, evidence: false, coders: false };
        let export = Export::new(&study, &tally, wanted, &words);
        for format in Pack::value_variants() {
            made(&export, *format).unwrap();
            let all = (tables(*format) * export.rows()) as u64;
            assert_eq!(progress::own().done(), all, "{format:?}");
        }
    }
}
