//! Answers: one key each.

use super::sitting::{Setup, Sitting, WHOLE, plain};
use crate::fixture::question;

#[test]
fn one_key_answers_and_goes_to_the_next_question_that_applies_and_is_open() {
    let mut sitting = Sitting::typed("j");
    assert_eq!(sitting.log(), ["answer BRO-01 plan=ja"]);
    sitting.is_at("BRO-01", "foljs");
    sitting.shows("Sparat");
    sitting.keys("<up>n");
    sitting.is_at("BRO-01", "utfall");
    assert_eq!(sitting.last(), "answer BRO-01 plan=nej");
}

#[test]
fn a_case_costs_one_key_a_question_and_one_to_close_it() {
    for n in [1, 3, 12] {
        let cases = "case_id\nA-1\nA-2\n".to_owned();
        let mut sitting = Setup { protocol: plain(n), cases, ..Setup::default() }.open();
        sitting.keys(&"j".repeat(n));
        sitting.is_at("A-1", &format!("f{n}"));
        sitting.keys("<space>");
        sitting.is_at("A-2", "f1");
        assert_eq!(sitting.log().len(), n + 1);
        assert_eq!(sitting.last(), "done A-1=yes");
    }
}

#[test]
fn digits_mean_the_same_on_every_role_scale() {
    for (digit, answer) in [("1", "ja"), ("2", "delvis"), ("3", "nej"), ("0", "ej_aktuellt"), ("9", "framgar_ej")] {
        assert_eq!(Sitting::typed(digit).last(), format!("answer BRO-01 plan={answer}"));
    }
}

#[test]
fn every_keymap_answers_by_role() {
    let maps = [("default", "ypnak"), ("sv", "jdneo"), ("numpad", "ypnak"), ("left-hand", "asdfg"), ("vim", "ypnao")];
    for (map, keys) in maps {
        for (key, answer) in keys.chars().zip(["ja", "delvis", "nej", "ej_aktuellt", "framgar_ej"]) {
            let mut sitting = Setup { keymap: Some(map), ..Setup::default() }.open();
            sitting.shows(&format!(" {key} "));
            sitting.keys(&key.to_string());
            assert_eq!(sitting.log(), [format!("answer BRO-01 plan={answer}")], "{map} {key}");
        }
    }
}

#[test]
fn other_scales_go_by_position_and_from_the_tenth_choice_by_letter() {
    let choices: Vec<String> = (1..=12).map(|n| format!("{{ id = \"v{n}\", label = \"Val {n}\" }}")).collect();
    let protocol = plain(0) + &question("v", "Vilket?", &format!("choices = [{}]", choices.join(", ")));
    let cases = "case_id\nA-1\n".to_owned();
    for (key, id) in [("1", "v1"), ("9", "v9"), ("a", "v10"), ("k", "v11"), ("l", "v12")] {
        let mut sitting = Setup { protocol: protocol.clone(), cases: cases.clone(), ..Setup::default() }.open();
        sitting.shows(&format!("{key} Val {}", id.trim_start_matches('v')));
        sitting.keys(key);
        assert_eq!(sitting.log(), [format!("answer A-1 v={id}")]);
    }
}

#[test]
fn a_role_that_is_not_on_offer_is_refused_with_what_is() {
    let mut sitting = Sitting::typed("nj");
    assert_eq!(sitting.log().len(), 1);
    sitting.is_at("BRO-01", "utfall");
    sitting.shows("Ja går inte att svara här. Välj bland Bifall, Avslag.");
    sitting.keys("<up><up>jd");
    sitting.shows("Delvis går inte att svara här. Välj bland Ja, Nej.");
}

#[test]
fn a_key_that_means_nothing_says_so_and_records_nothing() {
    let mut sitting = Sitting::typed("z");
    sitting.shows("z gör inget här.");
    assert!(sitting.log().is_empty());
}

#[test]
fn several_answers_toggle_and_are_stored_in_the_order_of_the_protocol() {
    let mut sitting = Sitting::typed("n121");
    sitting.is_at("BRO-01", "kontakt");
    assert_eq!(sitting.last(), "answer BRO-01 kontakt=anhorig;vard");
    sitting.shows("[x] 1 Anhörig");
    sitting.keys("1");
    assert_eq!(sitting.last(), "answer BRO-01 kontakt=vard");
    sitting.keys("<space>");
    sitting.is_at("BRO-01", "timmar");
}

#[test]
fn an_exclusive_choice_takes_the_others_away_and_gives_way_to_them() {
    let mut sitting = Sitting::typed("n1123");
    assert_eq!(sitting.last(), "answer BRO-01 kontakt=ingen");
    sitting.keys("2");
    assert_eq!(sitting.last(), "answer BRO-01 kontakt=vard");
    sitting.keys("2");
    assert_eq!(sitting.last(), "answer BRO-01 kontakt=");
    assert!(sitting.model().is_gap(3.into()));
}

#[test]
fn a_number_takes_a_decimal_comma_and_says_what_is_wrong_with_it() {
    let mut sitting = Sitting::typed("n11<space>");
    sitting.shows("Tal, timmar/månad, från 0 till 100");
    sitting.keys("200<enter>");
    sitting.shows("200 är för stort. Det största tillåtna är 100.");
    sitting.keys("<backspace><backspace><backspace>x<enter>");
    sitting.shows("\"x\" är inte ett tal.");
    assert_eq!(sitting.log().len(), 3);
    sitting.keys("<backspace>7,50<enter>");
    assert_eq!(sitting.last(), "answer BRO-01 timmar=7.5");
    sitting.is_at("BRO-01", "beslut");
}

#[test]
fn a_stored_decimal_is_shown_with_the_comma_of_the_language() {
    let mut sitting = Sitting::typed("n11<space>7,5<enter>");
    sitting.shows("7,5");
    sitting.hides("7.5");
}

#[test]
fn a_date_may_be_a_year_or_a_month_but_must_exist() {
    let mut sitting = Sitting::typed("n11<space>7<enter>2021-02-30<enter>");
    sitting.shows("\"2021-02-30\" är inte ett datum.");
    sitting.keys("<backspace><backspace><backspace><enter>");
    assert_eq!(sitting.last(), "answer BRO-01 beslut=2021-02");
}

#[test]
fn a_text_is_written_on_a_line_of_its_own() {
    let mut sitting = Sitting::typed("<end><enter>Allt är bra!<enter>");
    assert_eq!(sitting.log(), ["answer BRO-01 ovrigt=Allt är bra!"]);
    sitting.keys("<end>");
    sitting.shows("Allt är bra!");
}

#[test]
fn an_entry_line_left_with_escape_or_empty_records_nothing() {
    let mut sitting = Sitting::typed("n11<space>7<esc>");
    sitting.is_at("BRO-01", "timmar");
    sitting.keys("<enter><enter>");
    assert_eq!(sitting.log().len(), 3);
    assert!(sitting.model().dialog.is_none());
}

#[test]
fn a_masked_answer_is_kept_and_comes_back() {
    let mut sitting = Sitting::typed("jj<home>n");
    assert_eq!(sitting.model().study.tally().total(1.into()).not_asked, 1);
    assert_eq!(sitting.model().study.tally().total(1.into()).base, 0);
    sitting.keys("<home>j");
    assert_eq!(sitting.answer("BRO-01", "foljs"), "ja");
    assert_eq!(sitting.model().study.tally().total(1.into()).base, 1);
    assert_eq!(sitting.log().len(), 4, "nobody answered it anew");
}

#[test]
fn an_answer_is_made_unanswered_again_and_the_cursor_stays() {
    let mut sitting = Sitting::typed("j<up><backspace>");
    assert_eq!(sitting.last(), "answer BRO-01 plan=");
    sitting.is_at("BRO-01", "plan");
    sitting.keys("<backspace>");
    sitting.shows("Det finns inget svar att ta bort.");
    assert_eq!(sitting.log().len(), 2);
}

#[test]
fn the_same_answer_again_goes_on_without_a_line() {
    let sitting = Sitting::typed("j<up>j");
    assert_eq!(sitting.log().len(), 1);
    sitting.is_at("BRO-01", "foljs");
}

#[test]
fn after_an_answer_at_a_place_jumped_to_the_cursor_returns() {
    let mut sitting = Sitting::typed("#3<enter>");
    sitting.is_at("BRO-01", "utfall");
    sitting.keys("1");
    assert_eq!(sitting.log(), ["answer BRO-01 utfall=bifall"]);
    sitting.is_at("BRO-01", "plan");
    sitting.keys("n");
    sitting.is_at("BRO-01", "kontakt");
}

#[test]
fn the_condition_of_a_masked_question_stands_in_words() {
    let mut sitting = Sitting::typed("n#2<enter>");
    sitting.shows("ställs bara om fråga 1 är Ja eller Delvis");
    sitting.keys("j");
    sitting.shows("Frågan ställs inte i det här ärendet.");
    assert_eq!(sitting.log().len(), 1);
}

#[test]
fn questions_can_stand_in_the_order_of_the_documents() {
    let mut sitting = Sitting::typed("O");
    sitting.shows("Frågorna visas i handlingarnas ordning.");
    let order: Vec<&str> =
        sitting.model().question_order.iter().map(|&place| sitting.model().question_id(place)).collect();
    assert_eq!(order, ["utfall", "beslut", "plan", "timmar", "foljs", "kontakt", "ovrigt"]);
    sitting.keys("O");
    sitting.shows("Frågorna visas i protokollets ordning.");
}

#[test]
fn the_usual_case_is_what_the_other_journeys_take_it_for() {
    let sitting = Sitting::typed(WHOLE);
    let expected = ["plan=nej", "utfall=bifall", "kontakt=anhorig", "timmar=7", "beslut=2021"];
    assert_eq!(sitting.log(), expected.map(|answer| format!("answer BRO-01 {answer}")));
}
