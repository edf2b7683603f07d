//! The tour: beside the questions, left at any time, and no key in it is an answer.

use super::sitting::{Setup, WHOLE, act, line};
use aktkoll::base::language::Lang;
use aktkoll::msg;
use aktkoll::study::ledger::entry::{Op, Round};
use aktkoll::tui::dialog::Dialog;
use aktkoll::tui::keymap::Keymap;
use aktkoll::tui::model::Form;

#[test]
fn no_key_is_an_answer_in_the_tour_and_one_leaves_it() {
    for lang in [Lang::Sv, Lang::En] {
        for (keymap, _) in Keymap::SHIPPED {
            let mut sitting = Setup { lang, keymap: Some(keymap), ..Setup::default() }.open();
            for step in 0..6 {
                sitting.screen.program.begin_tour(None);
                sitting.keys(&"<enter>".repeat(step));
                for typed in ('!'..='~').filter(|c| !"<>".contains(*c)) {
                    sitting.keys(&typed.to_string());
                    if matches!(sitting.model().dialog, Some(Dialog::Help { .. })) {
                        sitting.keys("<esc>");
                    }
                    let stays = matches!(sitting.model().dialog, Some(Dialog::Tour { step: now, .. }) if now == step);
                    assert!(stays && sitting.log().is_empty(), "{typed} in {keymap}, step {step}");
                }
                sitting.keys("<esc>");
                assert!(sitting.model().dialog.is_none() && sitting.log().is_empty());
            }
        }
    }
}

#[test]
fn it_is_over_after_six_steps_and_what_was_to_be_told_follows() {
    let mut sitting = Setup::default().open();
    sitting.screen.program.begin_tour(Some(msg!("resolve-none")));
    for step in 1..=6 {
        sitting.shows(&format!("Rundtur, {step} av 6: "));
        sitting.keys("<enter>");
    }
    assert!(sitting.model().dialog.is_none());
    sitting.shows("Inga skillnader mellan");
    sitting.keys(":rundtur<enter>");
    sitting.shows("Rundtur, 1 av 6: ");
    sitting.keys("<down><down><up><esc>");
    sitting.shows("Rundturen är slut.");
    sitting.keys("?rundtur<enter>");
    sitting.shows("Rundtur, 1 av 6: ");
}

#[test]
fn what_was_answered_stands_beside_it_and_its_text_is_whole() {
    let entries = vec![line(1, "berit", act(Op::Answer, "BRO-01", "plan", "ja"))];
    for lang in [Lang::Sv, Lang::En] {
        for size in [(60, 15), (80, 24), (120, 40)] {
            let mut sitting = Setup { lang, size, entries: entries.clone(), ..Setup::default() }.open();
            sitting.keys("<up>");
            sitting.screen.program.begin_tour(None);
            for step in 0..6 {
                let frame = sitting.frame();

                assert!(frame.contains("● ") && !frame.contains('…'), "{size:?}, step {step}:\n{frame}");
                sitting.keys("<enter>");
            }
        }
    }
}

#[test]
fn it_is_heard_where_it_is_not_seen_and_nothing_is_answered_by_it() {
    let mut sitting = Setup { form: Form::Lines, round: Round::Second, ..Setup::default() }.open();
    sitting.screen.program.begin_tour(None);
    sitting.keys("j<enter>");
    assert!(sitting.screen.said.contains("Rundtur, 2 av 6"), "{}", sitting.screen.said);
    sitting.keys("j<esc>");
    assert!(sitting.log().is_empty());
    sitting.keys(WHOLE);
    assert!(!sitting.log().is_empty());
}
