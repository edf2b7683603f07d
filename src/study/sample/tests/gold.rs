//! Cases that everybody codes first, whatever the list and the seed.

use super::*;
use crate::study::index::CaseIx;
use typed_index_collections::TiSlice;

/// The places of the gold cases.
fn gold(shares: &TiSlice<CaseIx, Share>) -> Vec<CaseIx> {
    shares.keys().filter(|&case| shares[case].is_gold()).collect()
}

fn asked(n: usize) -> Gold<'static> {
    Gold { n, chosen: &[], reference: "c0" }
}

#[test]
fn gold_cases_are_drawn_over_the_strata_and_chosen_ones_are_among_them() {
    let list = list(&rows(&FRAME));
    let held = nothing_held(&list);
    let shares = gilded(&list, &held, &coders(2), "s", asked(8));
    let drawn = ids(&list, &gold(&shares));
    assert_eq!(drawn.len(), 8);
    let of = |part: &str| drawn.iter().filter(|id| id.starts_with(part)).count();
    assert!((3..=5).contains(&of("BRO")) && ["HAV", "KUN", "SKA"].iter().all(|unit| (1..=2).contains(&of(unit))));
    let chosen = [7, 190].map(CaseIx::new);
    let shares = gilded(&list, &held, &coders(2), "s", Gold { chosen: &chosen, ..asked(3) });
    let places = gold(&shares);
    assert!(places.len() == 3 && chosen.iter().all(|case| places.contains(case)), "{places:?}");
    let shares = gilded(&list, &held, &coders(2), "s", Gold { chosen: &chosen, ..asked(0) });
    assert_eq!(gold(&shares), chosen);
}

#[test]
fn gold_cases_stay_and_only_what_nobody_else_has_begun_becomes_one() {
    let list = list(&rows(&[("BRO", 3, 3)]));
    let mut held = nothing_held(&list);
    let kept = |coder: &str| Constraint { coder: Some(coder.to_owned()), ..Constraint::default() };
    held.raw[0] = Constraint { gold: true, ..kept("c1") };
    held.raw[1] = Constraint { begun: true, ..kept("c1") };
    held.raw[2] = kept("c0");
    held.raw[3] = Constraint { begun: true, second: Some("c1".to_owned()), ..kept("c0") };
    held.raw[4].dropped = true;
    held.raw[5] = Constraint { gold: true, dropped: true, ..kept("c0") };
    let shares = gilded(&list, &held, &coders(2), "s", asked(5));
    assert_eq!(gold(&shares), [0, 2, 5].map(CaseIx::new), "as many as there can be");
    assert_eq!((&*shares.raw[0].coder, &*shares.raw[2].coder), ("c1", "c0"), "who is the reference stays it");
    assert_eq!(
        gold(&gilded(&list, &held, &coders(2), "s", asked(1))),
        [0, 5].map(CaseIx::new),
        "a dropped one is not counted"
    );
    assert_eq!(gold(&gilded(&list, &held, &coders(2), "s", asked(2))), [0, 2, 5].map(CaseIx::new));
}

#[test]
fn a_gold_case_needs_a_coder_to_compare_with() {
    let mut list = list(&rows(&[("BRO", 2, 0)]));
    let plan = "case_id,coder,second,wave\nBRO-K1,asa,,gold\nBRO-K2,,,gold\n";
    let faults = list.read_plan("plan.csv", plan.as_bytes()).unwrap_err();
    assert_eq!(faults.0.iter().map(|fault| fault.message.key).collect::<Vec<_>>(), ["plan-gold-coder"]);
}

proptest! {
    #[test]
    fn everybody_codes_every_gold_case_once_and_the_rest_is_even(
        sizes in sizes(), seed in "[a-z]{1,4}", n in 2usize..6, wanted in 1usize..20,
    ) {
        let (mut list, coders) = (list(&rows(&sizes)), coders(n));
        let held = nothing_held(&list);
        let shares = gilded(&list, &held, &coders, &seed, asked(wanted));
        let file = list.plan_csv(&shares);
        list.read_plan("plan.csv", &file).unwrap();
        prop_assert_eq!(&list.shares, &shares);
        let places = gold(&shares);
        prop_assert_eq!(places.len(), wanted.min(list.cases.len()));
        let named = |coder: &&String| shares.iter().any(|share| *share.coder == ***coder || *share.second == ***coder);
        for &case in &places {
            prop_assert_eq!(&*shares[case].coder, "c0");
            prop_assert!(shares[case].second.is_empty());
            for coder in coders.iter().filter(named) {
                prop_assert_eq!(list.codes_again(case, coder), coder != "c0");
            }
            prop_assert!(!list.codes_again(case, "somebody"), "who has no part in the plan");
        }
        let rest: Vec<&Share> = shares.iter().filter(|share| !share.is_gold()).collect();
        prop_assert!(spread(&coders, &rest.iter().copied()) <= 1);
        prop_assert!(rest.iter().all(|share| share.second.is_empty() == share.wave.is_none()));
        let twice = rest.iter().filter(|share| !share.second.is_empty()).count();
        prop_assert_eq!(twice, doubled(rest.len(), None));
    }
}
