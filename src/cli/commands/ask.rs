//! Questions about a table that is not clear, where there is somebody to answer them.

use super::Context;
use crate::base::fault::{Ask, Fault, Fix, Result};
use crate::base::language::Message;
use crate::base::pii::masked;
use crate::base::table::encoding::Charset;
use crate::base::text::visible;
use crate::msg;
use crate::study::case::matching::Hints;
use rustix::termios::isatty;

/// Reads a table. What answers put right is asked for, one thing after another; where nobody can answer, or nothing is
/// chosen, what is wrong stays wrong.
pub(crate) fn until_clear<T>(
    mut hints: Hints,
    context: &mut Context<'_>,
    mut read: impl FnMut(&Hints) -> Result<T>,
) -> Result<T> {
    let has_someone = isatty(rustix::stdio::stdin()) && isatty(rustix::stdio::stderr());
    loop {
        let faults = match context.working("work-file", || read(&hints)) {
            Err(faults) if has_someone => faults,
            settled => return settled,
        };
        let Some((fault, ask)) = faults.asking() else { return Err(faults) };
        match choose(fault, ask, context)? {
            Some(Fix::Sheet(name)) => hints.sheet = Some(name.clone()),
            Some(Fix::Encoding(name)) => hints.encoding = Charset::named(name),
            Some(Fix::Column(name, header)) => hints.columns.push((name.clone(), header.clone())),
            None => return Err(faults),
        }
    }
}

/// What a person chooses by its number; 0 and the end of what is typed are nothing, and nothing else is taken for an
/// answer.
fn choose<'a>(fault: &Fault, ask: &'a Ask, context: &mut Context<'_>) -> Result<Option<&'a Fix>> {
    if let Some(place) = &fault.place {
        context.tell(&msg!("ask-file", file = visible(&place.file)))?;
    }
    context.tell(&ask.question)?;
    for (n, (label, _)) in (1_usize..).zip(&ask.options) {
        context.tell(&msg!("ask-option", n = n, label = masked(&visible(label))))?;
    }
    context.tell(&msg!("ask-none"))?;
    let chosen = number(ask.options.len(), context)?;
    let Some((_, remedy)) = chosen.and_then(|at| ask.options.get(at)) else { return Ok(None) };
    context.tell(&said(remedy))?;
    Ok(Some(remedy))
}

/// The place, from 0, of the option that a person chooses by its number; nothing by 0, or where nothing more is typed.
pub(crate) fn number(most: usize, context: &mut Context<'_>) -> Result<Option<usize>> {
    while let Some(line) = context.line(&msg!("ask-number"))? {
        match line.parse::<usize>() {
            Ok(n) if n <= most => return Ok(n.checked_sub(1)),
            _ => context.tell(&msg!("ask-again", most = most))?,
        }
    }
    Ok(None)
}

/// The place, from 0, of what a person chooses by its number; nothing where only Enter is pressed, or nothing more is typed.
pub(crate) fn picked(question: &Message, most: usize, context: &mut Context<'_>) -> Result<Option<usize>> {
    while let Some(line) = context.line(question)?.filter(|line| !line.is_empty()) {
        match line.parse::<usize>() {
            Ok(n) if (1..=most).contains(&n) => return Ok(Some(n - 1)),
            _ => context.tell(&msg!("ask-pick-again", most = most))?,
        }
    }
    Ok(None)
}

/// How the choice is made without a question.
fn said(remedy: &Fix) -> Message {
    match remedy {
        Fix::Sheet(name) => msg!("ask-option-next-time", option = format!("--sheet \"{name}\"")),
        Fix::Encoding(name) => msg!("ask-option-next-time", option = format!("--encoding {name}")),
        Fix::Column(name, header) => msg!("ask-option-next-time", option = format!("--column {name}=\"{header}\"")),
    }
}
