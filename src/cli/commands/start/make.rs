//! Making a study by questions: the list, the protocol, what was understood, and the folder.

use super::super::{Context, code, matches, new};
use crate::base::fault::{Fault, Result};
use crate::base::language::{Lang, Message};
use crate::cli::args::list::ListArgs;
use crate::msg;
use crate::study::create::{find_protocol, is_free};
use crate::study::protocol::{Per, Protocol, shipped};
use std::path::PathBuf;

/// So many values of a column are named.
const NAMED: usize = 3;

/// Makes a study and opens it; nothing where somebody leaves the questions.
pub(super) fn run(context: &mut Context<'_>) -> Result<Option<u8>> {
    let hints = ListArgs::default();
    let here = std::fs::canonicalize(".").unwrap_or_default().display().to_string();
    let read = loop {
        let Some(list) = until_right(&msg!("make-list", dir = here.as_str()), context, there)? else { return Ok(None) };
        let offered = offered(context.words.lang())?;
        for (place, protocol) in (1_usize..).zip(&offered) {
            let n = context.words.say(&msg!("protocol-questions", n = protocol.declared()));
            let label = format!("{} [{}], {n}", protocol.title, protocol.id);
            context.tell(&msg!("ask-option", n = place, label = label))?;
        }
        let chosen = until_right(&msg!("make-protocol"), context, |line| protocol(line, &offered))?;
        let Some(protocol) = chosen else { return Ok(None) };
        let needed = msg!("make-columns", columns = columns(&protocol.0));
        match new::read(protocol, &[list], &hints, context) {
            Ok(read) => break read,
            // A list that does not fit can be mended, and asked for again.
            Err(faults) => {
                context.tell_faults(&faults.0)?;
                context.tell(&needed)?;
                context.tell(&msg!("make-again"))?;
            }
        }
    };
    matches::show(&read.protocol, &read.matched, context)?;
    let wanted = msg!("make-folder", cases = read.cases.files().len(), questions = read.protocol.declared());
    let Some(dir) = until_right(&wanted, context, free)? else { return Ok(None) };
    new::write(&dir, &read, &hints, (None, None), context)?;
    code::run(&dir, context).map(Some)
}

/// The built-in protocols, those in one's own language first.
fn offered(lang: Lang) -> Result<Vec<Protocol>> {
    let mut all = shipped().iter().map(|(id, text)| Protocol::load(id, text)).collect::<Result<Vec<_>>>()?;
    all.sort_by_key(|protocol| protocol.lang != lang);
    Ok(all)
}

/// What a case list has to tell of each case, with some of the values that it may.
fn columns(protocol: &Protocol) -> String {
    let needed = protocol.attributes.iter().filter(|attribute| attribute.is_about(Per::Case));
    let named = needed.map(|attribute| {
        let values: Vec<&str> = attribute.values.iter().take(NAMED).map(|(_, label)| label.as_str()).collect();
        let more = if attribute.values.len() > NAMED { ", …" } else { "" };
        if values.is_empty() {
            return attribute.label.clone();
        }
        format!("{} ({}{more})", attribute.label, values.join(", "))
    });
    named.collect::<Vec<_>>().join(", ")
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
fn protocol(line: &str, offered: &[Protocol]) -> Result<(Protocol, String)> {
    let number = line.parse::<usize>().ok().and_then(|number| offered.get(number.checked_sub(1)?));
    find_protocol(number.map_or(line, |protocol| &protocol.id))
}

/// A folder that is not there yet.
fn free(line: &str) -> Result<PathBuf> {
    let path = PathBuf::from(line);
    is_free(&path).map(|()| path)
}
