//! What still holds a text that was taken away: a longer one that it is part of, another place, or a file that nobody could
//! look into. Nobody is told that a text is gone without this.

use super::is_kept_open;
use crate::base::slug::is_slug;
use crate::study::ledger::entry::Op;
use crate::study::ledger::line::Sought;
use crate::study::ledger::reader::Ledger;
use crate::study::ledger::segment_of;
use crate::study::ledger::storage::read_plain;
use serde::Deserialize;
use std::fs;
use std::io;
use std::path::Path;

/// How far below the ledger's folder it is looked: no folder is that deep by itself.
const DEEPEST: usize = 64;

/// A place that a text may still be found at.
#[derive(Debug)]
pub struct Still {
    /// The file, from the ledger's folder on.
    pub file: String,
    /// The line, from 1; 0 where the file as a whole is meant.
    pub line: usize,
    /// What is there.
    pub found: Found,
}

/// What is at such a place.
#[derive(Debug)]
pub enum Found {
    /// A line that says it of a slot.
    Line {
        /// Who wrote it.
        coder: String,
        /// What it does.
        op: Op,
        /// About which case; none where it is about the study.
        case_id: String,
        /// On which question, if it is on one.
        question: String,
    },
    /// A line that cannot be read.
    Unclear,
    /// A file that is not read for its name.
    Beside,
    /// What could not be looked into, and why.
    Unread(io::Error),
}

/// What a line, or what was being written, says.
#[derive(Deserialize)]
#[serde(default)]
#[derive(Default)]
struct Said {
    op: String,
    case_id: String,
    question: String,
    item: String,
    answer: String,
    was: String,
    text: String,
}

impl Said {
    /// The places in which a person's words can be.
    fn words(&self) -> Vec<&str> {
        let more: &[&str] = match self.op.as_str() {
            "answer" => &[&self.answer, &self.was],
            "spelling" => &[&self.item, &self.answer],
            _ => &[],
        };
        [&[self.text.as_str()], more].concat()
    }
}

impl Ledger {
    /// Looks into every file below the ledger for texts that were taken away. `asks` tells of a question whether people
    /// answer it in their own words: other answers are no texts.
    pub fn still(&self, sought: &[Sought], asks: &dyn Fn(&str) -> bool) -> Vec<Still> {
        let mut found = Vec::new();
        let mut give = |file: &str, bytes: io::Result<Vec<u8>>| match bytes {
            Ok(bytes) => {
                let lines = bytes.split(|byte| *byte == b'\n').enumerate();
                let holding = lines.filter_map(|(at, line)| Some((at + 1, held(file, line, sought, asks)?)));
                found.extend(holding.map(|(line, found)| Still { file: file.to_owned(), line, found }));
            }
            Err(error) => found.push(Still { file: file.to_owned(), line: 0, found: Found::Unread(error) }),
        };
        look(&self.folder, "", &mut give);
        self.twins().iter().for_each(|(name, path, _)| look(path, name, &mut give));
        found
    }
}

/// What a line is that holds one of the texts.
fn held(file: &str, line: &[u8], sought: &[Sought], asks: &dyn Fn(&str) -> bool) -> Option<Found> {
    let said: Option<Said> = serde_json::from_slice(line).ok();
    let is_free = said.as_ref().is_none_or(|said| said.op != Op::Answer.name() || asks(&said.question));
    let holds = sought.iter().any(|text| match &said {
        Some(said) => said.words().iter().any(|words| words.contains(&text.text)),
        None => text.is_torn_in(line),
    });
    if !holds || !is_free {
        return None;
    }
    let is_read = file.split_once('/').filter(|(coder, name)| is_slug(coder) && segment_of(name).is_some());
    let Some((coder, _)) = is_read else { return Some(Found::Beside) };
    let line = |said: Said| {
        let Said { case_id, question, .. } = said;
        Some(Found::Line { coder: coder.to_owned(), op: Op::named(&said.op)?, case_id, question })
    };
    Some(said.and_then(line).unwrap_or(Found::Unclear))
}

/// Gives every plain file below a folder, which is `inside` the ledger, with what is in it, or why that cannot be read. What
/// may not be read and has no name of the ledger is not given.
fn look(folder: &Path, inside: &str, give: &mut impl FnMut(&str, io::Result<Vec<u8>>)) {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries.flatten(),
        Err(error) if error.kind() == io::ErrorKind::NotFound => return,
        Err(error) => return give(inside, Err(error)),
    };
    let mut entries: Vec<_> = entries.filter_map(|entry| Some((entry.path(), entry.file_type().ok()?))).collect();
    entries.sort_by(|(one, _), (other, _)| one.cmp(other));
    // What a disk keeps of an open file has the same lines as the file itself, and was blanked with it.
    for (path, kind) in entries.into_iter().filter(|(path, _)| !is_kept_open(path)) {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let file = if inside.is_empty() { name.to_string() } else { format!("{inside}/{name}") };
        if kind.is_dir() && segment_of(&name).is_none() {
            let is_coders = is_slug(&name.to_lowercase());
            if file.split('/').count() < DEEPEST && (is_coders || fs::read_dir(&path).is_ok()) {
                look(&path, &file, give);
            }
            continue;
        }
        let bytes = if kind.is_dir() { Err(io::ErrorKind::IsADirectory.into()) } else { read_plain(&path) };
        if bytes.is_ok() || name.to_lowercase().contains(".jsonl") && !name.starts_with('.') {
            give(&file, bytes);
        }
    }
}
