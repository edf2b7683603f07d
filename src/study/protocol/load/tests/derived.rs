//! Derived and repeated questions, bounds that name another place, and tables.

use super::{HEAD, after_question, faults, load};
use crate::study::index::QuestionIx;
use crate::study::protocol::Derive;
use crate::study::protocol::filter::{Bound, Filter, Key, Term, Test};

/// Three questions, `a` and `b` yes or no, `n` a number, and `rest` from line 21.
fn after_three(rest: &str) -> String {
    let one = |id: &str, kind: &str| format!("[[question]]\nid = \"{id}\"\narea = \"A\"\ntext = \"?\"\n{kind}\n");
    let (yes, number) = ("scale = \"ja_nej\"", "kind = \"number\"");
    format!("{HEAD}{}{}{}{rest}", one("a", yes), one("b", yes), one("n", number))
}

fn derived(how: &str) -> String {
    after_three(&format!("[[question]]\nid = \"d\"\narea = \"A\"\ntext = \"?\"\nkind = \"derived\"\n{how}\n"))
}

#[test]
fn every_form_of_a_derived_question_is_read() {
    let read = |how: &str| load(&derived(how)).unwrap();
    let parts = read("parts = [\"a\", \"b\"]");
    assert_eq!(parts.questions.raw[3].derive, Some(Derive::Parts(vec![0.into(), 1.into()])));
    assert_eq!(parts.questions.raw[0].dependents, [3].map(QuestionIx::new));
    assert_eq!(read("sum = [\"n\"]\nunit = \"timmar\"").questions.raw[3].derive, Some(Derive::Sum(vec![2.into()])));
    let groups = read(
        "of = \"n\"\nat = 2019\nchoices = [{ id = \"18-24\", label = \"18–24\", min = 18, max = 24 }, { id = \"25-\", label = \"25–\", min = 25 }]",
    );
    let bound = |year: &str| Some(Bound::Value(year.to_owned()));
    let born = |min, max| Filter { terms: vec![Term::Is(Key::Question(2.into()), Test::Between { min, max })] };
    let expected = vec![born(bound("1995"), bound("2001")), born(None, bound("1994"))];
    assert_eq!(groups.questions.raw[3].derive, Some(Derive::First(expected)));
    let first = read(
        "choices = [{ id = \"x\", label = \"X\", when = { a = \"ja\", b = { answered = true } } }, { id = \"y\", label = \"Y\" }]",
    );
    assert_eq!(first.questions.raw[3].choices().len(), 2);
    assert_eq!(first.questions.raw[1].dependents, [3].map(QuestionIx::new));
}

#[test]
fn each_fault_of_a_derived_question_is_found_on_its_line() {
    let table: &[(&str, &[(usize, &str)])] = &[
        ("parts = [\"a\"]\nsum = [\"n\"]", &[(28, "protocol-derived-forms")]),
        ("parts = []", &[(29, "protocol-derived-empty")]),
        ("parts = [\"n\"]", &[(29, "protocol-derived-part")]),
        ("parts = [\"d\"]", &[(29, "condition-self")]),
        ("parts = [\"a\"]\nchoices = [{ id = \"x\", label = \"X\" }]", &[(29, "protocol-derived-roles")]),
        ("sum = [\"a\"]", &[(29, "protocol-derived-part")]),
        ("sum = [\"n\"]\nna = true", &[(30, "protocol-field-kind")]),
        ("of = \"kon\"\nchoices = [{ id = \"x\", label = \"X\", min = 1 }]", &[(29, "protocol-derived-part")]),
        ("of = \"n\"\nchoices = [{ id = \"x\", label = \"X\" }]", &[(30, "protocol-derived-group")]),
        (
            "choices = [{ id = \"x\", label = \"X\" }, { id = \"y\", label = \"Y\", when = { a = \"ja\" } }]",
            &[(29, "protocol-derived-group")],
        ),
    ];
    for (how, expected) in table {
        assert_eq!(faults(&derived(how)), *expected, "{how}");
    }
    assert_eq!(after_question("parts = [\"q\"]"), [(13, "protocol-field-kind")]);
}

#[test]
fn a_repeated_question_is_one_question_a_time_and_means_its_own_time() {
    let times = "times = [\"2016\", \"2017\"]";
    let text = format!(
        "{HEAD}[[question]]\nid = \"q\"\narea = \"A\"\ntext = \"Klart {{time}}?\"\n{times}\n\
        [[question]]\nid = \"r\"\narea = \"A\"\ntext = \"När {{time}}?\"\nkind = \"date\"\nwhen = {{ q = \"ja\" }}\n{times}\n\
        [[question]]\nid = \"s\"\narea = \"A\"\ntext = \"?\"\nwhen = {{ r_2017 = {{ min = \"2017\" }} }}\n"
    );
    let protocol = load(&text).unwrap();
    let ids: Vec<&str> = protocol.questions.iter().map(|question| question.id.as_str()).collect();
    assert_eq!(ids, ["q_2016", "r_2016", "q_2017", "r_2017", "s"]);
    assert_eq!(protocol.questions.raw[2].text, "Klart 2017?");
    assert_eq!(protocol.questions.raw[3].when.questions(), [2].map(QuestionIx::new));
    assert_eq!(protocol.questions.raw[3].time.as_ref().unwrap().of, "r");
    assert_eq!(faults(&text.replace("\"s\"", "\"q_2017\"")), [(22, "protocol-duplicate")]);
    assert_eq!(faults(&text.replace("{ q =", "{ x =")), [(19, "condition-key-unknown")], "told once, not once a time");
}

#[test]
fn a_bound_may_name_what_stands_elsewhere() {
    let bound = |key: &str, max: &str| {
        derived(&format!(
            "choices = [{{ id = \"x\", label = \"X\", when = {{ {key} = {{ max = {{ of = \"{max}\" }} }} }} }}]"
        ))
    };
    let until = Test::Between { min: None, max: Some(Bound::Of(Key::Column(0))) };
    let read = load(&bound("n", "unit")).unwrap();
    let expected = Filter { terms: vec![Term::Is(Key::Question(2.into()), until)] };
    assert_eq!(read.questions.raw[3].derive, Some(Derive::First(vec![expected])));
    assert_eq!(faults(&bound("n", "a")), [(29, "condition-bound-of")]);
    assert_eq!(faults(&bound("n", "x")), [(29, "condition-key-unknown")]);
}

#[test]
fn tables_join_questions_and_their_faults_are_told() {
    let table = |rest: &str| after_three(&format!("[[table]]\nid = \"t\"\ntitle = \"T\"\n{rest}\n"));
    let rows = "rows = [{ label = \"Båda\", where = { a = \"ja\", b = \"ja\" } }]";
    let read =
        load(&table(&format!("by = [\"kon\"]\nbase = {{ a = {{ answered = true }} }}\nnotes = \"* x\"\n{rows}")))
            .unwrap();
    let [table_read] = read.tables.as_slice() else { panic!("{:?}", read.tables) };
    assert_eq!((table_read.by.as_slice(), table_read.rows[0].0.as_str()), (&[1usize][..], "Båda"));
    assert_eq!(table_read.rows[0].1.questions(), [0, 1].map(QuestionIx::new));
    assert_eq!(faults(&table("")), [(24, "protocol-field-missing")]);
    assert_eq!(faults(&table(&format!("by = \"kn\"\n{rows}"))), [(27, "protocol-unknown")]);
    assert_eq!(faults(&table("rows = [{ label = \"x\" }]")), [(27, "protocol-field-missing")]);
    assert_eq!(faults(&table(rows).replace("id = \"t\"", "id = \"a\"")), [(25, "protocol-id-clash")]);
}
