//! A study: its protocol, its cases and all that was answered.

pub mod create;
pub mod folder;
pub mod update;

use crate::answers::{Answers, Change};
use crate::case::CaseList;
use crate::ledger::entry::Entry;
use crate::protocol::Protocol;
use crate::tally::Tally;
use std::collections::BTreeMap;
use std::sync::Arc;

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

/// A study in memory.
pub struct Study {
    /// Its title.
    pub title: String,
    /// Below this base counts stand without percent.
    pub percent_from: u32,
    /// When the tally stands beside the questions, unless the coder says otherwise.
    pub tallies: Tallies,
    /// How many cases of each unit there were to draw from, where the cases were drawn.
    pub frame: Option<BTreeMap<String, usize>>,
    /// Its questions.
    pub protocol: Arc<Protocol>,
    /// Its cases.
    pub cases: Arc<CaseList>,
    /// What was answered.
    pub answers: Answers,
    /// The counts of it, by unit, sex and informant.
    pub tally: Tally,
}

impl Study {
    /// A study from what was read.
    pub fn new(title: String, answers: Answers) -> Self {
        let (protocol, cases) = (Arc::clone(answers.protocol()), Arc::clone(answers.cases()));
        let by: Vec<usize> = [protocol.unit(), protocol.sex(), protocol.informant()].into_iter().flatten().collect();
        let tally = Tally::new(&answers, &by);
        Self { title, percent_from: 10, tallies: Tallies::default(), frame: None, protocol, cases, answers, tally }
    }

    /// Takes one more entry: the answers move, and the counts with them.
    pub fn apply(&mut self, entry: &Entry<'_>) -> Change {
        let change = self.answers.apply(entry);
        self.tally.follow(&self.answers, change);
        change
    }
}
