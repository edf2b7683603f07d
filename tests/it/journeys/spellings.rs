//! Text answers: spellings that count as one, and texts that were written before.

use super::sitting::{Setup, Sitting, act};
use aktkoll::study::ledger::entry::{Draft, Op, Round};

/// Three cases answered with texts, and a fourth that is open.
pub(super) const TEXTS: &str = "#7<enter><enter>Alfa AB<enter><pagedown>#7<enter><enter>alfa<enter>\
    <pagedown>#7<enter><enter>Beta<enter><pagedown>#7<enter>";

fn spelling(text: &str, name: &str) -> Draft {
    Draft { case_id: String::new(), item: text.to_owned(), ..act(Op::Spelling, "", "ovrigt", name) }
}

#[test]
fn two_spellings_are_counted_as_one_and_told_apart_again() {
    let mut sitting = Sitting::typed(TEXTS);
    sitting.keys("S");
    sitting.shows("1  Alfa AB");
    sitting.shows("1  alfa");
    sitting.keys("1<enter>");
    sitting.shows("Räkna ”alfa” som");
    sitting.keys("<enter>");
    assert_eq!(sitting.last(), "spelling ovrigt alfa=Alfa AB");
    sitting.shows("alfa räknas som Alfa AB");
    sitting.keys("<esc>");
    sitting.shows("Alfa AB (2 stavningar): 2");
    assert_eq!(sitting.answer("BRO-02", "ovrigt"), "alfa", "the answer stays as it was given");
    sitting.keys("t");
    sitting.shows("2  Alfa AB (2 stavningar)");
    sitting.keys("<esc>S2<enter>1<enter>");
    assert_eq!(sitting.last(), "spelling ovrigt alfa=");
    assert_eq!(sitting.screen.saver.log.last().unwrap().was, "Alfa AB");
    sitting.hides("alfa räknas som");
}

#[test]
fn a_spelling_is_taken_back_and_done_again() {
    let mut sitting = Sitting::typed(TEXTS);
    sitting.keys("S1<enter><enter><esc>u");
    sitting.shows("Ångrat: stavning, fråga 7");
    sitting.hides("2 stavningar");
    sitting.keys("U");
    sitting.shows("Alfa AB (2 stavningar): 2");
    let mut again = sitting.restarted();
    again.keys("#7<enter>u");
    again.hides("2 stavningar");
}

#[test]
fn several_spellings_can_count_under_a_name_that_nobody_wrote() {
    let mut sitting = Sitting::typed(TEXTS);
    sitting.keys("S2<enter><end><enter> (publ)<enter>");
    assert_eq!(sitting.last(), "spelling ovrigt Alfa AB=Alfa AB (publ)");
    sitting.shows("Alfa AB räknas som Alfa AB (publ)");
    sitting.keys("<esc>S1<enter>");
    sitting.shows("1 Alfa AB (publ)");
}

#[test]
fn a_colleagues_spelling_counts_at_once() {
    let mut sitting = Sitting::typed(TEXTS);
    sitting.other("alva", spelling("alfa", "Alfa AB"));
    sitting.shows("Alfa AB (2 stavningar): 2");
    sitting.keys("S");
    sitting.shows("alfa räknas som Alfa AB");
}

#[test]
fn spellings_are_of_texts_and_not_for_blind_rounds() {
    let mut sitting = Sitting::typed("S");
    sitting.shows("Bara frågor som besvaras med fritext har stavningar.");
    sitting.keys("#7<enter>S");
    sitting.shows("Ingen har svarat på frågan ännu.");
    let entries = Sitting::typed(TEXTS).screen.saver.log;
    let mut blind = Setup { round: Round::Second, entries, ..Setup::default() }.open();
    blind.keys("#7<enter>S");
    blind.hides("Alfa");
    assert!(blind.model().dialog.is_none());
}

#[test]
fn a_text_is_completed_from_what_was_written_before() {
    let mut sitting = Sitting::typed(TEXTS);
    sitting.keys("<enter>b");
    sitting.shows("▶ Beta");
    sitting.shows("Tabb fyll i");
    sitting.keys("<tab><enter>");
    assert_eq!(sitting.last(), "answer HAV-02 ovrigt=Beta");
}

#[test]
fn up_and_down_walk_through_what_fits_and_the_right_arrow_takes_it() {
    let mut sitting = Sitting::typed(TEXTS);
    sitting.keys("<enter>ALF");
    sitting.shows("▶ alfa");
    sitting.keys("<down>");
    sitting.shows("▶ Alfa AB");
    sitting.keys("<down><up><left><right>");
    sitting.shows("▶ alfa");
    sitting.shows(" ALF");
    sitting.keys("<down><right><enter>");
    assert_eq!(sitting.last(), "answer HAV-02 ovrigt=Alfa AB");
}

#[test]
fn what_is_typed_is_saved_as_it_is_where_nothing_is_taken() {
    let mut sitting = Sitting::typed(TEXTS);
    sitting.keys("<enter>al<enter>");
    assert_eq!(sitting.last(), "answer HAV-02 ovrigt=al");
}

#[test]
fn the_name_of_several_spellings_is_offered_for_any_of_them() {
    let mut sitting = Sitting::typed(TEXTS);
    sitting.other("alva", spelling("Alfa AB", "Omega"));
    sitting.keys("<enter>alfa a<tab>");
    sitting.shows(" Omega");
    sitting.keys("<ctrl-backspace>a");
    let frame = sitting.frame();
    assert!(frame.find("▶ Omega") < frame.find("alfa") && frame.contains("▶ Omega"), "it comes first: {frame}");
    sitting.keys("<tab><enter>");
    assert_eq!(sitting.last(), "answer HAV-02 ovrigt=Omega");
}

#[test]
fn a_blind_coder_is_offered_ones_own_texts_alone() {
    let entries = Sitting::typed(TEXTS).screen.saver.log;
    let mut blind = Setup { coder: "alva", round: Round::Second, entries, ..Setup::default() }.open();
    blind.keys("#7<enter><enter>a");
    blind.hides("lfa");
    blind.keys("lbin<enter><pagedown>#7<enter><enter>a");
    blind.shows("▶ albin");
    blind.hides("Alfa");
}

#[test]
fn only_texts_are_completed() {
    let mut sitting = Sitting::typed("#5<enter>7<enter><pagedown>#5<enter><enter>7");
    sitting.hides("▶ 7");
    sitting.keys("<tab><enter>");
    assert_eq!(sitting.last(), "answer BRO-02 timmar=7");
}
