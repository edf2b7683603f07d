//! What a report says while cases are open: on top, below each table and beside each chart that its figures may change.

use super::{Block, Report, Section, Source};
use crate::analysis::comparison::Side;
use crate::analysis::progress::coverage::Coverage;
use crate::base::language::Words;
use crate::base::language::prose::capitalised;
use crate::msg;
use crate::study::protocol::Per;

/// The report with what must be said of it while a case, or an entry of a unit, is not finished.
pub(crate) fn marked(source: Source<'_>, mut report: Report) -> Report {
    let words = source.words;
    let [cases, entries] = [Per::Case, Per::Unit].map(|per| Coverage::of(source.study, per).told(words));
    let of_units = |section: &Section| section.id == "units";
    for section in &mut report.sections {
        if section.id == "tables" {
            mark_tables(source, section, [&cases, &entries]);
        } else if let Some(told) = if of_units(section) { &entries } else { &cases } {
            mark(section, told, words);
            if has_items(section) {
                section.blocks.insert(0, Block::Text(told.clone()));
            }
        }
    }
    on_top_of(source, report)
}

/// Says it of each table of the protocol by what it is about.
fn mark_tables(source: Source<'_>, section: &mut Section, [cases, entries]: [&Option<String>; 2]) {
    let is_of_units = |id: &str| source.protocol().tables.iter().any(|table| table.id == id && table.per == Per::Unit);
    for block in &mut section.blocks {
        if let Block::Grid(grid) = block {
            let told = if is_of_units(&grid.id) { entries } else { cases };
            grid.notes.extend(told.clone());
        }
    }
}

/// The report with what must be said at its beginning while a case or the entry of a unit is not finished.
pub(crate) fn on_top_of(source: Source<'_>, mut report: Report) -> Report {
    let told = [Per::Case, Per::Unit].map(|per| Coverage::of(source.study, per).told(source.words));
    let told = told.into_iter().flatten().collect::<Vec<_>>().join(" ");
    if !told.is_empty() {
        on_top(&mut report, told, source.words);
    }
    report
}

/// A comparison with what must be said of the studies of which a case is not finished.
pub(crate) fn marked_sides(mut report: Report, sides: &[Side<'_>], words: &Words) -> Report {
    let told = sides.iter().filter_map(|side| {
        let told = Coverage::of(side.study, Per::Case).told(words)?;
        Some(words.say(&msg!("preliminary-side", name = side.name.as_str(), told = told)))
    });
    let told = told.collect::<Vec<_>>().join(" ");
    if !told.is_empty() {
        for section in &mut report.sections {
            mark(section, &told, words);
            if section.id != "apart" && has_items(section) {
                section.blocks.insert(0, Block::Text(told.clone()));
            }
        }
        on_top(&mut report, told, words);
    }
    report
}

/// Says at the beginning of a report that it is preliminary, and why.
fn on_top(report: &mut Report, told: String, words: &Words) {
    let word = capitalised(&words.get("preliminary-word"));
    let parts = [word, std::mem::take(&mut report.subtitle)];
    report.subtitle = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    if let Some(first) = report.sections.first_mut() {
        first.blocks.insert(0, Block::Warning(told));
    }
}

/// Says it of every table and chart of a section.
pub(crate) fn mark(section: &mut Section, told: &str, words: &Words) {
    for block in &mut section.blocks {
        match block {
            Block::Grid(grid) => grid.notes.push(told.to_owned()),
            Block::Chart(chart) => chart.title = format!("{} ({})", chart.title, words.get("preliminary-word")),
            _ => {}
        }
    }
    section.parts.iter_mut().for_each(|part| mark(part, told, words));
}

/// Whether a section lists anything in words.
pub(crate) fn has_items(section: &Section) -> bool {
    let is_items = |block: &Block| matches!(block, Block::Items(_));
    section.blocks.iter().any(is_items) || section.parts.iter().any(has_items)
}
