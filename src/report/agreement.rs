//! The agreement of coders as the method's appendix has it: a table of the questions, and a sentence.
//!
//! No case and no coder is named. The coefficients are those of all that was said, that a question does not apply being an
//! answer like the others.

use super::grid::{Cell, Grid, Head, Line, Sort};
use super::{Block, Section, Source};
use crate::analysis::reliability::agreement::{Agreement, total};
use crate::analysis::reliability::differences::{Differences, State};
use crate::analysis::reliability::figure::{Figure, Measure, Part, Weights, Why};
use crate::analysis::reliability::overview::Overview;
use crate::analysis::reliability::{DoubleCoding, is_summed};
use crate::base::language::{Message, Words};
use crate::msg;
use crate::statistics::agreement::Level;
use crate::statistics::agreement::percent::PercentAgreement;
use crate::study::ledger::entry::Round;

/// The agreement in each blind round that was coded.
pub fn section(source: Source<'_>) -> Section {
    let mut section = Section::new("method-agreement", source.words.get("method-agreement"));
    for round in [Round::Second, Round::Spot] {
        let double = DoubleCoding::of(source.study, round);
        if !double.cases.is_empty() {
            let agreements = double.agreements();
            let sentence = Overview::of(&double).sentence(&agreements, source.study.percent_from, source.words);
            section.blocks.extend(sentence.map(Block::Text));
            section.blocks.extend(standing(source, round, &agreements).map(Block::Text));
            let (n, from) = (double.cases.len(), source.study.percent_from);
            // So few say nothing of a single question.
            section.blocks.push(if n < from as usize {
                Block::Text(source.words.say(&msg!("agree-few", n = n, from = from)))
            } else {
                Block::Grid(grid(&double, &agreements, source.words))
            });
        }
    }
    section
}

/// How the answers stand in which the coders differed, of those that the table sums up; nothing where they did not.
fn standing(source: Source<'_>, round: Round, agreements: &[Agreement<'_>]) -> Option<String> {
    let (study, words) = (source.study, source.words);
    let PercentAgreement { alike, of } = total(agreements);
    let n = of.saturating_sub(alike) as usize;
    let differences = Differences::of(study, &[round]);
    let is_summed = |place| agreements.iter().any(|one| one.place == place && is_summed(one.question));
    let (settled, open): (Vec<State>, Vec<State>) =
        differences.of_differing(study, is_summed).partition(|state| *state == State::Settled);
    let (settled, open) = (settled.len(), open.len());
    let gone = n.saturating_sub(settled + open);
    let parts = [
        (settled, msg!("agree-standing-settled", n = settled)),
        (open, msg!("agree-standing-open", n = open)),
        (gone, msg!("agree-standing-gone", n = gone)),
    ];
    let parts: Vec<String> = parts.iter().filter(|(n, _)| *n > 0).map(|(_, part)| words.say(part)).collect();
    (n > 0).then(|| words.say(&msg!("agree-standing", n = n, parts = words.and(&parts), open = open)))
}

/// A line per question: in how many cases it is compared, in how many all said the same, and two coefficients.
pub fn grid(double: &DoubleCoding<'_>, agreements: &[Agreement<'_>], words: &Words) -> Grid {
    let first = if double.raters.len() > 2 { Measure::Alpha(Level::Nominal) } else { Measure::Kappa(Weights::None) };
    let measures = [first, Measure::Ac1];
    let mut notes = vec![words.get("agree-note")];
    let mut lines = Vec::new();
    for one in agreements {
        let figures = one.names(Part::Whole, &one.whole);
        let cells = measures.map(|measure| coefficient(&figures, measure, words));
        for why in cells.iter().filter_map(|(_, why)| *why) {
            let (short, reason) = (words.say(&short(why)), words.say(&why.message()));
            let note = words.say(&msg!("agree-short-note", short = short, reason = reason));
            if !notes.contains(&note) {
                notes.push(note);
            }
        }
        let label = format!("{} {}", double.study().protocol.number(one.place), one.question.text);
        lines.push(line(label, Sort::Part, double, one.whole.alike(), cells.map(|(cell, _)| cell)));
    }
    let all = total(agreements);
    lines.push(line(words.get("agree-all-answers"), Sort::Total, double, all, [Cell::Blank, Cell::Blank]));
    let heads = ["agree-head-cases", "agree-head-alike", "agree-head-percent"].map(|key| words.get(key));
    let heads = heads.into_iter().chain(measures.map(|measure| words.say(&measure.label())));
    Grid {
        id: format!("agreement-{}", double.round.name()),
        title: words.say(&title(double.round)),
        heads: heads.map(|name| Head { name, columns: vec![String::new()] }).collect(),
        lines,
        notes,
    }
}

/// The counts, and the coefficients.
fn line(
    label: String,
    sort: Sort,
    double: &DoubleCoding<'_>,
    PercentAgreement { alike, of }: PercentAgreement,
    told: [Cell; 2],
) -> Line {
    let counts = [Cell::Count(of), Cell::Count(alike), Cell::share(alike, of, double.study().percent_from)];
    Line { label, sort, cells: counts.into_iter().chain(told).collect() }
}

fn title(round: Round) -> Message {
    if round == Round::Spot { msg!("agree-table-spot") } else { msg!("agree-table") }
}

/// A coefficient with its interval; a word where it has no value.
fn coefficient(figures: &[Figure], measure: Measure, words: &Words) -> (Cell, Option<Why>) {
    let told = figures.iter().find(|figure| figure.measure == measure).map_or(Err(Why::Open), |figure| figure.told);
    match told {
        Err(why) => (Cell::Text(words.say(&short(why))), Some(why)),
        Ok(value) => {
            let number = words.coefficient(value.value);
            let interval = value.interval.ok().map(|interval| words.interval(interval));
            (Cell::Text(interval.map_or_else(|| number.clone(), |interval| format!("{number} ({interval})"))), None)
        }
    }
}

/// Why there is no value, in a word.
fn short(why: Why) -> Message {
    use crate::statistics::agreement::Undefined::{AllAlike, NothingPaired};
    match why {
        Why::NoValue(AllAlike) => msg!("agree-short-alike"),
        Why::NoValue(NothingPaired) => msg!("agree-short-none"),
        Why::Open => msg!("agree-short-open"),
        Why::OneCase | Why::NoInterval(_) | Why::Pooled => msg!("agree-short-one"),
    }
}
