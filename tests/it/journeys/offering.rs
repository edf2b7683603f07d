//! Choices that are on offer only where an earlier answer is so.

use super::sitting::{Setup, Sitting, plain};
use crate::fixture::question;

fn opened() -> Sitting {
    let county = "choices = [{ id = \"n\", label = \"Norr\" }, { id = \"s\", label = \"Syd\" }]";
    let town = "choices = [{ id = \"n1\", label = \"Umeå\", when = { lan = \"n\" } }, \
                { id = \"s1\", label = \"Lund\", when = { lan = \"s\" } }, { id = \"x\", label = \"Annan\" }]";
    let services = "kind = \"choices\"\nchoices = [{ id = \"a\", label = \"Skoter\", when = { lan = \"n\" } }, \
                    { id = \"b\", label = \"Buss\" }]";
    let protocol = plain(0)
        + &question("lan", "Vilket län?", county)
        + &question("kommun", "Vilken kommun?", town)
        + &question("medel", "Vilka färdmedel?", services);
    Setup { protocol, cases: "case_id\nA-1\n".to_owned(), ..Setup::default() }.open()
}

#[test]
fn only_what_is_on_offer_is_shown_and_the_keys_of_the_others_stay() {
    let mut sitting = opened();
    sitting.keys("2");
    sitting.is_at("A-1", "kommun");
    sitting.shows("2 Lund");
    sitting.shows("3 Annan");
    assert!(!sitting.frame().contains("1 Umeå"));
    sitting.keys("1");
    sitting.is_at("A-1", "kommun");
    sitting.shows("Umeå går inte att välja här: bara om fråga 1 är Norr.");
    assert_eq!(sitting.log(), ["answer A-1 lan=s"]);
    sitting.keys("2");
    assert_eq!(sitting.last(), "answer A-1 kommun=s1");
}

#[test]
fn an_answer_comes_back_when_it_is_on_offer_again() {
    let mut sitting = opened();
    sitting.keys("111<down>2");
    assert_eq!(sitting.log()[1..], ["answer A-1 kommun=n1", "answer A-1 medel=a", "answer A-1 medel=a;b"]);
    sitting.keys("<home><up><up>2");
    sitting.is_at("A-1", "kommun");
    sitting.keys("<down>");
    assert!(!sitting.frame().contains("1 Skoter"));
    sitting.shows("[x] 2 Buss");
    sitting.keys("22");
    assert_eq!(
        sitting.log()[5..],
        ["answer A-1 medel=a", "answer A-1 medel=a;b"],
        "what is not on offer stays in the answer"
    );
    sitting.keys("<up><up>1");
    sitting.shows("Umeå");
}
