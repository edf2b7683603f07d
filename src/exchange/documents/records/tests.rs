//! Files of records, line by line and as a whole.

use super::super::Source;
use super::*;
use crate::base::files::replace;

struct File {
    folder: tempfile::TempDir,
    origin: Origin,
}

fn file(text: &str) -> File {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.jsonl");
    replace(&path, text.as_bytes()).unwrap();
    File { folder, origin: Origin { path, ..Origin::default() } }
}

impl File {
    fn open(&self) -> Source {
        Source::open(&self.origin, &["samtal", "svar"].map(str::to_owned), "study").unwrap()
    }

    fn with(mut self, id: Option<&str>, text: &[&str]) -> Self {
        self.origin.id = id.map(str::to_owned);
        self.origin.text = text.iter().map(|text| (*text).to_owned()).collect();
        self
    }
}

fn keys(source: &Source, case: &str) -> Vec<String> {
    source.headings(case).into_iter().map(|heading| heading.key).collect()
}

fn text(source: &Source, case: &str, index: usize) -> String {
    let document = source.read(case, index).unwrap();
    let line = |n| document.line(n);
    (0..document.len()).map(|n| format!("{}:{}", line(n).margin, line(n).text)).collect::<Vec<_>>().join("|")
}

fn fault(source: &Source, case: &str) -> &'static str {
    source.read(case, 0).unwrap_err().0[0].message.key
}

fn told(source: &Source) -> Vec<&'static str> {
    source.told().into_iter().map(|message| message.key).collect()
}

const LINES: &str = "\u{feff}{\"id\": \"B\", \"text\": \"ett\\ntvå\"}\r\n\n{\"id\": \"A\", \"text\": \"x\"}\n{\"text\": 1}\nno\n{\"id\": \"B\", \"text\": \"y\"}";

#[test]
fn each_line_is_a_record_and_one_without_an_id_is_left_out_and_told() {
    let file = file(LINES);
    let source = file.open();
    assert_eq!(source.cases(), ["B", "A"]);
    assert_eq!((keys(&source, "B"), keys(&source, "C")), (vec!["1".to_owned(), "2".to_owned()], Vec::new()));
    assert_eq!(
        [text(&source, "B", 0), text(&source, "B", 1), text(&source, "A", 0)],
        ["text 1:ett|:två", "text 1:y", "text 1:x"]
    );
    assert_eq!(told(&source), ["documents-records", "documents-ids", "documents-left-out"]);
    assert_eq!(source.told()[2], crate::msg!("documents-left-out", n = 2_usize));
    let document = source.read("A", 0).unwrap();
    assert_eq!(document.print(), crate::base::digest::fingerprint("study", br#"{"id": "A", "text": "x"}"#));
    assert_eq!(document.raw().unwrap().line(0).text, r#"{"id": "A", "text": "x"}"#);
    assert_eq!(document.raw().unwrap().print(), document.print());
}

#[test]
fn json_has_its_records_in_a_list_or_is_one() {
    let list = file(
        "[\n {\"id\": 1, \"data\": {\"text\": \"x y\"}, \"annotations\": []},\n {\"id\": 2, \"data\": {\"text\": \"z\"}}]",
    );
    let source = list.open();
    assert_eq!(
        (source.cases(), text(&source, "1", 0), text(&source, "2", 0)),
        (vec!["1", "2"], "text 1:x y".to_owned(), "text 1:z".to_owned())
    );
    let beside = file("{\"n\": 1, \"traces\": [{\"id\": \"å\", \"q\": \"x\"}, {\"id\": \"b\", \"q\": \"y\"}]}");
    assert_eq!((beside.open().cases(), text(&beside.open(), "b", 0)), (vec!["å", "b"], "q 1:y".to_owned()));
    let one = file("{\n\"messages\": [{\"role\": \"user\",\n \"content\": \"hej\"}]}");
    assert_eq!((one.open().cases(), text(&one.open(), "1", 0)), (vec!["1"], "user 1:hej".to_owned()));
    assert_eq!(told(&one.open()), ["documents-records", "documents-numbered"]);
}

#[test]
fn a_coder_says_where_id_and_texts_are_and_texts_of_the_protocol_are_documents() {
    let line = r#"{"n": {"x": 7}, "Svar": "s", "frågor": "f", "samtal": [{"role": "user", "content": "hej"}]}"#;
    let file = file(&format!("{line}\n")).with(Some("/n/x"), &["/frågor", "/Svar", "/samtal"]);
    let source = file.open();
    assert_eq!((source.cases(), keys(&source, "7")), (vec!["7"], ["samtal", "svar", "3"].map(str::to_owned).to_vec()));
    let texts: Vec<String> = (0..3).map(|index| text(&source, "7", index)).collect();
    assert_eq!(texts, ["user 1:hej", "Svar 1:s", "frågor 1:f"]);
    let wrong = file.with(Some("n"), &[]);
    let faults = Source::open(&wrong.origin, &[], "study").err().unwrap();
    assert_eq!((faults.0[0].message.key, faults.exit()), ("documents-pointer", Exit::Usage));
}

#[test]
fn what_is_no_file_of_texts_is_refused_in_words() {
    let fault = |text: &str| Source::open(&file(text).origin, &[], "s").err().unwrap().0[0].message.key;
    let deep = "[".repeat(100_000);
    assert_eq!((fault(""), fault("a,b\n1,2\n"), fault(&deep)), ("documents-json", "documents-json", "documents-json"));
    assert_eq!(
        (fault("[]"), fault("{\"n\": 1}"), fault("3")),
        ("documents-nothing", "documents-nothing", "documents-nothing")
    );
}

#[test]
fn a_record_that_lies_too_deep_or_was_replaced_is_a_fault_of_its_own() {
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    let file = file(&format!(
        "{{\"id\": \"A\", \"text\": \"x\"}}\n{{\"id\": \"B\", \"text\": {deep}}}\n{{\"id\": \"C\", \"text\": \"z\"}}\n"
    ));
    let source = file.open();
    assert_eq!((source.cases(), fault(&source, "B")), (vec!["A", "B", "C"], "documents-record"));
    assert_eq!(text(&source, "C", 0), "text 1:z");
    let path = file.folder.path().join("x.jsonl");
    replace(&path, b"other").unwrap();
    assert_eq!(text(&source, "A", 0), "text 1:x", "another file in its place is not seen");
    let file = super::tests::file("{\"id\": \"A\", \"text\": \"x\"}\n{\"id\": \"B\", \"text\": \"y\"}\n");
    let source = file.open();
    let mut open = std::fs::OpenOptions::new().write(true).open(file.folder.path().join("x.jsonl")).unwrap();
    std::io::Write::write_all(&mut open, b"{\"id\": \"Z\", \"text\": \"s\"}").unwrap();
    assert_eq!(fault(&source, "A"), "documents-changed");
    open.set_len(5).unwrap();
    assert_eq!(fault(&source, "B"), "documents-changed");
}

#[test]
fn records_without_an_id_that_change_places_are_no_longer_shown() {
    let file = file("{\"text\": \"one\"}\n{\"text\": \"two\"}\n");
    let source = file.open();
    assert_eq!(text(&source, "2", 0), "text 1:two");
    let path = file.folder.path().join("x.jsonl");
    let mut open = std::fs::OpenOptions::new().write(true).open(path).unwrap();
    std::io::Write::write_all(&mut open, b"{\"text\": \"two\"}\n{\"text\": \"one\"}\n").unwrap();
    open.set_modified(std::time::SystemTime::UNIX_EPOCH).unwrap();
    assert_eq!(fault(&source, "2"), "documents-changed");
}

#[test]
fn large_records_are_read_and_larger_ones_refused() {
    let record = |id: usize, length: usize| format!("{{\"id\": {id}, \"text\": \"{}\"}}\n", "x ".repeat(length / 2));
    let file = file(&[record(1, 1 << 16), record(2, 1 << 20), record(3, 1 << 24), record(4, LARGEST)].concat());
    let source = file.open();
    let length = |document: &Document| (0..document.len()).map(|line| document.line(line).text.len()).sum::<usize>();
    let long: Vec<usize> = ["1", "2", "3"].map(|id| length(&source.read(id, 0).unwrap())).into();
    assert_eq!((long, fault(&source, "4")), (vec![1 << 16, 1 << 20, 1 << 24], "file-large"));
}

#[test]
fn a_record_that_is_none_is_told_with_its_file_and_number() {
    let numbered = file("{\"text\": \"a\"}\n{\n\"text\": \"b\"}\n");
    let fault = case_table(&numbered.origin.path, None, &[]).unwrap_err().0.remove(0);
    assert_eq!(
        (fault.message.key, fault.hint.map(|hint| hint.key)),
        ("documents-record", Some("documents-record-hint"))
    );
    assert!(fault.place.is_some_and(|place| place.file.ends_with("x.jsonl")));
}
