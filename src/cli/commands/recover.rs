//! `aktkoll recover`: out of damage, with every line that is whole and the names of those that are lost.

use super::Context;
use crate::base::env;
use crate::base::fault::{Fault, Result};
use crate::base::files;
use crate::base::language::Message;
use crate::msg;
use crate::study::folder::Folder;
use crate::study::ledger::Ledger;
use crate::study::ledger::entry::Op;
use crate::study::ledger::recover::{Lost, Recovered};
use std::path::Path;

pub(crate) fn run(study: &Path, out: Option<&Path>, context: &mut Context<'_>) -> Result<u8> {
    let folder = context.open_whole(study)?;
    let mut damaged = folder.ledger();
    let reading = damaged.read(&mut |_| {});
    let changed = damaged.changed();
    for one in &changed {
        let (file, by) = (one.file.as_str(), one.by.as_str());
        context.tell(&msg!("recover-changed", file = file, lines = one.lines, by = by))?;
    }
    if damaged.damaged().is_empty() {
        context.tell_left_out(&damaged, &reading)?;
        context.left_out.exit = reading.exit();
        return if changed.is_empty() { context.say(&msg!("recover-nothing")).map(|()| 0) } else { Ok(0) };
    }
    let recovered = match out {
        None => recover(&folder, &damaged)?,
        Some(out) if out.exists() => return Err(Fault::new(msg!("file-exists")).in_file(out.display()).into()),
        Some(out) => {
            let mut recovered = Recovered::default();
            files::create_folder(out, &msg!("file-unwritten"), |beside| {
                super::backup::copy(&folder, &damaged, beside)?;
                recovered = recover(&Folder::open(beside)?, &damaged)?;
                Ok(())
            })?;
            recovered
        }
    };
    recovered.lost.iter().try_for_each(|lost| context.say(&line(lost, context)))?;
    recovered.open.iter().try_for_each(|file| context.tell(&msg!("recover-open", file = file.as_str())))?;
    if !recovered.files.is_empty() {
        let files = recovered.files.join(", ");
        let (kept, lost) = (recovered.kept, recovered.lines_lost());
        context.say(&msg!("recover-done", files = files, kept = kept, lost = lost))?;
    }
    let mut after = out.map_or(Ok(folder), Folder::open)?.ledger();
    let reading = after.read(&mut |_| {});
    context.tell_left_out(&after, &reading)?;
    context.left_out.exit = reading.exit();
    Ok(0)
}

/// Brings what is whole into new files of a study, which may be the damaged one or a copy.
fn recover(target: &Folder, damaged: &Ledger) -> Result<Recovered> {
    let mut ledger = target.ledger();
    ledger.read(&mut |_| {});
    ledger.recover(damaged, target.settings.shared, &env::stamp())
}

/// A line that is lost, as far as it can be read.
fn line(lost: &Lost, context: &Context<'_>) -> Message {
    let (file, coder) = (lost.file.as_str(), lost.coder.as_str());
    let number = lost.seq.map_or_else(|| "?".to_owned(), |seq| seq.to_string());
    match (lost.line, lost.to) {
        (0, None) => msg!("recover-gap-unnumbered", file = file, coder = coder, n = lost.unnumbered),
        (0, Some(to)) if lost.seq == Some(to) => msg!("recover-gap-one", file = file, coder = coder, number = number),
        (0, Some(to)) => msg!("recover-gap", file = file, coder = coder, number = number, to = to.to_string()),
        (line, _) => {
            let op = Op::named(&lost.op).map_or_else(|| lost.op.clone(), |op| context.words.get(op.words()));
            let what = [&op, &lost.case_id, &lost.question].map(String::as_str);
            let what = what.into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
            msg!("recover-lost", file = file, line = line, coder = coder, number = number, what = what)
        }
    }
}
