//! What a form asks several times of a case.

use super::super::{Form, export, import};
use super::{FORMS, form, loaded, lost, read, there_and_back, wanted};
use crate::base::language::{Lang, Words};
use crate::exchange::forms::sample;
use crate::study::protocol::{Protocol, Question};

/// The protocol with repeats, in which nothing looks at a single place.
fn repeats() -> Protocol {
    let text = sample::REPEATS.replace("when = { skola_1 = \"ja\" }", "when = { antal_barn = { min = 1 } }");
    loaded(&Protocol::load("p.toml", &text).unwrap())
}

#[test]
fn repeats_come_back_as_they_were() {
    for form in FORMS {
        assert_eq!(there_and_back(&repeats(), form), repeats(), "{form:?}");
    }
    let written = String::from_utf8(export(&repeats(), Form::Markdown).unwrap().bytes).unwrap();
    let count = |word: &str| written.matches(word).count();
    assert_eq!((count("begin_repeat"), count("end_repeat"), count("| alder |")), (2, 2, 1), "{written}");
    assert!(written.contains("${antal_barn}") && written.contains("${alder} >= 6"), "{written}");
}

#[test]
fn what_looks_at_a_single_place_makes_questions_of_their_own() {
    let protocol = loaded(&Protocol::load("p.toml", sample::REPEATS).unwrap());
    let exported = export(&protocol, Form::Csv).unwrap();
    assert_eq!(sample::not_back(&exported.lost), ["exchange-repeats"]);
    let back = loaded(&import("f", &exported.bytes, &wanted(None)).unwrap().protocol);
    assert_eq!(back.questions.len(), protocol.questions.len());
    for (one, other) in back.questions.iter().zip(&protocol.questions) {
        assert_eq!((&one.id, &one.when, &one.kind), (&other.id, &other.when, &other.kind));
    }
}

#[test]
fn a_repeat_of_a_form_becomes_entries() {
    let rows = "| | integer | n | How many visits? | | . <= 5 | | |\n\
        | | begin_repeat | child | Child | ${n} > 0 | | | |\n\
        | | text | first | Name of child | | | | |\n\
        | | begin_group | at | School | | | | |\n\
        | | select_one yn | goes | Goes to school? | ${first} != '' | | | |\n\
        | | end_group | | | | | | |\n\
        | | end_repeat | | | | | | |\n\
        | | text | last | And? | ${n} > 1 | | | |\n";
    let imported = read(&form(rows));
    assert_eq!(lost(&imported), []);
    let protocol = loaded(&imported.protocol);
    let ids: Vec<&str> = protocol.declarations().map(Question::declared_id).collect();
    assert_eq!(ids, ["n", "child_count", "first", "goes", "last"]);
    let repeat = &protocol.repeats[0];
    assert_eq!((repeat.label.as_str(), repeat.count, repeat.max), ("Child", protocol.question("child_count"), 12));
    let when =
        |id: &str| protocol.condition(&protocol.questions[protocol.question(id).unwrap()].when, &Words::new(Lang::En));
    assert_eq!(when("child_count"), "question 1 is at least 1");
    assert_eq!(when("goes_2"), "question 2 is at least 2 and question 3 is answered");
    let areas: Vec<&str> = protocol.areas.iter().map(|area| area.label.as_str()).collect();
    assert_eq!(areas, ["form", "Child", "Child – School"]);
}

#[test]
fn the_number_of_entries_may_be_an_answer_or_the_same_for_all() {
    let survey = |count: &str, bound: &str| {
        format!(
            "| survey |\n| | type | name | label | constraint | repeat_count |\n\
             | | integer | n | How many? | {bound} | |\n\
             | | begin_repeat | r | Again | | {count} |\n| | text | x | X | | |\n| | end_repeat | | | | |\n"
        )
    };
    let of = |count: &str, bound: &str| {
        let imported = read(&survey(count, bound));
        assert_eq!(imported.lost, [], "{count} {bound}");
        let protocol = loaded(&imported.protocol);
        (protocol.repeats[0].count, protocol.repeats[0].max, protocol.questions.len())
    };
    let n = Some(0.into());
    assert_eq!(of("${n}", ". <= 4"), (n, 4, 5));
    assert_eq!(of("${n}", ""), (n, 12, 13));
    assert_eq!(of("${n}", ". <= 4000"), (n, 99, 100));
    assert_eq!(of("3", ""), (None, 3, 4));
    let lost = |count: &str| lost(&read(&survey(count, "")));
    assert_eq!(lost("${n} + 1"), [("xlsform-repeat-count", "F repeat_count".to_owned(), 4)]);
    assert_eq!(lost("0"), [("xlsform-repeat-count", "F repeat_count".to_owned(), 4)]);
}

#[test]
fn what_a_repeat_cannot_say_is_lost_with_its_row() {
    let begin = |name: &str| format!("| | begin_repeat | {name} | {name} | | | | |\n");
    let (end, ask) = ("| | end_repeat | | | | | | |\n", |row: &str| format!("| | select_one yn | {row} | | | |\n"));
    let nested =
        [&begin("a"), &ask("x | X? |"), &begin("b"), &ask("y | Y? | ${x} = 'yes'"), end, end].map(ToString::to_string);
    let read_nested = read(&form(&nested.concat()));
    assert_eq!(
        lost(&read_nested),
        [("xlsform-repeat-nested", "B type", 5)].map(|(key, at, row)| (key, at.to_owned(), row))
    );
    let declared: Vec<String> =
        loaded(&read_nested.protocol).declarations().map(|one| one.declared_id().to_owned()).collect();
    assert_eq!(declared, ["a_count", "x", "y"]);
    let outside = [&begin("a"), &ask("x | X? |"), end, &ask("z | Z? | ${x} = 'yes'")].map(ToString::to_string);
    assert_eq!(lost(&read(&form(&outside.concat()))), [("xlsform-repeat-outside", "E relevant".to_owned(), 6)]);
    let looped = "| | begin loop over yn | a | A | | | | |\n| | text | x | X | | | | |\n| | end loop | | | | | | |\n";
    assert_eq!(lost(&read(&form(looped))), [("xlsform-repeat-loop", "B type".to_owned(), 3)]);
}
