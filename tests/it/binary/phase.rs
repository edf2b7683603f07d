//! The feedback before the report is adopted, from the command line.

use super::desk::{Desk, Ran, plan_and_decision};
use std::fs;

fn sat(desk: &Desk, keys: &str) {
    let sat = desk.run(&["S", "--coder", "carina", "--lang", "sv", "--keys", keys, "--print"]);
    assert_eq!(sat.code, 0, "{sat:?}");
}

fn desk() -> Desk {
    let desk = Desk::of(&plan_and_decision(""), "case_id,unit\nB-1,BRO\nB-2,BRO\nS-1,SKH\n");
    sat(&desk, "jj<space>nj<space>jn<space>");
    desk
}

fn told(desk: &Desk, args: &[&str]) -> Ran {
    let ran = desk.run(&[args, &["--lang", "sv"]].concat());
    assert_eq!(ran.code, 0, "{ran:?}");
    ran
}

fn settings(desk: &Desk) -> String {
    fs::read_to_string(desk.path("S/study.toml")).unwrap()
}

#[test]
fn the_feedback_begins_once_and_what_changes_after_it_is_told() {
    let desk = desk();
    let plain = settings(&desk);
    assert!(told(&desk, &["status", "S", "--phase", "faktaavstämning"]).out.contains("har börjat"));
    let begun = settings(&desk);
    assert!(begun.starts_with(plain.trim_end()) && begun.contains("[phase]\nname = \"feedback\"\n"), "{begun}");
    assert!(told(&desk, &["status", "S", "--phase", "feedback"]).out.contains("började redan"));
    assert_eq!(settings(&desk), begun);
    sat(&desk, "/B-1<enter><home>n");
    let status = told(&desk, &["status", "S"]).out;
    assert!(status.contains("Ändrat under faktaavstämningen (1)") && status.contains("skäl saknas (1)"), "{status}");
    let report = told(&desk, &["report", "S"]).out;
    assert!(report.contains("| 1 Plan? | Bromma | Ja → Nej | – |"), "{report}");
    let json: serde_json::Value = serde_json::from_str(&told(&desk, &["status", "S", "--format", "json"]).out).unwrap();
    assert_eq!(json["lists"]["changed"][0]["said"], "Ja → Nej");
}

#[test]
fn going_back_loses_the_list_and_asks_first() {
    let desk = desk();
    let plain = settings(&desk);
    told(&desk, &["status", "S", "--phase", "feedback"]);
    sat(&desk, "/B-1<enter><home>n");
    let asked = desk.run(&["status", "S", "--phase", "granskning"]);
    assert!(asked.code == 1 && asked.err.contains("One answer has been changed"), "{asked:?}");
    told(&desk, &["status", "S", "--phase", "granskning", "--yes"]);
    assert_eq!(settings(&desk).trim_end(), plain.trim_end());
    let unknown = desk.run(&["status", "S", "--phase", "klar"]);
    assert!(unknown.code == 2 && unknown.err.contains("klar"), "{unknown:?}");
}

#[test]
fn an_import_tells_how_many_answers_it_changes_after_the_feedback() {
    let desk = desk();
    fs::write(desk.path("more.csv"), "case_id,question,answer\nB-1,plan,nej\nB-2,plan,nej\n").unwrap();
    let import = ["import", "S", "more.csv", "--coder", "carina", "--replace", "--dry-run"];
    assert!(!told(&desk, &import).err.contains("under faktaavstämningen"));
    told(&desk, &["status", "S", "--phase", "feedback"]);
    let ran = told(&desk, &import);
    assert!(ran.err.contains("Ett svar ändras under faktaavstämningen."), "{ran:?}");
}

#[test]
fn a_unit_gets_its_own_results() {
    let desk = desk();
    let pack = told(&desk, &["report", "S", "--unit", "bromma", "--feedback"]);
    assert!(pack.out.contains("Arbetsmaterial. Återkoppling till Bromma"), "{pack:?}");
    assert!(!pack.out.contains("Skärholmen") && !pack.out.contains("B-1"), "{pack:?}");
    assert!(pack.err.contains("får fram svaren för Skärholmen"), "{pack:?}");
    let unknown = desk.run(&["report", "S", "--unit", "HAV", "--feedback"]);
    assert!(unknown.code == 2 && unknown.err.contains("BRO, SKH"), "{unknown:?}");
    assert_eq!(desk.run(&["report", "S", "--unit", "BRO"]).code, 2, "a unit by itself is for the feedback");
}

#[test]
fn what_the_manager_is_told_is_listed_with_what_is_left_to_tell_first() {
    let desk = desk();
    assert!(told(&desk, &["list", "S", "--told"]).out.contains("Inget ärende"));
    sat(&desk, "/B-1<enter>f4<enter>Enhetschefen: hot<enter>");
    sat(&desk, "/S-1<enter>f4<enter><esc>");
    let out = told(&desk, &["list", "S", "--told"]).out;
    let lines: Vec<&str> = out.lines().collect();
    assert!(lines[0].starts_with("S-1  Skärholmen  inget antecknat"), "{out}");
    assert!(lines[1].starts_with("B-1  Bromma      20") && lines[1].ends_with("  Enhetschefen: hot"), "{out}");
    let json: serde_json::Value =
        serde_json::from_str(&told(&desk, &["list", "S", "--told", "--format", "json"]).out).unwrap();
    assert_eq!((&json["cases"][0]["text"], &json["cases"][1]["unit"]), (&serde_json::Value::Null, &"Bromma".into()));
}
