//! Lists of choices that are too long for keys: what is written finds the answer.

use super::sitting::{Setup, Sitting, plain};
use crate::fixture::question;
use aktkoll::base::language::Lang;
use aktkoll::tui::dialog::Dialog;
use aktkoll::tui::model::Form;

/// The choices of a list of places, in two counties.
fn places(n: usize) -> String {
    let county = |at: usize| if at.is_multiple_of(2) { "n" } else { "s" };
    let choice =
        |at: usize| format!("{{ id = \"p{at}\", label = \"Ort {at}\", when = {{ lan = \"{}\" }} }}", county(at));
    (0..n).map(choice).collect::<Vec<_>>().join(", ")
}

fn opened(kind: &str, n: usize, setup: Setup) -> Sitting {
    let county = "choices = [{ id = \"n\", label = \"Norr\" }, { id = \"s\", label = \"Syd\" }]";
    let protocol = plain(0)
        + &question("lan", "Vilket län?", county)
        + &question("ort", "Vilken ort?", &format!("kind = \"{kind}\"\nchoices = [{}]", places(n)))
        + &question("slut", "Klart?", "scale = \"ja_nej\"");
    let mut sitting = Setup { protocol, cases: "case_id\nA-1\n".to_owned(), ..setup }.open();
    sitting.keys("1");
    sitting.is_at("A-1", "ort");
    sitting
}

#[test]
fn what_is_written_finds_a_choice_and_enter_gives_it() {
    for keymap in ["default", "sv", "vim", "numpad", "left-hand"] {
        for size in [(60, 15), (80, 24), (160, 50)] {
            let mut sitting = opened("choice", 3000, Setup { keymap: Some(keymap), size, ..Setup::default() });
            sitting.shows("1500 svar");
            sitting.keys(if keymap == "numpad" { "o2998" } else { "<enter>2998" });
            sitting.shows("Ort 2998");
            sitting.keys("<enter>");
            assert_eq!(sitting.last(), "answer A-1 ort=p2998", "{keymap}");
            sitting.is_at("A-1", "slut");
            sitting.keys("<up>");
            sitting.shows("Ort 2998");
        }
    }
}

#[test]
fn several_choices_are_put_in_and_taken_out_in_the_search() {
    let mut sitting = opened("choices", 3000, Setup::default());
    sitting.keys("<enter>2998<enter>");
    assert!(matches!(sitting.model().dialog, Some(Dialog::Find { .. })), "one may give more");
    sitting.shows("[x] Ort 2998");
    sitting.keys("<backspace><backspace><backspace><backspace>ort 16<enter>");
    assert_eq!(sitting.last(), "answer A-1 ort=p16;p2998");
    sitting.keys("<enter><esc>");
    assert_eq!(sitting.last(), "answer A-1 ort=p2998");
    sitting.shows("[x]");
    sitting.shows("Ort 2998");
    sitting.keys("<space>");
    sitting.is_at("A-1", "slut");
}

#[test]
fn what_is_not_on_offer_is_not_found_and_a_held_key_gives_one_answer() {
    let mut sitting = opened("choices", 3000, Setup::default());
    sitting.keys("<enter>2999");
    assert!(!sitting.frame().contains("Ort 2999"));
    sitting.keys("<enter>");
    assert_eq!(sitting.log(), ["answer A-1 lan=n"]);
}

#[test]
fn who_listens_hears_the_hit_and_its_place() {
    let mut sitting = opened("choice", 3000, Setup { form: Form::Lines, lang: Lang::En, ..Setup::default() });
    sitting.keys("<enter>2998");
    let said = std::mem::take(&mut sitting.screen.said);
    assert!(said.contains("Ort 2998, 1 of 1"), "{said}");
}

#[test]
fn sixty_choices_can_all_be_given() {
    for n in [60, 64, 65] {
        let mut sitting = opened("choice", 2 * n, Setup::default());
        sitting.keys(&format!("<enter>ort {}<enter>", 2 * n - 2));
        assert_eq!(sitting.last(), format!("answer A-1 ort=p{}", 2 * n - 2));
    }
}
