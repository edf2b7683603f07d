//! The disk and the ledger's files behave badly under the running program.

use super::desk::{Desk, answered};
use crate::pty::Pty;
use rustix::process::{Resource, Rlimit, prlimit};
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

fn answer(pty: &mut Pty, key: &str) {
    let before = answered(&pty.screen().contents());
    pty.type_in(key);
    pty.until("one more answer", |pty| answered(&pty.screen().contents()) == before + 1);
}

/// A ledger file that something happens to between two answers: nothing that was shown is lost.
fn survives(what: &str, harm: impl FnOnce(&Path), whole: bool) {
    let desk = Desk::new();
    let mut pty = desk.open("carina", &[]);
    for key in ["y", "n"] {
        answer(&mut pty, key);
    }
    harm(&desk.newest("carina"));
    answer(&mut pty, "n");
    pty.until("that something went wrong", |pty| pty.screen().contents().contains("Saved, but in a new file"));
    answer(&mut pty, "y");
    pty.type_in("q");
    assert_eq!(pty.ended().0, 0, "{what}");
    assert!(desk.segments("carina").last().unwrap().ends_with("0002.jsonl"), "{what}: {:?}", desk.segments("carina"));
    let last = fs::read_to_string(desk.newest("carina")).unwrap();
    assert_eq!(last.matches("\"op\":\"answer\"").count(), 4, "{what}: {last}");
    if whole {
        assert_eq!(desk.keys(), "ynny", "{what}");
        assert_eq!(desk.reopened("carina"), (4, 0), "{what}");
    }
}

#[test]
fn a_ledger_file_that_is_deleted_or_renamed_is_written_anew() {
    survives("deleted", |file| fs::remove_file(file).unwrap(), true);
    survives("renamed", |file| fs::rename(file, file.with_extension("old")).unwrap(), true);
}

#[test]
fn a_ledger_file_that_is_truncated_or_replaced_is_written_anew() {
    let cut = |length: fn(u64) -> u64| {
        move |file: &Path| {
            let file = fs::OpenOptions::new().write(true).open(file).unwrap();
            let whole = file.metadata().unwrap().len();
            file.set_len(length(whole)).unwrap();
        }
    };
    survives("emptied", cut(|_| 0), true);
    survives("torn", cut(|whole| whole - 7), true);
    let replace = |file: &Path| {
        let other = file.with_extension("beside");
        fs::write(&other, fs::read(file).unwrap()).unwrap();
        fs::rename(other, file).unwrap();
    };
    survives("replaced", replace, true);
}

#[test]
fn a_ledger_file_that_another_writes_to_is_left_for_a_new_one() {
    let append = |bytes: &'static [u8]| {
        move |file: &Path| {
            use std::io::Write;
            fs::OpenOptions::new().append(true).open(file).unwrap().write_all(bytes).unwrap();
        }
    };
    survives("half a line", append(b"{\"v\":1"), true);
    survives("a line", append(b"rubbish\n"), true);
}

fn limit(pty: &Pty, bytes: Option<u64>) {
    let maximum = prlimit(Some(pty.pid()), Resource::Fsize, Rlimit { current: bytes, maximum: None }).unwrap();
    assert_eq!(maximum.maximum, None, "the limit can be lifted");
}

#[test]
fn on_a_full_disk_not_saved_stands_until_there_is_room() {
    let desk = Desk::new();
    let mut pty = desk.open("carina", &[]);
    answer(&mut pty, "y");
    limit(&pty, Some(10));
    pty.type_in("n");
    pty.shows("NOT SAVED: No for A-01 question 2. Enter tries again, Ctrl-C quits.");
    pty.type_in("y");
    pty.type_in("\r");
    pty.shows("NOT SAVED");
    assert_eq!(answered(&pty.screen().contents()), 1, "nothing moves before it is on disk");
    limit(&pty, None);
    pty.type_in("\r");
    pty.until("saved", |pty| answered(&pty.screen().contents()) == 2);
    answer(&mut pty, "n");
    pty.type_in("q");
    assert_eq!(pty.ended().0, 0);
    assert_eq!(desk.keys(), "ynn");
    assert_eq!(desk.reopened("carina"), (3, 0));
}

#[test]
fn leaving_with_an_unsaved_answer_says_so_with_exit_code_3() {
    let desk = Desk::new();
    let mut pty = desk.open("carina", &[]);
    answer(&mut pty, "y");
    limit(&pty, Some(10));
    pty.type_in("n");
    pty.shows("NOT SAVED");
    pty.type_in("\x03");
    let (code, screen) = pty.ended();
    assert_eq!(code, 3, "{screen}");
    assert_eq!(desk.keys(), "y");
}

#[test]
fn a_folder_that_cannot_be_written_is_only_looked_at() {
    let desk = Desk::new();
    let mut pty = desk.open("carina", &[]);
    answer(&mut pty, "y");
    pty.type_in("q");
    assert_eq!(pty.ended().0, 0);
    let set = |mode: u32| {
        for name in ["S/ledger/carina", "S/ledger", "S"] {
            fs::set_permissions(desk.path(name), fs::Permissions::from_mode(mode)).unwrap();
        }
    };
    set(0o555);
    // To the superuser every folder is writable: then `--view` stands in for it.
    let looks = if rustix::process::geteuid().is_root() { &["--view"][..] } else { &[] };
    let mut pty = desk.open("carina", looks);
    pty.type_in("n");
    pty.shows("Nothing is saved here");
    pty.type_in("q");
    assert_eq!(pty.ended().0, 0);
    set(0o755);
    assert_eq!(desk.segments("carina").len(), 1, "looking creates nothing");
    assert_eq!(desk.keys(), "y");
}

/// Every file and folder below a folder.
fn below(folder: &Path) -> Vec<PathBuf> {
    let found = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    found.flat_map(|path| if path.is_dir() { [below(&path), vec![path]].concat() } else { vec![path] }).collect()
}

#[test]
fn nothing_that_the_program_makes_is_for_others_whatever_the_umask() {
    let desk = Desk::new();
    fs::write(desk.path("a.csv"), "case,question,answer\nA-01,q1,yes\nA-02,q1,no\n").unwrap();
    let given = below(desk.folder.path());
    let ran = desk.shell(
        "umask 0 && set -e
        \"$0\" new T --protocol p.toml --cases c.csv
        \"$0\" plan T --coders robin,kim
        \"$0\" import T a.csv --coder robin
        \"$0\" status T --phase feedback
        \"$0\" export T --format all
        \"$0\" report T -o r.html
        \"$0\" T --coder kim --keys y --print
        \"$0\" protocol export demo --format md -o demo.md",
    );
    assert_eq!(ran.code, 0, "{ran:?}");
    let made: Vec<PathBuf> = below(desk.folder.path()).into_iter().filter(|path| !given.contains(path)).collect();
    for name in ["T/study.toml", "T/ledger/kim/0001.jsonl", "T/plan.csv", "T-export/data.csv", "r.html", "demo.md"] {
        assert!(made.contains(&desk.path(name)), "{name}: {made:?}");
    }
    for path in made {
        let bits = fs::metadata(&path).unwrap().permissions().mode();
        assert_eq!(bits & 0o027, 0, "{}: {bits:o}", path.display());
    }
}
