//! The codings of a case that were each made without the others: who finished it in which round, and what they answered.
//!
//! A coding is compared as it stood when its coder could first see another one: at the first line with which both had
//! finished the case. What is changed after that, or settled together, is no coding of one's own any more; nor is that of
//! who takes the case over after it, or of the second coder who took it over before.

use super::case_view::{Cell, CellStatus};
use super::ownership::Ownership;
use super::{Answers, Record, Slot};
use crate::study::index::{CaseIx, QuestionIx};
use crate::study::ledger::entry::{Op, Round};
use crate::study::ledger::evidence::Evidence;
use std::collections::BTreeMap;
use typed_index_collections::{TiSlice, TiVec};

/// One coder's coding of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coding<'a> {
    /// Whose it is; of the first coding, who owned the case then.
    pub coder: &'a str,
    /// In which round it was made.
    pub round: Round,
    /// What was answered, with conditions judged on these answers alone.
    pub cells: TiVec<QuestionIx, Cell>,
    /// Where what was answered was found, as far as that was said.
    pub found: BTreeMap<QuestionIx, Vec<Evidence>>,
}

/// From which line on a case was finished, and up to which.
type Span = (u64, u64);

/// Who made a coding, and when it was finished.
struct Finished {
    stints: Vec<Ownership>,
    round: Round,
    spans: Vec<Span>,
}

impl Answers {
    /// The finished codings of a case, the first one before those of a blind `round`; none until the first and another are
    /// finished: who is still to code a case first must not see how others did.
    pub fn codings(&self, case: CaseIx, round: Round) -> Vec<Coding<'_>> {
        if self.dropped(case).is_some() {
            return Vec::new();
        }
        // Dropping a case opens it: who takes that back has seen it.
        let has_dropped =
            |coder: u16| self.history(Slot::plain(Op::Drop, round, coder, case, None)).any(|line| line.value != 0);
        let alone = self.coders.numbers().filter(|&coder| !self.sat_beside(self.coder_name(coder), case));
        let alone = alone.filter(|&coder| !has_dropped(coder));
        let blind = alone.map(|coder| vec![Ownership { seq: 0, coder }]);
        let first = self.finished(case, self.stints(case), Round::First);
        let others = blind.map(|own| self.finished(case, own, round));
        let seen: Vec<(Finished, u64)> =
            others.filter_map(|own| compared(&first, &own).map(|seq| (own, seq))).collect();
        let Some(earliest) = seen.iter().map(|(_, seq)| *seq).min() else { return Vec::new() };
        let codings = std::iter::once((first, earliest)).chain(seen).filter_map(|(own, seq)| {
            let coder = self.coder_name(own.coder(seq)?);
            let cells = self.coded(case, &own, seq);
            let found = self.passages(case, &own, seq, &cells);
            Some(Coding { coder, round: own.round, cells, found })
        });
        codings.collect()
    }

    /// What a coding said with the lines up to `seq`.
    fn coded(&self, case: CaseIx, own: &Finished, seq: u64) -> TiVec<QuestionIx, Cell> {
        self.judged(case, |place| self.line(case, own, seq, place).map_or(0, |line| line.value))
    }

    /// The line of a coding on a question, among those up to `seq`.
    fn line(&self, case: CaseIx, own: &Finished, seq: u64, question: QuestionIx) -> Option<&Record> {
        self.of_coders(&own.stints, own.round, Op::Answer, case, Some(question), seq)
    }

    /// Where a coding with these cells found its answers, with the lines up to `seq`.
    fn passages(
        &self,
        case: CaseIx,
        own: &Finished,
        seq: u64,
        cells: &TiSlice<QuestionIx, Cell>,
    ) -> BTreeMap<QuestionIx, Vec<Evidence>> {
        let answered = cells.iter_enumerated().filter(|(_, cell)| cell.status == CellStatus::Answered);
        let found = answered.filter_map(|(place, _)| {
            let found = self.evidence_upto(self.line(case, own, seq, place)?, seq);
            (!found.is_empty()).then_some((place, found))
        });
        if self.has_evidence() { found.collect() } else { BTreeMap::new() }
    }

    fn finished(&self, case: CaseIx, stints: Vec<Ownership>, round: Round) -> Finished {
        let mut spans: Vec<Span> = Vec::new();
        for stint in &stints {
            let mut until = u64::MAX;
            for line in self.history(Slot::plain(Op::Done, round, stint.coder, case, None)) {
                if line.value != 0 {
                    spans.push((line.seq, until));
                }
                until = line.seq;
            }
        }
        Finished { stints, round, spans }
    }
}

impl Finished {
    /// Whose it was at a line.
    fn coder(&self, seq: u64) -> Option<u16> {
        self.stints.iter().rfind(|stint| stint.seq <= seq).map(|stint| stint.coder)
    }
}

/// The first line at which two had finished; none where they are one coder's, but for a spot check of one's own case.
fn compared(one: &Finished, other: &Finished) -> Option<u64> {
    let is_retest = [one, other].iter().any(|own| own.round == Round::Spot);
    first_common(&one.spans, &other.spans).filter(|&seq| is_retest || one.coder(seq) != other.coder(seq))
}

/// The first line at which two had finished.
fn first_common(one: &[Span], other: &[Span]) -> Option<u64> {
    let pairs = one.iter().flat_map(|own| other.iter().map(move |other| (own.0.max(other.0), own.1.min(other.1))));
    pairs.filter(|(from, until)| from < until).map(|(from, _)| from).min()
}
