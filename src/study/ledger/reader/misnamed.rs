//! Files whose lines count nowhere, because files of their names are not read: a disk that does not keep capitals, a copy
//! beside the file or a program for backups gave the name.
//!
//! What is in a file decides: a read-me, or a copy of which every line is read under its own name, is none of these.

use super::Ledger;
use crate::base::slug::is_slug;
use crate::msg;
use crate::study::ledger::chain::split;
use crate::study::ledger::entry::Head;
use crate::study::ledger::finding::{Finding, Kind};
use crate::study::ledger::line::LONGEST;
use crate::study::ledger::line::carry::Carried;
use crate::study::ledger::segment::HIGHEST_SEQ;
use crate::study::ledger::set_aside::SetAside;
use crate::study::ledger::storage::open_plain;
use crate::study::ledger::{MOST_SEGMENTS, segment_name};
use serde::Deserialize;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::fs;
use std::io::{self, Read};
use std::os::unix::fs::MetadataExt;
use std::path::Path;

/// A file whose lines count nowhere.
#[derive(Debug, Clone)]
pub(crate) struct Misnamed {
    /// The lines that count nowhere.
    pub(crate) aside: SetAside,
    /// Whose they say that they are.
    coder: String,
    /// In which of that coder's files.
    segment: u32,
}

/// How long a file is, and when it was changed.
pub(crate) type Print = (u64, i64, i64);

/// What a line says of where it belongs.
#[derive(Deserialize)]
struct Said {
    op: String,
    coder: String,
    segment: u32,
    study: Option<String>,
}

impl Misnamed {
    /// The highest number among its lines: what is written from here on must not come before them.
    pub(crate) fn seq(&self) -> u64 {
        self.aside.seq.min(HIGHEST_SEQ / 2)
    }
}

impl Ledger {
    /// Looks into the files that are not read for their names, and finds those with lines that count nowhere.
    pub(crate) fn look_beside(&mut self) {
        self.misnamed.clear();
        let mut findings = Vec::new();
        let mut harmless = HashMap::new();
        for (file, path) in &self.passed_over {
            let print = print(path);
            if print.is_some() && self.harmless.get(file) == print.as_ref() {
                harmless.extend(print.map(|print| (file.clone(), print)));
                continue;
            }
            match lines_of(path) {
                Ok(bytes) => match self.uncounted(file, &bytes) {
                    Some(found) => self.misnamed.push(found),
                    // What counts once counts for good.
                    None => harmless.extend(print.map(|print| (file.clone(), print))),
                },
                // It was there a moment ago.
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                // What is in it nobody knows; by its name it may be lines.
                Err(error) if file.to_lowercase().contains(".jsonl") => findings.push(Finding::unread(file, &error)),
                Err(_) => {}
            }
        }
        self.harmless = harmless;
        findings.extend(self.misnamed.iter().map(|one| self.told_of(one)));
        self.strays.retain(|stray| findings.iter().all(|one| one.file != stray.file));
        self.strays.extend(findings);
    }

    /// Whether a coder's file is here under another name.
    pub(crate) fn is_beside(&self, coder: &str, segment: u32) -> bool {
        self.misnamed.iter().any(|one| (one.coder.as_str(), one.segment) == (coder, segment))
    }

    /// The lines of a file that stand in none that is read.
    fn uncounted(&self, file: &str, bytes: &[u8]) -> Option<Misnamed> {
        if bytes.is_empty() {
            return None;
        }
        let segments = self.coders.values().flat_map(BTreeMap::values);
        let known: HashSet<&Head> = segments.flat_map(|segment| &segment.heads).collect();
        let own = self.own_segments();
        let (mut lacking, mut offset) = (Vec::new(), 0);
        for (at, line) in bytes.split_inclusive(|byte| *byte == b'\n').enumerate() {
            offset += line.len() as u64;
            let Some((head, said)) = said(line) else { continue };
            if said.study.as_ref().is_some_and(|study| *study != self.study) {
                return None;
            }
            // The first and the last line of a sitting say nothing that is counted.
            let counts = !["open", "close"].contains(&said.op.as_str());
            let is_own = own.iter().any(|(coder, number)| (coder, *number) == (&said.coder, said.segment));
            if counts && !is_own && !known.contains(&head) && !self.is_abandoned(&said, offset) {
                lacking.push((at + 1, said, line));
            }
        }
        let written = lacking.first().and_then(|_| self.places().ok()).unwrap_or_default();
        // Whoever had the file open when it was renamed has written its lines anew.
        let is_anew = |line: &[u8]| Carried::read(line.trim_ascii()).is_some_and(|line| written.has(&line.identity));
        lacking.retain(|(.., line)| !is_anew(line));
        let lines: Vec<u8> = lacking.iter().flat_map(|(.., line)| *line).copied().collect();
        let (first, Said { coder, segment, .. }, _) = lacking.into_iter().next()?;
        Some(Misnamed { aside: SetAside::of(file, first, &lines), coder, segment })
    }

    /// Whether a line was never saved: its program left the file before the line was confirmed, and went on in the next.
    fn is_abandoned(&self, line: &Said, end: u64) -> bool {
        let segments = self.coders.get(&line.coder).into_iter().flat_map(BTreeMap::values);
        let opens = segments.filter_map(|segment| segment.open.as_ref()).filter(|open| open.source.is_none());
        opens.flat_map(|open| &open.poisoned).any(|left| left.segment == line.segment && left.length < end)
    }

    /// What to do with such a file.
    fn told_of(&self, one: &Misnamed) -> Finding {
        let (name, n) = (format!("{}/{}", one.coder, segment_name(one.segment)), one.aside.lines);
        // Where the folder of all has another name the whole way is said.
        let all = self.folder.file_name().unwrap_or_default().to_string_lossy();
        let is_twin = one.aside.file.split('/').next().is_some_and(|first| first.to_lowercase() == all.to_lowercase());
        let file = if is_twin { format!("{all}/{name}") } else { name };
        let is_free = !self.coders.get(&one.coder).is_some_and(|segments| segments.contains_key(&one.segment));
        let message = if is_free {
            msg!("ledger-misnamed", n = n, file = file)
        } else {
            msg!("ledger-misnamed-taken", n = n, file = file)
        };
        Finding::file(Kind::Misnamed, &one.aside.file, message)
    }
}

/// What tells whether a file was changed since it was looked at.
fn print(path: &Path) -> Option<Print> {
    let about = fs::symlink_metadata(path).ok()?;
    Some((about.len(), about.mtime(), about.mtime_nsec()))
}

/// The whole lines of a file that begins with lines of a ledger; of any other nothing.
fn lines_of(path: &Path) -> io::Result<Vec<u8>> {
    let (mut file, mut bytes) = (open_plain(path)?, Vec::new());
    (&mut file).take(LONGEST as u64).read_to_end(&mut bytes)?;
    if bytes.split_inclusive(|byte| *byte == b'\n').all(|line| said(line).is_none()) {
        return Ok(Vec::new());
    }
    file.read_to_end(&mut bytes)?;
    bytes.truncate(bytes.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1));
    Ok(bytes)
}

/// The head of a line of a ledger, and where it belongs.
fn said(line: &[u8]) -> Option<(Head, Said)> {
    let line = line.trim_ascii();
    let (.., head, _) = split(line)?;
    let said: Said = serde_json::from_slice(line).ok()?;
    (is_slug(&said.coder) && (1..=MOST_SEGMENTS).contains(&said.segment)).then_some((head, said))
}
