//! Texts as they are.

use super::Heading;
use super::document::{Body, Document};
use crate::base::fault::{Fault, Result};
use crate::base::table::encoding::{Doubt, legible};
use crate::msg;

/// The document that a file of text is.
pub(super) fn read(bytes: Vec<u8>, heading: Heading, study_id: &str) -> Result<Document> {
    let has_zero = memchr::memchr(0, &bytes).is_some();
    let bytes = match String::from_utf8(bytes) {
        Ok(text) if !has_zero => return Ok(Document::as_it_is(heading, study_id, Body::of(text))),
        Ok(text) => text.into_bytes(),
        Err(error) => error.into_bytes(),
    };
    let (text, doubt) = legible(&bytes);
    // Zeros are in what is no text, and in UTF-16, in which whatever is no text reads as signs that steer.
    let steers = |c: char| c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\x0c');
    if has_zero && text.contains(steers) {
        return Err(Fault::new(msg!("documents-binary")).into());
    }
    let mut document = Document::made(heading, "text 1", Body::of(text.into_owned()), (study_id, &bytes));
    document.notices.extend(doubt.map(|doubt| match doubt {
        Doubt::Likely(charset) => msg!("documents-encoding", encoding = charset.name()),
        Doubt::Broken => msg!("documents-broken"),
    }));
    Ok(document)
}
