//! The case list with the units' entries above it: which it shows, and its lines.

use crate::study::case::plan::Wave;
use crate::study::index::CaseIx;

/// Which cases the list shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Show {
    /// All of them.
    All,
    /// One's own and those that nobody has begun.
    Mine,
    /// Those that are not finished.
    Open,
    /// Those with a mark or an unsure answer.
    Flagged,
    /// Those with an answer that needs another look.
    Reworded,
    /// Those with a difference between codings.
    Differences,
    /// Those of one unit.
    Unit(String),
}

/// A line of the case list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Row {
    /// The following are entries of units.
    Units,
    /// The wave of the second coding that the following cases belong to.
    Wave(Wave),
    /// The unit that the following cases belong to.
    Heading(String),
    /// A case or an entry by its place.
    Case(CaseIx),
}
