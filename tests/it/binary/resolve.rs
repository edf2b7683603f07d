//! The differences between two codings: listed, settled, and checked.

use super::desk::{Desk, QUESTIONS, protocol};

/// Two cases that ann codes, and bo a second time.
const CASES: &str = "case,unit,coder,second\nA-01,A,ann,bo\nA-02,A,ann,bo\n";

/// The same key for every question of a case, and what follows.
fn keys(key: &str, cases: usize, after: &str) -> String {
    format!("{}{after}", key.repeat(QUESTIONS)).repeat(cases)
}

impl Desk {
    fn typed(&self, args: &[&str], keys: &str) -> String {
        let ran = self.run(&[args, &["--keys", keys, "--print"]].concat());
        assert_eq!(ran.code, 0, "{ran:?}");
        ran.out
    }

    /// Ann has coded both cases, bo as many.
    fn doubled(cases: usize) -> Self {
        let desk = Self::of(&protocol(), CASES);
        desk.typed(&["S", "--coder", "ann"], &keys("y", 2, "<space>"));
        desk.typed(&["S", "--coder", "bo", "--round", "second"], &keys("n", cases, "<space>"));
        desk
    }
}

#[test]
fn what_is_settled_counts_and_every_line_is_right() {
    let desk = Desk::doubled(2);
    let counts = |args: &[&str]| desk.run(args).out;
    let tally = || counts(&["tally", "S", "q1", "--format", "json"]);
    let listed = || counts(&["resolve", "S", "--format", "json"]);
    let before = tally();
    assert!(counts(&["status", "S"]).contains("Differences to settle (120)"));
    let frame = desk.typed(&["resolve", "S", "--coder", "cia"], &keys("n", 2, ""));
    assert!(frame.contains("120 differences: 120 settled"), "{frame}");
    assert!(listed().contains(r#""settled":120"#) && !counts(&["status", "S"]).contains("Differences"));
    assert_ne!(tally(), before);
    let frame = desk.typed(&["resolve", "S", "--coder", "cia"], &format!("<esc>{}", keys("u", 2, "")));
    assert!(frame.contains("120 differences: 120 open"), "{frame}");
    assert_eq!(tally(), before);
    assert!(listed().contains(r#""open":120"#));
    let verified = desk.run(&["verify", "S"]);
    assert_eq!(verified.code, 0, "{verified:?}");
}

#[test]
fn the_list_is_for_a_meeting_and_for_programs() {
    let desk = Desk::doubled(1);
    desk.typed(&["resolve", "S", "--coder", "cia"], "nCWe read the plan again.<enter><space>f<space>");
    let text = desk.run(&["resolve", "S", "--coder", "cia"]).out;
    let head = "60 differences: 1 settled, 1 to discuss, 58 open\nOne case is not yet finished by both.\n\nA-01\n  \
        1 Question 1?  [settled]\n      ann: Yes\n      bo: No\n      joint: No (cia)\n        reason: We read the plan again.\n  \
        2 Question 2?  [discuss]\n      ann: Yes\n      bo: No\n  3 Question 3?  [open]\n";
    assert!(text.starts_with(head), "{text}");
    let csv = desk.run(&["resolve", "S", "--coder", "cia", "--format", "csv"]).out;
    let first = "A-01,q1,settled,ann,yes,,,bo,no,,,no,cia,We read the plan again.";
    assert_eq!(csv.lines().nth(1), Some(first));
    assert_eq!(csv.lines().next().unwrap().split(',').count(), first.split(',').count());
    let json = desk.run(&["resolve", "S", "--coder", "cia", "--format", "json"]).out;
    assert!(json.contains(r#""joint":{"answer":"no","coder":"cia","reason":"We read the plan again."}"#), "{json}");
    assert_eq!(desk.run(&["resolve", "S", "--round", "first"]).code, 2);
    assert!(desk.run(&["resolve", "S", "--round", "spot"]).out.starts_with("No differences"));
}

#[test]
fn what_one_is_still_to_code_blind_is_left_out_and_told() {
    let desk = Desk::doubled(1);
    let ran = desk.run(&["resolve", "S", "--coder", "bo"]);
    assert!(ran.out.contains("A-01") && !ran.out.contains("A-02"), "{ran:?}");
    let told = desk.run(&["tally", "S", "--coder", "bo"]).err;
    assert!(!told.is_empty());
    assert_eq!(ran.err, told);
}

#[test]
fn where_there_is_nothing_to_settle_no_screen_opens() {
    let desk = Desk::of(&super::desk::protocol(), "case,unit\nA-01,A\nA-02,A\n");
    let mut pty = desk.terminal(&["resolve", "S", "--coder", "alva"]);
    pty.shows("No double coding is planned.");
    assert_eq!(pty.ended().0, 0);
    assert!(desk.segments("alva").is_empty());
}
