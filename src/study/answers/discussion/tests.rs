//! Marks raise a discussion, lines follow, and a later mark ends it, whatever order the lines arrive in.

use super::*;
use crate::study::answers::tests::fixture::{ASSIGNED, BESLUT, FREE, PLAN, act, answer, fold, in_round, line, written};
use crate::study::answers::undo::Stacks;
use crate::study::ledger::entry::Entry;

fn flag(seq: u64, coder: &'static str, item: &'static str, value: &'static str) -> Entry<'static> {
    line(Entry { question: "plan".into(), item: item.into(), ..act(seq, Op::Flag, coder, FREE, value) })
}

fn reply(seq: u64, coder: &'static str, item: &'static str, text: &'static str) -> Entry<'static> {
    line(Entry { question: "plan".into(), item: item.into(), ..act(seq, Op::Note, coder, FREE, text) })
}

/// What is said on the plan: who raised it, what was written, who ended it.
fn said(answers: &Answers) -> (Vec<&str>, Vec<&str>, Option<&str>) {
    let coder = |line: &&Record| answers.coder_name(line.slot.coder);
    answers.discussion(Perspective::Record, FREE, PLAN).map_or_else(Default::default, |found| {
        let replies = found.replies.iter().map(|reply| answers.text(reply.value)).collect();
        (found.raised.iter().map(coder).collect(), replies, found.settled.as_ref().map(coder))
    })
}

fn thread() -> Vec<Entry<'static>> {
    vec![
        flag(1, "bo", DISCUSS, "yes"),
        reply(2, "bo", "discuss|bo-2", "Räknas ett utkast?"),
        reply(3, "anna", "discuss|anna-3", "Nej."),
        reply(4, "bo", "discuss|bo-4", "Då skriver vi det."),
    ]
}

#[test]
fn marks_of_several_raise_the_same_discussion_and_its_lines_stand_oldest_first() {
    let mut lines = thread();
    lines.push(flag(5, "anna", DISCUSS, "yes"));
    let forwards = fold(&lines);
    let all = (vec!["bo", "anna"], vec!["Räknas ett utkast?", "Nej.", "Då skriver vi det."], None);
    assert_eq!(said(&forwards), all);
    lines.reverse();
    assert_eq!(said(&fold(&lines)), all, "in whatever order they arrive");
    assert_eq!(forwards.discussions(Perspective::Record, FREE).len(), 1);
    assert!(forwards.discussions(Perspective::Record, ASSIGNED).is_empty());
}

#[test]
fn an_ended_discussion_shows_no_mark_until_somebody_raises_it_anew() {
    let shown =
        |answers: &Answers| answers.seen(Perspective::Record, FREE).filter(|line| line.slot.op == Op::Flag).count();
    let mut lines = thread();
    lines.push(flag(5, "anna", SETTLED, "yes"));
    let ended = fold(&lines);
    let (raised, replies, settled) = said(&ended);
    assert_eq!((raised.len(), replies.len(), settled), (0, 3, Some("anna")));
    assert_eq!(shown(&ended), 0);
    assert!(!ended.has_flagged("bo", Round::First, FREE, Some(PLAN), DISCUSS));
    lines.push(line(Entry { was: "yes".into(), ..flag(6, "bo", DISCUSS, "yes") }));
    let again = fold(&lines);
    assert_eq!((said(&again).0, shown(&again)), (vec!["bo"], 1));
    assert!(again.has_flagged("bo", Round::First, FREE, Some(PLAN), DISCUSS));
}

#[test]
fn an_end_that_is_taken_back_leaves_the_discussion_open() {
    let mut lines = thread();
    lines.push(flag(5, "bo", SETTLED, "yes"));
    let answers = fold(&lines);
    let undo = Stacks::of(&answers, "bo", Round::First).undo(&answers).unwrap();
    lines.push(written(6, "bo", undo));
    assert_eq!(said(&fold(&lines)).0, ["bo"]);
}

#[test]
fn what_is_said_of_a_colleagues_case_can_be_taken_back_as_it_was_said() {
    let mut lines = vec![answer(1, "anna", FREE, BESLUT, "ja")];
    lines.extend([flag(2, "bo", DISCUSS, "yes"), reply(3, "bo", "discuss|bo-3", "Säker?")]);
    for seq in 4..=5 {
        let answers = fold(&lines);
        let undo = Stacks::of(&answers, "bo", Round::First).undo(&answers).unwrap();
        lines.push(written(seq, "bo", undo));
    }
    assert_eq!(said(&fold(&lines)), (vec![], vec![], None));
}

#[test]
fn a_mark_of_a_blind_round_is_ones_own_and_no_mark_of_another_ends_it() {
    let blind = in_round(Round::Second, flag(1, "bo", DISCUSS, "yes"));
    let answers = fold(&[blind, flag(2, "anna", SETTLED, "yes"), flag(3, "cia", DISCUSS, "yes")]);
    let raised = |perspective| -> Vec<usize> {
        answers.discussions(perspective, FREE).iter().map(|found| found.raised.len()).collect()
    };
    assert_eq!(raised(Perspective::Own("bo", Round::Second)), [1]);
    assert_eq!(said(&answers).0, ["cia"], "nor does it show to the others");
}

#[test]
fn only_a_comment_of_those_who_code_a_case_gives_the_reason_of_an_answer() {
    let note = |seq, coder, item: &'static str| {
        let at = Entry { question: "beslut".into(), item: item.into(), ..act(seq, Op::Note, coder, FREE, "för att") };
        line(at)
    };
    let answered = answer(1, "anna", FREE, BESLUT, "ja");
    for (comment, counts) in [
        (note(2, "anna", ""), true),
        (note(2, "bo", ""), false),
        (note(2, "anna", "discuss|anna-2"), false),
        (in_round(Round::Consensus, note(2, "bo", "")), true),
    ] {
        let answers = fold(&[answered.clone(), comment.clone()]);
        let line = answers.record_of(&comment).unwrap();
        assert_eq!(answers.is_reason(line), counts, "{comment:?}");
    }
}
