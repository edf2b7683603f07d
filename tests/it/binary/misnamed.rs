//! Lines in files whose names are not read: no figure is given without saying so, and nothing else cries wolf.

use super::desk::{COUNTING, Desk};
use serde_json::Value;
use std::fs;
use std::path::Path;

/// Two coders with answers to the first questions of a case each.
fn desk() -> Desk {
    Desk::coded(&[("alva", "yyn"), ("lotta", "<pagedown>ny")])
}

fn rename(desk: &Desk, from: &str, to: &str) {
    let ledger = desk.path("S/ledger");
    fs::rename(ledger.join(from), ledger.join(to)).unwrap();
}

#[test]
fn every_figure_says_that_lines_stand_in_a_file_that_is_not_read_and_what_to_do() {
    for (from, to, file) in [
        ("alva", "ALVA", "ALVA/0001.jsonl"),
        ("alva/0001.jsonl", "alva/0001.JSONL", "alva/0001.JSONL"),
        ("alva/0001.jsonl", "alva/0001 (copy).jsonl", "alva/0001 (copy).jsonl"),
        ("alva/0001.jsonl", "alva/0001.jsonl.bak", "alva/0001.jsonl.bak"),
        ("alva/0001.jsonl", "0001.jsonl", "0001.jsonl"),
    ] {
        let desk = desk();
        let whole = desk.run(&["tally", "S"]);
        rename(&desk, from, to);
        for args in COUNTING.into_iter().chain([&["seal", "S"][..]]) {
            let ran = desk.run(args);
            assert_eq!(ran.code, 1, "{to} {args:?}: {ran:?}");
            assert!(ran.err.contains(file) && ran.err.contains("3 lines are not counted"), "{to} {args:?}: {ran:?}");
            assert!(ran.err.contains("Rename the file to alva/0001.jsonl"), "{to} {args:?}: {ran:?}");
        }
        let json: Value = serde_json::from_str(&desk.run(&["tally", "S", "--format", "json"]).out).unwrap();
        let gap = &json["left_out"][0];
        assert_eq!((&gap["file"], &gap["lines"], &gap["cases"][0]), (&file.into(), &3.into(), &"A-01".into()));
        let verified = desk.run(&["verify", "S"]);
        assert!(verified.code == 1 && !verified.out.contains("intact"), "{verified:?}");
        let refused = desk.run(&["plan", "S", "--coders", "alva,lotta", "--yes"]);
        assert!(refused.code == 1 && refused.err.contains(file), "{refused:?}");
        let shown = desk.run(&["S", "--coder", "lotta", "--view", "--keys", "", "--print"]).out;
        assert!(shown.contains("Incomplete") && shown.contains("not read"), "{shown}");
        rename(&desk, to, from);
        assert_eq!(desk.run(&["tally", "S"]).out, whole.out);
        assert_eq!(desk.run(&["verify", "S"]).code, 0);
    }
}

#[test]
fn a_name_in_another_encoding_is_no_reason_not_to_look_into_the_file() {
    use std::os::unix::ffi::OsStrExt;
    let desk = desk();
    let name = std::ffi::OsStr::from_bytes(b"s\xe4kerhetskopia 0001.jsonl");
    let folder = desk.path("S/ledger/alva");
    fs::rename(folder.join("0001.jsonl"), folder.join(name)).unwrap();
    let ran = desk.run(&["tally", "S"]);
    assert!(ran.code == 1 && ran.err.contains("3 lines are not counted"), "{ran:?}");
    fs::copy(folder.join(name), folder.join("0001.jsonl")).unwrap();
    assert_eq!(desk.run(&["tally", "S"]).code, 0);
}

#[test]
fn a_ledger_that_is_called_otherwise_is_not_taken_for_an_empty_one() {
    let desk = desk();
    fs::rename(desk.path("S/ledger"), desk.path("S/LEDGER")).unwrap();
    for args in [&["tally", "S"][..], &["verify", "S"], &["status", "S"], &["backup", "S", "B"]] {
        let ran = desk.run(args);
        let said = format!("{}{}", ran.out, ran.err);
        assert!(ran.code == 1 && said.contains("Rename the file to ledger/alva/0001.jsonl"), "{args:?}: {ran:?}");
    }
    let ran = desk.run(&["S", "--coder", "alva", "--keys", "n", "--print"]);
    assert!(ran.code == 0 && desk.path("S/ledger/alva/0002.jsonl").exists(), "{ran:?}");
    fs::rename(desk.path("S/LEDGER/alva/0001.jsonl"), desk.path("S/ledger/alva/0001.jsonl")).unwrap();
    fs::rename(desk.path("S/LEDGER/lotta"), desk.path("S/ledger/lotta")).unwrap();
    assert_eq!(desk.run(&["verify", "S"]).code, 0);
}

#[test]
fn what_has_no_line_that_counts_nowhere_is_no_matter() {
    let desk = desk();
    let ledger = desk.path("S/ledger");
    for name in ["README", "alva/.DS_Store", "alva/Thumbs.db", "desktop.ini", "alva/notes.txt~"] {
        fs::write(ledger.join(name), "{\"v\":1}\nsomething\n").unwrap();
    }
    fs::create_dir(ledger.join("Old files")).unwrap();
    fs::copy(ledger.join("alva/0001.jsonl"), ledger.join("alva/0001.jsonl~")).unwrap();
    fs::copy(ledger.join("lotta/0001.jsonl"), ledger.join("Old files/0001 (copy).jsonl")).unwrap();
    let counted = desk.run(&["tally", "S"]);
    assert_eq!((counted.code, counted.err.as_str()), (0, ""), "{counted:?}");
    let verified = desk.run(&["verify", "S"]);
    assert!(verified.code == 0 && verified.out.contains("0001.jsonl~: Not part of the ledger"), "{verified:?}");
}

#[test]
fn what_is_answered_meanwhile_comes_after_what_is_not_read() {
    let desk = desk();
    rename(&desk, "alva/0001.jsonl", "alva/0001.JSONL");
    let ran = desk.run(&["S", "--coder", "alva", "--keys", "n", "--print"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    assert!(!desk.path("S/ledger/alva/0001.jsonl").exists(), "its number is not used again");
    let recovered = desk.run(&["recover", "S"]);
    assert!(recovered.code == 1 && recovered.out.contains("No file of the ledger is damaged"), "{recovered:?}");
    rename(&desk, "alva/0001.JSONL", "alva/0001.jsonl");
    assert_eq!(desk.run(&["verify", "S"]).code, 0);
    let json: Value = serde_json::from_str(&desk.run(&["tally", "S", "q1", "--format", "json"]).out).unwrap();
    let no = json.to_string();
    assert!(no.contains("\"no\""), "{no}");
    assert_eq!(desk.run(&["count", "S", "--where", "q1=yes", "--format", "json"]).code, 0);
    let shown = desk.run(&["list", "S", "--format", "json"]);
    assert_eq!(shown.code, 0, "{shown:?}");
    let count = desk.run(&["count", "S", "--where", "q1=no", "--format", "json"]).out;
    let count: Value = serde_json::from_str(&count).unwrap();
    assert_eq!(count["n"], 2, "{count}");
}

#[test]
fn nothing_is_merged_or_sent_with_lines_that_are_not_read() {
    let desk = desk();
    let copied = std::process::Command::new("cp").arg("-r").arg(desk.path("S")).arg(desk.path("C")).status();
    assert!(copied.unwrap().success());
    assert_eq!(desk.run(&["C", "--coder", "alva", "--keys", "n", "--print"]).code, 0);
    let beside = |study: &str| desk.path(Path::new(study).join("ledger"));
    fs::rename(beside("C").join("alva"), beside("C").join("ALVA")).unwrap();
    let refused = desk.run(&["merge", "S", "C"]);
    assert!(refused.code == 1 && refused.err.contains("ALVA/0002.jsonl"), "{refused:?}");
    let unsent = desk.run(&["bundle", "C", "-o", "sent.zip"]);
    assert!(unsent.code == 1 && unsent.err.contains("ALVA/0002.jsonl"), "{unsent:?}");
    fs::rename(beside("C").join("ALVA"), beside("C").join("alva")).unwrap();
    assert_eq!(desk.run(&["merge", "S", "C"]).code, 0);
}
