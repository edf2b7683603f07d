//! Two coders discuss a question: both see who wonders what, answer in a line, and make a rule of it.

use super::sitting::{Setup, Sitting, act, line};
use aktkoll::study::ledger::entry::{Draft, Entry, Op, Round};

/// Alva has answered about the first case.
pub(super) fn begun_by_alva() -> Vec<Entry<'static>> {
    vec![line(1, "alva", act(Op::Answer, "BRO-01", "plan", "ja"))]
}

fn at(coder: &'static str, entries: Vec<Entry<'static>>) -> Sitting {
    Setup { coder, entries, ..Setup::default() }.open()
}

/// Berit raises a discussion in alva's case and says what about; alva is at the next case.
fn raised() -> (Sitting, Sitting) {
    let (mut berit, mut alva) = (at("berit", begun_by_alva()), at("alva", begun_by_alva()));
    alva.keys("<pagedown>");
    berit.keys("<pageup><home>f2<enter>f<enter>Räknas ett utkast?<enter>");
    alva.hears(&berit);
    (berit, alva)
}

#[test]
fn a_colleagues_case_is_marked_and_commented_on_without_being_taken_over() {
    let mut berit = at("berit", begun_by_alva());
    berit.keys("<pageup><home>f2<enter>");
    berit.shows("Kollegorna ser märket. f och Retur: skriv din fråga.");
    berit.keys("f<enter>Räknas ett utkast?<enter>cSe bilagan.<enter>mTunn akt.<enter>");
    let said = [
        "flag BRO-01 plan discuss=yes",
        "note BRO-01 plan discuss|berit-3=Räknas ett utkast?",
        "note BRO-01 plan=Se bilagan.",
        "note BRO-01=Tunn akt.",
    ];
    assert_eq!(berit.log(), said);
    berit.keys("uuuu");
    assert_eq!(berit.log().len(), 8, "and all of it is taken back");
    berit.hides("⚑");
    berit.hides("Se bilagan.");
    berit.keys("!");
    berit.shows("Ta över det?");
    assert_eq!(berit.log().len(), 8, "whether an answer is sure says who gave it");
}

#[test]
fn the_owner_sees_at_once_who_wonders_what_in_the_list_on_the_question_and_on_both_pages() {
    let (_, mut alva) = raised();
    alva.shows("berit har skrivit om BRO-01, fråga 1.");
    alva.keys("<pageup><home>");
    alva.shows("◐ BRO-01 1/6 ✎ ⚑");
    alva.shows("⚑ berit 2026-03-02: Räknas ett utkast?");
    alva.shows("f: svara eller gör en regel");
    alva.keys("M");
    alva.shows("BRO-01  diskutera (berit 2026-03-02)  1 Finns en plan?");
    alva.keys("<esc>P");
    alva.shows("Att diskutera (1)");
    alva.shows("BRO-01 (berit 2026-03-02)");
}

#[test]
fn an_answer_is_one_line_and_the_thread_stands_oldest_first() {
    let (mut berit, mut alva) = raised();
    alva.keys("<pageup><home>f<enter>Nej, bara beslutade.<enter>");
    assert_eq!(alva.last(), "note BRO-01 plan discuss|alva-4=Nej, bara beslutade.");
    berit.hears(&alva);
    berit.shows("alva har skrivit om BRO-01, fråga 1.");
    berit.keys("f<enter>Då skriver vi det.<enter>f");
    let frame = berit.frame();
    let lines = [
        "Berit 2026-03-02: Räknas ett utkast?",
        "alva 2026-03-02: Nej, bara beslutade.",
        "Berit 2026-03-02: Då skriver vi det.",
    ];
    let places: Vec<usize> =
        lines.iter().map(|text| frame.find(text).unwrap_or_else(|| panic!("{text}:\n{frame}"))).collect();
    assert!(places.is_sorted(), "{frame}");
    berit.keys("<esc>u");
    berit.hides("Då skriver vi det.");
}

#[test]
fn while_one_answers_the_thread_stands_above_the_line() {
    let (_, mut alva) = raised();
    alva.keys("<pageup><home>f<enter>");
    alva.shows("Skriv din fråga eller ditt svar.");
    alva.shows("berit 2026-03-02: Räknas ett utkast?");
    alva.shows("1 Finns en plan?");
}

#[test]
fn who_raised_it_or_whose_case_it_is_ends_a_discussion_and_anybody_raises_it_anew() {
    let (mut berit, mut alva) = raised();
    let mut cia = at("cia", alva.screen.saver.log.clone());
    cia.keys("<pageup><home>f");
    cia.shows("Svara i diskussionen");
    cia.hides("Avsluta diskussionen");
    alva.keys("<pageup><home>f<end><enter>");
    assert_eq!(alva.last(), "flag BRO-01 plan settled=yes");
    berit.hears(&alva);
    for sitting in [&mut alva, &mut berit] {
        let name = if sitting.setup.coder == "alva" { "Alva" } else { "alva" };
        sitting.shows(&format!("  Diskussionen är avslutad ({name} 2026-03-02)"));
        sitting.hides("✎ ⚑");
        sitting.hides("Räknas ett utkast?");
        sitting.keys("P");
        sitting.hides("Att diskutera");
        sitting.keys("<esc>f");
        sitting.shows("[ ] diskutera");
        sitting.shows("Räknas ett utkast?");
        sitting.hides("Svara i diskussionen");
        sitting.keys("<esc>");
    }
    alva.keys("u");
    alva.shows("✎ ⚑");
    alva.keys("U");
    berit.keys("f2<enter>");
    assert_eq!(berit.last(), "flag BRO-01 plan discuss=yes");
    berit.shows("✎ ⚑");
}

#[test]
fn a_discussion_becomes_a_rule_in_one_step_and_the_colleague_looks_again_live() {
    let (mut berit, mut alva) = raised();
    alva.keys("<pageup><home>f<enter>Utkast räknas inte.<enter>");
    berit.hears(&alva);
    berit.keys("f6<enter>");
    berit.shows("Regel för fråga 1");
    berit.shows("Utkast räknas inte.");
    berit.keys("<enter><enter>");
    assert_eq!(berit.last(), "rule plan berit-5=Utkast räknas inte.");
    berit.shows("Se över BRO-01: Ja (alva)");
    alva.keys("<down>j11<space>7<enter>2021<enter><esc>");
    alva.hears(&berit);
    alva.shows("Ny regel av berit för fråga 1. Ett av dina svar ska ses över (g).");
    alva.keys("P");
    alva.shows("Se över: ny regel eller lydelse (1)  BRO-01");
    alva.keys("<esc>g");
    alva.is_at("BRO-01", "plan");
    alva.shows("Svaret gavs före den senaste regeln.");
    alva.keys("j");
    alva.keys("P");
    alva.hides("Se över: ny regel");
}

#[test]
fn a_blind_coder_neither_sees_a_discussion_nor_takes_part() {
    let (_, alva) = raised();
    let entries = alva.screen.saver.log.clone();
    for round in [Round::Second, Round::Spot] {
        let mut empty = Setup { round, coder: "cia", ..Setup::default() }.open();
        let mut said = Setup { round, coder: "cia", entries: entries.clone(), ..Setup::default() }.open();
        let settled = Draft { item: "settled".to_owned(), ..act(Op::Flag, "BRO-01", "plan", "yes") };
        for keys in ["", "f", "<esc>M", "<esc>P", "<esc>c", "<esc>h", "<esc>f2<enter>", "f"] {
            empty.keys(keys);
            said.keys(keys);
            assert_eq!(said.frame(), empty.frame(), "after {keys}");
            said.hides("Svara i diskussionen");
        }
        let before = said.frame();
        said.other("alva", settled);
        assert_eq!(said.frame(), before, "nor does the end of it show");
    }
}

#[test]
fn of_a_case_that_one_is_to_code_blind_one_hears_and_says_nothing() {
    let plan = Some("case_id,coder,second,wave\nBRO-01,alva,berit,early\nBRO-02,berit,,\n");
    let mut berit = Setup { plan, ..Setup::default() }.open();
    let before = berit.frame();
    let mut alva = Setup { plan, coder: "alva", ..Setup::default() }.open();
    alva.keys("jf2<enter>f<enter>Räknas ett utkast?<enter>");
    berit.hears(&alva);
    assert_eq!(berit.frame(), before);
    berit.keys("/BRO-01<enter><home>");
    for keys in ["f2<enter>", "c", "m"] {
        berit.keys(keys);
        berit.shows("Du ska koda alvas ärende blint.");
        berit.keys("<esc>");
        assert_eq!(berit.log(), alva.log(), "nothing of her own after {keys}");
    }
    berit.keys("rEn regel<enter><enter>");
    assert_eq!(berit.last(), "rule plan berit-4=En regel", "a rule is about no case");
}

#[test]
fn nothing_is_said_where_one_only_looks() {
    let mut sitting = Setup { writable: false, entries: begun_by_alva(), ..Setup::default() }.open();
    sitting.keys("<pageup><home>f2<enter>");
    sitting.shows("öppnad för visning");
    sitting.keys("c");
    sitting.shows("öppnad för visning");
    assert!(sitting.log().is_empty());
}
