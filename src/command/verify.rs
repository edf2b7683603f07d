//! `aktkoll verify`: checks every line of every ledger.

use super::Context;
use crate::cli::Format;
use crate::fault::{Exit, Fault, Result};
use crate::ledger::{Finding, Kind};
use crate::msg;
use crate::study::folder::Folder;
use serde_json::{Value, json};
use std::path::Path;

pub(super) fn run(study: &Path, format: Format, context: &mut Context<'_>) -> Result<u8> {
    Context::only(format, &[Format::Text, Format::Json])?;
    let folder = context.open(study)?;
    let mut ledger = folder.ledger();
    let (read, reading) = folder.fold(&mut ledger);
    let findings = ledger.verify(&reading);
    let forks: Vec<_> = read.answers.forks().map(|(one, _)| *one).collect();
    let strays = read.answers.strays().count();
    let outdated = read.answers.outdated().count();
    let unknown = ledger.sittings().filter(|sitting| !folder.has_version(&sitting.protocol)).count();
    let damaged = findings.iter().any(|finding| finding.kind == Kind::Damage);
    let unread = findings.iter().any(|finding| finding.kind == Kind::Unread);
    if format == Format::Json {
        let list: Vec<_> = findings.iter().map(|finding| as_json(finding, context)).collect();
        context.json(&json!({
            "damaged": damaged, "findings": list, "entries": reading.entries, "forks": forks.len(), "strays": strays,
            "outdated": outdated, "unknown_versions": unknown,
        }))?;
    } else {
        for finding in &findings {
            let text = Fault::from(finding).describe(&context.words);
            context.print(&text)?;
        }
        for fork in &forks {
            let (case, question) = (read.answers.case_id(fork).to_owned(), read.answers.question_id(fork).to_owned());
            context.say(&msg!("verify-fork", case_id = case, question = question, seq = fork.seq))?;
        }
        if strays > 0 {
            context.say(&msg!("verify-strays", n = strays))?;
        }
        versions(&folder, outdated, unknown, context)?;
        let segments = ledger.sittings().count();
        let entries = reading.entries;
        context.say(&if damaged {
            msg!("verify-damaged")
        } else if unread {
            msg!("verify-unread")
        } else {
            msg!("verify-whole", segments = segments, entries = entries)
        })?;
    }
    Ok(match (damaged, unread) {
        (true, _) => Exit::Damaged as u8,
        (false, true) => Exit::Refused as u8,
        (false, false) => 0,
    })
}

/// What there is to say of the protocol's earlier versions.
fn versions(folder: &Folder, outdated: usize, unknown: usize, context: &mut Context<'_>) -> Result<()> {
    if outdated > 0 {
        context.say(&msg!("verify-outdated", n = outdated))?;
    }
    if unknown > 0 {
        context.say(&msg!("verify-unknown-version", n = unknown))?;
    }
    for note in &folder.notes {
        let text = note.describe(&context.words);
        context.print(&text)?;
    }
    Ok(())
}

fn as_json(finding: &Finding, context: &Context<'_>) -> Value {
    let kind = match finding.kind {
        Kind::Note => "note",
        Kind::Newer => "newer",
        Kind::Unread => "unread",
        Kind::Damage => "damage",
    };
    let message = context.words.say(&finding.message);
    json!({ "kind": kind, "file": finding.file, "line": finding.line, "byte": finding.byte, "message": message })
}
