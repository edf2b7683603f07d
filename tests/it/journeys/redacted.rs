//! A text that is taken away in another window comes back through no line that somebody writes.

use super::sitting::{Setup, Sitting, act, line};
use aktkoll::study::ledger::entry::{BLANKED, Draft, Entry, Head, Op};
use aktkoll::tui::Msg;

const TOLD: &str = "Texten som raden började med har tagits bort";

/// A comment stands, and the line to write on it is open.
fn writing() -> (Sitting, Head) {
    let mut sitting = Sitting::typed("cAnna flyttade<enter>c");
    let written = sitting.screen.saver.log[0].h;
    sitting.shows("Anna flyttade");
    sitting.hides(TOLD);
    (sitting, written)
}

/// All that was written comes in once more, with one text blanked.
fn reloads(sitting: &mut Sitting, gone: Head) {
    let blanked = |entry: &Entry<'static>| {
        let value = if entry.h == gone { BLANKED.into() } else { entry.value.clone() };
        Entry { value, ..entry.clone() }
    };
    let entries = sitting.screen.saver.log.iter().filter(|entry| entry.segment != 1 || entry.coder != "berit");
    let (entries, own) = (entries.map(blanked).collect(), vec![(1, gone)]);
    sitting.screen.send(Msg::Reloaded { entries, gone: own, faults: None, left_out: None });
}

#[test]
fn a_line_opens_without_a_text_that_is_gone_although_the_screen_does_not_know_yet() {
    let mut sitting = Sitting::typed("cAnna flyttade<enter>");
    sitting.screen.saver.gone = vec![sitting.screen.saver.log[0].h];
    sitting.keys("c");
    sitting.shows(TOLD);
    sitting.keys("nu utan namn<enter>");
    assert_eq!(sitting.last(), "note BRO-01 plan=nu utan namn");
}

#[test]
fn a_line_that_was_open_is_not_saved_with_the_text_and_keeps_what_was_written_behind_it() {
    let (mut sitting, written) = writing();
    sitting.screen.saver.gone = vec![written];
    sitting.keys(" i maj<enter>");
    assert_eq!(sitting.log().len(), 1, "nothing is saved");
    sitting.shows(TOLD);
    sitting.shows("i maj");
    sitting.keys("<enter>");
    assert_eq!(sitting.last(), "note BRO-01 plan=i maj");
}

#[test]
fn a_line_that_is_open_loses_the_text_as_soon_as_it_is_known_to_be_gone_also_under_the_help() {
    for help in [false, true] {
        let (mut sitting, written) = writing();
        sitting.keys(if help { " i maj<f1>" } else { " i maj" });
        reloads(&mut sitting, written);
        sitting.shows(TOLD);
        reloads(&mut sitting, written);
        sitting.shows(TOLD);
        sitting.keys(if help { "<esc> och juni<enter>" } else { " och juni<enter>" });
        assert_eq!(sitting.last(), "note BRO-01 plan=i maj och juni");
    }
}

#[test]
fn what_stands_for_a_text_that_is_gone_is_no_text_to_write_on() {
    for (op, key) in [(Op::Note, "c"), (Op::Drop, "x")] {
        let question = if op == Op::Note { "plan" } else { "" };
        let entries = vec![line(1, "berit", act(op, "BRO-01", question, BLANKED))];
        let mut sitting = Setup { entries, ..Setup::default() }.open();
        sitting.keys(&format!("{key}x<enter>"));
        assert!(!sitting.log().iter().any(|line| line.contains(BLANKED)), "{:?}", sitting.log());
    }
    let (mut sitting, written) = writing();
    sitting.keys("<esc>");
    reloads(&mut sitting, written);
    sitting.keys("c<enter>");
    assert_eq!(sitting.log().len(), 1, "nothing was changed");
    sitting.keys("cnytt<enter>");
    assert_eq!(sitting.last(), "note BRO-01 plan=nytt");
}

#[test]
fn a_rule_does_not_keep_what_was_taken_out_of_the_discussion_that_it_comes_of() {
    let said = |seq, coder: &str, text| {
        line(seq, coder, Draft { item: format!("discuss|{coder}-{seq}"), ..act(Op::Note, "BRO-01", "plan", text) })
    };
    let entries = vec![
        line(1, "berit", act(Op::Answer, "BRO-01", "plan", "ja")),
        line(2, "alva", act(Op::Flag, "BRO-01", "plan", "yes")),
        said(3, "alva", "Annas plan räknas"),
    ];
    let gone = entries[2].h;
    let mut sitting = Setup { entries, ..Setup::default() }.open();
    sitting.keys("<home>f<down><enter>");
    sitting.shows("Annas plan räknas");
    sitting.keys(", alltid");
    let reloaded = |entry: &Entry<'static>| {
        let value = if entry.h == gone { BLANKED.into() } else { entry.value.clone() };
        Entry { value, ..entry.clone() }
    };
    let entries = sitting.screen.saver.log.iter().map(reloaded).collect();
    sitting.screen.send(Msg::Reloaded { entries, gone: Vec::new(), faults: None, left_out: None });
    sitting.shows(TOLD);
    sitting.keys("<enter>");
    sitting.shows("Regeln kommer");
    sitting.keys("<enter>");
    assert!(sitting.last().starts_with("rule") && sitting.last().ends_with("=, alltid"), "{}", sitting.last());
}
