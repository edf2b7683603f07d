//! Coding by a plan: one's own cases, a colleague's, and those that are coded a second time.

use super::sitting::{Setup, WHOLE};
use aktkoll::study::ledger::entry::Round;

const PLAN: &str = "case_id,coder,second,wave\nBRO-01,alva,berit,late\nBRO-02,berit,alva,early\nHAV-01,alva,berit,early\n\
    HAV-02,berit,,\n";

fn setup(round: Round) -> Setup {
    Setup { plan: Some(PLAN), round, ..Setup::default() }
}

/// The cases of the list in its order, with its headings.
fn listed(frame: &str) -> Vec<String> {
    let list = frame.lines().skip(1).filter_map(|line| line.split('│').next());
    let words = list
        .filter_map(|line| line.split_whitespace().find(|word| word.chars().all(|c| c.is_alphanumeric() || c == '-')));
    words.take_while(|word| *word != "Hittills").map(str::to_owned).collect()
}

#[test]
fn a_coder_sees_the_cases_that_are_planned_for_one() {
    let mut sitting = setup(Round::First).open();
    sitting.is_at("BRO-02", "plan");
    sitting.shows("klara 0 av 2");
    assert_eq!(listed(&sitting.frame())[..4], ["Bromma", "BRO-02", "Hässelby", "HAV-02"]);
    for wave in ["tidig", "mitten", "sen"] {
        sitting.hides(wave);
    }
    sitting.keys(WHOLE);
    sitting.keys("<space>");
    assert_eq!(sitting.at().0, "HAV-02", "from one's own case to the next of one's own");
}

#[test]
fn a_case_planned_for_another_is_asked_about_once() {
    let mut sitting = setup(Round::First).open();
    sitting.keys("/BRO-01<enter>j");
    sitting.shows("Du ska koda alvas ärende blint. Tas det över blir det inte dubbelgranskat.");
    assert!(sitting.log().is_empty());
    sitting.keys("3<enter>");
    assert_eq!(sitting.log(), ["take BRO-01=biased"]);
    sitting.keys("<home>jn");
    assert_eq!(sitting.log().len(), 3, "it is not asked again: {:?}", sitting.log());
    sitting.shows("klara 0 av 3");
}

#[test]
fn the_second_coding_goes_wave_by_wave() {
    let mut sitting = setup(Round::Second).open();
    sitting.is_at("HAV-01", "plan");
    sitting.shows("klara 0 av 2");
    sitting.shows("Hässelby · Kvinnor · tidig");
    let frame = sitting.frame();
    assert_eq!(listed(&frame)[..6], ["tidig", "Hässelby", "HAV-01", "sen", "Bromma", "BRO-01"], "{frame}");
    sitting.keys(WHOLE);
    sitting.keys("<space>");
    assert_eq!(sitting.at().0, "BRO-01");
    sitting.shows("Bromma · Kvinnor · sen");
}

#[test]
fn a_spot_check_has_no_waves() {
    let mut sitting = setup(Round::Spot).open();
    sitting.is_at("BRO-01", "plan");
    for wave in ["tidig", "mitten", "· sen"] {
        sitting.hides(wave);
    }
}
