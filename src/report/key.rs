//! What a manager reads first: where most and where fewest cases have the answer that is wished for, by sex and unit.

use super::chart::{Chart, Panel};
use super::question::{bar, style};
use super::split::{Breakdown, Subgroup};
use super::{Block, Section, Source};
use crate::msg;
use crate::study::protocol::{Choice, Per, Question};

/// At most so many of the best and of the weakest results.
const MOST: usize = 4;

/// A question with its share of the favourable answer.
struct Result<'a> {
    split: Breakdown<'a>,
    k: u32,
    n: u32,
}

/// The best and the weakest results, by the shares from which on something is a strength or a development area, in words and small pictures, for a format that opens with them.
pub(crate) fn section(source: Source<'_>) -> Option<Section> {
    let words = source.words;
    let thresholds = source.study.thresholds;
    let mut best = if source.options.opens { results(source) } else { Vec::new() };
    best.sort_by_key(|one| (std::cmp::Reverse(one.share()), one.split.place));
    let mut weakest = best.split_off(best.partition_point(|one| one.is_at_least(thresholds.strength_from)));
    best.truncate(MOST);
    weakest.retain(|one| one.is_at_most(thresholds.development_to));
    weakest.reverse();
    weakest.truncate(MOST);
    let mut section = Section::new("key", words.get("report-key-results"));
    let best_of = (msg!("report-key-best", percent = thresholds.strength_from), &best);
    let weakest_of = (msg!("report-key-weakest", percent = thresholds.development_to), &weakest);
    for (heading, found) in [best_of, weakest_of] {
        let items: Vec<String> = found.iter().map(|one| one.told(source)).collect();
        if !items.is_empty() {
            section.blocks.extend([Block::Text(words.say(&heading)), Block::Items(items)]);
            section.blocks.extend(charts(source, found).map(Block::Chart));
        }
    }
    (!section.is_empty()).then_some(section)
}

/// Every question about cases with one answer that is wished for and a base that carries percents.
fn results(source: Source<'_>) -> Vec<Result<'_>> {
    let asked = source.protocol().questions.iter_enumerated().filter(|(_, asked)| asked.per == Per::Case);
    let wished = asked.filter(|(_, asked)| favourable(asked).next().is_some());
    let result = |place| {
        let split = Breakdown::together(source, &[place]).pop()?;
        let all = split.shown(Subgroup::default());
        let n = all.base.filter(|_| all.is_large() && all.parts.iter().all(Option::is_some))?;
        let k = favourable(split.question).filter_map(|(place, _)| all.counts.choices.get(place)).sum();
        Some(Result { split, k, n })
    };
    wished.filter_map(|(place, _)| result(place)).collect()
}

impl Result<'_> {
    /// Its share in millionths.
    fn share(&self) -> u64 {
        u64::from(self.k) * 1_000_000 / u64::from(self.n)
    }

    fn is_at_least(&self, percent: u32) -> bool {
        u64::from(self.k) * 100 >= u64::from(percent) * u64::from(self.n)
    }

    fn is_at_most(&self, percent: u32) -> bool {
        u64::from(self.k) * 100 <= u64::from(percent) * u64::from(self.n)
    }

    /// What is wished for, with its share.
    fn told(&self, source: Source<'_>) -> String {
        let question = self.split.question;
        let ids: Vec<&str> = favourable(question).map(|(_, choice)| choice.id.as_str()).collect();
        let counts = self.split.shown(Subgroup::default()).counts;
        style(source.study, source.words, Per::Case).summed(question, &counts, &ids, &[])
    }
}

/// The pictures of some results: one for those that have the same answers, with a small one each.
fn charts(source: Source<'_>, results: &[Result<'_>]) -> impl Iterator<Item = Chart> {
    let mut charts: Vec<Chart> = Vec::new();
    for Result { split, .. } in results {
        let parts: Vec<String> = split.parts.iter().map(|part| part.label.clone()).collect();
        let panel = Panel { title: split.question.caption().to_owned(), bars: bars(source, split) };
        match charts.iter_mut().find(|chart| chart.parts == parts) {
            _ if panel.bars.is_empty() => {}
            Some(chart) => chart.panels.push(panel),
            None => charts.push(Chart {
                id: format!("key-{}", split.question.id),
                title: source.words.get("report-key-results"),
                parts,
                stacked: true,
                panels: vec![panel],
            }),
        }
    }
    charts.into_iter()
}

/// A bar for each sex, for each unit, and for all, as far as their bases carry percents.
fn bars(source: Source<'_>, split: &Breakdown<'_>) -> Vec<super::chart::Bar> {
    let name = |sex: Option<&str>| sex.map_or_else(|| source.words.get("tally-total"), str::to_owned);
    let sexes = split.by_sex(None).map(|(sex, shown)| (name(sex), shown));
    let units = split.units.iter().enumerate().filter(|_| split.units.len() > 1);
    let units = units.map(|(unit, name)| (name.clone(), split.shown(Subgroup { unit: Some(unit), sex: None })));
    sexes.chain(units).filter_map(|(label, shown)| bar(label, &shown)).collect()
}

/// The favourable choices of a question with one answer a case, with their places.
pub(crate) fn favourable(question: &Question) -> impl Iterator<Item = (usize, &Choice)> {
    question.favourable_choices().filter(move |_| !question.is_multi())
}

/// What is wished for in a question: its caption with the answer.
pub(crate) fn wished(question: &Question) -> String {
    let labels: Vec<&str> = favourable(question).map(|(_, choice)| choice.label.as_str()).collect();
    let (caption, stop) = (question.caption(), if question.caption().ends_with(['?', '.', ':']) { "" } else { ":" });
    format!("{caption}{stop} {}", labels.join(" / "))
}
