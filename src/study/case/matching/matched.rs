//! What the columns of a file were taken for, as it is told.

use crate::base::language::Message;
use crate::base::table::{Cell, Origin};
use crate::study::case::identity::Contacts;
use crate::study::case::meaning::meant;
use crate::study::protocol::Attribute;
use std::collections::HashMap;

/// So many different values of a column are told apart.
const DISTINCT: usize = 50;

/// By what a column was found.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum How {
    /// The user said so.
    Told,
    /// It is called by the attribute's id.
    #[default]
    Id,
    /// It is called by the attribute's label.
    Label,
    /// It has a name that means the same.
    Synonym,
    /// There is none: the user said what holds of every case.
    Same,
    /// There is none: the name of the file says it.
    FileName,
    /// The personal number in the id says it.
    Number,
}

/// What was taken for an attribute.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Match {
    /// The header of the column, or the name of the file.
    pub header: String,
    /// How it was found.
    pub how: How,
    /// The values in the file, what each became, and how often; of a column with many, the first ones.
    pub values: HashMap<Box<str>, (Box<str>, usize)>,
    /// How often the list says something else than the personal number.
    pub differing: usize,
    /// Where that is first.
    pub first: String,
}

/// What the columns of a file were taken for.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Matched {
    /// The file.
    pub file: String,
    /// The sheet of a spreadsheet.
    pub sheet: Option<String>,
    /// Whether it has macros, which were left alone.
    pub has_macros: bool,
    /// What a person who looks at its sheet does not see.
    pub unseen: Vec<Message>,
    /// The row of the header, from 1.
    pub header: usize,
    /// How many cases were read.
    pub cases: usize,
    /// The rows of sums, which are no cases.
    pub sums: Vec<usize>,
    /// The column with the ids.
    pub id: Match,
    /// What was taken for each attribute that is about cases, in the protocol's order.
    pub attributes: Vec<Match>,
    /// The headers of the further columns.
    pub others: Vec<String>,
    /// The new and the old id of each case, where they are replaced.
    pub replaced: Vec<(String, String)>,
    /// The cells that may lead to persons all the same.
    pub contacts: Contacts,
}

impl Match {
    /// Counts where the list says something else than the personal number does.
    pub(crate) fn compare(
        &mut self,
        attribute: &Attribute,
        (number, listed): (&Cell, &Cell),
        origin: &Origin,
        line: usize,
    ) {
        let meaning = |cell: &Cell| meant(attribute, &cell.raw).unwrap_or(&cell.raw).to_owned();
        if listed.raw.is_empty() || meaning(number) == meaning(listed) {
            return;
        }
        if self.differing == 0 {
            self.first = origin.place(line, listed.column());
        }
        self.differing += 1;
    }

    /// Counts what a cell became.
    pub(crate) fn count(&mut self, text: &str, code: &str) {
        if let Some((_, count)) = self.values.get_mut(text) {
            *count += 1;
        } else if self.values.len() <= DISTINCT {
            self.values.insert(text.into(), (code.into(), 1));
        }
    }

    /// Whether there are more different values than were counted.
    pub fn has_more(&self) -> bool {
        self.values.len() > DISTINCT
    }
}
