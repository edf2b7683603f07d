//! A text that was still being written when the sitting ended is offered in the next one.

use super::sitting::{Setup, Sitting, act, line};
use aktkoll::study::ledger::entry::{BLANKED, Op, Round};
use aktkoll::tui::update::Unfinished;

/// What is left of a sitting in which something was typed.
fn left(setup: &Setup, keys: &str) -> Option<Unfinished> {
    let mut sitting = setup.clone().open();
    sitting.keys(keys);
    sitting.screen.program.unfinished()
}

/// The next sitting, and whether the text is offered in it.
fn next(setup: &Setup, kept: &Unfinished) -> (Sitting, bool) {
    let mut sitting = setup.clone().open();
    let is_offered = sitting.screen.program.write_on(kept);
    (sitting, is_offered)
}

#[test]
fn every_text_comes_back_where_it_was_written_and_is_saved_there() {
    for (keys, saved) in [
        ("<down>cHalv", "note BRO-01 utfall=Halv text"),
        ("mHalv", "note BRO-01=Halv text"),
        ("\"Halv", "quote BRO-01 plan berit-1=Halv text"),
        ("bHalv", "bookmark BRO-01=Halv text"),
        ("xHalv", "drop BRO-01=Halv text"),
    ] {
        let kept = left(&Setup::default(), keys).unwrap();
        let (mut sitting, is_offered) = next(&Setup::default(), &kept);
        assert!(is_offered, "{keys}");
        sitting.shows("hann inte sparas");
        assert!(sitting.log().is_empty(), "nothing is saved by itself");
        sitting.keys(" text<enter>");
        assert_eq!(sitting.log(), [saved], "{keys}");
        assert_eq!(sitting.screen.program.unfinished(), None);
    }
    let (mut sitting, is_offered) = next(&Setup::default(), &left(&Setup::default(), "#5<enter>1").unwrap());
    assert!(is_offered && sitting.log().is_empty());
    sitting.keys("2<enter>");
    assert!(sitting.last().ends_with("=12"), "{}", sitting.last());
}

#[test]
fn what_is_saved_or_empty_or_no_text_is_not_kept() {
    let noted = Setup { entries: vec![line(1, "berit", act(Op::Note, "BRO-01", "plan", "Hel"))], ..Setup::default() };
    for keys in ["", "c", "c  ", "#3", "/bro", ":tally: <enter>", "cHen är 19121212-1212"] {
        assert_eq!(left(&Setup::default(), keys), None, "{keys}");
    }
    assert_eq!(left(&noted, "c"), None, "it stands as it was");
    let kept = left(&noted, "c och mer").unwrap();
    let entries = vec![line(1, "berit", act(Op::Note, "BRO-01", "plan", "Hel och mer"))];
    assert!(!next(&Setup { entries, ..Setup::default() }, &kept).1, "it was saved after all");
    assert!(next(&noted, &kept).1);
}

#[test]
fn it_comes_back_to_its_own_round_alone_and_not_what_was_taken_away() {
    let second = Setup { round: Round::Second, ..Setup::default() };
    let kept = left(&second, "cHalv").unwrap();
    assert!(!next(&Setup::default(), &kept).1);
    assert!(next(&second, &kept).1);
    let with = |text: &str| Setup {
        entries: vec![line(1, "berit", act(Op::Note, "BRO-01", "plan", text))],
        ..Setup::default()
    };
    let kept = left(&with("Anna"), "c flyttade").unwrap();
    let (mut sitting, is_offered) = next(&with(BLANKED), &kept);
    assert!(!is_offered && !sitting.frame().contains("Anna"), "{}", sitting.frame());
}
