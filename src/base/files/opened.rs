//! A large file that stays open, of which pieces are read: what is put in its place later is not seen.

use super::open_to_read;
use crate::base::fault::{Fault, Result, Told};
use crate::base::language::Arg;
use crate::msg;
use rustix::fs::OFlags;
use std::fs::File;
use std::io::{self, Read};
use std::os::unix::fs::FileExt;
use std::path::Path;
use std::time::SystemTime;

/// So many bytes are read at once.
const CHUNK: usize = 1 << 18;

/// The file.
pub(crate) struct Opened {
    file: File,
    /// How many bytes it has.
    pub(crate) size: u64,
    /// When it was last written.
    written: Option<SystemTime>,
}

impl Opened {
    /// Opens a plain file that the user named.
    pub(crate) fn open(path: &Path) -> Result<Self> {
        let told = |error: io::Result<_>| error.told(msg!("file-unread"), path.display());
        let file = told(open_to_read(path, OFlags::empty()))?;
        let about = file.metadata().told(msg!("file-unread"), path.display())?;
        if !about.is_file() {
            return Err(Fault::new(msg!("file-special")).in_file(path.display()).into());
        }
        Ok(Self { file, size: about.len(), written: about.modified().ok() })
    }

    /// Whether it was written since it was opened.
    pub(crate) fn is_changed(&self) -> bool {
        !self.file.metadata().is_ok_and(|now| now.len() == self.size && now.modified().ok() == self.written)
    }

    /// Reads a piece. What is told of it names no file.
    pub(crate) fn piece(&self, at: u64, length: usize) -> Result<Vec<u8>> {
        let mut bytes = vec![0; length];
        let read = self.file.read_exact_at(&mut bytes, at);
        read.map_err(|error| Fault::new(msg!("file-unread").with("cause", Arg::cause(&error))))?;
        Ok(bytes)
    }

    /// Goes over the lines with the place of each, from where the file was last read to. One of more than `most` bytes is
    /// given as far as that; the second number is how long it really is. It ends where `on` says no.
    pub(crate) fn lines(&self, most: usize, mut on: impl FnMut(u64, u64, &[u8]) -> bool) -> Result<()> {
        let mut line = Vec::new();
        let (mut at, mut length) = (0, 0);
        let mut chunk = vec![0; CHUNK];
        let mut file = &self.file;
        loop {
            let read = match file.read(&mut chunk) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                read => read.map_err(|error| Fault::new(msg!("file-unread").with("cause", Arg::cause(&error))))?,
            };
            let mut rest = chunk.get(..read).unwrap_or_default();
            if read == 0 {
                if length > 0 {
                    on(at, length, &line);
                }
                return Ok(());
            }
            while let Some(end) = memchr::memchr(b'\n', rest) {
                let (head, tail) = rest.split_at(end);
                let whole = length + head.len() as u64;
                // A line that lies in one chunk is not copied.
                let goes_on = if length == 0 {
                    on(at, whole, head.get(..most).unwrap_or(head))
                } else {
                    extend(&mut line, head, most);
                    on(at, whole, &line)
                };
                if !goes_on {
                    return Ok(());
                }
                line.clear();
                at += whole + 1;
                length = 0;
                rest = tail.get(1..).unwrap_or_default();
            }
            length += rest.len() as u64;
            extend(&mut line, rest, most);
        }
    }
}

fn extend(line: &mut Vec<u8>, more: &[u8], most: usize) {
    let room = most.saturating_sub(line.len());
    line.extend_from_slice(more.get(..room).unwrap_or(more));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::files::replace;

    #[test]
    fn lines_come_with_their_places_also_over_the_ends_of_chunks() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("f");
        let long = "x".repeat(CHUNK * 2 + 7);
        let text = format!("a\n\n{long}\nåb\n{long}");
        replace(&path, text.as_bytes()).unwrap();
        let opened = Opened::open(&path).unwrap();
        let mut seen = Vec::new();
        let mut see = |at, length, line: &[u8]| {
            seen.push((at, length, line.to_vec()));
            true
        };
        opened.lines(CHUNK + 1, &mut see).unwrap();
        let cut = long.as_bytes()[..=CHUNK].to_vec();
        let (n, after) = (long.len() as u64, 4 + long.len() as u64);
        let expected = [
            (0, 1, b"a".to_vec()),
            (2, 0, Vec::new()),
            (3, n, cut.clone()),
            (after, 3, "åb".into()),
            (after + 4, n, cut),
        ];
        assert_eq!(seen, expected);
        assert_eq!(opened.piece(after, 3).unwrap(), "åb".as_bytes());
        assert!(opened.piece(after + 4, long.len() + 1).is_err(), "behind the end");
    }

    #[test]
    fn a_pipe_and_a_folder_are_refused() {
        let folder = tempfile::tempdir().unwrap();
        let fifo = folder.path().join("fifo");
        rustix::fs::mkfifoat(rustix::fs::CWD, &fifo, rustix::fs::Mode::from_raw_mode(0o600)).unwrap();
        assert!(Opened::open(&fifo).is_err() && Opened::open(folder.path()).is_err());
    }
}
