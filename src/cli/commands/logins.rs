//! Logins under which several names have coded: one person under two names, or several people who share a login.

use super::{Context, keys};
use crate::base::env;
use crate::base::fault::Result;
use crate::msg;
use crate::study::folder::Folder;
use crate::study::ledger::Ledger;
use crate::tui::keymap::{Action, Mode};
use std::collections::BTreeSet;

impl Context<'_> {
    /// Tells under which logins several have coded who are not all in the plan: it may be one person under two names.
    pub(super) fn tell_names_by_login(&mut self, ledger: &Ledger, planned: &BTreeSet<&str>) -> Result<()> {
        for (login, names) in unplanned(ledger, planned) {
            let key = keys::label(self, Mode::Code, Action::Take);
            self.tell(&msg!("names-by-login", login = login, names = names.join(", "), key = key))?;
        }
        Ok(())
    }

    /// The names that who asks codes under: the one that is named, else every one that the login has sat down as.
    pub(super) fn readers(&self, ledger: &Ledger) -> Result<BTreeSet<String>> {
        let sat = if self.named_coder().is_some() { BTreeSet::new() } else { ledger.coders_of(env::user().uid) };
        Ok(sat.into_iter().chain([self.coder()?.0]).collect())
    }
}

/// Who is in a study's plan.
pub(super) fn planned(folder: &Folder) -> BTreeSet<&str> {
    folder.cases.shares.iter().flat_map(|share| [&*share.coder, &*share.second]).collect()
}

/// The logins under which several have coded who are not all planned, each with their names.
pub(super) fn unplanned<'l>(ledger: &'l Ledger, planned: &BTreeSet<&str>) -> Vec<(&'l str, Vec<&'l str>)> {
    let several = ledger.names_by_login().into_iter().filter(|(_, names)| !names.is_subset(planned));
    several.map(|(login, names)| (login, names.into_iter().collect())).collect()
}
