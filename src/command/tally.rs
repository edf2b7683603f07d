//! `aktkoll tally`: per question and group the counts, percents, base, and the numbers outside the base.

mod table;

use super::{Context, groupings, is_about, key_json, label};
use crate::answers::Answers;
use crate::cli::Format;
use crate::fault::{Exit, Fault, Result};
use crate::msg;
use crate::nearest::suggestion;
use crate::protocol::filter::Filter;
use crate::protocol::{Kind, Per, Question, Table};
use crate::study::Study;
use crate::study::folder::Folder;
use crate::tally::percent::{percent, shown};
use crate::tally::table::Column;
use crate::tally::{Counts, Tally};
use crate::text::{fit, padded, right, width};
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
    let (asked, tables) = wanted(questions, &folder)?;
    let per = Per::of(filter, &folder.protocol);
    let filter = Filter::parse_conditions(filter, &folder.protocol, &folder.cases.columns, per)?;
    let mut groupings = groupings(by, &folder)?;
    let (read, ..) = folder.read()?;
    groupings.push(Vec::new());
    let grouped: Vec<Grouped> = groupings
        .into_iter()
        .map(|columns| Grouped { tally: Tally::filtered(&read.answers, &columns, filter.clone()), columns })
        .collect();
    let tables = grouped.last().map_or_else(Vec::new, |all| table::counted(&folder, &read, &all.tally, &tables));
    let places = asked.unwrap_or_else(|| all(&folder, &grouped, per));
    match format {
        Format::Text => {
            print_text(context, &folder, &read, &grouped, &places)?;
            for (table, columns) in &tables {
                table::print(context, &folder, &read, table, columns)?;
            }
            tell_dropped(context, dropped(&folder, &grouped))?;
        }
        Format::Json => {
            let tables: Vec<Value> =
                tables.iter().map(|(table, columns)| table::as_json(&folder, table, columns)).collect();
            context.json(&as_json(&folder, &read, &grouped, &places, &tables))?;
        }
        Format::Csv => print_csv(context, &folder, &read, &grouped, &places, &tables)?,
        Format::Html => Context::only(format, &[Format::Text, Format::Json, Format::Csv])?,
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

/// The places of the questions asked for, if any name is given, and of the tables: all of these where none is.
fn wanted(names: &[String], folder: &Folder) -> Result<(Option<Vec<usize>>, Vec<usize>)> {
    let protocol = &folder.protocol;
    if names.is_empty() {
        return Ok((None, (0..protocol.tables.len()).collect()));
    }
    let declared = |id: &String| {
        let of = |question: &Question| question.id == *id || question.time.as_ref().is_some_and(|time| time.of == *id);
        let places = protocol.questions.iter().enumerate().filter(|(_, question)| of(question));
        places.map(|(place, _)| place).collect::<Vec<_>>()
    };
    let (mut questions, mut tables) = (Vec::new(), Vec::new());
    for name in names {
        let table = protocol.tables.iter().position(|table| table.id == *name);
        match (declared(name), table) {
            (places, _) if !places.is_empty() => questions.extend(places),
            (_, Some(place)) => tables.push(place),
            (_, None) => {
                let known = protocol.questions.iter().map(|question| question.id.as_str());
                let known = known.chain(protocol.tables.iter().map(|table| table.id.as_str()));
                let fault = Fault::new(msg!("command-no-such-question", name = name.as_str()));
                return Err(fault.hint(suggestion(name, known)).exit(Exit::Usage).into());
            }
        }
    }
    Ok((Some(questions), tables))
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

/// All questions, those per case first; of those that the conditions are not about, only where they leave any.
fn all(folder: &Folder, grouped: &[Grouped], per: Per) -> Vec<usize> {
    let leaves = |kind: Per| {
        let counted = |one: &Grouped| folder.cases.of(kind).any(|case| one.tally.is_counted(case));
        kind == per || grouped.last().is_some_and(counted)
    };
    let kinds = [Per::Case, Per::Unit].into_iter().filter(|kind| leaves(*kind));
    let of = |kind| folder.protocol.questions.iter().enumerate().filter(move |(_, question)| question.per == kind);
    kinds.flat_map(of).map(|(place, _)| place).collect()
}

/// The groups of all groupings, each with its key, its name and its counts of a question. A grouping by what is not known
/// of those that the question is asked about is left out.
fn groups<'a>(
    folder: &'a Folder,
    grouped: &'a [Grouped],
    place: usize,
) -> impl Iterator<Item = (&'a [usize], &'a [String], String, Counts)> {
    let per = folder.protocol.questions.get(place).map_or(Per::Case, |question| question.per);
    let grouped = grouped.iter().filter(move |one| one.columns.iter().all(|&column| is_about(folder, column, per)));
    grouped.flat_map(move |one| {
        let groups = one.tally.groups().iter().enumerate().filter(move |(_, group)| group.per == per);
        groups.map(move |(at, group)| {
            let key = group.values.as_slice();
            let names: Vec<String> =
                one.columns.iter().zip(key).map(|(column, value)| label(folder, *column, value)).collect();
            (one.columns.as_slice(), key, names.join(" "), one.tally.of_group(place, at))
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
        for &place in &block {
            print_names(context, study, place, grouped)?;
        }
        for key in [(question.is_multi(), "tally-several"), (bent, "tally-bent")].iter().filter(|(holds, _)| *holds) {
            context.print(&format!("  {}", context.words.get(key.1)))?;
        }
        context.print("")?;
    }
    Ok(())
}

/// At most so many names are printed as text; JSON has all of them.
const MOST_NAMES: usize = 40;

/// The texts that answer a question, by the names they count as, over all groups.
fn print_names(context: &mut Context<'_>, study: &Study, place: usize, grouped: &[Grouped]) -> Result<()> {
    let total = grouped.last().map_or_else(Counts::default, |one| one.tally.total(place));
    let names = study.answers.names(place, &total.texts);
    let time = study.protocol.questions.get(place).and_then(|question| question.time.as_ref());
    if let Some(time) = time.filter(|_| !names.is_empty()) {
        context.print(&format!("  {}", time.at))?;
    }
    for name in names.iter().take(MOST_NAMES) {
        let text = fit(&context.words.say(&name.message(&study.answers)), 70);
        context.print(&format!("{:>6}  {text}", name.n))?;
    }
    match names.len().saturating_sub(MOST_NAMES) {
        0 => Ok(()),
        rest => context.say(&msg!("tally-names-more", n = rest)),
    }
}

/// Says what was dropped and is in none of the counts.
fn tell_dropped(context: &mut Context<'_>, [cases, units]: [usize; 2]) -> Result<()> {
    if cases > 0 {
        context.say(&msg!("tally-dropped", n = cases))?;
    }
    if units > 0 {
        context.say(&msg!("tally-dropped-units", n = units))?;
    }
    Ok(())
}

/// How many cases, and how many entries of units, were dropped with a reason.
fn dropped(folder: &Folder, grouped: &[Grouped]) -> [usize; 2] {
    let count = |per| grouped.last().map_or(0, |one| one.tally.dropped(folder.cases.of(per)));
    [count(Per::Case), count(Per::Unit)]
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

fn as_json(folder: &Folder, study: &Study, grouped: &[Grouped], places: &[usize], tables: &[Value]) -> Value {
    let question = |&place: &usize| {
        let question = folder.protocol.questions.get(place)?;
        let groups: Vec<Value> = groups(folder, grouped, place)
            .map(|(columns, key, _, counts)| {
                let mut json = group_json(folder, question, columns, key, &counts);
                if let (Kind::Text, Some(object)) = (&question.kind, json.as_object_mut()) {
                    object.insert("texts".to_owned(), names_json(study, place, &counts));
                }
                json
            })
            .collect();
        let mut json = json!({ "id": question.id, "text": question.text, "groups": groups });
        if let (Some(time), Some(object)) = (&question.time, json.as_object_mut()) {
            object.insert("of".to_owned(), time.of.as_str().into());
            object.insert("time".to_owned(), time.at.as_str().into());
        }
        Some(json)
    };
    let [cases, units] = dropped(folder, grouped);
    json!({
        "questions": places.iter().filter_map(question).collect::<Vec<_>>(),
        "tables": tables,
        "dropped": cases,
        "dropped_units": units,
        "uncounted": study.answers.uncounted().len(),
    })
}

fn names_json(study: &Study, place: usize, counts: &Counts) -> Value {
    let answers = &study.answers;
    let spelt = |&(text, n): &(u32, u32)| json!({ "text": answers.text(text), "n": n });
    let names = answers.names(place, &counts.texts).into_iter().map(|name| {
        let spellings: Vec<Value> = name.spellings.iter().map(spelt).collect();
        let pct = percent(name.n, counts.base);
        json!({ "name": answers.text(name.name), "n": name.n, "pct": pct, "spellings": spellings })
    });
    names.collect()
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

/// One row per question or table, group, and choice, row or
/// name of a text; a question without either has one row a group.
fn print_csv(
    context: &mut Context<'_>,
    folder: &Folder,
    study: &Study,
    grouped: &[Grouped],
    places: &[usize],
    tables: &[(&Table, Vec<Column>)],
) -> Result<()> {
    let by = tables.iter().flat_map(|(table, _)| table.by.iter().copied());
    let mut columns: Vec<usize> = grouped.iter().flat_map(|one| one.columns.iter().copied()).chain(by).collect();
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
            for part in csv_parts(study, question, place, &counts) {
                rows.push(start.iter().cloned().chain(part).chain(rest.clone()).collect());
            }
        }
    }
    for (table, counted) in tables {
        rows.extend(table::as_rows(table, counted, &columns));
    }
    let mut writer = csv::Writer::from_writer(Vec::new());
    let unwritten = |error: String| Fault::new(msg!("command-unwritten", cause = error));
    for row in rows {
        writer.write_record(row).map_err(|error| unwritten(error.to_string()))?;
    }
    let bytes = writer.into_inner().map_err(|error| unwritten(error.to_string()))?;
    context.print(String::from_utf8_lossy(&bytes).trim_end())
}

/// The choices of a question, or the names of its texts, each with count and percent; where it has neither, a blank.
fn csv_parts(study: &Study, question: &Question, place: usize, counts: &Counts) -> Vec<[String; 3]> {
    let part = |name: &str, n: u32, in_base: bool| {
        let pct = percent(n, counts.base).filter(|_| in_base);
        [name.to_owned(), n.to_string(), pct.map_or_else(String::new, |pct| pct.to_string())]
    };
    let choices = question.choices().iter().zip(&counts.choices);
    let choices = choices.map(|(choice, &n)| part(&choice.id, n, choice.in_base));
    let names = study.answers.names(place, &counts.texts).into_iter();
    let names = names.map(|name| part(study.answers.text(name.name), name.n, true));
    let parts: Vec<_> = choices.chain(names).collect();
    if parts.is_empty() { vec![<[String; 3]>::default()] } else { parts }
}
