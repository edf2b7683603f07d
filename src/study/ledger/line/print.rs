//! What tells one free text from another without giving it away.

use crate::study::ledger::entry::{Entry, Op, Round};
use sha2::{Digest, Sha256};

/// What tells a text in its slot from every other, and gives nothing of it away.
pub(crate) type Print = [u8; 16];

/// The print of the text that an entry sets, if it sets one.
pub(crate) fn print(entry: &Entry<'_>) -> Option<Print> {
    let Entry { case_id, question, item, value, .. } = entry;
    printed(entry.op, entry.round, [case_id, question, item, value])
}

/// The same of what is to be written in a slot: its case, question, item and text.
pub(crate) fn printed(op: Op, round: Round, said: [&str; 4]) -> Option<Print> {
    let is_text = op.is_text() && said.last().is_some_and(|text| !text.is_empty());
    let print = || Sha256::digest(format!("{op:?} {round:?} {said:?}")).first_chunk().copied().unwrap_or_default();
    is_text.then(print)
}
