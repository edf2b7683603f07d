//! Codings are compared as they stood before their coders could see each other's.

use super::fixture::{act, answer, fold, in_round};
use super::*;
use crate::study::index::QuestionIx;

fn second(line: Entry<'static>) -> Entry<'static> {
    in_round(Round::Second, line)
}

/// The codings of a case: coder, round and the answer to the first question.
fn codings(lines: &[Entry<'static>]) -> Vec<(String, Round, String)> {
    let answers = fold(lines);
    let codings = answers.codings(ASSIGNED, Round::Second);
    let said = |coding: &crate::study::answers::coding::Coding<'_>| answers.text(coding.cells[BESLUT].value).to_owned();
    codings.iter().map(|coding| (coding.coder.to_owned(), coding.round, said(coding))).collect()
}

/// A first coding by anna and a second by bo, both finished.
fn both() -> Vec<Entry<'static>> {
    vec![
        answer(1, "anna", ASSIGNED, BESLUT, "ja"),
        act(2, Op::Done, "anna", ASSIGNED, "yes"),
        second(answer(3, "bo", ASSIGNED, BESLUT, "nej")),
        second(act(4, Op::Done, "bo", ASSIGNED, "yes")),
    ]
}

fn said(coder: &str, round: Round, answer: &str) -> (String, Round, String) {
    (coder.to_owned(), round, answer.to_owned())
}

#[test]
fn both_must_have_finished() {
    let lines = both();
    assert_eq!(codings(&lines), [said("anna", Round::First, "ja"), said("bo", Round::Second, "nej")]);
    assert_eq!(codings(&lines[..3]), []);
    assert_eq!(codings(&[&lines[..1], &lines[2..]].concat()), []);
    assert_eq!(codings(&[lines, vec![act(5, Op::Drop, "anna", ASSIGNED, "no file")]].concat()), []);
}

#[test]
fn nothing_is_compared_before_the_first_coding_is_finished() {
    let mut lines = both();
    let cia = [(5, Op::Answer, "framgar_ej"), (6, Op::Done, "yes")];
    lines.extend(cia.map(|(seq, op, value)| {
        second(match op {
            Op::Answer => answer(seq, "cia", ASSIGNED, BESLUT, value),
            _ => act(seq, op, "cia", ASSIGNED, value),
        })
    }));
    let first_done = lines.remove(1);
    assert_eq!(codings(&lines), [], "bo and cia have finished, anna has not");
    lines.push(second(answer(7, "bo", ASSIGNED, BESLUT, "ja")));
    lines.push(Entry { seq: 8, ..first_done });
    let said: Vec<String> = codings(&lines).into_iter().map(|(_, _, said)| said).collect();
    assert_eq!(said, ["ja", "ja", "framgar_ej"], "till then bo could see nobody's");
}

#[test]
fn what_is_changed_after_both_had_finished_moves_nothing() {
    let was = codings(&both());
    let more = [
        answer(5, "anna", ASSIGNED, BESLUT, "nej"),
        second(answer(6, "bo", ASSIGNED, BESLUT, "ja")),
        in_round(Round::Consensus, answer(7, "anna", ASSIGNED, BESLUT, "framgar_ej")),
        act(8, Op::Done, "anna", ASSIGNED, ""),
    ];
    for n in 0..=more.len() {
        assert_eq!(codings(&[both(), more[..n].to_vec()].concat()), was, "after {n} more lines");
    }
}

#[test]
fn what_is_changed_before_the_other_has_finished_counts() {
    let mut lines = both();
    lines.insert(2, answer(2, "anna", ASSIGNED, BESLUT, "framgar_ej"));
    assert_eq!(codings(&lines)[0], said("anna", Round::First, "framgar_ej"));
    let reopened = [
        answer(1, "anna", ASSIGNED, BESLUT, "ja"),
        act(2, Op::Done, "anna", ASSIGNED, "yes"),
        act(3, Op::Done, "anna", ASSIGNED, ""),
        second(answer(3, "bo", ASSIGNED, BESLUT, "nej")),
        second(act(4, Op::Done, "bo", ASSIGNED, "yes")),
        answer(5, "anna", ASSIGNED, BESLUT, "nej"),
    ];
    assert_eq!(codings(&reopened), [], "anna has opened it again before bo was done");
    let again = act(6, Op::Done, "anna", ASSIGNED, "yes");
    let said = codings(&[reopened.to_vec(), vec![again]].concat());
    assert_eq!(said[0].2, "nej", "as it stood when both had finished");
}

#[test]
fn who_sat_beside_the_first_coder_has_no_second_coding() {
    let mut lines = both();
    let with = Entry { with: "Bo".into(), ..lines[0].clone() };
    lines[0] = line(with);
    assert_eq!(codings(&lines), []);
    assert!(!fold(&lines[..3]).is_due_blind("bo", Round::Second, ASSIGNED));
    assert!(fold(&both()[..3]).is_due_blind("bo", Round::Second, ASSIGNED), "bo alone has begun it");
}

#[test]
fn who_dropped_the_case_and_took_that_back_has_seen_it() {
    let mut lines = both();
    lines.insert(2, second(act(3, Op::Drop, "bo", ASSIGNED, "no file")));
    assert_eq!(codings(&lines), [], "nor has who left it dropped a coding");
    lines.insert(3, second(act(3, Op::Drop, "bo", ASSIGNED, "")));
    assert_eq!(codings(&lines), []);
}

#[test]
fn a_case_that_was_handed_over_is_one_first_coding() {
    let mut lines = both();
    let taken = [
        act(2, Op::Take, "cia", ASSIGNED, "ill"),
        answer(3, "cia", ASSIGNED, PLAN, "delvis"),
        act(3, Op::Done, "cia", ASSIGNED, "yes"),
    ];
    lines.retain(|line| !(line.op == Op::Done && line.coder == "anna"));
    lines.extend(taken);
    let answers = fold(&lines);
    let codings = answers.codings(ASSIGNED, Round::Second);
    assert_eq!(codings.iter().map(|coding| coding.coder).collect::<Vec<_>>(), ["cia", "bo"]);
    let said = |question: QuestionIx| answers.text(codings[0].cells[question].value);
    assert_eq!((said(BESLUT), said(PLAN)), ("ja", "delvis"));
}

#[test]
fn who_takes_a_case_over_when_both_have_finished_coded_nothing_that_is_compared() {
    for taker in ["bo", "cia"] {
        let more = [
            act(5, Op::Take, taker, ASSIGNED, "ill"),
            answer(6, taker, ASSIGNED, BESLUT, "framgar_ej"),
            act(7, Op::Done, taker, ASSIGNED, "yes"),
        ];
        assert_eq!(codings(&[both(), more.to_vec()].concat()), codings(&both()), "{taker}");
    }
}

#[test]
fn a_first_coding_that_the_second_coder_has_finished_is_not_compared_with_that_coders_own() {
    let mut lines = both();
    lines.retain(|line| !(line.op == Op::Done && line.coder == "anna"));
    lines.extend([act(5, Op::Take, "bo", ASSIGNED, "ill"), act(6, Op::Done, "bo", ASSIGNED, "yes")]);
    assert_eq!(codings(&lines), [], "bo has seen anna's answers and finished them");
}

#[test]
fn conditions_are_judged_on_the_coders_own_answers() {
    let mut lines = both();
    lines.insert(1, answer(1, "anna", ASSIGNED, PLAN, "ja"));
    lines.insert(4, second(answer(3, "bo", ASSIGNED, PLAN, "ja")));
    let answers = fold(&lines);
    let standing =
        answers.codings(ASSIGNED, Round::Second).iter().map(|own| own.cells[PLAN].status).collect::<Vec<_>>();
    assert_eq!(standing, [Answered, NotAsked], "bo said that there is no decision");
}

#[test]
fn each_of_three_counts_as_it_stood_before_seeing_any_other() {
    let mut lines = both();
    lines.extend([
        answer(5, "anna", ASSIGNED, BESLUT, "nej"),
        second(answer(6, "cia", ASSIGNED, BESLUT, "framgar_ej")),
        second(act(7, Op::Done, "cia", ASSIGNED, "yes")),
    ]);
    let said: Vec<String> = codings(&lines).into_iter().map(|(_, _, said)| said).collect();
    assert_eq!(said, ["ja", "nej", "framgar_ej"]);
}
