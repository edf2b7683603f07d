//! The screen in words: what is said for a key, what is not said before it is on disk, and nothing twice.

use super::sitting::{Setup, Sitting, WHOLE, act};
use aktkoll::base::language::Lang;
use aktkoll::study::ledger::entry::{Op, Round};
use aktkoll::tui::lines::Lines;
use aktkoll::tui::model::Form;
use aktkoll::tui::{Msg, Program};

fn open(setup: Setup) -> Sitting {
    Setup { form: Form::Lines, ..setup }.open()
}

/// What is said for a script, behind the keys of each piece of it.
fn said(sitting: &mut Sitting, pieces: &[&str]) -> String {
    let mut told = format!("{}\n", std::mem::take(&mut sitting.screen.said));
    for piece in pieces {
        sitting.keys(piece);
        told += &format!("[{piece}]\n{}\n", std::mem::take(&mut sitting.screen.said));
    }
    told
}

const LOOP: [&str; 24] = [
    "j",
    "j",
    "u",
    "U",
    "cÖppen<enter>",
    "!",
    "f2<enter>",
    "z",
    "1",
    "1",
    "1",
    "2",
    "<space>",
    "7<enter>",
    "2021<enter>",
    "<space>",
    "<up>",
    "<enter>",
    "t",
    "<esc>",
    "<tab>",
    "<down>",
    "<tab>",
    "xSkadad akt<enter>",
];

#[test]
fn the_whole_loop_is_said_in_both_languages() {
    for (lang, name) in [(Lang::Sv, "the_whole_loop_sv"), (Lang::En, "the_whole_loop_en")] {
        let mut sitting = open(Setup { lang, keymap: Some("sv"), ..Setup::default() });
        let told = said(&mut sitting, &LOOP);
        insta::assert_snapshot!(name, told);
        assert!(!told.chars().any(|c| matches!(c, '●' | '○' | '▶' | '─' | '█' | '\x1b')), "{told}");
    }
}

#[test]
fn pages_lists_and_searches_are_said() {
    let mut sitting = open(Setup::default());
    let told = said(
        &mut sitting,
        &["?", "<pagedown>", "<esc>", "/bro", "<esc>", "P", "<enter>", "h", "<esc>", "M", "F", "<esc>", ":"],
    );
    insta::assert_snapshot!("pages_lists_and_searches", told);
}

#[test]
fn a_line_is_said_to_be_saved_once_it_is_on_disk_and_not_before() {
    let mut sitting = open(Setup::default());
    let mut lines = Lines::default();
    lines.news(sitting.model().speak());
    let drafts = sitting.pends("j");
    lines.heard();
    assert_eq!(lines.news(sitting.model().speak()), "", "nothing while it is under way");
    sitting.screen.program.update(Msg::Waited { seconds: 1 });
    assert_eq!(lines.news(sitting.model().speak()), "sparar … 1 s\n");
    sitting.reaches_disk(&drafts[0]);
    let told = lines.news(sitting.model().speak());
    assert!(told.starts_with("Ja: sparat, fråga 1, BRO-01\n"), "{told}");
    sitting.screen.saver.fails = true;
    sitting.screen.said.clear();
    sitting.keys("j");
    let told = std::mem::take(&mut sitting.screen.said);
    assert!(told.contains("EJ SPARAT: ") && !told.contains(": sparat, fråga 2"), "{told}");
    sitting.screen.saver.fails = false;
    sitting.keys("<enter>");
    let told = std::mem::take(&mut sitting.screen.said);
    assert!(told.contains(": sparat, fråga 2"), "{told}");
}

#[test]
fn no_key_meets_silence() {
    let mut sitting = open(Setup::default());
    for keys in [
        "z", "z", "<up>", "<up>", "<tab>", "<home>", "<home>", "<tab>", "t", "<home>", "<esc>", "j", "!", "u", "u", "u",
    ] {
        sitting.screen.said.clear();
        sitting.keys(keys);
        assert!(!sitting.screen.said.trim().is_empty(), "{keys} is met with silence");
    }
}

#[test]
fn what_is_written_is_said_as_it_is_typed() {
    let mut sitting = open(Setup::default());
    sitting.keys("c");
    sitting.screen.said.clear();
    sitting.keys("Ny");
    assert_eq!(sitting.screen.said, "Ny");
    sitting.keys("<backspace>");
    assert_eq!(sitting.screen.said, "Ny\nN", "what is left is said once more");
    sitting.keys("u<enter>");
    let told = std::mem::take(&mut sitting.screen.said);
    assert!(told.starts_with("Ny\nNu\nKommentaren: sparat, fråga 1, BRO-01\nFråga 1 "), "{told}");
    assert!(told.contains("\nkommentar Nu\n"), "{told}");
}

#[test]
fn nothing_that_others_wrote_is_obeyed() {
    let mut sitting = open(Setup::default());
    sitting.other("lotta", act(Op::Note, "BRO-01", "plan", "\u{1b}[2Jlösning\u{9b}31m\nrad två"));
    let told = std::mem::take(&mut sitting.screen.said);
    assert!(told.contains("lösning") && !told.contains('\u{1b}') && !told.contains('\u{9b}'), "{told}");
}

#[test]
fn differences_are_settled_line_by_line() {
    let mut first = Setup::default().open();
    first.keys(WHOLE);
    first.keys("<space>");
    let entries = first.screen.saver.log.clone();
    let mut second = Setup { coder: "lotta", round: Round::Second, entries, ..Setup::default() }.open();
    second.keys(&WHOLE.replacen('n', "j", 1));
    second.keys("<space><space>");
    let entries = second.screen.saver.log.clone();
    let mut sitting = open(Setup { round: Round::Consensus, entries, ..Setup::default() });
    let told = said(&mut sitting, &["<lt>", "<esc>", "D"]);
    assert!(told.contains("Berit Nej") && told.contains("lotta Ja") && told.contains("gemensamt svar"), "{told}");
    assert!(told.contains(": sparat, fråga"), "{told}");
}

#[test]
fn whole_rows_have_words_for_marks() {
    let mut sitting = Setup { form: Form::WholeRows, ..Setup::default() }.open();
    sitting.keys(WHOLE);
    sitting.keys("<space>");
    sitting.shows("BRO-01 klar");
    sitting.shows("BRO-02 ny");
    let frame = sitting.frame();
    assert!(!frame.chars().any(|c| matches!(c, '●' | '○' | '│' | '─' | '█' | '▶')), "{frame}");
}
