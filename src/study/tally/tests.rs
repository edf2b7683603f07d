use super::*;
use crate::builder::swedish;
use crate::study::answers::tests::fixture::{
    ASSIGNED, BESLUT, ENHET_SEDAN, FREE, HANDLAGGARE, KONTAKTER, LEDNING, NAMN, PER_ENHET, PLAN, TIMMAR, act, answer,
    blank, entries, fold, in_round,
};
use crate::study::index::{CaseIx, QuestionIx};
use crate::study::ledger::entry::{Entry, Op, Round};
use crate::study::protocol::filter::{Key, Term, Test};
use proptest::prelude::*;

const QUESTIONS: u16 = 9;

/// The filters that a tally is followed under: none, on a column, on an answer, and on a text.
fn filters() -> [Filter; 4] {
    let is = |key, value: &str| Filter { terms: vec![Term::Is(key, Test::In(vec![value.to_owned()]))] };
    [Filter::default(), is(Key::Column(1), "K"), is(Key::Question(BESLUT), "ja"), is(Key::Question(NAMN), "Alfa")]
}

/// Every count of a tally.
fn counted(tally: &Tally) -> Vec<Counts> {
    (0..tally.groups().len())
        .flat_map(|group| (0..QUESTIONS).map(move |question| tally.of_group(QuestionIx::new(question), group)))
        .collect()
}

fn total(lines: &[Entry<'static>], question: QuestionIx) -> Counts {
    Tally::new(&fold(lines), &[0]).total(question)
}

/// Base, n.a., not asked, not known, unanswered.
fn five(counts: &Counts) -> [u32; 5] {
    [counts.base, counts.na, counts.not_asked, counts.not_known, counts.unanswered]
}

#[test]
fn a_date_counts_in_its_year() {
    assert_eq!(["2019", "2019-05", "2019-05-14", "maj"].map(year), [Some(2019), Some(2019), Some(2019), None]);
}

#[test]
fn beside_the_base_stand_the_four_numbers_outside_it() {
    let lines = [
        answer(1, "anna", 0, BESLUT, "ja"),
        answer(2, "anna", 0, PLAN, "ej_aktuellt"),
        answer(3, "anna", 1, BESLUT, "framgar_ej"),
        answer(4, "anna", 2, BESLUT, "ja"),
    ];
    assert_eq!(five(&total(&lines, BESLUT)), [3, 0, 0, 0, 1], "what cannot be told is in the base");
    assert_eq!(five(&total(&lines, PLAN)), [0, 1, 1, 1, 1]);
    assert_eq!(five(&total(&lines, KONTAKTER)), [0, 0, 2, 2, 0]);
    assert_eq!(total(&lines, BESLUT).choices, [2, 0, 0, 1]);
}

#[test]
fn blind_codings_move_nothing_and_a_dropped_case_is_in_no_number() {
    let coded = vec![answer(1, "anna", FREE, BESLUT, "ja"), answer(2, "anna", ASSIGNED, BESLUT, "nej")];
    let blind = [Round::Second, Round::Spot].map(|round| in_round(round, answer(3, "anna", FREE, BESLUT, "nej")));
    assert_eq!(total(&[coded.clone(), blind.to_vec()].concat(), BESLUT), total(&coded, BESLUT));
    let lines = [coded, vec![act(4, Op::Drop, "anna", FREE, "sekretess")]].concat();
    assert_eq!(five(&total(&lines, BESLUT)), [1, 0, 0, 0, 2]);
    assert_eq!(Tally::new(&fold(&lines), &[]).dropped((0..4).map(CaseIx::new)), 1);
}

#[test]
fn a_multi_answer_counts_in_every_choice_and_once_in_the_base() {
    let mut lines = Vec::new();
    for (seq, (case, value)) in (1..).step_by(3).zip([(0, "a;b"), (1, "a"), (2, "inga"), (3, "")]) {
        lines.extend([
            answer(seq, "anna", case, BESLUT, "ja"),
            answer(seq + 1, "anna", case, PLAN, "delvis"),
            answer(seq + 2, "anna", case, KONTAKTER, value),
        ]);
    }
    let counts = total(&lines, KONTAKTER);
    assert_eq!((counts.choices.clone(), five(&counts)), (vec![2, 1, 1], [3, 0, 0, 0, 1]));
}

#[test]
fn a_multi_answer_is_in_the_base_if_any_of_its_choices_is_whichever_comes_last() {
    let choices = "choices = [{ id = 'x', label = 'X' }, { id = 'a', label = 'A' }, { id = 'y', label = 'Y' }]";
    let fields = format!("kind = 'choices'\n{choices}\nout_of_base = ['x', 'y']");
    let text = swedish().question("q", "?", &fields).to_string();
    let protocol = crate::study::protocol::Protocol::load("p.toml", &text).unwrap();
    let question = &protocol.questions.raw[0];
    for (answer, expected) in
        [("a", (1, 0)), ("x;a", (1, 0)), ("a;y", (1, 0)), ("x;a;y", (1, 0)), ("x", (0, 1)), ("x;y", (0, 1))]
    {
        let mut counts = Counts::blank(question);
        counts.count(question, Cell { status: CellStatus::Answered, value: 1, there: true }, answer, 1);
        assert_eq!((counts.base, counts.na), expected, "{answer}");
    }
}

#[test]
fn a_tally_follows_a_case_into_its_filter_and_out_of_it() {
    let filter = Filter { terms: vec![Term::Is(Key::Question(BESLUT), Test::In(vec!["ja".to_owned()]))] };
    let mut answers = blank();
    let mut tally = Tally::filtered(&answers, &[0], filter);
    let mut five_after = |line: Entry<'static>| {
        let change = answers.apply(&line);
        tally.follow(&answers, change);
        five(&tally.total(BESLUT))
    };
    assert_eq!(five_after(answer(1, "anna", 0, BESLUT, "ja")), [1, 0, 0, 0, 0]);
    assert_eq!(five_after(answer(2, "anna", 0, PLAN, "ja")), [1, 0, 0, 0, 0]);
    assert_eq!(five_after(answer(3, "anna", 0, BESLUT, "nej")), [0; 5], "it is about other cases now");
    assert_eq!(five_after(answer(4, "anna", 0, BESLUT, "ja")), [1, 0, 0, 0, 0]);
}

#[test]
fn numbers_are_summed_in_thousandths() {
    let numbers = |values: &[&'static str]| {
        let line = |(case, value): (usize, &&'static str)| {
            let seq = 2 * case as u64 + 1;
            [answer(seq, "anna", case, BESLUT, "nej"), answer(seq + 1, "anna", case, TIMMAR, value)]
        };
        total(&values.iter().enumerate().flat_map(line).collect::<Vec<_>>(), TIMMAR)
    };
    let counts = numbers(&["0.1", "0.2", "12", "0.1"]);
    assert_eq!(counts.values, BTreeMap::from([(100, 2), (200, 1), (12_000, 1)]));
    assert_eq!((counts.mean(), counts.range()), (Some(3100), Some((100, 12_000))));
    assert_eq!(numbers(&["0.001", "0.002"]).mean(), Some(2), "half goes away from zero");
    assert_eq!(numbers(&["-0.001", "-0.002"]).mean(), Some(-2));
    assert_eq!((numbers(&[]).mean(), numbers(&[]).range()), (None, None));
}

#[test]
fn the_counts_of_an_answer_return_when_its_gate_does() {
    let mut lines = vec![answer(1, "anna", 0, BESLUT, "ja"), answer(2, "anna", 0, PLAN, "ja")];
    let before = total(&lines, PLAN);
    lines.push(answer(3, "anna", 0, BESLUT, "nej"));
    assert_eq!(five(&total(&lines, PLAN)), [0, 0, 1, 3, 0]);
    lines.push(answer(4, "anna", 0, BESLUT, "ja"));
    assert_eq!(total(&lines, PLAN), before);
}

#[test]
fn informants_that_disagree_are_counted_over_the_units_entries() {
    let lines = [
        answer(1, "anna", LEDNING, PER_ENHET, "ja"),
        answer(2, "anna", HANDLAGGARE, PER_ENHET, "nej"),
        answer(3, "anna", LEDNING, BESLUT, "ja"),
        answer(4, "anna", FREE, PER_ENHET, "ja"),
    ];
    let counts = total(&lines, PER_ENHET);
    assert_eq!((counts.choices.clone(), five(&counts)), (vec![1, 0, 1], [2, 0, 0, 0, 2]));
    assert_eq!(five(&total(&lines, ENHET_SEDAN)), [0, 0, 2, 1, 1], "its condition looks at the informant");
    assert_eq!(five(&total(&lines, BESLUT)), [0, 0, 0, 0, 4], "an answer out of place counts nowhere");
    let strays: Vec<u64> = fold(&lines).strays().map(|line| line.seq).collect();
    assert_eq!(strays, [3, 4]);
}

#[test]
fn groups_stand_in_the_protocols_order_then_in_that_of_the_cases() {
    let tally = Tally::new(&blank(), &[1, 0]);
    let groups: Vec<(Per, String)> = tally.groups().iter().map(|one| (one.per, one.values.join(" "))).collect();
    let of_cases = ["K BRO", "K SKH", "M BRO", "M SKH"].map(|key| (Per::Case, key.to_owned()));
    assert_eq!(groups, [&of_cases[..], &[" BRO", " SKH"].map(|key| (Per::Unit, key.to_owned()))].concat());
    assert_eq!((tally.values(0, Per::Case), tally.values(1, Per::Unit)), (vec!["K", "M"], vec!["BRO", "SKH"]));
    let informants = Tally::new(&blank(), &[2]);
    assert_eq!(informants.values(0, Per::Unit), ["ledning", "handlaggare"]);
}

proptest! {
    #[test]
    fn a_tally_that_follows_every_line_is_the_one_built_afresh(lines in entries()) {
        let mut answers = blank();
        let mut followed = filters().map(|filter| Tally::filtered(&answers, &[0, 1], filter));
        for line in &lines {
            let change = answers.apply(line);
            for (tally, filter) in followed.iter_mut().zip(filters()) {
                tally.follow(&answers, change);
                let fresh = Tally::filtered(&answers, &[0, 1], filter);
                prop_assert_eq!(counted(tally), counted(&fresh), "after {:?}", line);
                prop_assert_eq!((tally.dropped((0..8).map(CaseIx::new)), &tally.cells), (fresh.dropped((0..8).map(CaseIx::new)), &fresh.cells));
            }
        }
    }

    #[test]
    fn every_counted_case_is_in_one_number_and_groups_sum_to_the_total(lines in entries()) {
        let answers = fold(&lines);
        for filter in filters() {
            let (tally, whole) =
                (Tally::filtered(&answers, &[0, 1], filter.clone()), Tally::filtered(&answers, &[], filter));
            for question in answers.protocol().questions.keys() {
                let per = answers.protocol().questions[question].per;
                for group in 0..tally.groups().len() {
                    let sum: u32 = five(&tally.of_group(question, group)).iter().sum();
                    let cases = answers.cases().of(per);
                    let cases = cases.filter(|&case| tally.is_counted(case) && tally.group_of[case] == group);
                    prop_assert_eq!(sum as usize, cases.count(), "a question is counted over its own kind alone");
                }
                prop_assert_eq!(tally.total(question), whole.total(question));
                let counts = whole.total(question);
                let chosen: u32 = counts.choices.iter().sum();
                let single = answers.protocol().questions[question].choices().len() > 1 && question != KONTAKTER;
                prop_assert!(!single || chosen == counts.base + counts.na);
                prop_assert!(question != TIMMAR || counts.values.values().sum::<u32>() == counts.base);
            }
        }
        for cases in [answers.cases().files(), answers.cases().entries()] {
            let dropped = cases.clone().filter(|&case| answers.dropped(case).is_some()).count();
            prop_assert_eq!(Tally::new(&answers, &[]).dropped(cases), dropped);
        }
    }
}
