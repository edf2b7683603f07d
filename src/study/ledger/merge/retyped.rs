//! A text that was taken away in one copy and typed anew in another, where its line was lost. The hash of what was taken
//! away stays; with the salt, as long as it is in any copy, even in a damaged line, it tells whether a text is that one.
//! Where no salt is left nothing tells it, and a person has to look.

use super::places::Places;
use crate::base::fault::Result;
use crate::study::ledger::chain::{text_hash, unhex};
use crate::study::ledger::line::Sought;
use crate::study::ledger::line::carry::{Identity, Text};
use crate::study::ledger::line::fragment::value;
use crate::study::ledger::reader::Ledger;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// A copy, and where its lines stand.
type Copy<'a> = (&'a Ledger, &'a Places);

/// A text that was taken away: whose it was, in which slot, and the line.
struct Taken {
    coder: String,
    slot: Sought,
    line: Identity,
}

/// A place with a text that may be one that was taken away: coder, case and question.
pub type Doubtful = (String, String, String);

/// What two copies say anew of what was taken away in one of them.
#[derive(Default)]
pub(super) struct Retyped {
    /// The lines that say it.
    pub(super) lines: HashSet<Identity>,
    /// The places where nothing tells.
    pub(super) doubtful: BTreeSet<Doubtful>,
}

impl Retyped {
    /// Looks for it in two copies.
    pub(super) fn of(copies: [Copy<'_>; 2], gone: &HashSet<Identity>) -> Result<Self> {
        let mut found = Self::default();
        if gone.is_empty() {
            return Ok(found);
        }
        let mut taken: HashMap<String, Taken> = HashMap::new();
        for (copy, _) in copies {
            copy.carried(|coder, line, carried| {
                if let Some((hash, slot)) = gone.contains(&carried.identity).then(|| Sought::taken(line)).flatten() {
                    taken.insert(hash, Taken { coder: coder.to_owned(), slot, line: carried.identity });
                }
            })?;
        }
        let salts = salts(copies, &taken)?;
        let [one, other] = copies;
        for ((copy, own), (_, others)) in [(one, other), (other, one)] {
            copy.carried(|coder, line, carried| {
                let text = (carried.text == Text::Stands).then(|| Sought::of(line)).flatten();
                let Some(text) = text else { return };
                for (hash, was) in taken.iter().filter(|(_, was)| was.coder == coder && was.slot.is_in_slot_of(&text)) {
                    match salts.get(hash) {
                        Some(salt) if text_hash(*salt, &text.text) == *hash => {
                            found.lines.insert(carried.identity);
                        }
                        None if !own.has(&was.line) && !others.has(&carried.identity) => {
                            let (case, question) = (text.case_id.clone(), text.question.clone());
                            found.doubtful.insert((coder.to_owned(), case, question));
                        }
                        _ => {}
                    }
                }
            })?;
        }
        Ok(found)
    }
}

/// The salts of texts that were taken away, by their hashes, where a line still has both, however damaged it is.
fn salts(copies: [Copy<'_>; 2], taken: &HashMap<String, Taken>) -> Result<HashMap<String, [u8; 16]>> {
    let mut salts = HashMap::new();
    for (copy, _) in copies {
        for segment in copy.coders.values().flat_map(BTreeMap::values) {
            let bytes = segment.bytes_from(0).map_err(|error| copy.fault(&error.into()))?;
            salts.extend(super::lines(&bytes).filter_map(|line| {
                let hash = value(line, "text_hash").filter(|hash| taken.contains_key(hash))?;
                Some((hash, unhex(value(line, "salt")?.as_bytes())?))
            }));
        }
    }
    Ok(salts)
}
