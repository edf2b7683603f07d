//! Coding rules: what is agreed on a question shows with it, and what was coded before is looked at again.

use super::sitting::{Setup, Sitting, act};
use aktkoll::study::ledger::entry::{Draft, Op, Round};

/// A rule for the first question, as a colleague writes it.
fn rule(text: &str) -> Draft {
    Draft { case_id: String::new(), item: "alva-1".to_owned(), ..act(Op::Rule, "", "plan", text) }
}

#[test]
fn a_rule_is_written_when_the_key_says_so_twice() {
    let mut sitting = Sitting::typed("j<home>rx<enter>");
    sitting.shows("Regeln kommer att gälla för alla granskare");
    sitting.shows("behöver ses över.");
    assert_eq!(sitting.log().len(), 1);
    sitting.keys("y<enter>");
    assert_eq!(sitting.log().len(), 1, "what it does is told again for another text");
    sitting.keys("<enter>");
    assert_eq!(sitting.last(), "rule plan berit-2=xy");
    let mut empty = Sitting::typed("r<enter><enter>");
    assert!(empty.log().is_empty());
    empty.hides("Regel");
}

#[test]
fn a_rule_stands_with_the_guidance_in_every_case_and_for_every_coder() {
    let mut sitting = Sitting::typed("rplan utan datum = nej<enter><enter>");
    assert_eq!(sitting.log(), ["rule plan berit-1=plan utan datum = nej"]);
    sitting.shows("Regeln är sparad.");
    sitting.shows("Regel (Berit 2026-03-02): plan utan datum = nej");
    sitting.keys("<pagedown>");
    sitting.shows("Regel (Berit 2026-03-02): plan utan datum = nej");
    sitting.keys("#3<enter>");
    sitting.hides("Regel (");
    let entries = sitting.screen.saver.log.clone();
    let mut other = Setup { coder: "alva", entries, ..Setup::default() }.open();
    other.shows("Regel (berit 2026-03-02): plan utan datum = nej");
}

#[test]
fn the_cases_coded_before_a_rule_are_listed_and_the_same_answer_takes_them_off() {
    let mut sitting = Sitting::typed("n<pagedown>j<pagedown>n<pageup><pageup><home>rny regel<enter><enter>");
    sitting.shows("3 ärenden är kodade före den.");
    sitting.shows("Se över BRO-01: Nej");
    sitting.keys("<down><enter>");
    sitting.is_at("BRO-02", "plan");
    sitting.shows("Svaret gavs före den senaste regeln.");
    sitting.keys("j");
    assert_eq!(sitting.last(), "answer BRO-02 plan=ja");
    assert_eq!(sitting.screen.saver.log.last().unwrap().was, "ja", "given anew");
    sitting.is_at("BRO-01", "plan");
    sitting.keys("r");
    sitting.hides("Se över BRO-02");
    sitting.shows("Se över HAV-01: Nej");
    sitting.keys("<esc>");
    let before = sitting.log().len();
    sitting.keys("<pagedown><home>j");
    assert_eq!(sitting.log().len(), before, "an answer from after the rule moves on, as ever");
    assert_eq!(sitting.answer("BRO-02", "plan"), "ja");
}

#[test]
fn undo_of_a_confirmation_puts_the_case_back_on_the_list() {
    let mut sitting = Sitting::typed("n<home>rny regel<enter><enter><enter>n<home>r");
    sitting.hides("Se över");
    sitting.keys("<esc>ur");
    sitting.shows("Se över BRO-01: Nej");
    sitting.keys("<esc>U<home>r");
    sitting.hides("Se över");
}

#[test]
fn ones_own_rule_is_reworded_and_withdrawn_and_taken_back() {
    let mut sitting = Sitting::typed("ren regel<enter><enter>r<down><enter> igen<enter><enter>");
    assert_eq!(sitting.last(), "rule plan berit-1=en regel igen");
    sitting.keys("u");
    sitting.shows("Ångrat: regel, fråga 1");
    sitting.shows("Regel (Berit 2026-03-02): en regel");
    sitting.hides("igen");
    sitting.keys("U");
    sitting.shows("en regel igen");
    sitting.keys("r2<enter><ctrl-backspace><ctrl-backspace><ctrl-backspace><enter><enter>");
    assert_eq!(sitting.last(), "rule plan berit-1=");
    sitting.hides("Regel (");
    let mut again = sitting.restarted();
    again.keys("u");
    again.shows("Regel (Berit 2026-03-02): en regel igen");
}

#[test]
fn a_colleagues_rule_comes_in_shows_at_once_and_cannot_be_reworded() {
    let mut sitting = Sitting::typed("n<home>");
    sitting.other("alva", rule("alvas regel"));
    sitting.shows("Regel (alva 2026-03-02): alvas regel");
    sitting.shows("Svaret gavs före den senaste regeln.");
    sitting.keys("r<down><enter>");
    sitting.shows("Regeln är alvas");
    sitting.keys("r<enter>min regel<enter><enter>");
    assert_eq!(sitting.last(), "rule plan berit-3=min regel");
}

#[test]
fn a_rule_can_be_written_while_a_colleagues_case_is_open() {
    let mut sitting = Sitting::typed("");
    sitting.other("alva", act(Op::Answer, "BRO-01", "plan", "ja"));
    sitting.keys("<home>ren regel<enter><enter>");
    assert_eq!(sitting.last(), "rule plan berit-2=en regel");
    sitting.shows("Se över BRO-01: Ja (alva)");
}

#[test]
fn a_blind_coder_sees_the_rules_and_looks_again_at_ones_own_codings_alone() {
    let mut sitting = Setup { round: Round::Second, ..Setup::default() }.open();
    sitting.other("alva", act(Op::Answer, "HAV-01", "plan", "ja"));
    sitting.keys("n<home>");
    sitting.other("alva", rule("alvas regel"));
    sitting.shows("Regel (alva 2026-03-02): alvas regel");
    sitting.keys("r");
    sitting.shows("Se över BRO-01: Nej");
    sitting.hides("HAV-01");
}

#[test]
fn nothing_is_written_where_one_only_looks() {
    let mut sitting = Setup { writable: false, ..Setup::default() }.open();
    sitting.keys("r");
    sitting.shows("öppnad för visning");
    sitting.other("alva", rule("alvas regel"));
    sitting.keys("r<enter>");
    sitting.shows("öppnad för visning");
    assert!(sitting.model().dialog.is_none() && !sitting.log().iter().any(|line| line.contains("berit")));
}
