//! The formats that a report is printed in.

pub mod bars;
pub mod docx;
pub mod html;
pub mod mark;
pub mod markdown;
pub mod page;
pub mod palette;
pub mod plain;
mod plot;
pub mod template;
pub mod xlsx;

use super::Report;
use crate::base::fault::Result;
use crate::base::language::Words;
use crate::base::text::visible_lines;
use template::Templates;

/// A way to print a report.
pub trait Format {
    /// The report's bytes in this format.
    fn write(&self, report: &Report, words: &Words) -> Result<Vec<u8>>;
}

/// The form of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paper {
    /// Markdown.
    Md,
    /// One page for a browser.
    Html,
    /// A spreadsheet.
    Xlsx,
    /// A Word document.
    Docx,
}

impl Paper {
    /// Every form.
    pub const ALL: [Self; 4] = [Self::Md, Self::Html, Self::Xlsx, Self::Docx];

    /// How the names of its files end.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Md => "md",
            Self::Html => "html",
            Self::Xlsx => "xlsx",
            Self::Docx => "docx",
        }
    }

    /// The form whose files end so.
    pub fn of_ending(ending: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|paper| paper.ending().eq_ignore_ascii_case(ending))
    }

    /// Whether it is text.
    pub fn is_text(self) -> bool {
        matches!(self, Self::Md | Self::Html)
    }

    /// The report's bytes in this form.
    pub fn write(self, report: &Report, words: &Words, templates: &Templates) -> Result<Vec<u8>> {
        match self {
            Self::Md => markdown::Markdown.write(report, words),
            Self::Html => html::Html(templates).write(report, words),
            Self::Xlsx => xlsx::Xlsx.write(report, words),
            Self::Docx => docx::Docx(templates).write(report, words),
        }
    }
}

/// Text as XML can hold it: control characters are pictures of themselves, and what is no character stands as one lost.
fn clean(text: &str) -> String {
    visible_lines(text).replace(['\u{fffe}', '\u{ffff}'], "\u{fffd}")
}

#[cfg(test)]
mod tests;
