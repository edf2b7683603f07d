//! `aktkoll merge`: brings into a study what a copy of it has that was coded elsewhere.

use super::Context;
use crate::base::env;
use crate::base::fault::{Fault, Faults, Result};
use crate::base::language::Message;
use crate::base::suggest::listed;
use crate::msg;
use crate::study::folder::Folder;
use crate::study::ledger::Ledger;
use crate::study::ledger::merge::{Brought, Merged};
use std::path::Path;

pub(crate) fn run(study: &Path, copy: &Path, context: &mut Context<'_>) -> Result<u8> {
    let here = context.open(study)?;
    let there = Folder::open(copy)?;
    alike(&here, &there, &msg!("merge-hint"))?;
    let (mut own, mut other) = (here.ledger(), there.ledger());
    for (folder, ledger) in [(&here, &mut own), (&there, &mut other)] {
        context.reading(folder, || ledger.read(&mut |_| {}));
    }
    let Merged { brought, blanked, .. } = join(&here, &mut own, &mut other, context)?;
    for one in &brought {
        context.say(&line(one))?;
    }
    let entries: usize = brought.iter().map(|one| one.entries).sum();
    if blanked > 0 {
        context.say(&msg!("merge-blanked", n = blanked))?;
    }
    context.say(&msg!("merge-done", n = entries, copy = copy.display().to_string()))?;
    Ok(0)
}

/// Merges the ledger of a copy into that of a study, and tells beside the result what does not go together.
pub(super) fn join(here: &Folder, own: &mut Ledger, other: &mut Ledger, context: &mut Context<'_>) -> Result<Merged> {
    let merged = context.working("work-merging", || own.merge(other, here.settings.shared, &mut env::stamp))?;
    let (joined, ..) = context.reading(here, || here.read_whole())?;
    super::verify::forks(&joined.answers).iter().try_for_each(|fork| context.tell(fork))?;
    super::tally::tell_uncounted(context, &joined.answers)?;
    for (coder, case, question) in &merged.doubtful {
        let place = super::redact::place(here, case, question, context);
        context.tell(&msg!("merge-doubtful", coder = coder.as_str(), place = place))?;
    }
    Ok(merged)
}

fn line(one: &Brought) -> Message {
    let (file, n) = (one.file.as_str(), one.entries);
    if one.whole { msg!("merge-whole", file = file, n = n) } else { msg!("merge-joined", file = file, n = n) }
}

/// Refuses a copy that is of another study, or has another protocol, case list or plan: all differences at once.
pub(super) fn alike(here: &Folder, there: &Folder, hint: &Message) -> Result<()> {
    let mut faults = Vec::new();
    let mut differs = |message| faults.push(Fault::new(message).in_file(there.path.display()));
    if std::fs::canonicalize(&here.path).ok() == std::fs::canonicalize(&there.path).ok() {
        differs(msg!("merge-same"));
    }
    if here.settings.id != there.settings.id {
        differs(msg!("merge-study", found = there.settings.id.as_str(), expected = here.settings.id.as_str()));
    }
    if here.protocol.hash != there.protocol.hash {
        differs(msg!("merge-protocol", found = there.protocol.hash.as_str(), expected = here.protocol.hash.as_str()));
    }
    for (one, other, key) in [(here, there, false), (there, here, true)] {
        let only = one.cases.cases.iter().map(|case| case.id.as_str()).filter(|id| other.cases.place(id).is_none());
        let only: Vec<&str> = only.collect();
        let (n, names) = (only.len(), listed(&only));
        match key {
            _ if only.is_empty() => {}
            false => differs(msg!("merge-cases-missing", n = n, names = names)),
            true => differs(msg!("merge-cases-more", n = n, names = names)),
        }
    }
    if here.cases.hash != there.cases.hash && faults.is_empty() {
        faults.push(Fault::new(msg!("merge-cases-differ")).in_file(there.path.join("cases.csv").display()));
    }
    if here.cases.hash == there.cases.hash && here.cases.shares != there.cases.shares {
        faults.push(Fault::new(msg!("merge-plan")).in_file(there.path.join("plan.csv").display()));
    }
    let Some(last) = faults.pop() else { return Ok(()) };
    faults.push(last.hint(hint.clone()));
    Err(Faults(faults))
}
