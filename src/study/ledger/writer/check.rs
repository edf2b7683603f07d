//! Whether what was saved still stands: the file of a sitting is read again every few minutes, and at its end.

use super::{Confirmed, Storage, Writer};
use crate::base::env::Stamp;
use crate::base::fault::Fault;
use crate::msg;
use crate::study::ledger::line::print::print;
use crate::study::ledger::storage::Cause;
use jiff::{SignedDuration, Timestamp};
use sha2::Digest;

/// How often.
const EVERY: SignedDuration = SignedDuration::from_mins(2);

/// When something is written.
pub(crate) fn time(stamp: &Stamp) -> Timestamp {
    stamp.ts.parse().unwrap_or_default()
}

impl<S: Storage> Writer<S> {
    /// Looks at what others have done since, before something is written: a live segment that nothing more may be written
    /// to is left, and why is told.
    pub(crate) fn look(&mut self, stamp: &Stamp) -> Vec<Fault> {
        let is_gone = self.learn();
        let is_due = time(stamp).duration_since(self.checked).abs() >= EVERY;
        if is_due {
            self.checked = time(stamp);
        }
        let Some(live) = self.live.take() else { return Vec::new() };
        let fault = if is_gone {
            Fault::new(msg!("redact-meanwhile"))
        } else if self.gone.recovered.contains(&live.segment) {
            Fault::new(msg!("recover-meanwhile"))
        } else if is_due && !self.stands(live.segment, &live.bytes) {
            self.fault(&live, &Cause::Changed)
        } else {
            self.live = Some(live);
            return Vec::new();
        };
        self.poison(&live);
        vec![fault]
    }

    /// Whether a segment's file holds what was written to it, and nothing else.
    fn stands(&mut self, segment: u32, written: &sha2::Sha256) -> bool {
        let bytes = self.storage.read(segment, 0).ok().flatten();
        bytes.is_some_and(|bytes| sha2::Sha256::digest(bytes) == written.clone().finalize())
    }

    /// Keeps what is confirmed, to be written again should its segment fail.
    pub(crate) fn keep(&mut self, kept: &[Confirmed]) {
        let place = |kept: &Confirmed| Some(((kept.entry.segment, kept.entry.h), print(&kept.entry)?));
        self.standing.texts.extend(kept.iter().filter_map(place));
        self.kept.extend_from_slice(kept);
    }
}
