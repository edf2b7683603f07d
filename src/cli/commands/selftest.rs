//! `aktkoll selftest`: what is guaranteed in a folder and at a terminal, and what is not.

use super::Context;
use crate::base::env;
use crate::base::fault::{Exit, Fault, Result};
use crate::base::language::Words;
use crate::base::paths;
use crate::base::text::{padded, width};
use crate::cli::args::Format;
use crate::msg;
use crate::study::create::is_of_group;
use crate::study::ledger::selftest::{Outcome, Trial, kind, quick, whole};
use rustix::stdio::{stdin, stdout};
use rustix::termios::{isatty, tcgetwinsize};
use serde_json::{Value, json};
use std::path::Path;

/// The smallest terminal that shows a question with its answers.
const SMALLEST: (u16, u16) = (60, 15);

pub(crate) fn run(folder: &Path, format: Format, context: &mut Context<'_>) -> Result<u8> {
    context.only(None, format, &[Format::Text, Format::Json])?;
    if !folder.is_dir() {
        return Err(Fault::new(msg!("selftest-no-folder")).in_file(folder.display()).into());
    }
    let trials = [whole(folder), vec![clock(), locale(), terminal()]].concat();
    if format == Format::Json {
        let one = |trial: &Trial| {
            let (name, outcome) = (trial.name, name(trial.outcome));
            json!({ "name": name, "outcome": outcome, "text": context.words.say(&trial.message) })
        };
        let tried: Vec<Value> = trials.iter().map(one).collect();
        context.json(&json!({ "file_system": kind(folder), "trials": tried }))?;
    } else {
        tell(folder, &trials, context)?;
    }
    let refused: Vec<_> = trials.iter().filter(|trial| trial.outcome == Outcome::Refused).collect();
    Ok(match refused.first() {
        Some(first) if first.name == "saved" => Exit::NotSaved as u8,
        Some(_) => Exit::Refused as u8,
        None => 0,
    })
}

/// What an outcome is called in files and in the catalogue.
fn name(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Guaranteed => "guaranteed",
        Outcome::Lacking => "lacking",
        Outcome::Refused => "not_guaranteed",
        Outcome::Untried => "untried",
    }
}

fn tell(folder: &Path, trials: &[Trial], context: &mut Context<'_>) -> Result<()> {
    context.say(&msg!("selftest-where", dir = folder.display().to_string(), kind = kind(folder)))?;
    let heads: Vec<String> = trials
        .iter()
        .map(|trial| {
            context.words.get(match trial.outcome {
                Outcome::Guaranteed => "selftest-guaranteed",
                Outcome::Lacking => "selftest-lacking",
                Outcome::Refused => "selftest-refused",
                Outcome::Untried => "selftest-untried",
            })
        })
        .collect();
    let wide = heads.iter().map(|head| width(head)).max().unwrap_or(0);
    for (head, trial) in heads.iter().zip(trials) {
        let text = context.words.say(&trial.message);
        context.print(&format!("{}  {text}", padded(head, wide)))?;
    }
    Ok(())
}

/// What is not guaranteed where a study has just been made, in one line, if there is anything.
pub(crate) fn lacking(study: &Path, group: Option<&str>, words: &Words) -> Result<Option<String>> {
    let refused = quick(study).into_iter().filter(|one| one.outcome == Outcome::Refused);
    let mut lacking: Vec<_> = refused.map(|one| one.message).collect();
    if let Some(group) = group
        && !is_of_group(study, group)?
    {
        lacking.push(msg!("selftest-group-not", group = group));
    }
    let told: Vec<String> = lacking.iter().map(|message| words.say(message)).collect();
    Ok((!told.is_empty()).then(|| told.join(" ")))
}

/// Whether the clock shows a time that can be.
fn clock() -> Trial {
    let now = env::now().to_zoned(env::zone());
    let shown = now.strftime("%Y-%m-%d %H:%M %Z").to_string();
    let not = (Outcome::Refused, msg!("selftest-clock-not", time = shown.as_str()));
    Trial::new("clock", (2026..2100).contains(&now.year()), msg!("selftest-clock", time = shown.as_str()), not)
}

/// Whether the locale writes every character.
fn locale() -> Trial {
    let codeset = paths::codeset();
    let not = (Outcome::Lacking, msg!("selftest-locale-not", codeset = codeset.as_str()));
    Trial::new("locale", codeset.eq_ignore_ascii_case("utf-8") || paths::speaks_utf8(), msg!("selftest-locale"), not)
}

/// Whether one can code at this terminal, if it is one.
fn terminal() -> Trial {
    let size = tcgetwinsize(stdout()).map(|size| (size.ws_col, size.ws_row)).ok();
    let Some((columns, rows)) = size.filter(|_| isatty(stdin())) else {
        return Trial { name: "terminal", outcome: Outcome::Untried, message: msg!("selftest-terminal-none") };
    };
    let is_plain = env::variable("TERM").is_none_or(|term| term == "dumb");
    let is_large = columns >= SMALLEST.0 && rows >= SMALLEST.1;
    let (yes, no) = (
        msg!("selftest-terminal", columns = columns, rows = rows),
        msg!("selftest-terminal-not", columns = columns, rows = rows, least = SMALLEST.0, lines = SMALLEST.1),
    );
    Trial::new("terminal", is_large && !is_plain, yes, (Outcome::Refused, no))
}
