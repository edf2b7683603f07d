//! Strengths and development areas: proposed, kept, reworded, struck and added on the screen.

use super::sitting::{Setup, Sitting, act, line};
use aktkoll::study::ledger::entry::{Draft, Entry, Op, Round};

/// Ten cases a unit.
pub(super) fn cases() -> String {
    let units = ["BRO", "HAV"].into_iter().flat_map(|unit| (1..=10).map(move |n| format!("{unit}-{n:02},{unit},K\n")));
    units.fold("case_id,unit,sex\n".to_owned(), |all, row| all + &row)
}

/// Every case has a plan; in Bromma it is followed, in Hässelby it is not.
pub(super) fn coded() -> Vec<Entry<'static>> {
    let units = [("BRO", "ja"), ("HAV", "nej")];
    let cases = units.into_iter().flat_map(|(unit, value)| (1..=10).map(move |n| (format!("{unit}-{n:02}"), value)));
    let answers =
        cases.flat_map(|(case, value)| [act(Op::Answer, &case, "plan", "ja"), act(Op::Answer, &case, "foljs", value)]);
    answers.zip(1..).map(|(draft, seq)| line(seq, "alva", draft)).collect()
}

fn setup() -> Setup {
    Setup { cases: cases(), entries: coded(), ..Setup::default() }
}

fn typed(script: &str) -> Sitting {
    let mut sitting = setup().open();
    sitting.keys(script);
    sitting
}

/// What alva decides on the joint strength.
fn of_alva(text: &str) -> Draft {
    Draft { case_id: String::new(), item: "strength|".to_owned(), ..act(Op::Item, "", "plan", text) }
}

#[test]
fn a_dash_and_the_mark_of_a_blanked_text_are_no_words_and_strike_nothing() {
    for mark in ["-", "▒▒▒"] {
        let mut sitting = typed(&format!("s<down><enter><paste:{mark}><enter>"));
        sitting.shows("är inga ord");
        assert!(sitting.log().is_empty(), "{mark}");
    }
    let mut sitting = typed("c▒▒▒<enter>");
    sitting.shows("”▒▒▒” är inga ord");
    sitting.keys("<esc><esc>c-<enter>");
    assert!(sitting.last().ends_with("=-"), "a comment may be a dash: {}", sitting.last());
}

#[test]
fn the_joint_one_stands_first_and_each_unit_has_its_own_with_counts() {
    let mut sitting = typed("s");
    for text in [
        "Styrkor (+) och utvecklingsområden (-)",
        "Alla verksamheter",
        "+ Finns en plan? Oftast: Ja.",
        "20 av 20, förslag",
        "Bromma",
        "10 av 10, förslag",
    ] {
        sitting.shows(text);
    }
    sitting.shows("fråga 1, 20 av 20; Bromma 10 av 10; Hässelby 10 av 10");
    sitting.shows("- Följs planen? För sällan: Ja.");
    sitting.keys("<end>");
    sitting.keys("<up><up>");
    sitting.shows("Utvecklingsområde, förslag; fråga 2, 0 av 10; Bromma 10 av 10");
    sitting.keys("<esc>");
    assert!(sitting.log().is_empty(), "looking records nothing");
}

#[test]
fn one_is_kept_reworded_struck_and_put_back() {
    let mut sitting = typed("s<enter><enter>");
    assert_eq!(sitting.last(), "item plan strength|=Finns en plan? Oftast: Ja.");
    sitting.shows("20 av 20, behållen");
    sitting.keys("<enter> Bra!<enter>");
    assert_eq!(sitting.last(), "item plan strength|=Finns en plan? Oftast: Ja. Bra!");
    sitting.keys("<delete>");
    assert_eq!(sitting.last(), "item plan strength|=-");
    sitting.shows("20 av 20, avvisat");
    sitting.keys("<delete>");
    assert_eq!(sitting.last(), "item plan strength|=");
    sitting.shows("20 av 20, förslag");
    let before = sitting.log().len();
    sitting.keys("<enter><esc>");
    assert_eq!(sitting.log().len(), before, "opened and left as it was");
    let mut sitting = sitting.restarted();
    sitting.keys("s");
    sitting.shows("20 av 20, förslag");
}

#[test]
fn each_decision_is_taken_back_and_done_again() {
    let mut sitting = typed("s<enter><enter><delete><esc>u");
    assert_eq!(sitting.last(), "item plan strength|=Finns en plan? Oftast: Ja.");
    sitting.shows("styrka eller utvecklingsområde");
    sitting.keys("u");
    assert_eq!(sitting.last(), "item plan strength|=");
    sitting.keys("UU");
    assert_eq!(sitting.last(), "item plan strength|=-");
}

#[test]
fn one_is_added_in_ones_own_words() {
    let mut sitting = typed("s<down><enter>Personalen lyssnar.<enter>");
    assert_eq!(sitting.last(), "item strength||berit-41=Personalen lyssnar.");
    sitting.shows("+ Personalen lyssnar.");
    sitting.keys("<delete>");
    assert_eq!(sitting.last(), "item strength||berit-41=");
    sitting.hides("Personalen lyssnar.");
    sitting.keys("<esc>u");
    assert_eq!(sitting.last(), "item strength||berit-41=Personalen lyssnar.");
    sitting.shows("Prov");
}

#[test]
fn a_change_of_the_answers_shows_until_it_is_kept_again() {
    let mut sitting = typed("s<enter><enter>");
    sitting.other("alva", act(Op::Answer, "BRO-01", "plan", "nej"));
    sitting.shows("19 av 20, antalen ändrade");
    sitting.shows("antalen har ändrats sedan");
    sitting.keys("<enter><enter>");
    assert_eq!(sitting.log().len(), 3, "the same words once more");
    sitting.shows("19 av 20, behållen");
}

#[test]
fn of_two_coders_the_newest_line_counts() {
    let mut sitting = typed("s<enter><enter>");
    sitting.other("alva", of_alva("Alvas ord."));
    sitting.shows("+ Alvas ord.");
    sitting.keys("<esc>u");
    sitting.shows("ändra");
    assert_eq!(sitting.log().len(), 2, "somebody has said otherwise since");
    sitting.keys("s<enter> Och mina.<enter>");
    assert_eq!(sitting.last(), "item plan strength|=Alvas ord. Och mina.");
    sitting.keys("<esc>u");
    assert_eq!(sitting.last(), "item plan strength|=Alvas ord.");
}

#[test]
fn what_gives_somebody_away_is_held_in_its_words_too() {
    let mut sitting = typed("s<enter> Hos Kerstin.");
    sitting.shows("Kerstin");
    sitting.shows("Ctrl-X");
    sitting.keys("<ctrl-x> 811218-9876<enter>");
    sitting.shows("Här står ett personnummer.");
    assert!(sitting.log().is_empty());
}

#[test]
fn in_a_blind_round_there_are_none() {
    for key in ["s", "'"] {
        let mut sitting = Setup { round: Round::Second, ..setup() }.open();
        sitting.keys(key);
        assert!(sitting.model().dialog.is_none());
        assert!(sitting.log().is_empty());
    }
}

#[test]
fn who_may_only_look_decides_nothing() {
    let mut sitting = Setup { writable: false, ..setup() }.open();
    sitting.keys("s<delete><enter><enter>");
    assert!(sitting.log().is_empty());
}

#[test]
fn the_counts_stand_whole_on_a_narrow_screen() {
    for size in [(60, 15), (80, 24)] {
        let mut sitting = Setup { size, ..setup() }.open();
        sitting.keys("s");
        sitting.shows("20 av 20, förslag");
        assert!(sitting.frame().lines().all(|line| line.chars().count() <= usize::from(size.0)));
    }
}
