//! `aktkoll plan`: shares the cases between coders, and draws those that are coded twice.

mod gold;
mod told;

use super::{Context, with};
use crate::base::fault::{Exit, Fault, Result};
use crate::base::quoting::quoted;
use crate::base::slug::slug;
use crate::cli::args::Format;
use crate::cli::args::sample::PlanArgs;
use crate::msg;
use crate::study::Study;
use crate::study::case::plan::{Share, Wave};
use crate::study::folder::Folder;
use crate::study::index::CaseIx;
use crate::study::ledger::entry::Round;
use crate::study::sample::plan::{Constraint, Gold, Request, plan};
use told::Told;
use typed_index_collections::{TiSlice, TiVec};

pub(crate) fn run(args: &PlanArgs, context: &mut Context<'_>) -> Result<u8> {
    context.only(Some(&args.study), args.format, &[Format::Text, Format::Json])?;
    let folder = context.open_whole(&args.study)?;
    if !args.coders.is_empty() {
        share(args, &folder, context)?;
    } else if args.gold.required.is_none() {
        look(args, &folder, context)?;
    }
    if let Some(required) = args.gold.required {
        folder.require(crate::study::gold::Gold { required })?;
        context.say(&msg!("plan-required", required = required))?;
    }
    Ok(0)
}

/// Shows the plan that there is.
fn look(args: &PlanArgs, folder: &Folder, context: &mut Context<'_>) -> Result<()> {
    let files = folder.cases.file_cases().len();
    let shares: TiVec<CaseIx, Share> = folder.cases.shares.iter().take(files).cloned().collect();
    if shares.iter().all(|share| share.coder.is_empty() && share.second.is_empty()) {
        let dir = quoted(&args.study.display().to_string());
        return Err(Fault::new(msg!("plan-none")).hint(msg!("plan-none-hint", dir = dir)).into());
    }
    let (_, ledger, _) = context.reading(folder, || folder.read_whole())?;
    let plan = Told { folder, readers: context.readers(&ledger)?, shares: &shares, coders: &[] };
    if args.format == Format::Json {
        return context.json(&plan.as_json());
    }
    context.say(&msg!("plan-is", cases = shares.len(), twice = plan.twice()))?;
    plan.print(context)
}

/// Shares the cases anew, or shows how they would be.
fn share(args: &PlanArgs, folder: &Folder, context: &mut Context<'_>) -> Result<()> {
    let coders = coders(&args.coders)?;
    let reference = gold::reference(&args.gold, &coders)?;
    let (study, ledger, reading) = context.reading(folder, || folder.read_whole())?;
    // What a newer program wrote may say who has begun what.
    if let Some(newer) = reading.newer() {
        return Err(Fault::from(newer).into());
    }
    let seed = args.seed.clone().or_else(|| folder.settings.draw.as_ref().map(|draw| draw.seed.clone()));
    let seed = seed.unwrap_or_else(|| folder.settings.id.clone());
    let held = held(&study, &coders, &reference);
    let chosen = gold::chosen(&args.gold, folder, &held, &reference)?;
    let gold = Gold { n: args.gold.gold.unwrap_or(0), chosen: &chosen, reference: &reference };
    let request = Request { coders: &coders, twice: args.share, seed: &seed, gold };
    let shares = plan(&folder.cases, &folder.protocol, &held, &request);
    let moves = moves(folder, &shares, context);
    let begun = is_begun(&study);
    if begun && !moves.is_empty() && !context.global.yes && !args.dry_run {
        return refuse(&moves, context);
    }
    if !args.dry_run {
        folder.replan(&shares)?;
    }
    let plan = Told { folder, readers: context.readers(&ledger)?, shares: &shares, coders: &coders };
    let moves = if begun { moves } else { Vec::new() };
    if args.format == Format::Json {
        let more = [("seed", seed.as_str().into()), ("written", (!args.dry_run).into()), ("moves", moves.into())];
        return context.json(&with(plan.as_json(), more));
    }
    context.say(&msg!("plan-made", cases = shares.len(), twice = plan.twice(), seed = seed.as_str()))?;
    plan.print(context)?;
    for line in &moves {
        context.say(&msg!("plan-move", line = line.as_str()))?;
    }
    // Who has begun keeps cases in the plan, whether or not they are meant to go on.
    let meant = coders.iter().chain([&reference]).map(String::as_str).collect();
    context.tell_names_by_login(&ledger, &meant)?;
    if plan.twice() > 0 {
        let usual = args.share.is_none().then(|| msg!("plan-share"));
        usual.iter().chain([&msg!("plan-waves")]).try_for_each(|told| context.say(told))?;
    }
    gold::tell(&request.gold, &shares, context)?;
    next(args, &shares, coders.len(), context)
}

/// Tells what a plan would change in the one under which answers exist, and refuses it.
fn refuse(moves: &[String], context: &mut Context<'_>) -> Result<()> {
    for line in moves {
        context.tell(&msg!("plan-move", line = line.as_str()))?;
    }
    Err(Fault::new(msg!("plan-moves", n = moves.len())).hint(msg!("plan-moves-hint")).into())
}

/// What is next.
fn next(args: &PlanArgs, shares: &TiSlice<CaseIx, Share>, coders: usize, context: &mut Context<'_>) -> Result<()> {
    if args.dry_run {
        return context.say(&msg!("plan-dry"));
    }
    if coders < 2 && !shares.iter().any(Share::is_gold) {
        return context.say(&msg!("plan-alone"));
    }
    context.say(&msg!("plan-next", dir = quoted(&args.study.display().to_string())))
}

/// The coders' short names, each once.
fn coders(names: &[String]) -> Result<Vec<String>> {
    let mut coders: Vec<String> = Vec::new();
    for name in names {
        let coder = slug(name)?;
        if coders.contains(&coder) {
            return Err(Fault::new(msg!("plan-coder-twice", coder = coder)).exit(Exit::Usage).into());
        }
        coders.push(coder);
    }
    Ok(coders)
}

/// Whether something was answered.
fn is_begun(study: &Study) -> bool {
    study.answers.newest() > 0
}

/// What stays as it is: what is begun and, once something is, all that the plan gave to those who code on, unless
/// somebody new is to have a part of it. Gold cases stay in any case.
fn held(study: &Study, coders: &[String], reference: &str) -> TiVec<CaseIx, Constraint> {
    let seconds = study.answers.begun_in(Round::Second);
    let is_new = |coder: &String| !study.cases.shares.iter().any(|share| *share.coder == **coder);
    let stays = is_begun(study) && !coders.iter().any(is_new);
    let codes_on = |coder: &&str| stays && coders.iter().any(|known| known == coder);
    let held = |case: CaseIx| {
        let gold = is_begun(study) && study.cases.wave(case) == Some(Wave::Gold);
        let first = study.answers.begun_by(case);
        let coder = first.or_else(|| study.cases.assigned(case).filter(|coder| gold || codes_on(coder)));
        let begun = seconds.get(&case);
        let is_begun = |second: &&str| begun.is_some_and(|begun| begun.contains(second));
        let second = study.cases.second(case).filter(|second| is_begun(second) || codes_on(second));
        let owner = coder.and_then(|_| study.answers.owner(case));
        Constraint {
            coder: coder.map(str::to_owned),
            owner: owner.map(str::to_owned),
            second: second.or_else(|| begun?.first().copied()).map(str::to_owned),
            dropped: study.answers.dropped(case).is_some(),
            gold,
            begun: begun.is_some() || first.is_some_and(|first| [Some(first), owner] != [Some(reference); 2]),
        }
    };
    study.cases.files().map(held).collect()
}

/// What the plan changes in the one that is there, case by case; nothing where there is none.
fn moves(folder: &Folder, shares: &TiSlice<CaseIx, Share>, context: &Context<'_>) -> Vec<String> {
    let change = |key: &'static str, id: &str, was: &str, is: &str| {
        let name = |coder: &str| if coder.is_empty() { "–".to_owned() } else { coder.to_owned() };
        let message = crate::base::language::Message { key, args: Vec::new() };
        let message = message.with("id", id).with("was", name(was)).with("is", name(is));
        (was != is).then(|| context.words.say(&message))
    };
    let cases = folder.cases.cases.iter().zip(&folder.cases.shares).zip(shares);
    let changes = cases.flat_map(|((case, was), is)| {
        let was_nobodys = was.coder.is_empty();
        let coder = change("plan-move-coder", &case.id, &was.coder, &is.coder).filter(|_| !was_nobodys);
        let second = change("plan-move-second", &case.id, &was.second, &is.second).filter(|_| !was_nobodys);
        coder.into_iter().chain(second)
    });
    changes.collect()
}
