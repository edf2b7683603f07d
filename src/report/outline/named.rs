//! What there is to name in an outline, and what of it an outline names.

use crate::analysis::findings::State;
use crate::base::language::Message;
use crate::msg;
use crate::report::{
    Section, Source, difference, feedback, frame, good_example, overview, quote, sampling_error, strength, table,
};
use crate::study::index::{At, QuestionIx};
use crate::study::protocol::Protocol;
use std::collections::BTreeSet;

/// The parts that a report has beside its questions.
pub(crate) const PARTS: [&str; 10] = [
    "overview",
    "frame",
    "tables",
    "strengths",
    "quotes",
    "examples",
    "differences",
    "sampling_error",
    "changes",
    "method",
];

/// What an outline names.
#[derive(Debug, Default)]
pub(crate) struct Named {
    pub(crate) questions: BTreeSet<QuestionIx>,
    pub(crate) tables: BTreeSet<usize>,
    pub(crate) parts: BTreeSet<&'static str>,
    /// The words for shares that the outline states, each with the percent from which on it is used, the highest first.
    pub(crate) shares: Vec<(u32, String)>,
    /// Whether any of them is used.
    pub(crate) is_worded: bool,
    /// The questions whose quotes stand somewhere.
    pub(crate) quotes: BTreeSet<QuestionIx>,
    /// The questions whose strengths and development areas stand somewhere.
    pub(crate) strengths: BTreeSet<QuestionIx>,
}

impl Named {
    /// What it does not name, and is left out.
    pub(crate) fn left_out(&self, source: Source<'_>) -> Option<Message> {
        let protocol = source.protocol();
        let questions = protocol.questions.keys().filter(|place| !self.questions.contains(place));
        let questions = questions.filter_map(|place| protocol.questions.get(place)).map(|asked| asked.id.clone());
        let tables = protocol.tables.iter().enumerate().filter(|(at, _)| !self.tables.contains(at));
        let tables = tables.filter(|_| !self.parts.contains("tables")).map(|(_, table)| table.id.clone());
        let parts = PARTS.iter().filter(|part| **part != "tables" && !self.parts.contains(**part));
        let parts = parts.filter(|part| self.lacks(source, part)).map(|part| (*part).to_owned());
        let left: Vec<String> = questions.chain(tables).chain(parts).collect();
        (!left.is_empty()).then(|| msg!("outline-left-out", n = left.len(), names = left.join(", ")))
    }

    /// Whether something of a part that is not named stands nowhere.
    fn lacks(&self, source: Source<'_>, name: &str) -> bool {
        let study = source.study;
        match name {
            "method" | "overview" => true,
            // The method tells it too.
            "frame" => !self.parts.contains("method") && source.draw.is_some_and(|draw| !draw.totals.is_empty()),
            "quotes" => {
                let quotes = study.quotes();
                quotes.iter().any(|quote| quote.picked.is_some() && !self.quotes.contains(&quote.question))
            }
            "strengths" => study.strengths().iter().any(|item| {
                let question = study.protocol.question(&item.place.question);
                item.state != State::Struck && !question.is_some_and(|place| self.strengths.contains(&place))
            }),
            name => built_in(source, name).is_some_and(|part| !part.is_empty()),
        }
    }
}

/// A part of the report that stands beside the questions.
pub(crate) fn built_in(source: Source<'_>, name: &str) -> Option<Section> {
    Some(match name {
        "overview" => overview::section(source),
        "frame" => frame::section(source),
        "tables" => table::section(source),
        "strengths" => strength::section(source),
        "quotes" => quote::section(source),
        "examples" => good_example::section(source),
        "differences" => difference::section(source),
        "sampling_error" => sampling_error::section(source),
        "changes" => feedback::changes(source, None),
        _ => return None,
    })
}

/// The places of a question by its id, or of all its times by what it is declared as.
pub(crate) fn places(protocol: &Protocol, name: &str) -> Option<Vec<QuestionIx>> {
    if let Some(place) = protocol.question(name) {
        return Some(vec![place]);
    }
    let is_meant = |place: &QuestionIx| protocol.questions.at(*place).time.as_ref().is_some_and(|time| time.of == name);
    let found: Vec<QuestionIx> = protocol.questions.keys().filter(is_meant).collect();
    (!found.is_empty()).then_some(found)
}
