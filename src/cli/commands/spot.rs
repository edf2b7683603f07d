//! `aktkoll spot`: a few finished cases, drawn to be coded once more without seeing the first coding.

use super::{COLUMNS, Context, session};
use crate::analysis::reliability::spot::Outcome;
use crate::analysis::reliability::spot_frame::{Request, SamplingFrame, take};
use crate::base::env;
use crate::base::fault::{Exit, Fault, Result};
use crate::base::quoting::quoted;
use crate::base::suggest::listed;
use crate::cli::args::Format;
use crate::cli::args::sample::SpotArgs;
use crate::msg;
use crate::study::Study;
use crate::study::folder::Folder;
use crate::study::index::CaseIx;
use crate::study::ledger::entry::{Draft, Round};
use crate::study::ledger::{Ledger, Reading};
use crate::study::protocol::Per;
use crate::study::protocol::filter::Filter;
use jiff::{SignedDuration, Timestamp};

/// Does what is asked; returns whether coding goes on with the cases drawn.
pub(crate) fn run(args: &SpotArgs, context: &mut Context<'_>) -> Result<bool> {
    context.only(Some(&args.study), args.format, &[Format::Text, Format::Json])?;
    if args.result {
        return result(args, context).map(|()| false);
    }
    if args.cancel {
        return cancel(args, context).map(|()| false);
    }
    draw(args, context)?;
    context.global.round = Some(Round::Spot);
    if session::has_screen(context) {
        return Ok(true);
    }
    let coder = context.global.coder.as_ref().map_or_else(String::new, |coder| format!(" --coder {}", quoted(coder)));
    context.say(&msg!("spot-next", dir = quoted(&args.study.display().to_string()) + &coder))?;
    Ok(false)
}

/// Draws cases, unless a draw is open, and tells which.
pub(crate) fn draw(args: &SpotArgs, context: &mut Context<'_>) -> Result<()> {
    let folder = context.open(&args.study)?;
    let among = among(args, &folder)?;
    let (study, ledger, reading) = context.reading(&folder, || folder.read_whole())?;
    let coder = context.coder()?.0;
    if let Some(check) = study.answers.spot_check(&coder).filter(|check| !check.left.is_empty()) {
        let (n, of, ids) = (check.left.len(), check.cases.len(), ids(&study, &check.left));
        return context.say(&msg!("spot-open", n = n, of = of, seed = check.seed, ids = ids));
    }
    let ago = SignedDuration::from_hours(i64::from(args.after) * 24);
    let retest = args.retest.then(|| env::now().checked_sub(ago).unwrap_or(Timestamp::MIN));
    let request = Request { coder: &coder, among: &among, retest };
    let pool = SamplingFrame::of(&study, &request);
    // Unless somebody says it, the seed is a number that nobody chose: that of the newest line.
    let seed = args.seed.clone().unwrap_or_else(|| study.answers.newest().to_string());
    let drawn = pool.draw(&study, &seed, args.n);
    if drawn.is_empty() {
        let reasons = pool.reasons(args.after, &context.words);
        return Err(Fault::new(msg!("spot-none", reasons = reasons)).hint(msg!("spot-none-hint")).into());
    }
    let id = |&case: &CaseIx| study.cases.cases.get(case).map(|case| take(&case.id, &seed));
    let drafts: Vec<Draft> = drawn.iter().filter_map(id).collect();
    write(&folder, ledger, &reading, &drafts, context)?;
    let (n, ids) = (drawn.len(), ids(&study, &drawn));
    context.say(&msg!("spot-drawn", n = n, seed = seed, ids = ids))?;
    if n < args.n { context.say(&msg!("spot-fewer", n = n, wanted = args.n)) } else { Ok(()) }
}

/// The cases that are meant: by what the list says of them, for who asks for certain answers knows them beforehand.
fn among(args: &SpotArgs, folder: &Folder) -> Result<Filter> {
    let among = Filter::parse_conditions(&args.filter, &folder.protocol, &folder.cases.columns, Per::Case)?;
    if among.questions().is_empty() {
        return Ok(among);
    }
    let columns: Vec<&str> = folder.cases.columns.iter().map(String::as_str).collect();
    let hint = msg!("there-are", names = listed(&columns));
    Err(Fault::new(msg!("spot-where")).hint(hint).exit(Exit::Usage).into())
}

/// Writes lines of one's own in one go.
fn write(
    folder: &Folder,
    mut ledger: Ledger,
    reading: &Reading,
    drafts: &[Draft],
    context: &Context<'_>,
) -> Result<()> {
    if let Some(newer) = reading.newer() {
        return Err(Fault::from(newer).into());
    }
    session::same_person(&ledger, &context.coder()?.0, context)?;
    if context.global.view {
        return Err(Fault::new(msg!("screen-read-only")).into());
    }
    let sitting = context.sitting(folder)?;
    // What is written aside changes nothing of where the coder left.
    let left = ledger.left_at(&sitting.coder).map(|(case, question)| (case.to_owned(), question.to_owned()));
    let (case, question) = left.unwrap_or_default();
    let mut writer = ledger.begin(sitting, folder.settings.shared, &env::stamp())?;
    let stamps: Vec<_> = drafts.iter().map(|_| env::stamp()).collect();
    let stamped: Vec<_> = drafts.iter().zip(&stamps).collect();
    writer.append_all(&stamped)?;
    writer.close(&case, &question, &env::stamp())
}

/// Gives an open draw up: what is finished stays.
fn cancel(args: &SpotArgs, context: &mut Context<'_>) -> Result<()> {
    let folder = context.open(&args.study)?;
    let (study, ledger, reading) = context.reading(&folder, || folder.read_whole())?;
    let coder = context.coder()?.0;
    let Some(check) = study.answers.spot_check(&coder).filter(|check| !check.left.is_empty()) else {
        return Err(Fault::new(msg!("spot-nothing-open")).into());
    };
    let drafts = study.answers.given_up(&coder, &check.left);
    write(&folder, ledger, &reading, &drafts, context)?;
    context.say(&msg!("spot-given-up", n = check.left.len(), ids = ids(&study, &check.left)))?;
    let kept = check.cases.len() - check.left.len();
    if kept > 0 {
        context.say(&msg!("spot-kept", n = kept))?;
    }
    Ok(())
}

/// Shows how one's newest spot check came out.
fn result(args: &SpotArgs, context: &mut Context<'_>) -> Result<()> {
    let folder = context.open(&args.study)?;
    let (study, ..) = context.read(&folder)?;
    let coder = context.coder()?.0;
    let Some(outcome) = Outcome::of(&study, &coder) else {
        return Err(Fault::new(msg!("spot-never")).hint(msg!("spot-how")).into());
    };
    if args.format == Format::Json {
        return context.json(&outcome.json(&study));
    }
    let lines = outcome.lines(&study, &context.words, COLUMNS);
    lines.iter().try_for_each(|(_, line)| context.print(line))
}

/// The ids of some cases.
fn ids(study: &Study, cases: &[CaseIx]) -> String {
    let ids = cases.iter().filter_map(|&case| study.cases.cases.get(case));
    ids.map(|case| case.id.as_str()).collect::<Vec<_>>().join(", ")
}
