//! `aktkoll protocol`: the shipped protocols, the check of one's own, codebooks, the schema, and a study's newer version.

use super::exchange::Leaving;
use super::offer::{Offered, lines, needed};
use super::{Context, ending, exchange, update};
use crate::base::fault::{Exit, Fault, Faults, Result};
use crate::base::files;
use crate::base::language::Words;
use crate::base::text::padded;
use crate::cli::args::Format;
use crate::cli::args::protocol::ProtocolCommand;
use crate::msg;
use crate::study::case::matching::Hints;
use crate::study::create::find_protocol;
use crate::study::folder::CASES;
use crate::study::protocol::codebook::Codebook;
use crate::study::protocol::lint::Advice;
use crate::study::protocol::schema::schema;
use crate::study::protocol::{Attribute, Protocol, Question, shipped};
use crate::tui::keymap::{Keymap, choice_keys};
use serde_json::{Value, json};
use std::path::Path;

/// The columns of a protocol's id in the list of them.
const ID: usize = 17;

pub(crate) fn run(command: &ProtocolCommand, context: &mut Context<'_>) -> Result<u8> {
    match command {
        ProtocolCommand::List { cases, format } => list(cases.as_deref(), *format, context).map(|()| 0),
        ProtocolCommand::Show { protocol, format, output } => {
            show(protocol, *format, output.as_deref(), context).map(|()| 0)
        }
        ProtocolCommand::Check { protocol, format: Format::Json } => check_json(protocol, context),
        ProtocolCommand::Check { protocol, format } => check(protocol, *format, context).map(|()| 0),
        ProtocolCommand::Update { study, protocol, format } => {
            update::run(study, protocol, *format, context).map(|()| 0)
        }
        ProtocolCommand::Schema => {
            let text = format!("{:#}", schema(&context.words));
            context.print(&text).map(|()| 0)
        }
        ProtocolCommand::Import { file, output, lenient, strict } => {
            exchange::import(file, output.as_deref(), Leaving::of(*lenient, *strict), context).map(|()| 0)
        }
        ProtocolCommand::Export { protocol, format, output } => {
            exchange::export(protocol, *format, output.as_deref(), context).map(|()| 0)
        }
    }
}

fn list(cases: Option<&Path>, format: Format, context: &mut Context<'_>) -> Result<()> {
    context.only(None, format, &[Format::Text, Format::Json])?;
    // Without a list they stand in the order in which they came.
    let mut all = Offered::all(context.words.lang(), cases, &Hints::default())?;
    if let Some(cases) = cases.filter(|_| all.iter().all(|offered| offered.fit.is_none())) {
        files::read(cases, CASES)?;
    } else if cases.is_none() {
        let place = |offered: &Offered| shipped().iter().position(|(id, _)| *id == offered.protocol.id);
        all.sort_by_key(place);
    }
    if format == Format::Json {
        return context.json(&json!({ "protocols": all.iter().map(as_json).collect::<Vec<_>>() }));
    }
    for offered in all {
        let n = context.words.say(&msg!("protocol-questions", n = offered.protocol.declared()));
        // What each needs is told where there is a list to have it: without one, all fit on a screen.
        let needs = cases.map(|_| offered.needs(&context.words));
        let texts = [format!("{} ({n})", offered.protocol.title)].into_iter().chain(needs);
        let lines = lines(&padded(&offered.protocol.id, ID), texts, Context::room());
        lines.iter().try_for_each(|line| context.print(line))?;
    }
    if cases.is_none() { context.say(&msg!("protocol-list-how")) } else { Ok(()) }
}

/// A protocol for programs, with what it needs of a case list.
fn as_json(offered: &Offered) -> Value {
    let protocol = &offered.protocol;
    let header = |place: usize| offered.fit.as_ref().and_then(|fit| fit.columns.get(place).cloned().flatten());
    let column = |(place, attribute): (usize, &Attribute)| json!({ "id": attribute.id, "label": attribute.label, "header": header(place) });
    json!({ "id": protocol.id, "title": protocol.title, "version": protocol.version, "language": protocol.lang.tag(),
        "questions": protocol.declared(), "columns": needed(protocol).enumerate().map(column).collect::<Vec<_>>(),
        "fits": offered.fit.as_ref().map(|_| offered.is_fitting()) })
}

/// The protocol as a codebook to read, in its own language unless another is asked for.
fn show(name: &str, format: Option<Format>, output: Option<&Path>, context: &mut Context<'_>) -> Result<()> {
    let is_page = ending(output) == "html";
    let format = match format {
        None if is_page => Format::Html,
        Some(Format::Text) if is_page => {
            return Err(Fault::new(msg!("report-ending", ending = "html")).exit(Exit::Usage).into());
        }
        format => format.unwrap_or(Format::Text),
    };
    context.only(None, format, &[Format::Text, Format::Html])?;
    let (protocol, source) = find_protocol(name)?;
    context.speak(context.asked_language(), protocol.lang);
    let keymap = Keymap::load(Keymap::of_language(protocol.lang), None)?;
    let keys = |question: &Question| shown_keys(question, &keymap, &context.words);
    let codebook = Codebook::of(&protocol, &source, &context.words, &keys);
    let text = if format == Format::Html { codebook.html() } else { codebook.text() };
    match output {
        Some(path) => files::replace(path, text.as_bytes()),
        None => context.print(text.trim_end()),
    }
}

/// The key of each choice, as it stands on the screen.
fn shown_keys(question: &Question, keymap: &Keymap, words: &Words) -> Vec<String> {
    let keys = choice_keys(question, keymap);
    keys.iter().map(|keys| keys.first().map_or_else(String::new, |key| key.label(words))).collect()
}

/// A protocol that is right, and whose answers have keys in the keymap of its language.
fn usable(name: &str) -> Result<(Protocol, String)> {
    let (protocol, source) = find_protocol(name)?;
    Keymap::load(Keymap::of_language(protocol.lang), None)?
        .check(&protocol)
        .map_err(|Faults(faults)| Faults(faults.into_iter().map(|fault| fault.in_file(name)).collect()))?;
    Ok((protocol, source))
}

/// All faults, or that there are none, with advice.
fn check(name: &str, format: Format, context: &mut Context<'_>) -> Result<()> {
    context.only(None, format, &[Format::Text])?;
    let (protocol, source) = usable(name)?;
    context.say(&msg!("protocol-right", name = name, n = protocol.declared()))?;
    let advice = protocol.advice(&source);
    for one in &advice {
        let line = source.lines().nth(one.line.saturating_sub(1)).unwrap_or_default();
        let told = Fault::new(one.message.clone()).hint(one.hint.clone()).at(name, one.line, line, None);
        context.print(&format!("{} {}", context.words.get("advice"), told.describe(&context.words)))?;
    }
    if advice.is_empty() { Ok(()) } else { context.say(&msg!("advice-count", n = advice.len())) }
}

/// The same for programs: faults and advice, each with its line.
fn check_json(name: &str, context: &mut Context<'_>) -> Result<u8> {
    let (exit, faults, advice) = match usable(name) {
        Ok((protocol, source)) => (0, Vec::new(), protocol.advice(&source)),
        Err(Faults(faults)) => (Exit::Refused as u8, faults, Vec::new()),
    };
    let words = &context.words;
    let fault = |fault: &Fault| -> Value {
        let line = fault.place.as_ref().and_then(|place| place.line);
        let hint = fault.hint.as_ref().map(|hint| words.say(hint));
        json!({ "line": line, "message": words.say(&fault.message), "hint": hint })
    };
    let piece =
        |one: &Advice| json!({ "line": one.line, "message": words.say(&one.message), "hint": words.say(&one.hint) });
    let value = json!({
        "protocol": name,
        "faults": faults.iter().map(fault).collect::<Vec<_>>(),
        "advice": advice.iter().map(piece).collect::<Vec<_>>(),
    });
    context.json(&value)?;
    Ok(exit)
}
