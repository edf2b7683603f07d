//! What was done in another window while this process writes: no text that was taken away is written again, and no file
//! that was recovered is written to.

use super::{Storage, Writer};
use crate::base::fault::{Fault, Result};
use crate::msg;
use crate::study::ledger::MOST_SEGMENTS;
use crate::study::ledger::control_line::{Open, Redact};
use crate::study::ledger::entry::{Draft, Head};
use crate::study::ledger::line::print::{Print, printed};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// The texts of a coder that stand, by segment and `h`.
pub(crate) type Prints = HashMap<(u32, Head), Print>;

/// What this process knows of texts that were taken away.
#[derive(Default)]
pub(crate) struct Gone {
    /// How far the coder's other new segments are read.
    read: BTreeMap<u32, u64>,
    /// The texts that are gone.
    pub(crate) texts: HashSet<Print>,
    /// The lines that texts stood in which are gone.
    lines: HashSet<Head>,
    /// The segments that were recovered: what stands there from then on others might pass over.
    pub(crate) recovered: BTreeSet<u32>,
}

impl<S: Storage> Writer<S> {
    /// Learns which texts were taken away and which segments recovered since one last looked; tells whether any text was.
    ///
    /// Whoever does so tells of it in a segment of its own, with the first number that is free.
    pub(crate) fn learn(&mut self) -> bool {
        let before = self.gone.texts.len();
        for number in self.standing.newest + 1..=MOST_SEGMENTS {
            if self.own.contains(&number) {
                continue;
            }
            let from = self.gone.read.get(&number).copied().unwrap_or(0);
            match self.storage.read(number, from) {
                Ok(Some(bytes)) => self.learn_from(number, from, &bytes),
                Ok(None) if number >= self.next => break,
                Ok(None) | Err(_) => {}
            }
        }
        self.gone.texts.len() > before
    }

    /// Takes in whole lines of another segment.
    fn learn_from(&mut self, number: u32, from: u64, bytes: &[u8]) {
        let whole = bytes.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
        for line in bytes.get(..whole).unwrap_or_default().split(|byte| *byte == b'\n') {
            if line.starts_with(b"{\"v\":1,\"op\":\"redact\"")
                && let Ok(redact) = serde_json::from_slice::<Redact>(line)
                && redact.coder == self.sitting.coder
            {
                self.gone.lines.insert(redact.redacts);
                self.gone.texts.extend(self.standing.texts.get(&(redact.in_segment, redact.redacts)));
            } else if line.starts_with(b"{\"v\":1,\"op\":\"open\"")
                && let Ok(open) = serde_json::from_slice::<Open>(line)
                && open.coder == self.sitting.coder
            {
                self.gone.recovered.extend(open.poisoned.iter().map(|one| one.segment));
            }
        }
        self.gone.read.insert(number, from + whole as u64);
    }

    /// Looks which texts were taken away while this process has written: the lines that they stood in.
    pub fn gone(&mut self) -> Vec<Head> {
        self.learn();
        self.gone.lines.iter().copied().collect()
    }

    /// Refuses a draft that sets a text that is gone, or one that was begun with it.
    pub(crate) fn check_text(&self, draft: &Draft) -> Result<()> {
        let Draft { case_id, question, item, value, .. } = draft;
        let print = printed(draft.op, draft.round, [case_id, question, item, value]);
        if print.is_some_and(|print| self.gone.texts.contains(&print)) {
            return Err(Fault::new(msg!("redact-again")).into());
        }
        if draft.begun.is_some_and(|line| self.gone.lines.contains(&line)) {
            return Err(Fault::new(msg!("redact-begun")).into());
        }
        Ok(())
    }
}
