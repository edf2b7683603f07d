//! A picture of shares: bars of parts, in one panel or a small one per unit.

/// A picture. Every number in it stands in the table beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chart {
    /// What links name it by.
    pub id: String,
    /// What it shows.
    pub title: String,
    /// The names of the parts, in the order they are drawn.
    pub parts: Vec<String>,
    /// Whether the parts make up a whole and stand one after the other; else each has a bar of its own.
    pub stacked: bool,
    /// The panels: one, or small ones of the same kind.
    pub panels: Vec<Panel>,
}

/// One picture of a kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Panel {
    /// Whom it is about; empty where it is the only one.
    pub title: String,
    /// Its bars.
    pub bars: Vec<Bar>,
}

/// The parts of one group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bar {
    /// The group.
    pub label: String,
    /// Per part, how many; nothing where it is hidden.
    pub counts: Vec<Option<u32>>,
    /// Of how many.
    pub base: u32,
}

/// A bar of more parts cannot be read.
const PARTS: usize = 6;

impl Chart {
    /// Whether its parts are drawn one after the other: they make up a whole, and are few enough.
    pub fn is_stacked(&self) -> bool {
        self.stacked && self.parts.len() <= PARTS
    }

    /// Whether any number in it is hidden.
    pub fn has_hidden(&self) -> bool {
        self.panels.iter().flat_map(|panel| &panel.bars).any(Bar::has_hidden)
    }
}

impl Bar {
    /// Whether any of its parts is hidden.
    pub fn has_hidden(&self) -> bool {
        self.counts.iter().any(Option::is_none)
    }
}
