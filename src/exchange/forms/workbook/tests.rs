use super::{Book, Form, Sheet};
use crate::base::fault::Fault;
use crate::base::language::{Lang, Words};
use crate::msg;
use proptest::prelude::*;

fn book(rows: &[&[&str]]) -> Book {
    let rows = rows.iter().map(|row| row.iter().map(|&cell| cell.to_owned()).collect()).collect();
    Book { file: "f".to_owned(), sheets: vec![Sheet::of("survey", rows)] }
}

/// The texts of the rows of the first sheet, whatever their numbers.
fn texts(book: &Book) -> Vec<Vec<String>> {
    book.sheets.iter().flat_map(|sheet| sheet.rows.iter().map(|row| row.cells.clone())).collect()
}

#[test]
fn each_form_reads_back_what_was_written() {
    let book = book(&[&["type", "name", "label"], &["text", "a", "Två | tre,\nfyra \"fem\""], &["text", "", "x;y"]]);
    for form in [Form::Xlsx, Form::Csv, Form::Markdown] {
        let read = Book::read("f", &book.write(form).unwrap()).unwrap();
        assert_eq!(read.sheets[0].name, "survey");
        let cells = |text: Vec<String>| text.into_iter().filter(|cell| !cell.is_empty()).collect::<Vec<_>>();
        assert_eq!(
            texts(&read).into_iter().map(cells).collect::<Vec<_>>(),
            texts(&book).into_iter().map(cells).collect::<Vec<_>>(),
            "{form:?}"
        );
    }
}

#[test]
fn what_only_looks_like_a_line_break_in_a_table_comes_back() {
    for text in ["a<br>b", "a\nb <br>", "&lt;br> <br>", "\\\n<br>", "amp;lt;br> &amp;lt;br>\n&lt;br>"] {
        let book = book(&[&["type"], &[text]]);
        let read = Book::read("f", &book.write(Form::Markdown).unwrap()).unwrap();
        assert_eq!(texts(&read)[1][1], text);
    }
}

#[test]
fn the_sheet_may_be_named_on_the_row_of_its_header_or_above_it() {
    for text in ["survey,,\n,type,name\n,text,a\n", "survey,type,name\n,text,a\n", "survey;type;name\n;text;a\n"] {
        let read = Book::read("f.csv", text.as_bytes()).unwrap();
        assert_eq!(texts(&read), [["", "type", "name"], ["", "text", "a"]], "{text}");
    }
    let read = Book::read("f.md", "# x\n| survey |\n| | type | name |\n|--|--|--|\n| | text | a\\|b |\n".as_bytes());
    assert_eq!(texts(&read.unwrap()), [["", "type", "name"], ["", "text", "a|b"]]);
}

#[test]
fn what_stands_far_from_the_rest_is_no_part_of_it() {
    let far = format!("survey,type,name{}x\n,text,a\n{},text,b\n", ",".repeat(30), ",,\n".repeat(70));
    assert_eq!(texts(&Book::read("f.csv", far.as_bytes()).unwrap()), [["", "type", "name"], ["", "text", "a"]]);
}

#[test]
fn a_fault_names_sheet_column_and_row() {
    let told = |cell| {
        let fault = book(&[]).fault(Fault::new(msg!("sheet-cells")), "survey", 7, cell);
        fault.describe(&Words::new(Lang::En)).replace("The sheet has more cells, or more text, than can be read.", "…")
    };
    assert_eq!(told(None), "f, survey:7: …");
    assert_eq!(told(Some((2, "label", "x"))), "f, survey, C label:7: …\n  7 | x");
    assert!(told(Some((26, "label", "x"))).starts_with("f, survey, AA label:7"));
}

proptest! {
    #[test]
    fn no_bytes_make_reading_panic(bytes in prop::collection::vec(any::<u8>(), 0..300), text in "[|,;\"\n a-z-]{0,80}") {
        let _ = Book::read("f", &bytes);
        let _ = Book::read("f", &[&b"PK\x03\x04"[..], &bytes].concat());
        let _ = Book::read("f", &[&b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"[..], &bytes].concat());
        let _ = Book::read("f", text.as_bytes());
    }
}
