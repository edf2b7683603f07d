//! Case lists as people have them, given to the program itself.

use super::desk::Desk;
use std::fs;
use std::io::{Cursor, Write};
use std::process::Stdio;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// An ODS file with a sheet of such rows.
fn ods(rows: &[u8]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("content.xml", SimpleFileOptions::default()).unwrap();
    zip.write_all(b"<office:document><table:table table:name=\"Blad1\">").unwrap();
    zip.write_all(rows).unwrap();
    zip.write_all(b"</table:table></office:document>").unwrap();
    zip.finish().unwrap().into_inner()
}

/// A row of texts.
fn row(cells: &[&str]) -> String {
    let cell = |text: &&str| format!("<table:table-cell><text:p>{text}</text:p></table:table-cell>");
    format!("<table:table-row>{}</table:table-row>", cells.iter().map(cell).collect::<String>())
}

#[test]
fn what_cannot_be_read_is_refused_with_a_message_and_leaves_nothing() {
    let desk = Desk::new();
    let wide = row(&["x"]).replace("<table:table-cell", "<table:table-cell table:number-columns-repeated=\"1048576\"");
    let deep = row(&["x"]).replace("<table:table-row", "<table:table-row table:number-rows-repeated=\"1048576\"");
    let bomb = [b"<table:table-row><table:table-cell><text:p>".to_vec(), vec![b'A'; 140 << 20]].concat();
    let old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    let stream = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes);
    let locked = old.iter().copied().chain(stream).collect();
    let columns = (0..10_000).map(|column| format!("c{column},")).collect::<Vec<_>>().concat();
    let twice = [row(&["id", "unit"]), row(&["a-1", "X"]), row(&["A-1 ", "X"])].concat();
    for (name, bytes, told) in [
        ("wide.ods", ods(wide.as_bytes()), "wide.ods: Blad1!ALM1: The sheet has more than 1000 columns."),
        ("deep.ods", ods(deep.as_bytes()), "more than 200100 rows"),
        ("bomb.ods", ods(&bomb), "bomb.ods: The file is more than 128 MiB when unpacked"),
        ("locked.xlsx", locked, "locked.xlsx: The file is protected by a password."),
        ("old.xls", old, "save it again as .xlsx"),
        ("cut.xlsx", b"PK\x03\x04cut".to_vec(), "cannot be read as a spreadsheet"),
        ("columns.csv", format!("id,unit,{columns}z\n").into_bytes(), "At most 1000"),
        ("ragged.csv", b"id,unit\nA-1,X\nA-3,X,Y\n".to_vec(), "ragged.csv:3: The row has 3 cells"),
        ("twice.ods", ods(twice.as_bytes()), "Blad1!A3: The case \"A-1\" already exists: twice.ods: Blad1!A2"),
    ] {
        fs::write(desk.path(name), bytes).unwrap();
        let before = fs::read_dir(desk.folder.path()).unwrap().count();
        let ran = desk.run(&["new", "T", "--protocol", "p.toml", "--cases", name]);
        assert_eq!(ran.code, 1, "{name}: {ran:?}");
        assert!(ran.err.contains(told) && ran.out.is_empty(), "{name}: {ran:?}");
        assert_eq!(fs::read_dir(desk.folder.path()).unwrap().count(), before, "{name}");
    }
}

#[test]
fn a_list_is_the_same_study_as_a_sheet_as_text_and_as_several_files() {
    let desk = Desk::new();
    fs::write(desk.path("all.csv"), "Title\n\nCase;District\n007;North\n8;East\n").unwrap();
    let sheet = [row(&["Title"]), row(&[""]), row(&["District", "Case"]), row(&["North", "007"]), row(&["East", "8"])];
    fs::write(desk.path("all.ods"), ods(sheet.concat().as_bytes())).unwrap();
    fs::write(desk.path("North.csv"), "case_id\n007\n").unwrap();
    fs::write(desk.path("East.csv"), "Case\n8\n").unwrap();
    let study = |dir: &str, files: &[&str]| {
        let ran = desk.run(&[&["new", dir, "--protocol", "p.toml", "--cases"], files].concat());
        assert_eq!(ran.code, 0, "{ran:?}");
        (fs::read_to_string(desk.path(dir).join("cases.csv")).unwrap(), ran.out)
    };
    let expected = "case_id,unit\n007,North\n8,East\n";
    let (text, told) = study("A", &["all.csv"]);
    assert_eq!(text, expected);
    assert!(told.contains("header on row 3") && told.contains("similar name"), "{told}");
    assert_eq!(study("B", &["all.ods"]).0, expected);
    let (files, told) = study("C", &["North.csv", "East.csv"]);
    assert_eq!(files, expected);
    assert!(told.contains("file name"), "{told}");
    assert_eq!(study("D", &["North.csv", "--cases", "East.csv"]).0, expected);
}

const UNCLEAR: &str = "Kolumn;Stadsdel;Enhet\n7;North;A\n8;East;B\n";

#[test]
fn what_is_unclear_is_asked_in_a_terminal_and_taken_only_from_a_number() {
    let desk = Desk::new();
    fs::write(desk.path("u.csv"), UNCLEAR).unwrap();
    let new = ["new", "T", "--protocol", "p.toml", "--cases", "u.csv"];
    let mut pty = desk.terminal(&new);
    pty.shows("Which column is Unit?");
    pty.shows("2  Enhet");
    pty.shows("press Enter:");
    for wrong in ["\r", "4\r", "Kolumn\r"] {
        let before = pty.screen().contents().matches("from 0 to").count();
        pty.type_in(wrong);
        pty.until("asked again", |pty| pty.screen().contents().matches("from 0 to").count() > before);
    }
    assert!(!desk.path("T").exists());
    pty.type_in("2\r");
    pty.shows("--column unit=\"Enhet\"");
    pty.shows("Which column has the ids of the cases?");
    pty.shows("1  Kolumn");
    pty.type_in("1\r");
    pty.shows("Continue with: aktkoll T");
    assert_eq!(pty.code(), 0);
    assert_eq!(fs::read_to_string(desk.path("T/cases.csv")).unwrap(), "case_id,unit,Stadsdel\n7,A,North\n8,B,East\n");
}

#[test]
fn without_a_terminal_or_with_a_nought_what_is_unclear_stays_an_error() {
    let desk = Desk::new();
    fs::write(desk.path("u.csv"), UNCLEAR).unwrap();
    let new = ["new", "T", "--protocol", "p.toml", "--cases", "u.csv"];
    for keys in ["0\r", "\u{4}"] {
        let mut pty = desk.terminal(&new);
        pty.shows("press Enter:");
        pty.type_in(keys);
        assert_eq!(pty.code(), 1, "{keys:?}");
        pty.shows("error:");
        assert!(!desk.path("T").exists());
    }
    let ran = desk.run(&new);
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("--column unit=\"Stadsdel\"") && !ran.err.contains("press Enter"), "{ran:?}");
    let mut piped = desk.command(&new);
    let mut child = piped.stdin(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    // Nobody reads what is typed ahead into a pipe.
    let _ = child.stdin.take().unwrap().write_all(b"1\n1\n");
    let output = child.wait_with_output().unwrap();
    assert!(output.status.code() == Some(1) && !desk.path("T").exists());
    assert!(!String::from_utf8(output.stderr).unwrap().contains("press Enter"));
}

#[test]
fn a_draw_and_an_import_ask_in_the_same_way() {
    let desk = Desk::new();
    let rows = [row(&["id", "unit"]), row(&["a-1", "X"])].concat();
    let book = format!("{rows}</table:table><table:table table:name=\"Blad2\">{}", rows.replace("a-1", "b-1"));
    fs::write(desk.path("u.ods"), ods(book.as_bytes())).unwrap();
    let mut pty = desk.terminal(&["draw", "T", "--protocol", "p.toml", "--frame", "u.ods", "--seed", "1", "--n", "1"]);
    pty.shows("Which sheet should be read?");
    pty.type_in("2\r");
    assert_eq!(pty.code(), 0);
    assert_eq!(fs::read_to_string(desk.path("T/cases.csv")).unwrap(), "case_id,unit\nb-1,X\n");
    fs::write(desk.path("a.csv"), "Kolumn,q1\nA-01,yes\nSumma,1\n").unwrap();
    let mut pty = desk.terminal(&["import", "S", "a.csv", "--coder", "carina"]);
    pty.shows("Which column has the ids of the cases?");
    pty.type_in("1\r");
    pty.shows("1 answer imported for carina");
    pty.shows("Totals, not read: row 3");
    assert_eq!(pty.code(), 0);
    assert_eq!(desk.keys(), "y");
}
