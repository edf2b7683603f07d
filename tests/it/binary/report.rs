//! `aktkoll report`: in the form that the file's name says, in its own place and nobody else's.

use super::desk::{Desk, PROGRAM, plan_and_decision};
use crate::fixture::question;
use serde_json::{Value, json};
use std::fs;
use std::process::Command;

fn desk() -> Desk {
    let desk = Desk::new();
    assert_eq!(desk.run(&["S", "--coder", "anna", "--keys", "yn", "--print"]).code, 0);
    desk
}

#[test]
fn the_ending_of_a_file_says_its_form_and_a_report_is_made_anew() {
    let desk = desk();
    for (name, start) in [("r.md", "# "), ("r.HTML", "<!DOCTYPE html>"), ("r.xlsx", "PK"), ("r.docx", "PK")] {
        for _ in 0..2 {
            let ran = desk.run(&["report", "S", "-o", name]);
            assert_eq!((ran.code, ran.out.as_str()), (0, ""), "{ran:?}");
        }
        assert!(fs::read(desk.path(name)).unwrap().starts_with(start.as_bytes()), "{name}");
    }
    let piped = desk.run(&["report", "S", "--format", "html"]);
    assert!(piped.code == 0 && piped.out.starts_with("<!DOCTYPE html>"), "{piped:?}");
    for (args, code) in [(["-o", "r.txt"], 2), (["-o", "r"], 2), (["--format", "pdf"], 2)] {
        assert_eq!(desk.run(&[&["report", "S"][..], &args].concat()).code, code, "{args:?}");
    }
    assert_eq!(desk.run(&["report", "S", "-o", "r.docx", "--format", "md"]).code, 2);
    assert_eq!(desk.run(&["report", "S", "-o", "r.txt", "--format", "md"]).code, 0);
}

#[test]
fn what_is_no_untouched_report_is_left_alone() {
    let desk = desk();
    assert_eq!(desk.run(&["report", "S", "-o", "mine.md"]).code, 0);
    let mut edited = fs::read_to_string(desk.path("mine.md")).unwrap();
    edited.insert_str(5, "my own words ");
    fs::write(desk.path("mine.md"), &edited).unwrap();
    fs::write(desk.path("cases.xlsx"), "somebody's").unwrap();
    let cases = fs::read(desk.path("S/cases.csv")).unwrap();
    let places = [("md", "mine.md"), ("xlsx", "cases.xlsx"), ("md", "S/cases.csv"), ("md", "S/ledger/anna/report.md")];
    for (form, place) in places {
        let ran = desk.run(&["report", "S", "--format", form, "-o", place]);
        assert_eq!(ran.code, 1, "{ran:?}");
    }
    assert_eq!(fs::read_to_string(desk.path("mine.md")).unwrap(), edited);
    assert_eq!(fs::read_to_string(desk.path("cases.xlsx")).unwrap(), "somebody's");
    assert_eq!(fs::read(desk.path("S/cases.csv")).unwrap(), cases);
    assert!(!desk.path("S/ledger/anna/report.md").exists());
}

#[test]
fn a_terminal_is_told_to_name_a_file() {
    let desk = desk();
    let report = ["sh", "-c", "exec \"$0\" report \"$1\" --format docx"];
    desk.start(&report, "anna", &[]).shows("-o report.docx");
}

#[test]
fn a_template_in_the_configuration_takes_the_place_of_the_shipped_one() {
    let desk = desk();
    let folder = desk.path("aktkoll/templates");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("report.css"), "body { color: rebeccapurple; }").unwrap();
    assert!(desk.run(&["report", "S", "--format", "html"]).out.contains("rebeccapurple"));
    fs::write(folder.join("report.html"), "<p>\n{{ titel }}").unwrap();
    let ran = desk.run(&["report", "S", "--format", "html"]);
    assert!(ran.code == 1 && ran.err.contains("templates/report.html:2: "), "{ran:?}");
}

#[test]
fn a_case_in_several_rows_of_a_cross_is_once_in_none_of_its_columns() {
    let table = "[[table]]\nid = \"t\"\ntitle = \"Tabell 1\"\nacross = \"beslut\"\nrows = [\
        { label = \"Alla\", where = { plan = [\"ja\", \"nej\"] } }, { label = \"Med plan\", where = { plan = \"ja\" } }]\n";
    let protocol = plan_and_decision("") + "na = true\n" + table;
    let desk = Desk::of(&protocol, "case,unit\nA-01,BRO\nA-02,SKH\nA-03,SKH\n");
    let answers = ["A-01", "A-02", "A-03"].map(|case| format!("{case},plan,ja\n{case},beslut,ej_aktuellt\n")).concat();
    fs::write(desk.path("a.csv"), format!("case,question,answer\n{answers}")).unwrap();
    assert_eq!(desk.run(&["import", "S", "a.csv", "--coder", "anna", "--done"]).code, 0);
    let text = desk.run(&["report", "S", "--lang", "sv"]).out;
    assert!(text.contains("\n3 ärenden i någon av raderna finns inte i någon av kolumnerna."), "{text}");
}

#[test]
fn a_form_that_there_is_not_is_refused_in_the_language_of_the_study_with_those_that_there_are() {
    let desk = Desk::of(&plan_and_decision(""), "case,unit\nA-01,BRO\n");
    for (args, forms) in
        [(&["count", "S"][..], "text, json"), (&["tally", "S"], "text, json, csv"), (&["status", "S"], "text, json")]
    {
        let ran = desk.shell(&format!("AKTKOLL_LANG= \"$0\" {} --format html", args.join(" ")));
        assert!(ran.code == 2 && ran.err.contains(&format!("formaten är {forms}")), "{ran:?}");
    }
}

/// Of 40 cases 12 are coded and finished: nothing may read as if 40 were.
#[test]
fn an_unfinished_review_says_so_everywhere() {
    let table = "[[table]]\nid = \"t1\"\ntitle = \"Tabell 1\"\nbase = { plan = \"ja\" }\n\
        rows = [{ label = \"Bifall\", where = { beslut = \"ja\" } }]\n";
    let protocol = plan_and_decision("favourable = [\"ja\"]\n") + "when = { plan = \"ja\" }\n" + table;
    let case = |n: u32| format!("A-{n:02},{}\n", if n.is_multiple_of(2) { "BRO" } else { "SKH" });
    let cases = (1..=40).map(case).collect::<Vec<_>>().concat();
    let desk = Desk::of(&protocol, &format!("case,unit\n{cases}"));
    let answer = |n: u32| format!("A-{n:02},plan,ja\nA-{n:02},beslut,ja\n");
    let answers = (1..=12).map(answer).collect::<Vec<_>>().concat();
    fs::write(desk.path("a.csv"), format!("case,question,answer\n{answers}")).unwrap();
    let told = "Preliminärt: 28 av 40 ärenden är inte kodade.";
    let import = |more: &[&str]| {
        let ran = desk.run(&[&["import", "S", "a.csv", "--coder", "anna"], more].concat());
        assert_eq!(ran.code, 0, "{ran:?}");
    };
    let run = |args: &[&str]| {
        let ran = desk.run(&[args, &["--lang", "sv"]].concat());
        assert_eq!(ran.code, 0, "{ran:?}");
        ran.out
    };
    import(&["--done"]);
    for report in
        [&["report", "S"][..], &["report", "S", "--unit", "BRO", "--feedback"], &["report", "S", "--format", "html"]]
    {
        let text = run(report);
        assert!(text.contains("Preliminärt") && text.contains(told), "{text}");
        for claim in ["samtliga", "40 ärenden ingår", "Granskade ärenden"] {
            assert!(!text.contains(claim), "{claim}: {text}");
        }
    }
    let text = run(&["report", "S"]);
    assert!(text.contains("Plan? Ja i tolv av tolv ärenden.") && text.contains("varav 12 är klara"), "{text}");
    assert!(text.contains("hittills 12 av 40 ärenden: de besvarade där ”Plan?” är Ja. I 28 saknas svar"), "{text}");
    let (grids, _) = text.split_once("## Metod").unwrap();
    let (tables, marked) = (grids.matches("|:--|").count(), grids.matches(" (preliminär)**").count());
    assert!(tables > 5 && marked == tables - 1, "each table says it but that of the case list: {grids}");
    assert!(grids.matches(told).count() <= grids.matches("\n## ").count(), "once a section: {grids}");
    assert!(run(&["tally", "S"]).starts_with(told));
    let count: Value = serde_json::from_str(&run(&["count", "S", "--where", "plan=ja", "--format", "json"])).unwrap();
    assert_eq!((&count["n"], &count["coverage"]["not_coded"]), (&json!(12), &json!(28)));
    assert_eq!((&count["missing"], &count["coverage"]["dropped"]), (&json!(28), &json!(0)));
    let counted = run(&["count", "S", "--where", "plan=ja", "--base", "plan=ja|nej"]);
    let lines = [told, "I 28 av 40 ärenden saknas svar som detta räknas på.", "12 av 12 (100 %)"];
    assert_eq!(counted.lines().collect::<Vec<_>>(), lines);
    for (format, file) in [("csv", "preliminart.csv"), ("jsonl", "preliminart.jsonl"), ("stat", "data.sps")] {
        let ran = desk.run(&["export", "S", "--format", format, "--out", format, "--lang", "sv"]);
        assert!(ran.err.contains(told), "{ran:?}");
        let text = fs::read_to_string(desk.path(format).join(file)).unwrap();
        assert!(text.contains("28 av 40"), "{text}");
    }
    let csv = run(&["tally", "S", "--format", "csv"]);
    assert!(
        csv.lines().skip(1).all(|row| row.ends_with(",28")) && csv.contains("\nt1,Bifall,12,100,12,,28,,,28"),
        "{csv}"
    );
    let json: Value = serde_json::from_str(&run(&["tally", "S", "--format", "json"])).unwrap();
    let coverage = &json["coverage"][0];
    assert_eq!((&coverage["not_coded"], &coverage["preliminary"]), (&json!(28), &json!(true)));
    for case in 13..=40 {
        fs::write(desk.path("a.csv"), format!("case,question,answer\nA-{case:02},plan,nej\n")).unwrap();
        import(&["--done"]);
    }
    let ran = desk.run(&["export", "S", "--format", "csv", "--out", "whole"]);
    assert!(!ran.err.contains("relimin") && !desk.path("whole/preliminart.csv").exists(), "{ran:?}");
    let whole = run(&["report", "S"]);
    assert!(!whole.contains("relimin") && whole.contains("40 ärenden ingår."), "{whole}");
}

/// A document is in the protocol's language, whatever the locale of whoever makes it; and its file's ending is its form.
#[test]
fn a_document_speaks_the_protocols_language_unless_another_is_asked_for() {
    let desk = Desk::of(&plan_and_decision(""), "case,unit\nA-01,BRO\n");
    let run = |args: &[&str]| {
        let mut command = Command::new(PROGRAM);
        command.args(args).current_dir(desk.path("")).env_clear().env("HOME", desk.path("")).env("LANG", "en_US.UTF-8");
        let ran = command.output().unwrap();
        assert!(ran.status.success(), "{args:?} {ran:?}");
        String::from_utf8(ran.stdout).unwrap()
    };
    assert!(run(&["report", "S"]).contains("Granskningsprotokoll"));
    assert!(!run(&["report", "S", "--lang", "en"]).contains("Granskningsprotokoll"));
    for (name, start) in [("j.md", "# Jämförelse"), ("j.html", "<!DOCTYPE html>"), ("j.docx", "PK"), ("j.xlsx", "PK")]
    {
        run(&["compare", "S", "S", "-o", name]);
        assert!(fs::read(desk.path(name)).unwrap().starts_with(start.as_bytes()), "{name}");
    }
    assert!(run(&["compare", "S", "S"]).starts_with("Comparison"), "the terminal's own language");
    assert_eq!(desk.run(&["compare", "S", "S", "-o", "j.docx", "--format", "md"]).code, 2);
}

/// Also at the beginning of a sentence, and however often a name was written before.
#[test]
fn names_in_free_text_answers_are_told_before_a_report() {
    let text = question("vem", "Vem svarar?", "kind = 'text'");
    let desk = Desk::of(&(plan_and_decision("") + &text), "case,unit\nA-01,BRO\nA-02,BRO\n");
    let answers = "case,question,answer\nA-01,vem,Svensson ringde. Bromma svarar.\nA-02,vem,Mötet med Svensson\n";
    fs::write(desk.path("a.csv"), answers).unwrap();
    assert_eq!(desk.run(&["import", "S", "a.csv", "--coder", "anna"]).code, 0);
    let told = desk.run(&["report", "S", "--lang", "sv"]).err;
    assert_eq!(told.matches("fråga 3, svar i fritext: Svensson\n").count(), 2, "{told}");
}

/// As the printed inventories have it: each cell a share of all persons of its row.
#[test]
fn a_table_may_be_split_by_two_things_across() {
    let sex = "[[attribute]]\nid = 'kon'\nlabel = 'Kön'\nrole = 'sex'\nvalues = { K = 'Kvinnor', M = 'Män' }\n";
    let table = "[[table]]\nid = 't'\ntitle = 'Insats'\nacross = ['kon', 'beslut']\n\
        rows = [{ label = 'Med plan', where = { plan = 'ja' } }, { label = 'Utan', where = { plan = 'nej' } }]\n";
    let protocol = plan_and_decision("") + sex + table;
    let desk = Desk::of(&protocol, "case,unit,kon\nA-1,BRO,K\nA-2,BRO,M\nA-3,BRO,M\nA-4,BRO,M\nA-5,BRO,M\n");
    let answers = (1..=5).map(|n| format!("A-{n},plan,ja\nA-{n},beslut,{}\n", if n < 4 { "ja" } else { "nej" }));
    fs::write(desk.path("a.csv"), "case,question,answer\n".to_owned() + &answers.collect::<String>()).unwrap();
    assert_eq!(desk.run(&["import", "S", "a.csv", "--coder", "anna", "--done"]).code, 0);
    let settings = fs::read_to_string(desk.path("S/study.toml")).unwrap();
    fs::write(desk.path("S/study.toml"), settings.replace("percent_from = 10", "percent_from = 1")).unwrap();
    let csv = desk.run(&["tally", "S", "t", "--format", "csv"]).out;
    let rows: Vec<&str> = csv.lines().filter_map(|row| row.strip_prefix("t: Med plan,")).collect();
    let wanted = ["Kvinnor Ja,1,20,5,", "Kvinnor Nej,0,0,5,", "Män Ja,2,40,5,", "Män Nej,2,40,5,"];
    assert!(rows.len() == 4 && rows.iter().zip(wanted).all(|(row, wanted)| row.starts_with(wanted)), "{csv}");
    let report = desk.run(&["report", "S", "--lang", "sv"]).out;
    let lines = "| Med plan, andel % | 20 | 0 | 40 | 40 | 100 |\n| Med plan, antal | 1 | 0 | 2 | 2 | 5 |";
    assert!(report.contains(lines), "{report}");
    assert_eq!(desk.run(&["protocol", "export", "p.toml", "-o", "form.xlsx"]).code, 0);
    assert_eq!(desk.run(&["protocol", "import", "form.xlsx", "-o", "again.toml"]).code, 0);
    let again = fs::read_to_string(desk.path("again.toml")).unwrap();
    assert!(again.contains("across = [\"kon\", \"beslut\"]") && !again.contains("\nby = "), "{again}");
}

#[test]
fn an_answer_that_no_row_of_a_case_hangs_on_is_not_missing_in_a_table() {
    let desk = Desk::new();
    let protocol = "id = \"p\"\nversion = \"1\"\nlanguage = \"en\"\ntitle = \"P\"\n[[area]]\nid = \"A\"\nlabel = \"A\"\n\
        [[question]]\nid = \"day\"\narea = \"A\"\ntext = \"Day?\"\nkind = \"date\"\noptional = true\n\
        [[question]]\nid = \"given\"\narea = \"A\"\ntext = \"Given?\"\nscale = \"yes_no\"\n\
        [[table]]\nid = \"t\"\ntitle = \"T\"\nrows = [\n\
        { label = \"In time\", where = { given = \"yes\", day = { max = \"2024-06-01\" } } },\n\
        { label = \"None\", where = { given = \"no\" } },\n]\n";
    fs::write(desk.path("p.toml"), protocol).unwrap();
    fs::write(desk.path("c.csv"), "case_id,given,day\nA-1,no,\nA-2,yes,2024-03-01\nA-3,yes,\nA-4,,\n").unwrap();
    for args in [
        &["new", "t", "--protocol", "p.toml", "--cases", "c.csv"][..],
        &["import", "t", "c.csv", "--coder", "alva", "--done"],
    ] {
        let ran = desk.run(args);
        assert_eq!(ran.code, 0, "{ran:?}");
    }
    let report = desk.run(&["report", "t"]).out;
    assert!(
        report.contains("In 2 of 4 cases, answers that the table needs are missing."),
        "the day may come of A-3, and all of A-4: {report}"
    );
}
