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
    assert!(again.err.contains("is there already"), "{}", again.err);
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
