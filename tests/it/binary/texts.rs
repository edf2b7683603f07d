//! Text answers and coding rules on the command line.

use super::desk::{Desk, Ran};
use crate::fixture::english;
use serde_json::Value;

fn protocol() -> String {
    english().sex().question("who", "Who?", "kind = 'text'").to_string()
}

/// Four cases: `Alfa` twice, `alfa` once, which counts as `Alfa`, and `Beta`.
fn desk() -> Desk {
    let desk = Desk::of(&protocol(), "case,sex\nA-1,F\nA-2,M\nA-3,M\nA-4,F\n");
    let texts = "<enter>Alfa<enter><space><enter>alfa<enter><space><enter>Alfa<enter><space><enter>Beta<enter><esc>";
    ran(&desk, &["S", "--coder", "carina", "--keys", texts, "--print"]);
    ran(&desk, &["S", "--coder", "lotta", "--keys", "<home>S2<enter><enter><esc>rOnly firms<enter><enter>", "--print"]);
    desk
}

fn ran(desk: &Desk, args: &[&str]) -> Ran {
    let ran = desk.run(args);
    assert_eq!(ran.code, 0, "{ran:?}");
    ran
}

fn json(desk: &Desk, args: &[&str]) -> Value {
    serde_json::from_str(&ran(desk, &[args, &["--format", "json"]].concat()).out).unwrap()
}

#[test]
fn texts_are_counted_by_the_names_that_they_count_as() {
    let desk = desk();
    let text = ran(&desk, &["tally", "S"]).out;
    assert!(text.contains("     3  Alfa (2 spellings)\n     1  Beta\n"), "{text}");
    let groups = json(&desk, &["tally", "S", "--by", "sex"])["questions"][0]["groups"].clone();
    let men = serde_json::json!([
        { "name": "Alfa", "n": 2, "pct": 100, "spellings": [{ "text": "Alfa", "n": 1 }, { "text": "alfa", "n": 1 }] }
    ]);
    assert_eq!(groups[1]["texts"], men);
    assert_eq!(groups[2]["texts"][0]["n"], 3);
    let csv = ran(&desk, &["tally", "S", "--format", "csv"]).out;
    assert!(csv.contains("\nwho,Alfa,3,75,4,"), "{csv}");
}

#[test]
fn conditions_name_what_a_text_counts_as() {
    let desk = desk();
    assert_eq!(json(&desk, &["count", "S", "--where", "who=Alfa"])["n"], 3);
    assert_eq!(json(&desk, &["count", "S", "--where", "who=alfa"])["n"], 0);
    assert_eq!(json(&desk, &["tally", "S", "--where", "who!=Alfa"])["questions"][0]["groups"][0]["base"], 1);
}

#[test]
fn the_rules_are_listed_with_the_cases_coded_before_them() {
    let desk = desk();
    let rules = json(&desk, &["list", "S", "--rules"])["questions"].clone();
    assert_eq!((&rules[0]["id"], &rules[0]["rules"][0]["text"]), (&"who".into(), &"Only firms".into()));
    assert_eq!(rules[0]["before"], serde_json::json!(["A-1", "A-2", "A-3", "A-4"]));
    assert!(ran(&desk, &["list", "S", "--rules"]).out.contains("  lotta "));
    ran(&desk, &["S", "--coder", "carina", "--keys", "#1<enter><enter><enter>", "--print"]);
    assert_eq!(json(&desk, &["list", "S", "--rules"])["questions"][0]["before"].as_array().unwrap().len(), 3);
    assert_eq!(desk.run(&["list", "S", "--rules", "--key-sheet"]).code, 2);
}

#[test]
fn nothing_is_counted_for_who_codes_blind() {
    let desk = desk();
    for round in ["second", "spot"] {
        for counted in [&["tally", "S", "who"][..], &["count", "S", "--where", "who=Alfa"]] {
            let refused = desk.run(&[counted, &["--round", round, "--lang", "sv"]].concat());
            assert_eq!((refused.code, refused.out.as_str()), (1, ""), "{counted:?}");
            assert!(refused.err.contains("Visas inte i dubbelgranskning"), "{}", refused.err);
        }
    }
    assert_eq!(
        ran(&desk, &["count", "S", "--where", "who=Alfa", "--round", "first"]).out.lines().next_back(),
        Some("3")
    );
}
