//! Gold cases from the command line: planned, coded by everybody first, and what is asked before the rest.

use super::desk::{Desk, Ran, plan_and_decision};
use std::fs;

fn desk() -> Desk {
    let row = |unit: &str, n: usize| format!("{unit}-{n:02},{unit}\n");
    let rows: String = ["BRO", "SKH"].iter().flat_map(|unit| (1..=6).map(move |n| row(unit, n))).collect();
    Desk::of(&plan_and_decision(""), &format!("case_id,unit\n{rows}"))
}

fn sv(desk: &Desk, args: &[&str]) -> Ran {
    desk.run(&[args, &["--lang", "sv"]].concat())
}

fn done(desk: &Desk, args: &[&str]) -> String {
    let ran = sv(desk, args);
    assert_eq!(ran.code, 0, "{args:?}: {ran:?}");
    ran.out
}

fn refused(desk: &Desk, args: &[&str], code: i32) -> String {
    let ran = sv(desk, args);
    assert_eq!(ran.code, code, "{args:?}: {ran:?}");
    ran.err
}

fn sat(desk: &Desk, coder: &str, round: &str, keys: &str) -> String {
    done(desk, &["S", "--coder", coder, "--round", round, "--keys", keys, "--print"])
}

const PLAN: [&str; 8] = ["plan", "S", "--coders", "carina,lotta", "--share", "0", "--gold", "3"];

/// The gold cases of the plan, each with its coder.
fn gold(desk: &Desk) -> Vec<(String, String)> {
    let plan = fs::read_to_string(desk.path("S/plan.csv")).unwrap();
    let rows = plan.lines().map(|line| line.split(',').map(str::to_owned).collect::<Vec<_>>());
    rows.filter(|row| row[3] == "gold").map(|row| (row[0].clone(), row[1].clone())).collect()
}

#[test]
fn a_plan_has_gold_cases_of_the_reference_and_tells_so() {
    let desk = desk();
    let told = done(&desk, &PLAN);
    assert!(
        told.contains(
            "3 kalibreringsärenden kodas av alla före resten. De andras svar jämförs med svaren från carina."
        )
    );
    let row = told.lines().find(|line| line.contains("kalibrering ")).unwrap();
    assert_eq!(row.split_whitespace().collect::<Vec<_>>(), ["kalibrering", "3", "3"]);
    assert!(gold(&desk).iter().all(|(_, coder)| coder == "carina") && gold(&desk).len() == 3);
    let named = [&PLAN[..6], &["--gold-case", "SKH-06", "BRO-02", "--reference", "Åsa"]].concat();
    done(&desk, &named);
    let asa = |id: &str| (id.to_owned(), "asa".to_owned());
    assert_eq!(gold(&desk), [asa("BRO-02"), asa("SKH-06")]);
    let told = done(&desk, &["plan", "S", "--coders", "carina", "--gold", "2", "--reference", "åsa"]);
    assert!(told.contains("jämförs med svaren från asa") && told.contains("--round second"), "{told}");
    assert!(done(&desk, &["status", "S", "--format", "json"]).contains("\"wave\":\"gold\""));
}

#[test]
fn a_coder_is_led_to_the_gold_cases_and_on_when_the_requirement_is_met_or_lowered() {
    let desk = desk();
    done(&desk, &PLAN);
    let screen = sat(&desk, "lotta", "first", "");
    assert!(screen.contains("Koda kalibreringsärendena först: 0 av 3 klara."), "{screen}");
    sat(&desk, "carina", "first", "jj<space>jj<space>jj<space>");
    let tally = sv(&desk, &["tally", "S", "--coder", "lotta"]);
    assert!(tally.err.contains("3 ärenden som du ska koda blint"), "{tally:?}");
    let drift = ["agree", "S", "--drift", "--coder", "lotta"];
    assert!(
        sv(&desk, &drift).out.contains("Inget kalibreringsärende eller ärende med våg"),
        "nobody has coded anything twice"
    );
    sat(&desk, "lotta", "second", "jn<space>jj<space>jj<space>");
    let screen = sat(&desk, "lotta", "first", "");
    assert!(screen.contains("Kalibreringen: 5 av 6 svar lika, 83 procent; kravet är 90."), "{screen}");
    let told = done(&desk, &drift);
    assert!(told.contains("Kalibrering: 5 av 6 lika\n") && told.contains("inga granskare att jämföra"), "{told}");
    let json: serde_json::Value =
        serde_json::from_str(&done(&desk, &[&drift[..], &["--format", "json"]].concat())).unwrap();
    assert_eq!((&json["waves"][0]["wave"], &json["waves"][0]["alike"]), (&"gold".into(), &5.into()));
    refused(&desk, &[&drift[..], &["--format", "csv"]].concat(), 2);
    refused(&desk, &[&drift[..], &["--by", "unit"]].concat(), 2);
    sat(&desk, "lotta", "first", "j");
    assert_eq!(done(&desk, &["count", "S", "--where", "plan=ja"]).lines().last(), Some("3"));
    let told = done(&desk, &["plan", "S", "--required", "83%"]);
    assert_eq!(told.trim(), "För att gå vidare från kalibreringsärendena krävs nu 83 procent lika svar.");
    let settings = fs::read_to_string(desk.path("S/study.toml")).unwrap();
    assert!(settings.ends_with("[gold]\nrequired = 83\n"), "{settings}");
    sat(&desk, "lotta", "first", "j");
    assert_eq!(done(&desk, &["count", "S", "--where", "plan=ja"]).lines().last(), Some("4"));
    assert!(done(&desk, &["verify", "S"]).contains("hel"));
}

#[test]
fn more_gold_cases_keep_those_that_are_there() {
    let desk = desk();
    done(&desk, &PLAN);
    let before = gold(&desk);
    sat(&desk, "carina", "first", "jj<space>");
    done(&desk, &PLAN[..6]);
    assert_eq!(gold(&desk), before, "also where the number is not said again");
    let more = [&PLAN[..7], &["5", "--yes"]].concat();
    done(&desk, &more);
    let after = gold(&desk);
    assert!(after.len() == 5 && before.iter().all(|case| after.contains(case)), "{before:?} {after:?}");
    let told = done(&desk, &[&PLAN[..7], &["50", "--yes"]].concat());
    assert!(told.contains("Bara 12 av 50 kalibreringsärenden går att få"), "{told}");
}

#[test]
fn what_cannot_be_a_gold_case_is_told_and_nothing_is_changed() {
    let desk = desk();
    done(&desk, &PLAN[..6]);
    let plan = || fs::read_to_string(desk.path("S/plan.csv")).unwrap();
    let own = |coder: &str| {
        let line = plan().lines().find(|line| line.contains(&format!(",{coder},,"))).unwrap().to_owned();
        line.split(',').next().unwrap().to_owned()
    };
    let lottas = own("lotta");
    sat(&desk, "lotta", "first", &format!("/{lottas}<enter>j"));
    let before = plan();
    let named = [&PLAN[..6], &["--gold-case", &lottas]].concat();
    let told = refused(&desk, &[&named[..], &["BRO-99"]].concat(), 2);
    assert!(told.contains(&format!("{lottas} kan inte bli kalibreringsärende")) && told.contains("BRO-99"), "{told}");
    assert_eq!(plan(), before);
    done(&desk, &[&named[..], &["--reference", "lotta"]].concat());
    assert_eq!(gold(&desk), [(lottas.clone(), "lotta".to_owned())]);
    refused(&desk, &[&PLAN[..6], &["--reference", "lotta"]].concat(), 2);
    refused(&desk, &["plan", "S", "--required", "101"], 2);
    refused(&desk, &["plan", "S", "--gold", "3"], 2);
    let alone = ["plan", "S", "--coders", "carina", "--gold", "2"];
    assert!(refused(&desk, &alone, 2).contains("minst en granskare utöver carina"));
    let settings = fs::read_to_string(desk.path("S/study.toml")).unwrap();
    fs::write(desk.path("S/study.toml"), format!("{settings}\n[gold]\nrequired = 101\n")).unwrap();
    assert!(refused(&desk, &["list", "S"], 1).contains("required under [gold] är 101"));
}
