//! Entries of their own below a case, as a study in a folder: tallied over entries and over cases, exported in a file.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::disallowed_methods, reason = "test helper")]

use super::figures::printed;
use serde_json::Value;
use std::path::Path;

const PROTOCOL: &str = r#"id = "familjer"
version = "1"
language = "sv"
title = "Familjer"
attribute = [{ id = "unit", label = "Enhet", role = "unit" }]
area = [{ id = "F", label = "Familjen" }]
repeat = [{ id = "barn", label = "Barn", count = "antal" }]

[[question]]
id = "antal"
area = "F"
text = "Hur många barn?"
kind = "number"
min = 0
max = 4

[[question]]
id = "skola"
area = "F"
text = "Går barnet i skolan?"
scale = "ja_nej"
repeat = "barn"

[[question]]
id = "stod"
area = "F"
text = "Vilket stöd får barnet?"
kind = "choices"
choices = [{ id = "a", label = "Assistent" }, { id = "b", label = "Buss" }]
when = { skola = "ja" }
repeat = "barn"
"#;
const ANSWERS: &str = "case,question,answer\nA-1,antal,3\nA-1,skola_1,ja\nA-1,stod_1,a;b\nA-1,skola_2,ja\nA-1,skola_3,nej\n\
    A-2,antal,1\nA-2,skola_1,nej\nA-2,skola_2,ja\nA-3,antal,0\n";

/// Three families with three children, one and none; of the fourth nothing is known.
fn study(folder: &Path) -> String {
    let path = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    let [study, protocol, cases, answers] = ["studie", "p.toml", "cases.csv", "svar.csv"].map(path);
    std::fs::write(&protocol, PROTOCOL).unwrap();
    std::fs::write(&cases, "case_id,unit\nA-1,NOR\nA-2,NOR\nA-3,SYD\nA-4,SYD\n").unwrap();
    std::fs::write(&answers, ANSWERS).unwrap();
    printed(&["new", &study, "--protocol", &protocol, "--cases", &cases]);
    printed(&["import", &study, &answers, "--coder", "test"]);
    study
}

#[test]
fn a_question_is_tallied_over_all_entries_and_over_the_cases_that_have_any_such() {
    let folder = tempfile::tempdir().unwrap();
    let study = study(folder.path());
    let text = printed(&["tally", &study, "skola"]);
    assert!(text.contains("Går barnet i skolan?  [skola]") && text.contains("Barn: 4 poster i 2 ärenden"), "{text}");
    let row = |name: &str| {
        let line = text.lines().find(|line| line.trim_start().starts_with(name)).unwrap();
        line.trim_start().strip_prefix(name).unwrap().split_whitespace().map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(row("Totalt"), ["2", "2", "4", "0", "0", "0"], "yes, no, base, and the three outside it");
    assert_eq!(row("Ärenden med någon"), ["1", "2", "2", "0", "1", "1"]);
    let all = printed(&["tally", &study]);
    assert_eq!(all.matches("[skola").count(), 1, "one block for all places: {all}");
    let one = printed(&["tally", &study, "skola_2"]);
    assert!(one.contains("[skola_2]") && !one.contains("poster i"), "{one}");
}

#[test]
fn files_have_the_entries_that_are_there_and_no_others() {
    let folder = tempfile::tempdir().unwrap();
    let study = study(folder.path());
    let json: Value = serde_json::from_str(&printed(&["tally", &study, "stod", "--format", "json"])).unwrap();
    let question = &json["questions"][0];
    assert_eq!((&question["id"], &question["repeat"]), (&"stod".into(), &"barn".into()));
    let counts = |of: &Value| ["base", "unanswered", "not_known", "not_asked"].map(|name| of[name].as_u64().unwrap());
    assert_eq!(counts(&question["groups"][0]), [1, 1, 0, 2]);
    assert_eq!(counts(&question["cases"]), [1, 0, 1, 2]);
    let csv = printed(&["tally", &study, "skola", "--format", "csv"]);
    assert!(csv.lines().any(|line| line.starts_with("skola,ja,2,50,4,")), "{csv}");
    let out = folder.path().join("ut");
    printed(&["export", &study, "--format", "csv", "-o", out.to_str().unwrap()]);
    let read = |name: &str| std::fs::read_to_string(out.join(name)).unwrap().replace('\u{feff}', "");
    let rows: Vec<String> = read("upprepning-barn.csv").lines().map(|line| line.trim_end().to_owned()).collect();
    let expected =
        ["case_id,unit,place,skola,stod", "A-1,NOR,1,ja,a;b", "A-1,NOR,2,ja,", "A-1,NOR,3,nej,", "A-2,NOR,1,nej,"];
    assert_eq!(rows, expected);
    let long = read("data.csv");
    assert_eq!(long.lines().filter(|line| line.contains(",skola_")).count(), 4, "{long}");
}
