//! A sitting of two at one screen: the lines are the coder's, and it shows that two have coded.

use super::sitting::Setup;
use aktkoll::study::ledger::entry::Round;

fn two() -> Setup {
    Setup { with: Some("lotta"), ..Setup::default() }
}

#[test]
fn the_title_names_both_and_the_history_tells_which_answers_they_gave_together() {
    let mut sitting = two().open();
    sitting.shows("Berit + lotta");
    sitting.keys("j<home>h");
    sitting.shows("Berit + lotta: Ja (förut: inget)");
    let mut alone = Setup { with: None, ..sitting.restarted().setup }.open();
    alone.hides("+ lotta");
    alone.keys("<home>n<home>h");
    alone.shows("Berit: Nej (förut: Ja)");
    alone.shows("Berit + lotta: Ja (förut: inget)");
}

#[test]
fn cases_coded_by_two_are_listed_and_said_to_be_so() {
    let mut sitting = two().open();
    sitting.keys("j<pagedown>cbara en kommentar<enter>P");
    sitting.shows("Kodade tillsammans (1)");
    sitting.shows("BRO-01 (lotta)");
    let model = sitting.model();
    let jointly = |case| model.study.answers.jointly(case);
    assert_eq!((jointly(0.into()), jointly(1.into())), (vec!["lotta"], vec![]));
    let mut blind = Setup { coder: "lotta", round: Round::Second, with: None, ..sitting.restarted().setup }.open();
    blind.keys("P");
    blind.hides("Kodade tillsammans");
}
