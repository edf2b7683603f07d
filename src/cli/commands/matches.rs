//! What the columns of case lists were taken for, as a table.

use super::Context;
use crate::base::collation::sort_key;
use crate::base::fault::Result;
use crate::base::language::Words;
use crate::base::text::{padded, width};
use crate::msg;
use crate::study::case::matching::{How, Match, Matched};
use crate::study::protocol::{Attribute, Per, Protocol};

/// So many different values are shown, not only counted.
const SHOWN: usize = 6;

/// Tells what in the files was left alone or is not seen, and what may lead to persons: before anything is written.
pub(crate) fn warn(protocol: &Protocol, files: &[Matched], context: &mut Context<'_>) -> Result<()> {
    for file in files {
        if file.has_macros {
            context.tell(&msg!("sheet-macros", file = file.file.as_str()))?;
        }
        file.unseen.iter().try_for_each(|unseen| context.tell(unseen))?;
        for (attribute, found) in listed(protocol).zip(&file.attributes).filter(|(_, found)| found.differing > 0) {
            let (label, n, place) = (attribute.label.as_str(), found.differing, found.first.as_str());
            context.tell(&match found.how {
                How::Number => msg!("identity-differs-number", attribute = label, n = n, place = place),
                _ => msg!("identity-differs-list", attribute = label, n = n, place = place),
            })?;
        }
        if let Some(contacts) = file.contacts.message() {
            context.tell(&contacts)?;
        }
    }
    Ok(())
}

/// The attributes that are about cases, which a list has columns for.
fn listed(protocol: &Protocol) -> impl Iterator<Item = &Attribute> {
    protocol.attributes.iter().filter(|attribute| attribute.is_about(Per::Case))
}

/// Prints a table for each file.
pub(crate) fn show(protocol: &Protocol, files: &[Matched], context: &mut Context<'_>) -> Result<()> {
    for file in files {
        let name = file.sheet.as_ref().map_or_else(|| file.file.clone(), |sheet| format!("{}: {sheet}", file.file));
        context.say(&msg!("new-file", file = name, cases = file.cases, row = file.header))?;
        for line in lines(protocol, file, &context.words) {
            context.print(&line)?;
        }
        if !file.others.is_empty() {
            context.say(&msg!("new-others", headers = file.others.join(", ")))?;
        }
        sums(&file.sums, context)?;
    }
    Ok(())
}

/// Tells which rows were taken for sums.
pub(crate) fn sums(lines: &[usize], context: &mut Context<'_>) -> Result<()> {
    let rows = lines.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    if lines.is_empty() { Ok(()) } else { context.say(&msg!("table-sums", rows = rows)) }
}

/// The lines of a file's table, its columns as wide as what stands in them.
fn lines(protocol: &Protocol, file: &Matched, words: &Words) -> Vec<String> {
    let head = ["new-head-attribute", "new-head-header", "new-head-how", "new-head-values"].map(|key| words.get(key));
    let id = ["case_id".to_owned(), file.id.header.clone(), how(file.id.how, words), String::new()];
    let row = |(attribute, found): (&Attribute, &Match)| {
        [attribute.label.clone(), found.header.clone(), how(found.how, words), values(found, words)]
    };
    let rows: Vec<[String; 4]> =
        [head, id].into_iter().chain(listed(protocol).zip(&file.attributes).map(row)).collect();
    let wide = |column: usize| rows.iter().filter_map(|row| row.get(column)).map(|cell| width(cell)).max().unwrap_or(0);
    let line = |row: &[String; 4]| {
        let cells = row.iter().enumerate().map(|(column, cell)| padded(cell, wide(column)));
        format!("  {}", cells.collect::<Vec<_>>().join("  ")).trim_end().to_owned()
    };
    rows.iter().map(line).collect()
}

fn how(how: How, words: &Words) -> String {
    words.get(match how {
        How::Told => "new-matched-by-option",
        How::Id => "new-matched-by-id",
        How::Label => "new-matched-by-label",
        How::Synonym => "new-matched-by-synonym",
        How::FileName => "new-matched-by-file",
        How::Number => "new-matched-by-number",
    })
}

/// The values in the file with what they became, or how many there are.
fn values(found: &Match, words: &Words) -> String {
    let most = found.values.len();
    if found.has_more() {
        return words.say(&msg!("new-many", n = most - 1));
    }
    if most > SHOWN {
        return words.say(&msg!("new-distinct", n = most));
    }
    let mut shown: Vec<String> = found
        .values
        .iter()
        .map(
            |(text, (code, count))| {
                if text == code { format!("{text} ({count})") } else { format!("{text} → {code} ({count})") }
            },
        )
        .collect();
    shown.sort_by_cached_key(|text| sort_key(text, words.lang()));
    shown.join(", ")
}
