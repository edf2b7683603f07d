//! A study: its protocol, its cases and all that was answered.

pub mod answers;
pub mod bundle;
pub mod case;
pub mod generated;
pub mod ledger;
pub mod protocol;
pub mod sample;
pub mod tally;

pub mod create;
pub mod folder;
pub mod gold;
pub mod index;
pub mod layout;
pub mod phase;
pub mod update;

use crate::study::answers::case_view::{Cell, CellStatus, Perspective, asks_nothing};
use crate::study::answers::{Answers, Change};
use crate::study::case::CaseList;
use crate::study::index::{At, CaseIx, QuestionIx};
use crate::study::ledger::entry::{Entry, Op};
use crate::study::ledger::left_out::LeftOut;
use crate::study::protocol::{Per, Protocol, Question};
use crate::study::tally::Tally;
use gold::Gold;
use phase::Phase;
use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::sync::Arc;
use typed_index_collections::TiSlice;

/// When the tally stands beside the questions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Deserialize, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Tallies {
    /// Always.
    #[default]
    Always,
    /// Only on the page that closes a case.
    AfterCase,
    /// Never.
    Never,
}

impl Tallies {
    /// The one with a name, as it is written in files.
    pub fn named(name: &str) -> Option<Self> {
        toml::Value::from(name).try_into().ok()
    }
}

/// From which shares on, in whole percent, something is a strength or a development area.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Thresholds {
    /// A strength has this share or more.
    pub strength_from: u32,
    /// A development area has this share or less.
    pub development_to: u32,
}

impl Default for Thresholds {
    fn default() -> Self {
        Self { strength_from: 80, development_to: 50 }
    }
}

/// The list that the cases were drawn from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Frame {
    /// How many cases each unit has in it.
    pub sizes: BTreeMap<String, usize>,
    /// How many of them are in the study.
    pub taken: usize,
}

impl Frame {
    /// How many cases it has.
    pub fn size(&self) -> usize {
        self.sizes.values().sum()
    }
}

/// A study in memory.
pub struct Study {
    /// Its title.
    pub title: String,
    /// Below this base counts stand without percent.
    pub percent_from: u32,
    /// From which shares on something is a strength or a development area.
    pub thresholds: Thresholds,
    /// When the tally stands beside the questions, unless the coder says otherwise.
    pub tallies: Tallies,
    /// The list that the cases were drawn from, where they were.
    pub frame: Option<Frame>,
    /// Which times of repeated questions are coded now; all of them where none is named.
    pub times: Vec<String>,
    /// The phase that was begun, if it is not the plain review.
    pub phase: Option<Phase>,
    /// What is asked of coders before they code on from the gold cases.
    pub gold: Gold,
    /// Its questions.
    pub protocol: Arc<Protocol>,
    /// Its cases.
    pub cases: Arc<CaseList>,
    /// What was answered.
    pub answers: Answers,
    /// See [`Study::tally`].
    pub(crate) tally: OnceCell<Tally>,
    /// What both lack, because it could not be read.
    pub left_out: LeftOut,
}

impl Study {
    /// The same study with its answers folded anew.
    #[must_use]
    pub fn with(&self, answers: Answers) -> Self {
        // Every field is named, so that none that is added later is forgotten.
        let Self {
            title,
            percent_from,
            thresholds,
            tallies,
            frame,
            times,
            phase,
            gold,
            protocol: _,
            cases: _,
            answers: _,
            tally: _,
            left_out,
        } = self;
        let (frame, times, phase, left_out) = (frame.clone(), times.clone(), phase.clone(), left_out.clone());
        let (percent_from, thresholds, tallies, gold) = (*percent_from, *thresholds, *tallies, *gold);
        let new = Self::new(title.clone(), answers);
        Self { percent_from, thresholds, tallies, frame, times, phase, gold, left_out, ..new }
    }

    /// A study from what was read.
    pub fn new(title: String, answers: Answers) -> Self {
        let (protocol, cases) = (Arc::clone(answers.protocol()), Arc::clone(answers.cases()));
        Self {
            title,
            percent_from: 10,
            thresholds: Thresholds::default(),
            tallies: Tallies::default(),
            frame: None,
            times: Vec::new(),
            phase: None,
            gold: Gold::default(),
            protocol,
            cases,
            answers,
            tally: OnceCell::new(),
            left_out: LeftOut::default(),
        }
    }

    /// The counts of what was answered, by unit, sex and informant: made when they are first asked for, and kept.
    pub fn tally(&self) -> &Tally {
        self.tally.get_or_init(|| {
            let by = [self.protocol.unit(), self.protocol.sex(), self.protocol.informant()];
            Tally::new(&self.answers, &by.into_iter().flatten().collect::<Vec<_>>())
        })
    }

    /// The units whose cases are coded, in the order they are shown.
    pub fn units(&self) -> Vec<&str> {
        let axis = self.protocol.unit().and_then(|unit| self.tally().by().iter().position(|&by| by == unit));
        axis.map_or_else(Vec::new, |axis| self.tally().values(axis, Per::Case))
    }

    /// How a unit is called.
    pub fn unit_label<'a>(&'a self, value: &'a str) -> &'a str {
        let unit = self.protocol.unit().and_then(|unit| self.protocol.attributes.get(unit));
        unit.map_or(value, |unit| unit.label_of(value))
    }

    /// Whether a question is to be coded now: it belongs to no time, or to one that is coded now.
    pub fn is_due(&self, question: &Question) -> bool {
        self.times.is_empty() || question.time.as_ref().is_none_or(|time| self.times.contains(&time.at))
    }

    /// Of the questions of a case with these cells that are due, asked and not optional: how many are answered, and how
    /// many there are.
    pub fn filled(&self, cells: &TiSlice<QuestionIx, Cell>) -> (usize, usize) {
        let asked = self.protocol.questions.iter().zip(cells);
        let asked =
            asked.filter(|(question, _)| !question.optional && question.derive.is_none() && self.is_due(question));
        asked.fold((0, 0), |(answered, all), (_, cell)| match cell.status {
            CellStatus::Answered => (answered + 1, all + 1),
            CellStatus::Unanswered => (answered, all + 1),
            CellStatus::NotAsked | CellStatus::NotKnown => (answered, all),
        })
    }

    /// Whether a question of a case with these cells is due, asked, must be answered and is not.
    pub fn is_gap(&self, cells: &TiSlice<QuestionIx, Cell>, question: QuestionIx) -> bool {
        self.is_due(self.protocol.questions.at(question)) && self.answers.is_gap(cells, question)
    }

    /// Whether anything is answered in a case with these cells; what follows from the case list does not count.
    pub fn is_begun(&self, cells: &TiSlice<QuestionIx, Cell>) -> bool {
        let mut asked = self.protocol.questions.iter().zip(cells).filter(|(question, _)| question.derive.is_none());
        asked.any(|(_, cell)| cell.status == CellStatus::Answered)
    }

    /// Whether nothing is asked about a case: it is neither open nor coded, and counts nowhere.
    pub fn asks_nothing(&self, case: CaseIx) -> bool {
        asks_nothing(&self.protocol.questions, self.tally().cells(case))
    }

    /// Whether a case is finished for the times that are coded now: one that was finished before anything was answered
    /// for them is open again.
    pub fn is_done(&self, perspective: Perspective<'_>, case: CaseIx) -> bool {
        let done = self.answers.record(perspective, Op::Done, case, None).filter(|done| done.value != 0);
        let before = |place: QuestionIx, seq: u64| {
            let answer = self.answers.record(perspective, Op::Answer, case, Some(place));
            answer.is_some_and(|answer| answer.value != 0 && answer.seq < seq)
        };
        let mut now = self.protocol.questions.iter_enumerated();
        done.is_some_and(|done| {
            self.times.is_empty()
                || now.any(|(place, question)| {
                    question.time.is_some() && self.is_due(question) && before(place, done.seq)
                })
        })
    }

    /// Takes one more entry: the answers move, and the counts with them.
    pub fn apply(&mut self, entry: &Entry<'_>) -> Change {
        let change = self.answers.apply(entry);
        if let Change::Case(case) = change {
            self.answers.lift(case);
        }
        // Counts that nobody has asked for are made of all entries at once.
        if let Some(tally) = self.tally.get_mut() {
            tally.follow(&self.answers, change);
        }
        change
    }
}
