//! What the fold keeps of an entry: numbers instead of texts.

use super::owner::Stint;
use crate::ledger::entry::{Head, Op, Round};
use foldhash::HashMap;
use std::sync::Arc;

/// No record.
pub(super) const NONE: u32 = u32::MAX;

/// What a line speaks of. The last line of a slot wins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Slot {
    /// What is done.
    pub op: Op,
    /// In which round.
    pub round: Round,
    /// By which coder.
    pub coder: u16,
    /// The case's place; beyond the case list for strays.
    pub case: u32,
    /// The question's place; `u16::MAX` for the case as a whole.
    pub question: u16,
    /// The flag or quote.
    pub item: u32,
}

impl Slot {
    /// The slot of a question, or of the case as a whole, that is no flag or quote.
    pub fn plain(op: Op, round: Round, coder: u16, case: usize, question: Option<usize>) -> Self {
        let question = question.map_or(u16::MAX, |question| Names::narrow(Names::wide(question)));
        Self { op, round, coder, case: Names::wide(case), question, item: 0 }
    }
}

/// One line.
#[derive(Debug, Clone, Copy)]
pub struct Record {
    /// What it speaks of.
    pub slot: Slot,
    /// Its number.
    pub seq: u64,
    /// Its segment.
    pub segment: u32,
    /// Its value; 0 is empty.
    pub value: u32,
    /// The value it replaced, or the `h` of the line that it replaced.
    pub was: u32,
    /// When, in milliseconds since 1970.
    pub at: i64,
    /// The version of the protocol that it was written under, by number; 0 is the study's own.
    pub version: u16,
    /// The `h` that it undoes.
    pub undoes: Option<Head>,
    /// Its own `h`.
    pub h: Head,
    /// The record before it in the slot.
    pub(super) previous: u32,
}

impl Record {
    /// What orders the lines of one coder; `h` only where a file has the same number twice.
    pub(super) fn order(&self) -> (u64, u32, Head) {
        (self.seq, self.segment, self.h)
    }

    /// The stint that this line would begin.
    pub(super) fn stint(&self) -> Stint {
        Stint { seq: self.seq, coder: self.slot.coder, segment: self.segment }
    }

    /// Whether both are the same entry: all equal but segment and hashes.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        let content = |record: &Self| (record.slot, record.seq, record.value, record.was, record.at, record.undoes);
        content(self) == content(other)
    }
}

/// Texts by number; the same text always has the same number.
#[derive(Debug, Default)]
pub(super) struct Names {
    list: Vec<Arc<str>>,
    numbers: HashMap<Arc<str>, u32>,
}

impl Names {
    pub(super) fn of<'a>(names: impl Iterator<Item = &'a str>) -> Self {
        let mut all = Self::default();
        names.for_each(|name| {
            all.number(name);
        });
        all
    }

    pub(super) fn number(&mut self, name: &str) -> u32 {
        if let Some(&number) = self.numbers.get(name) {
            return number;
        }
        let number = Self::wide(self.list.len());
        let name: Arc<str> = name.into();
        self.list.push(Arc::clone(&name));
        self.numbers.insert(name, number);
        number
    }

    pub(super) fn find(&self, name: &str) -> Option<u32> {
        self.numbers.get(name).copied()
    }

    pub(super) fn name(&self, number: u32) -> &str {
        self.list.get(number as usize).map_or("", |name| name)
    }

    pub(super) fn len(&self) -> u16 {
        Self::narrow(Self::wide(self.list.len()))
    }

    /// A place as a slot holds it.
    pub(super) fn wide(place: usize) -> u32 {
        u32::try_from(place).unwrap_or(NONE)
    }

    /// A number as a slot holds coders and questions: studies have far fewer than 65,535 of each.
    pub(super) fn narrow(number: u32) -> u16 {
        u16::try_from(number).unwrap_or(u16::MAX)
    }
}
