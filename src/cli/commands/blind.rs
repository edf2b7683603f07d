//! What a coder who is to code blind is not shown, and who can be asked for it meanwhile.

use super::Context;
use crate::base::fault::{Fault, Result};
use crate::base::quoting::quoted;
use crate::msg;
use crate::study::Study;
use crate::study::ledger::entry::Round;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

impl Context<'_> {
    /// Refuses to count where the round that is asked for is coded blind: the counts are of others' answers.
    pub(super) fn counts(&self) -> Result<()> {
        if self.global.round.is_some_and(Round::is_blind) {
            return Err(Fault::new(msg!("screen-blind")).hint(msg!("blind-hint")).into());
        }
        Ok(())
    }

    /// Tells how many cases are left out because this coder is to code them blind.
    pub(super) fn tell_closed(&mut self, study: &Study, path: &Path) -> Result<()> {
        let n = study.answers.closed();
        if n == 0 {
            return Ok(());
        }
        self.tell(&msg!("blind-withheld", n = n))?;
        self.tell(&msg!("blind-withheld-how", commands = blind_commands(study, path)))
    }

    /// Refuses to show a coder what would leave out cases that are still to be coded blind.
    pub(super) fn only_whole(study: &Study, path: &Path) -> Result<()> {
        let n = study.answers.closed();
        let (commands, others) = (blind_commands(study, path), others(study));
        let hint = || match others.as_str() {
            "" => msg!("blind-unfinished-how", commands = commands.as_str()),
            names => msg!("blind-unfinished-by", commands = commands.as_str(), names = names),
        };
        let mut left: BTreeMap<&str, usize> = BTreeMap::new();
        study.answers.due().into_iter().for_each(|(coder, _, n)| *left.entry(coder).or_default() += n);
        let who = left.iter().map(|(coder, n)| format!("{coder} {n}")).collect::<Vec<_>>().join(", ");
        let fault = || Fault::new(msg!("blind-unfinished", n = n, who = who.as_str())).hint(hint());
        if n == 0 { Ok(()) } else { Err(fault().into()) }
    }
}

/// What opens the cases that the one who reads is to code blind, for every round and name in which there are some.
fn blind_commands(study: &Study, path: &Path) -> String {
    let path = quoted(&path.display().to_string());
    let due = study.answers.due().into_iter();
    let commands = due.map(|(coder, round, _)| format!("aktkoll {path} --round {} --coder {coder}", round.name()));
    commands.collect::<Vec<_>>().join("; ")
}

/// The planned coders who have nothing left to code blind, and so may see everything.
fn others(study: &Study) -> String {
    let planned: BTreeSet<&str> = study.cases.coders().collect();
    let is_due = |coder: &str| {
        let mut cases = study.cases.files();
        cases.any(|case| Round::BLIND.iter().any(|&round| study.answers.is_due_blind(coder, round, case)))
    };
    planned.into_iter().filter(|coder| !is_due(coder)).collect::<Vec<_>>().join(", ")
}
