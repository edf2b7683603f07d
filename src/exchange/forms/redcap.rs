//! The data dictionary of REDCap: a CSV file with a row for each field, read and written.
//!
//! A section header begins an area, since it is what a person sees above the fields; where none stands, the form does.
//! What a dictionary has no word for is written as a tag of our own among the action tags, `@AKTKOLL='…'`, in TOML and
//! with the words of a protocol file; REDCap keeps tags that it does not know. What a column says is never said again in
//! a tag, so that a change made in REDCap counts.

mod annotation;
mod choices;
mod days;
mod export;
mod extension_columns;
mod guide;
mod html;
mod import;
mod kept;
mod kind;
mod logic;
mod notice;
mod sheet;
#[cfg(test)]
mod tests;
mod written;

pub use export::export;
pub use import::import;
pub use logic::Variable;
pub use sheet::is_dictionary;
pub use written::{fields, record, record_label};

/// The tag that carries what REDCap has no word for.
const OWN: &str = "AKTKOLL";
/// The tag on the first field that carries the checks and the tables of the report.
const AFTER: &str = "AKTKOLL_AFTER";
