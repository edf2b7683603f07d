//! The ledger: every answer as one durable line, one file a sitting, append-only, never rewritten.
//!
//! [`writer`] acknowledges an entry once it is on the disk, [`reader`] gives every entry of a study to the fold, at
//! the start and live alike, and [`verify`] looks for everything that is not as it was written. A damaged, missing or
//! foreign line is never passed over in silence.

mod ahead;
pub mod backup;
pub mod chain;
pub mod control_line;
pub mod entry;
pub mod evidence;
pub mod finding;
mod foreign;
pub mod import;
pub mod left_out;
mod limit;
pub mod line;
pub mod merge;
mod open_segment;
mod permission;
pub mod reader;
pub mod recover;
pub mod redact;
pub mod seal;
mod segment;
pub mod selftest;
pub mod set_aside;
pub mod storage;
pub mod verify;
pub mod witnesses;
pub mod writer;

pub use control_line::Sitting;
pub use finding::{Finding, Kind};
pub use reader::{Ledger, Reading};
pub use writer::Writer;

/// The file name of a segment.
pub fn segment_name(segment: u32) -> String {
    format!("{segment:04}.jsonl")
}

/// The highest number of a segment.
const MOST_SEGMENTS: u32 = 99_999;

/// The segment that a file name is of.
pub(crate) fn segment_of(name: &str) -> Option<u32> {
    let segment = name.strip_suffix(".jsonl")?.parse().ok()?;
    ((1..=MOST_SEGMENTS).contains(&segment) && segment_name(segment) == name).then_some(segment)
}

#[cfg(test)]
pub(crate) mod fixture;
