//! `aktkoll new`: makes a study from a protocol and a case list.

use super::{Context, ask, matches, offer, selftest};
use crate::base::env;
use crate::base::fault::{Fault, Result};
use crate::base::pii::has_number;
use crate::base::quoting::quoted;
use crate::cli::args::list::ListArgs;
use crate::exchange::documents::case_table;
use crate::msg;
use crate::study::case::CaseList;
use crate::study::case::identity::{Pseudonyms, key};
use crate::study::case::matching::{Hints, Matched};
use crate::study::create::{Plan, create, create_keyed, find_protocol, read_list};
use crate::study::protocol::Protocol;
use std::path::{Path, PathBuf};

pub(crate) fn run(
    dir: &Path,
    protocol: Option<&str>,
    (paths, list): (&[PathBuf], &ListArgs),
    title: Option<&str>,
    group: Option<&str>,
    context: &mut Context<'_>,
) -> Result<u8> {
    let protocol = match (protocol, paths.first()) {
        (None, Some(first)) => offer::choose(first, &hints(list), context)?,
        (name, _) => find_protocol(name.unwrap_or_default())?,
    };
    let read = read(protocol, paths, list, context)?;
    write(dir, &read, list, (title, group), context)?;
    matches::show(&read.protocol, &read.matched, context)?;
    context.say(&msg!("new-next", dir = quoted(&dir.display().to_string())))?;
    Ok(0)
}

/// What a study is made of, as it was read.
pub(crate) struct Read {
    pub(crate) protocol: Protocol,
    pub(crate) text: String,
    pub(crate) cases: CaseList,
    pub(crate) matched: Vec<Matched>,
}

/// Reads a case list for a protocol; what is unclear in it is asked for, and what is not seen is told.
pub(crate) fn read(
    (protocol, text): (Protocol, String),
    paths: &[PathBuf],
    list: &ListArgs,
    context: &mut Context<'_>,
) -> Result<Read> {
    let files = lists(paths, list)?;
    let (cases, matched) = ask::until_clear(hints(list), context, |hints| CaseList::gather(&files, hints, &protocol))?;
    matches::warn(&protocol, &matched, context)?;
    Ok(Read { protocol, text, cases, matched })
}

/// The files of a case list, each with its name.
pub(crate) fn lists(paths: &[PathBuf], list: &ListArgs) -> Result<Vec<(String, Vec<u8>)>> {
    paths.iter().map(|path| list_of(path, list)).collect()
}

/// A file of the case list as a table: of records, the ids and what is named by its place is taken.
fn list_of(path: &Path, list: &ListArgs) -> Result<(String, Vec<u8>)> {
    let ending = path.extension().unwrap_or_default().to_ascii_lowercase();
    if ending != "jsonl" && ending != "json" {
        return read_list(path);
    }
    let places: Vec<&str> = list.table.column.iter().map(|(_, header)| header.as_str()).collect();
    Ok((path.display().to_string(), case_table(path, list.id.as_deref(), &places)?))
}

/// Makes the study, and says what is in it and what its place lacks.
pub(crate) fn write(
    dir: &Path,
    Read { protocol, text, cases, matched }: &Read,
    list: &ListArgs,
    (title, group): (Option<&str>, Option<&str>),
    context: &mut Context<'_>,
) -> Result<()> {
    let title = title.filter(|title| !title.trim().is_empty()).unwrap_or(&protocol.title);
    make(dir, &Plan { protocol: text, cases, title, group, draw: None }, list, matched)?;
    let lacking = selftest::lacking(dir, group, &context.words)?;
    context.say(&msg!(
        "new-made",
        dir = dir.display().to_string(),
        cases = cases.files().len(),
        questions = protocol.declared()
    ))?;
    if cases.entries().len() > 0 {
        context.say(&msg!("new-entries", n = cases.entries().len()))?;
    }
    tell_key(list, matched, context)?;
    match lacking {
        Some(what) => context.tell(&msg!("selftest-new", what = what, dir = quoted(&dir.display().to_string()))),
        None => Ok(()),
    }
}

/// What the user says about case lists.
pub(crate) fn hints(list: &ListArgs) -> Hints {
    let today = env::now().to_zoned(env::zone()).date();
    let pseudonyms = list.pseudonymise.as_ref().map(|_| Pseudonyms { from_number: list.from_number.clone(), today });
    Hints { keep: list.keep.clone(), year: Some(today.year()), pseudonyms, ..list.table.hints() }
}

/// Makes a study, and the key to its ids where they are replaced. What is kept of the command line has no personal number.
pub(crate) fn make(dir: &Path, plan: &Plan<'_>, list: &ListArgs, matched: &[Matched]) -> Result<()> {
    let seed = plan.draw.map_or("", |(_, draw)| &draw.seed);
    if [plan.title, seed, &dir.display().to_string()].into_iter().any(has_number) {
        return Err(Fault::new(msg!("identity-title")).into());
    }
    match &list.pseudonymise {
        Some(file) => create_keyed(dir, plan, (file, &key(matched.iter().flat_map(|file| &file.replaced)))),
        None => create(dir, plan),
    }
}

/// Tells where the key to replaced ids is.
pub(crate) fn tell_key(list: &ListArgs, matched: &[Matched], context: &mut Context<'_>) -> Result<()> {
    let Some(file) = &list.pseudonymise else { return Ok(()) };
    let replaced = matched.iter().map(|file| file.replaced.len()).sum::<usize>();
    context.say(&msg!("identity-key-written", n = replaced, file = file.display().to_string()))
}
