//! `aktkoll report`: in the form that the file's name says, in its own place and nobody else's.

use super::desk::Desk;
use std::fs;

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
