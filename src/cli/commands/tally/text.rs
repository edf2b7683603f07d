//! A tally as text.

use super::{Tallied, table};
use crate::analysis::tables::footnotes;
use crate::base::fault::Result;
use crate::base::text::{fit, padded, right, width};
use crate::cli::commands::Context;
use crate::msg;
use crate::statistics::percent::shown;
use crate::study::Study;
use crate::study::index::{At, QuestionIx};
use crate::study::protocol::{Choice, Kind, Question};
use crate::study::tally::Counts;
use std::ops::Range;

/// At most so many names are printed; JSON has all of them.
const MOST_NAMES: usize = 40;

impl Tallied<'_> {
    /// Prints the questions, the tables, and what is in none of the counts.
    pub(crate) fn print(&self, context: &mut Context<'_>) -> Result<()> {
        self.tell_open(context)?;
        self.blocks().iter().try_for_each(|block| self.print_block(block, context))?;
        for table in &self.tables {
            self.whole().map_or(Ok(()), |tally| table::print(context, self.study, tally, table))?;
        }
        tell_dropped(context, self.dropped(), self.unasked())
    }

    /// Says before the figures that they are preliminary, while any case or entry of a unit is not finished.
    fn tell_open(&self, context: &mut Context<'_>) -> Result<()> {
        let told: Vec<String> = self.coverage().iter().filter_map(|coverage| coverage.told(&context.words)).collect();
        told.iter().try_for_each(|told| context.print(told))?;
        if told.is_empty() { Ok(()) } else { context.print("") }
    }

    /// The questions in blocks that stand together: one that is asked at several times with its others.
    fn blocks(&self) -> Vec<Vec<QuestionIx>> {
        let mut blocks: Vec<Vec<QuestionIx>> = Vec::new();
        for &place in &self.places {
            if !blocks.iter().any(|block| block.contains(&place)) {
                let entries = self.folder.protocol.questions.at(place).place.is_some();
                let together = if entries { vec![place] } else { self.folder.protocol.repeated(place) };
                blocks.push(together.into_iter().filter(|other| self.places.contains(other)).collect());
            }
        }
        blocks
    }

    fn print_block(&self, block: &[QuestionIx], context: &mut Context<'_>) -> Result<()> {
        let questions = &self.folder.protocol.questions;
        let asked: Vec<&Question> = block.iter().map(|&place| &questions[place]).collect();
        let Some(question) = asked.first() else { return Ok(()) };
        let of = block.first().copied();
        for (question, &place) in asked.iter().zip(block) {
            context.print_text(0, &format!("{}  [{}]", question.text, self.id(place)))?;
        }
        of.map_or(Ok(()), |place| self.tell_entries(place, context))?;
        let heads = heads(context, question);
        let rows = self.lines(block, context);
        let names = rows.iter().map(|(name, _)| width(name)).max().unwrap_or(0).max(10);
        for part in parts(&heads, Context::room().saturating_sub(names + 2)) {
            let heads = heads.get(part.clone()).unwrap_or_default();
            let head: String = heads.iter().map(|head| right(head, column(head))).collect();
            context.print(format!("  {}{head}", " ".repeat(names)).trim_end())?;
            for (name, counts) in &rows {
                let cells = cells(context, self.study, question, counts);
                let cells = heads.iter().zip(cells.get(part.clone()).unwrap_or_default());
                let line: String = cells.map(|(head, cell)| right(cell, column(head))).collect();
                context.print(&format!("  {}{line}", padded(name, names)))?;
            }
        }
        block.iter().try_for_each(|&place| self.print_names(place, context))?;
        let counts = rows.iter().map(|(_, counts)| counts);
        if let Some(remark) = footnotes::of_question(question, counts, self.study.percent_from) {
            context.print_text(2, &context.words.say(&remark))?;
        }
        context.print("")
    }

    /// The lines of a block, each with its name: the groups, at each time where there are several.
    fn lines(&self, block: &[QuestionIx], context: &Context<'_>) -> Vec<(String, Counts)> {
        let of_place = |&place: &QuestionIx| {
            let time = self.folder.protocol.questions.at(place).time.as_ref();
            let time = time.filter(|_| block.len() > 1).map_or_else(String::new, |time| format!("{} ", time.at));
            self.groups(place).map(move |(columns, _, name, counts)| {
                let name = if columns.is_empty() { context.words.get("tally-total") } else { name };
                (format!("{time}{name}"), counts)
            })
        };
        let lines = block.iter().flat_map(of_place);
        // Below the entries stand the cases in which any of them has an answer.
        let cases =
            block.iter().filter_map(|&place| Some((context.words.get("tally-cases-with"), self.cases_with(place)?)));
        lines.chain(cases).collect()
    }

    /// What the counts of a question are of, where that is not the cases: how many entries in how many cases.
    fn tell_entries(&self, place: QuestionIx, context: &mut Context<'_>) -> Result<()> {
        let question = self.folder.protocol.questions.at(place);
        let repeat = self.folder.protocol.repeat_of(question).map(|(repeat, _)| repeat.label.as_str());
        let counted = self.cases_with(place).zip(self.whole());
        let Some((label, (_, tally))) = repeat.zip(counted) else { return Ok(()) };
        let places = self.folder.protocol.repeated(place);
        let entries = tally.entries(&places, |_| true).all();
        let cases = tally.cases_of_entries(&self.study.answers, &places);
        context.print_text(2, &context.words.say(&msg!("tally-entries", label = label, n = entries, cases = cases)))
    }

    /// The texts that answer a question, by the names they count as, over all groups.
    fn print_names(&self, place: QuestionIx, context: &mut Context<'_>) -> Result<()> {
        let total = self.whole().map_or_else(Counts::default, |all| all.total(place));
        let names = self.study.answers.names(place, &total.texts);
        let time = self.folder.protocol.questions.at(place).time.as_ref();
        if let Some(time) = time.filter(|_| !names.is_empty()) {
            context.print(&format!("  {}", time.at))?;
        }
        for name in names.iter().take(MOST_NAMES) {
            let text = fit(&context.words.say(&name.message(&self.study.answers)), 70);
            context.print(&format!("{:>6}  {text}", name.n))?;
        }
        match names.len().saturating_sub(MOST_NAMES) {
            0 => Ok(()),
            rest => context.say(&msg!("tally-names-more", n = rest)),
        }
    }
}

/// Says what was dropped, or asks nothing, and is in none of the counts.
pub(crate) fn tell_dropped(context: &mut Context<'_>, [cases, units]: [usize; 2], unasked: usize) -> Result<()> {
    if cases > 0 {
        context.say(&msg!("tally-dropped", n = cases))?;
    }
    if units > 0 {
        context.say(&msg!("tally-dropped-units", n = units))?;
    }
    if unasked > 0 {
        context.say(&msg!("tally-unasked", n = unasked))?;
    }
    Ok(())
}

/// Whether the mean of a question's answers is told.
fn is_averaged(question: &Question) -> bool {
    matches!(question.kind, Kind::Number { .. }) && !question.is_year()
}

/// How wide a column is.
fn column(head: &str) -> usize {
    width(head).max(10) + 2
}

/// The columns that stand beside each other, as many as there is room for.
fn parts(heads: &[String], room: usize) -> Vec<Range<usize>> {
    let (mut parts, mut start, mut used) = (Vec::new(), 0, 0_usize);
    for (at, head) in heads.iter().enumerate() {
        if used > 0 && used + column(head) > room {
            parts.push(start..at);
            (start, used) = (at, 0);
        }
        used += column(head);
    }
    parts.push(start..heads.len());
    parts
}

fn heads(context: &Context<'_>, question: &Question) -> Vec<String> {
    let outside = ["tally-base", "column-unanswered", "column-not-known", "column-not-asked"];
    let head = |choice: &Choice| {
        if choice.in_base {
            return choice.label.clone();
        }
        context.words.say(&msg!("column-outside", answer = choice.label.as_str()))
    };
    let mut heads: Vec<String> = question.choices().iter().map(head).collect();
    if is_averaged(question) {
        heads.push(context.words.get("column-mean"));
    }
    heads.extend(outside.map(|key| context.words.get(key)));
    heads
}

/// The cells of a line: counts with their percent, and the numbers outside the base; each answer outside it has its own.
fn cells(context: &Context<'_>, study: &Study, question: &Question, counts: &Counts) -> Vec<String> {
    let mut cells: Vec<String> = question
        .choices()
        .iter()
        .zip(&counts.choices)
        .map(|(choice, &k)| {
            let small = !choice.in_base || counts.base < study.percent_from;
            if counts.base == 0 && choice.in_base {
                return "–".to_owned();
            }
            let percent = || context.words.percent(&shown(k, counts.base));
            if small { k.to_string() } else { format!("{k} {:>5}", percent()) }
        })
        .collect();
    if is_averaged(question) {
        cells.push(counts.shown_mean().map_or_else(|| "–".to_owned(), |mean| context.words.decimal(mean)));
    }
    cells.extend([counts.base, counts.unanswered, counts.not_known, counts.not_asked].map(|n| n.to_string()));
    cells
}

#[cfg(test)]
mod tests {
    use super::parts;

    #[test]
    fn columns_stand_beside_each_other_as_far_as_there_is_room() {
        let heads = ["Yes", "Partly", "Not at all, as far as one can see", "Base"].map(str::to_owned);
        assert_eq!(parts(&heads, usize::MAX), std::slice::from_ref(&(0..4)));
        assert_eq!(parts(&heads, 24), [0..2, 2..3, 3..4]);
        assert_eq!(parts(&heads, 0), [0..1, 1..2, 2..3, 3..4], "a column is never cut");
    }
}
