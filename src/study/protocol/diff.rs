//! What differs between two versions of a protocol.

mod words;

use super::Protocol;
use super::fields::{Aspect, Described, Piece};
use crate::study::index::QuestionIx;
use std::collections::{HashMap, HashSet};

/// What became of a piece.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// It stands elsewhere among its like.
    Moved,
    /// Something else is said of it.
    Fact {
        /// What.
        aspect: Aspect,
        /// What was said.
        was: String,
        /// What is said now.
        now: String,
    },
}

/// One difference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// In which piece.
    pub piece: Piece,
    /// What became of it.
    pub change: Change,
}

impl Difference {
    /// Whether it is one of the words of a report alone.
    pub fn is_of_words(&self) -> bool {
        matches!(self.change, Change::Fact { aspect: Aspect::Statement, .. })
    }

    /// Whether an answer given before it may have meant something else.
    fn is_wording(&self) -> bool {
        match &self.change {
            Change::Added | Change::Removed => true,
            Change::Moved => false,
            Change::Fact { aspect, .. } => aspect.is_wording(),
        }
    }
}

impl Protocol {
    /// What differs in a newer version: pieces in its order, then those that are gone.
    pub fn differences(&self, newer: &Self) -> Vec<Difference> {
        differences(&self.described(), &newer.described())
    }

    /// How this version words a question differently from a newer one.
    pub fn rewordings(&self, place: QuestionIx, newer: &Self, new_place: QuestionIx) -> Vec<Difference> {
        let mut found = differences(&self.described_question(place), &newer.described_question(new_place));
        found.retain(Difference::is_wording);
        found
    }
}

fn differences(was: &[Described], now: &[Described]) -> Vec<Difference> {
    let known = |list: &[Described]| list.iter().map(|one| one.piece.clone()).collect::<HashSet<_>>();
    let (before, after) = (known(was), known(now));
    let both = |piece: &Piece| before.contains(piece) && after.contains(piece);
    let moved = moved(was, now);
    let facts: HashMap<&Piece, &Described> = was.iter().map(|one| (&one.piece, one)).collect();
    let mut found = Vec::new();
    for one in now {
        let changes = match facts.get(&one.piece) {
            // What stands in a new question is told with it.
            None if one.piece.whole() == Piece::Protocol || both(&one.piece.whole()) => vec![Change::Added],
            None => Vec::new(),
            Some(old) => {
                let moved = moved.contains(&one.piece).then_some(Change::Moved);
                moved.into_iter().chain(said_otherwise(old, one)).collect()
            }
        };
        found.extend(changes.into_iter().map(|change| Difference { piece: one.piece.clone(), change }));
    }
    let gone = was.iter().map(|one| &one.piece).filter(|piece| !after.contains(piece));
    let gone = gone.filter(|piece| piece.whole() == Piece::Protocol || both(&piece.whole()));
    found.extend(gone.map(|piece| Difference { piece: piece.clone(), change: Change::Removed }));
    in_order(found, now)
}

/// The same with a question's choices right after it, also those that are gone.
fn in_order(mut found: Vec<Difference>, now: &[Described]) -> Vec<Difference> {
    let places: HashMap<&Piece, usize> = now.iter().enumerate().map(|(place, one)| (&one.piece, place)).collect();
    found.sort_by_key(|one| {
        let whole = one.piece.whole();
        let top = if whole == Piece::Protocol { &one.piece } else { &whole };
        places.get(top).copied().unwrap_or(usize::MAX)
    });
    found
}

fn said_otherwise(was: &Described, now: &Described) -> Vec<Change> {
    let pairs = was.facts.iter().zip(&now.facts).filter(|((_, was), (_, now))| was != now);
    pairs
        .map(|((aspect, was), (_, now))| Change::Fact { aspect: *aspect, was: was.clone(), now: now.clone() })
        .collect()
}

/// The pieces that stand elsewhere among their like: as few as explain the new order.
fn moved(was: &[Described], now: &[Described]) -> HashSet<Piece> {
    let places: HashMap<&Piece, usize> = was.iter().enumerate().map(|(place, one)| (&one.piece, place)).collect();
    let mut alike: HashMap<_, Vec<(&Piece, usize)>> = HashMap::new();
    for one in now {
        if let Some(&place) = places.get(&one.piece) {
            alike.entry((std::mem::discriminant(&one.piece), one.piece.whole())).or_default().push((&one.piece, place));
        }
    }
    let moved = alike.values().flat_map(|list| {
        let order: Vec<usize> = list.iter().map(|(_, place)| *place).collect();
        let kept = rising(&order);
        list.iter().filter(move |(_, place)| !kept.contains(place)).map(|(piece, _)| (*piece).clone())
    });
    moved.collect()
}

/// The longest of the sequences within `order` that rise.
fn rising(order: &[usize]) -> HashSet<usize> {
    // For each length the sequence of that length which ends lowest: its end, with the place before it.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: HashMap<usize, usize> = HashMap::new();
    for &place in order {
        let length = ends.partition_point(|&end| end < place);
        if let Some(&previous) = length.checked_sub(1).and_then(|shorter| ends.get(shorter)) {
            before.insert(place, previous);
        }
        match ends.get_mut(length) {
            Some(end) => *end = place,
            None => ends.push(place),
        }
    }
    std::iter::successors(ends.last().copied(), |place| before.get(place).copied()).collect()
}

#[cfg(test)]
mod tests;
