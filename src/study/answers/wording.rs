//! Answers given under an earlier version of the protocol, and how that one put the question.

use super::Answers;
use super::case_view::Perspective;
use super::record::{Names, Record};
use crate::study::index::{CaseIx, QuestionIx};
use crate::study::ledger::entry::Op;
use crate::study::protocol::Protocol;
use crate::study::protocol::diff::Difference;
use foldhash::HashMap;
use std::sync::Arc;

/// The versions of the protocol that lines were written under, by number; the study's own is 0.
#[derive(Default)]
pub(crate) struct Versions {
    hashes: Names,
    earlier: Arc<[Protocol]>,
    /// The place of each earlier version.
    known: HashMap<u16, usize>,
    /// The question's place in an earlier version that words it differently, by version and present place.
    reworded: HashMap<(u16, QuestionIx), QuestionIx>,
}

impl Versions {
    pub(crate) fn new(own: &Protocol, earlier: Arc<[Protocol]>) -> Self {
        let mut versions = Self { hashes: Names::of([own.hash.as_str()].into_iter()), ..Self::default() };
        for (at, other) in earlier.iter().enumerate().filter(|(_, other)| other.hash != own.hash) {
            let version = versions.number(&other.hash);
            versions.known.insert(version, at);
            for (now, question) in own.questions.iter_enumerated() {
                let then = other.question(&question.id);
                if let Some(then) = then.filter(|&then| !other.rewordings(then, own, now).is_empty()) {
                    versions.reworded.insert((version, now), then);
                }
            }
        }
        Self { earlier, ..versions }
    }

    /// The number of a version by its hash, also of one that no file is left of.
    pub(crate) fn number(&mut self, hash: &str) -> u16 {
        Names::narrow(self.hashes.number(hash))
    }

    /// The hash of a version.
    pub(crate) fn hash(&self, version: u16) -> &str {
        self.hashes.name(version.into())
    }

    fn protocol(&self, version: u16) -> Option<&Protocol> {
        self.earlier.get(*self.known.get(&version)?)
    }
}

/// An earlier wording of a question.
#[derive(Clone, Copy)]
pub struct Wording<'a> {
    /// The version that has it.
    pub protocol: &'a Protocol,
    /// The question's place in that version.
    pub place: QuestionIx,
}

impl Answers {
    /// The same state before the first entry, with what the earlier versions of the protocol were.
    #[must_use]
    pub fn with_earlier(self, earlier: Arc<[Protocol]>) -> Self {
        Self { versions: Versions::new(&self.protocol, earlier), ..self }
    }

    /// The state of the same study before the first entry.
    #[must_use]
    pub fn emptied(&self) -> Self {
        let blank = Self::new(Arc::clone(&self.protocol), Arc::clone(&self.cases));
        blank.with_earlier(Arc::clone(&self.versions.earlier))
    }

    /// Whether any question is worded differently from an earlier version.
    pub fn is_reworded(&self) -> bool {
        !self.versions.reworded.is_empty()
    }

    /// The earlier wording that the answer to a question was given under, if it is not the one of now.
    pub fn earlier_wording(
        &self,
        perspective: Perspective<'_>,
        case: CaseIx,
        question: QuestionIx,
    ) -> Option<Wording<'_>> {
        if !self.is_reworded() {
            return None;
        }
        let record = self.given(perspective, case, question).filter(|record| record.value != 0)?;
        // What an undo puts back was not looked at anew.
        let given = self.origin(record).unwrap_or(record);
        let place = *self.versions.reworded.get(&(given.version, record.slot.question?))?;
        Some(Wording { protocol: self.versions.protocol(given.version)?, place })
    }

    /// How the question of an earlier wording is put otherwise now.
    pub fn rewordings(&self, earlier: Wording<'_>, question: QuestionIx) -> Vec<Difference> {
        earlier.protocol.rewordings(earlier.place, &self.protocol, question)
    }

    /// Current records on questions or choices that only an earlier version has: kept, and not counted.
    pub fn outdated(&self) -> impl Iterator<Item = &Record> {
        let current = self.strays.iter().filter_map(|&slot| self.current(slot));
        current.filter(|record| self.is_stray(record) && self.was_known(record))
    }

    /// Whether a line speaks of a question or a choice that the protocol had when it was written.
    pub(crate) fn was_known(&self, record: &Record) -> bool {
        let case = record.slot.case;
        if case >= self.cases.cases.next_key() || self.is_unread_evidence(record) {
            return false;
        }
        let protocol = self.versions.protocol(record.version);
        let question = protocol.and_then(|protocol| {
            let place = protocol.question(self.question_id(record))?;
            protocol.questions.get(place)
        });
        question.is_some_and(|question| record.slot.op != Op::Answer || question.offers(self.text(record.value)))
    }
}

#[cfg(test)]
mod tests;
