//! `aktkoll sql`: a tally as SQL, for engines that count more studies than fit on one computer.

use super::Context;
use super::tally::named;
use crate::base::fault::{Exit, Fault, Result};
use crate::base::files;
use crate::cli::args::sql::SqlArgs;
use crate::exchange::sql::{Engine, Source, script};
use crate::msg;
use crate::study::folder::{CASES, CASES_FILE, Folder, PLAN_FILE};
use crate::study::index::{At, QuestionIx};
use crate::study::ledger::control_line::Open;
use crate::study::ledger::entry::Op;
use crate::study::protocol::{Per, Protocol};
use std::collections::BTreeMap;
use std::path::Path;

pub(crate) fn run(args: &SqlArgs, context: &mut Context<'_>) -> Result<u8> {
    let here = || args.studies.iter().map(AsRef::as_ref).find(|path: &&Path| path.exists());
    let Some(like) = args.like.as_deref().or_else(here) else {
        let name = args.studies.iter().map(|path| path.display().to_string()).collect::<Vec<_>>().join(" ");
        return Err(Fault::new(msg!("sql-none-here", name = name))
            .hint(msg!("sql-none-here-hint"))
            .exit(Exit::Usage)
            .into());
    };
    let model = context.open_whole(like)?;
    let questions = questions(&model.protocol, &args.question, context)?;
    let mut sources: Vec<Source> = Vec::new();
    for path in &args.studies {
        // Without what stands behind the last name.
        let path = path.components().as_path();
        let source = if path.exists() {
            source(path, &model.protocol, args.engine, context)?
        } else {
            Source { folder: path.display().to_string(), is_pattern: true, ..of(&model) }
        };
        if sources.iter().any(|other| other.folder == source.folder) {
            return Err(Fault::new(msg!("sql-twice")).in_file(path.display()).exit(Exit::Usage).into());
        }
        sources.push(source);
    }
    let script = script(args.engine, &model.protocol, &sources, &questions)?;
    context.print(script.trim_end())?;
    Ok(0)
}

/// The questions that are counted. Those that are asked about units are not: where they are named they are refused, and
/// told where they are not.
fn questions(protocol: &Protocol, names: &[String], context: &mut Context<'_>) -> Result<Vec<QuestionIx>> {
    let is_said = |place: &QuestionIx| protocol.questions.at(*place).per == Per::Case;
    if names.is_empty() {
        let (said, unsaid): (Vec<_>, Vec<_>) = protocol.questions.keys().partition(is_said);
        let ids: Vec<&str> = unsaid.iter().map(|&place| protocol.questions.at(place).id.as_str()).collect();
        if !ids.is_empty() {
            context.tell(&msg!("sql-per-unit-left", questions = ids.join(", ")))?;
        }
        return Ok(said);
    }
    let mut found = Vec::new();
    for name in names {
        let places = named(protocol, name)?;
        if !places.iter().all(is_said) {
            return Err(Fault::new(msg!("sql-per-unit", question = name.as_str())).exit(Exit::Usage).into());
        }
        found.extend(places.into_iter().filter(|place| !found.contains(place)).collect::<Vec<_>>());
    }
    found.sort_unstable();
    Ok(found)
}

fn of(folder: &Folder) -> Source {
    let columns = folder.cases.columns.iter().enumerate().filter(|(place, _)| Some(*place) != folder.cases.informant);
    Source {
        folder: folder.path.display().to_string(),
        is_pattern: false,
        columns: columns.map(|(_, column)| column.clone()).collect(),
        has_plan: folder.path.join(PLAN_FILE).exists(),
    }
}

/// A study that is here, unless an engine would count it otherwise than the program does.
fn source(path: &Path, protocol: &Protocol, engine: Engine, context: &mut Context<'_>) -> Result<Source> {
    let folder = Folder::open(path)?;
    let refused = |message| Err(Fault::new(message).in_file(path.display()).into());
    if folder.protocol.hash != protocol.hash {
        return refused(msg!("sql-protocol"));
    }
    if !folder.settings.times.is_empty() {
        return refused(msg!("sql-times"));
    }
    if path.display().to_string().contains(['*', '?', '[', '{', '\n']) {
        return refused(msg!("sql-pattern"));
    }
    let plan = folder.cases.plan_csv(&folder.cases.shares);
    for (name, bytes) in [(CASES_FILE, folder.cases.to_csv()), (PLAN_FILE, plan)] {
        let file = path.join(name);
        if file.exists() && files::read_inside(&file, CASES)? != bytes {
            return Err(Fault::new(msg!("sql-list")).hint(msg!("sql-list-hint")).in_file(file.display()).into());
        }
    }
    let mut ledger = folder.ledger();
    let mut spelt: BTreeMap<(String, String), (u64, String, String)> = BTreeMap::new();
    let reading = context.reading(&folder, || {
        ledger.read(&mut |entry| {
            if entry.op == Op::Spelling {
                let line = (entry.seq, entry.coder.to_string(), entry.value.to_string());
                let newest = spelt.entry((entry.question.to_string(), entry.item.to_string())).or_default();
                *newest = line.max(std::mem::take(newest));
            }
        })
    });
    reading.whole()?;
    if ledger.sittings().any(Open::is_recovery) {
        return refused(msg!("sql-recovered"));
    }
    if ledger.lines() == 0 {
        return refused(msg!("sql-empty"));
    }
    if let Some(open) = ledger.sittings().find(|open| engine == Engine::Spark && open.coder.starts_with('_')) {
        return refused(msg!("sql-underscore", coder = open.coder.as_str()));
    }
    let is_chained = |((question, item), (_, _, name)): (&(String, String), &(u64, String, String))| {
        let next = spelt.get(&(question.clone(), name.clone()));
        !name.is_empty() && name != item && next.is_some_and(|(_, _, next)| !next.is_empty() && next != name)
    };
    if let Some(((question, _), _)) = spelt.iter().find(|line| is_chained(*line)) {
        return refused(msg!("sql-spelling", question = question.as_str()));
    }
    Ok(of(&folder))
}
