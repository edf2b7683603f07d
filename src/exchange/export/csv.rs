//! Tables as text: by the rules of machines, and by those of a Swedish Excel.

use super::tables::Table;
use crate::exchange::interchange::guard::guarded;
use csv::{QuoteStyle, Terminator, WriterBuilder};

/// For programs: comma, LF, UTF-8 without a mark, and a row in one line.
pub fn machine(table: &Table) -> Vec<u8> {
    written(table, b',', Terminator::Any(b'\n'), one_line)
}

/// For a double click in Sweden: semicolon, CRLF, UTF-8 with a mark, and no text that a spreadsheet would change.
pub fn excel(table: &Table) -> Vec<u8> {
    ["\u{feff}".as_bytes(), &written(table, b';', Terminator::CRLF, |cell| guarded(&harmless(cell)))].concat()
}

fn written(table: &Table, separator: u8, end: Terminator, cell: fn(&str) -> String) -> Vec<u8> {
    let mut bytes = Vec::new();
    let style = QuoteStyle::Necessary;
    let mut writer =
        WriterBuilder::new().delimiter(separator).terminator(end).quote_style(style).from_writer(&mut bytes);
    let head = table.head.iter().map(|name| cell(name));
    // Writing to memory cannot fail.
    let _ = writer.write_record(head.map(String::into_bytes));
    for row in &table.rows {
        let _ = writer.write_record(row.iter().map(|text| cell(text).into_bytes()));
    }
    drop(writer);
    bytes
}

/// A text in one line.
pub(crate) fn flat(text: &str) -> String {
    let breaks = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
    text.replace("\r\n", " ").replace(breaks, " ")
}

/// A text without characters that say nothing, such as a bell.
fn harmless(text: &str) -> String {
    let is_kept = |c: char| !c.is_control() || matches!(c, '\n' | '\t');
    text.replace("\r\n", "\n").chars().map(|c| if is_kept(c) { c } else { ' ' }).collect()
}

/// A text in one line: a line break becomes the character that says so and that no program ends a row at.
fn one_line(text: &str) -> String {
    harmless(text).replace('\n', "\u{2028}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn table(cells: &[&str]) -> Table {
        let cells: Vec<String> = cells.iter().map(|cell| (*cell).to_owned()).collect();
        Table { head: cells.iter().map(|_| "å".to_owned()).collect(), rows: vec![cells] }
    }

    #[test]
    fn machines_get_what_stands_there_in_one_line() {
        let text = machine(&table(&["=1+1", "a,b", "1.5", "rad\r\nrad\ttab", "\"å\""]));
        let expected = "å,å,å,å,å\n=1+1,\"a,b\",1.5,rad\u{2028}rad\ttab,\"\"\"å\"\"\"\n";
        assert_eq!(String::from_utf8(text).unwrap(), expected);
    }

    #[test]
    fn excel_gets_what_it_opens_as_text() {
        let text = excel(&table(&["=1+1", "a;b", "-1,5", "-1+1", " @x", "1,5"]));
        let expected = "\u{feff}å;å;å;å;å;å\r\n'=1+1;\"a;b\";-1,5;'-1+1;' @x;1,5\r\n";
        assert_eq!(String::from_utf8(text).unwrap(), expected);
    }

    proptest! {
        #[test]
        fn no_cell_of_an_excel_file_is_a_formula(cells in proptest::collection::vec("[=+@\t\r\n ;\"'a1,＝-]{0,6}", 1..5)) {
            let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
            let bytes = excel(&table(&cells));
            let mut read = csv::ReaderBuilder::new().delimiter(b';').from_reader(&bytes[3..]);
            for record in read.records() {
                let is_number = |cell: &&str| cell.replace(',', ".").parse::<f64>().is_ok();
                for cell in record.unwrap().iter().filter(|cell| !is_number(cell)) {
                    prop_assert!(!cell.trim_start().starts_with(['=', '+', '-', '@', '\t', '\r', '＝']), "{cell:?}");
                }
            }
        }
    }
}
