use super::*;
use crate::base::language::{Lang, Words};
use crate::report::Options;
use crate::report::format::Format;
use crate::report::format::markdown::Markdown;
use crate::study::Study;
use crate::study::answers::tests::fixture::{BESLUT, NAMN, PLAN, act, answer, fold, line};
use crate::study::ledger::entry::{Entry, Op};
use crate::study::phase::{Name, Phase};

/// Bromma says yes and no, Skärholmen yes; after the feedback Bromma's first answer becomes no.
fn lines() -> Vec<Entry<'static>> {
    let why = "Enheten visade att S-1, och B-1, saknar beslut 2021";
    vec![
        answer(1, "anna", 0, BESLUT, "ja"),
        answer(2, "anna", 1, BESLUT, "nej"),
        answer(3, "bo", 2, BESLUT, "ja"),
        answer(4, "bo", 2, NAMN, "Solgården"),
        answer(5, "bo", 2, PLAN, "delvis"),
        answer(6, "anna", 0, BESLUT, "nej"),
        line(Entry { question: "beslut".into(), ..act(7, Op::Note, "anna", 0, why) }),
        answer(8, "bo", 2, PLAN, "ja"),
    ]
}

fn printed(lines: &[Entry<'static>], options: &Options, make: impl Fn(Source<'_>) -> Report) -> String {
    let phase = Phase { name: Name::Feedback, date: "2026-03-02".to_owned(), seq: 5 };
    let study = Study { phase: Some(phase), percent_from: 2, ..Study::new("Provet".to_owned(), fold(lines)) };
    let words = Words::new(Lang::Sv);
    let report = make(Source { study: &study, draw: None, words: &words, options });
    String::from_utf8(Markdown.write(&report, &words).unwrap()).unwrap()
}

fn pack(unit: &str) -> String {
    printed(&lines(), &Options::default(), |source| Report::feedback(source, unit))
}

#[test]
fn a_unit_sees_its_own_answers_beside_all() {
    let text = pack("BRO");
    assert!(text.starts_with("# Provet\n\nPreliminärt · Arbetsmaterial. Återkoppling till BRO\n"), "{text}");
    assert!(text.contains("2 av granskningens 4 ärenden gäller BRO."), "{text}");
    assert!(text.contains("| | BRO Andel % | BRO Antal | Totalt Andel % | Totalt Antal |"), "{text}");
    assert!(text.contains("| Nej | 100 | 2 | 67 | 2 |"), "{text}");
}

#[test]
fn a_unit_sees_no_case_no_other_unit_and_no_text() {
    for (own, other) in [("BRO", "SKH"), ("SKH", "BRO")] {
        let text = pack(own);
        for hidden in [other, "B-1", "B-2", "S-1", "Solgården", "anna"] {
            assert!(!text.contains(hidden), "{hidden}: {text}");
        }
    }
}

#[test]
fn a_small_base_has_counts_alone() {
    let text = pack("SKH");
    assert!(
        text.contains("| | SKH Antal | Totalt Andel % | Totalt Antal |"),
        "no column of shares without any: {text}"
    );
    assert!(text.contains("| Ja | 1 | 33 | 1 |"), "{text}");
}

#[test]
fn changes_after_the_feedback_are_listed_with_their_reasons() {
    let text = printed(&lines(), &Options::default(), Report::of);
    assert!(text.contains("Faktaavstämningen började 2026-03-02. 2 svar har ändrats sedan dess."), "{text}");
    assert!(text.contains("En ändring saknar skäl."), "{text}");
    let row = "| 1 ? | BRO | Ja → Nej | Enheten visade att X, och X, saknar beslut 2021 |";
    assert!(text.contains(row) && text.contains("| 2 ? | SKH | Delvis → Ja | – |"), "{text}");
    let own = pack("BRO");
    assert!(own.contains("Ett svar har ändrats") && own.contains("| 1 ? | Ja → Nej |"), "{own}");
    assert!(!own.contains("Delvis → Ja") && !own.contains("saknar skäl"), "{own}");
}

#[test]
fn where_small_counts_are_hidden_no_single_case_is_told() {
    let text = printed(&lines(), &Options { min_cell: Some(5), ..Options::default() }, Report::of);
    assert!(text.contains("2 svar har ändrats") && !text.contains("Ja → Nej"), "{text}");
    let hiding = Options { min_cell: Some(3), ..Options::default() };
    let own = printed(&lines(), &hiding, |source| Report::feedback(source, "BRO"));
    assert!(own.contains("Hur många av ärendena som är från BRO visas inte.") && !own.contains("2 av "), "{own}");
}
