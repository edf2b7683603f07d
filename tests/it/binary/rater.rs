//! An outside rater: a model's or a paper form's answers, compared like a second coder's.

use super::desk::{Desk, Ran};
use crate::fixture::english;
use aktkoll::analysis::reliability::{DoubleCoding, Underway};
use aktkoll::study::folder::Folder;
use aktkoll::study::ledger::entry::Round;
use std::fs;

fn protocol() -> String {
    english()
        .question("decision", "Was it granted?", "scale = 'yes_no'")
        .question("plan", "Is there a plan?", "na = true\nwhen = { decision = 'yes' }")
        .to_string()
}

/// Carina has finished three cases.
fn desk() -> Desk {
    let desk = Desk::of(&protocol(), "case\nA-01\nA-02\nA-03\n");
    let coded = desk.run(&["S", "--coder", "carina", "--keys", "yy<space>yn<space>n<space>", "--print"]);
    assert_eq!(coded.code, 0, "{coded:?}");
    desk
}

fn import(desk: &Desk, sheet: &str, more: &[&str]) -> Ran {
    fs::write(desk.path("model.csv"), sheet).unwrap();
    let args = ["import", "S", "model.csv", "--round", "second", "--coder", "model"];
    desk.run(&[&args, more].concat())
}

/// The raters, how many cases both finished, and in how many they say the same of each question.
fn compared(desk: &Desk) -> (Vec<String>, usize, Vec<(u32, u32)>) {
    let (study, ..) = Folder::open(&desk.path("S")).unwrap().read_whole().unwrap();
    let double = DoubleCoding::of(&study, Round::Second);
    let alike = (0..2).map(|question| double.question(question.into()).alike()).map(|found| (found.alike, found.of));
    (double.raters.iter().map(|rater| rater.coder.clone()).collect(), double.cases.len(), alike.collect())
}

#[test]
fn a_whole_file_stands_beside_the_first_coder_wide_or_long() {
    let wide = "case,decision,plan\nA-01,yes,yes\nA-02,yes,yes\nA-03,yes,na\n";
    let long = "case,question,answer\nA-01,decision,yes\nA-01,plan,yes\nA-02,decision,yes\nA-02,plan,yes\n\
        A-03,decision,yes\nA-03,plan,na\n";
    for sheet in [wide, long] {
        let desk = desk();
        let tally = desk.run(&["tally", "S"]).out;
        let ran = import(&desk, sheet, &["--done"]);
        assert!(ran.code == 0 && ran.out.contains("3 cases are marked as finished"), "{ran:?}");
        let raters = vec!["carina".to_owned(), "model".to_owned()];
        // Where Carina is not asked for the plan and the rater says that it does not apply, both say the same.
        assert_eq!(compared(&desk), (raters, 3, vec![(2, 3), (2, 3)]));
        assert_eq!(desk.run(&["tally", "S"]).out, tally, "a second coding moves no tally");
        assert_eq!(desk.run(&["verify", "S"]).code, 0);
    }
}

#[test]
fn without_done_and_with_gaps_nothing_is_compared_and_that_is_told() {
    let desk = desk();
    let sheet = "case,decision,plan\nA-01,yes,yes\nA-02,yes,\n";
    let open = import(&desk, sheet, &[]);
    assert!(open.code == 0 && open.err.contains("1 case has every answer") && open.err.contains("--done"), "{open:?}");
    assert_eq!(compared(&desk), (Vec::new(), 0, vec![(0, 0), (0, 0)]));
    let partial = import(&desk, sheet, &["--done"]);
    assert!(partial.code == 0 && partial.err.contains("1 case has gaps and is not finished: A-02"), "{partial:?}");
    assert_eq!(compared(&desk).1, 1);
    let (study, ..) = Folder::open(&desk.path("S")).unwrap().read_whole().unwrap();
    assert_eq!(
        DoubleCoding::of(&study, Round::Second).underway(),
        [Underway { case: 1.into(), coder: "model", answered: 1 }]
    );
}

#[test]
fn answers_in_a_models_own_words_are_refused_all_at_once_with_those_on_offer() {
    let desk = desk();
    let refused = import(&desk, "case,decision,plan\nA-01,Ja.,N/A\nA-02,yes,unclear\n", &["--done"]);
    assert_eq!(refused.code, 1, "{refused:?}");
    for text in ["Ja.", "unclear", "yes, partly, no, na", "model.csv:2", "model.csv:3"] {
        assert!(refused.err.contains(text), "{text} is missing: {}", refused.err);
    }
    assert_eq!(desk.segments("model").len(), 0, "nothing is written");
}
