//! What stands in files as people have them: each cell means what its writer meant, or is refused or told with its place.

use super::desk::{Desk, Ran};
use crate::fixture::{english, swedish};
use std::fs;

const LIST: &str =
    "case_id,unit,sex,birth_year\nNOR-01,NOR,F,1961\nNOR-02,NOR,M,1974\nEAS-01,EAS,F,1988\nEAS-02,EAS,M,1990\n";

/// A folder with a file of the test data in it.
fn desk(files: &[&str]) -> Desk {
    let desk = Desk { folder: tempfile::tempdir().unwrap() };
    for file in files {
        let data = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/cells").join(file);
        fs::copy(data, desk.path(file)).unwrap();
    }
    fs::write(desk.path("short.toml"), english().question("q", "Q?", "scale = 'yes_no'").to_string()).unwrap();
    desk
}

/// A study made of a list: how it ended, and the list as it is kept.
fn made(file: &str, protocol: &str, more: &[&str]) -> (Ran, String) {
    let desk = desk(&[file]);
    let ran = desk.run(&[&["new", "S", "--protocol", protocol, "--cases", file], more].concat());
    assert_eq!(ran.code == 0, desk.path("S").exists(), "{ran:?}");
    (ran, fs::read_to_string(desk.path("S/cases.csv")).unwrap_or_default())
}

/// Answers imported into the demo: how it ended, and what each question got.
fn imported(file: &str, more: &[&str]) -> (Ran, Vec<String>) {
    let desk = desk(&[]);
    if !file.contains('\n') {
        return import(&self::desk(&[file]), file, more);
    }
    fs::write(desk.path("a.csv"), file).unwrap();
    import(&desk, "a.csv", more)
}

fn import(desk: &Desk, file: &str, more: &[&str]) -> (Ran, Vec<String>) {
    fs::write(desk.path("c.csv"), LIST).unwrap();
    assert_eq!(desk.run(&["new", "S", "--protocol", "demo", "--cases", "c.csv"]).code, 0);
    let ran = desk.run(&[&["import", "S", file, "--coder", "a"], more].concat());
    let Ok(lines) = fs::read_to_string(desk.path("S/ledger/a/0001.jsonl")) else { return (ran, Vec::new()) };
    let lines = lines.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap());
    let answers = lines.filter(|line| line["op"] == "answer");
    (ran, answers.map(|line| line["answer"].as_str().unwrap_or_default().to_owned()).collect())
}

/// What is refused says why, and where.
fn refused((ran, kept): (Ran, String), what: &[&str]) {
    assert_eq!((ran.code, kept.as_str()), (1, ""), "{ran:?}");
    for what in what {
        assert!(ran.err.contains(what), "{what}: {}", ran.err);
    }
}

#[test]
fn months_and_years_without_a_day_stay_so() {
    assert_eq!(imported("i_mmmyy.xlsx", &[]).1, ["2024-03", "2024-02"]);
    assert_eq!(imported("i_yyyy.xlsx", &[]).1, ["2024", "2024"]);
    assert_eq!(imported("o_date2.ods", &[]).1, ["2024-02-29", "12.5", "2024-03", "3"]);
}

#[test]
fn a_number_that_may_be_two_is_refused_and_blanks_between_thousands_are_read() {
    for text in ["1\n250", "1\t250"] {
        let (ran, answers) = imported(&format!("case;hours\nNOR-01;\"{text}\"\n"), &[]);
        assert!(answers.is_empty() && ran.err.contains("is not a number"), "two numbers are not one: {ran:?}");
    }
    let (ran, answers) = imported("case;hours\nNOR-01;1.250\nNOR-02;1,250\n", &[]);
    assert!(answers.is_empty() && ran.err.contains("\"1.250\" may be 1250 or 1.25"), "{ran:?}");
    assert!(ran.err.contains("\"1,250\" may be 1250 or 1.25"), "{ran:?}");
    let (ran, _) = imported("case;hours\nNOR-01;1 250\n", &[]);
    assert!(ran.err.contains("1250 is too large"), "{ran:?}");
    let desk = desk(&[]);
    fs::write(desk.path("p.toml"), english().question("q", "Q?", "kind = 'number'").to_string()).unwrap();
    let text = "case_id;q\nA-1;1 250\nA-2;1\u{a0}000,5\nA-3;1.250,75\nA-4;0,125\n";
    fs::write(desk.path("c.csv"), text).unwrap();
    assert_eq!(desk.run(&["new", "S", "--protocol", "p.toml", "--cases", "c.csv"]).code, 0);
    let ran = desk.run(&["import", "S", "c.csv", "--coder", "a"]);
    let out = desk.run(&["tally", "S", "q", "--format", "json"]).out;
    for number in ["1250.75", "0.125"] {
        assert!(out.contains(number), "{ran:?} {out}");
    }
    assert!(ran.out.contains("4 answers imported"), "{ran:?}");
}

#[test]
fn an_id_that_a_spreadsheet_cut_is_refused_with_its_cell() {
    refused(made("long18b.xlsx", "demo", &[]), &["Sheet!A2", "15 digits"]);
    refused(made("long18.xlsx", "demo", &[]), &["Sheet1!A2", "15 digits"]);
    refused(made("idsci.csv", "demo", &[]), &["idsci.csv:2", "1.23457E+11"]);
    refused(made("idf.csv", "demo", &[]), &["7.0"]);
    let (ran, list) = made("yr1.csv", "demo", &[]);
    assert!(list.contains("A1,NOR,F,1961\n"), "{ran:?} {list}");
}

#[test]
fn a_file_of_an_encoding_that_is_not_certain_is_refused_and_read_where_it_is_said() {
    for (file, name) in [("e_cp850.csv", "cp850"), ("e_mac.csv", "macintosh")] {
        let (ran, answers) = imported(file, &[]);
        assert!(answers.is_empty() && ran.err.contains(&format!("--encoding {name}")), "{ran:?}");
        assert!(ran.err.contains(&format!("{file}:2")) && ran.err.contains("möte"), "{ran:?}");
        assert_eq!(imported(file, &["--encoding", name]).1, ["Får gå på möte, ändå"]);
    }
    let (ran, answers) = imported("e_mixed.csv", &[]);
    assert!(answers.is_empty() && ran.err.contains("e_mixed.csv:3"), "{ran:?}");
    refused(made("cp850.csv", "short.toml", &[]), &["--encoding cp850"]);
    refused(made("macroman.csv", "short.toml", &[]), &["--encoding macintosh"]);
    assert!(made("macroman.csv", "short.toml", &["--encoding", "macintosh"]).1.contains("Å-1,Östra"));
}

#[test]
fn what_is_hidden_is_told_before_anything_is_written() {
    for (file, told) in [
        ("hidden_rows.xlsx", "2 hidden rows are read too (Sheet: 4, 5)"),
        ("hidden_sheet.xlsx", "The hidden sheet"),
        ("veryhidden_first.xlsx", "The hidden sheet"),
    ] {
        let (ran, list) = made(file, "demo", &[]);
        assert!(ran.code == 0 && ran.err.contains(told), "{file}: {ran:?}");
        assert!(list.contains("NOR-01,NOR,F,1961"), "{file}: {list}");
    }
    let (ran, answers) = imported("o_hidden.ods", &[]);
    assert!(ran.err.contains("1 hidden row is read too (Blad1: 3)") && answers.len() == 2, "{ran:?}");
    let (ran, answers) = imported("i_hidden.xlsx", &[]);
    assert!(ran.err.contains("1 hidden row is read too (Sheet: 3)") && answers.len() == 6, "{ran:?}");
    assert!(ran.err.contains("1 hidden column is read too (Sheet: C)"), "{ran:?}");
    let (ran, _) = made("hidden.xlsx", "short.toml", &[]);
    assert!(ran.err.contains("3 hidden rows") && ran.err.contains("1 hidden column is read too"), "{ran:?}");
}

#[test]
fn days_are_counted_from_1904_wherever_the_file_says_so() {
    for file in ["date1904.xlsx", "date1904_ext.xlsx"] {
        let (ran, list) = made(file, "short.toml", &[]);
        assert!(list.contains("A-1,N,2016-01-01\n"), "{file}: {ran:?} {list}");
    }
}

#[test]
fn headers_are_known_as_people_write_them() {
    let (ran, _) = made("hd0.xlsx", "dv2021", &["--column", "decision=Beslut", "--column", "decision_year=Beslutsår"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    let (ran, _) = made("hd0.xlsx", "dv2021", &["--column", "case_id=Ärende-nummer", "--column", "decision=Beslut"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    let desk = desk(&[]);
    for header in [
        "Ärendenr;Stadsdel;Kön;Född år;Beslut;Beslutsår",
        "Dnr;Stadsdelsförvaltning;Juridiskt kön;Födelseår;Utfall;År för beslut",
    ] {
        fs::write(desk.path("h.csv"), format!("{header}\nBRO-01;BRO;K;1959;bifall;2019\n")).unwrap();
        let ran = desk.run(&["new", "S", "--protocol", "dv2021", "--cases", "h.csv"]);
        assert_eq!(ran.code, 0, "{header}: {ran:?}");
        fs::remove_dir_all(desk.path("S")).unwrap();
    }
}

#[test]
fn a_whole_case_is_one_whatever_its_id() {
    let (ran, list) = made("sum1.csv", "demo", &[]);
    assert_eq!(list.lines().count(), 5, "{ran:?} {list}");
    assert!(list.contains("Summa,EAS,F,1988") && list.contains("Total,EAS,M,1990"), "{list}");
    let desk = desk(&[]);
    fs::write(desk.path("s.csv"), "case_id;unit;sex;birth_year\nA1;NOR;F;1961\nTotalt;EAS;F;1988\n").unwrap();
    let ran = desk.run(&["new", "S", "--protocol", "demo", "--cases", "s.csv"]);
    assert!(ran.out.contains("2 cases"), "{ran:?}");
}

#[test]
fn personal_numbers_of_every_kind_are_refused() {
    for file in ["p_resv.csv", "p_resv2.csv", "p_badcheck.csv"] {
        refused(made(file, "demo", &[]), &["looks like a personal identity number"]);
    }
    refused(made("pnr_number_format.xlsx", "short.toml", &[]), &["C2", "personal identity number"]);
    refused(made("pnr_lost_zero.csv", "short.toml", &[]), &["pnr_lost_zero.csv:2", "without the zeros"]);
    refused(made("pnr_as_id.xlsx", "short.toml", &["--column", "case_id=nummer"]), &["A2"]);
    refused(made("p_name.csv", "demo", &[]), &["--keep \"Namn\""]);
    refused(made("p_namn2.csv", "demo", &[]), &["Förnamn", "Efternamn", "Adress"]);
    let (ran, list) = made("p_name.csv", "demo", &["--keep", "namn"]);
    assert!(list.contains("Anna Svensson"), "{ran:?}");
}

#[test]
fn ids_that_look_alike_are_told_with_both_places() {
    let desk = desk(&[]);
    fs::write(desk.path("l.csv"), "case_id,unit\nA-1,N\nА-1,N\nB–2,N\nB-2,N\n").unwrap();
    let ran = desk.run(&["new", "S", "--protocol", "short.toml", "--cases", "l.csv"]);
    assert_eq!(ran.code, 1, "{ran:?}");
    assert!(ran.err.contains("l.csv:3") && ran.err.contains("other characters: l.csv:2"), "{ran:?}");
    assert!(ran.err.contains("l.csv:5") && ran.err.contains("other characters: l.csv:4"), "{ran:?}");
    let (ran, _) = imported("case;hours\nNOR–01;2\n", &[]);
    assert!(ran.err.contains("the id that looks like it is \"NOR-01\""), "{ran:?}");
}

#[test]
fn one_cause_never_fills_a_screen() {
    let rows = (0..5000).fold(String::new(), |rows, n| rows + &format!("X-{n};2\n"));
    let (ran, _) = imported(&format!("case;hours\n{rows}"), &[]);
    assert!(ran.err.lines().count() < 10 && ran.err.contains("and 4997 more places in \"case\""), "{ran:?}");
    assert_eq!(
        imported(&format!("case;hours\n{rows}"), &["--all-errors"]).0.err.matches("error: a.csv:").count(),
        5000
    );
    let long = format!("case;hours\nNOR-01;\"{}", "x;y\n".repeat(1 << 21));
    let (ran, _) = imported(&long, &[]);
    assert!(
        ran.err.contains("a.csv:2: A quote is opened here but never closed") && ran.err.len() < 2000,
        "{}",
        ran.err.len()
    );
}

#[test]
fn what_is_no_table_says_what_it_is() {
    for (text, kind) in [("%PDF-1.7\n", "PDF"), ("{\"case_id\": 1}\n", "JSON"), ("<html>\n<table>", "HTML")] {
        let (ran, _) = imported(text, &[]);
        assert!(ran.err.contains("not a table") || ran.err.contains(&format!("another kind: {kind}")), "{ran:?}");
    }
    let desk = desk(&[]);
    let ran = desk.run(&["new", "S", "--protocol", "short.toml", "--cases", "."]);
    assert!(ran.err.contains("It is a folder"), "{ran:?}");
}

#[test]
fn nothing_of_a_long_file_is_passed_over_untold() {
    let text = "case,question,answer,coder,team\nNOR-01,hours,2,a,x\nNOR-02,hours,3,b,x\n";
    let (ran, answers) = imported(text, &[]);
    assert_eq!(answers, ["2"], "{ran:?}");
    assert!(ran.err.contains("1 row by another coder is not read (b)"), "{ran:?}");
    assert!(ran.out.contains("coder, team"), "{ran:?}");
    let (ran, answers) = imported(&text.replace(",a,x", ",c,x"), &[]);
    assert!(answers.is_empty() && ran.err.contains("several coders: b, c"), "{ran:?}");
}

#[test]
fn answers_of_one_coder_of_the_study_are_not_taken_for_those_of_another() {
    let desk = desk(&[]);
    fs::write(desk.path("a.csv"), "case,coder,hours\nNOR-01,Bo,2\n").unwrap();
    let (ran, answers) = import(&desk, "a.csv", &[]);
    assert_eq!(answers, ["2"], "the study knows no Bo: {ran:?}");
    assert!(ran.err.contains("are by Bo. They are imported for"), "{ran:?}");
    assert_eq!(desk.run(&["plan", "S", "--coders", "a,bo", "--yes"]).code, 0);
    let ran = desk.run(&["import", "S", "a.csv", "--coder", "a"]);
    assert_eq!(ran.code, 1, "{ran:?}");
    assert!(ran.err.contains("a.csv:2: The file says that the answers are by bo, who codes in this study."), "{ran:?}");
    assert!(ran.err.contains("--coder bo"), "{ran:?}");
    assert_eq!(desk.run(&["import", "S", "a.csv", "--coder", "bo"]).code, 0);
}

#[test]
fn a_date_far_ahead_is_told() {
    let (ran, answers) = imported("case;decision_date\nNOR-01;2042-03-01\nNOR-02;2024-03-01\n", &[]);
    assert_eq!(answers.len(), 2, "{ran:?}");
    assert!(ran.err.contains("1 date is more than a year ahead: 2042-03-01 (a.csv:2)"), "{ran:?}");
}

#[test]
fn swedish_names_stand_in_swedish_order() {
    let desk = desk(&[]);
    let protocol = swedish().question("q", "Q?", "kind = 'text'").to_string();
    fs::write(desk.path("p.toml"), protocol).unwrap();
    let names = ["Zeta", "Örn", "åsa", "Bo", "Älva", "Åsa"];
    let row = |(at, name): (usize, &&str)| format!("C{at},{name}\n");
    let rows = names.iter().enumerate().map(row).collect::<String>();
    fs::write(desk.path("c.csv"), format!("case_id,name\n{rows}").replace("name", "unit")).unwrap();
    fs::write(desk.path("a.csv"), format!("case_id,q\n{rows}")).unwrap();
    assert_eq!(desk.run(&["new", "S", "--protocol", "p.toml", "--cases", "c.csv"]).code, 0);
    assert_eq!(desk.run(&["import", "S", "a.csv", "--coder", "a"]).code, 0);
    let out = desk.run(&["tally", "S", "q"]).out;
    let mut places: Vec<(usize, &str)> = names.iter().map(|name| (out.rfind(name).unwrap(), *name)).collect();
    places.sort_unstable();
    assert_eq!(
        places.iter().map(|(_, name)| *name).collect::<Vec<_>>(),
        ["Bo", "Zeta", "Åsa", "åsa", "Älva", "Örn"],
        "{out}"
    );
}

#[test]
fn text_is_stored_as_it_was() {
    let (ran, answers) = imported("case;quote\nNOR-01;\"tab\there\nand 👩\u{200d}👧\"\n", &[]);
    assert_eq!(answers, ["tab\there\nand 👩\u{200d}👧"], "{ran:?}");
}

#[test]
fn several_answers_are_read_however_they_are_marked_and_refused_where_they_exclude_each_other() {
    for file in ["case,contacts\nNOR-01,family health\n", "case,contacts[family],contacts[health]\nNOR-01,Y,Y\n"] {
        assert_eq!(imported(file, &[]).1, ["family;health"], "{file}");
    }
    let (ran, answers) = imported("case,contacts_family,contacts_nobody\nNOR-01,0,1\nNOR-02,1,1\n", &[]);
    assert!(answers.is_empty() && ran.err.contains("a.csv:3: \"nobody\" cannot be combined"), "{ran:?}");
}

#[test]
fn an_optional_column_is_counted_where_it_is_equal_and_listed_where_it_differs() {
    let protocol = english().question("q", "Q?", "scale = 'yes_no'");
    let protocol = protocol.question("more", "More?", "kind = 'number'\noptional = true").to_string();
    let desk = desk(&[]);
    fs::write(desk.path("p.toml"), protocol).unwrap();
    fs::write(desk.path("c.csv"), "case_id\nA-1\nA-2\nA-3\n").unwrap();
    assert_eq!(desk.run(&["new", "S", "--protocol", "p.toml", "--cases", "c.csv"]).code, 0);
    let import = |text: &str| {
        fs::write(desk.path("a.csv"), text).unwrap();
        desk.run(&["import", "S", "a.csv", "--coder", "a"])
    };
    let ran = import("case,q,more\nA-1,yes,3\nA-2,no,\n");
    assert!(ran.code == 0 && ran.err.contains("2 cases have every answer"), "nothing is lacking in A-2: {ran:?}");
    let ran = import("case,q,more\nA-1,yes,3\nA-2,no,\nA-3,no,5\n");
    assert!(ran.out.contains("2 answers imported for a; 3 already existed"), "{ran:?}");
    let ran = import("case,q,more\nA-1,yes,4\nA-2,no,\nA-3,no,6\n");
    assert!(ran.code == 1 && ran.err.matches("more").count() == 2, "{ran:?}");
}

#[test]
fn the_name_of_a_coder_that_is_mistyped_is_doubted_before_anything_is_written() {
    let desk = desk(&[]);
    fs::write(desk.path("a.csv"), "case,hours\nNOR-01,2\n").unwrap();
    let (ran, _) = import(&desk, "a.csv", &["--coder", "cecilia"]);
    assert_eq!(ran.code, 2, "it is given twice: {ran:?}");
    assert_eq!(desk.run(&["import", "S", "a.csv", "--coder", "cecilia"]).code, 0);
    let ran = desk.run(&["import", "S", "a.csv", "--coder", "cecila"]);
    assert!(ran.code == 1 && ran.err.contains("Did you mean --coder cecilia?"), "{ran:?}");
    assert!(!desk.path("S/ledger/cecila").exists());
    assert_eq!(desk.run(&["import", "S", "a.csv", "--coder", "cecila", "--yes"]).code, 0);
}
