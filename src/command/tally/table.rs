//! The report's tables: per column the share, then the count, as the reports print them.

use super::csv::start;
use crate::command::{Context, key_json, label};
use crate::fault::Result;
use crate::protocol::Table;
use crate::study::Study;
use crate::study::folder::Folder;
use crate::tally::percent::{percent, shown};
use crate::tally::remark;
use crate::tally::table::Column;
use crate::text::{padded, right, width};
use serde_json::{Value, json};

pub(super) fn print(
    context: &mut Context<'_>,
    folder: &Folder,
    study: &Study,
    table: &Table,
    columns: &[Column],
) -> Result<()> {
    context.print(&format!("{}  [{}]", table.title, table.id))?;
    let names: Vec<String> = columns.iter().map(|column| name(context, folder, table, column)).collect();
    let room = |name: &String| width(name).max(14) + 2;
    let lines = lines(context, study, table, columns);
    let labels = lines.iter().map(|(label, _)| width(label)).max().unwrap_or(0);
    let head: String = names.iter().map(|name| right(name, room(name))).collect();
    context.print(&format!("  {}{head}", " ".repeat(labels)))?;
    let (share, count) = (context.words.get("table-share"), context.words.get("table-count"));
    let under = format!("{}{}", right(&share, 9), right(&count, 7));
    let heads: String = names.iter().map(|name| right(&under, room(name))).collect();
    context.print(&format!("  {}{heads}", " ".repeat(labels)))?;
    for (label, cells) in lines {
        let cells: String = names.iter().zip(cells).map(|(name, cell)| right(&cell, room(name))).collect();
        context.print(&format!("  {}{cells}", padded(&label, labels)))?;
    }
    for note in notes(context, table, study, columns) {
        context.print(&format!("  {note}"))?;
    }
    context.print("")
}

fn name(context: &Context<'_>, folder: &Folder, table: &Table, column: &Column) -> String {
    if column.key.is_empty() {
        return context.words.get("tally-total");
    }
    let values = table.by.iter().zip(&column.key).map(|(&by, value)| label(folder, by, value));
    values.collect::<Vec<_>>().join(" ")
}

/// Every line with its cells: the rows, the cases that none of them counts, and the base.
fn lines(context: &Context<'_>, study: &Study, table: &Table, columns: &[Column]) -> Vec<(String, Vec<String>)> {
    let cell = |k: u32, of: u32| {
        let share = match of {
            0 => "–".to_owned(),
            of if of < study.percent_from => String::new(),
            of => shown(k, of),
        };
        format!("{}{}", right(&share, 9), right(&k.to_string(), 7))
    };
    let row = |(place, (label, _)): (usize, &(String, _))| {
        let count = |column: &Column| cell(column.rows.get(place).copied().unwrap_or(0), column.base);
        (label.clone(), columns.iter().map(count).collect())
    };
    let mut lines: Vec<(String, Vec<String>)> = table.rows.iter().enumerate().map(row).collect();
    if columns.iter().any(|column| column.rest > 0) {
        let rest = columns.iter().map(|column| cell(column.rest, column.base)).collect();
        lines.push((context.words.get("table-rest"), rest));
    }
    let base = columns.iter().map(|column| cell(column.base, column.base)).collect();
    lines.push((context.words.get("tally-base"), base));
    lines
}

/// What stands below: the table's own notes, and what a reader of the sums should know.
fn notes(context: &Context<'_>, table: &Table, study: &Study, columns: &[Column]) -> Vec<String> {
    let remark = remark::of_table(columns, study.percent_from).map(|remark| context.words.say(&remark));
    table.notes.iter().cloned().chain(remark).collect()
}

pub(super) fn as_json(folder: &Folder, table: &Table, columns: &[Column]) -> Value {
    let column = |column: &Column| {
        let row = |(row, &n): (&(String, _), &u32)| json!({ "label": row.0, "n": n, "pct": percent(n, column.base) });
        let by = if column.key.is_empty() { &[][..] } else { &table.by };
        json!({
            "key": key_json(folder, by, &column.key),
            "rows": table.rows.iter().zip(&column.rows).map(row).collect::<Vec<_>>(),
            "rest": column.rest,
            "base": column.base,
        })
    };
    let groups: Vec<Value> = columns.iter().map(column).collect();
    json!({ "id": table.id, "title": table.title, "groups": groups, "notes": table.notes })
}

/// The rows of a table under the header of the questions' rows, which has the columns `by`.
pub(super) fn as_rows(table: &Table, columns: &[Column], by: &[usize]) -> Vec<Vec<String>> {
    let rows = |column: &Column| {
        let start = start(&table.id, by, &table.by, &column.key);
        let row = |(row, &n): (&(String, _), &u32)| {
            let pct = percent(n, column.base).map_or_else(String::new, |pct| pct.to_string());
            let counts = [row.0.clone(), n.to_string(), pct, column.base.to_string()];
            let outside = [(); 4].map(|()| String::new());
            start.iter().cloned().chain(counts).chain(outside).collect()
        };
        table.rows.iter().zip(&column.rows).map(row).collect::<Vec<Vec<String>>>()
    };
    columns.iter().flat_map(rows).collect()
}
