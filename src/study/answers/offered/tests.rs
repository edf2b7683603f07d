use crate::study::answers::Answers;
use crate::study::answers::case_view::{CellStatus, Perspective};
use crate::study::case::CaseList;
use crate::study::ledger::entry::{Entry, Head, Op, Round};
use crate::study::protocol::Protocol;
use crate::study::tally::Tally;
use proptest::prelude::*;
use std::sync::Arc;

const PROTOCOL: &str = r#"
id = "p"
version = "1"
language = "sv"
title = "T"
area = [{ id = "A", label = "A" }]
attribute = [{ id = "team", label = "Grupp" }]
question = [
  { id = "lan", area = "A", text = "?", choices = [{ id = "n" }, { id = "s" }, { id = "x" }] },
  { id = "kommun", area = "A", text = "?", choices = [
    { id = "n1", when = { lan = "n" } }, { id = "n2", when = { lan = "n" } }, { id = "s1", when = { lan = "s" } }] },
  { id = "flera", area = "A", text = "?", kind = "choices", choices = [
    { id = "a", when = { lan = "n" } }, { id = "b" }, { id = "c", when = { kommun = "n1", team = "1" } }] },
  { id = "sedan", area = "A", text = "?", when = { flera = "a" } },
  { id = "stad", area = "A", text = "?", when = { kommun = ["n2", "s1"] } },
]
"#;
const QUESTIONS: [&str; 5] = ["lan", "kommun", "flera", "sedan", "stad"];

fn entry<'a>(place: usize, question: &'a str, value: &'a str) -> Entry<'a> {
    Entry {
        op: Op::Answer,
        seq: place as u64 + 1,
        ts: "".into(),
        coder: "a".into(),
        segment: 1,
        round: Round::First,
        case_id: "A".into(),
        question: question.into(),
        item: "".into(),
        value: value.into(),
        was: "".into(),
        undoes: None,
        h: Head([u8::try_from(place).unwrap(); 16]),
        protocol: "".into(),
        with: "".into(),
    }
}

fn answers() -> Answers {
    let protocol = Arc::new(Protocol::load("p.toml", PROTOCOL).unwrap());
    let (cases, _) = CaseList::read("cases.csv", b"case,team\nA,1\n", &protocol).unwrap();
    Answers::new(protocol, Arc::new(cases))
}

/// How every question stands: `?` not known, `-` not asked, empty unanswered.
fn read(answers: &Answers) -> Vec<String> {
    let cells = answers.sheet(Perspective::Record, 0.into());
    let shown = cells.iter().map(|cell| match cell.status {
        CellStatus::NotAsked => "-",
        CellStatus::NotKnown => "?",
        CellStatus::Unanswered => "",
        CellStatus::Answered => answers.text(cell.value),
    });
    shown.map(str::to_owned).collect()
}

fn given(given: &[(&str, &str)]) -> Vec<String> {
    let mut answers = answers();
    given.iter().enumerate().for_each(|(place, (question, value))| {
        answers.apply(&entry(place, question, value));
    });
    read(&answers)
}

#[test]
fn an_answer_counts_only_while_it_is_on_offer() {
    let north = [("lan", "n"), ("kommun", "n2"), ("flera", "a;b"), ("sedan", "ja")];
    assert_eq!(given(&north), ["n", "n2", "a;b", "ja", ""]);
    let moved = [&north[..], &[("lan", "s")]].concat();
    assert_eq!(given(&moved), ["s", "", "b", "-", "?"], "what is not on offer is kept and not counted");
    let back = [&moved[..], &[("lan", "n")]].concat();
    assert_eq!(given(&back), ["n", "n2", "a;b", "ja", ""], "and counts again");
    assert_eq!(
        given(&[("lan", "n"), ("kommun", "n1"), ("flera", "b;c")])[2],
        "b;c",
        "a column of the list settles it too"
    );
}

#[test]
fn where_nothing_is_on_offer_nothing_is_asked() {
    assert_eq!(given(&[]), ["", "?", "", "?", "?"]);
    assert_eq!(given(&[("lan", "x")])[1], "-");
    assert_eq!(given(&[("lan", "x"), ("kommun", "n1")]), ["x", "-", "", "?", "-"]);
}

proptest! {
    #[test]
    fn a_tally_that_follows_counts_as_one_that_counts_anew(acts in prop::collection::vec((0..5usize, 0..8usize), 0..12)) {
        let mut answers = answers();
        let mut tally = Tally::new(&answers, &[]);
        for (place, (question, value)) in acts.into_iter().enumerate() {
            let value = match question {
                0 => ["n", "s", "x", ""][value % 4],
                1 => ["n1", "n2", "s1", ""][value % 4],
                2 => ["", "a", "b", "c", "a;b", "a;c", "b;c", "a;b;c"][value],
                _ => ["ja", "nej", "", "delvis"][value % 4],
            };
            let change = answers.apply(&entry(place, QUESTIONS[question], value));
            tally.follow(&answers, change);
        }
        let anew = Tally::new(&answers, &[]);
        for place in answers.protocol().questions.keys() {
            prop_assert_eq!(tally.total(place), anew.total(place));
        }
    }
}
