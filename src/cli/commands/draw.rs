//! `aktkoll draw`: draws the cases of a study from a frame, and more of them later.

mod drawing;

use super::new::{hints, lists, make, tell_key};
use super::{Context, ask, keys, matches};
use crate::base::env;
use crate::base::fault::{Exit, Fault, Faults, Result};
use crate::base::files;
use crate::base::language::Message;
use crate::base::quoting::quoted;
use crate::cli::args::Format;
use crate::cli::args::list::ListArgs;
use crate::cli::args::sample::DrawArgs;
use crate::msg;
use crate::study::case::counts::Count;
use crate::study::case::{Case, CaseList};
use crate::study::create::{Plan, find_protocol};
use crate::study::folder::{FRAME_FILE, Folder};
use crate::study::index::CaseIx;
use crate::study::protocol::Protocol;
use crate::study::sample::draw::{Difference, Draw, differences, extended, ordered, stated, wanted};
use crate::study::sample::{Stratum, strata};
use crate::tui::keymap::{Action, Mode};
use drawing::Drawing;
use std::path::{Path, PathBuf};
use typed_index_collections::{TiSlice, TiVec};

/// The largest table of sizes or totals, in bytes.
const COUNTS: u64 = 1 << 20;

pub(crate) fn run(args: &DrawArgs, context: &mut Context<'_>) -> Result<u8> {
    context.only(Some(&args.study), args.format, &[Format::Text, Format::Json])?;
    match (args.frame.as_slice(), &args.protocol, &args.seed) {
        (frame @ [_, ..], Some(protocol), Some(seed)) => first(args, frame, protocol, seed, context),
        _ => again(args, context),
    }
}

/// Draws for the first time, and makes the study.
fn first(args: &DrawArgs, frame: &[PathBuf], protocol: &str, seed: &str, context: &mut Context<'_>) -> Result<u8> {
    let (protocol, text) = find_protocol(protocol)?;
    context.speak(context.asked_language(), protocol.lang);
    let files = lists(frame, &args.list)?;
    let (frame, matched) =
        ask::until_clear(hints(&args.list), context, |hints| CaseList::gather(&files, hints, &protocol))?;
    let frame = frame.only_files();
    matches::warn(&protocol, &matched, context)?;
    let per = columns(&args.per, &protocol)?;
    let strata = strata(&frame, &protocol, &per, seed);
    let (sizes, told) = (counts(args.sizes.as_deref(), &protocol)?, counts(args.totals.as_deref(), &protocol)?);
    let wanted = wanted(&strata, &per, &sizes, args.n, |values| labels(&protocol, &per, values).join(", "))?;
    let names = per.iter().filter_map(|&column| protocol.attributes.get(column)).map(|known| known.id.clone());
    let date = env::now().to_zoned(env::zone()).date().to_string();
    let totals = stated(&frame, &told);
    let draw = Draw { totals, ..Draw::new(date, seed, names.collect(), &strata, &wanted) };
    let cases = frame.select(&draw.sample(&strata, &frame, &protocol));
    if cases.cases.is_empty() {
        return Err(Fault::new(msg!("draw-none")).exit(Exit::Usage).into());
    }
    let title = args.title.as_deref().filter(|title| !title.trim().is_empty()).unwrap_or(&protocol.title);
    let all = ordered(&strata, &frame);
    let group = args.group.as_deref();
    let plan = Plan { protocol: &text, cases: &cases, title, group, draw: Some((&all, &draw)) };
    make(&args.study, &plan, &args.list, &matched)?;
    let differences = differences(&strata, &frame, &draw.totals);
    let drawing = Drawing { draw: &draw, strata: &strata, frame: &frame, protocol: &protocol };
    if args.format == Format::Json {
        context.json(&drawing.as_json(&cases.cases, &differences))?;
        return Ok(0);
    }
    drawing.show(context)?;
    for difference in &differences {
        tell_difference(difference, &protocol, context)?;
    }
    matches::show(&protocol, &matched, context)?;
    tell_key(&args.list, &matched, context)?;
    context.say(&msg!("draw-next", dir = quoted(&args.study.display().to_string())))?;
    Ok(0)
}

/// A table of sizes or totals, if there is one.
fn counts(path: Option<&Path>, protocol: &Protocol) -> Result<Vec<Count>> {
    let read = |path: &Path| Count::read(&path.display().to_string(), &files::read(path, COUNTS)?, protocol);
    path.map_or(Ok(Vec::new()), read)
}

/// Draws more in a study that was drawn, or only shows what was drawn.
fn again(args: &DrawArgs, context: &mut Context<'_>) -> Result<u8> {
    if args.list != ListArgs::default() {
        return Err(Fault::new(msg!("draw-no-list")).hint(msg!("draw-no-list-hint")).exit(Exit::Usage).into());
    }
    let folder = context.open(&args.study)?;
    let Some(mut draw) = folder.settings.draw.clone() else {
        return Err(Fault::new(msg!("draw-not-drawn")).in_file(args.study.display()).hint(msg!("draw-how")).into());
    };
    let frame = folder.frame()?;
    let per = columns(&draw.per, &folder.protocol)?;
    let strata = strata(&frame, &folder.protocol, &per, &draw.seed);
    if !draw.is_of(&strata) {
        let fault = Fault::new(msg!("draw-other-frame")).in_file(folder.path.join(FRAME_FILE).display());
        return Err(fault.hint(msg!("draw-other-frame-hint")).into());
    }
    let before = draw.clone();
    let replaced = replace(&args.replace, &mut draw, &strata, &frame, &folder, context)?;
    add(&args.add, &mut draw, &frame, &folder)?;
    draw.more(args.more.unwrap_or(0));
    let mut new = TiVec::new();
    if draw != before {
        let sample = draw.sample(&strata, &frame, &folder.protocol);
        let cases = extended(&folder.cases, &frame, &folder.protocol, &sample);
        folder.redraw(&cases, &draw)?;
        new = cases.cases;
        new.retain(|case| folder.cases.place(&case.id).is_none());
    }
    let differences = differences(&strata, &frame, &draw.totals);
    let drawing = Drawing { draw: &draw, strata: &strata, frame: &frame, protocol: &folder.protocol };
    if args.format == Format::Json {
        context.json(&drawing.as_json(&new, &differences))?;
        return Ok(0);
    }
    replaced.iter().try_for_each(|message| context.say(message))?;
    if draw != before {
        tell_new(&new, &folder, context)?;
    }
    drawing.show(context)?;
    for difference in &differences {
        tell_difference(difference, &folder.protocol, context)?;
    }
    Ok(0)
}

/// Tells which cases are new, and that nobody has them yet.
fn tell_new(new: &TiSlice<CaseIx, Case>, folder: &Folder, context: &mut Context<'_>) -> Result<()> {
    let ids: Vec<&str> = new.iter().map(|case| case.id.as_str()).collect();
    context.say(&msg!("draw-more", n = new.len(), ids = ids.join(", ")))?;
    if folder.cases.shares.iter().any(|share| !share.coder.is_empty()) {
        context.say(&msg!("draw-unplanned"))?;
    }
    Ok(())
}

/// Draws one from the reserve for each dropped case that is named; says which for which.
fn replace(
    ids: &[String],
    draw: &mut Draw,
    strata: &[Stratum],
    frame: &CaseList,
    folder: &Folder,
    context: &Context<'_>,
) -> Result<Vec<Message>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let (study, ..) = context.reading(folder, || folder.read_whole())?;
    let (mut faults, mut told) = (Vec::new(), Vec::new());
    for id in ids {
        let place = folder.cases.place(id);
        let dropped = place.is_some_and(|case| study.answers.dropped(case).is_some());
        let case = frame.place(id);
        match (dropped, case) {
            (_, None) => faults.push(Fault::new(msg!("draw-not-in-frame", id = id.as_str()))),
            (false, _) if place.is_some_and(|case| study.answers.is_closed(case)) => {
                faults.push(Fault::new(msg!("draw-closed", id = id.as_str())).hint(msg!("blind-unfinished-hint")));
            }
            (false, _) => {
                let hint = msg!("draw-not-dropped-hint", key = keys::label(context, Mode::Code, Action::Drop));
                faults.push(Fault::new(msg!("draw-not-dropped", id = id.as_str())).hint(hint));
            }
            _ if draw.is_replaced(id) => faults.push(Fault::new(msg!("draw-replaced-before", id = id.as_str()))),
            (true, Some(case)) => match draw.replace(strata, frame, case).and_then(|next| frame.cases.get(next)) {
                Some(next) => told.push(msg!("draw-replaced", id = id.as_str(), by = next.id.as_str())),
                None => faults.push(Fault::new(msg!("draw-reserve-empty", id = id.as_str()))),
            },
        }
    }
    if faults.is_empty() { Ok(told) } else { Err(Faults(faults)) }
}

/// Notes the cases that somebody chose.
fn add(ids: &[String], draw: &mut Draw, frame: &CaseList, folder: &Folder) -> Result<()> {
    let fault = |id: &String| {
        let message = match (frame.place(id), folder.cases.place(id)) {
            (None, _) => msg!("draw-not-in-frame", id = id.as_str()),
            (_, Some(_)) => msg!("draw-there-already", id = id.as_str()),
            _ => return None,
        };
        Some(Fault::new(message).hint(msg!("draw-add-hint")))
    };
    let faults: Vec<Fault> = ids.iter().filter_map(fault).collect();
    for id in ids.iter().filter(|id| !draw.added.contains(id)).cloned().collect::<Vec<_>>() {
        draw.added.push(id);
    }
    Faults(faults).settled()
}

/// The attributes that are drawn per: those that are named, else unit and sex.
fn columns(names: &[String], protocol: &Protocol) -> Result<Vec<usize>> {
    if names.is_empty() {
        return Ok(protocol.unit().into_iter().chain(protocol.sex()).collect());
    }
    let place = |name: &String| {
        protocol.attributes.iter().position(|attribute| attribute.id == name.trim()).ok_or_else(|| {
            let known = protocol.attributes.iter().map(|attribute| attribute.id.as_str());
            let hint = crate::base::suggest::suggestion(name, known);
            let fault = Fault::new(msg!("command-no-such-column", name = name.as_str()));
            Faults::from(fault.hint(hint).exit(Exit::Usage))
        })
    };
    names.iter().map(place).collect()
}

/// The values of a stratum as people read them.
fn labels(protocol: &Protocol, per: &[usize], values: &[String]) -> Vec<String> {
    let label = |(column, value): (&usize, &String)| {
        let label = protocol.attributes.get(*column).map_or(value.as_str(), |attribute| attribute.label_of(value));
        if label.is_empty() { "–".to_owned() } else { label.to_owned() }
    };
    per.iter().zip(values).map(label).collect()
}

/// A stated total that the frame differs from.
fn tell_difference(difference: &Difference, protocol: &Protocol, context: &mut Context<'_>) -> Result<()> {
    let (columns, values): (Vec<usize>, Vec<String>) = difference.values.iter().cloned().unzip();
    let parts: Vec<String> = difference.parts.iter().map(ToString::to_string).collect();
    let n: usize = difference.parts.iter().sum();
    let name = labels(protocol, &columns, &values).join(", ");
    let sum = if parts.len() > 1 { format!("{} = {n}", parts.join(" + ")) } else { n.to_string() };
    context.say(&msg!("draw-differs", name = name, sum = sum, stated = difference.stated))
}
