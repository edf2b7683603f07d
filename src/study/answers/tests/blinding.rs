//! What a coder must not see yet is not in the fold, and comes when the blind coding is finished.

use super::fixture::{act, answer, blank_of, entries, fold, in_round};
use super::*;
use crate::study::index::CaseIx;

/// Of anna's cases bo codes the first a second time.
const DOUBLED: &str = "case_id,unit,sex,coder,second\nB-1,BRO,K,anna,bo\nB-2,BRO,M,anna,\nS-1,SKH,K,bo,\nS-2,SKH,M,,\n";
const B1: CaseIx = CaseIx::new(0);
const B2: CaseIx = CaseIx::new(1);

fn folded(mut answers: Answers, lines: &[Entry<'static>]) -> Answers {
    for line in lines {
        answers.apply(line);
    }
    answers
}

fn second(line: Entry<'static>) -> Entry<'static> {
    in_round(Round::Second, line)
}

#[test]
fn a_case_is_due_until_it_is_finished_or_dropped() {
    let due = |lines: &[Entry<'static>]| folded(blank_of(DOUBLED), lines).due_blind("bo");
    let done = second(act(3, Op::Done, "bo", B1, "yes"));
    assert_eq!(due(&[]), [B1], "the plan says so");
    assert_eq!(due(std::slice::from_ref(&done)), [] as [CaseIx; 0]);
    assert_eq!(due(&[done.clone(), second(act(4, Op::Done, "bo", B1, ""))]), [B1], "opened again");
    assert_eq!(due(&[act(3, Op::Done, "bo", B1, "yes")]), [B1], "finished in another round");
    assert_eq!(due(&[second(act(3, Op::Drop, "bo", B1, "no file"))]), [] as [CaseIx; 0]);
    assert_eq!(due(&[act(3, Op::Take, "bo", B1, "ill")]), [] as [CaseIx; 0], "the owner has no second coding to do");
    let begun = second(answer(1, "bo", B1, BESLUT, "ja"));
    assert_eq!(due(&[begun, act(3, Op::Take, "bo", B1, "ill")]), [] as [CaseIx; 0], "begun, and then taken over");
    assert_eq!(
        due(&[done.clone(), second(answer(1, "bo", B2, BESLUT, "ja"))]),
        [B2],
        "begun, although nobody planned it"
    );
    let spot = in_round(Round::Spot, act(4, Op::Take, "bo", B2, "seed"));
    assert_eq!(due(&[done, spot]), [B2]);
    assert_eq!(folded(blank_of(DOUBLED), &[]).due_blind("anna"), [] as [CaseIx; 0]);
}

#[test]
fn a_spot_check_takes_nothing_over() {
    let spot = in_round(Round::Spot, act(4, Op::Take, "bo", B2, "seed"));
    let answers = folded(blank_of(DOUBLED), &[answer(1, "anna", B2, BESLUT, "ja"), spot]);
    assert_eq!(answers.owner(B2), Some("anna"));
    assert_eq!(answers.begun_by(B1), None);
}

#[test]
fn a_closed_case_has_nothing_but_ones_own_blind_answers() {
    let lines = [
        answer(1, "anna", B1, BESLUT, "ja"),
        answer(2, "anna", B2, BESLUT, "nej"),
        act(3, Op::Drop, "anna", B1, "no file"),
        second(answer(4, "bo", B1, BESLUT, "framgar_ej")),
        answer(5, "bo", B1, PLAN, "ja"),
    ];
    let answers = folded(blank_of(DOUBLED).behind(&["bo".to_owned()], &[B1]), &lines);
    assert_eq!((answers.is_closed(B1), answers.is_closed(B2), answers.closed()), (true, false, 1));
    assert_eq!((of_record(&answers, B1, BESLUT), answers.dropped(B1).is_some()), (None, false));
    assert_eq!(of_record(&answers, B1, PLAN), None, "one's own first answers are a first coding too, as in a retest");
    assert_eq!(of_record(&answers, B2, BESLUT), Some(("anna", "nej")));
    let own = Perspective::Own("bo", Round::Second);
    assert_eq!(answers.text(answers.stored(own, B1, BESLUT)), "framgar_ej");
    assert_eq!(Tally::new(&answers, &[]).total(BESLUT).unanswered, 2, "S-1 and S-2; B-1 is not counted at all");
    assert_eq!(answers.newest(), 5, "numbers go on after lines that are held back");
    assert!(!answers.may_code(B1, "bo") && !answers.may_code(B1, "anna"));
}

#[test]
fn taking_a_closed_case_over_opens_it() {
    let answers = folded(blank_of(DOUBLED).behind(&["bo".to_owned()], &[B1]), &[answer(1, "anna", B1, BESLUT, "ja")]);
    let mut study = crate::study::Study::new("T".to_owned(), answers);
    study.apply(&act(2, Op::Take, "cia", B1, "ill"));
    assert!(study.answers.is_closed(B1), "somebody else's take-over is held back too");
    study.apply(&act(3, Op::Take, "bo", B1, "ill"));
    assert_eq!((study.answers.owner(B1), of_record(&study.answers, B1, BESLUT)), (Some("bo"), Some(("anna", "ja"))));
    assert_eq!(study.tally().total(BESLUT).base, 1, "and the tally follows");
}

proptest! {
    #[test]
    fn what_was_held_back_comes_whole_when_the_coding_is_finished(lines in entries()) {
        let mut whole = fold(&lines);
        let closed = whole.due_blind("bo");
        let mut behind = lines.iter().fold(super::fixture::blank().behind(&["bo".to_owned()], &closed), |mut answers, line| {
            answers.apply(line);
            answers
        });
        for &case in &closed {
            let rounds = [Round::First, Round::Consensus];
            prop_assert!((0..3).all(|question| behind.lines(case, question.into(), &rounds, None).is_empty()));
        }
        for round in [Round::Second, Round::Spot] {
            for &case in &closed {
                let done = in_round(round, act(99, Op::Done, "bo", case, "yes"));
                whole.apply(&done);
                behind.apply(&done);
                behind.lift(case);
            }
        }
        prop_assert_eq!(behind.closed(), 0);
        prop_assert_eq!(seen(&behind), seen(&whole));
    }

    #[test]
    fn a_fold_from_nothing_closes_what_is_due(lines in entries()) {
        let refolded = super::fixture::blank().behind(&["bo".to_owned()], &[]).refolded(&lines.iter());
        let due = fold(&lines).due_blind("bo");
        let closed: Vec<CaseIx> = (0..6).map(CaseIx::new).filter(|&case| refolded.is_closed(case)).collect();
        prop_assert_eq!(closed, due);
    }
}
