//! Spot checks: the cases that a coder has drawn to code blind, and what giving a draw up takes back.
//!
//! A draw is one line `take` of the round `spot` a case, its value the seed. The last line of a slot wins, so a draw is
//! given up, or undone, by lines that set back what it wrote.

use super::Answers;
use super::record::{Record, Slot};
use crate::study::index::CaseIx;
use crate::study::ledger::entry::{Draft, Op, Round};
use foldhash::{HashSet, HashSetExt};

/// A draw of cases that a coder codes blind, to be compared with the first coding afterwards.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpotCheck<'a> {
    /// The seed of the draw.
    pub seed: &'a str,
    /// Its cases, in the order of the case list.
    pub cases: Vec<CaseIx>,
    /// Those of them that are neither finished nor dropped.
    pub left: Vec<CaseIx>,
}

impl Answers {
    /// A coder's newest draw that was not given up.
    pub fn spot_check(&self, coder: &str) -> Option<SpotCheck<'_>> {
        let lines: Vec<&Record> = self.cases().files().filter_map(|case| self.drawn(coder, case)).collect();
        let newest = lines.iter().max_by(|one, other| self.compare(one, other))?.value;
        let lines = lines.iter().filter(|line| line.value == newest);
        let cases: Vec<CaseIx> = lines.map(|line| line.slot.case).collect();
        let is_left = |case: &CaseIx| self.is_due_blind(coder, Round::Spot, *case);
        Some(SpotCheck { seed: self.text(newest), left: cases.iter().copied().filter(is_left).collect(), cases })
    }

    /// The line with which a coder drew a case for a spot check, if that stands.
    pub fn drawn(&self, coder: &str, case: CaseIx) -> Option<&Record> {
        self.own(Op::Take, coder, Round::Spot, case, None).filter(|line| line.value != 0)
    }

    /// The lines that set back all that a coder wrote about some cases in spot checks, the draw itself last: so the
    /// first undo brings the draw back.
    pub fn given_up(&self, coder: &str, cases: &[CaseIx]) -> Vec<Draft> {
        let mut known: HashSet<Slot> = HashSet::new();
        let lines = self.written_by(coder, Round::Spot).into_iter();
        let own = lines.filter(|line| cases.contains(&(line.slot.case)) && known.insert(line.slot));
        let current = own.filter_map(|line| self.current(line.slot)).filter(|line| line.value != 0);
        let mut drafts: Vec<Draft> = current.map(|line| self.set_back(line)).collect();
        drafts.sort_by_key(|draft| draft.op == Op::Take);
        drafts
    }

    fn set_back(&self, line: &Record) -> Draft {
        let was = if line.slot.op.is_text() { line.h.to_string() } else { self.text(line.value).to_owned() };
        Draft {
            op: line.slot.op,
            round: line.slot.round,
            case_id: self.case_id(line).to_owned(),
            question: self.question_id(line).to_owned(),
            item: self.text(line.slot.item).to_owned(),
            value: String::new(),
            was,
            undoes: None,
            begun: None,
        }
    }
}
