//! Forms of other programs on the command line: a file is whole and new, or is not there.

use super::desk::Desk;

const FORM: &str = "survey,type,name,label,relevant\n\
    ,integer,n,How many?,\n\
    ,text,why,Why so many?,${n} > 3\n\
    ,image,photo,A photo,\n";

#[test]
fn what_cannot_be_carried_over_stops_an_import_unless_it_may_be_left_out() {
    let desk = Desk::new();
    std::fs::write(desk.path("form.csv"), FORM).unwrap();
    let refused = desk.run(&["protocol", "import", "form.csv", "-o", "form.toml", "--lang", "en"]);
    assert_eq!((refused.code, refused.out.as_str()), (1, ""));
    assert!(
        refused.err.contains("form.csv, survey, B type:4: ") && refused.err.contains("4 | image"),
        "{}",
        refused.err
    );
    assert!(!desk.path("form.toml").exists());

    let taken = desk.run(&["protocol", "import", "form.csv", "-o", "form.toml", "--lenient", "--lang", "en"]);
    assert_eq!((taken.code, taken.out.as_str()), (0, ""));
    assert!(taken.err.contains("form.csv, survey, B type:4: "), "{}", taken.err);
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
    assert!(desk.run(&["tally", "--help", "--lang", "sv"]).out.contains("text, json, csv eller html"));
}
