//! What is left out or told once, and what a name becomes.

use super::{form, loaded, lost, read};
use crate::base::language::{Lang, Message, Words};
use crate::exchange::forms::Imported;
use crate::study::protocol::Kind;

/// What is left out, in English, with where it is met first.
fn left(imported: &Imported) -> Vec<String> {
    imported.left.iter().map(|fault| fault.describe(&Words::new(Lang::En))).collect()
}

fn said(imported: &Imported, key: &str) -> Vec<String> {
    let of = |message: &&Message| message.key == key;
    imported.mapping.iter().filter(of).map(|message| Words::new(Lang::En).say(message)).collect()
}

fn ids(imported: &Imported) -> Vec<String> {
    loaded(&imported.protocol).questions.iter().map(|question| question.id.clone()).collect()
}

#[test]
fn what_nobody_answers_in_a_terminal_is_left_out_with_a_line_per_kind() {
    let rows = (1..=7).map(|n| format!("| | image | p{n} | Photo | | | | |\n")).collect::<Vec<_>>().concat();
    let more = "| | username | s | | | | | |\n| | select_one_from_file a.csv | f | F | | | | |\n| | rank fruit | r | R | | | | |\n";
    let imported = read(&form(&format!("| | integer | n | N | | | | |\n{rows}{more}")));
    assert_eq!((lost(&imported).len(), ids(&imported)), (0, vec!["n".to_owned()]));
    let told = left(&imported);
    assert_eq!(told.len(), 4, "{told:?}");
    assert!(told[0].contains("f.md, survey, B type:4: ") && told[0].contains("\"image\""), "{}", told[0]);
    assert!(told[0].contains("7 of the form's rows are left out: row 4, 5, 6, 7, 8, …"), "{}", told[0]);
    assert!(told[1].contains("\"username\"") && told[2].contains("\"select_one_from_file\""), "{told:?}");
}

#[test]
fn a_condition_on_what_is_left_out_is_named_with_its_place_and_loses_only_that_part() {
    for kind in ["geopoint", "barcode", "deviceid", "hidden"] {
        let imported = read(&form(&format!(
            "| | {kind} | x | X | | | | |\n| | select_one yn | a | A | | | | |\n\
             | | text | b | B | ${{a}} = 'no' and ${{x}} != '' | | | |\n"
        )));
        assert_eq!(lost(&imported), [("xlsform-field-lost", "E relevant".to_owned(), 5)], "{kind}");
        assert_eq!(loaded(&imported.protocol).questions.raw[1].when.terms.len(), 1, "{kind}");
    }
}

#[test]
fn a_box_to_tick_is_a_question_of_one_answer_and_a_moment_a_text() {
    let imported = read(&form(
        "| | acknowledge | k | Read it | | | | |\n| | time | t | When? | | | | |\n\
         | | text | why | Why? | ${k} = 'OK' | | | |\n",
    ));
    assert_eq!(lost(&imported), []);
    let protocol = loaded(&imported.protocol);
    assert_eq!(protocol.questions.raw[0].choices().iter().map(|choice| choice.id.as_str()).collect::<Vec<_>>(), ["OK"]);
    assert_eq!((&protocol.questions.raw[1].kind, protocol.questions.raw[2].when.terms.len()), (&Kind::Text, 1));
    assert!(left(&imported)[0].contains("become free text (row 4)"), "{:?}", left(&imported));
}

#[test]
fn a_default_is_no_answer_and_a_text_that_may_only_be_read_is_a_note() {
    let text = "| survey |\n| | type | name | label | default | read_only | required | appearance | image |\n\
        | | text | seen | Read this | | yes | | | |\n| | integer | n | N | 5 | | ${x} > 1 | numbers | a.png |\n\
        | | text | x | X | today() | | | | |\n| | integer | y | | 1 | yes | | | b.png |\n";
    let imported = read(text);
    assert_eq!(lost(&imported), []);
    let protocol = loaded(&imported.protocol);
    assert_eq!(
        (ids(&imported).join(" "), protocol.questions.raw[0].guidance.as_str()),
        ("n x y".to_owned(), "Read this")
    );
    assert!(said(&imported, "xlsform-default")[0].contains("(row 4, 5, 6)"));
    assert!(said(&imported, "xlsform-column-told")[0].contains("\"read_only\" is not converted (row 6)"));
    assert!(said(&imported, "xlsform-required")[0].contains("(row 4)"));
    assert!(said(&imported, "xlsform-label-missing")[0].contains("(row 6)"));
    assert_eq!(left(&imported).len(), 1, "{:?}", left(&imported));
}

#[test]
fn what_is_only_read_comes_in_with_its_hint_and_a_hint_alone_too() {
    let text = "| survey |\n| | type | name | label | hint | read_only |\n\
        | | text | seen | A heading | and a hint | yes |\n| | note | too | | Read this first | |\n\
        | | text | a | A? | | |\n";
    let imported = read(text);
    assert_eq!(lost(&imported), []);
    assert_eq!(loaded(&imported.protocol).questions.raw[0].guidance, "A heading\nand a hint\nRead this first");
}

#[test]
fn a_name_that_no_id_can_be_is_changed_and_one_of_two_groups_goes_with_its_group() {
    let text = "| survey |\n| | type | name | label | relevant |\n| | text | any | A | |\n\
        | | begin group | g | G | |\n| | text | x | X | |\n| | end group | | | |\n\
        | | begin group | h | H | |\n| | select_one l | x | X | |\n| | text | z | Z | ${c} = '<5' |\n| | end group | | | |\n\
        | | select_one l | c | C | |\n| | text | d | D | ${c} = '<5' or ${c} = 'a=b' |\n\
        | choices |\n| | list_name | name | label |\n| | l | <5 | Few |\n| | l | a=b | Odd |\n| | l | a_b | Even |\n\
        | | l | 1.5 | One |\n| | l | -99 | None |\n| | l | x y | Two |\n";
    let imported = read(text);
    assert_eq!(ids(&imported), ["any_", "x", "h_x", "z", "c", "d"]);
    let protocol = loaded(&imported.protocol);
    let choices: Vec<&str> = protocol.questions.raw[4].choices().iter().map(|choice| choice.id.as_str()).collect();
    assert_eq!(choices, ["<5", "a_b", "a_b_2", "1.5", "-99", "x y"]);
    assert_eq!(protocol.questions.raw[5].when.terms.len(), 1);
    assert_eq!(said(&imported, "xlsform-id-made").len(), 4, "{:?}", imported.mapping);
    assert_eq!(lost(&imported).len(), 1, "the condition that looks ahead: {:?}", lost(&imported));
    let twice = read(&form("| | text | n | N | | | | |\n| | text | n | Again | | | | |\n"));
    assert_eq!(lost(&twice), [("xlsform-name-twice", "C name".to_owned(), 4)]);
}

#[test]
fn the_usual_bounds_of_a_range_are_those_of_its_program() {
    let range = |parameters: &str| {
        let text = format!("| survey |\n| | type | name | label | parameters |\n| | range | n | N | {parameters} |\n");
        let imported = read(&text);
        assert_eq!(lost(&imported), []);
        let Kind::Number { min, max, .. } = loaded(&imported.protocol).questions.raw[0].kind.clone() else { panic!() };
        (min.unwrap(), max.unwrap(), said(&imported, "xlsform-integers").len(), said(&imported, "xlsform-step").len())
    };
    assert_eq!(range(""), (1.0, 10.0, 1, 0));
    assert_eq!(range("start=0 end=100 step=5"), (0.0, 100.0, 1, 1));
    assert_eq!(range("end = 2.5; start = -1"), (-1.0, 2.5, 0, 0));
}

#[test]
fn a_text_after_the_last_question_is_shown_with_it() {
    let imported = read(&form("| | text | n | N | | | | First |\n| | note | x | Thanks | | | | |\n"));
    assert_eq!(lost(&imported), []);
    assert_eq!(loaded(&imported.protocol).questions.raw[0].guidance, "First\nThanks");
    assert!(said(&imported, "xlsform-note-last")[0].contains("(row 4)"));
}

#[test]
fn a_column_that_is_not_shown_or_says_nothing_may_stand_twice() {
    let text = "| survey |\n| | type | name | label | image | media::image | caption | bind::type |\n\
        | | text | a | A | a.png | b.png | | string |\n";
    let imported = read(text);
    assert_eq!((lost(&imported).len(), ids(&imported)), (0, vec!["a".to_owned()]));
}
