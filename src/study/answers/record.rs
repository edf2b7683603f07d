//! What the fold keeps of an entry: numbers instead of texts.

use crate::study::index::{CaseIx, QuestionIx};
use crate::study::ledger::entry::{Head, Op, Round};
use elsa::FrozenIndexSet;
use foldhash::fast::RandomState;
use std::cell::Cell;

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
pub(crate) struct Names {
    all: FrozenIndexSet<Box<str>, RandomState>,
    /// The one that was asked for last.
    last: Cell<u32>,
}

impl Names {
    pub(crate) fn of<'a>(names: impl Iterator<Item = &'a str>) -> Self {
        let all = Self::default();
        names.for_each(|name| {
            all.number(name);
        });
        all
    }

    pub(crate) fn number(&self, name: &str) -> u32 {
        self.find(name).unwrap_or_else(|| Self::wide(self.all.insert_full(name.into()).0))
    }

    /// The same of a name that is probably the last one again, or the one after it: a coder's lines go through questions
    /// and cases in order.
    pub(crate) fn follow(&self, name: &str) -> u32 {
        let last = self.last.get();
        let is_meant = |number: &u32| self.all.get_index(*number as usize) == Some(name);
        let found = [last, last.wrapping_add(1)].into_iter().find(is_meant).unwrap_or_else(|| self.number(name));
        self.last.set(found);
        found
    }

    pub(crate) fn find(&self, name: &str) -> Option<u32> {
        self.all.get_full(name).map(|(number, _)| Self::wide(number))
    }

    pub(crate) fn name(&self, number: u32) -> &str {
        self.all.get_index(number as usize).unwrap_or_default()
    }

    /// Every number there is, as slots hold coders and questions.
    pub(crate) fn numbers(&self) -> impl Iterator<Item = u16> {
        (0..u16::MAX).take_while(|&number| self.all.get_index(number.into()).is_some())
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

/// A time in milliseconds since 1970; 0 where a text is none.
pub(crate) fn milliseconds(ts: &str) -> i64 {
    plain(ts.as_bytes()).unwrap_or_else(|| ts.parse::<jiff::Timestamp>().map_or(0, jiff::Timestamp::as_millisecond))
}

/// A time as this program writes it: `2026-03-02T08:15:30.123Z`.
fn plain(ts: &[u8]) -> Option<i64> {
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2, b'T', h1, h2, b':', i1, i2, b':', s1, s2, b'.', f1, f2, f3, b'Z'] =
        ts
    else {
        return None;
    };
    let number = |digits: &[u8]| {
        digits.iter().try_fold(0, |sum, digit| digit.is_ascii_digit().then(|| sum * 10 + i64::from(digit - b'0')))
    };
    let (year, month, day) = (number(&[*y1, *y2, *y3, *y4])?, number(&[*m1, *m2])?, number(&[*d1, *d2])?);
    let (hour, minute, second) = (number(&[*h1, *h2])?, number(&[*i1, *i2])?, number(&[*s1, *s2])?);
    // The last days of months, and seconds that were put in, are left to the calendar.
    let is_plain = (1..=12).contains(&month) && (1..=28).contains(&day) && hour < 24 && minute < 60 && second < 60;
    // Years begin with March, so that the day that some have more comes last.
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let days =
        year * 365 + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + (153 * month + 2) / 5 + day
            - 719_469;
    let seconds = ((days * 24 + hour) * 60 + minute) * 60 + second;
    is_plain.then_some(seconds * 1000 + number(&[*f1, *f2, *f3])?)
}

#[cfg(test)]
mod tests {
    use super::milliseconds;
    use proptest::prelude::*;

    fn long(ts: &str) -> i64 {
        ts.parse::<jiff::Timestamp>().map_or(0, jiff::Timestamp::as_millisecond)
    }

    proptest! {
        #[test]
        fn a_time_is_the_same_the_short_way_and_the_long_way(
            ts in "[0-9]{4}-(0[0-9]|1[0-3])-[0-3][0-9]T[0-2][0-9]:[0-6][0-9]:[0-6][0-9]\\.[0-9]{3}Z"
        ) {
            prop_assert_eq!(milliseconds(&ts), long(&ts));
        }

        #[test]
        fn odd_times_too(ts in "[0-9a-zA-Z:. +-]{0,30}|2026-03-02T08:15:30(\\.[0-9]{0,9})?(Z|\\+01:00|z)") {
            prop_assert_eq!(milliseconds(&ts), long(&ts));
        }
    }
}
