use super::*;
use crate::study::answers::tests::fixture::{
    ASSIGNED, BESLUT, FREE, KONTAKTER, PLAN, act, answer, entries, fold, in_round, line, written,
};
use crate::study::answers::undo::Stacks;
use crate::study::index::QuestionIx;
use crate::study::ledger::entry::{Entry, Round};
use proptest::prelude::*;

/// A comment on the decision of the assigned case.
fn note(seq: u64, text: &'static str) -> Entry<'static> {
    line(Entry { question: "beslut".into(), ..act(seq, Op::Note, "anna", ASSIGNED, text) })
}

/// Every change since the fourth line: question, what it was and is, and why.
fn told(lines: &[Entry<'static>]) -> Vec<(QuestionIx, String, String, String)> {
    let answers = fold(lines);
    let text = |number| answers.text(number).to_owned();
    let all = answers.revisions(4).into_iter();
    all.map(|one| (one.question, text(one.was), text(one.is), text(one.reason))).collect()
}

fn one(was: &str, is: &str, reason: &str) -> Vec<(QuestionIx, String, String, String)> {
    vec![(BESLUT, was.to_owned(), is.to_owned(), reason.to_owned())]
}

#[test]
fn an_answer_is_changed_where_another_stood_and_its_reason_is_written_after_that() {
    let mut lines = vec![answer(1, "anna", ASSIGNED, BESLUT, "ja"), note(2, "oklart")];
    assert_eq!(told(&lines), []);
    lines.push(answer(5, "anna", ASSIGNED, BESLUT, "nej"));
    assert_eq!(told(&lines), one("ja", "nej", ""), "what was said before is no reason");
    lines.push(note(6, "enheten visade beslutet"));
    assert_eq!(told(&lines), one("ja", "nej", "enheten visade beslutet"));
    lines.push(answer(7, "anna", ASSIGNED, BESLUT, "nej"));
    assert_eq!(told(&lines), one("ja", "nej", "enheten visade beslutet"), "confirming changes nothing");
    lines.push(answer(8, "anna", ASSIGNED, BESLUT, "framgar_ej"));
    assert_eq!(told(&lines), one("ja", "framgar_ej", ""), "another change wants another reason");
    lines.push(answer(9, "anna", ASSIGNED, BESLUT, "ja"));
    assert_eq!(told(&lines), []);
}

#[test]
fn a_change_that_is_undone_is_none_and_done_again_it_has_its_reason() {
    let change = line(Entry { was: "ja".into(), ..answer(5, "anna", ASSIGNED, BESLUT, "nej") });
    let mut lines = vec![answer(1, "anna", ASSIGNED, BESLUT, "ja"), change];
    lines.push(note(6, "därför"));
    let mut step = |seq, undo: bool| {
        let answers = fold(&lines);
        let stacks = Stacks::of(&answers, "anna", Round::First);
        let draft = if undo { stacks.undo(&answers) } else { stacks.redo(&answers) };
        lines.push(written(seq, "anna", draft.unwrap()));
        told(&lines)
    };
    assert_eq!(step(7, true), one("ja", "nej", ""), "the comment is taken back");
    assert_eq!(step(8, true), []);
    assert_eq!(step(9, false), one("ja", "nej", ""));
    assert_eq!(step(10, false), one("ja", "nej", "därför"));
}

#[test]
fn what_was_empty_counts_and_blind_rounds_and_dropped_cases_do_not() {
    let first = answer(5, "anna", ASSIGNED, BESLUT, "ja");
    assert_eq!(told(std::slice::from_ref(&first)), one("", "ja", ""));
    assert_eq!(told(&[in_round(Round::Second, first.clone())]), []);
    assert_eq!(told(&[first, act(6, Op::Drop, "anna", ASSIGNED, "sekretess")]), []);
}

#[test]
fn a_new_owner_changes_an_answer_by_giving_another() {
    let mut lines = vec![answer(1, "anna", FREE, PLAN, "ja"), act(5, Op::Take, "bo", FREE, "ill")];
    assert_eq!(told(&lines), []);
    lines.push(answer(6, "bo", FREE, PLAN, "nej"));
    lines.push(answer(7, "bo", FREE, KONTAKTER, "a"));
    let places: Vec<QuestionIx> = told(&lines).into_iter().map(|(question, ..)| question).collect();
    assert_eq!(places, [PLAN, KONTAKTER]);
}

#[test]
fn a_hand_over_alone_changes_an_answer_and_what_was_written_before_is_no_reason_for_it() {
    let mut lines = vec![
        answer(1, "anna", ASSIGNED, BESLUT, "ja"),
        answer(2, "bo", ASSIGNED, BESLUT, "nej"),
        note(3, "oklart"),
        act(5, Op::Take, "bo", ASSIGNED, "ill"),
    ];
    assert_eq!(told(&lines), one("ja", "nej", ""));
    lines.push(note(6, "bo hade rätt"));
    assert_eq!(told(&lines), one("ja", "nej", "bo hade rätt"));
}

proptest! {
    /// What stood at a line is what the lines up to it give, whatever came after.
    #[test]
    fn a_change_is_the_difference_between_two_folds(lines in entries(), seq in 0u64..12) {
        let until: Vec<_> = lines.iter().filter(|line| line.seq <= seq).cloned().collect();
        let [before, after] = [fold(&until), fold(&lines)];
        let text = |answers: &Answers, case, question| {
            let line = answers.of_record(Op::Answer, case, Some(question));
            line.map_or_else(String::new, |line| answers.text(line.value).to_owned())
        };
        let questions = after.protocol().questions.len();
        for case in 0..after.cases().cases.len() {
            for question in 0..questions {
                let found = after.revision(case.into(), question.into(), seq);
                let found = found.map(|one| (after.text(one.was).to_owned(), after.text(one.is).to_owned()));
                let (was, is) = (text(&before, case.into(), question.into()), text(&after, case.into(), question.into()));
                let expected = (was != is && after.dropped(case.into()).is_none()).then_some((was, is));
                prop_assert_eq!(&found, &expected);
                let is_listed = after.revisions(seq).iter().any(|one| (one.case, one.question) == (case.into(), question.into()));
                prop_assert_eq!(is_listed, expected.is_some());
            }
        }
    }
}
