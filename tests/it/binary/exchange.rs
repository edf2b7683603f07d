//! Forms of other programs on the command line: a file is whole and new, or is not there.

use super::desk::Desk;
use std::fs;

const FORM: &str = "survey,type,name,label,relevant\n\
    ,integer,n,How many?,\n\
    ,text,why,Why so many?,${n} > 3\n\
    ,text,later,Later?,pulldata(${n}) > 3\n";

#[test]
fn what_cannot_be_carried_over_stops_an_import_unless_it_may_be_left_out() {
    let desk = Desk::new();
    std::fs::write(desk.path("form.csv"), FORM).unwrap();
    let refused = desk.run(&["protocol", "import", "form.csv", "-o", "form.toml", "--lang", "en"]);
    assert_eq!((refused.code, refused.out.as_str()), (1, ""));
    assert!(
        refused.err.contains("form.csv, survey, E relevant:4: ") && refused.err.contains("4 | pulldata"),
        "{}",
        refused.err
    );
    assert!(!desk.path("form.toml").exists());

    let taken = desk.run(&["protocol", "import", "form.csv", "-o", "form.toml", "--lenient", "--lang", "en"]);
    assert_eq!((taken.code, taken.out.as_str()), (0, ""));
    assert!(taken.err.contains("form.csv, survey, E relevant:4: "), "{}", taken.err);
    let written = std::fs::read_to_string(desk.path("form.toml")).unwrap();
    assert!(written.contains("when = { n = { min = 4 } }"), "{written}");

    let again = desk.run(&["protocol", "import", "form.csv", "-o", "form.toml", "--lenient", "--lang", "en"]);
    assert_eq!(again.code, 1);
    assert!(again.err.contains("already exists"), "{}", again.err);
    assert_eq!(std::fs::read_to_string(desk.path("form.toml")).unwrap(), written);
}

#[test]
fn an_exported_form_of_any_kind_is_imported_as_the_same_protocol() {
    let desk = Desk::new();
    let text = |arguments: &[&str]| {
        let ran = desk.run(arguments);
        assert_eq!(ran.code, 0, "{arguments:?}: {}", ran.err);
        ran.out
    };
    let mut protocols = Vec::new();
    for format in ["xlsx", "csv", "md", "redcap"] {
        let file = format!("demo-{format}");
        text(&["protocol", "export", "demo", "--format", format, "-o", &file]);
        protocols.push(text(&["protocol", "import", &file]));
    }
    assert!(protocols[0].contains("id = \"demo\""), "{}", protocols[0]);
    assert!(protocols.windows(2).all(|pair| pair[0] == pair[1]));
    assert_eq!(desk.run(&["protocol", "export", "demo", "-o", "form.md"]).code, 0, "the file's name says the format");
    assert_eq!(
        desk.run(&["protocol", "export", "demo", "-o", "form.csv"]).code,
        2,
        "of two forms that are CSV neither"
    );
    assert_eq!(desk.run(&["protocol", "show", "demo", "-o", "demo.html"]).code, 0);
    assert!(fs::read_to_string(desk.path("demo.html")).unwrap().starts_with("<!DOCTYPE html>"));
    assert_eq!(desk.run(&["protocol", "show", "demo", "-o", "demo.html", "--format", "text"]).code, 2);
    let refused = desk.run(&["protocol", "export", "demo", "--format", "xlsx"]);
    assert_eq!((refused.code, refused.out.as_str()), (2, ""));
}

#[test]
fn bounds_that_cross_are_asked_of_nobody_and_stop_no_import() {
    let desk = Desk::new();
    let form = "survey,type,name,label,relevant\n,integer,n,How many?,\n,text,why,Why?,${n} >= 5 and ${n} <= 3\n";
    std::fs::write(desk.path("form.csv"), form).unwrap();
    let taken = desk.run(&["protocol", "import", "form.csv", "-o", "form.toml", "--lang", "en"]);
    assert_eq!(taken.code, 0, "{}", taken.err);
    let written = std::fs::read_to_string(desk.path("form.toml")).unwrap();
    assert!(written.contains("when = { n = { min = 5 }, any = [{ n = { max = 3 } }] }"), "{written}");
}

#[test]
fn what_a_form_does_not_say_is_told_by_its_name_and_no_form_at_all_has_a_remedy() {
    let desk = Desk::new();
    std::fs::write(desk.path("form.csv"), "survey,type,name,label\n,integer,n,How many?\n").unwrap();
    let taken = desk.run(&["protocol", "import", "form.csv", "--lang", "sv"]);
    for told in ["inte form_id på", "inte version på", "säger inte vilket språk"] {
        assert!(taken.err.contains(told), "{}", taken.err);
    }
    std::fs::write(desk.path("none.csv"), "a\n").unwrap();
    std::fs::write(desk.path("none.xlsx"), b"PK\x03\x04nothing").unwrap();
    for (file, remedy) in [("none.csv", "ange ett XLSForm"), ("none.xlsx", "spara om den som .xlsx")] {
        let refused = desk.run(&["protocol", "import", file, "--lang", "sv"]);
        assert!(refused.code == 1 && refused.err.contains(remedy), "{}", refused.err);
    }
}

#[test]
fn the_help_of_an_export_names_its_own_forms() {
    let desk = Desk::new();
    let help = desk.run(&["protocol", "export", "--help", "--lang", "sv"]).out;
    assert!(help.contains("xlsx, csv eller md (XLSForm), eller redcap"), "{help}");
    assert!(desk.run(&["tally", "--help", "--lang", "sv"]).out.contains("text, json eller csv"));
}

/// A form of the test data, read leniently or not: how it ended, what was told, and the protocol.
fn form(name: &str, more: &[&str]) -> (i32, String, String) {
    let desk = Desk::new();
    let data = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/forms").join(name);
    std::fs::copy(data, desk.path(name)).unwrap();
    let ran = desk.run(&[&["protocol", "import", name, "-o", "read.toml", "--lang", "en"], more].concat());
    (ran.code, ran.err, std::fs::read_to_string(desk.path("read.toml")).unwrap_or_default())
}

#[test]
fn what_a_form_cannot_bring_along_is_told_with_its_place_and_alone_left_out() {
    type Expected = (&'static str, &'static [&'static str], &'static [&'static str], &'static [&'static str]);
    let table: &[Expected] = &[
        (
            "never.md",
            &["E relevant:3: The condition can never be met", "E relevant:7: \"dk\" cannot be the answer"],
            &["when = { a = \"no\" }"],
            &["internal_id"],
        ),
        (
            "noteref_gone.md",
            &["B type:3: Calculations without answers in them", "D label:4: The text names total"],
            &["why", "The total is …."],
            &["${"],
        ),
    ];
    for (name, told, has, has_not) in table {
        let (code, err, written) = form(name, &["--strict"]);
        assert_eq!((code, written.as_str()), (1, ""), "{name}: {err}");
        told.iter().for_each(|place| assert!(err.contains(place), "{name}: {place}: {err}"));
        let (code, err, written) = form(name, &["--lenient"]);
        assert_eq!(code, i32::from(has.is_empty()), "{name}: {err}");
        has.iter().for_each(|text| assert!(written.contains(text), "{name}: {text}: {written}"));
        has_not.iter().for_each(|text| assert!(!written.contains(text), "{name}: {text}: {written}"));
    }
    let whole = [
        ("sixty.csv", "id = \"place\""),
        ("choices65.md", "id = \"municipality\""),
        ("noteref.md", "guidance = \"You wrote ${who}.\""),
    ];
    for (name, text) in whole {
        let (code, err, written) = form(name, &["--strict"]);
        assert!(code == 0 && written.contains(text), "more answers than keys, an answer in a text: {err}");
    }
    let (code, err, written) = form("feat.md", &[]);
    assert!(code == 0 && written.contains("max = 10") && written.contains("message = \"vikt: . > 0\""), "{err}");
    for (name, numbers) in [("noteref.md", "n_visits"), ("feat.md", "antal")] {
        let (_, err, _) = form(name, &["--lenient"]);
        let told = format!("Whole numbers in the form; here they may have decimals too: {numbers}.");
        assert!(err.contains(&told), "{name}: {err}");
    }
}

#[test]
fn the_default_language_of_a_form_decides_and_the_others_are_named() {
    let (code, err, written) = form("f_lang.xlsx", &[]);
    assert_eq!(code, 0, "{err}");
    assert!(err.contains("The texts are in Svenska (sv). Those in English (en) are left out"), "{err}");
    assert!(written.contains("language = \"sv\""), "{written}");
}

#[test]
fn a_form_of_an_own_export_comes_back_with_all_that_its_columns_say() {
    let (code, err, written) = form("xf_demo.xlsx", &[]);
    assert_eq!(code, 0, "{err}");
    for field in ["document = \"case notes\"", "exclusive = true", "note_on = ", "role = \"birth_year\"", "at = 2024"] {
        assert!(written.contains(field), "{field}: {written}");
    }
}
