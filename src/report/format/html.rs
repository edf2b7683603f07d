//! A report as one HTML file to read, print and send: nothing is loaded, and nothing runs but what sorts tables.

use super::Format;
use super::page::Page;
use super::template::Templates;
use crate::base::fault::Result;
use crate::base::language::Words;
use crate::report::Report;

/// HTML, which is well-formed XML too.
pub struct Html<'a>(pub &'a Templates);

impl Format for Html<'_> {
    fn write(&self, report: &Report, words: &Words) -> Result<Vec<u8>> {
        self.0.fill("report.html", &Page::of(report, words)).map(String::into_bytes)
    }
}
