use crate::study::answers::Answers;
use crate::study::answers::case_view::{CellStatus, Perspective};
use crate::study::case::CaseList;
use crate::study::ledger::entry::{Entry, Head, Op, Round};
use crate::study::protocol::Protocol;
use proptest::prelude::*;
use std::sync::Arc;

const PROTOCOL: &str = r#"
id = "p"
version = "1"
language = "sv"
title = "T"
area = [{ id = "A", label = "A" }]
attribute = [{ id = "born", label = "Född", role = "birth_year", at = 2019 }, { id = "deadline", label = "Tidplan" }]
question = [
  { id = "a", area = "A", text = "?", scale = "ja_nej", na = true },
  { id = "b", area = "A", text = "?", scale = "ja_nej", when = { a = "ja" } },
  { id = "c", area = "A", text = "?", scale = "ja_nej" },
  { id = "m", area = "A", text = "?", kind = "number" },
  { id = "n", area = "A", text = "?", kind = "number", when = { a = "ja" } },
  { id = "date", area = "A", text = "?", kind = "date" },
  { id = "parts", area = "A", text = "?", kind = "derived", parts = ["a", "b", "c"] },
  { id = "sum", area = "A", text = "?", kind = "derived", sum = ["m", "n"] },
  { id = "age", area = "A", text = "?", kind = "derived", of = "born", choices = [
    { id = "-24", label = "-24", max = 24 }, { id = "25-", label = "25-", min = 25 } ] },
  { id = "in_time", area = "A", text = "?", kind = "derived", choices = [
    { id = "ja", label = "Ja", when = { date = { max = { of = "deadline" } } } },
    { id = "ingen", label = "Ingen tidplan", when = { deadline = { answered = false } } },
    { id = "nej", label = "Nej" } ] },
  { id = "after", area = "A", text = "?", when = { parts = "delvis" } },
]
"#;

/// How every question stands in the case once the answers are given: `?` not known, `-` not asked, empty unanswered.
fn read(given: &[(&str, &str)], deadline: &str) -> Vec<(String, String)> {
    let protocol = Arc::new(Protocol::load("p.toml", PROTOCOL).unwrap());
    let list = format!("case,born,deadline\nA,1994,{deadline}\n");
    let (cases, _) = CaseList::read("cases.csv", list.as_bytes(), &protocol).unwrap();
    let mut answers = Answers::new(Arc::clone(&protocol), Arc::new(cases));
    for (place, (question, value)) in given.iter().enumerate() {
        answers.apply(&Entry {
            op: Op::Answer,
            seq: place as u64 + 1,
            ts: "".into(),
            coder: "a".into(),
            segment: 1,
            round: Round::First,
            case_id: "A".into(),
            question: (*question).into(),
            item: "".into(),
            value: (*value).into(),
            was: "".into(),
            undoes: None,
            h: Head([u8::try_from(place).unwrap(); 16]),
            protocol: "".into(),
            with: "".into(),
        });
    }
    let cells = answers.sheet(Perspective::Record, 0.into());
    let shown = |(question, cell): (&crate::study::protocol::Question, &crate::study::answers::case_view::Cell)| {
        let text = match cell.status {
            CellStatus::NotAsked => "-",
            CellStatus::NotKnown => "?",
            CellStatus::Unanswered => "",
            CellStatus::Answered => answers.text(cell.value),
        };
        (question.id.clone(), text.to_owned())
    };
    protocol.questions.iter().zip(&cells).map(shown).collect()
}

fn of(question: &str, given: &[(&str, &str)]) -> String {
    let read = read(given, "2016-05");
    read.into_iter().find(|(id, _)| id == question).unwrap().1
}

#[test]
fn all_some_or_none_of_the_parts() {
    assert_eq!(of("parts", &[]), "?");
    assert_eq!(of("parts", &[("a", "ja"), ("b", "ja"), ("c", "ja")]), "ja");
    assert_eq!(of("parts", &[("a", "ja"), ("c", "nej")]), "delvis", "settled before b is answered");
    assert_eq!(of("parts", &[("a", "ja"), ("b", "ja")]), "?");
    assert_eq!(of("parts", &[("a", "nej"), ("c", "nej")]), "nej", "b is not asked and left out");
    assert_eq!(of("parts", &[("a", "ej_aktuellt"), ("c", "ja")]), "ja", "what is not applicable is left out");
}

#[test]
fn what_looks_at_a_derived_answer_follows_it() {
    assert_eq!(of("after", &[]), "?");
    assert_eq!(of("after", &[("a", "ja"), ("c", "nej")]), "");
    assert_eq!(of("after", &[("a", "nej"), ("c", "nej")]), "-");
}

#[test]
fn a_sum_waits_for_every_number_that_is_asked_for() {
    assert_eq!(of("sum", &[("m", "0.1")]), "?");
    assert_eq!(of("sum", &[("m", "0.1"), ("a", "ja")]), "?");
    assert_eq!(of("sum", &[("m", "0.1"), ("a", "ja"), ("n", "0.2")]), "0.3");
    assert_eq!(of("sum", &[("m", "-2"), ("a", "nej")]), "-2");
}

#[test]
fn groups_of_a_year_of_birth_are_ages_in_the_year_of_the_attribute() {
    assert_eq!(of("age", &[]), "25-");
}

#[test]
fn the_first_choice_whose_condition_surely_holds() {
    assert_eq!(of("in_time", &[]), "?");
    assert_eq!(of("in_time", &[("date", "2016-05-31")]), "ja");
    assert_eq!(of("in_time", &[("date", "2016-06")]), "nej");
    let without = read(&[("date", "2016-06")], "");
    assert!(without.contains(&("in_time".to_owned(), "ingen".to_owned())), "{without:?}");
}

#[test]
fn a_line_that_answers_a_derived_question_does_not_count() {
    assert_eq!(of("parts", &[("parts", "ja")]), "?");
}

proptest! {
    #[test]
    fn what_is_settled_early_stays(answers in prop::collection::vec(prop::sample::select(vec!["ja", "nej", "ej_aktuellt"]), 3)) {
        let all = [("a", answers[0]), ("b", if answers[1] == "ja" { "ja" } else { "nej" }), ("c", if answers[2] == "ja" { "ja" } else { "nej" })];
        let last = of("parts", &all);
        for given in 0..all.len() {
            let early = of("parts", &all[..given]);
            prop_assert!(early == "?" || early == last, "{all:?} {given}: {early} {last}");
        }
    }
}
