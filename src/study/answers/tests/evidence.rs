//! Where an answer was found follows the answer that counts.

use super::fixture::{FOUND, act, answer, fold, found, in_round};
use super::*;
use crate::study::ledger::evidence::Evidence;

const RECORD: Perspective<'_> = Perspective::Record;
const PLACE: (CaseIx, QuestionIx) = (ASSIGNED, BESLUT);

/// The items of what is found.
fn items(answers: &Answers, perspective: Perspective<'_>, (case, question): (CaseIx, QuestionIx)) -> Vec<String> {
    answers.evidence(perspective, case, question).iter().map(Evidence::item).collect()
}

#[test]
fn it_is_of_an_answer_alone() {
    let mut lines = vec![found(1, "anna", PLACE, "plan:3-3", FOUND), found(2, "anna", PLACE, "journal:1-2", FOUND)];
    assert_eq!(items(&fold(&lines), RECORD, PLACE), [""; 0], "nothing is answered");
    lines.push(answer(3, "anna", ASSIGNED, BESLUT, "ja"));
    assert_eq!(items(&fold(&lines), RECORD, PLACE), ["journal:1-2", "plan:3-3"]);
    lines.push(found(4, "anna", PLACE, "plan:3-3", ""));
    assert_eq!(items(&fold(&lines), RECORD, PLACE), ["journal:1-2"], "taken back");
    lines.push(answer(5, "anna", ASSIGNED, BESLUT, ""));
    assert_eq!(items(&fold(&lines), RECORD, PLACE), [""; 0], "unanswered again");
}

#[test]
fn it_is_of_the_coder_and_the_round_of_the_answer() {
    let (second, both) = (Perspective::Own("bo", Round::Second), Round::Consensus);
    let mut lines = vec![
        found(1, "anna", PLACE, "journal:1-2", FOUND),
        answer(2, "anna", ASSIGNED, BESLUT, "ja"),
        in_round(Round::Second, found(3, "bo", PLACE, "journal:7-9", FOUND)),
        in_round(Round::Second, answer(4, "bo", ASSIGNED, BESLUT, "nej")),
        found(5, "bo", PLACE, "journal:4-4", FOUND),
    ];
    let answers = fold(&lines);
    assert_eq!(items(&answers, RECORD, PLACE), ["journal:1-2"]);
    assert_eq!(items(&answers, second, PLACE), ["journal:7-9"]);
    lines.push(in_round(both, found(6, "bo", PLACE, "plan:3-3", FOUND)));
    lines.push(in_round(both, answer(7, "bo", ASSIGNED, BESLUT, "nej")));
    assert_eq!(items(&fold(&lines), RECORD, PLACE), ["plan:3-3"]);
    lines.push(in_round(both, found(8, "cia", PLACE, "plan:3-3", "")));
    assert_eq!(items(&fold(&lines), RECORD, PLACE), [""; 0], "of all what was settled, the newest counts");
    lines.push(act(9, Op::Take, "cia", ASSIGNED, "ill"));
    lines.push(in_round(both, answer(10, "cia", ASSIGNED, BESLUT, "")));
    assert_eq!(items(&fold(&lines), RECORD, PLACE), ["journal:1-2"], "anna's answer counts until cia gives one");
}

#[test]
fn what_cannot_be_read_is_a_stray() {
    let answered = answer(9, "anna", ASSIGNED, BESLUT, "ja");
    for (item, value, is_stray) in [
        ("journal:1-2", FOUND, false),
        ("journal:1-2", "", false),
        ("journal:2-1", FOUND, true),
        ("journal:1-2", "yes", true),
        ("", FOUND, true),
    ] {
        let answers = fold(&[found(1, "anna", PLACE, item, value), answered.clone()]);
        assert_eq!(
            (answers.strays().count(), answers.outdated().count()),
            (usize::from(is_stray), 0),
            "{item} {value}"
        );
    }
    let whole = Entry { question: "".into(), ..found(1, "anna", PLACE, "journal:1-2", FOUND) };
    assert_eq!(fold(&[whole]).strays().count(), 1, "it is of no question");
}

#[test]
fn it_is_taken_back_line_by_line() {
    let mut lines = vec![
        Entry { was: "".into(), ..found(1, "anna", PLACE, "journal:1-2", FOUND) },
        Entry { was: "".into(), ..answer(2, "anna", ASSIGNED, BESLUT, "ja") },
    ];
    let mut told = Vec::new();
    for (seq, redo) in [(3, false), (4, false), (5, true), (6, true)] {
        let answers = fold(&lines);
        let stacks = Stacks::of(&answers, "anna", Round::First);
        let draft = if redo { stacks.redo(&answers) } else { stacks.undo(&answers) }.unwrap();
        lines.push(written(seq, "anna", draft));
        let answers = fold(&lines);
        let given = of_record(&answers, ASSIGNED, BESLUT).map(|(_, value)| value.to_owned());
        told.push((lines.last().unwrap().op, given, items(&answers, RECORD, PLACE).len()));
    }
    let none = Some(String::new());
    let all = [
        (Op::Answer, none.clone(), 0),
        (Op::Evidence, none.clone(), 0),
        (Op::Evidence, none, 0),
        (Op::Answer, Some("ja".to_owned()), 1),
    ];
    assert_eq!(told, all);
}

#[test]
fn it_is_of_the_answer_that_it_was_written_with_and_of_no_other() {
    let begin = [found(1, "anna", PLACE, "journal:1-2", FOUND), answer(2, "anna", ASSIGNED, BESLUT, "ja")];
    let then = |lines: &[(u64, &'static str)]| {
        let more = lines.iter().map(|(seq, value)| answer(*seq, "anna", ASSIGNED, BESLUT, value));
        items(&fold(&begin.iter().cloned().chain(more).collect::<Vec<_>>()), RECORD, PLACE)
    };
    assert_eq!(then(&[(3, "nej")]), [""; 0], "another answer");
    assert_eq!(then(&[(3, ""), (4, "nej")]), [""; 0], "taken back, and another");
    assert_eq!(then(&[(3, "nej"), (4, "ja")]), ["journal:1-2"], "the same again");
    let torn = Entry { segment: 2, ..answer(2, "anna", ASSIGNED, BESLUT, "nej") };
    assert_eq!(items(&fold(&[begin[0].clone(), torn]), RECORD, PLACE), [""; 0], "its answer was never written");
}

#[test]
fn of_an_answer_with_several_choices_it_stays_while_they_stay() {
    let place = (ASSIGNED, KONTAKTER);
    let given = |seq, value| answer(seq, "anna", ASSIGNED, KONTAKTER, value);
    let asked = [answer(1, "anna", ASSIGNED, BESLUT, "ja"), answer(2, "anna", ASSIGNED, PLAN, "ja")];
    let lines =
        |last| asked.iter().cloned().chain([found(3, "anna", place, "plan:1-1", FOUND), given(4, "a"), given(5, last)]);
    assert_eq!(items(&fold(&lines("a;b").collect::<Vec<_>>()), RECORD, place), ["plan:1-1"]);
    assert_eq!(items(&fold(&lines("b").collect::<Vec<_>>()), RECORD, place), [""; 0]);
}
