//! Agreement as text: the counts first, coefficients below where they are asked for.

use super::{Agreed, Told};
use crate::analysis::reliability::agreement::{Agreement, Cross, has_free_words};
use crate::analysis::reliability::figure::{Figure, Measure, Method, Part, SEED, Value};
use crate::base::fault::Result;
use crate::base::language::{Message, Words};
use crate::base::text::{padded, visible, width, wrap};
use crate::cli::commands::{Context, WIDE};
use crate::msg;
use crate::report::grid::{Cell, Grid, Head, Line, Sort};
use crate::report::plain::reliability::landis_koch;
use crate::report::text::{Row, rows};
use crate::statistics::agreement::bootstrap::DRAWS;
use crate::statistics::percent::shown;
use crate::study::index::CaseIx;

impl Agreed<'_> {
    /// Prints who coded how much, and then group by group how alike it is.
    pub(crate) fn print(&self, context: &mut Context<'_>) -> Result<()> {
        self.head(&context.words).iter().try_for_each(|line| context.print(line))?;
        for told in self.groups.iter().filter(|told| !told.double.cases.is_empty()) {
            context.print("")?;
            told.lines(&context.words, self).iter().try_for_each(|line| context.print(line.trim_end()))?;
        }
        Ok(())
    }

    pub(super) fn head(&self, words: &Words) -> Vec<String> {
        let mut lines = vec![words.say(&self.overview.cases())];
        if self.overview.doubled > 0 {
            lines.push(words.say(&msg!("agree-coders", names = self.overview.coders(words, &str::to_owned))));
        }
        lines.extend(self.overview.together().map(|joint| words.say(&joint)));
        lines.extend(self.overview.begun.iter().map(|begun| words.say(&begun.message(&begun.coder))));
        lines
    }
}

impl Told<'_> {
    fn lines(&self, words: &Words, agreed: &Agreed<'_>) -> Vec<String> {
        let percent_from = self.double.study().percent_from;
        let alike = words.say(&self.total().of_answers(percent_from));
        let named = msg!("agree-group", name = self.name(words), n = self.double.cases.len(), alike = alike);
        let free = has_free_words(&self.agreements).then(|| words.get("agree-free"));
        let mut lines: Vec<String> = [words.say(&named)].into_iter().chain(free).collect();
        for one in &self.agreements {
            lines.push(String::new());
            let number = self.double.study().protocol.number(one.place);
            lines.push(visible(&format!("{number} {}  [{}]", one.question.text, one.question.id)));
            lines.extend(self.question(one, words).into_iter().map(|line| format!("  {line}")));
            if agreed.is_full && !one.whole.rows.is_empty() {
                lines.extend(
                    self.coefficients(one, words, agreed.is_labelled).into_iter().map(|line| format!("  {line}")),
                );
            }
        }
        lines
    }

    /// The counts of a question, and where the coders differ.
    fn question(&self, one: &Agreement<'_>, words: &Words) -> Vec<String> {
        let study = self.double.study();
        let said = |alike: crate::statistics::agreement::percent::PercentAgreement| {
            words.say(&alike.of_cases(study.percent_from))
        };
        let mut lines = vec![said(one.whole.alike())];
        if let Some(applies) = one.whole.applies().filter(|_| !one.whole.rows.is_empty()) {
            lines.push(words.say(&msg!("agree-step-applies", alike = said(applies.alike()))));
            lines.push(words.say(&msg!("agree-step-answer", alike = said(one.whole.answers().alike()))));
        }
        let mut listed = |told: &dyn Fn(String) -> Message, cases: Vec<CaseIx>| {
            let ids = cases.into_iter().filter_map(|case| study.cases.cases.get(case));
            let ids: Vec<String> = ids.map(|case| visible(&case.id)).collect();
            if !ids.is_empty() {
                lines.extend(wrap(&words.say(&told(ids.join(", "))), WIDE));
            }
        };
        listed(&|ids| msg!("agree-differing", ids = ids), one.whole.differing().map(|row| row.case).collect());
        listed(&|ids| msg!("agree-one-sided", ids = ids), self.double.one_sided(one.place));
        lines
    }

    /// The cross-table, and every coefficient of every part.
    fn coefficients(&self, one: &Agreement<'_>, words: &Words, is_labelled: bool) -> Vec<String> {
        let cross = one.cross(&self.double.raters);
        let mut lines = cross.map_or_else(Vec::new, |cross| crossed(one, &cross, words));
        let figures = one.figures();
        let label = |figure: &Figure| words.say(&figure.measure.label());
        let widest = figures.iter().map(|figure| width(&label(figure))).max().unwrap_or(0);
        let mut part = Part::Whole;
        for figure in &figures {
            if figure.part != part {
                part = figure.part;
                lines.push(part_name(part, one, words));
            }
            lines.push(format!("{}  {}", padded(&label(figure), widest), value(figure, words, is_labelled)));
        }
        lines
    }
}

/// What a part is about.
fn part_name(part: Part, one: &Agreement<'_>, words: &Words) -> String {
    match part {
        Part::Whole => String::new(),
        Part::Applies => words.get("agree-part-applies"),
        Part::Answer => words.get("agree-part-answer"),
        Part::Choice(_) => {
            let choice = one.choice(part).map_or("", |choice| &choice.label);
            words.say(&msg!("agree-part-choice", choice = choice))
        }
    }
}

/// A value with what it rests on, or why there is none.
fn value(figure: &Figure, words: &Words, is_labelled: bool) -> String {
    let Value { value, interval, method, .. } = match figure.told {
        Ok(told) => told,
        Err(why) => return words.say(&why.message()),
    };
    let is_share = figure.measure == Measure::Alike;
    let percent = |share: f64| shown(thousandth(share), 1000);
    let mut text = match interval {
        Ok(interval) if is_share => {
            words.say(&msg!("agree-share", low = percent(interval.low), high = percent(interval.high)))
        }
        Ok(interval) => {
            words.say(&msg!("agree-value", value = words.coefficient(value), interval = words.interval(interval)))
        }
        Err(why) if is_share => words.say(&why.message()),
        Err(why) => format!("{}; {}", words.coefficient(value), words.say(&why.message())),
    };
    let mut add = |more: &crate::base::language::Message| text.push_str(&words.say(more));
    add(&msg!("agree-cases-of", n = figure.cases));
    if figure.lost > 0 {
        add(&msg!("agree-lost", n = figure.lost));
    }
    if method == Method::Bootstrap {
        add(&msg!("agree-bootstrap", draws = DRAWS, seed = SEED));
    }
    if let Some((used, pairs)) = figure.pairs {
        add(&msg!("agree-of-pairs", n = used, of = pairs));
    }
    if is_labelled && figure.measure.is_kappa() {
        add(&msg!("agree-landis-koch", label = words.say(&landis_koch(value))));
    }
    text
}

/// A share in thousandths, of which whole percents are made.
fn thousandth(share: f64) -> u32 {
    u32::try_from(crate::statistics::special::rounded(share * 1000.0)).unwrap_or_default()
}

/// The cross-table of two coders, the first in the rows.
fn crossed(one: &Agreement<'_>, cross: &Cross<'_>, words: &Words) -> Vec<String> {
    let names: Vec<String> = cross.categories.iter().map(|known| visible(&known.shown(one.question, words))).collect();
    let line = |(name, counts): (&String, &Vec<u32>)| Line {
        label: name.clone(),
        sort: Sort::Part,
        cells: counts.iter().map(|&n| Cell::Count(n)).collect(),
    };
    let [first, second] = cross.raters.map(|rater| rater.name(words));
    let grid = Grid {
        id: String::new(),
        title: String::new(),
        heads: vec![Head { name: String::new(), columns: names.clone() }],
        lines: names.iter().zip(&cross.counts).map(line).collect(),
        notes: Vec::new(),
    };
    let table = rows(&grid, words, WIDE).into_iter().map(|(Row::Head(text) | Row::Line(text))| format!("  {text}"));
    [words.say(&msg!("agree-cross", rows = first, columns = second))].into_iter().chain(table).collect()
}
