//! What the columns of case lists were taken for, as a table.

use super::Context;
use crate::base::collation::sort_key;
use crate::base::fault::Result;
use crate::base::language::Words;
use crate::base::text::{padded, width, wrap};
use crate::msg;
use crate::study::case::matching::{How, Match, Matched};
use crate::study::protocol::{Attribute, Per, Protocol};

/// So many different values are shown, not only counted.
const SHOWN: usize = 6;
/// What stands before a line of the table.
const MARGIN: &str = "  ";
/// The columns that values need beside the others.
const LEAST: usize = 20;

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
        for line in lines(protocol, file, &context.words, Context::room()) {
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

/// The lines of a file's table, its columns as wide as what stands in them, and the last one broken at words where the
/// line would be wider than the terminal; where that leaves it no room, its text stands below the others.
fn lines(protocol: &Protocol, file: &Matched, words: &Words, room: usize) -> Vec<String> {
    let head = ["new-head-attribute", "new-head-header", "new-head-how", "new-head-values"].map(|key| words.get(key));
    let id = ["case_id".to_owned(), file.id.header.clone(), how(file.id.how, words), String::new()];
    let row = |(attribute, found): (&Attribute, &Match)| {
        [attribute.label.clone(), found.header.clone(), how(found.how, words), values(found, words)]
    };
    let rows: Vec<[String; 4]> =
        [head, id].into_iter().chain(listed(protocol).zip(&file.attributes).map(row)).collect();
    let wide = |column: usize| rows.iter().filter_map(|row| row.get(column)).map(|cell| width(cell)).max().unwrap_or(0);
    let before = MARGIN.len() + (0..3).map(|column| wide(column) + 2).sum::<usize>();
    let is_beside = before + LEAST <= room;
    let line = |row: &[String; 4]| {
        let cells = row.iter().take(3).enumerate();
        let cells = cells.map(|(column, cell)| padded(cell, if is_beside { wide(column) } else { width(cell) }));
        let first = format!("{MARGIN}{}", cells.collect::<Vec<_>>().join("  "));
        let margin = if is_beside { before } else { 2 * MARGIN.len() };
        let mut values = wrap(&row[3], room.saturating_sub(margin).max(1)).into_iter();
        let beside = if is_beside { values.next() } else { None };
        let first = [first].into_iter().chain(beside).collect::<Vec<_>>().join("  ");
        let first = if width(&first) <= room {
            vec![first.trim_end().to_owned()]
        } else {
            let broken = wrap(first.trim(), room.saturating_sub(MARGIN.len()).max(1));
            broken.into_iter().map(|line| format!("{MARGIN}{line}")).collect()
        };
        let below = values.filter(|value| !value.is_empty()).map(|value| format!("{}{value}", " ".repeat(margin)));
        first.into_iter().chain(below).collect::<Vec<_>>()
    };
    rows.iter().flat_map(line).collect()
}

fn how(how: How, words: &Words) -> String {
    words.get(match how {
        How::Told => "new-matched-by-option",
        How::Id => "new-matched-by-id",
        How::Label => "new-matched-by-label",
        How::Synonym => "new-matched-by-synonym",
        How::Same => "new-matched-by-same",
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::language::Lang;
    use crate::study::case::CaseList;

    #[test]
    fn the_table_breaks_at_words_at_every_width() {
        let (_, text) = *crate::study::protocol::shipped().iter().find(|(id, _)| *id == "demo_sv").unwrap();
        let protocol = Protocol::load("p.toml", text).unwrap();
        let list = "case_id,Verksamhetens namn enligt registret,sex,birth_year\nN-1,Norr,K,1950\nN-2,Öster,M,1961\n";
        let hints = crate::study::case::matching::Hints {
            columns: vec![("unit".to_owned(), "Verksamhetens namn enligt registret".to_owned())],
            ..Default::default()
        };
        let files = [("lista.csv".to_owned(), list.as_bytes().to_vec())];
        let (_, matched) = CaseList::gather(&files, &hints, &protocol).unwrap();
        let words = Words::new(Lang::Sv);
        let at = |room| lines(&protocol, matched.first().unwrap(), &words, room);
        let of = |lines: &[String]| lines.join(" ").split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        for room in [40, 60, 80] {
            assert!(at(room).iter().all(|line| width(line) <= room), "{room}: {:#?}", at(room));
            assert_eq!(of(&at(room)), of(&at(500)), "no word is cut");
        }
        assert_eq!(at(500).len(), 5);
    }
}
