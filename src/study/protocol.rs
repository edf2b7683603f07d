//! The protocol: the questions of a review, with their answers on offer, areas and conditions.
//!
//! A [`Protocol`] is right by construction: the loader either gives one or all of its faults, and nothing below it
//! checks again. Questions are known by their place in the file ([`QuestionIx`]), choices by their place in the question.

pub mod answer;
mod builtin;
pub mod code;
pub mod codebook;
pub mod condition;
pub mod diff;
mod display;
pub mod fields;
pub mod filter;
pub mod lint;
pub mod load;
pub mod look_for;
mod names;
pub mod piped;
pub mod question;
pub mod repeat;
pub mod schema;
pub mod statement;

use crate::base::language::Lang;
use crate::study::index::{At, QuestionIx};
pub use builtin::{outline, records, shipped};
use filter::{Filter, Key};
pub use question::{Choice, Derive, Kind, Per, Question, Role, Time};
pub use repeat::{Place, Repeat};
use typed_index_collections::TiVec;

/// The questions of a review and all that belongs to them.
#[derive(Debug, Clone, PartialEq)]
pub struct Protocol {
    /// Its id, such as `dv2021`.
    pub id: String,
    /// Its version in the authors' words.
    pub version: String,
    /// The language its texts are written in.
    pub lang: Lang,
    /// Its title.
    pub title: String,
    /// The documents of a file, in reading order.
    pub documents: Vec<String>,
    /// What the case list says about each case; the tallies' rows and columns among them.
    pub attributes: Vec<Attribute>,
    /// The quality areas, in file order.
    pub areas: Vec<Area>,
    /// The entries of their own below a case, in file order.
    pub repeats: Vec<Repeat>,
    /// The questions, in file order.
    pub questions: TiVec<QuestionIx, Question>,
    /// Plausibility checks between answers.
    pub checks: Vec<Check>,
    /// The tables that the report joins from several questions.
    pub tables: Vec<Table>,
    /// What the form that it comes from says beside its questions, by name: written again when the protocol becomes such
    /// a form.
    pub form: Vec<(String, String)>,
    /// SHA-256 of the file's bytes, in hex.
    pub hash: String,
}

/// A quality area (kvalitetsområde).
#[derive(Debug, Clone, PartialEq)]
pub struct Area {
    /// Its id, such as `TS`.
    pub id: String,
    /// Its heading.
    pub label: String,
}

/// What the program uses an attribute for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The unit (verksamhet): the tallies' rows and the case list's headings.
    Unit,
    /// The sex (kön).
    Sex,
    /// The year of birth; people see age groups of ten years in the year given.
    BirthYear {
        /// The year in which the age is meant.
        at: i32,
    },
    /// Who answers the questions per unit (uppgiftslämnare): no column of the case list, but of the units' entries.
    Informant,
}

/// Something that the case list says about each case.
#[derive(Debug, Clone, PartialEq)]
pub struct Attribute {
    /// Its id: the column's name and the key in conditions.
    pub id: String,
    /// Its label, which a column may carry too.
    pub label: String,
    /// What it is used for, if for anything but conditions.
    pub part: Option<Part>,
    /// Its values with their labels, in the order they are shown; empty where any value will do.
    pub values: Vec<(String, String)>,
    /// How a value is called of one case, where its label is a plural: Kvinna beside Kvinnor.
    pub one: Vec<(String, String)>,
    /// Whether it stands below the open question, for what a coder must read of the case.
    pub shown: bool,
    /// Whether what it says stays here when the study is sent: nothing hangs on it.
    pub private: bool,
}

impl Attribute {
    /// Whether something is known of it about a case, or about a unit's entry.
    pub fn is_about(&self, per: Per) -> bool {
        match self.part {
            Some(Part::Unit) => true,
            Some(Part::Informant) => per == Per::Unit,
            _ => per == Per::Case,
        }
    }

    /// How a value is called of one case.
    pub fn one_of<'a>(&'a self, value: &'a str) -> &'a str {
        self.one.iter().find(|(code, _)| code == value).map_or_else(|| self.label_of(value), |(_, one)| one)
    }

    /// How a value is shown.
    pub fn label_of<'a>(&'a self, value: &'a str) -> &'a str {
        self.values.iter().find(|(code, _)| code == value).map_or(value, |(_, label)| label)
    }
}

/// A plausibility check: flagged where it holds, never forced.
#[derive(Debug, Clone, PartialEq)]
pub struct Check {
    /// When something is odd.
    pub when: Filter,
    /// What is odd.
    pub message: String,
}

/// A table of the report whose rows are conditions: it can join several questions.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// Its id, such as `tabell2`.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The attributes whose values are its columns, before the total.
    pub by: Vec<usize>,
    /// Which cases it is about.
    pub base: Filter,
    /// Its rows, each a label and what it counts.
    pub rows: Vec<(String, Filter)>,
    /// What its lines are split by across, where it is a cross: each row then has its percents from left to right. By two
    /// things at once, each of the first is split by the second.
    pub across: Vec<Key>,
    /// What it is about; a list alone can be about units.
    pub per: Per,
    /// What it tells of each of its cases, or of each entry of a unit, each with its label, where it lists them instead of counting them.
    pub list: Vec<(String, Key)>,
    /// What stands below it: who is outside the base, and why.
    pub notes: Vec<String>,
}

impl Protocol {
    /// The place of a question.
    pub fn question(&self, id: &str) -> Option<QuestionIx> {
        self.questions.position(|question| question.id == id)
    }

    /// The times that questions are repeated for, in file order.
    pub fn times(&self) -> Vec<&str> {
        let mut times: Vec<&str> = Vec::new();
        for time in self.questions.iter().filter_map(|question| question.time.as_ref()) {
            if !times.contains(&time.at.as_str()) {
                times.push(&time.at);
            }
        }
        times
    }

    /// The questions as they are declared: one that is repeated at its first time or place alone.
    pub fn declarations(&self) -> impl Iterator<Item = &Question> {
        let questions = self.questions.iter();
        let mut seen = std::collections::HashSet::new();
        let mut is_first = move |question: &Question| {
            (question.time.is_none() && question.place.is_none()) || seen.insert(question.declared_id().to_owned())
        };
        questions.filter(move |question| is_first(question))
    }

    /// How many questions are declared.
    pub fn declared(&self) -> usize {
        self.declarations().count()
    }

    /// The places of a question at all of its times, or at all places of its repeat; the place alone where it is not
    /// repeated.
    pub fn repeated(&self, place: QuestionIx) -> Vec<QuestionIx> {
        let of = |question: &Question| question.instance().map(|instance| instance.of);
        match of(self.questions.at(place)) {
            None => vec![place],
            declared => self
                .questions
                .iter_enumerated()
                .filter(|(_, other)| of(other) == declared)
                .map(|(place, _)| place)
                .collect(),
        }
    }

    /// The place of the attribute with a role.
    pub fn part(&self, wanted: fn(Part) -> bool) -> Option<usize> {
        self.attributes.iter().position(|attribute| attribute.part.is_some_and(wanted))
    }

    /// The place of the unit attribute.
    pub fn unit(&self) -> Option<usize> {
        self.part(|part| part == Part::Unit)
    }

    /// The place of the informant attribute.
    pub fn informant(&self) -> Option<usize> {
        self.part(|part| part == Part::Informant)
    }

    /// The place of the sex attribute.
    pub fn sex(&self) -> Option<usize> {
        self.part(|part| part == Part::Sex)
    }
}
