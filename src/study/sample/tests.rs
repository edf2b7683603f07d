//! Drawn cases, and cases shared between coders, whatever the list and the seed.

use super::draw::{Draw, differences, extended, ordered, wanted};
use super::plan::{Constraint, Gold, Request, Twice, doubled, plan};
use super::*;
use crate::builder::swedish;
use crate::study::case::counts::Count;
use crate::study::case::plan::{Share, Wave};
use crate::study::index::CaseIx;
use proptest::prelude::*;
use typed_index_collections::{TiSlice, TiVec};

mod gold;

fn protocol_with(more: &str) -> Protocol {
    let made = swedish()
        .unit("BRO = 'Bromma', HAV = 'Hässelby-Vällingby', KUN = 'Kungsholmen', SKA = 'Skarpnäck'")
        .sex()
        .question("q", "Q?", "")
        .and(more);
    Protocol::load("p.toml", &made.to_string()).unwrap()
}

pub(crate) fn protocol() -> Protocol {
    protocol_with("")
}

/// The rows of a list with so many women and men in each unit.
pub(crate) fn rows(sizes: &[(&str, usize, usize)]) -> Vec<String> {
    let of = |unit: &str, sex: &str, n: usize| {
        (1..=n).map(move |i| format!("{unit}-{sex}{i},{unit},{sex}\n")).collect::<Vec<_>>()
    };
    sizes.iter().flat_map(|(unit, women, men)| [of(unit, "K", *women), of(unit, "M", *men)].concat()).collect()
}

/// The frame of the audit: 40 and 63, 14 and 18, 17 and 14, 14 and 19.
const FRAME: [(&str, usize, usize); 4] = [("BRO", 40, 63), ("HAV", 14, 18), ("KUN", 17, 14), ("SKA", 14, 19)];

pub(crate) fn list(rows: &[String]) -> CaseList {
    let text = format!("case_id,unit,sex\n{}", rows.concat());
    CaseList::read("cases.csv", text.as_bytes(), &protocol()).unwrap().0
}

pub(crate) fn ids(list: &CaseList, places: &[CaseIx]) -> Vec<String> {
    places.iter().map(|&place| list.cases[place].id.clone()).collect()
}

/// A plan that has nothing to keep.
fn nothing_held(list: &CaseList) -> TiVec<CaseIx, Constraint> {
    list.cases.iter().map(|_| Constraint::default()).collect()
}

fn drawn(list: &CaseList, seed: &str, n: usize) -> Vec<String> {
    let strata = strata(list, &protocol(), &[0, 1], seed);
    let draw = Draw::new(String::new(), seed, Vec::new(), &strata, &vec![n; strata.len()]);
    ids(list, &draw.sample(&strata, list, &protocol()))
}

#[test]
fn a_number_is_the_hash_of_seed_and_id() {
    // printf '2026|BRO-07' | sha256sum
    assert_eq!(number("2026", "BRO-07"), sha256(b"2026|BRO-07"));
    assert_eq!(number("2026", "Ä-1"), sha256("2026|Ä-1".as_bytes()));
}

#[test]
fn coding_order_goes_by_unit_and_mixes_the_sexes() {
    let list = list(&rows(&FRAME));
    let drawn = drawn(&list, "2026", 10);
    assert_eq!(drawn.len(), 80);
    let groups: Vec<&str> = drawn.iter().map(|id| id.get(..5).unwrap()).collect();
    assert_eq!(groups[..4], ["BRO-K", "BRO-M", "BRO-K", "BRO-M"]);
    assert!(groups.is_sorted_by_key(|group| FRAME.iter().position(|(unit, ..)| group.starts_with(unit))));
}

#[test]
fn fewer_than_wanted_is_told_and_recorded() {
    let list = list(&rows(&[("BRO", 4, 12)]));
    let strata = strata(&list, &protocol(), &[0, 1], "1");
    let mut draw = Draw::new(String::new(), "1", Vec::new(), &strata, &[10, 10]);
    assert_eq!((draw.strata[0].drawn, draw.strata[0].short()), (4, 6));
    assert_eq!((draw.strata[1].drawn, draw.strata[1].short()), (10, 0));
    draw.more(5);
    assert_eq!((draw.strata[1].drawn, draw.strata[1].short()), (12, 3));
    assert!(draw.is_of(&strata));
}

#[test]
fn a_replacement_is_the_next_of_its_stratum_until_the_reserve_is_empty() {
    let list = list(&rows(&[("BRO", 4, 5)]));
    let strata = strata(&list, &protocol(), &[0, 1], "1");
    let mut draw = Draw::new(String::new(), "1", Vec::new(), &strata, &[3, 3]);
    let women = strata[0].cases.clone();
    assert_eq!(draw.replace(&strata, &list, women[1]), Some(women[3]));
    assert!(draw.is_replaced(&list.cases[women[1]].id) && draw.strata[0].drawn == 4);
    assert_eq!(draw.sample(&strata, &list, &protocol()).len(), 7, "nobody is taken away");
    assert_eq!(draw.replace(&strata, &list, women[0]), None);
    assert!(!draw.is_replaced(&list.cases[women[0]].id));
}

#[test]
fn more_and_added_cases_come_after_those_of_their_unit() {
    let frame = list(&rows(&FRAME));
    let strata = strata(&frame, &protocol(), &[0, 1], "7");
    let mut draw = Draw::new(String::new(), "7", Vec::new(), &strata, &vec![5; strata.len()]);
    let first = frame.select(&draw.sample(&strata, &frame, &protocol()));
    draw.more(5);
    let second = extended(&first, &frame, &protocol(), &draw.sample(&strata, &frame, &protocol()));
    let at_once: Vec<String> = drawn(&frame, "7", 10);
    assert_eq!(second.cases.iter().map(|case| case.id.clone()).collect::<Vec<_>>(), at_once);
    let last = strata[0].cases.last().copied().unwrap();
    draw.added.push(frame.cases[last].id.clone());
    let third = extended(&second, &frame, &protocol(), &draw.sample(&strata, &frame, &protocol()));
    assert_eq!(third.cases.raw[20].id, frame.cases[last].id, "after the twenty of Bromma");
    assert_eq!(third.cases.len(), 81);
}

#[test]
fn sizes_go_by_the_closest_row_and_totals_are_compared() {
    let (protocol, list) = (protocol(), list(&rows(&FRAME)));
    let strata = strata(&list, &protocol, &[0, 1], "1");
    let read = |text: &str| Count::read("sizes.csv", text.as_bytes(), &protocol);
    let sizes = read("Verksamhet;kön;antal\nBromma;Kvinnor;12\nSKA;M;0\n").unwrap();
    let name = |values: &[String]| values.join(" ");
    let found = wanted(&strata, &[0, 1], &sizes, Some(10), name).unwrap();
    assert_eq!(found, [12, 10, 10, 10, 10, 10, 10, 0]);
    let faults = wanted(&strata, &[0, 1], &sizes, None, name).unwrap_err();
    assert_eq!(faults.0.len(), 6, "{faults}");
    let by_unit = read("unit,n\nBRO,3\n").unwrap();
    assert_eq!(wanted(&strata, &[0, 1], &by_unit, Some(1), name).unwrap()[..3], [3, 3, 1]);
    assert!(wanted(&strata, &[1], &by_unit, Some(1), name).is_err(), "a unit is no stratum of the sexes");
    let stated = read("unit,n\nBRO,103\nHAV,32\nKUN,32\nSKA,33\n").unwrap();
    let differences = differences(&strata, &list, &super::draw::stated(&list, &stated));
    assert_eq!(differences.len(), 1);
    assert_eq!((&differences[0].parts, differences[0].stated), (&vec![17, 14], 32));
    let faults = read("unit,n\nBRO,x\nBRO,-1\nNOWHERE,2\n").unwrap_err();
    assert_eq!(faults.0.len(), 4, "{faults}");
    assert!(read("unit,sex\nBRO,K\n").is_err() && read("n\n3\n").is_err());
}

#[test]
fn the_size_of_the_second_coding_is_as_usual_or_as_asked() {
    let sizes = [(10, 10), (80, 24), (120, 24), (121, 25), (199, 40), (495, 99), (496, 100), (500, 100), (501, 100)];
    for (cases, expected) in [&sizes[..], &[(2000, 100), (2001, 101), (3600, 180)]].concat() {
        assert_eq!(doubled(cases, None), expected, "{cases}");
    }
    let percent = |cases, n| doubled(cases, Some(Twice::Percent(n)));
    assert_eq!((percent(80, 0), percent(81, 50), percent(80, 100)), (0, 41, 80));
    let cases = |n| doubled(80, Some(Twice::Cases(n)));
    assert_eq!((cases(0), cases(24), cases(80), cases(81)), (0, 24, 80, 80));
}

fn coders(n: usize) -> Vec<String> {
    (0..n).map(|coder| format!("c{coder}")).collect()
}

fn planned(list: &CaseList, held: &TiSlice<CaseIx, Constraint>, coders: &[String], seed: &str) -> TiVec<CaseIx, Share> {
    gilded(list, held, coders, seed, Gold::default())
}

fn gilded(
    list: &CaseList,
    held: &TiSlice<CaseIx, Constraint>,
    coders: &[String],
    seed: &str,
    gold: Gold<'_>,
) -> TiVec<CaseIx, Share> {
    plan(list, &protocol(), held, &Request { coders, twice: None, seed, gold })
}

/// The largest difference between what two coders have of some cases.
fn spread<'a>(coders: &[String], cases: &(impl Iterator<Item = &'a Share> + Clone)) -> usize {
    let counts = coders.iter().map(|coder| cases.clone().filter(|share| *share.coder == **coder).count());
    let counts: Vec<usize> = counts.collect();
    counts.iter().max().unwrap() - counts.iter().min().unwrap()
}

#[test]
fn the_entries_of_units_are_not_shared() {
    let asked = "[[question]]\nid = \"u\"\narea = \"A\"\ntext = \"?\"\nper = \"unit\"\n";
    let protocol = protocol_with(asked);
    let text = format!("case_id,unit,sex\n{}", rows(&FRAME).concat());
    let (list, _) = CaseList::read("f.csv", text.as_bytes(), &protocol).unwrap();
    let request = Request { coders: &coders(2), twice: None, seed: "s", gold: Gold::default() };
    assert!(list.entries().len() > 0);
    assert_eq!(plan(&list, &protocol, TiSlice::from_ref(&[]), &request).len(), list.files().len());
}

#[test]
fn a_plan_keeps_what_is_begun() {
    let list = list(&rows(&FRAME));
    let mut held = nothing_held(&list);
    for held in held.iter_mut().take(12) {
        held.coder = Some("c1".to_owned());
    }
    held.raw[3].second = Some("c0".to_owned());
    held.raw[4].dropped = true;
    held.raw[5].owner = Some("c0".to_owned());
    let shares = planned(&list, &held, &coders(2), "s");
    assert!(shares.raw[..12].iter().all(|share| &*share.coder == "c1"));
    assert_eq!(&*shares.raw[3].second, "c0");
    assert!(shares.raw[4].second.is_empty(), "what cannot be reviewed is not coded twice");
    assert!(shares.raw[5].second.is_empty(), "nobody is left for a case that both have had");
    assert!(spread(&coders(2), &shares.iter()) <= 2, "the others make up for it");
}

#[test]
fn nobody_codes_a_case_twice_when_a_coder_has_left() {
    let list = list(&rows(&FRAME));
    let held: TiVec<CaseIx, _> =
        list.cases.iter().map(|_| Constraint { second: Some("c0".to_owned()), ..Constraint::default() }).collect();
    let shares = planned(&list, &held, &coders(2), "s");
    assert!(shares.iter().all(|share| (&*share.coder, &*share.second) == ("c1", "c0")));
    let alone = planned(&list, &held, &coders(1), "s");
    assert!(alone.iter().all(|share| (&*share.coder, &*share.second) == ("c0", "")));
}

#[test]
fn waves_follow_each_coders_own_order() {
    let list = list(&rows(&FRAME));
    let shares = planned(&list, &nothing_held(&list), &coders(3), "s");
    for coder in coders(3) {
        let own = shares.iter().filter(|share| *share.coder == *coder && !share.second.is_empty());
        let waves: Vec<Wave> = own.map(|share| share.wave.unwrap()).collect();
        assert!(waves.is_sorted() && waves.len() >= 12, "{waves:?}");
        let count = |wave| waves.iter().filter(|known| **known == wave).count();
        assert!(count(Wave::Early).abs_diff(count(Wave::Late)) <= 1);
    }
    assert!(shares.iter().all(|share| share.second.is_empty() == share.wave.is_none()));
}

fn sizes() -> impl Strategy<Value = Vec<(&'static str, usize, usize)>> {
    let unit = |name: &'static str| (Just(name), 0usize..12, 0usize..12);
    (unit("BRO"), (Just("HAV"), 1usize..12, 0usize..12), unit("KUN"), unit("SKA"))
        .prop_map(|(one, two, three, four)| vec![one, two, three, four])
}

proptest! {
    #[test]
    fn a_draw_does_not_depend_on_the_order_of_the_frame(
        (rows, shuffled) in sizes().prop_map(|sizes| rows(&sizes)).prop_flat_map(|rows| {
            (Just(rows.clone()), Just(rows).prop_shuffle())
        }),
        seed in "[a-zå0-9]{1,6}",
        n in 0usize..12,
    ) {
        let (one, other) = (list(&rows), list(&shuffled));
        prop_assert_eq!(drawn(&one, &seed, n), drawn(&other, &seed, n));
        let whole = |list: &CaseList| ordered(&strata(list, &protocol(), &[0, 1], &seed), list).to_csv();
        prop_assert_eq!(whole(&one), whole(&other));
    }

    #[test]
    fn drawing_more_keeps_what_was_drawn(sizes in sizes(), seed in "[a-z]{1,4}", n in 0usize..8) {
        let list = list(&rows(&sizes));
        let (few, more) = (drawn(&list, &seed, n), drawn(&list, &seed, n + 5));
        let kept: Vec<String> = more.iter().filter(|id| few.contains(id)).cloned().collect();
        prop_assert_eq!(kept, few, "and in the same order");
    }

    #[test]
    fn cases_are_shared_evenly(sizes in sizes(), seed in "[a-z]{1,4}", n in 1usize..6) {
        let (list, coders) = (list(&rows(&sizes)), coders(n));
        let shares = planned(&list, &nothing_held(&list), &coders, &seed);
        let part = |prefix: &str| {
            let cases = list.cases.iter().zip(&shares).filter(|(case, _)| case.id.starts_with(prefix));
            spread(&coders, &cases.map(|(_, share)| share).collect::<Vec<_>>().into_iter())
        };
        for unit in ["BRO", "HAV", "KUN", "SKA"] {
            let (women, men) = (format!("{unit}-K"), format!("{unit}-M"));
            prop_assert!(part(&women) <= 1 && part(&men) <= 1 && part(unit) <= 1);
        }
        prop_assert!(part("") <= 1);
        let twice = shares.iter().filter(|share| !share.second.is_empty()).count();
        prop_assert_eq!(twice, if n == 1 { 0 } else { doubled(list.cases.len(), None) });
        prop_assert!(shares.iter().all(|share| share.coder != share.second));
        if twice < list.cases.len() / 2 {
            let doubled = shares.iter().filter(|share| !share.second.is_empty());
            prop_assert!(spread(&coders, &doubled.collect::<Vec<_>>().into_iter()) <= 2, "of everybody's as many");
        }
    }

    #[test]
    fn a_plan_reads_back_the_same(sizes in sizes(), seed in "[a-z]{1,4}", n in 1usize..6) {
        let mut list = list(&rows(&sizes));
        let shares = planned(&list, &nothing_held(&list), &coders(n), &seed);
        let file = list.plan_csv(&shares);
        list.read_plan("plan.csv", &file).unwrap();
        prop_assert_eq!(list.shares, shares);
    }
}

#[test]
fn what_is_wrong_with_a_plan_is_told_at_once() {
    let mut list = list(&rows(&[("BRO", 2, 0)]));
    let plan = "case_id,coder,second,wave\nBRO-K1,asa,asa,\nBRO-K2,Åsa,,\nBRO-K2,,,sometime\nX,asa,,\n";
    let faults = list.read_plan("plan.csv", plan.as_bytes()).unwrap_err();
    assert_eq!(faults.0.len(), 5, "{faults}");
    assert!(list.read_plan("plan.csv", b"case_id,coder\n").is_err());
}

#[test]
fn a_plan_wins_over_the_columns_and_leaves_other_cases_to_them() {
    let text = "case_id,unit,sex,coder\nBRO-1,BRO,K,asa\nBRO-2,BRO,M,asa\n";
    let mut list = CaseList::read("cases.csv", text.as_bytes(), &protocol()).unwrap().0;
    list.read_plan("plan.csv", b"case_id,coder,second,wave\nBRO-2,bo,asa,late\n").unwrap();
    assert_eq!(
        (list.assigned(0.into()), list.assigned(1.into()), list.second(1.into())),
        (Some("asa"), Some("bo"), Some("asa"))
    );
    assert_eq!((list.wave(0.into()), list.wave(1.into())), (None, Some(Wave::Late)));
}

/// How far counts are from what is expected, as chi-square.
fn chi_square(counts: &[u32], expected: f64) -> f64 {
    counts.iter().map(|&count| (f64::from(count) - expected).powi(2) / expected).sum()
}

#[test]
#[ignore = "takes its time; 2,000 seeds"]
fn over_2000_seeds_every_case_is_drawn_and_coded_twice_equally_often() {
    let list = list(&rows(&FRAME));
    let held = nothing_held(&list);
    let none: TiVec<CaseIx, u32> = list.cases.iter().map(|_| 0).collect();
    let (mut often, mut twice) = (none.clone(), none);
    for seed in 0..2000 {
        for id in drawn(&list, &seed.to_string(), 10) {
            often[list.place(&id).unwrap()] += 1;
        }
        for (case, share) in planned(&list, &held, &coders(2), &seed.to_string()).iter_enumerated() {
            twice[case] += u32::from(!share.second.is_empty());
        }
    }
    let number = |n: usize| f64::from(u32::try_from(n).unwrap());
    let mut from = 0;
    for size in FRAME.iter().flat_map(|(_, women, men)| [*women, *men]) {
        let counts = &often.raw[from..from + size];
        let (size, freedom) = (number(size), number(size) - 1.0);
        let part = 10.0 / size;
        // Without replacement: chi-square times (size - 1) / size, divided by 1 - part, has size - 1 degrees of freedom.
        let value = chi_square(counts, 2000.0 * part) / (1.0 - part) * freedom / size;
        let z = (value - freedom) / (2.0 * freedom).sqrt();
        assert!(z.abs() < 3.5, "stratum of {size}: chi-square {value:.1} on {freedom} degrees of freedom: {counts:?}");
        from += counts.len();
    }
    let size = number(twice.len());
    let value = chi_square(&twice.raw, 2000.0 * 40.0 / size) / (1.0 - 40.0 / size);
    assert!(value < size + 3.5 * (2.0 * size).sqrt(), "coded twice: chi-square {value:.1}: {twice:?}");
}
