//! What DOCX and ODT have in common: an archive that is opened within bounds, and how trouble with it is told.

use super::document::Document;
use super::flow::Flow;
use super::flow::Piece;
use super::{Heading, docx, odt};
use crate::base::fault::{Fault, Faults, Result};
use crate::base::package::{Package, Trouble, is_container, is_encrypted};
use crate::msg;

/// Which of them a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    Docx,
    Odt,
}

/// The document that a file of a word processor is.
pub(super) fn read(bytes: &[u8], format: Format, heading: Heading, study_id: &str) -> Result<Document> {
    if is_container(bytes) {
        let key = if is_encrypted(bytes) { msg!("documents-encrypted") } else { msg!("documents-old") };
        return Err(Fault::new(key).into());
    }
    let mut package = Package::open("", bytes, trouble)?;
    let ((flow, apart), extractor): ((Flow, Vec<Vec<Piece>>), _) = match format {
        Format::Docx => (docx::read(&mut package)?, "docx 1"),
        Format::Odt => (odt::read(&mut package)?, "odt 1"),
    };
    let (body, notices) = flow.body(apart);
    let mut document = Document::made(heading, extractor, body, (study_id, bytes));
    document.notices.extend(notices);
    Ok(document)
}

fn trouble(_: &str, trouble: Trouble) -> Faults {
    let fault = match trouble {
        Trouble::Broken(cause) => Fault::new(msg!("documents-unread", cause = cause)),
        Trouble::Large(most) => Fault::new(msg!("documents-unpacked", most = most)),
    };
    fault.into()
}
