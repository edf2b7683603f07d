//! Where the printed pages of a sheet end: no heading or caption without what it stands above, and a table on one page where
//! it fits.

/// The height of a row that nobody sets, in points.
const USUAL: f64 = 15.0;
/// A sheet of A4 that lies, in points, without its margins; a little less, as each program measures letters in its way.
const WIDE: f64 = 741.0 * 0.98;
const HIGH: f64 = 487.0 * 0.94;
/// How wide a character of a column is, in points, in the widest font that stands in for the one that is meant.
const CHARACTER: f64 = 7.4;
/// No smaller than so many percent is a sheet printed.
const SMALLEST: u16 = 10;

/// A row as it is printed.
#[derive(Clone, Copy)]
pub(crate) struct Row {
    /// How high it is, in points.
    height: f64,
    /// Whether the next one stands on the same page.
    stays: bool,
}

impl Row {
    /// A row of a height; without one, of the usual height.
    pub(crate) fn new(height: f64, stays: bool) -> Self {
        Self { height: if height > 0.0 { height } else { USUAL }, stays }
    }

    /// A row with nothing in it.
    pub(crate) fn blank() -> Self {
        Self::new(0.0, false)
    }

    /// The last row of what stands on one page.
    pub(crate) fn ends(&mut self) {
        self.stays = false;
    }
}

/// How large columns of so many characters together are printed, in percent.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "10 to 100")]
pub(crate) fn scale(columns: &[usize]) -> u16 {
    let width = columns.iter().sum::<usize>() as f64 * CHARACTER;
    ((100.0 * WIDE / width.max(1.0)) as u16).clamp(SMALLEST, 100)
}

/// The rows that begin a page, where the first of them are repeated on each and all is printed at a scale.
pub(crate) fn breaks(rows: &[Row], repeated: usize, scale: u16) -> Vec<u32> {
    let page = HIGH * 100.0 / f64::from(scale);
    let head: f64 = rows.iter().take(repeated).map(|row| row.height).sum();
    let (mut breaks, mut used, mut at) = (Vec::new(), 0.0, 0);
    while let Some(left) = rows.get(at..).filter(|left| !left.is_empty()) {
        let length = (left.iter().take_while(|row| row.stays).count() + 1).min(left.len());
        let together: Vec<Row> = left.iter().take(length).copied().collect();
        let height: f64 = together.iter().map(|row| row.height).sum();
        let mut turn = used > head && used + height > page;
        for (row, one) in (at..).zip(&together) {
            if turn || used > head && used + one.height > page {
                breaks.extend(u32::try_from(row));
                used = head;
                turn = false;
            }
            used += one.height;
        }
        at += length;
    }
    breaks
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(groups: &[(usize, f64)]) -> Vec<Row> {
        let group = |&(n, height): &(usize, f64)| (1..=n).map(move |row| Row::new(height, row < n));
        groups.iter().flat_map(group).collect()
    }

    #[test]
    fn what_stands_together_goes_to_the_next_page_where_it_does_not_fit() {
        assert_eq!(breaks(&rows(&[(1, 30.0), (10, 20.0), (10, 20.0), (15, 20.0)]), 1, 100), [21]);
        assert_eq!(breaks(&rows(&[(1, 30.0), (20, 20.0), (5, 20.0)]), 1, 100), [21], "the second turns whole");
        assert_eq!(breaks(&rows(&[(1, 30.0), (20, 20.0), (5, 20.0)]), 1, 50), [0; 0], "all of it, at half the size");
    }

    #[test]
    fn what_is_longer_than_a_page_runs_on() {
        let found = breaks(&rows(&[(1, 30.0), (50, 20.0), (2, 20.0)]), 1, 100);
        assert_eq!(found, [22, 43]);
        assert_eq!(breaks(&[], 0, 100), [0; 0]);
    }
}
