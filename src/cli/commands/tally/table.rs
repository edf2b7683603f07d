//! The report's tables: per column the share, then the count, as the reports print them.

use crate::analysis::tables::table::Column;
use crate::base::fault::Result;
use crate::cli::commands::{Context, key_json};
use crate::report::text::{Row, rows};
use crate::report::{Options, Source, table::grid};
use crate::statistics::percent::percent;
use crate::study::Study;
use crate::study::folder::Folder;
use crate::study::protocol::Table;
use crate::study::tally::Tally;
use serde_json::{Value, json};

pub(crate) fn print(context: &mut Context<'_>, study: &Study, tally: &Tally, table: &Table) -> Result<()> {
    let options = Options::default();
    let source = Source { study, draw: None, words: &context.words, options: &options };
    let grid = grid(source, tally, table);
    let rows = rows(&grid, &context.words, Context::room().saturating_sub(2));
    context.print_text(0, &format!("{}  [{}]", table.title, table.id))?;
    for Row::Head(line) | Row::Line(line) in rows {
        context.print(&format!("  {line}"))?;
    }
    grid.notes.iter().try_for_each(|note| context.print_text(2, note))?;
    context.print("")
}

pub(crate) fn as_json(folder: &Folder, table: &Table, columns: &[Column], missing: u32) -> Value {
    let column = |column: &Column| {
        let row = |(row, &n): (&(String, _), &u32)| json!({ "label": row.0, "n": n, "pct": percent(n, column.base) });
        let by = if column.key.is_empty() { &[][..] } else { &table.by };
        json!({
            "key": key_json(folder, by, &column.key),
            "rows": table.rows.iter().zip(&column.rows).map(row).collect::<Vec<_>>(),
            "rest": column.rest,
            "base": column.base,
            "missing": column.missing,
        })
    };
    let groups: Vec<Value> = columns.iter().map(column).collect();
    json!({ "id": table.id, "title": table.title, "groups": groups, "missing": missing, "notes": table.notes })
}

/// The rows of a table under the header of the questions' rows, which has the columns `by`, with those that no row counts
/// under the name `rest`; with how many cases of each group await an answer that the table rests on, and how many are not
/// finished.
pub(crate) fn as_rows(
    table: &Table,
    columns: &[Column],
    by: &[usize],
    [rest, unfinished]: [&str; 2],
) -> Vec<Vec<String>> {
    let has_rest = columns.iter().any(|column| column.rest > 0);
    let names = table.rows.iter().map(|(label, _)| label.as_str()).chain(has_rest.then_some(rest));
    let names: Vec<&str> = names.collect();
    let rows = |column: &Column| {
        let start = start(&table.id, by, &table.by, &column.key);
        let counts = column.rows.iter().copied().chain([column.rest]);
        let row = |(name, n): (&&str, u32)| {
            let pct = percent(n, column.base).map_or_else(String::new, |pct| pct.to_string());
            let counts = [(*name).to_owned(), n.to_string(), pct, column.base.to_string()];
            let blank = String::new;
            let outside = [blank(), column.missing.to_string(), blank(), blank(), unfinished.to_owned()];
            start.iter().cloned().chain(counts).chain(outside).collect()
        };
        names.iter().zip(counts).map(row).collect::<Vec<Vec<String>>>()
    };
    columns.iter().flat_map(rows).collect()
}

/// What a row begins with: an id, and of each column the value where it is grouped by that.
pub(crate) fn start(id: &str, columns: &[usize], by: &[usize], key: &[String]) -> Vec<String> {
    let value = |column: &usize| by.iter().position(|own| own == column).and_then(|at| key.get(at)).cloned();
    let values = columns.iter().map(|column| value(column).unwrap_or_default());
    [id.to_owned()].into_iter().chain(values).collect()
}
