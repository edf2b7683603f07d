//! What stands for answers in files: codes in and out, through the program itself.

use super::desk::{Desk, Ran};
use crate::fixture::english;
use std::fs;

/// The counts of a question, as the tally gives them.
fn counts(desk: &Desk, study: &str, question: &str) -> String {
    desk.run(&["--lang", "en", "tally", study, question]).out
}

/// A desk with the files of a folder of `tests/data/codes`.
fn desk_of(folder: &str) -> Desk {
    let desk = Desk::new();
    let files = fs::read_dir(format!("{}/tests/data/codes/{folder}", env!("CARGO_MANIFEST_DIR"))).unwrap();
    for file in files.map(Result::unwrap) {
        fs::copy(file.path(), desk.path(file.file_name())).unwrap();
    }
    desk
}

fn fine(ran: Ran) -> Ran {
    assert_eq!(ran.code, 0, "{ran:?}");
    ran
}

fn new(desk: &Desk, study: &str, protocol: &str, cases: &str) {
    fine(desk.run(&["new", study, "--protocol", protocol, "--cases", cases]));
}

/// The figure, below what is said of cases that are not finished.
fn last(out: &str) -> String {
    out.lines().next_back().unwrap_or_default().to_owned()
}

#[test]
fn an_own_export_comes_back_with_the_codes_of_its_codebook_and_is_refused_without_it() {
    let desk = desk_of("own_export_code9");
    new(&desk, "s", "protocol.toml", "cases.csv");
    fine(desk.run(&["import", "s", "answers.csv", "--coder", "alva"]));
    fine(desk.run(&["export", "s", "--format", "csv", "--out", "x"]));
    new(&desk, "s2", "protocol.toml", "cases.csv");
    fs::copy(desk.path("x/data-bred.csv"), desk.path("alone.csv")).unwrap();
    let refused = desk.run(&["--lang", "en", "import", "s2", "alone.csv", "--coder", "alva"]);
    assert!(
        refused.code == 1 && refused.err.contains("--codes codebook: 1 = ja, 3 = nej, 9 = ej_aktuellt"),
        "{refused:?}"
    );
    fine(desk.run(&["import", "s2", "x/data-bred.csv", "--coder", "alva"]));
    assert_eq!(counts(&desk, "s2", "plan"), counts(&desk, "s", "plan"));
    new(&desk, "s3", "protocol.toml", "cases.csv");
    fine(desk.run(&["import", "s3", "alone.csv", "--coder", "alva", "--codes", "codebook"]));
    assert_eq!(counts(&desk, "s3", "plan"), counts(&desk, "s", "plan"));
}

#[test]
fn records_for_redcap_come_back_with_the_dates_that_they_leave_out() {
    let desk = desk_of("excel_doubleclick");
    for study in ["s", "s2", "s3", "s4"] {
        new(&desk, study, "protocol.toml", "exc.csv");
    }
    fine(desk.run(&["import", "s", "exa.csv", "--coder", "a"]));
    fine(desk.run(&["export", "s", "--format", "redcap", "--out", "r"]));
    fine(desk.run(&["export", "s", "--format", "excel", "--out", "svar.csv"]));
    fine(desk.run(&["export", "s", "--format", "xlsx", "--out", "svar.xlsx"]));
    fine(desk.run(&["import", "s2", "r/redcap.csv", "--coder", "a"]));
    fine(desk.run(&["import", "s3", "svar.csv", "--coder", "a"]));
    fine(desk.run(&["import", "s4", "svar.xlsx", "--coder", "a"]));
    let cells = |study: &str| {
        fine(desk.run(&["export", study, "--format", "jsonl", "--out", &format!("{study}.jsonl"), "--replace"]));
        fs::read_to_string(desk.path(format!("{study}.jsonl"))).unwrap()
    };
    for study in ["s2", "s3", "s4"] {
        assert_eq!(cells(study), cells("s"), "{study}");
    }
    let sheet = fs::read_to_string(desk.path("svar.csv")).unwrap();
    for guarded in ["\r\n'0007;", "\r\n'1-2;", "\r\n'3E5;", "\r\n'MAR1;", "\r\n'12345678901234567890;", ";'2024-02\r\n"]
    {
        assert!(sheet.contains(guarded), "{guarded:?} is not in {sheet}");
    }
}

#[test]
fn codes_of_a_dictionary_are_what_its_records_have_and_go_out_as_they_came() {
    let desk = desk_of("zero_one_is_na");
    fine(desk.run(&["protocol", "import", "redcap_dictionary.csv", "-o", "p2.toml"]));
    new(&desk, "t", "p2.toml", "redcap_cases.csv");
    fine(desk.run(&["import", "t", "redcap_raw.csv", "--coder", "alva"]));
    let yes = |answer: &str| last(&desk.run(&["count", "t", "--where", answer]).out);
    assert_eq!([yes("q1=yes"), yes("q1=no"), yes("q1=na")], ["2", "2", "0"]);
    fine(desk.run(&["export", "t", "--format", "redcap", "--out", "r.csv"]));
    let records = fs::read_to_string(desk.path("r.csv")).unwrap();
    assert!(records.lines().nth(2).is_some_and(|line| line.starts_with("2,0,")), "{records}");
    fine(desk.run(&["export", "t", "--format", "stat", "--out", "stat"]));
    let data = fs::read_to_string(desk.path("stat/data-bred.csv")).unwrap();
    assert!(data.lines().nth(2).is_some_and(|line| line.starts_with("2,0,")), "{data}");
}

#[test]
fn scores_of_a_dictionary_are_kept() {
    let desk = Desk::new();
    fs::copy(format!("{}/tests/data/codes/scored.csv", env!("CARGO_MANIFEST_DIR")), desk.path("scored.csv")).unwrap();
    fine(desk.run(&["protocol", "import", "scored.csv", "-o", "p2.toml"]));
    fine(desk.run(&["protocol", "export", "p2.toml", "--format", "redcap", "-o", "again.csv"]));
    let again = fs::read_to_string(desk.path("again.csv")).unwrap();
    for kept in [
        "0, Not at all | 1, Some days | 2, Most days | 3, Every day",
        "1, No | 2, Yes | 3, Unsure",
        "follow_up_appointment_booked_on_time,second_visit,,yesno,",
    ] {
        assert!(again.contains(kept), "{kept} is not in {again}");
    }
    fs::write(desk.path("cases.csv"), "case_id\n1\n2\n").unwrap();
    new(&desk, "t", "p2.toml", "cases.csv");
    fs::write(desk.path("raw.csv"), "record_id,mood,agree\n1,0,1\n2,3,2\n").unwrap();
    fine(desk.run(&["import", "t", "raw.csv", "--coder", "a"]));
    fine(desk.run(&["export", "t", "--format", "csv", "--out", "x"]));
    let data = fs::read_to_string(desk.path("x/data-bred.csv")).unwrap();
    assert!(data.contains("\n1,0,1,\n2,3,2,\n"), "{data}");
}

#[test]
fn a_column_of_digits_or_missing_values_is_refused_and_nothing_is_written() {
    let desk = Desk::new();
    let cases = "case_id,unit,sex,birth_year\nA-01,NOR,F,1961.0\nA-02,NOR,M,1974\n";
    fs::write(desk.path("people.csv"), cases).unwrap();
    new(&desk, "d", "demo", "people.csv");
    // Whole numbers of a column with gaps have decimals: a year is one all the same, an id is not.
    assert!(fs::read_to_string(desk.path("d/cases.csv")).unwrap().contains("A-01,NOR,F,1961\n"));
    fs::write(desk.path("people.csv"), cases.replace("A-0", "").replace("1,NOR", "1.0,NOR")).unwrap();
    let refused = desk.run(&["--lang", "en", "new", "e", "--protocol", "demo", "--cases", "people.csv"]);
    assert!(refused.code == 1 && refused.err.contains("\"1.0\" is a decimal number"), "{refused:?}");
    for (answers, found) in [
        ("case,plan\nA-01,1\nA-02,0\n", "--codes keys: 0 = na, 1 = yes"),
        ("case,plan\nA-01,yes\nA-02,NA\n", "--missing \"NA\""),
    ] {
        fs::write(desk.path("a.csv"), answers).unwrap();
        let refused = desk.run(&["--lang", "en", "import", "d", "a.csv", "--coder", "alva"]);
        assert!(refused.code == 1 && refused.err.contains(found), "{refused:?}");
    }
    assert!(!desk.path("d/ledger/alva").exists());
    fine(desk.run(&["import", "d", "a.csv", "--coder", "alva", "--missing", "NA"]));
    assert_eq!(last(&desk.run(&["count", "d", "--where", "plan=yes"]).out), "1");
    assert_eq!(last(&desk.run(&["count", "d", "--where", "plan=na"]).out), "0");
}

#[test]
fn values_of_computed_questions_are_compared_and_a_wide_file_is_told_in_few_lines() {
    let numbers = (1..=60).fold(english(), |made, n| made.question(&format!("q{n}"), "?", "kind = 'number'"));
    let protocol = numbers.question("sum", "Sum", "kind = 'derived'\nsum = ['q1', 'q2']").to_string();
    let cases = (0..200).map(|n| format!("C{n}\n")).collect::<Vec<_>>().concat();
    let desk = Desk::of(&protocol, &format!("case\n{cases}"));
    let head = (1..=60).map(|n| format!(",q{n}")).collect::<Vec<_>>().concat();
    let row = |n: usize| format!("C{n}{},{}\n", ",1".repeat(60), if n < 4 { 3 } else { 2 });
    let rows = (0..200).map(row).collect::<Vec<_>>().concat();
    fs::write(desk.path("a.csv"), format!("case{head},sum\n{rows}")).unwrap();
    let ran = fine(desk.run(&["--lang", "en", "import", "S", "a.csv", "--coder", "carina"]));
    let told = format!("{}{}", ran.out, ran.err);
    assert!(told.lines().count() <= 20, "{told}");
    assert!(told.contains("196 values") && told.contains("a.csv:2 C0: 3 (2)"), "{told}");
    let (_, rest) = told.split_once("4 values of \"sum\"").unwrap();
    assert_eq!(rest.lines().next().unwrap().matches("a.csv:").count(), 3, "{told}");
}
