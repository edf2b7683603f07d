//! After the feedback: a changed answer is asked why; and what the manager is told.

use super::sitting::{Setup, Sitting, WHOLE, act, line};
use aktkoll::study::ledger::entry::{Entry, Op, Round};
use aktkoll::study::phase::{Name, Phase};

const ASKED: &str = "Varför ändras svaret under faktaavstämningen?";

/// Somebody's answers to the first case, in their order.
fn answers(coder: &str, all: &[(&str, &str)]) -> Vec<Entry<'static>> {
    let draft = |&(question, value): &(&str, &str)| act(Op::Answer, "BRO-01", question, value);
    all.iter().map(draft).zip(1..).map(|(draft, seq)| line(seq, coder, draft)).collect()
}

/// Three answers were given, and then the feedback began.
pub(super) fn feedback() -> Setup {
    let entries = answers("berit", &[("plan", "nej"), ("utfall", "bifall"), ("kontakt", "anhorig")]);
    let phase = Phase { name: Name::Feedback, date: "2026-03-02".to_owned(), seq: 3 };
    Setup { entries, phase: Some(phase), ..Setup::default() }
}

#[test]
fn a_changed_answer_is_asked_why_and_then_the_cursor_goes_on() {
    let mut sitting = feedback().open();
    sitting.keys("<home>j");
    assert_eq!(sitting.last(), "answer BRO-01 plan=ja");
    sitting.shows(ASKED);
    sitting.is_at("BRO-01", "plan");
    sitting.keys("Planen låg i en annan akt<enter>");
    assert_eq!(sitting.last(), "note BRO-01 plan=Planen låg i en annan akt");
    sitting.is_at("BRO-01", "foljs");
    sitting.keys("P");
    sitting.shows("Ändrat under faktaavstämningen (1)");
    sitting.hides("skäl saknas");
}

#[test]
fn a_reason_that_is_left_for_later_is_listed_and_asked_for_there() {
    let mut sitting = feedback().open();
    sitting.keys("<home>j");
    sitting.shows("Ändringen är sparad.");
    sitting.keys("<esc>");
    sitting.is_at("BRO-01", "foljs");
    sitting.shows("Svaret är sparat, utan skäl. P listar svar som saknar skäl.");
    assert_eq!(sitting.log(), ["answer BRO-01 plan=ja"]);
    sitting.keys("P");
    sitting.shows("Ändrat, men skäl saknas (1)");
    sitting.keys("<end><enter>");
    sitting.is_at("BRO-01", "plan");
    sitting.keys("c");
    sitting.shows(ASKED);
    sitting.keys("Fel akt<enter>c");
    sitting.hides(ASKED);
    sitting.shows("Kommentar till fråga 1 (inga namn)");
}

#[test]
fn nothing_is_asked_where_nothing_is_changed_or_before_the_feedback() {
    let mut sitting = feedback().open();
    sitting.keys("<home>n");
    sitting.hides(ASKED);
    let mut sitting = Setup { phase: None, ..feedback() }.open();
    sitting.keys("<home>j");
    sitting.hides(ASKED);
    sitting.keys("P");
    sitting.hides("Ändrat under faktaavstämningen");
}

#[test]
fn a_change_back_is_none_and_an_answer_taken_away_is_one() {
    let mut sitting = feedback().open();
    sitting.keys("<home>j<esc><home>n");
    sitting.hides(ASKED);
    sitting.keys("P");
    sitting.hides("Ändrat under");
    sitting.keys("<esc><home><backspace>");
    sitting.shows(ASKED);
    sitting.keys("Frågan gällde inte<enter>");
    sitting.is_at("BRO-01", "plan");
}

#[test]
fn a_multi_answer_is_asked_why_once_when_one_goes_on() {
    let mut sitting = feedback().open();
    sitting.keys("#4<enter>");
    sitting.is_at("BRO-01", "kontakt");
    sitting.keys("12");
    assert_eq!(sitting.last(), "answer BRO-01 kontakt=vard");
    sitting.hides(ASKED);
    sitting.keys("<space>");
    sitting.shows(ASKED);
    sitting.keys("Fel<enter>");
    sitting.is_at("BRO-01", "timmar");
}

#[test]
fn a_comment_on_something_else_does_not_go_on_from_a_multi_answer() {
    let mut sitting = feedback().open();
    sitting.keys("#4<enter>2mom hela akten<enter>");
    assert_eq!(sitting.last(), "note BRO-01=om hela akten");
    sitting.is_at("BRO-01", "kontakt");
    sitting.keys("<space>");
    sitting.shows(ASKED);
}

#[test]
fn a_blind_round_is_asked_nothing() {
    let mut sitting = Setup { coder: "alva", round: Round::Second, ..feedback() }.open();
    sitting.keys("<home>j");
    assert_eq!(sitting.last(), "answer BRO-01 plan=ja");
    sitting.hides(ASKED);
    sitting.keys("P");
    sitting.hides("Ändrat under");
}

#[test]
fn after_a_jump_the_reason_comes_before_the_return() {
    let mut sitting = feedback().open();
    sitting.is_at("BRO-01", "timmar");
    sitting.keys("#1<enter>j");
    sitting.shows(ASKED);
    sitting.is_at("BRO-01", "plan");
    sitting.keys("Fel<enter>");
    sitting.is_at("BRO-01", "timmar");
}

#[test]
fn what_the_manager_was_told_is_written_with_the_flag_or_later() {
    let mut sitting = Sitting::typed("f4<enter>");
    assert_eq!(sitting.last(), "flag BRO-01 plan manager=yes");
    sitting.shows("Vad fick vilken chef");
    sitting.keys("<esc>P");
    sitting.shows("Meddela chefen: inget antecknat (1)");
    sitting.keys("<esc>f5<enter>Enhetschefen, 3/3: hot i hemmet<enter>");
    assert_eq!(sitting.last(), "note BRO-01 manager=Enhetschefen, 3/3: hot i hemmet");
    sitting.keys("P");
    sitting.hides("inget antecknat");
    sitting.keys("<esc>f4<enter>f4<enter>");
    sitting.hides("Vad fick vilken chef");
    sitting.keys(WHOLE);
    sitting.shows("Till chefen: Enhetschefen, 3/3: hot i hemmet");
}
