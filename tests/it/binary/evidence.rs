//! Where answers were found: exported, compared and told of, and of no answer that does not count.

use super::desk::Desk;
use crate::fixture::english;
use aktkoll::study::ledger::entry::{Draft, Op, Round};
use std::fs;
use std::process::Command;

const PRINT: &str = "0123456789abcdef0123456789abcdef";

/// Two cases, coded by ann, and by bo once more; the second question is asked where the first is answered with yes.
fn desk() -> Desk {
    let made = english().documents("\"notes\"").unit("").sex();
    let made = made.question("q1", "Question 1?", "scale = 'yes_no'");
    let made = made.question("q2", "Question 2?", "when = { q1 = 'yes' }").to_string();
    let desk = Desk::of(&made, "case,unit,sex\nA-01,A,F\nA-02,A,M\n");
    fs::write(desk.path("S/plan.csv"), "case_id,coder,second,wave\nA-01,ann,bo,\nA-02,ann,bo,\n").unwrap();
    desk
}

fn said(op: Op, case: &str, question: &str, item: &str, value: &str) -> Draft {
    Draft {
        op,
        round: Round::First,
        case_id: case.to_owned(),
        question: question.to_owned(),
        item: item.to_owned(),
        value: value.to_owned(),
        was: String::new(),
        undoes: None,
        begun: None,
    }
}

/// An answer behind where it was found.
fn found(case: &str, question: &str, value: &str, items: &[&str]) -> Vec<Draft> {
    let of = |item: &&str| said(Op::Evidence, case, question, item, &format!("{PRINT} text 1"));
    items.iter().map(of).chain([said(Op::Answer, case, question, "", value)]).collect()
}

fn done(case: &str) -> Vec<Draft> {
    vec![said(Op::Done, case, "", "", "yes")]
}

fn again(drafts: Vec<Draft>) -> Vec<Draft> {
    drafts.into_iter().map(|one| Draft { round: Round::Second, ..one }).collect()
}

/// Both have finished both cases. Ann's answer to the second question about A-02 does not count: its condition does not hold.
fn coded() -> Desk {
    let desk = desk();
    let ann = [
        found("A-01", "q1", "yes", &["notes:3-5", "2:10-10"]),
        found("A-01", "q2", "partly", &["notes:1-1"]),
        done("A-01"),
        found("A-02", "q1", "no", &["notes:7-7"]),
        found("A-02", "q2", "yes", &["notes:99-99"]),
        done("A-02"),
    ];
    let bo = [
        found("A-01", "q1", "no", &["notes:5-6"]),
        done("A-01"),
        found("A-02", "q1", "no", &["notes:8-9"]),
        done("A-02"),
    ];
    desk.write("ann", &ann.concat());
    desk.write("bo", &again(bo.concat()));
    desk
}

fn out(desk: &Desk, args: &[&str]) -> String {
    let ran = desk.run(args);
    assert_eq!(ran.code, 0, "{args:?}: {ran:?}");
    ran.out
}

#[test]
fn what_was_found_for_answers_that_count_is_a_file_of_its_own() {
    let desk = coded();
    let written = |args: &[&str], name: &str| {
        out(&desk, &[&["export", "S", "--replace", "--out", "X"], args].concat());
        fs::read_to_string(desk.path("X").join(name)).unwrap()
    };
    let expected = format!(
        "case_id,unit,sex,question,round,answer,document,first,last,print,extractor,coder\n\
         A-01,A,Women,q1,first,yes,2,10,10,{PRINT},text 1,ann\n\
         A-01,A,Women,q1,first,yes,notes,3,5,{PRINT},text 1,ann\n\
         A-01,A,Women,q2,first,partly,notes,1,1,{PRINT},text 1,ann\n\
         A-01,A,Women,q1,second,no,notes,5,6,{PRINT},text 1,bo\n\
         A-02,A,Men,q1,first,no,notes,7,7,{PRINT},text 1,ann\n\
         A-02,A,Men,q1,second,no,notes,8,9,{PRINT},text 1,bo\n"
    );
    assert_eq!(written(&["--format", "csv", "--evidence", "--coders"], "belagg.csv"), expected);
    let unnamed = written(&["--format", "csv", "--evidence"], "belagg.csv");
    assert_eq!(unnamed, expected.replace(",ann\n", "\n").replace(",bo\n", "\n").replace(",coder\n", "\n"));
    let json = written(&["--format", "jsonl", "--evidence"], "belagg.jsonl");
    assert!(
        json.lines().count() == 6 && json.contains(r#""document":"notes","extractor":"text 1","first":"3""#),
        "{json}"
    );
    let one = written(&["--format", "csv", "--evidence", "--where", "sex=M"], "belagg.csv");
    assert_eq!(one.lines().count(), 3, "{one}");
    fs::remove_dir_all(desk.path("X")).unwrap();
    out(&desk, &["export", "S", "--format", "csv", "--out", "X"]);
    assert!(!desk.path("X/belagg.csv").exists(), "it was not asked for");
}

#[test]
fn how_often_two_found_the_same_is_told_question_by_question() {
    let desk = coded();
    let text = out(&desk, &["agree", "S", "--evidence"]);
    let told = "All coded twice, 2 cases: 1 of 2 have a line in common\n\n1 Question 1?  [q1]\n  1 of 2 have a line in common\n";
    assert!(text.contains(told) && !text.contains("Question 2?"), "{text}");
    let csv = out(&desk, &["agree", "S", "--evidence", "--format", "csv"]);
    let rows =
        "question,coder,wave,unit,both,overlapping,share,other_bytes\n,,,,2,1,0.5,0\nq1,,,,2,1,0.5,0\nq2,,,,0,0,,0\n";
    assert_eq!(csv, rows);
    let json: serde_json::Value =
        serde_json::from_str(&out(&desk, &["agree", "S", "--evidence", "--format", "json"])).unwrap();
    let all = &json["groups"][0];
    assert_eq!((all["overlapping"].as_u64(), all["both"].as_u64(), all["pct"].as_u64()), (Some(1), Some(2), Some(50)));
    assert_eq!(all["questions"][0]["id"], "q1");
    assert_eq!(out(&desk, &["agree", "S", "--evidence", "q2"]).matches("in common (").count(), 0);
    assert_eq!(desk.run(&["agree", "S", "--evidence", "--format", "md"]).code, 2);
    assert_eq!(desk.run(&["agree", "S", "--evidence", "--drift"]).code, 2);
}

#[test]
fn the_report_tells_how_many_answers_say_where_they_were_found_and_nothing_where_none_does() {
    let desk = coded();
    let report = |desk: &Desk| out(desk, &["report", "S", "--coder", "ann", "--format", "md"]);
    let told = "For 3 of 3 answers (100 percent) it is recorded where in the file they were found.";
    assert!(report(&desk).contains(told), "{}", report(&desk));
    let desk = self::desk();
    desk.write("ann", &found("A-01", "q1", "yes", &[]));
    assert!(!report(&desk).contains("it is recorded where"));
}

#[test]
fn a_study_that_says_where_answers_were_found_is_verified_copied_and_read_as_it_is() {
    let desk = coded();
    let verified = desk.run(&["verify", "S"]);
    assert!(verified.code == 0 && !verified.out.contains("does not have"), "{verified:?}");
    out(&desk, &["backup", "S", "B"]);
    let export = |study: &str| {
        out(&desk, &["export", study, "--format", "csv", "--evidence", "--out", &format!("{study}-x")]);
        fs::read_to_string(desk.path(format!("{study}-x/belagg.csv"))).unwrap()
    };
    assert_eq!(export("S"), export("B"));
    desk.write("ann", &[said(Op::Evidence, "A-01", "q1", "notes:5-3", PRINT)]);
    let verified = desk.run(&["verify", "S"]);
    assert!(verified.out.contains("1 ") && verified.code == 0, "{verified:?}");
}

#[test]
fn the_demo_of_conversations_shows_them_and_keeps_nothing_of_them() {
    let desk = desk();
    let demo =
        |keys: &str| out(&desk, &["demo", "--protocol", "llm-review", "--coder", "eva", "--keys", keys, "--print"]);
    let frame = demo("<F2>");
    assert!(frame.contains("The library is open from 10 to 15 on Saturdays."), "{frame}");
    let frame = demo("<F2><F5>y");
    assert!(frame.contains("C-01 · alder"), "{frame}");
    let found =
        Command::new("grep").args(["-rlE", "library|Saturdays"]).current_dir(desk.folder.path()).output().unwrap();
    let found = String::from_utf8(found.stdout).unwrap();
    assert!(found.lines().count() == 1 && found.trim_end().ends_with("llm-review.jsonl"), "{found}");
    let found =
        Command::new("grep").args(["-rl", "\"op\":\"evidence\""]).current_dir(desk.folder.path()).output().unwrap();
    assert!(!found.stdout.is_empty(), "where the answer was found is in the study");
}
