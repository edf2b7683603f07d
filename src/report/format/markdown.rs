//! A report as Markdown: headings, pipe tables and block quotes.

use super::Format;
use crate::base::fault::Result;
use crate::base::language::Words;
use crate::base::progress;
use crate::report::grid::{Grid, Sort};
use crate::report::{Block, Report, Section};

/// Markdown as GitHub and Pandoc read it.
pub struct Markdown;

impl Format for Markdown {
    fn write(&self, report: &Report, words: &Words) -> Result<Vec<u8>> {
        let mut out = format!("# {}\n", line(&report.title));
        if !report.subtitle.is_empty() {
            block(&mut out, &Block::Text(report.subtitle.clone()), words);
        }
        if !report.about.is_empty() {
            block(&mut out, &Block::Facts(report.about.clone()), words);
        }
        progress::counted(report.sections.iter()).for_each(|section| self::section(&mut out, section, 2, words));
        Ok(out.into_bytes())
    }
}

fn section(out: &mut String, section: &Section, level: usize, words: &Words) {
    out.push_str(&format!("\n{} {}\n", "#".repeat(level), line(&section.heading)));
    section.blocks.iter().for_each(|block| self::block(out, block, words));
    section.parts.iter().for_each(|part| self::section(out, part, (level + 1).min(6), words));
}

fn block(out: &mut String, block: &Block, words: &Words) {
    let list = |items: Vec<String>| items.into_iter().fold(String::new(), |all, item| all + "- " + &item + "\n");
    let text = match block {
        Block::Chart(_) => return,
        Block::Text(text) => format!("{}\n", line(text)),
        Block::Warning(text) => format!("> **{}** {}\n", words.get("report-warning"), line(text)),
        Block::Items(items) => list(items.iter().map(|item| line(item)).collect()),
        Block::Facts(facts) => {
            list(facts.iter().map(|(name, fact)| format!("**{}:** {}", line(name), line(fact))).collect())
        }
        Block::Quote { text, source } => format!("> {}\n>\n> — {}\n", line(text), line(source)),
        Block::Grid(grid) => self::grid(grid, words),
    };
    out.push('\n');
    out.push_str(&text);
}

fn grid(grid: &Grid, words: &Words) -> String {
    let mut out = format!("**{}**\n\n", line(&grid.title));
    let columns: Vec<String> = grid.columns().map(|name| line(&name)).collect();
    out.push_str(&format!("| | {} |\n|:--|{}\n", columns.join(" | "), "--:|".repeat(columns.len())));
    for one in &grid.lines {
        let mark = if one.sort == Sort::Total { "**" } else { "" };
        let cells = one.cells.iter().map(|cell| line(&cell.shown(words)));
        out.push_str(&format!("| {mark}{}{mark} | {} |\n", line(&one.label), cells.collect::<Vec<_>>().join(" | ")));
    }
    grid.notes.iter().for_each(|note| out.push_str(&format!("\n{}\n", line(note))));
    out
}

/// Text that stands on one line and is no markup.
fn line(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for one in crate::base::text::visible(text).replace('\n', " ").chars() {
        if matches!(one, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~') {
            out.push('\\');
        }
        out.push(one);
    }
    out
}
