use super::*;
use crate::base::language::{Lang, Words};
use crate::study::answers::case_view::CellStatus;
use crate::study::answers::tests::fixture::{ASSIGNED, BESLUT, FREE, PLAN, act, answer, fold, in_round, line};
use crate::study::index::{CaseIx, QuestionIx};
use crate::study::ledger::entry::Entry;

/// Anna's codings of two cases, and bo's draw of both.
fn drawn() -> Vec<Entry<'static>> {
    let spot = |line| in_round(Round::Spot, line);
    vec![
        answer(1, "anna", ASSIGNED, BESLUT, "ja"),
        answer(2, "anna", ASSIGNED, PLAN, "delvis"),
        line(Entry { question: "plan".into(), ..act(3, Op::Note, "anna", ASSIGNED, "ingen tid angiven") }),
        act(4, Op::Done, "anna", ASSIGNED, "yes"),
        answer(5, "anna", FREE, BESLUT, "ja"),
        answer(6, "anna", FREE, PLAN, "ja"),
        act(7, Op::Done, "anna", FREE, "yes"),
        spot(act(8, Op::Take, "bo", ASSIGNED, "17")),
        spot(act(9, Op::Take, "bo", FREE, "17")),
    ]
}

/// What bo answers about a case, and that it is finished.
fn coded(coder: &'static str, case: CaseIx, said: &[(QuestionIx, &'static str)]) -> Vec<Entry<'static>> {
    let answers = said.iter().zip(20..).map(|((question, value), seq)| answer(seq, coder, case, *question, value));
    answers.chain([act(50, Op::Done, coder, case, "yes")]).map(|line| in_round(Round::Spot, line)).collect()
}

fn study(more: &[Vec<Entry<'static>>]) -> Study {
    Study::new("T".to_owned(), fold(&[drawn(), more.concat()].concat()))
}

fn text(study: &Study, coder: &str) -> Vec<String> {
    let outcome = Outcome::of(study, coder).unwrap();
    outcome.lines(study, &Words::new(Lang::Sv), 80).into_iter().map(|(_, line)| line).collect()
}

#[test]
fn nothing_is_told_of_a_case_before_it_is_finished() {
    let mut begun = coded("bo", ASSIGNED, &[(BESLUT, "nej")]);
    begun.pop();
    let study = study(&[begun]);
    assert_eq!(text(&study, "bo"), ["Det finns inga svar att jämföra än.", "2 av 2 ärenden är kvar att koda."]);
    assert_eq!(Outcome::of(&study, "anna"), None);
}

#[test]
fn both_answers_and_comments_stand_where_they_differ() {
    let study = study(&[
        coded("bo", ASSIGNED, &[(BESLUT, "ja"), (PLAN, "nej")]),
        coded("bo", FREE, &[(BESLUT, "nej")]),
        coded("cia", FREE, &[(BESLUT, "ja"), (PLAN, "ja")]),
        vec![in_round(Round::Spot, act(10, Op::Take, "cia", FREE, "30"))],
    ]);
    assert_eq!(Outcome::of(&study, "cia").unwrap().alike, PercentAgreement { alike: 2, of: 2 });
    let outcome = Outcome::of(&study, "bo").unwrap();
    assert_eq!((outcome.alike, outcome.compared), (PercentAgreement { alike: 1, of: 4 }, 2), "cia's check is cia's");
    assert_eq!(
        outcome.applies,
        PercentAgreement { alike: 3, of: 4 },
        "to bo the plan of the second case is not asked for"
    );
    assert_eq!(outcome.answers, PercentAgreement { alike: 1, of: 3 });
    let places: Vec<_> = outcome.differences.iter().map(|one| (one.case, one.question)).collect();
    assert_eq!(places, [(ASSIGNED, PLAN), (FREE, BESLUT), (FREE, PLAN)]);
    assert_eq!(outcome.differences[2].spot.cell.status, CellStatus::NotAsked);
    assert_eq!(outcome.json(&study)["differences"][0]["first"]["note"], "ingen tid angiven");
    insta::assert_snapshot!(text(&study, "bo").join("\n"));
}

#[test]
fn a_retest_says_how_long_ago_one_answered() {
    let again = |line: Entry<'static>| Entry { ts: "2026-03-23T10:00:00.000Z".into(), ..line };
    let lines = coded("anna", ASSIGNED, &[(BESLUT, "nej")]).into_iter().map(again).map(line).collect();
    let take = in_round(Round::Spot, act(10, Op::Take, "anna", ASSIGNED, "20"));
    let study = study(&[vec![take], lines]);
    assert_eq!(Outcome::of(&study, "anna").unwrap().differences[0].days, Some(21));
    let shown = text(&study, "anna").join("\n");
    assert!(
        shown.contains("du själv, 3 veckor tidigare  Ja\n") && shown.contains("du                           Nej"),
        "{shown}"
    );
}

#[test]
fn a_case_that_cannot_be_reviewed_is_told_and_not_compared() {
    let dropped = in_round(Round::Spot, act(30, Op::Drop, "bo", FREE, "no file"));
    let outcome_of = study(&[coded("bo", ASSIGNED, &[(BESLUT, "ja"), (PLAN, "delvis")]), vec![dropped]]);
    assert_eq!(
        text(&outcome_of, "bo"),
        ["2 av 2 svar lika, 1 ärende", "1 draget ärende kunde inte granskas."],
        "a small base has no percent"
    );
}
