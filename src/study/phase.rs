//! The phase that a study is in: from the feedback on, every answer that is changed wants a reason.

use super::Study;
use crate::base::text::folded;
use crate::study::answers::revision::Revision;
use crate::study::index::{At, CaseIx, QuestionIx};
use serde::{Deserialize, Serialize};

/// What a phase is called in files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Name {
    /// The units see their results before the report is adopted.
    Feedback,
}

/// A phase that was begun.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Phase {
    /// Which.
    pub name: Name,
    /// The day it was begun.
    pub date: String,
    /// The highest number of any line at that time.
    pub seq: u64,
}

/// The phase with a name that a person writes, the plain review being none.
pub fn named(name: &str) -> Option<Option<Name>> {
    match folded(name).as_str() {
        "faktaavstamning" | "feedback" => Some(Some(Name::Feedback)),
        "granskning" | "review" => Some(None),
        _ => None,
    }
}

impl Study {
    /// The answers that were changed after the feedback, in coding order; none before it.
    pub fn revisions(&self) -> Vec<Revision> {
        self.phase.as_ref().map_or_else(Vec::new, |phase| self.answers.revisions(phase.seq))
    }

    /// How an answer was changed after the feedback, if it was.
    pub fn revision(&self, case: CaseIx, question: QuestionIx) -> Option<Revision> {
        self.answers.revision(case, question, self.phase.as_ref()?.seq)
    }

    /// What a changed answer was, as a person reads it, and what it is; "–" for none.
    pub fn change_of(&self, revision: &Revision) -> [String; 2] {
        let question = self.protocol.questions.at(revision.question);
        [revision.was, revision.is].map(|value| match self.answers.text(value) {
            "" => "–".to_owned(),
            answer => question.shown(answer),
        })
    }
}
