//! Which lines of a damaged segment are lost: between two lines that follow each other nothing is, and between others
//! every number that no line has. What stands there of lines gives these numbers a name.

use super::{Lost, Name, Pool};
use crate::study::ledger::entry::Head;
use crate::study::ledger::segment_name;
use std::collections::{BTreeSet, HashSet};
use std::ops::Range;

/// So many numbers in a row may be those of lines that are gone.
const MOST: u64 = 10_000;
const MOST_AT_ONCE: usize = 10_000;

/// What stands in a file of lines that are lost.
struct Rows {
    /// Behind its last whole line.
    at_end: Vec<Lost>,
    /// The numbers that those before it say, in whose place the next line shows them to be.
    in_place: BTreeSet<u64>,
    /// The numbers of those before it that may have been moved up from the end.
    moved: BTreeSet<u64>,
}

/// A line that is as it was written: its number, its head, and where it stands.
pub(super) type Anchor = (u64, Head, usize);

impl Pool {
    /// Notes the lines of a damaged segment that are lost. Others may have seen how many there were.
    pub(super) fn find_lost(&mut self, name: &Name, claims: &[(usize, Head)]) {
        let file = format!("{}/{}", name.0, segment_name(name.1));
        let mut rows = self.rows.remove(&file).unwrap_or_default();
        rows.sort_by_key(|(row, _)| row.line);
        let mut anchor = self.held.get(name).copied();
        let mut lines = anchor.map_or(0, |(.., line)| line);
        let kept = || self.kept.get(name).into_iter().flatten();
        let end = kept().map(|piece| piece.at.line).max().unwrap_or_default();
        let followed: HashSet<Head> = kept().filter_map(|piece| piece.after).collect();
        let (in_place, moved): (Vec<_>, Vec<_>) = rows
            .iter()
            .filter(|(row, _)| row.line < end)
            .partition(|(_, heads)| heads.iter().any(|head| followed.contains(head)));
        let numbers = |rows: Vec<&(Lost, _)>| rows.into_iter().filter_map(|(row, _)| row.seq).collect();
        let (in_place, moved) = (numbers(in_place), numbers(moved));
        let mut rows: Vec<Lost> = rows.into_iter().map(|(row, _)| row).collect();
        let mut lost = Vec::new();
        for piece in kept() {
            let (seq, line) = (piece.at.seq.unwrap_or_default(), piece.at.line);
            let before = anchor.map_or_else(|| self.earlier(&name.0, seq), |(before, ..)| before);
            let from = anchor.map_or(0, |(.., line)| line);
            // Where a newline is gone the rest of a lost line stands before the next in its row.
            let (here, rest): (Vec<Lost>, Vec<Lost>) =
                rows.into_iter().partition(|row| row.line > from && row.line <= line);
            rows = rest;
            if anchor.is_none_or(|(_, head, _)| piece.after != Some(head)) {
                let gap = named(here, self.missing(before + 1, seq), before..seq);
                lines += count(&gap);
                lost.extend(gap);
            }
            lines += 1;
            anchor = Some((seq, piece.head, line));
        }
        if anchor.is_none() && rows.is_empty() {
            lost = self.find_gone(name, claims);
        } else {
            let rows = Rows { at_end: rows, in_place, moved };
            lost.extend(self.find_end(name, anchor, lines, rows, claims));
        }
        for one in &mut lost {
            (one.file, one.coder) = (file.clone(), name.0.clone());
        }
        self.lost.extend(lost);
    }

    /// The lines of a file of which nothing is left: as many as others saw there, and at least its first one, with the rest
    /// of the row of numbers that no line has. Where the next file is gone too, what is over is of that one.
    fn find_gone(&mut self, name: &Name, claims: &[(usize, Head)]) -> Vec<Lost> {
        let before = self.gone.take().filter(|((coder, number), _)| *coder == name.0 && number + 1 == name.1);
        let over = before.map_or(0, |(_, over)| over);
        let seen = claims.iter().map(|(claimed, _)| *claimed).max().unwrap_or_default();
        let sought = seen.max(1).saturating_sub(over);
        let end = self.end_before(name);
        let newest = self.proven.values().filter_map(|own| own.last().copied()).max().unwrap_or_default().max(end);
        let next = self.proven.get(&name.0).and_then(|own| own.range(end + 1..).next().copied());
        let mut numbers: Vec<u64> = Vec::new();
        for number in self.missing(end + 1, next.unwrap_or(newest + 1)) {
            let is_in_row = numbers.last().is_some_and(|last| last + 1 == number);
            if numbers.len() < sought || sought > 0 && is_in_row {
                numbers.push(number);
            } else {
                break;
            }
        }
        let unnumbered = seen.saturating_sub(over + numbers.len());
        self.gone = Some((name.clone(), (over + numbers.len()).saturating_sub(seen.max(1))));
        let mut lost = named(Vec::new(), numbers, end..u64::MAX);
        lost.extend((unnumbered > 0).then(|| Lost { unnumbered, ..Lost::default() }));
        lost
    }

    /// The lines that are lost at the end: as many as others saw there, and the numbers behind it that no line has.
    fn find_end(
        &self,
        name: &Name,
        anchor: Option<Anchor>,
        lines: usize,
        rows: Rows,
        claims: &[(usize, Head)],
    ) -> Vec<Lost> {
        let end = anchor.map_or_else(|| self.end_before(name), |(end, ..)| end);
        let newest = self.proven.values().filter_map(|own| own.last().copied()).max().unwrap_or_default().max(end);
        let next = self.proven.get(&name.0).and_then(|own| own.range(end + 1..).next().copied());
        let said = rows.at_end.iter().filter_map(|row| row.seq).filter(|seq| *seq <= newest + MOST);
        // A number that was damaged may be any; one that was moved is as near as the file is long.
        let moved = rows.moved.range(..=newest + lines as u64).next_back().copied();
        let until = next.unwrap_or_else(|| said.chain(moved).fold(newest, u64::max) + 1);
        let seen = claims.iter().map(|(claimed, _)| claimed.saturating_sub(lines)).max().unwrap_or_default();
        let missing = self.missing(end + 1, until);
        let mut in_row = missing.iter().zip(end + 1..).take_while(|(number, next)| *number == next).count();
        // A damaged number that was too high made others go on from it.
        if rows.in_place.contains(&(end + in_row as u64)) {
            in_row = 0;
        }
        let numbers: Vec<u64> = missing.into_iter().take(in_row.max(seen)).collect();
        let unnumbered = seen.saturating_sub(numbers.len().max(rows.at_end.len()));
        let mut lost = named(rows.at_end, numbers, end..next.unwrap_or(u64::MAX));
        lost.extend((unnumbered > 0).then(|| Lost { unnumbered, ..Lost::default() }));
        lost
    }

    /// The numbers from one up to another that no line has which is as it was written.
    fn missing(&self, from: u64, until: u64) -> Vec<u64> {
        let there: BTreeSet<u64> =
            self.proven.values().flat_map(|own| own.range(from..until.max(from))).copied().collect();
        let mut missing = Vec::new();
        let mut next = from;
        for number in there.into_iter().chain([until]) {
            // A number that was damaged may be any: of so many lines nobody has heard.
            missing.extend((next..number).take(MOST_AT_ONCE));
            next = number + 1;
        }
        missing
    }
}

/// Gives the numbers that are missing between two others to what stands there of lines.
fn named(rows: Vec<Lost>, numbers: Vec<u64>, between: Range<u64>) -> Vec<Lost> {
    let mut taken = BTreeSet::new();
    let mut lost = Vec::new();
    let mut nameless = Vec::new();
    for row in rows {
        let said = row.seq.filter(|seq| *seq > between.start && *seq < between.end);
        match said.filter(|seq| taken.insert(*seq)) {
            Some(_) => lost.push(row),
            None => nameless.push(row),
        }
    }
    let begun = lost.iter().filter(|row| !row.op.is_empty()).count();
    let mut free = numbers.into_iter().filter(|number| !taken.contains(number)).collect::<Vec<_>>().into_iter();
    // The rest of a line that was parted in two begins none.
    let starts = nameless.into_iter().filter(|row| !row.op.is_empty());
    let mut spare = lost.len() - begun;
    for row in starts {
        match free.next() {
            Some(seq) => lost.push(Lost { seq: Some(seq), ..row }),
            None if spare > 0 => spare -= 1,
            None => lost.push(Lost { seq: None, unnumbered: 1, ..row }),
        }
    }
    let mut gap: Option<(u64, u64)> = None;
    for number in free {
        gap = match gap {
            Some((from, to)) if to + 1 == number => Some((from, number)),
            Some((from, to)) => {
                lost.push(nothing_of(from, to));
                Some((number, number))
            }
            None => Some((number, number)),
        };
    }
    lost.extend(gap.map(|(from, to)| nothing_of(from, to)));
    lost
}

/// Lines of which nothing is there.
fn nothing_of(from: u64, to: u64) -> Lost {
    Lost { seq: Some(from), to: Some(to), ..Lost::default() }
}

/// How many lines these are.
fn count(lost: &[Lost]) -> usize {
    let numbers = lost.iter().filter_map(|one| Some(one.to.or(one.seq)? - one.seq? + 1));
    let numbers = usize::try_from(numbers.sum::<u64>()).unwrap_or(usize::MAX);
    numbers.saturating_add(lost.iter().map(|one| one.unnumbered).sum())
}
