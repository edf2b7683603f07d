//! The outline of a study's report: where it is kept, and a first one.

use crate::base::fault::{Fault, Result};
use crate::base::files;
use crate::cli::commands::Context;
use crate::msg;
use crate::report::outline::{OUTLINE, proposed};
use crate::study::protocol::Protocol;
use std::path::Path;

/// Larger files are no outlines.
const MOST: u64 = 1 << 20;

/// The outline of a study with its name, if it has one.
pub(crate) fn of(study: &Path) -> Result<Option<(String, String)>> {
    let path = study.join(OUTLINE);
    if path.symlink_metadata().is_err() {
        return Ok(None);
    }
    Ok(Some((path.display().to_string(), files::read_text(&path, MOST)?)))
}

/// Writes a first outline beside a study; one that is there stays as it is.
pub(crate) fn propose(study: &Path, protocol: &Protocol, context: &mut Context<'_>) -> Result<u8> {
    let path = study.join(OUTLINE);
    let file = path.display().to_string();
    if path.symlink_metadata().is_ok() {
        let fault = Fault::new(msg!("outline-exists")).in_file(&file);
        return Err(fault.hint(msg!("outline-exists-hint", file = OUTLINE)).into());
    }
    files::create(&path, proposed(protocol, &context.words).as_bytes())?;
    context.tell(&msg!("outline-made", file = file))?;
    Ok(0)
}
