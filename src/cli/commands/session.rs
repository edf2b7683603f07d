//! Who sits where: whether there is a screen, who codes, and whether a name is the same person as before.

use super::{Context, ask};
use crate::base::env;
use crate::base::fault::{Fault, Result};
use crate::base::suggest::nearest;
use crate::msg;
use crate::study::folder::Folder;
use crate::study::ledger::Ledger;
use crate::study::ledger::entry::Round;
use crate::tui::model::{Form, Model};
use crate::tui::update::{Second, second};
use rustix::termios::isatty;
use std::collections::BTreeSet;

/// Whether somebody sits at a terminal.
pub(crate) fn is_terminal() -> bool {
    isatty(rustix::stdio::stdin()) && isatty(rustix::stdio::stdout())
}

/// Whether there is somebody to code: at a terminal or, where lines are asked for, also behind pipes.
pub(crate) fn has_coder(context: &Context<'_>) -> bool {
    context.global.accessible || is_terminal()
}

/// Whether there is a screen to code on.
pub(crate) fn has_screen(context: &Context<'_>) -> bool {
    context.global.keys.is_some() || has_coder(context)
}

/// Screen or lines: what was asked for, else what the environment says of the terminal.
pub(crate) fn form(context: &Context<'_>) -> Form {
    let is_set = |name: &str, off: &str| env::variable(name).is_some_and(|value| !value.is_empty() && value != off);
    let is_told = || is_set("ACCESSIBLE", "0") || env::variable("TERM").as_deref() == Some("dumb");
    match &context.global {
        global if global.accessible => Form::Lines,
        global if global.keys.is_none() && is_terminal() && is_told() => Form::Lines,
        global if global.whole_rows => Form::WholeRows,
        _ => Form::Drawn,
    }
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

/// Settles who codes, where the plan and the ledger do not know the name: whether a `--coder` that was probably meant to
/// be another is somebody new is asked, and a login is asked which planned coder it is, once. Nothing is guessed: the answer stands in the
/// `open` line of the first sitting, by which the same login is known from then on.
pub(crate) fn settle_coder(folder: &Folder, ledger: &Ledger, asks: bool, context: &mut Context<'_>) -> Result<()> {
    let (coder, name) = context.coder()?;
    let planned: BTreeSet<&str> = folder.cases.coders().collect();
    let mut known = planned.clone();
    known.extend(ledger.sittings().map(|open| open.coder.as_str()));
    if context.global.yes || known.contains(coder.as_str()) {
        return Ok(());
    }
    if context.named_coder().is_some() {
        return not_mistyped(&coder, &name, known, asks, context);
    }
    let before = ledger.coders_of(env::user().uid);
    let mut before = planned.iter().filter(|planned| before.contains(**planned));
    context.global.coder = match (before.next(), before.next()) {
        (Some(only), None) => Some((*only).to_owned()),
        _ if asks && !planned.is_empty() => asked_coder(&planned, &name, context)?,
        _ => None,
    };
    Ok(())
}

/// Takes the name of a coder who is new, where one who is known was probably meant, only after a yes.
fn not_mistyped(coder: &str, name: &str, known: BTreeSet<&str>, asks: bool, context: &mut Context<'_>) -> Result<()> {
    let digits = |name: &str| name.chars().filter(char::is_ascii_digit).collect::<String>();
    let alike = known.into_iter().filter(|other| digits(other) == digits(coder));
    let Some(meant) = nearest(coder, alike) else { return Ok(()) };
    if asks {
        return context.confirm(&msg!("code-new-name-ask", meant = meant, coder = name));
    }
    let fault = Fault::new(msg!("code-new-name", coder = name));
    Err(fault.hint(msg!("code-new-name-hint", meant = meant, coder = name)).into())
}

/// The planned coder that a person chooses by its number; nobody of them by 0, or where nothing more is typed.
fn asked_coder(planned: &BTreeSet<&str>, login: &str, context: &mut Context<'_>) -> Result<Option<String>> {
    context.tell(&msg!("code-who", login = login))?;
    for (n, coder) in (1_usize..).zip(planned) {
        context.tell(&msg!("ask-option", n = n, label = *coder))?;
    }
    context.tell(&msg!("code-who-none", login = login))?;
    let chosen = ask::number(planned.len(), context)?;
    Ok(chosen.and_then(|at| planned.iter().nth(at)).map(|coder| (*coder).to_owned()))
}

/// Begins a second coding that nobody has planned only after a yes: a slip would show a coder's first answers as second
/// ones for good.
pub(super) fn settle_round(model: &Model, context: &mut Context<'_>) -> Result<()> {
    match second(model) {
        _ if !model.writable || model.round() != Round::Second => Ok(()),
        Second::Goes => Ok(()),
        Second::Unplanned => context.confirm(&msg!("second-unplanned-ask")),
        Second::None => Err(Fault::new(msg!("round-none")).into()),
    }
}
