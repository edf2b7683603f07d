//! Making a study by questions: the list, the protocol, what was understood, and the folder.

use super::super::offer::{self, Chosen};
use super::super::{Context, code, matches, new};
use crate::base::fault::{Fault, Result};
use crate::base::files::named::meant;
use crate::cli::args::list::ListArgs;
use crate::msg;
use crate::study::create::is_free;
use std::path::PathBuf;

/// Makes a study and opens it; nothing where somebody leaves the questions.
pub(super) fn run(context: &mut Context<'_>) -> Result<Option<u8>> {
    let hints = ListArgs::default();
    let here = std::fs::canonicalize(".").unwrap_or_default().display().to_string();
    let list = offer::until_right(&msg!("make-list", dir = here), context, there)?;
    let Some(list) = list else { return Ok(None) };
    let Some(read) = read(list, &hints, context)? else { return Ok(None) };
    matches::show(&read.protocol, &read.matched, context)?;
    let wanted = msg!("make-folder", cases = read.cases.files().len(), questions = read.protocol.declared());
    loop {
        let Some(dir) = offer::until_right(&wanted, context, free)? else { return Ok(None) };
        match new::write(&dir, &read, &hints, (None, None), context) {
            Ok(()) => return code::run(&dir, context).map(Some),
            // Another folder may do.
            Err(faults) => context.tell_faults(&faults.0)?,
        }
    }
}

/// Asks for a protocol until a list fits it, or another list that does; nothing where somebody leaves the questions.
fn read(mut list: PathBuf, hints: &ListArgs, context: &mut Context<'_>) -> Result<Option<new::Read>> {
    loop {
        let offered = offer::show(&list, &new::hints(hints), context)?;
        loop {
            let ask = msg!("make-protocol", list = list.display().to_string());
            match offer::until_right(&ask, context, |line| offer::chosen(line, &offered))? {
                None => return Ok(None),
                Some(Chosen::List(other)) => {
                    list = other;
                    break;
                }
                Some(Chosen::Protocol(protocol)) => {
                    let needed = msg!("make-columns", columns = offer::columns_of(&protocol.0));
                    match new::read(*protocol, &[list.clone()], hints, context) {
                        Ok(read) => return Ok(Some(read)),
                        Err(faults) => {
                            context.tell_faults(&faults.0)?;
                            context.tell(&needed)?;
                            context.tell(&msg!("make-again"))?;
                        }
                    }
                }
            }
        }
    }
}

/// The file of a case list.
fn there(line: &str) -> Result<PathBuf> {
    let path = meant(line);
    if path.is_file() { Ok(path) } else { Err(Fault::new(msg!("make-no-file")).in_file(line).into()) }
}

/// A folder that is not there yet.
fn free(line: &str) -> Result<PathBuf> {
    let path = meant(line.trim_end_matches('/'));
    is_free(&path).map(|()| path)
}
