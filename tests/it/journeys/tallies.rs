//! The tallies beside the questions and on their page.

use super::sitting::{Setup, Sitting, WHOLE, plain};
use aktkoll::study::ledger::entry::Round;

const COLUMN: &str = "Hittills, fråga";

#[test]
fn the_tally_follows_each_answer_by_sex_and_by_unit() {
    let mut sitting = Sitting::typed("#3<enter>1<pagedown>#3<enter>2#3<enter>");
    sitting.shows(COLUMN);
    sitting.shows("Kvinnor");
    sitting.shows("Män");
    sitting.hides("Bromma            ");
    assert_eq!(sitting.model().study.tally().total(2.into()).choices, [1, 1]);
    sitting.keys("v");
    let frame = sitting.frame();
    let strip: Vec<&str> = frame.lines().skip_while(|line| !line.contains(COLUMN)).collect();
    assert!(strip[1].contains("Bromma") && strip[2].contains("Hässelby") && strip[3].contains("Totalt"), "{frame}");
}

#[test]
fn counts_stand_alone_under_a_base_of_ten() {
    let cases = (1..=10).fold(String::new(), |cases, n| cases + &format!("A-{n}\n"));
    let mut sitting = Setup { protocol: plain(1), cases: format!("case_id\n{cases}"), ..Setup::default() }.open();
    sitting.keys(&"j<space>".repeat(9));
    sitting.hides("100 %");
    sitting.keys("j<esc>");
    sitting.shows("100 %");
}

#[test]
fn a_table_says_that_its_percents_do_not_sum_to_a_hundred() {
    let row = |label: &str, filter: &str| format!("{{ label = \"{label}\", where = {{ {filter} }} }}");
    let rows =
        [row("Båda", "f1 = \"ja\", f2 = \"ja\""), row("En", "f1 = \"ja\", f2 = \"nej\""), row("Ingen", "f1 = \"nej\"")];
    let table = format!("[[table]]\nid = \"t\"\ntitle = \"Tabell\"\nby = []\nrows = [{}]\n", rows.join(", "));
    let cases = (1..=12).fold(String::new(), |cases, n| cases + &format!("A-{n}\n"));
    let setup = Setup { protocol: plain(2) + &table, cases: format!("case_id\n{cases}"), ..Setup::default() };
    let mut sitting = setup.open();
    sitting.keys(&("jj<space>".repeat(4) + &"jn<space>".repeat(4) + &"nj<space>".repeat(2)));
    sitting.keys("t<end>");
    sitting.hides("Andelarna är avrundade");
    sitting.keys("<esc>nj<space>nj<esc>t<end>");
    sitting.shows("Andelarna är avrundade");
}

#[test]
fn the_tally_shows_always_after_the_case_or_never() {
    let mut sitting = Sitting::typed("");
    sitting.shows(COLUMN);
    sitting.keys("T");
    sitting.shows("Sammanställningen visas när ett ärende blir klart.");
    sitting.hides(COLUMN);
    sitting.keys(WHOLE);
    sitting.shows("Hittills");
    sitting.keys("<esc>T");
    sitting.shows("Sammanställningen är dold.");
    sitting.keys("<space>");
    sitting.hides("Hittills");
    sitting.keys("<esc>T");
    sitting.shows("Hittills");
}

#[test]
fn there_is_no_tally_in_a_blind_round() {
    for round in [Round::Second, Round::Spot] {
        let mut sitting = Setup { round, ..Setup::default() }.open();
        for keys in ["", "T", "T", "t", ":sammanst<enter>", "j", "n1<end><space>", "t"] {
            sitting.keys(keys);
            sitting.hides("Hittills");
            sitting.hides("Underlag");
        }
        sitting.shows("Visas inte i dubbelgranskning");
    }
}

#[test]
fn the_page_of_all_counts_opens_at_the_question_and_closes() {
    let mut sitting = Sitting::typed("#5<enter>t");
    sitting.shows("5 Hur många timmar?");
    sitting.hides("1 Finns en plan?");
    sitting.keys("v");
    sitting.shows("Bromma");
    sitting.keys("t");
    sitting.is_at("BRO-01", "timmar");
}
