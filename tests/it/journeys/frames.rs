//! Whole frames, as they are.

use super::sitting::{Setup, Sitting};
use aktkoll::language::Lang;
use insta::assert_snapshot;

fn frame(setup: Setup, keys: &str) -> String {
    let mut sitting: Sitting = setup.open();
    sitting.keys(keys);
    sitting.frame()
}

#[test]
fn the_coding_screen_in_swedish_at_80_by_24() {
    assert_snapshot!(frame(Setup::default(), "jCfinns i akten<enter>!"), @"");
}

#[test]
fn the_coding_screen_in_english_at_120_by_40() {
    let setup = Setup { lang: Lang::En, size: (120, 40), ..Setup::default() };
    assert_snapshot!(frame(setup, "n"), @"");
}

#[test]
fn the_coding_screen_at_60_by_15_drops_the_case_list() {
    assert_snapshot!(frame(Setup { size: (60, 15), ..Setup::default() }, ""), @"");
}

#[test]
fn the_coding_screen_with_only_the_characters_that_every_terminal_has() {
    let setup = Setup { ascii: true, ..Setup::default() };
    let frame = frame(setup, "n!cskriven för hand<enter>");
    let odd: Vec<char> = frame.chars().filter(|c| !c.is_ascii() && !"åäöÅÄÖ".contains(*c)).collect();
    assert!(odd.is_empty(), "{odd:?}");
    assert_snapshot!(frame, @"");
}

#[test]
fn the_closing_page_in_swedish() {
    assert_snapshot!(frame(Setup::default(), "n11<space>7<enter><end><space>"), @"");
}
