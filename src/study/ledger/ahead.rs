//! Files as they are read: their whole lines, with how each hangs in the chain.
//!
//! A ledger that is new is read ahead on another core, while what was read is folded on this one.

use super::chain::Link;
use super::entry::Head;
use super::line::LONGEST;
use super::storage::open_plain;
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::os::unix::fs::MetadataExt;
use std::path::PathBuf;
use std::sync::mpsc::sync_channel;
use std::thread;

/// How much is read at once.
const CHUNK: usize = 256 * 1024;

/// So many pieces are read before the first of them is folded.
const AHEAD: usize = 8;

/// A file that is to be read on.
pub(crate) struct Wanted {
    pub(crate) path: PathBuf,
    /// Where its next line begins.
    pub(crate) offset: u64,
    /// The head before that line.
    pub(crate) head: Head,
}

/// What comes of reading files, one after another: each begins and ends, with its lines between.
pub(crate) enum Piece {
    /// A file begins: its size and its user.
    File { size: u64, uid: u32 },
    /// Whole lines.
    Lines(Lines),
    /// A line of so many bytes, longer than any may be.
    Long(usize),
    /// There is no more of this file, or it cannot be read on.
    End(io::Result<()>),
}

/// Whole lines of a file, and how each hangs in the chain.
pub(crate) struct Lines {
    bytes: Vec<u8>,
    /// Each with its length, its newline included.
    chained: Vec<(usize, Option<Link>)>,
}

impl Lines {
    /// How many bytes they are.
    pub(crate) fn size(&self) -> u64 {
        self.bytes.len() as u64
    }

    /// The lines without their newlines.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&[u8], Option<Link>)> {
        let mut rest = self.bytes.as_slice();
        self.chained.iter().map_while(move |(length, chained)| {
            let line;
            (line, rest) = rest.split_at_checked(*length)?;
            Some((line.strip_suffix(b"\n")?, *chained))
        })
    }
}

/// What is read, and goes on being read until it is taken.
pub(crate) type Pieces<'a> = &'a mut dyn Iterator<Item = Piece>;

/// Reads the files, and gives what is read to `take`: ahead, where that is worth a thread.
pub(crate) fn read<T>(files: Vec<Wanted>, take: impl FnOnce(Pieces<'_>) -> T) -> T {
    if files.iter().all(|file| file.offset > 0) {
        return take(&mut files.iter().flat_map(pieces));
    }
    thread::scope(|scope| {
        let (send, pieces_ahead) = sync_channel(AHEAD);
        // Whoever takes no more of them hangs up.
        scope.spawn(move || files.iter().flat_map(pieces).try_for_each(|piece| send.send(piece)));
        take(&mut pieces_ahead.into_iter())
    })
}

/// The pieces of a file.
fn pieces(file: &Wanted) -> impl Iterator<Item = Piece> {
    let mut reading = Some(Reading::open(file));
    let mut is_begun = false;
    std::iter::from_fn(move || match reading.take()? {
        Ok(mut open) if is_begun => match open.next() {
            Ok(Some(piece)) => {
                reading = Some(Ok(open));
                Some(piece)
            }
            ended => Some(Piece::End(ended.map(|_| ()))),
        },
        Ok(open) => {
            is_begun = true;
            let (size, uid) = (open.size, open.uid);
            reading = Some(Ok(open));
            Some(Piece::File { size, uid })
        }
        Err(error) => Some(Piece::End(Err(error))),
    })
}

/// A file that is being read.
struct Reading {
    size: u64,
    uid: u32,
    file: io::Take<File>,
    head: Head,
    /// What was read of a line whose end was not.
    begun: Vec<u8>,
}

impl Reading {
    fn open(wanted: &Wanted) -> io::Result<Self> {
        let mut file = open_plain(&wanted.path)?;
        let about = file.metadata()?;
        file.seek(SeekFrom::Start(wanted.offset))?;
        let file = file.take(about.len().saturating_sub(wanted.offset));
        Ok(Self { size: about.len(), uid: about.uid(), file, head: wanted.head, begun: Vec::new() })
    }

    /// The next whole lines; nothing where there are none.
    fn next(&mut self) -> io::Result<Option<Piece>> {
        let mut bytes = std::mem::take(&mut self.begun);
        loop {
            if let Some(end) = bytes.iter().rposition(|byte| *byte == b'\n') {
                self.begun = bytes.split_off(end + 1);
                return Ok(Some(Piece::Lines(self.linked(bytes))));
            }
            if bytes.len() >= LONGEST {
                return Ok(self.rest_of_line(bytes.len())?.map(Piece::Long));
            }
            if !self.more(&mut bytes)? {
                return Ok(None);
            }
        }
    }

    /// Reads some more, and tells whether there was any.
    fn more(&mut self, bytes: &mut Vec<u8>) -> io::Result<bool> {
        bytes.reserve(CHUNK);
        Ok(self.file.by_ref().take(CHUNK as u64).read_to_end(bytes)? > 0)
    }

    /// How long a line is, if it ends at all.
    fn rest_of_line(&mut self, mut length: usize) -> io::Result<Option<usize>> {
        let mut bytes = Vec::new();
        while self.more(&mut bytes)? {
            if let Some(end) = bytes.iter().position(|byte| *byte == b'\n') {
                self.begun = bytes.split_off(end + 1);
                return Ok(Some(length + end + 1));
            }
            length += bytes.len();
            bytes.clear();
        }
        Ok(None)
    }

    fn linked(&mut self, bytes: Vec<u8>) -> Lines {
        let lines = bytes.split_inclusive(|byte| *byte == b'\n');
        let mut hang = |line: &[u8]| {
            let line = Some(line).filter(|line| line.len() <= LONGEST)?;
            let chained = Link::of(line.strip_suffix(b"\n")?, self.head)?;
            self.head = chained.head;
            Some(chained)
        };
        let chained = lines.map(|line| (line.len(), hang(line))).collect();
        Lines { bytes, chained }
    }
}
