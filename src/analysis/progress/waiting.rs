//! What waits for one coder in a study: their own cases, second codings, a spot check, differences and discussions.

use super::{Axis, List, Progress};
use crate::base::language::Words;
use crate::msg;
use crate::study::Study;
use crate::study::answers::case_view::Perspective;
use crate::study::ledger::entry::Round;

/// How far a study is, and how much of what waits for a coder there is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Waiting {
    /// Cases that are finished, whoever coded them.
    pub done: usize,
    /// Cases that can be reviewed.
    pub all: usize,
    /// The coder's cases that are not finished, and those that are nobody's yet.
    pub own: usize,
    /// Cases to code a second time.
    pub second: usize,
    /// Cases of a spot check.
    pub spot: usize,
    /// Differences between codings that are not settled.
    pub differences: usize,
    /// Open discussions.
    pub discussions: usize,
}

impl Waiting {
    /// What waits for a coder.
    pub fn of(study: &Study, coder: &str) -> Self {
        let all = Progress::of(study, Perspective::Record, None);
        let total = all.total();
        let coders = all.tables.iter().filter(|table| table.axis == Axis::Coder).flat_map(|table| &table.rows);
        // What is nobody's is for everybody.
        let own = coders
            .filter(|(name, _)| name == coder || name.is_empty())
            .map(|(_, count)| count.begun + count.left)
            .sum();
        let due = |round| study.cases.files().filter(|&case| study.answers.is_due_blind(coder, round, case)).count();
        Self {
            done: total.done,
            all: total.all() - total.withheld,
            own,
            second: due(Round::Second),
            spot: due(Round::Spot),
            differences: all.list(List::Differences).count(),
            discussions: all.list(List::Discuss).count(),
        }
    }

    /// All of it in one line.
    pub fn in_words(self, words: &Words) -> String {
        let done = words.say(&msg!("waiting-done", done = self.done, all = self.all));
        let parts = [
            (self.own, msg!("waiting-own", n = self.own)),
            (self.second, msg!("waiting-second", n = self.second)),
            (self.spot, msg!("waiting-spot", n = self.spot)),
            (self.differences, msg!("waiting-differences", n = self.differences)),
            (self.discussions, msg!("waiting-discussions", n = self.discussions)),
        ];
        let waiting = parts.iter().filter(|(n, _)| *n > 0).map(|(_, part)| words.say(part));
        std::iter::once(done).chain(waiting).collect::<Vec<_>>().join(" · ")
    }
}
