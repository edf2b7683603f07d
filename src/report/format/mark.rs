//! What tells a report as the program wrote it from every other file, so that it can be made anew in its place.
//!
//! A text ends with a comment that holds its hash; a document says who saved it last. So a report that somebody has
//! worked on since is no longer one.

use super::Paper;
use crate::base::digest::sha256;
use std::io::{Cursor, Read};
use zip::ZipArchive;

const BEGINNING: &str = "<!-- aktkoll ";
const END: &str = " -->\n";
/// Who saved a document last; Word and Excel put their user here.
const SAVED: &str = "<cp:lastModifiedBy>aktkoll</cp:lastModifiedBy>";
/// How often it was saved, which Word and LibreOffice count and we do not.
const AGAIN: &str = "<cp:revision>";
/// More than this is no list of properties.
const PROPERTIES: u64 = 64 * 1024;

/// A report with its mark; documents carry theirs inside.
pub fn marked(mut bytes: Vec<u8>, paper: Paper) -> Vec<u8> {
    if paper.is_text() {
        let mark = format!("{BEGINNING}{}{END}", sha256(&bytes));
        bytes.extend(mark.into_bytes());
    }
    bytes
}

/// Whether these are the bytes of a report that nobody has touched.
pub fn is_report(bytes: &[u8]) -> bool {
    is_marked(bytes).unwrap_or_else(|| saved_by_us(bytes).unwrap_or(false))
}

fn is_marked(bytes: &[u8]) -> Option<bool> {
    let (text, mark) = bytes.split_at_checked(bytes.len().checked_sub(BEGINNING.len() + 64 + END.len())?)?;
    let hash = std::str::from_utf8(mark).ok()?.strip_prefix(BEGINNING)?.strip_suffix(END)?;
    Some(hash == sha256(text))
}

fn saved_by_us(bytes: &[u8]) -> Option<bool> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut properties = String::new();
    archive.by_name("docProps/core.xml").ok()?.take(PROPERTIES).read_to_string(&mut properties).ok()?;
    Some(properties.contains(SAVED) && !properties.contains(AGAIN))
}
