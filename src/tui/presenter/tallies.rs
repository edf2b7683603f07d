//! The counts of all questions on a page.

use super::{left_out, line};
use crate::analysis::tables::footnotes;
use crate::base::language::Message;
use crate::base::text::{fit, padded, right, width, wrap};
use crate::msg;
use crate::statistics::percent::shown;
use crate::study::index::{At, QuestionIx};
use crate::study::protocol::{Kind, Per, Question};
use crate::study::tally::Counts;
use crate::tui::model::{By, Model};
use crate::tui::theme::Tone;
use ratatui::text::Line;

/// So many names of texts stand on the page.
const MOST_ON_PAGE: usize = 10;

/// The width of a column of counts: the count, a blank, the percent, and room around them.
pub(crate) const COLUMN: usize = 13;

/// The column that the tally of questions about cases, or about units, is split by now.
pub(crate) fn column(model: &Model, per: Per) -> Option<usize> {
    let protocol = model.protocol();
    match (model.by, per) {
        (By::Sex, Per::Case) => protocol.sex(),
        (By::Sex, Per::Unit) => protocol.informant().or(protocol.unit()),
        (By::Unit, _) => protocol.unit(),
    }
}

/// The groups that the tally is split by now, each with its name and counts, and the total last.
pub(crate) fn split(model: &Model, question: QuestionIx) -> Vec<(String, Counts)> {
    let protocol = model.protocol();
    let per = protocol.questions.get(question).map_or(Per::Case, |question| question.per);
    let column = column(model, per);
    let tally = model.study.tally();
    let axis = column.and_then(|column| tally.by().iter().position(|&by| by == column));
    let mut groups = Vec::new();
    if let Some((axis, attribute)) = axis.zip(column.and_then(|column| protocol.attributes.get(column))) {
        for value in tally.values(axis, per) {
            let counts = counts_of(model, question, |group| group.get(axis).is_some_and(|own| own == value));
            groups.push((attribute.label_of(value).to_owned(), counts));
        }
    }
    groups.push((model.words.get("tally-total"), counts_of(model, question, |_| true)));
    groups
}

/// What is counted for a question: of a repeat's, over all entries.
fn counts_of(model: &Model, question: QuestionIx, holds: impl Fn(&[String]) -> bool) -> Counts {
    let is_of_entries = model.protocol().questions.get(question).is_some_and(|asked| asked.place.is_some());
    if is_of_entries {
        return model.study.tally().entries(&model.protocol().repeated(question), holds);
    }
    model.study.tally().sum(question, holds)
}

/// The totals of a question at its other times.
pub(crate) fn other_times(model: &Model, question: QuestionIx) -> Vec<(String, Counts)> {
    let total = model.words.get("tally-total");
    let others = model.protocol().repeated(question).into_iter().filter(|&other| other != question);
    let named = others.filter_map(|other| {
        let time = model.protocol().questions.get(other)?.time.as_ref()?;
        Some((format!("{total} {}", time.at), model.study.tally().total(other)))
    });
    named.collect()
}

/// How wide percents are beside counts in a table with these: nothing where no base is large enough for any. So figures
/// stand under each other, and under their heads.
pub(crate) fn percent_columns<'a>(model: &Model, counts: impl IntoIterator<Item = &'a Counts>) -> usize {
    let has_percents = counts.into_iter().any(|counts| counts.base > 0 && counts.base >= model.study.percent_from);
    if has_percents { 1 + width(&model.words.percent("100")) } else { 0 }
}

/// A count with its percent, or where the base is small without it, with so many columns for it.
pub(crate) fn counted(model: &Model, k: u32, n: u32, percents: usize) -> String {
    match n {
        0 => alone("–", percents),
        n if n < model.study.percent_from => alone(&k.to_string(), percents),
        n => format!("{k}{}", right(&model.words.percent(&shown(k, n)), percents)),
    }
}

/// A figure without a percent, in whose place blanks stand.
pub(crate) fn alone(figure: &str, percents: usize) -> String {
    figure.to_owned() + &" ".repeat(percents)
}

pub(crate) fn number_line(model: &Model, question: &Question, counts: &Counts) -> String {
    let decimal = |value: i64| model.words.decimal(value);
    match (counts.shown_mean(), counts.range()) {
        (Some(_), Some((min, max))) if question.is_year() => {
            model.words.say(&msg!("tally-years", n = counts.base, min = decimal(min), max = decimal(max)))
        }
        (Some(mean), Some((min, max))) => model.words.say(&msg!(
            "tally-number",
            n = counts.base,
            mean = decimal(mean),
            min = decimal(min),
            max = decimal(max)
        )),
        _ => model.words.say(&msg!("tally-answered", n = counts.base)),
    }
}

/// The names of a question's texts in words, each with its count, the most common first.
pub(crate) fn names(model: &Model, question: QuestionIx, counts: &Counts) -> Vec<(u32, String)> {
    let answers = &model.study.answers;
    let names = answers.names(question, &counts.texts).into_iter();
    names.map(|name| (name.n, model.words.say(&name.message(answers)))).collect()
}

/// The most common names, a line each, and how many there are besides.
fn name_lines(model: &Model, question: QuestionIx, counts: &Counts, columns: usize) -> Vec<Line<'static>> {
    let names = names(model, question, counts);
    let rest = names.len().saturating_sub(MOST_ON_PAGE);
    let rest = (rest > 0).then(|| model.words.say(&msg!("tally-names-more", n = rest)));
    let shown = names.into_iter().take(MOST_ON_PAGE).map(|(n, name)| format!("{n:>6}  {name}"));
    shown.chain(rest).map(|text| line(model, Tone::Plain, fit(&text, columns))).collect()
}

/// Every question with its counts by the groups shown now, and the numbers outside the base.
pub fn tally_page(model: &Model, columns: usize) -> Vec<Line<'static>> {
    let mut lines = left_out(model, columns);
    lines.extend(blocks(model, columns).flat_map(|(_, block)| block));
    lines.extend(model.protocol().tables.iter().flat_map(|table| super::tables::block(model, table, columns)));
    lines.extend(uncounted(model, columns));
    lines
}

/// The questions about cases with their lines, then those about units under a heading that names their base.
fn blocks(model: &Model, columns: usize) -> impl Iterator<Item = (QuestionIx, Vec<Line<'static>>)> {
    let [cases, units] = [Per::Case, Per::Unit].map(|per| model.flow(per));
    let first = units.first().copied();
    cases.into_iter().chain(units).map(move |place| {
        let mut block = question_block(model, place, columns);
        if first == Some(place) {
            let informed = model.protocol().informant().is_some();
            let heading = model.words.get(if informed { "tally-informants" } else { "tally-units" });
            let heading = wrap(&heading, columns).into_iter().map(|text| line(model, Tone::Heading, text));
            block.splice(0..0, heading.chain([Line::default()]));
        }
        (place, block)
    })
}

/// The first answers that do not count, with whose they are.
fn uncounted(model: &Model, columns: usize) -> Vec<Line<'static>> {
    let answers = &model.study.answers;
    let lost = answers.uncounted();
    if lost.is_empty() {
        return Vec::new();
    }
    let title = model.words.say(&msg!("command-uncounted", n = lost.len()));
    let one = |line| model.words.say(&answers.uncounted_line(line));
    let texts = [title].into_iter().chain(lost.into_iter().map(one));
    texts.flat_map(|text| wrap(&text, columns)).map(|text| line(model, Tone::Plain, text)).collect()
}

/// The line of the page at which a question begins.
pub fn tally_line_of(model: &Model, question: QuestionIx) -> usize {
    let (columns, _) = super::extent(model);
    let before = blocks(model, columns).take_while(|&(place, _)| place != question);
    left_out(model, columns).len() + before.map(|(_, block)| block.len()).sum::<usize>()
}

fn question_block(model: &Model, place: QuestionIx, columns: usize) -> Vec<Line<'static>> {
    let question = model.protocol().questions.at(place);
    let title = format!("{} {}", model.number(place), question.text);
    let mut lines: Vec<Line<'static>> =
        wrap(&title, columns).into_iter().map(|text| line(model, Tone::Heading, text)).collect();
    let groups = split(model, place);
    if model.look.speaks() {
        lines.extend(heard(model, question, &groups, columns));
    }
    let label = (columns / 3).clamp(10, 30);
    let shown = columns.saturating_sub(label) / COLUMN;
    let percents = percent_columns(model, groups.iter().map(|(_, counts)| counts));
    for part in groups.chunks(shown.max(1)).filter(|_| !model.look.speaks()) {
        lines.push(line(model, Tone::Dim, heads(part, label)));
        for (at, choice) in question.choices().iter().enumerate() {
            let cell = |(_, counts): &(String, Counts)| {
                let k = counts.chosen(at);
                let alone = alone(&k.to_string(), percents);
                let text = if choice.in_base { counted(model, k, counts.base, percents) } else { alone };
                right(&text, COLUMN)
            };
            let row: String = part.iter().map(cell).collect();
            lines.push(line(model, Tone::Plain, format!("{}{row}", padded(&choice.label, label))));
        }
        let bases = part.iter().map(|(_, counts)| alone(&counts.base.to_string(), percents));
        let base: String = bases.map(|text| right(&text, COLUMN)).collect();
        lines.push(line(model, Tone::Plain, format!("{}{base}", padded(&model.words.get("tally-base"), label))));
    }
    if let (Kind::Number { .. }, Some((_, total))) = (&question.kind, groups.last()) {
        lines.push(line(model, Tone::Plain, number_line(model, question, total)));
    }
    if let Some((_, total)) = groups.last() {
        lines.extend(name_lines(model, place, total, columns));
        let counts = groups.iter().map(|(_, counts)| counts);
        let remark = footnotes::of_question(question, counts, model.study.percent_from);
        lines.extend(outside(model, total, remark.as_ref(), columns));
    }
    lines.push(Line::default());
    lines
}

/// The counts to be heard: each choice with its groups by name, then the bases.
fn heard(model: &Model, asked: &Question, groups: &[(String, Counts)], columns: usize) -> Vec<Line<'static>> {
    let row = |name: &str, cell: &dyn Fn(&Counts) -> String| {
        let cells: Vec<String> = groups.iter().map(|(group, counts)| format!("{group} {}", cell(counts))).collect();
        format!("{name}: {}", cells.join("; "))
    };
    let choices = asked.choices().iter().enumerate().map(|(at, choice)| {
        row(&choice.label, &|counts| {
            let k = counts.chosen(at);
            let percents = percent_columns(model, [counts]);
            let text = if choice.in_base { counted(model, k, counts.base, percents) } else { k.to_string() };
            text.split_whitespace().collect::<Vec<_>>().join(" ")
        })
    });
    let base = row(&model.words.get("tally-base"), &|counts| counts.base.to_string());
    let texts: Vec<String> = choices.chain([base]).collect();
    texts.iter().flat_map(|text| wrap(text, columns)).map(|text| line(model, Tone::Plain, text)).collect()
}

fn heads(groups: &[(String, Counts)], label: usize) -> String {
    let names: String = groups.iter().map(|(name, _)| right(&fit(name, COLUMN - 2), COLUMN)).collect();
    format!("{}{names}", " ".repeat(label))
}

/// The four numbers outside the base, and what a reader of the others should know.
fn outside(model: &Model, counts: &Counts, remark: Option<&Message>, columns: usize) -> Vec<Line<'static>> {
    let mut text = model.words.say(&msg!(
        "tally-outside",
        not_asked = counts.not_asked,
        not_known = counts.not_known,
        na = counts.na,
        unanswered = counts.unanswered
    ));
    if let Some(remark) = remark {
        text.push(' ');
        text.push_str(&model.words.say(remark));
    }
    wrap(&text, columns).into_iter().map(|text| line(model, Tone::Dim, text)).collect()
}
