//! Copies that were written apart say the same in whatever order they are merged, and a redaction wins everywhere.

use super::*;
use crate::fixture::swedish;
use aktkoll::study::answers::Answers;
use aktkoll::study::answers::undo::Stacks;
use aktkoll::study::case::CaseList;
use aktkoll::study::ledger::line::Sought;
use aktkoll::study::protocol::Protocol;
use aktkoll::study::tally::Tally;
use proptest::prelude::*;
use std::sync::Arc;

const CODERS: [&str; 2] = ["carina", "lotta"];
const CASES: [&str; 3] = ["B-1", "B-2", "S-1"];
fn protocol() -> String {
    swedish().question("plan", "?", "").question("namn", "?", "kind = 'text'\nwhen = { plan = 'ja' }").to_string()
}

/// What a coder does: which act, of which case, with which value.
type Act = (usize, usize, usize);
/// A sitting of a coder, and whether a text of it is taken away afterwards.
type Sat = (usize, Vec<Act>, Option<usize>);

fn sat() -> impl Strategy<Value = Vec<Sat>> {
    let act = (0usize..8, 0..CASES.len(), 0usize..3);
    let one = (0..CODERS.len(), prop::collection::vec(act, 0..5), prop::option::weighted(0.3, 0usize..3));
    prop::collection::vec(one, 0..3)
}

fn draft((act, case, value): Act, last: Option<&Entry<'static>>) -> Draft {
    let plain = |op, value: &str| Draft { op, question: String::new(), ..answer(CASES[case], value) };
    match (act, last) {
        (0, Some(last)) if !last.op.is_text() => {
            let (value, was) = (last.was.to_string(), last.value.to_string());
            let (op, case_id, question) = (last.op, last.case_id.to_string(), last.question.to_string());
            Draft { op, case_id, question, value, was, undoes: Some(last.h), ..note("") }
        }
        (0..=2, _) => answer(CASES[case], ["ja", "delvis", "nej"][value]),
        (3, _) => Draft { question: "namn".to_owned(), ..answer(CASES[case], ["Alfa", "Beta", ""][value]) },
        (4, _) => plain(Op::Take, ["ill", "other", ""][value]),
        (5, _) => plain(Op::Drop, ["saknas", "sekretess", ""][value]),
        _ => Draft { case_id: CASES[case].to_owned(), ..note(["Anna", "Bo ringde", ""][value]) },
    }
}

fn sit(study: &Study, sittings: &[Sat]) {
    for (coder, acts, gone) in sittings {
        let coder = CODERS[*coder];
        let (_, mut writer) = study.begin(coder);
        let mut last = None;
        for act in acts {
            last = Some(writer.append(&draft(*act, last.as_ref()), &stamp()).unwrap());
        }
        writer.close("", "", &stamp()).unwrap();
        if let Some(case) = gone {
            take_away(study, coder, CASES[*case]);
        }
    }
}

/// Takes a note on a case away.
fn take_away(study: &Study, coder: &str, case: &str) {
    let Draft { op, round, case_id, question, item, value: text, .. } =
        Draft { case_id: case.to_owned(), ..note("Anna") };
    let mut ledger = study.ledger();
    ledger.read(&mut |_| {});
    let sought = Sought { op, round, case_id, question, item, text };
    ledger.redact(&sitting(coder), &[sought], true, &stamp()).unwrap();
}

/// All that is counted and shown of a study.
fn seen(study: &Study) -> Vec<String> {
    let protocol = Arc::new(Protocol::load("p.toml", &protocol()).unwrap());
    let list = format!("case_id\n{}\n", CASES.join("\n"));
    let cases = CaseList::read("cases.csv", list.as_bytes(), &protocol).unwrap().0;
    let mut answers = Answers::new(protocol, Arc::new(cases));
    let reading = study.ledger().read(&mut |entry| {
        answers.apply(&entry);
    });
    assert_eq!((reading.stale, reading.grave().count()), (false, 0), "{:?}", reading.findings);
    let tally = Tally::new(&answers, &[]);
    let mut seen: Vec<String> = (0..2).map(|question| format!("{:?}", tally.total(question.into()))).collect();
    let text = |line: &aktkoll::study::answers::record::Record| (line.seq, answers.text(line.value).to_owned());
    for case in 0..CASES.len() {
        let lines = (0..2).map(|question| answers.lines(case.into(), question.into(), &[Round::First], None));
        let lines: Vec<Vec<_>> = lines.map(|lines| lines.into_iter().map(text).collect()).collect();
        let notes: Vec<_> = answers.annotations(case.into()).map(text).collect();
        let record = [0, 1].map(|question| answers.of_record(Op::Answer, case.into(), Some(question.into())).map(text));
        let owned = (answers.owner(case.into()), answers.dropped(case.into()).map(text));
        seen.push(format!("{owned:?} {record:?} {lines:?} {notes:?}"));
    }
    for coder in CODERS {
        let stacks = Stacks::of(&answers, coder, Round::First);
        let said = |draft: Draft| (draft.op, draft.case_id, draft.question, draft.value);
        seen.push(format!("{:?} {:?}", stacks.undo(&answers).map(said), stacks.redo(&answers).map(said)));
    }
    seen.extend(answers.forks().map(|(one, other)| format!("{:?} {:?}", text(one), text(other))));
    seen
}

fn orders(n: usize) -> Vec<Vec<usize>> {
    if n == 0 {
        return vec![Vec::new()];
    }
    let shorter = orders(n - 1).into_iter();
    shorter.flat_map(|order| (0..n).map(move |at| [&order[..at], &[n - 1], &order[at..]].concat())).collect()
}

/// Several studies merged into a copy of the first of them.
fn joined(copies: &[&Study]) -> Study {
    let study = copies[0].copy();
    copies[1..].iter().for_each(|copy| {
        study.merge(copy);
    });
    study
}

/// How often a text stands in a study's files.
fn count(study: &Study, text: &str) -> usize {
    study.files().values().map(|bytes| String::from_utf8_lossy(bytes).matches(text).count()).sum()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10))]
    #[test]
    fn every_order_of_merging_gives_the_same(common in sat(), apart in prop::collection::vec(sat(), 2..5)) {
        let first = Study::new();
        sit(&first, &common);
        let copies: Vec<Study> = apart.iter().map(|_| first.copy()).collect();
        copies.iter().zip(&apart).for_each(|(copy, sittings)| sit(copy, sittings));
        let mut expected: Option<Vec<String>> = None;
        for order in orders(copies.len()) {
            let ordered: Vec<&Study> = order.iter().map(|&at| &copies[at]).collect();
            let mut studies = vec![joined(&ordered)];
            if let [one, two, three, four] = ordered[..] {
                studies.push(joined(&[&joined(&[one, two]), &joined(&[three, four])]));
            }
            for study in studies {
                prop_assert_eq!(study.verify(), vec![]);
                let found = seen(&study);
                prop_assert_eq!(expected.get_or_insert_with(|| found.clone()), &found, "{:?}", order);
                prop_assert_eq!(ordered.iter().map(|copy| study.merge(copy)).sum::<usize>(), 0, "once more brings nothing");
            }
        }
    }
}

#[test]
fn of_two_answers_under_one_number_the_same_counts_whichever_copy_is_merged_into_which() {
    let first = Study::new();
    let (yes, no) = (first.copy(), first.copy());
    sit(&yes, &[(0, vec![(1, 0, 0)], None)]);
    sit(&no, &[(0, vec![(1, 0, 2)], None)]);
    let [one, other] = [joined(&[&yes, &no]), joined(&[&no, &yes])];
    assert_eq!(seen(&one), seen(&other));
    assert!(seen(&one)[2].contains("Some((2, \"nej\"))"), "{:?}", seen(&one));
}

#[test]
fn a_redaction_wins_over_the_text_in_every_merge() {
    let first = Study::new();
    sit(&first, &[(0, vec![(6, 0, 0), (6, 1, 1)], None)]);
    let (kept, gone) = (first.copy(), first.copy());
    take_away(&gone, "carina", "B-1");
    // Both go on, so that neither copy's next file can simply be taken.
    for study in [&kept, &gone] {
        sit(study, &[(0, vec![(1, 2, 1)], None)]);
    }
    assert_eq!((count(&kept, "Anna"), count(&gone, "Anna")), (1, 0));
    for (here, copy) in [(&kept, &gone), (&gone, &kept)] {
        let study = here.copy();
        let merged = study.ledger().merge(&mut copy.ledger(), true, &mut stamp).unwrap();
        assert_eq!(merged.blanked, count(here, "Anna"));
        assert_eq!((count(&study, "Anna"), study.verify()), (0, vec![]));
        assert_eq!(count(&study, "Bo ringde"), 1, "another text stays");
        assert!(study.files().values().any(|bytes| String::from_utf8_lossy(bytes).contains("\"op\":\"redact\"")));
    }
}

#[test]
fn a_file_with_a_redacted_text_that_is_not_here_brings_its_redaction_along() {
    let first = Study::new();
    let (here, there) = (first.copy(), first.copy());
    sit(&here, &[(0, vec![(1, 2, 1)], None)]);
    sit(&there, &[(0, vec![(6, 0, 0), (1, 2, 0)], Some(0))]);
    here.merge(&there);
    assert_eq!((count(&here, "Anna"), here.verify()), (0, vec![]));
    let blank = here.read().0.iter().filter(|entry| entry.value == aktkoll::study::ledger::entry::BLANKED).count();
    assert_eq!(blank, 1, "that there was a text stays");
}

#[test]
fn a_text_that_is_only_told_of_does_not_show() {
    let study = Study::new();
    sit(&study, &[(0, vec![(6, 0, 0)], None)]);
    let bytes = study.bytes("carina/0001.jsonl");
    take_away(&study, "carina", "B-1");
    study.put("carina/0001.jsonl", &bytes);
    assert_eq!(keys(&study.verify(), Kind::Note), ["ledger-note-redact"]);
    assert!(seen(&study).iter().all(|line| !line.contains("Anna")), "{:?}", seen(&study));
}
