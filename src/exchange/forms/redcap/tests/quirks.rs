//! What dictionaries from elsewhere look like.

use super::{HEADER, dictionary, lost, read, row};
use crate::base::language::{Lang, Words};
use crate::exchange::forms::redcap::{export, import, is_dictionary, sheet};
use crate::study::protocol::filter::{Bound, Filter, Key, Term, Test};
use crate::study::protocol::{Derive, Kind, Protocol, Question, Role};

fn when(logic: &str) -> Filter {
    let found = read(&dictionary(&[fields(), vec![row("q", "notes", "?", &[("branching", logic)])]].concat()));
    assert_eq!(lost(&found), [], "{logic}");
    found.protocol.questions.last().unwrap().when.clone()
}

/// Why branching logic is refused.
fn refused(logic: &str) -> &'static str {
    let found = read(&dictionary(&[fields(), vec![row("q", "notes", "?", &[("branching", logic)])]].concat()));
    let [fault] = found.lost.as_slice() else { panic!("{logic}: {:?}", found.lost) };
    assert_eq!(fault.message.key, "redcap-lost-logic");
    assert!(found.protocol.questions.last().unwrap().when.is_empty());
    fault.hint.as_ref().unwrap().key
}

/// A radio `a`, a checkbox `chk`, a number `n`, a date `d`, and a graded radio `g`.
fn fields() -> Vec<String> {
    vec![
        row("a", "radio", "A?", &[("choices", "1, Ja | 2, Delvis | 3, Nej | 9, Ej aktuellt")]),
        row("chk", "checkbox", "Vilka?", &[("choices", "1, Mor | 2, Far | 3, Syskon, även halv")]),
        row("n", "text", "Antal", &[("show slider", "integer"), ("min", "0"), ("max", "99")]),
        row("d", "text", "När", &[("show slider", "date_dmy")]),
        row("g", "dropdown", "Grad", &[("choices", "1, Låg | 2, Mellan | 3, Hög")]),
    ]
}

fn is(place: usize, test: Test) -> Term {
    Term::Is(Key::Question(place.into()), test)
}

fn one_of(values: &[&str]) -> Test {
    Test::In(values.iter().map(|&value| value.to_owned()).collect())
}

fn all(terms: Vec<Term>) -> Filter {
    Filter { terms }
}

#[test]
fn both_headers_every_separator_and_a_byte_order_mark_are_read() {
    let body = "record_id,f,,text,Id,,,,,,,,,,,,,\nq,f,,notes,Fråga?,,,,,,,,,,,,,\n";
    let names = sheet::COLUMNS.map(|(_, _, name)| name).join(",");
    let quoted = HEADER.replace("Identifier?", "\"Identifier?\"");
    for header in [HEADER, &quoted, &names] {
        for separator in [",", ";", "\t"] {
            let titles = header.replace("Choices, Calculations, OR", "Choices¤ Calculations¤ OR");
            let text = format!("{titles}\n{body}").replace(',', separator).replace('¤', ",");
            for text in [text.clone(), format!("\u{feff}{text}"), text.replace('\n', "\r\n")] {
                assert!(is_dictionary(&text), "{text}");
                assert_eq!(read(&text).protocol.questions.raw[0].text, "Fråga?");
            }
        }
    }
    assert!(!is_dictionary("case_id,unit,sex\n1,a,b\n"));
    let wrong = import("x.csv", b"case_id,unit\n1,a\n", Lang::Sv).unwrap_err();
    assert_eq!(wrong.0[0].message.key, "redcap-header");
}

#[test]
fn every_type_is_read_and_what_is_none_is_listed_with_its_line() {
    let rows = [
        row("t", "text", "T", &[]),
        row("n2", "text", "N", &[("show slider", "number_2dp"), ("min", "0,5")]),
        row("d", "text", "D", &[("show slider", "date_mdy")]),
        row("l", "notes", "L", &[]),
        row("y", "yesno", "Y", &[]),
        row("tf", "truefalse", "TF", &[]),
        row("s", "slider", "S", &[]),
        row("x", "descriptive", "Läs detta", &[]),
        row("f", "file", "Bilaga", &[]),
        row("e", "text", "E", &[("show slider", "email")]),
        row("d2", "text", "D2", &[("show slider", "date_ymd"), ("min", "2020-01-01")]),
        row("s2", "slider", "S2", &[("choices", "lite | mycket")]),
        row("r", "radio", "R", &[("choices", "1 Ja | 2, Nej")]),
        row("r2", "radio", "R2", &[("choices", "1, Ja | 1, Nej")]),
    ];
    let found = read(&dictionary(&rows));
    let expected = [(15, "redcap-lost-choices"), (16, "redcap-lost-choices")];
    assert_eq!(lost(&found), expected);
    let keys: Vec<&str> = found.mapping.iter().map(|message| message.key).collect();
    assert_eq!(keys[3..], ["redcap-mapped-slider", "redcap-mapped-text", "redcap-mapped-validation"]);
    let question = |id: &str| found.protocol.questions[found.protocol.question(id).unwrap()].clone();
    assert!(matches!(question("t").kind, Kind::Text) && matches!(question("l").kind, Kind::Text));
    assert_eq!(question("n2").kind, Kind::Number { unit: String::new(), min: Some(0.5), max: None });
    assert_eq!(question("s").kind, Kind::Number { unit: String::new(), min: Some(0.0), max: Some(100.0) });
    assert!(matches!(question("d").kind, Kind::Date));
    let ids = |id: &str| question(id).choices().iter().map(|choice| choice.id.clone()).collect::<Vec<_>>();
    assert_eq!((ids("y"), ids("tf")), (vec!["ja".to_owned(), "nej".into()], vec!["1".to_owned(), "0".into()]));
    let told = found.left[0].describe(&Words::new(Lang::Sv));
    assert_eq!(told, "ordbok/Min granskning.csv:11: Utelämnas, eftersom fält av typen ”file” inte kan kodas: f.");
    let check = &found.protocol.checks[0];
    assert_eq!(check.message, "D2: tidigare än 2020-01-01.");
    assert!(
        matches!(&check.when.terms[..], [Term::Is(_, Test::Between { min: None, max: Some(Bound::Value(day)) })] if day == "2019-12-31")
    );
    assert_eq!(question("s2").guidance, "0 = lite, 100 = mycket");
}

#[test]
fn choices_are_split_at_the_first_comma_and_known_by_their_labels() {
    let found = read(&dictionary(&fields()));
    let [a, chk, ..] = found.protocol.questions.raw.as_slice() else { panic!() };
    let roles: Vec<_> = a.choices().iter().map(|choice| (choice.id.as_str(), choice.role)).collect();
    let expected = [("ja", Role::Yes), ("delvis", Role::Partly), ("nej", Role::No), ("ej_aktuellt", Role::Na)];
    assert_eq!(roles, expected.map(|(id, role)| (id, Some(role))));
    assert!(!a.choices()[3].in_base);
    assert_eq!((chk.choices()[2].id.as_str(), chk.choices()[2].label.as_str()), ("3", "Syskon, även halv"));
    let odd = [row("q", "radio", "?", &[("choices", "ja, Nej | 0, <b>Ja</b> | 77, N/A |")])];
    let choices = read(&dictionary(&odd)).protocol.questions.raw[0].choices().to_vec();
    let told: Vec<_> = choices.iter().map(|choice| (choice.id.as_str(), choice.label.as_str(), choice.role)).collect();
    let expected = [("nej", "Nej", Some(Role::No)), ("0", "Ja", None), ("77", "N/A", Some(Role::Na))];
    assert_eq!(told, expected, "a code that is another choice's id stays what it is");
}

#[test]
fn labels_lose_their_marks_and_notes_become_guidance() {
    let note = "<p>Se&nbsp;journalen</p><br/>Minst &lt;5 år";
    let label = "<div class=\"rich\"><b>Finns</b>\u{a0}en plan <5 år?</div>";
    let found = read(&dictionary(&[row("q", "notes", label, &[("field note", note)])]));
    let question = &found.protocol.questions.raw[0];
    assert_eq!(
        (question.text.as_str(), question.guidance.as_str()),
        ("Finns en plan <5 år?", "Se journalen\n\nMinst <5 år")
    );
}

#[test]
fn a_section_header_begins_an_area_and_so_does_a_form() {
    let rows = [
        row("a", "notes", "A", &[]),
        row("b", "notes", "B", &[("section", "<b>Trygghet</b>")]),
        row("x", "descriptive", "X", &[("section", "Självbestämmande")]),
        row("c", "notes", "C", &[]),
        row("d", "notes", "D", &[]).replace("form_a", "form_b"),
    ];
    let protocol = read(&dictionary(&rows)).protocol;
    let areas: Vec<&str> =
        protocol.questions.iter().map(|question| protocol.areas[question.area].label.as_str()).collect();
    assert_eq!(areas, ["form a", "Trygghet", "Självbestämmande", "form b"]);
    assert_eq!((protocol.id.as_str(), protocol.title.as_str()), ("min_granskning", "Min granskning"));
}

#[test]
fn branching_logic_becomes_a_condition() {
    assert_eq!(when("[a] = '1'"), all(vec![is(0, one_of(&["ja"]))]));
    assert_eq!(when("[a]=\"1\" OR [a] = 2"), all(vec![is(0, one_of(&["ja", "delvis"]))]));
    assert_eq!(when("[chk(3)] = ’1’"), all(vec![is(1, one_of(&["3"]))]));
    assert_eq!(when("[g] >= 2"), all(vec![is(4, one_of(&["2", "3"]))]));
    assert_eq!(when("[a] <> ''"), all(vec![is(0, Test::Answered(true))]));
    assert_eq!(when("[a] = ''"), all(vec![is(0, Test::Answered(false))]));
    assert_eq!(when("[a] <> '' and [a] <> '3'"), all(vec![is(0, Test::NotIn(vec!["nej".into()]))]));
    let least = |bound: &str| Test::Between { min: Some(Bound::Value(bound.to_owned())), max: None };
    assert_eq!(when("[n] >= 5"), all(vec![is(2, least("5"))]));
    assert_eq!(when("5 <= [n]"), when("[n] >= '5'"));
    assert_eq!(when("[n] <= -5"), all(vec![is(2, Test::Between { min: None, max: Some(Bound::Value("-5".into())) })]));
    assert_eq!(when("[d] >= '2020-05-01'"), all(vec![is(3, least("2020-05-01"))]));
    let either = Term::Any(vec![all(vec![is(1, one_of(&["1"]))]), all(vec![is(2, least("5"))])]);
    assert_eq!(when("[a] = '1' And ([chk(1)] = '1' or [n] >= 5)"), all(vec![is(0, one_of(&["ja"])), either]));
    let neither = when("[a] <> '3'");
    assert_eq!(neither.terms.len(), 1, "blank is unequal to everything: {neither:?}");
    assert!(matches!(&neither.terms[0], Term::Any(filters) if filters.len() == 2));
}

#[test]
fn branching_logic_that_cannot_be_said_is_listed_with_its_cause() {
    let table = [
        ("[event_1_arm_1][a] = '1'", "redcap-logic-event"),
        ("[n] + 1 > 5", "redcap-logic-arithmetic"),
        ("[n]*2 > 5", "redcap-logic-arithmetic"),
        ("[n] - 1 > 5", "redcap-logic-arithmetic"),
        ("datediff([d], 'today', 'y') > 5", "redcap-logic-function"),
        ("[zzz] = '1'", "redcap-logic-field"),
        ("[record_id] = '1'", "redcap-logic-field"),
        ("[a] = 'ja'", "redcap-logic-code"),
        ("[chk] = '1'", "redcap-logic-checkbox"),
        ("[chk(1)] = '2'", "redcap-logic-checkbox"),
        ("[a] = '1", "redcap-logic-form"),
        ("([a] = '1'", "redcap-logic-form"),
        ("[a] '1'", "redcap-logic-form"),
        ("[q] = ''", "condition-self"),
    ];
    for (logic, cause) in table {
        assert_eq!(refused(logic), cause, "{logic}");
    }
    let deep = format!("{}[a] = '1'{}", "(".repeat(5000), ")".repeat(5000));
    assert_eq!(refused(&deep), "redcap-logic-form");
}

#[test]
fn required_is_asked_for_once_some_field_is() {
    let of = |required: &str| {
        let rows = [row("a", "notes", "A", &[("required", required)]), row("b", "notes", "B", &[])];
        read(&dictionary(&rows)).protocol.questions.iter().map(|question| question.optional).collect::<Vec<_>>()
    };
    assert_eq!(of("y"), [false, true]);
    assert_eq!(of(""), [false, false], "no field is required: the column is not in use");
}

#[test]
fn tags_are_honoured_or_listed() {
    let choices = ("choices", "1, Mor | 99, Ingen");
    let rows = [
        row("a", "checkbox", "A", &[choices, ("annotation", "@NONEOFTHEABOVE='99'")]),
        row("h", "notes", "H", &[("annotation", "@HIDDEN")]),
        row("s", "notes", "S", &[("annotation", "@DEFAULT='[h]' och mer")]),
        row("i", "text", "Personnummer", &[("identifier", "y")]),
        row("m", "radio", "M", &[choices, ("matrix group", "g"), ("matrix ranking", "y"), ("alignment", "LV")]),
        row("m", "notes", "M", &[]),
        row("å b", "notes", "M", &[]),
        row("k", "notes", "K", &[("annotation", "@AKTKOLL='id = '")]),
    ];
    let found = read(&dictionary(&rows));
    let expected = [(8, "redcap-lost-twice"), (9, "redcap-lost-name"), (10, "redcap-lost-tag")];
    assert_eq!(lost(&found), expected);
    let exclusive: Vec<bool> =
        found.protocol.questions.raw[0].choices().iter().map(|choice| choice.exclusive).collect();
    assert_eq!(exclusive, [false, true]);
    let keys: Vec<&str> = found.mapping.iter().map(|message| message.key).collect();
    let told = ["redcap-mapped-look", "redcap-mapped-look", "redcap-mapped-look", "redcap-mapped-action"];
    assert_eq!(keys[2..], told);
    let left: Vec<&str> = found.left.iter().map(|fault| fault.message.key).collect();
    assert_eq!(left, ["redcap-left-hidden", "redcap-left-identifier"]);
}

#[test]
fn a_plain_sum_is_derived_and_another_calculation_is_kept() {
    let number = |name: &str| row(name, "text", name, &[("show slider", "number")]);
    let calc = |name: &str, text: &str| row(name, "calc", name, &[("choices", text)]);
    let rows = [
        number("a"),
        number("b"),
        calc("c", "sum([a], [b])"),
        calc("d", "[a]+[b]"),
        calc("e", "[a]/[b]"),
        calc("f", "[a]+[z]"),
    ];
    let found = read(&dictionary(&rows));
    assert_eq!(lost(&found), []);
    let told = found.left[0].describe(&Words::new(Lang::En));
    assert!(
        found.left.len() == 1 && told.starts_with("ordbok/Min granskning.csv:7: Left out") && told.ends_with(": e, f.")
    );
    let back = String::from_utf8(export(&found.protocol).bytes).unwrap();
    assert!(back.contains("\ne,form_a,,calc,e,[a]/[b],,"), "{back}");
    let sums: Vec<Option<&Derive>> = found.protocol.questions.iter().map(|question| question.derive.as_ref()).collect();
    let sum = Derive::Sum(vec![0.into(), 1.into()]);
    assert_eq!(sums, [None, None, Some(&sum), Some(&sum)]);
}

const OURS: &str = r#"id = "p"
version = "1"
language = "sv"
title = "T"
area = [{ id = "A", label = "Område" }]
attribute = [{ id = "unit", label = "Enhet", role = "unit", values = { BRO = "Bromma", "Å" = "Åby" } }]

[[question]]
id = "Plan Å"
area = "A"
text = "Finns en <bra> plan?"
guidance = "Rad ett\nRad 'två'"
na = true
note_on = ["nej"]

[[question]]
id = "vilka"
area = "A"
text = "Vilka?"
kind = "choices"
choices = [{ id = "mor", label = "Mor|far" }, { id = "ingen", label = "Ingen", exclusive = true }]
when = { "Plan Å" = { not = "nej" }, unit = "Å" }
optional = true
"#;

#[test]
fn a_dictionary_has_the_eighteen_titles_and_words_that_redcap_knows() {
    let text = String::from_utf8(export(&Protocol::load("p.toml", OURS).unwrap()).bytes).unwrap();
    let (header, rows) = text.split_once('\n').unwrap();
    assert_eq!(
        header,
        HEADER
            .replace("\"Choices, Calculations, OR Slider Labels\"", "¤")
            .replace('"', "")
            .replace('¤', "\"Choices, Calculations, OR Slider Labels\"")
    );
    insta::assert_snapshot!(rows, @r#"
    record_id,p_1,,text,Ärende,,,,,,,,,,,,,"@AKTKOLL='id = ""p""
    version = ""1""
    language = ""sv""
    title = ""T""

    [[attribute]]
    id = ""unit""
    label = ""Enhet""
    role = ""unit""
    values = { BRO = ""Bromma"", ""Å"" = ""Åby"" }

    [[area]]
    id = ""A""
    label = ""Område""
    '"
    unit,p_1,,dropdown,Enhet,"BRO, Bromma | 10, Åby",,,,,,,,,,,,"@AKTKOLL='attribute = ""unit""
    choice.10 = { id = ""Å"" }'"
    "plan_a","p_1","Område","radio","Finns en &lt;bra> plan?","1, Ja | 2, Delvis | 3, Nej | 9, Ej aktuellt","Rad ett
    Rad 'två'","","","","","","y","","","","","@AKTKOLL='id = ""Plan Å""
    note_on = [""nej""]'"
    vilka,p_1,,checkbox,Vilka?,"mor, Mor/far | ingen, Ingen",,,,,,([plan_a] <> '' and [plan_a] <> '3') and [unit] = '10',,,,,,"@NONEOFTHEABOVE='ingen' @AKTKOLL='choice.mor = { label = ""Mor|far"" }'"
    "#);
}

#[test]
fn what_is_changed_in_redcap_counts() {
    let text = String::from_utf8(export(&Protocol::load("p.toml", OURS).unwrap()).bytes).unwrap();
    let changed = text.replace("1, Ja", "1, Ja då").replace("Vilka?", "Vilka då?").replace("8, x", "");
    let protocol = read(&changed).protocol;
    let [plan, which]: &[Question; 2] = protocol.questions.raw.as_slice().try_into().unwrap();
    assert_eq!((plan.choices()[0].label.as_str(), which.text.as_str()), ("Ja då", "Vilka då?"));
    assert_eq!(plan.note_on, ["nej"]);
}

#[test]
fn tags_that_fit_no_more_are_listed() {
    let protocol = Protocol::load("p.toml", OURS).unwrap();
    let text = String::from_utf8(export(&protocol).bytes).unwrap();
    let changed = text.replace(" | 3, Nej", "");
    let found = read(&changed);
    assert_eq!(lost(&found).last(), Some(&(1, "redcap-lost-own")));
}
