//! The quality areas with their questions about cases, then the questions about units.

use super::{Block, Section, Source, question};
use crate::base::progress;
use crate::study::index::{At, QuestionIx};
use crate::study::protocol::{Area, Per, Question};

/// The areas in file order, then what is asked per unit, with a base of its own.
pub fn sections(source: Source<'_>) -> Vec<Section> {
    let of_area = |(at, area): (usize, &Area)| Section {
        parts: questions(source, |question| question.area == at && question.per == Per::Case),
        ..Section::new(format!("area-{}", area.id), area.label.clone())
    };
    source.protocol().areas.iter().enumerate().map(of_area).chain([units(source)]).collect()
}

fn units(source: Source<'_>) -> Section {
    let mut section = Section::new("units", source.words.get("report-units"));
    section.parts = questions(source, |question| question.per == Per::Unit);
    if !section.parts.is_empty() {
        let base = if source.protocol().informant().is_some() { "report-base-informants" } else { "report-base-units" };
        section.blocks.push(Block::Text(source.words.get(base)));
    }
    section
}

/// Those of the questions that are wanted, one that is repeated at its first time with its others.
fn questions(source: Source<'_>, wanted: impl Fn(&Question) -> bool) -> Vec<Section> {
    let all = source.protocol().questions.iter_enumerated().filter(|(_, question)| wanted(question));
    let together = all.map(|(place, _)| (place, source.protocol().repeated(place)));
    let counted = together.inspect(|_| progress::step(1));
    let first = counted.filter(|(place, places)| places.first() == Some(place));
    let found = if source.options.brief { source.study.strengths() } else { Vec::new() };
    let has_chart = |place: QuestionIx| {
        let id = &source.protocol().questions.at(place).id;
        !source.options.brief || found.iter().any(|item| item.place.unit.is_empty() && item.place.question == *id)
    };
    first.filter_map(|(place, places)| question::section(source, &places, has_chart(place))).collect()
}
