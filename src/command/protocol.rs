//! `aktkoll protocol`: the shipped protocols, the check of one's own, and a study's newer version.

use super::{Context, update};
use crate::cli::{Format, ProtocolCommand};
use crate::fault::Result;
use crate::msg;
use crate::protocol::{Kind, Protocol, Question, shipped};
use crate::study::create::find_protocol;
use serde_json::json;

pub(super) fn run(command: &ProtocolCommand, context: &mut Context<'_>) -> Result<u8> {
    match command {
        ProtocolCommand::List { format } => list(*format, context)?,
        ProtocolCommand::Show { protocol } => show(&find_protocol(protocol)?.0, context)?,
        ProtocolCommand::Update { study, protocol, format } => update::run(study, protocol, *format, context)?,
        ProtocolCommand::Check { protocol } => {
            let (found, _) = find_protocol(protocol)?;
            context.say(&msg!("protocol-right", name = protocol.as_str(), n = found.questions.len()))?;
        }
    }
    Ok(0)
}

fn list(format: Format, context: &mut Context<'_>) -> Result<()> {
    Context::only(format, &[Format::Text, Format::Json])?;
    let mut all = Vec::new();
    for (id, text) in shipped() {
        all.push(Protocol::load(&format!("{id}.toml"), text)?);
    }
    if format == Format::Json {
        let one = |protocol: &Protocol| {
            json!({ "id": protocol.id, "title": protocol.title, "version": protocol.version,
                "language": protocol.lang.tag(), "questions": protocol.questions.len() })
        };
        return context.json(&json!({ "protocols": all.iter().map(one).collect::<Vec<_>>() }));
    }
    for protocol in all {
        let n = context.words.say(&msg!("protocol-questions", n = protocol.questions.len()));
        context.print(&format!("{:<16} {} ({n})", protocol.id, protocol.title))?;
    }
    Ok(())
}

/// The protocol as a codebook to read.
fn show(protocol: &Protocol, context: &mut Context<'_>) -> Result<()> {
    context.print(&format!("{} – {} ({})", protocol.id, protocol.title, protocol.version))?;
    let mut area = usize::MAX;
    for (place, question) in protocol.questions.iter().enumerate() {
        if question.area != area {
            area = question.area;
            let heading = protocol.areas.get(area).map_or("", |area| area.label.as_str());
            context.print(&format!("\n{heading}"))?;
        }
        show_question(place, question, context)?;
    }
    Ok(())
}

fn show_question(place: usize, question: &Question, context: &mut Context<'_>) -> Result<()> {
    context.print(&format!("\n  {} {}  [{}]", place + 1, question.text, question.id))?;
    if !question.documents.is_empty() {
        context.say(&msg!("protocol-documents", documents = question.documents.join(", ")))?;
    }
    for choice in question.choices() {
        let meaning = if choice.meaning.is_empty() { String::new() } else { format!(" = {}", choice.meaning) };
        context.print(&format!("      {}{meaning}  [{}]", choice.label, choice.id))?;
    }
    match &question.kind {
        Kind::Choice(_) => {}
        Kind::Choices(_) => context.say(&msg!("protocol-several"))?,
        Kind::Number { unit, .. } => context.say(&msg!("protocol-number", unit = unit.as_str()))?,
        Kind::Date => context.say(&msg!("protocol-date"))?,
        Kind::Text => context.say(&msg!("protocol-text"))?,
    }
    if !question.guidance.is_empty() {
        context.print(&format!("      {}", question.guidance))?;
    }
    Ok(())
}
