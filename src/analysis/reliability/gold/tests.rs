use super::*;
use crate::study::answers::tests::fixture::{ASSIGNED, BESLUT, FREE, NAMN, PLAN, act, answer, blank_of, in_round};
use crate::study::gold::Gold;
use crate::study::index::{CaseIx, QuestionIx};
use crate::study::ledger::entry::{Entry, Op};

/// Anna's first two cases are gold; bo and cia have one each.
const CASES: &str = "case_id,unit,sex\nB-1,BRO,K\nB-2,BRO,M\nS-1,SKH,K\nS-2,SKH,M\n";
const GOLD: &str = "case_id,coder,second,wave\nB-1,anna,,gold\nB-2,anna,,gold\nS-1,bo,cia,early\nS-2,cia,,\n";

/// What a coder answers about a case, and that it is finished.
fn coded(round: Round, coder: &'static str, case: CaseIx, said: &[(QuestionIx, &'static str)]) -> Vec<Entry<'static>> {
    let answers = said.iter().zip(1..).map(|((question, value), seq)| answer(seq, coder, case, *question, value));
    answers.chain([act(50, Op::Done, coder, case, "yes")]).map(|line| in_round(round, line)).collect()
}

fn study(lines: &[Vec<Entry<'static>>], required: u32) -> Study {
    let blank = blank_of(CASES);
    let mut cases = (**blank.cases()).clone();
    cases.read_plan("plan.csv", GOLD.as_bytes()).unwrap();
    let answers = crate::study::answers::Answers::new(blank.protocol().clone(), cases.into());
    let mut study = Study { gold: Gold { required }, ..Study::new("T".to_owned(), answers) };
    for line in lines.iter().flatten() {
        study.apply(line);
    }
    study
}

/// Both cases by anna, and by bo, who differs in one answer of five.
fn both() -> Vec<Vec<Entry<'static>>> {
    vec![
        coded(Round::First, "anna", ASSIGNED, &[(BESLUT, "ja"), (PLAN, "ja"), (NAMN, "Alfa")]),
        coded(Round::First, "anna", FREE, &[(BESLUT, "ja"), (PLAN, "nej")]),
        coded(Round::Second, "bo", ASSIGNED, &[(BESLUT, "ja"), (PLAN, "ja"), (NAMN, "Beta")]),
        coded(Round::Second, "bo", FREE, &[(BESLUT, "ja"), (PLAN, "ja")]),
    ]
}

#[test]
fn a_coder_first_finishes_the_own_gold_cases_and_then_waits_for_the_reference() {
    let both = both();
    assert_eq!(study(&[], 90).gate("bo"), Gate::Own { done: 0, all: 2 });
    assert_eq!(study(&both[..3], 90).gate("bo"), Gate::Own { done: 1, all: 2 });
    let waits = |lines: &[Vec<Entry<'static>>], required| study(&[lines, &both[2..]].concat(), required).gate("bo");
    assert_eq!(waits(&both[1..2], 90), Gate::Others { coder: "anna".to_owned(), done: 1, all: 2 });
    assert_eq!(waits(&[], 0), Gate::Open, "where nothing is asked for there is nothing to wait for");
    assert_eq!(study(&[], 90).gate("anna"), Gate::Open, "with whom the others are compared");
    assert_eq!(study(&[], 90).gate("dan"), Gate::Open, "who has no part in the plan");
    assert_eq!(study(&both, 90).gate("cia"), Gate::Own { done: 0, all: 2 });
}

#[test]
fn the_share_that_is_asked_for_opens_the_gate() {
    let below = Gate::Below(PercentAgreement { alike: 3, of: 4 });
    assert_eq!(study(&both(), 90).gate("bo"), below, "free words are not compared");
    assert_eq!(study(&both(), 76).gate("bo"), below);
    assert_eq!(study(&both(), 75).gate("bo"), Gate::Open);
}

#[test]
fn what_was_settled_together_is_compared_with_and_what_was_changed_later_is_not() {
    let changed = vec![in_round(Round::Second, answer(60, "bo", FREE, PLAN, "nej"))];
    let lines = [both(), vec![changed]].concat();
    assert_eq!(
        study(&lines, 90).gate("bo"),
        Gate::Below(PercentAgreement { alike: 3, of: 4 }),
        "bo had seen anna's answer"
    );
    let settled = vec![in_round(Round::Consensus, answer(60, "anna", FREE, PLAN, "ja"))];
    assert_eq!(study(&[both(), vec![settled]].concat(), 90).gate("bo"), Gate::Open, "anna was wrong");
}

#[test]
fn a_gold_case_that_cannot_be_reviewed_keeps_nobody() {
    let both = both();
    let dropped = |round, coder| vec![in_round(round, act(50, Op::Drop, coder, FREE, "no file"))];
    let lines = [&both[..1], &[dropped(Round::First, "anna")], &both[2..]].concat();
    assert_eq!(study(&lines, 90).gate("bo"), Gate::Open);
    let lines = [&both[..3], &[dropped(Round::Second, "bo")]].concat();
    assert_eq!(study(&lines, 90).gate("bo"), Gate::Open);
}

#[test]
fn who_has_taken_a_gold_case_over_has_it_no_longer_to_code_again() {
    let taken = vec![act(1, Op::Take, "bo", FREE, "ill")];
    let both = both();
    assert_eq!(study(std::slice::from_ref(&taken), 90).gate("bo"), Gate::Own { done: 0, all: 1 });
    assert_eq!(study(&[&both[..1], &both[2..3], &[taken]].concat(), 90).gate("bo"), Gate::Open);
}
