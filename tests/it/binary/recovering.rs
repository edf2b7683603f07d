//! What comes after a recovery: the good file put back, a backup, a merge, and what somebody else saw there.

use super::desk::{Desk, rechained};
use std::fs;
use std::path::PathBuf;

const FILE: &str = "S/ledger/carina/0001.jsonl";

/// Carina codes six questions; lotta begins after her, and names what she saw there.
fn desk() -> Desk {
    let desk = Desk::new();
    for (coder, keys) in [("carina", "yynyny"), ("lotta", "<pagedown>ny")] {
        let ran = desk.run(&["S", "--coder", coder, "--keys", keys, "--print"]);
        assert_eq!(ran.code, 0, "{ran:?}");
    }
    desk
}

/// How many answers count, and whether that is told to lack some.
fn counted(desk: &Desk, study: &str) -> (u64, u8) {
    let ran = desk.run(&["tally", study, "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    let groups = json["questions"].as_array().unwrap().iter().flat_map(|one| one["groups"].as_array().unwrap());
    let choices = groups.flat_map(|one| one["choices"].as_array().unwrap());
    (choices.map(|one| one["n"].as_u64().unwrap()).sum(), u8::try_from(ran.code).unwrap())
}

/// What may happen to a file.
const DAMAGES: [&str; 3] = ["flip", "cut", "gone"];

/// Does it to a file; gives it with what it held.
fn damage(desk: &Desk, kind: &str) -> (PathBuf, Vec<u8>) {
    let path = desk.path(FILE);
    let good = fs::read(&path).unwrap();
    let mut bytes = good.clone();
    match kind {
        "flip" => {
            let at = String::from_utf8(good.clone()).unwrap().match_indices("\"answer\":\"").nth(1).unwrap().0;
            bytes[at + 10] ^= 1;
        }
        _ => bytes = good.split_inclusive(|byte| *byte == b'\n').take(4).collect::<Vec<_>>().concat(),
    }
    fs::write(&path, bytes).unwrap();
    if kind == "gone" {
        fs::remove_file(&path).unwrap();
    }
    (path, good)
}

#[test]
fn the_good_file_put_back_after_a_recovery_counts_again() {
    for kind in DAMAGES {
        let desk = desk();
        let whole = counted(&desk, "S");
        assert_eq!(whole, (8, 0));
        let (path, good) = damage(&desk, kind);
        let recovered = desk.run(&["recover", "S"]);
        assert_eq!(recovered.code, 0, "{kind} {recovered:?}");
        let (less, code) = counted(&desk, "S");
        assert!(less < 8 && code == 0, "{kind} {less}");
        let verified = desk.run(&["verify", "S"]);
        assert!(verified.code == 0 && verified.out.contains("Lines may be lost."), "{kind} {verified:?}");
        assert!(!verified.out.contains("is also in a later file"), "{kind} {verified:?}");
        fs::write(&path, good).unwrap();
        assert_eq!(counted(&desk, "S"), whole, "{kind}");
        let verified = desk.run(&["verify", "S"]);
        assert!(verified.code == 0 && !verified.out.contains("Lines may be lost."), "{kind} {verified:?}");
        assert_eq!(desk.run(&["recover", "S"]).out, "No file of the ledger is damaged.\n", "{kind}");
    }
}

#[test]
fn a_recovered_file_that_is_changed_or_removed_afterwards_is_told_of() {
    let desk = desk();
    let (path, _) = damage(&desk, "flip");
    assert_eq!(desk.run(&["recover", "S"]).code, 0);
    let recovered = fs::read(&path).unwrap();
    fs::write(&path, [&recovered[..], b"x\n"].concat()).unwrap();
    assert_eq!(desk.run(&["verify", "S"]).code, 4);
    fs::remove_file(&path).unwrap();
    assert_eq!(desk.run(&["verify", "S"]).code, 4);
    fs::write(&path, recovered).unwrap();
    assert_eq!(desk.run(&["verify", "S"]).code, 0);
}

#[test]
fn a_backup_after_a_recovery_loses_nothing_and_gives_it_back() {
    for kind in DAMAGES {
        let desk = desk();
        assert_eq!(desk.run(&["backup", "S", "B"]).code, 0);
        let (path, good) = damage(&desk, kind);
        assert_eq!(desk.run(&["recover", "S"]).code, 0);
        let again = desk.run(&["backup", "S", "B"]);
        assert!(again.code == 4 && again.err.contains("carina/0001.jsonl"), "{kind} {again:?}");
        assert_eq!(fs::read(desk.path("B/ledger/carina/0001.jsonl")).unwrap(), good, "{kind}");
        assert_eq!((counted(&desk, "B"), desk.run(&["verify", "B"]).code), ((8, 0), 0), "{kind}");
        let merged = desk.run(&["merge", "S", "B"]);
        assert_eq!((merged.code, counted(&desk, "S")), (0, (8, 0)), "{kind} {merged:?}");
        let last = desk.run(&["backup", "S", "B"]);
        assert_eq!((last.code, counted(&desk, "B"), path.exists()), (0, (8, 0), kind != "gone"), "{kind} {last:?}");
        assert_eq!([desk.run(&["verify", "S"]).code, desk.run(&["verify", "B"]).code], [0, 0], "{kind}");
    }
}

#[test]
fn a_first_backup_after_a_recovery_is_as_the_study_is() {
    for kind in DAMAGES {
        let desk = desk();
        damage(&desk, kind);
        assert_eq!(desk.run(&["recover", "S"]).code, 0);
        assert_eq!(desk.run(&["backup", "S", "B"]).code, 0, "{kind}");
        let verified = desk.run(&["verify", "B"]);
        assert_eq!((counted(&desk, "B"), verified.code), (counted(&desk, "S"), 0), "{kind} {verified:?}");
    }
}

#[test]
fn what_somebody_else_saw_otherwise_was_changed_and_is_never_recovered() {
    let desk = desk();
    let text = fs::read_to_string(desk.path(FILE)).unwrap();
    let forged = rechained(&text.replacen("\"answer\":\"no\"", "\"answer\":\"yes\"", 1));
    assert!(forged != text);
    fs::write(desk.path(FILE), &forged).unwrap();
    for _ in 0..2 {
        let recovered = desk.run(&["recover", "S"]);
        assert_eq!((recovered.code, desk.segments("carina").len()), (4, 1), "{recovered:?}");
        let said =
            format!("carina/0001.jsonl: changed, not lost: lotta/0001.jsonl saw another line {}", text.lines().count());
        assert!(recovered.err.contains(&said) && !recovered.out.contains("No file"), "{recovered:?}");
        assert_eq!([desk.run(&["verify", "S"]).code, desk.run(&["tally", "S"]).code], [4, 4]);
    }
    let mut spoilt = forged.into_bytes();
    let last = spoilt.len() - 20;
    spoilt[last] ^= 1;
    fs::write(desk.path(FILE), &spoilt).unwrap();
    desk.run(&["recover", "S", "--out", "R"]);
    fs::write(desk.path(FILE), text).unwrap();
    assert_eq!([desk.run(&["verify", "S"]).code, desk.run(&["tally", "S"]).code], [0, 0], "a person has put it right");
}

#[test]
fn a_missing_last_file_is_recovered_in_one_run_and_nothing_is_written_under_its_name() {
    let desk = desk();
    let (path, good) = damage(&desk, "gone");
    let recovered = desk.run(&["recover", "S"]);
    assert_eq!((recovered.code, path.exists()), (0, false), "{recovered:?}");
    assert!(recovered.out.contains("8 are lost"), "the first line, six answers, the last line: {recovered:?}");
    assert_eq!([desk.run(&["verify", "S"]).code, desk.run(&["tally", "S"]).code], [0, 0]);
    assert_eq!(desk.run(&["recover", "S"]).out, "No file of the ledger is damaged.\n");
    let ran = desk.run(&["S", "--coder", "carina", "--keys", "n", "--print"]);
    assert_eq!((ran.code, path.exists()), (0, false), "{ran:?}");
    fs::write(&path, good).unwrap();
    assert_eq!(desk.run(&["verify", "S"]).code, 0);
}

#[test]
fn a_sitting_writes_nothing_under_the_name_of_a_file_that_is_missing() {
    let desk = desk();
    let (path, good) = damage(&desk, "gone");
    let ran = desk.run(&["S", "--coder", "carina", "--keys", "n", "--print"]);
    assert_eq!((ran.code, path.exists(), counted(&desk, "S").1), (0, false, 4), "{ran:?}");
    fs::write(&path, good).unwrap();
    assert_eq!((counted(&desk, "S"), desk.run(&["verify", "S"]).code), ((8, 0), 0));
}
