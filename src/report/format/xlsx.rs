//! A report as a spreadsheet: a sheet about it, one per section, numbers as numbers, and charts that Excel draws.

mod chart;
mod sheet;
mod style;

use super::{Format, clean};
use crate::base::fault::{Result, Told};
use crate::base::language::Words;
use crate::msg;
use crate::report::Report;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};
use sheet::{Names, Sheet};
use style::Style;

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
    let mut workbook = Workbook::new();
    // Who wrote it last tells whether somebody has worked on the file since.
    let properties = DocProperties::new().set_title(short(&report.title)).set_author("aktkoll");
    workbook.set_properties(&properties.set_creation_datetime(&created(report)?));
    let mut names = Names::default();
    about(workbook.add_worksheet().set_name(names.free(&words.get("report-sheet-about")))?, report, words)?;
    let mut data = chart::Data::new(names.free(&words.get("report-sheet-charts")));
    for section in &report.sections {
        let sheet = workbook.add_worksheet().set_name(names.free(&section.heading))?;
        Sheet::new(sheet, words, &mut data).fill(section)?;
    }
    data.write(&mut workbook)?;
    workbook.save_to_buffer()
}

/// The day of the report; without one, one file is one file whenever it is made.
fn created(report: &Report) -> std::result::Result<ExcelDateTime, XlsxError> {
    ExcelDateTime::parse_from_str(report.date.as_deref().unwrap_or("2000-01-01"))
}

/// The sheet that says what the others are.
fn about(sheet: &mut rust_xlsxwriter::Worksheet, report: &Report, words: &Words) -> std::result::Result<(), XlsxError> {
    sheet.set_column_width(0, 28)?.set_column_width(1, 80)?;
    sheet.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0);
    let key = [
        (words.get("table-share"), words.get("report-key-share")),
        (words.get("table-count"), words.get("report-key-count")),
        (words.get("tally-base"), words.get("report-key-base")),
        ("–".to_owned(), words.get("report-key-nothing")),
        ("..".to_owned(), words.get("report-key-hidden")),
    ];
    let mut row = 0;
    let mut put = |name: &str, fact: &str, style: Style| {
        style::text(sheet, (row, 0), name, style)?;
        style::text(sheet, (row, 1), fact, Style::Wrapped)?;
        row += 1;
        Ok::<(), XlsxError>(())
    };
    put(&report.title, "", Style::Title)?;
    put(&report.subtitle, "", Style::Plain)?;
    report.about.iter().try_for_each(|(name, fact)| put(name, fact, Style::Label))?;
    put("", "", Style::Plain)?;
    put(&words.get("report-key"), "", Style::Heading)?;
    key.iter().try_for_each(|(name, fact)| put(name, fact, Style::Label))
}

/// A property of a file, or what is told of a chart, holds at most 255 characters.
fn short(text: &str) -> String {
    clean(text).chars().take(255).collect()
}
