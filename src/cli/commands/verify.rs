//! `aktkoll verify`: checks every line of every ledger.

use super::Context;
use super::logins::planned;
use crate::base::fault::{Exit, Fault, Result};
use crate::base::language::{Message, Words};
use crate::cli::args::Format;
use crate::msg;
use crate::study::answers::Answers;
use crate::study::answers::record::Record;
use crate::study::folder::Folder;
use crate::study::ledger::backup::HEADS_FILE;
use crate::study::ledger::seal::Seal;
use crate::study::ledger::{Finding, Kind};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::path::Path;

pub(crate) fn run(study: &Path, seals: &[String], format: Format, context: &mut Context<'_>) -> Result<u8> {
    context.only(Some(study), format, &[Format::Text, Format::Json])?;
    let seals = seals.iter().map(|text| sealed(text)).collect::<Result<Vec<Seal>>>()?;
    let folder = context.open_whole(study)?;
    let mut ledger = folder.ledger();
    let (read, reading) = context.reading(&folder, || folder.fold(&mut ledger));
    let found = Found {
        findings: [
            context.working("work-checking", || ledger.verify(&reading)),
            ledger.against(&folder.path.join(HEADS_FILE))?,
            ledger.open_to_others(folder.settings.shared),
            seals.iter().filter_map(|seal| broken(seal, ledger.sealed(seal))).collect(),
        ]
        .concat(),
        forks: read.answers.forks().count(),
        strays: read.answers.strays().count(),
        outdated: read.answers.outdated().count(),
        unknown: ledger.sittings().filter(|sitting| !folder.has_version(&sitting.protocol)).count(),
        segments: ledger.sittings().count(),
        entries: reading.entries,
        lines: ledger.lines(),
        held: seals.iter().filter_map(|seal| holding(seal, ledger.sealed(seal)?)).collect(),
    };
    if format == Format::Json {
        context.json(&found.as_json(&context.words))?;
    } else {
        found.tell(&folder, &read.answers, context)?;
        context.tell_names_by_login(&ledger, &planned(&folder))?;
    }
    let is_doubtful = Kind::DOUBTFUL.into_iter().any(|kind| found.has(kind));
    Ok(match (found.has(Kind::Damage), is_doubtful) {
        (true, _) => Exit::Damaged as u8,
        (false, true) => Exit::Refused as u8,
        (false, false) => 0,
    })
}

/// What a check found.
struct Found {
    findings: Vec<Finding>,
    forks: usize,
    strays: usize,
    outdated: usize,
    /// Sittings under a version of the protocol that is not there.
    unknown: usize,
    segments: usize,
    entries: usize,
    lines: usize,
    /// The seals that hold, each with the file that it is of.
    held: Vec<(Seal, String)>,
}

/// A seal as it was written down.
fn sealed(text: &str) -> Result<Seal> {
    let fault = || Fault::new(msg!("seal-unread", seal = text)).hint(msg!("seal-unread-hint")).exit(Exit::Usage);
    Seal::parse(text).ok_or_else(|| fault().into())
}

/// A seal that holds, with its file.
fn holding(seal: &Seal, (file, changed): (&str, Option<String>)) -> Option<(Seal, String)> {
    changed.is_none().then(|| (seal.clone(), file.to_owned()))
}

/// What there is to say of a seal that does not hold.
fn broken(seal: &Seal, found: Option<(&str, Option<String>)>) -> Option<Finding> {
    let (text, n) = (seal.to_string(), seal.lines);
    let message = match found {
        None => msg!("seal-broken", seal = text, n = n),
        Some((_, None)) => return None,
        Some((file, Some(changed))) => msg!("seal-broken-before", seal = text, n = n, file = file, changed = changed),
    };
    Some(Finding { kind: Kind::Damage, file: seal.coder.clone(), line: 0, byte: 0, message })
}

impl Found {
    fn has(&self, kind: Kind) -> bool {
        self.findings.iter().any(|finding| finding.kind == kind)
    }

    fn as_json(&self, words: &Words) -> Value {
        let list: Vec<_> = self.findings.iter().map(|finding| as_json(finding, words)).collect();
        json!({
            "damaged": self.has(Kind::Damage), "findings": list, "entries": self.entries, "forks": self.forks,
            "seals": self.held.iter().map(|(seal, _)| seal.to_string()).collect::<Vec<_>>(),
            "strays": self.strays, "outdated": self.outdated, "unknown_versions": self.unknown,
        })
    }

    fn tell(&self, folder: &Folder, answers: &Answers, context: &mut Context<'_>) -> Result<()> {
        for finding in &self.findings {
            let text = Fault::from(finding).describe(&context.words);
            context.print(&text)?;
        }
        for (seal, file) in &self.held {
            context.say(&msg!("seal-holds", seal = seal.to_string(), n = seal.lines, file = file.as_str()))?;
        }
        forks(answers).iter().try_for_each(|fork| context.say(fork))?;
        if self.strays > 0 {
            context.say(&msg!("verify-strays", n = self.strays))?;
        }
        self.tell_versions(folder, context)?;
        context.say(&if self.has(Kind::Damage) {
            msg!("verify-damaged")
        } else if self.has(Kind::Unread) {
            msg!("verify-unread")
        } else if self.has(Kind::Misnamed) {
            msg!("verify-misnamed")
        } else if self.has(Kind::Foreign) {
            msg!("verify-foreign")
        } else {
            msg!("verify-whole", segments = self.segments, entries = self.lines)
        })?;
        match self.findings.iter().filter(|finding| finding.kind == Kind::Newer).count() {
            0 => Ok(()),
            n => context.say(&msg!("ledger-newer-lines", n = n)),
        }
    }

    /// What there is to say of the protocol's earlier versions.
    fn tell_versions(&self, folder: &Folder, context: &mut Context<'_>) -> Result<()> {
        if self.outdated > 0 {
            context.say(&msg!("verify-outdated", n = self.outdated))?;
        }
        if self.unknown > 0 {
            context.say(&msg!("verify-unknown-version", n = self.unknown))?;
        }
        for note in &folder.notes {
            let text = note.describe(&context.words);
            context.print(&text)?;
        }
        Ok(())
    }
}

/// Where lines say different things under one number: three of them are two pairs in one place.
pub(super) fn forks(answers: &Answers) -> Vec<Message> {
    let place = |fork: &Record| format!("{} {}", answers.case_id(fork), answers.question_id(fork)).trim().to_owned();
    let forks: BTreeSet<(u64, String)> = answers.forks().map(|(fork, _)| (fork.seq, place(fork))).collect();
    forks.into_iter().map(|(seq, place)| msg!("verify-fork", place = place, seq = seq)).collect()
}

fn as_json(finding: &Finding, words: &Words) -> Value {
    let kind = match finding.kind {
        Kind::Note => "note",
        Kind::Foreign => "foreign",
        Kind::Misnamed => "misnamed",
        Kind::Newer => "newer",
        Kind::Unread => "unread",
        Kind::Damage => "damage",
    };
    let message = words.say(&finding.message);
    json!({ "kind": kind, "file": finding.file, "line": finding.line, "byte": finding.byte, "message": message })
}
