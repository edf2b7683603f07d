//! Whether coders found their answers in the same lines of the file.

use super::{CaseCodings, DoubleCoding};
use crate::statistics::agreement::percent::PercentAgreement;
use crate::study::index::{At, QuestionIx};
use crate::study::ledger::evidence::Evidence;
use std::iter::Sum;

/// The answers to a question of which two say where they found them: pairs of codings of one case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Overlap {
    /// In how many pairs both have a line in common, and how many there are.
    pub pairs: PercentAgreement,
    /// How many have none, and documents of one name that were not the same bytes.
    pub others: u32,
}

impl Overlap {
    /// Of one pair.
    fn of(one: &[Evidence], other: &[Evidence]) -> Self {
        let any = |is_meant: fn(&Evidence, &Evidence) -> bool| one.iter().any(|a| other.iter().any(|b| is_meant(a, b)));
        let is_alike = any(Evidence::overlaps);
        let is_changed = any(|a, b| a.document == b.document && !a.is_of_same_bytes(b));
        Self {
            pairs: PercentAgreement { alike: u32::from(is_alike), of: 1 },
            others: u32::from(!is_alike && is_changed),
        }
    }
}

impl Sum for Overlap {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        let none = Self { pairs: PercentAgreement { alike: 0, of: 0 }, others: 0 };
        all.fold(none, |sum, one| Self {
            pairs: [sum.pairs, one.pairs].into_iter().sum(),
            others: sum.others + one.others,
        })
    }
}

impl DoubleCoding<'_> {
    /// The questions that the coders were asked, each with how often two found the answer in the same lines.
    pub fn overlaps(&self) -> Vec<(QuestionIx, Overlap)> {
        let questions = self.study().protocol.questions.keys();
        let asked = questions.filter(|&place| self.study().protocol.questions.at(place).derive.is_none());
        asked.map(|place| (place, self.cases.iter().flat_map(|doubled| pairs(doubled, place)).sum())).collect()
    }
}

/// Every two codings of a case that say where they found the answer to a question.
fn pairs(doubled: &CaseCodings, question: QuestionIx) -> impl Iterator<Item = Overlap> {
    let found: Vec<&Vec<Evidence>> = doubled.found.iter().filter_map(|found| found.get(&question)).collect();
    (1..found.len()).flat_map(move |at| {
        let (before, this) = found.split_at(at);
        let this = this.first().copied();
        let pairs = before.iter().filter_map(|other| Some(Overlap::of(other, this?)));
        pairs.collect::<Vec<_>>()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::reliability::tests::coded;
    use crate::study::Study;
    use crate::study::answers::tests::fixture::{ASSIGNED, BESLUT, FOUND, PLAN, fold, found, in_round};
    use crate::study::ledger::entry::{Entry, Round};

    const OTHER: &str = "ffffffffffffffffffffffffffffffff text 1";

    /// How alike anna's and bo's evidence for two questions is: in common, of how many, and of other bytes.
    fn overlaps(
        anna: &[(QuestionIx, &'static str, &'static str)],
        bo: &[(QuestionIx, &'static str, &'static str)],
    ) -> Vec<(u32, u32, u32)> {
        let said = [(BESLUT, "ja"), (PLAN, "ja")];
        let line = |seq, coder, (question, item, value)| found(seq, coder, (ASSIGNED, question), item, value);
        let mut lines: Vec<Entry<'static>> = (1..).zip(anna).map(|(seq, one)| line(seq, "anna", *one)).collect();
        lines.extend((1..).zip(bo).map(|(seq, one)| in_round(Round::Second, line(seq, "bo", *one))));
        // Where an answer was found is written before it.
        let answered = [coded(Round::First, "anna", ASSIGNED, &said), coded(Round::Second, "bo", ASSIGNED, &said)];
        lines.extend(answered.into_iter().flatten().map(|line| Entry { seq: line.seq + 100, ..line }));
        let study = Study::new("T".to_owned(), fold(&lines));
        let all = DoubleCoding::of(&study, Round::Second).overlaps();
        let meant = all.into_iter().filter(|(place, _)| [BESLUT, PLAN].contains(place));
        meant.map(|(_, one)| (one.pairs.alike, one.pairs.of, one.others)).collect()
    }

    #[test]
    fn two_found_the_same_where_a_line_is_in_both() {
        let anna = [(BESLUT, "journal:1-5", FOUND), (BESLUT, "plan:9-9", FOUND), (PLAN, "journal:1-5", FOUND)];
        let bo = [(BESLUT, "journal:5-8", FOUND), (PLAN, "journal:6-8", FOUND)];
        assert_eq!(overlaps(&anna, &bo), [(1, 1, 0), (0, 1, 0)]);
        assert_eq!(overlaps(&anna, &bo[..1]), [(1, 1, 0), (0, 0, 0)], "only one says where");
        assert_eq!(overlaps(&[], &bo), [(0, 0, 0); 2]);
    }

    #[test]
    fn lines_of_other_bytes_are_not_the_same() {
        let anna = [(BESLUT, "journal:1-5", FOUND), (PLAN, "journal:1-5", FOUND)];
        let bo = [(BESLUT, "journal:1-5", OTHER), (PLAN, "plan:1-5", OTHER)];
        assert_eq!(overlaps(&anna, &bo), [(0, 1, 1), (0, 1, 0)]);
    }
}
