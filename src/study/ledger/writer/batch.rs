//! Lines made ready to be written in one go.

use super::fits;
use crate::base::env::Salt;
use crate::base::fault::Result;
use crate::base::progress;
use crate::study::ledger::control_line::{Open, Redact, Repair, Torn};
use crate::study::ledger::entry::{Entry, Head};
use crate::study::ledger::line::print::{Print, print};
use crate::study::ledger::line::{blanked, write_entry, write_record};
use crate::study::ledger::storage::Cause;
use std::collections::HashSet;

/// A confirmed entry with what it takes to write it again.
#[derive(Clone)]
pub(crate) struct Confirmed {
    pub(crate) entry: Entry<'static>,
    pub(crate) salt: Salt,
}

/// Lines ready to be written at the end of the live segment.
pub(crate) struct Batch {
    pub(crate) bytes: Vec<u8>,
    pub(crate) head: Head,
    pub(crate) lines: usize,
    pub(crate) kept: Vec<Confirmed>,
    pub(crate) seq: u64,
}

impl Batch {
    /// Adds an entry behind the lines so far, blanked where its text is gone.
    pub(crate) fn take(&mut self, mut kept: Confirmed, is_gone: bool) -> std::result::Result<(), Cause> {
        let start = self.bytes.len();
        self.head = write_entry(&kept.entry, kept.salt, self.head, &mut self.bytes)?;
        if is_gone {
            let line = self.bytes.split_off(start);
            self.bytes.extend(line.strip_suffix(b"\n").and_then(blanked).unwrap_or_default());
            self.bytes.push(b'\n');
        }
        kept.entry.h = self.head;
        self.kept.push(kept);
        self.lines += 1;
        Ok(())
    }
}

/// The bytes of a segment of imported answers.
pub(crate) fn imported(open: &Open, kept: Vec<Confirmed>) -> Result<(Vec<u8>, Vec<Confirmed>)> {
    let batch = opening(open, &[], kept, &HashSet::new()).map_err(|cause| cause.fault(""))?;
    batch.bytes.split_inclusive(|byte| *byte == b'\n').try_for_each(|line| fits(line.len()))?;
    Ok((batch.bytes, batch.kept))
}

/// The lines that a segment begins with: `open`, torn bytes, and entries of the segments left behind. Of each whose text
/// is gone it is told anew where it stands now.
pub(crate) fn opening(
    open: &Open,
    torn: &[Torn],
    kept: Vec<Confirmed>,
    gone: &HashSet<Print>,
) -> std::result::Result<Batch, Cause> {
    let mut bytes = Vec::new();
    let mut head = write_record(open, Head::default(), &mut bytes)?;
    for torn in torn {
        head = write_record(&Repair::new(torn, open), head, &mut bytes)?;
    }
    let mut batch = Batch { bytes, head, lines: 1 + torn.len(), kept: Vec::new(), seq: open.seq };
    let mut blank = Vec::new();
    for mut kept in progress::counted(kept.into_iter()) {
        kept.entry.segment = open.segment;
        batch.seq = batch.seq.max(kept.entry.seq);
        let is_gone = print(&kept.entry).is_some_and(|print| gone.contains(&print));
        batch.take(kept, is_gone)?;
        blank.extend(is_gone.then_some(batch.head));
    }
    for head in blank {
        batch.seq += 1;
        batch.head = write_record(&Redact::new(open, batch.seq, head), batch.head, &mut batch.bytes)?;
        batch.lines += 1;
    }
    Ok(batch)
}
