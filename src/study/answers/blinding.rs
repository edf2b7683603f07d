//! Blinding: what a coder must not see yet. Until a case that is to be coded blind is finished, nothing that others have
//! written about it, and nothing that the coder wrote about it in the first round, is in the fold.

use super::Answers;
use super::case_view::{Perspective, asks_nothing};
use super::record::{NONE, Names, Record, Slot};
use crate::study::index::{CaseIx, QuestionIx};
use crate::study::ledger::entry::{Entry, Head, Op, Round};
use foldhash::HashMap;
use std::collections::BTreeSet;

/// The cases that are closed to a coder, with the lines that are held back.
#[derive(Default)]
pub(crate) struct Blinding {
    readers: Vec<String>,
    held: HashMap<CaseIx, Vec<Entry<'static>>>,
}

impl Answers {
    /// The cases that a coder is to code blind, or has begun to, and has not finished.
    pub fn due_blind(&self, coder: &str) -> Vec<CaseIx> {
        self.cases()
            .files()
            .filter(|&case| Round::BLIND.iter().any(|&round| self.is_due_blind(coder, round, case)))
            .collect()
    }

    /// The cases that somebody is to code blind under one of some names.
    pub fn due_to(&self, readers: &[String]) -> Vec<CaseIx> {
        let due: BTreeSet<CaseIx> = readers.iter().flat_map(|reader| self.due_blind(reader)).collect();
        due.into_iter().collect()
    }

    /// Whether a coder is to code a case blind in a round, or has begun to, and has not finished it.
    ///
    /// The plan says who codes what a second time. A spot check is taken on by a line of its own: see [`Op::Take`]. Who
    /// took the case over in the meantime, or coded it together with its coder, has no second coding left to do.
    pub fn is_due_blind(&self, coder: &str, round: Round, case: CaseIx) -> bool {
        let says = |op: Op| self.own(op, coder, round, case, None).is_some_and(|line| line.value != 0);
        let is_asked = match round {
            Round::Second if self.owner(case) == Some(coder) || self.sat_beside(coder, case) => return false,
            Round::Second => self.cases().codes_again(case, coder),
            _ => says(Op::Take),
        };
        let is_begun = self.answered_in(coder, round, case) > 0;
        (is_asked || is_begun) && !says(Op::Done) && !says(Op::Drop) && {
            let cells = self.sheet(Perspective::Own(coder, round), case);
            !asks_nothing(&self.protocol().questions, &cells)
        }
    }

    /// How many questions about a case a coder has answered in a round.
    pub fn answered_in(&self, coder: &str, round: Round, case: CaseIx) -> usize {
        let Some(coder) = self.coder(coder) else { return 0 };
        let questions = self.protocol().questions.keys();
        let line = |question: &QuestionIx| self.current(Slot::plain(Op::Answer, round, coder, case, Some(*question)));
        questions.filter(|question| line(question).is_some_and(|line| line.value != 0)).count()
    }

    /// Everybody whom the plan or the ledger names.
    pub fn known_coders(&self) -> BTreeSet<&str> {
        let wrote = self.coders.numbers().map(|coder| self.coder_name(coder));
        self.cases().coders().chain(wrote).collect()
    }

    /// The same state before the first entry, with these cases closed to who reads, by every name that they code under.
    #[must_use]
    pub fn behind(self, readers: &[String], closed: &[CaseIx]) -> Self {
        let held = closed.iter().map(|&case| (case, Vec::new())).collect();
        Self { blinding: Blinding { readers: readers.to_vec(), held }, ..self }
    }

    /// The same lines with these cases closed to who reads, by every name that they code under.
    ///
    /// Texts, cases and questions keep their numbers; coders do not, for one who wrote of closed cases alone is not known.
    #[must_use]
    pub fn closed_to(self, readers: &[String], closed: &[CaseIx]) -> Self {
        let mut open = self.emptied().behind(readers, closed);
        let mut copies: HashMap<u32, Vec<Head>> = HashMap::default();
        for (h, number) in self.aliases {
            copies.entry(number).or_default().push(h);
        }
        (open.texts, open.stray_cases, open.question_ids) = (self.texts, self.stray_cases, self.question_ids);
        (open.versions, open.newest) = (self.versions, self.newest);
        for (number, record) in (0..).zip(self.records) {
            let coder = self.coders.name(record.slot.coder.into());
            let older = copies.get(&number).into_iter().flatten().filter(|h| **h != record.h);
            for record in older.map(|h| Record { segment: 0, h: *h, ..record }).chain([record]) {
                if !open.is_closed(record.slot.case) || !open.hold(&open.entry(&record, coder).into_owned()) {
                    let slot = Slot { coder: Names::narrow(open.coders.follow(coder)), ..record.slot };
                    open.take(Record { slot, previous: NONE, ..record });
                }
            }
        }
        open
    }

    /// The entry that a record was made of.
    fn entry<'a>(&'a self, record: &Record, coder: &'a str) -> Entry<'a> {
        let slot = record.slot;
        let at = jiff::Timestamp::from_millisecond(record.at).unwrap_or_default();
        Entry {
            op: slot.op,
            seq: record.seq,
            ts: format!("{at:.3}").into(),
            coder: coder.into(),
            segment: record.segment,
            round: slot.round,
            case_id: self.case_id(record).into(),
            question: self.question_id(record).into(),
            item: self.text(slot.item).into(),
            value: self.text(record.value).into(),
            was: self.text(record.was).into(),
            undoes: record.undoes,
            protocol: self.versions.hash(record.version).into(),
            with: self.text(record.with).into(),
            h: record.h,
        }
    }

    /// Whether a case is closed to the coder who reads: what was said of it does not count yet.
    pub fn is_closed(&self, case: CaseIx) -> bool {
        self.blinding.held.contains_key(&case)
    }

    /// How many cases are closed to the coder who reads.
    pub fn closed(&self) -> usize {
        self.blinding.held.len()
    }

    /// Under which names and in which rounds cases that are closed are to be coded, and how many.
    pub fn due(&self) -> Vec<(&str, Round, usize)> {
        let of = |reader: &String, round| {
            self.cases().files().filter(|&case| self.is_due_blind(reader, round, case)).count()
        };
        let readers = self.blinding.readers.iter().filter(|_| self.closed() > 0);
        let due = readers.flat_map(|reader| Round::BLIND.map(|round| (reader.as_str(), round, of(reader, round))));
        due.filter(|(.., n)| *n > 0).collect()
    }

    /// Holds a line back if its case is closed; tells whether it did.
    pub(crate) fn hold(&mut self, entry: &Entry<'_>) -> bool {
        let is_reader = || self.blinding.readers.iter().any(|reader| *reader == entry.coder);
        let is_own = || is_reader() && (entry.round.is_blind() || entry.op == Op::Take);
        if self.blinding.held.is_empty() || is_own() {
            return false;
        }
        let case = self.case_place(&entry.case_id);
        let Some(held) = case.and_then(|case| self.blinding.held.get_mut(&case)) else {
            return false;
        };
        held.push(entry.clone().into_owned());
        true
    }

    /// Opens a case whose blind coding is finished: what was held back counts from now on.
    pub fn lift(&mut self, case: CaseIx) {
        let is_due = |reader: &String| Round::BLIND.iter().any(|&round| self.is_due_blind(reader, round, case));
        if !self.is_closed(case) || self.blinding.readers.iter().any(is_due) {
            return;
        }
        let held = self.blinding.held.remove(&case);
        for line in held.iter().flatten() {
            self.apply(line);
        }
    }

    /// The same study folded anew from all its lines, with the same coder reading.
    #[must_use]
    pub fn refolded<'a>(&self, lines: &(impl Iterator<Item = &'a Entry<'static>> + Clone)) -> Self {
        let fold = |mut answers: Self| {
            lines.clone().for_each(|line| {
                answers.apply(line);
            });
            answers
        };
        let whole = fold(self.emptied());
        let readers = self.blinding.readers.as_slice();
        match whole.due_to(readers).as_slice() {
            [] => whole.behind(readers, &[]),
            closed => fold(self.emptied().behind(readers, closed)),
        }
    }
}
