//! `aktkoll receive`: unpacks a study that was sent, or brings what is new in it into a copy that is here.

use super::Context;
use super::merge::{alike, join};
use crate::base::fault::{Exit, Fault, Faults, Result, Told};
use crate::base::files;
use crate::cli::args::Format;
use crate::cli::args::bundle::ReceiveArgs;
use crate::msg;
use crate::study::bundle::{Bundle, Place};
use crate::study::folder::Folder;
use crate::study::ledger::Ledger;
use crate::study::ledger::backup::HEADS_FILE;
use serde_json::json;
use std::fs::File;
use std::path::Path;

/// What receiving a bundle has done.
enum Received {
    /// The study is new here.
    New,
    /// All of it was here.
    Same,
    /// Files have grown, or are new.
    Grown,
    /// Lines were joined with those that were written here.
    Joined,
}

pub(crate) fn run(args: &ReceiveArgs, context: &mut Context<'_>) -> Result<u8> {
    context.only(None, args.format, &[Format::Text, Format::Json])?;
    let (name, out) = (args.bundle.display().to_string(), &args.out);
    let file = files::open_to_read(&args.bundle, rustix::fs::OFlags::empty()).told(msg!("file-unread"), &name)?;
    let about = file.metadata().told(msg!("file-unread"), &name)?;
    if !about.is_file() {
        return Err(Fault::new(msg!("file-special")).in_file(&name).into());
    }
    let mut bundle = Bundle::open(&name, file, about.len())?;
    if let Some(seal) = args.seal.as_ref().filter(|seal| !seal.trim().eq_ignore_ascii_case(&bundle.seal)) {
        let fault = Fault::new(msg!("bundle-other-seal", told = seal.as_str(), found = bundle.seal.as_str()));
        return Err(fault.hint(msg!("bundle-other-seal-hint")).in_file(&name).into());
    }
    let (received, lines) = if out.exists() {
        let here = context.open(out)?;
        files::in_scratch(out, |scratch| {
            let unpacked = context.working("work-checking", || unpack(&mut bundle, &name, scratch));
            let brought = unpacked.and_then(|there| bring(&here, &there, &name, context));
            brought.map_err(|faults| faults.of_file(&scratch.display().to_string(), &name))
        })?
    } else {
        let done = context.working("work-checking", || {
            files::create_folder(out, &msg!("study-unmade"), |beside| {
                files::create_folders(beside).told(msg!("file-unwritten"), beside.display())?;
                unpack(&mut bundle, &name, beside).map(drop)
            })
        });
        done.map(|()| (Received::New, bundle.manifest.lines()))?
    };
    tell(&bundle, out, &received, lines, args.format, context)
}

/// Unpacks a bundle into a folder, and checks all of it.
fn unpack(bundle: &mut Bundle<File>, name: &str, into: &Path) -> Result<Folder> {
    let packed = bundle.manifest.files.clone();
    let place = |name| Place::named(name);
    for one in packed.iter().filter(|one| matches!(place(&one.name), Some(Place::Study(_)))) {
        files::create(&into.join(&one.name), &bundle.unpack(one)?)?;
    }
    let folder = Folder::open(into)?;
    let mut ledger = folder.ledger();
    for one in &packed {
        if let Some(Place::Ledger(coder, number)) = place(&one.name) {
            ledger.put(coder, number, &bundle.unpack(one)?, folder.settings.shared)?;
        }
    }
    let reading = ledger.read(&mut |_| {});
    bundle.check(&folder.settings.id, &folder.protocol.hash, &folder.cases.hash, &ledger.file_heads())?;
    reading.whole().and_then(|()| ledger.reaches(&into.join(HEADS_FILE))).map_err(|faults| {
        let fault = Fault::new(msg!("bundle-damaged")).hint(msg!("bundle-again")).in_file(name).exit(Exit::Damaged);
        Faults(faults.0.into_iter().chain([fault]).collect())
    })?;
    Ok(folder)
}

/// Brings what is new into the study that is here: its files grow where they hold nothing else, and are merged where they do.
/// Gives how many lines came.
fn bring(here: &Folder, there: &Folder, bundle: &str, context: &mut Context<'_>) -> Result<(Received, usize)> {
    alike(here, there, &msg!("receive-hint"))?;
    let (mut own, mut sent) = (here.ledger(), there.ledger());
    for ledger in [&mut own, &mut sent] {
        ledger.read(&mut |_| {}).whole()?;
    }
    own.reaches(&here.path.join(HEADS_FILE))?;
    let forked = own.forked(&sent).into_iter().map(|file| Fault::new(msg!("bundle-forked", file = file)));
    let forked = forked.map(|fault| fault.hint(msg!("bundle-forked-hint")).in_file(bundle).exit(Exit::Damaged));
    Faults(forked.collect()).settled()?;
    if own.has_all_of(&sent, true)? {
        return older(&own, &sent, bundle).map(|()| (Received::Same, 0));
    }
    let before = own.lines();
    let done = context.working("work-writing", || sent.back_up(&here.path, here.settings.shared));
    // Others have begun a file of that name meanwhile.
    let is_taken = |faults: &Faults| faults.0.iter().any(|fault| fault.message.key == "file-exists");
    let done = done.map_err(|faults| {
        let busy = || Fault::new(msg!("receive-busy")).hint(msg!("receive-busy-hint")).in_file(here.path.display());
        if is_taken(&faults) { busy().into() } else { faults }
    })?;
    let received = if done.refused.is_empty() {
        Received::Grown
    } else {
        join(here, &mut own, &mut sent, context)?;
        Received::Joined
    };
    let mut now = here.ledger();
    now.read(&mut |_| {}).whole()?;
    Ok((received, now.lines().saturating_sub(before)))
}

/// Refuses a bundle that lacks what is here of the coders that it has: it was made before what was received last.
fn older(own: &Ledger, sent: &Ledger, bundle: &str) -> Result<()> {
    if sent.has_all_of(own, false)? {
        return Ok(());
    }
    Err(Faults::from(
        Fault::new(msg!("bundle-older")).hint(msg!("bundle-older-hint")).in_file(bundle).exit(Exit::Refused),
    ))
}

fn tell(
    bundle: &Bundle<File>,
    out: &Path,
    received: &Received,
    lines: usize,
    format: Format,
    context: &mut Context<'_>,
) -> Result<u8> {
    let (dir, manifest) = (out.display().to_string(), &bundle.manifest);
    let (state, message) = match received {
        Received::New => ("new", msg!("receive-new", dir = dir.as_str(), files = manifest.heads.len(), lines = lines)),
        Received::Same => ("same", msg!("receive-same", dir = dir.as_str())),
        Received::Grown => ("grown", msg!("receive-grown", dir = dir.as_str(), lines = lines)),
        Received::Joined => ("joined", msg!("receive-joined", dir = dir.as_str(), lines = lines)),
    };
    if format == Format::Json {
        context.json(&json!({
            "study": manifest.study, "dir": dir, "state": state, "lines": lines, "private": manifest.private,
            "seal": bundle.seal,
        }))?;
        return Ok(0);
    }
    context.say(&message)?;
    if !manifest.private.is_empty() {
        context.say(&msg!("receive-private", names = manifest.private.join(", ")))?;
    }
    context.say(&msg!("receive-seal", seal = bundle.seal.as_str()))?;
    Ok(0)
}
