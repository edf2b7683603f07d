//! `aktkoll import`: answers coded elsewhere, all of them or none.

use super::Context;
use crate::answers::Answers;
use crate::case::answers_csv::{Coded, read_answers};
use crate::case::identity::{Contacts, guard};
use crate::fault::{Exit, Fault, Faults, Result};
use crate::files;
use crate::identity::has_number;
use crate::ledger::entry::{Draft, Op, Round};
use crate::ledger::record::Source;
use crate::msg;
use crate::world;
use std::path::Path;

/// The largest file of answers, in bytes.
const LARGEST: u64 = 1 << 28;

pub(super) fn run(study: &Path, file: &Path, replace: bool, context: &mut Context<'_>) -> Result<u8> {
    if context.global.coder.is_none() {
        return Err(Fault::new(msg!("import-no-coder")).hint(msg!("import-no-coder-hint")).exit(Exit::Usage).into());
    }
    let folder = context.open(study)?;
    let bytes = files::read(file, LARGEST)?;
    let name = file.display().to_string();
    let contacts = guarded(&name, &bytes)?;
    let rows = read_answers(&name, &bytes, &folder.protocol, &folder.cases)?;
    let (mut read, ledger, reading) = folder.read()?;
    if let Some(newer) = reading.newer() {
        return Err(Fault::from(newer).into());
    }
    let sitting = context.sitting(&folder)?;
    let round = context.global.round.unwrap_or_default();
    let (drafts, differing) = compared(&rows, &read.answers, &sitting.coder, round);
    if !differing.is_empty() && !replace {
        return Err(refused(&name, &differing));
    }
    let equal = rows.len() - drafts.len();
    let stamped: Vec<_> = drafts.into_iter().map(|draft| (draft, world::stamp())).collect();
    if !stamped.is_empty() {
        let source = Source { file: name, hash: crate::digest::sha256(&bytes) };
        let written = ledger.import(&sitting, &source, &stamped, folder.settings.shared, &world::stamp())?;
        for entry in &written {
            read.answers.apply(entry);
        }
    }
    context.say(&msg!("import-done", n = stamped.len(), equal = equal, coder = sitting.coder.as_str()))?;
    if let Some(contacts) = contacts.message() {
        context.tell(&contacts)?;
    }
    let uncounted = read.answers.uncounted().len();
    if uncounted > 0 {
        context.tell(&msg!("command-uncounted", n = uncounted))?;
    }
    Ok(0)
}

/// Refuses a file with a personal number in its name, which the ledger keeps, or in any cell.
fn guarded(name: &str, bytes: &[u8]) -> Result<Contacts> {
    if has_number(name) {
        return Err(Fault::new(msg!("identity-file")).hint(msg!("identity-file-hint")).in_file(name).into());
    }
    guard(name, bytes, &msg!("identity-cell-hint"))
}

/// Every row that would change an answer, and after the last of them what to do.
fn refused(name: &str, differing: &[&Coded]) -> Faults {
    let fault = |row: &&Coded| {
        let message = msg!("import-differs", case_id = row.case_id.as_str(), question = row.question.as_str());
        Fault::new(message).at(name, row.line, &row.answer, None)
    };
    let mut faults: Vec<Fault> = differing.iter().map(fault).collect();
    let last = faults.pop().map(|last| last.hint(msg!("import-differs-hint")));
    faults.extend(last);
    Faults(faults)
}

/// The lines to write, and the rows that would change an answer.
fn compared<'a>(rows: &'a [Coded], answers: &Answers, coder: &str, round: Round) -> (Vec<Draft>, Vec<&'a Coded>) {
    let mut drafts = Vec::new();
    let mut differing = Vec::new();
    for row in rows {
        let case = answers.cases().place(&row.case_id);
        let question = answers.protocol().question(&row.question);
        let own = case.and_then(|case| answers.own(Op::Answer, coder, round, case, question));
        let was = own.map_or("", |own| answers.text(own.value)).to_owned();
        if was == row.answer {
            continue;
        }
        if !was.is_empty() {
            differing.push(row);
        }
        drafts.push(Draft {
            op: Op::Answer,
            round,
            case_id: row.case_id.clone(),
            question: row.question.clone(),
            item: String::new(),
            value: row.answer.clone(),
            was,
            undoes: None,
        });
    }
    (drafts, differing)
}
