//! The list that the cases were drawn from, in words: how many cases it has of each unit, and where that is not what was
//! stated.

use super::{Block, Section, Source};
use crate::base::language::prose::lowered;
use crate::msg;
use crate::study::sample::draw::{Drawn, Stated};

/// What is told of the list; nothing where the cases were not drawn.
pub fn section(source: Source<'_>) -> Section {
    let mut section = Section::new("frame", source.words.get("report-frame"));
    let Some(draw) = source.draw else { return section };
    let words = source.words;
    let all: usize = draw.strata.iter().map(|stratum| stratum.frame).sum();
    let drawn: usize = draw.strata.iter().map(|stratum| stratum.drawn).sum();
    let groups = draw.strata.chunk_by(|one, other| one.values.first() == other.values.first());
    let parts: Vec<String> = groups.filter_map(|group| part(source, &draw.per, group)).collect();
    let mut told = vec![words.say(&msg!("report-frame-told", n = all, drawn = drawn))];
    told.extend((!parts.is_empty()).then(|| words.say(&msg!("report-frame-parts", parts = words.and(&parts)))));
    let (differing, same): (Vec<&Stated>, Vec<&Stated>) =
        draw.totals.iter().partition(|total| total.stated != total.counted);
    let difference = |total: &&Stated| {
        let label = |(column, value): (&String, &String)| label(source, column, value);
        let name = total.values.iter().map(label).collect::<Vec<_>>().join(", ");
        words.say(&msg!("report-frame-differs", name = name, stated = total.stated, counted = total.counted))
    };
    told.extend(differing.iter().map(difference));
    told.extend((!same.is_empty()).then(|| words.say(&msg!("report-frame-agrees", n = same.len()))));
    section.blocks.push(Block::Text(told.join(" ")));
    section
}

/// A unit with its cases in the list, and with the groups in it that were drawn by themselves.
fn part(source: Source<'_>, per: &[String], group: &[Drawn]) -> Option<String> {
    let first = group.first()?.values.first()?;
    let n: usize = group.iter().map(|stratum| stratum.frame).sum();
    let name = label(source, per.first()?, first);
    let inner = |stratum: &Drawn| {
        let rest = per.iter().zip(&stratum.values).skip(1);
        let names: Vec<String> = rest.map(|(column, value)| lowered(&label(source, column, value))).collect();
        (!names.is_empty()).then(|| format!("{} {}", stratum.frame, names.join(" ")))
    };
    let inner: Vec<String> = group.iter().filter_map(inner).collect();
    let own = format!("{name} {n}");
    Some(if inner.is_empty() { own } else { format!("{own} ({})", source.words.and(&inner)) })
}

/// A value of a column as it is read.
fn label(source: Source<'_>, column: &str, value: &str) -> String {
    let place = source.protocol().attributes.iter().position(|attribute| attribute.id == column);
    place.map_or_else(|| value.to_owned(), |place| source.label(place, value))
}
