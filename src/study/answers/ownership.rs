//! Whose a case is: its assigned coder's or its first one's, then whoever's who takes it over.

use super::Answers;
use super::record::{Record, Slot};
use crate::study::index::{At, CaseIx};
use crate::study::ledger::entry::{Op, Round};
use std::collections::{BTreeMap, BTreeSet};

/// A coder's time with a case: from `seq` on, until somebody else takes it over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Ownership {
    pub(crate) seq: u64,
    pub(crate) coder: u16,
}

impl Record {
    /// The stint that this line would begin.
    pub(crate) fn stint(&self) -> Ownership {
        Ownership { seq: self.seq, coder: self.slot.coder }
    }
}

impl Answers {
    /// Makes the coder of the earliest line of the first round its case's first owner; tells whether that changed.
    ///
    /// Dropping a case founds like answering it: else nobody could drop what nobody has begun.
    pub(crate) fn found(&mut self, case: CaseIx, record: Record) -> bool {
        let founder = record.stint();
        let known = self.founder(case);
        if record.slot.round != Round::First || known.is_some_and(|known| self.order(known) <= self.order(founder)) {
            return false;
        }
        *self.founders.at_mut(case) = Some(founder);
        known.is_none_or(|known| known.coder != founder.coder)
    }

    /// Who began a case; nobody in one that the case list does not have.
    fn founder(&self, case: CaseIx) -> Option<Ownership> {
        self.founders.get(case).copied().flatten()
    }

    /// Whose the case was, first to last: the assigned coder or the first to answer it, then whoever took it over.
    pub(crate) fn stints(&self, case: CaseIx) -> Vec<Ownership> {
        self.stints_upto(case, u64::MAX)
    }

    /// As [`Answers::stints`], by the take-overs among the lines up to `seq`.
    pub(crate) fn stints_upto(&self, case: CaseIx, seq: u64) -> Vec<Ownership> {
        let assigned = self.cases.assigned(case);
        let mut stints = Vec::with_capacity(1);
        match assigned {
            Some(slug) => stints.extend(self.coder(slug).map(|coder| Ownership { seq: 0, coder })),
            None => {
                stints.extend(self.founder(case).map(|founder| Ownership { seq: 0, ..founder }));
            }
        }
        let takers = self.takes.get(&case).into_iter().flatten();
        let mut taken: Vec<Ownership> = takers.flat_map(|&coder| self.takes_of(case, coder, seq)).collect();
        taken.sort_unstable_by(|one, other| self.order(*one).cmp(&self.order(*other)));
        stints.append(&mut taken);
        stints
    }

    /// A coder's take-overs of a case that were not set back or undone, among the lines up to `seq`.
    ///
    /// The second of two take-overs is undone by a line that puts the reason of the first back: no third one.
    fn takes_of(&self, case: CaseIx, coder: u16, seq: u64) -> Vec<Ownership> {
        let slot = Slot::plain(Op::Take, Round::First, coder, case, None);
        let mut lines: Vec<&Record> = self.history(slot).filter(|line| line.seq <= seq).collect();
        lines.reverse();
        let mut taken: Vec<&Record> = Vec::new();
        for line in lines {
            let undone = line.undoes.zip(taken.last()).is_some_and(|(h, last)| self.is_named(last, h));
            if undone || line.value == 0 {
                taken.pop();
            } else {
                taken.push(line);
            }
        }
        taken.into_iter().map(Record::stint).collect()
    }

    /// The slug of the coder who owns a case, if anybody does.
    pub fn owner(&self, case: CaseIx) -> Option<&str> {
        match self.stints(case).last() {
            Some(stint) => Some(self.coder_name(stint.coder)),
            None => self.cases.assigned(case),
        }
    }

    /// Whether a case is or was a coder's.
    pub(crate) fn has_owned(&self, case: CaseIx, coder: u16) -> bool {
        self.stints(case).iter().any(|stint| stint.coder == coder)
    }

    /// Whose a case was first, if it is begun: who must keep it in a plan, so that every answer goes on counting.
    pub fn begun_by(&self, case: CaseIx) -> Option<&str> {
        let founder = self.founder(case);
        let is_begun = founder.is_some() || self.takes.contains_key(&case);
        let founder = founder.map(|founder| self.coder_name(founder.coder));
        self.cases.assigned(case).or(founder).or_else(|| self.owner(case)).filter(|_| is_begun)
    }

    /// Who has written about each case in a round.
    pub fn begun_in(&self, round: Round) -> BTreeMap<CaseIx, BTreeSet<&str>> {
        let mut begun: BTreeMap<CaseIx, BTreeSet<&str>> = BTreeMap::new();
        for slot in self.records.iter().map(|line| line.slot).filter(|slot| slot.round == round) {
            begun.entry(slot.case).or_default().insert(self.coder_name(slot.coder));
        }
        begun
    }

    /// Whether a case may be coded in the first round by a coder without taking it over.
    pub fn may_code(&self, case: CaseIx, slug: &str) -> bool {
        !self.is_closed(case) && self.owner(case).is_none_or(|owner| owner == slug)
    }
}
