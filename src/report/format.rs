//! The formats that a report is printed in.

pub mod markdown;
pub mod plain;

use super::Report;
use crate::fault::Result;
use crate::language::Words;

/// A way to print a report.
pub trait Format {
    /// The report's bytes in this format.
    fn write(&self, report: &Report, words: &Words) -> Result<Vec<u8>>;
}
