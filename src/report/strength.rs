//! Strengths and development areas: the joint ones, then unit by unit, each with its counts.

use super::{Block, Section, Source};
use crate::analysis::findings::{Item, Share, Side, State};
use crate::msg;
use crate::study::index::QuestionIx;

/// What was kept for a unit and jointly, without the other units; what is not decided yet is nobody else's business.
pub fn of_unit(source: Source<'_>, unit: &str) -> Section {
    let is_meant = |item: &Item| ["", unit].contains(&item.place.unit.as_str()) && matches!(item.state, State::Kept(_));
    let alone = |item: Item| {
        let own = Some((item.place.unit.clone(), item.share())).filter(|(_, share)| share.n > 0);
        Item { shares: own.into_iter().collect(), ..item }
    };
    of_items(source, &source.study.strengths().into_iter().filter(is_meant).map(alone).collect::<Vec<_>>())
}

/// What was kept, and what is proposed and not decided yet.
pub fn section(source: Source<'_>) -> Section {
    of_items(source, &source.study.strengths())
}

/// The same of some questions.
pub(crate) fn of(source: Source<'_>, places: &[QuestionIx]) -> Section {
    let protocol = source.protocol();
    let is_meant = |item: &Item| protocol.question(&item.place.question).is_some_and(|place| places.contains(&place));
    of_items(source, &source.study.strengths().into_iter().filter(is_meant).collect::<Vec<_>>())
}

/// What was kept on some questions, or without `places` on none: what it is, of which unit, and its counts.
pub(crate) fn kept(source: Source<'_>, places: Option<&[QuestionIx]>) -> Vec<String> {
    let protocol = source.protocol();
    let is_meant = |item: &&Item| match (protocol.question(&item.place.question), places) {
        (Some(place), Some(places)) => places.contains(&place),
        (None, None) => true,
        _ => false,
    };
    let items = source.study.strengths();
    let kept = items.iter().filter(|item| matches!(item.state, State::Kept(_))).filter(is_meant);
    let told = |item: &Item| {
        let side = source.words.get(match item.place.side {
            Side::Strength => "strength-one",
            Side::Development => "development-one",
        });
        let unit = Some(item.place.unit.as_str()).filter(|unit| !unit.is_empty());
        let of = unit.map(|unit| source.study.unit_label(unit).to_owned());
        let of = of.unwrap_or_else(|| source.words.get("strengths-joint-short"));
        format!("{side} ({of}): {}", line(source, item))
    };
    kept.map(told).collect()
}

fn of_items(source: Source<'_>, items: &[Item]) -> Section {
    let mut section = Section::new("strengths", source.words.get("title-strengths"));
    for group in items.chunk_by(|one, other| one.place.unit == other.place.unit) {
        let unit = group.first().map_or("", |item| item.place.unit.as_str());
        let (id, heading) = match unit {
            "" => ("strengths-joint".to_owned(), source.words.get("strengths-joint")),
            unit => (format!("strengths-{unit}"), source.study.unit_label(unit).to_owned()),
        };
        let parts = [
            part(source, &format!("{id}-strength"), "strengths-kept", group, |item| is_kept(item, Side::Strength)),
            part(source, &format!("{id}-development"), "developments-kept", group, |item| {
                is_kept(item, Side::Development)
            }),
            part(source, &format!("{id}-proposed"), "strengths-proposed", group, |item| item.state == State::Proposed),
        ];
        let parts: Vec<Section> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        if !parts.is_empty() {
            section.parts.push(Section { parts, ..Section::new(id, heading) });
        }
    }
    section
}

fn is_kept(item: &Item, side: Side) -> bool {
    item.place.side == side && matches!(item.state, State::Kept(_))
}

/// Those of a group that are meant, under a heading.
fn part(
    source: Source<'_>,
    id: &str,
    heading: &'static str,
    group: &[Item],
    is_meant: impl Fn(&Item) -> bool,
) -> Section {
    let mut section = Section::new(id, source.words.get(heading));
    let lines: Vec<String> = group.iter().filter(|item| is_meant(item)).map(|item| line(source, item)).collect();
    section.blocks.extend((!lines.is_empty()).then_some(Block::Items(lines)));
    section
}

/// One with its counts behind it, and those of the other units.
fn line(source: Source<'_>, item: &Item) -> String {
    let words = source.words;
    let text = source.study.strength_words(item, words).replace('\n', " ");
    let text = match (&item.state, item.place.side) {
        (State::Proposed, Side::Strength) => format!("{}: {text}", words.get("strength-one")),
        (State::Proposed, Side::Development) => format!("{}: {text}", words.get("development-one")),
        _ => text,
    };
    let changed = item.is_changed.then(|| words.get("strength-changed"));
    let facts: Vec<String> = counts(source, item).into_iter().chain(changed).collect();
    if facts.is_empty() { text } else { format!("{text} ({})", facts.join("; ")) }
}

/// The counts, of units those that name nobody by a single case, and none beside a total that would give it away; where one
/// of them is small and small ones are hidden, none stands here, for the same reason.
fn counts(source: Source<'_>, item: &Item) -> Vec<String> {
    let (words, protocol) = (source.words, source.protocol());
    if protocol.question(&item.place.question).is_none() {
        return Vec::new();
    }
    let is_small = |count: u32| source.options.min_cell.is_some_and(|least| count > 0 && count < least);
    let is_hidden = |share: Share| is_small(share.k) || is_small(share.n - share.k) || is_small(share.n);
    if item.shares.iter().any(|(_, share)| is_hidden(*share)) {
        return vec![words.get("strength-hidden")];
    }
    let count = |share: Share| words.say(&msg!("strength-count", k = share.k, n = share.n));
    let is_joint = item.place.unit.is_empty();
    let names_one = |share: &Share| share.k != 1 && share.n != 1 || source.options.names_single;
    let own = Some(item.share()).filter(|share| is_joint || names_one(share)).map(count);
    let is_told = !is_joint || item.beside().all(|(_, share)| names_one(share));
    let beside = item
        .beside()
        .filter(|(_, share)| is_told && names_one(share))
        .map(|(unit, share)| format!("{} {}", source.study.unit_label(unit), count(*share)));
    own.into_iter().chain(beside).collect()
}
