//! `aktkoll bundle`: a study in one file, for sending; right while people code, as a backup is.

use super::Context;
use crate::base::fault::{Exit, Fault, Faults, Result, Told};
use crate::base::files;
use crate::cli::args::Format;
use crate::cli::args::bundle::BundleArgs;
use crate::msg;
use crate::study::bundle::{FILES, LARGEST, Manifest, Packed, Place, pack};
use crate::study::case::CaseList;
use crate::study::folder::{CASES_FILE, FRAME_FILE, Folder, STUDY_FILE};
use crate::study::ledger::backup::{FileHead, HEADS_FILE};
use crate::study::ledger::{Ledger, segment_name};
use serde_json::json;
use std::fs::{self, File};
use std::path::Path;

pub(crate) fn run(args: &BundleArgs, context: &mut Context<'_>) -> Result<u8> {
    context.only(Some(&args.study), args.format, &[Format::Text, Format::Json])?;
    let file = &args.output;
    if file.exists() {
        return Err(Fault::new(msg!("file-exists")).in_file(file.display()).hint(msg!("file-exists-hint")).into());
    }
    let folder = context.open_whole(&args.study)?;
    let mut ledger = folder.ledger();
    let reading = context.reading(&folder, || ledger.read(&mut |_| {}));
    reading.whole()?;
    ledger.reaches(&folder.path.join(HEADS_FILE))?;
    keeps_private(&folder)?;
    let (manifest, seal) = context.working("work-writing", || {
        files::in_scratch(file, |scratch| {
            copy(&folder, &ledger, scratch)?;
            let manifest = manifest(scratch)?;
            let mut seal = String::new();
            files::create_by(file, |out| {
                seal = pack(out, &manifest, |name| File::open(scratch.join(name)))?;
                Ok(())
            })?;
            Ok((manifest, seal))
        })
    })?;
    let (name, files, lines) = (file.display().to_string(), manifest.heads.len(), manifest.lines());
    if args.format == Format::Json {
        let private = &manifest.private;
        context.json(&json!({ "file": name, "files": files, "lines": lines, "private": private, "seal": seal }))?;
        return Ok(0);
    }
    context.say(&msg!("bundle-done", file = name, files = files, lines = lines))?;
    if !manifest.private.is_empty() {
        context.say(&msg!("bundle-private", names = manifest.private.join(", ")))?;
    }
    context.say(&msg!("bundle-seal", seal = seal))?;
    Ok(0)
}

/// Refuses a study whose other files give away what is private: how its cases were drawn, or the hash of a list in which it
/// was not private yet, from which few values can be guessed.
fn keeps_private(folder: &Folder) -> Result<()> {
    let private = folder.protocol.attributes.iter().filter(|one| one.private);
    let is_drawn = |id: &String| folder.settings.draw.as_ref().is_some_and(|draw| draw.per.contains(id));
    let was_open = |id: &str| {
        let earlier = folder.earlier.iter().flat_map(|protocol| &protocol.attributes);
        earlier.filter(|one| one.id == id).any(|one| !one.private)
    };
    let refused = private.filter_map(|one| {
        let name = one.label.as_str();
        let message = if is_drawn(&one.id) {
            msg!("bundle-drawn", name = name)
        } else {
            was_open(&one.id).then(|| msg!("bundle-was-open", name = name))?
        };
        Some(Fault::new(message).hint(msg!("bundle-private-hint")).exit(Exit::Refused))
    });
    Faults(refused.collect()).settled()
}

/// Puts what is sent of a study into a folder. What else is in its folder stays here.
fn copy(folder: &Folder, ledger: &Ledger, to: &Path) -> Result<()> {
    ledger.back_up(to, folder.settings.shared)?;
    for entry in fs::read_dir(&folder.path).told(msg!("file-unread"), folder.path.display())? {
        let name = entry.told(msg!("file-unread"), folder.path.display())?.file_name().to_string_lossy().into_owned();
        if name == HEADS_FILE || !matches!(Place::named(&name), Some(Place::Study(_))) {
            continue;
        }
        let path = folder.path.join(&name);
        let bytes = files::read_inside(&path, LARGEST)?;
        let read = || Ok::<_, Faults>(CaseList::read(&path.display().to_string(), &bytes, &folder.protocol)?.0);
        let is_cut = !folder.cases.private.is_empty() && [CASES_FILE, FRAME_FILE].contains(&name.as_str());
        let bytes = if is_cut { read()?.sent_csv() } else { bytes };
        files::create(&to.join(&name), &bytes)?;
    }
    Ok(())
}

/// What there is to say of a study that is ready to be packed.
fn manifest(study: &Path) -> Result<Manifest> {
    let folder = Folder::open(study)?;
    let mut ledger = folder.ledger();
    ledger.read(&mut |_| {}).whole()?;
    let private = folder.protocol.attributes.iter().filter(|one| one.private).map(|one| one.id.clone()).collect();
    let mut manifest = Manifest::new(&folder.settings.id, &folder.protocol.hash, &folder.cases.hash, private);
    manifest.heads = ledger.file_heads();
    let in_ledger = |one: &FileHead| format!("ledger/{}/{}", one.coder, segment_name(one.segment));
    let mut names: Vec<String> = manifest.heads.iter().map(in_ledger).collect();
    for entry in fs::read_dir(study).told(msg!("file-unread"), study.display())? {
        let name = entry.told(msg!("file-unread"), study.display())?.file_name().to_string_lossy().into_owned();
        names.extend(Some(name).filter(|name| name != "ledger"));
    }
    names.sort_by_key(|name| (name == STUDY_FILE, !FILES.contains(&name.as_str()), name.clone()));
    for name in names {
        let bytes = files::read_inside(&study.join(&name), LARGEST)?;
        manifest.files.push(Packed::new(name, &bytes));
    }
    Ok(manifest)
}
