//! Where women and men differ, and where a unit differs from the others: over all questions, the largest first.

use super::grid::{Cell, Grid, Head, Line, Sort};
use super::split::{Breakdown, Subgroup};
use super::{Block, Options, Section, Source};
use crate::msg;
use crate::statistics::contrast::{Contrast, Share, contrasted, is_rare, largest_first, rare_by_chance};
use crate::study::index::{At, QuestionIx};
use crate::study::protocol::filter::Key;
use crate::study::protocol::{Derive, Per};

/// So many differences are shown where a reader has no use for all of them.
const MOST: usize = 25;
/// So many of the largest are told in words.
const TOLD: usize = 10;

/// The share of an answer in one group beside that in the others.
struct Difference {
    question: QuestionIx,
    group: String,
    others: String,
    answer: String,
    shares: Contrast,
}

/// The differences between the sexes and between the units.
pub fn section(source: Source<'_>) -> Section {
    let places = source.protocol().questions.iter_enumerated().filter(|(_, asked)| asked.per == Per::Case);
    let splits: Vec<Breakdown<'_>> = places.flat_map(|(place, _)| Breakdown::together(source, &[place])).collect();
    let mut section = Section::new("differences", source.words.get("report-differences"));
    for (id, is_by_unit) in [("sexes", false), ("units", true)] {
        let all = splits.iter().flat_map(|split| of_question(source, split, is_by_unit));
        let (mut large, mut small): (Vec<_>, Vec<_>) =
            all.partition(|found| found.shares.is_large(source.study.percent_from));
        for found in [&mut large, &mut small] {
            largest_first(found, |found| found.shares.difference());
        }
        if !large.is_empty() {
            section.parts.push(part(source, id, &large, small.len()));
        }
        if !is_by_unit && !small.is_empty() {
            section.parts.push(counted(source, &small));
        }
    }
    if !section.parts.is_empty() {
        section.blocks.push(Block::Text(source.words.get("difference-exploratory")));
    }
    section
}

/// The differences between the sexes in some questions, among groups whose base carries percents.
pub(crate) fn of_sexes(source: Source<'_>, places: &[QuestionIx], title: &str) -> Option<Grid> {
    let splits = places.iter().flat_map(|&place| Breakdown::together(source, &[place]));
    let all = splits.flat_map(|split| of_question(source, &split, false));
    let mut found: Vec<Difference> = all.filter(|found| found.shares.is_large(source.study.percent_from)).collect();
    largest_first(&mut found, |found| found.shares.difference());
    (!found.is_empty()).then(|| Grid {
        id: String::new(),
        title: title.to_owned(),
        heads: heads(source, &found, false),
        lines: listed(source, &found).map(|one| line(source, one, false)).collect(),
        notes: cut(source, found.len()).into_iter().collect(),
    })
}

/// That not all of the differences are shown.
fn cut(source: Source<'_>, found: usize) -> Option<String> {
    let most = most(source);
    (found > most).then(|| source.words.say(&msg!("difference-most", most = most, n = found)))
}

/// Each group's answers beside those of the others; of two groups, the first beside the second. Of two answers that make
/// up the base, the first says it all.
fn of_question(source: Source<'_>, split: &Breakdown<'_>, is_by_unit: bool) -> Vec<Difference> {
    let names = if is_by_unit { &split.units } else { &split.sexes };
    let protocol = source.protocol();
    let by = if is_by_unit { protocol.unit() } else { protocol.sex() };
    // What is worked out of the group differs between the groups, whatever was coded.
    let is_of_group = |derive: &Derive| derive.keys().iter().any(|key| by.is_some_and(|by| *key == Key::Column(by)));
    if split.question.derive.as_ref().is_some_and(is_of_group) {
        return Vec::new();
    }
    let whose = |at: usize| {
        let (unit, sex) = if is_by_unit { (Some(at), None) } else { (None, Some(at)) };
        Subgroup { unit, sex }
    };
    let groups: Vec<_> = (0..names.len()).map(|at| split.shown(whose(at))).collect();
    let all = split.shown(Subgroup::default());
    let is_either_or = !split.question.is_multi() && split.parts.len() == 2;
    let parts = if is_either_or { 1 } else { split.parts.len() };
    let compared = contrasted(names.len());
    let mut found = Vec::new();
    for part in (0..parts).filter(|_| !split.question.choices().is_empty() && names.len() > 1) {
        for (own, name) in groups.iter().zip(names).take(compared) {
            let counts = || {
                let (k, n) = (own.part(part)?, own.base?);
                let (of_all, all) = (all.part(part)?, all.base?);
                let (of_others, others) = (of_all.checked_sub(k)?, all.checked_sub(n)?);
                let is_told = |n: &u32| source.options.min_cell.is_none_or(|min| !(1..min).contains(n));
                [of_others, others].iter().all(is_told).then_some(Contrast { one: (k, n), other: (of_others, others) })
            };
            let second = names.get(1).filter(|_| compared == 1).cloned();
            found.extend(counts().filter(|shares| shares.one.0 + shares.other.0 > 0).map(|shares| Difference {
                question: split.place,
                group: name.clone(),
                others: second.clone().unwrap_or_else(|| source.words.get("difference-others")),
                answer: split.parts.get(part).map(|part| part.label.clone()).unwrap_or_default(),
                shares,
            }));
        }
    }
    found
}

impl Difference {
    /// How many of those with the answer are of the group.
    fn among(&self, source: Source<'_>) -> String {
        let Contrast { one: (k, _), other: (l, _) } = self.shares;
        source.words.say(&msg!("difference-of", k = k, n = k + l))
    }

    fn label(&self, source: Source<'_>, with_group: bool) -> String {
        let caption = source.protocol().questions.at(self.question).caption();
        let stop = if caption.ends_with(['?', '.', ':']) { "" } else { ":" };
        let label = format!("{caption}{stop} {}", self.answer);
        if with_group { format!("{}: {label}", self.group) } else { label }
    }

    /// The sentence: of those with this answer, how many are of the group.
    fn told(&self, source: Source<'_>) -> String {
        let Contrast { one: (k, n), other: (l, m) } = self.shares;
        source.words.say(&msg!(
            "difference-among",
            group = self.group.as_str(),
            k = k,
            n = k + l,
            answer = self.answer.as_str(),
            question = source.protocol().questions.at(self.question).caption().trim_end_matches(['?', '.', ':']),
            base = n,
            all = n + m
        ))
    }
}

/// The differences of groups that carry percents, with what one must know to read them.
fn part(source: Source<'_>, id: &str, found: &[Difference], small: usize) -> Section {
    let is_by_unit = id == "units";
    let words = source.words;
    let heading = words.get(if is_by_unit { "difference-units" } else { "difference-sexes" });
    let mut section = Section::new(format!("differences-{id}"), heading.clone());
    let rare: Vec<&Difference> = found.iter().filter(|one| is_rare(one.shares.p_value())).collect();
    section.blocks.push(Block::Text(words.say(&msg!(
        "difference-many",
        n = found.len(),
        rare = rare.len(),
        expected = rare_by_chance(found.len())
    ))));
    let told: Vec<String> = rare.iter().take(TOLD).map(|one| one.told(source)).collect();
    if !told.is_empty() {
        section.blocks.push(Block::Items(told));
    }
    let mut notes: Vec<String> = cut(source, found.len()).into_iter().collect();
    if small > 0 {
        notes.push(words.say(&msg!("difference-small", n = small, from = source.study.percent_from)));
    }
    let grid = Grid {
        id: format!("differences-{id}"),
        title: heading,
        heads: heads(source, found, is_by_unit),
        lines: listed(source, found).map(|one| line(source, one, is_by_unit)).collect(),
        notes,
    };
    section.blocks.push(Block::Grid(grid));
    section
}

/// As many of the differences as are shown.
fn listed<'f>(source: Source<'_>, found: &'f [Difference]) -> impl Iterator<Item = &'f Difference> {
    found.iter().take(most(source))
}

/// At most so many differences are shown.
fn most(source: Source<'_>) -> usize {
    match source.options {
        Options { all_rows: true, .. } => usize::MAX,
        Options { brief: true, .. } => TOLD,
        _ => MOST,
    }
}

/// The names of the two groups.
fn sides(source: Source<'_>, found: &[Difference], is_by_unit: bool) -> [String; 2] {
    match found.first().filter(|_| !is_by_unit) {
        Some(first) if found.iter().all(|one| one.group == first.group) => [first.group.clone(), first.others.clone()],
        _ => ["difference-own", "difference-others"].map(|key| source.words.get(key)),
    }
}

fn heads(source: Source<'_>, found: &[Difference], is_by_unit: bool) -> Vec<Head> {
    let words = source.words;
    let [one, other] = sides(source, found, is_by_unit);
    let among = words.say(&msg!("difference-share", group = one.as_str()));
    let side = |name: String| Head {
        name,
        columns: ["table-share", "table-count", "tally-base"].map(|key| words.get(key)).into(),
    };
    let rest = vec![words.get("difference-points"), words.get("difference-p-value"), among];
    vec![side(one), side(other), Head { name: String::new(), columns: rest }]
}

fn line(source: Source<'_>, found: &Difference, is_by_unit: bool) -> Line {
    let side = |(k, n): Share| [Cell::Share { k, n }, Cell::Count(k), Cell::Count(n)];
    let rest = [
        Cell::Number(found.shares.points() * 1000),
        Cell::Text(source.words.chance(found.shares.p_value())),
        Cell::Text(found.among(source)),
    ];
    let Contrast { one, other } = found.shares;
    let cells = side(one).into_iter().chain(side(other)).chain(rest).collect();
    Line { label: found.label(source, is_by_unit), sort: Sort::Part, cells }
}

/// The differences of groups that are too small for percents: counts alone.
fn counted(source: Source<'_>, found: &[Difference]) -> Section {
    let words = source.words;
    let heading = words.say(&msg!("difference-few", from = source.study.percent_from));
    let mut section = Section::new("differences-few", heading);
    let [one, other] = sides(source, found, false);
    let side = |name: String| Head { name, columns: ["table-count", "tally-base"].map(|key| words.get(key)).into() };
    let line = |found: &Difference| {
        let Contrast { one, other } = found.shares;
        let cells = [one, other].into_iter().flat_map(|(k, n)| [Cell::Count(k), Cell::Count(n)]).collect();
        Line { label: found.label(source, false), sort: Sort::Part, cells }
    };
    section.blocks.push(Block::Grid(Grid {
        id: "differences-few".to_owned(),
        title: words.get("difference-sexes"),
        heads: vec![side(one), side(other)],
        lines: listed(source, found).map(line).collect(),
        notes: Vec::new(),
    }));
    section
}
