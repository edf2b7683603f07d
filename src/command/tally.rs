//! `aktkoll tally`: per question and group the counts, percents, base, and the numbers outside the base.

use super::{Context, groupings, key_json, label};
use crate::answers::Answers;
use crate::cli::Format;
use crate::fault::{Exit, Fault, Faults, Result};
use crate::msg;
use crate::nearest::suggestion;
use crate::protocol::filter::Filter;
use crate::protocol::{Kind, Per, Question};
use crate::study::Study;
use crate::study::folder::Folder;
use crate::tally::percent::{percent, shown};
use crate::tally::{Counts, Tally};
use crate::text::{padded, right, width};
use serde_json::{Value, json};
use std::path::Path;

/// A grouping of the cases with its counts.
struct Grouped {
    columns: Vec<usize>,
    tally: Tally,
}

pub(super) fn run(
    study: &Path,
    questions: &[String],
    by: &[String],
    filter: &[String],
    format: Format,
    context: &mut Context<'_>,
) -> Result<u8> {
    let folder = context.open(study)?;
    let places = wanted(questions, &folder)?;
    let filter = Filter::parse_conditions(filter, &folder.protocol, &folder.cases.columns)?;
    let mut groupings = groupings(by, &folder)?;
    let (read, ..) = folder.read()?;
    groupings.push(Vec::new());
    let grouped: Vec<Grouped> = groupings
        .into_iter()
        .map(|columns| Grouped { tally: Tally::filtered(&read.answers, &columns, filter.clone()), columns })
        .collect();
    match format {
        Format::Text => print_text(context, &folder, &read, &grouped, &places)?,
        Format::Json => context.json(&as_json(&folder, &read, &grouped, &places))?,
        Format::Csv => print_csv(context, &folder, &grouped, &places)?,
    }
    tell_uncounted(context, &read.answers)?;
    Ok(0)
}

/// Tells beside the result which first answers do not count, with whose they are.
fn tell_uncounted(context: &mut Context<'_>, answers: &Answers) -> Result<()> {
    let lost = answers.uncounted();
    if !lost.is_empty() {
        context.tell(&msg!("command-uncounted", n = lost.len()))?;
    }
    lost.into_iter().try_for_each(|line| context.tell(&answers.uncounted_line(line)))
}

/// The questions asked for, or all that are asked per case.
fn wanted(questions: &[String], folder: &Folder) -> Result<Vec<usize>> {
    let all = folder.protocol.questions.iter().enumerate();
    if questions.is_empty() {
        return Ok(all.filter(|(_, question)| question.per == Per::Case).map(|(place, _)| place).collect());
    }
    let declared = |id: &String| {
        let of = |question: &Question| question.time.as_ref().is_some_and(|time| time.of == *id);
        let places = folder.protocol.questions.iter().enumerate().filter(|(_, question)| of(question));
        places.map(|(place, _)| place).collect::<Vec<_>>()
    };
    let place = |id: &String| {
        let places = folder.protocol.question(id).map_or_else(|| declared(id), |place| vec![place]);
        Some(places).filter(|places| !places.is_empty()).ok_or_else(|| {
            let known = folder.protocol.questions.iter().map(|question| question.id.as_str());
            let fault = Fault::new(msg!("command-no-such-question", name = id.as_str()));
            Faults::from(fault.hint(suggestion(id, known)).exit(Exit::Usage))
        })
    };
    Ok(questions.iter().map(place).collect::<Result<Vec<_>>>()?.concat())
}

/// The questions in blocks that stand together: one that is asked at several times with its others.
fn blocks(folder: &Folder, places: &[usize]) -> Vec<Vec<usize>> {
    let mut blocks: Vec<Vec<usize>> = Vec::new();
    for &place in places {
        if !blocks.iter().any(|block| block.contains(&place)) {
            let together = folder.protocol.repeated(place);
            blocks.push(together.into_iter().filter(|other| places.contains(other)).collect());
        }
    }
    blocks
}

/// The lines of a block, each with its name: the groups, at each time where there are several.
fn lines(context: &Context<'_>, folder: &Folder, grouped: &[Grouped], block: &[usize]) -> Vec<(String, Counts)> {
    let of_place = |&place: &usize| {
        let time = folder.protocol.questions.get(place).and_then(|question| question.time.as_ref());
        let time = time.filter(|_| block.len() > 1).map_or_else(String::new, |time| format!("{} ", time.at));
        groups(folder, grouped, place).map(move |(columns, _, name, counts)| {
            let name = if columns.is_empty() { context.words.get("tally-total") } else { name };
            (format!("{time}{name}"), counts)
        })
    };
    block.iter().flat_map(of_place).collect()
}

/// The groups of all groupings, each with its key, its name and its counts of a question.
fn groups<'a>(
    folder: &'a Folder,
    grouped: &'a [Grouped],
    place: usize,
) -> impl Iterator<Item = (&'a [usize], &'a [String], String, Counts)> {
    grouped.iter().flat_map(move |one| {
        one.tally.groups().iter().enumerate().map(move |(group, key)| {
            let names: Vec<String> =
                one.columns.iter().zip(key).map(|(column, value)| label(folder, *column, value)).collect();
            (one.columns.as_slice(), key.as_slice(), names.join(" "), one.tally.of_group(place, group))
        })
    })
}

fn print_text(
    context: &mut Context<'_>,
    folder: &Folder,
    study: &Study,
    grouped: &[Grouped],
    places: &[usize],
) -> Result<()> {
    for block in blocks(folder, places) {
        let asked: Vec<&Question> = block.iter().filter_map(|&place| folder.protocol.questions.get(place)).collect();
        let Some(question) = asked.first() else { continue };
        for question in &asked {
            context.print(&format!("{}  [{}]", question.text, question.id))?;
        }
        let heads = heads(context, question);
        let rows = lines(context, folder, grouped, &block);
        let names = rows.iter().map(|(name, _)| width(name)).max().unwrap_or(0).max(10);
        let head: String = heads.iter().map(|head| right(head, width(head).max(10) + 2)).collect();
        context.print(format!("  {}{head}", " ".repeat(names)).trim_end())?;
        let printed = |(_, counts): &&(String, Counts)| counts.base >= study.percent_from;
        let bent = rows.iter().filter(printed).any(|(_, counts)| counts.is_bent(question));
        for (name, counts) in rows {
            let cells = cells(context, study, question, &counts);
            let line: String =
                heads.iter().zip(cells).map(|(head, cell)| right(&cell, width(head).max(10) + 2)).collect();
            context.print(&format!("  {}{line}", padded(&name, names)))?;
        }
        if question.is_multi() {
            context.print(&format!("  {}", context.words.get("tally-several")))?;
        }
        if bent {
            context.print(&format!("  {}", context.words.get("tally-bent")))?;
        }
        context.print("")?;
    }
    let dropped = grouped.last().map_or(0, |one| one.tally.dropped());
    if dropped > 0 {
        context.say(&msg!("tally-dropped", n = dropped))?;
    }
    Ok(())
}

fn heads(context: &Context<'_>, question: &Question) -> Vec<String> {
    let outside = ["tally-base", "head-na", "head-unanswered", "head-not-known", "head-not-asked"];
    let mut heads: Vec<String> = question.choices().iter().map(|choice| choice.label.clone()).collect();
    if let Kind::Number { .. } = question.kind {
        heads.push(context.words.get("head-mean"));
    }
    heads.extend(outside.map(|key| context.words.get(key)));
    heads
}

/// The cells of a line: counts with their percent, and the numbers outside the base.
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
            if small { k.to_string() } else { format!("{k} {:>3} %", shown(k, counts.base)) }
        })
        .collect();
    if let Kind::Number { .. } = question.kind {
        cells.push(counts.shown_mean().map_or_else(|| "–".to_owned(), |mean| context.words.decimal(mean)));
    }
    cells
        .extend([counts.base, counts.na, counts.unanswered, counts.not_known, counts.not_asked].map(|n| n.to_string()));
    cells
}

fn as_json(folder: &Folder, study: &Study, grouped: &[Grouped], places: &[usize]) -> Value {
    let question = |&place: &usize| {
        let question = folder.protocol.questions.get(place)?;
        let groups: Vec<Value> = groups(folder, grouped, place)
            .map(|(columns, key, _, counts)| group_json(folder, question, columns, key, &counts))
            .collect();
        let mut json = json!({ "id": question.id, "text": question.text, "groups": groups });
        if let (Some(time), Some(object)) = (&question.time, json.as_object_mut()) {
            object.insert("of".to_owned(), time.of.as_str().into());
            object.insert("time".to_owned(), time.at.as_str().into());
        }
        Some(json)
    };
    let dropped = grouped.last().map_or(0, |one| one.tally.dropped());
    json!({
        "questions": places.iter().filter_map(question).collect::<Vec<_>>(),
        "dropped": dropped,
        "uncounted": study.answers.uncounted().len(),
    })
}

fn group_json(folder: &Folder, question: &Question, columns: &[usize], key: &[String], counts: &Counts) -> Value {
    let key = key_json(folder, columns, key);
    let choices: Vec<Value> = question
        .choices()
        .iter()
        .zip(&counts.choices)
        .map(|(choice, &n)| {
            let pct = percent(n, counts.base).filter(|_| choice.in_base);
            json!({ "id": choice.id, "label": choice.label, "n": n, "pct": pct })
        })
        .collect();
    let mut json = json!({
        "key": key, "choices": choices, "base": counts.base, "na": counts.na,
        "unanswered": counts.unanswered, "not_known": counts.not_known, "not_asked": counts.not_asked,
    });
    if let (Kind::Number { .. }, Some(object)) = (&question.kind, json.as_object_mut()) {
        let whole = |thousandths: Option<i64>| thousandths.and_then(|value| format!("{value}e-3").parse::<f64>().ok());
        object.insert("mean".to_owned(), whole(counts.mean()).into());
        object.insert("min".to_owned(), whole(counts.range().map(|range| range.0)).into());
        object.insert("max".to_owned(), whole(counts.range().map(|range| range.1)).into());
    }
    json
}

/// One row per question, group and choice; a question without choices has one row a group.
fn print_csv(context: &mut Context<'_>, folder: &Folder, grouped: &[Grouped], places: &[usize]) -> Result<()> {
    let mut columns: Vec<usize> = grouped.iter().flat_map(|one| one.columns.iter().copied()).collect();
    columns.sort_unstable();
    columns.dedup();
    let names = columns.iter().filter_map(|&column| folder.cases.columns.get(column).cloned());
    let fixed = ["choice", "n", "pct", "base", "na", "unanswered", "not_known", "not_asked"];
    let head = ["question".to_owned()].into_iter().chain(names).chain(fixed.map(str::to_owned));
    let mut rows = vec![head.collect::<Vec<String>>()];
    for &place in places {
        let Some(question) = folder.protocol.questions.get(place) else { continue };
        for (by, key, _, counts) in groups(folder, grouped, place) {
            let value = |column: &usize| by.iter().position(|own| own == column).and_then(|at| key.get(at)).cloned();
            let start: Vec<String> = [question.id.clone()]
                .into_iter()
                .chain(columns.iter().map(|column| value(column).unwrap_or_default()))
                .collect();
            let outside = [counts.base, counts.na, counts.unanswered, counts.not_known, counts.not_asked];
            let rest: Vec<String> = outside.iter().map(ToString::to_string).collect();
            let mut push = |choice: &str, n: String, pct: String| {
                rows.push(start.iter().cloned().chain([choice.to_owned(), n, pct]).chain(rest.clone()).collect());
            };
            if question.choices().is_empty() {
                push("", String::new(), String::new());
            }
            for (choice, &n) in question.choices().iter().zip(&counts.choices) {
                let pct = percent(n, counts.base).filter(|_| choice.in_base);
                push(&choice.id, n.to_string(), pct.map_or_else(String::new, |pct| pct.to_string()));
            }
        }
    }
    let mut writer = csv::Writer::from_writer(Vec::new());
    let unwritten = |error: String| Fault::new(msg!("command-unwritten", cause = error));
    for row in rows {
        writer.write_record(row).map_err(|error| unwritten(error.to_string()))?;
    }
    let bytes = writer.into_inner().map_err(|error| unwritten(error.to_string()))?;
    context.print(String::from_utf8_lossy(&bytes).trim_end())
}
