//! `aktkoll` alone: the studies opened last with what waits there for who asks, the demo, a new study, and the help.

mod make;

use super::{Context, code, demo, help, settings};
use crate::analysis::progress::waiting::Waiting;
use crate::base::fault::{Fault, Result};
use crate::base::paths::Paths;
use crate::base::text::visible;
use crate::msg;
use crate::study::folder::Folder;
use crate::tui::model::Model;
use rustix::termios::isatty;
use std::path::{Path, PathBuf};

/// What there is to choose beside the studies, which have numbers, with the catalogue's key of each.
const OTHERS: [(&str, &str); 4] =
    [("d", "start-demo"), ("n", "start-new"), ("s", "settings-page"), ("h", "start-help")];

/// Behind the number of a study: how the spot check there came out.
const SPOT: char = 's';

pub(crate) fn run(context: &mut Context<'_>) -> Result<u8> {
    let recent = Paths::of_user().map(|paths| paths.recent()).unwrap_or_default();
    menu(&recent, context)?;
    if !isatty(rustix::stdio::stdin()) || !isatty(rustix::stdio::stdout()) {
        context.say(&msg!("start-how"))?;
        return Ok(0);
    }
    choose(&recent, context)
}

/// What there is to choose.
fn menu(recent: &[PathBuf], context: &mut Context<'_>) -> Result<()> {
    context.say(&msg!("start-title"))?;
    for (place, study) in (1_usize..).zip(recent) {
        let (title, state, has_spot) = shown(study, context);
        context.print(&format!("  {place}  {title}"))?;
        context.print(&format!("     {}", visible(&study.display().to_string())))?;
        context.print_text(5, &state)?;
        if has_spot {
            context.print(&format!("     {place}{SPOT}  {}", context.words.get("start-spot")))?;
        }
    }
    for (key, label) in OTHERS {
        context.print(&format!("  {key}  {}", context.words.get(label)))?;
    }
    Ok(())
}

/// Does what is typed, and asks again where that is nothing on offer, did not go well, or was the help.
fn choose(recent: &[PathBuf], context: &mut Context<'_>) -> Result<u8> {
    while let Some(line) = context.line(&msg!("start-choose"))? {
        let number = line.strip_suffix(SPOT).unwrap_or(&line).parse::<usize>().ok();
        let study = number.and_then(|number| recent.get(number.checked_sub(1)?));
        let ended = match (study, line.as_str()) {
            (Some(study), line) if line.ends_with(SPOT) => code::run_at(study, &Model::begin_with_spot, context),
            (Some(study), _) => code::run(study, context),
            (None, "d") => demo::run(None, context),
            (None, "n") => match make::run(context) {
                Ok(Some(code)) => Ok(code),
                Ok(None) => {
                    menu(recent, context)?;
                    continue;
                }
                Err(faults) => Err(faults),
            },
            (None, "h") => {
                read(context)?;
                menu(recent, context)?;
                continue;
            }
            (None, "s") => match settings::by_questions(context) {
                Ok(()) => continue,
                Err(faults) => Err(faults),
            },
            (None, "") => break,
            (None, _) => Err(Fault::new(msg!("start-none")).into()),
        };
        match ended {
            Ok(code) => return Ok(code),
            Err(faults) => context.tell_faults(&faults.0)?,
        }
    }
    Ok(0)
}

/// Lists the documentation and shows what is chosen of it, as often as is wanted.
fn read(context: &mut Context<'_>) -> Result<()> {
    help::run(None, context)?;
    while let Some(page) = context.line(&msg!("start-page"))?.filter(|page| !page.is_empty()) {
        if let Err(faults) = help::run(Some(&page), context) {
            context.tell_faults(&faults.0)?;
        }
    }
    Ok(())
}

/// A study's title, how far it is or why it cannot be opened, and whether there is a spot check to look at.
fn shown(path: &Path, context: &Context<'_>) -> (String, String, bool) {
    let name = || path.file_name().map(|name| visible(&name.to_string_lossy())).unwrap_or_default();
    let Ok((folder, coder)) = Folder::open(path).and_then(|folder| Ok((context.blinded(folder)?, context.coder()?.0)))
    else {
        return (name(), context.words.get("start-closed"), false);
    };
    let (study, ..) = folder.read();
    let waiting = Waiting::of(&study, &coder);
    let has_spot = study.answers.spot_check(&coder).is_some();
    (visible(&study.title), waiting.in_words(&context.words), has_spot)
}
