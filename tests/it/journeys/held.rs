//! A key held down is one answer, and what was typed ahead is lost only where the coder drops it.

use super::sitting::{Setup, Sitting, key, plain};
use aktkoll::base::fault::Fault;
use aktkoll::msg;
use aktkoll::tui::Msg;
use aktkoll::tui::msg::Unheard;
use aktkoll::tui::pace::SLOWEST;
use proptest::prelude::*;
use std::time::Duration;

fn sitting(n: usize) -> Sitting {
    Setup { protocol: plain(n), ..Setup::default() }.open()
}

/// A key so many milliseconds after the same key.
fn again(sitting: &mut Sitting, name: &str, after: u64) {
    sitting.screen.send(Msg::Key { key: key(name), after: Some(Duration::from_millis(after)) });
}

#[test]
fn a_key_held_down_is_one_answer_at_every_pace_of_a_keyboard() {
    for (delay, pace) in [(250, 33), (500, 30), (660, 40), (1000, 92), (0, 0)] {
        let mut sitting = sitting(20);
        sitting.keys("j");
        again(&mut sitting, "j", delay);
        for _ in 0..7 {
            again(&mut sitting, "j", pace);
        }
        sitting.screen.send(Msg::Quiet);
        assert_eq!(sitting.log(), ["answer BRO-01 f1=ja"], "{delay} {pace}");
        sitting.shows("8 j till: Retur tar dem, Esc släpper dem.");
        sitting.keys("<esc>j");
        assert_eq!(sitting.log().len(), 2, "and then one codes on");
        sitting.is_at("BRO-01", "f3");
    }
}

#[test]
fn a_key_that_is_pressed_again_is_an_answer_again() {
    let mut sitting = sitting(20);
    sitting.keys("j");
    for after in [60, 120, 170, 1200, 5000] {
        again(&mut sitting, "j", after);
    }
    assert_eq!(sitting.log().len(), 6);
    again(&mut sitting, "j", 400);
    assert_eq!(sitting.log().len(), 6, "it may be held down");
    sitting.screen.send(Msg::Quiet);
    assert_eq!(sitting.log().len(), 7, "it was not");
    again(&mut sitting, "j", 400);
    sitting.keys("n");
    assert_eq!(sitting.log()[7..], ["answer BRO-01 f8=ja", "answer BRO-01 f9=nej"], "another key tells as well");
}

#[test]
fn who_presses_a_key_briskly_gives_an_answer_each_time() {
    for pace in [120, 170, 200, 300, 400, 800, 1100] {
        let mut sitting = sitting(20);
        sitting.keys("j");
        for _ in 0..9 {
            again(&mut sitting, "j", pace);
            if Duration::from_millis(pace) > SLOWEST {
                sitting.screen.send(Msg::Quiet);
            }
        }
        assert_eq!(sitting.log().len(), 10, "{pace}");
        sitting.hides("Retur tar dem");
    }
}

/// When keys arrive that are held down on a keyboard of this delay and pace, over a link that stalls at some of them for
/// so long: in milliseconds.
fn arrivals(n: u64, (delay, pace): (u64, u64), stalls: &[(u64, u64)]) -> Vec<u64> {
    let mut open = 0;
    let pressed = (0..n).map(|at| if at == 0 { (0, 0) } else { (at, delay + (at - 1) * pace) });
    let arrived = pressed.map(|(at, pressed)| {
        let stall = stalls.iter().find(|stall| stall.0 == at).filter(|_| pressed >= open);
        open = stall.map_or(open, |stall| pressed + stall.1);
        pressed.max(open)
    });
    arrived.collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(256) })]

    #[test]
    fn a_key_held_down_is_one_answer_also_where_a_busy_link_moves_some_of_it(
        n in 3..40u64,
        keyboard in (250..=660u64, 25..=110u64),
        stalls in prop::collection::vec((0..40u64, 1..=70u64), 0..12),
    ) {
        let mut sitting = sitting(60);
        sitting.keys("j");
        let came = arrivals(n, keyboard, &stalls);
        for pair in came.windows(2) {
            let after = pair[1] - pair[0];
            // What the terminal's reader tells where nothing came for so long behind a key that came again.
            if pair[0] != came[0] && Duration::from_millis(after) > SLOWEST {
                sitting.screen.send(Msg::Quiet);
            }
            again(&mut sitting, "j", after);
        }
        sitting.screen.send(Msg::Quiet);
        prop_assert_eq!(sitting.log().len(), 1, "{:?}", came);
        let offered = format!("{} j till", n - 1);
        prop_assert!(sitting.frame().contains(&offered), "{:?}", came);
    }
}

#[test]
fn what_is_typed_ahead_is_taken_in_its_order_and_other_keys_join_it() {
    let mut sitting = sitting(20);
    sitting.keys("j");
    again(&mut sitting, "j", 0);
    again(&mut sitting, "j", 0);
    sitting.keys("n");
    sitting.shows("3 tryckningar väntar (j j n). Retur använder dem, Esc kastar dem.");
    sitting.keys("j<enter>");
    let answers: Vec<String> = sitting.log().iter().map(|line| line.rsplit('=').next().unwrap().to_owned()).collect();
    assert_eq!(answers, ["ja", "ja", "ja", "nej", "ja"]);
    sitting.keys("jnjn");
    assert_eq!(sitting.log().len(), 9, "different keys are never held back");
}

#[test]
fn what_is_taken_ends_where_the_case_does() {
    for (keymap, yes) in [("sv", "j"), ("left-hand", "s")] {
        let mut sitting = Setup { keymap: Some(keymap), ..Setup::default() }.open();
        sitting.keys(yes);
        let mut sitting = if keymap == "sv" { self::sitting(3) } else { sitting };
        sitting.keys(yes);
        for _ in 0..5 {
            again(&mut sitting, yes, 30);
        }
        sitting.keys("<space><space><enter>");
        assert_eq!(sitting.at().0, "BRO-01", "{keymap}");
        assert!(sitting.log().iter().all(|line| line.starts_with("answer")), "{keymap}: {:?}", sitting.log());
    }
    let mut sitting = sitting(3);
    sitting.keys("j");
    for _ in 0..5 {
        again(&mut sitting, "j", 30);
    }
    sitting.keys("<enter>");
    assert_eq!(sitting.log().len(), 3);
    sitting.shows("3 tangenter blev över");
}

#[test]
fn what_is_no_answer_is_done_as_often_as_it_comes() {
    let mut sitting = sitting(9);
    sitting.keys("jnjnu");
    again(&mut sitting, "u", 30);
    again(&mut sitting, "u", 30);
    assert_eq!(sitting.log().len(), 7);
    sitting.keys("<down>");
    for _ in 0..3 {
        again(&mut sitting, "down", 30);
    }
    sitting.is_at("BRO-01", "f6");
}

#[test]
fn two_of_a_key_at_once_were_typed() {
    let mut sitting = sitting(9);
    sitting.keys("j");
    again(&mut sitting, "j", 0);
    sitting.screen.send(Msg::Quiet);
    assert_eq!(sitting.log().len(), 2);
    sitting.keys("n");
    again(&mut sitting, "n", 0);
    sitting.keys("j");
    assert_eq!(sitting.log().len(), 5);
}

#[test]
fn what_a_terminal_calls_a_repeat_is_never_an_answer() {
    for n in [1, 2, 9] {
        let mut sitting = sitting(9);
        sitting.keys("j");
        for _ in 0..n {
            sitting.screen.send(Msg::Repeat(key("j")));
        }
        sitting.screen.send(Msg::Quiet);
        assert_eq!(sitting.log().len(), 1, "{n}");
        sitting.shows(&format!("{n} j till: Retur tar"));
    }
    let mut sitting = sitting(9);
    sitting.keys("j");
    again(&mut sitting, "j", 400);
    sitting.screen.send(Msg::Repeat(key("j")));
    assert_eq!(sitting.log().len(), 2, "the second was pressed");
    sitting.shows("1 j till");
    sitting.keys("<esc><down>");
    sitting.screen.send(Msg::Repeat(key("down")));
    sitting.is_at("BRO-01", "f5");
    let mut sitting = self::sitting(1);
    sitting.keys("j");
    for _ in 0..9 {
        sitting.screen.send(Msg::Repeat(key("space")));
    }
    assert_eq!(sitting.log().len(), 1, "a case is finished by a key that is pressed");
}

#[test]
fn a_space_held_down_finishes_no_case() {
    let mut sitting = sitting(1);
    sitting.keys("<space>");
    again(&mut sitting, "space", 500);
    for _ in 0..20 {
        again(&mut sitting, "space", 30);
    }
    sitting.screen.send(Msg::Quiet);
    assert!(sitting.log().is_empty(), "{:?}", sitting.log());
}

#[test]
fn esc_and_the_next_key_are_both_where_alt_means_nothing() {
    let mut sitting = Sitting::typed("?");
    sitting.screen.send(Msg::Escaped(key("j")));
    assert_eq!(sitting.log(), ["answer BRO-01 plan=ja"]);
    sitting.keys("t");
    sitting.screen.send(Msg::Escaped(key("n")));
    assert_eq!(sitting.last(), "answer BRO-01 foljs=nej");
    sitting.keys("cEn");
    sitting.screen.send(Msg::Escaped(key("enter")));
    sitting.keys("till<enter>");
    assert_eq!(sitting.last(), "note BRO-01 utfall=En\ntill", "Alt-Enter begins a line");
}

#[test]
fn what_is_not_heard_is_told_until_it_is_over() {
    let mut sitting = Setup { size: (160, 40), ..Setup::default() }.open();
    sitting.screen.send(Msg::Unheard(Unheard::Open));
    sitting.shows("eller när du trycker Esc.");
    sitting.screen.send(Msg::Heard);
    sitting.hides("Tangenter hörs inte");
    for (what, told) in [
        (Unheard::Waiting, "hörs efter några sekunders tystnad"),
        (Unheard::Dropped, "för långt"),
        (Unheard::Doubtful, "Tryck igen"),
        (Unheard::Unreadable, "gick inte att läsa"),
    ] {
        sitting.screen.send(Msg::Unheard(what));
        sitting.shows(told);
    }
}

#[test]
fn keys_that_were_taken_stop_at_a_line_that_is_not_written() {
    for (why, keys, second) in
        [(msg!("redact-again"), "n", "nej"), (msg!("ledger-not-saved", cause = "x"), "<enter>", "ja")]
    {
        let mut sitting = sitting(20);
        sitting.keys("j");
        for after in [500, 40, 40, 40] {
            again(&mut sitting, "j", after);
        }
        sitting.pends("<enter>");
        sitting.screen.send(Msg::NotSaved(Fault::new(why).into()));
        sitting.keys(keys);
        assert_eq!(sitting.log(), ["answer BRO-01 f1=ja".to_owned(), format!("answer BRO-01 f2={second}")]);
    }
}
