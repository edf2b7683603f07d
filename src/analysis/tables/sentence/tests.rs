use super::*;
use crate::base::language::Lang;
use crate::study::index::QuestionIx;
use crate::study::protocol::{Per, Protocol};
use proptest::prelude::*;

const SV: &str = r#"
id = "p"
version = "1"
language = "sv"
title = "P"
attribute = [{ id = "unit", label = "Enhet", role = "unit" }]
area = [{ id = "A", label = "A" }]
question = [
  { id = "uppf", area = "A", text = "Har uppföljning skett?", na = true },
  { id = "utfall", area = "A", text = "Vilket utfall fick ansökan?", kind = "choice", choices = [{ id = "b", label = "Bifall" }, { id = "a", label = "Avslag" }, { id = "d", label = "Delvis avslag" }] },
  { id = "var", area = "A", text = "Var är uppföljningen dokumenterad?", kind = "choices", choices = [{ id = "j", label = "Journal" }, { id = "u", label = "Utredning" }, { id = "m", label = "Möte" }, { id = "r", label = "Register" }] },
  { id = "timmar", area = "A", text = "Antal beviljade timmar", kind = "number", unit = "timmar/månad" },
  { id = "skal", area = "A", text = "Vilka skäl anges?", kind = "text" },
]
"#;
const EN: &str = r#"
id = "p"
version = "1"
language = "en"
title = "P"
attribute = [{ id = "unit", label = "Unit", role = "unit" }]
area = [{ id = "A", label = "A" }]
question = [
  { id = "uppf", area = "A", text = "Has there been a follow-up?", na = true },
  { id = "utfall", area = "A", text = "What was decided?", kind = "choice", choices = [{ id = "b", label = "Granted" }, { id = "a", label = "Refused" }, { id = "d", label = "Refused in part" }] },
  { id = "var", area = "A", text = "Where is the follow-up written down?", kind = "choices", choices = [{ id = "j", label = "Case notes" }, { id = "u", label = "Assessment" }, { id = "m", label = "Meeting" }, { id = "r", label = "Register" }] },
  { id = "timmar", area = "A", text = "Hours granted", kind = "number", unit = "hours/month" },
  { id = "skal", area = "A", text = "Which reasons are given?", kind = "text" },
]
"#;
const UPPF: QuestionIx = QuestionIx::new(0);
const UTFALL: QuestionIx = QuestionIx::new(1);
const VAR: QuestionIx = QuestionIx::new(2);
const TIMMAR: QuestionIx = QuestionIx::new(3);
const SKAL: QuestionIx = QuestionIx::new(4);

/// Counts of a question with one answer a case; the fourth answer is outside the base.
fn one(choices: &[u32]) -> Counts {
    let inside = choices.iter().take(3).sum();
    let na = choices.get(3).copied().unwrap_or(0);
    Counts { choices: choices.to_vec(), base: inside, na, ..Counts::default() }
}

fn several(base: u32, choices: &[u32]) -> Counts {
    Counts { choices: choices.to_vec(), base, ..Counts::default() }
}

fn numbers(values: &[(i64, u32)]) -> Counts {
    Counts { values: values.iter().copied().collect(), base: values.iter().map(|(_, n)| n).sum(), ..Counts::default() }
}

/// What both languages say of a question, without the question itself.
fn said(place: QuestionIx, total: &Counts, sexes: [&Counts; 2], units: &[(&str, &Counts)], noun: Noun) -> [String; 2] {
    [(Lang::Sv, SV, ["Kvinnor", "Män"]), (Lang::En, EN, ["Women", "Men"])].map(|(lang, protocol, names)| {
        let (words, protocol) = (Words::new(lang), Protocol::load("p.toml", protocol).unwrap());
        let question = &protocol.questions[place];
        let style = Style { names_single: true, ..Style::new(&words, 10, noun, Coverage::none(Per::Case)) };
        let sexes: Vec<(&str, &Counts)> = names.into_iter().zip(sexes).collect();
        let said = style.question(question, total, &sexes, units);
        said.strip_prefix(question.text.as_str()).expect("the question stands first").trim_start().to_owned()
    })
}

/// The same of cases, without groups.
fn plain(place: QuestionIx, total: &Counts) -> [String; 2] {
    said(place, total, [&Counts::default(); 2], &[], Noun::Case)
}

#[test]
fn a_role_scale_leads_with_its_first_answer() {
    let cases: [(&[u32], [&str; 2]); 10] = [
        (
            &[49, 5, 19, 5],
            [
                "Ja i 49 av 73 ärenden (67 procent), delvis i 5 och nej i 19; ej aktuellt i 5.",
                "Yes in 49 of 73 cases (67 percent), partly in 5 and no in 19; not applicable in 5.",
            ],
        ),
        (&[80, 0, 0, 0], ["Ja i samtliga 80 ärenden.", "Yes in all 80 cases."]),
        (&[0, 0, 2, 0], ["Nej i båda ärendena.", "No in both cases."]),
        (
            &[0, 0, 1, 3],
            ["Nej i det enda ärendet; ej aktuellt i tre.", "No in the only case; not applicable in three."],
        ),
        (
            &[0, 5, 15, 0],
            [
                "Delvis i 5 av 20 ärenden (25 procent), nej i 15 och ja i inget.",
                "Partly in 5 of 20 cases (25 percent), no in 15 and yes in none.",
            ],
        ),
        (
            &[1, 0, 3, 0],
            [
                "Ja i ett av fyra ärenden, nej i tre och delvis i inget.",
                "Yes in one of four cases, no in three and partly in none.",
            ],
        ),
        (&[1, 0, 0, 1], ["Ja i det enda ärendet; ej aktuellt i ett.", "Yes in the only case; not applicable in one."]),
        (&[0, 0, 0, 4], ["Inget ärende ingår i underlaget.", "The base has no cases."]),
        (
            &[1, 0, 1499, 0],
            [
                "Ja i ett av 1\u{a0}500 ärenden (mindre än 1 procent), nej i 1\u{a0}499 och delvis i inget.",
                "Yes in one of 1,500 cases (less than 1 percent), no in 1,499 and partly in none.",
            ],
        ),
        (
            &[1499, 0, 1, 0],
            [
                "Ja i 1\u{a0}499 av 1\u{a0}500 ärenden (mer än 99 procent), nej i ett och delvis i inget.",
                "Yes in 1,499 of 1,500 cases (more than 99 percent), no in one and partly in none.",
            ],
        ),
    ];
    for (counts, expected) in cases {
        assert_eq!(plain(UPPF, &one(counts)), expected);
    }
}

#[test]
fn answers_without_a_role_stand_in_quotes() {
    let expected = [
        "”Bifall” i 79 av 81 ärenden (98 procent), ”Avslag” i ett och ”Delvis avslag” i ett.",
        "“Granted” in 79 of 81 cases (98 percent), “Refused” in one and “Refused in part” in one.",
    ];
    assert_eq!(plain(UTFALL, &one(&[79, 1, 1])), expected);
    assert_eq!(plain(UTFALL, &one(&[0, 3, 0])), ["”Avslag” i samtliga tre ärenden.", "“Refused” in all three cases."]);
}

#[test]
fn sexes_are_compared_where_both_are_large_enough() {
    let [women, men] = [one(&[27, 2, 9, 0]), one(&[22, 3, 10, 0])];
    let total = one(&[49, 5, 19, 0]);
    let [sv, en] = said(UPPF, &total, [&women, &men], &[], Noun::Case);
    assert!(
        sv.ends_with(" Ja bland kvinnor i 27 av 38 ärenden (71 procent) och bland män i 22 av 35 (63 procent)."),
        "{sv}"
    );
    assert!(
        en.ends_with(" Yes among women in 27 of 38 cases (71 percent) and among men in 22 of 35 (63 percent)."),
        "{en}"
    );
    let small = one(&[4, 2, 3, 0]);
    assert!(!said(UPPF, &total, [&women, &small], &[], Noun::Case).concat().contains("kvinnor"));
    let (all, none) = (one(&[20, 0, 0, 0]), one(&[0, 0, 10, 0]));
    let [sv, en] = said(UPPF, &one(&[20, 0, 10, 0]), [&all, &none], &[], Noun::Case);
    assert!(sv.ends_with("Ja bland kvinnor i samtliga 20 ärenden och bland män i inget av 10."), "{sv}");
    assert!(en.ends_with("Yes among women in all 20 cases and among men in none of 10."), "{en}");
    let [sv, _] = said(UPPF, &one(&[0, 0, 30, 0]), [&one(&[0, 0, 15, 0]), &one(&[0, 0, 15, 0])], &[], Noun::Case);
    assert_eq!(sv, "Nej i samtliga 30 ärenden.");
}

#[test]
fn where_the_few_are_is_told() {
    let unit = |yes, partly, no| one(&[yes, partly, no, 0]);
    let (k, b, s, h) = (unit(10, 0, 1), unit(15, 1, 2), unit(12, 0, 2), unit(12, 0, 0));
    let units = [("Kungsholmen", &k), ("Bromma", &b), ("Skarpnäck", &s), ("Hässelby-Vällingby", &h)];
    let [sv, en] = said(UPPF, &one(&[49, 1, 5, 0]), [&Counts::default(); 2], &units, Noun::Case);
    let expected = [
        "Ja i 49 av 55 ärenden (89 procent), delvis i ett och nej i 5. Delvis i ett ärende, i Bromma. \
         Nej i fem ärenden: två i vardera Bromma och Skarpnäck samt ett i Kungsholmen.",
        "Yes in 49 of 55 cases (89 percent), partly in one and no in 5. Partly in one case, in Bromma. \
         No in five cases: two each in Bromma and Skarpnäck, and one in Kungsholmen.",
    ];
    assert_eq!([sv, en], expected);
    let units = [("Bromma", &b), ("Hässelby-Vällingby", &h)];
    let [sv, en] = said(UPPF, &one(&[27, 1, 2, 0]), [&Counts::default(); 2], &units, Noun::Case);
    assert!(sv.ends_with("Nej i två ärenden, båda i Bromma."), "{sv}");
    assert!(en.ends_with("No in two cases, both in Bromma."), "{en}");
    let (many, none) = (unit(20, 0, 10), unit(20, 0, 0));
    let [sv, _] = said(UPPF, &one(&[40, 0, 10, 0]), [&Counts::default(); 2], &[("A", &many), ("B", &none)], Noun::Case);
    assert!(!sv.contains(" i A"), "ten are not few: {sv}");
}

#[test]
fn of_several_answers_the_most_common_are_told() {
    let cases = [
        (
            several(57, &[40, 22, 3, 2]),
            [
                "De vanligaste svaren är ”Journal” i 40 av 57 ärenden (70 procent), ”Utredning” i 22 och ”Möte” i 3. Övrigt svar är ”Register” i två ärenden. Flera svar kan ges.",
                "The most common answers are “Case notes” in 40 of 57 cases (70 percent), “Assessment” in 22 and “Meeting” in 3. The other answer is “Register” in two cases. Several answers may be given.",
            ],
        ),
        (
            several(9, &[2, 9, 0, 0]),
            [
                "Svaren är ”Utredning” i samtliga nio ärenden och ”Journal” i två. Flera svar kan ges.",
                "The answers are “Assessment” in all nine cases and “Case notes” in two. Several answers may be given.",
            ],
        ),
        (
            several(1, &[0, 0, 1, 0]),
            [
                "Det enda svar som getts är ”Möte” i det enda ärendet. Flera svar kan ges.",
                "The only answer given is “Meeting” in the only case. Several answers may be given.",
            ],
        ),
        (
            several(12, &[5, 4, 2, 2]),
            [
                "Svaren är ”Journal” i fem av tolv ärenden (42 procent), ”Utredning” i fyra, ”Möte” i två och ”Register” i två. Flera svar kan ges.",
                "The answers are “Case notes” in five of twelve cases (42 percent), “Assessment” in four, “Meeting” in two and “Register” in two. Several answers may be given.",
            ],
        ),
    ];
    for (counts, expected) in cases {
        assert_eq!(plain(VAR, &counts), expected);
    }
}

#[test]
fn numbers_have_a_mean_and_a_median_where_there_are_enough() {
    let many = numbers(&[(2000, 4), (7500, 4), (12_000, 4)]);
    let expected = [
        "Medelvärdet är 7,2 timmar/månad och medianen 7,5 i tolv ärenden. Värdena ligger mellan 2 och 12 timmar/månad.",
        "The mean is 7.2 hours/month and the median 7.5 in twelve cases. Values range from 2 to 12 hours/month.",
    ];
    assert_eq!(plain(TIMMAR, &many).map(|said| said.trim_start_matches(": ").to_owned()), expected);
    let [sv, en] = said(TIMMAR, &many.clone().plus(&many), [&many, &many], &[], Noun::Case);
    assert!(sv.ends_with("Medelvärdet är 7,2 bland kvinnor (tolv ärenden) och 7,2 bland män (tolv ärenden)."), "{sv}");
    assert!(en.ends_with("The mean is 7.2 among women (twelve cases) and 7.2 among men (twelve cases)."), "{en}");
    let few = plain(TIMMAR, &numbers(&[(2000, 1), (30_500, 2)]));
    let expected = [
        ": Värdena ligger mellan 2 och 30,5 timmar/månad i tre ärenden.",
        ": Values range from 2 to 30.5 hours/month in three cases.",
    ];
    assert_eq!(few, expected);
    let alone = plain(TIMMAR, &numbers(&[(4000, 1)]));
    assert_eq!(
        alone,
        [": Det enda värdet (timmar/månad) är 4 i ett ärende.", ": The value (hours/month) is 4 in one case."]
    );
}

#[test]
fn years_are_not_averaged() {
    let told = |values: &[(i64, u32)]| {
        [(SV, "årtal", Lang::Sv), (EN, "year", Lang::En)].map(|(text, unit, lang)| {
            let text = text.replace("timmar/månad", unit).replace("hours/month", unit);
            let (words, protocol) = (Words::new(lang), Protocol::load("p.toml", &text).unwrap());
            let style = Style::new(&words, 1, Noun::Case, Coverage::none(Per::Case));
            style.question(&protocol.questions[TIMMAR], &numbers(values), &[], &[])
        })
    };
    let expected = [
        "Antal beviljade timmar: Det tidigaste året är 1995 och det senaste 2015 i tre ärenden.",
        "Hours granted: The earliest year is 1995 and the latest 2015 in three cases.",
    ];
    assert_eq!(told(&[(1_995_000, 1), (2_015_000, 2)]), expected);
    assert!(told(&[(2_004_000, 1)])[0].ends_with("Året är 2004 i ett ärende."));
}

#[test]
fn of_a_single_case_nothing_is_said_to_be_a_part() {
    let words = Words::new(Lang::Sv);
    let protocol = Protocol::load("p.toml", SV).unwrap();
    let open = Coverage { all: 2, blank: 1, ..Coverage::none(Per::Case) };
    let style = Style { names_single: true, ..Style::new(&words, 10, Noun::Case, open) };
    let said = |total: &Counts, units: &Groups<'_>| style.question(&protocol.questions[UPPF], total, &[], units);
    assert!(said(&one(&[1, 0, 0]), &[]) == "Har uppföljning skett? Ja i ett ärende.");
    let three = one(&[0, 0, 3]);
    let told = said(&one(&[4, 0, 3]), &[("Bromma", &three), ("Kista", &one(&[4, 0, 0]))]);
    assert!(told.contains("Nej i tre ärenden, alla tre i Bromma."), "those three, whatever is open: {told}");
    let (b, k) = (one(&[0, 0, 2]), one(&[4, 0, 0]));
    let told = said(&one(&[4, 0, 2]), &[("Bromma", &b), ("Kista", &k)]);
    assert!(told.contains("Nej i två ärenden, båda i Bromma."), "{told}");
}

#[test]
fn texts_are_counted_and_nouns_agree() {
    assert_eq!(plain(SKAL, &several(35, &[])), ["Svar finns i 35 ärenden.", "Answered in 35 cases."]);
    let of = |noun, counts: &[u32]| said(UPPF, &one(counts), [&Counts::default(); 2], &[], noun);
    let units = [
        "Ja i en av fyra verksamheter, nej i tre och delvis i ingen.",
        "Yes in one of four units, no in three and partly in none.",
    ];
    assert_eq!(of(Noun::Unit, &[1, 0, 3, 0]), units);
    let informants = [
        "Ja enligt fem av åtta uppgiftslämnare, delvis enligt två och nej enligt en.",
        "Yes according to five of eight informants, partly according to two and no according to one.",
    ];
    assert_eq!(of(Noun::Informant, &[5, 2, 1, 0]), informants);
    assert_eq!(of(Noun::Informant, &[2, 0, 0, 0])[0], "Ja enligt båda uppgiftslämnarna.");
    assert_eq!(of(Noun::Unit, &[0, 0, 0, 0])[0], "Ingen verksamhet ingår i underlaget.");
}

#[test]
fn times_are_compared_in_the_answer_that_leads() {
    let said = |first: &[u32], second: &[u32]| {
        [(Lang::Sv, SV), (Lang::En, EN)].map(|(lang, protocol)| {
            let (words, protocol) = (Words::new(lang), Protocol::load("p.toml", protocol).unwrap());
            let style = Style::new(&words, 10, Noun::Case, Coverage::none(Per::Case));
            let times = [("2019", &one(first)), ("2021", &one(second))];
            style.times(&protocol.questions[UPPF], &times).unwrap()
        })
    };
    let expected = [
        "Ja 2019 i 5 av 79 ärenden (6 procent) och 2021 i 9 av 79 (11 procent).",
        "Yes in 2019 in 5 of 79 cases (6 percent) and in 2021 in 9 of 79 (11 percent).",
    ];
    assert_eq!(said(&[5, 0, 74, 0], &[9, 0, 70, 0]), expected);
    let expected = ["Ja i inget ärende, varken 2019 eller 2021.", "Yes in no cases, in neither 2019 nor 2021."];
    assert_eq!(said(&[0, 0, 74, 0], &[0, 0, 70, 0]), expected);
}

#[test]
fn a_percent_in_a_table_has_its_sign() {
    let sign = |lang| {
        let words = Words::new(lang);
        let style = Style::new(&words, 10, Noun::Case, Coverage::none(Per::Case));
        [(49, 73), (1, 1000), (0, 0)].map(|(k, n)| style.percent_sign(k, n))
    };
    assert_eq!(sign(Lang::Sv), ["67\u{a0}%", "<1\u{a0}%", "–"]);
    assert_eq!(sign(Lang::En), ["67%", "<1%", "–"]);
}

proptest! {
    #[test]
    fn every_sentence_begins_with_a_capital_and_ends_with_a_stop(
        counts in prop::collection::vec(prop_oneof![Just(0u32), 0u32..14, 0u32..3000], 4),
        split in prop::collection::vec(0u32..14, 4),
    ) {
        let men: Vec<u32> = counts.iter().zip(&split).map(|(k, part)| k.saturating_sub(*part)).collect();
        let women: Vec<u32> = counts.iter().zip(&men).map(|(k, men)| k - men).collect();
        let (women, men) = (one(&women), one(&men));
        let units = [("Norr", &women), ("Söder", &men)];
        for text in said(UPPF, &one(&counts), [&women, &men], &units, Noun::Case) {
            for sentence in text.strip_suffix('.').expect("a stop").split(". ") {
                prop_assert!(sentence.starts_with(char::is_uppercase), "{}", text);
                prop_assert!(!sentence.contains("  ") && !sentence.contains('{') && !sentence.contains("prose-"), "{}", text);
            }
        }
    }
}

#[test]
fn a_single_case_is_placed_only_where_that_is_asked_for_and_nothing_is_said_twice() {
    let (words, protocol) = (Words::new(Lang::Sv), Protocol::load("p.toml", SV).unwrap());
    let question = &protocol.questions[UPPF];
    let style = Style::new(&words, 10, Noun::Case, Coverage::none(Per::Case));
    let said = |total: &[u32], [b, s]: [&[u32]; 2]| {
        let (b, s) = (one(b), one(s));
        style.question(question, &one(total), &[], &[("Bromma", &b), ("Skarpnäck", &s)])
    };
    let single = said(&[20, 1, 4, 0], [&[10, 1, 3, 0], &[10, 0, 1, 0]]);
    assert!(!single.contains("Bromma") && !single.contains("Skarpnäck"), "{single}");
    assert!(
        said(&[20, 0, 4, 0], [&[10, 0, 2, 0], &[10, 0, 2, 0]]).contains("Nej i fyra ärenden: två i vardera Bromma")
    );
    assert!(said(&[0, 0, 7, 0], [&[0, 0, 4, 0], &[0, 0, 3, 0]]).ends_with("Nej i samtliga sju ärenden."));
    let open = Style { coverage: Coverage { all: 9, blank: 2, ..Coverage::none(Per::Case) }, ..style };
    let counts = Counts { unanswered: 2, ..self::one(&[0, 0, 7, 0]) };
    let told = "Nej i sju av sju ärenden.";
    assert!(open.question(question, &counts, &[], &[]).ends_with(told));
}
