//! Counts with their sums along every axis, and the cheapest way to put one case elsewhere.

use std::collections::{BTreeMap, BTreeSet};

/// One of the places along each axis; the place after the last is all of them together.
pub(crate) type At = [usize; 3];

/// What the layers have to do with each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Layers {
    /// They are parts that sum to the last one.
    Summed,
    /// They are answers of which a case has at least one; the last layer is the base.
    Several,
}

/// A count as it stands in the tables.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Cell {
    count: u32,
    printed: bool,
    hidden: bool,
}

/// A table with three axes and its sums.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Grid {
    /// Along each axis, the parts; one more place is their sum.
    pub(crate) sizes: At,
    layers: Layers,
    cells: Vec<Cell>,
}

/// A way to put one case elsewhere: what it costs to hide the counts that it changes, and these counts.
type Way = (u64, Vec<usize>);

/// Layers that a path runs through, each in the same direction or the opposite one.
type Course = Vec<(usize, i32)>;

impl Grid {
    pub(crate) fn blank(sizes: At, layers: Layers) -> Self {
        let cells = sizes.iter().map(|size| size + 1).product();
        Self { sizes, layers, cells: vec![Cell::default(); cells] }
    }

    fn index(&self, at: At) -> usize {
        at.iter().zip(self.sizes).fold(0, |index, (place, size)| index * (size + 1) + place)
    }

    fn at(&self, index: usize) -> At {
        let [_, columns, layers] = self.sizes.map(|size| size + 1);
        [index / layers / columns, index / layers % columns, index % layers]
    }

    #[expect(
        clippy::indexing_slicing,
        reason = "of a place that there is not, a count would be printed that must not be"
    )]
    fn cell(&self, at: At) -> Cell {
        self.cells[self.index(at)]
    }

    #[expect(
        clippy::indexing_slicing,
        reason = "of a place that there is not, a count would be printed that must not be"
    )]
    fn cell_mut(&mut self, index: usize) -> &mut Cell {
        &mut self.cells[index]
    }

    /// Along how many axes a count is a sum.
    fn sums(&self, at: At) -> u32 {
        at.iter().zip(self.sizes).map(|(&place, size)| u32::from(place == size)).sum()
    }

    /// Adds cases to one of the finest counts and to the sums that it is part of.
    pub(crate) fn add(&mut self, at: At, count: u32) {
        let sums = |axis: usize, place: usize| {
            let size = self.sizes.get(axis).copied().unwrap_or(place);
            let base_apart = axis == 2 && self.layers == Layers::Several;
            if base_apart || place == size { vec![place] } else { vec![place, size] }
        };
        let [row, column, layer] = at;
        let mut indices = Vec::new();
        for row in sums(0, row) {
            for column in sums(1, column) {
                indices.extend(sums(2, layer).into_iter().map(|layer| self.index([row, column, layer])));
            }
        }
        for index in indices {
            self.cell_mut(index).count += count;
        }
    }

    /// Adds the base of a finest group, where it is not the sum of its parts.
    pub(crate) fn add_base(&mut self, at: At, count: u32) {
        if self.layers == Layers::Several {
            self.add(at, count);
        }
    }

    /// Says which counts stand in the tables.
    pub(crate) fn print(&mut self, printed: impl Fn(At) -> bool) {
        for index in 0..self.cells.len() {
            let printed = printed(self.at(index));
            self.cell_mut(index).printed = printed;
        }
    }

    pub(crate) fn is_hidden(&self, places: &[usize]) -> bool {
        <At>::try_from(places).is_ok_and(|at| self.cell(at).hidden)
    }

    /// Hides the printed counts below `min` but 0, and what protects them; the smallest first.
    pub(crate) fn hide(&mut self, min: u32) {
        let small = |cell: &Cell| cell.printed && (1..min).contains(&cell.count);
        self.cells.iter_mut().filter(|cell| small(cell)).for_each(|cell| cell.hidden = true);
        let mut hidden: Vec<usize> =
            self.cells.iter().enumerate().filter(|(_, cell)| cell.hidden).map(|(index, _)| index).collect();
        hidden.sort_by_key(|&index| self.cells.get(index).map(|cell| cell.count));
        let mut proven: BTreeSet<usize> = BTreeSet::new();
        for index in hidden {
            let way = if proven.contains(&index) { Vec::new() } else { self.way(self.at(index)) };
            for changed in way {
                proven.insert(changed);
                let cell = self.cell_mut(changed);
                cell.hidden |= cell.printed;
            }
        }
    }

    /// The counts on the cheapest way that changes the one at `at`.
    fn way(&self, at: At) -> Vec<usize> {
        let courses = self.courses(at[2]);
        let ways = courses.iter().flat_map(|course| [1, -1].map(|turn| self.path(at, course, turn)));
        ways.flatten().min_by_key(|(cost, _)| *cost).map_or_else(Vec::new, |(_, cells)| cells)
    }

    /// The layers that a path through `layer` can run through so that their sums stay right.
    fn courses(&self, layer: usize) -> Vec<Course> {
        let base = self.sizes[2];
        let others = (0..=base).filter(|&other| other != layer);
        match self.layers {
            Layers::Summed => others.map(|other| vec![(layer, 1), (other, -1)]).collect(),
            Layers::Several => {
                let with = others.filter(|&other| layer == base || other == base);
                std::iter::once(vec![(layer, 1)]).chain(with.map(|other| vec![(layer, 1), (other, 1)])).collect()
            }
        }
    }

    /// The cheapest closed path over rows and columns that begins with the count at `at`.
    ///
    /// It goes from rows to columns and back, one case more where it goes to a column, one less where it goes to a row
    /// (or the other way round, by `turn`), so that every row and column keeps its sum: Dijkstra's shortest path.
    fn path(&self, [row, column, _]: At, course: &Course, turn: i32) -> Option<Way> {
        let rows = self.sizes[0] + 1;
        let nodes = rows + self.sizes[1] + 1;
        let (start, end) = (rows + column, row);
        let step = |from: usize, to: usize| match (from < rows, to < rows) {
            (true, false) => self.step([from, to - rows], course, turn),
            (false, true) if (from, to) != (start, end) => self.step([to, from - rows], course, -turn),
            _ => None,
        };
        let first = step(end, start)?;
        let (rest, trail) = shortest(nodes, start, end, step)?;
        let turns = trail.iter().zip(trail.iter().skip(1).chain([&end]));
        let pairs = turns.map(|(&a, &b)| [a.min(b), a.max(b) - rows]);
        let cells =
            pairs.flat_map(|[row, column]| course.iter().map(move |&(layer, _)| self.index([row, column, layer])));
        Some((first + rest, cells.collect()))
    }

    /// What it costs to change the counts of one row and column by one, if they can change.
    fn step(&self, [row, column]: [usize; 2], course: &Course, turn: i32) -> Option<u64> {
        let changes = || {
            course.iter().map(|&(layer, sign)| {
                let at = [row, column, layer];
                (at, turn * sign * self.sign(at))
            })
        };
        if !self.fits([row, column], &changes().map(|(at, change)| (at[2], change)).collect()) {
            return None;
        }
        changes().map(|(at, change)| self.price(at, change)).sum()
    }

    /// A sum changes with its parts, where parts change against each other.
    fn sign(&self, at: At) -> i32 {
        let axes = if self.layers == Layers::Summed { 3 } else { 2 };
        let sums = at.iter().zip(self.sizes).take(axes).filter(|&(&place, size)| place == size).count();
        if sums.is_multiple_of(2) { 1 } else { -1 }
    }

    /// What it costs to hide a count that changes: large ones more than small ones, sums more than any part.
    fn price(&self, at: At, change: i32) -> Option<u64> {
        let cell = self.cell(at);
        let least = u32::from(cell.printed);
        if cell.count < least || (change < 0 && cell.count == least) {
            return None;
        }
        let whole = (u64::from(cell.count) + 16) * 1024_u64.pow(self.sums(at));
        Some(if cell.printed && !cell.hidden { whole } else { 0 })
    }

    /// Whether the answers of a finest group, where a case can have several, still can be those of its base.
    fn fits(&self, [row, column]: [usize; 2], course: &Course) -> bool {
        let [rows, columns, base] = self.sizes;
        if self.layers == Layers::Summed || row == rows || column == columns {
            return true;
        }
        let changed = |layer: usize| {
            let change: i32 = course.iter().filter(|(other, _)| *other == layer).map(|(_, change)| change).sum();
            i64::from(self.cell([row, column, layer]).count) + i64::from(change)
        };
        let parts: Vec<i64> = (0..base).map(changed).collect();
        parts.iter().all(|&part| part <= changed(base)) && changed(base) <= parts.iter().sum()
    }
}

/// The shortest path between two nodes: its cost, and its nodes from the end to the start.
fn shortest(
    nodes: usize,
    start: usize,
    end: usize,
    step: impl Fn(usize, usize) -> Option<u64>,
) -> Option<(u64, Vec<usize>)> {
    let mut open = BTreeMap::from([(start, (0, start))]);
    let mut settled: BTreeMap<usize, usize> = BTreeMap::new();
    while let Some((&from, &(cost, before))) = open.iter().min_by_key(|(node, (cost, _))| (*cost, **node)) {
        open.remove(&from);
        settled.insert(from, before);
        if from == end {
            let before = |node: &usize| settled.get(node).copied().filter(|_| *node != start);
            return Some((cost, std::iter::successors(Some(end), before).collect()));
        }
        for to in (0..nodes).filter(|to| !settled.contains_key(to)) {
            if let Some(more) = step(from, to) {
                let new = (cost + more, from);
                open.entry(to).and_modify(|old| *old = new.min(*old)).or_insert(new);
            }
        }
    }
    None
}
