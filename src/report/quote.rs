//! The quotes that were picked, under the areas of their questions: never with the case that they are from.

use super::{Block, Section, Source};
use crate::analysis::findings::quote::Quote;
use crate::study::answers::case_view::CellStatus;
use crate::study::index::{At, CaseIx, QuestionIx};
use crate::study::protocol::Kind;
use std::collections::BTreeSet;

/// Quotes by area.
pub fn section(source: Source<'_>) -> Section {
    but(source, &BTreeSet::new())
}

/// Quotes by area, but those of some questions, which stand elsewhere.
pub(crate) fn but(source: Source<'_>, elsewhere: &BTreeSet<QuestionIx>) -> Section {
    let mut section = Section::new("quotes", source.words.get("report-quotes"));
    let quotes = source.study.quotes();
    for (place, area) in source.protocol().areas.iter().enumerate() {
        let of_area = |quote: &Quote| {
            source.protocol().questions.at(quote.question).area == place && !elsewhere.contains(&quote.question)
        };
        let blocks = picked(source, &quotes, of_area);
        if !blocks.is_empty() {
            section.parts.push(Section { blocks, ..Section::new(format!("quotes-{}", area.id), area.label.clone()) });
        }
    }
    section
}

/// The picked quotes of some questions, and what was written where a question asks for a text.
pub(crate) fn of(source: Source<'_>, places: &[QuestionIx]) -> Vec<Block> {
    let mut blocks = picked(source, &source.study.quotes(), |quote| places.contains(&quote.question));
    let texts: Vec<String> = places.iter().flat_map(|&place| written(source, place)).collect();
    blocks.extend((!texts.is_empty()).then_some(Block::Items(texts)));
    blocks
}

/// What was written in the answers to a question that asks for a text, where single cases may be told.
fn written(source: Source<'_>, place: QuestionIx) -> Vec<String> {
    let (study, asked) = (source.study, source.protocol().questions.at(place));
    if asked.kind != Kind::Text || source.options.min_cell.is_some() {
        return Vec::new();
    }
    let text = |case: CaseIx| {
        let cell = study.tally().cells(case).at(place);
        (cell.status == CellStatus::Answered).then(|| study.answers.text(cell.value).replace('\n', " "))
    };
    let cases = study.cases.of(asked.per).filter(|&case| study.tally().is_counted(case));
    cases.filter_map(text).collect()
}

fn picked(source: Source<'_>, quotes: &[Quote], is_meant: impl Fn(&Quote) -> bool) -> Vec<Block> {
    let picked = quotes.iter().filter(|quote| quote.picked.is_some() && is_meant(quote));
    let block = |quote: &Quote| Block::Quote {
        text: quote.text.clone(),
        source: source.study.quote_source(quote, source.words),
    };
    picked.map(block).collect()
}
