//! How far coders agree, from the command line.

use super::desk::{Desk, Ran};
use crate::fixture::swedish;
use aktkoll::base::env::Stamp;
use aktkoll::study::folder::Folder;
use aktkoll::study::index::{CaseIx, QuestionIx};
use aktkoll::study::ledger::Sitting;
use aktkoll::study::ledger::control_line::Source;
use aktkoll::study::ledger::entry::{Draft, Op, Round};
use std::fs;
use std::path::Path;
use std::time::Instant;

fn protocol() -> String {
    swedish()
        .unit("BRO = 'Bromma', SKH = 'Skärholmen'")
        .question("plan", "Finns en plan?", "na = true")
        .question("foljs", "Följs planen?", "scale = 'ja_nej'\nwhen = { plan = ['ja', 'delvis'] }")
        .question("timmar", "Hur många timmar?", "kind = 'number'")
        .to_string()
}
const PLAN: &str = "case_id,coder,second,wave\nK-1,carina,lotta,early\nK-2,carina,lotta,early\nK-3,carina,lotta,late\n\
    K-4,carina,lotta,late\n";

/// Four cases coded by carina, three of them by lotta too, who has begun the fourth.
fn desk() -> Desk {
    let desk = Desk::of(&protocol(), "case_id,unit\nK-1,BRO\nK-2,BRO\nK-3,SKH\nK-4,SKH\n");
    fs::write(desk.path("S/plan.csv"), PLAN).unwrap();
    let sits = |coder: &str, round: &str, keys: &str| {
        let sat = desk.run(&["S", "--coder", coder, "--round", round, "--lang", "sv", "--keys", keys, "--print"]);
        assert_eq!(sat.code, 0, "{sat:?}");
    };
    sits("carina", "first", "jj7<enter><space>dn8<enter><space>n3<enter><space>e0<enter><space>");
    sits("lotta", "second", "jj7<enter><space>dj9<enter><space>e3<enter><space>n");
    desk
}

fn agreed(desk: &Desk, args: &[&str]) -> Ran {
    let ran = desk.run(&[&["agree", "S", "--lang", "sv"], args].concat());
    assert_eq!(ran.code, 0, "{ran:?}");
    ran
}

#[test]
fn counts_come_first_and_what_is_not_finished_is_told_in_numbers() {
    let desk = desk();
    let out = agreed(&desk, &[]).out;
    let head = "3 ärenden kodade av två, 1 återstår.\nKodade av carina (3 ärenden) och lotta (3 ärenden).\n\
        lotta: 1 svar i 1 ärende som inte är klart\n\nAlla dubbelgranskade, 3 ärenden: 5 av 8 svar lika\n\n\
        1 Finns en plan?  [plan]\n  2 av 3 lika\n  om frågan gäller: 2 av 3 lika\n  \
        vilket svar, när den gäller: 2 av 2 lika\n  olika svar: K-3\n";
    assert!(out.starts_with(head), "{out}");
    assert!(!out.contains("kappa") && !out.contains("K-4"), "{out}");
    let named = agreed(&desk, &["plan", "--labels"]).out;
    assert!(named.contains("carina i raderna, lotta i kolumnerna:"), "{named}");
    assert!(named.contains("måttlig enligt Landis och Koch"), "{named}");
    assert!(!named.contains("Följs planen"), "{named}");
    assert!(!agreed(&desk, &["--all"]).out.contains("Landis"), "words are asked for");
}

#[test]
fn data_and_appendix_are_as_they_were() {
    let desk = desk();
    insta::assert_snapshot!("agree_csv", agreed(&desk, &["--by", "unit", "--format", "csv"]).out);
    insta::assert_snapshot!("agree_md", agreed(&desk, &["--format", "md"]).out);
    let json: serde_json::Value = serde_json::from_str(&agreed(&desk, &["--format", "json", "plan"]).out).unwrap();
    insta::assert_snapshot!("agree_json", serde_json::to_string_pretty(&json).unwrap());
}

#[test]
fn groups_stand_before_all_cases() {
    let desk = desk();
    let out = agreed(&desk, &["--by", "wave,question", "--by", "coder"]).out;
    let heads: Vec<&str> = out.lines().filter(|line| line.ends_with(" svar lika") && !line.starts_with(' ')).collect();
    assert_eq!(
        heads,
        [
            "tidig, 2 ärenden: 4 av 6 svar lika",
            "sen, 1 ärende: 1 av 2 svar lika",
            "carina, 3 ärenden: 5 av 8 svar lika",
            "lotta, 3 ärenden: 5 av 8 svar lika",
            "Alla dubbelgranskade, 3 ärenden: 5 av 8 svar lika",
        ]
    );
    assert!(out.contains("inget ärende att jämföra"), "{out}");
}

#[test]
fn what_has_no_number_has_a_reason() {
    let desk = desk();
    let csv = agreed(&desk, &["--by", "unit", "--by", "wave", "--format", "csv"]).out;
    assert!(csv.lines().count() > 60, "{csv}");
    for row in csv.lines().skip(1).map(|line| line.split(',').collect::<Vec<_>>()) {
        let [value, low, high, method, reason] = [7, 9, 10, 11, 14].map(|at| row[at]);
        assert_eq!(low.is_empty(), !reason.is_empty(), "{row:?}");
        assert_eq!((low.is_empty(), low.is_empty()), (high.is_empty(), method.is_empty()), "{row:?}");
        assert!(!value.is_empty() || !reason.is_empty(), "{row:?}");
        assert!(!row.iter().any(|cell| ["NaN", "inf", "-inf"].contains(cell)), "{row:?}");
    }
}

#[test]
fn who_is_still_to_code_a_case_is_told_that_it_is_left_out() {
    let desk = desk();
    let lotta = agreed(&desk, &["--coder", "lotta", "--all"]);
    assert!(lotta.err.contains("Ett ärende som du ska koda"), "{lotta:?}");
    assert!(!lotta.out.contains("K-4"), "{lotta:?}");
    assert_eq!(agreed(&desk, &["--coder", "carina", "--all"]).out, lotta.out);
    assert!(agreed(&desk, &["--round", "spot"]).out.starts_with("Inget ärende är kodat av två granskare."));
    let appendix = agreed(&desk, &["--round", "spot", "--format", "md"]).out;
    assert!(appendix.contains("Inget ärende är kodat av två granskare.") && !appendix.contains('|'), "{appendix}");
}

#[test]
fn what_cannot_be_compared_is_refused() {
    let desk = desk();
    for (args, expected) in [
        (&["--round", "first"][..], "second or"),
        (&["planen"], "plan"),
        (&["--by", "sex"], "sex"),
        (&["--format", "html"], "html"),
    ] {
        let ran = desk.run(&[&["agree", "S"], args].concat());
        assert!(ran.code == 2 && ran.err.contains(expected), "{args:?}: {ran:?}");
    }
}

#[test]
fn the_report_has_the_table_in_its_method() {
    let desk = desk();
    let told = desk.run(&["report", "S", "--lang", "sv"]).out;
    assert!(told.contains("3 ärenden är för få för en tabell") && !told.contains("| 1 Finns en plan? | 3"), "{told}");
    let settings = fs::read_to_string(desk.path("S/study.toml")).unwrap();
    fs::write(desk.path("S/study.toml"), settings.replace("percent_from = 10", "percent_from = 3")).unwrap();
    let report = desk.run(&["report", "S", "--lang", "sv"]).out;
    let (_, method) = report.split_once("### Samstämmighet\n").unwrap();
    assert!(
        method
            .contains("Av 4 ärenden kodades 3 av två granskare var för sig. Utfallet: 5 av 8 svar lika (63 procent).")
            && method.contains("I 3 svar sa granskarna olika: 3 är inte avgjorda."),
        "{method}"
    );
    assert!(method.contains("| 1 Finns en plan? | 3 | 2 | 67 | 0,57 (0,08–1,00) |"), "{method}");
    assert!(!method.contains("K-3") && !method.contains("carina"), "no case and no coder is named: {method}");
}

/// Writes a first and a second coding of every case, each finished, with the answer to question after question.
fn code_twice(study: &Path, answer: impl Fn(CaseIx, QuestionIx, bool) -> &'static str) {
    let folder = Folder::open(study).unwrap();
    let stamp = || Stamp { ts: "2026-03-02T08:15:30.123Z".to_owned(), salt: [7; 16] };
    for (coder, round) in [("carina", Round::First), ("lotta", Round::Second)] {
        let line = |op: Op, case: CaseIx, question: &str, value: &str| Draft {
            op,
            round,
            case_id: folder.cases.cases[case].id.clone(),
            question: question.to_owned(),
            item: String::new(),
            value: value.to_owned(),
            was: String::new(),
            undoes: None,
            begun: None,
        };
        let questions = &folder.protocol.questions;
        let of = |case: CaseIx| {
            let said =
                |place: QuestionIx| line(Op::Answer, case, &questions[place].id, answer(case, place, round.is_blind()));
            questions.keys().map(said).chain([line(Op::Done, case, "", "yes")]).collect::<Vec<_>>()
        };
        let lines: Vec<_> = folder.cases.files().flat_map(of).map(|draft| (draft, stamp())).collect();
        let who = Sitting { study: folder.settings.id.clone(), coder: coder.to_owned(), ..Sitting::default() };
        let source = Source { file: "test".to_owned(), hash: String::new() };
        folder.ledger().import(&who, &source, &lines, false, &stamp()).unwrap();
    }
}

#[test]
#[ignore = "it measures, and needs the optimised program"]
fn a_study_of_3_596_cases_coded_twice_is_compared_in_two_seconds() {
    let question = |n: usize| {
        format!("[[question]]\nid = \"f{n}\"\narea = \"A\"\ntext = \"Fråga {n}?\"\nna = {}\n", n.is_multiple_of(2))
    };
    let protocol = protocol();
    let (head, _) = protocol.split_once("[[question]]").unwrap();
    let protocol = head.to_owned() + &(1..=22).map(question).collect::<String>();
    let rows: Vec<String> = (1..=3596).map(|n| format!("K-{n:04},BRO\n")).collect();
    let desk = Desk::of(&protocol, &format!("case_id,unit\n{}", rows.concat()));
    code_twice(&desk.path("S"), |case, question, is_second| {
        let (answers, case, question) = (["ja", "delvis", "nej"], usize::from(case), usize::from(question));
        answers[(case * 7 + question * 3 + usize::from(is_second && (case + question).is_multiple_of(9))) % 3]
    });
    let begun = Instant::now();
    let ran = agreed(&desk, &["--all"]);
    let took = begun.elapsed();
    assert!(ran.out.starts_with("3596 ärenden är kodade av två granskare.\n"), "{}", &ran.out[..200]);
    assert!(ran.out.contains("genom omdragning, 2000 gånger"));
    assert!(took.as_secs_f64() < 2.0, "{took:?}");
}
