//! Spot checks from the command line and in a terminal.

use super::desk::{Desk, Ran};
use crate::fixture::english;
use serde_json::Value;
use std::fs;

fn protocol() -> String {
    english()
        .unit("")
        .question("plan", "Question 1?", "scale = 'yes_no'")
        .question("followed", "Question 2?", "scale = 'yes_no'")
        .to_string()
}

/// Alva has coded four cases of two units, and Bo one.
fn desk() -> Desk {
    let desk = Desk::of(&protocol(), "case,unit\nA-01,A\nA-02,A\nB-01,B\nB-02,B\nB-03,B\n");
    done(&desk, &["S", "--coder", "alva", "--keys", "yy<space>yn<space>ny<space>nn<space>", "--print"]);
    done(&desk, &["S", "--coder", "bo", "--keys", "yy<space>", "--print"]);
    desk
}

fn done(desk: &Desk, args: &[&str]) -> Ran {
    let ran = desk.run(args);
    assert_eq!(ran.code, 0, "{ran:?}");
    ran
}

fn bo(desk: &Desk, args: &[&str]) -> Ran {
    desk.run(&[&["spot", "S", "--coder", "bo"], args].concat())
}

fn takes(desk: &Desk) -> usize {
    let lines = desk.segments("bo").into_iter().map(|file| fs::read_to_string(file).unwrap());
    lines.map(|lines| lines.matches("\"op\":\"take\"").count()).sum()
}

#[test]
fn a_draw_is_told_gone_on_with_coded_blind_and_compared() {
    let desk = desk();
    let before = done(&desk, &["tally", "S"]).out;
    let drawn = bo(&desk, &["-n", "2", "--seed", "7"]);
    assert!(drawn.code == 0 && drawn.out.starts_with("2 cases are drawn, seed 7: "), "{drawn:?}");
    assert!(drawn.out.contains("A-0") && drawn.out.contains("B-0"), "one of each unit: {drawn:?}");
    assert!(drawn.out.contains("Code them with: aktkoll S --coder bo --round spot"), "{drawn:?}");
    assert_eq!((takes(&desk), desk.segments("bo").len()), (2, 2));
    let again = bo(&desk, &["-n", "3"]);
    assert!(again.out.contains("A spot check is open, 2 of 2 cases are left, seed 7"), "{again:?}");
    assert_eq!(takes(&desk), 2, "an open draw is not doubled");
    let tally = done(&desk, &["tally", "S", "--coder", "bo"]);
    assert!(tally.out != before && tally.err.contains("2 cases"), "{tally:?}");
    assert_eq!(done(&desk, &["tally", "S"]).out, before, "others see all");
    let early = bo(&desk, &["--result"]);
    assert_eq!(early.out, "There are no answers to compare yet.\n2 of 2 cases are left to code.\n");
    let coded = done(&desk, &["S", "--coder", "bo", "--round", "spot", "--keys", "yy<space>yy<space>", "--print"]);
    assert!(coded.out.contains("Spot check result"), "{}", coded.out);
    let result = bo(&desk, &["--result"]).out;
    assert!(result.starts_with("") && result.contains(" of 4 answers agree, 2 cases"), "{result}");
    let json: Value = serde_json::from_str(&bo(&desk, &["--result", "--format", "json"]).out).unwrap();
    let differences = json["differences"].as_array().unwrap();
    assert_eq!((json["alike"]["of"].as_u64(), json["compared"].as_u64()), (Some(4), Some(2)));
    assert_eq!(json["alike"]["alike"].as_u64().unwrap() + differences.len() as u64, 4);
    assert!(differences.iter().all(|one| one["first"]["coder"] == "alva" && one["first"]["answer"] == "no"));
    assert_eq!(done(&desk, &["tally", "S"]).out, before, "spot answers move no tally");
    assert_eq!(done(&desk, &["tally", "S", "--coder", "bo"]).out, before);
    assert_eq!(done(&desk, &["verify", "S"]).code, 0);
}

#[test]
fn what_cannot_be_drawn_is_told() {
    let desk = desk();
    let by_answer = bo(&desk, &["--where", "plan=yes"]);
    assert!(by_answer.code == 2 && by_answer.err.contains("cannot be limited by answers"), "{by_answer:?}");
    assert_eq!(bo(&desk, &["-n", "0"]).code, 2);
    let few = bo(&desk, &["--where", "unit=A"]);
    assert!(few.out.contains("2 cases are drawn") && few.out.contains("Only 2 of 5 can be drawn"), "{few:?}");
    let own = desk.run(&["spot", "S", "--coder", "alva", "--where", "unit=A"]);
    assert!(own.code == 1 && own.err.contains("2 are your own") && own.err.contains("--retest"), "{own:?}");
    let recent = desk.run(&["spot", "S", "--coder", "alva", "--retest"]);
    assert!(recent.code == 1 && recent.err.contains("4 were finished less than 14 days ago"), "{recent:?}");
    let retest = done(&desk, &["spot", "S", "--coder", "alva", "--retest", "--after", "0", "-n", "1"]);
    assert!(retest.out.contains("1 case is drawn, seed "), "{retest:?}");
    done(&desk, &["S", "--coder", "alva", "--round", "spot", "--keys", "nn<space>", "--print"]);
    let result = done(&desk, &["spot", "S", "--coder", "alva", "--result"]);
    assert!(result.out.contains("1 case\n") && !result.out.contains("alva"), "{result:?}");
    let never = desk.run(&["spot", "S", "--coder", "cia", "--result"]);
    assert!(never.code == 1 && never.err.contains("No spot check has been drawn"), "{never:?}");
}

#[test]
fn a_draw_can_be_given_up() {
    let desk = desk();
    assert_eq!(bo(&desk, &["--cancel"]).code, 1, "none is open");
    done(&desk, &["spot", "S", "--coder", "bo", "-n", "2", "--seed", "7"]);
    done(&desk, &["S", "--coder", "bo", "--round", "spot", "--keys", "y", "--print"]);
    let given_up = bo(&desk, &["--cancel"]);
    assert!(given_up.code == 0 && given_up.out.starts_with("2 cases are no longer drawn: "), "{given_up:?}");
    let tally = done(&desk, &["tally", "S", "--coder", "bo"]);
    assert_eq!((tally.out, tally.err.as_str()), (done(&desk, &["tally", "S"]).out, ""));
    assert_eq!(bo(&desk, &["--result"]).code, 1);
    assert!(bo(&desk, &["-n", "2", "--seed", "7"]).out.starts_with("2 cases are drawn, seed 7: "), "and drawn anew");
    assert_eq!(desk.run(&["verify", "S"]).code, 0);
}

#[test]
fn the_key_goes_on_to_the_spot_check_in_the_same_terminal() {
    let desk = desk();
    let shown = done(&desk, &["S", "--coder", "bo", "--keys", "*2<enter>", "--print"]).out;
    assert!(shown.contains("2 cases are drawn") && shown.contains("done 0 of 2"), "{shown}");
    done(&desk, &["spot", "S", "--coder", "bo", "--cancel"]);
    let mut pty = desk.open("bo", &[]);
    pty.type_in("*");
    pty.shows("how many cases?");
    pty.type_in("2\r");
    pty.shows("done 0 of 2");
    pty.type_in("yy ");
    pty.shows("done 1 of 2");
    pty.type_in("yy ");
    pty.shows("Spot check result");
    pty.type_in("\x1b");
    pty.until("the page closed", |pty| !pty.screen().contents().contains("Spot check result"));
    pty.type_in("q");
    assert_eq!(pty.ended().0, 0);
    let json: Value = serde_json::from_str(&bo(&desk, &["--result", "--format", "json"]).out).unwrap();
    assert_eq!((json["compared"].as_u64(), json["left"].as_u64()), (Some(2), Some(0)));
    assert_eq!(desk.run(&["verify", "S"]).code, 0);
    let back = done(&desk, &["S", "--coder", "bo", "--keys", "", "--print"]).out;
    assert!(back.contains("done 1 of 1"), "back in the first round at one's own case: {back}");
}

#[test]
fn the_command_opens_the_spot_check_in_a_terminal() {
    let desk = desk();
    let mut pty = desk.terminal(&["spot", "S", "--coder", "bo", "-n", "1"]);
    pty.shows("Question 1?");
    pty.shows("done 0 of 1");
    pty.type_in("q");
    assert_eq!(pty.ended().0, 0);
}

#[test]
fn the_result_is_offered_with_its_study_at_the_start() {
    let desk = desk();
    assert!(!desk.run(&["--coder", "bo"]).out.contains("1s"));
    assert_eq!(bo(&desk, &["-n", "2", "--seed", "7"]).code, 0);
    done(&desk, &["S", "--coder", "bo", "--round", "spot", "--keys", "yy<space>yy<space>", "--print"]);
    let listed = desk.run(&["--coder", "bo"]).out;
    assert!(listed.contains("1s  the result of the spot check"), "{listed}");
    let mut pty = desk.terminal(&["--coder", "bo"]);
    pty.type_in("1s\r");
    pty.shows("Spot check result");
    pty.shows("of 4 answers agree, 2 cases");
    pty.type_in("\x1b");
    pty.until("the study", |pty| !pty.screen().contents().contains("Spot check result"));
    pty.type_in("q");
    assert_eq!(pty.ended().0, 0);
}
