//! How far the shares of a drawn sample may lie from those of all cases that it was drawn from.
//!
//! Only a probability sample says that: without a draw, or where all cases were drawn, nothing is told, and cases that
//! somebody chose are left out. Each case stands for as many as its stratum has per case reviewed, so a stratum of which
//! few were drawn weighs as much as it should. The interval is Wilson's at the effective size of the weighted sample,
//! (Σw)²/Σw² (L. Kish, *Survey Sampling*, 1965, § 11.7; for intervals E. L. Korn and B. I. Graubard, *Survey Methodology*
//! 24, 1998), with the correction for finite populations. With equal weights it is Wilson's interval with that correction
//! to the digit. How many cases a question applies to is itself estimated, by the sum of the weights, and what is gained by
//! drawing within strata is not counted: the intervals are approximations and rather too wide.

use super::grid::{Cell, Grid, Head, Line, Sort};
use super::split::{Breakdown, Subgroup};
use super::{Block, Section, Source};
use crate::msg;
use crate::statistics::proportion::{Confidence, Interval, score};
use crate::study::answers::case_view::CellStatus;
use crate::study::index::{CaseIx, QuestionIx};
use crate::study::protocol::{Choice, Per, Question};
use crate::study::sample::draw::Draw;

/// A case of the sample: its place, and how many cases it stands for.
struct Drawn {
    case: CaseIx,
    weight: f64,
}

/// What a weighted sample says of an answer.
#[derive(Default)]
struct Estimate {
    n: u32,
    size: f64,
    squares: f64,
    with: f64,
}

impl Estimate {
    fn add(&mut self, weight: f64, has_it: bool) {
        self.n += 1;
        self.size += weight;
        self.squares += weight * weight;
        self.with += if has_it { weight } else { 0.0 };
    }

    /// The share of all cases.
    fn share(&self) -> f64 {
        self.with / self.size
    }

    /// Where it lies in 95 cases of 100; nothing where all cases were reviewed.
    fn interval(&self) -> Option<Interval> {
        let effective = self.size * self.size / self.squares;
        let is_sample = self.n > 0 && f64::from(self.n) + 0.5 < self.size;
        is_sample.then(|| {
            let size = effective * (self.size - 1.0) / (self.size - effective);
            score(self.share(), size, Confidence::NinetyFive)
        })
    }
}

/// The shares with their intervals, answer by answer.
pub fn section(source: Source<'_>) -> Section {
    let words = source.words;
    let mut section = Section::new("uncertainty", words.get("report-uncertainty"));
    let Some(draw) = source.draw.filter(|draw| draw.strata.iter().any(|one| one.drawn < one.frame)) else {
        return section;
    };
    let drawn = drawn(source, draw);
    let lines = lines(source, &drawn);
    if lines.is_empty() {
        return section;
    }
    let frame: usize = draw.strata.iter().map(|stratum| stratum.frame).sum();
    section.blocks.push(Block::Text(words.say(&msg!("uncertainty-sample", n = drawn.len(), frame = frame))));
    if !draw.added.is_empty() {
        section.blocks.push(Block::Text(words.say(&msg!("uncertainty-added", n = draw.added.len()))));
    }
    let columns = || vec![words.get("table-share"), words.get("uncertainty-interval")];
    let heads = groups(source).into_iter().map(|(name, _)| Head { name, columns: columns() }).collect();
    let title = words.get("uncertainty-table");
    section.blocks.push(Block::Grid(Grid { id: "uncertainty".to_owned(), title, heads, lines, notes: Vec::new() }));
    section
}

/// The cases that were drawn and count, each with how many it stands for.
fn drawn(source: Source<'_>, draw: &Draw) -> Vec<Drawn> {
    let cases = &source.study.cases;
    let columns: Vec<Option<usize>> = draw.per.iter().map(|name| cases.column(name)).collect();
    let stratum = |case: CaseIx| {
        let values = || columns.iter().map(|column| column.map_or("", |column| cases.value(case, column)));
        draw.strata.iter().position(|stratum| stratum.values.iter().map(String::as_str).eq(values()))
    };
    let is_added = |case: CaseIx| cases.cases.get(case).is_some_and(|case| draw.added.contains(&case.id));
    let counted = cases.files().filter(|&case| source.study.tally().is_counted(case) && !is_added(case));
    let placed: Vec<(CaseIx, usize)> = counted.filter_map(|case| Some((case, stratum(case)?))).collect();
    let mut reviewed = vec![0u32; draw.strata.len()];
    for (_, at) in &placed {
        reviewed.iter_mut().skip(*at).take(1).for_each(|n| *n += 1);
    }
    let weight = |at: usize| {
        let frame = draw.strata.get(at).and_then(|stratum| u32::try_from(stratum.frame).ok()).unwrap_or_default();
        f64::from(frame) / f64::from(reviewed.get(at).copied().unwrap_or(1))
    };
    placed.into_iter().map(|(case, at)| Drawn { case, weight: weight(at) }).collect()
}

/// A column of the case list with the value that cases must have there; nothing where all are meant.
type Selection = Option<(usize, String)>;

/// The groups of cases that shares are told of, each with the sex that it has; at last all.
fn groups(source: Source<'_>) -> Vec<(String, Selection)> {
    let tally = source.study.tally();
    let sex = source.protocol().sex().and_then(|sex| Some((sex, tally.by().iter().position(|&by| by == sex)?)));
    let values = sex.into_iter().flat_map(|(sex, axis)| {
        let values = tally.values(axis, Per::Case).into_iter();
        values.map(move |value| (source.label(sex, value), Some((sex, value.to_owned()))))
    });
    values.chain([(source.words.get("tally-total"), None)]).collect()
}

/// A line for each answer of each question about cases; of two answers that make up the base, the first says it all.
fn lines(source: Source<'_>, drawn: &[Drawn]) -> Vec<Line> {
    let about_cases = source.protocol().questions.iter_enumerated().filter(|(_, asked)| asked.per == Per::Case);
    let splits = about_cases.flat_map(|(place, _)| Breakdown::together(source, &[place]));
    splits.flat_map(|split| of_question(source, drawn, &split)).collect()
}

fn of_question(source: Source<'_>, drawn: &[Drawn], split: &Breakdown<'_>) -> Vec<Line> {
    let groups = groups(source);
    let inside: Vec<_> = split.question.choices().iter().enumerate().filter(|(_, choice)| choice.in_base).collect();
    let told = if inside.len() == 2 && !split.question.is_multi() { 1 } else { inside.len() };
    let line = |(part, (choice, named)): (usize, (usize, &Choice))| {
        let of = |(at, (_, sex)): (usize, &(String, Selection))| {
            let shown = split.shown(Subgroup { unit: None, sex: sex.as_ref().map(|_| at) });
            let is_told = shown.base.is_some() && shown.part(part).is_some();
            let estimate = estimate(source, drawn, (split.place, split.question, choice), sex.as_ref());
            cells(source, is_told.then_some(estimate))
        };
        let cells: Vec<Cell> = groups.iter().enumerate().flat_map(of).collect();
        let label = format!("{} {} {}", source.protocol().number(split.place), split.question.text, named.label);
        cells.iter().any(|cell| *cell != Cell::Blank).then_some(Line { label, sort: Sort::Part, cells })
    };
    inside.into_iter().take(told).enumerate().filter_map(line).collect()
}

/// What the cases of a group say of an answer.
fn estimate(
    source: Source<'_>,
    drawn: &[Drawn],
    (place, question, choice): (QuestionIx, &Question, usize),
    sex: Option<&(usize, String)>,
) -> Estimate {
    let study = source.study;
    let mut estimate = Estimate::default();
    let is_meant = |one: &&Drawn| sex.is_none_or(|(column, value)| study.cases.value(one.case, *column) == value);
    for one in drawn.iter().filter(is_meant) {
        let cell = study.tally().cells(one.case)[place];
        let answer = study.answers.text(cell.value);
        if cell.status == CellStatus::Answered && question.is_in_base(answer) {
            estimate.add(one.weight, question.chosen(answer).any(|(own, _)| own == choice));
        }
    }
    estimate
}

/// The share and its interval; nothing where the group is too small for percents, or its counts are hidden.
fn cells(source: Source<'_>, estimate: Option<Estimate>) -> [Cell; 2] {
    let percent = |share: f64| format!("{:.0}", (share * 100.0 + 0.5).floor());
    let large = estimate.filter(|estimate| estimate.n >= source.study.percent_from);
    let told = large.and_then(|estimate| Some((estimate.share(), estimate.interval()?)));
    told.map_or([Cell::Blank, Cell::Blank], |(share, interval)| {
        let range = format!("{}–{}", percent(interval.low), percent(interval.high));
        [Cell::Text(percent(share)), Cell::Text(range)]
    })
}
