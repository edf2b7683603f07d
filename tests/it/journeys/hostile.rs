//! Texts that would command a terminal or fool a reader.

use super::sitting::{CASES, PROTOCOL, Setup, act, line};
use aktkoll::base::text::is_hidden;
use aktkoll::study::case::CaseList;
use aktkoll::study::ledger::entry::{Op, Round};
use aktkoll::study::protocol::Protocol;
use proptest::prelude::*;

const NASTY: &str = "a\u{1b}]0;x\u{7}\u{9b}31m\u{202e}b\u{200b}c\u{200d}d\u{feff}e\u{2066}f";

fn clean(frame: &str) -> Result<(), String> {
    let bad = frame.chars().find(|&c| c != '\n' && (c.is_control() || is_hidden(c)));
    match bad {
        Some(c) => Err(format!("U+{:04X} reached the screen:\n{frame}", u32::from(c))),
        None => Ok(()),
    }
}

/// Everything that others can write, with a text in it, on every page that shows it.
fn frames_with(text: &str, round: Round) -> Vec<String> {
    let ops = [
        act(Op::Answer, "BRO-01", "ovrigt", text),
        act(Op::Answer, "BRO-01", "plan", text),
        act(Op::Note, "BRO-01", "plan", text),
        act(Op::Quote, "BRO-01", "plan", text),
        act(Op::Flag, "BRO-01", "plan", text),
        act(Op::Bookmark, "BRO-01", "", text),
        act(Op::Drop, "BRO-01", "", text),
        act(Op::Take, "BRO-01", "", text),
        act(Op::Answer, text, "plan", "ja"),
        act(Op::Answer, "BRO-01", text, "ja"),
    ];
    let coder = format!("x{text}");
    let entries = ops.into_iter().zip(1..).map(|(draft, seq)| line(seq, &coder, draft)).collect();
    let mut sitting = Setup { round, entries, ..Setup::default() }.open();
    sitting.keys("<pageup>");
    let mut frames = vec![sitting.frame()];
    for keys in ["<end>", "<home>h", "<esc>M", "<esc>j", "<esc>t", "<esc><end><space>", "<esc>F", "<esc>:", "<esc>x"] {
        sitting.keys(keys);
        frames.push(sitting.frame());
    }
    frames
}

#[test]
fn nothing_that_a_terminal_obeys_reaches_the_screen_from_others_lines() {
    for round in [Round::First, Round::Second] {
        for frame in frames_with(NASTY, round) {
            clean(&frame).unwrap();
        }
    }
}

#[test]
fn a_tower_of_combining_marks_stays_in_its_line() {
    let tower = format!("Z{}", "\u{301}".repeat(500));
    for frame in frames_with(&tower, Round::First) {
        let marks = frame.chars().filter(|&c| c == '\u{301}').count();
        assert!(marks < 100, "{marks} marks");
    }
}

#[test]
fn what_is_typed_and_pasted_is_shown_harmless() {
    let mut sitting = Setup::default().open();
    sitting.keys(&format!("c<paste:{NASTY}>"));
    clean(&sitting.frame()).unwrap();
    sitting.keys("<enter>");
    clean(&sitting.frame()).unwrap();
    sitting.keys(&format!("/<paste:{NASTY}>"));
    clean(&sitting.frame()).unwrap();
}

#[test]
fn wide_characters_push_nothing_out_of_its_column() {
    let mut sitting = Setup::default().open();
    sitting.keys("c漢字漢字漢字<enter>");
    let frame = sitting.frame();
    assert!(frame.contains("漢字漢字漢字"), "{frame}");
    assert!(frame.lines().all(|line| aktkoll::base::text::width(line) <= 80), "{frame}");
}

#[test]
fn a_case_id_with_hidden_characters_is_refused() {
    let protocol = Protocol::load("p.toml", PROTOCOL).unwrap();
    for bad in ["\u{1b}[2J", "\u{202e}", "\u{200b}", "\u{9b}", "\u{feff}x"] {
        let cases = CASES.replace("BRO-02", &format!("BRO{bad}02"));
        assert!(CaseList::read("cases.csv", cases.as_bytes(), &protocol).is_err(), "{bad:?}");
    }
}

#[test]
fn labels_of_a_protocol_are_shown_harmless_or_refused() {
    let hidden = "\\u001B[31m\\u202Ex\\u200D";
    for (what, with) in [
        ("text = \"Finns en plan?\"", format!("text = \"Finns {hidden}?\"")),
        ("label = \"Bifall\"", format!("label = \"Bif{hidden}\"")),
        ("label = \"Trygghet\"", format!("label = \"Try{hidden}\"")),
        ("BRO = \"Bromma\"", format!("BRO = \"Bro{hidden}\"")),
        ("K = \"Kvinnor\"", format!("K = \"Kvi{hidden}\"")),
        ("guidance = \"En", format!("guidance = \"{hidden}")),
        ("ja = \"aktuell", format!("ja = \"{hidden}")),
        ("unit = \"timmar/", format!("unit = \"{hidden}")),
        ("message = \"Bifall", format!("message = \"{hidden}")),
    ] {
        let protocol = PROTOCOL.replacen(what, &with, 1);
        assert_ne!(protocol, PROTOCOL, "{what}");
        if Protocol::load("p.toml", &protocol).is_err() {
            continue;
        }
        let mut sitting = Setup { protocol, ..Setup::default() }.open();
        for keys in ["", "t", "<esc>n", "1", "1<space>", "<end><space>", "<esc>F"] {
            sitting.keys(keys);
            clean(&sitting.frame()).map_err(|said| format!("{what}: {said}")).unwrap();
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(24) })]

    #[test]
    fn no_text_of_others_reaches_the_screen_raw(text in "\\PC{0,3}[\u{1b}\u{7}\u{85}\u{202e}\u{200d}\u{fe0f}\u{301}]{0,6}.{0,8}") {
        for frame in frames_with(&text, Round::First) {
            prop_assert_eq!(clean(&frame), Ok(()));
        }
    }
}
