//! A spreadsheet is read twice alike, its rows in order and no larger than a sheet is; whatever is in the archive.
//!
//! Bytes that begin as an archive are one; others are the parts of a workbook, which are put into one.

#![no_main]

use aktkoll::base::spreadsheet::Book;
use libfuzzer_sys::fuzz_target;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;

const XLSX: [&str; 3] = ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml"];
const ODS: [&str; 2] = ["content.xml", "styles.xml"];
const RELATIONS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;
const WORKBOOK: &str = r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>"#;

fuzz_target!(|bytes: &[u8]| {
    let packed = match bytes.split_first() {
        Some((b'P', _)) => bytes.to_vec(),
        Some((b'o', parts)) => archive(&ODS, parts, &[("mimetype", "application/vnd.oasis.opendocument.spreadsheet")]),
        Some((_, parts)) => {
            archive(&XLSX, parts, &[("xl/workbook.xml", WORKBOOK), ("xl/_rels/workbook.xml.rels", RELATIONS)])
        }
        None => return,
    };
    let Ok(book) = Book::read("b.xlsx", &packed) else { return };
    assert_eq!(book, Book::read("b.xlsx", &packed).unwrap());
    for sheet in &book.sheets {
        assert!(sheet.rows.is_sorted_by(|one, next| one.number < next.number), "rows out of order");
        for row in &sheet.rows {
            assert!((1..=1 << 20).contains(&row.number) && row.cells.len() <= 1 << 14, "{}", row.number);
            assert!(row.cells.last().is_some_and(|cell| !cell.text.is_empty()), "an empty end: {row:?}");
        }
    }
});

/// An archive of parts that stand one after the other, with a zero byte between, and of those that are as they are.
fn archive(names: &[&str], parts: &[u8], others: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    let others = others.iter().map(|(name, text)| (*name, text.as_bytes()));
    for (name, part) in others.chain(names.iter().copied().zip(parts.split(|byte| *byte == 0))) {
        zip.start_file(name, stored).unwrap();
        zip.write_all(part).unwrap();
    }
    zip.finish().unwrap().into_inner()
}
