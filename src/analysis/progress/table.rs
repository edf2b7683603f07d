//! Tables of how many cases are how far.

/// How many cases are how far.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Count {
    /// Finished: the coder has said so.
    pub done: usize,
    /// With answers, and not finished.
    pub begun: usize,
    /// Without any answer.
    pub left: usize,
    /// Dropped with a reason: among none of the others.
    pub dropped: usize,
    /// Nothing is asked about them: among none of the others.
    pub unasked: usize,
    /// Closed to who reads until they have coded them blind: how far they are is not told.
    pub withheld: usize,
}

impl Count {
    /// All that are to be coded, as far as who reads may know.
    pub fn all(self) -> usize {
        self.done + self.begun + self.left + self.withheld
    }

    pub(crate) fn add(&mut self, state: State) {
        match state {
            State::Done => self.done += 1,
            State::Begun => self.begun += 1,
            State::Left => self.left += 1,
            State::Dropped => self.dropped += 1,
            State::Unasked => self.unasked += 1,
            State::Withheld => self.withheld += 1,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum State {
    Done,
    Begun,
    Left,
    Dropped,
    Unasked,
    Withheld,
}

/// What the rows of a table are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Axis {
    /// Whose the cases are.
    Coder,
    /// Which unit they are of.
    Unit,
    /// Who codes them a second time; of that coding it counts.
    Second,
    /// In which wave that is.
    Wave,
    /// The units' entries, all together.
    Entries,
}

/// A table of counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// What its rows are.
    pub axis: Axis,
    /// The rows: coder or unit, empty for nobody or none, with their counts.
    pub rows: Vec<(String, Count)>,
    /// Their sum.
    pub total: Count,
}

impl Table {
    pub(crate) fn new(axis: Axis) -> Self {
        Self { axis, rows: Vec::new(), total: Count::default() }
    }

    pub(crate) fn row(&mut self, key: &str) -> Option<&mut Count> {
        if !self.rows.iter().any(|(known, _)| known == key) {
            self.rows.push((key.to_owned(), Count::default()));
        }
        self.rows.iter_mut().find(|(known, _)| known == key).map(|(_, count)| count)
    }

    pub(crate) fn add(&mut self, key: &str, state: State) {
        self.total.add(state);
        if let Some(count) = self.row(key) {
            count.add(state);
        }
    }
}
