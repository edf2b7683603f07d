//! The program alone: the studies opened last with what waits in them, and a study made by questions.

use super::desk::Desk;
use std::fs;

#[test]
fn what_waits_in_a_study_is_told_before_it_is_opened() {
    let desk = Desk::of(&super::desk::protocol(), "case,unit\nA-01,A\nA-02,A\nB-01,B\nB-02,B\n");
    let plan = desk.run(&["plan", "S", "--coders", "alva,bo", "--share", "100%", "--seed", "1"]);
    assert_eq!(plan.code, 0, "{plan:?}");
    desk.run(&["S", "--coder", "alva", "--keys", "q", "--print"]);
    let before = desk.run(&["--coder", "alva"]).out;
    assert!(before.contains("1  Trial\n"), "{before}");
    let wanted = "0 of 2 cases done · 2 cases of yours left · 2 cases to code a second time";
    assert!(before.contains(wanted), "the two to be coded blind stand for themselves: {before}");
    let strange = desk.run(&["--coder", "nobody"]).out;
    assert!(
        strange.contains("0 of 2 cases done\n"),
        "what waits is the coder's own, and who sat down as alva sees no more: {strange}"
    );
    fs::write(desk.path("S/cases.csv"), "").unwrap();
    let broken = desk.run(&["--coder", "alva"]);
    assert!(broken.code == 0 && broken.out.contains("1  S\n") && broken.out.contains("cannot be opened"), "{broken:?}");
}

#[test]
fn a_study_is_made_by_questions_and_opened() {
    let desk = Desk::new();
    fs::write(desk.path("more.csv"), "case,unit\nN-01,N\nN-02,N\nN-03,M\n").unwrap();
    let mut pty = desk.terminal(&[]);
    pty.shows("make a new study");
    pty.type_in("x\r");
    pty.shows("not in the list");
    pty.type_in("h\r");
    pty.shows("lists-and-sampling");
    pty.type_in("nothing\r");
    pty.shows("no page");
    pty.type_in("\r");
    pty.type_in("n\r");
    pty.shows("The file with the cases");
    pty.type_in("nowhere.csv\r");
    pty.shows("No file has this name");
    fs::write(desk.path("twice.csv"), "case,unit\nN-01,N\nN-01,N\n").unwrap();
    pty.type_in("twice.csv\r");
    pty.shows("The protocol:");
    pty.type_in("p.toml\r");
    pty.shows("The protocol needs a list with case numbers and:");
    pty.type_in("more.csv\r");
    pty.until("the protocols again", |pty| String::from_utf8_lossy(&pty.bytes()).matches("The protocol:").count() == 2);
    pty.type_in("p.toml\r");
    pty.shows("3 cases and 60 questions");
    assert!(!desk.path("S2").exists());
    pty.type_in("S\r");
    pty.shows("already exists");
    pty.type_in("S2\r");
    pty.shows("Question 1?");
    pty.type_in("q");
    assert_eq!(pty.ended().0, 0);
    let listed = desk.run(&["list", "S2"]).out;
    assert!(listed.contains("N-03"), "{listed}");
}

#[test]
fn nothing_typed_makes_nothing() {
    let desk = Desk::new();
    let mut pty = desk.terminal(&[]);
    pty.shows("make a new study");
    pty.type_in("n\r");
    pty.shows("The file with the cases");
    pty.type_in("\r");
    pty.shows("No study was made.");
    pty.until("the start screen again", |pty| pty.screen().contents().matches("make a new study").count() == 2);
    pty.type_in("\r");
    assert_eq!(pty.ended().0, 0);
}
