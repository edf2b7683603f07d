//! A text that is looked for, to take it away wherever it is written.

use super::{Line, Slot, blanked, json, unchained};
use crate::study::ledger::entry::{Op, Round};
use std::borrow::Cow;

/// A text in a slot, wherever it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sought {
    /// What kind of text.
    pub op: Op,
    /// Of which round.
    pub round: Round,
    /// Of which case; empty for the study as a whole.
    pub case_id: String,
    /// On which question; empty for the case as a whole.
    pub question: String,
    /// The own id of a quote or a rule; else empty.
    pub item: String,
    /// The text itself.
    pub text: String,
}

impl Sought {
    /// The text that a line puts into its slot.
    pub(crate) fn of(line: &[u8]) -> Option<Self> {
        let Ok((Line::Slot(entry), _)) = unchained(line) else { return None };
        Some(Self {
            op: entry.op,
            round: entry.round,
            case_id: entry.case_id.into_owned(),
            question: entry.question.into_owned(),
            item: entry.item.into_owned(),
            text: entry.value.into_owned(),
        })
    }

    /// The slot of a text that was taken away, without the text, and the text's hash.
    pub(crate) fn taken(line: &[u8]) -> Option<(String, Self)> {
        let slot: Slot<'_> = serde_json::from_slice(line).ok()?;
        let (op, round) = (Op::named(&slot.op)?, Round::named(&slot.round)?);
        let [case_id, question, item] = [slot.case_id, slot.question, slot.item].map(Cow::into_owned);
        Some((slot.text_hash?.into_owned(), Self { op, round, case_id, question, item, text: String::new() }))
    }

    /// Whether another is in the same slot.
    pub(crate) fn is_in_slot_of(&self, other: &Self) -> bool {
        let slot = |one: &Self| Self { text: String::new(), ..one.clone() };
        slot(self) == slot(other)
    }

    /// Whether a line puts this text into this slot.
    pub fn stands_in(&self, line: &[u8]) -> bool {
        serde_json::from_slice(line).is_ok_and(|slot: Slot<'_>| {
            (slot.op, slot.round) == (self.op.name().into(), self.round.name().into())
                && (&*slot.case_id, &*slot.question, &*slot.item) == (&*self.case_id, &*self.question, &*self.item)
                && slot.text.as_deref() == Some(&*self.text)
        })
    }

    /// Whether a line holds this text that cannot be read, or not be blanked.
    pub(crate) fn is_left_in(&self, line: &[u8]) -> bool {
        let mut written = b"\"text\":".to_vec();
        let holds =
            json(&self.text, &mut written).is_ok_and(|()| line.windows(written.len()).any(|part| part == written));
        holds && (serde_json::from_slice::<Slot<'_>>(line).is_err() || blanked(line).is_none())
    }

    /// Whether a line without end holds this text, alone or within another, or the beginning of it.
    pub fn is_torn_in(&self, line: &[u8]) -> bool {
        const FIELD: &[u8] = b",\"text\":\"";
        let mut written = Vec::new();
        let Ok(()) = json(&self.text, &mut written) else { return false };
        let written = written.get(1..written.len() - 1).unwrap_or_default();
        let at = line.windows(FIELD.len()).rposition(|window| window == FIELD);
        let text = at.and_then(|at| line.get(at + FIELD.len()..)).filter(|text| !text.is_empty());
        let has = |text: &[u8]| text.windows(written.len().max(1)).any(|part| part == written);
        text.is_some_and(|text| has(text) || written.starts_with(text))
    }
}
