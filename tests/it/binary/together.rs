//! Two at one screen, and two at theirs who discuss a question.

use super::desk::Desk;
use std::fs;

#[test]
fn a_sitting_of_two_says_so_in_its_first_line_and_the_status_names_the_cases() {
    let desk = Desk::new();
    let sat = desk.run(&["S", "--coder", "carina", "--with", "Åsa", "--keys", "y", "--print"]);
    assert!(sat.code == 0 && sat.out.contains("carina + Åsa"), "{sat:?}");
    let lines = fs::read_to_string(desk.newest("carina")).unwrap();
    assert!(lines.lines().next().unwrap().contains(r#","with":"asa","#), "{lines}");
    assert_eq!(lines.matches("asa").count(), 1, "the lines are the coder's: {lines}");
    assert_eq!(desk.run(&["verify", "S"]).code, 0);
    assert_eq!(desk.run(&["S", "--coder", "carina", "--keys", "<pagedown>y", "--print"]).code, 0);
    let status = desk.run(&["status", "S"]);
    assert!(status.out.contains("Coded together (1)") && status.out.contains("A-01 (asa)"), "{status:?}");
    let json = desk.run(&["status", "S", "--format", "json"]);
    assert!(json.out.contains(r#""joint":[{"case_id":"A-01","question":null,"said":"asa"}]"#), "{json:?}");
}

#[test]
fn nobody_sits_beside_oneself_or_in_a_blind_round() {
    let desk = Desk::new();
    for (args, told) in [
        (vec!["--with", "Carina"], "is you"),
        (vec!["--with", "lotta", "--round", "second"], "everyone codes alone"),
        (vec!["--with", "?"], "--coder"),
    ] {
        let sat = desk.run(&[&["S", "--coder", "carina", "--keys", "y", "--print"], args.as_slice()].concat());
        assert!(sat.code == 1 && sat.err.contains(told), "{args:?}: {sat:?}");
    }
    assert!(desk.segments("carina").is_empty(), "nothing was written");
    assert_eq!(desk.run(&["--with", "lotta", "status", "S"]).code, 2, "it is said of a sitting");
}

#[test]
fn two_at_their_screens_discuss_a_question_and_the_rule_reaches_both() {
    let desk = Desk::new();
    let mut carina = desk.open("carina", &[]);
    let mut lotta = desk.open("lotta", &[]);
    carina.type_in("y");
    lotta.until("Carina's answer", |pty| pty.screen().contents().contains("1/60"));
    lotta.type_in("\x1b[Hf2\r");
    lotta.shows("Your colleagues see the flag");
    carina.shows("lotta wants to discuss A-01, question 1");
    lotta.type_in("f\rDoes a draft count?\r");
    carina.shows("lotta has written about A-01, question 1");
    carina.type_in("\x1b[Hf\rNo draft counts.\r");
    lotta.shows("No draft counts.");
    lotta.type_in("f6\r");
    lotta.shows("Rule for question 1");
    lotta.type_in("\r");
    lotta.shows("The rule will apply to all coders");
    lotta.type_in("\r");
    carina.shows("New rule by lotta for question 1");
    carina.shows("Answered before the latest rule");
    lotta.type_in("\x1b");
    lotta.until("the questions", |pty| !pty.screen().contents().contains("Rules for question 1"));
    for mut pty in [lotta, carina] {
        pty.type_in("q");
        assert_eq!(pty.ended().0, 0);
    }
    assert_eq!(desk.run(&["verify", "S"]).code, 0);
}
