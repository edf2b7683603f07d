//! A coder who codes blind: whatever the first coding was, the program gives this coder the same bytes.

mod first_coder;

use super::desk::{Desk, Ran};
use crate::fixture::english;
use aktkoll::study::ledger::entry::{Draft, Op, Round};
use std::fs;
use std::process::Command;

fn protocol() -> String {
    english()
        .unit("")
        .question("q1", "Question 1?", "scale = 'yes_no'\nnote_on = ['no']")
        .question("q2", "Question 2?", "when = { q1 = 'yes' }")
        .question("q3", "Question 3?", "kind = 'text'")
        .question("q4", "Question 4?", "kind = 'number'")
        .and("[[check]]\nwhen = { q4 = { min = 5 } }\nmessage = 'that is much'\n")
        .to_string()
}

/// Two cases that Carina codes and Lotta once more, and one case of each alone.
const CASES: &str = "case,unit\nA-01,A\nA-02,A\nA-03,A\nB-01,B\n";
const PLAN: &str =
    "case_id,coder,second,wave\nA-01,carina,lotta,early\nA-02,carina,,\nA-03,carina,lotta,early\nB-01,lotta,,\n";

/// In every text of the coding that is not to be seen.
const CANARY: &str = "kanarie";
/// The document that was read, and how.
const FOUND: &str = "0123456789abcdef0123456789abcdef text 1";
/// What others write and everybody may see.
const PLAIN: &str = "a plan without a date is none";

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
        begun: None,
    }
}

fn joint(op: Op, question: &str, item: &str, value: &str) -> Draft {
    Draft { round: Round::Consensus, ..draft(op, question, item, value) }
}

fn second(op: Op, question: &str, value: &str) -> Draft {
    Draft { round: Round::Second, ..draft(op, question, "", value) }
}

/// Two first codings of the same case that have nothing in common.
fn first_codings() -> [Vec<Draft>; 2] {
    [
        vec![
            draft(Op::Evidence, "q1", "kanarie:1-2", FOUND),
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
            draft(Op::Note, "q1", "discuss|carina-12", "kanarie svar"),
            joint(Op::Evidence, "q1", "kanarie:7-7", FOUND),
            joint(Op::Answer, "q1", "", "no"),
            joint(Op::Note, "q1", "", "kanarie för att"),
            joint(Op::Flag, "q1", "discuss", "yes"),
        ],
        vec![
            draft(Op::Answer, "q1", "", "no"),
            draft(Op::Evidence, "q3", "kanarie:3-9", FOUND),
            draft(Op::Evidence, "q3", "kanarie:4-4", FOUND),
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
            draft(Op::Flag, "q1", "settled", "yes"),
            joint(Op::Answer, "q3", "", "kanarie vit"),
            joint(Op::Flag, "q4", "rule", "yes"),
            joint(Op::Drop, "", "", "kanarie skäl"),
        ],
    ]
}

/// A study in which both have finished a case and answered it differently, and Carina has begun another.
fn desk() -> Desk {
    desk_under(rustix::process::getuid().as_raw())
}

/// The same with Carina and Eva under some login.
fn desk_under(uid: u32) -> Desk {
    let desk = Desk::of(&protocol(), CASES);
    fs::write(desk.path("S/plan.csv"), PLAN).unwrap();
    let of = |case: &'static str, drafts: Vec<Draft>| {
        drafts.into_iter().map(move |one| Draft { case_id: case.to_owned(), ..one })
    };
    let begun = of("A-02", vec![draft(Op::Answer, "q1", "", "yes"), draft(Op::Answer, "q2", "", "no")]);
    let done = of("A-03", vec![draft(Op::Answer, "q1", "", "no"), draft(Op::Done, "", "", "yes")]);
    desk.write_as(uid, "carina", &begun.chain(done).collect::<Vec<_>>());
    let again = of("A-03", vec![second(Op::Answer, "q1", "yes"), second(Op::Done, "", "yes")]);
    desk.write("lotta", &again.collect::<Vec<_>>());
    desk
}

/// A study for each of the first codings.
fn desks() -> [Desk; 2] {
    desks_under(rustix::process::getuid().as_raw())
}

/// The same with Carina and Eva under some login.
fn desks_under(uid: u32) -> [Desk; 2] {
    first_codings().map(|first| {
        let desk = desk_under(uid);
        desk.write_as(uid, "carina", &first);
        // A first answer of one who does not have the case: it does not count.
        let given = first.iter().find(|one| one.question == "q3" && one.op == Op::Answer);
        desk.write_as(uid, "eva", &given.cloned().into_iter().collect::<Vec<_>>());
        fs::write(desk.path("newer.toml"), protocol().replace("kind = 'number'", "kind = 'number'\nmax = 5")).unwrap();
        let copy = Command::new("cp").args(["-r", "S", "T"]).current_dir(desk.folder.path()).status();
        assert!(copy.unwrap().success());
        desk
    })
}

/// Everything that shows something of a study.
const COMMANDS: [&[&str]; 39] = [
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
    &["agree", "S"],
    &["agree", "S", "--all", "--labels"],
    &["agree", "S", "--by", "question", "--by", "coder,wave", "--by", "unit"],
    &["agree", "S", "--format", "json"],
    &["agree", "S", "--format", "csv"],
    &["agree", "S", "--format", "md"],
    &["agree", "S", "--round", "spot"],
    &["agree", "S", "--evidence"],
    &["agree", "S", "--evidence", "--by", "coder", "--format", "json"],
    &["export", "S", "--format", "csv", "--evidence", "--coders"],
    &["agree", "S", "--drift"],
    &["agree", "S", "--drift", "--format", "json"],
    &["resolve", "S"],
    &["resolve", "S", "--format", "json"],
    &["resolve", "S", "--format", "csv"],
    &["resolve", "S", "--round", "spot"],
    &["spot", "S", "--result"],
    &["spot", "S", "--view"],
    &["tally", "S", "--round", "consensus"],
    &["merge", "S", "T"],
    &["protocol", "update", "S", "newer.toml", "--view"],
    &["protocol", "update", "S", "newer.toml", "--view", "--format", "json"],
    &["plan", "S", "--coders", "carina,lotta"],
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
fn who_leaves_out_the_name_is_known_by_the_login_under_which_a_blind_coder_has_sat_down() {
    let desks = desks_under(4711);
    for command in COMMANDS {
        let [one, other] = [&desks[0], &desks[1]].map(|desk| told(&desk.run(command)));
        assert_eq!(one, other, "{command:?}");
        assert!(!one.contains(CANARY), "{command:?}: {one}");
    }
}

#[test]
fn a_name_that_the_study_does_not_know_opens_nothing_to_who_is_to_code_blind() {
    let desks = desks();
    for command in COMMANDS {
        let strange = |desk: &Desk| told(&desk.run(&[command, &["--coder", "nobody"]].concat()));
        let [one, other] = [&desks[0], &desks[1]].map(strange);
        assert_eq!(one, other, "{command:?}");
        assert!(!one.contains(CANARY), "{command:?}: {one}");
    }
    for coder in ["lotta", "nobody"] {
        for command in [&["report", "S"][..], &["export", "S", "--format", "csv"], &["tally", "S"]] {
            let ran = desks[0].run(&[command, &["--coder", coder]].concat());
            assert!(ran.err.contains("aktkoll S --round second --coder lotta"), "{coder}, {command:?}: {ran:?}");
        }
    }
}

#[test]
fn the_screens_of_a_blind_coder_are_the_same_whatever_the_first_coding_was() {
    let desks = desks();
    let everywhere = [
        "",
        "h",
        "M",
        "P",
        "t",
        "s",
        "'",
        "<pagedown>",
        "<pagedown>h",
        "F3<enter>",
        "/q<enter>",
        "i",
        "g",
        "n",
        "S",
        "=",
        "=<enter>",
        "D",
        "D<enter>h",
        "*",
        "r",
        "f",
        "x",
        "/A-01<enter>",
        "/A-01<enter>h",
        "/A-01<enter>f",
        "/A-01<enter>r",
        "/A-01<enter>x",
        "/gul",
        "<tab><down><down>",
        "<tab><down><enter>",
        ":=",
        "?",
    ];
    for round in ["first", "second", "spot", "consensus"] {
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
fn the_screen_of_the_differences_is_the_same_whatever_the_first_coding_was() {
    let desks = desks();
    for keys in ["", "<esc>", "<esc><pagedown>", "<esc>h", "<esc>=", "<esc>/A-01<enter>", "<esc>g", "<esc>r", "<esc>f"]
    {
        let frame =
            |desk: &Desk| told(&desk.run(&["resolve", "S", "--coder", "lotta", "--print", "--view", "--keys", keys]));
        let [one, other] = [&desks[0], &desks[1]].map(frame);
        assert!(one.starts_with("0\n") && one.contains("A-03") && !one.contains(CANARY), "{keys:?}: {one}");
        assert_eq!(one, other, "{keys:?}");
    }
}

#[test]
fn what_is_written_while_a_blind_coder_has_the_study_open_does_not_reach_the_terminal() {
    for first in first_codings() {
        for (round, more) in [("first", "B-01"), ("second", "A-01")] {
            let desk = desk();
            let mut pty = desk.start(&[], "lotta", &["--round", round]);
            pty.shows(more);
            pty.shows("Question 1?");
            desk.write("carina", &first);
            desk.write("carina", &[Draft { case_id: String::new(), ..draft(Op::Rule, "q1", "carina-99", PLAIN) }]);
            pty.shows(PLAIN);
            let journey = [
                ("=", "1 of 2 cases coded by both"),
                ("\x1b", "? help"),
                ("h", "Esc back"),
                ("\x1b", "? help"),
                ("P", "Progress"),
                ("\x1b", "? help"),
                ("/A-01\r", "A-01 · A"),
                ("h", "Esc back"),
                ("\x1b", "A-01 · A"),
            ];
            for (keys, shown) in journey {
                pty.type_in(keys);
                pty.shows(shown);
            }
            pty.until("the page closed", |pty| !pty.screen().contents().contains("Esc back"));
            pty.type_in("q");
            assert_eq!(pty.code(), 0);
            let bytes = String::from_utf8_lossy(&pty.bytes()).into_owned();
            assert!(!bytes.contains(CANARY), "{round}: {bytes}");
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
                ("P", "Progress"),
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
    // Who waits for a report is told who can make a draft, and nothing else.
    let report = desk.run(&["report", "S", "--coder", "lotta"]);
    assert!(report.code == 1 && report.out.is_empty() && !report.err.contains(CANARY), "{report:?}");
    assert!(report.err.contains("A draft can be made already by carina, who have finished theirs"), "{report:?}");
    assert_eq!(desk.run(&["report", "S", "--coder", "carina"]).code, 0);
    desk.write("lotta", &[second(Op::Done, "", "yes")]);
    let told = tally();
    assert!(!told.err.contains("is left out") && told.out.contains("kanarie gul"), "{told:?}");
    assert_eq!(desk.run(&["report", "S", "--coder", "lotta"]).code, 0);
}

#[test]
fn an_import_under_another_name_does_not_tell_who_codes_blind_what_the_first_coding_was() {
    let shown = desks().map(|desk| {
        fs::write(desk.path("first.csv"), "case,q1,q3\nA-01,yes,kanarie gul\n").unwrap();
        let ran = desk.run(&["import", "S", "first.csv", "--coder", "carina", "--dry-run"]);
        assert_eq!(ran.code, 1, "what equals the first coding would tell it: {ran:?}");
        (ran.out, ran.err)
    });
    assert_eq!(shown[0], shown[1]);
}
