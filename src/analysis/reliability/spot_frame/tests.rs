use super::*;
use crate::study::answers::Answers;
use crate::study::answers::tests::fixture::{BESLUT, FREE, act, answer, blank_of, entries, in_round, written};
use crate::study::index::CaseIx;
use crate::study::ledger::entry::Entry;
use crate::study::sample::tests::{ids, list, protocol, rows};
use proptest::prelude::*;
use std::sync::Arc;

/// The rows of the fixture's list; anna has the first case, bo codes the second one again.
const ROWS: [&str; 4] = ["B-1,BRO,K,anna,\n", "B-2,BRO,M,,bo\n", "S-1,SKH,K,,\n", "S-2,SKH,M,,\n"];

fn study(rows: &[&str], lines: &[Entry<'static>]) -> Study {
    let mut answers = blank_of(&format!("case_id,unit,sex,coder,second\n{}", rows.concat()));
    for line in lines {
        answers.apply(line);
    }
    Study::new("T".to_owned(), answers)
}

fn request<'a>(coder: &'a str, among: &'a Filter) -> Request<'a> {
    Request { coder, among, retest: None }
}

fn pool(study: &Study, coder: &str) -> SamplingFrame {
    SamplingFrame::of(study, &request(coder, &Filter::default()))
}

fn drawn(study: &Study, coder: &str, seed: &str, n: usize) -> Vec<String> {
    ids(&study.cases, &pool(study, coder).draw(study, seed, n))
}

/// What a coder answers about a case, and that it is finished.
fn coded(seq: u64, coder: &'static str, case: CaseIx) -> [Entry<'static>; 2] {
    [answer(seq, coder, case, BESLUT, "ja"), act(seq + 1, Op::Done, coder, case, "yes")]
}

#[test]
fn what_keeps_a_case_from_being_drawn_is_told() {
    let lines = [coded(1, "anna", 0.into()), coded(3, "cia", FREE), coded(5, "bo", 2.into())].concat();
    let study = study(&ROWS, &lines);
    let bo = pool(&study, "bo");
    assert_eq!(bo.cases, [CaseIx::new(0)], "anna's");
    assert_eq!(bo.barred, [(Ineligible::Blind, 1), (Ineligible::Own, 1), (Ineligible::Unfinished, 1)].into());
    let women = Filter::parse_conditions(
        &["sex=K".to_owned()],
        &study.protocol,
        &study.cases.columns,
        crate::study::protocol::Per::Case,
    );
    let among = women.unwrap();
    let cia = SamplingFrame::of(&study, &request("cia", &among));
    assert_eq!((cia.cases, cia.barred), ([0, 2].map(CaseIx::new).into(), [(Ineligible::NotMeant, 2)].into()));
}

#[test]
fn a_retest_is_of_ones_own_cases_that_were_finished_long_enough_ago() {
    let lines = [coded(1, "anna", 0.into()), coded(3, "cia", FREE)].concat();
    let study = study(&ROWS, &lines);
    let at = |ts: &str| {
        SamplingFrame::of(&study, &Request { retest: ts.parse().ok(), ..request("anna", &Filter::default()) })
    };
    assert_eq!(at("2026-03-02T08:15:30.123Z").cases, [CaseIx::new(0)]);
    let early = at("2026-03-02T08:15:30.122Z");
    assert_eq!((early.cases.len(), early.barred.get(&Ineligible::Recent)), (0, Some(&1)));
    assert_eq!(early.barred.get(&Ineligible::NotOwn), Some(&3), "cia's and nobody's");
}

#[test]
fn a_case_that_was_dropped_or_handed_over_or_given_up_and_begun_is_not_drawn() {
    let drop = act(9, Op::Drop, "cia", FREE, "no file");
    assert_eq!(pool(&study(&ROWS, &[&coded(1, "cia", FREE)[..], &[drop]].concat()), "anna").cases, [] as [CaseIx; 0]);
    let take = act(9, Op::Take, "cia", 0, "ill");
    let taken = [&coded(1, "anna", 0.into())[..], &[take], &coded(10, "cia", 0.into())[..]].concat();
    assert_eq!(pool(&study(&ROWS, &taken), "anna").barred.get(&Ineligible::Own), Some(&1), "anna answered it first");
    let begun = in_round(Round::Spot, answer(9, "anna", FREE, BESLUT, "nej"));
    let lines = [&coded(1, "cia", FREE)[..], &[begun]].concat();
    assert_eq!(pool(&study(&ROWS, &lines), "anna").barred.get(&Ineligible::Blind), Some(&1));
}

#[test]
fn the_cases_are_spread_over_the_units() {
    let list = list(&rows(&[("BRO", 40, 60), ("HAV", 2, 1), ("KUN", 5, 5), ("SKA", 1, 0)]));
    let study = Study::new("T".to_owned(), Answers::new(Arc::new(protocol()), Arc::new(list)));
    let all = SamplingFrame { cases: study.cases.files().collect(), ..SamplingFrame::default() };
    let unit = |case: CaseIx| study.cases.value(case, 0);
    let of = |n: usize, wanted: &str| all.draw(&study, "7", n).into_iter().filter(|&case| unit(case) == wanted).count();
    let counts = |n: usize| ["BRO", "HAV", "KUN", "SKA"].map(|unit| of(n, unit));
    assert_eq!((counts(4), counts(7)), ([1, 1, 1, 1], [2, 2, 2, 1]));
    assert_ne!(all.draw(&study, "7", 4), all.draw(&study, "8", 4));
    assert_eq!(counts(1000).iter().sum::<usize>(), 114);
}

proptest! {
    #[test]
    fn only_finished_cases_of_others_are_drawn_and_none_twice(lines in entries(), seed in "[a-z]{1,3}", n in 0usize..6) {
        let before = study(&ROWS, &lines);
        let pool = pool(&before, "bo");
        let drawn = pool.draw(&before, &seed, n);
        prop_assert_eq!(drawn.len(), n.min(pool.cases.len()));
        prop_assert_eq!(&drawn[..], &pool.draw(&before, &seed, n + 1)[..drawn.len()], "one more is one after these");
        for &case in &drawn {
            prop_assert_ne!(before.answers.owner(case), Some("bo"));
            prop_assert!(before.answers.dropped(case).is_none() && before.is_done(Perspective::Record, case));
            prop_assert_eq!(before.answers.answered_in("bo", Round::First, case), 0);
            prop_assert_eq!(before.answers.answered_in("bo", Round::Second, case), 0);
        }
        let takes = drawn.iter().zip(100..).map(|(&case, seq)| written(seq, "bo", take(&before.cases.cases[case].id, &seed)));
        let after = study(&ROWS, &lines.iter().cloned().chain(takes).collect::<Vec<_>>());
        let again = super::tests::pool(&after, "bo").draw(&after, "other", 9);
        prop_assert!(again.iter().all(|case| !drawn.contains(case)));
        prop_assert!(drawn.iter().all(|&case| after.answers.is_due_blind("bo", Round::Spot, case)));
    }

    #[test]
    fn a_draw_depends_on_the_seed_and_not_on_the_order_of_the_list(
        lines in entries(), seed in "[a-z]{1,3}", n in 0usize..6, order in Just(ROWS).prop_shuffle()
    ) {
        prop_assert_eq!(drawn(&study(&ROWS, &lines), "bo", &seed, n), drawn(&study(&order, &lines), "bo", &seed, n));
    }
}
