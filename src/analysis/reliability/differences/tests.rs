use super::*;
use crate::analysis::reliability::tests::coded;
use crate::study::answers::Answers;
use crate::study::answers::discussion::SETTLED;
use crate::study::answers::tests::fixture::{
    ASSIGNED, BESLUT, CASES, FREE, KONTAKTER, PLAN, STUDY, TIMMAR, act, answer, blank_of, fold, in_round, line,
};
use crate::study::case::CaseList;
use crate::study::index::QuestionIx;
use crate::study::ledger::entry::Entry;
use proptest::prelude::*;
use std::sync::Arc;

const IDS: [(QuestionIx, &str); 4] = [(BESLUT, "beslut"), (PLAN, "plan"), (KONTAKTER, "kontakter"), (TIMMAR, "timmar")];

/// Anna's and bo's finished codings of the first case.
fn both(anna: &[(QuestionIx, &'static str)], bo: &[(QuestionIx, &'static str)]) -> Vec<Entry<'static>> {
    [coded(Round::First, "anna", ASSIGNED, anna), coded(Round::Second, "bo", ASSIGNED, bo)].concat()
}

/// Anna saw a decision and a plan, bo saw no decision.
fn granted() -> Vec<Entry<'static>> {
    let anna = [(BESLUT, "ja"), (PLAN, "ja"), (KONTAKTER, "a"), (TIMMAR, "2")];
    both(&anna, &[(BESLUT, "nej"), (TIMMAR, "12")])
}

fn joint(seq: u64, coder: &'static str, question: QuestionIx, value: &'static str) -> Entry<'static> {
    in_round(Round::Consensus, answer(seq, coder, ASSIGNED, question, value))
}

fn flag(seq: u64, item: &'static str, value: &'static str) -> Entry<'static> {
    let flag = act(seq, Op::Flag, "cia", ASSIGNED, value);
    in_round(Round::Consensus, Entry { question: "beslut".into(), item: item.into(), ..flag })
}

fn study(lines: &[Entry<'static>]) -> Study {
    Study::new("T".to_owned(), fold(lines))
}

/// The questions of the first case to settle, with how they stand.
fn standing(lines: &[Entry<'static>]) -> Vec<(QuestionIx, State)> {
    let study = study(lines);
    let found = Differences::of(&study, &Round::BLIND);
    let standing = found.standing(&study).into_iter();
    let unsettled = Differences::unsettled(&study);
    let all: Vec<_> = standing.map(|(place, state)| (found.all[place].question, state)).collect();
    let open = all.iter().filter(|(_, state)| *state != State::Settled);
    assert_eq!(open.map(|(question, _)| (ASSIGNED, *question)).collect::<Vec<_>>(), unsettled);
    all
}

fn with(more: Vec<Entry<'static>>) -> Vec<Entry<'static>> {
    [granted(), more].concat()
}

#[test]
fn what_differs_is_open_in_the_order_of_the_questions() {
    let open = [BESLUT, PLAN, KONTAKTER, TIMMAR].map(|question| (question, State::Open));
    assert_eq!(standing(&granted()), open);
    assert_eq!(standing(&both(&[(BESLUT, "nej")], &[(BESLUT, "nej")])), []);
    let unfinished: Vec<_> = granted().into_iter().filter(|line| line.op != Op::Done || line.coder != "bo").collect();
    assert_eq!(standing(&unfinished), [], "bo has not finished");
    assert_eq!(Differences::of(&study(&unfinished), &Round::BLIND).unfinished, 1);
    assert_eq!(Differences::of(&study(&granted()), &Round::BLIND).unfinished, 0);
    assert!(Differences::of(&study(&granted()), &[Round::Spot]).all.is_empty());
}

#[test]
fn a_case_that_was_dropped_waits_for_no_second_coding() {
    let blank = blank_of(CASES);
    let mut cases = CaseList::clone(blank.cases());
    cases.read_plan("plan.csv", b"case_id,coder,second,wave\nB-1,anna,bo,early\nB-2,anna,bo,early\n").unwrap();
    let unfinished = |lines: &[Entry<'static>]| {
        let mut answers = Answers::new(Arc::clone(blank.protocol()), Arc::new(cases.clone()));
        for line in lines {
            answers.apply(line);
        }
        Differences::of(&Study::new("T".to_owned(), answers), &Round::BLIND).unfinished
    };
    assert_eq!(unfinished(&[]), 2);
    let dropped = act(2, Op::Drop, "anna", ASSIGNED, "sekretess");
    assert_eq!(unfinished(std::slice::from_ref(&dropped)), 1);
    let begun = in_round(Round::Second, answer(1, "bo", ASSIGNED, BESLUT, "ja"));
    assert_eq!(unfinished(&[begun, dropped]), 1, "nor for the end of one that is begun");
}

#[test]
fn each_coding_stands_with_the_first_before_the_others() {
    let study = study(&granted());
    let found = Differences::of(&study, &Round::BLIND);
    let words = Words::new(crate::base::language::Lang::Sv);
    let said = |place: usize| {
        let one: &Difference = &found.all[place];
        one.said
            .iter()
            .map(|said| (said.coder.clone(), said.in_words(&study, one.question, &words)))
            .collect::<Vec<_>>()
    };
    assert_eq!(said(0), [("anna".to_owned(), "Ja".to_owned()), ("bo".to_owned(), "Nej".to_owned())]);
    assert_eq!(said(1)[1].1, "frågan ställs inte");
    assert_eq!(said(3)[1].1, "12");
}

#[test]
fn what_the_answers_of_record_do_not_ask_is_no_work() {
    let settled = (BESLUT, State::Settled);
    assert_eq!(standing(&with(vec![joint(60, "cia", BESLUT, "nej")])), [settled, (TIMMAR, State::Open)]);
    assert_eq!(standing(&with(vec![joint(60, "cia", BESLUT, "framgar_ej")])), [settled]);
    let open = [(PLAN, State::Open), (KONTAKTER, State::Open), (TIMMAR, State::Open)];
    assert_eq!(standing(&with(vec![joint(60, "cia", BESLUT, "ja")])), [&[settled], &open[..]].concat());
}

#[test]
fn what_a_joint_answer_makes_asked_does_not_stay_hidden() {
    for bo in ["ja", "framgar_ej"] {
        let mut lines = both(&[(BESLUT, "nej"), (TIMMAR, "2")], &[(BESLUT, bo)]);
        assert_eq!(standing(&lines)[0], (BESLUT, State::Open));
        lines.push(joint(60, "cia", BESLUT, "ja"));
        assert_eq!(standing(&lines), [(BESLUT, State::Settled), (PLAN, State::Open)], "neither has answered it");
        lines.push(joint(61, "cia", PLAN, "ja"));
        let [_, plan, contacts] = standing(&lines)[..] else { panic!("three") };
        assert_eq!((plan, contacts), ((PLAN, State::Settled), (KONTAKTER, State::Open)));
    }
}

#[test]
fn flags_tell_what_an_open_difference_waits_for() {
    let state = |more: Vec<Entry<'static>>| standing(&with(more))[0].1;
    let needs = vec![flag(60, DISCUSS, "yes"), flag(61, RULE, "yes")];
    assert_eq!(state(vec![flag(60, DISCUSS, "yes")]), State::Discuss);
    assert_eq!(state(vec![flag(60, DISCUSS, "yes"), flag(61, DISCUSS, "")]), State::Open);
    assert_eq!(state(needs.clone()), State::Rule);
    let rule = act(62, Op::Rule, "cia", STUDY, "yes");
    let rule = line(Entry { question: "beslut".into(), item: "cia-1".into(), ..rule });
    assert_eq!(state([needs.clone(), vec![rule]].concat()), State::Discuss, "the rule is there");
    assert_eq!(state([needs.clone(), vec![joint(62, "cia", BESLUT, "ja")]].concat()), State::Settled);
    let back = vec![joint(62, "cia", BESLUT, "ja"), joint(63, "anna", BESLUT, "")];
    assert_eq!(state([needs, back].concat()), State::Rule, "taken back by another");
}

#[test]
fn a_discussion_that_is_ended_leaves_the_difference_open() {
    let state = |more: &[Entry<'static>]| standing(&with(more.to_vec()))[0].1;
    let ended = |round| in_round(round, Entry { coder: "anna".into(), ..flag(61, SETTLED, "yes") });
    for round in [Round::First, Round::Consensus] {
        let mut more = vec![flag(60, DISCUSS, "yes"), ended(round)];
        assert_eq!(state(&more), State::Open, "{round:?}");
        more.push(flag(62, DISCUSS, "yes"));
        assert_eq!(state(&more), State::Discuss, "it is raised once more");
    }
    assert_eq!(state(&[ended(Round::First), flag(62, DISCUSS, "yes")]), State::Discuss, "ended before it was raised");
    assert_eq!(state(&[flag(60, DISCUSS, "yes"), ended(Round::Second)]), State::Discuss, "by one who codes blind");
}

#[test]
fn remarks_stand_with_the_coding_that_they_were_made_in() {
    let note = |seq, coder, text| {
        let note = act(seq, Op::Note, coder, ASSIGNED, text);
        line(Entry { question: "beslut".into(), ..note })
    };
    let more = vec![
        note(60, "anna", "yes"),
        in_round(Round::Second, note(61, "bo", "no")),
        in_round(Round::Consensus, note(62, "bo", "joint")),
    ];
    let study = study(&with(more));
    let found = Differences::of(&study, &Round::BLIND);
    let first = &found.all[0];
    let text = |record: &Record| study.answers.text(record.value).to_owned();
    let remarks = |at: usize| first.remarks(&study, &first.said[at]).into_iter().map(text).collect::<Vec<_>>();
    assert_eq!((remarks(0), remarks(1)), (vec!["yes".to_owned()], vec!["no".to_owned()]));
    assert_eq!(first.reason(&study).map(text).as_deref(), Some("joint"));
}

/// A line of the consensus, from what was thrown for it.
fn thrown(seq: u64, (op, coder, question, value): (usize, usize, usize, usize)) -> Entry<'static> {
    let values =
        [["ja", "nej", "framgar_ej", ""], ["ja", "delvis", "nej", ""], ["a", "a;b", "inga", ""], ["1", "2", "12", ""]];
    let coder = ["anna", "bo", "cia"][coder];
    let (place, id) = IDS[question];
    let Some(aside) = op.checked_sub(3) else { return joint(seq, coder, place, values[question][value]) };
    let aside = Entry {
        question: id.into(),
        item: ["", RULE][aside].into(),
        ..act(seq, [Op::Note, Op::Flag][aside], coder, ASSIGNED, ["yes", "no", "yes", ""][value])
    };
    in_round(Round::Consensus, aside)
}

proptest! {
    #[test]
    fn settling_moves_tallies_and_never_agreement(
        throws in proptest::collection::vec((0usize..5, 0usize..3, 0usize..4, 0usize..4), 0..20)
    ) {
        let more: Vec<_> = throws.into_iter().zip(60..).map(|(throw, seq)| thrown(seq, throw)).collect();
        let (before, after) = (study(&granted()), study(&with(more.clone())));
        let figures = |study: &Study| {
            let double = DoubleCoding::of(study, Round::Second);
            IDS.map(|(question, _)| (double.question(question), double.choices(question)))
        };
        prop_assert_eq!(figures(&before), figures(&after));
        prop_assert_eq!(&Differences::of(&before, &Round::BLIND), &Differences::of(&after, &Round::BLIND));
        for (question, id) in IDS {
            let newest = more.iter().rfind(|line| line.op == Op::Answer && line.question == id);
            let anna = after.answers.own(Op::Answer, "anna", Round::First, ASSIGNED, Some(question));
            let own = anna.map_or("", |line| after.answers.text(line.value));
            let wanted = newest.map(|line| line.value.as_ref()).filter(|value| !value.is_empty()).unwrap_or(own);
            prop_assert_eq!(after.answers.text(after.tally().cells(ASSIGNED)[question].value), wanted);
        }
    }
}

#[test]
fn a_spot_check_is_compared_beside_the_second_coding() {
    let cia = coded(Round::Spot, "cia", ASSIGNED, &[(BESLUT, "framgar_ej")]);
    let study = study(&[granted(), cia].concat());
    let coders = |rounds: &[Round]| {
        let found = Differences::of(&study, rounds);
        found.all[0].said.iter().map(|said| (said.coder.clone(), said.round)).collect::<Vec<_>>()
    };
    let [anna, bo, cia] = ["anna", "bo", "cia"].map(str::to_owned);
    assert_eq!(coders(&[Round::Spot]), [(anna.clone(), Round::First), (cia.clone(), Round::Spot)]);
    let all = [(anna, Round::First), (bo, Round::Second), (cia, Round::Spot)];
    assert_eq!(coders(&Round::BLIND), all);
    assert_eq!(study.answers.codings(FREE, Round::Spot).len(), 0);
}
