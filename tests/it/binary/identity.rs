//! No personal identity number gets into a study folder, and a text can be taken out of it.

use super::desk::{Desk, Ran, protocol};
use crate::fixture::question;
use std::fs;
use std::io::Write;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Stdio;

const NUMBER: &str = "811218-9876";

/// Every byte of every file below a folder.
fn bytes(folder: &Path) -> String {
    let files = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    files.map(|path| if path.is_dir() { bytes(&path) } else { fs::read_to_string(path).unwrap() }).collect()
}

fn new(desk: &Desk, cases: &str, more: &[&str]) -> Ran {
    fs::write(desk.path("c.csv"), cases).unwrap();
    desk.run(&[&["new", "T", "--protocol", "p.toml", "--cases", "c.csv"], more].concat())
}

#[test]
fn a_list_with_a_number_in_any_cell_is_refused_and_nothing_made() {
    let desk = Desk::new();
    for cases in [
        "case,unit\n811218-9876,A\n",
        "case,unit,note\nA-1,A,\"sade 19811218 9876\"\n",
        "case,unit,8112189876\nA-1,A,\n",
    ] {
        let made = new(&desk, cases, &[]);
        assert_eq!(made.code, 1, "{made:?}");
        assert!(
            made.err.contains("c.csv:") && made.err.contains("--pseudonymise") && !made.err.contains("9876"),
            "{}",
            made.err
        );
        assert!(!desk.path("T").exists());
    }
    let made = desk.run(&["new", "T", "--protocol", "p.toml", "--cases", "c.csv", "--title", NUMBER]);
    assert!(made.code == 1 && !desk.path("T").exists());
}

/// A spreadsheet with a title above the header and one row per number.
fn sheet(path: &Path, rows: &[[&str; 3]]) {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet().set_name("Blad1").unwrap();
    sheet.write(0, 0, "Ärenden 2026").unwrap();
    for (row, cells) in (2..).zip(std::iter::once(&["personnummer", "unit", "note"]).chain(rows)) {
        for (column, cell) in (0..).zip(cells) {
            match cell.parse::<f64>() {
                Ok(number) => sheet.write(row, column, number).unwrap(),
                Err(_) => sheet.write(row, column, *cell).unwrap(),
            };
        }
    }
    book.save(path).unwrap();
}

const PEOPLE: [[&str; 3]; 3] =
    [["811218-9876", "Norr", ""], ["199003622389", "Söder", "ring"], ["8112789873", "Norr", ""]];
const GROUPS: [&str; 7] = ["811218", "9876", "199003", "900362", "2389", "811278", "9873"];

#[test]
fn a_spreadsheet_with_numbers_is_refused_with_the_names_of_the_cells() {
    let desk = Desk::new();
    sheet(&desk.path("c.xlsx"), &[PEOPLE[0], ["A-2", "Norr", "mor: 900362-2389"], PEOPLE[2]]);
    let commands: [&[&str]; 2] = [
        &["new", "T", "--protocol", "p.toml", "--cases", "c.xlsx"],
        &["draw", "T", "--protocol", "p.toml", "--frame", "c.xlsx", "--seed", "7", "--n", "1"],
    ];
    for command in commands {
        let made = desk.run(command);
        assert_eq!(made.code, 1, "{made:?}");
        for cell in ["c.xlsx: Blad1!A4", "c.xlsx: Blad1!C5", "c.xlsx: Blad1!A6", "--pseudonymise"] {
            assert!(made.err.contains(cell), "{cell} in {}", made.err);
        }
        assert!(GROUPS.iter().all(|group| !made.err.contains(group)), "{}", made.err);
        assert!(!desk.path("T").exists());
    }
}

#[test]
fn replaced_ids_of_several_files_and_of_a_frame_leave_no_number_in_the_study() {
    let desk = Desk::new();
    sheet(&desk.path("c.xlsx"), &PEOPLE);
    fs::write(desk.path("d.csv"), "pnr,unit\n19121212+1212,Norr\n").unwrap();
    let new: &[&str] = &["new", "T", "--protocol", "p.toml", "--cases", "c.xlsx", "d.csv"];
    let draw: &[&str] = &["draw", "T", "--protocol", "p.toml", "--frame", "c.xlsx", "--seed", "7", "--n", "1"];
    for (command, expected) in [(new, "Norr-03,19121212+1212\n"), (draw, "Norr-02,8112789873\n")] {
        let made = desk.run(&[command, &["--pseudonymise", "key.csv"]].concat());
        assert_eq!(made.code, 0, "{made:?}");
        let study = bytes(&desk.path("T"));
        let groups = GROUPS.into_iter().chain(["121212", "1212,", "pnr", "personnummer"]);
        groups.for_each(|group| assert!(!study.contains(group), "{group} in {study}"));
        assert!(study.contains("Söder-01,Söder"), "{study}");
        assert!(!made.out.contains("9876") && made.out.contains("key.csv"), "{}", made.out);
        let key = fs::read_to_string(desk.path("key.csv")).unwrap();
        assert!(key.starts_with("case_id,id\nNorr-01,811218-9876\n") && key.ends_with(expected), "{key}");
        fs::remove_dir_all(desk.path("T")).unwrap();
        fs::remove_file(desk.path("key.csv")).unwrap();
    }
}

#[test]
fn the_seed_of_a_draw_is_no_number_either() {
    let desk = Desk::new();
    fs::write(desk.path("f.csv"), "case,unit\nA-1,Norr\n").unwrap();
    let draw = ["draw", "T", "--protocol", "p.toml", "--frame", "f.csv", "--n", "1", "--seed", NUMBER];
    assert_eq!(desk.run(&draw).code, 1);
    assert!(!desk.path("T").exists());
}

#[test]
fn replaced_ids_leave_no_number_in_the_study_and_the_key_outside_it() {
    let desk = Desk::new();
    let cases = "personnummer;unit\n811218-9876;Norr\n199003622389;Söder\n811278-9873;Norr\n";
    let made = new(&desk, cases, &["--pseudonymise", "key.csv"]);
    assert_eq!(made.code, 0, "{made:?}");
    let study = bytes(&desk.path("T"));
    for group in ["811218", "9876", "199003", "900362", "2389", "811278", "9873"] {
        assert!(!study.contains(group), "{group} in {study}");
    }
    assert!(study.contains("Norr-01,Norr\nSöder-01,Söder\nNorr-02,Norr\n"), "{study}");
    let key = fs::read_to_string(desk.path("key.csv")).unwrap();
    assert_eq!(key, "case_id,id\nNorr-01,811218-9876\nSöder-01,199003622389\nNorr-02,811278-9873\n");
    assert_eq!(fs::metadata(desk.path("key.csv")).unwrap().permissions().mode() & 0o777, 0o600);
}

#[test]
fn the_key_is_never_put_in_a_study_and_never_over_a_file() {
    let desk = Desk::new();
    let cases = "personnummer,unit\n811218-9876,Norr\n";
    fs::create_dir(desk.path("S/sub")).unwrap();
    for key in ["T/key.csv", "S/key.csv", "S/sub/key.csv", "S/ledger/../key.csv", "p.toml", "T"] {
        let before = fs::read(desk.path("p.toml")).unwrap();
        let made = new(&desk, cases, &["--pseudonymise", key]);
        assert_eq!(made.code, 1, "{key}: {made:?}");
        assert!(!desk.path("T").exists() && !desk.path("S/key.csv").exists() && !desk.path("S/sub/key.csv").exists());
        assert_eq!(fs::read(desk.path("p.toml")).unwrap(), before);
    }
    let made = desk.run(&["new", "S", "--protocol", "p.toml", "--cases", "c.csv", "--pseudonymise", "key.csv"]);
    assert!(made.code == 1 && !desk.path("key.csv").exists(), "no key to a study that was not made");
}

#[test]
fn a_key_that_a_killed_attempt_left_does_not_stop_the_next() {
    let desk = Desk::new();
    let cases = "personnummer,unit\n811218-9876,Norr\n811278-9873,Norr\n";
    assert_eq!(new(&desk, cases, &["--pseudonymise", "key.csv"]).code, 0);
    let key = fs::read(desk.path("key.csv")).unwrap();
    for left in [&key[..], &key[..20], b""] {
        fs::remove_dir_all(desk.path("T")).unwrap();
        fs::write(desk.path("key.csv"), left).unwrap();
        let made = new(&desk, cases, &["--pseudonymise", "key.csv"]);
        assert_eq!((made.code, fs::read(desk.path("key.csv")).unwrap()), (0, key.clone()), "{made:?}");
        assert_eq!(fs::metadata(desk.path("key.csv")).unwrap().permissions().mode() & 0o777, 0o600);
    }
    let again = new(&desk, cases, &["--pseudonymise", "key.csv"]);
    assert_eq!(
        (again.code, fs::read(desk.path("key.csv")).unwrap()),
        (1, key.clone()),
        "the study is there: {again:?}"
    );
    fs::remove_dir_all(desk.path("T")).unwrap();
    for (left, mode) in [(&b"case_id,id\nNorr-01,other\n"[..], 0o600), (&key[..], 0o644)] {
        fs::write(desk.path("key.csv"), left).unwrap();
        fs::set_permissions(desk.path("key.csv"), fs::Permissions::from_mode(mode)).unwrap();
        let refused = new(&desk, cases, &["--pseudonymise", "key.csv"]);
        assert_eq!((refused.code, fs::read(desk.path("key.csv")).unwrap()), (1, left.to_vec()), "{refused:?}");
    }
}

#[test]
fn an_import_with_a_number_is_refused_whole() {
    let desk = Desk::of(&(protocol() + &question("t", "T?", "kind = 'text'")), "case,unit\nA-01,A\n");
    fs::write(desk.path("a.csv"), "case,question,answer\nA-01,q1,yes\nA-01,t,sade 8112189876\n").unwrap();
    let done = desk.run(&["import", "S", "a.csv", "--coder", "alva"]);
    assert!(done.code == 1 && done.err.contains("a.csv:3:") && !done.err.contains("9876"), "{done:?}");
    assert!(desk.segments("alva").is_empty());
    fs::copy(desk.path("c.csv"), desk.path("811218-9876.csv")).unwrap();
    assert_eq!(desk.run(&["import", "S", "811218-9876.csv", "--coder", "alva"]).code, 1);
}

/// A study in which carina wrote two comments, the first in two wordings, and alva one.
fn written() -> Desk {
    let desk = Desk::new();
    for (coder, keys) in [("carina", "cAnna said<enter>c so<enter>mthin file<enter>"), ("alva", "mBo<enter>")] {
        let ran = desk.run(&["S", "--coder", coder, "--keys", keys, "--print"]);
        assert_eq!(ran.code, 0, "{ran:?}");
    }
    desk
}

#[test]
fn a_text_is_listed_chosen_and_taken_away() {
    let desk = written();
    let mut command = desk.command(&["redact", "S", "--coder", "carina", "--case", "A-01"]);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(b"1\ny\n").unwrap();
    let output = child.wait_with_output().unwrap();
    let told = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1), "{told}");
    assert!(told.contains("The text is still part of a longer text"), "{told}");
    assert!(told.contains("comment (earlier wording): Anna said") && told.contains("comment: Anna said so"), "{told}");
    assert!(told.contains("1 text was written by another coder, who can remove it: alva"), "{told}");
    let study = bytes(&desk.path("S"));
    assert!(!study.contains("Anna said\"") && study.contains("Anna said so"), "{study}");
    assert_eq!(desk.run(&["verify", "S"]).code, 0);
    let both = desk.run(&["redact", "S", "--coder", "carina", "--text", "1", "--text", "2", "--yes"]);
    assert_eq!(both.code, 0, "{both:?}");
    let study = bytes(&desk.path("S"));
    assert!(!study.contains("Anna") && !study.contains("thin file") && study.contains("\"Bo\""), "{study}");
    let verified = desk.run(&["verify", "S"]);
    assert!(verified.code == 0 && verified.out.starts_with("The ledger is intact"), "{verified:?}");
    let shown = desk.run(&["S", "--coder", "carina", "--view", "--keys", "", "--print"]);
    assert!(shown.out.contains("▒▒▒"), "{}", shown.out);
}

#[test]
fn a_rule_that_ends_like_an_error_of_the_system_is_listed_as_written() {
    let desk = Desk::new();
    let written =
        desk.run(&["S", "--coder", "carina", "--keys", "rThe log said (os error 5)<enter><enter>", "--print"]);
    assert_eq!(written.code, 0, "{written:?}");
    let listed = desk.run(&["redact", "S", "--coder", "carina"]);
    assert!(format!("{listed:?}").contains("rule: The log said (os error 5)"), "{listed:?}");
}

#[test]
fn without_a_choice_or_a_yes_nothing_is_taken_away() {
    let desk = written();
    let before = bytes(&desk.path("S"));
    let refused = |more: &[&str]| desk.run(&[&["redact", "S", "--coder", "carina"], more].concat()).code;
    assert_eq!(refused(&[]), 1);
    assert_eq!(refused(&["--text", "1"]), 1, "nobody says yes");
    assert_eq!((refused(&["--text", "9", "--yes"]), refused(&["--text", "x", "--yes"])), (2, 2));
    assert_eq!((refused(&["--case", "A-02", "--yes"]), refused(&["--question", "q2", "--yes"])), (1, 1));
    assert_eq!(bytes(&desk.path("S")), before);
}

#[test]
fn a_text_can_be_removed_while_its_writer_goes_on_coding() {
    let desk = written();
    let mut pty = desk.open("carina", &[]);
    pty.type_in("mCarl<enter>".replace("<enter>", "\r").as_str());
    pty.shows("Saved");
    let ran = desk.run(&["redact", "S", "--coder", "carina", "--text", "4", "--yes"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    assert!(!bytes(&desk.path("S")).contains("Carl"));
    pty.type_in("q");
    assert_eq!(pty.ended().0, 0);
    assert!(!bytes(&desk.path("S")).contains("Carl"));
}
