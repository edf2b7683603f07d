//! What the fold keeps of an entry: numbers instead of texts.

use crate::study::index::{CaseIx, QuestionIx};
use crate::study::ledger::entry::{Head, Op, Round};
use elsa::FrozenIndexSet;
use foldhash::fast::RandomState;

/// No record.
pub(crate) const NONE: u32 = u32::MAX;

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
    pub case: CaseIx,
    /// The question's place, beyond the protocol for strays; none for the case as a whole.
    pub question: Option<QuestionIx>,
    /// The flag or quote.
    pub item: u32,
}

impl Slot {
    /// The slot of a question, or of the case as a whole, that is no flag or quote.
    pub fn plain(op: Op, round: Round, coder: u16, case: CaseIx, question: Option<QuestionIx>) -> Self {
        Self { op, round, coder, case, question, item: 0 }
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
    /// Who sat beside the coder; 0 is nobody.
    pub with: u32,
    /// The version of the protocol that it was written under, by number; 0 is the study's own.
    pub version: u16,
    /// The `h` that it undoes.
    pub undoes: Option<Head>,
    /// Its own `h`.
    pub h: Head,
    /// The record before it in the slot.
    pub(crate) previous: u32,
}

// A study has up to a million lines, all of them in memory.
const _: () = assert!(size_of::<Record>() <= 88, "a line takes more memory than it did");

impl Record {
    /// Whether both are the same entry: all equal but segment and hashes.
    pub(crate) fn is_same(&self, other: &Self) -> bool {
        let content = |record: &Self| (record.slot, record.seq, record.value, record.was, record.at, record.undoes);
        content(self) == content(other)
    }
}

/// Texts by number; the same text always has the same number.
///
/// It grows without being borrowed for writing: what is computed while cells are read has its number like what was read.
#[derive(Default)]
pub(crate) struct Names(FrozenIndexSet<Box<str>, RandomState>);

impl Names {
    pub(crate) fn of<'a>(names: impl Iterator<Item = &'a str>) -> Self {
        let all = Self::default();
        names.for_each(|name| {
            all.number(name);
        });
        all
    }

    pub(crate) fn number(&self, name: &str) -> u32 {
        self.find(name).unwrap_or_else(|| Self::wide(self.0.insert_full(name.into()).0))
    }

    pub(crate) fn find(&self, name: &str) -> Option<u32> {
        self.0.get_full(name).map(|(number, _)| Self::wide(number))
    }

    pub(crate) fn name(&self, number: u32) -> &str {
        self.0.get_index(number as usize).unwrap_or_default()
    }

    /// Every number there is, as slots hold coders and questions.
    pub(crate) fn numbers(&self) -> impl Iterator<Item = u16> {
        (0..u16::MAX).take_while(|&number| self.0.get_index(number.into()).is_some())
    }

    /// A place as a slot holds it.
    pub(crate) fn wide(place: usize) -> u32 {
        u32::try_from(place).unwrap_or(NONE)
    }

    /// A number as a slot holds coders and questions: studies have far fewer than 65,535 of each.
    pub(crate) fn narrow(number: u32) -> u16 {
        u16::try_from(number).unwrap_or(u16::MAX)
    }
}
