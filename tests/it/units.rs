//! Questions per unit on the command line: informants that disagree, imported and counted.
#![allow(clippy::disallowed_methods, clippy::unwrap_used, clippy::indexing_slicing, reason = "test helper")]

use super::figures::{printed, tried};
use serde_json::{Value, json};

const CASES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/dv2021/cases.csv");
const ANSWERS: &str = "case,question,answer\nunit:BRO:ledning,enh_vald_rutin,ja\n\
    unit:BRO:handlaggare,enh_vald_rutin,nej\nunit:SKA:handlaggare,enh_vald_rutin,delvis\nBRO-01,beslut,bifall\n";

/// A study of the protocol of 2021 with three answers about units and one about a case.
struct Desk(tempfile::TempDir);

impl Desk {
    fn new() -> Self {
        let desk = Self(tempfile::tempdir().unwrap());
        let made = printed(&["new", &desk.path("S"), "--protocol", "dv2021", "--cases", CASES]);
        assert!(made.contains("asked 8 times"), "{made}");
        assert!(!made.contains("Uppgiftslämnare"), "{made}");
        assert!(desk.import(ANSWERS).unwrap().contains("4 answers imported"));
        desk
    }

    fn path(&self, name: &str) -> String {
        self.0.path().join(name).to_str().unwrap().to_owned()
    }

    fn import(&self, answers: &str) -> Result<String, Vec<&'static str>> {
        std::fs::write(self.path("a.csv"), answers).unwrap();
        tries(&["import", &self.path("S"), &self.path("a.csv"), "--coder", "anna"])
    }

    fn json(&self, command: &[&str]) -> Value {
        let study = self.path("S");
        let arguments = [&command[..1], &[study.as_str()], &command[1..], &["--format", "json"]].concat();
        serde_json::from_str(&tries(&arguments).unwrap()).unwrap()
    }

    fn count(&self, options: &[&str]) -> Value {
        self.json(&[&["count"], options].concat())
    }
}

/// What a command prints, or the faults it ends with.
fn tries(arguments: &[&str]) -> Result<String, Vec<&'static str>> {
    tried(&[&["--lang", "en"], arguments].concat())
        .map_err(|faults| faults.0.iter().map(|fault| fault.message.key).collect())
}

#[test]
fn a_question_per_unit_is_tallied_by_informant_and_by_unit_and_one_per_case_over_cases() {
    let desk = Desk::new();
    let tally = desk.json(&["tally", "enh_vald_rutin", "beslut", "--by", "informant", "--by", "sex", "--by", "unit"]);
    let groups = |question: usize| -> Vec<(Value, u64, u64)> {
        let groups = tally["questions"][question]["groups"].as_array().unwrap();
        let number = |group: &Value, name: &str| group[name].as_u64().unwrap();
        groups.iter().map(|one| (one["key"].clone(), number(one, "base"), number(one, "unanswered"))).collect()
    };
    let unit = |code: &str| json!({ "unit": code });
    let expected = vec![
        (json!({ "informant": "ledning" }), 1, 3),
        (json!({ "informant": "handlaggare" }), 2, 2),
        (unit("BRO"), 2, 0),
        (unit("HAV"), 0, 2),
        (unit("KUN"), 0, 2),
        (unit("SKA"), 1, 1),
        (json!({}), 3, 5),
    ];
    assert_eq!(groups(0), expected, "not by sex, which no informant of the list has");
    let of_cases = groups(1);
    assert_eq!(of_cases.first(), Some(&(json!({ "sex": "K" }), 1, 39)), "not by informant");
    assert_eq!((of_cases.len(), of_cases.last()), (7, Some(&(json!({}), 1, 79))));
}

#[test]
fn all_questions_are_tallied_those_per_unit_last() {
    let desk = Desk::new();
    let ids = |options: &[&str]| -> Vec<String> {
        let tally = desk.json(&[&["tally"], options].concat());
        let questions = tally["questions"].as_array().unwrap();
        questions.iter().map(|question| question["id"].as_str().unwrap().to_owned()).collect()
    };
    let all = ids(&[]);
    assert_eq!((all.len(), all[52].as_str()), (53, "enh_overgang"));
    assert_eq!(ids(&["--where", "unit=BRO"]).len(), 53);
    assert_eq!(ids(&["--where", "sex=K"]).len(), 50);
    assert_eq!(ids(&["--where", "informant=ledning"]).len(), 3);
}

#[test]
fn count_counts_cases_unless_its_conditions_are_about_units() {
    let desk = Desk::new();
    let n = |counted: &Value| (counted["n"].as_u64().unwrap(), counted["of"].as_u64());
    assert_eq!(n(&desk.count(&[])), (80, None));
    assert_eq!(n(&desk.count(&["--where", "unit=BRO"])), (20, None));
    assert_eq!(n(&desk.count(&["--where", "enh_vald_rutin=ja|delvis", "--base", "unit=BRO"])), (1, Some(2)));
    assert_eq!(n(&desk.count(&["--where", "unit=BRO", "--base", "informant=ledning"])), (1, Some(4)));
    let groups = desk.count(&["--where", "enh_vald_rutin=nej", "--by", "informant"]);
    let found: Vec<(&str, u64)> = groups["groups"]
        .as_array()
        .unwrap()
        .iter()
        .map(|group| (group["key"]["informant"].as_str().unwrap(), n(group).0))
        .collect();
    assert_eq!(found, [("ledning", 0), ("handlaggare", 1)]);
    let study = desk.path("S");
    for mixed in [["--base", "beslut=bifall"], ["--base", "sex=K"], ["--by", "sex"]] {
        let refused = tries(&[&["count", &study, "--where", "enh_vald_rutin=ja"], &mixed[..]].concat());
        assert_eq!(refused, Err(vec!["condition-per"]), "{mixed:?}");
    }
}

#[test]
fn entries_are_listed_with_their_meetings_and_imported_answers_are_known_again() {
    let desk = Desk::new();
    let list = desk.json(&["list"]);
    assert_eq!((list["cases"].as_array().unwrap().len(), list["units"].as_array().unwrap().len()), (80, 8));
    let staff = &list["units"][7];
    assert_eq!(staff["case_id"], "unit:SKA:handlaggare");
    assert_eq!(staff["columns"], json!({ "unit": "SKA", "informant": "handlaggare" }));
    assert_eq!((&staff["answered"], &staff["owner"]), (&json!(1), &json!("anna")));
    assert!(list["cases"][0]["columns"].get("informant").is_none());
    let text = tries(&["list", &desk.path("S")]).unwrap();
    assert!(text.starts_with("Units\nunit:BRO:ledning      Bromma · Ledning "), "{text}");
    let sheet = tries(&["list", &desk.path("S"), "--key-sheet"]).unwrap();
    assert!(sheet.starts_with("Bromma\nBRO-01"), "{sheet}");
    assert!(desk.import(ANSWERS).unwrap().contains("4 already existed"));
    let wrong =
        "case,question,answer\nunit:BRO,enh_vald_rutin,ja\nunit:BRO:chef,enh_vald_rutin,ja\nBRO-01,enh_vald_rutin,ja\n";
    assert_eq!(desk.import(wrong), Err(vec!["answers-case", "answers-case", "answers-per-unit"]));
}
