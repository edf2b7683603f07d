use super::*;
use crate::study::answers::tests::fixture::{act, line};
use crate::study::case::CaseList;
use crate::study::ledger::entry::{Entry, Op};
use crate::study::protocol::Protocol;
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

const PROTOCOL: &str = r#"id = "p"
version = "1"
language = "sv"
title = "T"
attribute = [{ id = "unit", label = "Enhet", role = "unit" }]
area = [{ id = "A", label = "A" }]
repeat = [{ id = "barn", label = "Barn", count = "antal" }]
question = [
  { id = "antal", area = "A", text = "?", kind = "number", max = 3 },
  { id = "stor", area = "A", text = "{place}?", scale = "ja_nej", na = true, repeat = "barn" },
  { id = "skola", area = "A", text = "Skola {place}?", scale = "ja_nej", when = { stor = "ja" }, repeat = "barn" },
]
"#;
const CASES: [&str; 4] = ["B-1", "B-2", "S-1", "S-2"];

fn blank() -> Answers {
    let protocol = Protocol::load("p.toml", PROTOCOL).unwrap();
    let list = "case_id,unit\nB-1,BRO\nB-2,BRO\nS-1,SKH\nS-2,SKH\n";
    let (cases, _) = CaseList::read("cases.csv", list.as_bytes(), &protocol).unwrap();
    Answers::new(Arc::new(protocol), Arc::new(cases))
}

fn answer(seq: u64, case: usize, question: &'static str, value: &'static str) -> Entry<'static> {
    line(Entry {
        case_id: CASES[case].into(),
        question: question.into(),
        ..act(seq, Op::Answer, "anna", 0usize, value)
    })
}

/// What a question of the repeat says of one entry: its standing, counted from the answers as they stand.
fn plain(answers: &BTreeMap<(usize, &str), &str>, case: usize, place: usize, question: &str) -> Option<&'static str> {
    let of =
        |id: String| answers.iter().find(|((at, known), _)| *at == case && *known == id).map_or("", |(_, value)| value);
    let entries: usize = of("antal".to_owned()).parse().ok()?;
    if entries < place {
        return None;
    }
    let kinds = |value: &str| match value {
        "ja" => "ja",
        "nej" => "nej",
        "ej_aktuellt" => "na",
        _ => "unanswered",
    };
    let big = kinds(of(format!("stor_{place}")));
    match (question, big) {
        ("stor", big) => Some(big),
        (_, "ja") => Some(kinds(of(format!("skola_{place}")))),
        (_, "unanswered") => Some("not_known"),
        _ => Some("not_asked"),
    }
}

/// Yes, no, n.a., not asked, not known, unanswered.
fn six(counts: &Counts) -> [u32; 6] {
    [counts.chosen(0), counts.chosen(1), counts.na, counts.not_asked, counts.not_known, counts.unanswered]
}

const KINDS: [&str; 6] = ["ja", "nej", "na", "not_asked", "not_known", "unanswered"];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn entries_are_counted_as_if_each_were_looked_at(
        acts in prop::collection::vec((0..4usize, 0..7usize, 0..5usize), 0..60)
    ) {
        let questions = ["antal", "stor_1", "skola_1", "stor_2", "skola_2", "stor_3", "skola_3"];
        let mut answers = blank();
        let mut tally = Tally::new(&answers, &[0]);
        let mut known: BTreeMap<(usize, &str), &str> = BTreeMap::new();
        for (seq, (case, question, value)) in (1..).zip(acts) {
            let values = match question {
                0 => ["0", "1", "2", "3", ""],
                1 | 3 | 5 => ["ja", "nej", "ja", "ej_aktuellt", ""],
                _ => ["ja", "nej", "ja", "nej", ""],
            };
            known.insert((case, questions[question]), values[value]);
            let change = answers.apply(&answer(seq, case, questions[question], values[value]));
            tally.follow(&answers, change);
        }
        for (first, id) in [(1, "stor"), (2, "skola")] {
            let places = answers.protocol().repeated(QuestionIx::new(first));
            let total = tally.entries(&places, |_| true);
            let each = |kind: &str| {
                let all = (0..4).flat_map(|case| (1..=3).map(move |place| (case, place)));
                all.filter(|&(case, place)| plain(&known, case, place, id) == Some(kind)).count()
            };
            prop_assert_eq!(six(&total).map(|n| n as usize), KINDS.map(each));
            let groups = ["BRO", "SKH"].map(|unit| tally.entries(&places, |values| values == [unit]));
            prop_assert_eq!(groups[0].clone().plus(&groups[1]), total);
            let cases = tally.cases_with(&answers, &places, |_| true);
            let any = |kind: &str| (0..4).filter(|&case| (1..=3).any(|place| plain(&known, case, place, id) == Some(kind))).count();
            prop_assert_eq!([cases.chosen(0), cases.chosen(1)].map(|n| n as usize), ["ja", "nej"].map(any));
            let based = (0..4).filter(|&case| {
                (1..=3).any(|place| matches!(plain(&known, case, place, id), Some("ja" | "nej")))
            });
            prop_assert_eq!(cases.base as usize, based.count());
            prop_assert_eq!(cases.all(), 4, "each case stands in one number");
        }
    }

    /// What is at a place that is not there any more is kept, and counts as before once it is there again.
    #[test]
    fn a_number_that_is_lowered_and_raised_again_brings_every_answer_back(
        values in prop::collection::vec(0..3usize, 6), lower in 0..3usize
    ) {
        let mut lines = vec![answer(1, 0, "antal", "3")];
        let questions = ["stor_1", "skola_1", "stor_2", "skola_2", "stor_3", "skola_3"];
        for (seq, (question, value)) in (2..).zip(questions.into_iter().zip(values)) {
            lines.push(answer(seq, 0, question, ["ja", "nej", ""][value]));
        }
        let mut answers = blank();
        for line in &lines {
            answers.apply(line);
        }
        let places = answers.protocol().repeated(QuestionIx::new(1));
        let before = Tally::new(&answers, &[0]);
        answers.apply(&answer(20, 0, "antal", ["0", "1", "2"][lower]));
        let between = Tally::new(&answers, &[0]).entries(&places, |_| true);
        prop_assert_eq!(between.all(), u32::try_from(lower).unwrap());
        answers.apply(&answer(21, 0, "antal", "3"));
        let after = Tally::new(&answers, &[0]);
        prop_assert_eq!(after.entries(&places, |_| true), before.entries(&places, |_| true));
        prop_assert_eq!(&after.cells(0.into()).raw, &before.cells(0.into()).raw);
    }
}
