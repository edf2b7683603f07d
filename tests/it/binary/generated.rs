//! Studies that are made up are such as the program writes, and count what is said of them.

use super::desk::Desk;
use std::collections::BTreeSet;
use std::fs;

/// Every row of a table of figures, with nothing said of how they are ordered.
fn rows(csv: &str) -> (String, BTreeSet<String>) {
    let mut lines = csv.lines().map(str::to_owned);
    (lines.next().unwrap(), lines.collect())
}

fn tally(desk: &Desk, study: &str) -> String {
    let by = ["--by", "unit", "--by", "sex", "--by", "unit,sex"];
    let ran = desk.run(&[&["tally", study], &by[..], &["--format", "csv", "--coder", "somebody"]].concat());
    assert_eq!(ran.code, 0, "{ran:?}");
    ran.out
}

#[test]
fn what_is_made_up_is_whole_and_counts_what_the_truth_says() {
    let desk = Desk::new();
    for (seed, coders, protocol) in
        [("1", "4", "demo"), ("2", "1", "demo"), ("3", "2", "demo"), ("4", "3", "ekbist2025")]
    {
        let out = format!("made{seed}");
        let line = ["generate", protocol, "--seed", seed, "--coders", coders, "--cases", "150", "--out", &out];
        let ran = desk.run(&line);
        assert_eq!(ran.code, 0, "{ran:?}");
        let study = format!("{out}/study-0001");
        let checked = desk.run(&["verify", &study]);
        assert!(checked.code == 0 && checked.out.contains("The ledger is intact"), "{checked:?}");
        let questions = fs::read_to_string(desk.path(format!("{study}/protocol.toml"))).unwrap();
        let is_asked = |row: &String| questions.contains(&format!("id = \"{}\"", row.split(',').next().unwrap()));
        let (head, counted) = rows(&tally(&desk, &study));
        let (truth_head, truth) = rows(&fs::read_to_string(desk.path(format!("{out}/truth.csv"))).unwrap());
        assert!(truth.iter().all(is_asked) && truth.len() > 100);
        // Tables of the report are told behind the questions.
        let of_questions: BTreeSet<String> =
            truth.iter().map(|row| row.split(',').next().unwrap().to_owned()).collect();
        let counted: BTreeSet<String> =
            counted.into_iter().filter(|row| of_questions.contains(row.split(',').next().unwrap())).collect();
        assert_eq!(head, truth_head);
        assert_eq!(counted.symmetric_difference(&truth).collect::<Vec<_>>(), [] as [&String; 0], "{seed}");
    }
}

#[test]
fn several_studies_are_the_same_whenever_they_are_made_and_nothing_is_written_over() {
    let desk = Desk::new();
    let make =
        |out| desk.run(&["generate", "--studies", "3", "--coders", "2", "--cases", "20", "--seed", "9", "--out", out]);
    assert_eq!((make("a").code, make("b").code), (0, 0));
    let same = desk.shell("diff -r a b && ls a");
    assert_eq!((same.code, same.out.as_str()), (0, "study-0001\nstudy-0002\nstudy-0003\ntruth.csv\n"), "{same:?}");
    let ran = make("a");
    assert!(ran.code == 1 && ran.err.contains("already"), "{ran:?}");
    let ran = desk.run(&["generate", "dv2021", "--out", "c"]);
    assert!(ran.code == 2 && ran.err.contains("cannot be made up") && !desk.path("c").exists(), "{ran:?}");
}
