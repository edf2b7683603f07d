//! The files of the cases: where a coder says that they lie, and which cases have some.

use super::Context;
use crate::base::fault::Result;
use crate::base::files::named::meant;
use crate::base::pii::masked;
use crate::base::text::visible;
use crate::cli::args::Format;
use crate::cli::args::files::FilesArgs;
use crate::exchange::documents::{Origin, Source};
use crate::msg;
use crate::study::folder::Folder;
use crate::tui::model::{Model, Notice};
use serde_json::json;
use std::collections::HashSet;
use std::path::Path;

/// The place of the files: on the command line, else in the coder's settings for this study.
fn origin(said: &FilesArgs, folder: &Folder, context: &Context<'_>) -> Result<Option<Origin>> {
    if let Some(origin) = said.origin() {
        return Ok(Some(origin));
    }
    let place = |path: &Path| meant(&path.to_string_lossy());
    let set = &context.own()?.files;
    // Two studies may have one id, but not one folder.
    let is_here = |key: &str| place(Path::new(key)).canonicalize().ok() == folder.path.canonicalize().ok();
    let own = set.iter().find(|(key, _)| key.contains('/') && is_here(key)).map(|(_, files)| files);
    let set = own.or_else(|| set.get(&folder.settings.id));
    Ok(set.map(|set| Origin {
        path: place(&set.path),
        id: set.id.clone(),
        text: set.text.clone(),
        key: set.key.as_deref().map(place),
    }))
}

/// The files of a study's cases, opened where they lie.
pub(super) fn source(said: &FilesArgs, folder: &Folder, context: &Context<'_>) -> Result<Option<Source>> {
    let Some(origin) = origin(said, folder, context)? else { return Ok(None) };
    let opened = Source::open(&origin, &folder.protocol.documents, &folder.settings.id)?;
    let cases = folder.cases.file_cases().iter().map(|case| case.id.as_str());
    Ok(Some(opened.among(cases)))
}

/// The files to read beside the questions. What they were taken for is told where the command line names them; a place in
/// the settings that cannot be read is told, and is no reason not to code.
pub(super) fn beside(folder: &Folder, model: &mut Model, context: &Context<'_>) -> Result<Option<Source>> {
    let said = &context.global.files;
    let opened = source(said, folder, context);
    let (files, told) = match opened {
        Err(faults) if said.files.is_none() => (None, faults.0.into_iter().next().map(|fault| (fault.message, true))),
        opened => {
            let files = opened?;
            let told = files.as_ref().filter(|files| said.files.is_some() && files.is_records());
            let told = told.and_then(|files| files.told().into_iter().next());
            (files, told.map(|message| (message, false)))
        }
    };
    model.file.has_source = files.is_some();
    let is_alarm = model.notice.as_ref().is_some_and(|notice| notice.alarm);
    if let Some((message, alarm)) = told.filter(|_| !is_alarm) {
        model.notice = Some(Notice { message, alarm });
    }
    Ok(files)
}

/// `aktkoll list --files`: which cases have files, and which files no case.
pub(super) fn run(study: &Path, said: &FilesArgs, format: Format, context: &mut Context<'_>) -> Result<u8> {
    context.only(Some(study), format, &[Format::Text, Format::Json])?;
    let folder = context.open(study)?;
    let Some(source) = source(said, &folder, context)? else { return Ok(0) };
    let cases: Vec<&str> = folder.cases.file_cases().iter().map(|case| case.id.as_str()).collect();
    let (found, known): (HashSet<&str>, HashSet<&str>) =
        (source.cases().into_iter().collect(), cases.iter().copied().collect());
    let without: Vec<&str> = cases.iter().copied().filter(|id| !found.contains(id)).collect();
    // What names a file may be the number of a person.
    let other: Vec<String> =
        source.cases().into_iter().filter(|id| !known.contains(id)).map(|id| visible(&masked(id))).collect();
    let with = cases.len() - without.len();
    let told = source.told();
    if format == Format::Json {
        let told: Vec<String> = told.iter().map(|message| context.words.say(message)).collect();
        context.json(&json!({ "told": told, "with_files": with, "without_files": without, "without_case": other }))?;
        return Ok(0);
    }
    for message in &told {
        context.say(message)?;
    }
    context.say(&msg!("files-with", n = with, of = cases.len()))?;
    let other: Vec<&str> = other.iter().map(String::as_str).collect();
    for (message, ids) in
        [(msg!("files-without", n = without.len()), &without), (msg!("files-other", n = other.len()), &other)]
    {
        context.say(&message)?;
        if !ids.is_empty() {
            context.print_text(2, &ids.join(", "))?;
        }
    }
    Ok(0)
}
