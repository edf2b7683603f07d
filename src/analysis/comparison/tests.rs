use super::*;
use crate::base::fault::Faults;
use crate::base::language::{Lang, Words};
use crate::report::comparison::document;
use crate::report::format::Format;
use crate::report::format::plain::Plain;
use crate::statistics::percent::percent;
use crate::study::Study;
use crate::study::answers::Answers;
use crate::study::answers::tests::fixture::{act, line};
use crate::study::case::CaseList;
use crate::study::index::QuestionIx;
use crate::study::ledger::entry::{Entry, Op};
use crate::study::protocol::Protocol;
use crate::study::sample::draw::{Draw, Drawn};
use proptest::prelude::*;
use std::sync::Arc;

const HEAD: &str = "version = \"1\"\nlanguage = \"sv\"\narea = [{ id = \"TS\", label = \"Trygghet\" }]\n\
    [[attribute]]\nid = \"unit\"\nlabel = \"Verksamhet\"\nrole = \"unit\"\n";

/// First decisions are not asked about the follow-up.
const OUT: &str = "[[question]]\nid = \"ordning\"\narea = \"TS\"\ntext = \"Beslutet?\"\n\
    choices = [{ id = \"forsta\", label = \"Första\" }, { id = \"fortsatt\", label = \"Fortsatt\" }]\n\
    [[question]]\nid = \"uppfoljning\"\narea = \"TS\"\ntext = \"Uppföljd?\"\nscale = \"ja_nej\"\nfavourable = [\"ja\"]\n\
    when = { ordning = \"fortsatt\" }\n";

/// First decisions are asked about it, and count.
const IN: &str = "[[question]]\nid = \"ordning\"\narea = \"TS\"\ntext = \"Beslutet?\"\n\
    choices = [{ id = \"forsta\", label = \"Första\" }, { id = \"fortsatt\", label = \"Fortsatt\" }]\n\
    [[question]]\nid = \"uppfoljning\"\narea = \"TS\"\ntext = \"Uppföljd?\"\nscale = \"ja_nej\"\nfavourable = [\"ja\"]\n";

/// First decisions have a choice of their own, which counts; nothing else tells them.
const CHOICE: &str = "[[question]]\nid = \"uppfoljning\"\narea = \"TS\"\ntext = \"Uppföljd?\"\nscale = \"ja_nej\"\nfavourable = [\"ja\"]\n\
    na = true\nin_base = [\"ej_aktuellt\"]\n";

type Group<'g> = (usize, &'g [(&'static str, &'static str)]);

/// A study with so many cases of each kind of answers.
fn study(id: &str, questions: &str, groups: &[Group<'_>]) -> Study {
    study_in("A", id, questions, groups)
}

/// The same in another unit.
fn study_in(unit: &str, id: &str, questions: &str, groups: &[Group<'_>]) -> Study {
    let protocol = Protocol::load("p.toml", &format!("id = \"{id}\"\ntitle = \"{id}\"\n{HEAD}{questions}")).unwrap();
    let mut answered: Vec<&[(&str, &str)]> = groups.iter().flat_map(|&(n, answers)| vec![answers; n]).collect();
    // A list of cases has one at least.
    answered.push(&[]);
    let rows = (0..answered.len()).fold(String::new(), |rows, case| rows + &format!("{id}-{case},{unit}\n"));
    let (cases, _) = CaseList::read("c.csv", format!("case_id,unit\n{rows}").as_bytes(), &protocol).unwrap();
    let mut answers = Answers::new(Arc::new(protocol), Arc::new(cases));
    let mut seq = 0;
    for (case, given) in answered.iter().enumerate() {
        for &(question, value) in *given {
            seq += 1;
            let (case_id, question) = (format!("{id}-{case}").into(), question.into());
            answers.apply(&line(Entry { case_id, question, ..act(seq, Op::Answer, "anna", 0, value) }));
        }
    }
    Study::new(id.to_owned(), answers)
}

fn first(study: &Study) -> Side<'_> {
    Side { name: study.title.clone(), study, draw: None, time: None }
}

fn compared<'a>(one: &'a Study, other: &'a Study) -> Comparison<'a> {
    Comparison::of([first(one), first(other)], &[]).unwrap()
}

/// 67 continued and 12 first decisions, as the inspectors of 2021 counted them.
fn earlier() -> Study {
    let groups: [Group<'_>; 3] = [
        (57, &[("ordning", "fortsatt"), ("uppfoljning", "ja")]),
        (10, &[("ordning", "fortsatt"), ("uppfoljning", "nej")]),
        (12, &[("ordning", "forsta")]),
    ];
    study("tidig", OUT, &groups)
}

/// 61 continued and 12 first decisions, as those of 2023 did.
fn later() -> Study {
    let groups: [Group<'_>; 3] = [
        (49, &[("ordning", "fortsatt"), ("uppfoljning", "ja")]),
        (12, &[("ordning", "fortsatt"), ("uppfoljning", "nej")]),
        (12, &[("ordning", "forsta"), ("uppfoljning", "nej")]),
    ];
    study("sen", IN, &groups)
}

/// Per base, the yeses and the base of both studies.
fn yeses(comparison: &Comparison<'_>, name: &str) -> Vec<(On, [(u32, u32); 2])> {
    let is_asked = |one: &&Compared| comparison.sides[0].asked(one.places[0]).unwrap().name() == name;
    let one = comparison.compared.iter().find(is_asked).unwrap();
    one.bases.iter().map(|basis| (basis.on, basis.sides.clone().map(|side| (side.counts[0], side.base)))).collect()
}

#[test]
fn a_gap_that_comes_from_the_bases_goes_away_on_a_common_one() {
    let (one, other) = (earlier(), later());
    let comparison = compared(&one, &other);
    let expected =
        [(On::Own, [(57, 67), (49, 73)]), (On::First, [(57, 67), (49, 61)]), (On::Second, [(57, 79), (49, 73)])];
    assert_eq!(yeses(&comparison, "uppfoljning"), expected);
    let percents = expected.map(|(_, [a, b])| [a, b].map(|(k, n)| percent(k, n).unwrap()));
    assert_eq!(percents, [[85, 67], [85, 80], [72, 67]]);
    let found = comparison.compared.iter().find(|one| one.bases.len() == 3).unwrap();
    let changes: Vec<i64> =
        found.bases.iter().map(|basis| comparison.change(found, basis, 0).unwrap().points).collect();
    assert_eq!(changes, [-18, -5, -5]);
    let unasked: Vec<[u32; 2]> = found.bases.iter().map(|basis| basis.sides.clone().map(|side| side.unasked)).collect();
    assert_eq!(unasked, [[0, 0], [0, 0], [12, 0]]);
}

#[test]
fn a_choice_that_only_one_study_counts_makes_a_base_and_a_condition_that_nothing_answers_to_is_told() {
    let groups: [Group<'_>; 3] =
        [(49, &[("uppfoljning", "ja")]), (12, &[("uppfoljning", "nej")]), (12, &[("uppfoljning", "ej_aktuellt")])];
    let (one, other) = (earlier(), study("sen", CHOICE, &groups));
    let comparison = compared(&one, &other);
    let expected =
        [(On::Own, [(57, 67), (49, 73)]), (On::First, [(57, 67), (49, 61)]), (On::Second, [(57, 79), (49, 73)])];
    assert_eq!(yeses(&comparison, "uppfoljning"), expected);
    let lacking: Vec<&[String]> =
        comparison.compared[0].bases.iter().map(|basis| basis.lacking.conditions.as_slice()).collect();
    assert_eq!(lacking, [&[] as &[String], &["ordning=fortsatt".to_owned()], &[]]);
    let printed = Plain { columns: 100 }
        .write(&crate::report::comparison::document::report(&comparison, &Words::new(Lang::Sv)), &Words::new(Lang::Sv));
    let text = String::from_utf8(printed.unwrap()).unwrap();
    assert!(text.contains("Villkoret ordning=fortsatt i tidig har ingen motsvarighet i sen"), "{text}");
    assert!(text.contains("frågan ställdes inte i 12 ärenden av underlaget"), "{text}");
}

#[test]
fn a_condition_with_no_counterpart_takes_nobody_into_the_base_who_was_not_asked() {
    let more = "[[question]]\nid = \"annat\"\narea = \"TS\"\ntext = \"?\"\nscale = \"ja_nej\"\nfavourable = [\"ja\"]\n";
    let gate = more.to_owned()
        + &IN.replace(
            "scale = \"ja_nej\"\nfavourable = [\"ja\"]\n",
            "scale = \"ja_nej\"\nfavourable = [\"ja\"]\nwhen = { annat = \"ja\" }\n",
        );
    let groups: [Group<'_>; 2] =
        [(15, &[("annat", "ja"), ("ordning", "fortsatt"), ("uppfoljning", "ja")]), (9, &[("annat", "nej")])];
    let (one, other) = (earlier(), study("sen", &gate, &groups));
    let comparison = compared(&one, &other);
    let on = yeses(&comparison, "uppfoljning");
    assert_eq!(on.last().unwrap(), &(On::Second, [(57, 67), (15, 15)]), "the cases of the first are as they were");
}

#[test]
fn intervals_stand_only_between_two_drawn_samples_that_nobody_added_to() {
    let (one, other) = (earlier(), later());
    let drawn = |frame, added: &[&str]| Draw {
        date: String::new(),
        seed: "1".to_owned(),
        per: Vec::new(),
        added: added.iter().map(|&id| id.to_owned()).collect(),
        strata: vec![Drawn { values: Vec::new(), frame, wanted: 79, drawn: 79, replaced: Vec::new() }],
        totals: Vec::new(),
    };
    let (sample, all, added) = (drawn(500, &[]), drawn(79, &[]), drawn(500, &["x"]));
    let interval = |a: Option<&Draw>, b: Option<&Draw>| {
        let sides = [Side { draw: a, ..first(&one) }, Side { draw: b, ..first(&other) }];
        let comparison = Comparison::of(sides, &[]).unwrap();
        let found = comparison.compared.iter().find(|one| one.bases.len() == 3).unwrap();
        let change = comparison.change(found, &found.bases[0], 0).unwrap();
        assert_eq!(change.interval.is_none(), comparison.why_no_interval().is_some());
        change.interval
    };
    assert_eq!(interval(Some(&sample), Some(&sample)), Some((-31, -4)));
    assert_eq!(interval(Some(&sample), None), None);
    assert_eq!(interval(Some(&sample), Some(&all)), None);
    assert_eq!(interval(Some(&added), Some(&sample)), None);
}

#[test]
fn a_small_base_has_no_change() {
    let groups: [Group<'_>; 1] = [(9, &[("ordning", "fortsatt"), ("uppfoljning", "ja")])];
    let (one, other) = (earlier(), study("sen", IN, &groups));
    let comparison = compared(&one, &other);
    let found = comparison.compared.last().unwrap();
    assert_eq!(comparison.change(found, &found.bases[0], 0), None);
}

/// Why each of the second study's questions is not compared with the one of the same id.
fn why(one: &str, other: &str) -> Vec<(&'static str, String)> {
    let question = |rest: &str| format!("[[question]]\nid = \"q\"\narea = \"TS\"\ntext = \"?\"\n{rest}\n");
    let (one, other) = (study("a", &question(one), &[]), study("b", &question(other), &[]));
    let words = Words::new(Lang::Sv);
    compared(&one, &other).apart.into_iter().map(|apart| (apart.why.key, words.say(&apart.why))).collect()
}

#[test]
fn what_cannot_be_compared_says_why() {
    let two = "choices = [{ id = \"helt\", label = \"Helt\", role = \"yes\" }, { id = \"inte\", label = \"Inte\", role = \"no\" }]";
    let key = |one, other| why(one, other).first().map(|(key, _)| *key);
    assert_eq!(key("scale = \"ja_nej\"\nfavourable = [\"ja\"]", "scale = \"ja_nej\"\nfavourable = [\"ja\"]"), None);
    assert_eq!(key("scale = \"ja_nej\"\nfavourable = [\"ja\"]", two), None, "the roles say which is which");
    assert_eq!(
        key(
            "scale = \"ja_nej\"\nfavourable = [\"ja\"]\nna = true",
            "scale = \"ja_nej\"\nfavourable = [\"ja\"]\nunknown = true"
        ),
        None,
        "a matter of the base"
    );
    assert_eq!(key("scale = \"ja_delvis_nej\"", "scale = \"ja_nej\"\nfavourable = [\"ja\"]"), Some("compare-choices"));
    assert!(why("scale = \"ja_delvis_nej\"", two)[0].1.contains("bara i den första: Delvis"));
    assert_eq!(key("scale = \"ja_nej\"\nfavourable = [\"ja\"]", "kind = \"number\""), Some("compare-kind"));
    assert_eq!(
        key("scale = \"ja_nej\"\nfavourable = [\"ja\"]", "scale = \"ja_nej\"\nfavourable = [\"ja\"]\nper = \"unit\""),
        Some("compare-per")
    );
    assert_eq!(key("kind = \"number\"\nunit = \"h\"", "kind = \"number\"\nunit = \"min\""), Some("compare-unit"));
    assert_eq!(key("kind = \"text\"", "kind = \"text\""), Some("compare-words"));
}

#[test]
fn questions_of_one_study_alone_are_listed_and_named_ones_are_joined() {
    let (one, other) = (earlier(), study("sen", &CHOICE.replace("uppfoljning", "foljd"), &[]));
    let alone = compared(&one, &other);
    assert_eq!((alone.compared.len(), alone.apart.len()), (0, 3));
    let map = |a: &str, b: &str| {
        let pair = [(a.to_owned(), b.to_owned())];
        Comparison::of([first(&one), first(&other)], &pair).map(|found| (found.compared.len(), found.apart.len()))
    };
    assert_eq!(map("uppfoljning", "foljd").unwrap(), (1, 1));
    let keys = |faults: Faults| faults.0.iter().map(|fault| fault.message.key).collect::<Vec<_>>();
    assert_eq!(keys(map("uppfoljd", "foljt").unwrap_err()), ["compare-no-question"; 2]);
}

#[test]
fn numbers_are_compared_by_their_means() {
    let hours = "[[question]]\nid = \"h\"\narea = \"TS\"\ntext = \"?\"\nkind = \"number\"\n";
    let groups: [[Group<'_>; 2]; 2] = [[(1, &[("h", "2")]), (1, &[("h", "5")])], [(3, &[("h", "4.5")]), (1, &[])]];
    let (one, other) = (study("a", hours, &groups[0]), study("b", hours, &groups[1]));
    let comparison = compared(&one, &other);
    let sides = &comparison.compared[0].bases[0].sides;
    assert_eq!(sides.clone().map(|side| (side.mean, side.base)), [(Some(3500), 2), (Some(4500), 3)]);
}

/// A question that is asked at two times of the same four cases.
fn twice() -> Study {
    let times = "[[question]]\nid = \"klar\"\narea = \"TS\"\ntext = \"Klar {time}?\"\nscale = \"ja_nej\"\nfavourable = [\"ja\"]\n\
        times = [\"2016\", \"2017\"]\n[[question]]\nid = \"en\"\narea = \"TS\"\ntext = \"?\"\nscale = \"ja_nej\"\nfavourable = [\"ja\"]\n";
    let groups: [Group<'_>; 3] = [
        (12, &[("klar_2016", "nej"), ("klar_2017", "ja")]),
        (10, &[("klar_2016", "ja"), ("klar_2017", "ja")]),
        (5, &[("klar_2016", "nej")]),
    ];
    study("plan", times, &groups)
}

#[test]
fn two_times_of_a_study_are_compared_also_on_the_cases_that_have_both() {
    let study = twice();
    let at = |time: &'static str| Side { name: time.to_owned(), time: Some(time), ..first(&study) };
    let comparison = Comparison::of([at("2016"), at("2017")], &[]).unwrap();
    assert_eq!(yeses(&comparison, "klar"), [(On::Own, [(10, 27), (22, 22)]), (On::Both, [(10, 22), (22, 22)])]);
    assert_eq!((comparison.compared.len(), comparison.apart.len()), (1, 0), "what has no times is not compared");
    assert_eq!(comparison.why_no_interval().unwrap().key, "compare-same-cases");
}

#[test]
fn areas_stand_side_by_side_by_id_then_by_label() {
    let renamed = |study: &str| study.replace("area = \"TS\"", "area = \"X\"");
    let head = HEAD.replace("id = \"TS\"", "id = \"X\"");
    let (one, other) = (earlier(), later());
    let text = format!("id = \"c\"\ntitle = \"c\"\n{head}{}", renamed(CHOICE));
    let protocol = Arc::new(Protocol::load("p.toml", &text).unwrap());
    let (cases, _) = CaseList::read("c.csv", b"case_id,unit\nc-0,A\n", &protocol).unwrap();
    let third = Study::new("c".to_owned(), Answers::new(protocol, Arc::new(cases)));
    let words = Words::new(Lang::Sv);
    let report = crate::report::comparison::areas::report(&[first(&one), first(&other), first(&third)], &words);
    assert_eq!(report.sections.iter().map(|one| one.id.as_str()).collect::<Vec<_>>(), ["studies", "area-TS"]);
    let text = String::from_utf8(Plain { columns: 200 }.write(&report, &words).unwrap()).unwrap();
    let row: Vec<&str> = text.lines().find(|line| line.contains("Uppföljd? Ja")).unwrap().split_whitespace().collect();
    assert_eq!(row[2..], ["85", "57", "67", "67", "49", "73", "–", "0", "0"]);
    assert!(!text.contains("Beslutet?"), "nothing is wished for there: {text}");
    let said = "[question.statement.sv]\nja = \"I {spread} är insatsen uppföljd.\"\nnej = \"I {spread} saknas uppföljning.\"\n";
    let stated = study("sagd", &format!("{OUT}{said}"), &[(20, &[("ordning", "fortsatt"), ("uppfoljning", "ja")])]);
    let report = crate::report::comparison::areas::report(&[first(&stated), first(&other)], &words);
    let text = String::from_utf8(Plain { columns: 200 }.write(&report, &words).unwrap()).unwrap();
    assert!(text.contains("Uppföljd? Ja ") && !text.contains("är insatsen uppföljd"), "a row claims nothing: {text}");
}

proptest! {
    #[test]
    fn each_on_its_own_base_is_what_the_tally_counts(a in 0usize..20, b in 0usize..20, c in 0usize..20) {
        let groups: [Group<'_>; 3] = [
            (a, &[("ordning", "fortsatt"), ("uppfoljning", "ja")]),
            (b, &[("ordning", "fortsatt"), ("uppfoljning", "nej")]),
            (c, &[("ordning", "forsta")]),
        ];
        let (one, other) = (study("a", OUT, &groups), study("b", OUT, &groups));
        let comparison = compared(&one, &other);
        for found in &comparison.compared {
            let total = one.tally().total(found.places[0]);
            prop_assert_eq!(found.bases.len(), 1, "the same questions about the same cases have one base");
            prop_assert_eq!(&found.bases[0].sides[0].counts, &total.choices);
            prop_assert_eq!(found.bases[0].sides[0].base, total.base);
        }
    }
}

/// A gate that one study answers in three ways and the other in two, one of them under another id.
fn gated(id: &str, partly: &str, groups: &[Group<'_>]) -> Study {
    let offered = ["bifall", partly, "avslag"].into_iter().filter(|id| !id.is_empty());
    let choices: Vec<String> = offered.map(|id| format!("{{ id = \"{id}\", label = \"{id}\" }}")).collect();
    let granted = if partly.is_empty() { "\"bifall\"".to_owned() } else { format!("[\"bifall\", \"{partly}\"]") };
    let text = format!(
        "[[question]]\nid = \"beslut\"\narea = \"TS\"\ntext = \"Beslut?\"\nchoices = [{}]\n\
         [[question]]\nid = \"plan\"\narea = \"TS\"\ntext = \"Plan?\"\nscale = \"ja_nej\"\nwhen = {{ beslut = {granted} }}\n",
        choices.join(", ")
    );
    study(id, &text, groups)
}

#[test]
fn an_answer_of_the_base_that_the_other_study_lacks_is_told_and_can_be_mapped() {
    let one = gated("ett", "delavslag", &[(20, &[("beslut", "bifall"), ("plan", "ja")])]);
    let told = |other: &Study, map: &[(&str, &str)]| {
        let map: Vec<_> = map.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect();
        let comparison = Comparison::of([first(&one), first(other)], &map)?;
        let plan = comparison.compared.iter().find(|compared| compared.places == [QuestionIx::new(1); 2]).unwrap();
        let lacking = |basis: &Basis| basis.lacking.values.clone();
        let values: Vec<Vec<String>> = plan.bases.iter().map(lacking).filter(|values| !values.is_empty()).collect();
        let text =
            Plain { columns: 200 }.write(&document::report(&comparison, &Words::new(Lang::Sv)), &Words::new(Lang::Sv));
        Ok::<_, Faults>((values.concat(), String::from_utf8(text?).unwrap()))
    };
    let other = gated("tva", "", &[(20, &[("beslut", "bifall"), ("plan", "nej")])]);
    let (values, text) = told(&other, &[]).unwrap();
    assert_eq!(values, ["beslut=delavslag"]);
    assert!(text.contains("Underlaget i ett omfattar beslut=delavslag. Det värdet finns inte i tva"), "{text}");
    let named = gated("tre", "delvis", &[(20, &[("beslut", "delvis"), ("plan", "nej")])]);
    assert_eq!(told(&named, &[]).unwrap().0, ["beslut=delavslag", "beslut=delvis"]);
    assert!(told(&named, &[("beslut:delavslag", "beslut:delvis")]).unwrap().0.is_empty());
    assert!(told(&named, &[("beslut:delavslag", "plan:ja")]).is_err(), "not the same question");
}

/// What lets in everything but one answer, or any answer, lets in one that the other study lacks as well.
#[test]
fn a_base_that_lets_in_all_but_some_tells_the_answers_that_the_other_lacks() {
    let of = |id: &str, partly: &str, when: &str, gate: &'static str| {
        let choice = |id: &str| format!("{{ id = \"{id}\", label = \"{id}\" }}");
        let offered: Vec<String> =
            ["bifall", partly, "avslag"].into_iter().filter(|id| !id.is_empty()).map(choice).collect();
        let text = format!(
            "[[question]]\nid = \"beslut\"\narea = \"TS\"\ntext = \"Beslut?\"\nchoices = [{}]\n\
             [[question]]\nid = \"plan\"\narea = \"TS\"\ntext = \"Plan?\"\nscale = \"ja_nej\"\nwhen = {{ {when} }}\n",
            offered.join(", ")
        );
        study(id, &text, &[(20, &[("beslut", gate), ("plan", "ja")])])
    };
    for when in ["beslut = { not = \"avslag\" }", "any = [{ beslut = { not = \"avslag\" } }, { unit = \"B\" }]"] {
        let (one, other) = (of("ett", "delavslag", when, "delavslag"), of("tva", "", when, "bifall"));
        let comparison = compared(&one, &other);
        let plan = comparison.compared.iter().find(|found| found.places == [QuestionIx::new(1); 2]).unwrap();
        let lacking: Vec<(On, &[String])> =
            plan.bases.iter().map(|basis| (basis.on, basis.lacking.values.as_slice())).collect();
        assert!(lacking.contains(&(On::First, &["beslut=delavslag".to_owned()])), "{when}: {lacking:?}");
    }
}

/// A value of an attribute likewise, and that one can be mapped too.
#[test]
fn a_value_of_an_attribute_that_the_other_study_lacks_is_told_and_can_be_mapped() {
    let of = |id: &str, unit: &str| {
        let text = format!(
            "[[question]]\nid = \"plan\"\narea = \"TS\"\ntext = \"Plan?\"\nscale = \"ja_nej\"\nwhen = {{ unit = \"{unit}\" }}\n"
        );
        study_in(unit, id, &text, &[(20, &[("plan", "ja")])])
    };
    let (one, other) = (of("ett", "A"), of("tva", "B"));
    let lacking = |other: &Study, map: &[(&str, &str)]| {
        let map: Vec<_> = map.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect();
        let comparison = Comparison::of([first(&one), first(other)], &map)?;
        let bases = &comparison.compared[0].bases;
        Ok::<_, Faults>(bases.iter().flat_map(|basis| basis.lacking.conditions.clone()).collect::<Vec<_>>())
    };
    assert_eq!(lacking(&other, &[]).unwrap(), ["unit=A", "unit=B"]);
    assert!(lacking(&other, &[("unit:A", "unit:B")]).unwrap().is_empty());
    assert!(lacking(&other, &[("unit:A", "unit:C")]).is_err(), "no case of the other has it");
}
