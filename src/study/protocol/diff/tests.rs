use super::*;
use crate::builder::swedish;
use proptest::prelude::*;

const BESLUT: &str = "[[question]]\nid = \"beslut\"\narea = \"A\"\ntext = \"Beslut?\"\nscale = \"ja_nej\"\n";
const PLAN: &str = "[[question]]\nid = \"plan\"\narea = \"A\"\ntext = \"Plan?\"\nscale = \"ja_nej\"\n";
const TIMMAR: &str = "[[question]]\nid = \"timmar\"\narea = \"A\"\ntext = \"Timmar?\"\nkind = \"number\"\n";

fn protocol(version: &str, questions: &[&str]) -> Protocol {
    Protocol::load("p.toml", &swedish().version(version).and(&questions.concat()).to_string()).unwrap()
}

/// The differences in short: `+` new, `-` gone, `~` moved, `=` said otherwise.
fn told(old: &Protocol, new: &Protocol) -> Vec<String> {
    let piece = |piece: &Piece| match piece {
        Piece::Protocol => "p".to_owned(),
        Piece::Choice(question, choice) => format!("{question}.{choice}"),
        Piece::Attribute(id)
        | Piece::Area(id)
        | Piece::Repeat(id)
        | Piece::Question(id)
        | Piece::Check(id)
        | Piece::Table(id) => id.clone(),
    };
    let one = |one: &Difference| match &one.change {
        Change::Added => format!("+{}", piece(&one.piece)),
        Change::Removed => format!("-{}", piece(&one.piece)),
        Change::Moved => format!("~{}", piece(&one.piece)),
        Change::Fact { aspect, was, now } => format!("={} {}: {was} > {now}", piece(&one.piece), aspect.name()),
    };
    old.differences(new).iter().map(one).collect()
}

#[test]
fn a_question_comes_goes_and_moves_with_its_choices() {
    let old = protocol("1", &[BESLUT, PLAN]);
    assert_eq!(told(&old, &protocol("1", &[TIMMAR, BESLUT, PLAN])), ["+timmar"]);
    assert_eq!(told(&old, &protocol("1", &[PLAN])), ["-beslut"]);
    assert_eq!(told(&old, &protocol("2", &[PLAN, BESLUT])), ["=p version: 1 > 2", "~plan"]);
    let three = protocol("1", &[BESLUT, PLAN, TIMMAR]);
    assert_eq!(told(&three, &protocol("1", &[TIMMAR, BESLUT, PLAN])), ["~timmar"], "only the one that moved");
}

#[test]
fn every_fact_of_a_question_is_compared_and_conditions_by_what_they_name() {
    let old = protocol("1", &[BESLUT, PLAN]);
    let new = PLAN.replace("Plan?", "Aktuell plan?").replace("\"ja_nej\"\n", "\"ja_nej\"\nna = true\n")
        + "meaning = { ja = \"finns\" }\nwhen = { beslut = \"ja\" }\noptional = true\n";
    assert_eq!(
        told(&old, &protocol("1", &[BESLUT, &new])),
        [
            "=plan text: Plan? > Aktuell plan?",
            "=plan when:  > beslut=ja",
            "=plan optional: false > true",
            "=plan.ja meaning:  > finns",
            "+plan.ej_aktuellt",
        ]
    );
    // The condition names the same question, at another place.
    assert_eq!(told(&protocol("1", &[BESLUT, &new]), &protocol("1", &[TIMMAR, BESLUT, &new])), ["+timmar"]);
    let bounded = TIMMAR.to_owned() + "unit = \"tim\"\nmax = 10\n";
    let told = told(&protocol("1", &[TIMMAR]), &protocol("1", &[&bounded]));
    assert_eq!(told, ["=timmar unit:  > tim", "=timmar bounds:  > –10"]);
}

#[test]
fn a_wording_is_what_an_answer_may_have_meant() {
    let old = protocol("1", &[PLAN]);
    let is_reworded = |more: &str| {
        let new = protocol("2", &[&(PLAN.to_owned() + more)]);
        !old.rewordings(0.into(), &new, 0.into()).is_empty()
    };
    for more in ["", "optional = true", "note_on = [\"nej\"]", "favourable = [\"ja\"]", "out_of_base = [\"nej\"]"] {
        assert!(!is_reworded(more), "{more}");
    }
    for more in ["na = true", "guidance = \"Så här.\"", "meaning = { nej = \"saknas\" }"] {
        assert!(is_reworded(more), "{more}");
    }
}

#[test]
fn a_statement_changes_words_of_the_report_alone() {
    let old = protocol("1", &[PLAN]);
    let new = protocol("1", &[&(PLAN.to_owned() + "optional = true\nstatement.sv.ja = \"I {spread} finns en plan.\"")]);
    let differences = old.differences(&new);
    assert_eq!(differences.iter().map(Difference::is_of_words).collect::<Vec<_>>(), [true, false], "{differences:?}");
}

proptest! {
    #[test]
    fn what_moved_is_what_is_not_in_a_longest_rising_sequence(order in Just((0..9usize).collect::<Vec<_>>()).prop_shuffle()) {
        let kept = rising(&order);
        let stays: Vec<usize> = order.iter().copied().filter(|place| kept.contains(place)).collect();
        prop_assert!(stays.is_sorted());
        let longest = (0u32..512).filter(|set| {
            order.iter().filter(|&&place| set >> place & 1 == 1).is_sorted()
        });
        prop_assert_eq!(longest.map(u32::count_ones).max(), u32::try_from(stays.len()).ok());
    }
}
