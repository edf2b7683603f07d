//! One segment as it is read: how far, with which heads, and what is wrong with it.

use super::ahead::{Piece, Pieces, Wanted};
use super::chain::{Link, split};
use super::control_line::{Close, Open, Poisoned, Redact, Repair, Torn};
use super::entry::{BLANKED, Entry, Head};
use super::finding::{Finding, Kind};
use super::line::print::{Print, print};
use super::line::{self, Bad, LONGEST, Line};
use super::set_aside::SetAside;
use super::storage::open_plain;
use crate::base::digest::sha256;
use crate::base::language::Message;
use crate::base::progress;
use crate::msg;
use std::collections::{HashMap, HashSet};
use std::fs::TryLockError;
use std::io::{self, ErrorKind, Read, Seek, SeekFrom};
use std::path::PathBuf;

/// The highest `seq` that every reader of JSON takes for what it is; no review comes near it.
pub(crate) const HIGHEST_SEQ: u64 = 1 << 53;

/// Takes entries as they are read.
pub(crate) type Sink<'a> = &'a mut dyn FnMut(Entry<'_>);

/// Whose segment it should be, and whether to read on behind damage.
pub(crate) struct Owner<'a> {
    pub(crate) study: &'a str,
    pub(crate) coder: &'a str,
    pub(crate) salvage: bool,
    /// The lines whose text was taken away, by segment and `h`: it may still stand there.
    pub(crate) told: &'a HashSet<(u32, Head)>,
}

/// One segment as far as it has been read.
#[derive(Debug)]
pub(crate) struct Segment {
    pub(crate) number: u32,
    pub(crate) path: PathBuf,
    /// The file's name from the ledger's folder on.
    pub(crate) file: String,
    /// Where the next line begins.
    pub(crate) offset: u64,
    /// The bytes after the last newline.
    pub(crate) tail: u64,
    head: Head,
    /// The head after every line.
    pub(crate) heads: Vec<Head>,
    /// How many lines after `open` are entries.
    pub(crate) entries: usize,
    pub(crate) seq: u64,
    pub(crate) open: Option<Open>,
    pub(crate) repairs: Vec<Repair>,
    pub(crate) redacts: Vec<Redact>,
    /// The lines whose text was blanked: the `h` of each, and what to say where nobody says that it was.
    pub(crate) blanked: Vec<(Head, Finding)>,
    /// The lines whose text went to the fold, with what tells each text from others.
    pub(crate) shown: HashMap<Head, Print>,
    pub(crate) close: Option<Close>,
    /// Where it holds to, if a later segment says so.
    pub(crate) limit: Option<Poisoned>,
    /// The user id that owns the file.
    pub(crate) uid: u32,
    pub(crate) findings: Vec<Finding>,
    /// What is left out behind damage.
    pub(crate) aside: Option<SetAside>,
    /// Why it could not be read, where that was not for what is in it.
    pub(crate) unread: Option<io::Error>,
    stopped: bool,
}

impl Segment {
    pub(crate) fn new(path: PathBuf, coder: &str, number: u32) -> Self {
        Self {
            number,
            path,
            file: format!("{coder}/{}", super::segment_name(number)),
            offset: 0,
            tail: 0,
            head: Head::default(),
            heads: Vec::new(),
            entries: 0,
            seq: 0,
            open: None,
            repairs: Vec::new(),
            redacts: Vec::new(),
            blanked: Vec::new(),
            shown: HashMap::new(),
            close: None,
            limit: None,
            uid: 0,
            findings: Vec::new(),
            aside: None,
            unread: None,
            stopped: false,
        }
    }

    /// The bytes that hold, if that is said of it: what comes after was never acknowledged.
    fn end(&self, size: u64) -> u64 {
        self.limit.map_or(size, |limit| size.min(limit.length))
    }

    /// Whether damage keeps it from being read on.
    pub(crate) fn is_stopped(&self) -> bool {
        self.stopped
    }

    /// Whether all lines of other files that are to follow in it stand there.
    pub(crate) fn is_begun(&self) -> bool {
        self.open.as_ref().is_some_and(|open| self.entries >= open.carried())
    }

    /// The head after so many lines.
    pub(crate) fn head_at(&self, lines: usize) -> Option<Head> {
        self.heads.get(lines.checked_sub(1)?).copied()
    }

    /// What is to be read of it; nothing where damage keeps it from that.
    pub(crate) fn wanted(&self) -> Option<Wanted> {
        let wanted = || Wanted { path: self.path.clone(), offset: self.offset, head: self.head };
        (!self.stopped).then(wanted)
    }

    /// Takes what is new and whole, if it was wanted; an unfinished last line waits for its end.
    pub(crate) fn read(&mut self, owner: &Owner<'_>, pieces: Pieces<'_>, sink: Sink<'_>) {
        if self.stopped {
            return;
        }
        if let Err(error) = self.read_file(owner, pieces, sink) {
            self.stop(Finding::unread(&self.file, &error));
            self.unread = Some(error);
        }
    }

    fn read_file(&mut self, owner: &Owner<'_>, pieces: Pieces<'_>, sink: Sink<'_>) -> io::Result<()> {
        let (mut size, mut end) = (0, 0);
        let mut ended = Err(ErrorKind::UnexpectedEof.into());
        for piece in pieces {
            match piece {
                Piece::File { size: of_file, uid } => {
                    (size, self.uid) = (of_file, uid);
                    end = self.end(size);
                }
                Piece::Lines(lines) => {
                    progress::step(lines.size());
                    for (line, chained) in lines.iter() {
                        if self.fits(line.len() + 1, &mut end) {
                            self.line(line, chained, owner, sink);
                        }
                    }
                }
                Piece::Long(length) => {
                    if self.fits(length, &mut end) {
                        self.damage(msg!("ledger-damage-long", most = LONGEST), &[], length, owner);
                    }
                }
                Piece::End(end) => {
                    ended = end;
                    break;
                }
            }
        }
        ended?;
        if size < self.offset {
            let message = msg!("ledger-damage-shrunk", bytes = size, read = self.offset);
            self.stop(Finding::file(Kind::Damage, &self.file, message));
            return Ok(());
        }
        if self.stopped {
            let aside = SetAside::of(&self.file, self.heads.len() + 1, &self.bytes_from(self.offset)?);
            // What is written from here on must not come before what is left out, should that come back.
            self.seq = self.seq.max(aside.seq.min(HIGHEST_SEQ / 2));
            self.aside = Some(aside);
        }
        self.tail = size - self.offset;
        Ok(())
    }

    /// Whether the next line ends where the segment holds to; behind one that does not, none does.
    fn fits(&self, length: usize, end: &mut u64) -> bool {
        let fits = !self.stopped && self.offset + length as u64 <= *end;
        if !fits {
            *end = self.offset;
        }
        fits
    }

    fn line(&mut self, bytes: &[u8], chained: Option<Link>, owner: &Owner<'_>, sink: Sink<'_>) {
        let length = bytes.len() + 1;
        if length > LONGEST {
            return self.damage(msg!("ledger-damage-long", most = LONGEST), &[], length, owner);
        }
        match line::linked(bytes, chained) {
            Ok((line, head)) => {
                if let Some(message) = self.misplaced(&line, owner) {
                    return self.damage(message, bytes, length, owner);
                }
                if matches!(&line, Line::Slot(entry) if entry.value == BLANKED) && line::is_blanked(bytes) {
                    self.blanked.push((head, self.here(Kind::Damage, msg!("ledger-damage-blanked"))));
                }
                self.take(line, owner, sink);
                self.pass(length, head);
            }
            Err(Bad::Newer(message, head)) => {
                let finding = self.here(Kind::Newer, message);
                self.findings.push(finding);
                self.pass(length, head);
            }
            Err(Bad::Damage(message)) => self.damage(message, bytes, length, owner),
        }
    }

    fn take(&mut self, line: Line<'_>, owner: &Owner<'_>, sink: Sink<'_>) {
        match line {
            Line::Slot(entry) => {
                self.entries += 1;
                self.seq = self.seq.max(entry.seq);
                let open = self.open.as_ref();
                let protocol = open.map_or("", |open| &open.protocol).into();
                let with = open.and_then(|open| open.with.as_deref()).unwrap_or_default().into();
                let text = print(&entry).filter(|_| entry.value != BLANKED);
                let is_gone = text.is_some() && owner.told.contains(&(self.number, entry.h));
                self.shown.extend(text.filter(|_| !is_gone).map(|print| (entry.h, print)));
                let value = if is_gone { BLANKED.into() } else { entry.value };
                sink(Entry { value, protocol, with, ..entry });
            }
            Line::Open(open) => {
                self.seq = self.seq.max(open.seq);
                self.open = Some(*open);
            }
            Line::Repair(repair) => self.repairs.push(repair),
            Line::Redact(redact) => {
                self.seq = self.seq.max(redact.seq);
                self.redacts.push(redact);
            }
            Line::Close(close) => {
                self.seq = self.seq.max(close.seq);
                self.close = Some(close);
            }
        }
    }

    /// What a line says about itself that does not go with where it stands.
    fn misplaced(&self, line: &Line<'_>, owner: &Owner<'_>) -> Option<Message> {
        let (coder, segment, seq) = match line {
            Line::Slot(entry) => (entry.coder.as_ref(), entry.segment, entry.seq),
            Line::Open(open) => (open.coder.as_str(), open.segment, open.seq),
            Line::Repair(repair) => (repair.coder.as_str(), repair.segment, repair.seq),
            Line::Redact(redact) => (redact.coder.as_str(), redact.segment, redact.seq),
            Line::Close(close) => (close.coder.as_str(), close.segment, close.seq),
        };
        match line {
            _ if seq > HIGHEST_SEQ => Some(msg!("ledger-damage-line")),
            _ if coder != owner.coder || segment != self.number => {
                Some(msg!("ledger-damage-place", coder = coder, segment = segment))
            }
            Line::Open(open) if open.study != owner.study => {
                Some(msg!("ledger-damage-study", found = open.study.as_str(), expected = owner.study))
            }
            line if matches!(line, Line::Open(_)) != self.heads.is_empty() && !owner.salvage => {
                Some(msg!("ledger-damage-open"))
            }
            _ => None,
        }
    }

    fn pass(&mut self, length: usize, head: Head) {
        self.offset += length as u64;
        self.head = head;
        self.heads.push(head);
    }

    /// Notes damage at the next line; reads on only to salvage, with the chain as the damaged line states it.
    fn damage(&mut self, message: Message, line: &[u8], length: usize, owner: &Owner<'_>) {
        let finding = self.here(Kind::Damage, message);
        if owner.salvage {
            self.findings.push(finding);
            let stated = split(line).map_or(self.head, |(_, head, _)| head);
            self.pass(length, stated);
        } else {
            self.stop(finding);
        }
    }

    fn stop(&mut self, finding: Finding) {
        self.findings.push(finding);
        self.stopped = true;
    }

    /// A finding at the next line.
    pub(crate) fn here(&self, kind: Kind, message: Message) -> Finding {
        Finding { kind, file: self.file.clone(), line: self.heads.len() + 1, byte: self.offset, message }
    }

    /// A finding at the first line.
    pub(crate) fn at_open(&self, kind: Kind, message: Message) -> Finding {
        Finding { kind, file: self.file.clone(), line: 1, byte: 0, message }
    }

    /// The bytes after the last newline, if there are any.
    pub(crate) fn torn(&self) -> io::Result<Option<Torn>> {
        let bytes = self.bytes_from(self.offset)?;
        let nul = bytes.iter().all(|byte| *byte == 0);
        let torn = Torn {
            in_segment: self.number,
            offset: self.offset,
            bytes: bytes.len() as u64,
            sha256: sha256(&bytes),
            nul,
        };
        Ok(Some(torn).filter(|torn| torn.bytes > 0))
    }

    /// What was read of the file: whole lines, as far as they hold.
    pub(crate) fn bytes(&self) -> io::Result<Vec<u8>> {
        let mut bytes = self.bytes_from(0)?;
        bytes.truncate(usize::try_from(self.offset).unwrap_or(usize::MAX));
        Ok(bytes)
    }

    /// The bytes from `offset` to the end of the file.
    pub(crate) fn bytes_from(&self, offset: u64) -> io::Result<Vec<u8>> {
        let mut file = open_plain(&self.path)?;
        file.seek(SeekFrom::Start(offset))?;
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    /// Puts on the disk what was read, so that a later line may rely on it.
    pub(crate) fn sync(&self) -> io::Result<()> {
        open_plain(&self.path)?.sync_data()
    }

    /// Whether a process has it open for writing, as far as locks tell.
    pub(crate) fn lock(&self) -> Lock {
        open_plain(&self.path).map_or(Lock::Unknown, |file| Lock::of(&file.try_lock_shared()))
    }
}

/// What a lock tells of a file. Nothing relies on it for safety.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Lock {
    /// Somebody has it open for writing.
    Held,
    /// Nobody has, on a disk that has locks.
    Free,
    /// The disk does not tell: it has no locks, refuses them or has lost them.
    Unknown,
}

impl Lock {
    /// What an attempt to share it tells.
    fn of(attempt: &std::result::Result<(), TryLockError>) -> Self {
        match attempt {
            Ok(()) => Self::Free,
            Err(TryLockError::WouldBlock) => Self::Held,
            Err(TryLockError::Error(_)) => Self::Unknown,
        }
    }
}

#[cfg(test)]
mod tests;
