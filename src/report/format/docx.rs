//! A report as a Word document: headings and tables in Word's own styles, so that its outline, its table of contents
//! and its table tools work on them.

use super::Format;
use super::page::Page;
use super::template::{SHIPPED, Templates};
use crate::base::fault::{Result, Told};
use crate::base::language::Words;
use crate::msg;
use crate::report::Report;
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::result::ZipResult;
use zip::write::SimpleFileOptions;

/// What the parts of a document are called here, before their names in it.
const FOLDER: &str = "docx/";
/// The part that each chart has one of.
const CHART: &str = "docx/word/charts/chart.xml";

/// A document in the format of Word, as ECMA-376 describes it.
pub struct Docx<'a>(pub &'a Templates);

impl Format for Docx<'_> {
    fn write(&self, report: &Report, words: &Words) -> Result<Vec<u8>> {
        let page = Page::of(report, words);
        let names = SHIPPED.iter().filter(|(name, _)| *name != CHART);
        let names = names.filter_map(|(name, _)| Some((*name, name.strip_prefix(FOLDER)?)));
        let parts = names.map(|(name, part)| Ok((part.to_owned(), self.0.fill(name, &page)?)));
        let chart = |(number, drawing)| Ok((format!("word/charts/chart{number}.xml"), self.0.fill(CHART, drawing)?));
        let charts = (1..).zip(page.drawings()).map(chart);
        let parts: Vec<(String, String)> = parts.chain(charts).collect::<Result<_>>()?;
        zipped(&parts).told(msg!("file-unwritten"), "docx")
    }
}

/// The parts in one file, the same whenever it is made.
fn zipped(parts: &[(String, String)]) -> ZipResult<Vec<u8>> {
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        out.start_file(name.as_str(), SimpleFileOptions::default())?;
        out.write_all(text.as_bytes())?;
    }
    out.finish().map(Cursor::into_inner)
}
