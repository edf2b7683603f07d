use super::LIMIT;
use crate::base::language::{Lang, Words};
use crate::study::index::QuestionIx;
use crate::study::protocol::filter::{Bound, Key, Term, Test};
use crate::study::protocol::{Kind, Part, Per, Protocol, Role, shipped};
use proptest::prelude::*;

mod derived;

/// Seven lines and an empty one that begin every protocol here.
const HEAD: &str = r#"id = "p"
version = "1"
language = "sv"
title = "T"
documents = ["journal", "beslut"]
area = [{ id = "A", label = "Område" }]
attribute = [{ id = "unit", label = "Enhet", role = "unit" }, { id = "kon", label = "Kön", values = { K = "K", M = "M" } }]

"#;

const QUESTION: &str = "[[question]]\nid = \"q\"\narea = \"A\"\ntext = \"?\"\n";

fn load(text: &str) -> crate::base::fault::Result<Protocol> {
    Protocol::load("p.toml", text)
}

/// The line and the message of every fault.
fn faults(text: &str) -> Vec<(usize, &'static str)> {
    let Err(found) = load(text) else { return Vec::new() };
    found
        .0
        .iter()
        .map(|fault| (fault.place.as_ref().and_then(|place| place.line).unwrap_or(0), fault.message.key))
        .collect()
}

/// Faults of a first question `q` (lines 9 to 12) followed by `rest`, from line 13.
fn after_question(rest: &str) -> Vec<(usize, &'static str)> {
    faults(&format!("{HEAD}{QUESTION}{rest}"))
}

#[test]
fn every_shipped_protocol_loads() {
    for (id, text) in shipped() {
        let protocol = Protocol::load(&format!("{id}.toml"), text);
        let protocol = protocol.unwrap_or_else(|faults| panic!("{}", faults.describe(&Words::new(Lang::Sv))));
        assert_eq!(protocol.id, *id);
    }
}

#[test]
fn each_fault_of_a_question_is_found_on_its_line() {
    let table: &[(&str, &[(usize, &str)])] = &[
        ("", &[]),
        ("guidence = \"x\"", &[(13, "protocol-field-unknown")]),
        ("kind = \"derived\"", &[(13, "protocol-derived-forms")]),
        ("times = [\"2019\"]", &[(12, "protocol-times-text"), (13, "protocol-times")]),
        ("times = [\"2019\", \"2019\"]", &[(12, "protocol-times-text"), (13, "protocol-duplicate")]),
        ("kind = \"chioce\"", &[(13, "protocol-unknown")]),
        ("scale = \"ja_nje\"", &[(13, "protocol-unknown")]),
        ("per = \"enhet\"", &[(13, "protocol-unknown")]),
        ("document = \"jurnal\"", &[(13, "protocol-unknown")]),
        ("document = [\n\"journal\",\n\"jurnal\"]", &[(15, "protocol-unknown")]),
        ("scale = 3", &[(13, "protocol-type"), (13, "protocol-unknown")]),
        ("optional = \"ja\"", &[(13, "protocol-type")]),
        ("choices = []", &[(13, "protocol-choices-none")]),
        ("scale = \"ja_nej\"\nchoices = [{ id = \"a\" }]", &[(13, "protocol-scale-twice")]),
        ("choices = [{ id = \"a\" },\n{ id = \"a\" }]", &[(14, "protocol-duplicate")]),
        ("choices = [{ label = \"a\" }]", &[(13, "protocol-field-missing")]),
        ("choices = [{ id = \"a;b\" }]", &[(13, "protocol-id")]),
        ("choices = [{ id = \"any\" }]", &[(13, "protocol-id-reserved")]),
        ("choices = [{ id = \"a\", role = \"yess\" }]", &[(13, "protocol-unknown")]),
        ("choices = [{ id = \"a\", role = \"na\" }]\nna = true", &[(14, "protocol-role-taken")]),
        ("choices = [{ id = \"a\", role = \"no\" },\n{ id = \"b\", role = \"no\" }]", &[(14, "protocol-role-taken")]),
        ("choices = [{ id = \"a\", key = \"x\" },\n{ id = \"b\", key = \"x\" }]", &[(14, "protocol-key-taken")]),
        ("choices = [{ id = \"a\", key = \"X\" }]", &[(13, "protocol-key")]),
        ("choices = [{ id = \"a\", key = \"12\" }]", &[(13, "protocol-key")]),
        ("choices = [{ id = \"a\", exclusive = true }]", &[(13, "protocol-exclusive")]),
        ("meaning = { ja = \"x\",\nnja = \"y\" }", &[(14, "protocol-choice")]),
        ("favourable = [\"jaa\"]", &[(13, "protocol-choice")]),
        ("note_on = \"nää\"", &[(13, "protocol-choice")]),
        ("in_base = [\"ja\"]\nout_of_base = [\"ja\"]", &[(14, "protocol-base-both")]),
        ("statement.sv.ja = \"I {spread} finns en plan.\"", &[]),
        ("statement.sv.\"ja|delvis\" = \"I {share} finns en plan.\"", &[]),
        ("statement.sv.ja = { one = \"I {spread}.\", many = \"I {spread}.\", none = \"Ingen.\" }", &[]),
        ("kind = \"number\"\nstatement.sv = \"I snitt {mean} av {base}.\"", &[]),
        ("statement.sv.ja = \"I {spraed} finns {share}.\"", &[(13, "protocol-placeholder")]),
        ("statement.sv.ja = \"Det finns en plan.\"", &[(13, "protocol-statement-count")]),
        ("statement.sv.ja = \"I {spread finns en plan.\"", &[(13, "protocol-brace"), (13, "protocol-statement-count")]),
        ("statement.sv.ja = \"I {spread}.\"\nstatement.sv.\"ja|nja\" = \"I {spread}.\"", &[(14, "protocol-choice")]),
        ("statement.sv.\"ja|ja\" = \"I {spread}.\"", &[(13, "protocol-statement-twice")]),
        ("statement.ja = \"I {spread}.\"", &[(13, "protocol-statement-language")]),
        ("statement.sv.ja = { one = \"I {spread}.\" }", &[(13, "protocol-field-missing")]),
        ("statement.sv.ja = 3", &[(13, "protocol-type")]),
        (
            "kind = \"number\"\nstatement.sv = \"I snitt {spread}.\"",
            &[(14, "protocol-placeholder"), (14, "protocol-statement-count")],
        ),
        ("kind = \"text\"\nstatement.sv = \"I {spread}.\"", &[(14, "protocol-field-kind")]),
        ("kind = \"number\"\nmin = 2\nmax = 1", &[(14, "protocol-bounds")]),
        ("kind = \"number\"\nmin = \"2\"", &[(14, "protocol-type")]),
        ("kind = \"text\"\nna = true", &[(14, "protocol-field-kind")]),
        ("min = 1", &[(13, "protocol-field-kind")]),
        ("when = { q = \"ja\" }", &[(13, "condition-self")]),
        ("when = { }", &[(13, "protocol-condition-empty")]),
    ];
    for (rest, expected) in table {
        assert_eq!(after_question(rest), *expected, "{rest}");
    }
    let many = (0..5001).map(|n| format!("{{ id = \"c{n}\" }},")).collect::<Vec<_>>().concat();
    assert_eq!(after_question(&format!("choices = [{many}]")), [(13, "protocol-choices-many")]);
}

#[test]
fn each_fault_of_a_condition_is_found_on_its_line() {
    // The condition stands on line 17.
    let later = "\n[[question]]\nid = \"n\"\nkind = \"number\"\narea = \"A\"\ntext = \"?\"\n";
    let table: &[(&str, &[&str])] = &[
        ("when = { q = \"ja\" }", &[]),
        ("when = { q = [\"ja\", \"delvis\"] }", &[]),
        ("when = { q = { not = [\"nej\"] }, kon = \"K\" }", &[]),
        ("when = { q = { answered = true } }", &[]),
        ("when = { any = [{ q = \"ja\" }, { kon = \"M\" }] }", &[]),
        ("when = { Q = \"ja\" }", &["condition-key-unknown"]),
        ("when = { n = 3 }", &["condition-later"]),
        ("when = { q = \"jaa\" }", &["condition-value"]),
        ("when = { q = 1 }", &["condition-value"]),
        ("when = { kon = \"X\" }", &["condition-value"]),
        ("when = { q = { min = 1 } }", &["condition-bound"]),
        ("when = { q = { not = \"ja\", answered = true } }", &["protocol-condition-form"]),
        ("when = { q = [] }", &["protocol-condition-form"]),
        ("when = { q = { nto = \"ja\" } }", &["protocol-condition-form", "protocol-field-unknown"]),
        ("when = { any = [] }", &["protocol-type"]),
        ("when = { unit = { min = 3, max = 2 } }", &["protocol-bounds"]),
        ("when = \"q = ja\"", &["protocol-type"]),
    ];
    for (when, expected) in table {
        let text = format!("\n[[question]]\nid = \"r\"\narea = \"A\"\n{when}\ntext = \"?\"\n{later}");
        let found = after_question(&text);
        assert_eq!(found.iter().map(|(_, key)| *key).collect::<Vec<_>>(), *expected, "{when}");
        assert!(found.iter().all(|(line, _)| *line == 17), "{when}: {found:?}");
    }
}

#[test]
fn questions_per_unit_and_per_case_do_not_mix_in_conditions() {
    let unit = "per = \"unit\"\n[[question]]\nid = \"r\"\narea = \"A\"\ntext = \"?\"\nwhen = { q = \"ja\" }\n";
    assert_eq!(after_question(unit), [(18, "condition-per")]);
    let case =
        "[[question]]\nid = \"r\"\narea = \"A\"\ntext = \"?\"\nper = \"unit\"\nwhen = { q = \"ja\", unit = \"BRO\" }\n";
    assert_eq!(after_question(case), [(18, "condition-per")]);
    let head = HEAD.replacen("label = \"Kön\"", "label = \"Kön\", role = \"informant\"", 1);
    let informed = |per: &str| faults(&format!("{head}{QUESTION}per = \"{per}\"\nwhen = {{ kon = \"K\" }}\n"));
    assert_eq!(informed("unit"), []);
    assert_eq!(informed("case"), [(14, "condition-per")]);
    let check = "per = \"unit\"\n[[check]]\nwhen = { q = \"ja\" }\nmessage = \"m\"\n";
    assert_eq!(after_question(check), [(15, "condition-per")]);
}

#[test]
fn each_fault_outside_the_questions_is_found_on_its_line() {
    let table: &[(&str, &[(usize, &str)])] = &[
        ("[scale.s]\nchoices = []", &[(13, "protocol-scale-empty")]),
        ("[scale.s]", &[(13, "protocol-scale-empty")]),
        ("[scale.ja_nej]\nchoices = [{ id = \"a\" }]", &[(13, "protocol-scale-built-in")]),
        ("[[question]]\nid = \"q\"\narea = \"A\"\ntext = \"?\"", &[(14, "protocol-duplicate")]),
        ("[[question]]\nid = \"kon\"\narea = \"A\"\ntext = \"?\"", &[(14, "protocol-id-clash")]),
        ("[[question]]\nid = \"r\"\narea = \"B\"\ntext = \"?\"", &[(15, "protocol-unknown")]),
        ("[[question]]\narea = \"A\"\ntext = \"?\"", &[(13, "protocol-field-missing")]),
        ("[[question]]\nid = \"r\"\narea = \"A\"\ntext = \" \"", &[(16, "protocol-field-missing")]),
        ("[[question]]\nid = \"a\\u200bb\"\narea = \"A\"\ntext = \"?\"", &[(14, "protocol-id")]),
        ("[[check]]\nmessage = \"m\"", &[(13, "protocol-field-missing")]),
        ("[[check]]\nwhen = { z = \"ja\" }\nmessage = \"m\"", &[(14, "condition-key-unknown")]),
        ("[[table]]\nid = \"t\"", &[(13, "protocol-field-missing"), (13, "protocol-field-missing")]),
        ("[[question]", &[(13, "protocol-syntax-heading")]),
    ];
    for (rest, expected) in table {
        assert_eq!(after_question(rest), *expected, "{rest}");
    }
}

#[test]
fn each_fault_of_the_head_is_found_on_its_line() {
    let table: &[(&str, &str, (usize, &str))] = &[
        ("id = \"p\"", "id = \"any\"", (1, "protocol-id-reserved")),
        ("\"sv\"", "\"fi\"", (3, "protocol-unknown")),
        ("title = \"T\"", "title = \"\"", (4, "protocol-field-missing")),
        ("\"journal\", \"beslut\"", "\"journal\", \"journal\"", (5, "protocol-duplicate")),
        ("label = \"Område\" }", "label = \"Område\" }, { id = \"A\", label = \"O\" }", (6, "protocol-duplicate")),
        ("id = \"kon\"", "id = \"unit\"", (7, "protocol-duplicate")),
        ("id = \"kon\"", "id = \"case_id\"", (7, "protocol-id-reserved")),
        ("role = \"unit\"", "role = \"unti\"", (7, "protocol-unknown")),
        ("role = \"unit\"", "role = \"birth_year\"", (7, "protocol-at")),
        ("label = \"Kön\"", "label = \"Kön\", role = \"unit\"", (7, "protocol-role-taken")),
        ("K = \"K\"", "\"a=b\" = \"K\"", (7, "protocol-id")),
        ("role = \"unit\"", "role = \"informant\"", (7, "protocol-informant")),
        ("values = { K", "role = \"informant\", values = { \"K:x\"", (7, "protocol-id")),
    ];
    for (from, to, expected) in table {
        let text = format!("{}{QUESTION}", HEAD.replacen(from, to, 1));
        assert_eq!(faults(&text), [*expected], "{to}");
    }
    assert_eq!(faults(HEAD), [(1, "protocol-questions-none")]);
    let large = format!("{HEAD}{QUESTION}#{}", "x".repeat(LIMIT));
    assert_eq!(faults(&large), [(0, "protocol-too-large")]);
}

const BAD: &str = r#"id = "p"
version = "1"
language = "sv"
title = "T"
area = [{ id = "A", label = "Område" }]

[[question]]
id = "beslut"
area = "A"
text = "Vilket beslut?"
choices = [{ id = "bifall" }, { id = "avslag" }]

[[question]]
id = "plan"
area = "TS"
text = "Finns en plan?"
vhen = { beslut = "bifall" }

[[question]]
id = "overens"
area = "A"
text = "Stämmer planen?"
when = { plna = "ja", beslut = "bifal" }
"#;

#[test]
fn all_faults_are_told_in_swedish() {
    let faults = load(BAD).unwrap_err();
    insta::assert_snapshot!(faults.describe(&Words::new(Lang::Sv)), @r#"
    p.toml:15: Området "TS" finns inte.
      15 | area = "TS"
         |        ^^^^
      tips: välj bland: A
    p.toml:17: Fältet "vhen" får inte stå här.
      17 | vhen = { beslut = "bifall" }
         | ^^^^
      tips: menade du "when"?
    p.toml:23: Villkoret nämner "plna", som varken är en fråga eller en kolumn i ärendelistan.
      23 | when = { plna = "ja", beslut = "bifal" }
         |          ^^^^
      tips: menade du "plan"?
    p.toml:23: "bifal" kan inte vara svaret här.
      23 | when = { plna = "ja", beslut = "bifal" }
         |                                ^^^^^^^
      tips: menade du "bifall"? Välj bland: bifall, avslag
    "#);
}

#[test]
fn all_faults_are_told_in_english() {
    let faults = load(BAD).unwrap_err();
    insta::assert_snapshot!(faults.describe(&Words::new(Lang::En)), @r#"
    p.toml:15: There is no area "TS".
      15 | area = "TS"
         |        ^^^^
      hint: choose from: A
    p.toml:17: The field "vhen" is not allowed here.
      17 | vhen = { beslut = "bifall" }
         | ^^^^
      hint: did you mean "when"?
    p.toml:23: The condition is about "plna", which is neither a question nor a column of the case list.
      23 | when = { plna = "ja", beslut = "bifal" }
         |          ^^^^
      hint: did you mean "plan"?
    p.toml:23: "bifal" cannot be the answer here.
      23 | when = { plna = "ja", beslut = "bifal" }
         |                                ^^^^^^^
      hint: did you mean "bifall"? Choose from: bifall, avslag
    "#);
}

#[test]
fn a_question_carries_all_that_was_written() {
    let text = r#"document = ["journal", "beslut"]
na = true
unknown = true
guidance = """
Rad ett
Rad två"""
meaning = { ja = "helt" }
favourable = ["nej"]
note_on = ["nej"]
in_base = ["ej_aktuellt"]
out_of_base = ["framgar_ej"]
optional = true
"#;
    let protocol = load(&format!("{HEAD}{QUESTION}{text}")).unwrap();
    let question = &protocol.questions.raw[0];
    let ids: Vec<&str> = question.choices().iter().map(|choice| choice.id.as_str()).collect();
    assert_eq!(ids, ["ja", "delvis", "nej", "ej_aktuellt", "framgar_ej"]);
    let base: Vec<bool> = question.choices().iter().map(|choice| choice.in_base).collect();
    assert_eq!(base, [true, true, true, true, false]);
    assert_eq!(question.role(Role::Na).map(|(place, _)| place), Some(3));
    assert_eq!(question.documents, ["journal", "beslut"]);
    assert_eq!(question.guidance, "Rad ett\nRad två");
    assert_eq!(question.choices()[0].meaning, "helt");
    assert!(question.yes_is_bad() && question.optional && question.per == Per::Case);
    assert_eq!(protocol.attributes[0].part, Some(Part::Unit));
    assert_eq!(protocol.hash.len(), 64);
}

#[test]
fn values_and_conditions_keep_the_order_of_the_file() {
    let text = "[[attribute]]\nid = \"z\"\nlabel = \"Z\"\nvalues = { b = \"B\", a = \"A\" }\n";
    let head = HEAD.lines().filter(|line| !line.starts_with("attribute")).collect::<Vec<_>>().join("\n");
    let when = "[[question]]\nid = \"r\"\narea = \"A\"\ntext = \"?\"\nwhen = { z = \"b\", q = \"ja\" }\n";
    let protocol = load(&format!("{head}\n{text}{QUESTION}{when}")).unwrap();
    assert_eq!(protocol.attributes[0].values[0].0, "b");
    assert_eq!(protocol.questions.raw[1].when.terms[0], Term::Is(Key::Column(0), Test::In(vec!["b".into()])));
}

#[test]
fn dependents_are_found_through_others_and_in_order() {
    let mut text = format!("{HEAD}{QUESTION}");
    for (id, when) in [("r", "q"), ("s", "r"), ("t", "kon"), ("u", "q")] {
        let value = if when == "kon" { "K" } else { "ja" };
        text += &QUESTION.replace("\"q\"", &format!("\"{id}\""));
        text += &format!("when = {{ {when} = \"{value}\" }}\n");
    }
    let protocol = load(&text).unwrap();
    assert_eq!(protocol.questions.raw[0].dependents, [1, 2, 4].map(QuestionIx::new));
    assert_eq!(protocol.questions.raw[1].dependents, [2].map(QuestionIx::new));
    assert_eq!(protocol.questions.raw[3].dependents, [] as [QuestionIx; 0]);
}

#[test]
fn numbers_and_dates_in_conditions_are_stored_as_answers_are() {
    let text = "kind = \"number\"\n[[question]]\nid = \"d\"\narea = \"A\"\ntext = \"?\"\nkind = \"date\"\nwhen = { q = [7.50, 3] }\n\
        [[question]]\nid = \"r\"\narea = \"A\"\ntext = \"?\"\nwhen = { d = { min = 2019-05-01, max = \"2020\" } }\n";
    let protocol = load(&format!("{HEAD}{QUESTION}{text}")).unwrap();
    let when = |place: usize| protocol.questions.raw[place].when.terms[0].clone();
    assert_eq!(when(1), Term::Is(Key::Question(0.into()), Test::In(vec!["7.5".into(), "3".into()])));
    let bound = |bound: &str| Some(Bound::Value(bound.into()));
    let between = Test::Between { min: bound("2019-05-01"), max: bound("2020") };
    assert_eq!(when(2), Term::Is(Key::Question(1.into()), between));
    assert!(matches!(protocol.questions.raw[1].kind, Kind::Date));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_mutation_of_a_protocol_makes_the_loader_fall(
        edits in prop::collection::vec((any::<prop::sample::Index>(), 0usize..12, "[\"\\]\\[{}=,#a-z0-9\u{200b}\n]{0,6}"), 1..6)
    ) {
        let mut text: Vec<char> = shipped()[0].1.chars().collect();
        for (place, length, new) in edits {
            let start = place.index(text.len());
            let end = (start + length).min(text.len());
            text.splice(start..end, new.chars());
        }
        let text: String = text.into_iter().collect();
        if let Err(faults) = load(&text) {
            prop_assert!(!faults.0.is_empty());
            faults.describe(&Words::new(Lang::Sv));
        }
    }
}
