//! A coder who codes blind: whatever the first coding was, the program gives this coder the same bytes.

use super::desk::{Desk, Ran};
use aktkoll::ledger::Ledger;
use aktkoll::ledger::entry::{Draft, Op, Round};
use aktkoll::ledger::record::Sitting;
use aktkoll::world::Stamp;

const PROTOCOL: &str = r#"
id = "trial"
version = "1"
language = "en"
title = "Trial"
area = [{ id = "A", label = "Area" }]
documents = ["file"]

[[attribute]]
id = "unit"
label = "Unit"
role = "unit"

[[question]]
id = "q1"
area = "A"
text = "Question 1?"
scale = "yes_no"
note_on = ["no"]
[[question]]
id = "q2"
area = "A"
text = "Question 2?"
when = { q1 = "yes" }
[[question]]
id = "q3"
area = "A"
text = "Question 3?"
kind = "text"
[[question]]
id = "q4"
area = "A"
text = "Question 4?"
kind = "number"

[[check]]
when = { q4 = { min = 5 } }
message = "that is much"
"#;

/// Carina codes all cases, Lotta the first of them once more.
const CASES: &str = "case,unit,coder,second\nA-01,A,carina,lotta\nA-02,A,carina,\nB-01,B,lotta,\n";

/// In every text of the first coding.
const CANARY: &str = "kanarie";

fn draft(op: Op, question: &str, item: &str, value: &str) -> Draft {
    Draft {
        op,
        round: Round::First,
        case_id: "A-01".to_owned(),
        question: question.to_owned(),
        item: item.to_owned(),
        value: value.to_owned(),
        was: String::new(),
        undoes: None,
    }
}

/// Two first codings of the same case that have nothing in common.
fn first_codings() -> [Vec<Draft>; 2] {
    [
        vec![
            draft(Op::Answer, "q1", "", "yes"),
            draft(Op::Answer, "q2", "", "partly"),
            draft(Op::Answer, "q3", "", "kanarie gul"),
            draft(Op::Answer, "q4", "", "7"),
            draft(Op::Note, "q1", "", "kanarie kommentar"),
            draft(Op::Quote, "q2", "carina-9", "kanarie citat"),
            draft(Op::Flag, "q2", "unsure", "yes"),
            draft(Op::Flag, "q1", "discuss", "yes"),
            draft(Op::Flag, "", "manager", "yes"),
            draft(Op::Bookmark, "", "", "kanarie bokmärke"),
            draft(Op::Done, "", "", "yes"),
        ],
        vec![
            draft(Op::Answer, "q1", "", "no"),
            draft(Op::Answer, "q3", "", "kanarie grå"),
            draft(Op::Note, "", "", "kanarie om ärendet"),
            draft(Op::Answer, "q4", "", "1"),
            draft(Op::Answer, "q1", "", ""),
            draft(Op::Answer, "q1", "", "no"),
            draft(Op::Flag, "q3", "example", "yes"),
            draft(Op::Take, "", "", "other"),
            draft(Op::Take, "", "", ""),
            draft(Op::Drop, "", "", "kanarie skäl"),
            draft(Op::Drop, "", "", ""),
        ],
    ]
}

fn write(desk: &Desk, coder: &str, drafts: &[Draft]) {
    let mut ledger = Ledger::new(&desk.path("S/ledger"), "S");
    ledger.read(&mut |_| {});
    let uid = rustix::process::getuid().as_raw();
    let (study, coder, name) = ("S".to_owned(), coder.to_owned(), coder.to_owned());
    let sitting = Sitting { study, coder, name, uid, ..Sitting::default() };
    let stamp = Stamp { ts: "2026-03-02T08:15:30.123Z".to_owned(), salt: [0xa5; 16] };
    let mut writer = ledger.begin(sitting, false, &stamp).unwrap();
    for draft in drafts {
        writer.append(draft, &stamp).unwrap();
    }
}

/// A study for each of the first codings; the other cases are coded alike.
fn desks() -> [Desk; 2] {
    first_codings().map(|first| {
        let desk = Desk::of(PROTOCOL, CASES);
        let other = [("q1", "yes"), ("q2", "no")];
        let other = other.map(|(id, value)| Draft { case_id: "A-02".to_owned(), ..draft(Op::Answer, id, "", value) });
        write(&desk, "carina", &[first, other.to_vec()].concat());
        desk
    })
}

/// Everything that shows something of a study.
const COMMANDS: [&[&str]; 16] = [
    &["tally", "S"],
    &["tally", "S", "--by", "unit"],
    &["tally", "S", "--format", "json"],
    &["tally", "S", "--format", "csv"],
    &["count", "S", "--where", "q1=yes"],
    &["count", "S", "--where", "q1=no", "--by", "unit"],
    &["list", "S"],
    &["list", "S", "--format", "json"],
    &["list", "S", "--told"],
    &["list", "S", "--rules"],
    &["status", "S"],
    &["status", "S", "--format", "json"],
    &["report", "S"],
    &["export", "S", "--format", "csv"],
    &["compare", "S", "S"],
    &["redact", "S"],
];

fn told(ran: &Ran) -> String {
    format!("{}\n{}{}", ran.code, ran.out, ran.err)
}

#[test]
fn no_command_tells_a_blind_coder_anything_of_the_first_coding() {
    let desks = desks();
    for command in COMMANDS {
        let as_lotta = |desk: &Desk| told(&desk.run(&[command, &["--coder", "lotta"]].concat()));
        let [one, other] = [&desks[0], &desks[1]].map(as_lotta);
        assert_eq!(one, other, "{command:?}");
        assert!(!one.contains(CANARY) && !one.starts_with("2\n"), "{command:?}: {one}");
        if command[0] == "tally" {
            let [one, other] =
                [&desks[0], &desks[1]].map(|desk| told(&desk.run(&[command, &["--coder", "carina"]].concat())));
            assert_ne!(one, other, "{command:?}: who coded first sees it");
        }
    }
}

#[test]
fn the_screens_of_a_blind_coder_are_the_same_whatever_the_first_coding_was() {
    let desks = desks();
    let everywhere =
        ["", "h", "M", "P", "t", "s", "'", "<pagedown>", "<pagedown>h", "F3<enter>", "/q<enter>", "i", "g", "n", "S"];
    for round in ["first", "second", "spot"] {
        for keys in everywhere {
            let frame = |desk: &Desk| {
                let args = ["S", "--coder", "lotta", "--round", round, "--view", "--print", "--keys", keys];
                told(&desk.run(&args))
            };
            let [one, other] = [&desks[0], &desks[1]].map(frame);
            assert!(!one.contains(CANARY), "{round}, {keys:?}");
            assert_eq!(one, other, "{round}, {keys:?}");
        }
    }
}

#[test]
fn the_bytes_that_a_blind_coders_terminal_receives_have_no_first_answer() {
    for desk in desks() {
        for round in ["first", "second"] {
            let mut pty = desk.start(&[], "lotta", &["--round", round]);
            pty.shows("Question 1?");
            let journey = [
                ("/A-01\r", "A-01 · A"),
                ("h", "Esc back"),
                ("\x1b", "Question 4?"),
                ("P", "How far the review is"),
                ("\x1b", "Question 4?"),
            ];
            for (keys, shown) in journey {
                pty.type_in(keys);
                pty.shows(shown);
            }
            pty.type_in("q");
            assert_eq!(pty.code(), 0);
            pty.until("the screen given back", |pty| !pty.screen().alternate_screen());
            let bytes = String::from_utf8_lossy(&pty.bytes()).into_owned();
            assert!(!bytes.contains(CANARY), "{round}: {bytes}");
        }
        assert_eq!(desk.run(&["verify", "S"]).code, 0);
    }
}

#[test]
fn a_finished_case_is_open_to_its_second_coder() {
    let [desk, _] = desks();
    let tally = || desk.run(&["tally", "S", "q3", "--coder", "lotta", "--format", "csv"]);
    let told = tally();
    assert!(told.err.contains("is left out until you have finished it"), "{told:?}");
    let second = |op, value: &str| Draft { round: Round::Second, ..draft(op, "", "", value) };
    write(&desk, "lotta", &[second(Op::Done, "yes")]);
    let told = tally();
    assert!(told.err.is_empty() && told.out.contains("kanarie gul"), "{told:?}");
    assert_eq!(desk.run(&["report", "S", "--coder", "lotta"]).code, 0);
}
