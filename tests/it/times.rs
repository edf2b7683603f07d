//! A plan that is followed up twice, as a study in a folder: its list as it stands, its tallies, its setting.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::disallowed_methods, reason = "test helper")]

use super::figures::printed;
use aktkoll::study::folder::Folder;
use serde_json::Value;
use std::path::Path;

const ACTIVITIES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/handlingsplan_activities.csv");

/// A study of the plan with a few activities followed up, under `folder`.
fn study(folder: &Path) -> String {
    let study = folder.join("plan").to_str().unwrap().to_owned();
    printed(&["new", &study, "--protocol", "hplan", "--cases", ACTIVITIES]);
    let coded =
        "case,question,answer\nNR-01,genomford_2016,nej\nNR-01,genomford_2017,ja\nBO-01,genomford_2016,delvis\n";
    let answers = folder.join("coded.csv");
    std::fs::write(&answers, coded).unwrap();
    printed(&["import", &study, answers.to_str().unwrap(), "--coder", "test"]);
    study
}

#[test]
fn the_times_of_a_question_are_tallied_side_by_side() {
    let folder = tempfile::tempdir().unwrap();
    let study = study(folder.path());
    let text = printed(&["tally", &study, "genomford"]);
    let rows: Vec<Vec<&str>> = text.lines().map(|line| line.split_whitespace().collect()).collect();
    assert_eq!(rows[2].last(), Some(&"[genomford_2016]"));
    assert_eq!(rows[3].last(), Some(&"[genomford_2017]"));
    assert_eq!(rows[5][..7], ["2016", "Totalt", "0", "1", "1", "0", "2"]);
    assert_eq!(rows[6][..7], ["2017", "Totalt", "1", "0", "0", "0", "1"]);
    let all = printed(&["tally", &study]);
    assert_eq!(all.matches("2017 Totalt").count(), 10, "each question in one block, with its two times");
    let due = printed(&["tally", &study, "i_tid"]);
    let row: Vec<&str> = due.lines().find(|line| line.contains("2016 Totalt")).unwrap().split_whitespace().collect();
    assert_eq!(row[2..7], ["–", "–", "1", "15", "0"], "what is outside the base is counted also where that is empty");
    let one = printed(&["tally", &study, "genomford_2017"]);
    assert!(!one.contains("[genomford_2016]") && !one.contains("2017 Totalt"), "{one}");
    let json: Value = serde_json::from_str(&printed(&["tally", &study, "genomford", "--format", "json"])).unwrap();
    let times: Vec<(&Value, &Value)> =
        json["questions"].as_array().unwrap().iter().map(|one| (&one["of"], &one["time"])).collect();
    assert_eq!(times, [(&"genomford".into(), &"2016".into()), (&"genomford".into(), &"2017".into())]);
}

#[test]
fn an_activity_is_begun_by_an_answer_not_by_what_the_list_says() {
    let folder = tempfile::tempdir().unwrap();
    let listed = printed(&["list", &study(folder.path())]);
    let state = |id: &str| listed.lines().find(|line| line.contains(id)).unwrap().trim_end().to_owned();
    assert_ne!(state("NR-01"), state("NR-01").split_whitespace().next().unwrap());
    assert_eq!(state("NR-02").trim(), "NR-02");
}

#[test]
fn the_times_being_coded_stand_in_the_settings_and_must_be_some_of_the_protocol() {
    let folder = tempfile::tempdir().unwrap();
    let study = study(folder.path());
    let settings = Path::new(&study).join("study.toml");
    let before = std::fs::read_to_string(&settings).unwrap();
    assert!(!before.contains("times"), "nothing is asked for: {before}");
    std::fs::write(&settings, format!("{before}times = [\"2016\"]\n")).unwrap();
    let (read, ..) = Folder::open(Path::new(&study)).unwrap().read_whole().unwrap();
    let due = read.protocol.questions.iter().filter(|question| read.is_due(question)).count();
    assert_eq!(due, 10);
    std::fs::write(&settings, format!("{before}times = [\"2016\", \"2018\", \"x\"]\n")).unwrap();
    let faults = Folder::open(Path::new(&study)).map(|_| ()).unwrap_err();
    let keys: Vec<&str> = faults.0.iter().map(|fault| fault.message.key).collect();
    assert_eq!(keys, ["study-time-unknown"; 2]);
}
