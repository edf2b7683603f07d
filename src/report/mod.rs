//! The report: what was coded, as a document of headings, sentences, tables and pictures.
//!
//! [`Report::of`] says what stands in it, one file a part of it; [`mod@format`] prints it, one file a format. So every
//! format says the same, and no part knows how it is printed.

pub mod agreement;
pub mod area;
pub mod chart;
pub mod comparison;
pub mod difference;
mod excluded;
pub mod feedback;
pub mod format;
pub mod frame;
pub mod good_example;
pub mod grid;
pub(crate) mod key;
pub mod metadata;
pub mod method;
pub mod outline;
pub mod overview;
pub mod plain;
mod preliminary;
pub mod question;
pub mod quote;
pub mod sampling_error;
pub mod split;
pub mod strength;
pub mod table;
pub mod text;

use crate::base::language::{Lang, Words};
use crate::base::progress;
use crate::study::Study;
use crate::study::ledger::left_out::LeftOut;
use crate::study::protocol::Protocol;
use crate::study::sample::draw::Draw;
use chart::Chart;
use grid::Grid;

/// A document.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// The language of its words.
    pub lang: Lang,
    /// Its title.
    pub title: String,
    /// What stands below the title, such as what kind of paper it is.
    pub subtitle: String,
    /// When it was made, as `2026-03-02`, if that is told.
    pub date: Option<String>,
    /// What it was made from: names with what they are.
    pub about: Vec<(String, String)>,
    /// Its parts in order.
    pub sections: Vec<Section>,
}

/// A part of the document under a heading, with the parts under it.
#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    /// What links name it by; a format may name a sheet by it.
    pub id: String,
    /// Its heading.
    pub heading: String,
    /// What it says before its parts.
    pub blocks: Vec<Block>,
    /// The parts under it.
    pub parts: Vec<Self>,
}

impl Section {
    /// A part that says nothing yet.
    pub fn new(id: impl Into<String>, heading: impl Into<String>) -> Self {
        Self { id: id.into(), heading: heading.into(), blocks: Vec::new(), parts: Vec::new() }
    }

    /// Whether it says nothing at all.
    pub fn is_empty(&self) -> bool {
        self.blocks.is_empty() && self.parts.is_empty()
    }
}

/// A thing that is said.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// A paragraph of text.
    Text(String),
    /// A warning that a reader of the figures must see.
    Warning(String),
    /// A list.
    Items(Vec<String>),
    /// Names with what they are.
    Facts(Vec<(String, String)>),
    /// A table.
    Grid(Grid),
    /// A picture of the table before it; a format that has no pictures leaves it out.
    Chart(Chart),
    /// A quote from a file, with where it stood.
    Quote {
        /// What was written.
        text: String,
        /// The document and the unit.
        source: String,
    },
}

/// What is asked of a report.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a choice of its own")]
pub struct Options {
    /// Counts above 0 and below this are hidden, and what would give them away.
    pub min_cell: Option<u32>,
    /// Whether sentences name the unit of a single case.
    pub names_single: bool,
    /// Whether it opens with what a manager reads first.
    pub opens: bool,
    /// Whether long lists stand in full, for a format in which they can be sorted and searched.
    pub all_rows: bool,
    /// Whether a question has its chart only where it is a strength or a development area of all units, and no tables by unit,
    /// for a format that is read on paper.
    pub brief: bool,
    /// The day that it is made, as `2026-03-02`.
    pub date: Option<String>,
}

/// What a report is made from.
#[derive(Clone, Copy)]
pub struct Source<'a> {
    /// The study.
    pub study: &'a Study,
    /// How its cases were drawn, if they were.
    pub draw: Option<&'a Draw>,
    /// The words.
    pub words: &'a Words,
    /// What is asked of it.
    pub options: &'a Options,
}

impl<'a> Source<'a> {
    /// Its protocol.
    pub fn protocol(&self) -> &'a Protocol {
        &self.study.protocol
    }

    /// The label of an attribute's value; of none, that it is not told.
    pub fn label(&self, attribute: usize, value: &str) -> String {
        if value.is_empty() {
            return self.words.get("report-no-value");
        }
        self.protocol().attributes.get(attribute).map_or(value, |known| known.label_of(value)).to_owned()
    }
}

impl Report {
    /// The same with a warning as its first part.
    #[must_use]
    pub fn warning(mut self, left_out: &LeftOut, words: &Words) -> Self {
        let title = if left_out.is_lacking() { "report-left-out" } else { "report-foreign" };
        let mut section = Section::new("left-out", words.get(title));
        section.blocks.extend(left_out.messages().iter().map(|message| Block::Warning(words.say(message))));
        if !section.blocks.is_empty() {
            self.sections.insert(0, section);
        }
        self
    }

    /// The same without columns in which no line says anything.
    pub(crate) fn trimmed(mut self) -> Self {
        self.sections.iter_mut().for_each(trim);
        self
    }

    /// The report of a study.
    pub fn of(source: Source<'_>) -> Self {
        type Part = fn(Source<'_>) -> Section;
        let before: [Part; 2] = [overview::section, table::section];
        let after: [Part; 5] =
            [strength::section, quote::section, good_example::section, difference::section, sampling_error::section];
        progress::begin((before.len() + source.protocol().questions.len() + after.len()) as u64);
        let made = |part: Part| {
            progress::step(1);
            part(source)
        };
        let (mut sections, judged) = (before.map(made), after.map(made));
        let [overview, _] = &mut sections;
        overview.blocks.extend(source.options.brief.then(|| Block::Text(source.words.get("report-brief"))));
        let sections = sections.into_iter().chain(area::sections(source)).chain(judged);
        let sections = key::section(source).into_iter().chain(sections).chain([feedback::changes(source, None)]);
        let report = Self {
            lang: source.words.lang(),
            title: source.study.title.clone(),
            subtitle: Some(&source.protocol().title)
                .filter(|title| **title != source.study.title)
                .cloned()
                .unwrap_or_default(),
            date: source.options.date.clone(),
            about: metadata::facts(source),
            sections: sections.filter(|section| !section.is_empty()).collect(),
        };
        preliminary::marked(source, report).trimmed()
    }
}

/// Takes out of the tables of a section the columns in which no line says anything.
fn trim(section: &mut Section) {
    for block in &mut section.blocks {
        if let Block::Grid(grid) = block {
            grid.trim();
        }
    }
    section.parts.iter_mut().for_each(trim);
}

#[cfg(test)]
mod tests;
