//! The case list: which cases it shows, and its lines.

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
    /// Those of one unit.
    Unit(String),
}

/// A line of the case list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Row {
    /// The unit that the following cases belong to.
    Heading(String),
    /// A case by its place.
    Case(usize),
}
