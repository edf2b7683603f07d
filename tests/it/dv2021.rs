//! The shipped protocol of 2021 against the answers of its study.
#![allow(clippy::unwrap_used, reason = "test helper")]

use aktkoll::exchange::answer_import::{Said, read_answers};
use aktkoll::study::case::CaseList;
use aktkoll::study::index::{CaseIx, QuestionIx};
use aktkoll::study::protocol::filter::{Seen, Subject, Truth};
use aktkoll::study::protocol::{Per, Protocol, shipped};
use std::collections::HashMap;

const CASES: &[u8] = include_bytes!("../data/dv2021/cases.csv");
const ANSWERS: &[u8] = include_bytes!("../data/dv2021/answers.csv");
const QUESTIONS: &str = include_str!("../data/dv2021/questions.csv");

/// One case of the study, its conditions settled in the order of the questions.
struct ParsedAnswers<'a> {
    cases: &'a CaseList,
    case: CaseIx,
    seen: Vec<Seen<'a>>,
}

impl Subject for ParsedAnswers<'_> {
    fn question(&self, place: QuestionIx) -> Seen<'_> {
        self.seen.get(usize::from(place)).copied().unwrap_or(Seen::Unanswered)
    }
    fn column(&self, place: usize) -> &str {
        self.cases.value(self.case, place)
    }
}

fn study() -> (Protocol, CaseList) {
    let (_, text) = shipped().iter().find(|(id, _)| *id == "dv2021").unwrap();
    let protocol = Protocol::load("dv2021.toml", text).unwrap();
    let (cases, matched) = CaseList::read("cases.csv", CASES, &protocol).unwrap();
    assert_eq!(matched.others, ["unit_name"]);
    (protocol, cases)
}

#[test]
fn the_protocol_has_the_53_questions_of_the_study_with_their_answers() {
    let (protocol, _) = study();
    assert_eq!(protocol.questions.len(), 53);
    let mut rows = QUESTIONS.lines();
    rows.next();
    for (row, question) in rows.zip(&protocol.questions) {
        assert_eq!(row.split(',').next(), Some(question.id.as_str()));
        let ids: Vec<&str> = question.choices().iter().map(|choice| choice.id.as_str()).collect();
        let options = row.split(',').find(|cell| cell.contains(';') && !cell.contains(' ') || cell.contains("år;"));
        for option in options.into_iter().flat_map(|options| options.split(';')) {
            assert!(ids.contains(&option), "{} lacks {option}", question.id);
        }
    }
    let per_unit = protocol.questions.iter().filter(|question| question.per == Per::Unit);
    assert!(per_unit.clone().all(|question| question.id.starts_with("enh_")));
    assert_eq!(per_unit.count(), 3);
}

#[test]
fn every_answer_of_the_study_is_accepted_and_none_is_missing_or_out_of_place() {
    let (protocol, cases) = study();
    let answers = read_answers("answers.csv", ANSWERS, &Said::default(), &protocol, &cases).unwrap().answers;
    assert_eq!((cases.files().len(), cases.entries().len(), answers.len()), (80, 8, 2914));
    let given: HashMap<(&str, &str), &str> =
        answers.iter().map(|row| ((row.case_id.as_str(), row.question.as_str()), row.answer.as_str())).collect();
    for (place, case) in cases.files().zip(&cases.cases) {
        let mut coded = ParsedAnswers { cases: &cases, case: place, seen: Vec::new() };
        for question in &protocol.questions {
            let answer = given.get(&(case.id.as_str(), question.id.as_str())).copied();
            let asked = question.when.judge(&coded);
            let at = format!("{} {}: {answer:?}, {asked:?}", case.id, question.id);
            match asked {
                Truth::True if question.optional || question.per == Per::Unit => {}
                Truth::True => assert!(answer.is_some(), "{at}"),
                Truth::False => assert!(answer.is_none(), "{at}"),
                Truth::Unknown => panic!("{at}"),
            }
            coded.seen.push(match (asked, answer) {
                (Truth::False, _) => Seen::Masked,
                (_, Some(answer)) => Seen::Answer(answer),
                (_, None) => Seen::Unanswered,
            });
        }
        let odd: Vec<&str> = protocol
            .checks
            .iter()
            .filter(|check| check.when.matches(&coded))
            .map(|check| check.message.as_str())
            .collect();
        assert!(odd.iter().all(|message| message.starts_with("SIP")), "{}: {odd:?}", case.id);
    }
}

#[test]
fn what_is_written_as_an_answer_stays_as_it_was_coded() {
    let (protocol, cases) = study();
    let answers = read_answers("answers.csv", ANSWERS, &Said::default(), &protocol, &cases).unwrap().answers;
    let text = std::str::from_utf8(ANSWERS).unwrap();
    for (row, line) in answers.iter().zip(text.lines().skip(1)) {
        assert_eq!(format!("{},{},{}", row.case_id, row.question, row.answer), line);
    }
}
