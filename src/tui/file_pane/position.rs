//! Where one is in a text, and how its lines become rows: laid out when they are shown, never all of them.

use crate::base::text::wrap;
use crate::exchange::documents::Document;
use std::cell::RefCell;
use std::collections::HashSet;
use std::rc::Rc;

/// Where one is in a document.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Place {
    /// The line whose row is shown first.
    pub line: usize,
    /// Which of its rows that is.
    pub row: usize,
    /// The line that one is at.
    pub here: usize,
}

impl Place {
    /// The line and the row that are shown first, which order places.
    pub(crate) fn top(&self) -> (usize, usize) {
        (self.line, self.row)
    }
}

/// A text in rows of so many columns.
#[derive(Debug)]
pub struct Rows<'a> {
    pub(super) text: &'a Document,
    pub(super) columns: usize,
    pub(super) unfolded: &'a HashSet<usize>,
    /// The line that was laid out last: one of a million characters is wrapped once, not once a row.
    pub(super) last: RefCell<Option<(usize, Rc<[String]>)>>,
}

impl Rows<'_> {
    /// The rows of a line.
    pub fn of(&self, line: usize) -> Rc<[String]> {
        let mut last = self.last.borrow_mut();
        match &*last {
            Some((known, rows)) if *known == line => Rc::clone(rows),
            _ => {
                let rows: Rc<[String]> = wrap(&self.text.line(line).text, self.columns).into();
                *last = Some((line, Rc::clone(&rows)));
                rows
            }
        }
    }

    fn count(&self, line: usize) -> usize {
        self.of(line).len()
    }

    /// The first line behind a line that is not folded away.
    pub fn after(&self, line: usize) -> Option<usize> {
        let fold = self.fold_of(line).filter(|fold| fold.start == line && !self.unfolded.contains(&fold.start));
        let next = fold.map_or(line + 1, |fold| fold.end);
        (next < self.text.len()).then_some(next)
    }

    /// The last line before a line that is not folded away.
    pub fn before(&self, line: usize) -> Option<usize> {
        line.checked_sub(1).map(|before| self.shown(before))
    }

    /// The line that shows where this one is: itself, or the one that it is folded into.
    pub fn shown(&self, line: usize) -> usize {
        let fold = self.fold_of(line).filter(|fold| !self.unfolded.contains(&fold.start));
        fold.map_or(line, |fold| fold.start)
    }

    fn fold_of(&self, line: usize) -> Option<std::ops::Range<usize>> {
        let folds = self.text.folds();
        let at = folds.partition_point(|fold| fold.end <= line);
        folds.get(at).filter(|fold| fold.contains(&line)).cloned()
    }

    /// The place in this text that stands for one, which may be of other columns or of an earlier text.
    pub fn clamped(&self, place: Place) -> Place {
        let last = self.text.len().saturating_sub(1);
        let line = self.shown(place.line.min(last));
        let row = if line == place.line { place.row.min(self.count(line).saturating_sub(1)) } else { 0 };
        Place { line, row, here: self.shown(place.here.min(last)) }
    }

    /// The place so many rows further down, if the text goes on.
    pub fn down(&self, mut place: Place, rows: usize) -> Place {
        for _ in 0..rows {
            if place.row + 1 < self.count(place.line) {
                place.row += 1;
            } else if let Some(next) = self.after(place.line) {
                (place.line, place.row) = (next, 0);
            } else {
                break;
            }
        }
        place
    }

    /// The place so many rows further up.
    pub fn up(&self, mut place: Place, rows: usize) -> Place {
        for _ in 0..rows {
            if place.row > 0 {
                place.row -= 1;
            } else if let Some(before) = self.before(place.line) {
                (place.line, place.row) = (before, self.count(before).saturating_sub(1));
            } else {
                break;
            }
        }
        place
    }

    /// The last place from which so many rows are full; the beginning where all fits.
    pub fn last_top(&self, rows: usize) -> Place {
        let last = self.shown(self.text.len().saturating_sub(1));
        let end = Place { line: last, row: self.count(last).saturating_sub(1), here: last };
        self.up(end, rows.saturating_sub(1))
    }

    /// The lines that show in so many rows from a place on, each with its row.
    pub fn page(&self, place: Place, rows: usize) -> Vec<(usize, usize, String)> {
        let mut shown = Vec::with_capacity(rows);
        let (mut line, mut skipped) = (Some(place.line), place.row);
        while let Some(at) = line.filter(|_| shown.len() < rows && !self.text.is_empty()) {
            let laid_out = self.of(at);
            let texts = laid_out.iter().enumerate().skip(skipped).take(rows - shown.len());
            shown.extend(texts.map(|(row, text)| (at, row, text.clone())));
            (line, skipped) = (self.after(at), 0);
        }
        shown
    }

    /// The same place with the line that one is at among what shows in so many rows: the page follows it, and no further
    /// than needed.
    pub fn following(&self, place: Place, rows: usize) -> Place {
        let here = Place { line: place.here, row: 0, ..place };
        if (place.here, 0) < (place.line, place.row) {
            return here;
        }
        let is_shown = |top: Place| {
            let page = self.page(top, rows);
            let last = self.count(place.here).saturating_sub(1);
            page.iter().any(|(line, row, _)| (*line, *row) == (place.here, last.min(rows.saturating_sub(1))))
        };
        if is_shown(place) {
            return place;
        }
        let height = self.count(place.here).min(rows);
        self.up(here, rows.saturating_sub(height))
    }
}
