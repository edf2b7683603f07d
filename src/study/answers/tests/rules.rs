use super::*;
use crate::study::index::{CaseIx, QuestionIx};
use crate::study::ledger::entry::Draft;
use fixture::STUDY;

/// A rule of somebody for a question; an empty one withdraws it.
fn rule(seq: u64, coder: &'static str, question: QuestionIx, item: &'static str, text: &'static str) -> Entry<'static> {
    let question = answer(0, coder, STUDY, question, "").question;
    line(Entry { question, item: item.into(), ..act(seq, Op::Rule, coder, STUDY, text) })
}

fn rules(answers: &Answers, question: QuestionIx) -> Vec<(&str, &str)> {
    let rules = answers.rules(question).into_iter();
    rules.map(|rule| (answers.coder_name(rule.slot.coder), answers.text(rule.value))).collect()
}

/// The cases whose answers of record should be looked at again.
fn again(answers: &Answers, question: QuestionIx) -> Vec<CaseIx> {
    answers.cases().cases.keys().filter(|&case| answers.is_before_rule(Perspective::Record, case, question)).collect()
}

#[test]
fn a_rule_belongs_to_the_study_and_to_every_coder() {
    let blind = in_round(Round::Second, rule(3, "cia", PLAN, "cia-1", "tre"));
    let mut lines = vec![rule(2, "bo", PLAN, "bo-1", "två"), rule(1, "anna", PLAN, "anna-1", "ett"), blind];
    let answers = fold(&lines);
    assert_eq!(rules(&answers, PLAN), [("anna", "ett"), ("bo", "två"), ("cia", "tre")]);
    assert_eq!((rules(&answers, BESLUT), answers.strays().count()), (vec![], 0));
    lines.extend([rule(4, "anna", PLAN, "anna-1", "ett igen"), rule(5, "bo", PLAN, "bo-1", "")]);
    assert_eq!(rules(&fold(&lines), PLAN), [("cia", "tre"), ("anna", "ett igen")], "the last line of a slot wins");
}

#[test]
fn a_rule_on_a_case_or_an_answer_on_no_case_is_a_stray() {
    let misplaced = line(Entry { case_id: "B-1".into(), ..rule(1, "anna", PLAN, "anna-1", "ett") });
    let answers = fold(&[misplaced, answer(2, "anna", STUDY, PLAN, "ja")]);
    assert_eq!(answers.strays().count(), 2);
    assert_eq!(rules(&answers, PLAN), []);
}

#[test]
fn answers_from_before_the_newest_rule_are_looked_at_again_until_they_are_given_anew() {
    let mut lines = vec![
        answer(1, "anna", ASSIGNED, PLAN, "ja"),
        answer(2, "bo", FREE, PLAN, "nej"),
        answer(3, "bo", FREE, BESLUT, "ja"),
        answer(4, "anna", ASSIGNED, KONTAKTER, "a"),
        answer(5, "anna", ASSIGNED, KONTAKTER, ""),
    ];
    assert_eq!(again(&fold(&lines), PLAN), [] as [CaseIx; 0]);
    lines.extend([rule(6, "cia", PLAN, "cia-1", "ett"), rule(7, "cia", KONTAKTER, "cia-2", "två")]);
    let answers = fold(&lines);
    assert_eq!((again(&answers, PLAN), again(&answers, BESLUT)), (vec![ASSIGNED, FREE], vec![]));
    assert_eq!(again(&answers, KONTAKTER), [] as [CaseIx; 0], "what is unanswered again is no answer");
    lines.push(line(Entry { was: "ja".into(), ..answer(8, "anna", ASSIGNED, PLAN, "ja") }));
    assert_eq!(again(&fold(&lines), PLAN), [FREE]);
    lines.push(rule(9, "anna", PLAN, "anna-1", "en till"));
    assert_eq!(again(&fold(&lines), PLAN), [ASSIGNED, FREE], "a newer rule asks anew");
    lines.extend([rule(10, "anna", PLAN, "anna-1", ""), rule(11, "cia", PLAN, "cia-1", "")]);
    assert_eq!(again(&fold(&lines), PLAN), [] as [CaseIx; 0], "no rule, nothing to look at");
}

#[test]
fn a_blind_coder_looks_again_at_ones_own_answers_alone() {
    let own = in_round(Round::Second, answer(1, "bo", ASSIGNED, PLAN, "ja"));
    let answers = fold(&[own, answer(2, "anna", ASSIGNED, BESLUT, "ja"), rule(3, "anna", PLAN, "anna-1", "ett")]);
    let look = |perspective| answers.is_before_rule(perspective, ASSIGNED, PLAN);
    assert!(look(Perspective::Own("bo", Round::Second)));
    assert!(
        !look(Perspective::Record)
            && !look(Perspective::Own("bo", Round::First))
            && !look(Perspective::Own("anna", Round::Second))
    );
}

#[test]
fn undo_brings_back_what_was_to_be_looked_at_and_what_was_not() {
    let mut lines = vec![answer(1, "anna", ASSIGNED, PLAN, "ja"), rule(2, "anna", PLAN, "anna-1", "ett")];
    let step = |lines: &mut Vec<Entry<'static>>, back: bool| -> Draft {
        let answers = fold(lines);
        let stacks = Stacks::of(&answers, "anna", Round::First);
        let draft = if back { stacks.undo(&answers) } else { stacks.redo(&answers) }.unwrap();
        lines.push(written(lines.len() as u64 + 1, "anna", draft.clone()));
        draft
    };
    lines.push(line(Entry { was: "ja".into(), ..answer(3, "anna", ASSIGNED, PLAN, "ja") }));
    assert_eq!(again(&fold(&lines), PLAN), [] as [CaseIx; 0]);
    assert_eq!(step(&mut lines, true).value, "ja");
    assert_eq!(again(&fold(&lines), PLAN), [ASSIGNED], "the answer is as old as it was");
    let withdrawn = step(&mut lines, true);
    assert_eq!((withdrawn.case_id.as_str(), withdrawn.item.as_str(), withdrawn.value.as_str()), ("", "anna-1", ""));
    assert_eq!((rules(&fold(&lines), PLAN), again(&fold(&lines), PLAN)), (vec![], vec![]));
    assert_eq!(step(&mut lines, false).value, "ett");
    lines.push(answer(9, "anna", ASSIGNED, PLAN, "nej"));
    lines.push(line(Entry { was: lines[1].h.to_string().into(), ..rule(10, "anna", PLAN, "anna-1", "") }));
    assert_eq!(step(&mut lines, true).value, "ett");
    assert_eq!(again(&fold(&lines), PLAN), [] as [CaseIx; 0], "a rule that comes back is as old as it was");
}
