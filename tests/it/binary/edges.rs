//! What stands at the edges of people's files: rows of sums, cells that say nothing, letters and ids that were mangled.

use super::desk::{Desk, Ran};
use std::fs;

const CASES: &str =
    "case_id,unit,sex,birth_year\nNOR-01,NOR,F,1961\nNOR-02,NOR,M,1974\n0007,EAS,F,1988\n7-2,EAS,M,1990\n";

fn empty() -> Desk {
    Desk { folder: tempfile::tempdir().unwrap() }
}

/// A study of the demo, or of a protocol, made of a list.
fn made(list: &[u8], protocol: Option<&str>) -> (Ran, String) {
    let desk = empty();
    fs::write(desk.path("c.csv"), list).unwrap();
    fs::write(desk.path("p.toml"), protocol.unwrap_or_default()).unwrap();
    let name = protocol.map_or("demo", |_| "p.toml");
    let ran = desk.run(&["new", "S", "--protocol", name, "--cases", "c.csv"]);
    assert_eq!(ran.code == 0, desk.path("S").exists(), "{ran:?}");
    (ran, fs::read_to_string(desk.path("S/cases.csv")).unwrap_or_default())
}

/// Answers imported into the demo, and which they became.
fn imported(text: &[u8], more: &[&str]) -> (Ran, Vec<String>) {
    let desk = empty();
    fs::write(desk.path("c.csv"), CASES).unwrap();
    fs::write(desk.path("a.csv"), text).unwrap();
    assert_eq!(desk.run(&["new", "S", "--protocol", "demo", "--cases", "c.csv"]).code, 0);
    let ran = desk.run(&[&["import", "S", "a.csv", "--coder", "a"], more].concat());
    let lines = fs::read_to_string(desk.path("S/ledger/a/0001.jsonl")).unwrap_or_default();
    let lines = lines.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap());
    let answers = lines.filter(|line| line["op"] == "answer");
    (ran, answers.map(|line| line["answer"].as_str().unwrap_or_default().to_owned()).collect())
}

#[test]
fn rows_of_sums_are_told_and_not_read_whatever_they_are_called() {
    for sum in ["S:a", "Summa:", "Delsumma", "Summa NOR", "Totalt antal:", "Medelvärde", "Grand Total", "Genomsnitt"] {
        let (ran, list) = made(format!("case_id,unit,sex,birth_year\nA-1,NOR,F,1961\n{sum},,,1\n").as_bytes(), None);
        assert!(ran.out.contains("Totals, not read: row 3"), "{sum}: {ran:?}");
        assert_eq!(list.lines().count(), 2, "{sum}: {list}");
        let (ran, answers) = imported(format!("case;hours\nNOR-01;2\n{sum};2\n").as_bytes(), &[]);
        assert!(ran.out.contains("Totals, not read: row 3") && answers == ["2"], "{sum}: {ran:?}");
    }
    let (_, list) = made(b"case_id,unit,sex,birth_year\nTOTAL-7,NOR,F,1961\nSumma 3,EAS,M,1970\n", None);
    assert_eq!(list.lines().count(), 3, "whole cases: {list}");
}

#[test]
fn what_is_written_for_no_value_is_no_id_and_no_unit() {
    for none in ["NA", "NaN", "null", "None", "#N/A", "-", ".", "?"] {
        let (ran, _) =
            made(format!("case_id,unit,sex,birth_year\nA-1,NOR,F,1961\n{none},NOR,M,1970\n").as_bytes(), None);
        let told = format!("c.csv:3: \"{none}\" means that a value is missing. It is not a case id.");
        assert!(ran.code == 1 && ran.err.contains(&told), "{ran:?}");
    }
    let protocol = "id = \"s\"\nversion = \"1\"\nlanguage = \"en\"\ntitle = \"S\"\n[[attribute]]\nid = \"unit\"\n\
        label = \"Unit\"\nrole = \"unit\"\n[[area]]\nid = \"A\"\nlabel = \"A\"\n[[question]]\nid = \"q\"\narea = \"A\"\n\
        text = \"Q?\"\nscale = \"yes_no\"\n";
    let (ran, _) = made(b"case_id,unit\nA-1,North\nA-2,NA\n", Some(protocol));
    assert!(ran.code == 1 && ran.err.contains("c.csv:3: \"NA\" means that a value is missing (Unit)."), "{ran:?}");
}

#[test]
fn an_id_that_a_spreadsheet_has_made_something_of_is_refused_in_a_text_too() {
    for (lost, why) in [
        ("2026-02-01", "is a date"),
        ("01-feb", "is a date"),
        ("2-Mar", "is a date"),
        ("1,0", "a decimal number"),
        ("12345678901.0", "a decimal number"),
        ("1.23457E11", "cut it short"),
        ("123456789012346000", "cut it short"),
    ] {
        let list = format!("case_id;unit;sex;birth_year\nA-1;NOR;F;1961,0\n{lost};NOR;M;1970\n");
        let (ran, _) = made(list.as_bytes(), None);
        assert!(ran.code == 1 && ran.err.contains("c.csv:3") && ran.err.contains(why), "{lost}: {ran:?}");
    }
    for id in ["MAR-1", "2024-02", "1-2", "3E5", "123456789012345678", "0007", "20260201", "1.50"] {
        let (ran, list) = made(format!("case_id;unit;sex;birth_year\n{id};NOR;F;1961,0\n").as_bytes(), None);
        assert!(list.contains(&format!("{id},NOR,F,1961\n")), "{id}: {ran:?}");
    }
}

#[test]
fn a_sign_alone_is_no_answer_until_it_is_said_so() {
    for (question, value, sign) in
        [("plan", "yes", "-"), ("hours", "2", "."), ("decision_date", "2024", "–"), ("contacts", "family", "?")]
    {
        let text = format!("case;{question}\nNOR-01;{value}\nNOR-02;{sign}\n");
        let (ran, answers) = imported(text.as_bytes(), &[]);
        assert!(answers.is_empty() && ran.err.contains("a.csv:3"), "{ran:?}");
        assert!(ran.err.contains(&format!("--missing \"{sign}\"")), "{ran:?}");
        assert_eq!(imported(text.as_bytes(), &["--missing", sign]).1, [value]);
    }
    assert_eq!(imported(b"case;quote\nNOR-01;-\n", &[]).1, ["-"], "a text may be anything");
}

#[test]
fn letters_that_were_lost_before_a_file_was_saved_are_told() {
    for lost in ["FÃ¥r gÃ¥", "F\u{fffd}r g\u{fffd}", "F├Ñr g├Ñ", "F√•r g√•"] {
        let text = format!("case;quote\nNOR-01;all right\nNOR-02;{lost}\n");
        let (ran, answers) = imported(text.as_bytes(), &[]);
        assert!(answers.is_empty() && ran.err.contains("a.csv:3: Letters were lost"), "{ran:?}");
        assert!(ran.err.contains("--encoding utf-8"), "{ran:?}");
        assert_eq!(imported(text.as_bytes(), &["--encoding", "utf-8"]).1, ["all right", lost]);
    }
    let (ran, _) = made("case_id,unit,sex,birth_year\nA\u{fffd}1,NOR,F,1961\n".as_bytes(), None);
    assert!(ran.code == 1 && ran.err.contains("c.csv:2: Letters were lost"), "{ran:?}");
    let (ran, answers) = imported(b"case;quote\nNOR-01;G\xe5r \xe5t\nNOR-02;\x99ppet \x8fr\n", &[]);
    assert!(answers.is_empty() && ran.err.contains("a.csv:3"), "one line is in code page 850: {ran:?}");
}

#[test]
fn headers_with_soft_hyphens_and_choices_in_brackets_are_known() {
    let (ran, list) = made("Ärende\u{ad}nummer;Enhet;Kön;Födelse\u{ad}år\nA-1;NOR;K;1961\n".as_bytes(), None);
    assert!(list.contains("A-1,NOR,F,1961"), "{ran:?}");
    for (open, close) in [("__", ""), (" (", ")"), ("(", ")"), (" [", "]"), ("/", "")] {
        let header = format!("case;contacts{open}family{close};contacts{open}health{close}");
        let (ran, answers) = imported(format!("{header}\nNOR-01;1;0\nNOR-02;1;1\n").as_bytes(), &[]);
        assert_eq!(answers, ["family", "family;health"], "{header}: {ran:?}");
    }
}

#[test]
fn an_id_that_was_mangled_names_the_one_that_was_meant() {
    for (found, meant) in
        [("NOR01", "NOR-01"), ("nor 1", "NOR-01"), ("'NOR-02", "NOR-02"), ("7", "0007"), ("7.0", "0007")]
    {
        let (ran, _) = imported(format!("case;hours\n{found};2\n").as_bytes(), &[]);
        assert!(ran.code == 1 && ran.err.contains(&format!("looks like it is \"{meant}\"")), "{found}: {ran:?}");
    }
    let (ran, _) = imported(b"case;hours\nNOR-03;2\n", &[]);
    assert!(ran.code == 1 && ran.err.contains("check the id against the case list"), "{ran:?}");
}

#[test]
fn three_of_twenty_are_a_finding_only_where_the_protocol_says_which_answer_is_good() {
    for (favourable, finding) in [("", false), ("favourable = [\"nej\"]\n", true)] {
        let desk = empty();
        let protocol = format!(
            "id = \"fv\"\nversion = \"1\"\nlanguage = \"sv\"\ntitle = \"F\"\n[[attribute]]\nid = \"unit\"\n\
            label = \"Verksamhet\"\nrole = \"unit\"\n[[area]]\nid = \"A\"\nlabel = \"A\"\n[[question]]\nid = \"barn\"\n\
            area = \"A\"\ntext = \"Finns barn?\"\nscale = \"ja_nej\"\n{favourable}"
        );
        let row = |n: usize| (format!("A{n},A\n"), format!("A{n},barn,{}\n", if n < 4 { "ja" } else { "nej" }));
        let (cases, answers): (Vec<String>, Vec<String>) = (1..=20).map(row).unzip();
        fs::write(desk.path("p.toml"), protocol).unwrap();
        fs::write(desk.path("c.csv"), format!("case_id,unit\n{}", cases.concat())).unwrap();
        fs::write(desk.path("a.csv"), format!("case,question,answer\n{}", answers.concat())).unwrap();
        assert_eq!(desk.run(&["new", "S", "--protocol", "p.toml", "--cases", "c.csv"]).code, 0);
        assert_eq!(desk.run(&["import", "S", "a.csv", "--coder", "a", "--done"]).code, 0);
        let report = desk.run(&["--lang", "sv", "report", "S", "--format", "md"]).out;
        assert!(report.contains("Ja i 3 av 20 ärenden (15 procent) och nej i 17."), "{report}");
        assert!(report.contains("| Ja | 15 | 3 |") && report.contains("| Nej | 85 | 17 |"), "{report}");
        assert_eq!(report.contains("- Styrka: Finns barn? Oftast: Nej. (17 av 20)"), finding, "{report}");
        assert!(!report.contains("Utvecklingsområde: Finns barn"), "{report}");
    }
}

#[test]
fn the_rows_of_a_table_in_csv_have_their_groups_missing_and_end_with_those_in_no_row() {
    let desk = empty();
    let protocol = "id = \"t\"\nversion = \"1\"\nlanguage = \"en\"\ntitle = \"T\"\n[[attribute]]\nid = \"unit\"\nlabel = \"Unit\"\n\
        role = \"unit\"\n[[area]]\nid = \"A\"\nlabel = \"A\"\n[[question]]\nid = \"q\"\narea = \"A\"\ntext = \"Q?\"\nna = true\n\
        [[table]]\nid = \"t1\"\ntitle = \"T\"\nby = [\"unit\"]\nrows = [{ label = \"Yes\", where = { q = \"yes\" } }]\n";
    fs::write(desk.path("p.toml"), protocol).unwrap();
    fs::write(desk.path("c.csv"), "case_id,unit\nA1,N\nA2,N\nB1,S\nB2,S\nB3,S\n").unwrap();
    fs::write(desk.path("a.csv"), "case,question,answer\nA1,q,yes\nB1,q,yes\nB2,q,na\n").unwrap();
    assert_eq!(desk.run(&["new", "S", "--protocol", "p.toml", "--cases", "c.csv"]).code, 0);
    assert_eq!(desk.run(&["import", "S", "a.csv", "--coder", "a"]).code, 0);
    let csv = desk.run(&["tally", "S", "t1", "--format", "csv"]).out;
    let rows: Vec<&str> = csv.lines().skip(1).collect();
    let expected = [
        "t1,N,Yes,1,100,1,,1,,,5",
        "t1,N,Others (none of the rows),0,0,1,,1,,,5",
        "t1,S,Yes,1,50,2,,1,,,5",
        "t1,S,Others (none of the rows),1,50,2,,1,,,5",
        "t1,,Yes,2,67,3,,2,,,5",
        "t1,,Others (none of the rows),1,33,3,,2,,,5",
    ];
    assert_eq!(rows, expected, "{csv}");
    let text = desk.run(&["tally", "S", "q"]).out;
    assert!(text.contains("Not applicable (outside)") && !text.contains("n.a."), "{text}");
}
