//! The writer of one coder's answers, for one process: nothing it acknowledges is ever lost.
//!
//! An entry is saved once its whole line is written, `fdatasync` has returned 0 the first time it was asked, and the
//! segment's name still leads to this file alone, of the expected size. Any error poisons the segment: it is never
//! written again, for a second sync or a read-back proves nothing. The next segment names it with its confirmed
//! length, and carries all of this process's confirmed entries anew before anything else is taken.
//!
//! The process must not die of SIGXFSZ: whoever starts a writer ignores that signal or catches it in a flag, so that
//! a file-size limit comes back from `write` as an error.

mod batch;
mod check;
mod gone;

use super::control_line::{Close, Open, Poisoned, Previous, Redact, Sitting, Source, Torn, Witness};
use super::entry::{Draft, Entry, Head, VERSION};
use super::line::{LONGEST, write_record};
use super::segment::HIGHEST_SEQ;
use super::storage::{Cause, Disk, Storage};
use crate::base::env::Stamp;
use crate::base::fault::{Fault, Faults, Result};
use crate::msg;
use batch::{Batch, opening};
use gone::Gone;
use serde::Serialize;
use serde::de::IgnoredAny;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::io::ErrorKind;

pub(crate) use batch::{Confirmed, imported};
pub(crate) use gone::Prints;

/// How the ledger stands when a sitting begins.
#[derive(Debug, Clone, Default)]
pub struct StartState {
    /// The coder's highest segment number.
    pub newest: u32,
    /// The highest `seq` of the study.
    pub seq: u64,
    /// The coder's last segment.
    pub previous: Option<Previous>,
    /// The other coders' newest segments.
    pub witnessed: Vec<Witness>,
    /// Torn bytes of the coder's earlier segments that nothing notes yet.
    pub torn: Vec<Torn>,
    /// What tells the coder's texts from each other.
    pub(crate) texts: Prints,
}

/// The writer of one coder and process.
pub struct Writer<S: Storage = Disk> {
    storage: S,
    sitting: Sitting,
    standing: StartState,
    next: u32,
    own: BTreeSet<u32>,
    gone: Gone,
    checked: jiff::Timestamp,
    live: Option<ActiveSegment<S::File>>,
    kept: Vec<Confirmed>,
    poisoned: Vec<Poisoned>,
    troubles: Vec<Fault>,
}

/// The segment being written, as far as it is confirmed.
struct ActiveSegment<F> {
    file: F,
    segment: u32,
    length: u64,
    head: Head,
    lines: usize,
    entries: usize,
    /// All bytes that were written.
    bytes: Sha256,
}

impl<S: Storage> Writer<S> {
    /// Begins a sitting: its first segment is on the disk when this returns.
    pub fn begin(storage: S, sitting: Sitting, standing: StartState, stamp: &Stamp) -> Result<Self> {
        let next = standing.newest + 1;
        let mut writer = Self {
            storage,
            sitting,
            standing,
            next,
            own: BTreeSet::new(),
            gone: Gone::default(),
            checked: check::time(stamp),
            live: None,
            kept: Vec::new(),
            poisoned: Vec::new(),
            troubles: Vec::new(),
        };
        writer.advance(stamp)?;
        Ok(writer)
    }

    /// Saves what a coder does; the entry that comes back is on the disk.
    pub fn append(&mut self, draft: &Draft, stamp: &Stamp) -> Result<Entry<'static>> {
        let saved = self.append_all(&[(draft, stamp)])?;
        saved.into_iter().next().ok_or_else(|| Faults(Vec::new()))
    }

    /// Saves several in one write and one sync: all or none of them come back.
    pub fn append_all(&mut self, drafts: &[(&Draft, &Stamp)]) -> Result<Vec<Entry<'static>>> {
        let Some((_, stamp)) = drafts.first() else { return Ok(Vec::new()) };
        let saved = self.save(stamp, |writer, live| writer.batch(live, drafts))?;
        Ok(saved.into_iter().map(|kept| kept.entry).collect())
    }

    /// Ends the sitting with the place to come back to.
    pub fn close(&mut self, case_id: &str, question: &str, stamp: &Stamp) -> Result<()> {
        self.checked = jiff::Timestamp::MIN;
        let coder = self.sitting.coder.clone();
        self.tell(stamp, &[()], |(), seq, segment| Close {
            v: VERSION,
            op: "close".to_owned(),
            seq,
            ts: stamp.ts.clone(),
            coder: coder.clone(),
            segment,
            case_id: case_id.to_owned(),
            question: question.to_owned(),
            h: IgnoredAny,
        })
    }

    /// Tells of texts that are to be blanked, each by the segment and the `h` of its line.
    pub(crate) fn redact(&mut self, texts: &[(u32, Head)], stamp: &Stamp) -> Result<()> {
        let (sitting, ts) = (self.sitting.clone(), stamp.ts.clone());
        self.tell(stamp, texts, |(in_segment, redacts), seq, segment| Redact {
            in_segment: *in_segment,
            ..Redact::new(&Open::new(&sitting, segment, 0, &ts), seq, *redacts)
        })
    }

    /// Saves lines that are no entries: one for each of `about`, made with its number and segment.
    fn tell<T, R: Serialize>(&mut self, stamp: &Stamp, about: &[T], line: impl Fn(&T, u64, u32) -> R) -> Result<()> {
        self.save(stamp, |writer, live| {
            let (bytes, head, seq) = (Vec::new(), live.head, writer.standing.seq);
            let mut batch = Batch { bytes, head, lines: about.len(), kept: Vec::new(), seq };
            for one in about {
                batch.seq += 1;
                let start = batch.bytes.len();
                batch.head = write_record(&line(one, batch.seq, live.segment), batch.head, &mut batch.bytes)
                    .map_err(|error| writer.fault(live, &error.into()))?;
                fits(batch.bytes.len() - start)?;
            }
            Ok(batch)
        })?;
        Ok(())
    }

    /// Learns the highest `seq` that others have written.
    pub fn seen(&mut self, seq: u64) {
        self.standing.seq = self.standing.seq.max(seq);
    }

    /// The highest `seq` that this process has seen.
    pub fn seq(&self) -> u64 {
        self.standing.seq
    }

    /// The segment being written.
    pub fn segment(&self) -> Option<u32> {
        self.live.as_ref().map(|live| live.segment)
    }

    /// What went wrong and was overcome since the last call: everything acknowledged is saved in a further segment.
    pub fn troubles(&mut self) -> Vec<Fault> {
        std::mem::take(&mut self.troubles)
    }

    /// Saves a batch; if the live segment fails, once more in the next one.
    fn save(
        &mut self,
        stamp: &Stamp,
        batch: impl Fn(&Self, &ActiveSegment<S::File>) -> Result<Batch>,
    ) -> Result<Vec<Confirmed>> {
        // A segment that is left because of what others did is no attempt of one's own.
        let attempts = if self.live.is_some() { 2 } else { 1 };
        let mut faults = self.look(stamp);
        for _ in 0..attempts {
            if self.live.is_none()
                && let Err(Faults(more)) = self.advance(stamp)
            {
                faults.extend(more);
            }
            let Some(mut live) = self.live.take() else { break };
            let batch = match batch(self, &live) {
                Ok(batch) => batch,
                Err(refused) => {
                    self.live = Some(live);
                    self.troubles.append(&mut faults);
                    return Err(refused);
                }
            };
            match put(&mut self.storage, &mut live, &batch) {
                Ok(()) => {
                    live.entries += batch.kept.len();
                    self.live = Some(live);
                    self.standing.seq = self.standing.seq.max(batch.seq);
                    self.keep(&batch.kept);
                    self.troubles.append(&mut faults);
                    return Ok(batch.kept);
                }
                Err(cause) => {
                    faults.push(self.fault(&live, &cause));
                    self.poison(&live);
                }
            }
        }
        Err(Faults(faults))
    }

    fn fault(&self, live: &ActiveSegment<S::File>, cause: &Cause) -> Fault {
        cause.fault(&self.storage.name(live.segment))
    }

    fn poison(&mut self, live: &ActiveSegment<S::File>) {
        let ActiveSegment { segment, length, head, entries, .. } = *live;
        self.poisoned.push(Poisoned { segment, length, head, lines: entries });
    }

    /// Begins the next segment with everything that this process has confirmed so far.
    fn advance(&mut self, stamp: &Stamp) -> Result<()> {
        let file = loop {
            if self.next > super::MOST_SEGMENTS {
                return Err(Cause::Full.fault(&self.sitting.coder).into());
            }
            match self.storage.create(self.next) {
                Ok(file) => break file,
                Err(Cause::Taken) => self.next += 1,
                Err(cause) => return Err(cause.fault(&self.storage.name(self.next)).into()),
            }
        };
        let (segment, bytes) = (self.next, Sha256::new());
        let mut live = ActiveSegment { file, segment, length: 0, head: Head::default(), lines: 0, entries: 0, bytes };
        self.own.insert(self.next);
        self.next += 1;
        // Its name is there now: whoever takes a text away from here on looks into it.
        self.learn();
        let began = self.opening(&live, stamp).and_then(|batch| {
            self.storage.settle(&live.file)?;
            put(&mut self.storage, &mut live, &batch)?;
            Ok(batch)
        });
        match began {
            Ok(batch) => {
                self.kept.clear();
                self.keep(&batch.kept);
                self.standing.seq = batch.seq;
                self.standing.previous = Some(Previous { segment: live.segment, head: live.head, lines: live.lines });
                self.live = Some(live);
                Ok(())
            }
            Err(cause) => {
                self.poison(&live);
                Err(self.fault(&live, &cause).into())
            }
        }
    }

    /// The lines that a segment begins with: `open`, torn bytes, and the entries of the segments left behind.
    fn opening(&self, live: &ActiveSegment<S::File>, stamp: &Stamp) -> std::result::Result<Batch, Cause> {
        let mut open = Open::new(&self.sitting, live.segment, self.standing.seq + 1, &stamp.ts);
        open.previous.clone_from(&self.standing.previous);
        open.poisoned.clone_from(&self.poisoned);
        open.witnessed.clone_from(&self.standing.witnessed);
        opening(&open, &self.standing.torn, self.kept.clone(), &self.gone.texts)
    }

    /// The lines of some drafts.
    fn batch(&self, live: &ActiveSegment<S::File>, drafts: &[(&Draft, &Stamp)]) -> Result<Batch> {
        let mut batch =
            Batch { bytes: Vec::new(), head: live.head, lines: 0, kept: Vec::new(), seq: self.standing.seq };
        for (draft, stamp) in drafts {
            self.check_text(draft)?;
            batch.seq += 1;
            let entry = entry(draft, stamp, &self.sitting, live.segment, batch.seq);
            let start = batch.bytes.len();
            batch.take(Confirmed { entry, salt: stamp.salt }, false).map_err(|cause| self.fault(live, &cause))?;
            fits(batch.bytes.len() - start)?;
        }
        Ok(batch)
    }
}

/// The entry that a draft becomes.
pub(crate) fn entry(draft: &Draft, stamp: &Stamp, sitting: &Sitting, segment: u32, seq: u64) -> Entry<'static> {
    let Draft { op, round, case_id, question, item, value, was, undoes, begun: _ } = draft.clone();
    Entry {
        op,
        seq,
        ts: stamp.ts.clone().into(),
        coder: sitting.coder.clone().into(),
        segment,
        round,
        case_id: case_id.into(),
        question: question.into(),
        item: item.into(),
        value: value.into(),
        was: was.into(),
        undoes,
        protocol: sitting.protocol.clone().into(),
        with: sitting.with.clone().unwrap_or_default().into(),
        h: Head::default(),
    }
}

/// Refuses a line that is too long, before anything is written.
pub(crate) fn fits(bytes: usize) -> Result<()> {
    if bytes <= LONGEST {
        return Ok(());
    }
    Err(Fault::new(msg!("ledger-too-long", bytes = bytes, most = LONGEST)).hint(msg!("ledger-too-long-hint")).into())
}

/// Writes, syncs and confirms a batch; only if all of it is well does the live segment go on from its end.
fn put<S: Storage>(
    storage: &mut S,
    live: &mut ActiveSegment<S::File>,
    batch: &Batch,
) -> std::result::Result<(), Cause> {
    if batch.seq > HIGHEST_SEQ {
        return Err(Cause::Numbers);
    }
    let mut rest = batch.bytes.as_slice();
    while !rest.is_empty() {
        match storage.write(&mut live.file, rest) {
            Ok(0) => return Err(Cause::Io(ErrorKind::WriteZero.into())),
            Ok(written) => rest = rest.get(written..).unwrap_or_default(),
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(error.into()),
        }
    }
    storage.sync(&live.file)?;
    let length = live.length + batch.bytes.len() as u64;
    storage.confirm(&live.file, live.segment, length)?;
    live.length = length;
    live.bytes.update(&batch.bytes);
    live.head = batch.head;
    live.lines += batch.lines;
    Ok(())
}

impl Open {
    /// The same naming the file that its answers come from.
    pub(crate) fn from(self, source: Source) -> Self {
        Self { source: Some(source), ..self }
    }
}

#[cfg(test)]
mod tests;
