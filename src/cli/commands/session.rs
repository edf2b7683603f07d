//! Who sits where: whether there is a screen, and whether a name is the same person as before.

use super::Context;
use crate::base::env;
use crate::base::fault::{Fault, Result};
use crate::msg;
use crate::study::ledger::Ledger;
use rustix::termios::isatty;

/// Whether somebody sits at a terminal.
pub(crate) fn is_terminal() -> bool {
    isatty(rustix::stdio::stdin()) && isatty(rustix::stdio::stdout())
}

/// Whether there is a screen to code on.
pub(crate) fn has_screen(context: &Context<'_>) -> bool {
    context.global.keys.is_some() || is_terminal()
}

/// A coder's name that another user has used is taken only after a yes: two people under one name are one person in
/// every table. Answers that somebody imported for a coder are no use of the name.
pub(crate) fn same_person(ledger: &Ledger, coder: &str, context: &Context<'_>) -> Result<()> {
    let uid = env::user().uid;
    let mut sat = ledger.sittings().filter(|sitting| sitting.coder == coder && sitting.source.is_none());
    let other = sat.find(|sitting| sitting.uid != uid);
    match other {
        Some(other) if !context.global.yes => {
            let message =
                msg!("code-same-name", coder = coder, login = other.login.as_str(), host = other.host.as_str());
            Err(Fault::new(message).hint(msg!("code-same-name-hint")).into())
        }
        _ => Ok(()),
    }
}
