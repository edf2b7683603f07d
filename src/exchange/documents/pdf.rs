//! PDF: read by a child of this program, within limits, so that no file can harm the answers.

mod child;
mod layout;
mod page;

use super::Heading;
use super::document::{Document, Style};
use super::flow::{Piece, body};
use crate::base::fault::{Fault, Result};
use crate::base::language::Message;
use crate::msg;
pub use child::asked;
use std::io::{Read, Write};
use std::process::{Command, Stdio};
use std::sync::mpsc::channel;
use std::thread;
use std::time::Duration;

/// What asks the program to read a PDF from its input.
const ASK: &str = "--read-pdf";
/// The same program, also where its file was replaced meanwhile.
const PROGRAM: &str = "/proc/self/exe";
/// A child that takes longer is ended.
const PATIENCE: Duration = Duration::from_secs(30);
/// So much text is taken of a child.
const MOST: u64 = 1 << 26;

/// The document that a PDF is.
pub(super) fn read(bytes: Vec<u8>, heading: Heading, study_id: &str) -> Result<Document> {
    let bytes = std::sync::Arc::new(bytes);
    let said = run(&bytes).map_err(|error| Fault::new(msg!("documents-unread", cause = error.to_string())))?;
    let said = Said::of(&String::from_utf8_lossy(&said));
    if let Some(why) = said.refused {
        return Err(Fault::new(why).into());
    }
    let mut document = Document::made(heading, child::EXTRACTOR, body(&said.pieces), (study_id, &bytes));
    document.notices.extend(said.notices);
    Ok(document)
}

/// Lets a child read the file, and gives what it said. It is gone when this returns.
fn run(bytes: &std::sync::Arc<Vec<u8>>) -> std::io::Result<Vec<u8>> {
    let mut command = Command::new(PROGRAM);
    command.arg(ASK).env_clear().current_dir("/");
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn()?;
    let (stdin, stdout) = (child.stdin.take(), child.stdout.take());
    let bytes = std::sync::Arc::clone(bytes);
    // A child that ends early does not take the rest.
    let writer = thread::spawn(move || stdin.map(|mut stdin| stdin.write_all(&bytes)));
    let (done, ended) = channel();
    let reader = thread::spawn(move || {
        let mut said = Vec::new();
        let read = stdout.map(|stdout| stdout.take(MOST).read_to_end(&mut said));
        let _ = done.send(());
        read.transpose().map(|_| said)
    });
    let _ = ended.recv_timeout(PATIENCE);
    // One that has ended already is not there to be killed.
    let _ = child.kill();
    child.wait()?;
    let _ = writer.join();
    reader.join().unwrap_or_else(|_| Ok(Vec::new()))
}

/// What a child said.
#[derive(Default)]
struct Said {
    pieces: Vec<Piece>,
    notices: Vec<Message>,
    refused: Option<Message>,
}

impl Said {
    fn of(text: &str) -> Self {
        let mut said = Self::default();
        let (mut page, mut is_whole, mut has_text) = (0_usize, false, false);
        let (mut empty, mut failed, mut signs, mut notes) = (Vec::new(), Vec::new(), 0_usize, 0_usize);
        for line in text.lines() {
            let (kind, rest) = line.split_once(' ').unwrap_or((line, ""));
            match kind {
                "page" => {
                    page = rest.parse().unwrap_or(page);
                    said.pieces.push(Piece { text: rest.to_owned(), style: Style::Page });
                }
                "text" => {
                    has_text |= !rest.is_empty();
                    said.pieces.push(Piece { text: rest.to_owned(), style: Style::Plain });
                }
                "picture" => empty.push(page.to_string()),
                "failed" => failed.push(page.to_string()),
                "notes" => notes += rest.parse().unwrap_or(0),
                "signs" => signs += rest.parse().unwrap_or(0),
                "encrypted" => said.refused = Some(msg!("documents-encrypted")),
                "broken" => said.refused = Some(msg!("documents-pdf-broken")),
                "end" => is_whole = true,
                _ => {}
            }
        }
        match (has_text, page) {
            _ if !is_whole && page == 0 && said.refused.is_none() => said.refused = Some(msg!("documents-pdf-broken")),
            (false, 1..) if is_whole => said.notices.push(msg!("documents-pdf-scanned")),
            _ if !empty.is_empty() => said.notices.push(msg!("documents-pdf-pictures", pages = empty.join(", "))),
            _ => {}
        }
        said.notices.extend((!failed.is_empty()).then(|| msg!("documents-pdf-failed", pages = failed.join(", "))));
        said.notices.extend((!is_whole).then(|| msg!("documents-pdf-stopped", page = page)));
        said.notices.extend((notes > 0).then(|| msg!("documents-pdf-notes", n = notes)));
        said.notices.extend((signs > 0).then(|| msg!("documents-signs", n = signs)));
        said
    }
}

#[cfg(test)]
mod tests;
