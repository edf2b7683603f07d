//! `aktkoll status --phase`: the feedback begins, or the plain review goes on.

use crate::base::env;
use crate::base::fault::{Exit, Fault, Result};
use crate::cli::commands::Context;
use crate::msg;
use crate::study::folder::Folder;
use crate::study::phase::{Name, Phase, named};
use std::path::Path;

/// Notes the phase in `study.toml`; one that is begun already stays as it is.
pub(crate) fn run(study: &Path, name: &str, context: &mut Context<'_>) -> Result<u8> {
    let folder = context.open(study)?;
    let Some(wanted) = named(name) else {
        let fault = Fault::new(msg!("phase-unknown", name = name)).hint(msg!("phase-unknown-hint"));
        return Err(fault.exit(Exit::Usage).into());
    };
    match (wanted, &folder.settings.phase) {
        (Some(name), None) => begin(&folder, name, context)?,
        (Some(_), Some(phase)) => context.say(&msg!("phase-already", date = phase.date.as_str()))?,
        (None, Some(_)) => leave(&folder, context)?,
        (None, None) => context.say(&msg!("phase-review"))?,
    }
    Ok(0)
}

fn begin(folder: &Folder, name: Name, context: &mut Context<'_>) -> Result<()> {
    let (read, ..) = context.reading(folder, || folder.read_whole())?;
    let date = env::now().to_zoned(env::zone()).date().to_string();
    folder.begin(Some(&Phase { name, date, seq: read.answers.newest() }))?;
    context.say(&msg!("phase-begun"))
}

/// Back to the plain review: which answers were changed can no longer be told then.
fn leave(folder: &Folder, context: &mut Context<'_>) -> Result<()> {
    let (read, ..) = context.reading(folder, || folder.read_whole())?;
    let changed = read.revisions().len();
    if changed > 0 {
        context.confirm(&msg!("phase-leave", n = changed))?;
    }
    folder.begin(None)?;
    context.say(&msg!("phase-review"))
}
