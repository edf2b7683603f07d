//! What everybody codes first: the cases that are asked for, and what is told of them.

use crate::base::fault::{Exit, Fault, Faults, Result};
use crate::base::slug::slug;
use crate::base::suggest::{listed, suggestion};
use crate::cli::args::sample::GoldArgs;
use crate::cli::commands::Context;
use crate::msg;
use crate::study::case::plan::Share;
use crate::study::folder::Folder;
use crate::study::index::CaseIx;
use crate::study::sample::plan::{Constraint, Gold};
use std::collections::BTreeSet;
use typed_index_collections::TiSlice;

/// Whose answers those of the others are compared with: the one who is named, else the first of those who code. Somebody
/// else must code, where there is to be anything to compare.
pub(crate) fn reference(args: &GoldArgs, coders: &[String]) -> Result<String> {
    let named = args.reference.as_deref().map(slug).transpose()?;
    let reference = named.or_else(|| coders.first().cloned()).unwrap_or_default();
    let is_asked = args.gold.is_some() || !args.gold_case.is_empty();
    if is_asked && coders.iter().all(|coder| *coder == reference) {
        return Err(Fault::new(msg!("plan-gold-alone", coder = reference)).exit(Exit::Usage).into());
    }
    Ok(reference)
}

/// The places of the cases that somebody chose: each one that nobody but the reference has begun.
pub(crate) fn chosen(
    args: &GoldArgs,
    folder: &Folder,
    held: &TiSlice<CaseIx, Constraint>,
    reference: &str,
) -> Result<Vec<CaseIx>> {
    let (mut places, mut faults) = (Vec::new(), Vec::new());
    for id in &args.gold_case {
        let case = folder.cases.place(id).and_then(|case| Some((case, held.get(case)?)));
        match case {
            Some((case, held)) if held.gold || held.may_be_gold() => places.push(case),
            Some((_, held)) if held.dropped => faults.push(Fault::new(msg!("plan-gold-dropped", id = id.as_str()))),
            Some(_) => {
                let fault = Fault::new(msg!("plan-gold-begun", id = id.as_str(), coder = reference));
                faults.push(fault.hint(msg!("plan-gold-begun-hint")));
            }
            None => {
                let known = folder.cases.file_cases().iter().map(|case| case.id.as_str());
                let fault = Fault::new(msg!("answers-case", id = id.as_str())).exit(Exit::Usage);
                faults.push(fault.hint(suggestion(id, known)));
            }
        }
    }
    if faults.is_empty() { Ok(places) } else { Err(Faults(faults)) }
}

/// Tells how many cases everybody codes first, and with whose answers the others' are compared.
pub(crate) fn tell(asked: &Gold<'_>, shares: &TiSlice<CaseIx, Share>, context: &mut Context<'_>) -> Result<()> {
    let gold: Vec<&Share> = shares.iter().filter(|share| share.is_gold()).collect();
    if gold.len() < asked.n {
        context.say(&msg!("plan-gold-few", n = gold.len(), wanted = asked.n))?;
    }
    let references: BTreeSet<&str> = gold.iter().map(|share| &*share.coder).collect();
    let references = listed(&references.into_iter().collect::<Vec<_>>());
    if gold.is_empty() {
        return Ok(());
    }
    context.say(&msg!("plan-gold", n = gold.len(), reference = references))
}
