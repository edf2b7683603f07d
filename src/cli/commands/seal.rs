//! `aktkoll seal`: of each coder the head of the chain, to write down where nobody who can write in the study can.

use super::Context;
use crate::base::fault::{Fault, Faults, Result};
use crate::base::text::{padded, right, width};
use crate::cli::args::Format;
use crate::msg;
use crate::study::ledger::seal::Seal;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

pub(crate) fn run(study: &Path, format: Format, context: &mut Context<'_>) -> Result<u8> {
    context.only(Some(study), format, &[Format::Text, Format::Json])?;
    let folder = context.open_whole(study)?;
    let mut ledger = folder.ledger();
    let mut entries: BTreeMap<String, BTreeSet<u64>> = BTreeMap::new();
    let reading = ledger.read(&mut |entry| {
        entries.entry(entry.coder.to_string()).or_default().insert(entry.seq);
    });
    let grave: Vec<Fault> = reading.grave().map(Fault::from).collect();
    if !grave.is_empty() {
        return Err(Faults(grave));
    }
    context.tell_left_out(&ledger, &reading)?;
    let code = reading.exit().map_or(0, |exit| exit as u8);
    let seals = ledger.seals();
    let n = |coder: &str| entries.get(coder).map_or(0, BTreeSet::len);
    if format == Format::Json {
        let one = |seal: &Seal| {
            let Seal { coder, lines, .. } = seal;
            json!({ "coder": coder, "entries": n(coder), "lines": lines, "seal": seal.to_string() })
        };
        return context.json(&json!({ "seals": seals.iter().map(one).collect::<Vec<Value>>() })).map(|()| code);
    }
    if seals.is_empty() {
        return context.say(&msg!("seal-nothing")).map(|()| 0);
    }
    let [coder, count] = ["seal-coder", "seal-entries"].map(|key| context.words.get(key));
    let names = seals.iter().map(|seal| width(&seal.coder)).chain([width(&coder)]).max().unwrap_or(0);
    let row = |name: &str, count: &str, seal: &str| format!("{}{}  {seal}", padded(name, names), right(count, 10));
    context.print(&row(&coder, &count, &context.words.get("seal-seal")))?;
    seals
        .iter()
        .try_for_each(|seal| context.print(&row(&seal.coder, &n(&seal.coder).to_string(), &seal.to_string())))?;
    context.tell(&msg!("seal-how")).map(|()| code)
}
