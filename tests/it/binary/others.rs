//! Several at work in one folder.

use super::desk::{Desk, answered, rechained};
use std::fs;
use std::io::Write;

#[test]
fn two_processes_of_one_coder_never_share_a_file() {
    let desk = Desk::new();
    let mut one = desk.open("carina", &[]);
    let mut other = desk.open("carina", &[]);
    other.shows("open");
    one.type_in("y");
    other.until("the first's answer", |pty| answered(&pty.screen().contents()) == 1);
    other.type_in("n");
    one.until("the second's answer", |pty| {
        answered(&pty.screen().contents()) == 1 && pty.screen().contents().contains("No")
    });
    other.type_in("q");
    assert_eq!(other.ended().0, 0);
    one.type_in("q");
    assert_eq!(one.ended().0, 0);
    assert_eq!(desk.segments("carina").len(), 2);
    assert_eq!(desk.run(&["verify", "S"]).code, 0);
}

#[test]
fn what_another_coder_does_is_seen_at_once_on_both_sides() {
    let desk = Desk::new();
    let mut carina = desk.open("carina", &[]);
    let mut lotta = desk.open("lotta", &[]);
    carina.type_in("yn");
    lotta.until("Carina's answers", |pty| answered(&pty.screen().contents()) == 2);
    lotta.type_in("i");
    lotta.until("the reasons", |pty| pty.screen().contents().contains("ill"));
    lotta.type_in("2\r");
    carina.shows("has started this case or taken it over");
    carina.type_in("y");
    carina.until("the question whether to take it over", |pty| pty.screen().contents().contains("ill"));
    carina.type_in("\x1b");
    carina.until("the case is no longer hers", |pty| answered(&pty.screen().contents()) == 2);
    lotta.type_in("yy");
    carina.until("Lotta's answer", |pty| answered(&pty.screen().contents()) == 3);
    lotta.type_in("xwrong file\r");
    carina.until("dropped", |pty| pty.screen().contents().contains("× A-01"));
    lotta.until("dropped", |pty| pty.screen().contents().contains("× A-01"));
    lotta.type_in("q");
    assert_eq!(lotta.ended().0, 0);
    carina.type_in("q");
    assert_eq!(carina.ended().0, 0);
    assert_eq!(desk.run(&["verify", "S"]).code, 0);
}

#[test]
fn a_line_that_was_never_acknowledged_stops_counting() {
    let desk = Desk::new();
    let mut carina = desk.open("carina", &[]);
    let mut lotta = desk.open("lotta", &[]);
    lotta.type_in("y");
    carina.until("one answer", |pty| answered(&pty.screen().contents()) == 1);
    let file = desk.newest("lotta");
    let whole = fs::read_to_string(&file).unwrap();
    let last = whole.lines().last().unwrap();
    let more = last.replace("\"q1\"", "\"q7\"").replace("\"seq\":", "\"seq\":9");
    let forged = rechained(&format!("{whole}{more}\n"));
    fs::OpenOptions::new().append(true).open(&file).unwrap().write_all(&forged.as_bytes()[whole.len()..]).unwrap();
    carina.until("the line", |pty| answered(&pty.screen().contents()) == 2);
    // What is alarming is said for longer than that something was read again.
    carina.shows("lotta has started this case");
    carina.type_in("\x1b");
    carina.until("the keys", |pty| !pty.screen().contents().contains("lotta has started"));
    lotta.type_in("n");
    lotta.until("saved elsewhere", |pty| answered(&pty.screen().contents()) == 2);
    assert_eq!(desk.segments("lotta").len(), 2);
    carina.shows("read again");
    assert_eq!(answered(&carina.screen().contents()), 2, "the line of nobody is gone, Lotta's second is there");
    assert_eq!(desk.keys(), "yn");
    carina.type_in("\x1b[6~y");
    carina.until("her own answer", |pty| pty.screen().contents().contains("1/60"));
    for mut pty in [lotta, carina] {
        pty.type_in("q");
        assert_eq!(pty.ended().0, 0);
    }
}

#[test]
fn a_line_of_a_newer_program_makes_the_screen_one_for_looking() {
    let desk = Desk::new();
    let mut carina = desk.open("carina", &[]);
    assert_eq!(desk.run(&["S", "--coder", "lotta", "--keys", "y", "--print"]).code, 0);
    carina.until("Lotta's answer", |pty| answered(&pty.screen().contents()) == 1);
    let file = desk.newest("lotta");
    let whole = fs::read_to_string(&file).unwrap();
    let last = whole.lines().last().unwrap().replace("\"op\":\"close\"", "\"op\":\"levitate\"");
    let newer = rechained(&format!("{whole}{last}\n"));
    fs::OpenOptions::new().append(true).open(&file).unwrap().write_all(&newer.as_bytes()[whole.len()..]).unwrap();
    carina.shows("view");
    carina.type_in("y");
    carina.shows("Nothing is saved here");
    assert_eq!(answered(&carina.screen().contents()), 1);
    carina.type_in("q");
    assert_eq!(carina.ended().0, 0);
}

#[test]
fn answers_imported_for_a_coder_by_somebody_else_are_no_use_of_the_name() {
    let desk = Desk::new();
    let sits = || desk.run(&["S", "--coder", "carina", "--keys", "y", "--print"]);
    let by_another = |file: &std::path::Path| {
        let own = format!("\"uid\":{},", rustix::process::geteuid().as_raw());
        let lines = fs::read_to_string(file).unwrap();
        assert!(lines.contains(&own));
        fs::write(file, rechained(&lines.replace(&own, "\"uid\":54321,"))).unwrap();
    };
    fs::write(desk.path("a.csv"), "case,question,answer\nA-02,q1,yes\n").unwrap();
    assert_eq!(desk.run(&["import", "S", "a.csv", "--coder", "carina"]).code, 0);
    by_another(&desk.newest("carina"));
    let sat = sits();
    assert_eq!(sat.code, 0, "{sat:?}");
    by_another(&desk.newest("carina"));
    let sat = sits();
    assert!(sat.code == 1 && sat.err.contains("has been used here"), "{sat:?}");
}

#[test]
fn a_name_that_was_probably_meant_to_be_another_is_not_taken_for_a_new_coder() {
    let desk = Desk::new();
    assert_eq!(desk.run(&["S", "--coder", "carina", "--keys", "y", "--print"]).code, 0);
    let told = desk.run(&["S", "--coder", "Karina", "--keys", "y", "--print"]);
    assert!(told.code == 1 && told.err.contains("--coder carina") && told.err.contains("--yes"), "{told:?}");
    assert!(!desk.path("S/ledger/karina").exists());
    assert_eq!(desk.run(&["S", "--coder", "lotta", "--keys", "y", "--print"]).code, 0, "another name");
    assert_eq!(desk.run(&["S", "--coder", "carina2", "--keys", "y", "--print"]).code, 0, "another number");
    assert_eq!(desk.run(&["S", "--coder", "Karina", "--keys", "y", "--print", "--yes"]).code, 0);
    assert_eq!(desk.run(&["S", "--coder", "Karina", "--keys", "y", "--print"]).code, 0, "known from then on");
}

#[test]
fn a_login_that_the_plan_does_not_know_is_asked_once_which_coder_it_is() {
    let desk = Desk::new();
    assert_eq!(desk.run(&["plan", "S", "--coders", "carina,lotta"]).code, 0);
    let mut pty = desk.terminal(&["S"]);
    pty.shows("Which of its coders are you?");
    pty.shows("press Enter:");
    pty.type_in("lotta\r");
    pty.shows("from 0 to 2");
    pty.type_in("2\r");
    pty.shows("Question 1?");
    assert!(pty.screen().contents().contains("lotta"), "{}", pty.screen().contents());
    pty.type_in("y");
    pty.shows("Saved");
    pty.type_in("q");
    assert_eq!(pty.ended().0, 0);
    let mut again = desk.terminal(&["S"]);
    again.shows("Question 2?");
    assert!(again.screen().contents().contains("lotta") && !again.screen().contents().contains("Which of"));
    again.type_in("q");
    assert_eq!(again.ended().0, 0);
    assert_eq!(desk.segments("lotta").len(), 2);
}

#[test]
fn who_is_none_of_the_planned_coders_codes_by_the_login() {
    let desk = Desk::new();
    assert_eq!(desk.run(&["plan", "S", "--coders", "carina,lotta"]).code, 0);
    let mut pty = desk.terminal(&["S"]);
    pty.shows("press Enter:");
    pty.type_in("0\r");
    pty.shows("Welcome. 0 cases.");
    pty.type_in("q");
    assert_eq!(pty.ended().0, 0);
}
