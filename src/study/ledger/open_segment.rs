//! How a sitting begins: with how the ledger stands, and a segment that says so.

use super::control_line::{Previous, Sitting, Torn, Witness};
use super::reader::Ledger;
use super::segment::{Lock, Segment};
use super::storage::{Cause, Disk, is_of_other};
use super::writer::{StartState, Writer};
use crate::base::env::Stamp;
use crate::base::fault::{Fault, Result};
use std::collections::BTreeMap;
use std::io;

impl Ledger {
    /// Begins a sitting: from here on this ledger passes over the segments of the writer that comes back.
    ///
    /// Read the ledger first, and begin only if nothing is damaged or newer. One sitting a ledger: the next begins on
    /// a new one, which has read this one's lines.
    pub fn begin(&mut self, sitting: Sitting, group: bool, stamp: &Stamp) -> Result<Writer> {
        let standing = self.standing(&sitting.coder).map_err(|cause| self.fault(&cause))?;
        let own = self.own(&sitting.coder);
        let disk = Disk::study(&self.folder, &sitting.coder, group, own).map_err(|cause| self.fault(&cause))?;
        Writer::begin(disk.guarded(), sitting, standing, stamp)
    }

    /// How the ledger stands for a sitting of `coder`. What it names is put on the disk first, so that no power cut
    /// can make it a claim about lines that never were.
    pub fn standing(&self, coder: &str) -> std::result::Result<StartState, Cause> {
        self.is_read(coder)?;
        let mut standing = StartState { seq: self.seq(), newest: self.newest(coder), ..StartState::default() };
        // A number that a file has under another name stays free for it.
        while self.is_beside(coder, standing.newest + 1) {
            standing.newest += 1;
        }
        for (other, segments) in &self.coders {
            let Some((number, newest)) = segments.last_key_value() else { continue };
            match newest.sync() {
                Err(error) if other == coder => return Err(error.into()),
                Err(_) => continue,
                Ok(()) => {}
            }
            let (segment, head, lines) =
                (*number, newest.head_at(newest.heads.len()).unwrap_or_default(), newest.heads.len());
            if other == coder {
                standing.previous = Some(Previous { segment, head, lines });
                standing.torn = unnoted(segments)?;
                let texts = |segment: &Segment| {
                    let number = segment.number;
                    segment.shown.iter().map(move |(head, print)| ((number, *head), *print)).collect::<Vec<_>>()
                };
                standing.texts = segments.values().flat_map(texts).collect();
            } else {
                let coder = other.clone();
                standing.witnessed.push(Witness { coder, segment, head, segments: segments.len(), lines });
            }
        }
        Ok(standing)
    }

    /// That all of a coder's files are known and could be read. The numbers of lines go on from the highest there is:
    /// behind a file that a disk did not give out just now, new answers would come before older ones once it does.
    pub(crate) fn is_read(&self, coder: &str) -> std::result::Result<(), Cause> {
        let mut segments = self.coders.get(coder).into_iter().flat_map(BTreeMap::values);
        let unread = self.unlisted(coder).map(|(folder, error)| (folder, error));
        let unread = unread.or_else(|| segments.find_map(|segment| Some((&segment.path, segment.unread.as_ref()?))));
        unread.map_or(Ok(()), |(path, error)| {
            if let Some(owner) =
                is_of_other(path).filter(|_| path.is_dir() && error.kind() == io::ErrorKind::PermissionDenied)
            {
                return Err(Cause::Foreign(path.clone(), owner));
            }
            let error = error.raw_os_error().map_or_else(|| error.kind().into(), io::Error::from_raw_os_error);
            Err(Cause::Unread(path.clone(), error))
        })
    }

    pub(crate) fn fault(&self, cause: &Cause) -> Fault {
        cause.fault(&self.folder.display().to_string())
    }
}

/// The torn ends of a coder's segments that no later segment notes.
fn unnoted(segments: &BTreeMap<u32, Segment>) -> io::Result<Vec<Torn>> {
    let noted = |torn: &Torn| {
        segments.values().flat_map(|segment| &segment.repairs).any(|repair| {
            (repair.in_segment, repair.offset, &repair.sha256) == (torn.in_segment, torn.offset, &torn.sha256)
        })
    };
    // Where locks tell nothing somebody may just be writing the line: then it is not called torn.
    let is_torn = |segment: &&Segment| !segment.is_stopped() && segment.tail > 0 && segment.limit.is_none();
    let ended = segments.values().filter(is_torn).filter(|segment| segment.lock() == Lock::Free);
    let torn = ended.map(Segment::torn).collect::<io::Result<Vec<_>>>()?;
    Ok(torn.into_iter().flatten().filter(|torn| !noted(torn)).collect())
}
