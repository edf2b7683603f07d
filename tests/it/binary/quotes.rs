//! Strengths and quotes in the report: what stands there, and what keeps it from being written.

use super::desk::Desk;
use aktkoll::study::ledger::entry::{Draft, Op, Round};
use std::fs;

/// What alva writes about the first question: on a case, or on none.
fn write(desk: &Desk, drafts: &[(Op, &str, &str)]) {
    let draft = |(op, item, value): &(Op, &str, &str)| Draft {
        op: *op,
        round: Round::First,
        case_id: if op.is_of_study() { "" } else { "A-01" }.to_owned(),
        question: "q1".to_owned(),
        item: (*item).to_owned(),
        value: (*value).to_owned(),
        was: String::new(),
        undoes: None,
        begun: None,
    };
    desk.write("alva", &drafts.iter().map(draft).collect::<Vec<_>>());
}

fn quoted(text: &str) -> Desk {
    let desk = Desk::new();
    write(&desk, &[(Op::Quote, "alva-1", text), (Op::Flag, "report|alva|alva-1", "journal")]);
    desk
}

#[test]
fn picked_quotes_and_kept_strengths_stand_in_the_report_and_no_case_id() {
    let desk = quoted("The plan was made at Kerstin's.");
    write(&desk, &[(Op::Item, "strength|A", "Plans are made."), (Op::Item, "development|", "-")]);
    let ran = desk.run(&["report", "S"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    let quote = "> The plan was made at Kerstin's.\n>\n> — From journal, A\n";
    assert!(ran.out.contains(quote), "{}", ran.out);
    assert!(ran.out.contains("- Plans are made."), "{}", ran.out);
    assert!(!ran.out.contains("A-01"), "{}", ran.out);
    assert!(ran.err.contains("One word may be a name or a place") && ran.err.contains("Kerstin"), "{ran:?}");
}

#[test]
fn a_personal_number_in_a_picked_quote_stops_the_report() {
    let desk = quoted("Born 811218-9876.");
    write(&desk, &[(Op::Item, "strength|A", "As with 8112189876.")]);
    let ran = desk.run(&["report", "S", "-o", "r.md"]);
    assert!(ran.code == 1 && !desk.path("r.md").exists(), "{ran:?}");
    assert!(ran.err.contains("A-01, question 1, by alva"), "{ran:?}");
    assert!(ran.err.contains("aktkoll redact S --case A-01 --question q1"), "{ran:?}");
    assert!(ran.err.contains("A strength or development area") && !ran.err.contains("9876"), "all at once: {ran:?}");
    let redacted = desk.run(&["redact", "S", "--coder", "alva", "--text", "1", "--text", "2", "--yes"]);
    assert_eq!(redacted.code, 0, "{redacted:?}");
    let ran = desk.run(&["report", "S"]);
    assert!(ran.code == 0 && !ran.out.contains("▒"), "{ran:?}");
}

#[test]
fn a_quote_that_is_not_picked_stays_out() {
    let desk = Desk::new();
    write(&desk, &[(Op::Quote, "alva-1", "Born 811218-9876.")]);
    let ran = desk.run(&["report", "S"]);
    assert!(ran.code == 0 && !ran.out.contains("Born"), "{ran:?}");
}

#[test]
fn thresholds_that_make_no_sense_are_told_with_their_lines() {
    let desk = Desk::new();
    let file = desk.path("S/study.toml");
    let text = fs::read_to_string(&file).unwrap();
    let wrong = text
        .replace("strength_from = 80", "strength_from = 101")
        .replace("development_to = 50", "development_to = 200");
    assert_ne!(text, wrong);
    fs::write(&file, wrong).unwrap();
    let ran = desk.run(&["report", "S"]);
    assert!(
        ran.code == 1 && ran.err.contains("strength_from is 101") && ran.err.contains("development_to is 200"),
        "{ran:?}"
    );
    assert!(ran.err.contains("study.toml:4"), "{ran:?}");
}
