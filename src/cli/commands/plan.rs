//! `aktkoll plan`: shares the cases between coders, and draws those that are coded twice.

mod gold;

use super::{Context, label};
use crate::base::fault::{Exit, Fault, Result};
use crate::base::quoting::quoted;
use crate::base::slug::slug;
use crate::base::text::{padded, right, width};
use crate::cli::args::sample::PlanArgs;
use crate::msg;
use crate::study::Study;
use crate::study::case::plan::{Share, Wave};
use crate::study::folder::Folder;
use crate::study::index::CaseIx;
use crate::study::ledger::entry::Round;
use crate::study::sample::plan::{Constraint, Gold, Request, plan};
use std::collections::BTreeMap;
use typed_index_collections::{TiSlice, TiVec};

pub(crate) fn run(args: &PlanArgs, context: &mut Context<'_>) -> Result<u8> {
    let folder = context.open_whole(&args.study)?;
    if !args.coders.is_empty() {
        share(args, &folder, context)?;
    }
    if let Some(required) = args.gold.required {
        folder.require(crate::study::gold::Gold { required })?;
        context.say(&msg!("plan-required", required = required))?;
    }
    Ok(0)
}

/// Shares the cases anew.
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
    let request = Request { coders: &coders, percent: args.share, seed: &seed, gold };
    let shares = plan(&folder.cases, &folder.protocol, &held, &request);
    let moves = moves(folder, &shares, context);
    let begun = is_begun(&study);
    if begun && !moves.is_empty() && !context.global.yes {
        for line in &moves {
            context.tell(&msg!("plan-move", line = line.as_str()))?;
        }
        return Err(Fault::new(msg!("plan-moves", n = moves.len())).hint(msg!("plan-moves-hint")).into());
    }
    folder.replan(&shares)?;
    show(folder, &shares, &coders, &seed, context)?;
    for line in moves.iter().filter(|_| begun) {
        context.say(&msg!("plan-move", line = line.as_str()))?;
    }
    // Who has begun keeps cases in the plan, whether or not they are meant to go on.
    let meant = coders.iter().chain([&reference]).map(String::as_str).collect();
    context.tell_names_by_login(&ledger, &meant)?;
    if shares.iter().any(|share| !share.second.is_empty()) {
        let usual = args.share.is_none().then(|| msg!("plan-share"));
        usual.iter().chain([&msg!("plan-waves")]).try_for_each(|told| context.say(told))?;
    }
    gold::tell(&request.gold, &shares, context)?;
    if coders.len() < 2 && !shares.iter().any(Share::is_gold) {
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

/// How many cases each coder has per unit, and how many of them are coded twice and in which waves.
fn show(
    folder: &Folder,
    shares: &TiSlice<CaseIx, Share>,
    coders: &[String],
    seed: &str,
    context: &mut Context<'_>,
) -> Result<()> {
    let twice = shares.iter().filter(|share| !share.second.is_empty()).count();
    context.say(&msg!("plan-made", cases = shares.len(), twice = twice, seed = seed))?;
    let mut names: Vec<&str> = coders.iter().map(String::as_str).collect();
    names.extend(shares.iter().map(|share| &*share.coder).filter(|coder| !coder.is_empty()));
    let mut known = std::collections::HashSet::new();
    names.retain(|name| known.insert(*name));
    let units = folder.protocol.unit().map(|unit| (unit, folder.cases.units(&folder.protocol, unit)));
    let units = units.iter().flat_map(|(unit, values)| values.iter().map(|value| (*unit, value)));
    let mut rows: Vec<(String, Row<'_>)> =
        units.map(|(unit, value)| (label(folder, unit, value), Row::Unit(value))).collect();
    rows.push((context.words.get("tally-total"), Row::All));
    rows.push((context.words.get("plan-row-second"), Row::Second));
    let counts = counts(folder, shares, &names);
    let waves = Wave::ALL.iter().map(|(wave, _)| *wave);
    let waves = waves.filter(|wave| *wave != Wave::Gold || shares.iter().any(Share::is_gold));
    rows.extend(waves.map(|wave| (format!("  {}", context.words.get(wave.label())), Row::Wave(wave))));
    let space = rows.iter().map(|(name, _)| width(name)).max().unwrap_or(0);
    let line = |name: &str, cell: &dyn Fn(&str) -> String| {
        let cells: String = names.iter().map(|name| right(&cell(name), width(name).max(6) + 2)).collect();
        format!("  {}{cells}", padded(name, space))
    };
    context.print(&line("", &|name| name.to_owned()))?;
    rows.iter().try_for_each(|(name, row)| {
        context.print(&line(name, &|coder| counts.get(&(*row, coder)).copied().unwrap_or_default().to_string()))
    })
}

/// The cases that a row of the table counts for each coder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Row<'a> {
    /// Those of a unit.
    Unit(&'a str),
    /// All.
    All,
    /// Those that are coded a second time.
    Second,
    /// Those of a wave.
    Wave(Wave),
}

/// How many cases each row counts for each coder; the gold cases are everybody's.
fn counts<'a>(
    folder: &'a Folder,
    shares: &'a TiSlice<CaseIx, Share>,
    names: &[&'a str],
) -> BTreeMap<(Row<'a>, &'a str), usize> {
    let unit = folder.protocol.unit();
    let mut counts = BTreeMap::new();
    for (case, share) in shares.iter_enumerated() {
        let value = unit.map_or("", |unit| folder.cases.value(case, unit));
        let first = [Row::Unit(value), Row::All].map(|row| (row, &*share.coder));
        let again = names.iter().copied().filter(|name| share.is_gold() && **name != *share.coder);
        let again = again.chain([&*share.second]).map(|coder| (Row::Second, coder));
        let wave = names.iter().copied().filter(|name| share.is_gold() || **name == *share.second);
        let wave = share.wave.into_iter().flat_map(|at| wave.clone().map(move |coder| (Row::Wave(at), coder)));
        for key in first.into_iter().chain(again).chain(wave) {
            *counts.entry(key).or_default() += 1;
        }
    }
    counts
}
