//! Tables as text: by the rules of machines, and by those of a Swedish Excel.

use super::tables::Table;
use csv::{QuoteStyle, Terminator, WriterBuilder};

/// What a spreadsheet takes for the beginning of a formula, or passes over to find one.
const RISKY: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// For programs: comma, LF, UTF-8 without a mark, no line break in a cell.
pub fn machine(table: &Table) -> Vec<u8> {
    written(table, b',', Terminator::Any(b'\n'), flat)
}

/// For a double click in Sweden: semicolon, CRLF, UTF-8 with a mark, and no text that is a formula.
pub fn excel(table: &Table) -> Vec<u8> {
    ["\u{feff}".as_bytes(), &written(table, b';', Terminator::CRLF, |cell| defused(&flat(cell)))].concat()
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

/// A text that no spreadsheet takes for a formula. A number is none.
fn defused(text: &str) -> String {
    let is_risky = text.trim_start().starts_with(RISKY) || text.starts_with(RISKY);
    if is_risky && !is_number(text) { format!("'{text}") } else { text.to_owned() }
}

fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, part) = digits.split_once(',').unwrap_or((digits, "0"));
    [whole, part].iter().all(|digits| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()))
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
        let text = machine(&table(&["=1+1", "a,b", "1.5", "rad\r\nrad\u{2028}rad", "\"å\""]));
        let expected = "å,å,å,å,å\n=1+1,\"a,b\",1.5,rad rad rad,\"\"\"å\"\"\"\n";
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
                for cell in record.unwrap().iter().filter(|cell| !is_number(cell)) {
                    prop_assert!(!cell.trim_start().starts_with(['=', '+', '-', '@', '\t', '\r', '＝']), "{cell:?}");
                    prop_assert!(!cell.contains(['\n', '\r', '\t']));
                }
            }
        }
    }
}
