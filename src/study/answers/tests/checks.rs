//! What is missing in a case, and what the manager was told of it.

use super::super::case_view::Perspective;
use super::super::escalation::MANAGER;
use super::fixture::{CASES, FREE, LEDNING, act, blank_with, fold, line};
use crate::study::ledger::entry::{BLANKED, Entry, Op};

#[test]
fn a_check_is_about_cases_and_no_unit_fails_it() {
    let check = "[[check]]\nwhen = { beslut = { answered = false } }\nmessage = \"Inget beslut\"\n";
    let answers = blank_with(check, CASES);
    let failed = |case| answers.failed_checks(&answers.sheet(Perspective::Record, case), case).count();
    assert_eq!((failed(FREE), failed(LEDNING)), (1, 0));
}

#[test]
fn what_was_told_the_manager_and_blanked_since_was_not_told() {
    let told = |seq, coder, text| line(Entry { item: MANAGER.into(), ..act(seq, Op::Note, coder, FREE, text) });
    let seen = |lines: &[Entry<'static>]| {
        let answers = fold(lines);
        let told = answers.told(Perspective::Record, FREE);
        told.map(|line| answers.text(line.value).to_owned())
    };
    let first = told(1, "anna", "enhetschefen, 3/3");
    assert_eq!(seen(&[told(1, "anna", BLANKED)]), None);
    assert_eq!(seen(&[first.clone(), told(2, "bo", "samma dag")]).as_deref(), Some("samma dag"));
    assert_eq!(seen(&[first, told(2, "bo", BLANKED)]).as_deref(), Some("enhetschefen, 3/3"));
}
