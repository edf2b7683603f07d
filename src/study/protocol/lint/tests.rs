use super::*;
use crate::base::language::{Lang, Words};
use crate::study::index::QuestionIx;
use crate::study::protocol::filter::{Filter, Key, Seen, Subject, Truth};
use crate::study::protocol::shipped;
use proptest::prelude::*;
use typed_index_collections::TiVec;

const HEAD: &str = r#"id = "p"
version = "1"
language = "sv"
title = "T"
documents = ["journal"]
area = [{ id = "A", label = "Område" }]
attribute = [{ id = "unit", label = "Enhet", role = "unit" }, { id = "kon", label = "Kön", role = "sex", values = { K = "K", M = "M" } }]
"#;

/// A protocol of questions, each given by its id and its further fields.
fn protocol(questions: &[(&str, &str)]) -> String {
    let question = |(id, rest): &(&str, &str)| {
        format!("[[question]]\nid = \"{id}\"\narea = \"A\"\ndocument = \"journal\"\ntext = \"Vad om {id}?\"\n{rest}\n")
    };
    HEAD.to_owned() + &questions.iter().map(question).collect::<String>()
}

fn advice(text: &str) -> Vec<(usize, &'static str)> {
    let protocol = Protocol::load("p.toml", text).unwrap_or_else(|faults| panic!("{faults}\n{text}"));
    protocol.advice(text).into_iter().map(|advice| (advice.line, advice.message.key)).collect()
}

#[test]
fn the_shipped_protocols_need_no_advice() {
    let words = Words::new(Lang::Sv);
    for (id, text) in shipped() {
        let advice = Protocol::load(id, text).unwrap().advice(text);
        let told = |one: &Advice| format!("{id}:{} {}", one.line, words.say(&one.message));
        assert_eq!(advice.iter().map(told).collect::<Vec<_>>(), [] as [String; 0]);
    }
}

#[test]
fn each_piece_of_advice_stands_at_its_line() {
    // The question begins on line 8, its further fields on line 13.
    let table: &[(&str, &[(usize, &str)])] = &[
        ("scale = \"ja_nej\"", &[]),
        ("scale = \"ja_delvis_nej\"", &[(13, "advice-meaning")]),
        ("", &[(9, "advice-meaning")]),
        ("meaning = { delvis = \"en del\" }", &[]),
        ("meaning = { ja = \"allt\" }", &[(13, "advice-meaning")]),
        ("choices = [{ id = \"bss\" }, { id = \"hvb\", label = \"HVB\" }]", &[(13, "advice-meaning")]),
        ("choices = [{ id = \"bss\", meaning = \"bostad\" }, { id = \"hvb\", label = \"HVB\" }]", &[]),
        ("scale = \"ja_nej\"\nstatement.sv.ja = \"I {spread} finns.\"", &[(14, "advice-statement")]),
        ("scale = \"ja_nej\"\nna = true\nstatement.sv = { ja = \"I {spread}.\", nej = \"I {spread}.\" }", &[]),
        ("kind = \"number\"", &[(13, "advice-bounds")]),
        ("kind = \"number\"\nmin = 0", &[]),
        ("kind = \"text\"\nguidance = \"Svara kort.\"", &[]),
        ("kind = \"text\"\nguidance = \"\"\"Svara kort.\nVanligast är nej.\"\"\"", &[(14, "advice-steers")]),
        (
            "kind = \"text\"\n[[question]]\nid = \"r\"\narea = \"A\"\ntext = \"?\"\nkind = \"text\"",
            &[(15, "advice-document")],
        ),
        (
            "kind = \"text\"\n[[question]]\nid = \"r\"\narea = \"A\"\ntext = \"?\"\nkind = \"text\"\noptional = true",
            &[],
        ),
        (
            "kind = \"text\"\n[[question]]\nid = \"r\"\narea = \"A\"\ndocument = \"journal\"\ntext = \"vad  om Q?\"\nkind = \"text\"",
            &[(18, "advice-same-text")],
        ),
        ("kind = \"text\"\n[scale.egen]\nchoices = [{ id = \"a\" }]", &[(14, "advice-scale")]),
        ("scale = \"egen\"\n[scale.egen]\nchoices = [{ id = \"a\", label = \"A\" }]", &[]),
        ("kind = \"text\"\n[[check]]\nmessage = \"m\"\nwhen = { kon = { answered = false } }", &[]),
        (
            "kind = \"text\"\n[[check]]\nmessage = \"m\"\nwhen = { kon = \"K\", any = [{ kon = \"M\" }] }",
            &[(16, "advice-check")],
        ),
    ];
    for (rest, expected) in table {
        assert_eq!(advice(&protocol(&[("q", rest)])), *expected, "{rest}");
    }
}

#[test]
fn what_is_missing_on_the_whole_is_told() {
    let text = protocol(&[("q", "kind = \"text\"")]);
    let without = text.replace("role = \"unit\"", "").replace(", }", " }").replace("role = \"sex\", ", "");
    assert_eq!(advice(&without), [(7, "advice-unit")]);
    let born = without
        .replace("id = \"kon\"", "id = \"kon\", role = \"birth_year\", at = 2020")
        .replace(", values = { K = \"K\", M = \"M\" }", "");
    assert_eq!(advice(&born), [(7, "advice-unit"), (7, "advice-sex")]);
    let bare = text.lines().filter(|line| !line.starts_with("attribute")).collect::<Vec<_>>().join("\n");
    assert_eq!(advice(&bare), [(1, "advice-unit"), (1, "advice-sex")]);
    let area = text.replace("label = \"Område\" }", "label = \"Område\" }, { id = \"B\", label = \"Tomt\" }");
    assert_eq!(advice(&area), [(6, "advice-area")]);
    let many: Vec<(String, &str)> = (0..=MANY).map(|n| (format!("q{n}"), "kind = \"text\"")).collect();
    let many: Vec<(&str, &str)> = many.iter().map(|(id, rest)| (id.as_str(), *rest)).collect();
    assert_eq!(advice(&protocol(&many[..MANY])), []);
    assert_eq!(advice(&protocol(&many)), [(8 + 1 + 6 * MANY, "advice-many")]);
}

/// Whether the last of some questions is told to be out of reach.
fn never(questions: &[(&str, &str)]) -> bool {
    let found = advice(&protocol(questions));
    let last = 8 + 6 * (questions.len() - 1) + 5;
    found.iter().any(|(line, key)| (*line, *key) == (last, "advice-never"))
}

#[test]
fn a_question_that_can_never_be_asked_is_found() {
    let yes_no = ("a", "scale = \"ja_nej\"");
    let when = |condition: &'static str| ("z", condition);
    let gate = ("b", "when = { a = \"ja\" }");
    assert!(never(&[yes_no, gate, when("when = { b = \"ja\", a = \"nej\" }")]), "contradicts the gate's condition");
    assert!(!never(&[yes_no, gate, when("when = { b = \"ja\", a = \"ja\" }")]));
    assert!(
        !never(&[yes_no, gate, when("when = { b = { answered = false }, a = \"nej\" }")]),
        "unanswered needs no gate"
    );
    assert!(never(&[yes_no, when("when = { a = { not = [\"ja\", \"nej\"] } }")]), "every value is excluded");
    assert!(!never(&[yes_no, when("when = { any = [{ a = \"ja\" }, { a = { not = [\"ja\", \"nej\"] } }] }")]));
    assert!(never(&[yes_no, when("when = { a = \"ja\", any = [{ a = \"nej\" }, { a = { answered = false } }] }")]));
    let dead = ("b", "when = { kon = \"K\", any = [{ kon = \"M\" }] }");
    assert!(never(&[yes_no, dead, when("when = { b = { answered = true } }")]), "looks at one out of reach");
    assert!(!never(&[yes_no, dead, when("when = { b = { answered = false } }")]));
}

#[test]
fn numbers_and_several_choices_are_judged_exactly() {
    let number = ("a", "kind = \"number\"\nmin = 0");
    let never = |first: (&'static str, &'static str), when: &str| {
        let text = protocol(&[first, ("z", when)]);
        advice(&text).iter().any(|(_, key)| *key == "advice-never")
    };
    assert!(never(number, "when = { a = { max = -1 } }"), "below the question's least");
    assert!(!never(number, "when = { a = { max = 0 } }"));
    assert!(!never(number, "when = { a = { min = 1, max = 1 } }"));
    assert!(never(number, "when = { a = { min = 2 }, any = [{ a = { max = 1 } }] }"));
    assert!(!never(number, "when = { a = { min = 1, max = 2 }, any = [{ a = { not = [1, 2] } }] }"), "1.5 is left");
    let several = (
        "a",
        "kind = \"choices\"\nchoices = [{ id = \"x\", label = \"X\" }, { id = \"y\", label = \"Y\" }, { id = \"o\", label = \"O\", exclusive = true }]",
    );
    assert!(!never(several, "when = { a = \"x\", any = [{ a = \"y\" }] }"), "both may be chosen");
    assert!(never(several, "when = { a = \"x\", any = [{ a = \"o\" }] }"), "one excludes the other");
    assert!(never(several, "when = { a = \"x\", any = [{ a = { not = [\"x\"] } }] }"));
    assert!(!never(several, "when = { a = { not = [\"x\", \"y\"] } }"));
    let date = ("a", "kind = \"date\"");
    assert!(never(date, "when = { a = \"2020\", any = [{ a = { min = 2021-01-01 } }] }"));
    assert!(!never(date, "when = { a = { min = 2021-01-01 } }"));
}

/// Answers to four questions and a column, masked as the conditions say.
struct Case<'a> {
    protocol: &'a Protocol,
    answers: TiVec<QuestionIx, &'a str>,
    sex: &'a str,
}

impl Subject for Case<'_> {
    fn question(&self, place: QuestionIx) -> Seen<'_> {
        match (self.protocol.questions[place].when.judge(self), self.answers[place]) {
            (Truth::False, _) => Seen::Masked,
            (Truth::Unknown, _) | (_, "") => Seen::Unanswered,
            (Truth::True, answer) => Seen::Answer(answer),
        }
    }
    fn column(&self, place: usize) -> &str {
        if self.protocol.attributes[place].id == "kon" { self.sex } else { "BRO" }
    }
}

fn condition() -> impl Strategy<Value = String> {
    let one = (
        0..4usize,
        prop::sample::select(vec![
            "\"ja\"",
            "\"nej\"",
            "{ not = \"ja\" }",
            "{ answered = true }",
            "{ answered = false }",
        ]),
    );
    let single = one.prop_map(|(place, test)| format!("q{place} = {test}"));
    let either = (single.clone(), single.clone()).prop_map(|(a, b)| format!("any = [{{ {a} }}, {{ {b} }}]"));
    (
        prop::collection::btree_map(
            0..4usize,
            prop::sample::select(vec!["\"ja\"", "\"nej\"", "{ not = \"nej\" }", "{ answered = false }"]),
            0..3,
        ),
        prop::option::of(either),
    )
        .prop_map(|(tests, either)| {
            let tests = tests.into_iter().map(|(place, test)| format!("q{place} = {test}"));
            tests.chain(either).collect::<Vec<_>>().join(", ")
        })
}

/// Keeps what looks backwards from the question at `place`.
fn backwards(condition: &str, place: usize) -> bool {
    (place..4).all(|later| !condition.contains(&format!("q{later}"))) && !condition.is_empty()
}

proptest! {
    #[test]
    fn never_is_said_where_no_answers_at_all_make_the_condition_hold(conditions in prop::collection::vec(condition(), 5)) {
        let rest: Vec<String> = conditions.iter().enumerate().map(|(place, condition)| {
            let when = if backwards(condition, place) { format!("when = {{ {condition} }}") } else { String::new() };
            format!("scale = \"ja_nej\"\n{when}")
        }).collect();
        let ids = ["q0", "q1", "q2", "q3", "z"];
        let questions: Vec<(&str, &str)> = ids.into_iter().zip(rest.iter().map(String::as_str)).collect();
        let protocol = Protocol::load("p.toml", &protocol(&questions)).unwrap();
        let filter: &Filter = &protocol.questions.raw[4].when;
        let values = ["", "ja", "nej"];
        let holds = (0..81).any(|n: usize| {
            let answers = (0..4).map(|place| values[n / 3usize.pow(place) % 3]).collect();
            filter.matches(&Case { protocol: &protocol, answers, sex: "K" })
        });
        prop_assert_eq!(protocol.never(filter).is_none(), holds, "{:?}", filter);
    }
}

#[test]
fn the_first_tests_of_a_column_name_the_column() {
    let text = protocol(&[("q", "kind = \"text\"\nwhen = { kon = \"K\", any = [{ kon = \"M\" }] }")]);
    let protocol = Protocol::load("p.toml", &text).unwrap();
    assert_eq!(protocol.never(&protocol.questions.raw[0].when), Some("kon"));
    assert_eq!(protocol.questions.raw[0].when.terms.len(), 2);
    assert!(matches!(
        protocol.questions.raw[0].when.terms[0],
        crate::study::protocol::filter::Term::Is(Key::Column(1), _)
    ));
}
