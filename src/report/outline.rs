//! The report in the order and the words of an outline that the inspector edits: `report.toml` beside the study.
//!
//! Each section has a heading and, under it, in any order, what is counted and the inspector's own paragraphs. The figures
//! in these are fields, filled anew at each run. All faults of the file are told at once; what it does not name is left
//! out, and that is told too.

mod aside;
mod field;
mod named;
mod names;
mod number;
mod piece;
mod propose;
mod quantity;
#[cfg(test)]
mod tests;

use super::grid::Grid;
use super::{Block, Report, Section, Source, key, metadata, preliminary};
use crate::analysis::progress::coverage::Coverage;
use crate::base::fault::Result;
use crate::base::language::Message;
use crate::base::pii::has_number;
use crate::base::progress;
use crate::msg;
use crate::study::protocol::Per;
use crate::study::protocol::load::reader::Reader;
use crate::study::protocol::load::source::Source as Text;
use crate::study::protocol::load::syntax;
use named::Named;
use piece::{fields, piece};
pub use propose::proposed;
use std::collections::HashMap;
use toml::de::DeTable;

/// The fields of the file and of a section.
const ROOT: [&str; 3] = ["title", "shares", "section"];
const SECTION: [&str; 3] = ["heading", "level", "content"];
/// Headings are of so many kinds.
const DEEPEST: f64 = 3.0;

/// A report by an outline.
pub struct Outlined {
    /// The report.
    pub report: Report,
    /// What of the study it leaves out.
    pub left_out: Option<Message>,
}

/// What a piece is made from.
#[derive(Clone, Copy)]
pub(crate) struct Making<'a> {
    pub(crate) source: Source<'a>,
    /// How the report came about, which has a place of its own.
    pub(crate) method: &'a Section,
    /// The files beside the study.
    pub(crate) files: Files<'a>,
}

/// What reads a file beside the study by its name.
pub type Files<'a> = &'a dyn Fn(&str) -> Result<Vec<u8>>;

/// The report of a study by the outline in the file `name`.
pub fn outlined(
    source: Source<'_>,
    method: &Section,
    (name, text): (&str, &str),
    files: Files<'_>,
) -> Result<Outlined> {
    let file = Text::new(name, text);
    let (root, errors) = DeTable::parse_recoverable(text);
    syntax::faults(&file, &errors);
    if !file.is_right() {
        return Err(file.into_faults());
    }
    numbers(&file, text);
    let root = Reader::new(&file, root.get_ref(), 0..0, &ROOT);
    let mut named = Named { shares: quantity::read(&root), ..Named::default() };
    let mut sections = sections(&root, Making { source, method, files }, &mut named);
    if !file.is_right() {
        return Err(file.into_faults());
    }
    sections.extend(quantity::stated(source, &named));
    if let Some(mut key) = key::section(source) {
        if Coverage::of(source.study, Per::Case).is_open() {
            preliminary::mark(&mut key, source.words);
        }
        sections.insert(0, key);
    }
    let title = root.text("title");
    let own = if title.is_empty() { source.study.title.clone() } else { title };
    let report = Report {
        lang: source.words.lang(),
        subtitle: Some(&source.protocol().title).filter(|title| **title != own).cloned().unwrap_or_default(),
        title: own,
        date: source.options.date.clone(),
        about: metadata::facts(source),
        sections,
    };
    Ok(Outlined { report: preliminary::on_top_of(source, report).trimmed(), left_out: named.left_out(source) })
}

/// Notes what may be a personal identity number: the report is handed out.
fn numbers(file: &Text<'_>, text: &str) {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if has_number(line) {
            file.wrong(start..start + line.trim_end().len(), msg!("outline-number"), msg!("outline-number-hint"));
        }
        start += line.len();
    }
}

/// The sections of the file, those of a lower level under the one before them.
fn sections(root: &Reader<'_>, making: Making<'_>, named: &mut Named) -> Vec<Section> {
    let tables = root.tables("section", &SECTION);
    if tables.is_empty() {
        root.source.wrong(root.span("section"), msg!("outline-empty"), msg!("outline-empty-hint"));
    }
    let (mut all, mut mute): (Vec<Section>, Vec<String>) = (Vec::new(), Vec::new());
    for (at, table) in progress::counted(tables.iter().enumerate()) {
        let mut section = Section::new(format!("section-{}", at + 1), table.required("heading"));
        let entries = table.tables("content", &fields());
        for said in entries.iter().flat_map(|entry| piece(entry, making, named)) {
            add(&mut section, said);
        }
        if !entries.is_empty() && section.is_empty() {
            mute.push(section.id.clone());
        }
        place(&mut all, section, level(table));
    }
    without(&mut all, &mute);
    numbered(&mut all);
    all
}

/// Puts a section under the last ones of the levels above its own.
fn place(beside: &mut Vec<Section>, section: Section, level: usize) {
    match beside.last_mut().filter(|_| level > 1) {
        Some(above) => place(&mut above.parts, section, level - 1),
        None => beside.push(section),
    }
}

/// Takes away headings the entries of which say nothing in this study; one without entries is there to be written under.
fn without(sections: &mut Vec<Section>, mute: &[String]) {
    for section in &mut *sections {
        without(&mut section.parts, mute);
    }
    sections.retain(|section| !(section.is_empty() && mute.contains(&section.id)));
}

/// How deep a section stands, from 1.
fn level(table: &Reader<'_>) -> usize {
    let level = table.number("level").unwrap_or(1.0);
    let known = [1.0, 2.0, DEEPEST].iter().position(|known| known.total_cmp(&level).is_eq());
    if known.is_none() {
        table.source.wrong(table.span("level"), msg!("outline-level"), msg!("outline-level-hint"));
    }
    known.unwrap_or(0) + 1
}

/// What a piece says: something under the heading, or a part with a heading of its own.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Said {
    Block(Block),
    Part(Section),
}

/// Adds what is said where it stands in the order of the file: after a part it is the last of that part.
fn add(section: &mut Section, said: Said) {
    match said {
        Said::Part(part) => section.parts.push(part),
        Said::Block(block) => match section.parts.last_mut() {
            Some(last) => add(last, Said::Block(block)),
            None => section.blocks.push(block),
        },
    }
}

/// Gives each section, table and chart a name of its own: the same may stand in several places.
fn numbered(sections: &mut [Section]) {
    let mut seen = HashMap::new();
    for section in sections {
        number(section, &mut seen);
    }
}

fn number(section: &mut Section, seen: &mut HashMap<String, usize>) {
    let mut own = |id: &mut String| {
        let times = seen.entry(id.clone()).or_insert(0);
        *times += 1;
        if *times > 1 {
            *id = format!("{id}-{times}");
        }
    };
    own(&mut section.id);
    for block in &mut section.blocks {
        match block {
            Block::Grid(Grid { id, .. }) => own(id),
            Block::Chart(chart) => own(&mut chart.id),
            _ => {}
        }
    }
    for part in &mut section.parts {
        number(part, seen);
    }
}

/// The name of an outline's file beside a study.
pub const OUTLINE: &str = "report.toml";
