use super::*;
use crate::base::language::{Lang, Words};
use proptest::prelude::*;
use std::io::{Cursor, ErrorKind, Read, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// An archive of parts.
fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

const STYLES: &str = "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"0000\"/>\
    <numFmt numFmtId=\"165\" formatCode=\"yyyy\\-mm\\-dd\"/></numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>\
    <cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/><xf numFmtId=\"22\"/></cellXfs></styleSheet>";
const STRINGS: &str = "<sst uniqueCount=\"99999999999999\"><si><t>Å &amp; Ö</t></si><si><r><t>de</t></r>\
    <r><t>lar</t></r><rPh><t>x</t></rPh></si></sst>";

/// A workbook with a sheet of such rows.
fn xlsx(rows: &str) -> Vec<u8> {
    workbook("", &format!("<sheetData>{rows}</sheetData>"))
}

/// A workbook with such properties and a sheet with such parts.
fn workbook(properties: &str, sheet: &str) -> Vec<u8> {
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let relation = |id: &str, kind: &str, target: &str| {
        format!("<Relationship Id=\"{id}\" Type=\"{office}/{kind}\" Target=\"{target}\"/>")
    };
    let relations = |inner: &str| format!("<Relationships>{inner}</Relationships>");
    let parts = relation("r1", "worksheet", "worksheets/sheet1.xml")
        + &relation("r2", "sharedStrings", "sharedStrings.xml")
        + &relation("r3", "styles", "styles.xml");
    archive(&[
        ("_rels/.rels", relations(&relation("r0", "officeDocument", "xl/workbook.xml")).as_bytes()),
        ("xl/_rels/workbook.xml.rels", relations(&parts).as_bytes()),
        (
            "xl/workbook.xml",
            format!(
                "<workbook>{properties}<sheets><sheet name=\"Blad1\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
            )
            .as_bytes(),
        ),
        ("xl/sharedStrings.xml", STRINGS.as_bytes()),
        ("xl/styles.xml", STYLES.as_bytes()),
        ("xl/worksheets/sheet1.xml", format!("<worksheet>{sheet}</worksheet>").as_bytes()),
    ])
}

fn ods(rows: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content><office:body><office:spreadsheet><table:table table:name=\"Blad1\">{rows}</table:table>\
         </office:spreadsheet></office:body></office:document-content>"
    );
    archive(&[("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", content.as_bytes())])
}

/// Each row's number and cells.
fn rows(bytes: &[u8]) -> Vec<(usize, Vec<String>)> {
    let book = Book::read("f", bytes).unwrap_or_else(|faults| panic!("{faults}"));
    let sheet = book.sheet("f", None).unwrap_or_else(|faults| panic!("{faults}"));
    let texts = |row: &Row| row.cells.iter().map(|cell| cell.text.clone()).collect();
    sheet.rows.iter().map(|row| (row.number, texts(row))).collect()
}

/// The message and the place of the only fault.
fn fault(bytes: &[u8]) -> (&'static str, String) {
    let faults = Book::read("f", bytes).and_then(|book| book.sheet("f", None).map(|_| ())).unwrap_err();
    faults.describe(&Words::new(Lang::Sv));
    (faults.0[0].message.key, faults.0[0].place.as_ref().map(|place| place.file.clone()).unwrap_or_default())
}

#[test]
fn cells_of_xlsx_read_as_they_are_shown() {
    let cells = "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c r=\"D2\" s=\"1\"><v>7</v></c>\
        <c s=\"2\"><v>45000</v></c><c s=\"3\"><v>45000.5</v></c><c><v>1984.0</v></c><c><v>0.30000000000000004</v></c>\
        <c t=\"b\"><v>1</v></c><c t=\"inlineStr\"><is><t>007</t></is></c><c t=\"str\"><f>1+1</f><v>två</v></c>\
        <c s=\"2\"/></row><row><c><v>202301010001</v></c></row>";
    let first = ["Å & Ö", "delar", "", "0007", "2023-03-15", "2023-03-15 12:00", "1984", "0.3", "TRUE", "007", "två"];
    let expected = vec![(2, first.map(str::to_owned).to_vec()), (3, vec!["202301010001".to_owned()])];
    assert_eq!(rows(&xlsx(cells)), expected);
}

#[test]
fn cells_of_ods_read_as_they_are_shown_and_repeated_empty_ones_are_none() {
    let cells = "<table:table-row table:number-rows-repeated=\"3\"><table:table-cell table:number-columns-repeated=\"1048576\"/>\
        </table:table-row><table:table-row><table:table-cell office:value-type=\"string\"><office:annotation><text:p>nej\
        </text:p></office:annotation><text:p>Å<text:s text:c=\"2\"/>Ö</text:p><text:p>två</text:p></table:table-cell>\
        <table:table-cell office:value-type=\"float\" office:value=\"7\" table:number-columns-repeated=\"2\"><text:p>007\
        </text:p></table:table-cell><table:table-cell office:value-type=\"date\" office:date-value=\"2023-03-15T00:00:00\">\
        <text:p>15/3</text:p></table:table-cell><table:table-cell office:value-type=\"float\" office:value=\"1984.0\"><text:p>\
        1 984</text:p></table:table-cell><table:table-cell table:number-columns-repeated=\"1048576\"/></table:table-row>\
        <table:table-row table:number-rows-repeated=\"1048576\"><table:table-cell/></table:table-row>";
    let expected = ["Å  Ö\ntvå", "007", "007", "2023-03-15", "1984"].map(str::to_owned).to_vec();
    assert_eq!(rows(&ods(cells)), [(4, expected)]);
}

#[test]
fn a_failed_formula_is_told_with_its_cell() {
    let cells = "<row r=\"7\"><c r=\"C7\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c><c><v>1</v></c></row>";
    assert_eq!(fault(&xlsx(cells)), ("sheet-error", "f: Blad1!C7".to_owned()));
    let cells = "<table:table-row><table:table-cell office:value-type=\"string\" calcext:value-type=\"error\"><text:p>#N/A</text:p>\
        </table:table-cell><table:table-cell><text:p>x</text:p></table:table-cell></table:table-row>";
    assert_eq!(fault(&ods(cells)), ("sheet-error", "f: Blad1!A1".to_owned()));
}

#[test]
fn a_formula_that_was_never_computed_is_told_with_its_cell() {
    let cells = "<row r=\"7\"><c r=\"A7\"><v>1</v></c><c><f>1+1</f><v/></c></row>";
    assert_eq!(fault(&xlsx(cells)), ("sheet-uncomputed", "f: Blad1!B7".to_owned()));
    assert_eq!(fault(&xlsx(&cells.replace("<v/>", ""))).0, "sheet-uncomputed");
    let nothing = cells.replace("<c><f>1+1</f><v/>", "<c t=\"str\"><f>IF(1,&quot;&quot;)</f><v></v>");
    assert_eq!(rows(&xlsx(&nothing)), [(7, vec!["1".to_owned()])], "a formula may have nothing as its result");
    let cells = "<table:table-row><table:table-cell><text:p>x</text:p></table:table-cell><table:table-cell \
        table:formula=\"of:=1+1\"/></table:table-row>";
    assert_eq!(fault(&ods(cells)), ("sheet-uncomputed", "f: Blad1!B1".to_owned()));
    let nothing = cells.replace("=\"of:=1+1\"", "=\"of:=A1\" office:value-type=\"string\"");
    assert_eq!(rows(&ods(&nothing)), [(1, vec!["x".to_owned()])]);
}

#[test]
fn a_share_reads_as_the_percent_that_is_shown() {
    let cell = "<table:table-row><table:table-cell office:value-type=\"percentage\" office:value=\"0.07\"><text:p>7 %</text:p>\
        </table:table-cell></table:table-row>";
    assert_eq!(rows(&ods(cell)), [(1, vec!["7%".to_owned()])]);
}

#[test]
fn bombs_end_with_a_message() {
    let far = |row: usize, cell: &str| {
        xlsx(&format!("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"{row}\"><c r=\"{cell}\"><v>2</v></c></row>"))
    };
    assert_eq!(fault(&far(1_048_576, "XFD1048576")), ("sheet-columns", "f: Blad1!XFD1048576".to_owned()));
    assert_eq!(fault(&far(1_048_576, "A1048576")), ("sheet-rows", "f: Blad1!A1048576".to_owned()));
    assert_eq!(fault(&far(1, "XFD18446744073709551616")).0, "sheet-broken");
    let wide = |row: usize| format!("<row r=\"{row}\"><c r=\"ALL{row}\"><v>1</v></c></row>");
    assert_eq!(fault(&xlsx(&(1..=4001).map(wide).collect::<String>())).0, "sheet-cells");
    let long = "<c t=\"inlineStr\"><is><t>".to_owned() + &"A".repeat(1 << 20) + "</t></is></c>";
    let huge = format!("<row>{}</row>", long.repeat(130));
    assert_eq!(fault(&xlsx(&huge)).0, "sheet-large");
    assert_eq!(fault(&xlsx(&format!("<row>{}</row>", long.repeat(70)))).0, "sheet-cells");
    let repeated = "<table:table-row table:number-rows-repeated=\"1048576\"><table:table-cell table:number-columns-repeated=\"1000\">\
        <text:p>x</text:p></table:table-cell></table:table-row>";
    assert_eq!(fault(&ods(repeated)).0, "sheet-cells");
    let wide = "<table:table-row><table:table-cell table:number-columns-repeated=\"1048576\"><text:p>x</text:p></table:table-cell>\
        </table:table-row>";
    assert_eq!(fault(&ods(wide)), ("sheet-columns", "f: Blad1!ALM1".to_owned()));
}

#[test]
fn no_more_is_unpacked_than_all_parts_together_may_have() {
    let mut left = 5;
    let mut read =
        |bytes: &[u8]| crate::base::package::Counted { inner: bytes, left: &mut left }.read_to_end(&mut Vec::new());
    assert_eq!(read(&[0; 3]).unwrap(), 3);
    assert_eq!(read(&[0; 3]).unwrap_err().kind(), ErrorKind::FileTooLarge);
}

#[test]
fn a_size_that_the_archive_understates_does_not_help() {
    let long = "<c t=\"inlineStr\"><is><t>".to_owned() + &"A".repeat(1 << 20) + "</t></is></c>";
    let mut bytes = xlsx(&format!("<row>{}</row>", long.repeat(130)));
    let entry = bytes.windows(4).rposition(|window| window == b"PK\x01\x02").unwrap();
    bytes[entry + 24..entry + 28].copy_from_slice(&1000_u32.to_le_bytes());
    assert!(["sheet-large", "sheet-broken"].contains(&fault(&bytes).0));
}

#[test]
fn entities_are_not_expanded() {
    let mut bomb = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]>".to_owned();
    bomb += "<worksheet><sheetData><row><c t=\"str\"><v>&b;</v></c></row></sheetData></worksheet>";
    let book = archive(&[("content.xml", bomb.as_bytes())]);
    assert_eq!(fault(&book).0, "sheet-broken");
    assert_eq!(fault(&xlsx("<row><c t=\"str\"><v>&b;</v></c></row>")).0, "sheet-broken");
}

#[test]
fn a_manifest_that_names_its_grammar_is_read() {
    let grammar = "<!DOCTYPE manifest:manifest PUBLIC \"-//OpenOffice.org//DTD Manifest 1.0//EN\" \"Manifest.dtd\">";
    let manifest = format!("{grammar}<manifest:manifest/>");
    let sheet = "<office:spreadsheet><table:table table:name=\"a\"><table:table-row><table:table-cell office:value-type=\"string\"><text:p>x</text:p>\
        </table:table-cell></table:table-row></table:table></office:spreadsheet>";
    let parts = [("META-INF/manifest.xml", manifest.as_bytes()), ("content.xml", sheet.as_bytes())];
    assert_eq!(rows(&archive(&parts)), [(1, vec!["x".to_owned()])]);
}

#[test]
fn encrypted_old_and_broken_files_are_told_apart() {
    let container = |stream: &str| {
        let stream: Vec<u8> = stream.encode_utf16().flat_map(u16::to_le_bytes).collect();
        [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".as_slice(), &[0; 600], &stream, &[0; 600]].concat()
    };
    assert_eq!(fault(&container("EncryptedPackage")).0, "sheet-encrypted");
    assert_eq!(fault(&container("Workbook")).0, "sheet-broken");
    assert_eq!(fault(&archive(&[("xl/workbook.bin", b"x")])).0, "sheet-old");
    let manifest = b"<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>";
    assert_eq!(fault(&archive(&[("META-INF/manifest.xml", manifest), ("content.xml", b"x")])).0, "sheet-encrypted");
    let whole = archive(&[("encrypted-package", b"x"), ("META-INF/manifest.xml", manifest)]);
    assert_eq!(fault(&whole).0, "sheet-encrypted");
    assert_eq!(fault(&archive(&[("word/document.xml", b"x")])).0, "sheet-broken");
    assert_eq!(fault(b"PK\x03\x04").0, "sheet-broken");
    let whole = xlsx("<row><c><v>1</v></c></row>");
    assert_eq!(fault(&whole[..whole.len() - 30]).0, "sheet-broken");
    assert_eq!(fault(&xlsx("")), ("table-empty", "f".to_owned()));
    assert_eq!(fault(&xlsx("<row r=\"2\"><c><v>1</v></c></row><row r=\"1\"><c><v>1</v></c></row>")).0, "sheet-broken");
}

#[test]
fn one_of_several_sheets_is_chosen_by_name() {
    let sheet = |name: &str, rows: usize| Sheet {
        name: name.to_owned(),
        rows: (0..rows)
            .map(|_| Row { number: 1, cells: vec![Cell { text: "x".to_owned(), of: CellType::Text }] })
            .collect(),
        ..Sheet::default()
    };
    let book = Book { sheets: vec![sheet("Blad1", 1), sheet("Tom", 0), sheet("Frånfall", 2)], has_macros: false };
    let key = |name: Option<&str>| {
        book.sheet("f", name).map(|sheet| sheet.rows.len()).map_err(|faults| faults.0[0].message.key)
    };
    assert_eq!(key(None), Err("sheet-several"));
    assert_eq!(key(Some("frånfall")), Ok(2));
    assert_eq!(key(Some("Tom")), Err("sheet-missing"));
}

#[test]
fn strings_are_decoded_as_the_format_says() {
    let cell =
        |text: &str| rows(&xlsx(&format!("<row><c t=\"inlineStr\"><is><t>{text}</t></is></c></row>")))[0].1.concat();
    assert_eq!(cell("a_x000D__x000A_b_x0009_c"), "a\nb\tc");
    assert_eq!(cell("_x005F_x000A_ _xZZZZ_ a_xb _xD83D__xDE00_"), "_x000A_ _xZZZZ_ a_xb 😀");
    let cell = "<table:table-row><table:table-cell><text:p>\n  a\n   b<text:tab/>c </text:p><text:p>d</text:p></table:table-cell>\
        </table:table-row>";
    assert_eq!(rows(&ods(cell))[0].1, ["a b\tc \nd"]);
}

#[test]
fn days_are_counted_from_where_the_file_says_and_an_extension_says_nothing_of_it() {
    let day = |properties: &str| {
        rows(&workbook(properties, "<sheetData><row><c s=\"2\"><v>42369</v></c></row></sheetData>"))[0].1.concat()
    };
    assert_eq!(day("<workbookPr/>"), "2015-12-31");
    assert_eq!(day("<workbookPr date1904=\"1\"/>"), "2020-01-01");
    let extension = "<extLst><ext><x15:workbookPr chartTrackingRefBase=\"1\"/></ext></extLst>";
    assert_eq!(day(&format!("<workbookPr date1904=\"true\"/>{extension}")), "2020-01-01");
    assert_eq!(day(&format!("<workbookPr/>{extension}")), "2015-12-31");
}

#[test]
fn what_is_hidden_or_merged_is_known() {
    let cells = "<row r=\"1\"><c><v>1</v></c><c><v>2</v></c></row><row r=\"2\" hidden=\"1\"><c><v>1</v></c></row>\
        <row r=\"3\" hidden=\"1\"/><row r=\"4\" ht=\"0\"><c><v>1</v></c></row>";
    let columns = "<cols><col min=\"2\" max=\"3\" hidden=\"1\"/></cols>";
    let merged = "<mergeCells><mergeCell ref=\"B4:C5\"/><mergeCell ref=\"A1:A2\"/></mergeCells>";
    let book = Book::read("f", &workbook("", &format!("{columns}<sheetData>{cells}</sheetData>{merged}"))).unwrap();
    let sheet = &book.sheets[0];
    assert_eq!((sheet.hidden_rows.clone(), sheet.hidden_columns.clone()), (vec![2, 4], vec![1]));
    assert_eq!(sheet.merged.iter().map(Area::name).collect::<Vec<_>>(), ["A1:A2", "B4:C5"]);
    let cells = "<table:table-column/><table:table-column table:visibility=\"collapse\"/><table:table-row><table:table-cell \
        table:number-columns-spanned=\"2\" table:number-rows-spanned=\"2\"><text:p>x</text:p></table:table-cell>\
        <table:covered-table-cell><text:p>y</text:p></table:covered-table-cell></table:table-row><table:table-row \
        table:visibility=\"filter\" table:number-rows-repeated=\"2\"><table:table-cell><text:p>x</text:p></table:table-cell>\
        </table:table-row>";
    let sheet = &Book::read("f", &ods(cells)).unwrap().sheets[0];
    assert_eq!((sheet.hidden_rows.clone(), sheet.hidden_columns.clone()), (vec![2, 3], vec![1]));
    assert_eq!(sheet.merged.iter().map(Area::name).collect::<Vec<_>>(), ["A1:B2"]);
}

#[test]
fn a_date_of_ods_has_the_parts_that_its_style_shows() {
    let content = |style: &str, more: &str| {
        archive(&[("content.xml", format!(
            "<office:document-content><office:automatic-styles><number:date-style style:name=\"N1\">{style}</number:date-style>\
             <number:time-style style:name=\"N2\"><number:hours/></number:time-style>\
             <style:style style:name=\"Date\" style:data-style-name=\"N1\"/><style:style style:name=\"ce1\" \
             style:parent-style-name=\"Date\"/></office:automatic-styles><office:body><office:spreadsheet><table:table>\
             <table:table-column table:default-cell-style-name=\"ce1\"/><table:table-row><table:table-cell {more} \
             office:value-type=\"date\" office:date-value=\"2024-03-01T14:30:00\"><text:p>?</text:p></table:table-cell>\
             </table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"
        ).as_bytes())])
    };
    let (year, month, day) = ("<number:year/>", "<number:text>-</number:text><number:month/>", "<number:day/>");
    let read = |style: &str, more: &str| rows(&content(style, more))[0].1.concat();
    assert_eq!(read(&format!("{month}{year}"), ""), "2024-03");
    assert_eq!(read(year, "table:style-name=\"ce1\""), "2024");
    assert_eq!(read(&format!("{day}{month}{year}"), ""), "2024-03-01");
    assert_eq!(read(&format!("{day}{month}"), ""), "03-01");
    assert_eq!(read(&format!("{day}{month}{year}<number:hours/><number:minutes/>"), ""), "2024-03-01 14:30");
    assert_eq!(read(year, "table:style-name=\"other\""), "2024-03-01 14:30:00");
}

#[test]
fn a_number_of_more_digits_than_a_spreadsheet_keeps_is_told_with_its_cell() {
    let cell =
        |value: &str| xlsx(&format!("<row r=\"7\"><c r=\"A7\"><v>1</v></c><c r=\"B7\"><v>{value}</v></c></row>"));
    for value in ["123456789012345678", "1.23456789012346E+17", "-1000000000000000"] {
        assert_eq!(fault(&cell(value)), ("sheet-digits", "f: Blad1!B7".to_owned()), "{value}");
    }
    assert_eq!(rows(&cell("999999999999999"))[0].1[1], "999999999999999");
    assert_eq!(rows(&cell("1.2E+11"))[0].1[1], "120000000000");
    let cell = "<table:table-row><table:table-cell><text:p>x</text:p></table:table-cell><table:table-cell \
        office:value-type=\"float\" office:value=\"1.23456789012346E+17\"><text:p>\
        1,23E+17</text:p></table:table-cell></table:table-row>";
    assert_eq!(fault(&ods(cell)), ("sheet-digits", "f: Blad1!B1".to_owned()));
}

#[test]
fn the_only_sheet_that_is_shown_is_read_and_the_hidden_ones_are_told() {
    let row = || Row { number: 1, cells: vec![Cell { text: "x".to_owned(), of: CellType::Text }] };
    let sheet =
        |name: &str, is_hidden: bool| Sheet { name: name.to_owned(), is_hidden, rows: vec![row()], ..Sheet::default() };
    let book = |sheets: Vec<Sheet>| Book { sheets, has_macros: false };
    let told = |book: &Book| {
        let sheet = book.sheet("f", None).map_err(|faults| faults.0[0].message.key)?;
        Ok((sheet.name.clone(), book.unseen(sheet).iter().map(|message| message.key).collect::<Vec<_>>()))
    };
    assert_eq!(told(&book(vec![sheet("a", true), sheet("b", false)])), Ok(("b".to_owned(), vec!["sheet-hidden"])));
    assert_eq!(told(&book(vec![sheet("a", true)])), Ok(("a".to_owned(), vec!["sheet-hidden-read"])));
    assert_eq!(told(&book(vec![sheet("a", true), sheet("b", true)])), Err("sheet-several"));
    assert_eq!(told(&book(vec![sheet("a", false), sheet("b", false)])), Err("sheet-several"));
}

#[test]
fn cells_have_the_names_that_a_spreadsheet_gives_them() {
    assert_eq!([cell_name(0, 1), cell_name(26, 7), cell_name(16383, 1_048_576)], ["A1", "AA7", "XFD1048576"]);
}

proptest! {
    #[test]
    fn what_was_written_is_read(cells in prop::collection::vec(prop::collection::vec("[a-zåäö0-9 <&]{0,5}", 1..5), 1..6)) {
        let mut workbook = rust_xlsxwriter::Workbook::new();
        let sheet = workbook.add_worksheet();
        for (row, cells) in (0..).zip(&cells) {
            for (column, text) in (0..).zip(cells) {
                sheet.write_string(row, column, text).unwrap();
            }
        }
        let book = Book::read("f", &workbook.save_to_buffer().unwrap()).unwrap();
        let read: Vec<(usize, Vec<&str>)> =
            book.sheets[0].rows.iter().map(|row| (row.number, row.cells.iter().map(|cell| cell.text.trim()).collect())).collect();
        let filled = |cells: &Vec<String>| cells.iter().rposition(|cell| !cell.trim().is_empty()).map(|last| last + 1);
        let expected: Vec<(usize, Vec<&str>)> = cells.iter().enumerate().filter_map(|(row, cells)| {
            Some((row + 1, cells[..filled(cells)?].iter().map(|cell| cell.trim()).collect()))
        }).collect();
        prop_assert_eq!(read, expected);
    }

    #[test]
    fn no_bytes_make_reading_panic(bytes in prop::collection::vec(any::<u8>(), 0..200), place in 0_usize..2000) {
        let mut book = xlsx("<row><c r=\"A1\"><v>1</v></c></row>");
        let place = place % book.len();
        let end = book.len().min(place + bytes.len());
        book.splice(place..end, bytes.iter().copied());
        let _ = Book::read("f", &book);
        let _ = Book::read("f", &[ARCHIVE, &bytes].concat());
        let cells = format!("<row><c>{}</row>", String::from_utf8_lossy(&bytes));
        let _ = Book::read("f", &xlsx(&cells));
        let _ = Book::read("f", &ods(&cells));
    }
}
