//! The tour is for whoever is new to the program, once.

use super::desk::Desk;
use rustix::process::Signal;

#[test]
fn it_begins_by_itself_until_it_was_seen_or_skipped() {
    let desk = Desk::new().newcomer();
    let mut cut = desk.open("alva", &[]);
    cut.shows("Tour, 1 of 6");
    cut.signal(Signal::HUP);
    assert_eq!(cut.ended().0, 129);
    let mut skipped = desk.open("alva", &[]);
    skipped.shows("Tour, 1 of 6");
    skipped.type_in("y");
    skipped.type_in("\x1b");
    skipped.shows("Welcome. ");
    skipped.type_in("y");
    skipped.shows("Saved");
    skipped.type_in("q");
    assert_eq!(skipped.ended().0, 0);
    assert_eq!(desk.reopened("alva"), (1, 0), "the key in the tour was no answer");
    let mut known = desk.open("bo", &[]);
    let frame = known.screen().contents();
    assert!(!frame.contains("Tour, "), "{frame}");
    known.type_in("q");
    assert_eq!(known.ended().0, 0);
}

#[test]
fn whoever_sees_it_through_is_told_what_was_to_be_told() {
    let desk = Desk::new().newcomer();
    let mut pty = desk.open("alva", &[]);
    for step in 1..=6 {
        pty.shows(&format!("Tour, {step} of 6"));
        pty.type_in("\r");
    }
    pty.shows("Welcome. ");
    pty.type_in("q");
    assert_eq!(pty.ended().0, 0);
    assert!(desk.path("aktkoll/tour").is_file());
}

#[test]
fn a_script_a_pipe_and_whoever_only_looks_have_none() {
    let desk = Desk::new().newcomer();
    let script = desk.run(&["S", "--coder", "alva", "--keys", "y", "--print"]).out;
    assert!(!script.contains("Tour, "), "{script}");
    let piped = desk.shell("printf y | \"$0\" S --coder alva --accessible").out;
    assert!(!piped.contains("Tour, ") && piped.contains("saved"), "{piped}");
    let mut looks = desk.open("alva", &["--view"]);
    let frame = looks.screen().contents();
    assert!(!frame.contains("Tour, "), "{frame}");
    looks.type_in("q");
    assert_eq!(looks.ended().0, 0);
}
