//! Answers coded elsewhere, given to the program itself.

use super::desk::{Desk, Ran};
use crate::fixture::english;
use serde_json::Value;
use std::fs;

fn protocol() -> String {
    english()
        .question("decision", "What was decided?", "scale = 'yes_no'")
        .question("plan", "Is there a plan?", "scale = 'yes_no'\nwhen = { decision = 'yes' }")
        .question("remark", "Anything else?", "kind = 'text'\noptional = true")
        .to_string()
}

#[test]
fn finished_entries_of_units_are_no_cases() {
    let routine = english().unit("").question("routine", "Is there a routine?", "scale = 'yes_no'\nper = 'unit'");
    let desk = Desk::of(&routine.to_string(), "case,unit\nA-01,North\nA-02,South\n");
    let ran = import(&desk, "case,question,answer\nunit:North,routine,yes\n", &["--done"]);
    assert!(ran.code == 0 && ran.out.contains("1 entry for a unit is marked as finished."), "{ran:?}");
    assert!(!ran.out.contains("1 case is"), "{ran:?}");
}

fn desk() -> Desk {
    Desk::of(&protocol(), "case\nA-01\nA-02\nA-03\n")
}

fn import(desk: &Desk, sheet: &str, more: &[&str]) -> Ran {
    fs::write(desk.path("a.csv"), sheet).unwrap();
    desk.run(&[&["import", "S", "a.csv", "--coder", "carina"], more].concat())
}

/// How many cases have an answer of record.
fn counted(desk: &Desk, condition: &str) -> String {
    desk.run(&["count", "S", "--where", condition]).out.lines().last().unwrap_or_default().to_owned()
}

/// How many cases are done, and how many lines of an op there are in the ledger.
fn done(desk: &Desk) -> (Option<u64>, usize) {
    let status: Value = serde_json::from_str(&desk.run(&["status", "S", "--format", "json"]).out).unwrap();
    let lines: String = desk.segments("carina").iter().map(|file| fs::read_to_string(file).unwrap()).collect();
    (status["cases"]["done"].as_u64(), lines.matches("\"op\":\"done\"").count())
}

#[test]
fn differing_answers_are_listed_and_refused_and_replaced_when_that_is_wanted() {
    let desk = desk();
    assert_eq!(import(&desk, "case,decision,plan\nA-01,yes,yes\nA-02,yes,no\n", &[]).code, 0);
    let changed = "case,decision,plan\nA-01,yes,no\nA-02,yes,yes\n";
    let refused = import(&desk, changed, &[]);
    assert!(refused.code == 1 && refused.err.matches("a.csv:").count() == 2, "{refused:?}");
    assert!(refused.err.contains("--replace"), "{refused:?}");
    assert_eq!((desk.segments("carina").len(), counted(&desk, "plan=yes").as_str()), (1, "1"));
    let replaced = import(&desk, changed, &["--replace"]);
    assert!(replaced.code == 0 && replaced.out.contains("a.csv:2: A-01"), "{replaced:?}");
    assert!(replaced.out.contains("2 answers imported for carina; 2 already existed."), "{replaced:?}");
    assert_eq!(desk.run(&["count", "S", "--where", "plan=yes", "--by", "case_id"]).code, 2, "the id is no column");
    assert_eq!(counted(&desk, "plan=no"), "1");
    assert_eq!(desk.run(&["verify", "S"]).code, 0);
    let again = import(&desk, changed, &["--replace"]);
    assert!(again.out.contains("0 answers imported") && desk.segments("carina").len() == 2, "{again:?}");
}

#[test]
fn only_cases_with_every_required_answer_are_finished_and_only_when_asked() {
    let desk = desk();
    let sheet = "case,decision,plan,remark\nA-01,yes,yes,\nA-02,no,,\nA-03,yes,,later\n";
    let open = import(&desk, sheet, &[]);
    assert!(open.code == 0 && open.err.contains("2 cases have every answer"), "{open:?}");
    assert_eq!(done(&desk), (Some(0), 0));
    let would = import(&desk, sheet, &["--done", "--dry-run"]);
    assert!(would.code == 0 && would.out.contains('2'), "{would:?}");
    assert_eq!(done(&desk), (Some(0), 0));
    assert_eq!(import(&desk, sheet, &["--done"]).code, 0);
    assert_eq!(done(&desk), (Some(2), 2), "A-03 lacks its plan");
    assert_eq!(import(&desk, sheet, &["--done"]).code, 0);
    assert_eq!(done(&desk), (Some(2), 2), "a finished case is not finished again");
}

#[test]
fn a_second_coding_moves_no_tally() {
    let desk = desk();
    assert_eq!(import(&desk, "case,decision\nA-01,yes\n", &[]).code, 0);
    fs::write(desk.path("b.csv"), "case,decision\nA-01,no\nA-02,no\n").unwrap();
    let second = ["import", "S", "b.csv", "--coder", "lotta", "--round", "second"];
    assert!(desk.run(&second).out.contains("2 answers imported for lotta"));
    assert_eq!((counted(&desk, "decision=yes").as_str(), counted(&desk, "decision=no").as_str()), ("1", "0"));
    let lines = fs::read_to_string(desk.newest("lotta")).unwrap();
    assert_eq!(lines.matches("\"round\":\"second\"").count(), 2);
    let shown = desk.run(&["S", "--coder", "lotta", "--round", "second", "--view", "--keys", "", "--print"]);
    assert!(shown.out.contains("No") && !shown.out.contains("Yes  "), "{}", shown.out);
    assert!(desk.run(&second).out.contains("0 answers imported for lotta; 2 already existed."));
}

#[test]
fn answers_to_questions_that_are_not_asked_are_kept_told_and_not_counted() {
    let desk = desk();
    let masked = import(&desk, "case,decision,plan\nA-01,no,yes\nA-02,yes,yes\n", &[]);
    assert!(masked.code == 0 && masked.err.contains("1 answer is to a question that is not asked"), "{masked:?}");
    assert!(masked.err.contains("A-01 plan") && !masked.err.contains("A-02"), "{masked:?}");
    assert_eq!(counted(&desk, "plan=yes"), "1");
    assert!(fs::read_to_string(desk.newest("carina")).unwrap().contains("\"case_id\":\"A-01\",\"question\":\"plan\""));
}
