//! Texts that were still being written when a sitting ended, because the connection was lost or the program was told to
//! end: each stays beside the coder's ledger, for that user alone, until a later sitting has offered it again.

use crate::base::env;
use crate::base::fault::{Result, Told};
use crate::base::files;
use crate::msg;
use crate::study::ledger::line::json;
use crate::tui::model::Model;
use std::fs;
use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

/// What the names of the files begin with; the time follows.
const NAME: &str = ".unfinished-";

/// A text is at most a few thousand characters, each written as six at most.
const LARGEST: u64 = 64 * 1024;

/// Offers the newest text that can be written on here, and gives its file.
pub(super) fn offer(model: &mut Model, ledger: &Path) -> Option<PathBuf> {
    let entries = fs::read_dir(ledger.join(&model.coder.slug)).into_iter().flatten().flatten();
    let is_one = |path: &PathBuf| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(NAME));
    let mut kept: Vec<PathBuf> = entries.map(|entry| entry.path()).filter(is_one).collect();
    kept.sort();
    kept.into_iter().rev().find(|path| {
        let bytes = files::read_inside(path, LARGEST).unwrap_or_default();
        serde_json::from_slice(&bytes).is_ok_and(|unfinished| model.write_on(&unfinished))
    })
}

/// Keeps what is still being written, and then takes away the one that was offered.
pub(super) fn keep(model: &mut Model, ledger: &Path, offered: Option<&Path>) -> Result<()> {
    if let Some(unfinished) = model.unfinished() {
        let path = ledger.join(&model.coder.slug).join(format!("{NAME}{}", env::stamp().ts));
        let write = || {
            let mut bytes = Vec::new();
            json(&unfinished, &mut bytes)?;
            let mut file = fs::File::options().write(true).create_new(true).mode(0o600).open(&path)?;
            file.write_all(&bytes)?;
            file.sync_all()
        };
        write().told(msg!("file-unwritten"), path.display())?;
    }
    offered.map_or(Ok(()), |path| fs::remove_file(path).told(msg!("file-unwritten"), path.display()))
}
