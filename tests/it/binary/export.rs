//! Files for other programs, written by the program itself.

use super::desk::Desk;
use crate::fixture::english;
use std::fs;
use std::os::unix::fs::PermissionsExt;

const LIST: &str = "case,unit,sex\nA-01,A,F\nA-02,A,M\n";

fn desk() -> Desk {
    let made = english().unit("").sex().question("q1", "Question 1?", "scale = 'yes_no'");
    let desk = Desk::of(&made.question("child", "Is there a child?", "").to_string(), LIST);
    fs::write(desk.path("a.csv"), "case,question,answer\nA-01,q1,yes\nA-01,child,no\nA-02,q1,no\n").unwrap();
    assert_eq!(desk.run(&["import", "S", "a.csv", "--coder", "robin"]).code, 0);
    desk
}

/// The names of the files in a folder.
fn names(desk: &Desk, folder: &str) -> Vec<String> {
    let files = fs::read_dir(desk.path(folder)).into_iter().flatten();
    let mut names: Vec<String> = files.map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn all_files_come_into_a_folder_of_their_own_and_nothing_into_the_study() {
    let desk = desk();
    let before = names(&desk, "S");
    let ran = desk.run(&["export", "S", "--format", "all"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    let expected = [
        "SHA256SUMS",
        "data-bred.csv",
        "data.R",
        "data.csv",
        "data.do",
        "data.jsonl",
        "data.sps",
        "datapackage.json",
        "kodbok-redcap.csv",
        "kodbok.csv",
        "preliminart-excel.csv",
        "preliminart.csv",
        "preliminart.jsonl",
        "redcap.csv",
        "svar-excel.csv",
        "svar.xlsx",
    ];
    assert_eq!(names(&desk, "S-export"), expected);
    assert_eq!(ran.out.lines().count(), expected.len());
    assert!(ran.err.contains("A Women (1), A Men (1)") && ran.err.contains("child=no (1)"), "{}", ran.err);
    assert_eq!(names(&desk, "S"), before);
    for file in expected {
        let mode = fs::metadata(desk.path("S-export").join(file)).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{file}: who may not read the study may not read this");
    }
    let checked = std::process::Command::new("sha256sum")
        .args(["--check", "--quiet", "SHA256SUMS"])
        .current_dir(desk.path("S-export"))
        .status();
    assert!(checked.unwrap().success());
}

#[test]
fn no_file_is_written_over_unless_that_is_asked_for() {
    let desk = desk();
    fs::create_dir(desk.path("out")).unwrap();
    fs::write(desk.path("out/data.jsonl"), "mine").unwrap();
    let refused = desk.run(&["export", "S", "--format", "all", "--out", "out"]);
    assert_eq!((refused.code, refused.out.as_str()), (1, ""), "{refused:?}");
    assert!(refused.err.contains("out/data.jsonl: The file already exists."), "{}", refused.err);
    assert_eq!(names(&desk, "out"), ["data.jsonl"], "nothing else is written then");
    assert_eq!(fs::read_to_string(desk.path("out/data.jsonl")).unwrap(), "mine");
    assert_eq!(desk.run(&["export", "S", "--format", "all", "--out", "out", "--replace"]).code, 0);
    assert!(fs::read_to_string(desk.path("out/data.jsonl")).unwrap().contains("\"case_id\":\"A-01\""));
}

#[test]
fn one_file_may_have_a_name_and_conditions_leave_cases_out() {
    let desk = desk();
    let ran = desk.run(&["export", "S", "--format", "jsonl", "--out", "women.jsonl", "--where", "sex=F"]);
    assert_eq!((ran.code, ran.out.as_str()), (0, "women.jsonl\npreliminart.jsonl\n"), "{ran:?}");
    assert_eq!(fs::read_to_string(desk.path("women.jsonl")).unwrap().lines().count(), 1);
    assert_eq!(desk.run(&["export", "S", "--out", "all.xlsx"]).out.lines().next(), Some("all.xlsx"));
    for out in [&["--out", "x.docx"][..], &[]] {
        let unknown = desk.run(&[&["export", "S"], out].concat());
        assert!(unknown.code == 2 && unknown.err.contains("add --format csv, excel, xlsx"), "{unknown:?}");
    }
    let several = desk.run(&["export", "S", "--format", "stat", "--out", "data.sps"]);
    assert_eq!(several.code, 2, "{several:?}");
    assert!(!desk.path("data.sps").exists());
    let nowhere = desk.run(&["export", "S", "--format", "csv", "--out", "no/such/folder"]);
    assert_eq!(nowhere.code, 1, "{nowhere:?}");
}

#[test]
fn a_blind_round_shows_nobody_the_answers_of_others() {
    let desk = desk();
    for round in ["second", "spot"] {
        let ran = desk.run(&["export", "S", "--format", "csv", "--round", round]);
        assert_eq!(ran.code, 1, "{ran:?}");
    }
    assert!(!desk.path("S-export").exists());
}
