//! The tally of the open question: a table where it fits uncut, else words.

use super::tallies::{COLUMN, alone, column, counted, names, number_line, other_times, percent_columns, split};
use super::{line, span};
use crate::base::text::{fit, padded, right, width, wrap};
use crate::msg;
use crate::study::index::QuestionIx;
use crate::study::protocol::{Choice, Kind, Question, Role};
use crate::study::tally::Counts;
use crate::tui::model::Model;
use crate::tui::theme::{Mark, Tone};
use ratatui::text::Line;
use std::collections::BTreeSet;

/// So many names of texts stand in it, each cut to so many columns.
const MOST: usize = 4;
const LONG: usize = 40;

/// The least width of a column of counts where all are alike.
const NARROW: usize = 10;

/// The rows with the rule above them: the same for every question about a case, or about a unit.
pub fn strip_height(model: &Model) -> u16 {
    let column =
        column(model, model.per()).and_then(|column| model.study.tally().by().iter().position(|&by| by == column));
    let groups = column.map_or(0, |axis| model.study.tally().values(axis, model.per()).len());
    let others = model.protocol().times().len().saturating_sub(1);
    u16::try_from(groups.saturating_add(others + 3)).unwrap_or(u16::MAX)
}

/// The tally of a question: a head and a line a group, or words where a table would be cut.
pub fn strip(model: &Model, question: QuestionIx, columns: usize) -> Vec<Line<'static>> {
    let Some(asked) = model.protocol().questions.get(question) else { return Vec::new() };
    let n = model.number(question);
    let left_out = &model.study.left_out;
    let title = model.words.say(&match (left_out.exit, model.study.answers.closed()) {
        (Some(_), _) if left_out.is_lacking() => msg!("tally-incomplete", n = n),
        (Some(_), _) => msg!("tally-doubtful", n = n),
        (None, 0) => msg!("tally-so-far", n = n),
        (None, closed) => msg!("tally-so-far-closed", n = n, closed = closed),
    });
    let groups = split(model, question);
    if let Kind::Number { .. } = asked.kind {
        return numbers(model, asked, &title, &groups, columns);
    }
    let words = || in_words(model, question, asked, &title, &groups, columns);
    if asked.choices().is_empty() || asked.is_long() {
        return words();
    }
    let rows: Vec<(String, Counts)> = groups.iter().cloned().chain(other_times(model, question)).collect();
    let percents = percent_columns(model, rows.iter().map(|(_, counts)| counts));
    let table = Table { model, asked, rows: &rows, columns, percents };
    let short = model.words.say(&msg!("screen-question-number", n = n));
    let whole = table.alike(&title).or_else(|| table.fitted(&title)).or_else(|| table.fitted(&short));
    whole
        .or_else(|| group_words(model, asked, &title, &rows, columns))
        .or_else(|| table.cut(&short))
        .unwrap_or_else(words)
}

/// Counts in columns.
struct Table<'a> {
    model: &'a Model,
    asked: &'a Question,
    rows: &'a [(String, Counts)],
    columns: usize,
    percents: usize,
}

impl Table<'_> {
    fn labels(&self) -> Vec<String> {
        self.asked.choices().iter().map(|choice| choice.label.clone()).collect()
    }

    /// How wide the names of the groups are.
    fn name(&self) -> usize {
        self.rows.iter().map(|(name, _)| width(name)).max().unwrap_or(0)
    }

    /// Columns that are all alike, where nothing in them is cut.
    fn alike(&self, title: &str) -> Option<Vec<Line<'static>>> {
        let labels = self.labels();
        let name = self.name().max(width(title));
        let column = (self.columns.saturating_sub(name) / (labels.len() + 1)).min(COLUMN);
        let longest = labels.iter().map(|label| width(label)).max().unwrap_or(0);
        let widths = vec![column; labels.len()];
        (column >= NARROW.max(longest + 1)).then(|| self.lines(title, name, &labels, &widths, NARROW))
    }

    /// Columns as wide as each needs, where nothing in them is cut.
    fn fitted(&self, title: &str) -> Option<Vec<Line<'static>>> {
        let (labels, base) = (self.labels(), width(&self.model.words.get("tally-base")) + 1);
        let cell = |place, counts| width(self.cell(place, counts).trim_end()) + 1;
        // As if there were percents already, so that columns stand still when they come.
        let least = |place: usize| if self.is_in_base(place) { NARROW - 1 } else { NARROW - 4 };
        let counted = |place| self.rows.iter().map(|(_, counts)| cell(place, counts)).fold(least(place), usize::max);
        let widths: Vec<usize> =
            labels.iter().enumerate().map(|(place, label)| counted(place).max(width(label) + 1)).collect();
        let name = self.columns.checked_sub(widths.iter().sum::<usize>() + base)?;
        let needed = self.name().max(width(title));
        let spare = name.checked_sub(needed)?;
        // What is left is shared out.
        let more = (spare / (labels.len() + 1)).min(COLUMN - NARROW);
        let widths: Vec<usize> = widths.into_iter().map(|column| column + more).collect();
        Some(self.lines(title, needed, &labels, &widths, base + more))
    }

    /// Columns that are all alike and cut, as long as they can be told from each other.
    fn cut(&self, title: &str) -> Option<Vec<Line<'static>>> {
        let labels = self.labels();
        let name = self.name().max(width(title)).min(24);
        let column = (self.columns.saturating_sub(name) / (labels.len() + 1)).min(COLUMN);
        let mut heads: Vec<String> = labels.iter().map(|label| fit(label, column.saturating_sub(1))).collect();
        if heads.iter().collect::<BTreeSet<_>>().len() < heads.len() {
            // What begins alike is told apart by its end.
            let last = |label: &String| format!("…{}", label.split_whitespace().last().unwrap_or_default());
            heads = labels.iter().map(|label| fit(&last(label), column.saturating_sub(1))).collect();
        }
        (column >= NARROW).then(|| self.lines(title, name, &heads, &vec![column; labels.len()], NARROW))
    }

    /// A count, with its percent where it is in the base.
    fn cell(&self, place: usize, counts: &Counts) -> String {
        let k = counts.chosen(place);
        let alone = alone(&k.to_string(), self.percents);
        if self.is_in_base(place) { counted(self.model, k, counts.base, self.percents) } else { alone }
    }

    fn is_in_base(&self, place: usize) -> bool {
        self.asked.choices().get(place).is_some_and(|choice| choice.in_base)
    }

    fn lines(&self, title: &str, name: usize, heads: &[String], widths: &[usize], base: usize) -> Vec<Line<'static>> {
        let model = self.model;
        let row = |name: String, cells: &mut dyn Iterator<Item = String>, of: &str| {
            let cells: String =
                cells.zip(widths).map(|(cell, column)| right(&of_width(&cell, *column), *column)).collect();
            format!("{name}{cells}{}", right(of, base))
        };
        let head = row(padded(title, name), &mut heads.iter().cloned(), &model.words.get("tally-base"));
        let mut lines = vec![line(model, Tone::Dim, head)];
        for (group, counts) in self.rows {
            let mut cells = (0..heads.len()).map(|place| self.cell(place, counts));
            let text = row(padded(group, name), &mut cells, &counts.base.to_string());
            let bar = bar(model, self.asked, counts, self.columns.saturating_sub(width(&text) + 5).min(20));
            let tone = if *group == model.words.get("tally-total") { Tone::Heading } else { Tone::Plain };
            lines.push(Line::from(vec![span(model, tone, text), span(model, Tone::Answer, bar)]));
        }
        lines
    }
}

/// A cell without the blanks behind it that keep counts under each other, where there is no room for them.
fn of_width(cell: &str, column: usize) -> String {
    let blanks = (width(cell) + 1).saturating_sub(column);
    let end = cell.trim_end();
    format!("{end}{}", " ".repeat((width(cell) - width(end)).saturating_sub(blanks)))
}

/// A bar for the share of yes, or of the first choice.
fn bar(model: &Model, asked: &Question, counts: &Counts, columns: usize) -> String {
    let place = asked.role(Role::Yes).map_or(0, |(place, _)| place);
    let k = counts.chosen(place) as usize;
    if columns < 6 || model.look.speaks() || counts.base < model.study.percent_from {
        return String::new();
    }
    let full = (2 * k * columns + counts.base as usize) / (2 * counts.base as usize).max(1);
    let full = full.min(columns);
    let (mark, empty) = (model.look.mark(Mark::Full), model.look.mark(Mark::Empty));
    format!("   {}{}", mark.repeat(full), empty.repeat(columns - full))
}

fn numbers(
    model: &Model,
    question: &Question,
    title: &str,
    groups: &[(String, Counts)],
    columns: usize,
) -> Vec<Line<'static>> {
    let name = groups.iter().map(|(name, _)| width(name)).max().unwrap_or(0).max(width(title)).min(24);
    let mut lines = vec![line(model, Tone::Dim, fit(title, columns))];
    for (group, counts) in groups {
        let text = number_line(model, question, counts);
        lines.push(line(model, Tone::Plain, fit(&format!("{} {text}", padded(group, name)), columns)));
    }
    lines
}

/// A line of words a group, where every line is whole.
fn group_words(
    model: &Model,
    asked: &Question,
    title: &str,
    rows: &[(String, Counts)],
    columns: usize,
) -> Option<Vec<Line<'static>>> {
    if asked.choices().is_empty() {
        return None;
    }
    let row = |(name, counts): &(String, Counts)| {
        let named = asked.choices().iter().enumerate();
        let parts: Vec<String> =
            named.map(|(place, choice)| format!("{} {}", choice.label, counts.chosen(place))).collect();
        format!("{name}: {}, {}", parts.join(", "), based(model, counts))
    };
    let texts: Vec<String> = [title.to_owned()].into_iter().chain(rows.iter().map(row)).collect();
    let is_whole = texts.iter().all(|text| width(text) <= columns);
    let tone = |at: usize| if at == 0 { Tone::Dim } else { Tone::Plain };
    is_whole.then(|| texts.into_iter().enumerate().map(|(at, text)| line(model, tone(at), text)).collect())
}

/// The base in running text.
fn based(model: &Model, counts: &Counts) -> String {
    model.words.say(&msg!("tally-base-of", n = counts.base))
}

/// The total in running text, where the choices are too many for columns.
fn in_words(
    model: &Model,
    question: QuestionIx,
    asked: &Question,
    title: &str,
    groups: &[(String, Counts)],
    columns: usize,
) -> Vec<Line<'static>> {
    let Some((_, total)) = groups.last() else { return Vec::new() };
    let text = if asked.choices().is_empty() {
        let answered = model.words.say(&msg!("tally-answered", n = total.base));
        let texts = names(model, question, total).into_iter().filter(|(n, _)| *n > 1).take(MOST);
        let texts = texts.map(|(n, name)| format!("{}: {n}", fit(&name, LONG)));
        [answered].into_iter().chain(texts).collect::<Vec<_>>().join("; ")
    } else {
        let mut named: Vec<(&Choice, &u32)> = asked.choices().iter().zip(&total.choices).collect();
        if asked.is_long() {
            // The most frequent ones: who has none of thousands is no news.
            named.retain(|(_, k)| **k > 0);
            named.sort_by_key(|(_, k)| std::cmp::Reverse(**k));
            named.truncate(MOST);
        }
        let counted = named.into_iter().map(|(choice, k)| format!("{} {k}", choice.label));
        counted.chain([based(model, total)]).collect::<Vec<_>>().join(", ")
    };
    let text = format!("{title}: {text}");
    wrap(&text, columns).into_iter().map(|text| line(model, Tone::Plain, text)).collect()
}
