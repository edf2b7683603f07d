//! Where answers were found.

use super::Answers;
use super::case_view::Perspective;
use super::record::{Record, Slot};
use crate::study::index::{CaseIx, QuestionIx};
use crate::study::ledger::entry::{Op, Round};
use crate::study::ledger::evidence::Evidence;

impl Answers {
    /// Where the answer to a question was found, by document and line: what its coder marked in its round. Nothing where
    /// there is no answer.
    pub fn evidence(&self, perspective: Perspective<'_>, case: CaseIx, question: QuestionIx) -> Vec<Evidence> {
        let given = self.given(perspective, case, question).filter(|given| given.value != 0);
        given.map_or_else(Vec::new, |given| self.evidence_upto(given, u64::MAX))
    }

    /// Where an answer was found, of which this is the line, by the lines up to `seq`.
    pub(crate) fn evidence_upto(&self, given: &Record, seq: u64) -> Vec<Evidence> {
        let slot = given.slot;
        // What is settled together is everybody's.
        let is_of = |coder: u16| slot.round == Round::Consensus || coder == slot.coder;
        let all = self.evidence.get(&(slot.case, slot.question)).into_iter().flatten();
        let own = all.filter(|other| other.round == slot.round && is_of(other.coder));
        let set = own.filter_map(|&slot| self.upto(slot, seq)).filter(|line| self.is_newest(line));
        let set = set.filter(|line| self.is_said_of(line, given));
        let mut found: Vec<Evidence> = set.filter_map(|line| self.marked(line)).collect();
        found.sort();
        found
    }

    /// Whether a line says where this answer was found: the answer that was written with it, or one that keeps what that
    /// chose. The first one behind it in its segment was written with it: an answer that never reached the disk leaves its
    /// place to no other.
    fn is_said_of(&self, line: &Record, given: &Record) -> bool {
        let answers = self.history(Slot { op: Op::Answer, item: 0, ..line.slot });
        let with = answers.take_while(|answer| answer.seq > line.seq).last();
        with.is_some_and(|with| with.segment == line.segment && self.keeps(with, given))
    }

    /// Whether an answer says all that another one did.
    fn keeps(&self, other: &Record, given: &Record) -> bool {
        let asked = given.slot.question.and_then(|place| self.protocol().questions.get(place));
        let chosen = |record: &Record| {
            let of = asked.filter(|asked| asked.is_multi() && record.value != 0).into_iter();
            of.flat_map(|asked| asked.chosen(self.text(record.value)).map(|(place, _)| place)).collect::<Vec<_>>()
        };
        let (before, now) = (chosen(other), chosen(given));
        other.value == given.value || (!before.is_empty() && before.iter().all(|place| now.contains(place)))
    }

    /// Every line on where the answer to a question of a case was found in the given rounds, of any coder (or of `only`).
    pub fn evidence_lines(
        &self,
        case: CaseIx,
        question: QuestionIx,
        rounds: &[Round],
        only: Option<&str>,
    ) -> impl Iterator<Item = &Record> {
        let slots = self.evidence.get(&(case, Some(question))).into_iter().flatten();
        let is_of = move |slot: &&Slot| only.is_none_or(|only| self.coder_name(slot.coder) == only);
        let meant = slots.filter(|slot| rounds.contains(&slot.round)).filter(is_of);
        meant.flat_map(|slot| self.history(*slot)).filter(|line| self.evidence_said(line).is_some())
    }

    /// What a line says of where an answer was found, or takes back.
    pub fn evidence_said(&self, line: &Record) -> Option<Evidence> {
        let said = if line.value == 0 { line.was } else { line.value };
        self.marked(&Record { value: said, ..*line })
    }

    /// The lines that a line of the ledger says an answer was found in.
    pub fn marked(&self, line: &Record) -> Option<Evidence> {
        let is_meant = line.slot.op == Op::Evidence && line.slot.question.is_some();
        if is_meant { Evidence::parse(self.text(line.slot.item), self.text(line.value)) } else { None }
    }

    /// Whether a line says where an answer was found, in a way that cannot be read.
    pub(crate) fn is_unread_evidence(&self, line: &Record) -> bool {
        line.slot.op == Op::Evidence && line.value != 0 && self.marked(line).is_none()
    }

    /// Whether it was said of an answer about a case where it was found.
    pub(crate) fn has_evidence_in(&self, case: CaseIx) -> bool {
        self.protocol().questions.keys().any(|question| self.evidence.contains_key(&(case, Some(question))))
    }

    /// Whether any answer of the study says where it was found.
    pub fn has_evidence(&self) -> bool {
        !self.evidence.is_empty()
    }
}
