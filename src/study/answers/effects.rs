//! What another version of the protocol makes of the answers.

use super::Answers;
use super::case_view::{Cell, CellStatus, Perspective};
use super::checks::is_gap;
use crate::study::index::QuestionIx;
use crate::study::ledger::entry::{Op, Round};
use crate::study::protocol::Protocol;
use std::collections::BTreeSet;
use typed_index_collections::TiSlice;

/// What becomes of the answers to one question.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Effect {
    /// The question's id.
    pub question: String,
    /// Answers to the question, which is no longer there.
    pub removed: usize,
    /// Answers that are no longer on offer.
    pub not_offered: usize,
    /// Answers whose condition no longer holds.
    pub masked: usize,
    /// Answers that hold, but were given under another wording.
    pub reworded: usize,
}

impl Effect {
    /// Counts an answer whose question now stands so, if it is there at all.
    fn count(&mut self, standing: Option<CellStatus>, reworded: bool) {
        match standing {
            None => self.removed += 1,
            Some(CellStatus::Unanswered) => self.not_offered += 1,
            Some(CellStatus::NotAsked | CellStatus::NotKnown) => self.masked += 1,
            Some(CellStatus::Answered) => self.reworded += usize::from(reworded),
        }
    }
}

/// What becomes of all answers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Effects {
    /// The questions with answers that something becomes of, in the old protocol's order.
    pub questions: Vec<Effect>,
    /// Begun cases with a gap that they did not have.
    pub cases_with_gaps: usize,
}

impl Answers {
    /// What becomes of the answers in `newer`: the same lines under another version of the protocol.
    ///
    /// Answers are those of record, and each coder's own of the blind rounds. Cases that were dropped are left out.
    pub fn effects(&self, newer: &Self) -> Effects {
        let now: Vec<Option<QuestionIx>> =
            self.protocol.questions.iter().map(|question| newer.protocol.question(&question.id)).collect();
        let mut effects = Effects::default();
        effects.questions.extend(
            self.protocol
                .questions
                .iter()
                .map(|question| Effect { question: question.id.clone(), ..Effect::default() }),
        );
        for perspective in self.lenses() {
            for case in self.cases.cases.keys().filter(|&case| self.dropped(case).is_none()) {
                let (was, is) = (self.sheet(perspective, case), newer.sheet(perspective, case));
                for ((effect, cell), place) in effects.questions.iter_mut().zip(&was).zip(&now) {
                    if cell.status == CellStatus::Answered {
                        let reworded =
                            place.is_some_and(|place| newer.earlier_wording(perspective, case, place).is_some());
                        let standing = place.and_then(|place| is.get(place)).map(|cell| cell.status);
                        effect.count(standing, reworded);
                    }
                }
                let begun = was.iter().any(|cell| cell.status == CellStatus::Answered);
                let gains = begun && has_new_gap(&self.protocol, &was, &newer.protocol, &is);
                effects.cases_with_gaps += usize::from(gains && perspective == Perspective::Record);
            }
        }
        effects.questions.retain(|effect| effect.removed + effect.not_offered + effect.masked + effect.reworded > 0);
        effects
    }

    /// Whose answers anybody sees: those of record, and the blind ones of each coder.
    pub(crate) fn lenses(&self) -> Vec<Perspective<'_>> {
        let slots = self.records.iter().map(|line| line.slot);
        let blind = slots.filter(|slot| slot.op == Op::Answer && slot.round.is_blind());
        let blind: BTreeSet<(&str, Round)> = blind.map(|slot| (self.coder_name(slot.coder), slot.round)).collect();
        std::iter::once(Perspective::Record)
            .chain(blind.into_iter().map(|(coder, round)| Perspective::Own(coder, round)))
            .collect()
    }
}

fn has_new_gap(
    old: &Protocol,
    was: &TiSlice<QuestionIx, Cell>,
    new: &Protocol,
    is: &TiSlice<QuestionIx, Cell>,
) -> bool {
    new.questions.iter_enumerated().any(|(place, question)| {
        let known = old.question(&question.id);
        is_gap(new, is, place) && !known.is_some_and(|known| is_gap(old, was, known))
    })
}
