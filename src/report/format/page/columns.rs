//! How wide the columns of a table are in a document, in twips: as wide as their numbers and heads, and the rest for labels.

use super::{Group, Row};
use crate::base::text::width;

/// How wide a page is between its margins, upright and on its side.
pub(super) const UPRIGHT: usize = 9638;
pub(super) const WIDE: usize = 14570;
/// A letter of a head in a font that stands in for its own, a letter of a cell, and what a cell has of margins.
const HEAD: usize = 130;
const LETTER: usize = 135;
const MARGIN: usize = 190;
/// No column is narrower, which has room for two lines on their side, and one of longer texts than these letters has so much.
const NARROWEST: usize = 670;
const LONG: usize = 12;
const TEXT: usize = 1400;
/// At most so many tenths of a page are for columns.
const TENTHS: usize = 7;

/// The widths of all columns, and whether their heads and those of groups stand upright.
pub(super) struct Columns {
    pub(super) widths: Vec<usize>,
    pub(super) is_upright: bool,
    pub(super) is_group_upright: bool,
}

/// The columns of a table on a page.
pub(super) fn columns(page: usize, groups: &[Group], rows: &[Row]) -> Columns {
    let room = page * TENTHS / 10;
    let heads: Vec<&str> = groups.iter().flat_map(Group::heads).collect();
    let cells: Vec<usize> = (0..heads.len()).map(|at| of_cells(rows, at)).collect();
    let flat = cells.iter().zip(&heads).map(|(cell, head)| word(head).max(*cell)).collect();
    let flat = spread(flat, groups);
    let is_upright = flat.iter().sum::<usize>() > room;
    let mut widths = if is_upright { cells } else { flat };
    let all: usize = widths.iter().sum();
    if all > room {
        for width in &mut widths {
            *width = *width * room / all;
        }
    }
    let is_group_upright = shares(&widths, groups).any(|(own, group)| word(&group.name) > own.iter().sum());
    Columns { widths, is_upright, is_group_upright }
}

/// What the cells of a column need: numbers and short texts never break.
fn of_cells(rows: &[Row], at: usize) -> usize {
    let cell = |row: &Row| {
        let cell = row.cells.get(at)?;
        // A minus is nearly as wide as two letters.
        let letters = width(&cell.text) + cell.text.matches('\u{2212}').count();
        let is_long = !cell.is_number && letters > LONG;
        Some(if is_long { TEXT.max(longest(&cell.text) * LETTER + MARGIN) } else { letters * LETTER + MARGIN })
    };
    rows.iter().filter_map(cell).max().unwrap_or(0).max(NARROWEST)
}

/// What the longest word of a head needs.
fn word(head: &str) -> usize {
    longest(head) * HEAD + MARGIN
}

fn longest(text: &str) -> usize {
    text.split_inclusive([' ', '-']).map(|word| width(word.trim_end())).max().unwrap_or(0)
}

/// Gives the columns of a group what its name needs.
fn spread(mut widths: Vec<usize>, groups: &[Group]) -> Vec<usize> {
    let mut from = 0;
    for group in groups {
        let own = widths.iter_mut().skip(from).take(group.columns.len());
        let lacks = word(&group.name).saturating_sub(own.map(|width| *width).sum());
        let more = lacks.div_ceil(group.columns.len().max(1));
        widths.iter_mut().skip(from).take(group.columns.len()).for_each(|width| *width += more);
        from += group.columns.len();
    }
    widths
}

/// The widths of each group that has several columns.
fn shares<'w>(widths: &'w [usize], groups: &'w [Group]) -> impl Iterator<Item = (&'w [usize], &'w Group)> {
    let parts = groups.iter().scan(0, move |from, group| {
        let own = widths.get(*from..*from + group.columns.len()).unwrap_or_default();
        *from += group.columns.len();
        Some((own, group))
    });
    parts.filter(|(own, _)| own.len() > 1)
}
