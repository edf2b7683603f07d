//! Text that a terminal would obey, everywhere a text can stand: none of it reaches the terminal.

use super::desk::{Desk, Ran, rechained};
use std::fs;

/// As TOML and JSON write it: clear the screen, set the title, eight-bit CSI, delete, turn the writing round.
const ESCAPED: &str = r"\u001b[2J\u001b]0;x\u0007\u009b2J\u007f\u202e";
const PLAIN: &str = "\u{1b}[2J\u{1b}]0;x\u{7}\u{9b}2J\u{7f}\u{202e}";

fn is_clean(what: &str, ran: &Ran) {
    for text in [&ran.out, &ran.err] {
        let controls: Vec<char> = text.chars().filter(|one| one.is_control() && *one != '\n').collect();
        assert!(controls.is_empty(), "{what}: {controls:?} in {text:?}");
        assert!(!text.contains('\u{202e}'), "{what}: turns the writing round: {text:?}");
    }
    assert!((0..=4).contains(&ran.code), "{what}: {ran:?}");
}

/// Every command that prints something of a study.
fn commands_are_clean(what: &str, desk: &Desk) {
    for line in [
        "list S",
        "list S --key-sheet",
        "list S --format json",
        "tally S",
        "tally S --by unit",
        "tally S --format json",
        "tally S --format csv",
        "count S --by unit",
        "count S --where unit=nothing",
        "verify S",
        "verify S --format json",
        "protocol check S/protocol.toml",
        "S --coder carina",
        "S --coder carina --view --keys h --print",
        "S --coder carina --view --keys t --print",
        "S --coder carina --view --keys <pagedown>? --print",
        "S --coder carina --view --keys M --print",
    ] {
        let args: Vec<&str> = line.split(' ').collect();
        is_clean(&format!("{what}: {line}"), &desk.run(&args));
    }
}

#[test]
fn a_hostile_study_prints_no_control_characters() {
    let desk = Desk::new();
    assert_eq!(desk.run(&["S", "--coder", "carina", "--keys", "yn", "--print"]).code, 0);
    let replace = |file: &str, from: &str, to: &str| {
        let whole = fs::read_to_string(desk.path(file)).unwrap();
        assert!(whole.contains(from), "{from} in {file}");
        fs::write(desk.path(file), whole.replace(from, to)).unwrap();
        commands_are_clean(&format!("{to:?} in {file}"), &desk);
        whole
    };
    for to in [ESCAPED, PLAIN] {
        for from in ["Trial", "Question 1?", "label = \"Unit", "\"file\"", "q1\"", "Area", "yes_no", "version = \"1"] {
            let quoted = if from.ends_with('"') { format!("{to}\"") } else { format!("{from}{to}") };
            let whole = replace("S/protocol.toml", from, &quoted);
            fs::write(desk.path("S/protocol.toml"), whole).unwrap();
        }
        for from in ["title = \"", "id = \"", "tallies = \"", "shared"] {
            let whole = replace("S/study.toml", from, &format!("{from}{to}"));
            fs::write(desk.path("S/study.toml"), whole).unwrap();
        }
    }
    for from in ["unit\n", ",A", "A-02", "case"] {
        let whole = replace("S/cases.csv", from, &from.replace(['A', 'u', 'c'], &format!("X{PLAIN}")));
        fs::write(desk.path("S/cases.csv"), whole).unwrap();
    }
}

#[test]
fn a_hostile_colleague_prints_no_control_characters() {
    let desk = Desk::new();
    for coder in ["carina", "lotta"] {
        let keys = "yn<pagedown>ync<paste:a note><enter>!";
        assert_eq!(desk.run(&["S", "--coder", coder, "--keys", keys, "--print"]).code, 0);
    }
    let file = desk.newest("lotta");
    let whole = fs::read_to_string(&file).unwrap();
    for (from, to) in [
        ("\"name\":\"lotta", format!("\"name\":\"{ESCAPED}")),
        ("\"login\":\"", format!("\"login\":\"{ESCAPED}")),
        ("\"host\":\"", format!("\"host\":\"{ESCAPED}")),
        ("\"program\":\"", format!("\"program\":\"{ESCAPED}")),
        ("\"study\":\"", format!("\"study\":\"{ESCAPED}")),
        ("\"op\":\"", format!("\"op\":\"{ESCAPED}")),
        ("\"case_id\":\"", format!("\"case_id\":\"{ESCAPED}")),
        ("\"question\":\"q", format!("\"question\":\"{ESCAPED}")),
        ("\"answer\":\"", format!("\"answer\":\"{ESCAPED}")),
        ("\"ts\":\"", format!("\"ts\":\"{ESCAPED}")),
        ("\"round\":\"", format!("\"round\":\"{ESCAPED}")),
        ("\"v\":1", format!("\"v\":1,\"{ESCAPED}\":1")),
    ] {
        assert!(whole.contains(from), "{from}");
        fs::write(&file, rechained(&whole.replace(from, &to))).unwrap();
        commands_are_clean(&to, &desk);
    }
    fs::write(&file, whole.replace("yes", PLAIN)).unwrap();
    commands_are_clean("rubbish in the ledger", &desk);
    fs::write(&file, &whole).unwrap();
    fs::write(desk.path(format!("S/ledger/lotta/{}", PLAIN.replace('/', ""))), "x").unwrap();
    commands_are_clean("a file name", &desk);
}

#[test]
fn hostile_arguments_are_refused_without_control_characters() {
    let desk = Desk::new();
    for args in [
        &["S", "--coder", PLAIN, "--keys", "y", "--print"][..],
        &["S", "--coder", "carina", "--keys", PLAIN, "--print"],
        &["S", "--coder", "carina", "--keymap", PLAIN],
        &["list", PLAIN],
        &["tally", "S", PLAIN],
        &["tally", "S", "--by", PLAIN],
        &["count", "S", "--where", PLAIN],
        &["count", "S", "--where", &format!("unit={PLAIN}")],
        &["protocol", "check", PLAIN],
        &["new", "T", "--protocol", PLAIN, "--cases", "c.csv"],
        &["new", PLAIN, "--protocol", "p.toml", "--cases", "c.csv"],
        &["import", "S", PLAIN, "--coder", "carina"],
        &[PLAIN],
        &["--lang", PLAIN],
        &["--size", PLAIN, "S"],
    ] {
        is_clean(&format!("{args:?}"), &desk.run(args));
    }
}
