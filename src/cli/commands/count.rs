//! `aktkoll count`: how many cases meet a condition, among those that meet another.

use super::tally::tell_dropped;
use super::{Context, groupings, is_about, key_json, label, with};
use crate::analysis::progress::coverage::Coverage;
use crate::analysis::tables::table::awaited;
use crate::base::fault::{Exit, Fault, Faults, Result};
use crate::cli::args::Format;
use crate::msg;
use crate::statistics::percent::{percent, shown};
use crate::study::Study;
use crate::study::answers::case_view::Row;
use crate::study::folder::Folder;
use crate::study::index::{At, CaseIx};
use crate::study::protocol::Per;
use crate::study::protocol::filter::Filter;
use crate::study::tally::grouping;
use serde_json::{Value, json};
use std::path::Path;

/// A count and the base it was counted in.
#[derive(Debug, Clone, Copy, Default)]
struct Counted {
    n: u32,
    of: Option<u32>,
}

pub(crate) fn run(
    study: &Path,
    filter: &[String],
    base: &[String],
    by: &[String],
    format: Format,
    context: &mut Context<'_>,
) -> Result<u8> {
    context.only(Some(study), format, &[Format::Text, Format::Json])?;
    context.counts()?;
    let folder = context.open(study)?;
    let columns: Vec<String> = by.iter().flat_map(|names| names.split(',')).map(str::to_owned).collect();
    let per = Per::of(filter.iter().chain(base).chain(&columns), &folder.protocol);
    let wanted = Filter::parse_conditions(filter, &folder.protocol, &folder.cases.columns, per)?;
    let among = Filter::parse_conditions(base, &folder.protocol, &folder.cases.columns, per)?;
    let groupings = groupings(by, &folder)?;
    about(per, groupings.iter().flatten(), &folder)?;
    let (read, ..) = context.read(&folder)?;
    context.tell_closed(&read, study)?;
    let missing = awaited(&read.answers, read.tally(), per, &among, &wanted);
    if format == Format::Text {
        tell_open(context, Coverage::of(&read, per), missing)?;
    }
    let among = (!base.is_empty()).then_some(&among);
    let about = [("missing", missing.into()), ("coverage", Coverage::of(&read, per).as_json())];
    if groupings.is_empty() {
        let counted = count(&read, per, (&wanted, among), |_| 0, 1).first().copied().unwrap_or_default();
        if format == Format::Json {
            context.json(&with(one_json(counted), about))?;
        } else {
            let text = text(context, &read, counted);
            context.print(&text)?;
        }
        return Ok(0);
    }
    let grouped = groupings.iter().flat_map(|columns| grouped(&read, per, (&wanted, among), columns));
    let groups: Vec<(&[usize], Vec<String>, Counted)> = grouped.collect();
    if format == Format::Json {
        let json: Vec<Value> =
            groups.iter().map(|(columns, key, counted)| group_json(&folder, columns, key, *counted)).collect();
        context.json(&with(json!({ "groups": json }), about))?;
        return Ok(0);
    }
    for (columns, key, counted) in groups {
        let names: Vec<String> =
            columns.iter().zip(&key).map(|(column, value)| label(&folder, *column, value)).collect();
        let text = text(context, &read, counted);
        context.print(&format!("{}: {text}", names.join(", ")))?;
    }
    Ok(0)
}

/// The groups of a grouping, each with its columns and its key.
fn grouped<'a>(
    study: &Study,
    per: Per,
    filters: (&Filter, Option<&Filter>),
    columns: &'a [usize],
) -> impl Iterator<Item = (&'a [usize], Vec<String>, Counted)> + use<'a> {
    let (groups, group_of) = grouping(&study.answers, columns);
    let counts = count(study, per, filters, |case| *group_of.at(case), groups.len());
    let own = groups.into_iter().zip(counts).filter(move |(group, _)| group.per == per);
    own.map(move |(group, counted)| (columns, group.values, counted))
}

/// Refuses columns that say nothing about what is counted.
fn about<'a>(per: Per, columns: impl Iterator<Item = &'a usize>, folder: &Folder) -> Result<()> {
    let fault = |column: &usize| {
        let name = folder.cases.columns.get(*column).map_or("", String::as_str);
        Fault::new(msg!("condition-per", name = name, per = "case")).exit(Exit::Usage)
    };
    let faults: Vec<Fault> = columns.filter(|&&column| !is_about(folder, column, per)).map(fault).collect();
    Faults(faults).settled()
}

/// Counts the cases, or the entries of units, that are not dropped, per group.
fn count(
    study: &Study,
    per: Per,
    (wanted, among): (&Filter, Option<&Filter>),
    group_of: impl Fn(CaseIx) -> usize,
    groups: usize,
) -> Vec<Counted> {
    let blank = Counted { n: 0, of: among.map(|_| 0) };
    let mut counts = vec![blank; groups];
    for case in study.cases.of(per).filter(|&case| study.tally().is_counted(case)) {
        let row = Row { answers: &study.answers, case, cells: study.tally().cells(case) };
        let Some(counted) = counts.get_mut(group_of(case)).filter(|_| among.is_none_or(|among| among.matches(&row)))
        else {
            continue;
        };
        counted.of = counted.of.map(|of| of + 1);
        counted.n += u32::from(wanted.matches(&row));
    }
    counts
}

/// Says before the figures what they leave out: cases that are not finished, answers that are missing, and what was
/// dropped.
fn tell_open(context: &mut Context<'_>, coverage: Coverage, missing: u32) -> Result<()> {
    let (per, all) = (coverage.per, coverage.all);
    let missing = (missing > 0).then(|| msg!("count-missing", n = missing, all = all, per = per.name()));
    let told = coverage.told(&context.words).into_iter().chain(missing.map(|missing| context.words.say(&missing)));
    told.collect::<Vec<_>>().iter().try_for_each(|told| context.print(told))?;
    let dropped = if per == Per::Case { [coverage.dropped, 0] } else { [0, coverage.dropped] };
    tell_dropped(context, dropped, coverage.unasked)
}

fn one_json(counted: Counted) -> Value {
    json!({ "n": counted.n, "of": counted.of, "pct": counted.of.and_then(|of| percent(counted.n, of)) })
}

fn group_json(folder: &Folder, columns: &[usize], key: &[String], counted: Counted) -> Value {
    with(one_json(counted), [("key", key_json(folder, columns, key))])
}

/// The count in words; a percent only where the base is large enough to carry one.
fn text(context: &Context<'_>, study: &Study, counted: Counted) -> String {
    let message = match counted.of {
        None => msg!("count-plain", n = counted.n),
        Some(of) if of < study.percent_from => msg!("count-small", n = counted.n, of = of),
        Some(of) => msg!("count-of", n = counted.n, of = of, pct = shown(counted.n, of)),
    };
    context.words.say(&message)
}
