//! A spot-check draw: the newest one that stands, and what giving it up takes back.

use super::fixture::{act, answer, fold, in_round, written};
use super::*;
use crate::study::index::CaseIx;

const B1: CaseIx = CaseIx::new(0);
const B2: CaseIx = CaseIx::new(1);
const S1: CaseIx = CaseIx::new(2);

fn spot(line: Entry<'static>) -> Entry<'static> {
    in_round(Round::Spot, line)
}

fn taken(seq: u64, case: CaseIx, seed: &'static str) -> Entry<'static> {
    spot(act(seq, Op::Take, "bo", case, seed))
}

#[test]
fn the_newest_draw_that_stands_is_the_one() {
    let mut lines =
        vec![taken(1, B1, "old"), spot(act(2, Op::Done, "bo", B1, "yes")), taken(3, B2, "new"), taken(4, S1, "new")];
    let check = |lines: &[Entry<'static>]| {
        let answers = fold(lines);
        answers.spot_check("bo").map(|check| (check.seed.to_owned(), check.cases, check.left))
    };
    assert_eq!(check(&lines), Some(("new".to_owned(), vec![B2, S1], vec![B2, S1])));
    lines.push(spot(act(5, Op::Drop, "bo", S1, "no file")));
    assert_eq!(check(&lines), Some(("new".to_owned(), vec![B2, S1], vec![B2])));
    lines.extend([taken(6, B2, ""), taken(7, S1, "")]);
    assert_eq!(check(&lines), Some(("old".to_owned(), vec![B1], Vec::new())));
    assert_eq!(fold(&lines).spot_check("anna"), None);
}

#[test]
fn a_draw_that_is_given_up_leaves_nothing_and_comes_back_by_undoing() {
    let lines = vec![
        answer(1, "anna", B2, BESLUT, "ja"),
        taken(2, B1, "seed"),
        taken(3, B2, "seed"),
        spot(answer(4, "bo", B2, BESLUT, "nej")),
        spot(line_of_note(5)),
        spot(act(6, Op::Done, "bo", B1, "yes")),
    ];
    let mut answers = fold(&lines);
    let left = answers.spot_check("bo").unwrap().left;
    assert_eq!(left, [B2], "the other one is finished");
    let drafts = answers.given_up("bo", &left);
    assert_eq!(drafts.iter().map(|draft| draft.op).collect::<Vec<_>>(), [Op::Answer, Op::Note, Op::Take]);
    for (draft, seq) in drafts.into_iter().zip(10..) {
        answers.apply(&written(seq, "bo", draft));
    }
    assert_eq!(answers.due_blind("bo"), [] as [CaseIx; 0]);
    assert_eq!((answers.answered_in("bo", Round::Spot, B2), answers.drawn("bo", B2).is_some()), (0, false));
    assert_eq!(answers.spot_check("bo").unwrap().cases, [B1]);
    assert_eq!(answers.text(answers.own(Op::Answer, "anna", Round::First, B2, Some(BESLUT)).unwrap().value), "ja");
    for seq in 20..23 {
        let back = undo::Stacks::of(&answers, "bo", Round::Spot).undo(&answers).unwrap();
        answers.apply(&written(seq, "bo", back));
    }
    assert_eq!((answers.spot_check("bo").unwrap().left, answers.answered_in("bo", Round::Spot, B2)), (vec![B2], 1));
}

fn line_of_note(seq: u64) -> Entry<'static> {
    Entry { question: "beslut".into(), ..act(seq, Op::Note, "bo", B2, "no date") }
}
