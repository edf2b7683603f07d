//! A report as a spreadsheet: a sheet about it, one per section, numbers as numbers, and charts that Excel draws.

mod chart;
mod pages;
mod sheet;
mod style;

use super::{Format, clean};
use crate::base::fault::{Result, Told};
use crate::base::language::Words;
use crate::base::progress;
use crate::base::spreadsheet::workbook;
use crate::msg;
use crate::report::{Block, Report, Section};
use rust_xlsxwriter::XlsxError;
use sheet::{Names, Sheet};

/// What spreadsheets call the paper.
const A4: u8 = 9;

/// A spreadsheet, as Excel and LibreOffice read it.
pub struct Xlsx;

impl Format for Xlsx {
    fn write(&self, report: &Report, words: &Words) -> Result<Vec<u8>> {
        filled(report, words).told(msg!("file-unwritten"), "xlsx")
    }
}

fn filled(report: &Report, words: &Words) -> std::result::Result<Vec<u8>, XlsxError> {
    // The day of the report; without one, one file is one file whenever it is made.
    let (mut workbook, properties) = workbook(report.date.as_deref().unwrap_or("2000-01-01"))?;
    // Who wrote it last tells whether somebody has worked on the file since.
    workbook.set_properties(&properties.set_title(short(&report.title)).set_author("aktkoll"));
    let mut names = Names::default();
    let first = names.free(&words.get("report-sheet-about"));
    let mut data = chart::Data::new(names.free(&words.get("report-sheet-charts")));
    Sheet::new(workbook.add_worksheet().set_name(first)?, words, &mut data).fill(&about(report, words))?;
    for section in progress::counted(report.sections.iter()) {
        let sheet = workbook.add_worksheet().set_name(names.free(&section.heading))?;
        Sheet::new(sheet, words, &mut data).fill(section)?;
    }
    data.write(&mut workbook)?;
    workbook.save_to_buffer()
}

/// What the sheet that comes first says: what the others are.
fn about(report: &Report, words: &Words) -> Section {
    let key = [
        (words.get("table-share"), words.get("report-key-share")),
        (words.get("table-count"), words.get("report-key-count")),
        (words.get("tally-base"), words.get("report-key-base")),
        ("–".to_owned(), words.get("report-key-nothing")),
        ("..".to_owned(), words.get("report-key-hidden")),
    ];
    let mut section = Section::new("about", &report.title);
    section.blocks = vec![Block::Text(report.subtitle.clone()), Block::Facts(report.about.clone())];
    section.parts =
        vec![Section { blocks: vec![Block::Facts(key.into())], ..Section::new("key", words.get("report-key")) }];
    section
}

/// A property of a file, or what is told of a chart, holds at most 255 characters.
fn short(text: &str) -> String {
    clean(text).chars().take(255).collect()
}
