//! Progress, on the screen, and walking through its lists.

use super::sitting::{Setup, Sitting, WHOLE, act, line};
use aktkoll::study::ledger::entry::{Draft, Op, Round};
use aktkoll::tui::dialog::Dialog;

/// A colleague's flag.
fn flag(case: &str, question: &str) -> Draft {
    act(Op::Flag, case, question, "yes")
}

#[test]
fn the_page_shows_the_tables_and_the_lists() {
    let mut sitting = Sitting::typed(WHOLE);
    sitting.keys("<space>P");
    for text in [
        "Läget i granskningen",
        "1 av 4 ärenden klara",
        "Bromma ",
        "utan granskare",
        "Skäl saknas (1)",
        "Motsägande svar (1)",
    ] {
        sitting.shows(text);
    }
    sitting.hides("Luckor");
    sitting.hides("Min takt");
}

#[test]
fn what_stands_left_of_the_sum_is_in_it() {
    let mut sitting = Sitting::typed(WHOLE);
    sitting.keys("<space>jxsekretess<enter>P");
    let frame = sitting.frame();
    let (head, total) =
        (frame.lines().find(|line| line.contains("Ingår")), frame.lines().find(|line| line.contains("Totalt")));
    let heads: Vec<&str> = head.unwrap().split("  ").map(str::trim).filter(|head| !head.is_empty()).skip(1).collect();
    let counts: Vec<u32> = total.unwrap().split_whitespace().filter_map(|word| word.parse().ok()).collect();
    let sum = heads.iter().position(|head| *head == "Ingår").unwrap();
    assert_eq!(counts[..sum].iter().sum::<u32>(), counts[sum], "{frame}");
    assert_eq!((counts[sum], heads[sum + 1], counts[sum + 1]), (3, "Utgår", 1), "{frame}");
}

#[test]
fn the_page_follows_what_others_do() {
    let mut sitting = Sitting::typed("P");
    sitting.shows("0 av 4 ärenden klara");
    sitting.other("alva", act(Op::Answer, "BRO-02", "plan", "nej"));
    sitting.shows("Skäl saknas (1)");
    sitting.other("alva", act(Op::Done, "BRO-02", "", "yes"));
    sitting.shows("1 av 4 ärenden klara");
    sitting.shows("Luckor i klara ärenden");
    sitting.keys("<end>");
    sitting.other("alva", act(Op::Note, "BRO-02", "plan", "Ingen plan."));
    sitting.hides("Skäl saknas");
}

#[test]
fn the_page_is_counted_after_a_change_and_not_for_every_frame() {
    let mut sitting = Sitting::typed("P");
    sitting.shows("0 av 4 ärenden klara");
    let done = line(1, "alva", act(Op::Done, "BRO-02", "", "yes"));
    sitting.screen.program.study.apply(&done);
    sitting.shows("0 av 4 ärenden klara");
    sitting.other("alva", act(Op::Done, "HAV-01", "", "yes"));
    sitting.shows("2 av 4 ärenden klara");
    sitting.keys("<esc>d!P");
    sitting.shows("Osäkra svar (1)");
}

#[test]
fn a_list_is_walked_through_with_a_return_after_each_answer() {
    let mut sitting = Sitting::typed("j!j!1<pagedown>j!<pageup>");
    let from = sitting.at();
    sitting.keys("P<end><enter>");
    sitting.shows("Osäkra svar: 1 av 3. g går till nästa.");
    sitting.is_at("BRO-01", "plan");
    sitting.keys("d");
    assert_eq!(sitting.at(), from, "back where one came from");
    sitting.shows("g Osäkra svar");
    sitting.keys("g");
    sitting.is_at("BRO-01", "foljs");
    sitting.keys("g");
    sitting.is_at("BRO-02", "plan");
    sitting.keys("g");
    sitting.is_at("BRO-01", "plan");
    sitting.keys("P<end><enter>");
    sitting.shows("g går till luckorna igen.");
    sitting.keys("<home>g");
    assert_ne!(sitting.at().1, "foljs", "gaps again: that one is answered");
    sitting.hides("Osäkra svar");
}

#[test]
fn a_list_that_is_done_leads_back_to_the_gaps() {
    let mut sitting = Sitting::typed("n2P");
    sitting.shows("Skäl saknas (1)");
    sitting.keys("<end><enter>");
    sitting.is_at("BRO-01", "plan");
    sitting.keys("cIngen plan.<enter>g");
    sitting.shows("Skäl saknas: inga kvar. g går till luckorna igen.");
    sitting.keys("<home>g");
    sitting.is_at("BRO-01", "kontakt");
}

#[test]
fn ones_own_places_come_before_those_of_colleagues() {
    let alva = [act(Op::Answer, "BRO-01", "plan", "ja"), flag("BRO-01", "plan")];
    let entries = alva.into_iter().zip(1..).map(|(draft, seq)| line(seq, "alva", draft)).collect();
    let mut sitting = Setup { entries, ..Setup::default() }.open();
    sitting.keys("jf2<enter>P<end><enter>");
    sitting.is_at("BRO-02", "foljs");
    sitting.keys("g");
    sitting.is_at("BRO-01", "plan");
    sitting.keys("n");
    sitting.shows("Ta över det?");
}

#[test]
fn the_lines_of_the_tables_lead_nowhere() {
    let mut sitting = Sitting::typed("n1P<home><enter>");
    sitting.shows("Läget i granskningen");
    sitting.keys("<esc>");
    sitting.is_at("BRO-01", "kontakt");
    assert!(sitting.model().work_list().is_none());
}

#[test]
fn the_own_pace_shows_to_who_asks_for_it_and_on_this_page_alone() {
    let began = "2026-03-02T08:00:00Z".parse().unwrap();
    let mut sitting = Setup { pace: Some(began), ..Setup::default() }.open();
    sitting.keys(WHOLE);
    sitting.keys("<space>");
    sitting.hides("Min takt");
    sitting.keys("P");
    sitting.shows("Min takt: ett ärende klart sedan du öppnade, 3,9 i timmen. Bara du ser det.");
    sitting.other("alva", act(Op::Answer, "HAV-01", "plan", "ja"));
    sitting.other("alva", act(Op::Done, "HAV-01", "", "yes"));
    sitting.shows("ett ärende klart");
}

#[test]
fn in_a_blind_round_the_page_is_ones_own() {
    let cases = "case_id,unit,sex,second\nBRO-01,BRO,K,berit\nBRO-02,BRO,M,\nHAV-01,HAV,K,alva\n";
    let mut sitting = Setup { round: Round::Second, cases: cases.to_owned(), ..Setup::default() }.open();
    sitting.keys("j!P");
    sitting.shows("0 av 1 ärenden klara");
    sitting.shows("Osäkra svar (1)");
    for others in ["alva", "Dubbelgranskning", "Hässelby"] {
        sitting.hides(others);
    }
}

#[test]
fn on_a_small_screen_every_line_can_be_reached() {
    let mut sitting = Setup { size: (60, 15), ..Setup::default() }.open();
    sitting.keys("j!P");
    sitting.shows("0 av 4 ärenden klara");
    sitting.keys("<end>");
    sitting.shows("Osäkra svar (1)");
    sitting.keys("<enter>");
    sitting.is_at("BRO-01", "plan");
}

#[test]
fn enter_on_the_figures_brings_up_the_lists() {
    let mut sitting = Sitting::typed("j<down>P<home>");
    let Some(Dialog::Progress { cursor: 0 }) = sitting.model().dialog else { panic!("the cursor is on the figures") };
    sitting.keys("<enter>");
    let Some(Dialog::Progress { cursor: 1.. }) = sitting.model().dialog else { panic!("the cursor is on a list") };
    sitting.keys("<enter>");
    assert!(sitting.model().dialog.is_none() && sitting.model().work_list().is_some());
}
