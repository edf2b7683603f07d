mod blinding;
mod checks;
mod coding;
mod evidence;
pub(crate) mod fixture;
mod rules;
mod spellings;
mod spot;
mod texts;

use super::case_view::CellStatus::{self, Answered, NotAsked, NotKnown, Unanswered};
use super::case_view::Perspective;
use super::discussion::Discussion;
use super::undo::{Blocked, Stacks};
use super::*;
use crate::study::index::{CaseIx, QuestionIx};
use crate::study::tally::Tally;
use fixture::{
    ASSIGNED, BESLUT, FREE, KONTAKTER, LEDNING, PER_ENHET, PLAN, act, answer, copy, entries, fold, in_round, line,
    written,
};
use proptest::prelude::*;

/// The answer of record with the coder who gave it.
fn of_record(answers: &Answers, case: CaseIx, question: QuestionIx) -> Option<(&str, &str)> {
    let record = answers.of_record(Op::Answer, case, Some(question))?;
    Some((answers.coder_name(record.slot.coder), answers.text(record.value)))
}

fn uncounted(answers: &Answers) -> Vec<(&str, &str)> {
    answers.uncounted().iter().map(|line| (answers.coder_name(line.slot.coder), answers.text(line.value))).collect()
}

fn forked(answers: &Answers) -> Vec<(&str, &str)> {
    answers.forks().map(|(one, other)| (answers.text(one.value), answers.text(other.value))).collect()
}

/// What was agreed on the questions, and what should be looked at again for it.
fn agreed(answers: &Answers) -> Vec<String> {
    let mut seen = Vec::new();
    for question in 0..answers.protocol().questions.len() {
        let rules = answers.rules(question.into()).into_iter();
        seen.extend(rules.map(|rule| format!("{} {} {:?}", rule.seq, answers.text(rule.value), rule.h)));
        let lenses =
            [Perspective::Record, Perspective::Own("anna", Round::First), Perspective::Own("bo", Round::Second)];
        let again = |case| lenses.map(|perspective| answers.is_before_rule(perspective, case, question.into()));
        seen.push(format!("{:?} {:?}", [again(ASSIGNED), again(FREE)], spellings::names(answers, question.into())));
    }
    seen
}

/// What is discussed of a case, by the links of the lines.
fn discussed(answers: &Answers, case: CaseIx) -> Vec<String> {
    let links = |lines: &[&Record]| lines.iter().map(|line| line.h).collect::<Vec<_>>();
    let one = |found: &Discussion<'_>| {
        let settled: Vec<&Record> = found.settled.into_iter().collect();
        format!("{:?} {:?}", found.question, [&found.raised, &found.replies, &settled].map(|lines| links(lines)))
    };
    answers.discussions(Perspective::Record, case).iter().map(one).collect()
}

/// Everything that one sees of a state, in words.
fn seen(answers: &Answers) -> Vec<String> {
    let record = |line: &Record| {
        let said = (answers.text(line.value), answers.text(line.was), line.seq, line.segment, line.h, line.undoes);
        format!(
            "{} {} {} {said:?}",
            answers.coder_name(line.slot.coder),
            answers.case_id(line),
            answers.question_id(line)
        )
    };
    let mut seen = Vec::new();
    for case in 0..answers.cases().cases.len() {
        seen.push(format!("{:?} {:?}", answers.owner(case.into()), answers.dropped(case.into()).map(record)));
        seen.push(format!(
            "{:?} {:?}",
            answers.record(Perspective::Record, Op::Done, case.into(), None).map(record),
            answers.annotations(case.into()).map(record).collect::<Vec<_>>()
        ));
        seen.push(format!("{:?} {:?}", answers.jointly(case.into()), discussed(answers, case.into())));
        for question in 0..answers.protocol().questions.len() {
            seen.push(format!("{:?}", answers.of_record(Op::Answer, case.into(), Some(question.into())).map(record)));
            let rounds = Round::ALL.map(|(round, _)| round);
            seen.extend(answers.lines(case.into(), question.into(), &rounds, None).into_iter().map(record));
            let lenses = [Perspective::Record, Perspective::Own("bo", Round::Second)];
            seen.push(format!("{:?}", lenses.map(|lens| answers.evidence(lens, case.into(), question.into()))));
        }
    }
    for coder in ["anna", "bo", "cia"] {
        for (round, _) in Round::ALL {
            let stacks = Stacks::of(answers, coder, round);
            seen.push(format!("{:?} {:?}", stacks.undo(answers), stacks.redo(answers)));
        }
    }
    seen.extend(answers.uncounted().into_iter().map(record));
    seen.extend(answers.forks().map(|(one, other)| format!("{} / {}", record(one), record(other))));
    seen.extend(answers.strays().map(record));
    seen.extend(agreed(answers));
    let tally = Tally::new(answers, &[0, 1]);
    seen.extend(answers.protocol().questions.keys().map(|question| format!("{:?}", tally.total(question))));
    seen
}

#[test]
fn a_case_is_its_assigned_coders_or_the_first_ones_to_answer_it() {
    let lines = [
        answer(3, "bo", FREE, BESLUT, "ja"),
        answer(2, "cia", FREE, PLAN, "ja"),
        answer(1, "bo", ASSIGNED, PLAN, "ja"),
    ];
    let answers = fold(&lines);
    assert_eq!(
        (answers.owner(ASSIGNED), answers.owner(FREE), answers.owner(2.into())),
        (Some("anna"), Some("cia"), None)
    );
    assert!(answers.may_code(2.into(), "bo") && answers.may_code(FREE, "cia") && !answers.may_code(FREE, "bo"));
    let tie = fold(&[answer(1, "bo", FREE, BESLUT, "ja"), answer(1, "anna", FREE, BESLUT, "nej")]);
    assert_eq!(tie.owner(FREE), Some("anna"), "of equal numbers the slug decides");
    let blind =
        fold(&[in_round(Round::Second, answer(1, "bo", FREE, BESLUT, "ja")), answer(2, "cia", FREE, BESLUT, "ja")]);
    assert_eq!(blind.owner(FREE), Some("cia"), "a blind coding owns nothing");
}

#[test]
fn answers_given_before_a_hand_over_stand_until_the_new_owner_changes_them() {
    let mut lines = vec![
        answer(1, "anna", ASSIGNED, BESLUT, "ja"),
        answer(2, "anna", ASSIGNED, PLAN, "ja"),
        act(3, Op::Take, "bo", ASSIGNED, "ill"),
        answer(4, "bo", ASSIGNED, PLAN, "nej"),
    ];
    let answers = fold(&lines);
    assert_eq!(answers.owner(ASSIGNED), Some("bo"));
    assert_eq!(of_record(&answers, ASSIGNED, BESLUT), Some(("anna", "ja")));
    assert_eq!(of_record(&answers, ASSIGNED, PLAN), Some(("bo", "nej")));
    lines.push(act(5, Op::Take, "anna", ASSIGNED, "other"));
    let back = fold(&lines);
    assert_eq!(back.owner(ASSIGNED), Some("anna"));
    assert_eq!(of_record(&back, ASSIGNED, PLAN), Some(("bo", "nej")), "given in between, it stands");
    lines.push(answer(6, "anna", ASSIGNED, PLAN, "delvis"));
    let changed = fold(&lines);
    assert_eq!(of_record(&changed, ASSIGNED, PLAN), Some(("anna", "delvis")));
    assert_eq!(uncounted(&changed), [("bo", "nej")]);
}

#[test]
fn a_take_over_is_undone_though_its_coder_took_the_case_before() {
    let mut lines = vec![act(1, Op::Take, "bo", ASSIGNED, "ill"), act(2, Op::Take, "anna", ASSIGNED, "biased")];
    lines.push(line(Entry { was: "ill".into(), ..act(3, Op::Take, "bo", ASSIGNED, "other") }));
    let answers = fold(&lines);
    assert_eq!(answers.owner(ASSIGNED), Some("bo"));
    let undo = Stacks::of(&answers, "bo", Round::First).undo(&answers).unwrap();
    assert_eq!(undo.value, "ill");
    lines.push(written(4, "bo", undo));
    let undone = fold(&lines);
    assert_eq!(undone.owner(ASSIGNED), Some("anna"));
    lines.push(written(5, "bo", Stacks::of(&undone, "bo", Round::First).redo(&undone).unwrap()));
    assert_eq!(fold(&lines).owner(ASSIGNED), Some("bo"));
    lines.truncate(1);
    lines.push(act(2, Op::Take, "bo", ASSIGNED, ""));
    assert_eq!(fold(&lines).owner(ASSIGNED), Some("anna"), "an empty line sets it back too");
}

#[test]
fn consensus_wins_unless_it_is_empty() {
    let joint = |seq, coder, value| in_round(Round::Consensus, answer(seq, coder, ASSIGNED, BESLUT, value));
    let mut lines =
        vec![joint(1, "bo", "nej"), joint(2, "anna", "framgar_ej"), answer(3, "anna", ASSIGNED, BESLUT, "ja")];
    assert_eq!(of_record(&fold(&lines), ASSIGNED, BESLUT), Some(("anna", "framgar_ej")));
    lines.push(joint(4, "bo", ""));
    assert_eq!(of_record(&fold(&lines), ASSIGNED, BESLUT), Some(("anna", "ja")), "bo took it back for all");
    lines.push(joint(5, "anna", "nej"));
    assert_eq!(of_record(&fold(&lines), ASSIGNED, BESLUT), Some(("anna", "nej")));
}

#[test]
fn what_another_has_settled_since_is_not_undone_and_ones_own_goes_back_to_theirs() {
    let joint = |seq, coder, value, was| {
        in_round(Round::Consensus, Entry { was, ..answer(seq, coder, ASSIGNED, BESLUT, value) })
    };
    let mut lines = vec![joint(1, "anna", "ja", "".into()), joint(2, "bo", "nej", "ja".into())];
    let answers = fold(&lines);
    assert_eq!(Stacks::of(&answers, "anna", Round::Consensus).undo(&answers), Err(Blocked::Changed));
    lines.push(written(3, "bo", Stacks::of(&answers, "bo", Round::Consensus).undo(&answers).unwrap()));
    assert_eq!(of_record(&fold(&lines), ASSIGNED, BESLUT), Some(("bo", "ja")));
}

#[test]
fn of_the_flags_of_the_consensus_only_the_newest_stands() {
    let flag = |seq, coder, value| in_round(Round::Consensus, act(seq, Op::Flag, coder, ASSIGNED, value));
    let mut lines = vec![flag(1, "anna", "yes")];
    assert_eq!(fold(&lines).annotations(ASSIGNED).count(), 1);
    lines.push(flag(2, "bo", ""));
    assert_eq!(fold(&lines).annotations(ASSIGNED).count(), 0, "bo took it away for all");
    let own = vec![act(1, Op::Flag, "anna", ASSIGNED, "yes"), act(2, Op::Flag, "bo", ASSIGNED, "")];
    assert_eq!(fold(&own).annotations(ASSIGNED).count(), 1, "in the first round each has flags of one's own");
}

#[test]
fn other_first_round_answers_do_not_count_and_are_listed() {
    let mut lines = vec![answer(1, "bo", ASSIGNED, BESLUT, "nej"), answer(2, "anna", ASSIGNED, PLAN, "ja")];
    lines.extend([answer(3, "cia", ASSIGNED, PLAN, "delvis"), answer(4, "cia", ASSIGNED, PLAN, "")]);
    // A case that is not in the list is nobody's; a unit's entry is the first one's like a case.
    lines.extend([answer(5, "cia", 6, BESLUT, "ja"), answer(6, "cia", LEDNING, PER_ENHET, "ja")]);
    lines.push(in_round(Round::Consensus, answer(7, "anna", ASSIGNED, PLAN, "nej")));
    let answers = fold(&lines);
    assert_eq!(uncounted(&answers), [("bo", "nej")]);
    assert_eq!(of_record(&answers, ASSIGNED, BESLUT), None);
    assert_eq!(answers.strays().map(|line| answers.case_id(line)).collect::<Vec<_>>(), ["X-9"]);
}

#[test]
fn an_answer_that_is_no_longer_on_offer_is_none_and_is_listed() {
    let mut lines = vec![answer(1, "anna", ASSIGNED, BESLUT, "borttaget")];
    let answers = fold(&lines);
    assert_eq!(answers.sheet(Perspective::Record, ASSIGNED)[BESLUT].status, CellStatus::Unanswered);
    assert_eq!(answers.strays().map(|line| answers.text(line.value)).collect::<Vec<_>>(), ["borttaget"]);
    lines.push(answer(2, "anna", ASSIGNED, BESLUT, "ja"));
    let answers = fold(&lines);
    assert_eq!((answers.strays().count(), of_record(&answers, ASSIGNED, BESLUT)), (0, Some(("anna", "ja"))));
}

#[test]
fn a_blind_coding_is_seen_through_its_own_lens_alone() {
    let blind = [Round::Second, Round::Spot].map(|round| in_round(round, answer(1, "anna", ASSIGNED, BESLUT, "ja")));
    let answers = fold(&[blind.to_vec(), vec![answer(2, "anna", ASSIGNED, BESLUT, "nej")]].concat());
    assert_eq!(of_record(&answers, ASSIGNED, BESLUT), Some(("anna", "nej")));
    for (round, expected) in [(Round::First, "nej"), (Round::Second, "ja"), (Round::Spot, "ja"), (Round::Consensus, "")]
    {
        assert_eq!(answers.text(answers.stored(Perspective::Own("anna", round), ASSIGNED, BESLUT)), expected);
        assert_eq!(answers.text(answers.stored(Perspective::Own("bo", round), ASSIGNED, BESLUT)), "");
    }
}

#[test]
fn a_case_that_nobody_has_begun_can_be_dropped_and_only_its_owner_drops_it() {
    let answers = fold(&[act(1, Op::Drop, "bo", FREE, "sekretess"), act(2, Op::Drop, "bo", ASSIGNED, "x")]);
    assert_eq!(answers.owner(FREE), Some("bo"));
    assert!(answers.dropped(FREE).is_some());
    assert!(answers.dropped(ASSIGNED).is_none());
    let back = fold(&[act(1, Op::Drop, "bo", FREE, "sekretess"), act(2, Op::Drop, "bo", FREE, "")]);
    assert!(back.dropped(FREE).is_none());
}

#[test]
fn undo_and_redo_walk_through_ones_own_lines() {
    let changed = |seq, question, value, was: &'static str| {
        line(Entry { was: was.into(), ..answer(seq, "anna", ASSIGNED, question, value) })
    };
    let mut lines = vec![changed(1, BESLUT, "ja", ""), changed(2, BESLUT, "nej", "ja"), changed(3, PLAN, "ja", "")];
    let mut step = |seq, back: bool| {
        let answers = fold(&lines);
        let stacks = Stacks::of(&answers, "anna", Round::First);
        let draft = if back { stacks.undo(&answers) } else { stacks.redo(&answers) }?;
        lines.push(written(seq, "anna", draft.clone()));
        Ok((draft.question, draft.value))
    };
    let did = |question: &str, value: &str| Ok((question.to_owned(), value.to_owned()));
    assert_eq!(step(4, false), Err(Blocked::Empty));
    assert_eq!(step(4, true), did("plan", ""));
    assert_eq!(step(5, true), did("beslut", "ja"));
    assert_eq!(step(6, false), did("beslut", "nej"));
    assert_eq!(step(7, true), did("beslut", "ja"), "what was done again is undone again");
    assert_eq!(step(8, true), did("beslut", ""));
    assert_eq!(step(9, true), Err(Blocked::Empty));
    assert_eq!(
        [step(9, false), step(10, false), step(11, false)],
        [did("beslut", "ja"), did("beslut", "nej"), did("plan", "ja")]
    );
    assert_eq!(step(12, false), Err(Blocked::Empty));
    lines.extend([written(12, "anna", Stacks::of(&fold(&lines), "anna", Round::First).undo(&fold(&lines)).unwrap())]);
    lines.push(answer(13, "anna", ASSIGNED, KONTAKTER, "a"));
    let answers = fold(&lines);
    let stacks = Stacks::of(&answers, "anna", Round::First);
    assert_eq!(stacks.redo(&answers), Err(Blocked::Empty), "a new line ends what could be done again");
    let other = Stacks::of(&answers, "anna", Round::Second);
    assert_eq!(other.undo(&answers), Err(Blocked::Empty), "every round has its own");
}

#[test]
fn undo_is_blocked_where_the_slot_has_changed_or_the_case_was_taken_over() {
    let first = answer(1, "anna", ASSIGNED, BESLUT, "ja");
    let mut answers = fold(std::slice::from_ref(&first));
    let stacks = Stacks::of(&answers, "anna", Round::First);
    answers.apply(&answer(2, "anna", ASSIGNED, BESLUT, "nej"));
    assert_eq!(stacks.undo(&answers), Err(Blocked::Changed));
    let taken = fold(&[first, act(2, Op::Take, "bo", ASSIGNED, "ill")]);
    assert_eq!(Stacks::of(&taken, "anna", Round::First).undo(&taken), Err(Blocked::Changed));
}

#[test]
fn a_note_gets_its_earlier_text_back_though_that_line_was_written_again() {
    let first = act(1, Op::Note, "anna", ASSIGNED, "först");
    let second = line(Entry { was: first.h.to_string().into(), ..act(2, Op::Note, "anna", ASSIGNED, "sedan") });
    let again = copy(2, &first);
    for lines in [[&first, &second, &again], [&again, &second, &first]] {
        let lines: Vec<Entry<'static>> = lines.into_iter().cloned().collect();
        let answers = fold(&lines);
        let undo = Stacks::of(&answers, "anna", Round::First).undo(&answers).unwrap();
        assert_eq!((undo.value.as_str(), undo.was.clone()), ("först", second.h.to_string()));
        let undone = fold(&[lines, vec![written(3, "anna", undo)]].concat());
        assert_eq!(Stacks::of(&undone, "anna", Round::First).redo(&undone).unwrap().value, "sedan");
    }
}

#[test]
fn a_line_written_again_counts_once_and_answers_to_either_h() {
    let first = answer(1, "anna", ASSIGNED, BESLUT, "ja");
    let again = copy(2, &first);
    for named in [&first, &again] {
        let undo = line(Entry { undoes: Some(named.h), was: "ja".into(), ..answer(2, "anna", ASSIGNED, BESLUT, "") });
        for lines in [[&first, &again, &undo], [&again, &first, &undo], [&undo, &again, &first]] {
            let answers = fold(&lines.map(Clone::clone));
            assert_eq!(answers.lines(ASSIGNED, BESLUT, &[Round::First], None).len(), 2);
            let stacks = Stacks::of(&answers, "anna", Round::First);
            assert_eq!(stacks.undo(&answers), Err(Blocked::Empty));
            assert_eq!(stacks.redo(&answers).unwrap().value, "ja");
        }
    }
}

#[test]
fn the_lines_of_a_question_stand_newest_first_whoever_wrote_them() {
    let lines = [
        answer(4, "anna", FREE, BESLUT, "ja"),
        answer(2, "anna", FREE, BESLUT, "nej"),
        answer(3, "bo", FREE, BESLUT, "ja"),
        in_round(Round::Second, answer(5, "bo", FREE, BESLUT, "nej")),
        answer(1, "cia", FREE, BESLUT, "nej"),
    ];
    let answers = fold(&lines);
    let seqs = |rounds: &[Round], only| {
        let lines = answers.lines(FREE, BESLUT, rounds, only);
        lines.iter().map(|line| line.seq).collect::<Vec<_>>()
    };
    assert_eq!(seqs(&[Round::First, Round::Second], None), [5, 4, 3, 2, 1]);
    assert_eq!(seqs(&[Round::First], None), [4, 3, 2, 1]);
    assert_eq!(seqs(&[Round::First, Round::Second], Some("bo")), [5, 3]);
}

#[test]
fn a_fork_is_found_in_every_order_and_what_it_says_decides_not_where_it_stands() {
    let fork = |segment, value| copy(segment, &answer(1, "anna", ASSIGNED, BESLUT, value));
    let [one, two, three, early] = [fork(1, "nej"), fork(2, "ja"), fork(3, "framgar_ej"), fork(1, "framgar_ej")];
    for lines in [
        [&one, &two, &three],
        [&one, &three, &two],
        [&two, &one, &three],
        [&two, &three, &one],
        [&three, &one, &two],
        [&three, &two, &one],
    ] {
        for with in [vec![], vec![early.clone()]] {
            let late = fold(&[lines.map(Clone::clone).to_vec(), with.clone()].concat());
            let first = fold(&[with, lines.map(Clone::clone).to_vec()].concat());
            for answers in [late, first] {
                assert_eq!(forked(&answers), [("framgar_ej", "ja"), ("ja", "nej")]);
                assert_eq!(of_record(&answers, ASSIGNED, BESLUT), Some(("anna", "nej")));
            }
        }
    }
    let alike = line(Entry { was: "ja".into(), ..fork(2, "nej") });
    assert_eq!(forked(&fold(&[one, alike])), [], "the same answer twice is no fork");
}

#[test]
fn gate_answers_never_delete_and_masking_is_transitive() {
    let mut lines = vec![
        answer(1, "anna", ASSIGNED, BESLUT, "ja"),
        answer(2, "anna", ASSIGNED, PLAN, "ja"),
        answer(3, "anna", ASSIGNED, KONTAKTER, "b"),
    ];
    let standing = |lines: &[Entry<'static>]| -> Vec<CellStatus> {
        fold(lines).sheet(Perspective::Record, ASSIGNED).iter().take(4).map(|cell| cell.status).collect()
    };
    assert_eq!(standing(&lines), [Answered, Answered, Answered, NotAsked]);
    lines.push(answer(4, "anna", ASSIGNED, BESLUT, "framgar_ej"));
    assert_eq!(standing(&lines), [Answered, NotAsked, NotAsked, NotAsked]);
    let kept = fold(&lines);
    assert_eq!(kept.text(kept.sheet(Perspective::Record, ASSIGNED)[KONTAKTER].value), "b", "kept while it is masked");
    lines.push(answer(5, "anna", ASSIGNED, BESLUT, ""));
    assert_eq!(standing(&lines), [Unanswered, NotKnown, NotKnown, NotKnown]);
    lines.push(answer(6, "anna", ASSIGNED, BESLUT, "ja"));
    assert_eq!(standing(&lines), [Answered, Answered, Answered, NotAsked]);
}

proptest! {
    #[test]
    fn the_order_in_which_lines_arrive_changes_nothing(
        (written, shuffled) in entries().prop_flat_map(|lines| (Just(lines.clone()), Just(lines).prop_shuffle()))
    ) {
        prop_assert_eq!(seen(&fold(&written)), seen(&fold(&shuffled)));
    }
}
