//! Commands that are run from the screen of an open study.

use super::desk::{Desk, Ran};
use crate::fixture::english;
use std::fs;

const PLAN: &str = "case_id,coder,second,wave\nA-01,alva,bo,early\nA-02,bo,,\n";

fn desk() -> Desk {
    let protocol = english().unit("").question("q1", "Question 1?", "scale = 'yes_no'").to_string();
    let desk = Desk::of(&protocol, "case,unit\nA-01,A\nA-02,A\n");
    desk.run(&["S", "--coder", "alva", "--keys", "y", "--print"]);
    desk
}

/// What the screen of Alva shows in the end.
fn shown(desk: &Desk, keys: &str, more: &[&str]) -> String {
    let Ran { code, out, err } =
        desk.run(&[&["S", "--coder", "alva", "--size", "120x30", "--print", "--keys", keys], more].concat());
    assert_eq!(code, 0, "{out}{err}");
    out
}

/// The keys that write a command in the place of the one that is offered, and run it.
fn run(line: &str) -> String {
    format!(":verify: <enter><ctrl-u>{line}<enter>")
}

#[test]
fn the_report_an_export_and_a_backup_are_written_beside_and_their_places_told() {
    let desk = desk();
    let place = desk.folder.path().canonicalize().unwrap().display().to_string();
    let report = shown(&desk, ":report: <enter><ctrl-u>report -o r.md<enter>", &[]);
    assert!(report.contains("r.md") && desk.path("r.md").is_file(), "{report}");
    let named = shown(&desk, ":report: <enter><enter>", &[]);
    let files: Vec<_> = fs::read_dir(&place).unwrap().map(|file| file.unwrap().file_name()).collect();
    let written = files.iter().find(|name| name.to_string_lossy().ends_with("-report.docx"));
    assert!(named.contains("-report.docx") && written.is_some(), "{files:?}{named}");
    let exported = shown(&desk, ":export: <enter><enter>", &[]);
    assert!(exported.contains(&place) && exported.contains("-export/"), "{exported}");
    let copied = shown(&desk, ":backup: <enter><enter>", &[]);
    assert!(copied.contains("-backup"), "{copied}");
    assert_eq!(desk.run(&["verify", "S"]).code, 0);
}

#[test]
fn the_same_is_said_as_on_the_command_line() {
    let desk = desk();
    for line in ["tally S q1 --by unit", "verify S", "status S", "count S --where q1=yes", "seal S"] {
        let outside = desk.run(&line.split(' ').chain(["--coder", "alva"]).collect::<Vec<_>>());
        let inside = shown(&desk, &run(&line.replace(" S", "")), &["--view"]);
        for said in outside.out.lines().filter(|said| !said.trim().is_empty()) {
            assert!(inside.contains(said.trim_end()), "{line}: {said}\n{inside}");
        }
    }
}

#[test]
fn what_is_wrong_is_told_and_nothing_is_asked_nor_changed() {
    let desk = desk();
    for (line, told) in [
        ("import c.csv --coder bo", "import cannot be run while the study is open"),
        ("tally nothing", "nothing"),
        ("tally --coder bo", "--coder, --round, --keys and --view cannot change"),
        ("agree --coder bo", "--coder, --round, --keys and --view cannot change"),
        ("status --phase", "--phase"),
        ("report -o S/ledger/x.md", "ledger"),
        ("export", "--format"),
        ("", "There is no command."),
    ] {
        let frame = shown(&desk, &run(line), &["--view"]);
        assert!(frame.contains(told), "{line}:\n{frame}");
    }
    let help = shown(&desk, &run("report --help"), &["--view"]);
    assert!(help.contains("Usage: aktkoll report"), "{help}");
}

#[test]
fn a_blind_round_shows_no_more_than_on_the_command_line() {
    let desk = desk();
    fs::write(desk.path("S/plan.csv"), PLAN).unwrap();
    for line in ["tally", "report -o r.md", "export --format csv", "count"] {
        let ran = desk.run(&["S", "--coder", "bo", "--round", "second", "--keys", &run(line), "--print"]);
        assert!(ran.out.contains("double coding or spot checks"), "{line}: {ran:?}");
        let first = desk.run(&["S", "--coder", "bo", "--keys", &run(line), "--print"]);
        let outside = desk.run(&[&["--coder", "bo"], line.split(' ').next().as_slice(), &["S"]].concat());
        assert!(first.code == 0 && !first.out.contains("100 %"), "{first:?}{outside:?}");
    }
    assert!(!desk.path("r.md").exists());
}

#[test]
fn another_round_is_coded_in_the_same_terminal() {
    let desk = desk();
    fs::write(desk.path("S/plan.csv"), PLAN).unwrap();
    let mut pty = desk.open("bo", &[]);
    pty.shows("A-02");
    pty.type_in(":second time\r");
    pty.shows("A-01");
    pty.shows("double coding");
    pty.type_in("y");
    pty.shows("done 0 of 1");
    pty.type_in(":back to the first\r");
    let is_first = |screen: &str| screen.contains("done 0 of 1") && !screen.contains("double coding");
    pty.until("the first round", |pty| is_first(&pty.screen().contents()));
    pty.type_in(":verify: \r");
    pty.shows("Run aktkoll:");
    pty.type_in("\r");
    pty.shows("The ledger is intact");
    pty.type_in("q");
    assert_eq!(pty.ended().0, 0);
    let lines: String = desk.segments("bo").iter().map(|file| fs::read_to_string(file).unwrap()).collect();
    assert!(lines.contains("\"round\":\"second\",\"case_id\":\"A-01\""), "{lines}");
}

#[test]
fn settings_are_changed_on_their_page_and_hold_when_the_study_is_opened_again() {
    let desk = desk();
    let file = || {
        let find = |folder: &std::path::Path| fs::read_to_string(folder.join("aktkoll/settings.toml")).ok();
        find(desk.folder.path()).unwrap_or_default()
    };
    let shown_keys = shown(&desk, ":settings: language<enter>4<enter>2<enter>", &[]);
    assert!(file().contains("\ntheme = \"dark\"\n"), "{}\n{shown_keys}", file());
    assert!(shown_keys.contains("dark background") && shown_keys.contains("open the study again"), "{shown_keys}");
    shown(&desk, ":settings: language<enter>4<enter>7<enter>", &[]);
    assert!(!file().contains("\ntheme ="), "{}", file());
    let wrong = shown(&desk, &run("settings theme pink"), &[]);
    assert!(wrong.contains("pink is not a valid value"), "{wrong}");
    let coder = shown(&desk, ":settings: language<enter>2<enter>alva<enter>", &[]);
    assert!(file().contains("coder = \"alva\"") && coder.contains("login name)         alva"), "{coder}");
    let mut pty = desk.open("alva", &[]);
    pty.type_in(":settings: language\r");
    pty.shows("Settings for all studies");
    pty.type_in("5");
    pty.type_in("\r");
    pty.shows("not set");
    pty.type_in("3");
    pty.type_in("\r");
    pty.shows("tallies is never");
    pty.type_in("8");
    pty.type_in("\r");
    pty.until("the study without its tally", |pty| {
        let screen = pty.screen().contents();
        screen.contains("Question 1?")
            && !screen.contains("So far, question")
            && !screen.contains("open the study again")
    });
    pty.type_in("q");
    assert_eq!(pty.ended().0, 0);
}

#[test]
fn settings_are_changed_on_the_start_screen() {
    let desk = Desk::new();
    let mut pty = desk.terminal(&[]);
    pty.shows("make a new study");
    pty.type_in("s\r");
    pty.shows("Which one is to change?");
    pty.type_in("0\r");
    pty.shows("Type a number from 1 to 7.");
    pty.type_in("4\r");
    pty.shows("3  light background");
    pty.type_in("3\r");
    pty.shows("Colours: light background, from the next start.");
    // What is written is asked for, and what cannot be is told.
    pty.type_in("2\r");
    pty.shows("type the new value");
    pty.type_in("…\r");
    pty.shows("cannot become a short name");
    pty.type_in("\r");
    pty.until("back at the start", |pty| pty.screen().contents().trim_end().ends_with("(Enter alone quits):"));
    pty.type_in("\r");
    assert_eq!(pty.ended().0, 0);
    let listed = desk.run(&["settings"]).out;
    assert!(listed.contains("theme   light"), "{listed}");
}
