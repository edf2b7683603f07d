//! Quotes from the files, and which of them are picked for the report.

use crate::base::language::Words;
use crate::msg;
use crate::study::Study;
use crate::study::answers::case_view::Perspective;
use crate::study::answers::record::{Record, Slot};
use crate::study::index::{At, CaseIx, QuestionIx};
use crate::study::ledger::entry::{BLANKED, Draft, Op, Round};

/// What is stored for the document where none is known.
const FILE: &str = "yes";

/// A quote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quote {
    /// Where it stands in the ledger.
    pub slot: Slot,
    /// The place of its question.
    pub question: QuestionIx,
    /// What was written.
    pub text: String,
    /// The document it is from, where it is picked.
    pub picked: Option<String>,
}

impl Quote {
    /// The place of its case.
    pub fn case(&self) -> CaseIx {
        self.slot.case
    }
}

impl Study {
    /// The quotes of the cases that are not dropped and of the units' entries, by question, then by case.
    pub fn quotes(&self) -> Vec<Quote> {
        let answers = &self.answers;
        let cases = self.cases.cases.keys().filter(|&case| self.tally().is_listed(case));
        let lines = cases.flat_map(|case| answers.seen(Perspective::Record, case));
        let is_asked = |line: &Record| {
            let question = line.slot.question.and_then(|question| self.protocol.questions.get(question));
            question.is_some_and(|question| question.per == self.cases.per(line.slot.case))
        };
        let is_quote =
            |line: &&Record| line.slot.op == Op::Quote && answers.text(line.value) != BLANKED && is_asked(line);
        let quote = |line: &Record| {
            Some(Quote {
                slot: line.slot,
                question: line.slot.question?,
                text: answers.text(line.value).to_owned(),
                picked: answers.pick(line.slot).map(|pick| answers.text(pick.value).to_owned()),
            })
        };
        let mut quotes: Vec<Quote> = lines.filter(is_quote).filter_map(quote).collect();
        quotes.sort_by_key(|quote| quote.question);
        quotes
    }

    /// The documents that a quote may be from; none where it was said at a meeting or the protocol knows no documents.
    pub fn documents_of(&self, quote: &Quote) -> &[String] {
        let documents = &self.protocol.questions.at(quote.question).documents;
        match documents.as_slice() {
            _ if self.cases.meeting(&self.protocol, quote.case()).is_some() => &[],
            [] => &self.protocol.documents,
            _ => documents,
        }
    }

    /// Where a quote is from, as the report says it: never which case.
    pub fn quote_source(&self, quote: &Quote, words: &Words) -> String {
        if let Some(meeting) = self.cases.meeting(&self.protocol, quote.case()) {
            return words.say(&meeting);
        }
        let document = match quote.picked.as_deref() {
            Some(FILE) | None => words.get("quote-file"),
            Some(document) => document.to_owned(),
        };
        let unit = self.protocol.unit().map(|unit| self.unit_label(self.cases.value(quote.case(), unit)));
        words.say(&match unit {
            Some(unit) => msg!("quote-source-unit", document = document, unit = unit),
            None => msg!("quote-source", document = document),
        })
    }

    /// The line that picks a quote as from a document, or takes it back where there is none; without a document known,
    /// it is from the file.
    pub fn pick_draft(&self, quote: &Quote, round: Round, document: Option<&str>) -> Draft {
        Draft {
            op: Op::Flag,
            round,
            case_id: self.cases.cases.at(quote.case()).id.clone(),
            question: self.protocol.questions.at(quote.question).id.clone(),
            item: self.answers.pick_item(quote.slot),
            value: if quote.picked.is_some() { "" } else { document.unwrap_or(FILE) }.to_owned(),
            was: quote.picked.clone().unwrap_or_default(),
            undoes: None,
            begun: None,
        }
    }
}
