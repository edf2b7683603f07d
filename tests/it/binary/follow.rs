//! What was kept becomes a study of its own, whose report has both years; what is overdue is named.

use super::desk::Desk;
use crate::fixture::{english, swedish};
use aktkoll::study::ledger::entry::{Draft, Op, Round};
use std::fs;

/// What alva decides on a question, or on none.
fn kept(question: &str, item: &str, text: &str) -> Draft {
    Draft {
        op: Op::Item,
        round: Round::First,
        case_id: String::new(),
        question: question.to_owned(),
        item: item.to_owned(),
        value: text.to_owned(),
        was: String::new(),
        undoes: None,
        begun: None,
    }
}

const ANSWERS: &str = "case,question,answer\nN-1,plan,yes\nN-2,plan,yes\nN-3,plan,no\nS-1,plan,no\nS-2,plan,yes\n";

/// A review of two units, with what was kept of it.
fn reviewed(kept: &[Draft], options: &[&str]) -> Desk {
    let protocol = english()
        .unit("N = 'North', S = 'South'")
        .sex()
        .question("plan", "Is there a plan?", "scale = 'yes_no'\nfavourable = ['yes']")
        .to_string();
    let desk = Desk::of(&protocol, "case,unit,sex\nN-1,N,F\nN-2,N,M\nN-3,N,M\nS-1,S,F\nS-2,S,M\n");
    fs::write(desk.path("a.csv"), ANSWERS).unwrap();
    let import = desk.run(&[&["import", "S", "a.csv", "--coder", "alva"], options].concat());
    assert_eq!(import.code, 0, "{import:?}");
    desk.write("alva", kept);
    desk
}

#[test]
fn a_finding_becomes_one_case_for_each_unit_and_what_is_said_twice_is_one() {
    let findings = [
        kept("plan", "strength|", "Plans are made."),
        kept("plan", "strength|N", "Plans are made in North."),
        kept("", "development||alva-1", "Routines are lacking."),
        kept("", "development|S|alva-2", "ROUTINES are lacking."),
    ];
    let desk = reviewed(&findings, &["--done"]);
    let made = desk.run(&["follow", "S", "--out", "F"]);
    assert_eq!(made.code, 0, "{made:?}");
    let list = fs::read_to_string(desk.path("F/cases.csv")).unwrap();
    let expected = "case_id,unit,area,side,finding,then\n\
        N-01,North,Area,strength,Plans are made in North.,2 of 3\n\
        N-02,North,,development,Routines are lacking.,\n\
        S-01,South,Area,strength,Plans are made.,1 of 2\n\
        S-02,South,,development,ROUTINES are lacking.,\n";
    assert_eq!(list, expected);
    let settings = fs::read_to_string(desk.path("F/study.toml")).unwrap();
    assert!(settings.contains("title = \"Follow-up: Trial\""), "{settings}");
    let again = desk.run(&["follow", "S", "--out", "F"]);
    assert_eq!((again.code, fs::read_to_string(desk.path("F/cases.csv")).unwrap()), (1, list));
}

#[test]
fn the_report_of_the_follow_up_has_both_years_and_says_what_is_open() {
    let desk = reviewed(&[kept("plan", "development|", "Few plans.")], &["--done"]);
    assert_eq!(desk.run(&["follow", "S", "--out", "F"]).code, 0);
    let answers = "case,question,answer\nN-01,status,done\nN-01,measure,New routine\nN-01,evidence,Minutes 3 May\n\
        N-01,result,yes\nN-01,now,15 of 20\n";
    fs::write(desk.path("f.csv"), answers).unwrap();
    assert_eq!(desk.run(&["import", "F", "f.csv", "--coder", "alva"]).code, 0);
    for ending in ["md", "html", "docx", "xlsx"] {
        let written = desk.run(&["report", "F", "-o", &format!("f.{ending}")]);
        assert_eq!(written.code, 0, "{written:?}");
    }
    let report = fs::read_to_string(desk.path("f.md")).unwrap();
    let row = "| Few plans. | North | 2 of 3 | 15 of 20 | Yes | Carried out | New routine | Minutes 3 May |";
    assert!(report.contains(row), "{report}");
    let open = "| Few plans. | South | 1 of 2 | not answered yet | not answered yet | not answered yet | not answered yet | not answered yet |";
    assert!(report.contains(open), "{report}");
    assert!(report.contains("The table lists 2 of 2 cases.") && report.contains("Preliminary"), "{report}");
    let hidden = desk.run(&["report", "F", "--min-cell", "5"]).out;
    assert!(!hidden.contains("| Few plans. |") && hidden.contains("lists single cases"), "{hidden}");
}

#[test]
fn what_is_open_at_the_review_stays_preliminary_in_its_follow_up() {
    let desk = reviewed(&[kept("plan", "strength|N", "Plans.")], &[]);
    let made = desk.run(&["follow", "S", "--out", "F"]);
    assert_eq!(made.code, 0, "{made:?}");
    let list = fs::read_to_string(desk.path("F/cases.csv")).unwrap();
    assert!(list.contains("\"2 of 3, preliminary\""), "{list}");
}

#[test]
fn nothing_is_followed_up_that_was_not_kept_or_has_a_personal_number() {
    let desk = reviewed(&[kept("plan", "strength|N", "-")], &[]);
    let none = desk.run(&["follow", "S", "--out", "F"]);
    assert!(none.code == 1 && none.err.contains("nothing to follow up"), "{none:?}");
    let desk = reviewed(&[kept("plan", "strength|N", "As with 8112189876.")], &[]);
    let stopped = desk.run(&["follow", "S", "--out", "F"]);
    assert!(stopped.code == 1 && !stopped.err.contains("9876") && !desk.path("F").exists(), "{stopped:?}");
    let desk = reviewed(&[kept("plan", "strength|N", "Plans as Kerstin makes them.")], &[]);
    assert!(desk.run(&["follow", "S", "--out", "F"]).err.contains("Kerstin"));
}

#[test]
fn a_review_in_swedish_is_followed_up_in_swedish_and_without_units_as_a_whole() {
    let desk = Desk::of(&swedish().question("plan", "Plan?", "scale = 'ja_nej'").to_string(), "case\nA-1\n");
    desk.write("alva", &[kept("", "strength||alva-1", "Planerna är bra.")]);
    let made = desk.run(&["follow", "S", "--out", "F", "--lang", "sv"]);
    assert_eq!(made.code, 0, "{made:?}");
    let list = fs::read_to_string(desk.path("F/cases.csv")).unwrap();
    assert!(list.ends_with("A-01,Prov,,styrka,Planerna är bra.,\n"), "{list}");
}

const PLAN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/handlingsplan_activities.csv");

#[test]
fn overdue_activities_are_named_and_what_stands_twice_in_the_plan_counts_once() {
    let desk = Desk::new();
    assert_eq!(desk.run(&["new", "H", "--protocol", "hplan", "--cases", PLAN]).code, 0);
    let answers = "case,question,answer\nHA-01,genomford_2016,nej\nHA-01,ny_tidplan_2016,2017-06\nHA-01,hinder_2016,Budget\n\
        HA-02,genomford_2016,ja\nHA-02,genomford_datum_2016,2015-06\nBO-02,genomford_2016,delvis\nDB-02,genomford_2016,ja\n\
        DS-03,genomford_2016,ja\n";
    fs::write(desk.path("h.csv"), answers).unwrap();
    assert_eq!(desk.run(&["import", "H", "h.csv", "--coder", "alva"]).code, 0);
    let report = desk.run(&["report", "H", "--lang", "sv"]).out;
    let (_, overdue) = report.split_once("Försenade aktiviteter vid uppföljningen 2016").unwrap();
    let (overdue, _) = overdue.split_once("Aktiviteter med tidplan vid uppföljningen 2017").unwrap();
    let rows: Vec<&str> = overdue.lines().filter(|line| line.starts_with("| Inspirationsdag")).collect();
    assert!(rows.len() == 1 && rows[0].ends_with("| Hälsa | 2015-12-31 | Nej | 2017-06 | Budget |"), "{overdue}");
    assert!(!overdue.contains("Case Manager") && overdue.contains("Tabellen räknar upp 1 av 94 ärenden."), "{overdue}");
    assert!(report.contains("Granskningen har 94 ärenden, varav 0 är klara."), "{report}");
    assert!(report.contains("Om 5 ärenden ställs inga frågor, och de räknas inte."), "{report}");
    let status = desk.run(&["status", "H", "--lang", "sv"]).out;
    assert!(status.starts_with("0 av 94 ärenden klara (0 %), om 5 till ställs inga frågor"), "{status}");
    let counted = desk.run(&["tally", "H", "genomford_2016", "--format", "csv"]).out;
    assert!(counted.lines().any(|row| row.starts_with("genomford_2016,ja,2,")), "{counted}");
}

#[test]
fn documents_of_units_are_listed_as_there_or_lacking_unless_small_counts_are_hidden() {
    let desk = Desk::new();
    fs::write(desk.path("u.csv"), "case_id,unit\n1,Bromma\n2,Farsta\n").unwrap();
    assert_eq!(desk.run(&["new", "D", "--protocol", "styrdokument", "--cases", "u.csv"]).code, 0);
    let answers = "case,question,answer\nunit:Bromma,verksamhetsplan,finns\nunit:Bromma,vald,saknas\n\
        unit:Farsta,verksamhetsplan,inaktuellt\nunit:Farsta,mote_ledning,Rutiner saknas.\n";
    fs::write(desk.path("u2.csv"), answers).unwrap();
    let read = desk.run(&["import", "D", "u2.csv", "--coder", "alva"]);
    assert_eq!(read.code, 0, "{read:?}");
    let report = desk.run(&["report", "D", "--lang", "sv"]);
    assert_eq!(report.code, 0, "{report:?}");
    let row = |start: &str| report.out.lines().find(|line| line.starts_with(start)).map(str::to_owned);
    assert!(row("| Bromma | Finns | ännu inte besvarad |").is_some_and(|row| row.contains("| Saknas |")), "{report:?}");
    assert!(row("| Farsta | Inaktuellt |").is_some(), "{report:?}");
    assert!(row("| Farsta | Rutiner saknas. | ännu inte besvarad |").is_some(), "{report:?}");
    assert!(report.out.contains("Tabellen räknar upp 1 av 2 poster för verksamheter."), "{report:?}");
    let on_top = "> **Obs!** Preliminärt: 2 av 2 poster för verksamheter är inte klara.\n\nGranskningen har 2 poster för \
        verksamheter, varav 0 är klara.";
    assert!(report.out.contains(on_top) && !report.out.contains("ärenden är inte"), "no case is open: {report:?}");
    let questions = ["introduktion", "genomforandeplaner", "vald", "barn", "lex_sarah", "synpunkter", "samverkan"];
    let row = |(unit, question): (&str, &str)| format!("unit:{unit},{question},saknas\n");
    let bromma = questions.iter().filter(|question| **question != "vald").map(|question| row(("Bromma", question)));
    let farsta = questions.iter().map(|question| row(("Farsta", question)));
    let rows: String = bromma.chain(farsta).collect();
    fs::write(desk.path("u3.csv"), format!("case,question,answer\n{rows}")).unwrap();
    assert_eq!(desk.run(&["import", "D", "u3.csv", "--coder", "alva", "--done"]).code, 0);
    let report = desk.run(&["report", "D", "--lang", "sv"]);
    let row = |start: &str| report.out.lines().any(|line| line.starts_with(start));
    assert!(!report.out.contains("reliminär") && !report.out.contains("ännu inte"), "{report:?}");
    assert!(row("| Farsta | Rutiner saknas. | – |"), "what need not be answered lacks nothing: {report:?}");
    let hidden = desk.run(&["report", "D", "--lang", "sv", "--min-cell", "5"]).out;
    assert!(hidden.contains("Tabellen räknar upp enskilda verksamheter") && !hidden.contains("Rutiner"), "{hidden}");
}
