//! Making a study by questions: the list, the protocol, what was understood, and the folder.

use super::super::{Context, code, matches, new};
use crate::base::fault::{Fault, Result};
use crate::base::language::Message;
use crate::cli::args::list::ListArgs;
use crate::msg;
use crate::study::create::{find_protocol, is_free};
use crate::study::protocol::{Protocol, shipped};
use std::path::PathBuf;

pub(super) fn run(context: &mut Context<'_>) -> Result<u8> {
    let Some(list) = until_right(&msg!("make-list"), context, there)? else { return Ok(0) };
    for (place, (id, text)) in (1_usize..).zip(shipped()) {
        let title = Protocol::load(id, text)?.title;
        context.tell(&msg!("ask-option", n = place, label = format!("{title} [{id}]")))?;
    }
    let Some(protocol) = until_right(&msg!("make-protocol"), context, protocol)? else { return Ok(0) };
    let hints = ListArgs::default();
    let read = new::read(protocol, &[list], &hints, context)?;
    matches::show(&read.protocol, &read.matched, context)?;
    let wanted = msg!("make-folder", cases = read.cases.files().len(), questions = read.protocol.declared());
    let Some(dir) = until_right(&wanted, context, free)? else { return Ok(0) };
    new::write(&dir, &read, &hints, (None, None), context)?;
    code::run(&dir, context)
}

/// What is typed, once it is right; what is wrong with it is told, and it is asked for again. Nothing ends the questions.
fn until_right<T>(
    question: &Message,
    context: &mut Context<'_>,
    read: impl Fn(&str) -> Result<T>,
) -> Result<Option<T>> {
    while let Some(line) = context.line(question)?.filter(|line| !line.is_empty()) {
        match read(&line) {
            Ok(right) => return Ok(Some(right)),
            Err(faults) => context.tell_faults(&faults.0)?,
        }
    }
    context.tell(&msg!("make-ended"))?;
    Ok(None)
}

/// The file of a case list.
fn there(line: &str) -> Result<PathBuf> {
    let path = PathBuf::from(line);
    if path.is_file() { Ok(path) } else { Err(Fault::new(msg!("make-no-file")).in_file(line).into()) }
}

/// A built-in protocol by its number or id, or the file of another.
fn protocol(line: &str) -> Result<(Protocol, String)> {
    let number = line.parse::<usize>().ok().and_then(|number| shipped().get(number.checked_sub(1)?));
    find_protocol(number.map_or(line, |(id, _)| id))
}

/// A folder that is not there yet.
fn free(line: &str) -> Result<PathBuf> {
    let path = PathBuf::from(line);
    is_free(&path).map(|()| path)
}
