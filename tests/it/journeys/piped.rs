//! Texts that name an answer: the answer stands there, or what it is called.

use super::sitting::{Setup, plain};
use crate::fixture::question;

#[test]
fn the_answer_stands_in_the_text_once_it_is_given() {
    let county = "caption = \"Län\"\nchoices = [{ id = \"n\", label = \"Norr\" }, { id = \"s\", label = \"Syd\" }]";
    let town = "guidance = \"Se listan för ${lan}, om ${unit}.\"\nchoices = [{ id = \"a\", label = \"Mitt i ${lan}\" }, { id = \"b\", label = \"Annan\" }]";
    let unit = "[[attribute]]\nid = \"unit\"\nlabel = \"Enhet\"\nrole = \"unit\"\n";
    let protocol =
        plain(0) + unit + &question("lan", "Vilket län?", county) + &question("ort", "Vilken ort i ${lan}?", town);
    let mut sitting = Setup { protocol, cases: "case_id,unit\nA-1,BRO\n".to_owned(), ..Setup::default() }.open();
    sitting.shows("Vilken ort i [Län]?");
    sitting.keys("2");
    sitting.shows("2 Vilken ort i Syd?");
    sitting.shows("Mitt i Syd");
    sitting.shows("Se listan för Syd, om BRO.");
    sitting.keys("<up>1");
    sitting.shows("Vilken ort i Norr?");
    sitting.keys("1");
    assert_eq!(sitting.last(), "answer A-1 ort=a");
    sitting.keys("t");
    sitting.shows("Mitt i [Län]");
}
