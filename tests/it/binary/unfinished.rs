//! The connection is lost, and somebody was writing: the text is there again in the next sitting, and nowhere else.

use super::desk::Desk;
use crate::pty::Pty;
use rustix::process::Signal;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;

/// The texts that are kept for a coder.
fn kept(desk: &Desk, coder: &str) -> Vec<PathBuf> {
    let files = fs::read_dir(desk.path("S/ledger").join(coder)).into_iter().flatten();
    let files = files.map(|file| file.unwrap().path());
    files.filter(|file| file.file_name().unwrap().to_str().unwrap().starts_with('.')).collect()
}

fn cut(pty: Pty) {
    pty.signal(Signal::HUP);
    assert_eq!(pty.ended().0, 129);
}

/// A sitting that is cut off in the middle of a comment on the second question.
fn cut_off(desk: &Desk, coder: &str, text: &str) {
    let mut pty = desk.open(coder, &[]);
    pty.type_in("#2\r");
    pty.type_in("c");
    pty.shows("Comment on question 2");
    pty.type_in(text);
    pty.shows(text);
    cut(pty);
}

#[test]
fn a_half_written_comment_is_back_and_saved_where_it_was_written() {
    let desk = Desk::new();
    cut_off(&desk, "alva", "The plan is from Mar");
    let [file] = kept(&desk, "alva").try_into().unwrap();
    assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600, "for nobody else");
    assert_eq!(desk.run(&["verify", "S"]).code, 0);
    assert!(!desk.run(&["list", "S", "--comments"]).out.contains("from Mar"), "it is not saved");
    let shown = desk.run(&["S", "--coder", "alva", "--keys", "", "--print"]).out;
    assert!(!shown.contains("from Mar"), "a script types into nothing that it has not opened: {shown}");
    let mut unread = desk.start(&[], "alva", &[]);
    unread.shows("from Mar");
    cut(unread);
    let mut again = desk.start(&[], "alva", &[]);
    again.shows("not saved when the last sitting ended");
    again.shows("The plan is from Mar");
    again.type_in("ch.");
    again.shows("March.");
    cut(again);
    assert_eq!(kept(&desk, "alva").len(), 1, "what was written on is kept in the place of what was offered");
    let mut last = desk.start(&[], "alva", &[]);
    last.shows("The plan is from March.");
    last.type_in("\r");
    last.shows("Saved");
    last.type_in("q");
    assert_eq!(last.ended().0, 0);
    let comments = desk.run(&["list", "S", "--comments"]).out;
    assert!(comments.contains("The plan is from March."), "{comments}");
    assert_eq!(kept(&desk, "alva"), [] as [PathBuf; 0]);
    assert_eq!(desk.reopened("alva"), (0, 0), "no answer was given by it");
}

#[test]
fn it_is_the_coders_own_and_goes_when_it_is_left_or_taken_away() {
    let desk = Desk::new();
    cut_off(&desk, "alva", "About Anna");
    let mut other = desk.open("bo", &[]);
    other.type_in("q");
    assert!(!other.ended().1.contains("About Anna"));
    let mut own = desk.start(&[], "alva", &[]);
    own.shows("About Anna");
    own.type_in("\x1b");
    own.shows("again discards it");
    own.type_in("\x1b");
    own.until("the questions", |pty| !pty.screen().contents().contains("About Anna"));
    own.type_in("q");
    assert_eq!(own.ended().0, 0);
    assert_eq!(kept(&desk, "alva"), [] as [PathBuf; 0]);
    desk.run(&["S", "--coder", "alva", "--keys", "#2<enter>cAbout Anna<enter>", "--print"]);
    cut_off(&desk, "alva", " again");
    assert_eq!(kept(&desk, "alva").len(), 1);
    let taken = desk.run(&["redact", "S", "--case", "A-01", "--coder", "alva", "--text", "1", "--yes"]);
    assert_eq!(taken.code, 0, "{taken:?}");
    assert_eq!(kept(&desk, "alva"), [] as [PathBuf; 0], "what was begun with it goes too");
}
