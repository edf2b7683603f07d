//! What the report says of one question: its table by sex, its table by unit and sex, and their pictures.

use super::chart::{Bar, Chart, Panel};
use super::excluded::outside;
use super::grid::{Cell, Grid, Head, Line, Sort};
use super::split::{Breakdown, Part, Shown, Subgroup, exclusive};
use super::table::pair;
use super::{Block, Section, Source};
use crate::analysis::progress::coverage::Coverage;
use crate::analysis::tables::footnotes;
use crate::analysis::tables::sentence::Style;
use crate::base::language::Words;
use crate::base::language::prose::{Noun, lowered};
use crate::msg;
use crate::study::Study;
use crate::study::answers::record::Record;
use crate::study::index::QuestionIx;
use crate::study::protocol::filter::Key;
use crate::study::protocol::{Derive, Kind, Per, Question};
use crate::study::tally::Counts;

/// So many groups of columns stand beside each other in a table by unit.
const ABREAST: usize = 5;

/// What is said of a question, at all of its times where it is repeated; with its chart, or without.
pub fn section(source: Source<'_>, places: &[QuestionIx], has_chart: bool) -> Option<Section> {
    let splits = Breakdown::together(source, places);
    let question = splits.first()?.question;
    let numbers: Vec<String> = places.iter().map(|&place| source.protocol().number(place).to_string()).collect();
    let heading = format!("{} {}", numbers.join(", "), at_times(&splits, &question.text));
    let mut section = Section::new(format!("question-{}", question.id), heading);
    section.blocks.extend(splits.iter().filter_map(|split| sentence(source, split)).map(Block::Text));
    // Of what nobody has answered there is nothing to count.
    let is_answered = splits.iter().any(|split| split.shown(Subgroup::default()).counts.base > 0);
    if question.per == Per::Case || is_answered {
        section.blocks.push(Block::Grid(grid(source, &splits, question, &groups(source, &splits))));
    }
    section.blocks.extend(chart(source, &splits, question).filter(|_| has_chart).map(Block::Chart));
    let is_by_unit = |split: &&Breakdown<'_>| {
        !source.options.brief && split.units.len() > 1 && split.shown(Subgroup::default()).counts.base > 0
    };
    for split in splits.iter().filter(|split| is_by_unit(split) && question.kind != Kind::Text) {
        section.blocks.extend(by_unit(source, split).into_iter().map(Block::Grid));
        section.blocks.extend(panels(source, split).map(Block::Chart));
    }
    section.blocks.extend(comments(source, places).map(Block::Items));
    Some(section)
}

/// What a question is called in a report that does not number its questions, at all of its times.
pub(crate) fn called(source: Source<'_>, places: &[QuestionIx]) -> Option<String> {
    let splits = Breakdown::together(source, places);
    splits.first().map(|split| at_times(&splits, split.question.caption()))
}

/// What the coders have commented on the answers of units, each with whose it is; where small counts are hidden nothing.
fn comments(source: Source<'_>, places: &[QuestionIx]) -> Option<Vec<String>> {
    let study = source.study;
    let entries = study.cases.entries().filter(|&entry| study.tally().is_counted(entry));
    let comments = entries.flat_map(|entry| study.comments(entry));
    let comments = comments.filter(|line| line.slot.question.is_some_and(|place| places.contains(&place)));
    let item = |line: &Record| {
        let whose = study.cases.name(source.protocol(), line.slot.case).join(" · ");
        format!("{whose}: {}", study.answers.text(line.value).replace('\n', " "))
    };
    let items: Vec<String> = comments.filter(|_| source.options.min_cell.is_none()).map(item).collect();
    (!items.is_empty()).then_some(items)
}

/// The sentences of a question, at each of its times; or of these answers to it, summed.
pub(crate) fn sentences(source: Source<'_>, places: &[QuestionIx], answers: Option<&[&str]>) -> Vec<String> {
    let splits = Breakdown::together(source, places);
    splits
        .iter()
        .filter_map(|split| answers.map_or_else(|| sentence(source, split), |ids| summed(source, split, ids)))
        .collect()
}

/// The table of a question.
pub(crate) fn by_sex(source: Source<'_>, places: &[QuestionIx]) -> Option<Grid> {
    let splits = Breakdown::together(source, places);
    let question = splits.first()?.question;
    Some(grid(source, &splits, question, &groups(source, &splits)))
}

/// The tables of a question by unit.
pub(crate) fn units(source: Source<'_>, places: &[QuestionIx]) -> impl Iterator<Item = Grid> {
    let splits = Breakdown::together(source, places);
    splits.iter().flat_map(|split| by_unit(source, split)).collect::<Vec<_>>().into_iter()
}

/// The chart of a question.
pub(crate) fn picture(source: Source<'_>, places: &[QuestionIx]) -> Option<Chart> {
    let splits = Breakdown::together(source, places);
    chart(source, &splits, splits.first()?.question)
}

/// What is said of some answers together; nothing where a count may not be printed, or where there is none of what a
/// statement denies.
fn summed(source: Source<'_>, split: &Breakdown<'_>, ids: &[&str]) -> Option<String> {
    let mut style = style(source.study, source.words, split.question.per);
    style.names_single = source.options.names_single;
    let units = split
        .units
        .iter()
        .enumerate()
        .map(|(at, name)| (name.clone(), split.shown(Subgroup { unit: Some(at), sex: None }).counts));
    let units: Vec<_> = if split.is_whole(true, false) { units.collect() } else { Vec::new() };
    let all = split.shown(Subgroup::default());
    let is_shown = all.base.is_some() && all.parts.iter().all(Option::is_some);
    let is_said = is_shown && !style.denies_none(split.question, &all.counts, ids);
    is_said.then(|| style.summed(split.question, &all.counts, ids, &borrowed(&units)))
}

/// A text of a question; of one that is repeated, with all of its times in the place of one.
fn at_times(splits: &[Breakdown<'_>], text: &str) -> String {
    let times: Vec<&str> =
        splits.iter().filter_map(|split| split.question.time.as_ref()).map(|time| time.at.as_str()).collect();
    match times.as_slice() {
        [] | [_] => text.to_owned(),
        [first, ..] => text.replace(first, &times.join("/")),
    }
}

/// How sentences about cases, or about units, are written.
pub(crate) fn style<'a>(study: &'a Study, words: &'a Words, per: Per) -> Style<'a> {
    let noun = match per {
        Per::Case => Noun::Case,
        Per::Unit if study.protocol.informant().is_some() => Noun::Informant,
        Per::Unit => Noun::Unit,
    };
    Style::new(words, study.percent_from, noun, Coverage::of(study, per)).of(&study.protocol)
}

/// What a question's counts say in words; nothing where some of them may not be printed.
fn sentence(source: Source<'_>, split: &Breakdown<'_>) -> Option<String> {
    let mut style = style(source.study, source.words, split.question.per);
    style.names_single = source.options.names_single;
    let all = split.shown(Subgroup::default());
    let counts = |name: &String, whose: Subgroup| (name.clone(), split.shown(whose).counts);
    let sexes = split.sexes.iter().enumerate().map(|(at, name)| counts(name, Subgroup { unit: None, sex: Some(at) }));
    let units = split.units.iter().enumerate().map(|(at, name)| counts(name, Subgroup { unit: Some(at), sex: None }));
    // Of what is worked out of the sex, each sex has one answer.
    let is_of_sex =
        |derive: &Derive| source.protocol().sex().is_some_and(|sex| derive.keys().contains(&Key::Column(sex)));
    let is_by_sex = split.is_whole(false, true) && !split.question.derive.as_ref().is_some_and(is_of_sex);
    let sexes: Vec<_> = if is_by_sex { sexes.collect() } else { Vec::new() };
    let units: Vec<_> = if split.is_whole(true, false) { units.collect() } else { Vec::new() };
    let told = || style.question(split.question, &all.counts, &borrowed(&sexes), &borrowed(&units));
    let Some(min) = source.options.min_cell else { return Some(told()) };
    // The smallest and the largest number are those of one case each.
    let is_number = matches!(split.question.kind, Kind::Number { .. });
    let outside = [&all.counts.base, &all.counts.unanswered, &all.counts.not_known];
    let counts = all.counts.choices.iter().chain(outside);
    let is_shown = all.base.is_some() && all.parts.iter().all(Option::is_some);
    (is_shown && !is_number && counts.into_iter().all(|n| !(1..min).contains(n))).then(told)
}

fn borrowed(groups: &[(String, Counts)]) -> Vec<(&str, &Counts)> {
    groups.iter().map(|(name, counts)| (name.as_str(), counts)).collect()
}

/// The groups that stand beside each other: each sex and then all, at each time where there are several.
fn groups(source: Source<'_>, splits: &[Breakdown<'_>]) -> Vec<(String, Shown)> {
    let of = |split: &Breakdown<'_>| {
        let time = split.question.time.as_ref().filter(|_| splits.len() > 1).map(|time| time.at.clone());
        let name = |sex: Option<&str>| {
            let total = || source.words.get("tally-total");
            let sex = sex.map(str::to_owned).or_else(|| (time.is_none() || !split.sexes.is_empty()).then(total));
            time.clone().into_iter().chain(sex).collect::<Vec<_>>().join(" ")
        };
        split.by_sex(None).map(|(sex, shown)| (name(sex), shown)).collect::<Vec<_>>()
    };
    splits.iter().flat_map(of).collect()
}

/// The answers of some groups beside each other: a line a part, then the base.
pub(crate) fn grid(
    source: Source<'_>,
    splits: &[Breakdown<'_>],
    question: &Question,
    groups: &[(String, Shown)],
) -> Grid {
    let parts = splits.first().map_or(&[][..], |split| &split.parts);
    let (heads, lines) = match question.kind {
        Kind::Number { .. } => numbers(source, question, groups),
        _ => shares(source, question, parts, groups),
    };
    let mut notes: Vec<String> = splits.iter().flat_map(|split| outside(source, split, splits.len() > 1)).collect();
    let counts = groups.iter().map(|(_, shown)| &shown.counts);
    let remark = footnotes::of_question(question, counts, source.study.percent_from);
    let starred = !notes.is_empty();
    notes.extend(remark.map(|remark| source.words.say(&remark)));
    let mut grid =
        Grid { id: format!("table-{}", question.id), title: at_times(splits, question.caption()), heads, lines, notes };
    if starred {
        grid.star();
    }
    grid
}

fn shares(
    source: Source<'_>,
    question: &Question,
    parts: &[Part],
    groups: &[(String, Shown)],
) -> (Vec<Head>, Vec<Line>) {
    let line = |label: String, sort: Sort, of: &dyn Fn(&Shown) -> Option<u32>| Line {
        label,
        sort,
        cells: groups.iter().flat_map(|(_, shown)| shown.pair(of(shown))).collect(),
    };
    let own = parts.iter().enumerate();
    let mut lines: Vec<Line> =
        own.map(|(place, part)| line(part.label.clone(), part.sort, &|shown| shown.part(place))).collect();
    let alone = exclusive(question);
    if !alone.is_empty() {
        let net = |shown: &Shown| alone.iter().try_fold(shown.base?, |net, &part| net.checked_sub(shown.part(part)?));
        lines.push(line(source.words.get("report-net"), Sort::Rest, &net));
    }
    lines.push(line(source.words.get("tally-base"), Sort::Total, &|shown| shown.base));
    (groups.iter().map(|(name, _)| pair(source, name.clone())).collect(), lines)
}

/// Those from here on are the numbers of single cases.
const EXTREMES: usize = 4;
/// What is told of numbers.
const NUMBERS: [&str; 6] =
    ["column-mean", "report-median", "report-lower-quartile", "report-upper-quartile", "report-least", "report-most"];

/// What is told of numbers; of years, the first and the last.
fn told_of(question: &Question) -> impl Iterator<Item = &'static str> {
    NUMBERS.into_iter().skip(if question.is_year() { EXTREMES } else { 0 })
}

/// The cells of some numbers, in the order of what is told of them.
fn measures(source: Source<'_>, question: &Question, shown: &Shown) -> Vec<Cell> {
    let counts = &shown.counts;
    let range = counts.range();
    let is_told = |place: usize| source.options.min_cell.is_none() || place < EXTREMES;
    let [lower, median, upper] = counts.quartiles().map_or([None; 3], |quartiles| quartiles.map(Some));
    let (least, most) = range.unzip();
    let values = [counts.shown_mean(), median, lower, upper, least, most];
    let cell = |(place, value): (usize, Option<i64>)| match shown.base {
        Some(_) if is_told(place) => value.map_or(Cell::Nothing, Cell::Number),
        _ => Cell::Hidden,
    };
    let first = NUMBERS.len() - told_of(question).count();
    values.into_iter().enumerate().map(cell).skip(first).collect()
}

fn numbers(source: Source<'_>, question: &Question, groups: &[(String, Shown)]) -> (Vec<Head>, Vec<Line>) {
    let measured: Vec<Vec<Cell>> = groups.iter().map(|(_, shown)| measures(source, question, shown)).collect();
    let line = |(place, key): (usize, &'static str)| Line {
        label: source.words.get(key),
        sort: Sort::Part,
        cells: measured.iter().filter_map(|cells| cells.get(place).cloned()).collect(),
    };
    let mut lines: Vec<Line> = told_of(question).enumerate().map(line).collect();
    let base = groups.iter().map(|(_, shown)| shown.base.map_or(Cell::Hidden, Cell::Count)).collect();
    lines.push(Line { label: source.words.get("tally-base"), sort: Sort::Total, cells: base });
    (groups.iter().map(|(name, _)| single(name.clone())).collect(), lines)
}

/// A column that stands alone.
fn single(name: String) -> Head {
    Head { name, columns: vec![String::new()] }
}

/// Whose answers stand in the lines of a table by unit: each unit, its sexes, and at last all.
fn lines(source: Source<'_>, split: &Breakdown<'_>) -> Vec<(String, Sort, Shown)> {
    let of_unit = |(unit, name): (usize, &String)| {
        let whole = (name.clone(), Sort::Part, split.shown(Subgroup { unit: Some(unit), sex: None }));
        let sexes = split
            .by_sex(Some(unit))
            .filter_map(|(sex, shown)| Some((format!("{name}, {}", lowered(sex?)), Sort::Part, shown)));
        std::iter::once(whole).chain(sexes).collect::<Vec<_>>()
    };
    let all = (source.words.get("tally-total"), Sort::Total, split.shown(Subgroup::default()));
    split.units.iter().enumerate().flat_map(of_unit).chain([all]).collect()
}

/// The answers by unit and sex: a line a group. Where many answers were given they stand in several tables.
fn by_unit(source: Source<'_>, split: &Breakdown<'_>) -> Vec<Grid> {
    let groups = lines(source, split);
    let total = split.shown(Subgroup::default());
    let places: Vec<usize> = (0..split.parts.len()).filter(|&part| total.part(part) != Some(0)).collect();
    let chunks: Vec<&[usize]> = if places.is_empty() { vec![&[]] } else { places.chunks(ABREAST).collect() };
    let several = chunks.len() > 1;
    let grid = |(at, chunk): (usize, &&[usize])| Grid {
        id: format!("units-{}{}", split.question.id, if several { format!("-{}", at + 1) } else { String::new() }),
        title: title_by_unit(source, split),
        heads: heads(source, split, chunk),
        lines: groups
            .iter()
            .map(|(label, sort, shown)| Line {
                label: label.clone(),
                sort: *sort,
                cells: cells(source, split, chunk, shown),
            })
            .collect(),
        notes: Vec::new(),
    };
    chunks.iter().enumerate().map(grid).collect()
}

fn title_by_unit(source: Source<'_>, split: &Breakdown<'_>) -> String {
    let unit = source.protocol().unit().and_then(|unit| source.protocol().attributes.get(unit));
    let unit = unit.map_or_else(String::new, |unit| lowered(&unit.label));
    source.words.say(&msg!("report-by-unit", text = split.question.caption(), unit = unit))
}

fn heads(source: Source<'_>, split: &Breakdown<'_>, parts: &[usize]) -> Vec<Head> {
    let base = single(source.words.get("tally-base"));
    let numbers = told_of(split.question).filter(|_| matches!(split.question.kind, Kind::Number { .. }));
    let numbers = numbers.map(|key| single(source.words.get(key)));
    let parts = parts.iter().filter_map(|&part| split.parts.get(part)).map(|part| pair(source, part.label.clone()));
    numbers.chain(parts).chain([base]).collect()
}

fn cells(source: Source<'_>, split: &Breakdown<'_>, parts: &[usize], shown: &Shown) -> Vec<Cell> {
    let base = shown.base.map_or(Cell::Hidden, Cell::Count);
    let own: Vec<Cell> = match split.question.kind {
        Kind::Number { .. } => measures(source, split.question, shown),
        _ => parts.iter().flat_map(|&part| shown.pair(shown.part(part))).collect(),
    };
    own.into_iter().chain([base]).collect()
}

/// A bar of the answers of a group whose base carries percents.
pub(crate) fn bar(label: String, shown: &Shown) -> Option<Bar> {
    let base = shown.base.filter(|_| shown.is_large())?;
    Some(Bar { label, counts: shown.parts.clone(), base })
}

/// A picture of a question's answers with a bar a group.
fn chart(source: Source<'_>, splits: &[Breakdown<'_>], question: &Question) -> Option<Chart> {
    let bars: Vec<Bar> = groups(source, splits).iter().filter_map(|(name, shown)| bar(name.clone(), shown)).collect();
    let panels = vec![Panel { title: String::new(), bars }];
    drawn(splits.first()?, format!("chart-{}", question.id), at_times(splits, question.caption()), panels)
}

/// Small pictures of the same kind, one a unit.
fn panels(source: Source<'_>, split: &Breakdown<'_>) -> Option<Chart> {
    let panel = |(unit, title): (usize, &String)| {
        let name = |sex: Option<&str>| sex.map_or_else(|| source.words.get("tally-total"), str::to_owned);
        let bars = split.by_sex(Some(unit)).filter_map(|(sex, shown)| bar(name(sex), &shown)).collect();
        Panel { title: title.clone(), bars }
    };
    let panels = split.units.iter().enumerate().map(panel).collect();
    drawn(split, format!("panels-{}", split.question.id), title_by_unit(source, split), panels)
}

/// A picture of a question that has choices, if there is a bar to draw.
fn drawn(split: &Breakdown<'_>, id: String, title: String, panels: Vec<Panel>) -> Option<Chart> {
    let panels: Vec<Panel> = panels.into_iter().filter(|panel| !panel.bars.is_empty()).collect();
    let is_drawn = !split.question.choices().is_empty() && !split.parts.is_empty() && !panels.is_empty();
    let parts = split.parts.iter().map(|part| part.label.clone()).collect();
    is_drawn.then_some(Chart { id, title, parts, stacked: !split.question.is_multi(), panels })
}
