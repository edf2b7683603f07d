//! Where women and men differ, and where a unit differs from the others: over all questions, the largest first.

use super::grid::{Cell, Grid, Head, Line, Sort};
use super::split::{Breakdown, Subgroup};
use super::{Block, Section, Source};
use crate::msg;
use crate::statistics::proportion::fisher::fisher;
use crate::study::protocol::Per;

/// So many differences are shown where a reader has no use for all of them.
const MOST: usize = 25;
/// So many of the largest are told in words.
const TOLD: usize = 10;
/// Below this chance a difference is told in words.
const RARE: f64 = 0.05;

/// How many of how many.
type Share = (u32, u32);

/// The share of an answer in one group beside that in the others.
struct Difference {
    question: usize,
    group: String,
    others: String,
    answer: String,
    one: Share,
    other: Share,
}

/// The differences between the sexes and between the units.
pub fn section(source: Source<'_>) -> Section {
    let places = source.protocol().questions.iter().enumerate().filter(|(_, asked)| asked.per == Per::Case);
    let splits: Vec<Breakdown<'_>> = places.flat_map(|(place, _)| Breakdown::together(source, &[place])).collect();
    let mut section = Section::new("differences", source.words.get("report-differences"));
    for (id, is_by_unit) in [("sexes", false), ("units", true)] {
        let all = splits.iter().flat_map(|split| of_question(source, split, is_by_unit));
        let (mut large, mut small): (Vec<_>, Vec<_>) = all.partition(|found| found.is_large(source));
        large.sort_by(|one, other| other.size().total_cmp(&one.size()));
        small.sort_by(|one, other| other.size().total_cmp(&one.size()));
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

/// Each group's answers beside those of the others; of two groups, the first beside the second. Of two answers that make
/// up the base, the first says it all.
fn of_question(source: Source<'_>, split: &Breakdown<'_>, is_by_unit: bool) -> Vec<Difference> {
    let names = if is_by_unit { &split.units } else { &split.sexes };
    let whose = |at: usize| {
        let (unit, sex) = if is_by_unit { (Some(at), None) } else { (None, Some(at)) };
        Subgroup { unit, sex }
    };
    let groups: Vec<_> = (0..names.len()).map(|at| split.shown(whose(at))).collect();
    let all = split.shown(Subgroup::default());
    let is_either_or = !split.question.is_multi() && split.parts.len() == 2;
    let parts = if is_either_or { 1 } else { split.parts.len() };
    let compared = if names.len() == 2 { 1 } else { names.len() };
    let mut found = Vec::new();
    for part in (0..parts).filter(|_| !split.question.choices().is_empty() && names.len() > 1) {
        for (own, name) in groups.iter().zip(names).take(compared) {
            let counts = || {
                let (k, n) = (own.part(part)?, own.base?);
                let (of_all, all) = (all.part(part)?, all.base?);
                let (of_others, others) = (of_all.checked_sub(k)?, all.checked_sub(n)?);
                let is_told = |n: &u32| source.options.min_cell.is_none_or(|min| !(1..min).contains(n));
                [of_others, others].iter().all(is_told).then_some(((k, n), (of_others, others)))
            };
            let second = names.get(1).filter(|_| compared == 1).cloned();
            found.extend(counts().filter(|(one, other)| one.0 + other.0 > 0).map(|(one, other)| Difference {
                question: split.place,
                group: name.clone(),
                others: second.clone().unwrap_or_else(|| source.words.get("difference-others")),
                answer: split.parts.get(part).map(|part| part.label.clone()).unwrap_or_default(),
                one,
                other,
            }));
        }
    }
    found
}

impl Difference {
    /// Whether both groups carry percents.
    fn is_large(&self, source: Source<'_>) -> bool {
        self.one.1.min(self.other.1) >= source.study.percent_from.max(1)
    }

    /// The first share less the second.
    fn between(&self) -> f64 {
        let share = |(k, n): Share| f64::from(k) / f64::from(n.max(1));
        share(self.one) - share(self.other)
    }

    fn size(&self) -> f64 {
        self.between().abs()
    }

    /// It in whole percentage points, half away from zero.
    fn points(&self) -> i64 {
        let [(k, n), (l, m)] = [self.one, self.other].map(|(k, n)| (i64::from(k), i64::from(n.max(1))));
        let (above, below) = (100 * (k * m - l * n), n * m);
        (2 * above + above.signum() * below) / (2 * below)
    }

    /// How likely so large a difference is by chance alone.
    fn chance(&self) -> f64 {
        let [one, other] = [self.one, self.other].map(|(k, n)| (k, n.saturating_sub(k)));
        fisher(one, other)
    }

    /// How many of those with the answer are of the group.
    fn among(&self, source: Source<'_>) -> String {
        source.words.say(&msg!("difference-of", k = self.one.0, n = self.one.0 + self.other.0))
    }

    fn label(&self, source: Source<'_>, with_group: bool) -> String {
        let text = source.protocol().questions.get(self.question).map_or("", |asked| asked.text.as_str());
        let label = format!("{} {text} {}", source.protocol().number(self.question), self.answer);
        if with_group { format!("{}: {label}", self.group) } else { label }
    }

    /// The sentence: of those with this answer, how many are of the group.
    fn told(&self, source: Source<'_>) -> String {
        source.words.say(&msg!(
            "difference-among",
            group = self.group.as_str(),
            k = self.one.0,
            n = self.one.0 + self.other.0,
            answer = self.answer.as_str(),
            question = source.protocol().number(self.question),
            base = self.one.1,
            all = self.one.1 + self.other.1
        ))
    }
}

/// The differences of groups that carry percents, with what one must know to read them.
fn part(source: Source<'_>, id: &str, found: &[Difference], small: usize) -> Section {
    let is_by_unit = id == "units";
    let words = source.words;
    let heading = words.get(if is_by_unit { "difference-units" } else { "difference-sexes" });
    let mut section = Section::new(format!("differences-{id}"), heading.clone());
    let rare = found.iter().filter(|one| one.chance() < RARE).count();
    let expected = (found.len() + 10) / 20;
    section.blocks.push(Block::Text(words.say(&msg!(
        "difference-many",
        n = found.len(),
        rare = rare,
        expected = expected
    ))));
    let told = found.iter().filter(|one| one.chance() < RARE).take(TOLD).map(|one| one.told(source));
    let told: Vec<String> = told.collect();
    if !told.is_empty() {
        section.blocks.push(Block::Items(told));
    }
    let mut notes = Vec::new();
    if !source.options.all_rows && found.len() > MOST {
        notes.push(words.say(&msg!("difference-most", most = MOST, n = found.len())));
    }
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
    found.iter().take(if source.options.all_rows { usize::MAX } else { MOST })
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
        Cell::Number(found.points() * 1000),
        Cell::Text(source.words.chance(found.chance())),
        Cell::Text(found.among(source)),
    ];
    let cells = side(found.one).into_iter().chain(side(found.other)).chain(rest).collect();
    Line { label: found.label(source, is_by_unit), sort: Sort::Part, cells }
}

/// The differences of groups that are too small for percents: counts alone.
fn counted(source: Source<'_>, found: &[Difference]) -> Section {
    let words = source.words;
    let heading = words.say(&msg!("difference-few", from = source.study.percent_from));
    let mut section = Section::new("differences-few", heading.clone());
    let [one, other] = sides(source, found, false);
    let side = |name: String| Head { name, columns: ["table-count", "tally-base"].map(|key| words.get(key)).into() };
    let line = |found: &Difference| {
        let cells = [found.one, found.other].into_iter().flat_map(|(k, n)| [Cell::Count(k), Cell::Count(n)]).collect();
        Line { label: found.label(source, false), sort: Sort::Part, cells }
    };
    section.blocks.push(Block::Grid(Grid {
        id: "differences-few".to_owned(),
        title: heading,
        heads: vec![side(one), side(other)],
        lines: listed(source, found).map(line).collect(),
        notes: Vec::new(),
    }));
    section
}
