//! `aktkoll protocol update`: what a newer version of a study's protocol changes, and the change itself.

use super::{Context, keys};
use crate::base::fault::{Fault, Result};
use crate::cli::args::Format;
use crate::msg;
use crate::study::answers::effects::{Effect, Effects};
use crate::study::create::find_protocol;
use crate::study::folder::Folder;
use crate::study::protocol::Protocol;
use crate::study::protocol::diff::{Change, Difference};
use crate::study::protocol::fields::Piece;
use crate::tui::keymap::{Action, Mode};
use serde_json::{Value, json};
use std::path::Path;

/// What a newer version changes.
struct Changes<'a> {
    old: &'a Protocol,
    new: &'a Protocol,
    differences: Vec<Difference>,
    effects: Effects,
}

pub(crate) fn run(study: &Path, protocol: &str, format: Format, context: &mut Context<'_>) -> Result<()> {
    context.only(Some(study), format, &[Format::Text, Format::Json])?;
    let folder = context.open(study)?;
    let (protocol, text) = find_protocol(protocol)?;
    let same = protocol.hash == folder.protocol.hash;
    let next = folder.under(protocol)?;
    let (read, _, reading) = context.reading(&folder, || folder.read_whole())?;
    context.tell_closed(&read, study)?;
    let changes = Changes {
        old: &folder.protocol,
        new: &next.protocol,
        differences: folder.protocol.differences(&next.protocol),
        effects: read.answers.effects(&next.read().0.answers),
    };
    let asks = format == Format::Text;
    let writes = !same && !context.global.view && (asks || context.global.yes);
    if asks {
        tell(&changes, same, context)?;
    }
    if writes {
        may_write(&folder, reading.newer().map(Fault::from))?;
        context.confirm(&msg!("update-confirm"))?;
        let kept = folder.replace_protocol(&text)?;
        if asks {
            context.say(&msg!("update-done", file = kept))?;
        }
    }
    if format == Format::Json { context.json(&as_json(&changes, writes)) } else { Ok(()) }
}

/// Whether the study may be written at all.
fn may_write(folder: &Folder, newer: Option<Fault>) -> Result<()> {
    match newer {
        Some(newer) => Err(newer.into()),
        None if folder.is_replaceable() => Ok(()),
        None => Err(Fault::new(msg!("update-forbidden")).in_file(folder.path.display()).into()),
    }
}

/// The differences and what they do to the answers, for people.
fn tell(changes: &Changes<'_>, same: bool, context: &mut Context<'_>) -> Result<()> {
    if same {
        return context.say(&msg!("update-same"));
    }
    if changes.differences.is_empty() {
        context.say(&msg!("update-no-difference"))?;
    }
    let mut heading = String::new();
    for one in &changes.differences {
        let above = context.words.say(&one.heading(changes.old, changes.new));
        if above != heading {
            context.print(&above)?;
            heading = above;
        }
        let line = one.describe(&context.words);
        context.print(&format!("  {line}"))?;
    }
    context.print("")?;
    tell_effects(&changes.effects, context)?;
    if changes.old.version == changes.new.version && !changes.differences.is_empty() {
        context.tell(&msg!("update-same-version", version = changes.new.version.as_str()))?;
    }
    Ok(())
}

fn tell_effects(effects: &Effects, context: &mut Context<'_>) -> Result<()> {
    let lost = |effect: &Effect| effect.removed + effect.not_offered + effect.masked;
    if effects.questions.iter().all(|effect| lost(effect) == 0) {
        context.say(&msg!("update-all-hold"))?;
    } else {
        context.say(&msg!("update-lost"))?;
    }
    for effect in &effects.questions {
        let question = effect.question.as_str();
        for (n, message) in [
            (effect.removed, msg!("update-lost-removed", question = question, n = effect.removed)),
            (effect.not_offered, msg!("update-lost-not-offered", question = question, n = effect.not_offered)),
            (effect.masked, msg!("update-lost-masked", question = question, n = effect.masked)),
        ] {
            if n > 0 {
                context.say(&message)?;
            }
        }
    }
    let reworded: usize = effects.questions.iter().map(|effect| effect.reworded).sum();
    if reworded > 0 {
        let key = keys::label(context, Mode::Code, Action::Gap);
        context.say(&msg!("update-reworded", n = reworded, key = key))?;
    }
    if effects.cases_with_gaps > 0 {
        context.say(&msg!("update-gaps", n = effects.cases_with_gaps))?;
    }
    Ok(())
}

fn as_json(changes: &Changes<'_>, updated: bool) -> Value {
    let version = |protocol: &Protocol| json!({ "version": protocol.version, "hash": protocol.hash });
    let effect = |effect: &Effect| {
        json!({
            "question": effect.question, "removed": effect.removed, "not_offered": effect.not_offered,
            "masked": effect.masked, "reworded": effect.reworded,
        })
    };
    json!({
        "from": version(changes.old),
        "to": version(changes.new),
        "differences": changes.differences.iter().map(difference).collect::<Vec<_>>(),
        "answers": changes.effects.questions.iter().map(effect).collect::<Vec<_>>(),
        "cases_with_gaps": changes.effects.cases_with_gaps,
        "updated": updated,
    })
}

/// A difference with the same fields whatever it is.
fn difference(one: &Difference) -> Value {
    let (piece, id, choice) = match &one.piece {
        Piece::Protocol => ("protocol", "", ""),
        Piece::Attribute(id) => ("attribute", id.as_str(), ""),
        Piece::Area(id) => ("area", id.as_str(), ""),
        Piece::Repeat(id) => ("repeat", id.as_str(), ""),
        Piece::Question(id) => ("question", id.as_str(), ""),
        Piece::Choice(question, choice) => ("choice", question.as_str(), choice.as_str()),
        Piece::Check(message) => ("check", message.as_str(), ""),
        Piece::Table(id) => ("table", id.as_str(), ""),
    };
    let (change, was, now) = match &one.change {
        Change::Added => ("added", "", ""),
        Change::Removed => ("removed", "", ""),
        Change::Moved => ("moved", "", ""),
        Change::Fact { aspect, was, now } => (aspect.name(), was.as_str(), now.as_str()),
    };
    json!({ "piece": piece, "id": id, "choice": choice, "change": change, "was": was, "now": now })
}
