//! The feedback before the report is adopted: what a unit sees of its own answers, and which were changed after that.

use super::grid::{Cell, Grid, Head, Line, Sort};
use super::split::{Breakdown, Subgroup};
use super::{Block, Report, Section, Source, metadata, preliminary, question, strength};
use crate::analysis::progress::coverage::Coverage;
use crate::msg;
use crate::study::answers::revision::Revision;
use crate::study::index::{At, CaseIx, QuestionIx};
use crate::study::protocol::{Area, Kind, Per, Question};

impl Report {
    /// What the unit with a code sees: its own answers beside those of all, no case and no other unit by itself.
    pub fn feedback(source: Source<'_>, unit: &str) -> Self {
        let areas = source.protocol().areas.iter().enumerate().map(|area| of_area(source, area, unit));
        let sections = [overview(source, unit)].into_iter().chain(areas);
        let sections = sections.chain([strength::of_unit(source, unit), changes(source, Some(unit))]);
        let name = name(source, unit);
        let report = Self {
            lang: source.words.lang(),
            title: source.study.title.clone(),
            subtitle: source.words.say(&msg!("feedback-subtitle", unit = name)),
            date: source.options.date.clone(),
            about: metadata::facts(source),
            sections: sections.filter(|section| !section.is_empty()).collect(),
        };
        preliminary::marked(source, report).trimmed()
    }
}

/// How a unit is called.
fn name(source: Source<'_>, unit: &str) -> String {
    source.protocol().unit().map_or_else(|| unit.to_owned(), |attribute| source.label(attribute, unit))
}

/// The code of the unit that a case is of.
fn unit_of(source: Source<'_>, case: CaseIx) -> &str {
    source.protocol().unit().map_or("", |unit| source.study.cases.value(case, unit))
}

fn overview(source: Source<'_>, unit: &str) -> Section {
    let (study, words) = (source.study, source.words);
    let counted: Vec<CaseIx> = study.cases.files().filter(|&case| study.tally().is_counted(case)).collect();
    let own = counted.iter().filter(|&&case| unit_of(source, case) == unit).count();
    let unit = name(source, unit);
    let is_small = |n: usize| source.options.min_cell.is_some_and(|min| (1..min as usize).contains(&n));
    let cases = match Coverage::of(study, Per::Case).open() {
        _ if is_small(own) || is_small(counted.len() - own) => msg!("feedback-cases-hidden", unit = unit),
        0 => msg!("feedback-cases", n = own, all = counted.len(), unit = unit),
        _ => msg!("feedback-cases-open", n = own, all = counted.len(), unit = unit),
    };
    let told = [msg!("feedback-purpose"), cases, msg!("report-percent-from", from = study.percent_from)];
    let mut section = Section::new("feedback", words.get("feedback-heading"));
    section.blocks.extend(told.iter().map(|told| Block::Text(words.say(told))));
    section
}

/// The questions of a quality area. Texts are left out: they are others' words too.
fn of_area(source: Source<'_>, (at, area): (usize, &Area), unit: &str) -> Section {
    let questions = source.protocol().questions.iter_enumerated();
    let own = questions.filter(|(_, question)| question.area == at && question.kind != Kind::Text);
    let parts = own.filter_map(|(place, question)| part(source, place, question, unit)).collect();
    Section { parts, ..Section::new(format!("area-{}", area.id), area.label.clone()) }
}

/// The unit's answers to a question beside all.
fn part(source: Source<'_>, place: QuestionIx, question: &Question, unit: &str) -> Option<Section> {
    let splits = Breakdown::together(source, &[place]);
    let split = splits.first()?;
    let name = name(source, unit);
    let own = split.units.iter().position(|known| *known == name)?;
    let groups = [
        (name, split.shown(Subgroup { unit: Some(own), sex: None })),
        (source.words.get("tally-total"), split.shown(Subgroup::default())),
    ];
    let heading = format!("{} {}", source.protocol().number(place), question.text);
    let mut section = Section::new(format!("question-{}", question.id), heading);
    section.blocks.push(Block::Grid(question::grid(source, &splits, question, &groups)));
    Some(section)
}

/// The answers that were changed after the feedback: all of them, or those of a unit. Nothing before the feedback.
pub fn changes(source: Source<'_>, unit: Option<&str>) -> Section {
    let words = source.words;
    let mut section = Section::new("changes", words.get("changes-heading"));
    let Some(phase) = &source.study.phase else { return section };
    let is_meant = |revision: &Revision| unit.is_none_or(|unit| unit_of(source, revision.case) == unit);
    let revisions: Vec<Revision> = source.study.revisions().into_iter().filter(is_meant).collect();
    let told = msg!("changes-since", date = phase.date.as_str(), n = revisions.len());
    section.blocks.push(Block::Text(words.say(&told)));
    let open = revisions.iter().filter(|revision| revision.reason == 0).count();
    if open > 0 && unit.is_none() {
        section.blocks.push(Block::Warning(words.say(&msg!("changes-unreasoned", n = open))));
    }
    // Each line is about one case, which is what hiding small counts is to prevent.
    if !revisions.is_empty() && source.options.min_cell.is_none() {
        section.blocks.push(Block::Grid(grid(source, &revisions, unit.is_none())));
    }
    section
}

fn grid(source: Source<'_>, revisions: &[Revision], with_unit: bool) -> Grid {
    let words = source.words;
    let unit = source.protocol().unit().and_then(|unit| source.protocol().attributes.get(unit)).filter(|_| with_unit);
    let heads =
        [unit.map(|unit| unit.label.clone()), Some(words.get("changes-change")), Some(words.get("changes-reason"))];
    let line = |revision: &Revision| {
        let own = unit.map(|_| name(source, unit_of(source, revision.case)));
        let texts = [own, Some(source.study.change_of(revision).join(" → ")), Some(reason(source, revision))];
        let text = source.protocol().questions.at(revision.question).text.as_str();
        let label = format!("{} {text}", source.protocol().number(revision.question));
        Line { label, sort: Sort::Part, cells: texts.into_iter().flatten().map(Cell::Text).collect() }
    };
    Grid {
        id: "changes".to_owned(),
        title: words.get("changes-heading"),
        heads: heads.into_iter().flatten().map(|name| Head { name, columns: vec![String::new()] }).collect(),
        lines: revisions.iter().map(line).collect(),
        notes: Vec::new(),
    }
}

/// The reason for a change, with X for every case that it names; a mere number may be a count and stays.
fn reason(source: Source<'_>, revision: &Revision) -> String {
    if revision.reason == 0 {
        return "–".to_owned();
    }
    let masked = |word: &str| {
        let id = word.trim_matches(|one: char| !one.is_alphanumeric());
        let is_case = source.study.cases.place(id).is_some() && id.contains(|one: char| !one.is_ascii_digit());
        if is_case { word.replace(id, "X") } else { word.to_owned() }
    };
    let text = source.study.answers.text(revision.reason);
    text.split_whitespace().map(masked).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests;
