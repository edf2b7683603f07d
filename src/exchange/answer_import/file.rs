//! What the user says about a file of answers, and what is read from it.

use super::codebook::Codebook;
use super::column::{How, Target};
use crate::base::language::Message;
use crate::base::table::Origin;
use crate::exchange::interchange::legend::Codes;
use crate::study::case::identity::Contacts;
use crate::study::case::matching::Hints;
use crate::study::protocol::Question;
use std::collections::BTreeMap;

/// What the user says about a file of answers.
#[derive(Debug, Clone, Default)]
pub struct Said {
    /// Its sheet, and which columns are what.
    pub hints: Hints,
    /// The headers of columns to pass over.
    pub ignored: Vec<String>,
    /// What stands in cells that have no answer.
    pub missing: Vec<String>,
    /// How digits are read where that is not clear.
    pub codes: Option<Codes>,
    /// The codebooks beside the file.
    pub codebook: Codebook,
    /// Whose answers are wanted, where the file has those of several.
    pub coder: Option<String>,
}

/// One answer of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParsedAnswers {
    /// Which of the files, from 0.
    pub file: usize,
    /// The line of the file or the row of the sheet, from 1.
    pub line: usize,
    /// The column, from 0.
    pub column: usize,
    /// The case, or the unit's entry for a question asked per unit.
    pub case_id: String,
    /// The question's id.
    pub question: String,
    /// The answer as it is stored.
    pub answer: String,
}

/// What a name in the file was taken for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnMapping {
    /// The name: the header of a column, or what stands in the column of the questions.
    pub header: String,
    /// What it was taken for.
    pub target: Target,
    /// By what.
    pub how: How,
    /// What stood for a choice without being its id: what it became, and how often.
    pub forms: BTreeMap<String, (String, usize)>,
}

impl ColumnMapping {
    pub(crate) fn new(header: &str, target: Target, how: How) -> Self {
        Self { header: header.to_owned(), target, how, forms: BTreeMap::new() }
    }

    /// Counts what a cell stood for, where it is not the id itself.
    pub(crate) fn count(&mut self, asked: &Question, text: &str, answer: &str) {
        if text != answer && !asked.choices().is_empty() {
            self.forms.entry(text.to_owned()).or_insert_with(|| (answer.to_owned(), 0)).1 += 1;
        }
    }
}

/// What was read from a file.
#[derive(Debug, Clone, Default)]
pub struct Sheet {
    /// The answers, row by row.
    pub answers: Vec<ParsedAnswers>,
    /// What it says of questions whose answers are computed.
    pub computed: Vec<ParsedAnswers>,
    /// What the names in it were taken for.
    pub mapped: Vec<ColumnMapping>,
    /// The headers of the columns that were passed over.
    pub passed: Vec<String>,
    /// The rows of sums, which are about no case.
    pub sums: Vec<usize>,
    /// Whether it has macros, which were left alone.
    pub has_macros: bool,
    /// What a person who looks at its sheet does not see.
    pub unseen: Vec<Message>,
    /// The other coders whom the file names, with how many rows each has, which are passed over.
    pub coders: BTreeMap<String, usize>,
    /// The only coder whom it names, whose rows are read for another.
    pub other: Option<String>,
    /// How many rows were read.
    pub(crate) own: usize,
    /// What in it leads to persons without being a personal number.
    pub contacts: Contacts,
    /// The file of the same export that has more of the same, and what was read of both.
    pub partner: Option<&'static str>,
    pub(crate) origins: Vec<Origin>,
}

impl Sheet {
    /// Where an answer stands: `coded.csv:3`, or `coded.xlsx: Blad1!C3`.
    pub fn place(&self, coded: &ParsedAnswers) -> String {
        self.origins.get(coded.file).map_or_else(String::new, |origin| origin.place(coded.line, coded.column))
    }

    /// The same with the answers of another file of the same export.
    #[must_use]
    pub fn joined(mut self, other: Self) -> Self {
        let files = self.origins.len();
        self.answers.extend(other.answers.into_iter().map(|coded| ParsedAnswers { file: coded.file + files, ..coded }));
        self.origins.extend(other.origins);
        self
    }
}
