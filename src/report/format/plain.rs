//! A report as plain text, for a terminal: headings, paragraphs and columns of characters.

use super::Format;
use crate::base::fault::Result;
use crate::base::language::Words;
use crate::base::text::{visible, wrap};
use crate::report::text::{Row, rows};
use crate::report::{Block, Report, Section};

/// Lines of at most this many columns.
pub struct Plain {
    /// How many.
    pub columns: usize,
}

impl Format for Plain {
    fn write(&self, report: &Report, words: &Words) -> Result<Vec<u8>> {
        let mut lines = self.paragraph(&report.title, "");
        lines.extend(self.paragraph(&report.subtitle, ""));
        lines.extend(self.block(&Block::Facts(report.about.clone()), words));
        report.sections.iter().for_each(|section| self.section(&mut lines, section, words));
        Ok((lines.join("\n") + "\n").into_bytes())
    }
}

impl Plain {
    fn section(&self, lines: &mut Vec<String>, section: &Section, words: &Words) {
        lines.push(String::new());
        lines.extend(self.paragraph(&section.heading, ""));
        for block in &section.blocks {
            lines.extend(self.block(block, words));
        }
        section.parts.iter().for_each(|part| self.section(lines, part, words));
    }

    fn block(&self, block: &Block, words: &Words) -> Vec<String> {
        match block {
            Block::Chart(_) => Vec::new(),
            Block::Text(text) => self.paragraph(text, "  "),
            Block::Warning(text) => self.paragraph(&format!("{} {text}", words.get("report-warning")), "  "),
            Block::Items(items) => items.iter().flat_map(|item| self.item(item)).collect(),
            Block::Facts(facts) => {
                facts.iter().flat_map(|(name, fact)| self.item(&format!("{name}: {fact}"))).collect()
            }
            Block::Quote { text, source } => {
                [self.paragraph(text, "  | "), self.paragraph(&format!("— {source}"), "  | ")].concat()
            }
            Block::Grid(grid) => {
                let mut lines = self.paragraph(&grid.title, "  ");
                let texts = rows(grid, words, self.columns.saturating_sub(4)).into_iter().map(|row| match row {
                    Row::Head(text) | Row::Line(text) => format!("    {}", visible(text.trim_end())),
                });
                lines.extend(texts);
                lines.extend(grid.notes.iter().flat_map(|note| self.paragraph(note, "    ")));
                lines
            }
        }
    }

    /// A paragraph whose lines all begin the same.
    fn paragraph(&self, text: &str, start: &str) -> Vec<String> {
        let lines = wrap(&visible(text), self.columns.saturating_sub(start.len())).into_iter();
        lines.map(|line| format!("{start}{line}")).collect()
    }

    /// A paragraph behind a dash.
    fn item(&self, text: &str) -> Vec<String> {
        let mut lines = self.paragraph(text, "    ");
        lines.iter_mut().take(1).for_each(|line| line.replace_range(..4, "  - "));
        lines
    }
}
