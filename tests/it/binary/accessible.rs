//! Coding line by line: through pipes and on a terminal without a screen, the same ledger as on the screen.

use super::desk::{Desk, PROGRAM};
use aktkoll::base::language::Lang;
use aktkoll::study::protocol::{Kind, Protocol, shipped};
use aktkoll::tui::key::{Key, Typed, parse_script};
use aktkoll::tui::keymap::{Keymap, choice_keys};
use aktkoll::tui::pace::SLOWEST;
use serde_json::Value;
use std::collections::HashMap;
use std::fs;
use std::io::Write;
use std::process::Stdio;

/// The bytes that a terminal sends for a script.
fn bytes(script: &str) -> Vec<String> {
    let one = |key: Key| match key.to_string().as_str() {
        "enter" => "\r".to_owned(),
        "space" => " ".to_owned(),
        "esc" => "\x1b".to_owned(),
        "backspace" => "\x7f".to_owned(),
        "tab" => "\t".to_owned(),
        "home" => "\x1b[H".to_owned(),
        name => name.to_owned(),
    };
    let typed = parse_script(script).unwrap().into_iter();
    let typed = typed.map(|typed| match typed {
        Typed::Key(key) => one(key),
        Typed::Paste(text) => format!("\x1b[200~{text}\x1b[201~"),
    });
    typed.collect()
}

/// What a coder's segments say, but for when, and for what follows from that.
fn lines(desk: &Desk, coder: &str) -> Vec<Value> {
    let texts = desk.segments(coder).into_iter().map(|file| fs::read_to_string(file).unwrap());
    let lines = texts.flat_map(|text| text.lines().map(str::to_owned).collect::<Vec<_>>());
    let timeless = |line: String| {
        let mut line: Value = serde_json::from_str(&line).unwrap();
        let object = line.as_object_mut().unwrap();
        let is_undone = object.contains_key("undoes");
        for field in ["ts", "h", "text_hash", "salt", "undoes", "witnessed", "previous"] {
            object.remove(field);
        }
        object.insert("undone".to_owned(), is_undone.into());
        if matches!(object.get("op").and_then(Value::as_str), Some("note")) {
            // The hash of a text, which its salt goes into.
            object.remove("was");
        }
        line
    };
    lines.map(timeless).collect()
}

/// Types a script into a pipe, and gives what is said.
fn piped(desk: &Desk, args: &[&str], script: &str) -> String {
    let args = [args, &["--accessible"]].concat();
    let mut child =
        desk.command(&args).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(bytes(script).concat().as_bytes()).unwrap();
    let ended = child.wait_with_output().unwrap();
    let told = String::from_utf8(ended.stderr).unwrap();
    assert!(ended.status.success() && told.is_empty(), "{args:?}: {:?} {told}", ended.status);
    String::from_utf8(ended.stdout).unwrap()
}

const CASES: &str = include_str!("../../data/dv2021/cases.csv");

fn dv2021() -> Desk {
    let (_, protocol) = shipped().iter().find(|(id, _)| *id == "dv2021").unwrap();
    Desk::of(protocol, CASES)
}

/// The keys that give a case of the study the answers that it has.
fn whole_case() -> String {
    let (_, text) = shipped().iter().find(|(id, _)| *id == "dv2021").unwrap();
    let protocol = Protocol::load("dv2021.toml", text).unwrap();
    let case = CASES.lines().nth(1).unwrap().split(',').next().unwrap();
    let rows = include_str!("../../data/dv2021/answers.csv").lines().map(|row| row.splitn(3, ',').collect::<Vec<_>>());
    let given: HashMap<&str, &str> = rows.filter(|row| row[0] == case).map(|row| (row[1], row[2])).collect();
    let keymap = Keymap::load(Keymap::of_language(Lang::Sv), None).unwrap();
    let mut script = String::new();
    for question in &protocol.questions {
        let Some(answer) = given.get(question.id.as_str()) else {
            script.push_str(if question.optional { "<space>" } else { "" });
            continue;
        };
        let keys = choice_keys(question, &keymap);
        match question.kind {
            Kind::Choice(_) | Kind::Choices(_) => {
                let chosen = question.chosen(answer).map(|(place, _)| keys[place][0].to_string());
                script.extend(chosen);
                script.push_str(if question.is_multi() { "<space>" } else { "" });
            }
            _ => script.push_str(&format!("<enter>{answer}<enter>")),
        }
    }
    script + "mEn kommentar<enter>u<space><space>"
}

#[test]
fn what_is_saved_right_before_the_end_is_said() {
    let desk = Desk::new();
    let said = piped(&desk, &["S", "--coder", "alva"], "ynq");
    let answers = lines(&desk, "alva").iter().filter(|line| line["op"] == "answer").count();
    assert_eq!((answers, said.matches(": saved, question").count()), (2, 2), "{said}");
}

#[test]
fn a_whole_case_through_a_pipe_and_on_a_dumb_terminal_gives_the_ledger_of_the_screen() {
    let (screen, pipe, dumb) = (dv2021(), dv2021(), dv2021());
    let script = whole_case();
    let args = ["S", "--coder", "carina", "--lang", "sv"];
    let shown = screen.run(&[&args[..], &["--keys", &script, "--print"]].concat());
    assert_eq!(shown.code, 0, "{shown:?}");
    let expected = lines(&screen, "carina");
    assert!(expected.len() > 30, "{expected:?}");
    assert!(expected.iter().any(|line| line["op"] == "done"), "{expected:?}");
    let said = piped(&pipe, &args, &script);
    assert!(said.contains(": sparat, fråga 1, BRO-01") && said.contains("Klart: sparat, BRO-01"), "{said}");
    assert!(!said.contains('\x1b') && !said.contains('●'), "{said}");
    assert_eq!(lines(&pipe, "carina"), expected);
    let mut pty = dumb.start(&["env", "TERM=dumb"], "carina", &["--lang", "sv"]);
    pty.until("the first question", |pty| String::from_utf8_lossy(&pty.bytes()).contains("Fråga 1 "));
    let mut last = String::new();
    for key in bytes(&script) {
        if key == last {
            // So that it is no key that is held down, however busy the computer is.
            std::thread::sleep(2 * SLOWEST);
        }
        key.clone_into(&mut last);
        let before = pty.bytes().len();
        pty.type_in(&key);
        pty.until(&format!("what {key:?} leads to"), |pty| pty.bytes().len() > before);
    }
    pty.until("the case done", |_| lines(&dumb, "carina").len() + 1 == expected.len());
    pty.type_in("q");
    assert_eq!(pty.code(), 0);
    let written = String::from_utf8(pty.bytes()).unwrap();
    assert!(!written.contains('\x1b'), "no control sequence");
    assert_eq!(lines(&dumb, "carina"), expected);
}

#[test]
fn both_rounds_and_a_spot_check_are_coded_line_by_line() {
    let desks = [Desk::new(), Desk::new()];
    let coded = |coder: &str, more: &[&str], script: &str| {
        let args = [&["S", "--coder", coder], more].concat();
        let shown = desks[0].run(&[&args[..], &["--keys", script, "--print"]].concat());
        assert_eq!(shown.code, 0, "{shown:?}");
        let said = piped(&desks[1], &args, script);
        assert_eq!(lines(&desks[0], coder), lines(&desks[1], coder), "{args:?}");
        said
    };
    let case = "yn".repeat(30) + "<space>";
    coded("carina", &[], &case.repeat(2));
    let said = coded("lotta", &["--round", "second", "--yes"], &case);
    assert!(said.contains("double coding") && !said.contains("Base"), "{said}");
    for desk in &desks {
        assert_eq!(desk.run(&["spot", "S", "--coder", "bo", "-n", "1", "--seed", "7", "--lang", "en"]).code, 0);
    }
    let said = coded("bo", &["--round", "spot"], &case);
    assert!(said.contains("spot check") && said.contains("Spot check result"), "{said}");
    let said = coded("carina", &["--round", "consensus"], "<lt>");
    assert!(said.contains("settled together"), "{said}");
}

#[test]
fn what_is_pasted_and_what_a_terminal_says_is_no_answer_in_lines_either() {
    let desk = Desk::new();
    for typed in
        ["\x1b[200~ynyn\x1b[201~", "\x1b[<0;10;5M\x1b[<0;10;5m", "\x1b[M !!", "\x1b]11;rgb:yyyy\x07", "\x1b[Iy"]
    {
        let desk = Desk::new();
        let mut command = desk.command(&["S", "--coder", "carina", "--accessible"]);
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        child.stdin.take().unwrap().write_all(typed.as_bytes()).unwrap();
        assert!(child.wait_with_output().unwrap().status.success());
        assert_eq!(desk.keys(), if typed.ends_with('y') { "y" } else { "" }, "{typed:?}");
    }
    let said = piped(&desk, &["S", "--coder", "carina"], "");
    assert!(said.contains("Question 1 Question 1?"), "{said}");
}

#[test]
fn the_form_is_asked_for_or_told_by_the_environment() {
    let desk = Desk::new();
    for before in [&["env", "ACCESSIBLE=1"][..], &["env", "TERM=dumb"]] {
        let mut pty = desk.start(before, "carina", &[]);
        pty.until("the question", |pty| String::from_utf8_lossy(&pty.bytes()).contains("Question 1 Question 1?"));
        let written = String::from_utf8_lossy(&pty.bytes()).into_owned();
        // What a speaking terminal does not know, it says.
        assert!(["\x1b[?1049h", "\x1b[>4m", "\x1b[=0;1u"].iter().all(|one| !written.contains(one)), "{written:?}");
        pty.type_in("q");
        assert_eq!(pty.ended().0, 0, "the terminal is given back as it was");
    }
    let mut pty = desk.start(&["env", "ACCESSIBLE=0"], "carina", &[]);
    pty.shows("Question 1?");
    assert!(pty.screen().alternate_screen());
    pty.type_in("q");
    assert_eq!(pty.ended().0, 0);
    // Who has set it for good still gets tables into files.
    let ran = desk.shell("ACCESSIBLE=1 TERM=dumb \"$0\" S --coder carina | head -n 1");
    assert!(ran.code == 0 && ran.out.contains("S · ") || ran.out.contains("carina"), "{ran:?}");
    assert!(PROGRAM.ends_with("aktkoll"));
}

#[test]
fn a_line_that_cannot_be_written_is_said_and_nothing_is_said_to_be_saved() {
    let desk = Desk::new();
    let mut limited = std::process::Command::new("sh");
    let env = desk.command(&[]);
    for (name, value) in env.get_envs() {
        limited.env(name, value.unwrap_or_default());
    }
    limited.current_dir(desk.folder.path()).args([
        "-c",
        "ulimit -f 1; exec \"$0\" S --coder carina --accessible",
        PROGRAM,
    ]);
    let mut child = limited.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all("yn".repeat(30).as_bytes()).unwrap();
    let ended = child.wait_with_output().unwrap();
    let said = String::from_utf8(ended.stdout).unwrap();
    assert_eq!(ended.status.code(), Some(3), "{said}");
    assert!(said.contains("NOT SAVED"), "{said}");
    let saved = said.lines().filter(|line| line.contains(": saved, question")).count();
    assert_eq!(saved, desk.keys().len(), "{said}");
}
