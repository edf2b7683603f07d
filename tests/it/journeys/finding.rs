//! Ways through the study: gaps, search, numbers, lists, help and palette.

use super::sitting::{Setup, Sitting, WHOLE, plain};
use crate::fixture::question;
use aktkoll::base::language::Lang;
use aktkoll::tui::dialog::Dialog;

#[test]
fn the_next_gap_is_found_in_this_case_then_in_the_others_that_are_begun() {
    let sitting = Sitting::typed("j<space>g");
    sitting.is_at("BRO-01", "kontakt");
    let mut sitting = Sitting::typed("<pagedown><pagedown>j<pageup><pageup>n11<space>7<enter>2021<enter><esc>g");
    sitting.is_at("HAV-01", "foljs");
    sitting.keys("j");
    assert_eq!(sitting.at().0, "BRO-01", "one comes back from a gap");
}

#[test]
fn a_case_that_was_finished_without_an_answer_has_gaps_too() {
    let mut sitting = Sitting::typed("<end><space><space><space>");
    assert_eq!(sitting.log(), ["done BRO-01=yes"]);
    sitting.is_at("BRO-02", "plan");
    sitting.keys(WHOLE);
    sitting.keys("<esc>g");
    sitting.is_at("BRO-01", "plan");
}

#[test]
fn back_from_another_case_no_mark_falls_on_the_same_question_of_this_one() {
    let mut sitting = Sitting::typed("<pagedown><pagedown>j<pageup><pageup>jj11<space>7<enter>2021<enter><esc>g");
    sitting.is_at("HAV-01", "foljs");
    sitting.keys("j");
    assert_eq!(sitting.at().0, "BRO-01");
    let before = sitting.log();
    for (mark, told) in [("!", "Ge ett svar först och märk det sedan."), ("C", "Ge ett svar först. c kommenterar")] {
        sitting.keys(mark);
        sitting.shows(told);
        assert!(
            matches!(sitting.model().dialog, Some(Dialog::Summary { .. })),
            "the closing page that one left: {mark}"
        );
    }
    assert_eq!(sitting.log(), before);
}

#[test]
fn where_there_is_no_gap_the_screen_says_so() {
    let mut sitting = Sitting::typed("n11<space>7<enter>2021<enter><space><space>n1");
    sitting.keys("1<space>7<enter>2021<enter><space><space><pageup>g");
    sitting.shows("Det finns inga luckor i de ärenden du har börjat på.");
}

#[test]
fn a_search_needs_no_diacritics() {
    let mut sitting = Sitting::typed("/hasselby");
    sitting.shows("HAV-01  Hässelby");
    sitting.hides("BRO-01  Bromma");
    sitting.keys("<down><enter>");
    assert_eq!(sitting.at().0, "HAV-02");
}

#[test]
fn a_search_finds_questions_by_their_words() {
    let mut sitting = Sitting::typed("/timmar<enter>");
    sitting.is_at("BRO-01", "timmar");
    sitting.keys("/zzzz<enter>");
    sitting.shows("Inget hittades.");
    assert!(sitting.log().is_empty());
}

#[test]
fn a_search_that_finds_nothing_says_so() {
    let mut sitting = Sitting::typed("/xyzzy");
    sitting.shows("Inget hittades.");
    sitting.keys("<esc>:xyzzy");
    sitting.shows("Inget hittades.");
    sitting.keys("<esc>/");
    sitting.hides("Inget hittades.");
}

#[test]
fn every_mark_stands_in_the_help_with_what_it_says() {
    let setup = Setup { size: (80, 130), ..Setup::default() };
    let mut sitting = setup.clone().open();
    sitting.keys("?");
    for told in ["○  ett ärende som ingen", "◐  ett påbörjat", "●  ett klart", "◇  en kollegas", "✎  en kommentar"]
    {
        sitting.shows(told);
    }
    let mut ascii = Setup { ascii: true, lang: Lang::En, ..setup }.open();
    ascii.keys("?");
    ascii.shows("o  a case that nobody has started on");
}

#[test]
fn a_number_that_no_question_has_is_refused_with_those_that_there_are() {
    let mut sitting = Sitting::typed("#99<enter>");
    sitting.shows("Skriv ett tal från 1 till 7.");
    sitting.keys("<backspace><backspace>7<enter>");
    sitting.is_at("BRO-01", "ovrigt");
}

#[test]
fn the_list_shows_all_cases_open_ones_marked_ones_or_those_of_a_unit() {
    let mut sitting = Sitting::typed("xborta<enter>f2<enter>");
    assert_eq!(sitting.at().0, "BRO-02");
    for (line, shown, hidden) in [(3, "HAV-02", "BRO-01"), (4, "BRO-02", "HAV-01"), (6, "HAV-01", "BRO-01")] {
        sitting.keys(&format!("F{line}<enter>"));
        sitting.shows(&format!(" {shown}"));
        sitting.hides(&format!(" {hidden}"));
    }
    sitting.keys("F1<enter>");
    sitting.shows("BRO-01");
}

#[test]
fn a_case_is_opened_from_the_list() {
    let mut sitting = Sitting::typed("<tab><down><down><enter>");
    sitting.is_at("HAV-01", "plan");
    sitting.keys("j");
    assert_eq!(sitting.log(), ["answer HAV-01 plan=ja"]);
}

#[test]
fn no_key_answers_while_the_arrows_are_in_the_case_list() {
    let sitting = Sitting::typed("<tab>jn123");
    assert!(sitting.log().is_empty());
}

#[test]
fn help_is_drawn_from_the_keymap_in_both_languages() {
    let mut sitting = Sitting::typed("?");
    sitting.shows("svara Delvis");
    sitting.keys("<esc>");
    assert!(sitting.model().dialog.is_none());
    let mut sitting = Setup { lang: Lang::En, keymap: Some("vim"), size: (80, 60), ..Setup::default() }.open();
    sitting.keys("?");
    sitting.shows(" H ");
}

#[test]
fn what_can_be_done_is_found_by_its_words_and_done() {
    let mut sitting = Sitting::typed(":bokm<enter>");
    sitting.shows("Hur långt har du läst i akten?");
    sitting.keys("<esc>:sammanst");
    sitting.shows("t  ");
}

#[test]
fn a_bookmark_that_ends_like_an_error_of_the_system_is_shown_as_written() {
    let mut sitting = Sitting::typed("bread to p. 4 (os error 2)<enter><pagedown><pageup>");
    sitting.shows("Läst till: read to p. 4 (os error 2)");
}

#[test]
fn the_first_and_the_last_case_say_that_they_are() {
    let mut sitting = Sitting::typed("<pageup>");
    sitting.shows("Det här är listans första ärende.");
    sitting.keys("<pagedown><pagedown><pagedown><pagedown>");
    sitting.shows("Det här är listans sista ärende.");
    assert_eq!(sitting.at().0, "HAV-02");
}

#[test]
fn the_footer_names_the_keys_that_do_something_here() {
    for (keys, shown, hidden) in [
        ("/a", "Retur gå dit", "ny rad"),
        ("#", "Retur gå dit", "ny rad"),
        ("?", "Esc tillbaka", "välj"),
        ("h", "Esc tillbaka", "välj"),
        ("f", "Retur välj", "ny rad"),
        ("c", "ny rad", "gå dit"),
    ] {
        let mut sitting = Sitting::typed(keys);
        let frame = sitting.frame();
        let footer = frame.lines().last().unwrap();
        assert!(footer.contains(shown) && !footer.contains(hidden), "{keys}: {footer}");
    }
}

#[test]
fn what_is_typed_in_the_help_is_looked_for() {
    let mut sitting = Sitting::typed("?stickprov");
    sitting.shows("Sök kommando: stickprov");
    sitting.shows("*");
    sitting.keys("<esc>");
    sitting.keys("chalv text<f1>x<esc>");
    sitting.shows("halv text");
}

#[test]
fn after_a_walk_to_a_gap_nothing_leads_back_to_what_needs_no_answer() {
    let asked = |id: &str, more: &str| question(id, &format!("{id}?"), &format!("scale = 'ja_nej'\n{more}"));
    let protocol = plain(0) + &asked("a", "") + &asked("b", "optional = true") + &asked("c", "") + &asked("d", "");
    let mut sitting = Setup { protocol, ..Setup::default() }.open();
    sitting.keys("j");
    sitting.is_at("BRO-01", "b");
    sitting.keys("g");
    sitting.is_at("BRO-01", "c");
    sitting.keys("j");
    sitting.is_at("BRO-01", "d");
    sitting.keys("<home><backspace>");
    sitting.is_at("BRO-01", "a");
    sitting.keys("gj");
    assert_eq!(sitting.at().1, "a", "a gap that was left behind is come back to");
}
