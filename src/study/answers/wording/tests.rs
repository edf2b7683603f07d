use crate::builder::swedish;
use crate::study::answers::Answers;
use crate::study::answers::case_view::Perspective;
use crate::study::answers::effects::Effect;
use crate::study::answers::tests::fixture::{
    ASSIGNED, BESLUT, FREE, NAMN, PLAN, TIMMAR, act, answer, blank, in_round, line, written,
};
use crate::study::answers::undo::Stacks;
use crate::study::index::QuestionIx;
use crate::study::ledger::entry::{Entry, Op, Round};
use crate::study::protocol::Protocol;
use std::sync::Arc;

/// The fixture's protocol as it was before: `plan` asked something else, `beslut` had another choice, and there was a
/// question more.
fn before() -> Protocol {
    let choices = "choices = [{ id = 'ja', label = 'Ja', role = 'yes' }, { id = 'kanske', label = 'Kanske' }]";
    let made = swedish()
        .version("0")
        .question("beslut", "?", choices)
        .question("plan", "Vad?", "na = true\nwhen = { beslut = 'ja' }")
        .question("timmar", "?", "kind = 'number'")
        .question("borta", "?", "scale = 'ja_nej'");
    Protocol::load("before.toml", &made.to_string()).unwrap()
}

/// A line that was written under the version before.
fn then(entry: Entry<'static>) -> Entry<'static> {
    line(Entry { protocol: before().hash.into(), ..entry })
}

/// A line that was written under the version of now.
fn now(entry: Entry<'static>) -> Entry<'static> {
    line(Entry { protocol: blank().protocol().hash.clone().into(), ..entry })
}

fn fold(lines: &[Entry<'static>]) -> Answers {
    let mut answers = blank().with_earlier(Arc::from([before()]));
    for line in lines {
        answers.apply(line);
    }
    answers
}

fn old_text<'a>(answers: &'a Answers, perspective: Perspective<'a>, question: QuestionIx) -> Option<&'a str> {
    let wording = answers.earlier_wording(perspective, ASSIGNED, question)?;
    Some(&wording.protocol.questions[wording.place].text)
}

#[test]
fn an_answer_given_under_another_wording_says_so_until_it_is_given_again() {
    let mut lines = vec![then(answer(1, "anna", ASSIGNED, PLAN, "ja"))];
    assert_eq!(old_text(&fold(&lines), Perspective::Record, PLAN), Some("Vad?"));
    assert_eq!(old_text(&fold(&lines), Perspective::Record, BESLUT), None, "unanswered");
    lines.push(now(answer(2, "anna", ASSIGNED, PLAN, "ja")));
    assert_eq!(old_text(&fold(&lines), Perspective::Record, PLAN), None);
    lines.reverse();
    assert_eq!(old_text(&fold(&lines), Perspective::Record, PLAN), None, "whatever the order of the lines");
}

#[test]
fn an_undo_puts_the_earlier_wording_back_with_the_answer() {
    let other = Entry { was: "ja".into(), ..answer(2, "anna", ASSIGNED, PLAN, "nej") };
    let mut lines = vec![then(answer(1, "anna", ASSIGNED, PLAN, "ja")), now(other)];
    let undoes = |lines: &[Entry<'static>], redo: bool| {
        let answers = fold(lines);
        let stacks = Stacks::of(&answers, "anna", Round::First);
        let draft = if redo { stacks.redo(&answers) } else { stacks.undo(&answers) };
        now(written(lines.len() as u64 + 1, "anna", draft.unwrap()))
    };
    let undo = undoes(&lines, false);
    lines.push(undo);
    assert_eq!(old_text(&fold(&lines), Perspective::Record, PLAN), Some("Vad?"));
    let redo = undoes(&lines, true);
    lines.push(redo);
    assert_eq!(old_text(&fold(&lines), Perspective::Record, PLAN), None);
}

#[test]
fn in_a_blind_round_only_the_own_answer_says_it() {
    let lines = [
        then(answer(1, "anna", ASSIGNED, PLAN, "ja")),
        now(in_round(Round::Second, answer(2, "bo", ASSIGNED, PLAN, "ja"))),
    ];
    let answers = fold(&lines);
    assert_eq!(old_text(&answers, Perspective::Own("bo", Round::Second), PLAN), None);
    assert_eq!(old_text(&answers, Perspective::Record, PLAN), Some("Vad?"));
}

#[test]
fn a_version_that_no_file_is_left_of_says_nothing() {
    let lost = line(Entry { protocol: "0123".into(), ..answer(1, "anna", ASSIGNED, PLAN, "ja") });
    assert_eq!(old_text(&fold(&[lost]), Perspective::Record, PLAN), None);
}

#[test]
fn lines_on_what_an_earlier_version_had_are_no_strays() {
    let known = then(answer(1, "anna", ASSIGNED, 9, "ja"));
    let choice = then(answer(2, "anna", FREE, BESLUT, "kanske"));
    let stray = now(answer(3, "anna", ASSIGNED, BESLUT, "kanske"));
    let answers = fold(&[known, choice, stray]);
    let mut outdated: Vec<u64> = answers.outdated().map(|line| line.seq).collect();
    outdated.sort_unstable();
    assert_eq!(outdated, [1, 2]);
    assert_eq!(answers.strays().map(|line| line.seq).collect::<Vec<_>>(), [3]);
    assert_eq!(answers.emptied().with_earlier(Arc::default()).outdated().count(), 0);
}

#[test]
fn a_comment_on_a_question_that_an_earlier_version_had_is_no_stray() {
    let note =
        |question: &'static str| line(Entry { question: question.into(), ..act(1, Op::Note, "anna", ASSIGNED, "x") });
    let outdated = |entry: Entry<'static>| {
        let answers = fold(&[entry]);
        (answers.outdated().count(), answers.strays().count())
    };
    assert_eq!(outdated(then(note("borta"))), (1, 0));
    assert_eq!(outdated(now(note("borta"))), (0, 1), "it was gone when that was written");
    assert_eq!(outdated(then(note("aldrig"))), (0, 1));
}

/// What becomes of the answers: question, removed, not offered, masked, reworded; then cases with new gaps.
fn effects(lines: &[Entry<'static>]) -> (Vec<(String, [usize; 4])>, usize) {
    let cases = Arc::clone(blank().cases());
    let mut old = Answers::new(Arc::new(before()), cases);
    for line in lines {
        old.apply(line);
    }
    let found = old.effects(&fold(lines));
    let counts = |one: Effect| (one.question, [one.removed, one.not_offered, one.masked, one.reworded]);
    (found.questions.into_iter().map(counts).collect(), found.cases_with_gaps)
}

#[test]
fn what_another_version_makes_of_every_answer_is_counted_once() {
    let of = |question: &str, counts| (question.to_owned(), counts);
    let mut lines = vec![
        then(answer(1, "anna", ASSIGNED, BESLUT, "kanske")),
        then(answer(2, "anna", ASSIGNED, 9, "ja")),
        then(answer(3, "bo", FREE, BESLUT, "ja")),
        then(answer(4, "bo", FREE, PLAN, "nej")),
        then(answer(5, "bo", FREE, TIMMAR, "2")),
    ];
    let all = vec![
        of("beslut", [0, 1, 0, 1]),
        of("plan", [0, 0, 0, 1]),
        of("timmar", [0, 0, 1, 0]),
        of("borta", [1, 0, 0, 0]),
    ];
    assert_eq!(effects(&lines), (all.clone(), 2));
    lines.push(then(in_round(Round::Second, answer(6, "cia", FREE, BESLUT, "kanske"))));
    let (questions, gaps) = effects(&lines);
    assert_eq!(
        (&questions[0], gaps),
        (&of("beslut", [0, 2, 0, 1]), 2),
        "blind answers are told of, their gaps are not"
    );
    lines.push(then(act(7, Op::Drop, "bo", FREE, "sekretess")));
    assert_eq!(effects(&lines).1, 1, "what was dropped is left out");
}

#[test]
fn a_gap_is_new_only_where_a_begun_case_did_not_have_it() {
    let mut lines = vec![then(answer(1, "anna", ASSIGNED, TIMMAR, "2"))];
    assert_eq!(effects(&lines).1, 1, "the name is asked for now");
    lines.push(then(answer(2, "anna", ASSIGNED, NAMN, "Beta")));
    assert_eq!(effects(&lines).1, 0, "that there is no decision was a gap before");
    lines.push(then(answer(3, "anna", ASSIGNED, BESLUT, "kanske")));
    assert_eq!(effects(&lines).1, 1, "an answer that is gone leaves one");
}
