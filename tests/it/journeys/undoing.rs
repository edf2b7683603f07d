//! Undo and redo.

use super::sitting::{Sitting, WHOLE, act};
use aktkoll::study::ledger::entry::{Draft, Op};

#[test]
fn undo_puts_the_earlier_answer_back_and_shows_where() {
    let mut sitting = Sitting::typed("j<up>nu");
    assert_eq!(sitting.last(), "answer BRO-01 plan=ja");
    assert!(sitting.screen.saver.log.last().unwrap().undoes.is_some());
    sitting.is_at("BRO-01", "plan");
    sitting.shows("Ångrat: svar, BRO-01 fråga 1");
    sitting.keys("u");
    sitting.shows("Ångrat: svar, BRO-01 fråga 1");
    assert_eq!(sitting.answer("BRO-01", "plan"), "");
    sitting.keys("u");
    sitting.shows("Det finns inget att ångra.");
    sitting.keys("UU");
    sitting.shows("Gjort om: svar, BRO-01 fråga 1");
    assert_eq!(sitting.answer("BRO-01", "plan"), "nej");
    sitting.keys("U");
    sitting.shows("Det finns inget att göra om.");
}

#[test]
fn a_new_answer_forgets_what_could_be_done_again() {
    let mut sitting = Sitting::typed("judU");
    sitting.shows("Det finns inget att göra om.");
    assert_eq!(sitting.answer("BRO-01", "plan"), "delvis");
}

#[test]
fn undo_goes_back_over_the_border_of_a_case() {
    let mut sitting = Sitting::typed(WHOLE);
    sitting.keys("<space>");
    sitting.is_at("BRO-02", "plan");
    sitting.keys("u");
    assert_eq!(sitting.last(), "done BRO-01=");
    assert_eq!(sitting.at().0, "BRO-01");
    sitting.keys("u");
    assert_eq!(sitting.last(), "answer BRO-01 beslut=");
    sitting.is_at("BRO-01", "beslut");
}

#[test]
fn comments_flags_and_quotes_are_taken_back_like_answers() {
    let mut sitting = Sitting::typed("cett<enter>c två<enter>f2<enter>\"citat<enter>uuu");
    sitting.shows("✎ ett");
    sitting.hides("två");
    sitting.hides("citat");
    sitting.keys("UUU");
    sitting.shows("✎ ett två");
    sitting.shows("citat");
}

#[test]
fn undo_works_on_after_a_restart() {
    let mut sitting = Sitting::typed("j<up>ncskäl<enter>u").restarted();
    sitting.keys("u");
    assert_eq!(sitting.last(), "answer BRO-01 plan=ja");
    sitting.keys("UU");
    assert_eq!(sitting.last(), "note BRO-01 utfall=skäl");
    assert_eq!(sitting.answer("BRO-01", "plan"), "nej");
}

#[test]
fn undo_is_refused_where_a_colleague_has_taken_the_case() {
    let mut sitting = Sitting::typed("j");
    sitting.other("alva", act(Op::Take, "BRO-01", "", "ill"));
    sitting.keys("u");
    sitting.shows("Någon har ändrat det här efteråt: inget ångrades.");
    assert_eq!(sitting.log().iter().filter(|line| line.starts_with("answer")).count(), 1);
}

#[test]
fn an_answer_that_the_same_coder_gives_elsewhere_is_followed_and_can_be_taken_back() {
    let mut sitting = Sitting::typed("j");
    sitting.other("berit", Draft { was: "ja".to_owned(), ..act(Op::Answer, "BRO-01", "plan", "nej") });
    assert_eq!(sitting.model().answer(0.into()), "nej", "the screen follows");
    sitting.is_at("BRO-01", "foljs");
    sitting.keys("u");
    assert_eq!(sitting.answer("BRO-01", "plan"), "ja");
}

#[test]
fn a_text_written_in_several_steps_is_taken_back_step_by_step() {
    let mut sitting = Sitting::typed("cett<enter>c två<enter>c tre<enter>uu");
    sitting.shows("✎ ett");
    sitting.hides("två");
    sitting.keys("U");
    sitting.shows("✎ ett två");
    sitting.hides("tre");
    sitting.keys("Uuuu");
    sitting.hides("✎ ett");
}

#[test]
fn the_history_shows_every_line_newest_first() {
    let mut sitting = Sitting::typed("j<up>nuh");
    let frame = sitting.frame();
    let lines: Vec<&str> = frame.lines().filter(|line| line.contains("Berit:")).collect();
    assert_eq!(lines.len(), 3, "{frame}");
    assert!(lines[0].contains("Ja (förut: Nej) (ångrat)") && lines[2].contains("Ja (förut: inget)"), "{frame}");
}
