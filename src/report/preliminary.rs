//! What a report says while cases are open: on top and once at the head of each section that counts answers, and in the
//! caption of each table and chart that may change.

use super::{Block, Report, Section, Source};
use crate::analysis::comparison::Side;
use crate::analysis::progress::coverage::Coverage;
use crate::analysis::reliability::differences::Differences;
use crate::base::language::Words;
use crate::base::language::prose::capitalised;
use crate::msg;
use crate::study::protocol::Per;

/// The report with what must be said of it while a case, or an entry of a unit, is not finished.
pub(crate) fn marked(source: Source<'_>, mut report: Report) -> Report {
    let words = source.words;
    let [cases, entries] = [Per::Case, Per::Unit].map(|per| Coverage::of(source.study, per).told(words));
    for section in report.sections.iter_mut().filter(|section| !is_of_list(&section.id)) {
        let told = if section.id == "tables" {
            mark_tables(source, section, [&cases, &entries])
        } else if let Some(told) = if section.id == "units" { &entries } else { &cases } {
            mark(section, words);
            vec![told.clone()]
        } else {
            Vec::new()
        };
        section.blocks.splice(0..0, told.into_iter().map(Block::Text));
    }
    on_top_of(source, report)
}

/// Whether a section is about the case list and how it was drawn, which no answer changes.
pub(crate) fn is_of_list(id: &str) -> bool {
    ["overview", "feedback", "frame"].contains(&id)
}

/// Says it of each table of the protocol by what it is about; returns what is to be said above them.
fn mark_tables(source: Source<'_>, section: &mut Section, [cases, entries]: [&Option<String>; 2]) -> Vec<String> {
    let is_of_units = |id: &str| source.protocol().tables.iter().any(|table| table.id == id && table.per == Per::Unit);
    let mut all = Vec::new();
    for block in &mut section.blocks {
        if let Block::Grid(grid) = block
            && let Some(told) = if is_of_units(&grid.id) { entries } else { cases }
        {
            grid.title = captioned(&grid.title, source.words);
            all.push(told.clone());
        }
    }
    all.sort();
    all.dedup();
    all
}

/// The report with what must be said at its beginning while a case or the entry of a unit is not finished, or coders differ
/// and have not settled it; at the head of a section it stands once.
pub(crate) fn on_top_of(source: Source<'_>, mut report: Report) -> Report {
    let (study, words) = (source.study, source.words);
    let told: Vec<String> =
        [Per::Case, Per::Unit].into_iter().filter_map(|per| Coverage::of(study, per).told(words)).collect();
    once(&mut report.sections, &told);
    let differences = Differences::unsettled(study).len();
    let differences = (differences > 0).then(|| words.say(&msg!("preliminary-differences", n = differences)));
    let is_open = !told.is_empty();
    let told: Vec<String> = told.into_iter().chain(differences).collect();
    on_top(&mut report, &told, is_open, words);
    report
}

/// Leaves what is said at the head of each section, and takes it away below; above the first it stands on top.
fn once(sections: &mut [Section], told: &[String]) {
    for (at, section) in sections.iter_mut().enumerate() {
        let found: Vec<Block> = told.iter().filter(|told| taken(section, told)).cloned().map(Block::Text).collect();
        if at > 0 {
            section.blocks.splice(0..0, found);
        }
    }
}

/// Takes what is said out of a section and its parts; returns whether it was there.
fn taken(section: &mut Section, told: &str) -> bool {
    let before = section.blocks.len();
    section.blocks.retain(|block| !matches!(block, Block::Text(text) if text == told));
    let is_below = section.parts.iter_mut().filter_map(|part| taken(part, told).then_some(())).count() > 0;
    is_below || section.blocks.len() < before
}

/// A comparison with what must be said of the studies of which a case is not finished.
pub(crate) fn marked_sides(mut report: Report, sides: &[Side<'_>], words: &Words) -> Report {
    let told = sides.iter().filter_map(|side| {
        let told = Coverage::of(side.study, Per::Case).told(words)?;
        Some(words.say(&msg!("preliminary-side", name = side.name.as_str(), told = told)))
    });
    let told = told.collect::<Vec<_>>().join(" ");
    if !told.is_empty() {
        let is_done = |side: &&Side<'_>| !Coverage::of(side.study, Per::Case).is_open();
        let done: Vec<&str> = sides.iter().filter(is_done).map(|side| side.name.as_str()).collect();
        for section in report.sections.iter_mut().filter(|section| section.id != "apart") {
            mark_but(section, &done, words);
            section.blocks.insert(0, Block::Text(told.clone()));
        }
        once(&mut report.sections, std::slice::from_ref(&told));
        on_top(&mut report, &[told], true, words);
    }
    report
}

/// Says at the beginning of a report what may change in it, and that it is preliminary where cases are open.
fn on_top(report: &mut Report, told: &[String], is_open: bool, words: &Words) {
    if is_open {
        let word = capitalised(&words.get("preliminary-word"));
        let parts = [word, std::mem::take(&mut report.subtitle)];
        report.subtitle = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    }
    if let Some(first) = report.sections.first_mut().filter(|_| !told.is_empty()) {
        first.blocks.insert(0, Block::Warning(told.join(" ")));
    }
}

fn captioned(title: &str, words: &Words) -> String {
    words.say(&msg!("preliminary-table", title = title))
}

/// Says in the caption of every table and chart of a section that it is preliminary.
pub(crate) fn mark(section: &mut Section, words: &Words) {
    mark_but(section, &[], words);
}

/// The same but for the tables of what is done, which bear its name.
fn mark_but(section: &mut Section, done: &[&str], words: &Words) {
    for block in &mut section.blocks {
        match block {
            Block::Grid(grid) if done.contains(&grid.title.as_str()) => {}
            Block::Grid(grid) => grid.title = captioned(&grid.title, words),
            Block::Chart(chart) => chart.title = format!("{} ({})", chart.title, words.get("preliminary-word")),
            _ => {}
        }
    }
    section.parts.iter_mut().for_each(|part| mark_but(part, done, words));
}
