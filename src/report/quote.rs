//! The quotes that were picked, under the areas of their questions: never with the case that they are from.

use super::{Block, Section, Source};
use crate::analysis::findings::quote::Quote;
use crate::study::index::{At, QuestionIx};
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

/// The picked quotes of some questions.
pub(crate) fn of(source: Source<'_>, places: &[QuestionIx]) -> Vec<Block> {
    picked(source, &source.study.quotes(), |quote| places.contains(&quote.question))
}

fn picked(source: Source<'_>, quotes: &[Quote], is_meant: impl Fn(&Quote) -> bool) -> Vec<Block> {
    let picked = quotes.iter().filter(|quote| quote.picked.is_some() && is_meant(quote));
    let block = |quote: &Quote| Block::Quote {
        text: quote.text.clone(),
        source: source.study.quote_source(quote, source.words),
    };
    picked.map(block).collect()
}
