//! How alike the codings are, as the page shows it.

use crate::analysis::reliability::agreement::total;
use crate::analysis::reliability::overview::Overview;
use crate::analysis::reliability::{Compared, DoubleCoding};
use crate::statistics::agreement::percent::PercentAgreement;
use crate::study::Study;
use crate::study::index::QuestionIx;
use crate::study::ledger::entry::Round;

/// The codings of a blind round beside the first, kept until something changes. It holds finished codings alone, of what
/// is under way nothing but numbers.
pub struct Agreed {
    /// How far it is.
    pub overview: Overview,
    /// The questions that are compared, by their places.
    pub questions: Vec<(QuestionIx, Compared)>,
    /// How many answers of all were alike, those in free words left aside.
    pub total: PercentAgreement,
}

impl Agreed {
    /// The comparison as it is now.
    pub fn of(study: &Study, round: Round) -> Self {
        let double = DoubleCoding::of(study, round);
        let agreements = double.agreements();
        let total = total(&agreements);
        let questions = agreements.into_iter().map(|one| (one.place, one.whole));
        Self { overview: Overview::of(&double), total, questions: questions.collect() }
    }

    /// The codings of a question.
    pub fn question(&self, place: QuestionIx) -> Option<&Compared> {
        self.questions.iter().find(|(own, _)| *own == place).map(|(_, compared)| compared)
    }
}
