//! Several coders: take-overs, cases taken from under one's hands, and others' lines.

use super::sitting::{Setup, Sitting, act, line};
use aktkoll::base::fault::{Exit, Fault};
use aktkoll::study::ledger::entry::Op;
use aktkoll::study::ledger::left_out::LeftOut;
use aktkoll::tui::Msg;

/// A study in which a colleague has begun the first case.
fn begun_by_alva() -> Setup {
    let first = line(1, "alva", act(Op::Answer, "BRO-01", "plan", "ja"));
    Setup { entries: vec![first], ..Setup::default() }
}

#[test]
fn a_colleagues_case_is_read_only_until_it_is_taken_over_with_a_reason() {
    let mut sitting = begun_by_alva().open();
    assert_eq!(sitting.at().0, "BRO-02", "one starts in a case of one's own");
    sitting.keys("<pageup>n");
    sitting.shows("Det här är alvas ärende. Ta över det?");
    assert!(sitting.log().is_empty());
    sitting.keys("<enter>");
    assert!(sitting.log().is_empty(), "a stray Enter takes nothing over");
    sitting.keys("n3<enter>");
    assert_eq!(sitting.log(), ["take BRO-01=biased"]);
    sitting.shows("Du har tagit över BRO-01.");
    assert_eq!(sitting.answer("BRO-01", "plan"), "ja", "what was answered stands");
    sitting.keys("<home>n");
    assert_eq!(sitting.answer("BRO-01", "plan"), "nej");
}

#[test]
fn a_colleagues_case_says_whose_it_is_and_names_no_key_that_answers() {
    let mut sitting = begun_by_alva().open();
    sitting.shows("j Ja");
    sitting.keys("<pageup>");
    sitting.shows("alvas ärende");
    sitting.shows("i ta över");
    sitting.hides("j Ja");
    sitting.keys("n3<enter>");
    sitting.hides("alvas ärende");
    sitting.shows("j Ja");
}

#[test]
fn nothing_changes_an_answer_in_a_colleagues_case() {
    for keys in ["j", "3", "<backspace>", "<end><enter>text<enter>", "xsekretess<enter>", "#5<enter>7<enter>"] {
        let mut sitting = begun_by_alva().open();
        sitting.keys("<pageup><home>");
        sitting.keys(keys);
        let log = sitting.log();
        assert!(log.iter().all(|line| line.starts_with("take")), "{keys}: {log:?}");
        assert_eq!(sitting.answer("BRO-01", "plan"), "ja", "{keys}");
    }
}

#[test]
fn leaving_the_question_of_taking_over_takes_nothing_over() {
    let mut sitting = begun_by_alva().open();
    sitting.keys("<pageup>n<esc>");
    assert!(sitting.log().is_empty() && sitting.model().dialog.is_none());
}

#[test]
fn a_case_taken_from_under_ones_hands_takes_no_more_answers() {
    let mut sitting = Sitting::typed("j");
    sitting.other("alva", act(Op::Take, "BRO-01", "", "ill"));
    sitting.shows("alva har börjat på ärendet eller tagit över det.");
    sitting.is_at("BRO-01", "foljs");
    sitting.keys("j");
    assert_eq!(sitting.log().len(), 2, "the answer and the take-over");
    sitting.shows("Ta över det?");
}

#[test]
fn a_colleagues_damage_ends_nobodys_coding_and_makes_the_tally_incomplete_until_it_is_mended() {
    let told = |sitting: &mut Sitting, exit: Option<Exit>, is_newer: bool| {
        let faults = exit.map(|exit| Fault::new(aktkoll::msg!("ledger-damage-line")).exit(exit).into());
        let left_out = Some(LeftOut { gaps: Vec::new(), exit, is_newer });
        sitting.screen.send(Msg::Foreign { entries: Vec::new(), faults, left_out });
    };
    let mut sitting = Sitting::typed("j");
    told(&mut sitting, Some(Exit::Damaged), false);
    sitting.shows("Ofullständigt, fråga");
    sitting.shows("Raden är skadad");
    sitting.keys("j");
    assert_eq!(sitting.log().len(), 2, "one codes on");
    told(&mut sitting, None, false);
    sitting.shows("Hittills, fråga");
    told(&mut sitting, Some(Exit::Refused), true);
    sitting.keys("j");
    assert_eq!(sitting.log().len(), 2, "beside lines of a newer program nothing is written");
}

#[test]
fn a_line_half_written_when_the_case_is_taken_is_no_answer() {
    let mut sitting = Sitting::typed("n11<space>7");
    sitting.other("alva", act(Op::Take, "BRO-01", "", "ill"));
    sitting.keys("<enter>");
    assert_eq!(sitting.answer("BRO-01", "timmar"), "");
    assert!(!sitting.log().iter().any(|line| line.contains("timmar")), "{:?}", sitting.log());
}

#[test]
fn others_answers_move_the_tally_but_not_the_cursor() {
    let mut sitting = Sitting::typed("");
    sitting.other("alva", act(Op::Answer, "HAV-01", "plan", "ja"));
    sitting.is_at("BRO-01", "plan");
    assert_eq!(sitting.model().study.tally().total(0.into()).base, 1);
    sitting.shows("klara 0 av 3");
}

#[test]
fn a_colleagues_comment_carries_the_colleagues_name() {
    let mut sitting = Sitting::typed("");
    sitting.other("alva", act(Op::Note, "BRO-01", "plan", "se bilaga"));
    sitting.shows("✎ alva: se bilaga");
}
