//! The codebook as plain text.

use super::{Codebook, Entry, Fact, Table};
use crate::base::text::{width, wrap};

/// As wide as a terminal.
const COLUMNS: usize = 80;
/// The last column of a table has at least so much room.
const LAST: usize = 28;

impl Codebook {
    /// The codebook as plain text.
    pub fn text(&self) -> String {
        let mut out = wrap(&self.title, COLUMNS);
        out.push(String::new());
        out.extend(facts(&self.facts, 0));
        for section in &self.sections {
            out.push(String::new());
            out.extend(wrap(&section.heading.to_uppercase(), COLUMNS));
            out.extend(facts(&section.facts, 2));
            out.extend(section.table.iter().flat_map(|table| [vec![String::new()], rows(table, 2)].concat()));
            out.extend(section.questions.iter().flat_map(entry));
        }
        out.join("\n") + "\n"
    }
}

fn entry(entry: &Entry) -> Vec<String> {
    let head = format!("{:>3} ", entry.number);
    let mut lines = vec![String::new()];
    lines.extend(hung(&head, &format!("{}  [{}]", entry.text, entry.id)));
    lines.extend(entry.choices.iter().flat_map(|choices| rows(choices, 4)));
    lines.extend(facts(&entry.facts, 4));
    lines
}

fn facts(facts: &[Fact], indent: usize) -> Vec<String> {
    facts.iter().flat_map(|fact| hung(&format!("{}{}: ", " ".repeat(indent), fact.name), &fact.text)).collect()
}

/// A text after its head, wrapped under itself; under the head's beginning where the head is long.
fn hung(head: &str, text: &str) -> Vec<String> {
    let indent = width(head).min(24);
    let blank = " ".repeat(indent);
    let mut lines: Vec<String> =
        wrap(text, COLUMNS - indent).into_iter().map(|line| format!("{blank}{line}").trim_end().to_owned()).collect();
    if let Some(first) = lines.first_mut() {
        *first = format!("{head}{}", first.trim_start());
    }
    lines
}

fn rows(table: &Table, indent: usize) -> Vec<String> {
    let columns = table.heads.len();
    let cells = |column: usize| table.rows.iter().filter_map(move |row| row.get(column));
    let mut widths: Vec<usize> =
        (0..columns).map(|column| cells(column).map(|cell| width(cell)).max().unwrap_or(0)).collect();
    narrow(&mut widths, COLUMNS - indent);
    table.rows.iter().flat_map(|row| one_row(row, &widths, indent)).collect()
}

/// Makes the widest columns narrower until the last one has room.
fn narrow(widths: &mut [usize], columns: usize) {
    let Some((last, before)) = widths.split_last_mut() else { return };
    let needed = LAST.min(*last);
    while before.iter().map(|width| width + 2).sum::<usize>() + needed > columns {
        let Some(widest) = before.iter_mut().max() else { return };
        *widest = widest.saturating_sub(1);
    }
}

/// A row whose cells are wrapped beside each other; a column that is empty throughout takes no room.
fn one_row(row: &[String], widths: &[usize], indent: usize) -> Vec<String> {
    let used: Vec<(&String, usize)> = row.iter().zip(widths.iter().copied()).filter(|(_, width)| *width > 0).collect();
    let last = used.len().saturating_sub(1);
    let before: usize = used.iter().take(last).map(|(_, width)| width + 2).sum();
    let room = COLUMNS.saturating_sub(indent + before);
    let wrapped: Vec<(Vec<String>, usize)> = used
        .iter()
        .enumerate()
        .map(|(place, (cell, columns))| (wrap(cell, if place == last { room } else { *columns }), *columns))
        .collect();
    let height = wrapped.iter().map(|(lines, _)| lines.len()).max().unwrap_or(0);
    let line = |at: usize| {
        let cells = wrapped.iter().map(|(lines, columns)| {
            let cell = lines.get(at).map_or("", String::as_str);
            format!("{cell}{}", " ".repeat((columns + 2).saturating_sub(width(cell))))
        });
        format!("{}{}", " ".repeat(indent), cells.collect::<String>()).trim_end().to_owned()
    };
    (0..height).map(line).collect()
}
