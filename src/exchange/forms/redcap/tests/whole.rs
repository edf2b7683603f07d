//! Dictionaries of other projects: all that they say comes in or is told, and goes back the same.
//!
//! The rows are read here by a plain reader of CSV, not by the one that is tried.

use super::{dictionary, lost, read, row};
use crate::exchange::forms::redcap::export;
use crate::study::protocol::{Kind, Protocol};
use proptest::prelude::*;

/// The cells of a dictionary, row by row.
fn cells(text: &str) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

/// The dictionary that is written of a protocol, without the tags of our own.
fn back(protocol: &Protocol) -> Vec<Vec<String>> {
    let mut rows = cells(&String::from_utf8(export(protocol).bytes).unwrap());
    for row in &mut rows {
        if let Some(at) = row[17].find("@AKTKOLL") {
            row[17].truncate(at);
            row[17] = row[17].trim().to_owned();
        }
    }
    rows
}

/// A dictionary of two forms with every kind of field.
fn whole() -> String {
    let rows = [
        row("name", "text", "Name", &[("identifier", "y")]),
        row("dob", "text", "Born", &[("identifier", "y"), ("show slider", "date_mdy"), ("min", "1900-01-01")]),
        row("intro", "descriptive", "<b>Read</b> the file &ndash; all of it", &[("section", "Start")]),
        row(
            "mood",
            "radio",
            "Low mood",
            &[("choices", "0, Not at all | 1, Some days | 2, Most days | 3, <i>Every</i> day")],
        ),
        row("agree", "radio", "Consent?", &[("choices", "1, No | 2, Yes | 3, Unsure"), ("required", "y")]),
        row(
            "city",
            "dropdown",
            "City",
            &[("choices", "A1, Å | -9, Ö | 2.5, Half"), ("alignment", "LH"), ("question number", "4b")],
        ),
        row(
            "which",
            "checkbox",
            "Which?",
            &[("choices", "1, Mother | 2, Father | 99, None"), ("annotation", "@NONEOFTHEABOVE='99' see manual")],
        ),
        row(
            "pain",
            "slider",
            "Pain",
            &[("choices", "none | some | worst"), ("show slider", "number"), ("note", "today")],
        ),
        row("m1", "radio", "Tired", &[("choices", "1, a | 2, b"), ("matrix group", "m"), ("matrix ranking", "y")]),
        row("m2", "radio", "Hungry", &[("choices", "1, a | 2, b"), ("matrix group", "m"), ("matrix ranking", "y")]),
        row(
            "age",
            "text",
            "Age",
            &[("show slider", "integer"), ("min", "0"), ("max", "110"), ("annotation", "SNOMED 1234, mail a@b.se")],
        ),
        row(
            "mail",
            "text",
            "Mail",
            &[("show slider", "email"), ("annotation", "@IF([agree]='2', @HIDDEN, '') @FOO={\"a\":\")\"}")],
        ),
        row("seen", "yesno", "Seen?", &[("branching", "[agree]=\"2\"  and [which(1)] = 1")])
            .replace("form_a", "form_b"),
        row("scan", "file", "Scan", &[]).replace("form_a", "form_b"),
        row("sign", "file", "Signature", &[("show slider", "signature")]).replace("form_a", "form_b"),
        row("tf", "truefalse", "True?", &[("section", "<i>End</i>")]).replace("form_a", "form_b"),
        row("follow_up_appointment_booked_on_time_by_the_clinic_and_confirmed", "notes", "Booked?", &[])
            .replace("form_a", "form_b"),
        row("bye", "descriptive", "Thank you", &[]).replace("form_a", "form_b"),
    ];
    dictionary(&rows)
}

#[test]
fn a_dictionary_comes_in_whole_and_goes_back_the_same() {
    let text = whole();
    let found = read(&text);
    assert_eq!(lost(&found), []);
    let ids: Vec<&str> = found.protocol.questions.iter().map(|question| question.id.as_str()).collect();
    let asked = ["dob", "mood", "agree", "city", "which", "pain", "m1", "m2", "age", "mail", "seen", "tf"];
    assert_eq!(ids[..12], asked);
    let question = |id: &str| found.protocol.questions[found.protocol.question(id).unwrap()].clone();
    assert_eq!(question("mood").guidance, "Read the file – all of it");
    assert_eq!(question("pain").guidance, "0 = none, 50 = some, 100 = worst\n\ntoday");
    assert!(question("which").choices()[2].exclusive);
    assert!(matches!(question("dob").kind, Kind::Date));
    // Through a file and back, so that nothing hangs on what is not written there.
    let protocol = Protocol::load("p.toml", &found.protocol.to_toml()).unwrap();
    assert_eq!(back(&protocol), cells(&text));
    assert_eq!(export(&protocol).lost.iter().map(|message| message.key).collect::<Vec<_>>(), ["exchange-dates"]);
}

#[test]
fn what_is_changed_in_the_protocol_counts_more_than_what_is_kept() {
    let protocol = Protocol::load("p.toml", &read(&whole()).protocol.to_toml()).unwrap();
    let text = protocol.to_toml();
    let changed = text
        .replace("text = \"Low mood\"", "text = \"Sad\"")
        .replace("label = \"Every day\"", "label = \"Always\"")
        .replace("min = 0\nmax = 110", "min = 0\nmax = 99")
        .replace("0 = none", "0 = nothing")
        .replace("label = \"Start\"", "label = \"Begin\"")
        .replace("guidance = \"Read the file – all of it\"", "guidance = \"Read it\"");
    let rows = back(&Protocol::load("p.toml", &changed).unwrap());
    let cell = |name: &str, column: usize| rows.iter().find(|row| row[0] == name).unwrap()[column].clone();
    assert_eq!((cell("mood", 4).as_str(), cell("mood", 2).as_str()), ("Sad", "Begin"));
    assert_eq!(cell("mood", 5), "0, Not at all | 1, Some days | 2, Most days | 3, Always");
    assert_eq!((cell("age", 7), cell("age", 9)), ("integer".to_owned(), "99".to_owned()));
    assert!(cell("pain", 6).starts_with("0 = nothing"), "{}", cell("pain", 6));
    assert_eq!(cell("mood", 6), "Read it");
    assert!(rows.iter().all(|row| row[0] != "intro"), "its text is in the guidance");
}

/// A row of a dictionary made at random.
fn any_row(place: usize) -> impl Strategy<Value = String> {
    let kinds = [
        "text",
        "notes",
        "radio",
        "dropdown",
        "checkbox",
        "yesno",
        "truefalse",
        "slider",
        "descriptive",
        "file",
        "sql",
    ];
    let labels = ["Plan?", "<b>Plan</b> &amp; goal", "Äldre <5 år", "[q0] då?"];
    let choices = ["1, Ja | 0, Nej", "0, a | 1, b | 2, c", "a, x | B2, y, z", "-1, Ej | 1.5, <i>Ja</i>"];
    let tags = ["", "@HIDDEN", "@DEFAULT='1'", "plain text", "@HIDDEN-SURVEY @X='y'", "@NONEOFTHEABOVE='0'"];
    let validations = ["", "integer", "number", "date_dmy", "email", "time", "number_1dp_comma_decimal"];
    let logic = ["", "", "[q0] = '1'", "[q0]<>\"\"", "[q0]='1' OR [q0] = '0'"];
    let pick = prop::sample::select::<&'static str>;
    let looks = (pick(kinds.to_vec()), pick(labels.to_vec()), pick(choices.to_vec()), pick(tags.to_vec()));
    let rules = (pick(validations.to_vec()), pick(logic.to_vec()), any::<[bool; 5]>());
    (looks, rules).prop_map(move |((kind, label, choices, tag), (validation, logic, flags))| {
        let yes = |flag: bool| if flag { "y" } else { "" };
        let has_choices = matches!(kind, "radio" | "dropdown" | "checkbox");
        let cells = [
            (
                "choices",
                if has_choices {
                    choices
                } else if kind == "slider" && flags[4] {
                    "lite | | mycket"
                } else {
                    ""
                },
            ),
            ("show slider", if kind == "text" { validation } else { "" }),
            ("branching", if place > 0 { logic } else { "" }),
            ("required", yes(flags[0])),
            ("identifier", yes(flags[1] && kind != "text" && kind != "notes" || flags[1] && flags[2])),
            ("section", if flags[3] { "<u>Del</u> A" } else { "" }),
            ("annotation", if place == 0 { "" } else { tag }),
            ("matrix group", if flags[4] && kind == "radio" { "m" } else { "" }),
            ("note", if flags[2] { "Se <b>akten</b>" } else { "" }),
        ];
        let name = format!("q{place}");
        if place == 0 {
            return row(&name, "yesno", "Första?", &[]);
        }
        row(&name, kind, label, &cells).replace("form_a", if place < 5 { "form_a" } else { "sist" })
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_dictionary_goes_back_the_same(rows in (1..10usize).prop_flat_map(|n| (0..n).map(any_row).collect::<Vec<_>>())) {
        let text = dictionary(&rows);
        let found = read(&text);
        prop_assert_eq!(lost(&found), []);
        let protocol = Protocol::load("p.toml", &found.protocol.to_toml()).unwrap();
        prop_assert_eq!(back(&protocol), cells(&text));
    }
}
