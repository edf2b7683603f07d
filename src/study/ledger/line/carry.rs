//! Lines that go from one file to another as they are: what tells each from every other, and how it is written there.

use super::{Slot, is_blank, seal};
use crate::study::ledger::chain::split;
use crate::study::ledger::entry::{Head, Op};
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::io;

/// What tells a line from every other, wherever it stands: all that it says but its file, and that which it names by `h`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Identity([u8; 32]);

/// The free text behind a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Text {
    /// It has none.
    None,
    /// It stands there.
    Stands,
    /// It was blanked.
    Blanked,
}

/// A line that does something to a slot, as it stands in a file.
#[derive(Debug, Clone, Copy)]
pub struct Carried<'a> {
    /// What tells it from others.
    pub identity: Identity,
    /// Its number.
    pub seq: u64,
    /// Its `h` in this file.
    pub head: Head,
    /// The text behind it.
    pub text: Text,
    line: &'a [u8],
}

impl<'a> Carried<'a> {
    /// A line without its newline, if it does something to a slot.
    pub fn read(line: &'a [u8]) -> Option<Self> {
        let slot = slot(line)?;
        let (_, head, rest) = split(line)?;
        let text = match rest {
            b"}" => Text::None,
            rest if is_blank(rest) => Text::Blanked,
            _ => Text::Stands,
        };
        Some(Self { identity: identity(&slot)?, seq: slot.seq, head, text, line })
    }

    /// Writes it as a line of `segment` behind the head `before`; lines that it names are called as `heads` has it.
    pub fn write(
        &self,
        segment: u32,
        heads: &HashMap<Head, Head>,
        before: Head,
        out: &mut Vec<u8>,
    ) -> io::Result<Head> {
        let (Some(slot), Some((.., rest))) = (slot(self.line), split(self.line)) else {
            return Err(io::ErrorKind::InvalidData.into());
        };
        let here = |h: Head| heads.get(&h).copied().unwrap_or(h);
        let named = Head::from_hex(slot.was.as_bytes()).filter(|_| slot.text_hash.is_some());
        let was = named.map_or_else(|| slot.was.clone(), |h| here(h).to_string().into());
        seal(&Slot { segment, was, undoes: slot.undoes.map(here), ..slot }, rest, before, out)
    }
}

fn slot(line: &[u8]) -> Option<Slot<'_>> {
    let slot: Slot<'_> = serde_json::from_slice(line).ok()?;
    Op::named(&slot.op).is_some().then_some(slot)
}

/// A text counts by its hash, which stays when it is blanked.
fn identity(slot: &Slot<'_>) -> Option<Identity> {
    let was = slot.answer.as_ref().map(|_| &slot.was);
    let place = (&slot.op, slot.seq, &slot.ts, &slot.coder, &slot.round, &slot.case_id, &slot.question, &slot.item);
    let said = (place, &slot.answer, &slot.text_hash, was, slot.undoes.is_some());
    Some(Identity(Sha256::digest(serde_json::to_vec(&said).ok()?).into()))
}
