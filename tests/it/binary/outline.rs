//! `aktkoll report --outline`: a report in one's own order and words.

use super::desk::{Desk, plan_and_decision};
use std::fs;

const STATEMENTS: &str = "favourable = [\"ja\"]\n[question.statement.sv]\nja = \"I {spread} finns en plan.\"\n\
    nej = \"I {spread} saknas plan.\"\n[question.statement.en]\nja = \"In {spread} there is a plan.\"\n\
    nej = \"In {spread} the plan is missing.\"\n";

/// Twelve cases in two units, all of them finished: nine plans, and a decision in each case.
fn desk() -> Desk {
    let units = ["BRO", "BRO", "SKH"];
    let cases: Vec<String> = (1..=12).map(|n| format!("C-{n:02},{}", units[n % 3])).collect();
    let desk = Desk::of(&plan_and_decision(STATEMENTS), &format!("case,unit\n{}\n", cases.join("\n")));
    let answer = |n: usize| format!("C-{n:02},plan,{}\nC-{n:02},beslut,ja\n", if n > 9 { "nej" } else { "ja" });
    let answers: String = (1..=12).map(answer).collect();
    fs::write(desk.path("a.csv"), format!("case,question,answer\n{answers}")).unwrap();
    let ran = desk.run(&["import", "S", "a.csv", "--coder", "anna", "--done"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    desk
}

const EDITED: &str = r#"
title = "Planer i Brommas och Skärholmens ärenden"
[[section]]
heading = "Rättssäkerhet"
content = [
  { text = "Av {base plan} ärenden har {words plan=ja} en plan ({pct plan=ja}): {spread plan=ja}. {sum plan=ja|nej} är granskade." },
  { sentences = "plan" },
  { table = "plan", title = "Planer efter verksamhet" },
]
[[section]]
level = 2
heading = "Det som är bra"
content = [{ strengths = "A" }]
"#;

#[test]
fn a_report_by_an_outline_reads_the_same_in_both_languages() {
    let desk = desk();
    fs::write(desk.path("S/report.toml"), EDITED).unwrap();
    for (lang, snapshot) in [("sv", "outline_sv"), ("en", "outline_en")] {
        let ran = desk.run(&["report", "S", "--lang", lang]);
        assert_eq!(ran.code, 0, "{ran:?}");
        let is_dated = |line: &&str| line.starts_with("- **Dat");
        let text: Vec<&str> = ran.out.lines().filter(|line| !is_dated(line)).collect();
        insta::assert_snapshot!(snapshot, format!("{}\n---\n{}", text.join("\n"), ran.err));
    }
    for (name, start) in [("r.html", "<!DOCTYPE html>"), ("r.xlsx", "PK"), ("r.docx", "PK")] {
        let ran = desk.run(&["report", "S", "-o", name]);
        assert!(ran.code == 0 && ran.err.contains("beslut"), "what is left out is told: {ran:?}");
        assert!(fs::read(desk.path(name)).unwrap().starts_with(start.as_bytes()), "{name}");
    }
}

#[test]
fn a_proposal_is_made_once_and_an_edited_outline_is_kept() {
    let desk = desk();
    let whole = desk.run(&["report", "S"]);
    let made = desk.run(&["report", "S", "--outline"]);
    assert!(made.code == 0 && made.out.is_empty() && made.err.contains("report.toml"), "{made:?}");
    let proposed = fs::read_to_string(desk.path("S/report.toml")).unwrap();
    assert!(proposed.contains("{ question = \"plan\" },  # Plan?"), "{proposed}");
    let by_proposal = desk.run(&["report", "S"]);
    assert_eq!((by_proposal.code, by_proposal.err.contains("leaves out")), (0, false), "{by_proposal:?}");
    for heading in whole.out.lines().filter(|line| line.starts_with("## ")) {
        assert!(by_proposal.out.contains(heading), "{heading} in {}", by_proposal.out);
    }
    fs::write(desk.path("S/report.toml"), EDITED).unwrap();
    let again = desk.run(&["report", "S", "--outline"]);
    assert!(again.code == 1 && again.err.contains("was not changed"), "{again:?}");
    assert_eq!(fs::read_to_string(desk.path("S/report.toml")).unwrap(), EDITED);
    assert_eq!(desk.run(&["report", "S", "--outline", "-o", "x.docx"]).code, 2);
}

#[test]
fn a_field_that_cannot_be_filled_stops_the_report_with_its_line() {
    let desk = desk();
    let text = EDITED.replace("{sum plan=ja|nej}", "{sum plan=kanske}").replace("\"plan\", title", "\"palns\", title");
    fs::write(desk.path("S/report.toml"), text).unwrap();
    let ran = desk.run(&["report", "S", "-o", "r.docx"]);
    assert!(ran.code != 0 && ran.out.is_empty() && !desk.path("r.docx").exists(), "{ran:?}");
    for told in ["report.toml:6", "kanske", "report.toml:8", "palns"] {
        assert!(ran.err.contains(told), "{told}: {ran:?}");
    }
}

#[test]
fn a_shipped_protocol_comes_with_the_outline_of_its_printed_report() {
    let more = ",decision,decision_year\n";
    for (protocol, columns, values, headings, left_out) in [
        (
            "dv2021",
            more,
            ",bifall,2019",
            ["## Utredning", "## Dokumenterad uppföljning", "## Våld", "## Sekretess"],
            "",
        ),
        (
            "bs2023",
            "\n",
            "",
            ["## Utredning", "## Beställning", "## Genomförandeplaner", "## Sekretess"],
            "medgivande_datum",
        ),
    ] {
        let desk = Desk::new();
        let rows = ["X-1,BRO,K,1980", "X-2,BRO,M,1981"].map(|row| format!("{row}{values}\n")).concat();
        fs::write(desk.path("k.csv"), format!("case,unit,sex,birth_year{columns}{rows}")).unwrap();
        let made = desk.run(&["new", "T", "--protocol", protocol, "--cases", "k.csv"]);
        assert_eq!(made.code, 0, "{made:?}");
        assert_eq!(desk.run(&["report", "T", "--outline", "--lang", "sv"]).code, 0);
        let report = desk.run(&["report", "T", "--format", "md", "--lang", "sv"]);
        assert_eq!(report.code, 0, "{report:?}");
        let places: Vec<usize> = headings.iter().filter_map(|heading| report.out.find(heading)).collect();
        assert!(places.len() == 4 && places.is_sorted(), "{protocol}: {places:?} {}", report.out);
        assert!(report.err.contains(left_out), "{protocol}: {}", report.err);
        let english = desk.run(&["report", "T", "--outline", "--lang", "en"]);
        assert_eq!(english.code, 1, "an outline is never written over: {english:?}");
        fs::remove_file(desk.path("T/report.toml")).unwrap();
        assert_eq!(desk.run(&["report", "T", "--outline", "--lang", "en"]).code, 0);
        let proposed = fs::read_to_string(desk.path("T/report.toml")).unwrap();
        assert!(proposed.contains("heading = \"Quotes\"") && !proposed.contains("Våld"), "{proposed}");
    }
}
