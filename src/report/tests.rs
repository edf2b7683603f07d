use super::format::Format;
use super::format::markdown::Markdown;
use super::*;
use crate::answers::tests::fixture::{BESLUT, STUDY, act, answer, fold, line};
use crate::ledger::entry::{Entry, Op};

fn printed(options: &Options) -> String {
    let lines = [answer(1, "anna", 0, BESLUT, "ja"), answer(2, "anna", 1, BESLUT, "nej")];
    of(Study::new("Provet | ett".to_owned(), fold(&lines)), options)
}

fn of(study: Study, options: &Options) -> String {
    let words = Words::new(Lang::Sv);
    let report = Report::of(Source { study: &study, draw: None, words: &words, options });
    String::from_utf8(Markdown.write(&report, &words).unwrap()).unwrap()
}

#[test]
fn every_question_about_cases_has_a_table_under_its_area() {
    let text = printed(&Options::default());
    assert!(text.starts_with("# Provet \\| ett\n"), "{text}");
    assert!(text.contains("\n### 1 "), "{text}");
    assert!(text.contains("| **Underlag** |"), "{text}");
}

/// Strong in Bromma, weak in Skarpnäck; what is weak is kept.
fn decided() -> Study {
    let mut lines: Vec<_> = (0..4)
        .zip(["ja", "ja", "nej", "nej"])
        .map(|(case, value)| answer(case as u64 + 1, "anna", case, BESLUT, value))
        .collect();
    let question = lines[0].question.clone();
    lines
        .push(line(Entry { question, item: "development|SKH".into(), ..act(9, Op::Item, "anna", STUDY, "För få.") }));
    Study { percent_from: 2, ..Study::new("Provet".to_owned(), fold(&lines)) }
}

#[test]
fn strengths_stand_unit_by_unit_with_counts_and_proposals_as_such() {
    let text = of(decided(), &Options::default());
    let (_, text) = text.split_once("\n## Styrkor och utvecklingsområden\n").unwrap();
    let expected = "\n### BRO\n\n#### Förslag (inte genomgångna)\n\n- Styrka: ? Oftast: Ja. (fråga 1: 2 av 2; SKH 0 av 2)\n\
        \n### SKH\n\n#### Utvecklingsområden\n\n- För få. (fråga 1: 0 av 2; BRO 2 av 2)\n";
    assert_eq!(text, expected);
}

#[test]
fn where_small_counts_are_hidden_none_stands_beside_a_strength() {
    let text = of(decided(), &Options { min_cell: Some(3) });
    assert!(text.contains("- För få. (fråga 1: antalen visas inte, något av dem är litet)\n"), "{text}");
    assert!(!text.contains("2 av 2"), "{text}");
}
