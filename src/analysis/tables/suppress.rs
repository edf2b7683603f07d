//! Small counts hidden, with as many others as it takes that none of them can be worked out from what is left.
//!
//! A printed count from 1 to below the smallest allowed is hidden wherever it stands, also as a base or a total; zeros
//! stay. Its row and column are sums, so other counts must go with it. What protects a hidden count is **another table**:
//! one of non-negative whole numbers that agrees with everything printed and in which that count differs. It is looked
//! for as the cheapest way to put one case elsewhere that leaves every sum right, and each count on that way is hidden.
//! So every hidden count has a table that proves that it cannot be recovered, and there is nothing to audit afterwards.
//! Because zeros are printed, a reader knows that what is hidden is at least 1: the other table keeps to that too.
//!
//! Between the parts of one axis and those of another such a way is a closed path that turns at each count, found as a
//! shortest path; the third axis is gone along by repeating the path in another layer with the opposite sign. It is the
//! network heuristic of complementary suppression with the layers of the hypercube method (Hundepol et al. 2012,
//! *Statistical Disclosure Control*, Wiley, chapter 4; for both axes Cox 1995, "Network models for complementary cell
//! suppression", *Journal of the American Statistical Association* 90).
//!
//! The limits: one count after the other is protected, so that the counts hidden are few and small, but not always the
//! fewest there could be. A hidden count can have as few as two possible values. A person who is alone in a count knows
//! it, and where all of a large group gave the same answer, that says something about each of them. Numbers that stand
//! elsewhere are not seen: a base that is hidden here but follows from the cases of a unit and those outside the base has
//! to be hidden there too. A percent or a mean of a hidden count is as good as the count.

mod grid;

use grid::{Grid, Layers};

/// What is counted in one of the finest groups: the cases of one unit and one sex.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Group {
    /// Per answer in the base, the cases that have it; nothing where only the base is told.
    pub parts: Vec<u32>,
    /// The cases in the base.
    pub base: u32,
}

/// Which counts of a question, by unit and by sex, are not to be printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hidden {
    grid: Grid,
    several: bool,
}

/// Hides what is below `min` in a question's counts and what would give it away.
///
/// `finest` has a row per unit and in it a group per sex; with one axis alone the other has one entry. `printed` tells of
/// a unit and a sex, `None` being all of them, whether that group stands in any table. `several` tells that a case can
/// have several of the answers, which then do not sum to the base.
pub fn hidden(
    finest: &[Vec<Group>],
    several: bool,
    printed: impl Fn(Option<usize>, Option<usize>) -> bool,
    min: u32,
) -> Hidden {
    let sexes = finest.iter().map(Vec::len).max().unwrap_or(0);
    let parts = finest.iter().flatten().map(|group| group.parts.len()).max().unwrap_or(0).max(1);
    let layers = if several { Layers::Several } else { Layers::Summed };
    let sizes = [finest.len(), sexes, parts];
    let mut grid = Grid::blank(axes(several, sizes), layers);
    for (unit, groups) in finest.iter().enumerate() {
        for (sex, group) in groups.iter().enumerate() {
            // A base alone is its own only part.
            let alone = [group.base];
            let counts = if group.parts.is_empty() { &alone } else { group.parts.as_slice() };
            for (part, &count) in counts.iter().enumerate() {
                grid.add(axes(several, [unit, sex, part]), count);
            }
            grid.add_base(axes(several, [unit, sex, parts]), group.base);
        }
    }
    let place = |place: usize, size: usize| (place < size).then_some(place);
    grid.print(|at| {
        let [unit, sex, _] = axes(several, at);
        printed(place(unit, finest.len()), place(sex, sexes))
    });
    grid.hide(min);
    Hidden { grid, several }
}

impl Hidden {
    /// Whether a count is hidden: of a unit, of a sex, and of an answer; `None` is all units, both sexes, the base.
    pub fn is(&self, unit: Option<usize>, sex: Option<usize>, part: Option<usize>) -> bool {
        let wanted = axes(self.several, [unit, sex, part]);
        let places = self.grid.sizes.iter().zip(wanted).map(|(&size, place)| place.unwrap_or(size));
        self.grid.is_hidden(places.collect::<Vec<_>>().as_slice())
    }
}

/// Units, sexes and answers as rows, columns and layers, or back: answers that sum to the base are columns, because the
/// ways between them are many; those that do not sum are layers.
fn axes<T: Copy>(several: bool, [unit, sex, part]: [T; 3]) -> [T; 3] {
    if several { [unit, sex, part] } else { [unit, part, sex] }
}

#[cfg(test)]
mod tests;
