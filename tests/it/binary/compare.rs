//! Studies side by side, and the method in the report.

use super::desk::Desk;
use crate::fixture::english;
use serde_json::Value;
use std::fs;

const GATE: &str = "when = { order = 'later' }\n";

/// A study `old` that does not ask about first decisions, and a study `new` that does.
fn desk() -> Desk {
    let choices = "choices = [{ id = 'first', label = 'First' }, { id = 'later', label = 'Later' }]";
    let head = english().unit("").question("order", "Which decision?", choices);
    let desk = Desk::new();
    for (name, gate, yes, no, first) in [("old", GATE, 57, 10, 12), ("new", "", 49, 12, 12)] {
        let done = format!("scale = 'yes_no'\nfavourable = ['yes']\n{gate}");
        let protocol = head.clone().question("done", "Followed up?", &done);
        fs::write(desk.path("p.toml"), protocol.to_string()).unwrap();
        let mut cases = "case,unit\n".to_owned();
        let mut answers = "case,question,answer\n".to_owned();
        for case in 0..yes + no + first {
            cases.push_str(&format!("c{case},A\n"));
            let order = if case < yes + no { "later" } else { "first" };
            answers.push_str(&format!("c{case},order,{order}\n"));
            if case < yes {
                answers.push_str(&format!("c{case},done,yes\n"));
            } else if case < yes + no || gate.is_empty() {
                answers.push_str(&format!("c{case},done,no\n"));
            }
        }
        fs::write(desk.path("c.csv"), cases).unwrap();
        fs::write(desk.path("a.csv"), answers).unwrap();
        let title = format!("Audit {name}");
        for args in [
            &["new", name, "--protocol", "p.toml", "--cases", "c.csv", "--title", &title][..],
            &["import", name, "a.csv", "--coder", "eva"],
        ] {
            let ran = desk.run(args);
            assert_eq!(ran.code, 0, "{ran:?}");
        }
    }
    desk
}

#[test]
fn two_studies_stand_side_by_side_on_their_own_bases_and_on_common_ones() {
    let desk = desk();
    let text = desk.run(&["compare", "old", "new"]);
    let rows: Vec<Vec<&str>> = text.out.lines().map(|line| line.split_whitespace().collect()).collect();
    let yes: Vec<&[&str]> = rows.iter().filter(|row| row.first() == Some(&"Yes")).map(|row| &row[1..]).collect();
    let expected = [
        ["85", "57", "67", "67", "49", "73", "−18"],
        ["85", "57", "67", "80", "49", "61", "−5"],
        ["72", "57", "79", "67", "49", "73", "−5"],
    ];
    assert_eq!(yes, expected, "{}", text.out);
    assert!(text.out.contains("Audit old: the question was not asked in 12 cases"), "{}", text.out);
    assert!(text.out.contains("No intervals are calculated"), "{}", text.out);
    let json: Value = serde_json::from_str(&desk.run(&["compare", "old", "new", "--format", "json"]).out).unwrap();
    let base = &json["questions"][1]["bases"][2];
    assert_eq!((&base["on"], &base["base"]), (&"second".into(), &serde_json::json!([79, 73])));
    assert_eq!(base["choices"][0]["pct"], serde_json::json!([72, 67]));
    let csv = desk.run(&["compare", "old", "new", "--format", "csv"]).out;
    assert!(csv.contains("\ndone,done,first,yes,yes,57,67,85,0,49,61,80,0,-5,,79,73,\n"), "{csv}");
}

#[test]
fn the_annual_view_and_documents_are_written_beside_nothing_else() {
    let desk = desk();
    let areas = desk.run(&["compare", "old", "new", "S", "--areas", "-o", "year.html", "--format", "html"]);
    assert_eq!(areas.code, 0, "{areas:?}");
    let page = fs::read_to_string(desk.path("year.html")).unwrap();
    assert!(page.contains("Area") && page.contains("Followed up? Yes") && page.contains("85"), "{page}");
    let markdown = desk.run(&["compare", "old", "new", "--areas", "--format", "md"]).out;
    assert!(markdown.contains("| Followed up? Yes | 85 | 57 | 67 | 67 | 49 | 73 |"), "{markdown}");
    fs::write(desk.path("mine.md"), "mine").unwrap();
    let kept = desk.run(&["compare", "old", "new", "--format", "md", "-o", "mine.md"]);
    assert_eq!((kept.code, fs::read_to_string(desk.path("mine.md")).unwrap().as_str()), (1, "mine"));
}

#[test]
fn what_cannot_be_asked_is_refused() {
    let desk = desk();
    let code = |args: &[&str]| {
        let ran = desk.run(&[&["compare"], args].concat());
        assert_eq!(ran.out, "", "{ran:?}");
        (ran.code, ran.err)
    };
    assert!(code(&["old"]).1.contains("Give at least two studies"));
    assert!(code(&["old", "--areas"]).1.contains("at least two studies"));
    assert!(code(&["old", "new", "--times", "2016", "2017"]).1.contains("two times of one study"));
    assert!(code(&["old", "--times", "2016", "2017"]).1.contains("2016"));
    assert!(code(&["old", "new", "--map", "dome=done"]).1.contains("done"));
    for args in [&["old"][..], &["old", "new", "--map", "x=y"], &["old", "new", "--format", "xlsx"]] {
        assert_eq!(code(args).0, 2, "{args:?}");
    }
}

#[test]
fn the_report_ends_in_its_method() {
    let desk = desk();
    let report = desk.run(&["report", "old"]).out;
    let (_, method) = report.split_once("\n## Method\n").unwrap_or_else(|| panic!("{report}"));
    assert!(method.contains("not drawn by this program") && method.contains("a.csv, SHA-256"), "{method}");
    assert!(method.contains("| Coder 1 | 79 |") && !method.contains("eva"), "{method}");
    assert!(desk.run(&["report", "old", "--coders"]).out.contains("| eva | 79 |"));
}

/// Three years of one protocol, the last with another base.
fn years() -> Desk {
    let desk = Desk::new();
    let asked = |gate: &str| {
        english()
            .unit("A = 'North', B = 'South'")
            .sex()
            .question(
                "order",
                "Which decision?",
                "choices = [{ id = 'first', label = 'First' }, { id = 'later', label = 'Later' }]",
            )
            .question("done", "Followed up?", &format!("scale = 'yes_no'\nfavourable = ['yes']\n{gate}"))
            .question("pages", "How many pages?", "kind = 'number'")
            .to_string()
    };
    for (year, gate, yes) in [("2021", "", 12), ("2022", "", 15), ("2023", GATE, 9)] {
        fs::write(desk.path("p.toml"), asked(gate)).unwrap();
        let (mut cases, mut answers) = ("case,unit,sex\n".to_owned(), "case,question,answer\n".to_owned());
        for case in 0..20 {
            cases.push_str(&format!(
                "c{case},{},{}\n",
                if case < 10 { "A" } else { "B" },
                if case % 2 == 0 { "F" } else { "M" }
            ));
            let order = if case == 19 { "first" } else { "later" };
            answers.push_str(&format!("c{case},order,{order}\nc{case},pages,{}\n", case % 3));
            if gate.is_empty() || case < 19 {
                answers.push_str(&format!("c{case},done,{}\n", if case < yes { "yes" } else { "no" }));
            }
        }
        fs::write(desk.path("c.csv"), cases).unwrap();
        fs::write(desk.path("a.csv"), answers).unwrap();
        let title = format!("Audit {year}");
        assert_eq!(desk.run(&["new", year, "--protocol", "p.toml", "--cases", "c.csv", "--title", &title]).code, 0);
        assert_eq!(desk.run(&["import", year, "a.csv", "--coder", "eva", "--done"]).code, 0);
    }
    desk
}

#[test]
fn a_question_of_three_years_stands_in_one_table_and_one_chart() {
    let desk = years();
    let markdown = desk.run(&["compare", "2021", "2022", "2023", "--format", "md"]);
    assert_eq!(markdown.code, 0, "{markdown:?}");
    for row in [
        "| Audit 2021 | 60 | 12 | 40 | 8 | 20 |",
        "| Audit 2022 | 75 | 15 | 25 | 5 | 20 |",
        "| Audit 2023 | 47 | 9 | 53 | 10 | 19 |",
    ] {
        assert!(markdown.out.contains(row), "{row}: {}", markdown.out);
    }
    assert!(markdown.out.contains("Audit 2021 and Audit 2023 do not have the same base"), "{}", markdown.out);
    assert!(!markdown.out.contains("Audit 2021 and Audit 2022 do not have"), "{}", markdown.out);
    assert!(
        markdown.out.contains("| Audit 2021 | 0.95 | 20 |") || markdown.out.contains("| Audit 2021 | 1 | 20 |"),
        "{}",
        markdown.out
    );
    for ending in ["html", "docx", "xlsx"] {
        let file = format!("y.{ending}");
        assert_eq!(desk.run(&["compare", "2021", "2022", "2023", "-o", &file]).code, 0, "{file}");
    }
    let page = fs::read_to_string(desk.path("y.html")).unwrap();
    assert!(page.contains("<svg") && page.contains("Audit 2023"), "a chart with a bar a year");
    let json: Value =
        serde_json::from_str(&desk.run(&["compare", "2021", "2022", "2023", "--format", "json"]).out).unwrap();
    assert_eq!(
        json["questions"][1]["studies"][2],
        serde_json::json!({ "base": 19, "n": [9, 10], "pct": [47, 53], "mean": null })
    );
    let csv = desk.run(&["compare", "2021", "2022", "2023", "--format", "csv"]).out;
    assert!(csv.contains("\ndone,yes,Audit 2023,9,19,47,0\n"), "{csv}");
}

#[test]
fn what_only_one_of_three_studies_asks_is_named_and_maps_are_for_two() {
    let desk = years();
    let with = desk.run(&["compare", "2021", "2022", "S"]);
    assert!(with.out.contains("[q1]: only that study asks it") && with.out.contains("Audit 2022"), "{with:?}");
    let mapped = desk.run(&["compare", "2021", "2022", "2023", "--map", "done=done"]);
    assert!(mapped.code == 2 && mapped.err.contains("--map is for comparing two studies"), "{mapped:?}");
}

#[test]
fn the_annual_view_has_kept_findings_and_the_differences_between_the_sexes() {
    let desk = years();
    let plain = desk.run(&["compare", "2021", "2022", "S", "--areas", "--format", "md"]).out;
    let expected = "#### Audit 2021";
    assert!(
        plain.contains("Differences between the sexes") && plain.contains(expected) || plain.contains("**Audit 2021**"),
        "{plain}"
    );
    let item = aktkoll::study::ledger::entry::Draft {
        op: aktkoll::study::ledger::entry::Op::Item,
        round: aktkoll::study::ledger::entry::Round::First,
        case_id: String::new(),
        question: "q1".to_owned(),
        item: "strength|A".to_owned(),
        value: "Plans are made.".to_owned(),
        was: String::new(),
        undoes: None,
        begun: None,
    };
    desk.write("alva", &[item]);
    let kept = desk.run(&["compare", "2021", "S", "--areas", "--format", "md"]).out;
    assert!(kept.contains("- Strength (A): Plans are made."), "{kept}");
}
