//! Protocols in the forms of other programs: read into a [`Protocol`], and written from one.
//!
//! An importer gives a protocol as the loader would, places and all, but for `dependents` and `hash`; it is then written
//! as TOML and loaded, so that nothing but a right protocol ever reaches a file. What a form cannot say on either side
//! is never left out silently: it is listed.

mod extension_columns;
mod left;
pub mod logic;
pub mod redcap;
mod repeats;
#[cfg(test)]
pub(crate) mod sample;
pub mod toml;
mod workbook;
pub mod xlsform;
mod xpath;

use crate::base::fault::{Fault, Result};
use crate::base::language::{Lang, Message};
use crate::study::protocol::Protocol;

/// What was read from another program's form.
#[derive(Debug)]
pub struct Imported {
    /// The protocol, without all that is lost.
    pub protocol: Protocol,
    /// How its parts were understood.
    pub mapping: Vec<Message>,
    /// What could not be carried over, each with its place.
    pub lost: Vec<Fault>,
    /// What is left out while all else keeps its meaning, a line per kind with the first place.
    pub left: Vec<Fault>,
}

/// A protocol in another program's form.
#[derive(Debug)]
pub struct Exported {
    /// The file.
    pub bytes: Vec<u8>,
    /// What it does not carry.
    pub lost: Vec<Message>,
}

/// What is asked for when a form is read.
#[derive(Debug, Clone)]
pub struct Wanted<'a> {
    /// The language to take of a form that has several.
    pub lang: Option<&'a str>,
    /// The language of a form that does not say which it has.
    pub otherwise: Lang,
    /// The id and title of a form that has none.
    pub name: &'a str,
}

/// Reads a form of whichever program it is.
pub fn import(file: &str, bytes: &[u8], wanted: &Wanted<'_>) -> Result<Imported> {
    let dictionary = crate::base::table::decode(file, bytes).is_ok_and(|text| redcap::is_dictionary(&text));
    if dictionary { redcap::import(file, bytes, wanted.otherwise) } else { xlsform::import(file, bytes, wanted) }
}
