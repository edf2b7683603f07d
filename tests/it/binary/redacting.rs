//! A text that is taken away is gone, whatever window is open and whatever copy still has it.

use super::desk::{Desk, answered};
use std::fs;
use std::path::{Path, PathBuf};

/// How many files below a folder hold a text.
fn holding(folder: &Path, text: &str) -> usize {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap());
    let held = entries.map(|entry| {
        if entry.file_type().unwrap().is_dir() {
            holding(&entry.path(), text)
        } else {
            usize::from(String::from_utf8_lossy(&fs::read(entry.path()).unwrap()).contains(text))
        }
    });
    held.sum()
}

#[test]
fn an_open_session_forgets_a_text_that_is_taken_away_in_another_window() {
    let desk = Desk::new();
    let mut pty = desk.open("carina", &[]);
    let cleared = format!("c{}Somebody moved\r", "\x7f".repeat(10));
    for keys in ["y", "cAnna moved\r", &cleared, "n"] {
        pty.type_in(keys);
        pty.until("saved", |pty| pty.screen().contents().contains("Saved"));
    }
    pty.until("two answers", |pty| answered(&pty.screen().contents()) == 2);
    let redacted = desk.run(&["redact", "S", "--coder", "carina", "--text", "1", "--yes"]);
    assert_eq!(redacted.code, 0, "{redacted:?}");
    assert_eq!(holding(&desk.path("S"), "Anna moved"), 0);
    pty.shows("have been read again");
    // Back to before the second comment: that would bring the first one back.
    for keys in ["u", "u", "u", "y", "y"] {
        pty.type_in(keys);
        pty.until("saved", |pty| !pty.screen().contents().contains("aving"));
    }
    pty.until("two answers", |pty| answered(&pty.screen().contents()) == 2);
    pty.type_in("q");
    let (code, screen) = pty.ended();
    assert_eq!(code, 0, "{screen}");
    assert_eq!(holding(&desk.path("S"), "Anna moved"), 0, "{screen}");
    let checked = desk.run(&["verify", "S"]);
    assert_eq!(checked.code, 0, "{checked:?}");
}

#[test]
fn a_comment_that_is_open_while_its_text_is_taken_away_is_not_saved_with_it() {
    let desk = Desk::new();
    let mut pty = desk.open("carina", &[]);
    pty.type_in("cAnna moved\r");
    pty.until("saved", |pty| pty.screen().contents().contains("Saved"));
    pty.type_in("c");
    pty.until("the comment", |pty| pty.screen().contents().matches("Anna moved").count() > 1);
    let redacted = desk.run(&["redact", "S", "--coder", "carina", "--text", "1", "--yes"]);
    assert_eq!(redacted.code, 0, "{redacted:?}");
    pty.shows("has been removed in another");
    pty.until("the line without it", |pty| !pty.screen().contents().contains("Anna"));
    pty.type_in("in May\r");
    pty.until("saved", |pty| pty.screen().contents().contains("Saved"));
    pty.type_in("q");
    let (code, screen) = pty.ended();
    assert_eq!(code, 0, "{screen}");
    assert_eq!([holding(&desk.path("S"), "Anna"), holding(&desk.path("S"), "in May")], [0, 1], "{screen}");
    assert_eq!(desk.run(&["verify", "S"]).code, 0);
}

#[test]
fn a_copy_that_still_has_the_text_does_not_bring_it_back_and_one_that_has_not_takes_it_along() {
    let desk = Desk::new();
    let ran = desk.run(&["S", "--coder", "carina", "--keys", "ycAnna moved<enter>", "--print"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    let copy = |to: &str| {
        let copied = std::process::Command::new("cp").arg("-r").arg(desk.path("S")).arg(desk.path(to)).status();
        assert!(copied.unwrap().success());
    };
    copy("old");
    copy("other");
    assert_eq!(desk.run(&["redact", "S", "--coder", "carina", "--text", "1", "--yes"]).code, 0);
    for (here, there) in [("S", "old"), ("other", "S")] {
        for study in [here, there] {
            assert_eq!(desk.run(&[study, "--coder", "carina", "--keys", "n", "--print"]).code, 0);
        }
        let merged = desk.run(&["merge", here, there]);
        assert_eq!(merged.code, 0, "{merged:?}");
        assert_eq!(holding(&desk.path(here), "Anna moved"), 0, "{merged:?}");
        let checked = desk.run(&["verify", here]);
        assert!(checked.code == 0 && checked.out.contains("The ledger is intact"), "{checked:?}");
        let out = format!("out-{here}");
        let exported = desk.run(&["export", here, "--format", "csv", "--texts", "--out", &out]);
        assert_eq!((exported.code, holding(&desk.path(out), "Anna")), (0, 0), "{exported:?}");
    }
}

#[test]
fn what_was_cut_off_is_finished_and_nothing_else_is_taken_away_with_it() {
    let desk = Desk::new();
    let ran = desk.run(&["S", "--coder", "carina", "--keys", "ycAnna moved<enter>nmBo stayed<enter>", "--print"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    let file = desk.newest("carina");
    let before = fs::read(&file).unwrap();
    let redact = || desk.run(&["redact", "S", "--coder", "carina", "--text", "1", "--yes"]);
    assert_eq!(redact().code, 0);
    // As if it had been killed between the line that tells of it and the file that is replaced.
    fs::write(&file, before).unwrap();
    assert_eq!(holding(&desk.path("S"), "Anna moved"), 1);
    let again = redact();
    assert!(again.code == 0 && again.out.contains("was cut off"), "{again:?}");
    let held = ["Anna moved", "Bo stayed"].map(|text| holding(&desk.path("S"), text));
    assert_eq!((held, desk.run(&["verify", "S"]).code), ([0, 1], 0));
    let next = redact();
    assert!(next.code == 0 && !next.out.contains("was cut off"), "{next:?}");
    assert_eq!((holding(&desk.path("S"), "Bo stayed"), redact().code), (0, 1));
}

fn copy(desk: &Desk, from: &str, to: &str) {
    let copied = std::process::Command::new("cp").arg("-r").arg(desk.path(from)).arg(desk.path(to)).status();
    assert!(copied.unwrap().success());
}

#[test]
fn a_text_is_not_said_to_be_gone_while_another_contains_it() {
    let desk = Desk::new();
    desk.codes("S", "carina", "ycAnna moved<enter>");
    desk.codes("S", "carina", "c in May<enter>");
    assert_eq!(holding(&desk.path("S"), "Anna moved in May"), 1);
    desk.codes("S", "lotta", "<pagedown>mAnna moved, says her file<enter>");
    let redact = |texts: &[&str]| {
        let chosen: Vec<&str> = texts.iter().flat_map(|text| ["--text", text]).collect();
        desk.run(&[&["redact", "S", "--coder", "carina", "--yes"], &chosen[..]].concat())
    };
    let first = redact(&["1"]);
    assert!(first.code == 1 && !first.out.contains("has been removed"), "{first:?}");
    assert!(first.out.contains("1 ledger line was blanked"), "{first:?}");
    assert!(first.err.contains("comment, A-01 question 2") && first.err.contains("carina/0002.jsonl:2"), "{first:?}");
    assert!(first.err.contains("lotta/0001.jsonl:2") && !first.err.contains("A-02"), "whose, and no more: {first:?}");
    let second = redact(&["1"]);
    assert!(second.code == 0 && second.out.contains("has been removed"), "the longer one is in no other: {second:?}");
}

#[test]
fn a_text_is_not_said_to_be_gone_while_a_file_was_not_looked_into() {
    let desk = Desk::new();
    desk.codes("S", "carina", "ycAnna moved<enter>");
    desk.codes("S", "lotta", "<pagedown>y");
    let ledger = desk.path("S/ledger");
    fs::copy(desk.newest("carina"), ledger.join("carina/0001 (copy).jsonl")).unwrap();
    fs::create_dir(ledger.join("lotta/0002.jsonl")).unwrap();
    let foreign: &std::ffi::OsStr = std::os::unix::ffi::OsStrExt::from_bytes(b"s\xe4ker");
    for folder in [desk.path("S/LEDGER"), ledger.join("old/ones/of/last/year")] {
        fs::create_dir_all(&folder).unwrap();
        fs::copy(desk.newest("carina"), folder.join(foreign)).unwrap();
    }
    let redacted = desk.run(&["redact", "S", "--coder", "carina", "--text", "1", "--yes"]);
    assert!(redacted.code == 1 && !redacted.out.contains("has been removed"), "{redacted:?}");
    let beside = ["carina/0001 (copy).jsonl:3", "LEDGER/s\u{fffd}ker:3", "old/ones/of/last/year/s\u{fffd}ker:3"];
    let beside = beside.map(|file| format!("{file}: The text is still in this file"));
    for told in beside.iter().map(String::as_str).chain(["lotta/0002.jsonl: Nothing here was searched"]) {
        assert!(redacted.err.contains(told), "{redacted:?}");
    }
    assert_eq!(holding(&ledger.join("lotta"), "Anna"), 0);
}

/// A study whose first text was taken away after it was copied to `C`, and the copy's file with what is in it.
fn taken_away_but_in_a_copy() -> (Desk, PathBuf, String) {
    let desk = Desk::new();
    desk.codes("S", "carina", "ycAnna moved<enter>n");
    copy(&desk, "S", "C");
    assert_eq!(desk.run(&["redact", "S", "--coder", "carina", "--text", "1", "--yes"]).code, 0);
    let file = desk.path("C/ledger/carina/0001.jsonl");
    let bytes = fs::read_to_string(&file).unwrap();
    (desk, file, bytes)
}

#[test]
fn a_text_that_was_typed_anew_where_its_line_was_lost_does_not_come_back() {
    for damage in ["\"text\":\"Bnna moved", "\"op\":\"nose\""] {
        let (desk, file, bytes) = taken_away_but_in_a_copy();
        let was = if damage.contains("nose") { "\"op\":\"note\"" } else { "\"text\":\"Anna moved" };
        fs::write(&file, bytes.replacen(was, damage, 1)).unwrap();
        assert_eq!(desk.run(&["recover", "C"]).code, 0);
        desk.codes("C", "carina", "<up>cAnna moved<enter>mSomebody stayed<enter>");
        let merged = desk.run(&["merge", "S", "C"]);
        assert_eq!(merged.code, 0, "{merged:?}");
        let held = ["Anna moved", "Somebody stayed"].map(|text| holding(&desk.path("S"), text));
        assert_eq!(held, [0, 1], "{damage}: {merged:?}");
        assert_eq!(desk.run(&["verify", "S"]).code, 0);
    }
}

#[test]
fn a_text_that_nothing_can_tell_from_one_that_was_taken_away_is_shown_to_a_person() {
    let (desk, file, bytes) = taken_away_but_in_a_copy();
    let first: Vec<&str> = bytes.split_inclusive('\n').take(2).collect();
    fs::write(&file, first.concat()).unwrap();
    desk.codes("C", "carina", "cAnna moved<enter>mSomebody stayed<enter>");
    let merged = desk.run(&["merge", "S", "C"]);
    assert!(merged.code == 0 && merged.err.contains("carina, A-01 question 2: a text was removed here"), "{merged:?}");
    assert_eq!(merged.err.matches("was removed here").count(), 1, "{merged:?}");
    assert_eq!(desk.run(&["redact", "S", "--coder", "carina", "--text", "1", "--yes"]).code, 0);
    let again = desk.run(&["merge", "S", "C"]);
    assert_eq!((again.code, holding(&desk.path("S"), "Anna moved")), (0, 0), "{again:?}");
}
