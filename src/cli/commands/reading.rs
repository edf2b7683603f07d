//! A page of the documentation as a terminal shows it: lines no longer than it is wide, examples behind a margin, and
//! tables as columns or, where these do not fit, as entries one below the other.

use crate::base::text::{padded, width, wrap};

/// Longer lines are hard to read, however wide the terminal is.
const WIDEST: usize = 100;
/// What stands before an example, and before what an entry says.
const MARGIN: &str = "    ";
/// A bar within a cell.
const BAR: char = '\u{0}';

/// A page for so many columns.
pub(super) fn laid_out(page: &str, columns: usize) -> String {
    let columns = columns.min(WIDEST);
    let mut out: Vec<String> = Vec::new();
    for (at, piece) in page.split("```").enumerate() {
        if at % 2 == 1 {
            let lines = piece.lines().skip(1).map(|line| format!("{MARGIN}{line}").trim_end().to_owned());
            out.extend(lines.chain([String::new()]));
            continue;
        }
        for paragraph in piece.split("\n\n").map(str::trim).filter(|paragraph| !paragraph.is_empty()) {
            out.extend(told(paragraph, columns).into_iter().chain([String::new()]));
        }
    }
    out.join("\n")
}

/// The lines of a heading, a table, a list or a paragraph.
pub(super) fn told(paragraph: &str, columns: usize) -> Vec<String> {
    let level = paragraph.bytes().take_while(|byte| *byte == b'#').count();
    match paragraph.chars().next() {
        Some('#') => {
            let title = paragraph.trim_start_matches('#').trim();
            let line = [None, Some('='), Some('-')].get(level).copied().flatten();
            let line = line.map(|mark| mark.to_string().repeat(width(title).min(columns)));
            hanging("", "", title, columns).into_iter().chain(line).collect()
        }
        Some('|') => table(paragraph, columns),
        Some('-') => {
            let items = format!("\n{paragraph}");
            items.split("\n- ").skip(1).flat_map(|item| hanging("- ", "  ", item, columns)).collect()
        }
        _ => hanging("", "", paragraph, columns),
    }
}

/// A text in lines, the first behind one margin and the others behind another.
fn hanging(first: &str, others: &str, text: &str, columns: usize) -> Vec<String> {
    let text = bare(text).split_whitespace().collect::<Vec<_>>().join(" ");
    let lines = wrap(&text, columns.saturating_sub(others.len()).max(1));
    let margin = |at: usize| if at == 0 { first } else { others };
    lines.iter().enumerate().map(|(at, line)| format!("{}{line}", margin(at))).collect()
}

fn table(text: &str, columns: usize) -> Vec<String> {
    let cells = |line: &str| {
        let line = line.replace("\\|", &BAR.to_string());
        let line = line.trim().trim_start_matches('|').trim_end_matches('|');
        line.split('|').map(|cell| bare(cell.trim()).replace(BAR, "|")).collect::<Vec<String>>()
    };
    let rows: Vec<Vec<String>> = text.lines().filter(|line| !line.starts_with("|---")).map(cells).collect();
    let Some((head, rest)) = rows.split_first() else { return Vec::new() };
    let widest = |at: usize| rows.iter().filter_map(|row| row.get(at)).map(|cell| width(cell)).max().unwrap_or(0);
    let widths: Vec<usize> = (0..head.len()).map(widest).collect();
    if widths.iter().map(|width| width + 2).sum::<usize>() <= columns + 2 {
        let line = |row: &Vec<String>| row.iter().zip(&widths).map(|(cell, width)| padded(cell, width + 2)).collect();
        return rows.iter().map(line).map(|line: String| line.trim_end().to_owned()).collect();
    }
    let entry = |row: &Vec<String>| {
        let mut lines = row.first().map_or_else(Vec::new, |name| hanging("", "", name, columns));
        for (name, cell) in head.iter().zip(row).skip(1).filter(|(_, cell)| !cell.is_empty()) {
            let said = if head.len() > 2 { format!("{name}: {cell}") } else { cell.clone() };
            lines.extend(hanging(MARGIN, MARGIN, &said, columns));
        }
        lines
    };
    rest.iter().flat_map(entry).collect()
}

/// A text without where its links lead, and without marks of weight.
pub(super) fn bare(text: &str) -> String {
    let mut pieces = text.split("](");
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        if let Some(at) = out.rfind('[') {
            out.remove(at);
        }
        out.push_str(piece.split_once(')').map_or(piece, |(_, rest)| rest));
    }
    out.replace("**", "")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::language::Lang;
    use crate::cli::commands::help;

    const PAGE: &str = "# Ett\n\nEn rad som [är](x.md) lång,\noch **två**.\n\n## Två\n\n- ett som går vidare\n  här\n- två\n\n\
        ```console\n$ kör det\n```\n\n| a | b |\n|---|---|\n| `x\\|y` | z |\n";

    #[test]
    fn a_page_is_laid_out_for_its_columns() {
        let lines = "Ett\n===\n\nEn rad som är\nlång, och två.\n\nTvå\n---\n\n- ett som går\n  vidare här\n- två\n\n    $ kör det\n\n\
            a      b\n`x|y`  z\n";
        assert_eq!(laid_out(PAGE, 14), lines);
        assert!(laid_out(PAGE, 7).ends_with("\n`x|y`\n    z\n"), "{}", laid_out(PAGE, 7));
    }

    #[test]
    fn a_wide_table_of_several_columns_names_them() {
        let table = "| fel | antal | var |\n|---|---|---|\n| ett långt | 2 | |\n";
        assert_eq!(told(table, 12), ["ett långt", "    antal: 2"]);
    }

    #[test]
    fn no_page_has_a_line_that_is_wider_than_the_terminal_but_an_example() {
        for lang in [Lang::Sv, Lang::En] {
            for (name, page) in help::pages(lang) {
                for columns in [40, 60, 80, 200] {
                    let lines = laid_out(&page, columns);
                    let long = |line: &&str| width(line) > columns.min(WIDEST) && !line.starts_with(MARGIN);
                    let found: Vec<&str> = lines.lines().filter(long).collect();
                    assert_eq!(found, [] as [&str; 0], "{name} at {columns}");
                }
            }
        }
    }
}
